//! A week as its page shows it.

use chrono::NaiveDate;

use crate::brief::Display;
use crate::model::Kind;
use crate::plan::{Entry, Plan};
use crate::render::words;

use super::chart::{self, Chart};
use super::density::{self, Contents, Setting};
use super::left_out::LeftOut;
use super::session::SessionView;
use super::spread::Shown;

/// What the template prints of a week.
pub(super) struct WeekView {
    pub(super) number: u32,
    /// "Build", "Base, deload".
    pub(super) phase: String,
    pub(super) deload: bool,
    pub(super) dates: String,
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
    pub(super) sessions: Vec<SessionView>,
}

impl WeekView {
    pub(super) fn new(plan: &Plan, shown: &Shown<'_>, display: &Display) -> Self {
        let week = shown.week;
        let mut days: Vec<DayView> = shown
            .days
            .iter()
            .map(|day| DayView {
                iso: day.date.to_string(),
                weekday: words::weekday_short(day.date),
                date: words::date_short(day.date),
                sessions: day.entries.iter().map(|entry| SessionView::new(plan, entry, display)).collect(),
            })
            .collect();
        let left_out: Vec<LeftOut> = week.unplaced.iter().map(LeftOut::new).collect();
        let contents = Contents {
            days: days.iter().map(|day| day.sessions.as_slice()).collect(),
            notes: &week.notes,
            left_out: &left_out,
        };
        let setting = density::setting(&contents);
        for session in days.iter_mut().flat_map(|day| &mut day.sessions) {
            session.short = setting.longest.and_then(|longest| density::cut(&session.name, longest));
        }
        Self {
            number: week.number,
            phase: words::phase(week.phase).to_owned(),
            deload: week.deload,
            dates: dates(shown).map_or_else(String::new, |(from, to)| words::date_span(from, to)),
            totals: totals(shown, display),
            strip: chart::days(shown),
            days,
            notes: week.notes.clone(),
            left_out,
            setting,
        }
    }
}

/// The first and the last date of a shown week.
pub(super) fn dates(shown: &Shown<'_>) -> Option<(NaiveDate, NaiveDate)> {
    Some((shown.days.first()?.date, shown.days.last()?.date))
}

/// "3 runs, 1 h 35 min", "2 strength", "load 1,210".
fn totals(shown: &Shown<'_>, display: &Display) -> Vec<String> {
    let runs: Vec<_> = shown.entries().filter_map(Entry::as_run).collect();
    let mut totals = Vec::new();
    if runs.is_empty() {
        totals.push("no runs".to_owned());
    } else {
        let length = words::hours(runs.iter().map(|run| run.minutes).fold(0, i32::saturating_add));
        let known: Option<Vec<f64>> = runs.iter().map(|run| run.run.distance_km).collect();
        let distance = known.map(|known| words::distance(known.iter().sum(), display.miles));
        let text = [Some(words::count(runs.len(), "run")), Some(length), distance];
        totals.push(text.into_iter().flatten().collect::<Vec<_>>().join(", "));
    }
    for kind in Kind::ALL {
        let number = shown.entries().filter(|entry| is(entry, *kind)).count();
        if number > 0 {
            totals.push(format!("{number} {}", kind.word()));
        }
    }
    totals.push(format!("load {}", words::thousands(shown.load())));
    totals
}

fn is(entry: &Entry, kind: Kind) -> bool {
    matches!(
        (entry, kind),
        (Entry::Strength(_), Kind::Strength) | (Entry::Mobility(_), Kind::Mobility) | (Entry::Other(_), Kind::Other)
    )
}
