//! The past goes back into the plan as it was published.

use crate::plan::{Entry, History, KnownPast, Plan, PlanWeek, Revision, RunDone, Shown, load};

impl KnownPast<'_> {
    /// Puts the past and the pinned runs of the earlier plan into the new one, as they were.
    pub fn graft(&self, plan: &mut Plan) {
        for week in &mut plan.weeks {
            let Some(old) = self.earlier.weeks.iter().find(|old| old.number == week.number) else { continue };
            if old.start + chrono::Duration::days(7) <= self.from {
                *week = old.clone();
            } else {
                self.begin(week, old);
            }
        }
        plan.history = Some(self.history(plan));
    }

    /// The runs that were done before their day: a log goes on to speak of them. What such a log takes back is kept until a week
    /// asks for it again.
    pub(super) fn early(&self, plan: &Plan) -> Vec<Entry> {
        let known = self.earlier.early();
        let stands = |id: &str| plan.weeks.iter().flat_map(|week| &week.sessions).any(|one| one.id() == id);
        let is_known = |id: &str| known.iter().any(|one| one.id() == id);
        let kept = known.iter().filter(|entry| self.done(entry.id()).is_some() || !stands(entry.id()));
        let ahead = self.earlier.weeks.iter().flat_map(|week| &week.sessions).filter(|entry| !self.stays(entry));
        let done = ahead.filter(|entry| self.done(entry.id()).is_some() && !is_known(entry.id()));
        kept.chain(done).cloned().collect()
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
            (plan.brief.clone(), plan.seed, plan.busy.clone(), weeks, done.unwrap_or_default(), plan.early().to_vec())
        };
        bare(plan) == bare(self.earlier)
    }

    /// What a new plan is to remember of its past, and that its runs were published.
    fn history(&self, plan: &Plan) -> History {
        let planned: Vec<RunDone> = RunDone::planned(self.earlier, self.from);
        let first = plan.start().filter(|_| !self.has_past());
        History {
            from: first.map_or(self.from, |first| first.min(self.from)),
            runs: (self.runs != planned).then(|| self.runs.clone()),
            sessions: self.sessions.clone(),
            early: self.early(plan),
            stay: self.stay,
            shown: self.shown(plan),
        }
    }

    /// How the calendar showed what is past.
    fn shown(&self, plan: &Plan) -> Vec<Shown> {
        let known = self.earlier.history.as_ref().map_or(&[][..], |history| &history.shown);
        let (mut shown, later): (Vec<Shown>, Vec<Shown>) =
            known.iter().cloned().partition(|one| one.before < self.from);
        let own = later.into_iter().next().map(|one| Shown { before: self.from, ..one });
        let own = own.unwrap_or_else(|| Shown::of(&self.earlier.brief, self.from));
        if self.has_past() && own != Shown::of(&plan.brief, self.from) {
            shown.push(own);
        }
        shown
    }
}
