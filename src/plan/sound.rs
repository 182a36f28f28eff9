//! Whether the numbers and dates of a plan that was read can be those of a plan: what sums them up need not fear any of them.

use std::ops::RangeInclusive;

use chrono::{Datelike as _, NaiveDate};

use super::read::LONGEST;
use super::{Entry, Plan, PlanWeek, RunDetail};
use crate::model::YEARS;

/// What one entry of a plan can be.
const WEEKS: usize = 104;
const A_WEEK: usize = 300;
const STEPS: usize = 200;
const HISTORY: usize = 10_000;
const MINUTES: RangeInclusive<i64> = 0..=LONGEST as i64;
const LOAD: RangeInclusive<i64> = 0..=10 * LONGEST as i64;
/// What a week can come to.
const SUM: RangeInclusive<i64> = 0..=50_000_000;
/// What a calendar can be busy for, in minutes: the whole of the longest block.
const BUSY: RangeInclusive<i64> = 0..=2_000_000;
/// How often something can have changed.
const CHANGES: RangeInclusive<i64> = 0..=1_000_000_000;
/// How hard published runs can be held where they stand.
const WEIGHTS: RangeInclusive<i64> = 0..=1000;
/// What a plan can cost.
const POINTS: RangeInclusive<i64> = 0..=1_000_000_000_000;

/// The first thing that no plan can hold, in a sentence.
pub(super) fn judged(plan: &Plan) -> Result<(), String> {
    few("weeks", "the plan", plan.weeks.len(), WEEKS)?;
    few("busy times", "the plan", plan.busy.len(), HISTORY)?;
    few("cancelled sessions", "the plan", plan.cancelled.len(), WEEKS * A_WEEK)?;
    within("revision", "the plan", plan.revision, CHANGES)?;
    for week in &plan.weeks {
        self::week(week)?;
    }
    for busy in &plan.busy {
        dated("a busy time", busy.start.0.date())?;
        within("minutes", "a busy time", busy.minutes, BUSY)?;
    }
    for one in &plan.cancelled {
        dated(&one.id, one.start.0.date())?;
        within("minutes", &one.id, one.minutes, MINUTES)?;
        within("revision.sequence", &one.id, one.revision.sequence, CHANGES)?;
    }
    let score = &plan.score;
    for points in [score.must, score.points, score.unplaced, score.gap] {
        within("points", "the score", points, POINTS)?;
    }
    for (rule, points) in &score.by_rule {
        within(rule, "the score", *points, POINTS)?;
    }
    history(plan)
}

fn history(plan: &Plan) -> Result<(), String> {
    let Some(history) = &plan.history else { return Ok(()) };
    dated("the history", history.from)?;
    let runs = history.runs.iter().flatten().map(|run| (run.start, run.minutes));
    let done: Vec<_> = runs.chain(history.sessions.iter().flatten().map(|one| (one.start, one.minutes))).collect();
    few("entries", "the history", done.len() + history.early.len(), HISTORY)?;
    few("displays", "the history", history.shown.len(), HISTORY)?;
    history.shown.iter().try_for_each(|shown| dated("the history", shown.before))?;
    within("stay", "the history", history.stay.unwrap_or(0), WEIGHTS)?;
    history.early.iter().try_for_each(entry)?;
    for (start, minutes) in done {
        dated("the history", start.0.date())?;
        within("minutes", "the history", minutes, MINUTES)?;
    }
    Ok(())
}

fn week(week: &PlanWeek) -> Result<(), String> {
    let name = format!("week {}", week.number);
    dated(&name, week.start)?;
    within("number", "a week", week.number, 1..=WEEKS as i64)?;
    few("entries", &name, week.sessions.len() + week.unplaced.len(), A_WEEK)?;
    within("run_minutes", &name, week.run_minutes, SUM)?;
    for sum in week.load.by_day.into_iter().chain([week.load.total, week.load.strain]) {
        within("load", &name, sum, SUM)?;
    }
    week.sessions.iter().try_for_each(entry)?;
    week.unplaced.iter().try_for_each(|run| within("minutes", &run.id, run.minutes, MINUTES))
}

fn entry(entry: &Entry) -> Result<(), String> {
    let name = entry.id();
    dated(name, entry.start().0.date())?;
    within("minutes", name, entry.minutes(), MINUTES)?;
    within("load", name, entry.load(), LOAD)?;
    within("revision.sequence", name, entry.revision().sequence, CHANGES)?;
    if let Entry::Run(run) = entry {
        self::run(name, &run.run)?;
    }
    Ok(())
}

fn run(name: &str, run: &RunDetail) -> Result<(), String> {
    few("steps", name, run.steps.len(), STEPS)?;
    within("full_minutes", name, run.full_minutes.unwrap_or(0), MINUTES)?;
    within("distance_km", name, run.distance_km.unwrap_or(0.0) as i64, 0..=1000)?;
    let (low, high) = run.energy_kcal.unwrap_or_default();
    within("energy_kcal", name, low, 0..=100_000)?;
    within("energy_kcal", name, high, 0..=100_000)?;
    for step in &run.steps {
        within("steps.minutes", name, step.minutes as i64, MINUTES)?;
        within("steps.repeat", name, step.repeat, 0..=1000)?;
    }
    Ok(())
}

fn within(what: &str, whose: &str, found: impl Into<i64>, range: RangeInclusive<i64>) -> Result<(), String> {
    let found = found.into();
    if range.contains(&found) {
        return Ok(());
    }
    Err(format!("`{what}` of {} is {found}; {} to {} can be", short(whose), range.start(), range.end()))
}

fn few(what: &str, whose: &str, found: usize, most: usize) -> Result<(), String> {
    if found <= most { Ok(()) } else { Err(format!("{} has {found} {what}; {most} are the most", short(whose))) }
}

/// A block may go on for two years after the last that it can begin in.
fn dated(whose: &str, date: NaiveDate) -> Result<(), String> {
    let years = YEARS.start() - 1..=YEARS.end() + 3;
    if years.contains(&date.year()) {
        Ok(())
    } else {
        Err(format!("{} lies in the year {}", short(whose), date.year()))
    }
}

/// What a file calls something, no longer than a word and on one line.
fn short(name: &str) -> String {
    name.chars().take(40).flat_map(char::escape_debug).collect()
}
