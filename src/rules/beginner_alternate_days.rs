//! Beginners never run on two days in a row.

use super::{Binding, Card, ForAthlete, Listener, Number, Pair, PairRule, Rule, Setting, Timetable, Verdict, Words};
use crate::model::{Level, RunType};

/// Calendar days from run to run, for beginners.
#[derive(Clone, Debug)]
pub struct BeginnerAlternateDays {
    beginner: bool,
    must_days: i32,
}

pub(super) static CARD: Card = Card {
    id: "beginner_alternate_days",
    binding: Binding::Must,
    summary: "Beginners do not run on two calendar days in a row, and nobody takes turns of walking and running on two.",
    docs: "Bones and tendons adapt more slowly than breath and heart, and the first months are when most injuries \
           happen. A day between runs is what every walk-run programme keeps.",
    evidence: &[
        "Pollock 1977, Medicine and Science in Sports: in beginners injuries rise with days a week and minutes a run.",
        "Videbaek 2015, Sports Medicine: novices have more than twice the injuries of recreational runners per hour.",
    ],
    words: Some(Words {
        aim: "a day between two runs",
        better: "more days between runs",
        one: "one more run with a day before it",
        many: "{n} more runs with a day before them",
        obstacle: Some("no running on two days in a row"),
    }),
};

impl ForAthlete for BeginnerAlternateDays {
    fn for_athlete(setting: &Setting) -> Self {
        Self { beginner: setting.level == Level::Beginner, must_days: 2 }
    }
}

impl Rule for BeginnerAlternateDays {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("must_days", "from one run of a beginner to the next", "days", &mut self.must_days, (2, 3))
                .must(2),
        ]
    }

    fn pair(&self) -> Option<&dyn PairRule> {
        Some(self)
    }
}

impl PairRule for BeginnerAlternateDays {
    fn judge(&self, pair: &Pair<'_>, _: &Timetable, hear: &mut dyn Listener) {
        let days = pair.later.day.0 - pair.earlier.day.0;
        let walks = [pair.earlier, pair.later].iter().all(|place| place.run.kind == RunType::WalkRun);
        if !(self.beginner || walks) || !pair.neighbours || days == 0 {
            return;
        }
        if days < self.must_days {
            hear.hear(Verdict::must(self.must_days - days), &|| {
                "Who begins to run rests from it on the day after a run.".to_owned()
            });
        } else if days == self.must_days {
            hear.hear(Verdict::KEPT, &|| "A day of rest from running before it.".to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::BeginnerAlternateDays;
    use crate::model::{Goal, Level};
    use crate::rules::diary::{rule, week};

    fn breaks(level: Level, entries: &str) -> Vec<String> {
        week(entries).breaks(&rule::<BeginnerAlternateDays>(Goal::GeneralFitness, level))
    }

    const ROW: &str = "must 1: Who begins to run rests from it on the day after a run.";

    #[test]
    fn a_beginner_rests_on_the_day_after_a_run() {
        assert_eq!(breaks(Level::Beginner, "mon easy 06:00-06:30, tue easy 20:00-20:30"), [ROW]);
        assert!(breaks(Level::Beginner, "mon easy 20:00-20:30, wed easy 06:00-06:30").is_empty());
    }

    #[test]
    fn also_from_sunday_to_monday() {
        assert_eq!(breaks(Level::Beginner, "sun easy 09:00-09:30, mon+1 easy 18:00-18:30"), [ROW]);
        assert_eq!(breaks(Level::Beginner, "sun-1 easy 09:00-09:30, mon easy 18:00-18:30"), [ROW]);
    }

    #[test]
    fn others_need_not() {
        assert!(breaks(Level::Intermediate, "mon easy 06:00-06:30, tue easy 20:00-20:30").is_empty());
    }

    #[test]
    fn walk_runs_have_a_day_between_them_at_every_level() {
        assert_eq!(breaks(Level::Advanced, "mon walk_run 06:00-06:25, tue walk_run 20:00-20:25"), [ROW]);
    }
}
