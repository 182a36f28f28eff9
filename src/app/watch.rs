//! The runs of the next weeks for a watch, for intervals.icu or for a treadmill.

use chrono::{Duration, NaiveDate};
use serde_json::Value;

use crate::model::WEEKDAYS;
use crate::plan::{PlacedRun, Plan};
use crate::prescribe::{heart::Zones, paces::Vdot};
use crate::render;
use crate::render::watch::{self, Body, Targets, Workout};

/// What is written for a watch.
#[derive(Clone, Copy, Debug)]
pub struct WatchInput<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The first day.
    pub from: NaiveDate,
    /// For how many weeks.
    pub weeks: u32,
    /// In which form.
    pub format: WatchFormat,
    /// What steps aim at, where it is not to be what the plan says.
    pub targets: Option<Targets>,
    /// Whether runs outside go to Zwift too, where the plan knows treadmill days.
    pub all: bool,
}

/// In which form runs go to a watch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WatchFormat {
    /// FIT workouts and their schedule.
    Fit,
    /// The text of intervals.icu, and its events as JSON.
    Intervals,
    /// Zwift's workouts.
    Zwo,
}

/// The name of the file that holds the text of intervals.icu.
pub const INTERVALS_TEXT: &str = "intervals.txt";
/// The name of the file that holds the events of intervals.icu.
pub const INTERVALS_EVENTS: &str = "intervals.json";

/// The files for a watch, each with its name; none where no run stands in those weeks.
pub fn watch(input: &WatchInput<'_>) -> Vec<(String, Vec<u8>)> {
    let brief = input.plan.read_brief().ok();
    let body = brief.as_ref().map_or_else(Body::default, |brief| Body {
        max_heart_rate: Zones::of(&brief.athlete, brief.block.start, &brief.rules.heart_rate)
            .and_then(|zones| u32::try_from(zones.max()).ok()),
        ten_km_seconds: brief.athlete.recent_race.as_ref().and_then(Vdot::of_race).map(ten_km_seconds),
    });
    let workouts = workouts(input, brief.is_some_and(|brief| brief.display.miles));
    match input.format {
        WatchFormat::Fit => watch::fit(input.plan, &workouts),
        WatchFormat::Zwo => watch::zwo(&workouts, body),
        WatchFormat::Intervals if workouts.is_empty() => Vec::new(),
        WatchFormat::Intervals => vec![
            (INTERVALS_TEXT.to_owned(), watch::intervals_text(&workouts, body).into_bytes()),
            (
                INTERVALS_EVENTS.to_owned(),
                render::json_of(&watch::intervals_events(input.plan, &workouts, body)).into_bytes(),
            ),
        ],
    }
}

/// The runs that [`watch()`] writes, by start.
pub fn watched<'a>(input: &WatchInput<'a>) -> Vec<&'a PlacedRun> {
    workouts(input, false).iter().map(Workout::run).collect()
}

fn ten_km_seconds(fitness: Vdot) -> u32 {
    fitness.race_seconds(10.0).round() as u32
}

fn workouts<'a>(input: &WatchInput<'a>, miles: bool) -> Vec<Workout<'a>> {
    let running = &input.plan.brief["running"];
    let targets = input.targets.or_else(|| running["targets"].as_str().and_then(Targets::parse));
    let indoors = treadmill_days(running);
    let is_indoors = |date: NaiveDate| indoors[chrono::Datelike::weekday(&date).num_days_from_monday() as usize];
    let knows_days = indoors.contains(&true);
    let to = input.from.checked_add_signed(Duration::weeks(i64::from(input.weeks))).unwrap_or(NaiveDate::MAX);
    let wanted = |run: &&PlacedRun| {
        let date = run.start.0.date();
        let elsewhere = input.format == WatchFormat::Zwo && knows_days && !input.all && !is_indoors(date);
        (input.from..to).contains(&date) && !elsewhere
    };
    let mut runs: Vec<&PlacedRun> = input.plan.open_runs().filter(wanted).collect();
    runs.sort_by_key(|run| run.start);
    let workout = |run: &'a PlacedRun| Workout::new(run, targets, is_indoors(run.start.0.date()), miles);
    runs.into_iter().filter_map(workout).collect()
}

/// The weekdays of runs on a treadmill, as the brief says.
fn treadmill_days(running: &Value) -> [bool; 7] {
    let named = running["treadmill_days"].as_array().or_else(|| running["treadmill"].as_array());
    let is_named = |day: &&str| named.is_some_and(|days| days.iter().any(|named| named == *day));
    WEEKDAYS.each_ref().map(is_named)
}
