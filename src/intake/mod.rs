//! What the world hands over becomes words of the model: calendars of appointments, recordings of a watch.

mod activity;
mod busy;

pub use activity::{Activity, ActivityError, Sport, read as activities};
pub use busy::{Busy, BusyError, busy};
