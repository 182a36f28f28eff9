//! One week in the making.

mod amount;
mod around_race;
mod begun;
mod down;
mod fit;
mod published;
mod requests;
mod stepped;

use std::cmp::Reverse;

use super::course::Stage;
use super::history::History;
use super::lowering::Lowering;
use super::shape::{self, Shape};
use super::{Outcome, Week, lifting, notes, race};
use crate::brief::Brief;
use crate::model::{Minutes, Phase, RunClass};

pub(super) use amount::LIGHT_FROM;

/// What a week is made from.
pub(super) struct Planner<'a> {
    pub brief: &'a Brief,
    pub outcome: &'a Outcome,
    pub history: &'a History<'a>,
    /// The week, from 0.
    pub index: usize,
    /// What the course of the block has it for.
    pub stage: &'a Stage,
    /// The long run goes down or the taper begins in the next week.
    pub down_next: bool,
    /// The same of the week after that.
    pub down_after_next: bool,
    pub shape: Shape,
    pub lowering: &'a Lowering,
    /// The same week without what the body answers, where it does: this one never holds more.
    pub healthy: Option<&'a Week>,
    pub seed: u64,
    /// The workouts of the weeks before, not to be repeated at once.
    pub taken: Vec<&'static str>,
}

/// A week, and whether it rests the person without being a deload.
pub(super) struct Planned {
    pub week: Week,
    pub rested: bool,
    /// A taper or the recovery from a race, as light as it was meant to be.
    pub around_race: bool,
    /// Of a week of walk-runs: sessions that lie behind its first one, and the most that lie behind its last.
    pub walked: Option<(i32, i32)>,
}

impl Planner<'_> {
    pub(super) fn week(&self) -> Planned {
        let mut planned = self.runs();
        let steps = self.lowering.step.is_some_and(|step| step.volume < 100);
        planned.around_race = self.lowering.kept == 100 && (self.shape.kept.is_some() || steps);
        let week = &mut planned.week;
        week.fitness_permille = self.lowering.fitness_permille;
        week.race = race::in_week(self.brief, self.index as i32, &self.lowering.stops);
        week.stops.clone_from(&self.lowering.stops);
        week.notes.splice(0..0, self.lowering.notes.iter().cloned());
        if self.lowering.pained && week.race.is_some() {
            week.notes.push(
                "Pain is still held, and makes the race a doubt: start only if easy running is free of it, and ask a doctor or \
                 physiotherapist before."
                    .to_owned(),
            );
        }
        let is_less = self.lowering.kept < 100 || self.shape.kept.is_some() || self.lowering.step.is_some();
        if week.runs.is_empty() && is_less && self.lowering.kept > 0 && self.free_days() > 0 {
            week.notes.push("Too little is left for a run: walk instead.".to_owned());
        }
        lifting::lighter(self.brief, &mut planned, self.lowering.lifting);
        lifting::around_race(self.brief, &mut planned, self.index as i32);
        let week = &mut planned.week;
        notes::after_race(self.brief, self.index as i32, week);
        week.aim.clone_from(&self.stage.aim);
        self.finish(week);
        planned
    }

    /// Says whether the week is a full one and which days are closed to its runs, and puts the most valued first.
    fn finish(&self, week: &mut Week) {
        let lowered = self.lowering.kept < 100 || self.lowering.step.is_some();
        // After a race it is the race that makes it lighter.
        week.lowered = lowered && self.shape.kept.is_none();
        week.whole = !(week.is_light() || lowered || self.free_days() < 7 || week.race.is_some());
        for run in &mut week.runs {
            run.barred = self.lowering.barred(self.index as i32, run.shape.class());
            run.barred.extend(around_race::barred(self.brief, self.index as i32, self.shape.phase, run));
        }
        week.runs.sort_by_key(|run| Reverse(self.brief.athlete.goal.worth(run.shape.class())));
    }

    fn runs(&self) -> Planned {
        let done = |week| Planned { week, rested: false, around_race: false, walked: None };
        if self.lowering.kept == 0 {
            return done(self.empty(Phase::Recovery, false));
        }
        if self.free_days() == 0 {
            return done(self.empty(self.shape.phase, false));
        }
        if let Some(planned) = self.walk_runs() {
            return planned;
        }
        let tune_up = race::tune_up(self.brief, self.index as i32).is_some();
        // A race on the way has its own week, where nothing else makes it a light one.
        if let Some(step) = self.lowering.step.filter(|step| !(tune_up && step.volume >= 100)) {
            return done(self.stepped(step));
        }
        if let Some(kept) = self.shape.kept {
            return done(self.kept(kept));
        }
        if self.deload_is_due()
            && !tune_up
            && let Some(fit) = self.lighter()
        {
            return done(self.requests(&fit, self.shape.phase, true));
        }
        let rested = self.stage.deload && self.brief.rules.is_on("deload_weeks");
        Planned { week: self.full(), rested, around_race: false, walked: None }
    }

    pub(super) fn empty(&self, phase: Phase, deload: bool) -> Week {
        Week {
            number: self.index as u32 + 1,
            phase,
            deload,
            runs: Vec::new(),
            race: None,
            stops: Vec::new(),
            notes: Vec::new(),
            fitness_permille: 1000,
            aim: String::new(),
            whole: false,
            lowered: false,
            as_published: false,
        }
    }

    pub(super) fn deload_is_due(&self) -> bool {
        let rule = &self.brief.rules.deload_weeks;
        let unloads = self.history.full_weeks().last().is_some_and(|last| rule.unloads(last));
        // After weeks that were light already there is nothing to unload.
        let is_due = self.stage.deload && !self.history.was_light() && !self.history.came_back_lately();
        (is_due && unloads) || self.healthy.is_some_and(|week| week.deload)
    }

    /// The most minutes that the week may hold however the person feels.
    pub(super) fn most(&self) -> Minutes {
        let minutes = |week: &Week| week.runs.iter().map(|run| run.shape.minutes).sum::<Minutes>();
        self.healthy.map_or(Minutes::MAX, |week| minutes(week) + self.own().minutes)
    }

    /// Days of the week on which the body does not make every run wait.
    fn free_days(&self) -> i32 {
        7 - self.lowering.barred(self.index as i32, RunClass::Easy).len() as i32
    }

    /// How many runs are wanted.
    pub(super) fn wanted(&self) -> i32 {
        super::count::wanted(self.brief, self.history).min(self.free_days())
    }
}

/// Whether the event is in this week (from 0).
pub(super) fn is_race_week(brief: &Brief, week: i32) -> bool {
    brief.block.event.as_ref().is_some_and(|event| shape::race_day(brief, event).week() == week)
}
