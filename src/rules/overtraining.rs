//! Signs that training is more than the body takes: less volume, never more.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};

/// How many signs for how long ask for what.
#[derive(Clone, Debug)]
pub struct Overtraining {
    one_sign_days: i32,
    two_signs_days: i32,
    three_signs_early_days: i32,
    two_signs_long_days: i32,
    one_sign_cut: i32,
    two_signs_cut: i32,
    many_signs_cut: i32,
    assumed_days: i32,
}

pub(super) static CARD: Card = Card {
    id: "overtraining",
    binding: Binding::Advice,
    summary: "Persistent fatigue, poor sleep, falling performance, irritability: the more and the longer, the less running.",
    docs: "Overreaching passes in days to weeks; what is left standing may take months, and looks like illness, too little \
           food or lack of iron, which have to be ruled out first. One bad day is no sign: signs are counted in days. \
           Where the days are not told, a sign is taken to have lasted, the safe reading. The volumes are judgement; they \
           only ever go down.",
    evidence: &[
        "Meeusen 2013, European Journal of Sport Science: prevention, diagnosis and treatment of overtraining.",
        "Judgement: how much less, and for how long.",
    ],
    words: None,
};

/// What the signs ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strain {
    /// Nothing.
    None,
    /// A little less, and no growth.
    Watch,
    /// Half, nothing hard, lifting lighter too.
    Deload,
    /// Hardly any running, and somebody to ask.
    Rest,
}

impl ForAthlete for Overtraining {
    fn for_athlete(_: &Setting) -> Self {
        Self {
            one_sign_days: 3,
            two_signs_days: 7,
            three_signs_early_days: 3,
            two_signs_long_days: 14,
            one_sign_cut: 20,
            two_signs_cut: 50,
            many_signs_cut: 80,
            assumed_days: 7,
        }
    }
}

impl Overtraining {
    /// What `signs` signs that have lasted for `days` ask for.
    pub fn judge(&self, signs: i32, days: Option<i32>) -> Strain {
        let days = days.unwrap_or(self.assumed_days);
        match signs {
            3.. if days >= self.two_signs_days => Strain::Rest,
            2.. if days >= self.two_signs_long_days => Strain::Rest,
            3.. if days >= self.three_signs_early_days => Strain::Deload,
            2.. if days >= self.two_signs_days => Strain::Deload,
            1.. if days >= self.one_sign_days => Strain::Watch,
            _ => Strain::None,
        }
    }

    /// Percent of the volume that is kept.
    pub fn kept(&self, strain: Strain) -> i32 {
        match strain {
            Strain::None => 100,
            Strain::Watch => 100 - self.one_sign_cut,
            Strain::Deload => 100 - self.two_signs_cut,
            Strain::Rest => 100 - self.many_signs_cut,
        }
    }
}

impl Rule for Overtraining {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("one_sign_days", "after which one sign counts", "days", &mut self.one_sign_days, (1, 14)).at_most(),
            Number::new("two_signs_days", "after which two signs ask for a deload, and more for rest", "days", &mut self.two_signs_days, (1, 21))
                .at_most(),
            Number::new("three_signs_early_days", "after which three signs ask for a deload", "days", &mut self.three_signs_early_days, (1, 21))
                .at_most(),
            Number::new("two_signs_long_days", "after which two signs ask for rest", "days", &mut self.two_signs_long_days, (1, 28))
                .at_most(),
            Number::new("one_sign_cut", "off the volume with one sign", "%", &mut self.one_sign_cut, (0, 100)),
            Number::new("two_signs_cut", "off the volume with two signs", "%", &mut self.two_signs_cut, (40, 100)),
            Number::new("many_signs_cut", "off the volume with more or longer signs", "%", &mut self.many_signs_cut, (50, 100)),
            Number::new("assumed_days", "that a sign is taken to have lasted where the days are not told", "days", &mut self.assumed_days, (1, 28)),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};

    #[test]
    fn the_more_and_the_longer_the_less() {
        let (goal, level) = (Goal::Endurance, Level::Advanced);
        let rule = Overtraining::for_athlete(&Setting::of(goal, level));
        let judge = |signs, days| rule.judge(signs, Some(days));
        assert_eq!((judge(1, 1), judge(1, 3)), (Strain::None, Strain::Watch));
        assert_eq!((judge(2, 3), judge(2, 7), judge(2, 14)), (Strain::Watch, Strain::Deload, Strain::Rest));
        assert_eq!((judge(3, 3), judge(4, 7)), (Strain::Deload, Strain::Rest));
        assert_eq!(rule.judge(2, None), Strain::Deload);
    }
}
