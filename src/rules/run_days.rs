//! How many runs a week.

use super::{Binding, Card, ForAthlete, Ledger, LedgerRule, Listener, Number, Rule, Setting, Start, Verdict};

/// How many days a week are run on.
#[derive(Clone, Debug)]
pub struct RunDays {
    fewest: i32,
    usual: i32,
    most: i32,
    no_more_than: i32,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "run_days",
    binding: Binding::Should,
    summary: "As many runs a week as goal and level ask for, or as the person wishes.",
    docs: "In a trial with beginners nobody was hurt on one day a week, and more than a third on five. A wish outside \
           the usual range is granted and told, as far as days of rest between runs leave room for it. Fewer runs are \
           always fine. The ranges are judgement around that trial.",
    evidence: &[
        "Pollock 1977, Medicine and Science in Sports: injuries of beginners by days and minutes of running.",
        "Videbaek 2015, Sports Medicine: novices are hurt more than twice as often per hour as recreational runners.",
        "Judgement: the ranges by goal and level.",
    ],
    words: None,
};

impl ForAthlete for RunDays {
    fn for_athlete(setting: &Setting) -> Self {
        let (goal, level) = (setting.goal, setting.level);
        Self {
            fewest: goal.pick(level.pick(1, 1, 2), level.pick(3, 3, 4), level.pick(2, 3, 3), level.pick(2, 2, 3)),
            usual: goal.pick(2, level.pick(3, 4, 5), level.pick(3, 3, 4), level.pick(2, 3, 3)),
            most: goal.pick(level.pick(2, 3, 3), level.pick(3, 5, 6), level.pick(3, 4, 5), level.pick(3, 4, 4)),
            no_more_than: level.pick(3, 6, 6),
            weight: 5,
        }
    }
}

impl RunDays {
    /// Runs a week for this wish.
    pub fn days(&self, wish: Option<i32>) -> i32 {
        wish.unwrap_or(self.usual).clamp(1, self.no_more_than)
    }

    /// The fewest that the goal usually asks for.
    pub fn fewest(&self) -> i32 {
        self.fewest
    }

    /// The most that the goal usually asks for.
    pub fn most(&self) -> i32 {
        self.most.min(self.no_more_than)
    }

    /// What to say of a wish that is not the usual.
    pub fn remark(&self, wish: Option<i32>) -> Option<String> {
        let wish = wish?;
        if wish > self.no_more_than {
            Some(format!("{wish} runs a week leave no day of rest between them at this level: {} are planned.", self.no_more_than))
        } else if wish > self.most {
            Some(format!("{wish} runs a week are more than the usual {} to {} for this goal and level.", self.fewest, self.most))
        } else {
            None
        }
    }
}

impl Rule for RunDays {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("fewest", "runs that the goal usually asks for", "a week", &mut self.fewest, (0, 7)),
            Number::new("usual", "runs where the brief wishes none", "a week", &mut self.usual, (1, 7)).at_most(),
            Number::new("most", "runs that are usual", "a week", &mut self.most, (1, 7)).at_most(),
            Number::new("no_more_than", "runs, whatever is wished", "a week", &mut self.no_more_than, (1, 6)).at_most(),
            Number::weight("for each run too many", &mut self.weight),
        ]
    }

    fn ledger(&self) -> Option<&dyn LedgerRule> {
        Some(self)
    }
}

impl LedgerRule for RunDays {
    fn judge(&self, weeks: &[Ledger], _: &Start, hear: &mut dyn Listener) {
        let Some(week) = weeks.last() else { return };
        let runs = week.full_runs().count() as i32;
        let over = runs - self.no_more_than;
        if over > 0 {
            hear.hear(Verdict::should(over, self.weight), &|| {
                format!("{runs} runs this week; {} is the most that leaves rest between them.", self.no_more_than)
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};
    use crate::rules::ledger::diary::{said, start, weeks};

    fn rule(goal: Goal, level: Level) -> RunDays {
        RunDays::for_athlete(&Setting { strength_level: Level::Intermediate, ..Setting::of(goal, level) })
    }

    #[test]
    fn a_beginner_gets_three_runs_at_most_and_is_told() {
        let beginner = rule(Goal::Endurance, Level::Beginner);
        assert_eq!(beginner.days(Some(5)), 3);
        assert!(beginner.remark(Some(5)).unwrap().contains("3 are planned"));
        assert_eq!(beginner.remark(Some(2)), None);
    }

    #[test]
    fn a_wish_beyond_the_usual_is_granted_and_told() {
        let lifter = rule(Goal::Strength, Level::Intermediate);
        assert_eq!((lifter.days(None), lifter.days(Some(4))), (2, 4));
        assert!(lifter.remark(Some(4)).unwrap().contains("usual 1 to 3"));
    }

    #[test]
    fn cool_down_jogs_are_not_counted() {
        let beginner = rule(Goal::GeneralFitness, Level::Beginner);
        let week = weeks(&["easy 20, easy 20, cooldown_jog 10, long 25"]);
        assert_eq!(said(&beginner, &week, &start(60, 25)), Vec::<String>::new());
    }
}
