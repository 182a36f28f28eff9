//! Every some weeks a test, so that the paces follow what is there.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};
use crate::model::Level;

/// When a time trial stands.
#[derive(Clone, Debug)]
pub struct TestWeeks {
    first_from: i32,
    every: i32,
    most_without: i32,
    least_before_race: i32,
    most_before_race: i32,
    beginner: bool,
}

pub(super) static CARD: Card = Card {
    id: "test_weeks",
    binding: Binding::Advice,
    summary: "Every some weeks a time trial at the end of a light week, and one some weeks before a race.",
    docs: "A test shows what the training did and sets the paces of what follows. It takes the place of the hard run in a week that \
           is light or does not grow. Beginners have none before they run for half an hour without a break, and nobody does \
           while something hurts. The weeks are practice, as published plans have them, and judgement.",
    evidence: &["Practice, published plans: a test race in the middle of two months before five kilometres.", "Judgement: the weeks."],
    words: None,
};

impl ForAthlete for TestWeeks {
    fn for_athlete(setting: &Setting) -> Self {
        Self {
            first_from: 4,
            every: 7,
            most_without: 8,
            least_before_race: 3,
            most_before_race: 6,
            beginner: setting.level == Level::Beginner,
        }
    }
}

impl TestWeeks {
    /// The weeks (from 0) of the `full` weeks of a block that hold a test, where the race, if any, is in week `race`: at the right
    /// distance from each other, and where that leaves a choice in a week that `fits`.
    pub fn weeks(&self, full: i32, race: Option<i32>, fits: impl Fn(i32) -> bool) -> Vec<i32> {
        if self.beginner {
            return Vec::new();
        }
        let best = |from: i32, to: i32| {
            let mut window = (from.max(self.first_from - 1)..=to.min(full - 1)).rev();
            let latest = window.clone().next();
            window.find(|week| fits(*week)).or(latest)
        };
        let Some(race) = race else { return self.forward(full, best) };
        // Counted back from the race, which is the last test.
        let mut weeks = Vec::new();
        let mut next = best(race - self.most_before_race, race - self.least_before_race);
        while let Some(week) = next {
            weeks.insert(0, week);
            next = if week > self.most_without { best(week - self.most_without, week - self.every + 1) } else { None };
        }
        weeks
    }

    fn forward(&self, full: i32, best: impl Fn(i32, i32) -> Option<i32>) -> Vec<i32> {
        let mut weeks = Vec::new();
        let mut next = best(self.first_from - 1, self.most_without - 1);
        while let Some(week) = next {
            weeks.push(week);
            next = (week + self.every <= full).then(|| best(week + self.every - 1, week + self.most_without)).flatten();
        }
        weeks
    }
}

impl Rule for TestWeeks {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("first_from", "the first week with a test", "weeks", &mut self.first_from, (2, 12)),
            Number::new("every", "weeks from test to test at least", "weeks", &mut self.every, (4, 26)),
            Number::new("most_without", "weeks without one at most", "weeks", &mut self.most_without, (4, 52)).at_most(),
            Number::new("least_before_race", "weeks from the last test to a race at least", "weeks", &mut self.least_before_race, (1, 8)),
            Number::new("most_before_race", "weeks from the last test to a race at most", "weeks", &mut self.most_before_race, (2, 12)).at_most(),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Goal;

    fn rule(level: Level) -> TestWeeks {
        TestWeeks::for_athlete(&Setting::of(Goal::Endurance, level))
    }

    #[test]
    fn without_a_race_a_test_ends_every_other_light_week() {
        let fourth = |week: i32| week % 4 == 3;
        assert_eq!(rule(Level::Intermediate).weeks(8, None, fourth), [7]);
        assert_eq!(rule(Level::Intermediate).weeks(24, None, fourth), [7, 15, 23]);
        assert_eq!(rule(Level::Beginner).weeks(24, None, fourth), [0; 0]);
    }

    #[test]
    fn before_a_race_the_last_test_is_some_weeks_away() {
        let third = |week: i32| week % 3 == 2;
        let tests = rule(Level::Advanced).weeks(17, Some(19), third);
        assert!(tests.iter().any(|week| (3..=7).contains(&(19 - week))), "{tests:?}");
        for pair in [vec![-1], tests.clone(), vec![19]].concat().windows(2) {
            assert!(pair[1] - pair[0] <= 9, "{tests:?}");
        }
    }
}
