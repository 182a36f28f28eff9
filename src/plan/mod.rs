//! The plan: the published record of a block, with reasons and score.

mod alarm;
mod build;
mod check;
mod conflicts;
#[cfg(test)]
pub(crate) mod fixture;
mod history;
mod identity;
mod ledgers;
mod movable;
mod named;
mod parse;
mod past;
mod problem;
mod read;
mod record;
mod schema;
mod shadow;
mod sound;
mod why;
mod workout;

pub use alarm::alarm_minutes;
pub use build::build;
pub(crate) use build::load;
pub use check::{Breach, Findings, check, settle};
pub use conflicts::conflicts;
pub use history::{History, RunDone, SessionDone, Shown};
pub(crate) use identity::session_number;
pub use identity::{count_on, plan_id, stamp, supersede, uid};
pub(crate) use ledgers::{counted, ledgers};
pub use movable::{OtherPlace, Place, Seated, price_places};
pub use named::{Named, Toward, Unnamed, naming_hint};
pub use parse::PlanError;
pub use past::{KnownPast, hold};
pub use read::LaidOut;
pub(crate) use read::slug;
pub use record::{
    Busy, Cancelled, Conflict, Entry, FORMAT, Fixed, LocalTime, PlacedRun, Plan, PlanWeek, Reason, Revision, RunDetail,
    Score, Step, Unplaced, UnplacedDay, WeekLoad,
};
pub use schema::schema;
pub use shadow::{Shadow, shadows};
pub use why::{Compared, Elsewhere, Moved, Questions, Why, against_the_best};
pub use workout::{Bout, Pace, Part, Role, one_by_one};

/// A date in a sentence, "3 December 2026".
pub(crate) fn day(date: chrono::NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}
