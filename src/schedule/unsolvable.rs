//! Why a problem has no solution.

use std::fmt;

/// Why runs cannot be placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsolvable {
    /// More different runs are wanted than the search can tell apart.
    TooManyRuns,
    /// What stands where it stands breaks a must.
    StandingBreaksMust,
    /// No way to place the movable sessions keeps them off the others.
    SessionsMeet,
    /// A run cannot have the only place it may have.
    OnlyPlaceForbidden,
}

impl fmt::Display for Unsolvable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooManyRuns => "more different runs are wanted than can be planned together",
            Self::StandingBreaksMust => "the runs that stand already break what must always hold, wherever others go",
            Self::SessionsMeet => "every way to place the movable sessions puts two sessions at one time",
            Self::OnlyPlaceForbidden => "a run cannot have the only place it may have",
        })
    }
}
