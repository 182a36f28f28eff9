//! The words of the field: time, athlete, session, run. No IO and no clock.

mod athlete;
mod calendar;
mod phase;
mod run;
mod session;
mod stimulus;
mod time;
mod weekday;
mod words;

pub use athlete::{Athlete, Goal, Level, Race};
pub use calendar::Calendar;
pub use phase::Phase;
pub use run::{MOST_KM, RunClass, RunShape, RunType, stem};
pub use session::{Effort, Focus, Kind, Legs, Session, Skip};
pub use stimulus::{Distance, Stimulus};
pub use weekday::{WEEKDAY_NAMES, WEEKDAYS, weekday};
use words::words;
pub use words::{count, list};

pub use time::{Clock, Day, GRID_MINUTES, Minutes, Moment, PartOfDay, YEARS};
