//! Food and drink around training.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};
use crate::model::Minutes;

/// Advice on food and drink.
#[derive(Clone, Debug)]
pub struct FuelAndFluid {
    from_minutes: Minutes,
    grams: (i32, i32),
    long_minutes: Minutes,
    long_grams: i32,
}

pub(super) static CARD: Card = Card {
    id: "fuel_and_fluid",
    binding: Binding::Advice,
    summary: "Protein and carbohydrate around training, enough to drink, and carbohydrate on the way only on long runs.",
    docs: "Running and lifting draw on the same stores. Eating enough, with protein and carbohydrate around sessions, and \
           drinking enough are part of recovery. Short runs need nothing on the way; long ones go better with some \
           carbohydrate an hour, and what is taken in a race is tried out in long runs before. A note on the page, never a \
           constraint.",
    evidence: &[
        "Thomas 2016, Medicine and Science in Sports and Exercise: nutrition and athletic performance.",
        "Practice: carbohydrate by the length of the run, and trying it out.",
    ],
    words: None,
};

impl ForAthlete for FuelAndFluid {
    fn for_athlete(_: &Setting) -> Self {
        Self { from_minutes: 75, grams: (30, 60), long_minutes: 150, long_grams: 90 }
    }
}

impl FuelAndFluid {
    /// What the page says of every day.
    pub fn sentence(&self) -> &'static str {
        "Eat enough, with protein and carbohydrate around training, and drink before and after runs, more when it is hot."
    }

    /// What to eat on a run of so many minutes; nothing on a short one.
    pub fn on_the_way(&self, minutes: Minutes) -> Option<String> {
        let (least, most) = self.grams;
        let most = if minutes > self.long_minutes { self.long_grams } else { most };
        let tried = "try out here what you would take in a race";
        (minutes >= self.from_minutes).then(|| format!("Take {least}-{most} g of carbohydrate an hour, and {tried}."))
    }
}

impl Rule for FuelAndFluid {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("from_minutes", "the shortest run with something to eat on the way", "min", &mut self.from_minutes, (0, 600)),
            Number::new("least_grams", "of carbohydrate an hour at least", "g", &mut self.grams.0, (0, 120)),
            Number::new("most_grams", "of carbohydrate an hour at most", "g", &mut self.grams.1, (0, 120)),
            Number::new("long_minutes", "beyond which more is taken", "min", &mut self.long_minutes, (0, 600)),
            Number::new("long_grams", "an hour at most on such a run", "g", &mut self.long_grams, (0, 150)),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};

    #[test]
    fn only_long_runs_need_something_on_the_way() {
        let rule = FuelAndFluid::for_athlete(&Setting::of(Goal::Endurance, Level::Intermediate));
        assert_eq!(rule.on_the_way(70), None);
        assert!(rule.on_the_way(75).is_some_and(|line| line.contains("30-60 g")));
        assert!(rule.on_the_way(165).is_some_and(|line| line.contains("30-90 g")));
    }
}
