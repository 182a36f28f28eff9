//! Smaller races on the way to the one that counts.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};
use crate::model::Minutes;

/// What a race on the way takes the place of.
#[derive(Clone, Debug)]
pub struct TuneUp {
    cut_percent: i32,
    long_from_km: i32,
    none_in_days: i32,
    none_in_days_marathon: i32,
    goal_from_km: i32,
    goal_from_days: i32,
}

pub(super) static CARD: Card = Card {
    id: "tune_up",
    binding: Binding::Advice,
    summary: "A smaller race some weeks before the one that counts takes the place of the hard run, a longer one of the long run too.",
    docs: "A race on the way is the best test and the best hard run. Its week gets a little lighter, its days after it are those of \
           any race: a long one that is not run along and lies far from the one that counts is recovered from as a goal of its own. \
           The last weeks before the race that counts hold none. One that is only run along is a hard run \
           like another. All of it is practice and judgement.",
    evidence: &["Practice, published plans: races of five and ten kilometres on the way to a half marathon.", "Judgement: the numbers."],
    words: None,
};

impl ForAthlete for TuneUp {
    fn for_athlete(_: &Setting) -> Self {
        Self { cut_percent: 20, long_from_km: 9, none_in_days: 14, none_in_days_marathon: 21, goal_from_km: 15, goal_from_days: 42 }
    }
}

impl TuneUp {
    /// Minutes of a week after one of `full` minutes that holds a race on the way.
    pub fn minutes(&self, full: Minutes) -> Minutes {
        full * (100 - self.cut_percent) / 100
    }

    /// Percent of the week before that such a week keeps, the race not counted.
    pub fn kept_percent(&self) -> i32 {
        100 - self.cut_percent
    }

    /// Whether a race over `distance_km` takes the place of the long run as well.
    pub fn replaces_long(&self, distance_km: f64) -> bool {
        distance_km >= f64::from(self.long_from_km)
    }

    /// Whether a race so far from the one that counts, in days, has the days after it of a goal of its own; nearer to it only those
    /// without hard runs.
    pub fn is_goal(&self, distance_km: f64, days: Option<i32>) -> bool {
        self.is_long(distance_km) && days.is_none_or(|days| days.abs() >= self.goal_from_days)
    }

    /// Whether a race is long enough to ask for more than some easy days.
    pub fn is_long(&self, distance_km: f64) -> bool {
        distance_km >= f64::from(self.goal_from_km)
    }

    /// Days before a race over `distance_km` that hold no other.
    pub fn none_in_days(&self, distance_km: f64) -> i32 {
        if distance_km < 30.0 { self.none_in_days } else { self.none_in_days_marathon }
    }
}

impl Rule for TuneUp {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("cut_percent", "off the week of a race on the way", "%", &mut self.cut_percent, (0, 50)),
            Number::new("long_from_km", "from which it takes the place of the long run", "km", &mut self.long_from_km, (5, 42)),
            Number::new("none_in_days", "without another race before the one that counts", "days", &mut self.none_in_days, (0, 60)),
            Number::new("none_in_days_marathon", "the same before a marathon", "days", &mut self.none_in_days_marathon, (0, 60)),
            Number::new("goal_from_km", "from which a race on the way asks for more than some easy days", "km", &mut self.goal_from_km, (5, 42)),
            Number::new("goal_from_days", "from the race that counts, from which such a race is a goal of its own", "days", &mut self.goal_from_days, (14, 365)),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};

    #[test]
    fn ten_kilometres_on_the_way_are_a_hard_run_and_a_long_one() {
        let (goal, level) = (Goal::Endurance, Level::Advanced);
        let rule = TuneUp::for_athlete(&Setting::of(goal, level));
        assert!(rule.replaces_long(10.0) && !rule.replaces_long(5.0));
        assert!(rule.is_goal(21.1, Some(70)) && !rule.is_goal(21.1, Some(28)) && !rule.is_goal(10.0, None));
        assert_eq!((rule.minutes(300), rule.none_in_days(21.1), rule.none_in_days(42.2)), (240, 14, 21));
    }
}
