//! A plan in the terminal: the block at a glance, then a table a week, as wide as the terminal allows, without a colour that matters.

mod left_out;
mod look;
mod overview;
#[cfg(test)]
mod tests;
mod week;
mod wrap;

pub use look::Look;
pub use wrap::{bullets, clean, wrapped};

use super::words;
use crate::brief::Display;
use crate::plan::{Plan, Score};
use look::ASIDE;

/// The weeks of a plan as tables. One week alone shows what to do on each run as well; the score is that of a whole block.
pub fn text(plan: &Plan, display: &Display, look: &Look) -> String {
    let mut text = String::new();
    let several = plan.weeks.len() > 1;
    if several && look.width >= overview::LEAST_WIDTH {
        text.push_str(&overview::overview(plan, look));
        text.push('\n');
    }
    for (index, week) in plan.weeks.iter().enumerate() {
        text.push_str(&week::table(week, display, look, !several));
        text.push_str(&left_out::left_out(week, &plan.weeks[..index], look));
        for note in &week.notes {
            text.push_str(&look.paint(ASIDE, &wrapped(note, "  note: ", look.width)));
        }
        text.push('\n');
    }
    if plan.brief["block"]["weeks"].as_u64().is_some_and(|weeks| weeks > plan.weeks.len() as u64) {
        return text;
    }
    text.push_str(&wrapped(&score(plan.runs().count(), &plan.score), "", look.width));
    text.push_str(&conflicts(plan, width));
    text.push_str(&score(plan));
    if !plan.warnings.is_empty() {
        text.push_str("\nTo look at:\n");
        for warning in &plan.warnings {
            text.push_str(&wrapped(warning, "  - ", look.width));
        }
    }
    text
}

fn score(runs: usize, score: &Score) -> String {
/// Sentences as a list.
pub fn bullets<T: AsRef<str>>(sentences: &[T]) -> String {
    sentences.iter().map(|sentence| wrapped(sentence.as_ref(), "  - ", USUAL_WIDTH)).collect()
}

fn table(week: &PlanWeek, display: &Display, width: usize) -> String {
    let deload = if week.deload { ", deload" } else { "" };
    let phase = words::phase(week.phase).to_lowercase();
    let dates = words::date_span(week.start, week.start + chrono::Duration::days(6));
    let runs = words::hours(week.run_minutes);
    let mut text =
        format!("Week {}: {phase}{deload}   {dates}   running {runs}, load {}\n", week.number, week.load.total);
    for entry in &week.sessions {
        let start = entry.start().0;
        let day = format!("{} {:>2}", words::weekday_short(start.date()), chrono::Datelike::day(&start.date()));
        let clock = words::clock(start.time(), display.twelve_hour);
        let mark = if entry.as_run().is_some() { ">" } else { " " };
        let head = format!("  {day}  {clock:>9}  {mark} ");
        let what = format!("{}  {}", clean(entry.name()), details(entry, display));
        text.push_str(&wrapped(&what, &head, width));
    }
    for run in &week.unplaced {
        text.push_str(&left_out(run, width));
    }
    for note in &week.notes {
        text.push_str(&wrapped(note, "  note: ", width));
    }
    text
}

fn details(entry: &Entry, display: &Display) -> String {
    let mut parts = vec![words::minutes(entry.minutes())];
    match entry {
        Entry::Run(run) => {
            parts.extend(run.run.distance_km.map(|km| words::distance(km, display.miles)));
            if let Some(full) = run.run.full_minutes {
                parts.push(format!("shortened from {full}"));
            }
            if run.run.attached_to.is_some() {
                parts.push("right after the session".to_owned());
            }
        }
        Entry::Strength(fixed) | Entry::Mobility(fixed) | Entry::Other(fixed) => {
            parts.extend(fixed.effort.map(|effort| words::effort(effort).to_lowercase()));
            parts.extend(fixed.focus.map(|focus| words::focus(focus).to_lowercase()));
        }
    }
    parts.join(", ")
}

fn left_out(run: &Unplaced, width: usize) -> String {
    let what = format!("left out: {}, {}", run.kind.title().to_lowercase(), words::minutes(run.minutes));
    let mut text = wrapped(&what, "  x ", width);
    for day in run.why.chunk_by(|a, b| a.text == b.text && a.rule == b.rule) {
        let first = &day[0];
        let days: Vec<&str> = day.iter().map(|one| one.day.as_str()).collect();
        let line = format!("{}: {} ({})", days.join(", "), first.text, first.rule);
        text.push_str(&wrapped(&line, "      ", width));
    }
    text
}

/// What cannot stand together, and what would make room.
fn conflicts(plan: &Plan, width: usize) -> String {
    let mut text = String::new();
    for conflict in &plan.conflicts {
        let weeks = words::weeks(&conflict.weeks);
        text.push_str(&wrapped(&format!("Why runs were left out in {weeks}. {}", conflict.text), "", width));
        text.push_str("What would make room, the least first:\n");
        for way in &conflict.ways {
            text.push_str(&wrapped(way, "  - ", width));
        }
        text.push('\n');
    }
    text
}

fn score(plan: &Plan) -> String {
    let score = &plan.score;
    let runs = plan.runs().count();
    let proven =
        if score.proven { "nothing better exists under the rules (proven)" } else { "not proven to be the best" };
    format!(
        "{} placed, {} left out; {proven}. Score: must {}, should {}, preference {}.",
        words::count(runs, "run"),
        score.unplaced,
        score.must,
        score.should,
        score.preference
    )
}
