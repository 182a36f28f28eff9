//! The words of an event: a summary that reads on a watch, and a description in plain lines.

use crate::brief::Display;
use crate::model::RunType;
use crate::plan::{Cancelled, Entry, Fixed, PlacedRun};
use crate::render::bidi::isolated;
use crate::render::{steps, words};

/// "Easy run 30 min", "Squat day".
pub(super) fn summary(entry: &Entry) -> String {
    match entry {
        Entry::Run(run) if run.run.kind != RunType::Race => one_line(&format!("{} {} min", run.name, run.minutes)),
        other => one_line(other.name()),
    }
}

/// A name without line breaks: there are programs that drop an event whose summary holds one, even an escaped one.
pub(super) fn one_line(name: &str) -> String {
    name.split(|char: char| char.is_control() || matches!(char, '\u{2028}' | '\u{2029}'))
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// "Cancelled: Easy run 30 min": several calendars show a cancelled event like any other.
pub(super) fn cancelled(gone: &Cancelled) -> String {
    let length = if gone.run { format!(" {} min", gone.minutes) } else { String::new() };
    isolated(&one_line(&format!("Cancelled: {}{length}", gone.name)))
}

/// What to do, why, and the easier option.
pub(super) fn description(entry: &Entry, display: &Display) -> String {
    match entry {
        Entry::Run(run) => of_run(run, display),
        Entry::Strength(fixed) | Entry::Mobility(fixed) | Entry::Other(fixed) => of_session(fixed),
    }
}

fn of_run(run: &PlacedRun, display: &Display) -> String {
    let mut lines = steps::of_run(run, display.miles);
    if !run.run.purpose.is_empty() {
        lines.push(isolated(&run.run.purpose));
    }
    if let Some(km) = run.run.distance_km {
        lines.push(format!("About {}.", words::distance(km, display.miles)));
    }
    if let Some(full) = run.run.full_minutes.filter(|&full| full > run.minutes) {
        lines.push(format!("Shortened from {full} min."));
    }
    if let Some((low, high)) = run.run.energy_kcal {
        lines.push(format!("About {low}–{high} kcal."));
    }
    lines.extend(run.why.iter().map(|reason| isolated(&format!("Why: {}", reason.text))));
    if !run.if_tired.is_empty() {
        lines.push(isolated(&format!("If tired: {}", run.if_tired)));
    }
    lines.join("\n")
}

fn of_session(fixed: &Fixed) -> String {
    let what: Vec<_> = [fixed.focus.map(words::focus), fixed.effort.map(words::effort)].into_iter().flatten().collect();
    let what = sentence(&what.join(", "));
    [what.as_str(), &fixed.note].iter().filter(|line| !line.is_empty()).copied().collect::<Vec<_>>().join("\n")
}

/// A phrase with a capital and a full stop; nothing stays nothing.
fn sentence(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters.next().map(|first| format!("{}{}.", first.to_uppercase(), letters.as_str())).unwrap_or_default()
}
