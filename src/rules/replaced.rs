//! What it costs to run something else than the hard run that was asked for.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting, Words};
use crate::model::Level;

/// What it costs to replace hard runs.
#[derive(Clone, Debug)]
pub struct Replaced {
    first: i32,
    second: i32,
    third: i32,
    another_kind: i32,
}

pub(super) static CARD: Card = Card {
    id: "replaced",
    binding: Binding::Advice,
    summary: "A hard run without a place becomes an easier one of the same minutes before it is left out.",
    docs: "Minutes run are worth more than how hard they are, so the week keeps them. The only hard run of a week gives \
           most of what hard running gives, and before a race most of what prepares for it; a second and a third add less. Threshold or play with speed instead of \
           hills or intervals is nearly as good. The prices are judgement.",
    evidence: &[
        "Judgement: thirty hours short of what should be weigh as much as the one hard run of a week, before a race twice as many.",
    ],
    words: Some(Words {
        aim: "hard runs as asked for",
        better: "hard runs nearer to what was asked for",
        one: "one more hard run as asked for",
        many: "{n} more hard runs as asked for",
        obstacle: None,
    }),
};

impl ForAthlete for Replaced {
    fn for_athlete(setting: &Setting) -> Self {
        // Before a race a week without any hard run is one that does not prepare for it.
        let leads_up = setting.races && setting.level != Level::Beginner;
        Self { first: if leads_up { 120 } else { 60 }, second: 25, third: 10, another_kind: 10 }
    }
}

impl Rule for Replaced {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        let points = |name, meaning, value| Number::new(name, meaning, "points", value, (0, 1000));
        vec![
            points("first", "for the only hard run of the week that becomes easy", &mut self.first),
            points("second", "for the second hard run that becomes easy", &mut self.second),
            points("third", "for any further hard run that becomes easy", &mut self.third),
            points("another_kind", "for a hard run of another kind", &mut self.another_kind),
        ]
    }
}

impl Replaced {
    /// Points for losing the hard run with this number in its week, counted from 1.
    pub fn hard(&self, number: i32) -> i32 {
        match number {
            ..=1 => self.first,
            2 => self.second,
            _ => self.third,
        }
    }

    /// Points for losing the last so many of `hard` runs.
    pub fn lost(&self, lost: i32, hard: i32) -> i32 {
        (hard - lost + 1..=hard).map(|number| self.hard(number)).sum()
    }

    /// Points for a hard run of another kind than was asked for.
    pub fn another_kind(&self) -> i32 {
        self.another_kind
    }
}

#[cfg(test)]
mod tests {
    use super::Replaced;
    use crate::model::{Goal, Level};
    use crate::rules::Setting;
    use crate::rules::diary::{rule, rule_of};

    #[test]
    fn before_a_race_the_one_hard_run_of_a_week_is_worth_an_asked_for_run() {
        let first = |level| {
            let setting = Setting { races: true, ..Setting::of(Goal::GeneralFitness, level) };
            rule_of::<Replaced>(&setting).hard(1)
        };
        assert_eq!([Level::Beginner, Level::Intermediate, Level::Advanced].map(first), [60, 120, 120]);
    }

    #[test]
    fn the_last_hard_run_that_is_left_is_dearest() {
        let rule = rule::<Replaced>(Goal::Endurance, Level::Advanced);
        assert_eq!([0, 1, 2, 3].map(|lost| rule.lost(lost, 3)), [0, 10, 35, 95]);
        assert_eq!(rule.lost(1, 1), 60);
    }
}
