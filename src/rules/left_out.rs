//! What a run that finds no place is worth.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting, Words};

/// What it costs to leave runs out.
#[derive(Clone, Debug)]
pub struct LeftOut {
    long: i32,
    last: i32,
    asked: i32,
    beyond: i32,
}

pub(super) static CARD: Card = Card {
    id: "left_out",
    binding: Binding::Advice,
    summary: "A run is left out only where no place for it is worth its price.",
    docs: "The long run is what a runner's week is built on. A week with one run, or none, loses its rhythm; among more \
           runs one is missed less, and a run beyond the number asked for hardly at all. A hard run is left out only \
           after it has become an easy one. Where a day is wished for the long run, any other day is still better than none. The prices are judgement: they weigh a run against everything else that a \
           plan can miss.",
    evidence: &["Judgement: an hour short of what should be costs a sixtieth of a run that was asked for."],
    words: Some(Words {
        aim: "as many runs as you asked for",
        better: "runs that matter less left out",
        one: "one more run in the block",
        many: "{n} more runs in the block",
        obstacle: None,
    }),
};

impl ForAthlete for LeftOut {
    fn for_athlete(setting: &Setting) -> Self {
        // A long run that is nowhere misses its wished day too, so that it stands on any other rather than on none.
        Self { long: if setting.long_run_day { 800 } else { 400 }, last: 300, asked: 120, beyond: 15 }
    }
}

impl Rule for LeftOut {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        let points = |name, meaning, value| Number::new(name, meaning, "points", value, (1, 1000));
        vec![
            points("long", "for the long run", &mut self.long),
            points("last", "for another run that leaves the week with one run or none", &mut self.last),
            points("asked", "for another run that was asked for", &mut self.asked),
            points("beyond", "for a run beyond the number asked for", &mut self.beyond),
        ]
    }
}

impl LeftOut {
    /// Points for the long run.
    pub fn long(&self) -> i32 {
        self.long
    }

    /// Points for another run, where so many `left` stand in the week without it and so many are `asked` for a week.
    pub fn other(&self, left: i32, asked: i32) -> i32 {
        match left {
            _ if left >= asked => self.beyond,
            ..=1 => self.last,
            _ => self.asked,
        }
    }

    /// Points for so many `others` than the long run, of which the cheapest goes first, where `left` stand in the week without them.
    pub fn others(&self, others: i32, left: i32, asked: i32) -> i32 {
        (left..left + others).map(|left| self.other(left, asked)).sum()
    }

    /// Counts instead of weighing: every run left out costs one point.
    pub(crate) fn count_alone(&mut self) {
        *self = Self { long: 1, last: 1, asked: 1, beyond: 1 };
    }
}

#[cfg(test)]
mod tests {
    use super::LeftOut;
    use crate::model::{Goal, Level};
    use crate::rules::Setting;
    use crate::rules::diary::{rule, rule_of};

    #[test]
    fn what_is_left_out_first_is_what_is_missed_least() {
        let rule = rule::<LeftOut>(Goal::GeneralFitness, Level::Intermediate);
        let of_four = |others| rule.others(others, 4 - others, 3);
        assert_eq!([0, 1, 2, 3, 4].map(of_four), [0, 15, 135, 435, 735]);
    }

    #[test]
    fn a_long_run_stands_rather_on_the_day_farthest_from_the_wished_one_than_nowhere() {
        let wished = Setting { long_run_day: true, ..Setting::of(Goal::Endurance, Level::Intermediate) };
        assert_eq!(rule_of::<LeftOut>(&wished).long() - rule::<LeftOut>(Goal::Endurance, Level::Intermediate).long(), 400);
    }

    #[test]
    fn a_week_that_was_asked_for_one_run_holds_on_to_it() {
        let rule = rule::<LeftOut>(Goal::Strength, Level::Beginner);
        assert_eq!(rule.other(0, 1), 300);
        assert_eq!(rule.other(1, 1), 15);
    }
}
