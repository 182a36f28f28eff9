//! Sore legs wait.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};

/// From which soreness (1 to 7) on runs wait.
#[derive(Clone, Debug)]
pub struct Soreness {
    easy_from: i32,
    stop_from: i32,
    days: i32,
    lasting_days: i32,
    lasting_cut: i32,
}

pub(super) static CARD: Card = Card {
    id: "soreness",
    binding: Binding::Advice,
    summary: "Sore legs: hard and long runs wait a day; very sore legs: no run; sore for days: less.",
    docs: "After hard squatting, fatigue was gone after about three days. Soreness that stays longer is a sign that the \
           load was more than the legs carry. The cuts are judgement, read onto the seven steps in which soreness is \
           asked.",
    evidence: &[
        "Thomas 2018, Medicine and Science in Sports and Exercise: fatigue after heavy squats.",
        "Judgement: from which soreness on runs wait.",
    ],
    words: None,
};

/// What soreness asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sore {
    /// Nothing.
    No,
    /// Hard and long runs wait.
    Some,
    /// Runs wait.
    Very,
    /// Runs wait, and the week gets lighter.
    Lasting,
}

impl ForAthlete for Soreness {
    fn for_athlete(_: &Setting) -> Self {
        Self { easy_from: 5, stop_from: 6, days: 1, lasting_days: 3, lasting_cut: 30 }
    }
}

impl Soreness {
    /// What a soreness of `now` asks for, when it has been at least as bad as "some" for `days`.
    pub fn judge(&self, now: u8, days: i32) -> Sore {
        match i32::from(now) {
            sore if sore < self.easy_from => Sore::No,
            _ if days >= self.lasting_days => Sore::Lasting,
            sore if sore >= self.stop_from => Sore::Very,
            _ => Sore::Some,
        }
    }

    /// Whether it counts as sore at all.
    pub fn is_sore(&self, now: u8) -> bool {
        i32::from(now) >= self.easy_from
    }

    /// Days after the answer on which runs wait.
    pub fn days(&self) -> i32 {
        self.days
    }

    /// Percent of the volume that is kept when soreness stays.
    pub fn kept(&self) -> i32 {
        100 - self.lasting_cut
    }
}

impl Rule for Soreness {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("easy_from", "soreness from which hard and long runs wait", "of 7", &mut self.easy_from, (2, 7)).at_most(),
            Number::new("stop_from", "soreness from which every run waits", "of 7", &mut self.stop_from, (3, 7)).at_most(),
            Number::new("days", "after the answer on which they wait", "days", &mut self.days, (1, 7)),
            Number::new("lasting_days", "after which soreness counts as lasting", "days", &mut self.lasting_days, (2, 14)).at_most(),
            Number::new("lasting_cut", "off the volume when soreness lasts", "%", &mut self.lasting_cut, (0, 100)),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};

    #[test]
    fn soreness_that_lasts_is_more_than_soreness() {
        let (goal, level) = (Goal::Endurance, Level::Advanced);
        let rule = Soreness::for_athlete(&Setting::of(goal, level));
        assert_eq!([4, 5, 6].map(|sore| rule.judge(sore, 0)), [Sore::No, Sore::Some, Sore::Very]);
        assert_eq!(rule.judge(5, 3), Sore::Lasting);
    }
}
