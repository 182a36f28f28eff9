//! What a way may cost by the end of a week.

use super::trail::Step;
use super::{Label, Search};
use crate::schedule::Score;

/// What a week may cost: without a limit, up to a price, ties left aside.
pub(super) type Limit = Option<Score>;

/// What a way may cost by the end of a week.
#[derive(Clone, Copy, Default)]
pub(super) struct Budget {
    /// The week alone.
    pub week: Limit,
    /// All weeks up to it, ties counted in.
    pub whole: Option<Score>,
}

impl Budget {
    /// Whether it is enough for a way that costs so much in all, of which so much was paid by `monday`.
    pub(super) fn covers(self, whole: Score, monday: Score) -> bool {
        self.week.is_none_or(|limit| (whole - monday).without_ties() <= limit)
            && self.whole.is_none_or(|most| whole <= most)
    }
}

impl Search<'_> {
    /// What the way to a label paid for each week, and what the week after it paid for the seam: a dearer week could save no more
    /// than that.
    pub(super) fn limits_of(&self, label: &Label) -> Vec<Limit> {
        let mut limits = Vec::new();
        let mut seam_after = Score::default();
        for step in self.steps(label).into_iter().rev() {
            if let Step::Week { price, seam } = step {
                limits.push(Some((price + seam_after).without_ties()));
                seam_after = seam;
            }
        }
        limits.reverse();
        limits
    }
}
