//! What a session of the fixed week keeps free of runs: from when to when no run may start, and by which rule.

use serde::Serialize;

use super::{Entry, LaidOut, LocalTime, Plan};
use crate::model::{Clock, GRID_MINUTES, Minutes, Moment, RunType};
use crate::rules::{Listener, Place, Rule as _, Tier, Timetable, Verdict};

/// So many days before and after a session its shadow is looked for.
const REACH: i32 = 4;

/// The time that one session keeps free of one kind of run.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Shadow {
    /// The kind of run.
    pub kind: RunType,
    /// Its length in minutes.
    pub minutes: i32,
    /// The rule.
    pub rule: &'static str,
    /// The first start that it forbids.
    pub from: LocalTime,
    /// The first start after that which it allows.
    pub to: LocalTime,
}

/// What the session with this id keeps free of each run of its week.
pub fn shadows(plan: &Plan, laid: &LaidOut, id: &str) -> Vec<Shadow> {
    let timetable = &laid.timetable;
    let Some(session) = timetable.appointments.iter().find(|one| one.id == id) else { return Vec::new() };
    let open = (session.start.plus(-REACH * 1440), session.start.plus(REACH * 1440));
    let alone =
        Timetable::new(timetable.calendar, timetable.weeks, vec![session.clone()], vec![open], timetable.wishes);
    let runs = plan.weeks.iter().flat_map(|week| &week.sessions).filter_map(Entry::as_run);
    let week = id.split_once('-').map_or("", |(week, _)| week);
    let mut asked: Vec<(RunType, i32)> = Vec::new();
    let mut found = Vec::new();
    for (run, stands) in runs.filter(|run| run.id.starts_with(week)).filter_map(|run| {
        laid.ids.iter().position(|known| *known == run.id).map(|index| (run, &laid.runs[index].place))
    }) {
        if run.run.attached_to.is_some() || !stands.judged || asked.contains(&(run.run.kind, run.minutes)) {
            continue;
        }
        asked.push((run.run.kind, run.minutes));
        found.extend(of_run(laid, &alone, open, stands));
    }
    found
}

/// The stretches of starts that each must-rule forbids.
fn of_run(laid: &LaidOut, alone: &Timetable, open: (Moment, Moment), run: &Place) -> Vec<Shadow> {
    let calendar = &alone.calendar;
    let step = Minutes::from(GRID_MINUTES);
    let first = Moment(open.0.0 - open.0.0.rem_euclid(i64::from(step)));
    let mut shadows = Vec::new();
    for rule in
        laid.brief.rules.in_force().filter(|rule| rule.card().id != laid.brief.rules.inside_availability.card().id)
    {
        let Some(slot) = rule.slot() else { continue };
        let mut since: Option<Moment> = None;
        for quarter in 0..2 * REACH * 1440 / step {
            let start = first.plus(quarter * step);
            let wall = calendar.wall(start);
            let clock = Clock((chrono::Timelike::num_seconds_from_midnight(&wall.time()) / 60) as u16);
            let place = Place {
                day: calendar.day(wall.date()),
                clock,
                start,
                end: start.plus(run.run.minutes),
                attached_to: None,
                full_minutes: run.run.minutes,
                ..*run
            };
            let mut heard = Musts(false);
            slot.judge(&place, alone, &mut heard);
            match since {
                None if heard.0 => since = Some(start),
                Some(from) if !heard.0 => {
                    shadows.push(Shadow {
                        kind: run.run.kind,
                        minutes: run.run.minutes,
                        rule: rule.card().id,
                        from: LocalTime(calendar.wall(from)),
                        to: LocalTime(wall),
                    });
                    since = None;
                }
                _ => {}
            }
        }
    }
    shadows
}

struct Musts(bool);

impl Listener for Musts {
    fn hear(&mut self, verdict: Verdict, _: &dyn Fn() -> String) {
        self.0 |= verdict.tier == Tier::Must;
    }
}
