//! A plan laid out again: the timetable and the runs as they stand in the file, also one edited by hand.

use chrono::Duration;

use super::history::SessionDone;
use super::past;
use super::{Entry, Fixed, PlacedRun, Plan, PlanWeek, Unplaced};
use crate::brief::{Brief, Defaults, Problems, appointment, mark_new};
use crate::model::{Clock, Day, Kind, Moment, OwnRun, Phase, RunClass, RunShape, RunType, Session, Skip};
use crate::rules::{Appointment, MARGIN_DAYS, Place, Timetable};
use crate::schedule::Standing;

/// A plan with its brief, laid out in time.
#[derive(Debug)]
pub struct LaidOut {
    /// The plan's brief.
    pub brief: Brief,
    /// The fixed week as it stands in the file, with what went before and after the block.
    pub timetable: Timetable,
    /// The runs of the file and those before the block, by start.
    pub runs: Vec<Standing>,
    /// For each of `runs`, the id of its entry; empty for runs before the block.
    pub ids: Vec<String>,
}

impl Plan {
    /// The brief that the plan was made from.
    ///
    /// # Errors
    /// Every problem of it.
    pub fn read_brief(&self) -> Result<Brief, Problems> {
        let zone = self.timezone.parse().unwrap_or(crate::model::Zone::UTC);
        Brief::from_value(&self.brief, "the plan's brief", Defaults { timezone: zone }).map(|brief| self.seat(brief))
    }

    /// Lays the plan out.
    ///
    /// # Errors
    /// Every problem of the brief that the plan holds.
    pub fn lay_out(&self) -> Result<LaidOut, Problems> {
        let mut brief = self.read_brief()?;
        if let Some(weight) = self.history.as_ref().and_then(|history| history.stay) {
            past::hold(&mut brief.rules, weight);
        }
        let calendar = brief.block.calendar();
        let busy: Vec<(Moment, Moment)> = self.busy.iter().map(|busy| busy.span(&calendar)).collect();
        let laid = brief.timetable(&busy);
        let mut appointments: Vec<Appointment> =
            laid.appointments.into_iter().filter(|one| one.id.is_empty()).collect();
        appointments.extend(past::past_sessions(self, calendar));
        let is_past = |fixed: &Fixed| {
            let told = self.history.as_ref().filter(|history| history.sessions.is_some());
            told.is_some_and(|history| fixed.start.0.date() < history.from)
        };
        appointments.extend(self.fixed().filter(|(fixed, _)| !is_past(fixed)).map(|fixed| stands(fixed, calendar)));
        let ahead = |run: &&PlacedRun| self.history.as_ref().is_none_or(|history| run.start.0.date() >= history.from);
        appointments.extend(self.runs().filter(|run| run.run.own).filter(ahead).map(|run| own_stands(run, calendar)));
        appointments.sort_by_key(|one| one.start);
        mark_new(&mut appointments, calendar.moment(Day(-MARGIN_DAYS), Clock(0)));
        let mut wishes = laid.wishes;
        wishes.runs_per_week = self.most_runs();
        let mut timetable = Timetable::new(calendar, laid.weeks, appointments, laid.windows, wishes);
        timetable.apart = laid.apart;
        let lowered = self.weeks.iter().filter(|week| week.deload || week.phase == Phase::Taper);
        timetable.light_weeks = laid.light_weeks;
        timetable.light_weeks.extend(lowered.map(|week| week.number as i32 - 1));
        timetable.brought = laid.brought;
        let mut standing: Vec<(Standing, String)> =
            crate::schedule::past(&brief, &timetable).into_iter().map(|run| (run, String::new())).collect();
        standing.extend(past::standing(self, &timetable));
        standing.sort_by_key(|(run, _)| (run.place.start, run.slug.clone()));
        let (runs, ids) = standing.into_iter().unzip();
        Ok(LaidOut { brief, timetable, runs, ids })
    }

    /// Every run of the plan.
    pub fn runs(&self) -> impl Iterator<Item = &PlacedRun> {
        self.weeks.iter().flat_map(|week| &week.sessions).filter_map(Entry::as_run)
    }

    /// The runs that may be run as things are.
    pub fn open_runs(&self) -> impl Iterator<Item = &PlacedRun> {
        self.runs().filter(|run| run.warning.is_none())
    }

    /// The runs that found no place, as the score counts them: what is history is not judged.
    pub fn left_out(&self) -> impl Iterator<Item = &Unplaced> {
        let ahead = self.weeks.iter().filter(|week| !self.is_over(week));
        ahead.flat_map(|week| &week.unplaced).filter(|run| !run.declined)
    }

    /// Whether a week is history.
    pub(super) fn is_over(&self, week: &PlanWeek) -> bool {
        self.history.as_ref().is_some_and(|history| history.from >= week.start + Duration::days(7))
    }

    /// How many runs found no place and gave their minutes to others.
    pub fn given_up(&self) -> usize {
        self.weeks.iter().flat_map(|week| &week.unplaced).filter(|run| run.declined).count()
    }

    /// Every fixed session of the plan with its kind.
    pub fn fixed(&self) -> impl Iterator<Item = (&Fixed, Kind)> {
        self.weeks.iter().flat_map(|week| &week.sessions).filter_map(Entry::fixed)
    }

    /// The most runs a week was to hold, extras and the race left out.
    fn most_runs(&self) -> i32 {
        let counted = |entry: &&Entry| {
            entry.as_run().is_some_and(|run| run.run.kind != RunType::Race && !run.run.kind.closes_a_workout())
        };
        let weeks = self.weeks.iter().map(|week| {
            let days = week.start..week.start + Duration::days(7);
            let early = self.early().iter().filter(|entry| days.contains(&entry.start().0.date()));
            week.sessions.iter().chain(early).filter(counted).count() + week.unplaced.len()
        });
        weeks.max().unwrap_or(0) as i32
    }
}

/// `easy-1` of `w03-easy-1`.
pub(crate) fn slug(id: &str) -> &str {
    id.split_once('-').map_or(id, |(_, slug)| slug)
}

pub(super) fn stands((fixed, kind): (&Fixed, Kind), calendar: crate::model::Calendar) -> Appointment {
    let session = SessionDone::of(fixed, kind).session();
    let stands = appointment(&session, fixed.id.clone(), calendar.day(fixed.start.0.date()), calendar);
    Appointment { load: fixed.load, ..stands }
}

/// A run of the person's own, as the fixed week has it.
fn own_stands(run: &PlacedRun, calendar: crate::model::Calendar) -> Appointment {
    let minutes = run.minutes.clamp(1, LONGEST);
    let session = Session {
        name: run.name.clone(),
        weekday: 0,
        date: None,
        start: run.start.clock(),
        minutes,
        kind: Kind::Run,
        focus: None,
        effort: None,
        rpe: None,
        is_match: false,
        run: Some(OwnRun { class: run.run.kind.class(), metres: None }),
        every_days: None,
        efforts: Vec::new(),
        skip: Skip::default(),
    };
    let stands = appointment(&session, run.id.clone(), calendar.day(run.start.0.date()), calendar);
    Appointment { load: run.load, run: Some(shape(run)), ..stands }
}

fn shape(run: &PlacedRun) -> RunShape {
    let minutes = run.minutes.clamp(1, LONGEST);
    let rpe_tenths = (run.load.clamp(0, 10 * LONGEST) * 10 + minutes - 1) / minutes;
    RunShape { kind: run.run.kind, minutes, rpe_tenths }
}

/// Nothing in a plan is longer, in minutes: races of several days are.
pub(super) const LONGEST: i32 = 14 * 24 * 60;

/// What the rules know of a run at the length that was asked for.
pub(super) fn shape_of(run: &PlacedRun) -> RunShape {
    let stands = shape(run);
    RunShape { minutes: run.run.full_minutes.unwrap_or(stands.minutes).clamp(1, LONGEST), ..stands }
}

pub(super) fn standing_run(run: &PlacedRun, timetable: &Timetable) -> Standing {
    let calendar = &timetable.calendar;
    let day = calendar.day(run.start.0.date());
    let minutes = run.minutes.clamp(1, LONGEST);
    let attached_to =
        run.run.attached_to.as_ref().and_then(|id| timetable.appointments.iter().position(|one| one.id == *id));
    let start = match attached_to.map(|index| &timetable.appointments[index]) {
        // The end of a session may lie in the hour that is told twice: the run starts when the session ends.
        Some(session) if calendar.wall(session.end) == run.start.0 => session.end,
        _ => calendar.moment(day, run.start.clock()),
    };
    Standing {
        slug: slug(&run.id).to_owned(),
        place: Place {
            run: shape(run),
            full_minutes: run.run.full_minutes.unwrap_or(minutes).clamp(1, LONGEST),
            day,
            clock: run.start.clock(),
            start,
            end: start.plus(minutes),
            attached_to,
            published: None,
            judged: run.run.kind.class() != RunClass::Race && !run.run.own,
        },
    }
}
