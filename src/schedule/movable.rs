//! Movable sessions: of all the ways to place them the one that serves the runs best, proven, and what their other places cost.
//!
//! Every way is judged by what the whole course asks for, before any of it is given up: the runs of all weeks as they are first
//! prescribed, each that finds no place at its price. So the ways are compared over the same wishes. What is prescribed after a run was
//! given up differs from way to way, and the way on which most is given up would look cheapest.
//!
//! A way that puts leg days side by side, or two strength sessions on one day, where others do not is no answer: no run is worth
//! that. Of the others, those that the fixed week alone makes dearer than a known answer are not solved, and one is solved only as far
//! as it may still be as good. What is left is solved exactly, so that the best is proven.

mod board;
mod way;

pub(super) use way::has_clash;

use super::{Published, Unsolvable};
use crate::brief::Brief;
use crate::model::WeekTime;
use crate::rules::Timetable;
use board::Board;

/// How the fixed week of a brief is laid out in time, and what of an earlier plan is known in it.
pub type LayOut<'a> = dyn Fn(&Brief) -> (Timetable, Published) + Sync + 'a;

/// Where movable sessions stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seating {
    /// The place of each movable session, in the order of the brief.
    pub places: Vec<WeekTime>,
    /// What the whole course costs there, in points.
    pub points: i32,
    /// Whether no other way costs less.
    pub proven: bool,
}

/// Another place of a movable session, with the other movable sessions and all runs free to move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// Its number among the movable sessions, from 0.
    pub session: usize,
    /// The place.
    pub place: WeekTime,
    /// Points that the whole course costs more; none where no plan is possible.
    pub points: Option<i32>,
    /// Whether sessions then crowd more than they have to: leg days side by side, or two strength sessions on one day.
    pub crowds: bool,
}

/// The best way to place the movable sessions of a brief; of ways that are worth the same, the one whose places are named first.
/// Some sessions may be held where they are, in the order of the brief.
///
/// # Errors
/// Why no such way can be planned.
pub fn seating(
    brief: &Brief,
    held: &[Option<WeekTime>],
    lay_out: &LayOut<'_>,
    seed: u64,
) -> Result<Seating, Unsolvable> {
    let is_held =
        |places: &[WeekTime]| places.iter().zip(held).all(|(place, held)| held.is_none_or(|held| held == *place));
    let mut board = Board::new(brief, lay_out, seed);
    let ways = board.least_crowded(&is_held);
    board.solve(std::slice::from_ref(&ways));
    board.best(&ways)
}

/// The same, and every other place of every movable session, each solved.
///
/// # Errors
/// Why no such way can be planned.
pub fn seating_priced(
    brief: &Brief,
    held: &[Option<WeekTime>],
    lay_out: &LayOut<'_>,
    seed: u64,
) -> Result<(Seating, Vec<Elsewhere>), Unsolvable> {
    let is_held =
        |places: &[WeekTime]| places.iter().zip(held).all(|(place, held)| held.is_none_or(|held| held == *place));
    let mut board = Board::new(brief, lay_out, seed);
    let own = board.least_crowded(&is_held);
    let mut asked = vec![own.clone()];
    let mut places = Vec::new();
    for (session, movable) in brief.movable.iter().enumerate() {
        for place in &movable.places {
            asked.push(board.least_crowded(&|all| all.get(session) == Some(place)));
            places.push((session, *place));
        }
    }
    board.solve(&asked);
    let here = board.best(&own)?;
    let crowding = board.crowding(&own);
    let elsewhere =
        places.into_iter().zip(&asked[1..]).filter(|((session, place), _)| here.places.get(*session) != Some(place));
    let elsewhere = elsewhere.map(|((session, place), ways)| Elsewhere {
        session,
        place,
        points: board.best(ways).ok().map(|there| there.points - here.points),
        crowds: board.crowding(ways) > crowding,
    });
    let elsewhere = elsewhere.collect();
    Ok((here, elsewhere))
}
