//! How the person feels, asked in four questions.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};

/// From which answers on a week gets easier.
#[derive(Clone, Debug)]
pub struct Readiness {
    amber_item: i32,
    red_item: i32,
    amber_sum: i32,
    red_sum: i32,
    own_answers: i32,
    amber_cut: i32,
    red_cut: i32,
    red_run_minutes: i32,
}

pub(super) static CARD: Card = Card {
    id: "readiness",
    binding: Binding::Advice,
    summary: "Poor sleep, fatigue, stress and soreness make a week easier; feeling fine never makes it harder.",
    docs: "Four questions, each from very good to very bad. Ratings that stayed bad for more than a week went with \
           staleness in swimmers. The person's own mean is a better yardstick than any table, so it is used as soon as \
           there are enough answers. The cuts are judgement, and so is what follows from them.",
    evidence: &[
        "Hooper and Mackinnon 1995, Sports Medicine: self-rated fatigue, stress, soreness and sleep.",
        "Judgement: the cut-offs, and how much lighter a week becomes.",
    ],
    words: None,
};

/// Questions that are asked: sleep, fatigue, stress, soreness.
const QUESTIONS: i32 = 4;
/// The answer "good".
const GOOD: i32 = 2;

/// How ready somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Light {
    /// Nothing stands against the plan.
    Green,
    /// Easier this week.
    Amber,
    /// Much easier this week.
    Red,
}

impl ForAthlete for Readiness {
    fn for_athlete(_: &Setting) -> Self {
        Self {
            amber_item: 5,
            red_item: 6,
            amber_sum: 14,
            red_sum: 18,
            own_answers: 14,
            amber_cut: 20,
            red_cut: 40,
            red_run_minutes: 30,
        }
    }
}

impl Readiness {
    /// The light for these answers (1 to 7 each), given the sums of earlier days.
    pub fn light(&self, items: &[u8], earlier: &[i32]) -> Light {
        let Some(&worst) = items.iter().max() else { return Light::Green };
        let sum = Self::sum(items);
        let (amber, red) = self.sums(earlier);
        if i32::from(worst) >= self.red_item || sum >= red {
            Light::Red
        } else if i32::from(worst) >= self.amber_item || sum >= amber {
            Light::Amber
        } else {
            Light::Green
        }
    }

    /// The sum over four questions; one that was not answered counts as good.
    pub fn sum(items: &[u8]) -> i32 {
        let said: i32 = items.iter().map(|item| i32::from(*item)).sum();
        said + (QUESTIONS - items.len() as i32).max(0) * GOOD
    }

    /// The sums from which it is amber and red: over the person's own mean by one and two deviations, once known.
    fn sums(&self, earlier: &[i32]) -> (i32, i32) {
        let count = earlier.len() as i32;
        if count < self.own_answers {
            return (self.amber_sum, self.red_sum);
        }
        let mean = earlier.iter().sum::<i32>() / count;
        let variance = earlier.iter().map(|sum| (sum - mean).pow(2)).sum::<i32>() / count;
        let deviation = variance.isqrt().max(1);
        (mean + deviation + 1, mean + 2 * deviation + 1)
    }

    /// Percent of the volume that is kept.
    pub fn kept(&self, light: Light) -> i32 {
        match light {
            Light::Green => 100,
            Light::Amber => 100 - self.amber_cut,
            Light::Red => 100 - self.red_cut,
        }
    }

    /// Minutes of the longest run while the light is red.
    pub fn red_run_minutes(&self) -> i32 {
        self.red_run_minutes
    }
}

impl Rule for Readiness {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("amber_item", "one answer that makes the week easier", "of 7", &mut self.amber_item, (3, 7)).at_most(),
            Number::new("red_item", "one answer that makes the week much easier", "of 7", &mut self.red_item, (4, 7)).at_most(),
            Number::new("amber_sum", "the sum that makes the week easier", "of 28", &mut self.amber_sum, (8, 28)).at_most(),
            Number::new("red_sum", "the sum that makes the week much easier", "of 28", &mut self.red_sum, (8, 28)).at_most(),
            Number::new("own_answers", "days after which the person's own mean counts", "days", &mut self.own_answers, (7, 60)),
            Number::new("amber_cut", "off the runs of an easier week", "%", &mut self.amber_cut, (0, 100)),
            Number::new("red_cut", "off the runs of a much easier week", "%", &mut self.red_cut, (0, 100)),
            Number::new("red_run_minutes", "of the longest run in a much easier week", "min", &mut self.red_run_minutes, (0, 60))
                .at_most(),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};

    fn rule() -> Readiness {
        let (goal, level) = (Goal::Endurance, Level::Advanced);
        Readiness::for_athlete(&Setting::of(goal, level))
    }

    #[test]
    fn one_bad_answer_is_enough() {
        let light = |items: &[u8]| rule().light(items, &[]);
        assert_eq!(light(&[2, 3, 3, 2]), Light::Green);
        assert_eq!(light(&[1, 5, 1, 1]), Light::Amber);
        assert_eq!(light(&[4, 4, 3, 3]), Light::Amber);
        assert_eq!(light(&[1, 6, 1, 1]), Light::Red);
        assert_eq!(light(&[]), Light::Green);
    }

    #[test]
    fn who_always_feels_so_so_is_compared_with_themselves() {
        let usual = [14; 20];
        assert_eq!(rule().light(&[4, 4, 3, 3], &usual), Light::Green);
        assert_eq!(rule().light(&[4, 4, 4, 4], &usual), Light::Amber);
        assert_eq!(rule().light(&[4, 4, 3, 3], &[8; 20]), Light::Red);
    }
}
