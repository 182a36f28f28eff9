//! What is known of the days before a date of a plan: they count as they were done, and ask nothing more.

mod hold;
mod judged;
mod outcome;
mod published;
mod timeline;

pub use hold::hold;
pub(super) use judged::Past;
pub(super) use timeline::{past_sessions, standing};

use chrono::NaiveDate;

use super::history::{RunDone, SessionDone};
use super::{Entry, LocalTime, Plan, day};
use crate::model::Day;

/// A plan with what is known of its days before a date.
#[derive(Clone, Debug)]
pub struct KnownPast<'a> {
    pub(crate) earlier: &'a Plan,
    pub(crate) from: NaiveDate,
    /// The runs that were done, by start.
    pub(crate) runs: Vec<RunDone>,
    /// The sessions that were done, where they are not those of the plan.
    pub(crate) sessions: Option<Vec<SessionDone>>,
    /// How hard the published runs are held where they stand, if not as the rules have it.
    pub stay: Option<i32>,
    /// What was assumed of the past, in sentences.
    pub notes: Vec<String>,
}

impl<'a> KnownPast<'a> {
    /// The past of `earlier` before the day `from` without a log: what an earlier replanning knew of it stays known, the rest counts as
    /// done as planned.
    pub fn assumed(earlier: &'a Plan, from: NaiveDate) -> Self {
        let mut runs = RunDone::planned(earlier, from);
        let mut sessions = None;
        if let Some(known) = &earlier.history {
            let before = |start: LocalTime| start.0.date() < known.from;
            if let Some(told) = &known.runs {
                let told_of =
                    |run: &RunDone| run.planned.as_ref().is_some_and(|id| planned_before(earlier, id, known.from));
                let is_told =
                    |run: &RunDone| run.planned.is_some() && told.iter().any(|one| one.planned == run.planned);
                runs.retain(|run| !before(run.start) && !told_of(run) && !is_told(run));
                runs.extend(told.iter().filter(|run| run.start.0.date() < from).cloned());
                runs.sort_by_key(|run| run.start);
            }
            if let Some(told) = &known.sessions {
                let mut all: Vec<SessionDone> = SessionDone::planned(earlier, from);
                all.retain(|session| !before(session.start));
                all.extend(told.iter().filter(|session| session.start.0.date() < from).cloned());
                all.sort_by_key(|session| session.start);
                sessions = Some(all);
            }
        }
        let is_first = earlier.history.as_ref().is_none_or(|known| Some(known.from) <= earlier.start());
        let assumed = || format!("Without a log, everything before {} counts as it was planned.", day(from));
        let notes = if is_first && !runs.is_empty() { vec![assumed()] } else { Vec::new() };
        Self { earlier, from, runs, sessions, stay: None, notes }
    }

    /// Whether anything of the plan lies before the day.
    pub fn has_past(&self) -> bool {
        self.earlier.weeks.first().is_some_and(|week| week.start < self.from)
    }

    /// Whether more is known of the past than the earlier plan knew or took for granted.
    pub fn knows_more(&self) -> bool {
        let assumed = Self::assumed(self.earlier, self.from);
        self.runs != assumed.runs || self.sessions != assumed.sessions
    }

    /// Whether a run was done before its day that is still planned for it in a week that has begun.
    pub fn was_early(&self) -> bool {
        let ahead = self.earlier.weeks.iter().flat_map(|week| &week.sessions);
        ahead.filter(|entry| entry.start().0.date() >= self.from).any(|entry| self.is_over(entry))
    }

    /// The run done for a planned one.
    pub(crate) fn done(&self, id: &str) -> Option<&RunDone> {
        self.runs.iter().find(|run| run.planned.as_deref() == Some(id))
    }

    /// Whether an entry of the earlier plan is history: it lies before the day, or was done before it. A week that has not begun
    /// asks for its runs whatever was done before: they are held where they stand until it begins.
    pub(crate) fn is_over(&self, entry: &Entry) -> bool {
        let date = entry.start().0.date();
        let has_begun = self.week_of(date) <= self.week_of(self.from);
        date < self.from || (has_begun && self.done(entry.id()).is_some())
    }

    /// Whether a run keeps its place whatever happens.
    pub(crate) fn is_pinned(&self, entry: &Entry) -> bool {
        entry.as_run().is_some_and(|run| run.pin) && !self.is_over(entry)
    }

    /// The week, from 0, that a date lies in.
    pub(crate) fn week_of(&self, date: NaiveDate) -> i32 {
        let first = self.earlier.weeks.first().map_or(self.from, |week| week.start);
        Day((date - first).num_days() as i32).week()
    }
}

/// Whether a plan has this run before a date.
fn planned_before(plan: &Plan, id: &str, date: NaiveDate) -> bool {
    plan.runs().any(|run| run.id == id && run.start.0.date() < date)
}
