//! Training paces follow from a recent race.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};

/// Shares of VDOT, in thousandths, that the training paces stand for.
#[derive(Clone, Debug)]
pub struct Paces {
    /// Slow end of recovery and warm-up jogs.
    pub jog_permille: i32,
    /// Slow end of easy running.
    pub easy_slow_permille: i32,
    /// Fast end of easy running.
    pub easy_fast_permille: i32,
    /// Slow end of steady running.
    pub steady_slow_permille: i32,
    /// Fast end of steady running.
    pub steady_fast_permille: i32,
    /// Threshold.
    pub threshold_permille: i32,
    /// Intervals at maximal oxygen uptake.
    pub interval_permille: i32,
    /// Repetitions.
    pub repetition_permille: i32,
}

pub(super) static CARD: Card = Card {
    id: "paces",
    binding: Binding::Advice,
    summary: "Paces come from a recent race; without one, effort and the talk test guide the run.",
    docs: "A race gives a VDOT, the oxygen uptake that such a time stands for, and each training pace is a share of it. \
           The paces of five and ten kilometres, of the half marathon and the marathon are those that the known race \
           predicts, in training as in the race: there is one marathon pace, not two. A beginner is never shown a pace faster \
           than easy, and nobody who is not yet fourteen any pace at all. Strides, hills and free play with speed go by feel. The shares are a \
           coach's, checked against printed tables; how wide a printed range is, is judgement.",
    evidence: &[
        "Daniels and Gilbert 1979, Oxygen Power: oxygen cost of running and the share of it that can be held for a time.",
        "Daniels, Running Formula: easy 59-74 %, threshold 83-88 %, interval 95-100 %, repetition 105-110 % of VO2max.",
        "Judgement: jogs at 59-66 % of VDOT, steady running at 75-82 %, ranges 1 % to either side; no paces under 14.",
    ],
    words: None,
};

impl ForAthlete for Paces {
    fn for_athlete(_: &Setting) -> Self {
        Self {
            jog_permille: 590,
            easy_slow_permille: 620,
            easy_fast_permille: 700,
            steady_slow_permille: 750,
            steady_fast_permille: 820,
            threshold_permille: 880,
            interval_permille: 975,
            repetition_permille: 1065,
        }
    }
}

impl Rule for Paces {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        let share =
            |name, meaning, value| Number::new(name, meaning, "thousandths of VDOT", value, (400, 1200)).at_most();
        vec![
            share("jog_permille", "the slow end of recovery and warm-up jogs", &mut self.jog_permille),
            share("easy_slow_permille", "the slow end of easy running", &mut self.easy_slow_permille),
            share("easy_fast_permille", "the fast end of easy running", &mut self.easy_fast_permille),
            share("steady_slow_permille", "the slow end of steady running", &mut self.steady_slow_permille),
            share("steady_fast_permille", "the fast end of steady running", &mut self.steady_fast_permille),
            share("threshold_permille", "threshold pace", &mut self.threshold_permille),
            share("interval_permille", "interval pace", &mut self.interval_permille),
            share("repetition_permille", "repetition pace", &mut self.repetition_permille),
        ]
    }
}
