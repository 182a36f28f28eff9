//! What a placement costs, compared from the first field to the last.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};

use crate::rules::{Tier, Verdict};

/// A price without musts: a broken must is no placement at all. Less is better; ties go to the earliest starts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score {
    /// Runs left out.
    pub left_out: i32,
    /// What they were worth.
    pub left_value: i32,
    /// Shoulds that are missed.
    pub should: i32,
    /// Preferences that are missed.
    pub preference: i32,
    /// How late in the week the runs start, in quarter hours, summed; the hours before five come last on their day. Only breaks
    /// ties.
    pub lateness: i32,
}

impl Score {
    /// The price of a verdict; `None` where a must is broken.
    pub fn of(verdict: Verdict) -> Option<Self> {
        match verdict.tier {
            Tier::Must => None,
            Tier::Should => Some(Self { should: verdict.cost, ..Self::default() }),
            Tier::Preference => Some(Self { preference: verdict.cost, ..Self::default() }),
            Tier::Kept => Some(Self::default()),
        }
    }

    /// A price of preferences alone.
    pub const fn of_preference(preference: i32) -> Self {
        Self { left_out: 0, left_value: 0, should: 0, preference, lateness: 0 }
    }

    /// A price of shoulds alone.
    pub const fn of_should(should: i32) -> Self {
        Self { left_out: 0, left_value: 0, should, preference: 0, lateness: 0 }
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
        Self {
            left_out: self.left_out + other.left_out,
            left_value: self.left_value + other.left_value,
            should: self.should + other.should,
            preference: self.preference + other.preference,
            lateness: self.lateness + other.lateness,
        }
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
        Self {
            left_out: self.left_out - other.left_out,
            left_value: self.left_value - other.left_value,
            should: self.should - other.should,
            preference: self.preference - other.preference,
            lateness: self.lateness - other.lateness,
        }
    }
}
