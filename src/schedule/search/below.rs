//! Answers that need be found only where they are no dearer than a known one.

use super::outlook::Outlook;
use super::{Search, Solution, USUAL};
use crate::schedule::{Problem, Unsolvable};

/// No less than this is paid for a problem, in points, the fixed week alone considered.
///
/// # Errors
/// Where there are too many runs.
pub(in crate::schedule) fn least(problem: &Problem<'_>) -> Result<i32, Unsolvable> {
    let tables = Search::new(problem, USUAL).ok_or(Unsolvable::TooManyRuns)?.tables();
    Ok(tables.iter().map(|table| table.least.points).sum())
}

/// Solves a block; `None` where nothing costs so few points as `most`. That is seen before anything is looked for where the weeks, each
/// alone, cost more.
///
/// # Errors
/// Why that cannot be.
pub(in crate::schedule) fn solve_up_to(
    problem: &Problem<'_>,
    most: Option<i32>,
) -> Result<Option<Solution>, Unsolvable> {
    let Some(most) = most else { return super::solve(problem).map(Some) };
    let mut search = Search::new(problem, USUAL).ok_or(Unsolvable::TooManyRuns)?;
    let mut tables = search.tables();
    let mut sum: i32 = tables.iter().map(|table| table.least.points).sum();
    for (at, table) in tables.iter_mut().enumerate() {
        if sum > most {
            return Ok(None);
        }
        sum -= table.least.points;
        table.least = search.alone(at, table);
        sum += table.least.points;
    }
    let outlooks = Outlook::of_single_weeks(&tables);
    if outlooks[0].least.points > most {
        return Ok(None);
    }
    let found = search.with_outlooks(&tables, &outlooks).ok_or(Unsolvable::StandingBreaksMust)?;
    Ok(Some(found).filter(|found| found.score.points - found.gap <= most))
}
