//! One week as a table: a line a session, every day in its place.

use chrono::{Datelike as _, Duration, NaiveDate};
use unicode_width::UnicodeWidthStr as _;

use super::Look;
use super::look::{ASIDE, HEAD, LESS, RUN};
use super::wrap::{clean, padded, wrapped};
use crate::brief::Display;
use crate::plan::{Entry, PlanWeek};
use crate::render::{steps, words};

/// Columns that the details beside a name need, and the least for a name.
const DETAILS: usize = 28;
const LEAST_NAME: usize = 12;

/// Whether a date lies in the week.
pub(super) fn holds(week: &PlanWeek, date: NaiveDate) -> bool {
    (0..7).contains(&(date - week.start).num_days())
}

/// The week's head and a line for each session; with the steps of each run where they are wanted.
pub(super) fn table(week: &PlanWeek, display: &Display, look: &Look, with_steps: bool) -> String {
    let mut text = head(week, look);
    let clocks = week.sessions.iter().map(|entry| clock(entry, display).width()).max().unwrap_or(0);
    // "* Mon 30  06:00  > ".
    let margin = 2 + 6 + 2 + clocks + 2 + 2;
    let room = look.width.saturating_sub(margin + 2 + DETAILS).max(LEAST_NAME);
    let names = week.sessions.iter().map(|entry| clean(entry.name()).width()).filter(|width| *width <= room);
    let names = names.max().unwrap_or(0);
    for day in 0..7 {
        let date = week.start + Duration::days(day);
        let mark = if look.today == Some(date) { "*" } else { " " };
        let label = format!("{mark} {} {:>2}", words::weekday_short(date), date.day());
        let entries: Vec<&Entry> = week.sessions.iter().filter(|entry| entry.start().0.date() == date).collect();
        if entries.is_empty() {
            text.push_str(&look.paint(ASIDE, &format!("{label}  {}\n", padded("-", clocks).trim_end())));
        }
        for (index, entry) in entries.into_iter().enumerate() {
            let label = if index == 0 { label.clone() } else { " ".repeat(label.len()) };
            let kind = if entry.as_run().is_some() { ">" } else { " " };
            let row_head = format!("{label}  {}  {kind} ", padded(&clock(entry, display), clocks));
            let what = format!("{}  {}", padded(&clean(entry.name()), names), details(entry, display));
            let row = row(&what, &row_head, look.width);
            text.push_str(&if kind == ">" { look.paint(RUN, &row) } else { row });
            if with_steps {
                text.push_str(&look.paint(ASIDE, &content(entry, week, display, margin, look)));
            }
        }
    }
    text
}

/// Number, phase, dates; how much at the right end of the line where there is room. A rule below.
fn head(week: &PlanWeek, look: &Look) -> String {
    let phase = words::phase(week.phase).to_lowercase();
    let deload = if week.deload { ", DELOAD" } else { "" };
    let here = if look.today.is_some_and(|today| holds(week, today)) { ", this week" } else { "" };
    let dates = words::date_span(week.start, week.start + Duration::days(6));
    let left = format!("Week {}: {phase}{deload}{here}   {dates}", week.number);
    let race = if week.races().next().is_some() { " and the race" } else { "" };
    let right = format!("running {}{race}, load {}", words::hours(week.training_minutes()), week.load.total);
    let gap = look.width.saturating_sub(left.width() + right.width());
    let head = if gap >= 3 {
        format!("{left}{}{right}\n", " ".repeat(gap))
    } else {
        format!("{}{}", wrapped(&left.replace("   ", ", "), "", look.width), wrapped(&right, "", look.width))
    };
    let style = if week.deload { LESS.bold() } else { HEAD };
    format!("{}{}\n", look.paint(style, &head), "-".repeat(look.width))
}

/// A line whose columns stay where they are as long as it fits, and that is broken where it does not.
fn row(what: &str, head: &str, width: usize) -> String {
    if head.width() + what.width() <= width {
        format!("{head}{}\n", what.trim_end())
    } else {
        wrapped(what, head, width)
    }
}

fn clock(entry: &Entry, display: &Display) -> String {
    words::clock(entry.start().0.time(), display.twelve_hour)
}

/// What to do, and what to do instead; what is said of the whole week is not said again.
fn content(entry: &Entry, week: &PlanWeek, display: &Display, margin: usize, look: &Look) -> String {
    let indent = " ".repeat(margin);
    match entry {
        Entry::Run(run) => {
            let mut text: String =
                steps::of_run(run, display.miles).iter().map(|line| wrapped(line, &indent, look.width)).collect();
            if !run.run.purpose.is_empty() {
                text.push_str(&wrapped(&run.run.purpose, &indent, look.width));
            }
            if !run.if_tired.is_empty() {
                text.push_str(&wrapped(&format!("If tired: {}", run.if_tired), &indent, look.width));
            }
            text
        }
        Entry::Strength(fixed) | Entry::Mobility(fixed) | Entry::Other(fixed) if !fixed.note.is_empty() => {
            if week.notes.contains(&fixed.note) { String::new() } else { wrapped(&fixed.note, &indent, look.width) }
        }
        _ => String::new(),
    }
}

fn details(entry: &Entry, display: &Display) -> String {
    let mut parts = Vec::new();
    match entry {
        Entry::Run(run) => {
            parts.extend(run.run.distance_km.map(|km| words::distance(km, display.miles)));
            parts.extend(run.run.full_minutes.map(|full| format!("shortened from {full}")));
            if run.run.attached_to.is_some() {
                parts.push("right after the session".to_owned());
            }
        }
        Entry::Strength(fixed) | Entry::Mobility(fixed) | Entry::Other(fixed) => {
            parts.extend(fixed.focus.map(|focus| words::focus(focus).to_owned()));
            parts.extend(fixed.effort.map(|effort| words::effort(effort).to_owned()));
        }
    }
    format!("{:>7}  {}", words::minutes(entry.minutes()), parts.join(", "))
}
