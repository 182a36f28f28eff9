//! What the world hands over becomes words of the model: what people write, calendars of appointments, recordings of a watch.

mod activity;
mod brought;
mod busy;
mod packed;
pub mod phrases;
mod text;

pub use activity::{Activity, ActivityError, Lap, Lift, Recordings, Sport, read as activities};
pub use brought::{BroughtRun, BroughtWeek, Part, Size, Speed, brought_week, brought_weeks};
pub use busy::{Busy, BusyError, busy};
