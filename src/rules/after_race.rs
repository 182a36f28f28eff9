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
}

/// A week after a race: percent of the volume and of the long run before the taper, and how many runs at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekAfterRace {
    /// Percent of the weekly minutes.
    pub volume: i32,
    /// Percent of the longest run; 0 where none is called long.
    pub long: i32,
    /// So many runs at most; `None` for as many as usual.
    pub runs: Option<i32>,
}

const fn week(volume: i32, long: i32, runs: Option<i32>) -> WeekAfterRace {
    WeekAfterRace { volume, long, runs }
}

const AFTER_5K: &[WeekAfterRace] = &[week(80, 75, None), week(100, 100, None)];
const AFTER_10K: &[WeekAfterRace] = &[week(70, 75, None), week(100, 100, None)];
const AFTER_HALF: &[WeekAfterRace] =
    &[week(40, 0, Some(3)), week(75, 60, None), week(100, 80, None), week(100, 100, None)];
const AFTER_MARATHON: &[WeekAfterRace] = &[
    week(0, 0, Some(2)),
    week(35, 0, Some(4)),
    week(60, 40, None),
    week(80, 50, None),
    week(100, 60, None),
];

pub(super) static CARD: Card = Card {
    id: "after_race",
    binding: Binding::Advice,
    summary: "After a race days without hard runs, and weeks that lead back to the volume before the taper; after a marathon days without running.",
    docs: "After a marathon the legs of recreational runners were sore for some days, and running capacity was back within \
           the week. The longer the race, the longer the way back. A week without running and then a taper in reverse is \
           what published plans do after a marathon; the number of days, the volume, the long run and the number of runs \
           of each week are judgement.",
    evidence: &[
        "A study of recreational marathoners 2017: soreness for days, running capacity back within the week.",
        "Higdon, published plans: a week of next to nothing after a marathon, then a taper in reverse.",
        "Judgement: the days by distance, and the volume, the long run and the runs of the weeks after.",
    ],
    words: None,
};

impl ForAthlete for AfterRace {
    fn for_athlete(_: &Setting) -> Self {
        Self {
            easy_days_5k: 3,
            easy_days_10k: 5,
            easy_days_half: 10,
            easy_days_marathon: 21,
            rest_days_marathon: 7,
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

    /// The weeks after a race until all is as before the taper, or the long run goes on from where it is.
    pub fn steps(distance_km: f64) -> &'static [WeekAfterRace] {
        match distance_km {
            km if km < 7.5 => AFTER_5K,
            km if km < 15.0 => AFTER_10K,
            km if km < 30.0 => AFTER_HALF,
            _ => AFTER_MARATHON,
        }
    }

    /// Percent of the volume before the taper in each lighter week after the race.
    pub fn weeks(distance_km: f64) -> Vec<i32> {
        Self::steps(distance_km).iter().map(|week| week.volume).filter(|volume| *volume < 100).collect()
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
        assert_eq!([5.0, 10.0, 21.1, 42.2].map(|km| rule.easy_days(km)), [3, 5, 10, 21]);
        assert_eq!([21.1, 42.2].map(|km| rule.rest_days(km)), [0, 7]);
    }

    #[test]
    fn a_race_is_followed_by_less_and_then_by_as_much_as_before() {
        let volumes = |km| AfterRace::steps(km).iter().map(|week| week.volume).collect::<Vec<_>>();
        assert_eq!(volumes(5.0), [80, 100]);
        assert_eq!(volumes(10.0), [70, 100]);
        assert_eq!(volumes(21.1), [40, 75, 100, 100]);
        assert_eq!(volumes(42.2), [0, 35, 60, 80, 100]);
        let longs = |km| AfterRace::steps(km).iter().map(|week| week.long).collect::<Vec<_>>();
        assert_eq!((longs(21.1), longs(42.2)), (vec![0, 60, 80, 100], vec![0, 0, 40, 50, 60]));
    }
}
