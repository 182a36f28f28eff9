//! A plan in the terminal: the block at a glance, then a table a week, as wide as the terminal allows, without a colour that matters.

mod conflicts;
mod left_out;
mod look;
mod overview;
#[cfg(test)]
mod tests;
mod week;
mod wrap;

pub use look::Look;
pub(super) use wrap::is_hidden;
pub use wrap::{bullets, clean, wrapped};

use super::points::{given_up, short_of};
use super::words;
use crate::brief::Display;
use crate::model::RunClass;
use crate::plan::Plan;
use look::{ASIDE, STOP};

/// The weeks of a plan as tables. One week alone shows what to do on each run as well; the score is that of a whole block.
pub fn text(plan: &Plan, display: &Display, look: &Look) -> String {
    let mut text = String::new();
    for stop in &plan.stops {
        text.push_str(&look.paint(STOP, &wrapped(stop, "! ", look.width)));
        text.push('\n');
    }
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
    text.push_str(&conflicts::conflicts(plan, look));
    text.push_str(&wrapped(&score(plan), "", look.width));
    if !plan.warnings.is_empty() {
        text.push_str("\nTo look at:\n");
        for warning in &plan.warnings {
            text.push_str(&wrapped(warning, "  - ", look.width));
        }
    }
    text
}

/// How many runs the plan gave a place: a race has its own.
fn placed(plan: &Plan) -> usize {
    plan.open_runs().filter(|run| run.run.class != RunClass::Race).count()
}

fn score(plan: &Plan) -> String {
    let (runs, score) = (placed(plan), &plan.score);
    let proven =
        if score.proven { "nothing better exists under the rules (proven)" } else { "not proven to be the best" };
    let points = if score.points == 0 { "" } else { " `runweave check` tells each point." };
    let left_out = match plan.left_out().count() {
        0 => "none left out".to_owned(),
        count => format!("{count} left out"),
    };
    let left_out = format!("{left_out}{}", given_up(plan.given_up()));
    let broken = if score.must == 0 { "" } else { " It breaks what must always hold: `runweave check` tells it." };
    if runs == 0 && broken.is_empty() {
        return format!("No run placed, {left_out}.");
    }
    format!("{} placed, {left_out}.{broken} {}; {proven}.{points}", words::count(runs, "run"), short_of(score.points))
}
