//! Another week than the person's own: when a session may move to, and whether it crowds the lifting, which no run is worth.

use crate::brief::Brief;
use crate::model::{Clock, Legs, Session};

/// Starts that a session is moved to on its own day.
pub(super) const HOURS: [Clock; 3] = [Clock(7 * 60), Clock(12 * 60), Clock(18 * 60)];
/// Days in a week.
const WEEK: usize = 7;

/// Whether `after` puts heavy legs on the same day or on days in a row, or two strength sessions on one day, more often than
/// `before` does.
pub(super) fn crowds(before: &Brief, after: &Brief) -> bool {
    let (old, new) = (Crowding::of(before), Crowding::of(after));
    new.heavy_legs > old.heavy_legs || new.one_day > old.one_day
}

/// How much the lifting of a week is crowded; less is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Crowding {
    /// Pairs of sessions with heavy legs less than two days apart.
    heavy_legs: usize,
    /// Pairs of strength sessions on one day.
    one_day: usize,
}

impl Crowding {
    pub(super) fn of(brief: &Brief) -> Self {
        let strength: Vec<&Session> = brief.lifts().filter(|session| session.date.is_none()).collect();
        let heavy: Vec<&Session> = strength.iter().copied().filter(|session| session.legs() == Legs::Heavy).collect();
        Self { heavy_legs: pairs(&heavy, 1), one_day: pairs(&strength, 0) }
    }
}

/// Pairs of sessions no more than so many days apart.
fn pairs(sessions: &[&Session], most: usize) -> usize {
    let near = |a: &Session, b: &Session| {
        let days = a.weekday.abs_diff(b.weekday) % WEEK;
        days.min(WEEK - days) <= most
    };
    sessions
        .iter()
        .enumerate()
        .map(|(at, one)| sessions[at + 1..].iter().filter(|other| near(one, other)).count())
        .sum()
}
