//! The life of a plan: what was done of it, planning the rest again, what changed, and the next block.

mod diff;
pub mod log;
mod matching;
mod next;
mod recorded;
mod replan;

pub use diff::{Change, Diff, How, When, diff};
pub use matching::{Matched, matched};
pub use next::{Next, begun_anew, next};
pub use recorded::{RecordedRun, recorded_runs};
pub use replan::{Kept, known_past, renumber, with_check_ins, with_what_went_before};
