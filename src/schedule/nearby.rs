//! A block in which one week asks for something else than in a placement that is known.

use super::{Problem, Solution, Standing, Unsolvable, bill, solve, solve_below};

/// So many weeks to both sides are placed anew with the week that is asked about: no must reaches further.
const REACH: i32 = 1;

/// Solves a block of which a placement is known that answers all but what is asked for in one week (from 0). The weeks around it are
/// placed first, the others standing as they do; what that costs shows what need not be followed in the block as a whole, and nothing
/// need where it is the `least` that any placement costs.
///
/// # Errors
/// Why there is no placement.
pub fn solve_nearby(
    problem: &Problem<'_>,
    stands: &[Standing],
    week: i32,
    least: Option<i32>,
) -> Result<Solution, Unsolvable> {
    let Ok(known) = solve(&around(problem, stands, week)) else { return solve(problem) };
    let paid = bill(problem, &known.runs);
    if paid.must > 0 {
        return solve(problem);
    }
    if least.is_some_and(|least| paid.points <= least) {
        return Ok(known);
    }
    Ok(solve_below(problem, paid.points).unwrap_or(known))
}

/// The same with every run far from a week standing where it stands.
fn around<'a>(problem: &Problem<'a>, stands: &[Standing], week: i32) -> Problem<'a> {
    let near = week - REACH..=week + REACH;
    let is_near = |run: &&Standing| near.contains(&run.place.day.week());
    let mut standing: Vec<Standing> = problem.standing.iter().filter(is_near).cloned().collect();
    standing.extend(stands.iter().filter(|run| !is_near(run)).cloned());
    standing.sort_by_key(|run| (run.place.start, run.slug.clone()));
    let mut weeks = problem.weeks.clone();
    for (week, _) in weeks.iter_mut().zip(0..).filter(|(_, number)| !near.contains(number)) {
        week.wanted.clear();
    }
    Problem { weeks, first_week: (week - REACH).max(problem.first_week), standing, ..*problem }
}
