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
use super::when::{When, Zone};

/// One event, or one changed instance of a repeating event.
#[derive(Clone, Debug)]
pub(super) struct Event {
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

    /// Reads one calendar.
    pub(super) fn read(&mut self, calendar: &ICalendar, tally: &mut Tally) {
        let zones = calendar.build_tz_resolver();
        let home = self.home;
        let zone_of = |entry: &ICalendarEntry| match entry.tz_id() {
            None => (home, true),
            Some(name) => match zones.resolve(name) {
                Some(zone) if !zone.is_floating() => (zone, true),
                _ => (home, false),
            },
        };
        for component in &calendar.components {
            match component.component_type {
                ICalendarComponentType::VEvent if component.uid().is_some_and(|uid| self.own.contains(uid)) => {
                    tally.count(Aside::Own);
                }
                ICalendarComponentType::VEvent => match event(component, &zone_of, tally) {
                    Some(event) => self.events.push(event),
                    None => tally.count(Aside::NoTime),
                },
                ICalendarComponentType::VFreebusy => self.read_periods(component),
                _ => {}
            }
        }
    }

    fn read_periods(&mut self, component: &ICalendarComponent) {
        for entry in component.properties(&Property::Freebusy) {
            let is_free = entry
                .parameters(&ICalendarParameterName::Fbtype)
                .any(|kind| matches!(kind, ICalendarParameterValue::Fbtype(ICalendarFreeBusyType::Free)));
            let periods = entry.values.iter().filter(|_| !is_free).filter_map(|value| match value {
                Value::Period(value) => period(value, self.home),
                _ => None,
            });
            self.periods.extend(periods.map(|(start, length)| (start.instant(), length.end(start.zone, start.wall))));
        }
    }
}

fn event(
    component: &ICalendarComponent,
    zone_of: &dyn Fn(&ICalendarEntry) -> (Zone, bool),
    tally: &mut Tally,
) -> Option<Event> {
    let mut known = true;
    let mut times = |property: &Property| -> Vec<When> {
        let mut found = Vec::new();
        for entry in component.properties(property) {
            let (zone, is_known) = zone_of(entry);
            known &= is_known;
            found.extend(entry.values.iter().filter_map(|value| match value {
                Value::PartialDateTime(value) => When::read(value, zone),
                _ => None,
            }));
        }
        found
    };
    let start = times(&Property::Dtstart).first().copied()?;
    let end = times(&Property::Dtend).first().copied();
    let replaces = times(&Property::RecurrenceId).first().copied();
    let without = times(&Property::Exdate);
    let mut also: Vec<_> = times(&Property::Rdate).into_iter().map(|date| (date, None)).collect();
    for entry in component.properties(&Property::Rdate) {
        let zone = zone_of(entry).0;
        also.extend(entry.values.iter().filter_map(|value| match value {
            Value::Period(value) => period(value, zone).map(|(start, length)| (start, Some(length))),
            _ => None,
        }));
    }
    let all_day = start.is_date || says(component, "X-MICROSOFT-CDO-ALLDAYEVENT", &["TRUE"]);
    let start = if all_day { start.midnight() } else { start };
    let length = length(component, start, end)?;
    let (rule, odd) = rules(component);
    if odd {
        tally.count(Aside::OddRule);
    }
    if !known {
        tally.count(Aside::OddZone);
    }
    Some(Event {
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
        also,
        without,
    })
}

fn period(value: &ICalendarPeriod, zone: Zone) -> Option<(When, Length)> {
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
fn rules(component: &ICalendarComponent) -> (Vec<ICalendarRecurrenceRule>, bool) {
    let mut rules = Vec::new();
    let mut odd = false;
    for value in component.properties(&Property::Rrule).flat_map(|entry| &entry.values) {
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
