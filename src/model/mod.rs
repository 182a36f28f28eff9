//! The words of the field: time, athlete, session, run. No IO and no clock.

mod athlete;
mod calendar;
mod injury;
mod phase;
mod race;
mod run;
mod session;
mod stimulus;
mod time;
mod week_time;
mod weekday;
mod words;
mod zone;

pub use athlete::{Athlete, Goal, LegHabit, Level, Race, Sex};
pub use calendar::Calendar;
pub use injury::{Avoid, Injury};
pub use phase::Phase;
pub use race::{Priority, RaceKind, Surface};
pub use run::{MOST_KM, RunClass, RunShape, RunType, Target, stem};
pub use session::{Effort, Focus, Kind, Legs, OwnRun, Session, Skip, Turn, WeekEffort};
pub use stimulus::{Distance, Stimulus};
pub use week_time::WeekTime;
pub use weekday::{WEEKDAY_NAMES, WEEKDAYS, weekday};
use words::words;
pub use words::{count, list};
pub use zone::{UnknownZone, Zone, ZoneOffset};
pub(crate) use zone::{Which, Yearly};

pub use time::{Clock, Day, GRID_MINUTES, Minutes, Moment, PartOfDay, YEARS};
