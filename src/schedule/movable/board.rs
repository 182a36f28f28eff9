//! What is known of each way to place the movable sessions, found out no further than the questions need.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::way::{Way, ways};
use super::{LayOut, Seating};
use crate::brief::Brief;
use crate::model::WeekTime;
use crate::schedule::Unsolvable;
use crate::schedule::crowding::Crowding;

/// What is known of a way.
#[derive(Clone, Copy, Debug)]
enum Known {
    /// It costs no less.
    AtLeast(i32),
    /// It costs so many points; the second number is the least that it could cost where that is not proven.
    Exactly(i32, i32),
    /// No plan is possible on it.
    Impossible(Unsolvable),
}

/// All ways, and what is known of them.
pub(super) struct Board<'a> {
    brief: &'a Brief,
    lay_out: &'a LayOut<'a>,
    seed: u64,
    ways: Vec<(Crowding, Way)>,
    known: BTreeMap<usize, Known>,
}

/// Some of the ways, by number.
pub(super) type Ways = Vec<usize>;

impl<'a> Board<'a> {
    pub(super) fn new(brief: &'a Brief, lay_out: &'a LayOut<'a>, seed: u64) -> Self {
        Self { brief, lay_out, seed, ways: ways(brief), known: BTreeMap::new() }
    }

    /// The ways that fit and crowd the lifting least of those that do.
    pub(super) fn least_crowded(&self, fits: &dyn Fn(&[WeekTime]) -> bool) -> Ways {
        let fitting = || self.ways.iter().enumerate().filter(|(_, (_, way))| fits(&way.places));
        let least = fitting().map(|(_, (crowding, _))| *crowding).min();
        fitting().filter(|(_, (crowding, _))| Some(*crowding) == least).map(|(at, _)| at).collect()
    }

    /// How crowded some ways are that are alike in it.
    pub(super) fn crowding(&self, ways: &[usize]) -> Option<Crowding> {
        ways.first().map(|at| self.ways[*at].0)
    }

    /// Finds out the best of each of some sets of ways. What is solved in one go rests on no number of processors.
    pub(super) fn solve(&mut self, asked: &[Ways]) {
        let mut all: Vec<usize> = asked.iter().flatten().copied().collect();
        all.sort_unstable();
        all.dedup();
        if all.len() == 1 {
            self.known.extend(all.iter().map(|at| (*at, Known::AtLeast(0))));
        }
        let new: Vec<usize> = all.into_iter().filter(|at| !self.known.contains_key(at)).collect();
        let least = new.into_par_iter().map(|at| {
            let least = self.ways[at].1.least(self.brief, self.lay_out, self.seed);
            (at, least.map_or_else(Known::Impossible, Known::AtLeast))
        });
        let least: Vec<(usize, Known)> = least.collect();
        self.known.extend(least);
        loop {
            // For each way that is to be solved, the most that it may cost to matter to any who ask.
            let mut next: BTreeMap<usize, Option<i32>> = BTreeMap::new();
            for ways in asked {
                let most = self.best(ways).ok().map(|best| best.points);
                let Some(at) = self.open(ways, most) else { continue };
                let known = next.entry(at).or_insert(most);
                *known = known.zip(most).map(|(one, other)| one.max(other));
            }
            if next.is_empty() {
                return;
            }
            let solved: Vec<(usize, Known)> = next
                .into_par_iter()
                .map(|(at, most)| {
                    let known = match self.ways[at].1.solved(self.brief, self.lay_out, self.seed, most) {
                        Ok(Some(found)) => Known::Exactly(found.points, found.points - found.gap),
                        Ok(None) => Known::AtLeast(most.map_or(0, |most| most + 1)),
                        Err(why) => Known::Impossible(why),
                    };
                    (at, known)
                })
                .collect();
            self.known.extend(solved);
        }
    }

    /// The most promising way of some that may cost so little and is not solved yet.
    fn open(&self, ways: &[usize], most: Option<i32>) -> Option<usize> {
        let open = ways.iter().filter_map(|at| match self.known.get(at) {
            Some(Known::AtLeast(least)) if most.is_none_or(|most| *least <= most) => Some((*least, *at)),
            _ => None,
        });
        open.min().map(|(_, at)| at)
    }

    /// The best of some ways, of those that cost the same the first.
    pub(super) fn best(&self, ways: &[usize]) -> Result<Seating, Unsolvable> {
        let (mut best, mut least, mut why): (Option<(i32, usize)>, Option<i32>, _) =
            (None, None, Unsolvable::SessionsMeet);
        for at in ways {
            match self.known.get(at) {
                Some(Known::Exactly(points, at_least)) => {
                    best = best.into_iter().chain([(*points, *at)]).min();
                    least = least.into_iter().chain([*at_least]).min();
                }
                Some(Known::Impossible(reason)) => why = *reason,
                Some(Known::AtLeast(_)) | None => {}
            }
        }
        let (points, at) = best.ok_or(why)?;
        Ok(Seating { places: self.ways[at].1.places.clone(), points, proven: least >= Some(points) })
    }
}
