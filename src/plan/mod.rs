//! The plan: the published record of a block, with reasons and score.

pub mod activity;
mod build;
mod check;
#[cfg(test)]
pub(crate) mod fixture;
mod identity;
mod ledgers;
pub mod log;
mod problem;
mod read;
mod record;
mod schema;

pub use build::build;
pub use check::{Breach, Findings, check};
pub use identity::{plan_id, stamp, uid};
pub use read::LaidOut;
pub use record::{
    Busy, Cancelled, Entry, FORMAT, Fixed, LocalTime, PlacedRun, Plan, PlanWeek, Reason, Revision, RunDetail, Score,
    Step, Unplaced, UnplacedDay, WeekLoad,
};
pub use schema::schema;
