//! Dates and times as calendar files give them, and the instants they stand for.

pub(super) use calcard::common::timezone::Tz as Zone;

use calcard::common::PartialDateTime;
use chrono::{DateTime, Duration, LocalResult, NaiveDateTime, NaiveTime, TimeZone};

/// A date or a time on some wall.
#[derive(Clone, Copy, Debug)]
pub(super) struct When {
    /// The wall-clock time; midnight for a date.
    pub(super) wall: NaiveDateTime,
    /// Where the wall stands.
    pub(super) zone: Zone,
    /// Whether it is a date without a time.
    pub(super) is_date: bool,
}

impl When {
    /// Reads a parsed value; a time without an offset of its own is one of `zone`.
    pub(super) fn read(value: &PartialDateTime, zone: Zone) -> Option<Self> {
        let time = value.to_date_time()?;
        let zone = if value.has_time() { time.tz().unwrap_or(zone) } else { zone };
        Some(Self { wall: time.date_time, zone, is_date: !value.has_time() })
    }

    /// Seconds since 1970.
    pub(super) fn instant(self) -> i64 {
        instant(self.zone, self.wall)
    }

    /// The same instant on the walls of `zone`; a date stays the date it is.
    pub(super) fn on_wall_of(self, zone: Zone) -> NaiveDateTime {
        if self.is_date {
            return self.wall;
        }
        DateTime::from_timestamp(self.instant(), 0).map_or(self.wall, |utc| utc.with_timezone(&zone).naive_local())
    }

    /// The start of its day.
    pub(super) fn midnight(self) -> Self {
        Self { wall: self.wall.date().and_time(NaiveTime::MIN), is_date: true, ..self }
    }
}

/// Seconds since 1970 of a wall-clock time. Of two such instants the earlier; a time that the clocks skip is counted on
/// from before the gap (RFC 5545, 3.3.5).
pub(super) fn instant(zone: Zone, wall: NaiveDateTime) -> i64 {
    // A gap is an hour as a rule, and a whole day where an island changed sides of the date line.
    for hours in [0, 3, 26] {
        let back = Duration::hours(hours);
        let Some(earlier) = wall.checked_sub_signed(back) else { break };
        match zone.from_local_datetime(&earlier) {
            LocalResult::Single(time) | LocalResult::Ambiguous(time, _) => {
                return time.timestamp() + back.num_seconds();
            }
            LocalResult::None => {}
        }
    }
    wall.and_utc().timestamp()
}
