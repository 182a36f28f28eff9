//! The days and hours at which somebody usually runs.

use std::collections::BTreeMap;

use chrono::{Datelike as _, Duration, NaiveDate, Timelike as _};

use super::FromHistory;
use crate::follow::RecordedRun;
use crate::model::{Clock, Minutes, PartOfDay, WEEKDAY_NAMES, WEEKDAYS, count, list};

/// A day is usual where a run was on it in one of so many weeks, and twice at least (judgement).
const OF_WEEKS: i64 = 3;
const TWICE: i64 = 2;
/// Hours are told in steps of half an hour.
const STEP: Minutes = 30;
const DAY: Minutes = 24 * 60;
/// So many of a hundred runs in one part of the day make it the usual one (judgement).
const MOST: usize = 60;

/// Reads habits out of the runs of the last weeks.
pub(super) fn habits(found: &mut FromHistory, runs: &[&RecordedRun], today: NaiveDate) {
    let Some(first) = runs.first() else { return };
    let weeks = ((today - first.start.date()).num_days() / 7 + 1).max(1);
    free(found, runs, weeks);
    if let Some((day, times)) = long_run_day(runs, weeks) {
        found.long_run_day = Some(WEEKDAYS[day].to_owned());
        let name = WEEKDAY_NAMES[day];
        found.told.push(format!("The long run on {name}: the longest of {} was on it.", count(times as usize, "week")));
    }
    let part = PartOfDay::ALL.into_iter().map(|part| (runs.iter().filter(|run| self::part(run) == part).count(), part));
    if let Some((times, part)) =
        part.max_by_key(|(times, _)| *times).filter(|(times, _)| times * 100 >= MOST * runs.len())
    {
        found.preferred_time = Some(part.word().to_owned());
        let all = count(runs.len(), "run");
        found.told.push(format!("Runs in the {}: {times} of {all} began then.", word(part)));
    }
}

fn word(part: PartOfDay) -> &'static str {
    match part {
        PartOfDay::Midday => "middle of the day",
        other => other.word(),
    }
}

fn part(run: &RecordedRun) -> PartOfDay {
    Clock((run.start.hour() * 60 + run.start.minute()) as u16).part()
}

fn weekday(run: &RecordedRun) -> usize {
    run.start.weekday().num_days_from_monday() as usize
}

/// The usual days, each from the earliest start to the latest end of its usual part of the day. They are proposed only where they
/// leave room for as many runs as there are.
fn free(found: &mut FromHistory, runs: &[&RecordedRun], weeks: i64) {
    let mut lines = Vec::new();
    for (day, name) in WEEKDAYS.iter().enumerate() {
        let of_part = |wanted: PartOfDay| -> Vec<&&RecordedRun> {
            runs.iter().filter(|run| weekday(run) == day && part(run) == wanted).collect()
        };
        let usual = PartOfDay::ALL.into_iter().map(of_part).max_by_key(Vec::len).unwrap_or_default();
        if (usual.len() as i64) < TWICE || usual.len() as i64 * OF_WEEKS < weeks {
            continue;
        }
        let start = |run: &RecordedRun| (run.start.hour() * 60 + run.start.minute()) as Minutes;
        let from = usual.iter().map(|run| start(run)).min().unwrap_or(0) / STEP * STEP;
        let to = usual.iter().map(|run| start(run) + run.minutes).max().unwrap_or(DAY);
        let to = ((to + STEP - 1) / STEP * STEP).min(DAY);
        let end = if to == DAY { "24:00".to_owned() } else { Clock(to as u16).to_string() };
        lines.push(format!("{name} {}-{end}", Clock(from as u16)));
    }
    if lines.len() >= found.runs.unwrap_or(1) as usize {
        let hours = list(&lines);
        found.told.push(format!("Free on {hours}: when runs of the last {} were.", count(weeks as usize, "week")));
        found.free = lines;
    } else if !runs.is_empty() {
        found.told.push("Your runs keep to no days of the week: when you can run stays open.".to_owned());
    }
}

/// The weekday on which the longest run of most weeks was, and of how many.
fn long_run_day(runs: &[&RecordedRun], weeks: i64) -> Option<(usize, i64)> {
    let mut longest: BTreeMap<NaiveDate, &RecordedRun> = BTreeMap::new();
    for run in runs {
        let date = run.start.date();
        let monday = date - Duration::days(i64::from(date.weekday().num_days_from_monday()));
        let known = longest.entry(monday).or_insert(run);
        if run.minutes > known.minutes {
            *known = run;
        }
    }
    let times = |day: usize| longest.values().filter(|run| weekday(run) == day).count() as i64;
    let most = (0..7).map(|day| (times(day), day)).max_by_key(|(times, day)| (*times, std::cmp::Reverse(*day)))?;
    (most.0 >= TWICE && most.0 * 2 >= weeks).then_some((most.1, most.0))
}
