//! What was really done: the plan as the log tells it.

use chrono::{Days, NaiveDate, Timelike};

use super::told::Told;
use super::{Activity, Added, Kept, Log};
use crate::brief::{PastRun, PastSession};
use crate::model::{Calendar, Clock, Kind, Minutes, RunType, Session, Skip};
use crate::plan::{Entry as Planned, PlacedRun, Plan};

/// When something started that was logged without a time.
const NOON: Clock = Clock(12 * 60);

/// A run that was done.
#[derive(Clone, Debug, PartialEq)]
pub struct DoneRun {
    /// The day.
    pub date: NaiveDate,
    /// When it started.
    pub start: Clock,
    /// How long it took.
    pub minutes: Minutes,
    /// What it was.
    pub kind: RunType,
    /// The logical run it was, such as `easy-1`; none for a run that was not planned.
    pub slug: Option<String>,
    /// Its id in the plan; none for a run that was not planned.
    pub planned_id: Option<String>,
    /// How hard it felt, session RPE 0 to 10, if said.
    pub rpe: Option<f64>,
}

/// What was done of a plan before a date, and beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// The plan's first day.
    pub from: NaiveDate,
    /// The first day that is not looked at.
    pub before: NaiveDate,
    /// The runs, by start.
    pub runs: Vec<DoneRun>,
    /// Planned runs that were not done, by id in the order of the plan.
    pub missed_runs: Vec<String>,
    /// Sessions done, where they differ from the plan: with those that were added, without those that were missed.
    pub sessions: Option<Vec<(NaiveDate, Clock, Session)>>,
    /// What was assumed, in sentences.
    pub notes: Vec<String>,
}

impl Done {
    /// What was done of `plan` before the day `before`.
    ///
    /// Sessions count as done unless they are logged as missed. Runs count as done if they are logged so; those that are
    /// not logged count as done only as long as no run at all is logged as done.
    pub fn of(plan: &Plan, log: &Log, before: NaiveDate) -> Self {
        let planned: Vec<&Planned> = plan.weeks.iter().flat_map(|week| &week.sessions).collect();
        let told = Told::new(&planned, log);
        let mut done = Self {
            from: plan.weeks.first().map_or(before, |week| week.start),
            before,
            runs: Vec::new(),
            missed_runs: Vec::new(),
            sessions: None,
            notes: Vec::new(),
        };
        let mut sessions = Vec::new();
        let mut as_planned = true;
        let mut silent = 0;
        for one in planned {
            let kept = told.kept(one);
            let (day, clock) = moment(one);
            let date = kept.as_ref().and_then(|kept| kept.date).unwrap_or(day);
            if date >= before {
                continue;
            }
            let start = kept.as_ref().and_then(|kept| kept.start).unwrap_or(clock);
            match (one, kept) {
                (Planned::Run(run), kept) => {
                    silent += usize::from(!told.entries.contains_key(one.id()));
                    match kept {
                        Some(kept) => done.runs.push(run_done(run, &kept, date, start)),
                        None => done.missed_runs.push(run.id.clone()),
                    }
                }
                (_, None) => as_planned = false,
                (session, Some(kept)) => {
                    as_planned &= (date, start) == (day, clock) && kept.minutes.is_none_or(|it| it == one.minutes());
                    sessions.extend(session_done(session, &kept).map(|session| (date, start, session)));
                }
            }
        }
        for one in told.added.iter().filter(|one| one.date < before) {
            match one.kind {
                Activity::Run(kind) => done.runs.push(run_added(kind, one)),
                Activity::Session(kind) => {
                    as_planned = false;
                    sessions.push((one.date, one.start.unwrap_or(NOON), session_added(kind, one)));
                }
            }
        }
        done.runs.sort_by_key(|run| (run.date, run.start));
        sessions.sort_by_key(|(date, start, _)| (*date, *start));
        done.sessions = (!as_planned).then_some(sessions);
        if silent > 0 {
            done.notes.push(assumed(silent, told.runs));
        }
        done
    }

    /// Mean weekly run minutes of the last four weeks, or of as many whole weeks as the plan had run by then; rounded down.
    pub fn weekly_minutes(&self) -> Minutes {
        let weeks = ((self.before - self.from).num_days() / 7).clamp(1, 4);
        let first = self.before.checked_sub_days(Days::new(weeks as u64 * 7)).unwrap_or(self.from);
        self.since(first).map(|run| run.minutes).sum::<Minutes>() / weeks as Minutes
    }

    /// The longest run of the last 30 days, in minutes.
    pub fn longest_minutes(&self) -> Option<Minutes> {
        let first = self.before.checked_sub_days(Days::new(30)).unwrap_or(self.from);
        self.since(first).map(|run| run.minutes).max()
    }

    /// The last run's day.
    pub fn last_run(&self) -> Option<NaiveDate> {
        self.runs.last().map(|run| run.date)
    }

    fn since(&self, first: NaiveDate) -> impl Iterator<Item = &DoneRun> {
        self.runs.iter().filter(move |run| run.date >= first)
    }

    /// The runs as a later brief holds them.
    pub fn past_runs(&self, calendar: &Calendar) -> Vec<PastRun> {
        let past = self.runs.iter().map(|run| PastRun {
            day: calendar.day(run.date),
            start: run.start,
            minutes: run.minutes,
            kind: run.kind,
            slug: run.slug.clone(),
            distance_km: None,
        });
        past.collect()
    }

    /// The sessions as a later brief holds them; none where they went as planned.
    pub fn past_sessions(&self, calendar: &Calendar) -> Option<Vec<PastSession>> {
        let past = |(date, start, session): &(NaiveDate, Clock, Session)| {
            let day = calendar.day(*date);
            PastSession { day, session: Session { weekday: day.weekday(), start: *start, ..session.clone() } }
        };
        self.sessions.as_ref().map(|sessions| sessions.iter().map(past).collect())
    }
}

fn moment(one: &Planned) -> (NaiveDate, Clock) {
    let start = one.start().0;
    (start.date(), Clock((start.hour() * 60 + start.minute()) as u16))
}

fn run_done(run: &PlacedRun, kept: &Kept, date: NaiveDate, start: Clock) -> DoneRun {
    DoneRun {
        date,
        start,
        minutes: kept.minutes.unwrap_or(run.minutes),
        kind: run.run.kind,
        slug: run.id.split_once('-').map(|(_, slug)| slug.to_owned()),
        planned_id: Some(run.id.clone()),
        rpe: kept.rpe,
    }
}

fn run_added(kind: RunType, one: &Added) -> DoneRun {
    let start = one.start.unwrap_or(NOON);
    DoneRun { date: one.date, start, minutes: one.minutes, kind, slug: None, planned_id: None, rpe: one.rpe }
}

fn session_done(one: &Planned, kept: &Kept) -> Option<Session> {
    let (kind, fixed) = match one {
        Planned::Strength(fixed) => (Kind::Strength, fixed),
        Planned::Mobility(fixed) => (Kind::Mobility, fixed),
        Planned::Other(fixed) => (Kind::Other, fixed),
        Planned::Run(_) => return None,
    };
    Some(Session {
        name: fixed.name.clone(),
        weekday: 0,
        start: moment(one).1,
        minutes: kept.minutes.unwrap_or(fixed.minutes),
        kind,
        focus: fixed.focus,
        effort: fixed.effort,
        rpe: whole(kept.rpe).or(fixed.rpe),
        skip: Skip::default(),
    })
}

fn session_added(kind: Kind, added: &Added) -> Session {
    Session {
        name: String::new(),
        weekday: 0,
        start: added.start.unwrap_or(NOON),
        minutes: added.minutes,
        kind,
        focus: added.focus,
        effort: added.effort,
        rpe: whole(added.rpe),
        skip: Skip::default(),
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
