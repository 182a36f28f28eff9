//! Which races the rules are about.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};

/// How far the rules reach.
#[derive(Clone, Debug)]
pub struct Range {
    longest_km: i32,
}

pub(super) static CARD: Card = Card {
    id: "range",
    binding: Binding::Advice,
    summary: "The rules are about races on foot and on flat ground up to the marathon; what lies outside is said first.",
    docs: "Beyond the marathon, in mountains, in races with obstacles or stations and in a triathlon as a whole, what decides \
           the day is trained by other means than these rules know. Of a fitness race with stations half is running, \
           nearly all of it hard. The running base for such a day can be planned, the race cannot, and the plan says so \
           before anything else. Where the line lies is judgement.",
    evidence: &[
        "Brandt 2025, Frontiers in Physiology: how much of a fitness race with stations is running.",
        "Judgement: the longest distance.",
    ],
    words: None,
};

impl ForAthlete for Range {
    fn for_athlete(_: &Setting) -> Self {
        Self { longest_km: 45 }
    }
}

impl Range {
    /// The longest race that is planned for, in kilometres.
    pub fn longest_km(&self) -> i32 {
        self.longest_km
    }

    /// Whether a race over `distance_km` is too long to be planned for.
    pub fn is_beyond(&self, distance_km: f64) -> bool {
        distance_km > f64::from(self.longest_km)
    }
}

impl Rule for Range {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![Number::new("longest_km", "the longest race that is planned for", "km", &mut self.longest_km, (5, 50)).at_most()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};

    #[test]
    fn a_marathon_is_inside_and_fifty_kilometres_are_not() {
        let (goal, level) = (Goal::Endurance, Level::Advanced);
        let rule = Range::for_athlete(&Setting::of(goal, level));
        assert!(!rule.is_beyond(42.195) && rule.is_beyond(50.0));
    }
}
