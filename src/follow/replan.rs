//! Planning again: the past of a plan stays and counts as it was done, the rest is asked to stay where it was published.

mod before;
mod check_ins;
mod graft;
mod keep;
mod number;
mod off;

pub use before::with_what_went_before;
pub use check_ins::with_check_ins;
pub(super) use check_ins::{add_days_off, check_ins_for, standing_red_flags, tells_how_one_feels};
pub use keep::Kept;
pub use number::renumber;

use chrono::NaiveDate;

use super::log::{Done, Log};
use crate::plan::{KnownPast, Plan};

/// The past of a plan before the day `from`, as a log of it says up to `today`; without a log, as it is taken for granted.
pub fn known_past<'a>(earlier: &'a Plan, log: Option<&Log>, from: NaiveDate, today: NaiveDate) -> KnownPast<'a> {
    let Some(log) = log else { return KnownPast::assumed(earlier, from) };
    let Done { runs, sessions, notes } = Done::of(earlier, log, from, today);
    KnownPast { earlier, from, runs, sessions, stay: None, notes }
}
