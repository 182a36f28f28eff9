//! The plan: the published record of a block, with reasons and score.

pub mod activity;
mod again;
mod build;
mod check;
mod diff;
#[cfg(test)]
pub(crate) mod fixture;
mod history;
mod identity;
mod ledgers;
pub mod log;
mod next;
mod problem;
mod read;
mod record;
mod schema;

pub use again::{Again, Kept, renumber, with_check_ins};
pub use build::build;
pub use check::{Breach, Findings, check};
pub use diff::{Change, Diff, How, When, diff};
pub use history::{History, RunDone, SessionDone};
pub use identity::{plan_id, stamp, uid};
pub use next::{Next, next};
pub use read::LaidOut;
pub use record::{
    Busy, Cancelled, Entry, FORMAT, Fixed, LocalTime, PlacedRun, Plan, PlanWeek, Reason, Revision, RunDetail, Score,
    Step, Unplaced, UnplacedDay, WeekLoad,
};
pub use schema::schema;
