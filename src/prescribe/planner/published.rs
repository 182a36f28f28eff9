//! A week that was published is asked for as it was, as far as what was run since allows it.

use super::{Planned, Planner};
use crate::model::{Minutes, Phase, RunClass, RunType};
use crate::prescribe::lowering::Lowering;
use crate::prescribe::variants::variants;
use crate::prescribe::{Request, Week};
use crate::rules::STAGES;

/// Runs are shortened by so many minutes at a time.
const STEP: Minutes = 5;
/// No hard run gets shorter than this.
const SHORTEST_HARD: Minutes = 30;

impl Planner<'_> {
    /// The week as it was published, where the body lowers it now as it did `then`: no longer than the runs since allow, by the
    /// rules that must hold. `None` where it has to be asked for anew, as `planned`.
    pub(in crate::prescribe) fn as_published(&self, planned: &Planned, then: &Lowering) -> Option<Week> {
        let published = self.outcome.published.as_ref()?.weeks.get(self.index)?.as_ref()?;
        let bare = |lowering: &Lowering| Lowering { notes: Vec::new(), ..lowering.clone() };
        if bare(self.lowering) != bare(then) || !keeps_step(&published.runs, &planned.week.runs) {
            return None;
        }
        if published.deload && (self.history.was_light() || self.history.was_cut_short()) {
            return None;
        }
        let same_notes = self.lowering.notes == then.notes;
        let mut week = Week {
            phase: published.phase,
            deload: published.deload,
            runs: published.runs.clone(),
            aim: published.aim.clone(),
            notes: if same_notes { published.notes.clone() } else { planned.week.notes.clone() },
            as_published: true,
            ..planned.week.clone()
        };
        self.within_limits(&mut week)?;
        for run in &mut week.runs {
            run.variants = variants(self.brief, &run.shape, run.workout);
        }
        self.finish(&mut week);
        Some(week)
    }

    /// Takes from the runs what the longest run lately and the growth of the weeks do not allow; `None` where a run would become
    /// another by it.
    fn within_limits(&self, week: &mut Week) -> Option<()> {
        let rules = &self.brief.rules;
        let limit = self.history.run_limit(&rules.single_run_spike);
        let on_way_back = week.phase == Phase::Recovery;
        let limit = if on_way_back { limit.max(self.history.step_limit(&rules.single_run_spike)) } else { limit };
        let limit = if limit < 5 { limit } else { limit / 5 * 5 };
        // The stages of walk-runs grow slowly enough by themselves.
        let asked = |run: &&mut Request| !run.declined && run.shape.kind != RunType::WalkRun;
        for run in week.runs.iter_mut().filter(asked).filter(|run| run.shape.minutes > limit) {
            if run.shape.class() == RunClass::Quality {
                return None;
            }
            run.shape.minutes = limit;
        }
        let all_walk = week.runs.iter().all(|run| run.shape.kind == RunType::WalkRun);
        if !week.is_light() && week.race.is_none() && !all_walk {
            let now = self.history.start.weekly_minutes;
            let cap = rules.weekly_growth.cap_in(self.index as i32 + 1, &self.history.full_weeks(), now)?;
            let mut runs: Vec<Request> = week.runs.iter().filter(|run| !run.declined).cloned().collect();
            let most = cap - self.own().minutes;
            self.trim(&mut runs, most);
            self.shorten(&mut runs, most);
            week.runs.retain(|run| run.declined || runs.iter().any(|kept| kept.slug == run.slug));
            for run in &mut week.runs {
                if let Some(less) = runs.iter().find(|less| less.slug == run.slug) {
                    run.shape.minutes = less.shape.minutes;
                }
            }
        }
        let longest = |is_long: bool| {
            let runs = week.runs.iter().filter(|run| !run.declined && (run.shape.class() == RunClass::Long) == is_long);
            runs.map(|run| run.shape.minutes).max()
        };
        let is_longest = longest(true).zip(longest(false)).is_none_or(|(long, other)| long >= other);
        is_longest.then_some(())
    }

    /// Takes some minutes from these runs until they come to `most`: from the longest easy one first, then from a hard one. The
    /// long run, which later ones are measured by, keeps its length.
    fn trim(&self, runs: &mut [Request], most: Minutes) {
        let least =
            |class: RunClass| if class == RunClass::Quality { SHORTEST_HARD } else { self.history.shortest_run() };
        for class in [RunClass::Easy, RunClass::Quality] {
            while runs.iter().map(|run| run.shape.minutes).sum::<Minutes>() > most {
                let can = |run: &&mut Request| run.shape.class() == class && run.shape.minutes - STEP >= least(class);
                let Some(longest) = runs.iter_mut().filter(can).max_by_key(|run| run.shape.minutes) else { break };
                longest.shape.minutes -= STEP;
            }
        }
    }
}

/// Whether walk-runs are no more than a stage ahead of what was done.
fn keeps_step(published: &[Request], planned: &[Request]) -> bool {
    let stage = |run: &Request| run.workout.strip_prefix("walkrun_").and_then(|stage| stage.parse::<usize>().ok());
    let due = |slug: &str| planned.iter().find(|run| run.slug == slug).and_then(stage);
    let ahead = |run: &Request| stage(run).is_none_or(|stage| due(&run.slug).is_none_or(|due| stage <= due + 1));
    let walks = published.iter().any(|one| stage(one).is_some());
    planned.iter().filter_map(stage).all(|stage| walks || stage == STAGES.len()) && published.iter().all(ahead)
}
