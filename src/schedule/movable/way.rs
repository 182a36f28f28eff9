//! One way to place all movable sessions.

use super::super::block::asked;
use super::super::crowding::Crowding;
use super::super::{Unsolvable, problem, search};
use super::LayOut;
use crate::brief::{Brief, meet};
use crate::model::WeekTime;

/// A place for each movable session.
#[derive(Clone, Debug)]
pub(super) struct Way {
    /// The place of each, in the order of the brief.
    pub places: Vec<WeekTime>,
}

/// What the whole course costs on a way.
pub(super) struct Answer {
    pub points: i32,
    /// Points above the least that it could cost; 0 where it is proven.
    pub gap: i32,
}

/// The ways on which no session meets another, each with how much it crowds the lifting, in the order in which their places are
/// named.
pub(super) fn ways(brief: &Brief) -> Vec<(Crowding, Way)> {
    let all = brief.movable.iter().fold(1, |ways, one| ways * one.places.len());
    let way = |number: usize| {
        let (mut rest, mut places) = (number, Vec::new());
        for movable in brief.movable.iter().rev() {
            places.push(movable.places[rest % movable.places.len()]);
            rest /= movable.places.len();
        }
        places.reverse();
        let seated = brief.with_places(&places);
        (!has_clash(&seated)).then(|| (Crowding::of(&seated), Way { places }))
    };
    (0..all).filter_map(way).collect()
}

/// Whether a movable session stands where another session does.
pub(in crate::schedule) fn has_clash(brief: &Brief) -> bool {
    brief.movable.iter().any(|movable| {
        let others = brief.sessions.iter().enumerate().filter(|(at, _)| *at != movable.session);
        let own = &brief.sessions[movable.session];
        others.into_iter().any(|(_, other)| meet(own, other, Some(&brief.block)))
    })
}

impl Way {
    /// No less than this is paid on it, in points.
    pub(super) fn least(&self, brief: &Brief, lay_out: &LayOut<'_>, seed: u64) -> Result<i32, Unsolvable> {
        let seated = brief.with_places(&self.places);
        let (timetable, published) = lay_out(&seated);
        let (timetable, weeks) = asked(&seated, &timetable, seed, &published);
        search::least(&problem(&seated, &timetable, &weeks, &published, true))
    }

    /// What the whole course costs on it; `None` where that is more than `most`.
    pub(super) fn solved(
        &self,
        brief: &Brief,
        lay_out: &LayOut<'_>,
        seed: u64,
        most: Option<i32>,
    ) -> Result<Option<Answer>, Unsolvable> {
        let seated = brief.with_places(&self.places);
        let (timetable, published) = lay_out(&seated);
        let (timetable, weeks) = asked(&seated, &timetable, seed, &published);
        let problem = problem(&seated, &timetable, &weeks, &published, true);
        let solution = search::solve_up_to(&problem, most).or_else(|why| match problem.with_begun_week_spared() {
            Some(spared) => search::solve_up_to(&spared, most),
            None => Err(why),
        })?;
        Ok(solution.map(|found| Answer { points: found.score.points, gap: found.gap }))
    }
}
