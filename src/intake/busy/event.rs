//! One event as the file has it: its times and how it stands, without its texts.

use std::collections::BTreeSet;

use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarFreeBusyType,
    ICalendarParameterName, ICalendarParameterValue, ICalendarPeriod, ICalendarProperty as Property,
    ICalendarRecurrenceRule, ICalendarValue as Value,
};
use chrono::Duration;

use super::length::{Length, length, nominal};
use super::repeat;
use super::standing::{Standing, says, standing};
use super::tally::{Aside, Tally};
use super::when::When;
use super::zones::{Zone, Zones};

/// One event, or one changed instance of a repeating event.
#[derive(Clone, Debug)]
pub(super) struct Event {
    /// What it is called.
    pub(super) name: String,
    /// Its identity.
    pub(super) uid: String,
    /// Its version.
    pub(super) sequence: i64,
    /// The instance it replaces, and whether all later ones too.
    pub(super) replaces: Option<(When, bool)>,
    /// When it first takes place.
    pub(super) start: When,
    /// How long.
    pub(super) length: Length,
    /// How it repeats.
    pub(super) rule: Vec<ICalendarRecurrenceRule>,
    /// Repeated dates on which it does not take place.
    pub(super) except: Vec<ICalendarRecurrenceRule>,
    /// Further dates.
    pub(super) also: Vec<(When, Option<Length>)>,
    /// Dates on which it does not take place.
    pub(super) without: Vec<When>,
    /// Whether it takes time.
    pub(super) standing: Standing,
}

/// Reads events out of parsed calendars.
pub(super) struct Reader<'a> {
    home: Zone,
    own: &'a BTreeSet<String>,
    /// The events found so far.
    pub(super) events: Vec<Event>,
    /// Busy periods that the file gives as such, in seconds since 1970.
    pub(super) periods: Vec<(i64, i64)>,
}

impl<'a> Reader<'a> {
    /// A reader that takes times without a zone for times of `home` and leaves out the events of these identities.
    pub(super) fn new(home: Zone, own: &'a BTreeSet<String>) -> Self {
        Self { home, own, events: Vec::new(), periods: Vec::new() }
    }

    /// Reads one calendar, whose own zones are these.
    pub(super) fn read(&mut self, calendar: &ICalendar, zones: &Zones, tally: &mut Tally) {
        let home = floating(calendar, zones).unwrap_or_else(|| self.home.clone());
        let zone_of = |entry: &ICalendarEntry| match entry.tz_id() {
            None => (home.clone(), Named::Not),
            Some(name) => match zones.find(name) {
                Some(zone) => (zone, Named::Known),
                None => (home.clone(), Named::Unknown),
            },
        };
        for component in &calendar.components {
            match component.component_type {
                ICalendarComponentType::VEvent if component.uid().is_some_and(|uid| self.own.contains(uid)) => {
                    tally.count(Aside::Own);
                }
                ICalendarComponentType::VEvent => match event(component, &zone_of, tally) {
                    Some(event) => self.events.push(event),
                    None => tally.count_named(Aside::NoTime, summary(component)),
                },
                ICalendarComponentType::VFreebusy => self.read_periods(component, &home),
                _ => {}
            }
        }
    }

    fn read_periods(&mut self, component: &ICalendarComponent, home: &Zone) {
        for entry in component.properties(&Property::Freebusy) {
            let is_free = entry
                .parameters(&ICalendarParameterName::Fbtype)
                .any(|kind| matches!(kind, ICalendarParameterValue::Fbtype(ICalendarFreeBusyType::Free)));
            let periods = entry.values.iter().filter(|_| !is_free).filter_map(|value| match value {
                Value::Period(value) => period(value, (home, false)),
                _ => None,
            });
            self.periods.extend(periods.map(|(start, length)| (start.instant(), length.end(&start.zone, start.wall))));
        }
    }
}

/// Whether a time names a zone.
#[derive(Clone, Copy, PartialEq)]
enum Named {
    Known,
    Unknown,
    Not,
}

/// The zone that a calendar says its times without a zone are in.
fn floating(calendar: &ICalendar, zones: &Zones) -> Option<Zone> {
    let top = calendar.components.iter().find(|it| it.component_type == ICalendarComponentType::VCalendar)?;
    let says = |entry: &&ICalendarEntry| match &entry.name {
        Property::Other(name) => name.eq_ignore_ascii_case("X-WR-TIMEZONE"),
        name => *name == Property::Tzid,
    };
    zones.find(top.entries.iter().find(says)?.values.first()?.as_text()?)
}

fn summary(component: &ICalendarComponent) -> &str {
    component.property(&Property::Summary).and_then(|entry| entry.values.first()?.as_text()).unwrap_or_default()
}

fn event(
    component: &ICalendarComponent,
    zone_of: &dyn Fn(&ICalendarEntry) -> (Zone, Named),
    tally: &mut Tally,
) -> Option<Event> {
    let (mut known, mut odd_date) = (true, false);
    let mut times = |property: &Property| -> Vec<When> {
        let mut found = Vec::new();
        for entry in component.properties(property) {
            let (zone, named) = zone_of(entry);
            known &= named != Named::Unknown;
            for value in &entry.values {
                match value {
                    Value::PartialDateTime(value) => found.extend(When::read(value, (&zone, named != Named::Not))),
                    Value::Period(_) => {}
                    _ => odd_date |= matches!(property, Property::Rdate | Property::Exdate),
                }
            }
        }
        found
    };
    let start = times(&Property::Dtstart).into_iter().next()?;
    let end = times(&Property::Dtend).into_iter().next();
    let replaces = times(&Property::RecurrenceId).into_iter().next();
    let without = times(&Property::Exdate);
    let mut also: Vec<_> = times(&Property::Rdate).into_iter().map(|date| (date, None)).collect();
    for entry in component.properties(&Property::Rdate) {
        let (zone, named) = zone_of(entry);
        also.extend(entry.values.iter().filter_map(|value| match value {
            Value::Period(value) => {
                period(value, (&zone, named != Named::Not)).map(|(start, length)| (start, Some(length)))
            }
            _ => None,
        }));
    }
    let all_day = start.is_date || says(component, "X-MICROSOFT-CDO-ALLDAYEVENT", &["TRUE"]);
    let start = if all_day { start.midnight() } else { start };
    // An end that names no zone is one of the start's, and a start that names none is one of the end's.
    let (start, end) = match end {
        Some(end) if start.has_zone && !end.has_zone => (start.clone(), Some(When { zone: start.zone, ..end })),
        Some(end) if !start.has_zone && end.has_zone && !start.is_date => {
            (When { zone: end.zone.clone(), ..start }, Some(end))
        }
        end => (start, end),
    };
    let length = length(component, &start, end)?;
    let name = summary(component);
    let (rule, odd) = rules(component, &Property::Rrule);
    if odd {
        tally.count_named(Aside::OddRule, name);
    }
    let (except, odd) = rules(component, &Property::Exrule);
    if odd {
        tally.count_named(Aside::OddExcept, name);
    }
    if !known {
        tally.count_named(Aside::OddZone, name);
        tally.read_in(zone_of(component.property(&Property::Dtstart)?).0.name());
    }
    if odd_date {
        tally.count_named(Aside::OddDate, name);
    }
    Some(Event {
        name: name.to_owned(),
        uid: component.uid().unwrap_or_default().to_owned(),
        sequence: component
            .property(&Property::Sequence)
            .and_then(|entry| entry.values.first()?.as_integer())
            .unwrap_or(0),
        replaces: replaces.map(|date| (date, has_range(component))),
        standing: standing(component, all_day, &rule),
        start,
        length,
        rule,
        except,
        also,
        without,
    })
}

fn period(value: &ICalendarPeriod, zone: (&Zone, bool)) -> Option<(When, Length)> {
    match value {
        ICalendarPeriod::Range { start, end } => {
            let (start, end) = (When::read(start, zone)?, When::read(end, zone)?);
            let elapsed = Duration::seconds(end.instant() - start.instant());
            Some((start, Length { wall: Duration::zero(), elapsed }))
        }
        ICalendarPeriod::Duration { start, duration } => Some((When::read(start, zone)?, nominal(duration))),
    }
}

/// The rules that can be used, and whether there were others.
fn rules(component: &ICalendarComponent, property: &Property) -> (Vec<ICalendarRecurrenceRule>, bool) {
    let mut rules = Vec::new();
    let mut odd = false;
    for value in component.properties(property).flat_map(|entry| &entry.values) {
        match value {
            Value::RecurrenceRule(rule) if repeat::is_sound(rule) => rules.push((**rule).clone()),
            _ => odd = true,
        }
    }
    (rules, odd)
}

fn has_range(component: &ICalendarComponent) -> bool {
    component
        .property(&Property::RecurrenceId)
        .is_some_and(|entry| entry.parameters(&ICalendarParameterName::Range).next().is_some())
}
