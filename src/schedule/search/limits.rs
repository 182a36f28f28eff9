//! What a week may cost, and who stands for the ways that cost more.

use super::trail::{Node, Step};
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

/// The least that is dearer than a limit.
fn dearer(limit: Score) -> Score {
    limit + Score::of_points(1)
}

impl Search<'_> {
    /// The label that stands for every way through a week that costs more than its limit.
    pub(super) fn outsider(&mut self, labels: &[Label], limit: Score) -> Option<Label> {
        let from = labels.iter().min_by_key(|label| label.score)?;
        let score = from.score + dearer(limit);
        self.nodes.push(Node { before: from.node, step: Step::Outside });
        Some(Label { score, monday: score, node: self.nodes.len() as u32 - 1, ..Label::blank() })
    }

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

    /// Whether the way to a label was an outsider in any week.
    pub(super) fn was_outside(&self, label: &Label) -> bool {
        self.steps(label).iter().any(|step| matches!(step, Step::Outside))
    }
}
