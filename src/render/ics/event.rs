//! What a session or a run is in the calendar.

use chrono::{DateTime, TimeZone};

use super::describe;
use crate::brief::Display;
use crate::model::{Calendar, Minutes, Moment, RunClass};
use crate::plan::{Cancelled, Entry, LocalTime, Plan, Revision, alarm_minutes, uid};

/// One VEVENT.
pub(super) struct Event<'a> {
    pub(super) uid: String,
    pub(super) sequence: u32,
    pub(super) changed: String,
    pub(super) starts: Moment,
    pub(super) ends: Moment,
    pub(super) start: At,
    pub(super) end: At,
    pub(super) summary: String,
    pub(super) description: String,
    pub(super) categories: Vec<&'a str>,
    pub(super) color: &'static str,
    pub(super) alarm_minutes: Option<u32>,
    pub(super) cancelled: bool,
}

/// A date and time as the file has it: in the plan's zone, or in UTC where that hour of the clock comes twice, which programs in use
/// read in different ways.
pub(super) struct At {
    pub(super) text: String,
    pub(super) utc: bool,
}

/// The events of a plan by start: what takes place, and what was cancelled.
pub(super) fn events<'a>(plan: &'a Plan, calendar: Calendar, display: &Display, only_runs: bool) -> Vec<Event<'a>> {
    let entries = plan.weeks.iter().flat_map(|week| &week.sessions);
    let takes_place = entries
        .filter(|entry| !only_runs || entry.as_run().is_some())
        .map(|entry| scheduled(plan, entry, calendar, display));
    let cancelled =
        plan.cancelled.iter().filter(|gone| !only_runs || gone.run).map(|gone| tombstone(plan, gone, calendar));
    let mut events: Vec<_> = takes_place.chain(cancelled).collect();
    events.sort_by(|a, b| (a.starts, &a.uid).cmp(&(b.starts, &b.uid)));
    events
}

fn scheduled<'a>(plan: &Plan, entry: &'a Entry, calendar: Calendar, display: &Display) -> Event<'a> {
    let (categories, color) = look(entry);
    // What lies in the past is shown as it was.
    let shown = plan.shown_on(entry.start().0.date());
    let display = &Display {
        miles: shown.map_or(display.miles, |shown| shown.miles),
        alarm_minutes: shown.map_or(display.alarm_minutes, |shown| shown.alarm_minutes),
        ..display.clone()
    };
    Event {
        summary: describe::summary(entry),
        description: describe::description(entry, display),
        categories,
        color,
        alarm_minutes: entry
            .as_run()
            .filter(|run| run.warning.is_none())
            .and(display.alarm_minutes)
            .map(|wished| alarm_minutes(plan, entry, wished)),
        ..bare(plan, entry.id(), entry.revision(), moment(entry.start(), calendar), entry.minutes(), calendar)
    }
}

fn tombstone<'a>(plan: &Plan, gone: &'a Cancelled, calendar: Calendar) -> Event<'a> {
    Event {
        summary: describe::cancelled(gone),
        description: "No longer part of the plan.".to_owned(),
        cancelled: true,
        ..bare(plan, &gone.id, &gone.revision, gone.moment(&calendar), gone.minutes, calendar)
    }
}

fn moment(start: LocalTime, calendar: Calendar) -> Moment {
    calendar.moment(calendar.day(start.0.date()), start.clock())
}

/// An event that has its identity and its time and says nothing yet.
fn bare<'a>(
    plan: &Plan,
    id: &str,
    revision: &Revision,
    starts: Moment,
    minutes: Minutes,
    calendar: Calendar,
) -> Event<'a> {
    let ends = starts.plus(minutes.max(1));
    Event {
        uid: if revision.uid.is_empty() { uid(&plan.id, id) } else { revision.uid.clone() },
        sequence: revision.sequence,
        changed: stamp(revision),
        starts,
        ends,
        start: At::new(starts, calendar),
        end: At::new(ends, calendar),
        summary: String::new(),
        description: String::new(),
        categories: Vec::new(),
        color: "",
        alarm_minutes: None,
        cancelled: false,
    }
}

/// When an event last changed, as the file has it.
pub(super) fn stamp(revision: &Revision) -> String {
    DateTime::parse_from_rfc3339(&revision.changed)
        .map_or(DateTime::UNIX_EPOCH, |changed| changed.to_utc())
        .format("%Y%m%dT%H%M%SZ")
        .to_string()
}

impl At {
    fn new(moment: Moment, calendar: Calendar) -> Self {
        let wall = calendar.wall(moment);
        let utc = calendar.zone().from_local_datetime(&wall).single().is_none();
        let shown = if utc { DateTime::from_timestamp(moment.0 * 60, 0).unwrap_or_default().naive_utc() } else { wall };
        Self { text: shown.format("%Y%m%dT%H%M%S").to_string(), utc }
    }
}

/// Categories, and a CSS3 colour name (RFC 7986).
fn look(entry: &Entry) -> (Vec<&str>, &'static str) {
    match entry {
        Entry::Strength(_) => (vec!["Strength"], "slategray"),
        Entry::Mobility(_) => (vec!["Mobility"], "mediumpurple"),
        Entry::Other(_) => (vec!["Other"], "darkgray"),
        Entry::Run(run) => {
            let color = match run.run.class {
                RunClass::Easy => "mediumseagreen",
                RunClass::Long => "royalblue",
                RunClass::Quality => "darkorange",
                RunClass::Race => "crimson",
            };
            (vec!["Running", run.run.kind.title()], color)
        }
    }
}
