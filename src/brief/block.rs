//! The block of weeks and the event in it.

use chrono::{Datelike, Duration, NaiveDate};

use super::excerpt::quoted;
use super::node::Node;
use super::problem::Wrong;
use super::read::{Defaults, Told};
use super::{Block, Event};
use crate::brief::form;
use crate::model::{Clock, Priority, RaceKind, Surface};

impl Block {
    /// Whether it leads to a race that runners train for.
    pub fn races(&self) -> bool {
        self.event.as_ref().is_some_and(|event| event.kind == RaceKind::Run)
    }

    /// Its last day, a Sunday.
    pub fn last(&self) -> NaiveDate {
        self.start + Duration::days(i64::from(self.weeks) * 7 - 1)
    }

    /// Whether a date lies inside it.
    pub fn contains(&self, date: NaiveDate) -> bool {
        (self.start..=self.last()).contains(&date)
    }
}

pub(super) fn block(node: &Node, defaults: Defaults, told: &mut Told) -> Option<Block> {
    let start = node.date("start");
    if let (Some(date), Some(at)) = (start, node.get("start")) {
        let past = i64::from(date.weekday().num_days_from_monday());
        if past > 0 {
            let monday = date - Duration::days(past);
            told.problems.push(
                Wrong::NotMonday {
                    date: date.to_string(),
                    weekday: date.format("%A").to_string(),
                    before: monday.to_string(),
                    after: (monday + Duration::days(7)).to_string(),
                }
                .at(at.span),
            );
        }
    }
    let timezone = node.text("timezone").and_then(|zone| zone.parse().ok());
    if node.get("timezone").is_none() {
        told.warnings.push(format!("Clock times are read as times in {}.", defaults.timezone));
    }
    let mut block = Block {
        name: node.text("name").unwrap_or_default().to_owned(),
        start: start?,
        weeks: node.whole("weeks")?,
        timezone: timezone.unwrap_or(defaults.timezone),
        deload_every: node.whole("deload_every"),
        weeks_since_deload: node.whole("weeks_since_deload").unwrap_or(0),
        event: node.get("event").and_then(|node| event(node, Priority::A)),
        events: Vec::new(),
    };
    if let (Some(event), Some(at)) = (&block.event, node.get("event").and_then(|event| event.get("date")))
        && !block.contains(event.date)
    {
        let (first, last) = (block.start.to_string(), block.last().to_string());
        told.problems.push(Wrong::EventOutside { date: event.date.to_string(), first, last }.at(at.span));
    }
    races(&mut block, node, told);
    Some(block)
}

/// Reads every race: that of `event` and those of `events`, of which one may be the A race in its place.
fn races(block: &mut Block, node: &Node, told: &mut Told) {
    let mut races: Vec<Event> = block.event.iter().cloned().collect();
    for node in node.list("events") {
        let Some(race) = event(node, Priority::C) else { continue };
        if !block.contains(race.date) {
            told.warnings.push(format!("{} on {} lies outside the block and changes nothing.", race.name, race.date));
            continue;
        }
        let at = |key: &str| node.get(key).map_or(node.span, |at| at.span);
        let (one, two) = (|known: &Event| quoted(&known.name), quoted(&race.name));
        if let Some(known) = races.iter().find(|known| known.date == race.date) {
            let date = race.date.to_string();
            told.problems.push(Wrong::RacesOnOneDay { one: one(known), two, date }.at(at("date")));
        } else if let (Priority::A, Some(known)) = (race.priority, &block.event) {
            told.problems.push(Wrong::TwoMainRaces { one: one(known), two }.at(at("priority")));
        } else {
            if race.priority == Priority::A {
                block.event = Some(race.clone());
            }
            races.push(race);
        }
    }
    races.sort_by_key(|race| race.date);
    told.warnings.extend(beside_another(&races, block));
    block.events = races;
}

/// What is told of a race in the week of another, which is the one that is planned.
fn beside_another(races: &[Event], block: &Block) -> Vec<String> {
    let week = |race: &Event| (race.date - block.start).num_days() / 7;
    let planned = |race: &Event| {
        let of_week = || races.iter().filter(|other| week(other) == week(race));
        of_week().find(|other| Some(*other) == block.event.as_ref()).or_else(|| of_week().next())
    };
    let told = races.iter().filter_map(|race| {
        let first = planned(race).filter(|first| *first != race)?;
        Some(format!(
            "{} on {} is in the week of {}, and one race a week is planned: its day is kept free. As a session of kind `run` on that \
             date it would be in the plan.",
            race.name, race.date, first.name
        ))
    });
    told.collect()
}

/// A race, of this priority where it has no word of its own.
fn event(node: &Node, priority: Priority) -> Option<Event> {
    let time = node.get("target_time").and_then(Node::as_text);
    Some(Event {
        name: node.text("name").filter(|name| !name.trim().is_empty()).unwrap_or("Race").to_owned(),
        date: node.date("date")?,
        start: node.clock("start").unwrap_or(Clock(10 * 60)),
        distance_km: node.number("distance_km")?,
        priority: node.text("priority").and_then(Priority::parse).unwrap_or(priority),
        target_seconds: time.and_then(form::race_seconds),
        climb_m: node.whole("climb_m").unwrap_or(0),
        surface: node.text("surface").and_then(Surface::parse).unwrap_or(Surface::Road),
        kind: node.text("kind").and_then(RaceKind::parse).unwrap_or(RaceKind::Run),
    })
}
