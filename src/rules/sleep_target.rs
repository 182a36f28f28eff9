//! How much sleep to aim at.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};

/// Hours of sleep to aim at.
#[derive(Clone, Debug)]
pub struct SleepTarget {
    least_hours: i32,
    most_hours: i32,
}

pub(super) static CARD: Card = Card {
    id: "sleep_target",
    binding: Binding::Advice,
    summary: "Enough sleep, night after night.",
    docs: "Sleep is where adaptation happens. The lower end is the consensus for adults; the upper end is no rule. A note on \
           the page, never a constraint: what short sleep does to a week is another rule's business.",
    evidence: &["Watson 2015, Sleep: consensus on the sleep that adults need.",
        "Paruthi 2016, Journal of Clinical Sleep Medicine: consensus on the sleep that the young need.",
    ],
    words: None,
};

impl ForAthlete for SleepTarget {
    fn for_athlete(setting: &Setting) -> Self {
        let young = setting.age.is_some_and(|age| age < 18);
        Self { least_hours: if young { 8 } else { 7 }, most_hours: if young { 10 } else { 9 } }
    }
}

impl SleepTarget {
    /// What the page says.
    pub fn sentence(&self) -> String {
        format!("Aim at {} to {} hours of sleep a night.", self.least_hours, self.most_hours)
    }
}

impl Rule for SleepTarget {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("least_hours", "of sleep to aim at", "h", &mut self.least_hours, (6, 10)),
            Number::new("most_hours", "of sleep at the upper end", "h", &mut self.most_hours, (7, 12)),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};

    #[test]
    fn the_sentence_prints_its_numbers() {
        let (goal, level) = (Goal::Endurance, Level::Advanced);
        let rule = SleepTarget::for_athlete(&Setting::of(goal, level));
        assert_eq!(rule.sentence(), "Aim at 7 to 9 hours of sleep a night.");
        let young = SleepTarget::for_athlete(&Setting { age: Some(17), ..Setting::of(goal, level) });
        assert_eq!(young.sentence(), "Aim at 8 to 10 hours of sleep a night.");
    }
}
