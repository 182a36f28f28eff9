//! How many runs of which kind.

use super::history::History;
use super::lengths::LONGEST_EASY;
use super::own::Own;
use super::planner::is_race_week;
use crate::brief::Brief;
use crate::model::{Day, Phase};
use crate::rules::{InterferenceBudget, Start};

/// Runs that the first week of somebody with nothing behind them holds at most.
const RUNS_FROM_NOTHING: i32 = 3;

/// How many runs of each kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Count {
    pub easy: i32,
    pub quality: i32,
    pub long: bool,
}

impl Count {
    /// The kinds of a week (from 0) of `runs` runs.
    pub(super) fn of(brief: &Brief, history: &History<'_>, week: i32, runs: i32, phase: Phase) -> Self {
        let quality = hard_runs(brief, &history.start, week, runs, phase);
        let long = runs >= 2;
        Self { easy: runs - quality - i32::from(long), quality, long }
    }
}

/// Hard runs of a week (from 0) of `runs` runs in this phase.
pub(super) fn hard_runs(brief: &Brief, start: &Start, week: i32, runs: i32, phase: Phase) -> i32 {
    let rules = &brief.rules;
    if week < rules.quality_runs.easy_weeks(start.weekly_minutes) {
        return 0;
    }
    let to_race = brief.block.event.is_some();
    let hard = rules.quality_runs.count(week + 1, runs, phase, to_race) - Own::of(brief, week).hard;
    rules.youth.quality_runs(rules.older_athlete.quality_runs(hard)).min(room(brief, week)).max(0)
}

/// How many runs a week the person asks for, or has by the rules without a word of theirs.
pub(super) fn usual(brief: &Brief, start: &Start) -> i32 {
    let rules = &brief.rules;
    let wish = brief.running.runs_per_week.map(|runs| runs as i32);
    let days = rules.run_days.days(wish);
    if wish.is_some() {
        return days;
    }
    // Who runs much already keeps it, in one run more where so few would have to hold less.
    let lifts = brief.lifts().count() as i32;
    let budget = rules.if_on(&rules.interference_budget).and_then(|budget: &InterferenceBudget| budget.runs(lifts));
    let most = budget.map_or(rules.run_days.most(), |budget| budget.min(rules.run_days.most())).max(days);
    let longest = start.longest_minutes.unwrap_or(LONGEST_EASY);
    let holds = |runs: i32| longest + (runs - 1) * LONGEST_EASY.min(longest - 5) >= start.weekly_minutes;
    (days..most).find(|runs| holds(*runs)).unwrap_or(most.max(days))
}

/// How many runs a week are wanted.
pub(super) fn wanted(brief: &Brief, history: &History<'_>) -> i32 {
    let days = usual(brief, &history.start);
    if history.start.weekly_minutes == 0 && history.is_fresh() { days.min(RUNS_FROM_NOTHING) } else { days }
}

/// Room for hard runs in a week (from 0) beside the person's own hard sessions and the race, the small one included that legs used to
/// lifting bear beside a full week.
pub(super) fn room(brief: &Brief, week: i32) -> i32 {
    brief.rules.hard_days.room(own_hard(brief, week), i32::from(is_race_week(brief, week)))
}

/// The same without that small one: what a very long run or any other hard run needs.
pub(super) fn free(brief: &Brief, week: i32) -> i32 {
    (brief.rules.hard_days.a_week() - own_hard(brief, week) - i32::from(is_race_week(brief, week))).max(0)
}

/// The person's own hard sessions of a week.
pub(super) fn own_hard(brief: &Brief, week: i32) -> i32 {
    let calendar = brief.block.calendar();
    let days = (0..7).map(|weekday| Day(week * 7 + weekday));
    days.flat_map(|day| brief.on(day, calendar)).filter(|one| one.hard).count() as i32
}
