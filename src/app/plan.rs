//! Planning a block.

use super::seated::Seated;
use super::{NotPlanned, Now};
use crate::brief::{Brief, Defaults, Problems};
use crate::follow::{self, log::Log};
use crate::model::Moment;
use crate::plan::{self, Plan};
use crate::schedule::{self, Published, Unsolvable};

/// What a block is planned from.
#[derive(Clone, Copy, Debug)]
pub struct PlanInput<'a> {
    /// The brief.
    pub brief: &'a Brief,
    /// Times that other calendars take.
    pub busy: &'a [(Moment, Moment)],
    /// Varies the workouts.
    pub seed: u64,
    /// The plan whose place the new one takes: a revision of it where it is of the same block, else its events are cancelled.
    pub earlier: Option<&'a Plan>,
    /// The moment written into what changes.
    pub now: Now,
}

/// Plans a block: places its runs, and gives the plan its ids and the moments of its changes.
///
/// # Errors
/// [`NotPlanned::Unsolvable`].
pub fn plan(input: &PlanInput<'_>) -> Result<Plan, NotPlanned> {
    let mut plan = solved(input)?;
    let now = input.now.rfc3339();
    match input.earlier {
        Some(other) if other.start() != plan.start() => {
            plan::supersede(&mut plan, other, input.now.date(input.brief.block.timezone), &now);
        }
        earlier => {
            if let Some(earlier) = earlier {
                follow::renumber(&mut plan, earlier);
            }
            plan::stamp(&mut plan, earlier, &now);
        }
    }
    Ok(plan)
}

/// The block solved and written down, with the score that a check finds, still without the moments of its changes.
pub(super) fn solved(input: &PlanInput<'_>) -> Result<Plan, Unsolvable> {
    let PlanInput { brief, busy, seed, .. } = *input;
    let published = Published::default();
    let lay_out = |brief: &Brief| (brief.timetable(busy), Published::default());
    let seated = Seated::of(brief, &[], &lay_out, seed)?;
    let brief = &seated.brief;
    let block = schedule::block(brief, &brief.timetable(busy), seed, &published)?;
    let mut plan = plan::build(brief, &block, &published, busy, seed);
    plan::settle(&mut plan);
    seated.price(&mut plan);
    against_the_rules(&mut plan, brief);
    Ok(plan)
}

/// So many sentences are told of what speaks against a plan that was brought.
const MOST_TOLD: usize = 8;

/// Tells what the rules say against the weeks of a plan that was brought: how much they hold is not the planner's to change.
fn against_the_rules(plan: &mut Plan, brief: &Brief) {
    if brief.bring.is_empty() {
        return;
    }
    let Ok(laid) = plan.lay_out() else { return };
    let breaches = plan::check(plan, &laid).breaches;
    let about_weeks = breaches.iter().filter(|breach| !breach.scored || breach.level == "must");
    let mut told: Vec<String> = about_weeks.map(|breach| format!("Week {}: {}", breach.week, breach.text)).collect();
    let more = told.len().saturating_sub(MOST_TOLD);
    told.truncate(MOST_TOLD);
    if more > 0 {
        told.push(format!(
            "`runweave check` tells {more} more of what the rules say against the plan that you brought."
        ));
    }
    plan.warnings.extend(told);
}

/// The brief with the check-ins of a log added to its own, so that they stay with the plan.
///
/// # Errors
/// Every problem of the brief that comes of it.
pub fn brief_with_log(brief: Brief, log: &Log) -> Result<Brief, Problems> {
    let source = follow::with_check_ins(&brief.source, log, brief.block.start, brief.block.last());
    changed(brief, &source, "the brief with the check-ins of the log")
}

/// The brief that a changed document says; `name` is what messages call it.
pub(super) fn changed(brief: Brief, source: &serde_json::Value, name: &str) -> Result<Brief, Problems> {
    if *source == brief.source {
        return Ok(brief);
    }
    Brief::from_value(source, name, Defaults { timezone: brief.block.timezone })
}
