//! Time: clock times on the wall, days of the block, and moments that elapsed time is counted between.

use std::fmt;
use std::ops::RangeInclusive;

/// A length of time in whole minutes.
pub type Minutes = i32;

/// Runs start on the quarter hours of the clock on the wall: the minutes between two starts.
pub const GRID_MINUTES: u16 = 15;

/// The years that training can be of.
pub const YEARS: RangeInclusive<i32> = 1900..=2199;

/// A point in time, in minutes of UTC since 1970: the difference of two moments is elapsed time, whatever the clocks did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub i64);

impl Moment {
    /// Minutes from `earlier` to `self`; negative when `self` comes first.
    pub fn since(self, earlier: Self) -> Minutes {
        (self.0 - earlier.0) as Minutes
    }

    /// The moment `minutes` later.
    #[must_use]
    pub fn plus(self, minutes: Minutes) -> Self {
        Self(self.0 + i64::from(minutes))
    }
}

/// A calendar day, counted from the block's first Monday (day 0); days before it are negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

impl Day {
    /// The week the day lies in, counted from the block's first (0).
    pub fn week(self) -> i32 {
        self.0.div_euclid(7)
    }

    /// The day of the week, Monday 0 to Sunday 6.
    pub fn weekday(self) -> usize {
        self.0.rem_euclid(7) as usize
    }

    /// The day `days` later.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0 + days)
    }
}

/// A time on the wall, in minutes since midnight (0 to 1439).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock(pub u16);

impl Clock {
    /// Reads `HH:MM` (24 hours).
    pub fn parse(text: &str) -> Option<Self> {
        let (hours, minutes) = text.split_once(':')?;
        let digits = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(hours) || !digits(minutes) {
            return None;
        }
        let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
        (hours < 24 && minutes < 60).then_some(Self(hours * 60 + minutes))
    }

    /// Whether a run may start at this time.
    pub fn is_on_grid(self) -> bool {
        self.0.is_multiple_of(GRID_MINUTES)
    }

    /// The part of the day this time lies in.
    pub fn part(self) -> PartOfDay {
        match self.0 / 60 {
            0..=10 => PartOfDay::Morning,
            11..=15 => PartOfDay::Midday,
            _ => PartOfDay::Evening,
        }
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// Morning (before 11:00), midday (before 16:00) or evening.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartOfDay {
    /// Before 11:00.
    Morning,
    /// From 11:00 to before 16:00.
    Midday,
    /// From 16:00.
    Evening,
}

impl PartOfDay {
    /// Every part, in the order of the day.
    pub const ALL: [Self; 3] = [Self::Morning, Self::Midday, Self::Evening];

    /// The word the brief uses.
    pub fn word(self) -> &'static str {
        match self {
            Self::Morning => "morning",
            Self::Midday => "midday",
            Self::Evening => "evening",
        }
    }

    /// The clock minutes the part covers, from first to before last.
    pub fn span(self) -> (u16, u16) {
        match self {
            Self::Morning => (0, 11 * 60),
            Self::Midday => (11 * 60, 16 * 60),
            Self::Evening => (16 * 60, 24 * 60),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_time_is_two_digits_a_colon_and_two_digits() {
        assert_eq!(Clock::parse("06:30"), Some(Clock(390)));
        for bad in ["6:30", "24:00", "12:60", "", "ab:cd", "+1:00", "12:000"] {
            assert_eq!(Clock::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn days_before_the_block_belong_to_earlier_weeks() {
        assert_eq!((Day(-1).week(), Day(-1).weekday()), (-1, 6));
        assert_eq!((Day(13).week(), Day(13).weekday()), (1, 6));
    }
}
