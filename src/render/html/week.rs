//! A week as its page shows it.

use chrono::NaiveDate;

use crate::brief::Display;
use crate::model::Kind;
use crate::plan::{Entry, Plan};
use crate::render::bidi::isolated;
use crate::render::words;

use super::chart::{self, Chart};
use super::density::{self, Contents, Setting};
use super::done::Done;
use super::left_out::{self, LeftOut};
use super::session::SessionView;
use super::spread::{Place, Shown};

/// What the template prints of a week.
pub(super) struct WeekView {
    pub(super) number: u32,
    /// The weeks beside it.
    pub(super) before: Option<u32>,
    pub(super) after: Option<u32>,
    /// "Build", "Base, deload".
    pub(super) phase: String,
    pub(super) deload: bool,
    pub(super) dates: String,
    /// Its first day, for the list of weeks.
    pub(super) from: String,
    pub(super) totals: Vec<String>,
    pub(super) strip: Chart,
    pub(super) days: Vec<DayView>,
    pub(super) notes: Vec<String>,
    pub(super) left_out: Vec<LeftOut>,
    /// How tightly it is set in print.
    pub(super) setting: Setting,
}

/// What the template prints of a day.
pub(super) struct DayView {
    /// For machines, `2026-11-30`.
    pub(super) iso: String,
    pub(super) weekday: &'static str,
    pub(super) date: String,
    /// Which week it belongs to, where that is another one; empty otherwise.
    pub(super) aside: String,
    /// What stands on a day without sessions.
    pub(super) empty: &'static str,
    pub(super) sessions: Vec<SessionView>,
}

impl WeekView {
    pub(super) fn new(plan: &Plan, shown: &Shown<'_>, done: &Done, display: &Display) -> Self {
        let week = shown.week;
        let mut days: Vec<DayView> = shown
            .days
            .iter()
            .map(|day| DayView {
                iso: day.date.to_string(),
                weekday: words::weekday_short(day.date),
                date: words::date_short(day.date),
                aside: aside(day.place, week.number),
                empty: if day.place == Place::Outside { "The block begins tomorrow" } else { "Rest" },
                sessions: day
                    .entries
                    .iter()
                    .map(|entry| SessionView::new(plan, entry, display).with(done.run(entry.id())))
                    .collect(),
            })
            .collect();
        let mut totals = totals(shown, display);
        totals.extend(done.week(week.number).cloned());
        let left_out = left_out::of_week(week, display.sunday_first);
        let notes: Vec<String> = week.notes.iter().map(|note| isolated(note)).collect();
        let contents = Contents {
            days: days.iter().map(|day| day.sessions.as_slice()).collect(),
            notes: &notes,
            left_out: &left_out,
            heading: density::heading(&totals) + days.iter().filter(|day| !day.aside.is_empty()).count(),
        };
        let setting = density::setting(&contents);
        for session in days.iter_mut().flat_map(|day| &mut day.sessions) {
            session.short = setting.longest.and_then(|longest| density::cut(&session.name, longest));
        }
        Self {
            number: week.number,
            before: beside(plan, week.number, -1),
            after: beside(plan, week.number, 1),
            phase: words::phase(week.phase).to_owned(),
            deload: week.deload,
            dates: dates(shown).map_or_else(String::new, |(from, to)| words::date_span(from, to)),
            from: dates(shown).map_or_else(String::new, |(from, _)| words::date_short(from)),
            totals,
            strip: chart::days(shown),
            days,
            notes,
            left_out,
            setting,
        }
    }
}

/// The number of a week so many away, where the plan has it.
fn beside(plan: &Plan, number: u32, step: i32) -> Option<u32> {
    let wanted = number.checked_add_signed(step)?;
    plan.weeks.iter().map(|week| week.number).find(|&number| number == wanted)
}

/// "still week 3" for a Sunday that is shown with the week after its own.
fn aside(place: Place, week: u32) -> String {
    match place {
        Place::Own | Place::Outside => String::new(),
        Place::Before => format!("still week {}", week.saturating_sub(1)),
        Place::Last => "the last day".to_owned(),
    }
}

/// The first and the last date of a shown week.
pub(super) fn dates(shown: &Shown<'_>) -> Option<(NaiveDate, NaiveDate)> {
    let first = shown.days.iter().find(|day| day.place != Place::Outside)?;
    Some((first.date, shown.days.last()?.date))
}

/// "3 runs, 1 h 35 min", "2 strength", "load 1,210".
fn totals(shown: &Shown<'_>, display: &Display) -> Vec<String> {
    let (races, runs): (Vec<_>, Vec<_>) = (shown.week.races().collect(), shown.week.training().collect());
    let mut totals = Vec::new();
    if runs.is_empty() && races.is_empty() {
        totals.push("no runs".to_owned());
    } else if !runs.is_empty() {
        let length = words::hours(shown.week.training_minutes());
        let known: Option<Vec<f64>> = runs.iter().map(|run| run.run.distance_km).collect();
        let distance = known.map(|known| words::distance(known.iter().sum(), display.miles));
        let text = [Some(words::count(runs.len(), "run")), Some(length), distance];
        totals.push(text.into_iter().flatten().collect::<Vec<_>>().join(", "));
    }
    if !races.is_empty() {
        totals.push(words::count(races.len(), "race"));
    }
    for kind in Kind::ALL {
        let number = shown.entries().filter(|entry| is(entry, *kind)).count();
        if number > 0 {
            totals.push(format!("{number} {}", kind.word()));
        }
    }
    totals.push(format!("load {}", words::thousands(shown.load())));
    if display.sunday_first {
        totals.push("counted from Monday to Sunday".to_owned());
    }
    totals
}

fn is(entry: &Entry, kind: Kind) -> bool {
    matches!(
        (entry, kind),
        (Entry::Strength(_), Kind::Strength) | (Entry::Mobility(_), Kind::Mobility) | (Entry::Other(_), Kind::Other)
    )
}
