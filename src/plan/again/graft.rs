//! The past goes back into the plan as it was published.

use super::Again;
use crate::plan::build::load;
use crate::plan::{Entry, Plan, PlanWeek, Revision};

impl Again<'_> {
    /// Puts the past and the pinned runs of the earlier plan into the new one, as they were.
    pub fn graft(&self, plan: &mut Plan) {
        plan.history = self.history();
        for week in &mut plan.weeks {
            let Some(old) = self.earlier.weeks.iter().find(|old| old.number == week.number) else { continue };
            if old.start + chrono::Duration::days(7) <= self.from {
                *week = old.clone();
            } else {
                self.begin(week, old);
            }
        }
    }

    /// Whether an entry keeps every byte.
    fn stays(&self, entry: &Entry) -> bool {
        entry.start().0.date() < self.from || self.is_pinned(entry)
    }

    fn begin(&self, week: &mut PlanWeek, old: &PlanWeek) {
        let kept: Vec<&Entry> = old.sessions.iter().filter(|entry| self.stays(entry)).collect();
        week.sessions
            .retain(|entry| entry.start().0.date() >= self.from && !kept.iter().any(|old| old.id() == entry.id()));
        week.sessions.extend(kept.into_iter().cloned());
        week.sessions.sort_by(|a, b| (a.start(), a.id()).cmp(&(b.start(), b.id())));
        week.run_minutes = week.sessions.iter().filter_map(Entry::as_run).map(|run| run.minutes).sum();
        week.load = load(week.start, &week.sessions);
    }

    /// Whether the new plan says what the earlier one said: then nothing was changed at all.
    pub fn is_unchanged(&self, plan: &Plan) -> bool {
        let bare = |plan: &Plan| {
            let mut weeks = plan.weeks.clone();
            for week in &mut weeks {
                week.sessions.iter_mut().for_each(|entry| *entry.revision_mut() = Revision::default());
                week.unplaced.iter_mut().for_each(|run| run.why.clear());
            }
            let done = plan.history.as_ref().map(|history| (history.runs.clone(), history.sessions.clone()));
            (plan.brief.clone(), plan.seed, plan.busy.clone(), weeks, done.unwrap_or_default())
        };
        bare(plan) == bare(self.earlier)
    }
}
