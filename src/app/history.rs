//! What recordings tell of how somebody runs now: the answers that a brief begins from, each with where it comes from.

mod habits;
mod lifts;
mod race;

pub use lifts::usual_lifts;

use chrono::{Duration, NaiveDate};

use crate::follow::{RecordedRun, recorded_runs};
use crate::intake::Activity;
use crate::model::{Minutes, Zone, count};

/// The mean is taken over so many weeks, as the brief asks for it.
const WEEKS: i64 = 4;
/// The longest run is looked for in so many days (`single_run_spike`).
const LONGEST_DAYS: i64 = 30;
/// Habits are looked for in so many weeks (judgement).
const HABIT_WEEKS: i64 = 8;

/// What recordings propose, in the words of a brief.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FromHistory {
    /// Mean minutes of running a week.
    pub weekly_minutes: Minutes,
    /// The longest run of the last days.
    pub longest: Option<Minutes>,
    /// Runs a week.
    pub runs: Option<u32>,
    /// When runs usually are, a line for each day: `tue 06:00-07:30`.
    pub free: Vec<String>,
    /// The weekday of the longest run.
    pub long_run_day: Option<String>,
    /// The part of the day that most runs are in.
    pub preferred_time: Option<String>,
    /// A race: distance, time and day.
    pub race: Option<String>,
    /// Where each of these comes from, a sentence each.
    pub told: Vec<String>,
}

/// What the recordings up to `today` tell; `None` where no run is among them.
pub fn from_history(activities: &[Activity], zone: Zone, today: NaiveDate) -> Option<FromHistory> {
    let mut runs = recorded_runs(activities, zone);
    runs.retain(|run| run.start.date() <= today);
    let last = runs.last()?.start.date();
    let mut found = FromHistory::default();
    volume(&mut found, &runs, today, last);
    habits::habits(&mut found, &since(&runs, today, 7 * HABIT_WEEKS), today);
    race::race(&mut found, &runs, today);
    Some(found)
}

/// The runs of the last days.
fn since(runs: &[RecordedRun], today: NaiveDate, days: i64) -> Vec<&RecordedRun> {
    let first = today - Duration::days(days - 1);
    runs.iter().filter(|run| run.start.date() >= first).collect()
}

fn volume(found: &mut FromHistory, runs: &[RecordedRun], today: NaiveDate, last: NaiveDate) {
    let days = 7 * WEEKS;
    let lately = since(runs, today, days);
    let sum: Minutes = lately.iter().map(|run| run.minutes).sum();
    found.weekly_minutes = (sum + WEEKS as Minutes / 2) / WEEKS as Minutes;
    let first = today - Duration::days(days - 1);
    if lately.is_empty() {
        found.told.push(format!(
            "0 min a week now: no run was recorded in the four weeks up to {today}, the last one on {last}."
        ));
        return;
    }
    found.told.push(format!(
        "{} min a week now: {sum} min in {} from {first} to {today}, divided by {WEEKS}.",
        found.weekly_minutes,
        count(lately.len(), "run")
    ));
    if let Some(longest) = since(runs, today, LONGEST_DAYS).iter().max_by_key(|run| (run.minutes, run.start)) {
        found.longest = Some(longest.minutes);
        found.told.push(format!("{} min at the longest: the run of {}.", longest.minutes, longest.start.date()));
    }
    let a_week = (lately.len() as i64 + WEEKS / 2) / WEEKS;
    let runs = a_week.clamp(1, 7) as u32;
    found.runs = Some(runs);
    found.told.push(format!("{} a week: {} in four weeks.", count(runs as usize, "run"), count(lately.len(), "run")));
}

#[cfg(test)]
mod tests;
