//! What a week may cost, and who stands for the ways that cost more.

use super::trail::{Node, Step};
use super::{Label, Search};
use crate::schedule::Score;

/// After so many passes with raised limits a week's limit is lifted.
const RAISES: u32 = 24;

/// Points of shoulds above the cheapest way of an outsider in which an answer is looked for first, where none is known that
/// leaves as few runs out; twice as many in the next pass.
const FIRST_STEP: i32 = 12;
/// After so many passes all answers better than the one known are looked for.
const STEPS: u32 = 6;

/// What a week may cost: without a limit, up to a price, ties left aside.
pub(super) type Limit = Option<Score>;

/// What a way may cost by the end of a week.
#[derive(Clone, Copy)]
pub(super) struct Budget {
    /// The week alone.
    pub week: Limit,
    /// All weeks up to it, ties counted in.
    pub whole: Option<Score>,
}

impl Budget {
    /// Whether it is enough for a label that will pay `rest` at least before the week is over.
    pub(super) fn covers(self, label: &Label, rest: Score) -> bool {
        let whole = label.score + rest;
        self.week.is_none_or(|limit| (whole - label.monday).without_ties() <= limit)
            && self.whole.is_none_or(|most| whole <= most)
    }
}

/// Up to which price the next pass looks for answers, when the cheapest way, that of an outsider, costs `best`. Limits that let
/// through all that is better than what is `known` let through far too much where that leaves more runs out.
pub(super) fn aim(best: Score, known: Score, pass: u32) -> Score {
    let leaves_more_out = (known.left_out, known.left_value) > (best.left_out, best.left_value);
    if leaves_more_out && pass < STEPS {
        best + Score { should: FIRST_STEP << pass, ..Score::default() }
    } else {
        known
    }
}

/// A limit that is higher by twice its share of what is missing, since an outsider's way goes on more cheaply than the best
/// way does, and by more each time.
fn raise(limit: Score, missing: Score, weeks: i32, times: u32) -> Score {
    let share = |points: i32| (2 * points.max(0) + weeks - 1) / weeks;
    let more = 1 << times.min(8);
    Score {
        left_out: limit.left_out + share(missing.left_out),
        left_value: limit.left_value + share(missing.left_value),
        should: limit.should + share(missing.should).max(if missing.should > 0 { more / 2 } else { 0 }),
        preference: limit.preference + share(missing.preference).max(more),
        lateness: 0,
    }
}

/// The least that is dearer than a limit.
fn dearer(limit: Score) -> Score {
    limit + Score::of_preference(1)
}

impl Search<'_> {
    /// Raises the limits of the weeks in which the best way was an `outside`r, and of every other week whose outsider, followed
    /// as the best way goes on from there, would be better than the `aim`: it would come up next.
    pub(super) fn raise_limits(
        &self,
        best: &Label,
        outside: &[usize],
        aim: Option<Score>,
        limits: &mut [Limit],
        raised: &mut [u32],
    ) {
        let paid_after = self.paid_after(best, limits);
        let outsiders = self.nodes.iter().filter_map(|node| match node.step {
            Step::Outside { at, score } => Some((at as usize, score)),
            _ => None,
        });
        for (at, score) in outsiders {
            let missing = aim.map(|aim| (aim - score - paid_after[at]).without_ties());
            if !outside.contains(&at) && missing.is_none_or(|missing| missing <= Score::default()) {
                continue;
            }
            raised[at] += 1;
            limits[at] = limits[at]
                .filter(|_| raised[at] <= RAISES)
                .map(|limit| raise(limit, missing.unwrap_or_default(), outside.len() as i32, raised[at]));
        }
    }

    /// For each week, what the way to a label pays after it, the seam to the next week left aside.
    fn paid_after(&self, label: &Label, limits: &[Limit]) -> Vec<Score> {
        let (mut paid, mut seam_after) = (Score::default(), Score::default());
        let mut after = Vec::with_capacity(limits.len());
        for step in self.steps(label).into_iter().rev() {
            let (price, seam) = match step {
                Step::Place { .. } => continue,
                Step::Week { price, seam } => (price, seam),
                Step::Outside { at, .. } => (dearer(limits[at as usize].unwrap_or_default()), Score::default()),
            };
            after.push(paid - seam_after);
            paid += price;
            seam_after = seam;
        }
        after.reverse();
        after
    }

    /// The label that stands for every way through a week that costs more than its limit.
    pub(super) fn outsider(&mut self, labels: &[Label], at: usize, limit: Score) -> Option<Label> {
        let from = labels.iter().min_by_key(|label| label.score)?;
        let score = from.score + dearer(limit);
        self.nodes.push(Node { before: from.node, step: Step::Outside { at: at as u32, score } });
        Some(Label { score, monday: score, node: self.nodes.len() as u32 - 1, ..Label::blank() })
    }

    /// What the best label of the first pass paid for each week, and what the week after it paid for the seam: a dearer week could
    /// save no more than that.
    pub(super) fn limits(&self, best: &Label) -> Vec<Limit> {
        let mut limits = Vec::new();
        let mut seam_after = Score::default();
        for step in self.steps(best).into_iter().rev() {
            if let Step::Week { price, seam } = step {
                limits.push(Some((price + seam_after).without_ties()));
                seam_after = seam;
            }
        }
        limits.reverse();
        limits
    }

    /// The weeks, counted from the first that is looked at, in which the way to a label was an outsider.
    pub(super) fn outside(&self, label: &Label) -> Vec<usize> {
        let outside = |step: Step| match step {
            Step::Outside { at, .. } => Some(at as usize),
            _ => None,
        };
        self.steps(label).into_iter().filter_map(outside).collect()
    }
}
