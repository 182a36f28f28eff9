//! What was planned and what was done, in lines.

use std::fmt::Write as _;

use super::text::clean;
use super::words;
use crate::brief::Display;
use crate::follow::log::{Amount, Fate, RunBeside, Stretch, WeekBeside};

/// A heading and a line a week; with the runs below it where they are wanted. Weeks that lie ahead are left out, and where all do
/// there is nothing to say.
pub fn beside(weeks: &[WeekBeside], display: &Display, with_runs: bool) -> String {
    let mut text = String::new();
    let begun = weeks.iter().filter(|week| week.runs.iter().any(|run| run.fate != Fate::Ahead));
    for week in begun {
        let _ = writeln!(text, "Week {}: {}", week.number, sum(week));
        for run in week.runs.iter().filter(|_| with_runs) {
            let _ = writeln!(text, "  {}", line(run, display));
        }
    }
    if text.is_empty() { text } else { format!("Planned and done:\n{text}") }
}

/// "128 min run of 150 planned so far, 180 in all; nothing is logged of 1 run".
fn sum(week: &WeekBeside) -> String {
    let mut text = format!("{} min run of {} planned", week.done, week.due);
    if week.due != week.asked {
        let _ = write!(text, " so far, {} in all", week.asked);
    }
    if week.not_told > 0 {
        let runs = words::count(week.not_told, "run");
        let _ = write!(text, "; nothing is logged of {runs}, which counts as planned");
    }
    text
}

fn line(run: &RunBeside, display: &Display) -> String {
    let day = |amount: &Amount| {
        let date = amount.start.0.date();
        format!("{} {}", words::weekday_short(date), words::date_short(date))
    };
    let name = clean(&run.name);
    let asked = run.asked.as_ref().map(|asked| (day(asked), amount(asked, display)));
    match (&run.fate, asked) {
        (Fate::Done(done), None) => format!("{}  {name}: {}, not planned", day(done), amount(done, display)),
        (_, None) => name,
        (Fate::Ahead, Some((day, asked))) => format!("{day}  {name}: {asked} planned"),
        (Fate::Missed, Some((day, asked))) => format!("{day}  {name}: missed, {asked} planned"),
        (Fate::NotTold, Some((day, asked))) => format!("{day}  {name}: {asked} planned, nothing logged"),
        (Fate::Done(done), Some((planned, asked))) => {
            let moved = if day(done) == planned { String::new() } else { format!(" on {}", day(done)) };
            let mut text = format!("{planned}  {name}: {}{moved}; planned {asked}", amount(done, display));
            if !run.stretches.is_empty() {
                let _ = write!(text, "; {}", stretches(&run.stretches, display.miles));
            }
            text
        }
    }
}

/// "28 min, 4.6 km, RPE 3".
pub(super) fn amount(amount: &Amount, display: &Display) -> String {
    let mut parts = vec![words::minutes(amount.minutes)];
    parts.extend(amount.distance_km.map(|km| words::distance(km, display.miles)));
    parts.extend(amount.rpe.map(|rpe| format!("RPE {rpe}")));
    parts.join(", ")
}

/// "hard parts 3 min at 4:22, 3 min at 4:25 (planned 4:20–4:30 /km)".
pub(super) fn stretches(stretches: &[Stretch], miles: bool) -> String {
    let one = |stretch: &Stretch| {
        let mut text = words::step_length(f64::from(stretch.seconds) / 60.0);
        if let Some(seconds) = stretch.pace {
            let pace = words::pace(&format!("{}:{:02} /km", seconds / 60, seconds % 60), miles);
            let _ = write!(text, " at {}", pace.split(' ').next().unwrap_or_default());
        }
        if let Some(beats) = stretch.heart_rate {
            let _ = write!(text, " ({beats} bpm)");
        }
        text
    };
    let done: Vec<String> = stretches.iter().map(one).collect();
    let asked = stretches.first().map(|first| {
        let length = words::step_length(f64::from(first.asked) / 60.0);
        let pace = first.asked_pace.as_ref().map(|pace| format!(" at {}", words::pace(pace, miles)));
        format!(" ({length}{} asked)", pace.unwrap_or_default())
    });
    format!("hard parts {}{}", done.join(", "), asked.unwrap_or_default())
}
