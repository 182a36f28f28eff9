//! The block, week after week.

use super::history::History;
use super::lengths::{Ask, Lengths, SHORTEST};
use super::{Outcome, Request, Week, pick, volume};
use crate::brief::Brief;
use crate::model::{Legs, Minutes, Phase, RunType};

/// Runs that the first week of somebody with nothing behind them holds at most.
const RUNS_FROM_NOTHING: i32 = 3;
/// Minutes of a run below which fewer runs are better, as far as the goal allows.
const WORTH_THE_SHOES: Minutes = 25;

/// Which runs each week should hold. Later weeks build on what `outcome` says was placed of the earlier ones.
pub fn block(brief: &Brief, outcome: &Outcome, seed: u64) -> Vec<Week> {
    let _ = seed;
    let mut history = History::new(brief);
    let mut weeks = Vec::new();
    for number in 1..=brief.block.weeks {
        let week = Planner { brief, outcome, history: &history, number }.week();
        history.push(&week, outcome);
        weeks.push(week);
    }
    weeks
}

/// One week in the making.
struct Planner<'a> {
    brief: &'a Brief,
    outcome: &'a Outcome,
    history: &'a History<'a>,
    number: u32,
}

/// How many runs of each kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Count {
    easy: i32,
    quality: i32,
    long: bool,
}

impl Planner<'_> {
    fn week(&self) -> Week {
        let phase = Phase::Base;
        if self.brief.rules.walk_run.applies(self.history.start.weekly_minutes)
            && let Some((minutes, stage)) = self.brief.rules.walk_run.step(self.history.weeks_done())
        {
            return self.walk_runs(minutes, stage);
        }
        let deload = self.history.full_in_a_row() + 1 >= self.deload_every();
        if deload && let Some((count, lengths)) = self.lighter(phase) {
            let mut week = self.requests(count, lengths, phase);
            week.deload = true;
            week.notes.push(self.brief.rules.deload_weeks.lifting());
            return week;
        }
        match self.full(phase, !deload) {
            Some((count, lengths)) => self.requests(count, lengths, phase),
            None => self.empty(phase),
        }
    }

    fn deload_every(&self) -> i32 {
        let rules = &self.brief.rules;
        let usual = rules.older_athlete.deload_every(rules.deload_weeks.every());
        self.brief.block.deload_every.map_or(usual, |every| every as i32)
    }

    fn empty(&self, phase: Phase) -> Week {
        Week { number: self.number, phase, deload: false, runs: Vec::new(), race: None, notes: Vec::new() }
    }

    fn lifts(&self) -> i32 {
        self.brief.lifts().count() as i32
    }

    /// How many runs are wanted.
    fn wanted(&self) -> i32 {
        let rules = &self.brief.rules;
        let wish = self.brief.running.runs_per_week.map(|runs| runs as i32);
        let days = rules.run_days.days(wish);
        let days = match (wish, rules.interference_budget.runs(self.lifts())) {
            (None, Some(budget)) => days.min(budget.max(rules.run_days.fewest())),
            _ => days,
        };
        if self.history.start.weekly_minutes == 0 && self.history.is_fresh() {
            days.min(RUNS_FROM_NOTHING)
        } else {
            days
        }
    }

    /// Room for hard runs beside the person's own heavy legs.
    fn room(&self) -> i32 {
        let heavy = self.brief.lifts().filter(|session| session.legs() == Legs::Heavy).count() as i32;
        (self.brief.rules.hard_days.a_week() - heavy).max(0)
    }

    fn count(&self, runs: i32, phase: Phase) -> Count {
        let rules = &self.brief.rules;
        let quality = rules.quality_runs.count(self.number as i32, runs, phase, self.brief.block.event.is_some());
        let quality = rules.older_athlete.quality_runs(quality).min(self.room());
        let long = runs >= 2;
        Count { easy: runs - quality - i32::from(long), quality, long }
    }

    fn full(&self, phase: Phase, progress: bool) -> Option<(Count, Lengths)> {
        let wanted = self.wanted();
        let floor = self.brief.running.runs_per_week.map_or(self.brief.rules.run_days.fewest(), |runs| runs as i32);
        let enough = |runs: i32, target: Minutes| target >= runs * WORTH_THE_SHOES || runs <= floor;
        let attempts = (1..=wanted).rev().filter_map(|runs| {
            let count = self.count(runs, phase);
            let more = self.history.last_quality().is_some_and(|last| last < count.quality);
            let volume = volume::full_week(self.brief, self.history, runs, progress && !more);
            (enough(runs, volume.target) || runs == 1).then_some((count, volume))
        });
        let (low, long_low) = (0, SHORTEST);
        attempts
            .filter_map(|(count, volume)| {
                self.fitted(count, volume.target, (low, volume.most), (long_low, Minutes::MAX))
            })
            .next()
    }

    fn lighter(&self, phase: Phase) -> Option<(Count, Lengths)> {
        let rule = &self.brief.rules.deload_weeks;
        let last = self.history.full_weeks().last()?;
        let long_range = self.history.last_long().map_or((SHORTEST, Minutes::MAX), |long| rule.long_range(long));
        let runs = self.wanted();
        (1..=runs)
            .rev()
            .find_map(|runs| self.fitted(self.count(runs, phase), rule.minutes(last), rule.range(last), long_range))
    }

    /// Lengths for these runs, with fewer kinds of run where not all fit.
    fn fitted(
        &self,
        count: Count,
        target: Minutes,
        (low, high): (Minutes, Minutes),
        long_range: (Minutes, Minutes),
    ) -> Option<(Count, Lengths)> {
        let rules = &self.brief.rules;
        let limit = self.history.run_limit(&rules.single_run_spike);
        let budget = rules.interference_budget.longest().unwrap_or(Minutes::MAX);
        let hard = rules.hard_days.long_minutes();
        let kinds = [
            count,
            Count { easy: count.easy + count.quality, quality: 0, ..count },
            Count { easy: count.easy + i32::from(count.long), long: false, ..count },
            Count { easy: count.easy + count.quality + i32::from(count.long), quality: 0, long: false },
        ];
        kinds.into_iter().find_map(|count| {
            let longest = if count.quality < self.room() { Minutes::MAX } else { hard - 5 };
            let ask = Ask {
                easy: count.easy - self.missing("easy", count.easy),
                quality: count.quality - self.missing("quality", count.quality),
                long: count.long && !self.outcome.left_out(self.number as usize - 1, "long"),
                target,
                low,
                high,
                run_limit: limit.min(budget),
                long_range: (long_range.0, long_range.1.min(rules.long_run_share.longest()).min(longest)),
                share: &rules.long_run_share,
                eagerness: 90,
            };
            ask.lengths().map(|lengths| (count, lengths))
        })
    }

    /// How many of the runs `kind-1`, `kind-2` .. found no place.
    fn missing(&self, kind: &str, count: i32) -> i32 {
        (1..=count).filter(|nth| self.outcome.left_out(self.number as usize - 1, &format!("{kind}-{nth}"))).count()
            as i32
    }

    fn requests(&self, count: Count, lengths: Lengths, phase: Phase) -> Week {
        let mut week = self.empty(phase);
        let level = self.brief.athlete.running_level;
        let mut ask = |slug: String, kind: RunType, minutes: Minutes| {
            let (shape, workout) = pick::pick(kind, minutes.max(SHORTEST), level);
            let declined = self.outcome.left_out(self.number as usize - 1, &slug);
            week.runs.push(Request { slug, shape, workout, declined, barred: Vec::new() });
        };
        if count.long {
            ask("long".to_owned(), RunType::Long, lengths.long);
        }
        for nth in 1..=count.quality {
            ask(format!("quality-{nth}"), RunType::Tempo, lengths.quality);
        }
        for nth in 1..=count.easy {
            ask(format!("easy-{nth}"), RunType::Easy, lengths.easy);
        }
        week
    }

    fn walk_runs(&self, minutes: Minutes, stage: i32) -> Week {
        let _ = stage;
        let mut week = self.empty(Phase::Base);
        for nth in 1..=self.wanted() {
            let (shape, workout) = pick::pick(RunType::WalkRun, minutes, self.brief.athlete.running_level);
            let slug = format!("walk-{nth}");
            week.runs.push(Request { slug, shape, workout, declined: false, barred: Vec::new() });
        }
        week
    }
}
