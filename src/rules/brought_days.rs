//! Runs of a plan from elsewhere stand on the days that it has them on.

use super::{Binding, Card, ForAthlete, Listener, Number, Place, Rule, Setting, SlotRule, Timetable, Verdict, Words};
use crate::model::{WEEKDAY_NAMES, list};

/// What a day away from the plan that was brought costs.
#[derive(Clone, Debug)]
pub struct BroughtDays {
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "brought_days",
    binding: Binding::Should,
    summary: "Runs of a plan that was brought stand on the days that it has them on.",
    docs: "Such a plan was written without your week: its days are wishes. They yield to every must and to what the rules want, and \
           decide between places that are otherwise alike. A run goes by its kind: easy runs to the nearest day of an easy run, hard ones \
           to that of a hard one. What a day weighs is judgement.",
    evidence: &["Judgement: whoever wrote the plan had an order in mind."],
    words: Some(Words {
        aim: "the days of the plan that you brought",
        better: "runs nearer to the days of the plan that you brought",
        one: "one more run on its day in the plan that you brought",
        many: "{n} more runs on their days in the plan that you brought",
        obstacle: None,
    }),
};

impl ForAthlete for BroughtDays {
    fn for_athlete(_: &Setting) -> Self {
        Self { weight: 2 }
    }
}

impl Rule for BroughtDays {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![Number::weight("for each day away", &mut self.weight)]
    }

    fn slot(&self) -> Option<&dyn SlotRule> {
        Some(self)
    }
}

impl SlotRule for BroughtDays {
    fn judge(&self, place: &Place, timetable: &Timetable, hear: &mut dyn Listener) {
        let days = timetable.brought.iter().filter(|(week, class, _)| *week == place.day.week() && *class == place.run.class());
        let days: Vec<usize> = days.map(|(.., day)| *day).collect();
        let Some(away) = days.iter().map(|day| day.abs_diff(place.day.weekday()) as i32).min() else { return };
        hear.hear(Verdict::preference_for(away, self.weight * away), &|| {
            let names: Vec<&str> = days.iter().map(|day| WEEKDAY_NAMES[*day % 7]).collect();
            format!("The plan that you brought has such runs on {}.", list(&names))
        });
    }
}

#[cfg(test)]
mod tests {
    use super::BroughtDays;
    use crate::model::{Goal, Level, RunClass};
    use crate::rules::diary::{rule, week};

    #[test]
    fn a_run_costs_its_days_away_from_the_nearest_that_has_its_kind() {
        let rule = rule::<BroughtDays>(Goal::GeneralFitness, Level::Intermediate);
        let brought = vec![(0, RunClass::Easy, 1), (0, RunClass::Easy, 4), (0, RunClass::Long, 6), (1, RunClass::Easy, 0)];
        let says = |entries: &str| week(entries).bringing(brought.clone()).says(&rule);
        assert!(says("tue easy 07:00-07:30")[0].starts_with("kept"));
        assert!(says("thu easy 07:00-07:30")[0].starts_with("preference 1"));
        assert!(says("thu long 07:00-08:30")[0].starts_with("preference 3"));
        assert!(says("wed tempo 07:00-07:40").is_empty());
        assert!(week("tue easy 07:00-07:30").says(&rule).is_empty());
    }
}
