//! The plan: the published record of a block, with reasons and score.

mod record;

pub use record::{
    Cancelled, Entry, FORMAT, Fixed, LocalTime, PlacedRun, Plan, PlanWeek, Reason, Revision, RunDetail, Score, Step,
    Unplaced, UnplacedDay, WeekLoad,
};
