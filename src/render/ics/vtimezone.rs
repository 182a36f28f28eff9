//! The time zone's own definition inside the file. A zone whose clocks change by the same rule every year says so, and is right for
//! every year: there are programs that keep the first definition they see of a zone for all calendars after it. For any other
//! zone each change around the block stands there as it is.

use chrono::{DateTime, Datelike, NaiveDateTime};

use crate::model::{Moment, Which, Yearly, Zone};

/// A stretch of time with one UTC offset, or one that comes every year.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Observance {
    /// `STANDARD` or `DAYLIGHT`.
    pub(super) kind: &'static str,
    /// When it begins, local in the offset before.
    pub(super) start: String,
    /// How it comes again.
    pub(super) rule: Option<String>,
    /// The offset before.
    pub(super) from: String,
    /// The offset in force.
    pub(super) to: String,
    /// The abbreviation, such as `CET`.
    pub(super) name: &'static str,
}

/// How long before and after the block the changes of a zone without a rule are listed, in seconds.
const AROUND: i64 = 366 * 24 * 60 * 60;

/// What a file needs for times between `from` and `to`.
pub(super) fn observances(zone: Zone, from: Moment, to: Moment) -> Vec<Observance> {
    let (from, to) = (from.0 * 60 - AROUND, to.0 * 60 + AROUND);
    match zone.yearly() {
        Some((since, changes)) if since < from => every_year(zone, since, changes),
        _ => around(zone, from, to),
    }
}

/// The two changes of a year, from the first whole year of their rule on.
fn every_year(zone: Zone, since: i64, changes: [Yearly; 2]) -> Vec<Observance> {
    let year = utc(since).year().max(1970) + 1;
    let begin = DateTime::parse_from_rfc3339(&format!("{year}-01-01T12:00:00Z")).map_or(since, |day| day.timestamp());
    let first = zone.next_change(begin);
    let second = first.and_then(|first| zone.next_change(first));
    let mut observances: Vec<Observance> = [first, second]
        .into_iter()
        .flatten()
        .filter_map(|at| {
            let change = changes.iter().find(|change| change.summer == zone.shown(at).summer)?;
            Some(Observance { rule: Some(rule(*change)), ..change_at(zone, at) })
        })
        .collect();
    observances.sort_by(|a, b| a.kind.cmp(b.kind).then(a.start.cmp(&b.start)));
    observances
}

fn rule(change: Yearly) -> String {
    let day = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"][change.weekday as usize % 7];
    match change.which {
        Which::Nth(nth) => format!("FREQ=YEARLY;BYMONTH={};BYDAY={nth}{day}", change.month),
        Which::Between(first, last) => {
            let days: Vec<String> = (first..=last).map(|day| day.to_string()).collect();
            format!("FREQ=YEARLY;BYMONTH={};BYMONTHDAY={};BYDAY={day}", change.month, days.join(","))
        }
    }
}

/// The offset in force at `from`, as if it had always been, and every change up to `to`.
fn around(zone: Zone, from: i64, to: i64) -> Vec<Observance> {
    let first = Observance { start: "19700101T000000".to_owned(), ..observance(zone, from, from) };
    let mut observances = vec![first];
    let mut at = from;
    while let Some(next) = zone.next_change(at).filter(|next| *next <= to) {
        observances.push(change_at(zone, next));
        at = next;
    }
    observances
}

/// The change at a moment.
fn change_at(zone: Zone, at: i64) -> Observance {
    observance(zone, at - 1, at)
}

/// What is in force at `at`, where at `before` another offset may have been.
fn observance(zone: Zone, before: i64, at: i64) -> Observance {
    let (before, now) = (zone.shown(before), zone.shown(at));
    Observance {
        kind: if now.summer { "DAYLIGHT" } else { "STANDARD" },
        start: utc(at + i64::from(before.seconds)).format("%Y%m%dT%H%M%S").to_string(),
        rule: None,
        from: written(before.seconds / 60),
        to: written(now.seconds / 60),
        name: now.name,
    }
}

fn utc(seconds: i64) -> NaiveDateTime {
    DateTime::from_timestamp(seconds, 0).unwrap_or_default().naive_utc()
}

/// `+0530`.
fn written(minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The definition for the first half of 2027, an observance a line.
    fn half_year(zone: &str) -> Vec<String> {
        let minute = |date: &str| Moment(DateTime::parse_from_rfc3339(date).unwrap().timestamp() / 60);
        observances(zone.parse().unwrap(), minute("2027-01-01T00:00:00Z"), minute("2027-07-01T00:00:00Z"))
            .iter()
            .map(|it| {
                let rule = it.rule.as_deref().unwrap_or("once");
                format!("{} {} {} {} {} {rule}", it.kind, it.start, it.from, it.to, it.name)
            })
            .collect()
    }

    #[test]
    fn london_changes_on_the_last_sundays_of_march_and_october() {
        let expected = [
            "DAYLIGHT 19970330T010000 +0000 +0100 BST FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
            "STANDARD 19971026T020000 +0100 +0000 GMT FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        ];
        assert_eq!(half_year("Europe/London"), expected);
    }

    #[test]
    fn new_york_changes_by_its_rule_of_2007() {
        let expected = [
            "DAYLIGHT 20080309T020000 -0500 -0400 EDT FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
            "STANDARD 20081102T020000 -0400 -0500 EST FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
        ];
        assert_eq!(half_year("America/New_York"), expected);
    }

    #[test]
    fn summer_time_lies_across_the_new_year_in_sydney() {
        let expected = [
            "DAYLIGHT 20091004T020000 +1000 +1100 AEDT FREQ=YEARLY;BYMONTH=10;BYDAY=1SU",
            "STANDARD 20090405T030000 +1100 +1000 AEST FREQ=YEARLY;BYMONTH=4;BYDAY=1SU",
        ];
        assert_eq!(half_year("Australia/Sydney"), expected);
    }

    #[test]
    fn a_change_on_the_evening_before_is_one_between_dates() {
        assert!(
            half_year("America/Nuuk")[0].ends_with("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=24,25,26,27,28,29,30;BYDAY=SA")
        );
    }

    #[test]
    fn kolkata_never_changes() {
        assert_eq!(half_year("Asia/Kolkata"), ["STANDARD 19700101T000000 +0530 +0530 IST once"]);
    }

    #[test]
    fn vancouver_keeps_its_summer_time_and_says_what_went_before() {
        let found = half_year("America/Vancouver");
        assert!(found[0].contains("19700101T000000 -0800 -0800"), "{found:?}");
        assert!(found[1].contains("20260308T020000 -0800 -0700"), "{found:?}");
        assert!(found[2..].iter().all(|line| line.contains(" -0700 -0700 ")), "{found:?}");
    }

    #[test]
    fn lord_howe_changes_by_half_an_hour() {
        let changes = half_year("Australia/Lord_Howe");
        assert!(changes[1].contains(" +1100 +1030 "), "{changes:?}");
    }
}
