//! One week in the making.

use super::count::Count;
use super::history::History;
use super::lengths::{Ask, Lengths, SHORTEST};
use super::lowering::Lowering;
use super::pick::Picker;
use super::shape::{self, Shape};
use super::{Outcome, Request, Week, notes, race, volume};
use crate::brief::Brief;
use crate::model::{Level, Minutes, Phase, RunClass, RunShape};
use crate::rules::InterferenceBudget;

/// Minutes of a run below which fewer runs are better, as far as the goal allows.
const WORTH_THE_SHOES: Minutes = 25;
/// A week that keeps less than this percent counts as a week of recovery.
pub(super) const LIGHT_FROM: i32 = 70;
/// Percent of its share of the week that the long run takes.
const EAGERNESS: i32 = 90;

/// No limit for any kind of run.
const ANY_LENGTH: (Minutes, Minutes) = (Minutes::MAX, Minutes::MAX);

/// What a week is made from.
pub(super) struct Planner<'a> {
    pub brief: &'a Brief,
    pub outcome: &'a Outcome,
    pub history: &'a History<'a>,
    /// The week, from 0.
    pub index: usize,
    pub shape: Shape,
    /// A taper or a recovery follows.
    pub taper_next: bool,
    pub lowering: &'a Lowering,
    pub seed: u64,
    /// The workouts of the weeks before, not to be repeated at once.
    pub taken: Vec<&'static str>,
}

/// A week, and whether it rests the person without being a deload.
pub(super) struct Planned {
    pub week: Week,
    pub rested: bool,
    /// It repeats the step before it.
    pub repeats: bool,
}

/// What the lengths of a week have to come to.
#[derive(Clone, Copy, Debug)]
struct Aim {
    target: Minutes,
    low: Minutes,
    high: Minutes,
    long: (Minutes, Minutes),
    /// The most of an easy and of a quality run.
    kinds: (Minutes, Minutes),
}

/// Runs and lengths that come to the aim.
#[derive(Clone, Copy, Debug)]
struct Fit {
    count: Count,
    lengths: Lengths,
    /// The lengths if every run found a place.
    nominal: Lengths,
    aim: Aim,
}

impl Aim {
    fn up_to(target: Minutes, high: Minutes) -> Self {
        Self { target, low: 0, high, long: (1, Minutes::MAX), kinds: ANY_LENGTH }
    }

    /// Lowered to what the body leaves of `reference`.
    fn lowered(self, reference: Minutes, kept: i32) -> Self {
        let most = reference * kept / 100;
        if kept >= 100 {
            self
        } else {
            Self { target: self.target.min(most), high: self.high.min(most), low: 0, long: (1, self.long.1), ..self }
        }
    }
}

impl Planner<'_> {
    pub(super) fn week(&self) -> Planned {
        let mut planned = self.runs();
        let week = &mut planned.week;
        week.race = race::in_week(self.brief, self.index as i32);
        week.notes.splice(0..0, self.lowering.notes.iter().cloned());
        if week.runs.is_empty() && self.lowering.kept > 0 && self.lowering.kept < 100 {
            week.notes.push("Too little is left for a run: walk instead.".to_owned());
        }
        if self.lowering.lifting || week.deload || planned.rested {
            week.notes.push(self.brief.rules.deload_weeks.lifting());
        }
        notes::taper(self.brief, self.index as i32, week);
        for run in &mut week.runs {
            run.barred = self.lowering.barred(self.index as i32, run.shape.class());
        }
        let rank = |run: &Request| self.rank(run.shape.class());
        week.runs.sort_by_key(rank);
        planned
    }

    /// Most valued first: what is left out last.
    fn rank(&self, class: RunClass) -> i32 {
        let of = |easy, quality, long| match class {
            RunClass::Easy => easy,
            RunClass::Quality | RunClass::Race => quality,
            RunClass::Long => long,
        };
        self.brief.athlete.goal.pick(of(0, 2, 1), of(2, 1, 0), of(1, 2, 0), of(1, 2, 0))
    }

    fn runs(&self) -> Planned {
        let done = |week| Planned { week, rested: false, repeats: false };
        if self.lowering.kept == 0 {
            return done(self.empty(Phase::Recovery, false));
        }
        if self.free_days() == 0 {
            return done(self.empty(self.shape.phase, false));
        }
        if let Some(planned) = self.walk_runs() {
            return planned;
        }
        if let Some(kept) = self.shape.kept {
            return done(self.kept(kept));
        }
        if self.deload_is_due() {
            if let Some(fit) = self.lighter() {
                return done(self.requests(fit, self.shape.phase, true));
            }
            return Planned { week: self.full(false), rested: true, repeats: false };
        }
        done(self.full(!self.lowering.hold))
    }

    pub(super) fn empty(&self, phase: Phase, deload: bool) -> Week {
        Week { number: self.index as u32 + 1, phase, deload, runs: Vec::new(), race: None, notes: Vec::new() }
    }

    pub(super) fn deload_is_due(&self) -> bool {
        let rules = &self.brief.rules;
        let usual = rules.older_athlete.deload_every(rules.deload_weeks.every());
        let every = self.brief.block.deload_every.map_or(usual, |every| every as i32);
        rules.is_on("deload_weeks") && self.history.full_in_a_row() + 1 >= every.max(2) && !self.taper_next
    }

    /// The volume that percents are taken of.
    fn reference(&self) -> Option<Minutes> {
        if self.history.is_fresh() { None } else { self.history.full_weeks().last() }
    }

    /// A full week, as far as the body lets it be one.
    fn full(&self, progress: bool) -> Week {
        let before = self.history.last_quality();
        let steady = self.lengths_of_full_week(progress && before.is_none(), i32::MAX);
        let found = match (steady, before) {
            // Volume grows or hard runs are added, never both in one week.
            (Some(fit), Some(before)) if fit.count.quality <= before => self.lengths_of_full_week(progress, before),
            (steady, _) => steady,
        };
        let phase = if self.lowering.kept < LIGHT_FROM { Phase::Recovery } else { self.shape.phase };
        match found {
            Some(fit) => self.requests(fit, phase, false),
            None => self.empty(phase, false),
        }
    }

    fn lengths_of_full_week(&self, progress: bool, quality: i32) -> Option<Fit> {
        let floor = self.brief.running.runs_per_week.map_or(self.brief.rules.run_days.fewest(), |runs| runs as i32);
        (1..=self.wanted()).rev().find_map(|runs| {
            let volume = volume::full_week(self.brief, self.history, runs, progress);
            let reference = self.reference().unwrap_or(volume.target);
            let aim = Aim::up_to(volume.target, volume.most).lowered(reference, self.lowering.kept);
            let enough = aim.target >= runs * WORTH_THE_SHOES || runs <= floor || runs == 1;
            let count = self.count(runs, self.shape.phase);
            let count = count.with_quality(count.quality.min(quality));
            if enough { self.fitted(count, aim) } else { None }
        })
    }

    fn lighter(&self) -> Option<Fit> {
        let rule = &self.brief.rules.deload_weeks;
        let last = self.history.full_weeks().last()?;
        let (low, high) = rule.range(last);
        let long = self.history.last_long().map_or((1, Minutes::MAX), |long| rule.long_range(long));
        let aim = Aim { target: rule.minutes(last), low, high, long, kinds: ANY_LENGTH };
        let aim = aim.lowered(last, self.lowering.kept);
        // Fewer runs do not make one of them longer than it was, where that leaves a deload at all.
        let as_before = Aim { kinds: self.history.longest_by_kind(), ..aim };
        let beginner = self.brief.athlete.running_level == Level::Beginner;
        let fits = |aim: Aim| {
            (1..=self.wanted()).rev().find_map(|runs| {
                let count = self.count(runs, self.shape.phase);
                self.fitted(count.with_quality(if beginner { 0 } else { count.quality.min(1) }), aim)
            })
        };
        fits(as_before).or_else(|| fits(aim))
    }

    /// A week of a taper or of recovery, which keeps so many percent.
    fn kept(&self, kept: i32) -> Week {
        let phase = self.shape.phase;
        let mean = self.history.full_weeks().mean().unwrap_or(0);
        let cap = self.brief.rules.weekly_growth.cap(&self.history.weeks_without_deloads()).unwrap_or(mean);
        let most = (mean * kept / 100).min(cap);
        let aim = Aim::up_to(most, most).lowered(mean, self.lowering.kept);
        let racing = race::in_week(self.brief, self.index as i32).is_some();
        let wanted = (self.wanted() - i32::from(racing)).max(1);
        let found = (1..=wanted).rev().find_map(|runs| self.fitted(self.count(runs, phase).without_long(), aim));
        found.map_or_else(|| self.empty(phase, false), |fit| self.requests(fit, phase, false))
    }

    /// Days of the week on which the body does not make every run wait.
    fn free_days(&self) -> i32 {
        7 - self.lowering.barred(self.index as i32, RunClass::Easy).len() as i32
    }

    /// How many runs are wanted.
    pub(super) fn wanted(&self) -> i32 {
        super::count::wanted(self.brief, self.history).min(self.free_days())
    }

    fn count(&self, runs: i32, phase: Phase) -> Count {
        let count = Count::of(self.brief, self.history, self.index as i32, runs, phase);
        let count = count.with_quality(count.quality.min(self.lowering.quality));
        if self.lowering.no_long { count.without_long() } else { count }
    }

    /// Lengths for these runs, with fewer kinds of run where not all fit.
    fn fitted(&self, count: Count, aim: Aim) -> Option<Fit> {
        let rules = &self.brief.rules;
        let budget =
            rules.if_on(&rules.interference_budget).and_then(InterferenceBudget::longest).unwrap_or(Minutes::MAX);
        let limit = self.history.run_limit(&rules.single_run_spike).min(budget);
        let room = super::count::room(self.brief, self.index as i32);
        let plain = count.with_quality(0);
        let kinds = [count, plain, count.without_long(), plain.without_long()];
        kinds.into_iter().find_map(|count| {
            // A very long run is a hard stress of its own, which needs room beside the hard runs.
            let longest = if count.quality < room { Minutes::MAX } else { rules.hard_days.long_minutes() - 5 };
            let ask = Ask {
                easy: count.easy,
                quality: count.quality,
                long: count.long,
                target: aim.target,
                low: aim.low,
                high: aim.high,
                run_limit: limit,
                kind_limits: aim.kinds,
                long_range: (aim.long.0, aim.long.1.min(rules.long_run_share.longest()).min(longest)),
                share: &rules.long_run_share,
                eagerness: EAGERNESS,
            };
            let nominal = ask.lengths()?;
            let lengths = self.shared_anew(&ask).unwrap_or(nominal);
            Some(Fit { count, lengths, nominal, aim })
        })
    }

    /// The lengths when the runs that found no place leave their minutes to the others. Only who misses them week after week
    /// gets them all back, or else a single full diary would make one run long; a lighter week stays light.
    fn shared_anew(&self, ask: &Ask<'_>) -> Option<Lengths> {
        let easy = ask.easy - self.missing("easy", ask.easy);
        let quality = ask.quality - self.missing("quality", ask.quality);
        let long = ask.long && !self.outcome.left_out(self.index, "long");
        let (all, left) = (ask.easy + ask.quality + i32::from(ask.long), easy + quality + i32::from(long));
        if left == all || left == 0 || ask.low > 0 {
            return None;
        }
        let usual = self.history.last_runs().is_some_and(|runs| runs <= left);
        let target = if usual { ask.target } else { ask.target * left / all };
        Ask { easy, quality, long, target, high: ask.high.min(target.max(SHORTEST)), ..*ask }.lengths()
    }

    /// How many of the runs `kind-1`, `kind-2` .. found no place.
    fn missing(&self, kind: &str, count: i32) -> i32 {
        (1..=count).filter(|nth| self.outcome.left_out(self.index, &format!("{kind}-{nth}"))).count() as i32
    }

    pub(super) fn request(&self, slug: String, shape: RunShape, workout: &'static str) -> Request {
        let declined = self.outcome.left_out(self.index, &slug);
        Request { slug, shape, workout, declined, barred: Vec::new() }
    }

    fn requests(&self, fit: Fit, phase: Phase, deload: bool) -> Week {
        let Fit { count, lengths, nominal, aim } = fit;
        let mut week = self.empty(phase, deload);
        let level = self.brief.athlete.running_level;
        let (easy, quality) = (self.missing("easy", count.easy), self.missing("quality", count.quality));
        let total = (count.easy - easy) * lengths.easy + (count.quality - quality) * lengths.quality + lengths.long;
        let halved = deload || self.lowering.halved;
        let mut picker = Picker::new(self.brief, self.seed, week.number, phase, halved, total);
        let mut taken = self.taken.clone();
        for nth in 1..=count.quality {
            let minutes = if lengths.quality > 0 { lengths.quality } else { nominal.quality };
            let Some(workout) = picker.quality(minutes, &taken) else {
                // No hard workout fits: the week is shared anew among the other runs.
                let fewer = self.fitted(count.with_quality(nth - 1), aim);
                return fewer.map_or_else(|| self.empty(phase, deload), |fit| self.requests(fit, phase, deload));
            };
            taken.push(workout.id);
            week.runs.push(self.request(format!("quality-{nth}"), workout.shape(minutes, level), workout.id));
        }
        if count.long {
            let minutes = if lengths.long > 0 { lengths.long } else { nominal.long };
            let workout = picker.long(minutes, &taken);
            week.runs.push(self.request("long".to_owned(), workout.shape(minutes, level), workout.id));
        }
        if count.easy > 0 {
            let minutes = if lengths.easy > 0 { lengths.easy } else { nominal.easy };
            let workout = picker.easy(minutes, count.easy);
            for nth in 1..=count.easy {
                week.runs.push(self.request(format!("easy-{nth}"), workout.shape(minutes, level), workout.id));
            }
        }
        week
    }
}

/// Whether the event is in this week (from 0).
pub(super) fn is_race_week(brief: &Brief, week: i32) -> bool {
    brief.block.event.as_ref().is_some_and(|event| shape::race_day(brief, event).week() == week)
}
