//! After a race the legs recover first.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};

/// How long a race is recovered from.
#[derive(Clone, Debug)]
pub struct AfterRace {
    easy_days_5k: i32,
    easy_days_10k: i32,
    easy_days_half: i32,
    easy_days_marathon: i32,
    rest_days_marathon: i32,
    first_week_percent: i32,
    second_week_percent: i32,
}

static CARD: Card = Card {
    id: "after_race",
    binding: Binding::Advice,
    summary: "Days without hard runs after a race; after a marathon days without running.",
    docs: "After a marathon the legs of recreational runners were sore for some days, and running capacity was back within \
           the week. The longer the race, the longer the way back; the number of days and the volume of the first weeks \
           are judgement.",
    evidence: &[
        "A study of recreational marathoners 2017: soreness for days, running capacity back within the week.",
        "Judgement: the days by distance, and the volume of the weeks after.",
    ],
};

impl ForAthlete for AfterRace {
    fn for_athlete(_: &Setting) -> Self {
        Self {
            easy_days_5k: 3,
            easy_days_10k: 5,
            easy_days_half: 10,
            easy_days_marathon: 14,
            rest_days_marathon: 7,
            first_week_percent: 50,
            second_week_percent: 75,
        }
    }
}

impl AfterRace {
    /// Days after a race that hold no hard run.
    pub fn easy_days(&self, distance_km: f64) -> i32 {
        match distance_km {
            km if km < 7.5 => self.easy_days_5k,
            km if km < 15.0 => self.easy_days_10k,
            km if km < 30.0 => self.easy_days_half,
            _ => self.easy_days_marathon,
        }
    }

    /// Days after a race that hold no run.
    pub fn rest_days(&self, distance_km: f64) -> i32 {
        if distance_km < 30.0 { 0 } else { self.rest_days_marathon }
    }

    /// Percent of the volume before the taper in each week after the race.
    pub fn weeks(&self, distance_km: f64) -> Vec<i32> {
        if distance_km < 15.0 { vec![self.second_week_percent] } else { vec![self.first_week_percent, self.second_week_percent] }
    }
}

impl Rule for AfterRace {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("easy_days_5k", "without a hard run after five kilometres", "days", &mut self.easy_days_5k, (0, 28)),
            Number::new("easy_days_10k", "without a hard run after ten kilometres", "days", &mut self.easy_days_10k, (0, 28)),
            Number::new("easy_days_half", "without a hard run after a half marathon", "days", &mut self.easy_days_half, (0, 28)),
            Number::new("easy_days_marathon", "without a hard run after a marathon", "days", &mut self.easy_days_marathon, (0, 42)),
            Number::new("rest_days_marathon", "without a run after a marathon", "days", &mut self.rest_days_marathon, (3, 28)),
            Number::new("first_week_percent", "of the usual volume in the first week after a long race", "%", &mut self.first_week_percent, (0, 100))
                .at_most(),
            Number::new("second_week_percent", "of the usual volume in the week after that, or after a short race", "%", &mut self.second_week_percent, (0, 100))
                .at_most(),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};

    #[test]
    fn the_longer_the_race_the_longer_the_way_back() {
        let (goal, level) = (Goal::Endurance, Level::Advanced);
        let rule = AfterRace::for_athlete(&Setting::of(goal, level));
        assert_eq!([5.0, 10.0, 21.1, 42.2].map(|km| rule.easy_days(km)), [3, 5, 10, 14]);
        assert_eq!([21.1, 42.2].map(|km| rule.rest_days(km)), [0, 7]);
    }
}
