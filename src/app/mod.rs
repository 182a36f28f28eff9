//! What a person asks of runweave, each as one function from data to data: plan a block, plan it again, plan the next one.
//!
//! The order of the steps is written here once. The command line, `batch`, the fuzz targets, the benchmarks and every other face
//! of the program call these functions; they bring files, clock and terminal themselves.

mod ask;
mod bring;
mod busy;
mod error;
mod feeds;
mod history;
mod ill;
mod next;
mod now;
mod output;
mod plan;
mod replan;
mod said;
mod seated;
mod undo;
mod watch;
mod written;

pub use crate::follow::log::{WeekBeside, beside};
pub use ask::{Answer, Asked, NoAnswer};
pub use bring::bring;
pub use busy::{BusyCalendar, BusyTimes, busy_times};
pub use error::NotPlanned;
pub use feeds::{Feeds, feeds};
pub use history::{FromHistory, from_history, usual_lifts};
pub use ill::{Illness, ill, illness};
pub use next::{Followed, follow};
pub use now::Now;
pub use output::{Outputs, PLAN_FILE, outputs};
pub use plan::{PlanInput, brief_with_log, plan};
pub use replan::{Outcome, ReplanInput, Replanned, replan};
pub use said::{Meant, Said, meant, recorded, said};
pub use undo::{counted_on, undo};
pub use watch::{INTERVALS_EVENTS, INTERVALS_TEXT, WatchFormat, WatchInput, watch, watched};
#[cfg(feature = "cli")]
pub(crate) use written::some;
pub use written::written_session;
