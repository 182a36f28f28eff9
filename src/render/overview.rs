//! One page over the plans of many: who to look at first, then everybody in a row, each leading to their own page.

use askama::Template;
use serde_json::Value;

use super::page::{self, NotWritten, Style, written};
use super::words;
use crate::model::Goal;
use crate::plan::{Plan, PlanWeek};

/// So many things are told of one athlete before the table.
const MOST_FIRST: usize = 2;

#[derive(Template)]
#[template(path = "overview.html", whitespace = "minimize")]
struct Page<'a> {
    style: Style,
    title: String,
    sum: String,
    first: Vec<First<'a>>,
    athletes: &'a [Athlete],
}

/// Something to be looked at before all else.
struct First<'a> {
    name: &'a str,
    folder: Option<&'a str>,
    what: &'a str,
}

/// An athlete whose block is planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Athlete {
    name: String,
    folder: String,
    block: String,
    dates: String,
    goal: &'static str,
    race: String,
    race_day: String,
    runs: String,
    minutes: String,
    left_out: usize,
    first: Vec<String>,
}

/// An athlete without a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplanned {
    /// What the brief calls them, or which it was.
    pub name: String,
    /// What is wrong.
    pub what: String,
}

impl Athlete {
    /// What the page tells of a plan that lies in this folder beside it.
    pub fn of(plan: &Plan, name: &str, folder: &str) -> Self {
        let text = |pointer: &str| plan.brief.pointer(pointer).and_then(Value::as_str).unwrap_or("").trim().to_owned();
        let weeks = || plan.weeks.iter();
        let runs = weeks().map(|week| week.sessions.iter().filter(|entry| entry.as_run().is_some()).count());
        let last = plan.weeks.last().map(|week| week.start + chrono::Duration::days(6));
        let dates = plan.start().zip(last).map_or_else(String::new, |(from, to)| words::date_span(from, to));
        let race = plan.brief.pointer("/block/event").or_else(|| plan.brief.pointer("/block/events/0"));
        let race_day = race.and_then(|race| race["date"].as_str()?.parse().ok()).map(words::date_long);
        let mut first = plan.stops.clone();
        if plan.score.must > 0 {
            first.push("the plan breaks a must-rule.".to_owned());
        }
        if plan.open_runs().next().is_none() {
            first.push("no run found a place.".to_owned());
        }
        let left_out = weeks().flat_map(|week| &week.unplaced).filter(|run| !run.declined).count();
        if left_out > 0 {
            let number = words::count(left_out, "run");
            let why = plan.conflicts.first().map(|conflict| format!(" {}", conflict.text)).unwrap_or_default();
            first.push(format!("{number} left out.{why}"));
        }
        Self {
            name: name.to_owned(),
            folder: folder.to_owned(),
            block: text("/block/name"),
            dates,
            goal: Goal::parse(&text("/athlete/goal")).map_or("", words::goal),
            race: race.and_then(|race| race["name"].as_str()).unwrap_or_default().trim().to_owned(),
            race_day: race_day.unwrap_or_default(),
            runs: span(runs.map(|runs| runs as i32)),
            minutes: span(weeks().map(PlanWeek::training_minutes)),
            left_out,
            first,
        }
    }
}

/// "2" or "2–3".
fn span(numbers: impl Iterator<Item = i32> + Clone) -> String {
    match (numbers.clone().min(), numbers.max()) {
        (Some(least), Some(most)) if least == most => most.to_string(),
        (Some(least), Some(most)) => format!("{least}–{most}"),
        _ => String::new(),
    }
}

/// The page over all of them, in their order; those without a plan are told first.
///
/// # Errors
/// Where the template cannot be filled in.
pub fn overview(athletes: &[Athlete], unplanned: &[Unplanned]) -> Result<String, NotWritten> {
    let number = athletes.len() + unplanned.len();
    let mut first: Vec<First<'_>> =
        unplanned.iter().map(|one| First { name: &one.name, folder: None, what: &one.what }).collect();
    first.extend(athletes.iter().flat_map(|one| {
        one.first.iter().take(MOST_FIRST).map(|what| First { name: &one.name, folder: Some(&one.folder), what })
    }));
    let planned = words::count(athletes.len(), "plan");
    let without = if unplanned.is_empty() { String::new() } else { format!(", {} without one", unplanned.len()) };
    written(&Page {
        style: page::OVERVIEW,
        title: words::count(number, "athlete"),
        sum: format!(
            "{planned}{without}. Each name leads to the page to print; the calendar and the plan lie beside it."
        ),
        first,
        athletes,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hostile_stays_text_and_those_without_a_plan_come_first() {
        let plan = crate::plan::fixture::plan();
        let athlete = Athlete::of(&plan, "<script>\u{202e}&", "script");
        let nobody = Unplanned { name: "line 2".to_owned(), what: "<b>".to_owned() };
        let page = overview(&[athlete], &[nobody]).unwrap();
        assert!(
            page.contains("&#60;script&#62;&#38;") && !page.contains("<script>") && !page.contains("<b>"),
            "{page}"
        );
        assert!(page.contains("2 athletes") && page.contains("1 plan, 1 without one"));
        assert!(page.find("line 2").unwrap() < page.find("Everybody").unwrap());
    }
}
