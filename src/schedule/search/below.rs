//! Answers that need be found only where they are no dearer than a known one.

use super::{Search, Solution, USUAL};
use crate::schedule::{Problem, Score, Unsolvable};

/// No less than this is paid for a problem, in points, the fixed week alone considered.
///
/// # Errors
/// Where there are too many runs.
pub(in crate::schedule) fn least(problem: &Problem<'_>) -> Result<i32, Unsolvable> {
    let tables = Search::new(problem, USUAL).ok_or(Unsolvable::TooManyRuns)?.tables();
    Ok(tables.iter().map(|table| table.least.points).sum())
}

/// Solves a block where an answer of so many points is known; `None` where none costs less.
pub(in crate::schedule) fn solve_below(problem: &Problem<'_>, points: i32) -> Option<Solution> {
    Search::new(problem, USUAL)?.run(Some(Score::up_to(points - 1)))
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
    // Only what stands inside the block can break a must by itself: else there is an answer, if a dear one.
    let is_open = problem.standing.iter().all(|run| run.place.day.0 < 0);
    let search = Search::new(problem, USUAL).ok_or(Unsolvable::TooManyRuns)?;
    let found = search.run(is_open.then(|| Score::up_to(most)));
    let found = if is_open { found } else { Some(found.ok_or(Unsolvable::StandingBreaksMust)?) };
    Ok(found.filter(|found| found.score.points - found.gap <= most))
}
