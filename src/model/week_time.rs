//! A day of the week and an hour of it.

use std::fmt;

use super::{Clock, WEEKDAY_NAMES};

/// A weekday and a time of day at which something starts, every week alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WeekTime {
    /// The day, Monday 0 to Sunday 6.
    pub weekday: usize,
    /// The time of day.
    pub start: Clock,
}

impl fmt::Display for WeekTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", WEEKDAY_NAMES[self.weekday % 7], self.start)
    }
}
