//! How much hard work a run really was.

use super::History;
use crate::model::{Minutes, RunType, Stimulus};
use crate::prescribe::workouts::{self, Occasion, Step};
use crate::prescribe::{Request, Week, race};

impl History<'_> {
    /// The hard work of a run in whole minutes, by its kind.
    pub(super) fn dose(&self, week: &Week, run: &Request) -> Option<((Stimulus, bool), Minutes)> {
        let workout = workouts::find(run.workout)?;
        let paces = race::paces(self.brief, week.number as i32 - 1);
        let paces = paces.map(|paces| paces.with_fitness(week.fitness_permille));
        let occasion = Occasion {
            level: self.brief.athlete.running_level,
            rules: &self.brief.rules,
            weekly_minutes: 0,
            deload: false,
            work: Some(run.work?),
            paces: paces.as_ref(),
        };
        let steps = workout.steps(run.shape.minutes, &occasion);
        let hard: i32 = steps.iter().filter(|step| step.is_hard()).map(Step::total_seconds).sum();
        let work = workout.trains?;
        let apart = run.shape.kind == RunType::Long && work != Stimulus::Marathon;
        Some(((work, apart), hard / 60))
    }
}
