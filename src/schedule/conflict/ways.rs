//! Ways out of a conflict, each solved, what asks least first.

use super::demand::{Demand, OPEN};
use super::trial::Trial;
use crate::brief::{AttachedRuns, Brief, Window, meet};
use crate::model::{Clock, Effort, Kind, WEEKDAY_NAMES};
use crate::schedule::crowding::{HOURS, crowds};

/// So many ways are told.
const MOST_WAYS: usize = 4;
/// So many windows are proposed.
const MOST_WINDOWS: usize = 2;

/// A change of the person's own week after which every run fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// What to change, as a sentence.
    pub text: String,
}

/// Ways out, solved one by one.
pub(super) fn ways(trial: &mut Trial<'_>) -> Vec<Way> {
    let mut ways = single(trial);
    if ways.is_empty() && trial.missing() > 1 {
        // No single change makes room for all: what makes room for one more is told instead.
        trial.still_out = trial.missing() as i32 - 1;
        ways = single(trial);
    }
    ways.truncate(MOST_WAYS);
    let fewer = trial.runs() - trial.missing();
    ways.push(match fewer {
        0 => "A week without a run would need no change.".to_owned(),
        1 => format!("One run in the week instead of {}: nothing else need change.", trial.runs()),
        fewer => format!("{fewer} runs in the week instead of {}: nothing else need change.", trial.runs()),
    });
    ways.into_iter().map(|text| Way { text }).collect()
}

/// Every kind of single change that makes room.
fn single(trial: &mut Trial<'_>) -> Vec<String> {
    let mut ways = Vec::new();
    ways.extend(attached(trial));
    ways.extend(windows(trial));
    ways.extend(usual_numbers(trial));
    ways.extend(another_hour(trial));
    ways.extend(another_day(trial));
    ways.extend(lighter(trial));
    ways
}

fn fitting(trial: &Trial<'_>) -> &'static str {
    match (trial.missing(), trial.still_out) {
        (1, _) => "the run left out fits",
        (_, 0) => "every run fits",
        _ => "one more run fits",
    }
}

fn attached(trial: &mut Trial<'_>) -> Option<String> {
    let mut brief = trial.brief.clone();
    if brief.running.attached_runs != AttachedRuns::Never {
        return None;
    }
    brief.running.attached_runs = AttachedRuns::WhenSensible;
    trial.under(&brief)?;
    Some(format!("Let a short easy run follow a session directly: {}.", fitting(trial)))
}

/// A window that is just long enough, found by opening the whole day first.
fn windows(trial: &mut Trial<'_>) -> Vec<String> {
    let mut found: Vec<(u16, String)> = Vec::new();
    for (day, name) in WEEKDAY_NAMES.iter().enumerate() {
        let mut open = trial.brief.clone();
        open.availability.week[day].push(OPEN);
        let Some(solution) = trial.under(&open) else { continue };
        for run in solution.runs.iter().filter(|run| run.place.judged && run.place.day.weekday() == day) {
            // People keep whole and half hours free, and an hour rather than less.
            let from = Clock(run.place.clock.0 / 30 * 30);
            let end = run.place.clock.0 + run.place.run.minutes as u16;
            let window = Window { from, to: end.max(from.0 + 60).div_ceil(30) * 30 };
            let minutes = window.to - from.0;
            let mut brief = trial.brief.clone();
            brief.availability.week[day].push(window);
            let known = trial.brief.availability.week[day].contains(&window);
            if window.to < 24 * 60 && !known && trial.under(&brief).is_some() {
                let text = format!("A window on {name} {}-{}: {}.", window.from, Clock(window.to), fitting(trial));
                found.push((minutes, text));
                break;
            }
        }
    }
    found.sort();
    found.into_iter().take(MOST_WINDOWS).map(|(_, text)| text).collect()
}

fn usual_numbers(trial: &mut Trial<'_>) -> Option<String> {
    for demand in Demand::all(trial.brief, false, 0) {
        let Demand::Rule(id) = &demand else { continue };
        let mut brief = trial.brief.clone();
        demand.give_up(&mut brief);
        if trial.under(&brief).is_some() {
            return Some(format!("The usual numbers for the rule {id} instead of yours: {}.", fitting(trial)));
        }
    }
    None
}

fn another_hour(trial: &mut Trial<'_>) -> Option<String> {
    for index in movable(trial.brief) {
        for start in HOURS {
            let mut brief = trial.brief.clone();
            let old = brief.sessions[index].start;
            brief.sessions[index].start = start;
            if old != start && !overlaps(&brief, index) && trial.under(&brief).is_some() {
                let session = &brief.sessions[index];
                let (name, day) = (&session.name, WEEKDAY_NAMES[session.weekday % 7]);
                return Some(format!("{name} on {day} at {start} instead of {old}: {}.", fitting(trial)));
            }
        }
    }
    None
}

fn another_day(trial: &mut Trial<'_>) -> Option<String> {
    for index in movable(trial.brief) {
        let old = trial.brief.sessions[index].weekday;
        for step in [1, 6, 2, 5, 3, 4] {
            let mut brief = trial.brief.clone();
            let day = (old + step) % 7;
            brief.sessions[index].weekday = day;
            if !overlaps(&brief, index) && !crowds(trial.brief, &brief) && trial.under(&brief).is_some() {
                let name = &brief.sessions[index].name;
                return Some(format!(
                    "{name} on {} instead of {}: {}.",
                    WEEKDAY_NAMES[day],
                    WEEKDAY_NAMES[old],
                    fitting(trial)
                ));
            }
        }
    }
    None
}

/// The sessions whose day and hour are for the person to choose.
fn movable(brief: &Brief) -> Vec<usize> {
    (0..brief.sessions.len()).filter(|index| brief.sessions[*index].can_move()).collect()
}

fn lighter(trial: &mut Trial<'_>) -> Option<String> {
    for index in 0..trial.brief.sessions.len() {
        let mut brief = trial.brief.clone();
        let session = &mut brief.sessions[index];
        let heavy = session.kind == Kind::Strength && session.effort.unwrap_or(Effort::Heavy) == Effort::Heavy;
        (session.effort, session.rpe) = (Some(Effort::Moderate), None);
        if heavy && trial.under(&brief).is_some() {
            let session = &trial.brief.sessions[index];
            let (name, day) = (&session.name, WEEKDAY_NAMES[session.weekday % 7]);
            return Some(format!("{name} on {day} moderate instead of heavy: {}.", fitting(trial)));
        }
    }
    None
}

/// Whether a session would take place at the time of another.
fn overlaps(brief: &Brief, index: usize) -> bool {
    let sessions = brief.sessions.iter().enumerate();
    sessions
        .filter(|(other, _)| *other != index)
        .any(|(_, other)| meet(&brief.sessions[index], other, Some(&brief.block)))
}
