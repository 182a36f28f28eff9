//! Planning again: the past of a plan stays and counts as it was done, the rest is asked to stay where it was published.

mod before;
mod check_ins;
mod graft;
mod hold;
mod judged;
mod keep;
mod known;
mod number;
mod off;
mod past;
mod published;

pub use before::with_what_went_before;
pub use check_ins::with_check_ins;
pub(super) use check_ins::{add_days_off, check_ins_for, standing_red_flags, tells_how_one_feels};
pub use hold::hold;
pub(super) use judged::Past;
pub use keep::Kept;
pub use number::renumber;
pub(super) use past::{past_sessions, standing};

use chrono::NaiveDate;

use super::history::{History, RunDone, SessionDone, Shown};
use super::log::{Done, Log};
use super::{Entry, LocalTime, Plan, day};
use crate::model::Day;

/// A plan that is planned again from a day on.
#[derive(Clone, Debug)]
pub struct Again<'a> {
    earlier: &'a Plan,
    from: NaiveDate,
    runs: Vec<RunDone>,
    sessions: Option<Vec<SessionDone>>,
    /// How hard the published runs are held where they stand, if not as the rules have it.
    pub stay: Option<i32>,
    /// What was assumed of the past, in sentences.
    pub notes: Vec<String>,
}

impl<'a> Again<'a> {
    /// The past of `earlier` before the day `from`, as a log tells it up to `today`. Without one, what an earlier replanning knew of it stays
    /// known, and the rest counts as done.
    pub fn new(earlier: &'a Plan, log: Option<&Log>, from: NaiveDate, today: NaiveDate) -> Self {
        let silent = Log::default();
        let done = Done::of(earlier, log.unwrap_or(&silent), from, today);
        let (mut runs, mut sessions) = (done.runs, done.sessions);
        if let (None, Some(known)) = (log, &earlier.history) {
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
        let assumed = format!("Without a log, everything before {} counts as it was planned.", day(from));
        let notes = match (log, runs.is_empty()) {
            (Some(_), _) => done.notes,
            (None, false) if earlier.history.as_ref().is_none_or(|known| Some(known.from) <= earlier.start()) => {
                vec![assumed]
            }
            (None, _) => Vec::new(),
        };
        Self { earlier, from, runs, sessions, stay: None, notes }
    }

    /// Whether anything of the plan lies before the day.
    pub fn has_past(&self) -> bool {
        self.earlier.weeks.first().is_some_and(|week| week.start < self.from)
    }

    /// The runs that were done, by start.
    pub(super) fn runs(&self) -> &[RunDone] {
        &self.runs
    }

    /// The sessions that were done, where they are not those of the plan.
    pub(super) fn sessions(&self) -> Option<&[SessionDone]> {
        self.sessions.as_deref()
    }

    /// Whether more is known of the past than the earlier plan knew or took for granted.
    pub fn knows_more(&self) -> bool {
        let assumed = Self::new(self.earlier, None, self.from, self.from);
        self.runs != assumed.runs || self.sessions != assumed.sessions
    }

    /// Whether a run was done before its day that is still planned for it in a week that has begun.
    pub fn was_early(&self) -> bool {
        let ahead = self.earlier.weeks.iter().flat_map(|week| &week.sessions);
        ahead.filter(|entry| entry.start().0.date() >= self.from).any(|entry| self.is_over(entry))
    }

    /// The run done for a planned one.
    fn done(&self, id: &str) -> Option<&RunDone> {
        self.runs.iter().find(|run| run.planned.as_deref() == Some(id))
    }

    /// Whether an entry of the earlier plan is history: it lies before the day, or was done before it. A week that has not begun
    /// asks for its runs whatever was done before: they are held where they stand until it begins.
    fn is_over(&self, entry: &Entry) -> bool {
        let date = entry.start().0.date();
        let has_begun = self.week_of(date) <= self.week_of(self.from);
        date < self.from || (has_begun && self.done(entry.id()).is_some())
    }

    /// Whether a run keeps its place whatever happens.
    fn is_pinned(&self, entry: &Entry) -> bool {
        entry.as_run().is_some_and(|run| run.pin) && !self.is_over(entry)
    }

    /// The week, from 0, that a date lies in.
    fn week_of(&self, date: NaiveDate) -> i32 {
        let first = self.earlier.weeks.first().map_or(self.from, |week| week.start);
        Day((date - first).num_days() as i32).week()
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

/// Whether a plan has this run before a date.
fn planned_before(plan: &Plan, id: &str, date: NaiveDate) -> bool {
    plan.runs().any(|run| run.id == id && run.start.0.date() < date)
}
