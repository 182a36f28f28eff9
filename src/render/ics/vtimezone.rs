//! The time zone's own definition inside the file. Every change of the UTC offset within the block stands there as it is, without
//! recurrence rules, which is exact for zones whose changes follow no simple rule (Morocco, Lord Howe).

use chrono::{DateTime, Duration, NaiveDateTime, Offset, TimeZone};
use chrono_tz::{OffsetComponents, OffsetName, Tz};

use crate::model::Moment;

/// A stretch of time with one UTC offset.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Observance {
    /// `STANDARD` or `DAYLIGHT`.
    pub(super) kind: &'static str,
    /// When it begins, local in the offset before.
    pub(super) start: String,
    /// The offset before.
    pub(super) from: String,
    /// The offset in force.
    pub(super) to: String,
    /// The abbreviation, such as `CET`; the offset where there is none.
    pub(super) name: String,
}

/// The offset in force at `from`, and every change up to `to`.
pub(super) fn observances(zone: Tz, from: Moment, to: Moment) -> Vec<Observance> {
    let first = utc(from);
    let mut observances = vec![observance(zone, first, "19700101T000000".to_owned(), offset_minutes(zone, first))];
    let mut day = from;
    while day < to {
        let next = day.plus(24 * 60).min(to);
        if let Some(change) = change(zone, day, next) {
            let before = offset_minutes(zone, utc(Moment(change.0 - 1)));
            let local = utc(change) + Duration::minutes(before);
            observances.push(observance(zone, utc(change), local.format("%Y%m%dT%H%M%S").to_string(), before));
        }
        day = next;
    }
    observances
}

/// The first minute after `from`, up to `to`, whose offset is another. Clocks never change twice within a day.
fn change(zone: Tz, from: Moment, to: Moment) -> Option<Moment> {
    let old = offset_minutes(zone, utc(from));
    let (mut same, mut other) = (from.0, to.0);
    if offset_minutes(zone, utc(to)) == old {
        return None;
    }
    while other - same > 1 {
        let middle = i64::midpoint(same, other);
        if offset_minutes(zone, utc(Moment(middle))) == old {
            same = middle;
        } else {
            other = middle;
        }
    }
    Some(Moment(other))
}

fn observance(zone: Tz, at: NaiveDateTime, start: String, before: i64) -> Observance {
    let offset = zone.offset_from_utc_datetime(&at);
    let to = written(offset_minutes(zone, at));
    Observance {
        kind: if offset.dst_offset().is_zero() { "STANDARD" } else { "DAYLIGHT" },
        start,
        from: written(before),
        name: offset.abbreviation().unwrap_or(&to).to_owned(),
        to,
    }
}

fn utc(moment: Moment) -> NaiveDateTime {
    DateTime::from_timestamp(moment.0 * 60, 0).unwrap_or_default().naive_utc()
}

fn offset_minutes(zone: Tz, at: NaiveDateTime) -> i64 {
    i64::from(zone.offset_from_utc_datetime(&at).fix().local_minus_utc()) / 60
}

/// `+0530`.
fn written(minutes: i64) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `start from to` of each observance of 2027's first half.
    fn half_year(zone: Tz) -> Vec<String> {
        let minute = |date: &str| Moment(DateTime::parse_from_rfc3339(date).unwrap().timestamp() / 60);
        observances(zone, minute("2027-01-01T00:00:00Z"), minute("2027-07-01T00:00:00Z"))
            .iter()
            .map(|it| format!("{} {} {} {} {}", it.kind, it.start, it.from, it.to, it.name))
            .collect()
    }

    #[test]
    fn london_goes_to_summer_time_in_march() {
        let expected = ["STANDARD 19700101T000000 +0000 +0000 GMT", "DAYLIGHT 20270328T010000 +0000 +0100 BST"];
        assert_eq!(half_year(Tz::Europe__London), expected);
    }

    #[test]
    fn new_york_goes_two_weeks_earlier() {
        let expected = ["STANDARD 19700101T000000 -0500 -0500 EST", "DAYLIGHT 20270314T020000 -0500 -0400 EDT"];
        assert_eq!(half_year(Tz::America__New_York), expected);
    }

    #[test]
    fn sydney_leaves_summer_time_in_april() {
        let expected = ["DAYLIGHT 19700101T000000 +1100 +1100 AEDT", "STANDARD 20270404T030000 +1100 +1000 AEST"];
        assert_eq!(half_year(Tz::Australia__Sydney), expected);
    }

    #[test]
    fn kolkata_never_changes() {
        assert_eq!(half_year(Tz::Asia__Kolkata), ["STANDARD 19700101T000000 +0530 +0530 IST"]);
    }

    #[test]
    fn casablanca_leaves_its_summer_time_for_ramadan() {
        let changes = half_year(Tz::Africa__Casablanca);
        assert_eq!(changes.len(), 3, "{changes:?}");
        assert!(changes[1].contains("20270207T030000 +0100 +0000"), "{changes:?}");
        assert!(changes[2].contains("20270314T020000 +0000 +0100"), "{changes:?}");
    }

    #[test]
    fn lord_howe_changes_by_half_an_hour() {
        let changes = half_year(Tz::Australia__Lord_Howe);
        assert!(changes[1].starts_with("STANDARD 20270404T020000 +1100 +1030"), "{changes:?}");
    }
}
