//! The fixed week laid out in time.

use super::{AttachedRuns, Brief, Window};
use crate::model::{Calendar, Clock, Day, Legs, Minutes, Moment, RunClass, Session};
use crate::rules::{Appointment, MARGIN_DAYS, Timetable, Wishes};

/// So long without heavy legs makes the next ones a new stimulus.
const PAUSE: Minutes = 28 * 24 * 60;
/// So many sessions are then new to the body.
const NEW_SESSIONS: u32 = 2;
/// A busy time is laid out in pieces of a day at most, so that rules need not look back further.
const PIECE: Minutes = 24 * 60;

impl Brief {
    /// Lays out the fixed week, the windows and the busy times from [`MARGIN_DAYS`] before the block to as many after it.
    pub fn timetable(&self, busy: &[(Moment, Moment)]) -> Timetable {
        let calendar = self.block.calendar();
        let days = self.block.weeks as i32 * 7;
        let mut appointments = self.past(calendar);
        let first = if self.before.sessions.is_some() { 0 } else { -MARGIN_DAYS };
        for day in (first..days + MARGIN_DAYS).map(Day) {
            appointments.extend(self.on(day, calendar));
        }
        appointments.sort_by_key(|one| one.start);
        mark_new(&mut appointments, calendar.moment(Day(-MARGIN_DAYS), Clock(0)));
        appointments.extend(busy_times(busy, calendar, days));
        let windows = (-1..days).map(Day).flat_map(|day| self.windows(day, calendar)).collect();
        let wishes = Wishes {
            long_run_day: self.running.long_run_day,
            preferred_time: self.running.preferred_time,
            runs_per_week: self.running.runs_per_week.unwrap_or_default() as i32,
            asked: self.rules.run_days.days(self.running.runs_per_week.map(|runs| runs as i32)),
            attach: self.running.attached_runs != AttachedRuns::Never,
            bricks: self.running.bricks,
            hours_unsaid: self.availability.unsaid,
        };
        let mut timetable = Timetable::new(calendar, self.block.weeks as i32, appointments, windows, wishes);
        timetable.apart = self.days_apart();
        timetable.light_weeks = self.block.events.iter().map(|race| calendar.day(race.date).week()).collect();
        timetable.brought = self.brought_days();
        timetable
    }

    /// The days that a plan from elsewhere has its runs on: the week, from 0, the class of the run and the weekday.
    fn brought_days(&self) -> Vec<(i32, RunClass, usize)> {
        let weeks = (0..).zip(&self.bring);
        let runs = weeks.flat_map(|(week, brought)| brought.runs.iter().map(move |run| (week, run)));
        runs.filter_map(|(week, run)| Some((week, run.kind.class(), run.weekday?))).collect()
    }

    /// What was done before the block, as far as the brief says.
    fn past(&self, calendar: Calendar) -> Vec<Appointment> {
        let past = self.before.sessions.iter().flatten();
        past.filter(|past| past.day.0 >= -MARGIN_DAYS)
            .map(|past| appointment(&past.session, String::new(), past.day, calendar))
            .collect()
    }

    /// The fixed week's sessions of one day.
    pub(crate) fn on(&self, day: Day, calendar: Calendar) -> Vec<Appointment> {
        let inside = (0..self.block.weeks as i32).contains(&day.week());
        let number = day.week() + 1;
        let (weekday, date) = (day.weekday(), calendar.date(day));
        // Outside the block the week is as it usually is: what it skips is counted inside.
        let on = |session: &Session| match session.date {
            None if !inside => session.weekday == weekday,
            _ => session.is_on(weekday, number, date),
        };
        let today = self.sessions.iter().enumerate().filter(|(_, session)| on(session));
        today
            .map(|(index, session)| {
                let nth = nth_of_week(session, day, calendar);
                let id = if inside { format!("w{number:02}-s{}{nth}", index + 1) } else { String::new() };
                appointment(&session.in_week(number), id, day, calendar)
            })
            .collect()
    }

    /// The windows that open on one day.
    fn windows(&self, day: Day, calendar: Calendar) -> Vec<(Moment, Moment)> {
        if self.running.no_run_days.contains(&day.weekday()) {
            return Vec::new();
        }
        let date = calendar.date(day);
        let exception = self.availability.exceptions.iter().rev().find(|one| (one.from..=one.to).contains(&date));
        let windows = exception.map_or(&self.availability.week[day.weekday()], |one| &one.windows);
        let next_is_closed = self.running.no_run_days.contains(&day.plus(1).weekday());
        let last = calendar.moment(day.plus(1), Clock(0));
        let cut = |(from, to): (Moment, Moment)| (from, if next_is_closed { to.min(last) } else { to });
        windows.iter().map(|window| cut(span(*window, day, calendar))).collect()
    }
}

/// A letter that tells the second and later times of a week from the first, of a session that goes by no week.
fn nth_of_week(session: &Session, day: Day, calendar: Calendar) -> &'static str {
    let earlier = (day.week() * 7..day.0).map(Day);
    let held = earlier.filter(|one| session.falls_on(one.weekday(), calendar.date(*one))).count();
    ["", "b", "c", "d", "e", "f", "g"][held.min(6)]
}

fn span(window: Window, day: Day, calendar: Calendar) -> (Moment, Moment) {
    let from = calendar.moment(day, window.from);
    let to = match window.to {
        to if to >= 24 * 60 => calendar.moment(day.plus(1), Clock(to - 24 * 60)),
        to if to <= window.from.0 => calendar.moment(day.plus(1), Clock(to)),
        to => calendar.moment(day, Clock(to)),
    };
    (from, to)
}

/// A session as it stands on a day.
pub(crate) fn appointment(session: &Session, id: String, day: Day, calendar: Calendar) -> Appointment {
    let start = calendar.moment(day, session.start);
    let end = start.plus(session.minutes);
    Appointment {
        id,
        name: session.name.clone(),
        kind: Some(session.kind),
        legs: session.legs(),
        hard: session.is_hard(),
        new_stimulus: false,
        start,
        end,
        day,
        last_day: calendar.day_of(end.plus(-1)),
        load: session.load(),
        is_match: session.is_match,
        is_night: session.is_night_work(),
        run: session.shape(),
    }
}

/// Marks heavy legs after a long pause. What is not known, before `horizon`, is taken to have held heavy legs.
pub(crate) fn mark_new(appointments: &mut [Appointment], horizon: Moment) {
    let (mut last, mut still_new) = (horizon, 0);
    for one in appointments.iter_mut().filter(|one| one.legs == Legs::Heavy && one.is_strength()) {
        if one.start.since(last) >= PAUSE {
            still_new = NEW_SESSIONS;
        }
        one.new_stimulus = still_new > 0;
        still_new = still_new.saturating_sub(1);
        last = last.max(one.end);
    }
}

/// The busy times that touch the laid-out days, joined where they overlap.
fn busy_times(busy: &[(Moment, Moment)], calendar: Calendar, days: i32) -> Vec<Appointment> {
    let first = calendar.moment(Day(-MARGIN_DAYS), Clock(0));
    let last = calendar.moment(Day(days + MARGIN_DAYS), Clock(0));
    let clipped = busy.iter().map(|(from, to)| (*from.max(&first), *to.min(&last)));
    let mut spans: Vec<_> = clipped.filter(|(from, to)| from < to).collect();
    spans.sort_unstable();
    let mut joined: Vec<(Moment, Moment)> = Vec::new();
    for (from, to) in spans {
        match joined.last_mut() {
            Some(before) if from <= before.1 => before.1 = before.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    let pieces = joined.into_iter().flat_map(|(from, to)| {
        (0..to.since(from)).step_by(PIECE as usize).map(move |at| (from.plus(at), to.min(from.plus(at + PIECE))))
    });
    pieces.map(|(start, end)| busy_time(start, end, calendar)).collect()
}

fn busy_time(start: Moment, end: Moment, calendar: Calendar) -> Appointment {
    Appointment {
        id: String::new(),
        name: "a busy time".to_owned(),
        kind: None,
        legs: Legs::None,
        hard: false,
        new_stimulus: false,
        start,
        end,
        day: calendar.day_of(start),
        last_day: calendar.day_of(end.plus(-1)),
        load: 0,
        is_match: false,
        is_night: false,
        run: None,
    }
}
