//! The training log: a file of JSON lines, one a line, saying what was really done and how the person felt.

mod activity;
mod beside;
mod clock;
mod done;
mod entry;
mod fields;
mod laps;
mod number;
mod read;
mod schema;
mod told;

pub use activity::Activity;
pub use beside::{Amount, Fate, RunBeside, WeekBeside, beside};
pub use done::Done;
pub use entry::{Added, CheckIn, Entry, Kept, Missed};
pub use laps::{Lap, Stretch, followed};
pub use read::LineProblem;
pub use schema::schema;

use chrono::NaiveDate;

use crate::plan::Plan;

/// A log: the entries that can be used, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Log {
    /// Line number from 1, and what the line says. Of several that speak of one thing only the last is here.
    pub entries: Vec<(usize, Entry)>,
}

impl Log {
    /// Reads a log. Every line that cannot be used is told; the others are used.
    pub fn read(text: &[u8]) -> (Self, Vec<LineProblem>) {
        read::read(text)
    }

    /// The lines that speak of what the plan does not hold, or of a day far from the planned one.
    pub fn against(&self, plan: &Plan) -> Vec<LineProblem> {
        read::against(self, plan)
    }

    /// The lines that speak of days after `today`.
    pub fn after(&self, today: NaiveDate) -> Vec<LineProblem> {
        read::after(self, today)
    }
}
