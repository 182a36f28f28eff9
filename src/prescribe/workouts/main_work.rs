//! The main work of a run: as much as the time and the limit on hard work allow.

use super::super::paces::PaceKind;
use super::fit::step;
use super::structure::{Block, Bout, Length, STRIDE};
use super::{Occasion, Step, walk_run};
use crate::model::Level;

/// Hard work shorter than this is left out.
const SHORTEST: i32 = 30;

/// Whether work in seconds is the dose: by a minute or 7 % (judgement).
fn is_about(work: i32, dose: i32) -> bool {
    (work - dose).abs() <= 60.max(dose * 7 / 100)
}

/// Fills the main part of a run, block by block.
pub(super) struct Filler<'a> {
    pub(super) occasion: &'a Occasion<'a>,
    /// Seconds of the whole run.
    pub(super) total: i32,
    /// Seconds left for main work beside the usual opening and closing.
    pub(super) comfortable: i32,
    /// Seconds left for main work beside the shortest opening and closing.
    pub(super) most: i32,
    /// Seconds of hard work left.
    pub(super) budget: i32,
    /// Seconds of hard work asked for and not yet given.
    pub(super) dose: Option<i32>,
    /// The steps so far.
    pub(super) steps: Vec<Step>,
    /// Groups so far.
    pub(super) groups: u32,
    /// Whether every block so far has at least its smallest size.
    pub(super) whole: bool,
    /// Whether hard work is halved: a deload.
    pub(super) halved: bool,
}

impl Filler<'_> {
    /// Adds a block; `sharing` blocks, this one included, share the hard work that is left.
    pub(super) fn fill(&mut self, block: &Block, sharing: i32) {
        match *block {
            Block::Stretch { bout, seconds, percent } => self.stretch(&bout, seconds, percent, sharing),
            Block::Set { bouts, times } => self.set(bouts, times),
            Block::Long { bout, seconds, rest, times } => self.long(&bout, seconds, &rest, times),
            Block::Series { bouts, times, sets, between } => self.series(bouts, times, sets, &between),
            Block::Pyramid { bout, rest, peak } => self.pyramid(&bout, &rest, peak),
            Block::Once(bout) => self.once(&bout),
            Block::Strides(fewest, most) => self.strides(fewest, most),
            Block::WalkRun { stage } => {
                let turns = walk_run::steps(stage, &mut self.groups);
                let fits = turns.iter().map(Step::total_seconds).sum::<i32>() <= self.most;
                self.whole &= fits;
                if fits {
                    self.add(turns);
                }
            }
        }
    }

    /// Seconds of the main work so far.
    pub(super) fn filled(&self) -> i32 {
        self.steps.iter().map(Step::total_seconds).sum()
    }

    fn add(&mut self, steps: Vec<Step>) {
        let seconds: i32 = steps.iter().map(Step::total_seconds).sum();
        self.comfortable -= seconds;
        self.most -= seconds;
        self.budget -= steps.iter().filter(|step| step.is_hard()).map(Step::total_seconds).sum::<i32>();
        self.steps.extend(steps);
    }

    /// How much fits: as much as is comfortable, but at least `least` as long as that fits at all.
    fn room(&self, least: i32) -> i32 {
        self.comfortable.max(least.min(self.most)).max(0)
    }

    /// Half of a deload's hard work, all of any other week's.
    fn kept(&self, work: i32) -> i32 {
        if self.halved { work / 2 } else { work }
    }

    fn stretch(&mut self, bout: &Bout, (least, most): (i32, i32), percent: i32, sharing: i32) {
        if let Some(dose) = self.dose {
            let share = dose / sharing / 60 * 60;
            let seconds = share.min(most).min(self.most).max(0) / 60 * 60;
            self.whole &= seconds >= least && seconds == share;
            self.single(bout, seconds);
            self.dose = Some(dose - seconds);
            return;
        }
        let wanted = most.min(self.total / 100 * percent).min(self.budget / sharing);
        let full = wanted.min(self.room(least));
        self.whole &= full >= least;
        let kept = self.kept(full) / 60 * 60;
        self.single(bout, kept);
        // What a deload leaves out is not taken up by the next stretch.
        self.comfortable -= full - kept;
        self.most -= full - kept;
        self.budget -= full - kept;
    }

    fn set(&mut self, bouts: &[Bout], (least, most): (i32, i32)) {
        let round = self.round(bouts);
        let length: i32 = round.iter().map(|step| step.seconds).sum();
        let work: i32 = round.iter().filter(|step| step.is_hard()).map(|step| step.seconds).sum();
        if let Some(dose) = self.dose.filter(|_| work > 0) {
            let wanted = (dose + work / 2) / work;
            let times = wanted.min(most).min(self.most / length.max(1)).max(0);
            self.whole &= times >= least && is_about(times * work, dose);
            if times > 0 {
                let steps = self.grouped(round, times);
                self.add(steps);
            }
            return;
        }
        let allowed = if work > 0 { self.budget / work } else { most };
        let times = (self.room(least * length) / length.max(1)).min(most).min(allowed);
        self.whole &= times >= least;
        let kept = if work > 0 { self.kept(times * work) / work } else { times };
        if kept > 0 {
            let steps = self.grouped(round, kept);
            self.add(steps);
        } else if let Some(first) = bouts.first() {
            // Not even one repeat fits: as much of it as does.
            let rest = length - work;
            let seconds = self.kept(work.min(self.budget).min(self.most - rest));
            self.single(first, seconds / SHORTEST * SHORTEST);
        }
    }

    fn long(&mut self, bout: &Bout, (least, most): (i32, i32), rest: &Bout, (fewest, times): (i32, i32)) {
        let pause = self.seconds(rest);
        if let Some(dose) = self.dose {
            // Whole minutes if it goes, and rather more repeats than longer ones.
            let even = |count: &i32| {
                let each = dose / count;
                let fits = (least..=most).contains(&each) && count * (each + pause) <= self.most;
                fits && dose % count == 0 && each % SHORTEST == 0
            };
            let counts = || (fewest..=times).rev().filter(even);
            if let Some(count) = counts().find(|count| dose / count % 60 == 0).or_else(|| counts().next()) {
                self.repeats(bout, dose / count, (rest, pause), count);
                return;
            }
            self.whole = false;
        }
        let budget = self.dose.unwrap_or(self.budget);
        let room = self.room(fewest * (least + pause));
        let each = |count: i32, work: i32| (room / count - pause).min(work / count).min(most) / SHORTEST * SHORTEST;
        let full = (fewest..=times).rev().find(|count| each(*count, budget) >= least);
        self.whole &= full.is_some();
        let work = self.kept(full.map_or(budget.min(room - pause).min(most), |count| count * each(count, budget)));
        match (1..=times).rev().find(|count| each(*count, work) >= least) {
            Some(count) => self.repeats(bout, each(count, work), (rest, pause), count),
            None => self.single(bout, work.min(most) / SHORTEST * SHORTEST),
        }
    }

    fn repeats(&mut self, bout: &Bout, seconds: i32, (rest, pause): (&Bout, i32), count: i32) {
        let round = vec![step(bout, seconds), step(rest, pause)];
        let steps = self.grouped(round, count);
        self.add(steps);
    }

    fn series(&mut self, bouts: &[Bout], (least, most): (i32, i32), sets: i32, between: &Bout) {
        let round = self.round(bouts);
        let length: i32 = round.iter().map(|step| step.seconds).sum();
        let work: i32 = round.iter().filter(|step| step.is_hard()).map(|step| step.seconds).sum();
        let pause = self.seconds(between);
        let shared = |repeats: i32| {
            let per_set = |sets: i32| {
                let room = if sets > 1 { self.comfortable } else { self.room(least * length) };
                ((room - (sets - 1) * pause) / sets / length.max(1)).min(repeats / sets).min(most)
            };
            let sets = (2..=sets).rev().find(|sets| per_set(*sets) >= least).unwrap_or(1);
            (sets, per_set(sets))
        };
        let wanted = self.dose.map_or(self.budget, |dose| dose + work / 2) / work.max(1);
        let full = shared(wanted);
        let (sets, times) = shared(self.kept(full.0 * full.1));
        self.whole &= full.1 >= least && self.dose.is_none_or(|dose| is_about(sets * times * work, dose));
        for number in 0..sets {
            if number > 0 && times > 0 {
                self.add(vec![step(between, pause)]);
            }
            if times > 0 {
                let steps = self.grouped(round.clone(), times);
                self.add(steps);
            }
        }
    }

    fn pyramid(&mut self, bout: &Bout, rest: &Bout, peak: i32) {
        // Rising to p minutes and falling again is p squared minutes of work and half as much of rest.
        let work = |peak: i32| peak * peak * 60;
        let room = self.room(work(2) * 3 / 2);
        let fits = |peak: i32, budget: i32| work(peak) <= budget && work(peak) * 3 / 2 <= room;
        let budget = self.dose.map_or(self.budget, |dose| dose + 60);
        let full = (1..=peak).rev().find(|peak| fits(*peak, budget)).unwrap_or(0);
        self.whole &= full >= 2 && self.dose.is_none_or(|dose| is_about(work(full), dose));
        let kept = (1..=full).rev().find(|peak| fits(*peak, self.kept(work(full)))).unwrap_or(0);
        for minutes in (1..=kept).chain((1..kept).rev()) {
            self.add(vec![step(bout, minutes * 60), step(rest, minutes * 30)]);
        }
    }

    fn once(&mut self, bout: &Bout) {
        let seconds = self.seconds(bout);
        let fits = seconds <= self.most;
        self.whole &= fits;
        if fits {
            self.add(vec![step(bout, seconds)]);
        }
    }

    fn strides(&mut self, fewest: i32, most: i32) {
        let round = self.round(STRIDE);
        let length: i32 = round.iter().map(|step| step.seconds).sum();
        let rested = self.occasion.deload || self.occasion.level == Level::Beginner;
        let times = if rested || most * length > self.comfortable { fewest } else { most };
        if times * length <= self.most {
            let steps = self.grouped(round, times);
            self.add(steps);
        }
    }

    fn single(&mut self, bout: &Bout, seconds: i32) {
        if seconds >= SHORTEST {
            // What was to be a distance is now a time.
            let effort = match (bout.length, bout.pace) {
                (Length::Metres(_), PaceKind::Interval) => "hard",
                (Length::Metres(_), PaceKind::Repetition) => "fast and relaxed",
                (Length::Metres(_), PaceKind::Threshold) => "comfortably hard, threshold",
                _ => bout.effort,
            };
            self.add(vec![step(&Bout { effort, ..*bout }, seconds)]);
        }
    }

    /// One repeat; where it is measured in metres its rest is rounded up so that repeats come to whole minutes.
    fn round(&self, bouts: &[Bout]) -> Vec<Step> {
        let mut steps: Vec<Step> = bouts.iter().map(|bout| step(bout, self.seconds(bout))).collect();
        let length: i32 = steps.iter().map(|step| step.seconds).sum();
        let measured = bouts.iter().any(|bout| matches!(bout.length, Length::Metres(_)));
        if let Some(rest) = steps.last_mut().filter(|_| measured && bouts.len() > 1) {
            rest.seconds += (-length).rem_euclid(60);
        }
        steps
    }

    fn grouped(&mut self, mut round: Vec<Step>, times: i32) -> Vec<Step> {
        if times == 1 {
            return round;
        }
        self.groups += 1;
        for step in &mut round {
            step.repeat = times as u32;
            step.group = Some(self.groups);
        }
        round
    }

    /// Seconds of a bout: metres by the person's pace, else by a usual one.
    fn seconds(&self, bout: &Bout) -> i32 {
        match bout.length {
            Length::Seconds(seconds) => seconds,
            Length::Metres(metres) => {
                let usual = match bout.pace {
                    PaceKind::Repetition => 228.0,
                    PaceKind::Interval => 212.0,
                    PaceKind::Threshold => 198.0,
                    PaceKind::FiveK => self.occasion.level.pick(150.0, 195.0, 235.0),
                    _ => 150.0,
                };
                let speed = self.occasion.paces.map_or(usual, |paces| paces.speed(bout.pace));
                let seconds = f64::from(metres) / speed * 60.0;
                let grain = match seconds {
                    seconds if seconds < 120.0 => 5.0,
                    seconds if seconds < 600.0 => 15.0,
                    _ => 60.0,
                };
                ((seconds / grain).round() * grain) as i32
            }
        }
    }
}
