//! For strength and size, running stays small.

use super::{Binding, Card, ForAthlete, Ledger, LedgerRule, Listener, Number, Rule, Setting, Start, Verdict};
use crate::model::{Goal, Minutes};

/// How much running a goal of strength carries.
#[derive(Clone, Debug)]
pub struct InterferenceBudget {
    strength_first: bool,
    lifts_for_two_runs: i32,
    run_minutes: i32,
    week_minutes: i32,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "interference_budget",
    binding: Binding::Should,
    summary: "With strength as the goal, few and short runs: fewer days of running than of lifting.",
    docs: "Endurance work beside lifting is found to cost trained people some strength when both share a session, and \
           explosive strength in general; muscle size and maximal strength of most people hardly suffer. The evidence \
           is mixed, so this is a budget and not a ban: less running, apart from the lifting. It says nothing for other \
           goals. The sizes are judgement.",
    evidence: &[
        "Wilson 2012, Journal of Strength and Conditioning Research: frequency and length of endurance work.",
        "Jones 2013, Journal of Strength and Conditioning Research: three to one kept strength, one to one did not.",
        "Petré 2021, Sports Medicine: interference depends on training status and on sharing a session.",
        "Schumann 2022, Sports Medicine: none for size and maximal strength, some for explosive strength.",
    ],
    words: None,
};

impl ForAthlete for InterferenceBudget {
    fn for_athlete(setting: &Setting) -> Self {
        let level = setting.level;
        Self {
            strength_first: setting.goal == Goal::Strength,
            lifts_for_two_runs: 3,
            run_minutes: level.pick(30, 40, 40),
            week_minutes: level.pick(60, 90, 120),
            weight: 1,
        }
    }
}

impl InterferenceBudget {
    /// The most runs beside `lifts` strength sessions a week, where the goal is strength.
    pub fn runs(&self, lifts: i32) -> Option<i32> {
        (self.strength_first && lifts > 0).then(|| (2 * lifts / self.lifts_for_two_runs.max(1)).max(1))
    }

    /// The longest run, where the goal is strength.
    pub fn longest(&self) -> Option<Minutes> {
        self.strength_first.then_some(self.run_minutes)
    }

    /// The most minutes a week, where the goal is strength.
    pub fn week(&self) -> Option<Minutes> {
        self.strength_first.then_some(self.week_minutes)
    }
}

impl Rule for InterferenceBudget {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("lifts_for_two_runs", "strength sessions for every two runs", "a week", &mut self.lifts_for_two_runs, (1, 14)),
            Number::new("run_minutes", "in one run", "min", &mut self.run_minutes, (20, 120)).at_most(),
            Number::new("week_minutes", "of running", "min a week", &mut self.week_minutes, (20, 600)).at_most(),
            Number::weight("for each minute over the budget", &mut self.weight),
        ]
    }

    fn ledger(&self) -> Option<&dyn LedgerRule> {
        Some(self)
    }
}

impl LedgerRule for InterferenceBudget {
    fn judge(&self, weeks: &[Ledger], _: &Start, hear: &mut dyn Listener) {
        let (Some(week), Some(most)) = (weeks.last(), self.week()) else { return };
        let minutes = week.minutes();
        if minutes > most {
            hear.hear(Verdict::should(minutes - most, self.weight), &|| {
                format!("{minutes} min of running; {most} is the budget beside a goal of strength.")
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Level;
    use crate::rules::ledger::diary::{said, start, weeks};

    fn rule(goal: Goal) -> InterferenceBudget {
        let setting = Setting { strength_level: Level::Advanced, ..Setting::of(goal, Level::Intermediate) };
        InterferenceBudget::for_athlete(&setting)
    }

    #[test]
    fn a_lifter_runs_on_fewer_days_than_they_lift() {
        let lifter = rule(Goal::Strength);
        assert_eq!([1, 2, 3, 4, 5].map(|lifts| lifter.runs(lifts).unwrap()), [1, 1, 2, 2, 3]);
        assert_eq!(lifter.runs(0), None);
    }

    #[test]
    fn the_budget_binds_the_goal_of_strength_alone() {
        let long = weeks(&["easy 60, easy 40"]);
        assert_eq!(
            said(&rule(Goal::Strength), &long, &start(100, 60)),
            ["should 10: 100 min of running; 90 is the budget beside a goal of strength."]
        );
        assert_eq!(said(&rule(Goal::Endurance), &long, &start(100, 60)), Vec::<String>::new());
    }
}
