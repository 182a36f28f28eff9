//! chrono-tz's names without its tables of clocks, which were a third of the page. What reads a calendar asks it for the name behind a
//! name of Microsoft's; clocks are read from the planner's own zones. So every clock here shows universal time.

#![allow(non_camel_case_types, non_upper_case_globals, non_snake_case, missing_docs)]

use std::fmt;
use std::str::FromStr;

use chrono::{Duration, FixedOffset, LocalResult, NaiveDate, NaiveDateTime, Offset, TimeZone};

include!(concat!(env!("OUT_DIR"), "/zones.rs"));

/// A name that no zone has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError;

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no such time zone")
    }
}

impl std::error::Error for ParseError {}

impl Tz {
    /// Its name in the tz database.
    pub fn name(self) -> &'static str {
        NAMES[self as usize]
    }
}

impl FromStr for Tz {
    type Err = ParseError;

    fn from_str(name: &str) -> Result<Self, ParseError> {
        let at = NAMES.binary_search(&name).map_err(|_| ParseError)?;
        Ok(ALL[at])
    }
}

impl fmt::Display for Tz {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Universal time, as the clock of a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TzOffset(Tz);

/// How far a clock is ahead, in two parts.
pub trait OffsetComponents {
    fn base_utc_offset(&self) -> Duration;
    fn dst_offset(&self) -> Duration;
}

/// What a clock calls itself.
pub trait OffsetName {
    fn tz_id(&self) -> &str;
    fn abbreviation(&self) -> Option<&str>;
}

impl OffsetComponents for TzOffset {
    fn base_utc_offset(&self) -> Duration {
        Duration::zero()
    }

    fn dst_offset(&self) -> Duration {
        Duration::zero()
    }
}

impl OffsetName for TzOffset {
    fn tz_id(&self) -> &str {
        self.0.name()
    }

    fn abbreviation(&self) -> Option<&str> {
        Some("UTC")
    }
}

impl Offset for TzOffset {
    fn fix(&self) -> FixedOffset {
        chrono::Utc.fix()
    }
}

impl fmt::Display for TzOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UTC")
    }
}

impl TimeZone for Tz {
    type Offset = TzOffset;

    fn from_offset(offset: &TzOffset) -> Self {
        offset.0
    }

    fn offset_from_local_date(&self, _: &NaiveDate) -> LocalResult<TzOffset> {
        LocalResult::Single(TzOffset(*self))
    }

    fn offset_from_local_datetime(&self, _: &NaiveDateTime) -> LocalResult<TzOffset> {
        LocalResult::Single(TzOffset(*self))
    }

    fn offset_from_utc_date(&self, _: &NaiveDate) -> TzOffset {
        TzOffset(*self)
    }

    fn offset_from_utc_datetime(&self, _: &NaiveDateTime) -> TzOffset {
        TzOffset(*self)
    }
}
