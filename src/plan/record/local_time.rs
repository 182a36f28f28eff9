//! A wall clock time in a plan.

use std::fmt;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::Clock;

/// A wall-clock date and time, `2026-11-30T18:00`, local to the plan's time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalTime(pub NaiveDateTime);

impl LocalTime {
    /// A time on the wall of a date.
    pub fn at(date: NaiveDate, clock: Clock) -> Self {
        let time = chrono::NaiveTime::from_num_seconds_from_midnight_opt(u32::from(clock.0) * 60, 0);
        Self(date.and_time(time.unwrap_or_default()))
    }

    /// The time on the wall.
    pub fn clock(self) -> Clock {
        Clock((chrono::Timelike::num_seconds_from_midnight(&self.0.time()) / 60) as u16)
    }
}

impl fmt::Display for LocalTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%dT%H:%M"))
    }
}

impl Serialize for LocalTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for LocalTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Some(text.as_str())
            .filter(|text| text.len() == "2026-11-30T18:00".len())
            .and_then(|text| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").ok())
            .map(Self)
            .ok_or_else(|| serde::de::Error::custom(format!("`{text}` is not a local time such as `2026-11-30T18:00`")))
    }
}
