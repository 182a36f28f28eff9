//! How many runs of which kind.

use super::history::History;
use super::lengths::LONGEST_EASY;
use super::planner::is_race_week;
use crate::brief::Brief;
use crate::model::{Day, Minutes, Phase};

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
        let rule = &brief.rules.quality_runs;
        let early = week < rule.easy_weeks(history.start.weekly_minutes);
        let quality = if early { 0 } else { rule.count(week + 1, runs, phase, brief.block.event.is_some()) };
        let quality = brief.rules.older_athlete.quality_runs(quality);
        let quality = brief.rules.youth.quality_runs(quality).min(room(brief, week));
        let long = runs >= 2;
        Self { easy: runs - quality - i32::from(long), quality, long }
    }

    /// The same number of runs, with so many hard ones.
    pub(super) fn with_quality(self, quality: i32) -> Self {
        Self { easy: self.easy + self.quality - quality, quality, ..self }
    }

    /// The same number of runs, none of them long.
    pub(super) fn without_long(self) -> Self {
        Self { easy: self.easy + i32::from(self.long), long: false, ..self }
    }
}

/// How many runs a week are wanted.
pub(super) fn wanted(brief: &Brief, history: &History<'_>) -> i32 {
    let rules = &brief.rules;
    let wish = brief.running.runs_per_week.map(|runs| runs as i32);
    let days = rules.run_days.days(wish);
    let lifts = brief.lifts().count() as i32;
    let days = match (wish, rules.if_on(&rules.interference_budget).and_then(|budget| budget.runs(lifts))) {
        (None, Some(budget)) => days.min(budget.max(rules.run_days.fewest())),
        (None, None) => {
            // Who runs much already keeps it, in one run more where so few would have to hold less.
            let more = (days..rules.run_days.most()).find(|runs| week_of(brief, *runs) >= history.start.weekly_minutes);
            more.unwrap_or(days.max(rules.run_days.most()))
        }
        _ => days,
    };
    if history.start.weekly_minutes == 0 && history.is_fresh() { days.min(RUNS_FROM_NOTHING) } else { days }
}

/// The most minutes that a week of so many runs may hold, all of them as long as they may be.
fn week_of(brief: &Brief, runs: i32) -> Minutes {
    let share = &brief.rules.long_run_share;
    let (others, percent) = ((runs - 1) * LONGEST_EASY, share.percent(runs, Minutes::MAX));
    others + (others * percent / (100 - percent).max(1)).min(share.longest())
}

/// Room for hard runs in a week (from 0) beside the person's own hard sessions and the race.
pub(super) fn room(brief: &Brief, week: i32) -> i32 {
    let calendar = brief.block.calendar();
    let stands = |weekday: usize| calendar.date(Day(week * 7 + weekday as i32));
    let hard = brief
        .sessions
        .iter()
        .filter(|session| session.is_hard() && session.is_on(session.weekday, week + 1, stands(session.weekday)))
        .count() as i32;
    (brief.rules.hard_days.a_week() - hard - i32::from(is_race_week(brief, week))).max(0)
}
