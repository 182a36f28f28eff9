//! How long an event takes.

use calcard::icalendar::{
    ICalendarComponent, ICalendarDuration, ICalendarProperty as Property, ICalendarValue as Value,
};
use chrono::{Duration, NaiveDateTime, NaiveTime};

use super::when::{When, instant};
use super::zones::Zone;

/// How long an event takes: first on the wall, then in elapsed time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Length {
    /// Days and hours that the clocks on the wall show.
    pub(super) wall: Duration,
    /// Elapsed time after that.
    pub(super) elapsed: Duration,
}

impl Length {
    /// The end, in seconds since 1970, of what starts at `wall`.
    pub(super) fn end(self, zone: &Zone, wall: NaiveDateTime) -> i64 {
        let shown = wall.checked_add_signed(self.wall).unwrap_or(wall);
        instant(zone, shown).saturating_add(self.elapsed.num_seconds())
    }

    /// An upper bound, to look far enough back.
    pub(super) fn reach(self) -> Duration {
        self.wall.checked_add(&self.elapsed).unwrap_or(Duration::zero()).max(Duration::zero())
    }
}

/// How long it takes; `None` if it ends before it starts. A start alone is a point in time, and a date alone one day.
pub(super) fn length(component: &ICalendarComponent, start: &When, end: Option<When>) -> Option<Length> {
    let none = Duration::zero();
    let duration = component.property(&Property::Duration).and_then(|entry| match entry.values.first() {
        Some(Value::Duration(duration)) => Some(duration),
        _ => None,
    });
    let length = match (end, duration) {
        (Some(end), _) if start.is_date || end.zone == start.zone => {
            // Some programs end a day on the day itself, or in its last second.
            let last_second = if end.is_date || end.wall.time() == NaiveTime::MIN { none } else { Duration::days(1) };
            let end = if start.is_date { end.midnight() } else { end };
            let wall = end.wall - start.wall + if start.is_date { last_second } else { none };
            let wall = if start.is_date { wall.max(Duration::days(1)) } else { wall };
            Length { wall, elapsed: none }
        }
        (Some(end), _) => Length { wall: none, elapsed: Duration::seconds(end.instant() - start.instant()) },
        (None, Some(value)) => nominal(value),
        (None, None) if start.is_date => Length { wall: Duration::days(1), elapsed: none },
        (None, None) => Length { wall: none, elapsed: none },
    };
    (length.wall >= none && length.elapsed >= none).then_some(length)
}

/// Days and weeks are days on the wall, the rest elapsed time (RFC 5545, 3.3.6).
pub(super) fn nominal(value: &ICalendarDuration) -> Length {
    let sign = if value.neg { -1 } else { 1 };
    let seconds = i64::from(value.hours) * 3600 + i64::from(value.minutes) * 60 + i64::from(value.seconds);
    Length {
        wall: Duration::days(sign * (i64::from(value.weeks) * 7 + i64::from(value.days))),
        elapsed: Duration::seconds(sign * seconds),
    }
}
