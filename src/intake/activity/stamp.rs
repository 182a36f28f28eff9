//! Times as recordings write them.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

/// A moment, and what the clock on the wall showed where the text says so.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stamp {
    pub(super) utc: DateTime<Utc>,
    pub(super) wall: Option<NaiveDateTime>,
}

/// Reads `2026-12-01T05:05:00Z` and what programs make of it: a blank for the T, no seconds, parts of a second, lower case,
/// `+0100`. A time without a zone is UTC, as GPX and TCX ask for.
pub(super) fn stamp(text: &str) -> Option<Stamp> {
    let text = text.trim();
    let date = NaiveDate::parse_from_str(text.get(..10)?, "%Y-%m-%d").ok()?;
    let rest = text.get(10..)?.trim_start_matches(['T', 't', ' ']);
    let end = rest.find(['Z', 'z', '+', '-', ' ']).unwrap_or(rest.len());
    let (clock, zone) = (&rest[..end], rest[end..].trim());
    let whole = clock.split(['.', ',']).next().unwrap_or_default();
    let mut parts = whole.split(':').map(|part| part.parse::<u32>().ok());
    let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next().unwrap_or(Some(0))?);
    // A leap second is the second before.
    let wall = date.and_time(NaiveTime::from_hms_opt(hour, minute, second.min(59))?);
    let offset = match zone {
        "" | "Z" | "z" | "UTC" | "GMT" => None,
        _ => Some(offset(zone)?),
    };
    let utc = wall.checked_sub_signed(TimeDelta::minutes(offset.unwrap_or(0)))?.and_utc();
    Some(Stamp { utc, wall: offset.filter(|&minutes| minutes != 0).map(|_| wall) })
}

/// `+01:00`, `-0330`, `+01` in minutes.
fn offset(text: &str) -> Option<i64> {
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let digits = text.get(1..)?.replace(':', "");
    let number = |part: Option<&str>| part?.parse::<i64>().ok().filter(|number| *number < 60);
    let (hours, minutes) = (number(digits.get(..2))?, if digits.len() > 2 { number(digits.get(2..4))? } else { 0 });
    (hours <= 14 && matches!(digits.len(), 2 | 4)).then_some(sign * (hours * 60 + minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_programs_make_of_a_time_is_read() {
        let at = |text: &str| stamp(text).map(|stamp| stamp.utc.format("%dT%H:%M:%S").to_string());
        for text in [
            "2026-12-01T05:05:00Z",
            "2026-12-01 05:05:00",
            "2026-12-01T05:05Z",
            "2026-12-01t05:05:00z",
            "2026-12-01T05:05:00.123Z",
            "2026-12-01T06:05:00+0100",
            "2026-12-01T06:05:00+01:00",
            "2026-12-01T01:35:00-03:30",
            " 2026-12-01 05:05:00 UTC ",
        ] {
            assert_eq!(at(text).as_deref(), Some("01T05:05:00"), "{text}");
        }
        for text in
            ["", "yesterday", "2026-13-01T05:05:00Z", "2026-12-01", "2026-12-01T05:05:00+99:00", "2026-12-01T05:05:00?"]
        {
            assert_eq!(stamp(text), None, "{text}");
        }
    }

    #[test]
    fn an_offset_tells_the_clock_on_the_wall() {
        let wall = |text: &str| stamp(text).unwrap().wall.map(|wall| wall.format("%H:%M").to_string());
        assert_eq!(wall("2026-12-01T06:05:00+09:00").as_deref(), Some("06:05"));
        assert_eq!(wall("2026-12-01T06:05:00+00:00"), None);
    }
}
