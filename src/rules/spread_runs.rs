//! Runs are spread over the week.

use super::{Binding, Card, ForAthlete, Listener, Number, Pair, PairRule, Place, Rule, Setting, Timetable, Verdict, Words};

/// What a day too near costs.
#[derive(Clone, Debug)]
pub struct SpreadRuns {
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "spread_runs",
    binding: Binding::Should,
    summary: "Runs keep as many days apart as their number in the week allows.",
    docs: "Regular stimulus with rest between is what coaches plan: two runs lie three days apart, three and four runs two where they can. \
           This is practice; no trial compared it.",
    evidence: &["Judgement: coaching practice."],
    words: Some(Words {
        aim: "runs spread over the week",
        better: "runs better spread over the week",
        one: "one more run well spread over the week",
        many: "{n} more runs well spread over the week",
        obstacle: None,
    }),
};

impl ForAthlete for SpreadRuns {
    fn for_athlete(_: &Setting) -> Self {
        Self { weight: 6 }
    }
}

impl Rule for SpreadRuns {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![Number::weight("for each day too near", &mut self.weight)]
    }

    fn pair(&self) -> Option<&dyn PairRule> {
        Some(self)
    }
}

/// The days of the week shared among the runs, to the nearest whole day.
fn ideal(timetable: &Timetable) -> i32 {
    let runs = timetable.wishes.runs_per_week.max(1);
    ((7 + runs / 2) / runs).min(3)
}

impl PairRule for SpreadRuns {
    fn judge(&self, pair: &Pair<'_>, timetable: &Timetable, hear: &mut dyn Listener) {
        let extra = |place: &Place| place.run.kind.closes_a_workout();
        if !pair.neighbours || extra(pair.earlier) || extra(pair.later) {
            return;
        }
        let ideal = ideal(timetable);
        let days = pair.later.day.0 - pair.earlier.day.0;
        if days < ideal {
            hear.hear(Verdict::should(ideal - days, self.weight), &|| match days {
                0 => "On the day of another run.".to_owned(),
                1 => format!("The day after another run; {ideal} days apart would be better."),
                _ => format!("{days} days after another run; {ideal} would be better."),
            });
        }
    }

    fn apart(&self, days: i32, timetable: &Timetable) -> i32 {
        self.weight * (ideal(timetable) - days).max(0)
    }
}

#[cfg(test)]
mod tests {
    use super::SpreadRuns;
    use crate::model::{Goal, Level};
    use crate::rules::Wishes;
    use crate::rules::diary::{rule, week};

    fn breaks(runs_per_week: i32, entries: &str) -> Vec<String> {
        week(entries)
            .wishing(Wishes { runs_per_week, ..Wishes::default() })
            .breaks(&rule::<SpreadRuns>(Goal::GeneralFitness, Level::Intermediate))
    }

    #[test]
    fn three_runs_lie_two_days_apart_and_two_runs_three() {
        assert_eq!(
            breaks(3, "mon easy 18:00-18:30, tue easy 18:00-18:30"),
            ["should 1: The day after another run; 2 days apart would be better."]
        );
        assert!(breaks(3, "mon easy 18:00-18:30, wed easy 18:00-18:30").is_empty());
        assert_eq!(
            breaks(2, "mon easy 18:00-18:30, wed easy 18:00-18:30"),
            ["should 1: 2 days after another run; 3 would be better."]
        );
    }

    #[test]
    fn a_jog_after_a_session_is_no_neighbour() {
        let entries = "mon easy 18:00-18:30, tue upper 17:00-18:00, tue +cooldown_jog 18:00-18:10, wed easy 18:00-18:30";
        assert!(breaks(3, entries).is_empty());
    }
}
