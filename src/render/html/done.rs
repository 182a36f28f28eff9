//! What became of the runs that lay before the day from which a plan was planned again, as the plan knows it.

use std::collections::BTreeMap;

use crate::brief::Display;
use crate::follow::log::{Fate, WeekBeside, beside};
use crate::plan::Plan;
use crate::render::beside::amount;

/// A sentence for each run of which the plan knows, and a total for each week with such runs.
#[derive(Default)]
pub(super) struct Done {
    runs: BTreeMap<String, String>,
    weeks: BTreeMap<u32, String>,
}

impl Done {
    pub(super) fn of(plan: &Plan, display: &Display) -> Self {
        let Some(history) = plan.history.as_ref().filter(|history| history.runs.is_some()) else {
            return Self::default();
        };
        let weeks = beside(plan, None, history.from);
        let total = |week: &WeekBeside| (week.number, format!("run {} of {} min", week.done, week.due));
        let begun = weeks.iter().filter(|week| week.runs.iter().any(|run| run.fate != Fate::Ahead));
        let sentence = |fate: &Fate| match fate {
            Fate::Done(done) => Some(format!("Done: {}.", amount(done, display))),
            Fate::Missed => Some("Not done.".to_owned()),
            Fate::NotTold | Fate::Ahead => None,
        };
        let runs = weeks.iter().flat_map(|week| &week.runs);
        Self {
            weeks: begun.map(total).collect(),
            runs: runs.filter_map(|run| Some((run.id.clone()?, sentence(&run.fate)?))).collect(),
        }
    }

    /// What became of a run.
    pub(super) fn run(&self, id: &str) -> Option<&String> {
        self.runs.get(id)
    }

    /// What was run in a week.
    pub(super) fn week(&self, number: u32) -> Option<&String> {
        self.weeks.get(&number)
    }
}
