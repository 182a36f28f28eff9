//! The past as the scheduler and the judge see it: runs and sessions as they were done.

use crate::brief::{Brief, appointment, mark_new};
use crate::model::{Calendar, Clock, Day, Moment, RunClass, RunShape};
use crate::plan::history::{RunDone, SessionDone};
use crate::plan::read::{slug, standing_run, stands};
use crate::plan::{PlacedRun, Plan};
use crate::rules::{Appointment, MARGIN_DAYS, Place, Timetable};
use crate::schedule::{ADDED, Published, Standing};

use super::KnownPast;

/// The sessions of a plan's past that a log tells apart from the plan.
pub(in crate::plan) fn past_sessions(plan: &Plan, calendar: Calendar) -> Vec<Appointment> {
    let told = plan.history.as_ref().and_then(|history| history.sessions.as_ref());
    told.into_iter().flatten().map(|done| done_session(done, calendar)).collect()
}

fn done_session(done: &SessionDone, calendar: Calendar) -> Appointment {
    appointment(&done.session(), String::new(), calendar.day(done.start.0.date()), calendar)
}

/// The runs of a plan as they count, each with its id: as done in its past, as planned in the rest.
pub(in crate::plan) fn standing(plan: &Plan, timetable: &Timetable) -> Vec<(Standing, String)> {
    let planned = |run: &PlacedRun| (standing_run(run, timetable), run.id.clone());
    let Some(history) = &plan.history else { return plan.runs().map(planned).collect() };
    let rest = plan.runs().filter(|run| run.start.0.date() >= history.from).map(planned);
    let as_planned = RunDone::planned(plan, history.from);
    let done = history.runs.as_ref().unwrap_or(&as_planned).iter().enumerate().map(|(number, done)| {
        let run = done_run(plan, done, number, timetable);
        let id = done.planned.clone().unwrap_or_else(|| run.slug.clone());
        (run, id)
    });
    done.chain(rest).collect()
}

/// A run where it was done: it counts for the others and is not judged itself.
pub(super) fn done_run(plan: &Plan, done: &RunDone, number: usize, timetable: &Timetable) -> Standing {
    let calendar = &timetable.calendar;
    let (day, clock) = (calendar.day(done.start.0.date()), done.start.clock());
    let start = calendar.moment(day, clock);
    let minutes = done.minutes.clamp(1, 24 * 60);
    let planned = done.planned.as_ref().and_then(|id| plan.planned_run(id));
    let planned = planned.map(|run| standing_run(run, timetable));
    let same_week = planned.as_ref().filter(|run| run.place.day.week() == day.week());
    let same_start = planned.as_ref().filter(|run| run.place.start == start);
    let rpe_tenths = planned.as_ref().map_or(done.kind.usual_rpe_tenths(), |run| run.place.run.rpe_tenths);
    Standing {
        slug: same_week.map_or_else(|| format!("{ADDED}{}", number + 1), |run| run.slug.clone()),
        place: Place {
            run: RunShape { kind: done.kind, minutes, rpe_tenths },
            full_minutes: minutes,
            day,
            clock,
            start,
            end: start.plus(minutes),
            attached_to: same_start.and_then(|run| run.place.attached_to),
            published: None,
            judged: false,
        },
    }
}

impl KnownPast<'_> {
    /// The fixed week as the brief has it now, after a past as it was.
    pub fn timetable(&self, brief: &Brief, busy: &[(Moment, Moment)]) -> Timetable {
        let laid = brief.timetable(busy);
        if !self.has_past() {
            return laid;
        }
        let (calendar, from) = (laid.calendar, laid.calendar.day(self.from));
        let is_past = |one: &Appointment| one.kind.is_some() && (Day(0)..from).contains(&one.day);
        let mut appointments: Vec<Appointment> =
            laid.appointments.iter().filter(|one| !is_past(one)).cloned().collect();
        if let Some(sessions) = &self.sessions {
            appointments.extend(sessions.iter().map(|done| done_session(done, calendar)));
        } else {
            let past = self.earlier.fixed().filter(|(fixed, _)| fixed.start.0.date() < self.from);
            appointments.extend(past.map(|fixed| stands(fixed, calendar)));
        }
        appointments.sort_by_key(|one| one.start);
        mark_new(&mut appointments, calendar.moment(Day(-MARGIN_DAYS), Clock(0)));
        let mut timetable = Timetable::new(calendar, laid.weeks, appointments, laid.windows, laid.wishes);
        timetable.apart = laid.apart;
        timetable.light_weeks = laid.light_weeks;
        timetable.brought = laid.brought;
        timetable
    }

    /// What stays, what stood where, and what the prescription is to know of the past.
    pub fn published(&self, brief: &Brief, timetable: &Timetable) -> Published {
        let mut published = Published { outcome: self.outcome(brief), ..Published::default() };
        if self.has_past() {
            published.from = Some(timetable.calendar.day(self.from));
            let past = self.runs.iter().enumerate();
            published.kept.extend(past.map(|(number, done)| done_run(self.earlier, done, number, timetable)));
        }
        for (week, entry) in self.entries().filter(|(_, entry)| !self.is_over(entry)) {
            let is_placed = |run: &&PlacedRun| run.run.class != RunClass::Race && !run.run.own;
            let Some(run) = entry.as_run().filter(is_placed) else { continue };
            let standing = standing_run(run, timetable);
            if run.pin {
                let place = Place { attached_to: attached(run, &standing, timetable), ..standing.place };
                published.kept.push(Standing { place, ..standing });
            } else {
                let slug = slug(&run.id).to_owned();
                published.places.push((week, slug, (standing.place.day, standing.place.clock)));
            }
        }
        published
    }
}

/// The session that a run follows directly, where it still ends when the run starts.
pub(super) fn attached(run: &PlacedRun, standing: &Standing, timetable: &Timetable) -> Option<usize> {
    run.run.attached_to.as_ref().and_then(|_| timetable.closed_by(standing.place.start))
}
