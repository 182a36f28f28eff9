//! A plan in the terminal: a table a week, as wide as the terminal allows, without a colour that matters.

use unicode_width::UnicodeWidthStr as _;

use super::words;
use crate::brief::Display;
use crate::plan::{Entry, Plan, PlanWeek, Unplaced};

/// Columns used where the terminal does not say.
const USUAL_WIDTH: usize = 80;
/// Wider lines are hard to read.
const MOST_WIDTH: usize = 120;

/// The columns to use in a terminal of this width.
pub fn width(columns: Option<usize>) -> usize {
    columns.unwrap_or(USUAL_WIDTH).clamp(40, MOST_WIDTH)
}

/// The weeks of a plan as tables of at most `width` columns.
pub fn text(plan: &Plan, display: &Display, width: usize) -> String {
    let mut text = String::new();
    for week in &plan.weeks {
        text.push_str(&table(week, display, width));
        text.push('\n');
    }
    text.push_str(&score(plan));
    if !plan.warnings.is_empty() {
        text.push_str("\nTo look at:\n");
        for warning in &plan.warnings {
            text.push_str(&wrapped(warning, "  - ", width));
        }
    }
    text
}

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

fn score(plan: &Plan) -> String {
    let score = &plan.score;
    let runs = plan.runs().count();
    let proven =
        if score.proven { "nothing better exists under the rules (proven)" } else { "not proven to be the best" };
    format!(
        "{} placed, {} left out; {proven}. Score: must {}, should {}, preference {}.\n",
        words::count(runs, "run"),
        score.unplaced,
        score.must,
        score.should,
        score.preference
    )
}

/// A sentence broken into lines of at most `width` columns; the first begins with `head`, the others are indented alike.
pub fn wrapped(sentence: &str, head: &str, width: usize) -> String {
    let sentence = clean(sentence);
    let indent = " ".repeat(head.width());
    let mut text = head.to_owned();
    let mut column = head.width();
    let mut fresh = true;
    for word in sentence.split(' ') {
        if !fresh && column + 1 + word.width() > width {
            text.truncate(text.trim_end().len());
            text.push('\n');
            text.push_str(&indent);
            column = indent.width();
            fresh = true;
        }
        if !fresh {
            text.push(' ');
            column += 1;
        }
        text.push_str(word);
        column += word.width();
        fresh = false;
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// Text of a person's own without anything that could move the cursor or turn the direction of reading.
pub fn clean(text: &str) -> String {
    let hidden = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
    };
    text.chars().map(|letter| if hidden(letter) { ' ' } else { letter }).collect()
}
