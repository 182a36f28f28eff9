//! Workouts as the text that intervals.icu reads, alone or as the events of its calendar.
//!
//! In that text `m` is minutes, blank lines part repeats from what is around them, and heart rates are shares of the maximum.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::aim::Aim;
use super::{Body, Workout, name, serial};
use crate::plan::{Bout, Part, PlacedRun, Plan};
use crate::render::words;

/// What the ids of our events begin with, so that nobody else's are ever taken for ours.
pub(super) const PREFIX: &str = "runweave-";

/// What the text begins with.
pub(super) const HEAD: &str = "From runweave. Paste the steps under a heading into a workout of that day.\n\n";

/// All workouts, each under its day and name, to be pasted one by one.
pub fn text(workouts: &[Workout<'_>], body: Body) -> String {
    let head = |run: &PlacedRun| {
        let (date, clock) = (run.start.0.date(), run.start.0.format("%H:%M"));
        format!("# {} {}, {clock}: {}", words::weekday_short(date), words::date_long(date), name::of_run(run))
    };
    let whole = workouts.iter().map(|one| format!("{}\n\n{}", head(one.run), steps(one, body)));
    format!("{HEAD}{}", whole.collect::<Vec<_>>().join("\n\n"))
}

/// All workouts as events, as its interface takes them.
pub fn events(plan: &Plan, workouts: &[Workout<'_>], body: Body) -> Value {
    let event = |one: &Workout<'_>| {
        let seconds: u64 = one.parts.iter().map(|part| u64::from(part.times) * seconds(part)).sum();
        json!({
            "category": "WORKOUT",
            "type": "Run",
            "start_date_local": one.run.start.0.format("%Y-%m-%dT%H:%M:%S").to_string(),
            "name": name::of_run(one.run),
            "description": steps(one, body),
            "moving_time": seconds,
            "external_id": format!("{PREFIX}{}", serial::identity(plan, one.run)),
        })
    };
    workouts.iter().map(event).collect()
}

fn seconds(part: &Part<'_>) -> u64 {
    part.bouts.iter().map(|bout| u64::from(bout.seconds)).sum()
}

/// The steps, one a line.
fn steps(workout: &Workout<'_>, body: Body) -> String {
    let mut text = String::new();
    let mut before: Option<u32> = None;
    for part in &workout.parts {
        if before.is_some_and(|times| times > 1 || part.times > 1) {
            text.push('\n');
        }
        if part.times > 1 {
            let _ = writeln!(text, "{}x", part.times);
        }
        for bout in &part.bouts {
            text.push_str(&line(bout, Aim::of(bout, workout.targets), body));
        }
        before = Some(part.times);
    }
    text
}

fn line(bout: &Bout<'_>, aim: Aim, body: Body) -> String {
    let target = match aim {
        Aim::Pace(pace) => {
            let unit = if pace.mile { "mi" } else { "km" };
            format!(" {}-{}/{unit} Pace", clock(pace.fast), clock(pace.slow))
        }
        Aim::Beats(low, high) => {
            let percent = |beats: u32, max: u32| (beats * 100 + max / 2) / max.max(1);
            let shares = |max| format!(" {}-{}% HR", percent(low, max), percent(high, max));
            body.max_heart_rate.map(shares).unwrap_or_default()
        }
        Aim::Open => String::new(),
    };
    format!("- {} {}{target}\n", cue(bout), length(bout.seconds))
}

/// "1h5m", "12m", "1m30s".
fn length(seconds: u32) -> String {
    let parts = [(seconds / 3600, "h"), (seconds / 60 % 60, "m"), (seconds % 60, "s")];
    let mut text = String::new();
    for (count, unit) in parts.into_iter().filter(|(count, _)| *count > 0) {
        let _ = write!(text, "{count}{unit}");
    }
    text
}

fn clock(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// Words that are orders in that text.
const ORDERS: [&str; 8] = ["ramp", "freeride", "press", "lap", "hr", "lthr", "rpm", "mmp"];

/// The words of a step. A number among them would be read as a length or a target, and some words as orders: then the zone
/// says how hard it is.
fn cue(bout: &Bout<'_>) -> String {
    let effort = name::one_line(&bout.step.effort);
    let plain = |letter: char| letter.is_alphabetic() || matches!(letter, ' ' | ',' | '-' | '\'');
    let is_order = |word: &str| ORDERS.contains(&word.to_lowercase().as_str());
    let harmless = effort.chars().all(plain) && !effort.split([' ', ',', '-']).any(is_order);
    let told = name::cut(&effort, 60).trim_matches([' ', ',', '-']);
    if harmless && !told.is_empty() {
        return words::capital(told);
    }
    match bout.step.zone {
        0 | 1 => "Very easy",
        2 => "Easy",
        3 => "Steady",
        4 => "Hard",
        _ => "Very hard",
    }
    .to_owned()
}
