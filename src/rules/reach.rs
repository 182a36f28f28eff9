//! Whether the weeks to a race are enough for it.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};
use crate::model::Minutes;

/// When a race is out of reach.
#[derive(Clone, Debug)]
pub struct Reach {
    against_percent: i32,
}

pub(super) static CARD: Card = Card {
    id: "reach",
    binding: Binding::Advice,
    summary: "A race that the weeks to it cannot prepare for is said first, with the longest run there will be.",
    docs: "The long run grows by small steps, so some races lie too near. Then the plan says at its top how long the longest run \
           will be, how long the race may take, and what else there is: a later or a shorter race, or walk breaks from the \
           start. Marathon runners who walked now and then finished in the same time, far less spent. Below a share \
           of what the race asks for it is advised against. The share is judgement.",
    evidence: &[
        "Hottenrott 2016, Journal of Science and Medicine in Sport: marathons with walk breaks in the same time.",
        "Judgement: from when a race is advised against.",
    ],
    words: None,
};

impl ForAthlete for Reach {
    fn for_athlete(_: &Setting) -> Self {
        Self { against_percent: 50 }
    }
}

impl Reach {
    /// Whether a race for which the long run should be `needed` minutes is advised against, where it gets to `longest`.
    pub fn advises_against(&self, longest: Minutes, needed: Minutes) -> bool {
        longest * 100 < needed * self.against_percent
    }
}

impl Rule for Reach {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![Number::new("against_percent", "of the needed long run, below which a race is advised against", "%", &mut self.against_percent, (0, 100))]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};

    #[test]
    fn under_half_of_the_need_is_advised_against() {
        let (goal, level) = (Goal::Endurance, Level::Beginner);
        let rule = Reach::for_athlete(&Setting::of(goal, level));
        assert!(rule.advises_against(55, 116) && !rule.advises_against(60, 116));
    }
}
