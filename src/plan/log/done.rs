//! What was really done: the plan as the log tells it.

use chrono::NaiveDate;

use super::told::Told;
use super::{Activity, Added, Kept, Log};
use crate::model::{Clock, Kind, RunType};
use crate::plan::history::{RunDone, SessionDone};
use crate::plan::{Entry as Planned, Fixed, LocalTime, PlacedRun, Plan};

/// When something started that was logged without a time.
const NOON: Clock = Clock(12 * 60);

/// What was done of a plan before a date, and beside it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Done {
    /// The runs, by start.
    pub runs: Vec<RunDone>,
    /// The sessions by start, where they differ from the plan: with those that were added, without those that were missed.
    pub sessions: Option<Vec<SessionDone>>,
    /// What was assumed, in sentences.
    pub notes: Vec<String>,
}

impl Done {
    /// What was done of `plan` before the day `before`.
    ///
    /// Sessions count as done unless they are logged as missed. Runs count as done if they are logged so; those that are
    /// not logged count as done only as long as no run at all is logged as done.
    pub fn of(plan: &Plan, log: &Log, before: NaiveDate) -> Self {
        let planned: Vec<&Planned> = plan.planned().collect();
        let told = Told::new(&planned, log);
        // What was done before its day the log knows, or it was not done; the week it comes from may ask for it anew.
        let is_told = |one: &&Planned| told.entries.contains_key(one.id());
        let early = || plan.early().iter().filter(is_told);
        let is_early = |one: &&Planned| early().any(|early| early.id() == one.id());
        let of_the_weeks = plan.weeks.iter().flat_map(|week| &week.sessions).filter(|one| !is_early(one));
        let of_the_block = |date: NaiveDate| date < before && plan.start().is_some_and(|first| first <= date);
        let (mut runs, mut sessions, mut silent) = (Vec::new(), Vec::new(), 0);
        for one in of_the_weeks.chain(early()) {
            let kept = told.kept(one);
            let start = kept.as_ref().map_or(one.start(), |kept| moment(one.start(), kept));
            if !of_the_block(start.0.date()) {
                continue;
            }
            if let Some(run) = one.as_run() {
                silent += usize::from(!told.entries.contains_key(one.id()));
                runs.extend(kept.map(|kept| run_done(run, &kept, start)));
            } else if let (Some(fixed), Some(kept)) = (one.fixed(), kept) {
                sessions.push(session_done(fixed, &kept, start));
            }
        }
        for one in told.added.iter().filter(|one| of_the_block(one.date)) {
            match one.kind {
                Activity::Run(kind) => runs.push(run_added(kind, one)),
                Activity::Session(kind) => sessions.push(session_added(kind, one)),
            }
        }
        runs.sort_by_key(|run| run.start);
        sessions.sort_by_key(|session| session.start);
        Self {
            runs,
            sessions: Some(sessions).filter(|sessions| *sessions != SessionDone::planned(plan, before)),
            notes: if silent > 0 { vec![assumed(silent, told.runs)] } else { Vec::new() },
        }
    }
}

/// When something was done that was planned for another time, perhaps.
fn moment(planned: LocalTime, kept: &Kept) -> LocalTime {
    LocalTime::at(kept.date.unwrap_or(planned.0.date()), kept.start.unwrap_or(planned.clock()))
}

fn run_done(run: &PlacedRun, kept: &Kept, start: LocalTime) -> RunDone {
    RunDone { start, minutes: kept.minutes.unwrap_or(run.minutes), kind: run.run.kind, planned: Some(run.id.clone()) }
}

fn run_added(kind: RunType, one: &Added) -> RunDone {
    RunDone { start: LocalTime::at(one.date, one.start.unwrap_or(NOON)), minutes: one.minutes, kind, planned: None }
}

fn session_done((fixed, kind): (&Fixed, Kind), kept: &Kept, start: LocalTime) -> SessionDone {
    let planned = SessionDone::of(fixed, kind);
    let minutes = kept.minutes.unwrap_or(planned.minutes);
    SessionDone { start, minutes, rpe: whole(kept.rpe).or(planned.rpe), ..planned }
}

fn session_added(kind: Kind, added: &Added) -> SessionDone {
    SessionDone {
        name: String::new(),
        start: LocalTime::at(added.date, added.start.unwrap_or(NOON)),
        minutes: added.minutes,
        kind,
        focus: added.focus,
        effort: added.effort,
        rpe: whole(added.rpe),
        is_match: false,
    }
}

/// A session RPE as sessions hold it: 1 to 10.
fn whole(rpe: Option<f64>) -> Option<u8> {
    rpe.map(|rpe| rpe.round().clamp(1.0, 10.0) as u8)
}

fn assumed(silent: usize, runs_are_logged: bool) -> String {
    let (runs, are, count) = if silent == 1 { ("run", "is", "counts") } else { ("runs", "are", "count") };
    let how = if runs_are_logged { "not done" } else { "done as planned" };
    format!("{silent} planned {runs} {are} not in the log and {count} as {how}.")
}
