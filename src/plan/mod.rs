//! The plan: the published record of a block, with reasons and score.

mod again;
mod alarm;
mod build;
mod check;
mod conflicts;
mod diff;
#[cfg(test)]
pub(crate) mod fixture;
mod history;
mod identity;
mod ledgers;
pub mod log;
mod matching;
mod movable;
mod named;
mod next;
mod parse;
mod problem;
mod read;
mod record;
mod recorded;
mod schema;
mod shadow;
mod sound;
mod why;
mod workout;

pub use again::{Again, Kept, hold, renumber, with_check_ins, with_what_went_before};
pub use alarm::alarm_minutes;
pub use build::build;
pub use check::{Breach, Findings, check, settle};
pub use conflicts::conflicts;
pub use diff::{Change, Diff, How, When, diff};
pub use history::{History, RunDone, SessionDone, Shown};
pub use identity::{count_on, plan_id, stamp, supersede, uid};
pub use matching::{Matched, matched};
pub use movable::{OtherPlace, Place, Seated, price_places};
pub use named::{Named, Toward, Unnamed, naming_hint};
pub use next::{Next, begun_anew, next};
pub use parse::PlanError;
pub use read::LaidOut;
pub use record::{
    Busy, Cancelled, Conflict, Entry, FORMAT, Fixed, LocalTime, PlacedRun, Plan, PlanWeek, Reason, Revision, RunDetail,
    Score, Step, Unplaced, UnplacedDay, WeekLoad,
};
pub use recorded::{RecordedRun, recorded_runs};
pub use schema::schema;
pub use shadow::{Shadow, shadows};
pub use why::{Compared, Elsewhere, Moved, Questions, Why, against_the_best};
pub use workout::{Bout, Pace, Part, Role, one_by_one};

/// A date in a sentence, "3 December 2026".
fn day(date: chrono::NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}
