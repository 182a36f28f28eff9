//! The moment at which somebody asks.

use crate::model::Zone;
use chrono::{DateTime, NaiveDate, Utc};

/// A moment in UTC, to the second.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Now(DateTime<Utc>);

impl Now {
    /// The moment so many seconds after 1970 began; the beginning of 1970 where no calendar reaches so far.
    pub fn from_unix_seconds(seconds: i64) -> Self {
        Self(DateTime::from_timestamp(seconds, 0).unwrap_or_default())
    }

    /// The seconds since 1970 began.
    pub fn unix_seconds(self) -> i64 {
        self.0.timestamp()
    }

    /// The date in a time zone.
    pub fn date(self, zone: Zone) -> NaiveDate {
        self.0.with_timezone(&zone).date_naive()
    }

    /// As RFC 3339 writes it, in UTC.
    pub fn rfc3339(self) -> String {
        self.0.format("%Y-%m-%dT%H:%M:%SZ").to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::Now;

    #[test]
    fn a_moment_has_a_date_in_each_zone() {
        let now = Now::from_unix_seconds(1_795_996_800 - 1);
        assert_eq!(now.rfc3339(), "2026-11-29T23:59:59Z");
        assert_eq!(now.date(crate::model::Zone::UTC).to_string(), "2026-11-29");
        assert_eq!(now.date("Europe/Berlin".parse().unwrap()).to_string(), "2026-11-30");
    }
}
