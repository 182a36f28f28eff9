//! The same run keeps its weekday and its time of day: a habit.

use super::{Binding, Card, ForAthlete, Listener, Number, Pair, PairRule, Place, Rule, Setting, Timetable, Verdict};
use crate::model::WEEKDAY_NAMES;

/// What it costs to break a habit.
#[derive(Clone, Debug)]
pub struct SteadyWeeks {
    weight: i32,
}

static CARD: Card = Card {
    id: "steady_weeks",
    binding: Binding::Should,
    summary: "The same run keeps its weekday and its part of the day from week to week.",
    docs: "A run that always comes at its time needs no decision. Another part of the same day is a small change, \
           another weekday a larger one, the larger the farther. A wish rather than science: it yields to every must \
           and every other should.",
    evidence: &["Judgement: habits are kept where time and place stay the same."],
};

impl ForAthlete for SteadyWeeks {
    fn for_athlete(_: &Setting) -> Self {
        Self { weight: 2 }
    }
}

impl Rule for SteadyWeeks {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![Number::weight("for each step away from the habit", &mut self.weight)]
    }

    fn pair(&self) -> Option<&dyn PairRule> {
        Some(self)
    }
}

impl SteadyWeeks {
    /// Steps from one habit to another: one for another part of the day, one and the days between for another weekday.
    /// It is a metric, which the scheduler's dominance relies on.
    fn steps(earlier: &Place, later: &Place) -> i32 {
        let days = (later.day.weekday() as i32 - earlier.day.weekday() as i32).abs();
        match days.min(7 - days) {
            0 => i32::from(earlier.clock.part() != later.clock.part()),
            days => 1 + days,
        }
    }
}

impl PairRule for SteadyWeeks {
    fn judge(&self, pair: &Pair<'_>, _: &Timetable, hear: &mut dyn Listener) {
        if !pair.same {
            return;
        }
        let steps = Self::steps(pair.earlier, pair.later);
        hear.hear(Verdict::preference(steps, self.weight), &|| {
            let day = WEEKDAY_NAMES[pair.earlier.day.weekday() % 7];
            if steps == 0 {
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
    fn another_weekday_is_a_larger_change_the_farther_it_is_the_short_way_round() {
        assert_eq!(
            says("mon easy 07:00-07:30, wed+1 easy 07:00-07:30"),
            ["preference 3: The last time it was Monday morning."]
        );
        assert_eq!(
            says("sun easy 07:00-07:30, mon+1 easy 07:00-07:30"),
            ["preference 2: The last time it was Sunday morning."]
        );
    }
}
