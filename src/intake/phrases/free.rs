//! When a person can run, in a line: "tue and thu 6-8am", "any time except Wednesday", "mornings before work".

mod away;
mod clause;
mod gather;
mod open_ended;

use chrono::NaiveDate;

use super::items::items;
use super::parts::{EVENING, MORNING, Part};
use super::token::Line;
use super::{Reading, Refusal, Remark, Span, refused};
use crate::model::Clock;
use clause::{Clause, Hours};

/// What a line says of free time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SaidFree {
    /// When the person can run.
    pub windows: Vec<SaidWindow>,
    /// Dates on which the person cannot run at all.
    pub away: Vec<SaidAway>,
}

/// A stretch of one weekday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SaidWindow {
    /// Day of the week, Monday 0.
    pub day: usize,
    /// From when.
    pub from: Clock,
    /// To when, in minutes of the day; 1440 is midnight, and an end before the start lies on the next day.
    pub to: u16,
}

/// Dates without a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SaidAway {
    /// The first.
    pub from: NaiveDate,
    /// The last.
    pub to: NaiveDate,
}

/// The free times of a line. Times without a day are those of the days that the line does not name. Where a day has hours
/// and a part of the day around them, "lunch 12-1pm", the hours count.
///
/// # Errors
/// What is missing or cannot be, in a sentence.
pub fn read_free(text: &str, today: NaiveDate) -> Result<Reading<SaidFree>, Refusal> {
    let line = Line::of(text)?;
    let mut reading = Reading::plain(SaidFree::default());
    let gathered = gather::gather(&line, &items(&line, today)?, &mut reading)?;
    let (mut clauses, excluded) = (gathered.clauses, gathered.excluded);
    // "Mon 6-8, also Wed": the times that were said before.
    if let [.., before, last] = clauses.as_mut_slice()
        && last.hours.is_empty()
    {
        last.hours.clone_from(&before.hours);
    }
    for clause in &mut clauses {
        clause.join_ends();
    }
    let no_hours = clauses.iter().all(|clause| clause.hours.is_empty());
    if no_hours && !excluded.is_empty() {
        let any =
            Hours { span: (MORNING, EVENING), exact: false, part: Some(Part::AnyTime), at: whole(&line), open: None };
        let days: Vec<usize> = clauses.iter().flat_map(|clause| clause.days.clone()).collect();
        clauses = vec![Clause { days, hours: vec![any], ..Clause::default() }];
        let text = format!("on these days {}-{}.", Clock(MORNING), Clock(EVENING));
        reading.assumed.push(Remark { at: whole(&line), text });
    }
    if clauses.is_empty() && !reading.found.away.is_empty() {
        return Ok(reading);
    }
    if clauses.is_empty() || clauses.iter().any(|clause| clause.hours.is_empty()) {
        if let Some(at) = reading.left_over.first() {
            let what: String = at.of(text).chars().take(40).collect();
            return Err(Refusal {
                at: *at,
                text: format!("`{what}` is no day and no time; write it as `tue 06:00-08:00`"),
            });
        }
        return refused(text, "say from when to when too, such as `06:00-08:00`, `evenings` or `all day`");
    }
    let mut said = Vec::new();
    let named: Vec<usize> =
        clauses.iter().flat_map(|clause| clause.days.clone()).chain(excluded.iter().copied()).collect();
    for clause in &clauses {
        // "Mornings before work" are those of working days.
        let closest = |hours: &&Hours| !clause.hours.iter().any(|closer| hours.is_within(*closer));
        for hours in clause.hours.iter().filter(closest) {
            let works = matches!(hours.part, Some(Part::BeforeWork | Part::AfterWork));
            let others = (0..7).filter(|day| !named.contains(day) && (!works || *day < 5));
            let days: Vec<usize> = if clause.days.is_empty() { others.collect() } else { clause.days.clone() };
            said.extend(days.into_iter().filter(|day| !excluded.contains(day)).map(|day| (day, *hours)));
        }
    }
    for &(day, hours) in &said {
        let (from, to) = hours.on(day);
        let window = SaidWindow { day, from: Clock(from), to };
        let closer = said.iter().any(|&(other, exact)| other == day && hours.is_within(exact));
        if !closer && !reading.found.windows.contains(&window) {
            tell_part(&line, hours, (from, to), &mut reading);
            reading.found.windows.push(window);
        }
    }
    if reading.found.windows.is_empty() {
        return refused(text, "this leaves no time at all: say when you can run, such as `sat 8-12`");
    }
    Ok(reading)
}

fn whole(line: &Line<'_>) -> Span {
    line.span(0, line.len())
}

/// Says the hours that a part of the day stands for, once for each.
fn tell_part(line: &Line<'_>, hours: Hours, (from, to): (u16, u16), reading: &mut Reading<SaidFree>) {
    if hours.part.is_none() || hours.part == Some(Part::AnyTime) && hours.at == whole(line) {
        return;
    }
    let remark = Remark { at: hours.at, text: super::span::read_as(hours.at.of(line.text), (from, to)) };
    if !reading.assumed.contains(&remark) {
        reading.assumed.push(remark);
    }
}

#[cfg(test)]
mod tests;
