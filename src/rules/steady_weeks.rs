//! The same run keeps its weekday and its time of day: a habit.

use super::{Binding, Card, ForAthlete, Listener, Number, Pair, PairRule, Place, Rule, Setting, Timetable, Verdict, Words};
use crate::model::WEEKDAY_NAMES;

/// What it costs to break a habit.
#[derive(Clone, Debug)]
pub struct SteadyWeeks {
    part_weight: i32,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "steady_weeks",
    binding: Binding::Should,
    summary: "The same run keeps its weekday and its part of the day from week to week.",
    docs: "A run that always comes at its time needs no decision. Another part of the same day is a small change, \
           another weekday a larger one. A wish rather than science, and the first to give way but for the clock.",
    evidence: &["Judgement: habits are kept where time and place stay the same."],
    words: Some(Words {
        aim: "the same days and hours every week",
        better: "weeks more alike",
        one: "one more run at the day and hour of the week before",
        many: "{n} more runs at the day and hour of the week before",
        obstacle: None,
    }),
};

impl ForAthlete for SteadyWeeks {
    fn for_athlete(_: &Setting) -> Self {
        Self { part_weight: 1, weight: 4 }
    }
}

impl Rule for SteadyWeeks {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("part_weight", "for another part of the same day", "points", &mut self.part_weight, (0, 1000)),
            Number::weight("for another weekday", &mut self.weight),
        ]
    }

    fn pair(&self) -> Option<&dyn PairRule> {
        Some(self)
    }
}

impl SteadyWeeks {
    /// What it costs to go from one habit to another. It is a metric, which the scheduler's dominance relies on.
    fn cost(&self, earlier: &Place, later: &Place) -> i32 {
        if earlier.day.weekday() != later.day.weekday() {
            self.weight
        } else if earlier.clock.part() != later.clock.part() {
            self.part_weight.min(2 * self.weight)
        } else {
            0
        }
    }
}

impl PairRule for SteadyWeeks {
    fn judge(&self, pair: &Pair<'_>, _: &Timetable, hear: &mut dyn Listener) {
        if !pair.same {
            return;
        }
        let cost = self.cost(pair.earlier, pair.later);
        hear.hear(Verdict::preference(i32::from(cost > 0), cost), &|| {
            let day = WEEKDAY_NAMES[pair.earlier.day.weekday() % 7];
            if cost == 0 {
                format!("The same {day} as the last time.")
            } else {
                format!("The last time it was {day} {}.", pair.earlier.clock.part().word())
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::SteadyWeeks;
    use crate::model::{Goal, Level};
    use crate::rules::diary::{rule, week};

    fn says(entries: &str) -> Vec<String> {
        week(entries).says(&rule::<SteadyWeeks>(Goal::GeneralFitness, Level::Intermediate))
    }

    #[test]
    fn a_habit_is_a_weekday_and_a_part_of_the_day() {
        assert_eq!(
            says("mon easy 07:00-07:30, mon+1 easy 06:15-06:45"),
            ["kept: The same Monday as the last time."]
        );
        assert_eq!(
            says("mon easy 07:00-07:30, mon+1 easy 18:00-18:30"),
            ["preference 1: The last time it was Monday morning."]
        );
    }

    #[test]
    fn another_weekday_is_a_larger_change() {
        let moved = ["preference 1: The last time it was Monday morning."];
        assert_eq!(says("mon easy 07:00-07:30, wed+1 easy 07:00-07:30"), moved);
        let rule = rule::<SteadyWeeks>(Goal::GeneralFitness, Level::Intermediate);
        assert_eq!((rule.weight, rule.part_weight), (4, 1));
    }
}
