//! A plan laid out again: the timetable and the runs as they stand in the file, also one edited by hand.

use super::{Entry, Fixed, LocalTime, PlacedRun, Plan};
use crate::brief::{Brief, Defaults, Problems};
use crate::model::{Clock, Effort, Kind, Moment, RunClass, RunShape, RunType, Session, Skip};
use crate::rules::{Appointment, Place, Timetable};
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
    /// Lays the plan out.
    ///
    /// # Errors
    /// Every problem of the brief that the plan holds.
    pub fn lay_out(&self) -> Result<LaidOut, Problems> {
        let zone = self.timezone.parse().unwrap_or(chrono_tz::UTC);
        let brief = Brief::from_value(&self.brief, "the plan's brief", Defaults { timezone: zone })?;
        let calendar = brief.block.calendar();
        let busy: Vec<(Moment, Moment)> = self.busy.iter().map(|busy| busy.span(&calendar)).collect();
        let laid = brief.timetable(&busy);
        let mut appointments: Vec<Appointment> = Vec::new();
        for one in laid.appointments {
            if one.id.is_empty() {
                appointments.push(one);
            } else if let Some(fixed) = self.fixed().find(|(fixed, _)| fixed.id == one.id) {
                appointments.push(stands(fixed, &calendar, one.new_stimulus));
            }
        }
        for fixed in self.fixed() {
            if !appointments.iter().any(|one| one.id == fixed.0.id) {
                appointments.push(stands(fixed, &calendar, false));
            }
        }
        let mut wishes = laid.wishes;
        wishes.runs_per_week = self.most_runs();
        let timetable = Timetable::new(calendar, laid.weeks, appointments, laid.windows, wishes);
        let mut standing: Vec<(Standing, String)> =
            crate::schedule::past(&brief, &timetable).into_iter().map(|run| (run, String::new())).collect();
        standing.extend(self.runs().map(|run| (standing_run(run, &timetable), run.id.clone())));
        standing.sort_by_key(|(run, _)| (run.place.start, run.slug.clone()));
        let (runs, ids) = standing.into_iter().unzip();
        Ok(LaidOut { brief, timetable, runs, ids })
    }

    /// Every run of the plan.
    pub fn runs(&self) -> impl Iterator<Item = &PlacedRun> {
        self.weeks.iter().flat_map(|week| &week.sessions).filter_map(Entry::as_run)
    }

    /// Every fixed session of the plan with its kind.
    pub fn fixed(&self) -> impl Iterator<Item = (&Fixed, Kind)> {
        self.weeks.iter().flat_map(|week| &week.sessions).filter_map(|entry| match entry {
            Entry::Strength(fixed) => Some((fixed, Kind::Strength)),
            Entry::Mobility(fixed) => Some((fixed, Kind::Mobility)),
            Entry::Other(fixed) => Some((fixed, Kind::Other)),
            Entry::Run(_) => None,
        })
    }

    /// The most runs a week was to hold, extras and the race left out.
    fn most_runs(&self) -> i32 {
        let counted = |entry: &&Entry| {
            entry
                .as_run()
                .is_some_and(|run| !matches!(run.run.kind, RunType::CooldownJog | RunType::Finisher | RunType::Race))
        };
        let weeks = self.weeks.iter().map(|week| week.sessions.iter().filter(counted).count() + week.unplaced.len());
        weeks.max().unwrap_or(0) as i32
    }
}

/// `easy-1` of `w03-easy-1`.
pub(crate) fn slug(id: &str) -> &str {
    id.split_once('-').map_or(id, |(_, slug)| slug)
}

fn clock(time: LocalTime) -> Clock {
    Clock((chrono::Timelike::num_seconds_from_midnight(&time.0.time()) / 60) as u16)
}

fn stands((fixed, kind): (&Fixed, Kind), calendar: &crate::model::Calendar, new_stimulus: bool) -> Appointment {
    let day = calendar.day(fixed.start.0.date());
    let start = calendar.moment(day, clock(fixed.start));
    let end = start.plus(fixed.minutes.clamp(0, 24 * 60));
    let session = Session {
        name: fixed.name.clone(),
        weekday: day.weekday(),
        start: clock(fixed.start),
        minutes: fixed.minutes,
        kind,
        focus: fixed.focus,
        effort: fixed.effort.or(fixed.rpe.map(Effort::from_rpe)),
        rpe: fixed.rpe,
        skip: Skip::default(),
    };
    Appointment {
        id: fixed.id.clone(),
        name: fixed.name.clone(),
        kind: Some(kind),
        legs: session.legs(),
        new_stimulus,
        start,
        end,
        day,
        last_day: calendar.day_of(end.plus(-1)),
        load: fixed.load,
    }
}

fn standing_run(run: &PlacedRun, timetable: &Timetable) -> Standing {
    let calendar = &timetable.calendar;
    let day = calendar.day(run.start.0.date());
    let minutes = run.minutes.clamp(1, 24 * 60);
    let attached_to =
        run.run.attached_to.as_ref().and_then(|id| timetable.appointments.iter().position(|one| one.id == *id));
    let start = match attached_to.map(|index| &timetable.appointments[index]) {
        // The end of a session may lie in the hour that is told twice: the run starts when the session ends.
        Some(session) if calendar.wall(session.end) == run.start.0 => session.end,
        _ => calendar.moment(day, clock(run.start)),
    };
    let rpe_tenths = (run.load.clamp(0, 14_400) * 10 + minutes - 1) / minutes;
    Standing {
        slug: slug(&run.id).to_owned(),
        place: Place {
            run: RunShape { kind: run.run.kind, minutes, rpe_tenths },
            full_minutes: run.run.full_minutes.unwrap_or(minutes).clamp(1, 24 * 60),
            day,
            clock: clock(run.start),
            start,
            end: start.plus(minutes),
            attached_to,
            published: None,
            judged: run.run.kind.class() != RunClass::Race,
        },
    }
}
