//! The course of the block, known before anything is placed: what each week is for, when the long run goes up and when down, what
//! the volume grows to and which hard work there is. What is really placed then says how far each week gets.

use super::count;
use super::dose::{self, Held, WeekWork};
use super::shape::{self, Shape};
use super::{aim, race};
use crate::brief::Brief;
use crate::model::{Minutes, Phase};
use crate::rules::{Start, WaveAim};

/// What the long run of a week does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LongStage {
    /// A step up, as far as the limit on single runs and the peak allow.
    Up,
    /// A week down.
    Down,
    /// The last one before a race of up to ten kilometres.
    LastBeforeShortRace,
    /// Percent of the last full one: a taper. Without any, no run is called long.
    Percent(i32),
}

/// What one week is for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stage {
    pub shape: Shape,
    pub long: LongStage,
    /// Minutes that the long run grows to.
    pub peak: Minutes,
    /// Minutes a week that the volume grows to.
    pub ceiling: Minutes,
    /// A lighter week, if so much is run that there is something to take away.
    pub deload: bool,
    /// A test takes the place of the hard run.
    pub test: bool,
    /// The wave of a block without a race, and what it is for.
    pub wave: (i32, Option<WaveAim>),
    pub work: WeekWork,
    /// What the week aims at, one line.
    pub aim: String,
}

/// The course of the whole block; `held` is what its weeks hold, where that is known.
pub(super) fn course(brief: &Brief, start: &Start, held: &[Held]) -> Vec<Stage> {
    let shapes = shape::shapes(brief);
    let (weeks, runs) = (shapes.len() as i32, count::usual(brief, start));
    let before =
        shapes.iter().take_while(|shape| shape.kept.is_none() || shape.phase == Phase::Recovery).count() as i32;
    let to_race = brief.block.event.is_some();
    let mut stages: Vec<Stage> = shapes
        .iter()
        .zip(0..)
        .map(|(shape, week)| {
            let wave = if to_race && week < before { (0, None) } else { wave_of(brief, week, weeks) };
            Stage {
                shape: *shape,
                long: LongStage::Up,
                peak: long_peak(brief, start),
                ceiling: ceiling(brief, start, runs, wave.0, weeks),
                deload: false,
                test: false,
                wave,
                work: WeekWork::default(),
                aim: String::new(),
            }
        })
        .collect();
    if to_race {
        toward_race(brief, start, &mut stages, before);
    } else {
        waves(brief, &mut stages);
    }
    tests(brief, &mut stages, (before, runs));
    dose::fill(brief, start, &mut stages, held);
    for stage in &mut stages {
        stage.aim = aim::of(brief, stage);
    }
    stages
}

fn wave_of(brief: &Brief, week: i32, weeks: i32) -> (i32, Option<WaveAim>) {
    let rule = &brief.rules.waves;
    let wave = rule.at(week, weeks).0;
    (wave, rule.aim(wave, rule.count(weeks)))
}

/// Minutes that the long run grows to: never below what is run now.
fn long_peak(brief: &Brief, start: &Start) -> Minutes {
    let path = &brief.rules.long_run_path;
    let peak = match (&brief.block.event, race::minutes(brief)) {
        (Some(event), Some(minutes)) => path.peak(event.distance_km, minutes),
        _ => path.peak_without_race(),
    };
    // Of two runs the long one is the longer, whatever the race asks for.
    let runs = count::usual(brief, start);
    let half = if runs == 2 && brief.block.event.is_some() { start.weekly_minutes / 2 / 5 * 5 + 5 } else { 0 };
    peak.max(start.longest_minutes.unwrap_or(0)).max(half)
}

/// Minutes of a run at the end of the walk-runs.
const FROM_NOTHING: Minutes = 30;

/// Minutes a week that the volume grows to.
fn ceiling(brief: &Brief, start: &Start, runs: i32, wave: i32, weeks: i32) -> Minutes {
    let rules = &brief.rules;
    // Who comes from nothing has half an hour of running behind them before the volume grows.
    let now = if start.weekly_minutes > 0 { start.weekly_minutes } else { runs * FROM_NOTHING };
    if let Some(event) = &brief.block.event {
        let share = rules.long_run_share.percent(runs, true);
        let for_long = long_peak(brief, start) * 90 / share.max(1);
        return rules.start_volume.before_race(now, event.distance_km).max(for_long);
    }
    let count = rules.waves.count(weeks);
    let end = rules.start_volume.target(now);
    let spread = now + (end - now) * (wave + 1) / count;
    let most = spread.max(rules.waves.peak(now, wave)).max(if count == 1 { end } else { 0 });
    let budget = rules.if_on(&rules.interference_budget).and_then(crate::rules::InterferenceBudget::week);
    budget.map_or(most, |budget| most.min(budget.max(now)))
}

/// Counted back from the taper: the last full weeks are up, and none of the first is down.
fn toward_race(brief: &Brief, start: &Start, stages: &mut [Stage], before: i32) {
    let rules = &brief.rules;
    let Some(event) = &brief.block.event else { return };
    let percents = rules.taper.long_percents(event.distance_km);
    let tapers = stages.iter().filter(|stage| stage.shape.phase == Phase::Taper).count();
    for (nth, stage) in stages.iter_mut().filter(|stage| stage.shape.phase == Phase::Taper).enumerate() {
        let from_last = tapers - 1 - nth;
        stage.long = LongStage::Percent(percents.iter().rev().nth(from_last).copied().unwrap_or(0));
    }
    let is_short = event.distance_km < 15.0;
    let last = if is_short && before > 2 { before - 2 } else { before - 1 };
    if last < before - 1 {
        stages[before as usize - 1].long = LongStage::LastBeforeShortRace;
    }
    let own = brief.block.deload_every.map(|every| every as i32);
    let usual = if is_short { rules.deload_weeks.every() } else { rules.long_run_path.ups(false) + 1 };
    let every = own.unwrap_or_else(|| rules.older_athlete.deload_every(usual)).max(2);
    // Where the weeks are short for the race, more of them go up.
    let short = own.is_none() && !is_short && reached(brief, start, last, every) < needed(brief);
    let every = if short { every.max(rules.long_run_path.ups(true) + 1) } else { every };
    for week in downs(last, every) {
        stages[week as usize].long = LongStage::Down;
        stages[week as usize].deload = rules.is_on("deload_weeks") && week < before - 2;
    }
}

/// The weeks down of those up to `last`.
fn downs(last: i32, every: i32) -> impl Iterator<Item = i32> {
    (2..=last).filter(move |week| (last - week) % every == every - 1)
}

/// How long the long run gets by week `last` if everything finds its place.
fn reached(brief: &Brief, start: &Start, last: i32, every: i32) -> Minutes {
    let (path, spike) = (&brief.rules.long_run_path, &brief.rules.single_run_spike);
    let first = start.longest_minutes.unwrap_or_else(|| spike.first_limit(start));
    let peak = long_peak(brief, start);
    let down: Vec<i32> = downs(last, every).collect();
    (1..=last).filter(|week| !down.contains(week)).fold(first, |long, _| path.up(spike.limit(long), peak).max(long))
}

/// The long run that the race asks for.
pub(super) fn needed(brief: &Brief) -> Minutes {
    let minutes = race::minutes(brief).unwrap_or(0);
    brief.block.event.as_ref().map_or(0, |event| brief.rules.long_run_path.prepared(event.distance_km, minutes))
}

/// Without a race: every so many weeks one down, and one at the end of each wave.
fn waves(brief: &Brief, stages: &mut [Stage]) {
    let (rules, weeks) = (&brief.rules, stages.len() as i32);
    let usual = rules.older_athlete.deload_every(rules.deload_weeks.every());
    let every = brief.block.deload_every.map_or(usual, |every| every as i32).max(2);
    let since = brief.block.weeks_since_deload as i32;
    let several = rules.waves.count(weeks) > 1;
    for week in 0..weeks {
        let (wave, nth) = rules.waves.at(week, weeks);
        let next = |ahead: i32| week + ahead < weeks && rules.waves.at(week + ahead, weeks).0 != wave;
        let ends = several && (next(1) || week + 1 == weeks);
        let in_turn = (nth + 1 + if wave == 0 { since } else { 0 }) % every == 0;
        let near_end = several && (next(2) || next(3));
        if ends || (in_turn && !near_end) {
            stages[week as usize].long = LongStage::Down;
            stages[week as usize].deload = rules.is_on("deload_weeks");
        }
    }
}

/// Tests stand in weeks that are light or do not grow.
fn tests(brief: &Brief, stages: &mut [Stage], (before, runs): (i32, i32)) {
    let race = brief.block.event.as_ref().map(|event| shape::race_day(brief, event).week());
    let Some(rule) = brief.rules.if_on(&brief.rules.test_weeks) else { return };
    let weeks =
        rule.weeks(before, race, |week| stages.get(week as usize).is_some_and(|one| one.long == LongStage::Down));
    for week in weeks {
        // A test is a hard run, for which with few runs not every week is in turn.
        let week = if dose::in_turn(brief, week, runs) { week } else { week - 1 };
        // A race on the way is a test.
        if (week - 2..=week + 2).any(|near| race::tune_up(brief, near).is_some()) {
            continue;
        }
        if let Some(stage) = usize::try_from(week).ok().and_then(|week| stages.get_mut(week)) {
            stage.test = true;
        }
    }
}

#[cfg(test)]
mod tests_of_the_path {
    use super::*;

    #[test]
    fn two_weeks_up_and_one_down_are_counted_back_from_the_taper() {
        assert_eq!(downs(14, 3).collect::<Vec<_>>(), [3, 6, 9, 12]);
        assert_eq!(downs(4, 3).collect::<Vec<_>>(), [2]);
        assert_eq!(downs(1, 3).count(), 0);
    }
}
