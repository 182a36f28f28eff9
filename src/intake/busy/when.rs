//! Dates and times as calendar files give them, and the instants they stand for.

use calcard::common::PartialDateTime;
use chrono::{DateTime, NaiveDateTime, NaiveTime};

use super::zones::Zone;

const DAY: i64 = 24 * 60 * 60;

/// A date or a time on some wall.
#[derive(Clone, Debug)]
pub(super) struct When {
    /// The wall-clock time; midnight for a date.
    pub(super) wall: NaiveDateTime,
    /// Where the wall stands.
    pub(super) zone: Zone,
    /// Whether it is a date without a time.
    pub(super) is_date: bool,
    /// Whether the file says in which zone it is.
    pub(super) has_zone: bool,
}

impl When {
    /// Reads a parsed value; a time without an offset of its own is one of `zone`, which the file names or not.
    pub(super) fn read(value: &PartialDateTime, (zone, has_zone): (&Zone, bool)) -> Option<Self> {
        let time = value.to_date_time()?;
        let offset = time.offset.filter(|_| value.has_time()).map(|offset| Zone::Fixed(offset.local_minus_utc()));
        Some(Self {
            wall: time.date_time,
            has_zone: has_zone || offset.is_some(),
            zone: offset.unwrap_or_else(|| zone.clone()),
            is_date: !value.has_time(),
        })
    }

    /// Seconds since 1970.
    pub(super) fn instant(&self) -> i64 {
        instant(&self.zone, self.wall)
    }

    /// The same instant on the walls of `zone`; a date stays the date it is.
    pub(super) fn on_wall_of(&self, zone: &Zone) -> NaiveDateTime {
        if self.is_date { self.wall } else { wall(zone, self.instant()).unwrap_or(self.wall) }
    }

    /// The start of its day.
    pub(super) fn midnight(self) -> Self {
        Self { wall: self.wall.date().and_time(NaiveTime::MIN), is_date: true, ..self }
    }
}

/// What the clocks of `zone` show at a number of seconds since 1970.
pub(super) fn wall(zone: &Zone, utc: i64) -> Option<NaiveDateTime> {
    Some(DateTime::from_timestamp(utc.checked_add(zone.offset(utc))?, 0)?.naive_utc())
}

/// Seconds since 1970 of a wall-clock time. Of two such instants the earlier; a time that the clocks skip is counted on
/// from before the gap (RFC 5545, 3.3.5).
pub(super) fn instant(zone: &Zone, wall: NaiveDateTime) -> i64 {
    let wall = wall.and_utc().timestamp();
    let (before, after) = (zone.offset(wall - DAY), zone.offset(wall + DAY));
    let holds = |offset: i64| zone.offset(wall - offset) == offset;
    if !holds(before) && holds(after) { wall - after } else { wall - before }
}
