//! Which goes first when a run and lifting share a day.

use super::{Appointment, Binding, Card, ForAthlete, Listener, Number, Place, Rule, Setting, SlotRule, Timetable, Verdict, Words};
use crate::model::{Goal, Legs, RunClass, Sex};

/// The order that the goal asks for.
#[derive(Clone, Debug)]
pub struct SameDayOrder {
    goal: Goal,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "same_day_order",
    binding: Binding::Should,
    summary: "Strength first where strength is the goal; the run first where endurance is and the lifting is for the legs or the run is hard.",
    docs: "Strength first gives more lower-body strength. A run suffers more from lifting before it than the next \
           day's running does from the other order, so a runner runs first. For general fitness and weight either \
           order will do, and for women the order weighs half. The weight is judgement.",
    evidence: &[
        "Eddens 2018, Sports Medicine: strength first gives more lower-body dynamic strength.",
        "Gao and Yu 2023, Frontiers in Physiology: strength first is better for leg strength; oxygen uptake does not differ.",
        "Umbrella review 2026, Sports Medicine: in mostly recreational people the order has no clear effect.",
        "Doma and Deakin 2013, Applied Physiology, Nutrition and Metabolism: next-day running suffers more from strength then run.",
    ],
    words: Some(Words {
        aim: "the better order of run and lifting",
        better: "a better order of run and lifting",
        one: "one more day with run and lifting in the better order",
        many: "{n} more days with run and lifting in the better order",
        obstacle: None,
    }),
};

impl ForAthlete for SameDayOrder {
    fn for_athlete(setting: &Setting) -> Self {
        Self { goal: setting.goal, weight: if setting.sex == Some(Sex::Female) { 2 } else { 4 } }
    }
}

impl Rule for SameDayOrder {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![Number::weight("for each session in the wrong order", &mut self.weight)]
    }

    fn slot(&self) -> Option<&dyn SlotRule> {
        Some(self)
    }
}

impl SameDayOrder {
    /// Whether the run should come first; `None` where either will do.
    fn run_first(&self, place: &Place, session: &Appointment) -> Option<bool> {
        match self.goal {
            Goal::Strength => Some(false),
            Goal::Endurance if session.legs != Legs::Spared || place.run.class() != RunClass::Easy => Some(true),
            Goal::Endurance | Goal::WeightLoss | Goal::GeneralFitness => None,
        }
    }
}

impl SlotRule for SameDayOrder {
    fn judge(&self, place: &Place, timetable: &Timetable, hear: &mut dyn Listener) {
        for session in place.shares_day_with(timetable).filter(|session| session.is_strength()) {
            let Some(wanted) = self.run_first(place, session) else { continue };
            let is_first = place.start < session.start;
            if is_first == wanted {
                hear.hear(Verdict::KEPT, &|| format!("In the right order with {}.", session.name));
            } else {
                hear.hear(Verdict::should(1, self.weight), &|| {
                    let (first, second) = if wanted { ("the run", &*session.name) } else { (&*session.name, "the run") };
                    format!("For this goal {first} would better come before {second}.")
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::SameDayOrder;
    use crate::model::{Goal, Level};
    use crate::rules::diary::{rule, week};

    fn says(goal: Goal, entries: &str) -> Vec<String> {
        week(entries).says(&rule::<SameDayOrder>(goal, Level::Intermediate))
    }

    #[test]
    fn strength_first_where_strength_is_the_goal() {
        assert_eq!(
            says(Goal::Strength, "fri easy 07:00-07:30, fri upper 17:00-18:00"),
            ["should 1: For this goal upper would better come before the run."]
        );
        assert_eq!(
            says(Goal::Strength, "fri upper 07:00-08:00, fri easy 17:00-17:30"),
            ["kept: In the right order with upper."]
        );
    }

    #[test]
    fn a_runner_runs_before_leg_work_and_before_any_lifting_if_the_run_is_hard() {
        assert_eq!(
            says(Goal::Endurance, "fri moderate_legs 07:00-08:00, fri easy 17:00-17:30"),
            ["should 1: For this goal the run would better come before moderate legs."]
        );
        assert!(says(Goal::Endurance, "fri upper 07:00-08:00, fri tempo 17:00-17:40")[0].starts_with("should"));
        assert!(says(Goal::Endurance, "fri upper 07:00-08:00, fri easy 17:00-17:30").is_empty());
    }

    #[test]
    fn for_fitness_either_order_will_do() {
        assert!(says(Goal::GeneralFitness, "fri moderate_legs 07:00-08:00, fri tempo 17:00-17:40").is_empty());
    }
}
