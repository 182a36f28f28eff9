//! The weeks of somebody who comes from nothing: walks and runs by turns.

use super::pick::Picker;
use super::planner::{LIGHT_FROM, Planned, Planner, is_race_week};
use super::volume;
use crate::model::{Minutes, Phase};

impl Planner<'_> {
    /// The week of somebody who comes from nothing, while walks and runs take turns.
    pub(super) fn walk_runs(&self) -> Option<Planned> {
        let rules = &self.brief.rules;
        let begun = self.brief.running.walk_run_weeks;
        let applies = begun.is_some() || rules.walk_run.applies(self.history.start.weekly_minutes);
        if !applies || !rules.is_on("walk_run") {
            return None;
        }
        // Lighter weeks repeat the step before.
        let repeats = self.shape.kept.is_some() || self.lowering.hold || self.deload_is_due();
        let (minutes, stage) =
            rules.walk_run.step((begun.unwrap_or(0) as i32 + self.history.weeks_done() - i32::from(repeats)).max(0))?;
        let racing = is_race_week(self.brief, self.index as i32);
        let runs = (self.wanted() - i32::from(racing)).max(1);
        let minutes = minutes.min(self.history.run_limit(&rules.single_run_spike));
        let full = |most: Minutes| volume::walks(runs, minutes, most.min(self.most()));
        let past = self.history.full_weeks();
        let cap = rules.weekly_growth.cap(&past).unwrap_or(Minutes::MAX);
        let last = past.last().unwrap_or(runs * minutes);
        let (mut rested, mut deload) = (false, false);
        let (runs, minutes) = if let Some(kept) = self.shape.kept {
            full(past.mean().unwrap_or(last) * kept / 100)
        } else if self.lowering.kept < 100 {
            full(last.min(self.most()) * self.lowering.kept / 100)
        } else if self.deload_is_due() {
            let whole = self.cut("walk", runs).min().map_or(minutes, |cut| cut.min(minutes));
            let lighter = volume::lighter_walks(runs, whole, rules.deload_weeks.range(last));
            (deload, rested) = (lighter.is_some(), lighter.is_none());
            lighter.unwrap_or_else(|| full(last))
        } else {
            full(if self.lowering.hold { cap.min(last) } else { cap })
        };
        let phase = match self.shape.kept {
            Some(_) => self.shape.phase,
            None if self.lowering.kept < LIGHT_FROM => Phase::Recovery,
            None => Phase::Base,
        };
        let mut week = self.empty(phase, deload);
        let mut picker = Picker::new(self.brief, self.seed, week.number, Phase::Base, deload, runs * minutes)
            .with_fitness(self.lowering.fitness_permille);
        for nth in 1..=runs {
            let workout = picker.walk_run(minutes, stage, nth);
            let shape = workout.shape(minutes, self.brief.athlete.running_level);
            week.runs.push(self.request(format!("walk-{nth}"), shape, workout.id));
        }
        Some(Planned { week, rested, around_race: false, repeats })
    }
}
