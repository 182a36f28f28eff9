//! The plan: the published record of a block, with reasons and score.

pub mod activity;
#[cfg(test)]
pub(crate) mod fixture;
mod identity;
pub mod log;
mod record;

pub use identity::{plan_id, stamp, uid};
pub use record::{
    Cancelled, Entry, FORMAT, Fixed, LocalTime, PlacedRun, Plan, PlanWeek, Reason, Revision, RunDetail, Score, Step,
    Unplaced, UnplacedDay, WeekLoad,
};
