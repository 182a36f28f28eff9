//! Events laid out in time: repeats, dates left out, instances that were moved.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Duration, NaiveDate, NaiveDateTime};

use super::budget::Budget;
use super::event::Event;
use super::length::Length;
use super::standing::Standing;
use super::tally::{Aside, Tally};
use super::when::{When, instant, wall};
use super::zones::Zone;
use super::{BusyError, repeat};

/// Adds to `taken` the seconds since 1970 of whatever touches the window, and counts what is left aside in it.
pub(super) fn lay_out(
    events: Vec<Event>,
    home: &Zone,
    window: (i64, i64),
    budget: &mut Budget,
    tally: &mut Tally,
    taken: &mut Vec<(i64, i64)>,
) -> Result<(), BusyError> {
    let (instances, whole): (Vec<_>, Vec<_>) =
        newest(events, window, tally).into_iter().partition(|event| event.replaces.is_some());
    let mut by_uid: BTreeMap<&str, Vec<&Event>> = BTreeMap::new();
    for change in &instances {
        by_uid.entry(&change.uid).or_default().push(change);
    }
    for event in &whole {
        let changed = by_uid.get(event.uid.as_str()).map_or(&[][..], Vec::as_slice);
        budget.changes(changed.len())?;
        let series = Series::new(event, changed, home);
        settle(&event.name, series.standings(window, budget, tally)?, tally, taken);
    }
    for change in &instances {
        let occurrence = (change.start.instant(), change.length.end(&change.start.zone, change.start.wall));
        if touches(occurrence, window) {
            settle(&change.name, vec![(change.standing, occurrence)], tally, taken);
        }
    }
    Ok(())
}

/// Of several versions of one event or instance the one with the highest sequence. Equal ones all count: there are
/// programs that give different events one identity.
fn newest(events: Vec<Event>, window: Occurrence, tally: &mut Tally) -> Vec<Event> {
    let key = |event: &Event| (event.uid.clone(), event.replaces.as_ref().map(|(date, _)| date.instant()));
    let mut highest: BTreeMap<_, i64> = BTreeMap::new();
    for event in &events {
        let best = highest.entry(key(event)).or_insert(event.sequence);
        *best = event.sequence.max(*best);
    }
    let (newest, older): (Vec<_>, Vec<_>) =
        events.into_iter().partition(|event| event.uid.is_empty() || highest.get(&key(event)) == Some(&event.sequence));
    // Programs that count up one identity from match to match lose all but the last: that is told.
    let taken: BTreeSet<i64> = newest.iter().map(|event| event.start.instant()).collect();
    for event in older {
        let (from, to) = (event.start.instant(), event.length.end(&event.start.zone, event.start.wall));
        if event.standing == Standing::Busy && touches((from, to), window) && !taken.contains(&from) {
            tally.count_named(Aside::Older, &event.name);
        }
    }
    newest
}

type Occurrence = (i64, i64);

/// Books what one event comes to: its busy occurrences are taken, and each way it is left aside is counted once.
fn settle(name: &str, found: Vec<(Standing, Occurrence)>, tally: &mut Tally, taken: &mut Vec<Occurrence>) {
    let mut told = BTreeSet::new();
    for (standing, occurrence) in found {
        match standing {
            Standing::Busy if occurrence.0 == occurrence.1 => {
                if told.insert(Aside::NoLength) {
                    tally.without_length(name, occurrence.0);
                }
            }
            Standing::Busy => taken.push(occurrence),
            Standing::Aside(aside) => {
                if aside == Aside::BusyDay {
                    taken.push(occurrence);
                }
                if aside == Aside::AllDay {
                    tally.left_aside(occurrence.0);
                }
                if told.insert(aside) {
                    tally.count(aside);
                }
            }
        }
    }
}

fn touches((from, to): Occurrence, window: (i64, i64)) -> bool {
    from < window.1 && (to > window.0 || (from == to && from == window.0))
}

/// A repeating event and what was changed about it.
struct Series<'a> {
    event: &'a Event,
    zone: Zone,
    left_out: BTreeSet<i64>,
    days_left_out: BTreeSet<NaiveDate>,
    /// From which instant on, how much later, how long and how it stands.
    onwards: BTreeMap<i64, (Duration, Length, Standing)>,
}

impl<'a> Series<'a> {
    fn new(event: &'a Event, changed: &[&Event], home: &Zone) -> Self {
        // A day is a day wherever the person is.
        let zone = if event.start.is_date { home.clone() } else { event.start.zone.clone() };
        let mut series =
            Self { event, zone, left_out: BTreeSet::new(), days_left_out: BTreeSet::new(), onwards: BTreeMap::new() };
        for date in &event.without {
            series.leave_out(date);
        }
        for change in changed {
            let Some((date, onwards)) = &change.replaces else { continue };
            series.leave_out(date);
            if *onwards {
                let later = Duration::seconds(change.start.instant() - date.instant());
                series.onwards.insert(date.instant(), (later, change.length, change.standing));
            }
        }
        series
    }

    fn leave_out(&mut self, date: &When) {
        if date.is_date || self.event.start.is_date {
            self.days_left_out.insert(date.on_wall_of(&self.zone).date());
        } else {
            self.left_out.insert(date.instant());
        }
    }

    fn standings(
        &self,
        window: (i64, i64),
        budget: &mut Budget,
        tally: &mut Tally,
    ) -> Result<Vec<(Standing, Occurrence)>, BusyError> {
        let mut dates: BTreeMap<NaiveDateTime, Option<Length>> = BTreeMap::new();
        let mut past_its_end = false;
        let bounds = self.bounds(window);
        for rule in &self.event.rule {
            match repeat::dates(rule, self.event.start.wall, &self.zone, bounds, budget)? {
                Some(found) => dates.extend(found.into_iter().map(|date| (date, None))),
                None => tally.count_named(Aside::OddRule, &self.event.name),
            }
            past_its_end |= repeat::ends_before(rule, self.event.start.wall, &self.zone);
        }
        if !past_its_end {
            dates.entry(self.event.start.wall).or_default();
        }
        for (date, length) in &self.event.also {
            budget.date()?;
            dates.insert(date.on_wall_of(&self.zone), *length);
        }
        for rule in &self.event.except {
            match repeat::dates(rule, self.event.start.wall, &self.zone, bounds, budget)? {
                Some(without) => dates.retain(|date, _| without.binary_search(date).is_err()),
                None => tally.count_named(Aside::OddExcept, &self.event.name),
            }
        }
        let found = dates.into_iter().filter_map(|(wall, length)| self.occurrence(wall, length));
        Ok(found.filter(|(_, occurrence)| touches(*occurrence, window)).collect())
    }

    fn occurrence(&self, wall: NaiveDateTime, length: Option<Length>) -> Option<(Standing, Occurrence)> {
        let from = instant(&self.zone, wall);
        if self.left_out.contains(&from) || self.days_left_out.contains(&wall.date()) {
            return None;
        }
        if let Some((_, (later, length, standing))) = self.onwards.range(..=from).next_back() {
            let wall = wall.checked_add_signed(*later)?;
            return Some((*standing, (instant(&self.zone, wall), length.end(&self.zone, wall))));
        }
        Some((self.event.standing, (from, length.unwrap_or(self.event.length).end(&self.zone, wall))))
    }

    /// The wall-clock times between which an occurrence can start that touches the window, a day wide of it.
    fn bounds(&self, window: (i64, i64)) -> (NaiveDateTime, NaiveDateTime) {
        let lengths = self.onwards.values().map(|(later, length, _)| *later + length.reach());
        let reach = lengths.max().unwrap_or_default().max(self.event.length.reach());
        let ahead = self.onwards.values().map(|(later, ..)| -*later).max().unwrap_or_default().max(Duration::zero());
        let wall = |seconds: i64| wall(&self.zone, seconds).unwrap_or(NaiveDateTime::MIN);
        let day = Duration::days(1);
        let first = wall(window.0).checked_sub_signed(reach).and_then(|first| first.checked_sub_signed(day));
        let last = wall(window.1).checked_add_signed(ahead).and_then(|last| last.checked_add_signed(day));
        (first.unwrap_or(NaiveDateTime::MIN), last.unwrap_or(NaiveDateTime::MAX))
    }
}
