//! The block of weeks and the event in it.

use chrono::{Datelike, Duration, NaiveDate};

use super::node::Node;
use super::problem::Wrong;
use super::read::{Defaults, Told};
use super::{Block, Event};
use crate::model::Clock;

impl Block {
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
    let block = Block {
        name: node.text("name").unwrap_or_default().to_owned(),
        start: start?,
        weeks: node.whole("weeks")?,
        timezone: timezone.unwrap_or(defaults.timezone),
        deload_every: node.whole("deload_every"),
        weeks_since_deload: node.whole("weeks_since_deload").unwrap_or(0),
        event: node.get("event").and_then(event),
    };
    if let (Some(event), Some(at)) = (&block.event, node.get("event").and_then(|event| event.get("date")))
        && !block.contains(event.date)
    {
        let (first, last) = (block.start.to_string(), block.last().to_string());
        told.problems.push(Wrong::EventOutside { date: event.date.to_string(), first, last }.at(at.span));
    }
    Some(block)
}

fn event(node: &Node) -> Option<Event> {
    Some(Event {
        name: node.text("name").filter(|name| !name.trim().is_empty()).unwrap_or("Race").to_owned(),
        date: node.date("date")?,
        start: node.clock("start").unwrap_or(Clock(10 * 60)),
        distance_km: node.number("distance_km")?,
    })
}
