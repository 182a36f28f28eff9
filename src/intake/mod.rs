//! What the world hands over becomes words of the model: what people write, calendars of appointments, recordings of a watch.

mod activity;
mod busy;
pub mod phrases;

pub use activity::{Activity, ActivityError, Sport, read as activities};
pub use busy::{Busy, BusyError, busy};
