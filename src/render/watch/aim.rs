//! What a step aims at: one kind of target in a workout, and none in a recovery.

use crate::plan::{Bout, Pace, Part, Role, one_by_one};

/// The kind of target that a watch watches over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Targets {
    /// Pace.
    Pace,
    /// Heart rate.
    HeartRate,
    /// None: the words of the step say how hard.
    Effort,
}

impl Targets {
    /// The target that a brief or a person names.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "pace" => Some(Self::Pace),
            "heart_rate" | "pulse" => Some(Self::HeartRate),
            "effort" => Some(Self::Effort),
            _ => None,
        }
    }

    /// The first kind of target that a workout knows: pace, then heart rate.
    pub(super) fn of(parts: &[Part<'_>]) -> Self {
        let kinds = [Self::Pace, Self::HeartRate];
        let knows = |kind: &Self| one_by_one(parts).any(|bout| Aim::of(bout, *kind) != Aim::Open);
        kinds.into_iter().find(knows).unwrap_or(Self::Effort)
    }
}

/// What one step aims at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aim {
    /// A pace that has some width.
    Pace(Pace),
    /// From so many to so many beats per minute.
    Beats(u32, u32),
    /// Nothing that is measured.
    Open,
}

/// A single pace becomes a range of this many seconds to both sides: a watch warns outside of it, and a range without width would
/// warn always (judgement).
const EITHER_SIDE: u32 = 5;

impl Aim {
    /// What a stretch aims at. Heart rate lags behind in a recovery, and nobody should hurry in one, so it has none.
    pub(super) fn of(bout: &Bout<'_>, targets: Targets) -> Self {
        if bout.role == Role::Recovery {
            return Self::Open;
        }
        match targets {
            Targets::Pace => bout.pace.map_or(Self::Open, |pace| Self::Pace(widened(pace))),
            Targets::HeartRate => bout.beats.map_or(Self::Open, |(low, high)| Self::Beats(low, high)),
            Targets::Effort => Self::Open,
        }
    }
}

fn widened(pace: Pace) -> Pace {
    if pace.fast < pace.slow {
        return pace;
    }
    Pace { fast: pace.fast.saturating_sub(EITHER_SIDE).max(1), slow: pace.slow + EITHER_SIDE, ..pace }
}
