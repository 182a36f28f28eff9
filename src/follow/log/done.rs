//! What was really done: the plan as the log tells it.

use chrono::NaiveDate;

use super::told::Told;
use super::{Activity, Added, Kept, Log};
use crate::model::{Clock, Kind, RunType};
use crate::plan::{Entry as Planned, Fixed, LocalTime, PlacedRun, Plan, RunDone, SessionDone};

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
    /// What was done of `plan` before the day `before`, as it is known on the day `today`.
    ///
    /// Everything counts as done as planned unless the log says otherwise: that it was missed, or that something else was run on
    /// its day. Runs of which it says nothing are asked about, once: those since the plan was last planned again, up to today.
    pub fn of(plan: &Plan, log: &Log, before: NaiveDate, today: NaiveDate) -> Self {
        let planned: Vec<&Planned> = plan.planned().collect();
        let told = Told::new(&planned, log);
        // What was done before its day the log knows, or it was not done; the week it comes from may ask for it anew.
        let is_told = |one: &&Planned| told.entries.contains_key(one.id());
        let early = || plan.early().iter().filter(is_told);
        let is_early = |one: &&Planned| early().any(|early| early.id() == one.id());
        let of_the_weeks = plan.weeks.iter().flat_map(|week| &week.sessions).filter(|one| !is_early(one));
        let of_the_block = |date: NaiveDate| date < before && plan.start().is_some_and(|first| first <= date);
        let (mut runs, mut sessions, mut silent) = (Vec::new(), Vec::new(), Vec::new());
        let asked = plan.history.as_ref().map(|history| history.from);
        let is_open = |date: NaiveDate| date < today && asked.is_none_or(|asked| asked <= date);
        for one in of_the_weeks.chain(early()) {
            let kept = told.kept(one);
            let start = kept.as_ref().map_or(one.start(), |kept| moment(one.start(), kept));
            if !of_the_block(start.0.date()) {
                continue;
            }
            if let Some(run) = one.as_run() {
                silent.extend(Some(run).filter(|_| told.is_silent_on(one) && is_open(start.0.date())));
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
            notes: assumed(&silent).into_iter().collect(),
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

/// So many runs are asked about by name.
const NAMED: usize = 3;

/// What is assumed of runs that the log does not speak of, and how to say otherwise.
fn assumed(silent: &[&PlacedRun]) -> Option<String> {
    let first = silent.first()?;
    let on = |run: &&PlacedRun| format!("{} on {} (`{}`)", run.name, run.start.0.format("%A %-d %B"), run.id);
    let mut names: Vec<String> = silent.iter().take(NAMED).map(on).collect();
    if silent.len() > NAMED {
        names.push(format!("{} more", silent.len() - NAMED));
    }
    let last = names.pop()?;
    let names = if names.is_empty() { last } else { format!("{} and {last}", names.join(", ")) };
    let counts = if silent.len() == 1 { "it counts" } else { "they count" };
    Some(format!(
        "The log says nothing of {names}: {counts} as done as planned. If that is wrong, `runweave missed {}` and plan again.",
        first.id
    ))
}
