//! From a solved block to the published record.

mod brought;
mod dress;
mod given;
mod own;
mod reasons;
mod run;
mod wished;

use chrono::NaiveDate;

use super::identity::run_id;
use super::{Entry, FORMAT, Fixed, LocalTime, Plan, PlanWeek, Score, Unplaced, UnplacedDay, WeekLoad, plan_id};
use crate::brief::{Brief, UNSAID_HOURS};
use crate::model::{Day, Kind, Moment, WEEKDAYS, WeekEffort};
use crate::prescribe::{Week, race_clashes};
use crate::rules::{Appointment, Rule as _, monotony_hundredths, strain};
use crate::schedule::{Block, Published, Solution, Standing, problem, why_not};
use reasons::Heard;
use run::RunWriter;

/// Writes the record of a solved block. Ids, revisions and moments of change are left to `stamp`.
pub fn build(brief: &Brief, block: &Block, published: &Published, busy: &[(Moment, Moment)], seed: u64) -> Plan {
    let heard = Heard::new(brief, block, published);
    let runs = RunWriter::new(brief, block, &heard);
    let weeks = block.weeks.iter().map(|week| {
        let number = week.number as i32 - 1;
        let mut sessions: Vec<Entry> = fixed(brief, block, week);
        let placed: Vec<(usize, &Standing)> =
            block.solution.runs.iter().enumerate().filter(|(_, run)| run.place.day.week() == number).collect();
        let dressed = dress::dressed(brief, block, week);
        let workout = |run: &Standing| dressed.get(&run.slug).copied();
        sessions.extend(placed.iter().map(|(index, run)| Entry::Run(runs.write(week, *index, run, workout(run)))));
        sessions.sort_by(|a, b| (a.start(), a.id()).cmp(&(b.start(), b.id())));
        PlanWeek {
            number: week.number,
            start: block.timetable.calendar.date(Day(number * 7)),
            phase: week.phase,
            deload: week.deload,
            aim: week.aim.clone(),
            unplaced: unplaced(brief, block, published, week),
            load: load(block.timetable.calendar.date(Day(number * 7)), &sessions),
            run_minutes: placed.iter().map(|(_, run)| run.place.run.minutes).sum(),
            sessions,
            notes: week.notes.clone(),
        }
    });
    let weeks: Vec<PlanWeek> = weeks.collect();
    let warnings = brought::told(brief, &weeks)
        .into_iter()
        .chain(given::told(brief, &block.weeks, &weeks))
        .chain(warnings(brief, block))
        .collect();
    Plan {
        format: FORMAT.to_owned(),
        id: plan_id(&brief.source, seed),
        revision: 1,
        created: String::new(),
        seed,
        brief: brief.source.clone(),
        timezone: brief.block.timezone.name().to_owned(),
        busy: busy.iter().map(|(from, to)| super::Busy::between(&block.timetable.calendar, *from, *to)).collect(),
        weeks,
        movable: super::movable::seated(brief),
        stops: stops(block, published.from.unwrap_or(Day(0))),
        score: score(block, &heard),
        conflicts: super::conflicts(brief, busy, block, published),
        cancelled: Vec::new(),
        warnings,
        history: None,
    }
}

/// What stops the runs on days from `from` on, each said once.
fn stops(block: &Block, from: Day) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    for stop in block.weeks.iter().flat_map(|week| &week.stops).filter(|stop| stop.to >= from) {
        if !told.contains(&stop.text) {
            told.push(stop.text.clone());
        }
    }
    told
}

/// What was assumed, what in the brief does not go together, and what the person's own week holds against the race.
fn warnings(brief: &Brief, block: &Block) -> Vec<String> {
    let heard = brief.warnings.iter().cloned().chain(crate::brief::doubtful_minutes(brief));
    let mut heard: Vec<String> = heard.chain(race_clashes(brief, &block.timetable)).collect();
    heard.sort_by_key(|warning| warning == UNSAID_HOURS);
    heard
}

fn score(block: &Block, heard: &Heard) -> Score {
    let Solution { proven, gap, .. } = block.solution;
    Score { unplaced: i64::from(block.solution.left_out()), proven, gap: i64::from(gap), ..heard.score.clone() }
}

/// The fixed sessions of a week, with what the week asks of the lifting.
fn fixed(brief: &Brief, block: &Block, week: &Week) -> Vec<Entry> {
    let inside = |one: &&Appointment| !one.id.is_empty() && one.day.week() == week.number as i32 - 1;
    block.timetable.appointments.iter().filter(inside).filter_map(|one| entry(brief, block, week, one)).collect()
}

fn entry(brief: &Brief, block: &Block, week: &Week, one: &Appointment) -> Option<Entry> {
    let index = super::identity::session_number(&one.id)? as usize;
    let session = brief.sessions.get(index.checked_sub(1)?)?;
    let own_deload = session.week_effort(week.number as i32) == Some(WeekEffort::Deload);
    let session = session.in_week(week.number as i32);
    let lifting = session.kind == Kind::Strength && week.deload;
    let fixed = Fixed {
        id: one.id.clone(),
        name: session.name.clone(),
        focus: session.focus,
        effort: session.effort,
        rpe: session.rpe,
        is_match: session.is_match,
        start: LocalTime(block.timetable.calendar.wall(one.start)),
        minutes: session.minutes,
        load: one.load,
        note: if own_deload {
            "Your own deload of it.".to_owned()
        } else if lifting {
            brief.rules.deload_weeks.lifting("Deload")
        } else {
            String::new()
        },
        revision: super::Revision::default(),
    };
    Some(match session.kind {
        Kind::Strength => Entry::Strength(fixed),
        Kind::Mobility => Entry::Mobility(fixed),
        Kind::Other => Entry::Other(fixed),
        // It is written with the other runs.
        Kind::Run => return None,
    })
}

/// Load by day, monotony and strain of a week.
pub(crate) fn load(monday: NaiveDate, sessions: &[Entry]) -> WeekLoad {
    let mut by_day = [0; 7];
    for entry in sessions {
        let weekday = (entry.start().0.date() - monday).num_days();
        if let Some(day) = usize::try_from(weekday).ok().and_then(|weekday| by_day.get_mut(weekday)) {
            *day += entry.load();
        }
    }
    let total: i32 = by_day.iter().sum();
    let squares: i64 = by_day.iter().map(|load| i64::from(*load) * i64::from(*load)).sum();
    let hundredths = monotony_hundredths(i64::from(total), squares);
    WeekLoad {
        total,
        by_day,
        monotony: f64::from(hundredths) / 100.0,
        strain: strain(i64::from(total), squares) as i32,
    }
}

/// What is said of a day on which a run could stand that is left out.
const COULD_STAND: &str = "It could stand here, but the plan would then miss more than the run is worth.";

/// The runs of a week that found no place, with a reason for each of its days.
fn unplaced(brief: &Brief, block: &Block, published: &Published, week: &Week) -> Vec<Unplaced> {
    let number = week.number as i32 - 1;
    let problem = problem(brief, &block.timetable, &block.weeks, published, false);
    let sought = block.solution.left_out.get(number as usize).map_or(&[][..], Vec::as_slice);
    block
        .left_out(number)
        .map(|run| {
            let all = &problem.weeks[number as usize].wanted;
            let alike = || all.iter().find(|wanted| wanted.shape == run.shape);
            let wanted = all.iter().find(|wanted| wanted.slug == run.slug).or_else(alike);
            let why = wanted.map(|wanted| why_not(&problem, &block.solution, number, wanted)).unwrap_or_default();
            let of_day = |(weekday, name): (usize, &&str)| {
                let forbidden = why.iter().find(|one| one.day.weekday() == weekday);
                let open = (brief.rules.left_out.card().id, COULD_STAND.to_owned());
                let (rule, text) = forbidden.map_or(open, |one| (one.rule, one.text.clone()));
                UnplacedDay { day: (*name).to_owned(), rule: rule.to_owned(), text }
            };
            Unplaced {
                id: run_id(number, &run.slug),
                kind: run.shape.kind,
                minutes: run.shape.minutes,
                declined: !sought.contains(&run.slug),
                why: WEEKDAYS.iter().enumerate().map(of_day).collect(),
            }
        })
        .collect()
}
