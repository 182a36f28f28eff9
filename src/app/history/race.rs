//! A run that looks like a race.

use chrono::{Duration, NaiveDate};

use super::FromHistory;
use crate::follow::RecordedRun;

/// Distances that people race over, in kilometres.
const DISTANCES: [f64; 5] = [5.0, 10.0, 15.0, 21.0975, 42.195];
/// A watch measures a race by so many hundredths short and long (judgement).
const SHORT: f64 = 0.99;
const LONG: f64 = 1.03;
/// A race is run so much faster than usual (judgement).
const FASTER: f64 = 0.93;
/// Paces follow from races of the last half year (judgement).
const DAYS: i64 = 183;
/// Runs shorter than this say nothing of the usual pace, in kilometres.
const SHORTEST: f64 = 2.0;
/// How the time grows with the distance (Riegel 1981, American Scientist).
const RIEGEL: f64 = 1.06;

/// Proposes the best race-like run of the last half year.
pub(super) fn race(found: &mut FromHistory, runs: &[RecordedRun], today: NaiveDate) {
    let pace = |run: &RecordedRun| run.distance_km.filter(|km| *km >= SHORTEST).map(|km| f64::from(run.seconds) / km);
    let mut paces: Vec<f64> = runs.iter().filter_map(pace).collect();
    paces.sort_by(f64::total_cmp);
    let Some(usual) = paces.get(paces.len() / 2).copied() else { return };
    let recent = runs.iter().filter(|run| run.start.date() > today - Duration::days(DAYS));
    let races = recent.filter_map(|run| {
        let km = run.distance_km?;
        let distance = DISTANCES.into_iter().find(|distance| (distance * SHORT..=distance * LONG).contains(&km))?;
        let is_fast = f64::from(run.seconds) / km <= usual * FASTER;
        is_fast.then_some((run, distance, f64::from(run.seconds) * (10.0 / distance).powf(RIEGEL)))
    });
    let Some((run, distance, _)) = races.min_by(|one, other| one.2.total_cmp(&other.2)) else { return };
    let (time, date) = (time(run.seconds), run.start.date());
    found.race = Some(format!("{distance} km {time} {date}"));
    let percent = (100.0 - f64::from(run.seconds) / run.distance_km.unwrap_or(distance) / usual * 100.0).round();
    found.told.push(format!(
        "A race, by the look of it: {distance} km in {time} on {date}, {percent} % faster than you usually run. If it was none, \
         say what was with `--recent-race`."
    ));
}

fn time(seconds: i32) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}
