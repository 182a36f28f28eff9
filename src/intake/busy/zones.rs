//! The time zones of a calendar file: those of the tz database by whatever name, and those that the file defines itself.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType as Type, ICalendarFrequency, ICalendarProperty as Property,
    ICalendarValue as Value,
};
use chrono::NaiveDateTime;

use super::budget::Budget;
use super::{BusyError, repeat};
use crate::model::Zone as Known;

/// Where a clock stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Zone {
    /// In a zone of the tz database.
    Known(Known),
    /// So many seconds ahead of UTC.
    Fixed(i32),
    /// In a zone of the file's own.
    Own(Rc<Own>),
}

/// The offsets of a zone that a file defines.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Own {
    /// Before the first change.
    first: i32,
    /// When clocks change, in seconds since 1970, and the offset from then on.
    changes: Vec<(i64, i32)>,
}

impl Zone {
    /// What it is called in a sentence.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Known(zone) => zone.name(),
            Self::Fixed(_) | Self::Own(_) => "the calendar's own zone",
        }
    }

    /// Seconds ahead of UTC at `utc`.
    pub(super) fn offset(&self, utc: i64) -> i64 {
        i64::from(match self {
            Self::Known(zone) => zone.shown(utc).seconds,
            Self::Fixed(seconds) => *seconds,
            Self::Own(own) => match own.changes.partition_point(|(at, _)| *at <= utc).checked_sub(1) {
                Some(last) => own.changes[last].1,
                None => own.first,
            },
        })
    }
}

/// The zones of one calendar by the names it gives them; those that were looked for are kept.
pub(super) struct Zones(RefCell<BTreeMap<String, Option<Zone>>>);

impl Zones {
    /// The definitions in a calendar, with changes up to the moment `last`, in seconds since 1970.
    pub(super) fn read(calendar: &ICalendar, last: i64, budget: &mut Budget) -> Result<Self, BusyError> {
        let mut zones = BTreeMap::new();
        for component in calendar.components.iter().filter(|it| it.component_type == Type::VTimezone) {
            let Some(name) = text(component, &Property::Tzid) else { continue };
            let location = component.entries.iter().find_map(|entry| match (&entry.name, entry.values.first()) {
                (Property::Other(other), Some(Value::Text(place))) if other.eq_ignore_ascii_case("X-LIC-LOCATION") => {
                    Some(place.as_str())
                }
                _ => None,
            });
            // A place of the tz database is kept current there; a definition in a file is as old as the program that wrote it.
            // Names such as `EST` are words of everyday for which the database has a narrower meaning.
            let is_place = |name: &&str| name.contains('/');
            let by_law = [Some(name), location].into_iter().flatten().filter(is_place).find_map(registered);
            let by_law = by_law.map(Zone::Known);
            let zone = match by_law {
                Some(zone) => Some(zone),
                None => own(calendar, component, last, budget)?.map(|own| Zone::Own(Rc::new(own))),
            };
            if let Some(zone) = zone.or_else(|| named(name)) {
                zones.insert(name.to_owned(), Some(zone));
            }
        }
        Ok(Self(RefCell::new(zones)))
    }

    /// The zone with this name, by the file's definition or by whatever program's name it is.
    pub(super) fn find(&self, name: &str) -> Option<Zone> {
        let mut known = self.0.borrow_mut();
        if let Some(zone) = known.get(name) {
            return zone.clone();
        }
        known.entry(name.to_owned()).or_insert_with(|| named(name)).clone()
    }
}

/// A zone by a name of the tz database, also behind a prefix of a program's own: `/example.org/2026a/Europe/Berlin`.
fn registered(name: &str) -> Option<Known> {
    let name = name.trim();
    let exact = || name.parse().ok();
    exact().or_else(|| {
        let parts: Vec<&str> = name.strip_prefix('/')?.split('/').collect();
        (0..parts.len()).find_map(|from| parts[from..].join("/").parse().ok())
    })
}

/// A zone by any name that programs give it: of the tz database, of Microsoft's, of its city.
fn named(name: &str) -> Option<Zone> {
    let known = registered(name).or_else(|| microsoft(name)).or_else(|| city(name)).map(Zone::Known);
    known.or_else(|| offset(name).map(Zone::Fixed))
}

fn microsoft(name: &str) -> Option<Known> {
    let utc = name.trim().eq_ignore_ascii_case("tzone://Microsoft/Utc").then_some(Known::UTC);
    utc.or_else(|| name.parse::<calcard::common::timezone::Tz>().ok()?.name()?.parse().ok())
}

/// The zone of a city, where there is one of this name only: `Zurich`.
fn city(name: &str) -> Option<Known> {
    let city = name.trim().replace(' ', "_");
    let is_it = |zone: &&str| zone.rsplit_once('/').is_some_and(|(_, last)| last.eq_ignore_ascii_case(&city));
    let found: Vec<&str> = Known::names().filter(is_it).collect();
    if let [only] = found[..] { only.parse().ok() } else { None }
}

/// `GMT-0500`, `UTC+02:00`.
fn offset(name: &str) -> Option<i32> {
    let name = name.trim();
    let rest = ["GMT", "UTC"].iter().find_map(|prefix| name.strip_prefix(prefix))?;
    let (sign, digits) = match rest.as_bytes().first()? {
        b'+' => (1, &rest[1..]),
        b'-' => (-1, &rest[1..]),
        _ => return None,
    };
    let digits = digits.replace(':', "");
    let number: i32 = digits.parse().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let (hours, minutes) = if digits.len() <= 2 { (number, 0) } else { (number / 100, number % 100) };
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

fn text<'a>(component: &'a ICalendarComponent, name: &Property) -> Option<&'a str> {
    component.property(name)?.values.first()?.as_text()
}

/// What a definition comes to, if it says anything.
fn own(
    calendar: &ICalendar,
    zone: &ICalendarComponent,
    last: i64,
    budget: &mut Budget,
) -> Result<Option<Own>, BusyError> {
    let mut changes = Vec::new();
    for id in &zone.component_ids {
        let Some(part) = calendar.components.get(*id as usize) else { continue };
        if !matches!(part.component_type, Type::Standard | Type::Daylight) {
            continue;
        }
        let seconds = |name| part.property(name).and_then(|entry| offset_of(entry.values.first()?));
        let (Some(from), Some(to)) = (seconds(&Property::Tzoffsetfrom), seconds(&Property::Tzoffsetto)) else {
            continue;
        };
        for wall in onsets(part, last, budget)? {
            changes.push((wall.and_utc().timestamp() - i64::from(from), from, to));
        }
    }
    changes.sort_unstable();
    let first = changes.first().map(|(_, from, _)| *from);
    Ok(first.map(|first| Own { first, changes: changes.into_iter().map(|(at, _, to)| (at, to)).collect() }))
}

/// The wall-clock times from which one part of a definition is in force.
fn onsets(part: &ICalendarComponent, last: i64, budget: &mut Budget) -> Result<Vec<NaiveDateTime>, BusyError> {
    let mut onsets = Vec::new();
    let dates = |name: &Property| -> Vec<NaiveDateTime> {
        let values = part.properties(name).flat_map(|entry| &entry.values);
        let times = values.filter_map(|value| match value {
            Value::PartialDateTime(value) => Some(value.to_date_time()?.date_time),
            _ => None,
        });
        times.collect()
    };
    let Some(start) = dates(&Property::Dtstart).first().copied() else { return Ok(onsets) };
    let end = chrono::DateTime::from_timestamp(last, 0).map_or(NaiveDateTime::MAX, |last| last.naive_utc());
    onsets.push(start);
    onsets.extend(dates(&Property::Rdate));
    for value in part.properties(&Property::Rrule).flat_map(|entry| &entry.values) {
        // Whatever comes oftener is no change of clocks.
        if let Value::RecurrenceRule(rule) = value
            && matches!(rule.freq, ICalendarFrequency::Yearly)
            && repeat::is_sound(rule)
        {
            let bounds = (NaiveDateTime::MIN, end);
            onsets.extend(repeat::dates(rule, start, &Zone::Fixed(0), bounds, budget)?.unwrap_or_default());
        }
    }
    onsets.sort_unstable();
    onsets.dedup();
    Ok(onsets)
}

/// `-0330` in seconds.
fn offset_of(value: &Value) -> Option<i32> {
    let Value::PartialDateTime(value) = value else { return None };
    let PartialDateTime { tz_hour, tz_minute, tz_minus, .. } = **value;
    let seconds = i32::from(tz_hour?) * 3600 + i32::from(tz_minute.unwrap_or(0)) * 60;
    Some(if tz_minus { -seconds } else { seconds })
}
