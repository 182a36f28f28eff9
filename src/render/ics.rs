//! The calendar file of a plan (RFC 5545): one event per run and per session.

mod busy;
mod describe;
mod escaper;
mod event;
mod fold;
mod vtimezone;

use askama::Template;

use crate::brief::Display;
use crate::model::{Calendar, Clock, Day, Moment, Zone};
use crate::plan::Plan;

pub use busy::busy;
pub use escaper::IcsText;
use event::Event;
use vtimezone::Observance;

/// What the template lays out; every text in it is escaped by the template's own escaper.
#[derive(Template)]
#[template(path = "plan.ics")]
struct CalendarFile<'a> {
    name: String,
    zone: &'static str,
    /// How often whoever subscribes should look again, as a duration.
    refresh: Option<&'static str>,
    observances: Vec<Observance>,
    events: Vec<Event<'a>>,
}

/// Whoever subscribes looks again every hour.
const REFRESH: &str = "PT1H";

/// The calendar file of `plan`: CRLF line ends, 75 octets a line, no METHOD. With `only_runs` the fixed sessions are left out.
/// A time zone that is not known, which a plan that was read back never has, is taken as UTC.
pub fn ics(plan: &Plan, display: &Display, only_runs: bool) -> String {
    let calendar = calendar_of(plan);
    file(plan, calendar, event::events(plan, calendar, display, only_runs), None)
}

/// The same calendar for those who subscribe: what was cancelled is simply gone, since they replace all they had.
pub fn feed(plan: &Plan, display: &Display, only_runs: bool) -> String {
    let calendar = calendar_of(plan);
    let mut events = event::events(plan, calendar, display, only_runs);
    events.retain(|event| !event.cancelled);
    file(plan, calendar, events, Some(REFRESH))
}

fn calendar_of(plan: &Plan) -> Calendar {
    let zone = plan.timezone.parse().unwrap_or(Zone::UTC);
    Calendar::new(zone, plan.weeks.first().map(|week| week.start).unwrap_or_default())
}

fn file(plan: &Plan, calendar: Calendar, events: Vec<Event<'_>>, refresh: Option<&'static str>) -> String {
    let zone = calendar.zone();
    let (from, to) = span(plan, calendar, &events);
    let file = CalendarFile {
        name: name(plan),
        zone: zone.name(),
        refresh,
        observances: vtimezone::observances(zone, from, to),
        events,
    };
    fold::lines(&file.render().unwrap_or_default())
}

/// What the calendar is called.
fn name(plan: &Plan) -> String {
    match plan.brief["block"]["name"].as_str().map(str::trim) {
        Some(name) if !name.is_empty() => format!("Training: {}", describe::one_line(name)),
        _ => "Training".to_owned(),
    }
}

/// From the block's first moment to its last, and wider where an event is.
fn span(plan: &Plan, calendar: Calendar, events: &[Event<'_>]) -> (Moment, Moment) {
    let from = calendar.moment(Day(0), Clock(0));
    let to = calendar.moment(Day(7 * plan.weeks.len() as i32), Clock(0));
    events.iter().fold((from, to), |(from, to), event| (from.min(event.starts), to.max(event.ends)))
}

#[cfg(test)]
mod tests;
