//! What a placement costs: one sum of points, then clock ties.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};

use crate::rules::{Tier, Verdict};

/// More than all ties of a block together.
const MOST_LATENESS: i32 = 1 << 29;

/// A price without musts: a broken must is no placement at all. Less is better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score {
    /// Everything that rules miss, wishes and habits miss, and that runs left out, replaced and shortened are worth, in one sum.
    pub points: i32,
    /// How far from the usual hours the runs start, in quarter hours, summed. Only breaks ties.
    pub lateness: i32,
}

impl Score {
    /// The price of a verdict; `None` where a must is broken.
    pub fn of(verdict: Verdict) -> Option<Self> {
        (verdict.tier != Tier::Must).then(|| Self::of_points(verdict.cost))
    }

    /// A price of points alone.
    pub const fn of_points(points: i32) -> Self {
        Self { points, lateness: 0 }
    }

    /// As much as so many points buy, whatever the ties.
    pub(super) const fn up_to(points: i32) -> Self {
        Self { points, lateness: MOST_LATENESS }
    }

    /// The price without what only breaks ties.
    #[must_use]
    pub fn without_ties(self) -> Self {
        Self { lateness: 0, ..self }
    }
}

impl Add for Score {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { points: self.points + other.points, lateness: self.lateness + other.lateness }
    }
}

impl AddAssign for Score {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Score {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}

impl Sub for Score {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self { points: self.points - other.points, lateness: self.lateness - other.lateness }
    }
}
