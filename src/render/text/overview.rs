//! The block at a glance: a line a week.

use super::Look;
use super::look::{HEAD, LESS};
use super::wrap::{padded, wrapped};
use crate::plan::{Plan, PlanWeek};
use crate::render::words;

/// In fewer columns the overview would not fit.
pub(super) const LEAST_WIDTH: usize = 50;
/// Columns of the longest bar.
const BAR: i32 = 14;

/// What the block is, and a line for each of its weeks.
pub(super) fn overview(plan: &Plan, look: &Look) -> String {
    let (Some(first), Some(last)) = (plan.weeks.first(), plan.weeks.last()) else { return String::new() };
    let dates = words::date_span(first.start, last.start + chrono::Duration::days(6));
    let weeks = words::count(plan.weeks.len(), "week");
    let name = plan.brief["block"]["name"].as_str().map(str::trim).filter(|name| !name.is_empty());
    let title = name.map_or_else(|| format!("{weeks}, {dates}"), |name| format!("{name}: {weeks}, {dates}"));
    let mut text = look.paint(HEAD, &wrapped(&title, "", look.width));
    text.push('\n');
    text.push_str(&look.paint(HEAD, "  Week  Monday  Phase             Runs  Running\n"));
    let left_out = plan.weeks.iter().map(|week| left_out(week).len()).max().unwrap_or(0);
    let bars = LEAST_WIDTH + 2 + BAR as usize + left_out <= look.width;
    let longest = plan.weeks.iter().map(PlanWeek::training_minutes).max().unwrap_or(0);
    for week in &plan.weeks {
        let line = line(week, longest, bars, look);
        text.push_str(&if week.deload { look.paint(LESS, &line) } else { line });
    }
    text
}

fn line(week: &PlanWeek, longest: i32, bars: bool, look: &Look) -> String {
    let phase = words::phase(week.phase).to_lowercase();
    let phase = match (week.races().next().is_some(), week.deload) {
        (true, _) => format!("{phase}, race"),
        (false, true) => format!("{phase}, deload"),
        (false, false) => phase,
    };
    let runs = week.sessions.iter().filter(|entry| entry.as_run().is_some()).count();
    let minutes = words::hours(week.training_minutes());
    let monday = words::date_short(week.start);
    let bar = if longest > 0 { (week.training_minutes() * BAR + longest / 2) / longest } else { 0 };
    let bar = "=".repeat(bar.clamp(0, BAR) as usize);
    let here = if look.today.is_some_and(|today| super::week::holds(week, today)) { "*" } else { " " };
    let mut text = format!("{here} {:>4}  {monday:>6}  {phase:<16}  {runs:>4}  {minutes:<12}", week.number);
    if bars {
        text.push_str(&padded(&bar, BAR as usize));
    }
    text.push_str(&left_out(week));
    format!("{}\n", text.trim_end())
}

fn left_out(week: &PlanWeek) -> String {
    let declined = week.unplaced.iter().filter(|run| run.declined).count();
    let counts = [(week.unplaced.len() - declined, "left out"), (declined, "given up")];
    let told = counts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("  {count} {what}"));
    told.collect::<Vec<_>>().concat()
}
