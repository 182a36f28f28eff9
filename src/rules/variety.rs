//! Runs differ in length and kind.

use super::{Binding, Card, ForAthlete, Ledger, LedgerRule, Listener, Number, Rule, Setting, Start, Verdict};
use crate::model::RunType;

/// How much the runs of a week differ.
#[derive(Clone, Debug)]
pub struct Variety {
    lengths: i32,
    from_runs: i32,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "variety",
    binding: Binding::Should,
    summary: "The runs of a week have different lengths, and hard workouts change.",
    docs: "Varying length and intensity keeps hard days hard and easy days easy. How much variety is enough is judgement; \
           walk-runs are left out, they grow together.",
    evidence: &["Judgement: coaching habit, no trial of variety for its own sake."],
    words: None,
};

impl ForAthlete for Variety {
    fn for_athlete(_: &Setting) -> Self {
        Self { lengths: 2, from_runs: 3, weight: 3 }
    }
}

impl Rule for Variety {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("lengths", "different lengths a week", "lengths", &mut self.lengths, (1, 5)),
            Number::new("from_runs", "runs a week from which lengths should differ", "runs", &mut self.from_runs, (2, 7)).at_most(),
            Number::weight("for each length missing", &mut self.weight),
        ]
    }

    fn ledger(&self) -> Option<&dyn LedgerRule> {
        Some(self)
    }
}

impl LedgerRule for Variety {
    fn judge(&self, weeks: &[Ledger], _: &Start, hear: &mut dyn Listener) {
        let Some(week) = weeks.last().filter(|week| !week.is_light()) else { return };
        let mut lengths: Vec<_> =
            week.full_runs().filter(|run| run.kind != RunType::WalkRun).map(|run| run.minutes).collect();
        let runs = lengths.len() as i32;
        lengths.sort_unstable();
        lengths.dedup();
        if runs >= self.from_runs {
            hear.hear(Verdict::should((self.lengths - lengths.len() as i32).max(0), self.weight), &|| {
                format!("All {runs} runs of the week are of one length.")
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};
    use crate::rules::ledger::diary::{said, start, weeks};

    #[test]
    fn three_runs_are_not_all_of_one_length() {
        let (goal, level) = (Goal::Endurance, Level::Advanced);
        let rule = Variety::for_athlete(&Setting::of(goal, level));
        let says = |line: &str| said(&rule, &weeks(&[line]), &start(90, 30));
        assert_eq!(says("easy 30, easy 30, easy 30"), ["should 1: All 3 runs of the week are of one length."]);
        assert_eq!(says("easy 30, easy 30, long 35"), Vec::<String>::new());
        assert_eq!(says("walk_run 20, walk_run 20, walk_run 20"), Vec::<String>::new());
    }
}
