//! Heart-rate zones of one person.

use chrono::NaiveDate;

use crate::model::Athlete;
use crate::rules::HeartRate;

/// The five zones in beats per minute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zones {
    max: i32,
    measured: bool,
    lows: [i32; 5],
    error: (i32, i32),
}

impl Zones {
    /// The zones of a person: from the measured maximum, else from age; of the reserve where the resting rate is known.
    pub fn of(athlete: &Athlete, on: NaiveDate, rule: &HeartRate) -> Option<Self> {
        let measured = athlete.max_heart_rate.and_then(|max| i32::try_from(max).ok());
        let max = match measured {
            Some(max) => max,
            None => max_at(athlete.age_in(on)?, rule),
        };
        let rest = athlete.resting_heart_rate.and_then(|rest| i32::try_from(rest).ok()).filter(|rest| *rest < max);
        let lows = match rest {
            Some(rest) => rule.of_reserve_percent.map(|percent| karvonen(max, rest, percent)),
            None => rule.of_max_percent.map(|percent| (max * percent + 50).div_euclid(100)),
        };
        Some(Self { max, measured: measured.is_some(), lows, error: rule.error_beats })
    }

    /// The maximum in beats per minute.
    pub fn max(&self) -> i32 {
        self.max
    }

    /// Lowest and highest rate of a zone from 1 to 5.
    pub fn range(&self, zone: u8) -> (i32, i32) {
        let index = usize::from(zone.clamp(1, 5)) - 1;
        let low = self.lows[index];
        let high = self.lows.get(index + 1).map_or(self.max, |next| next - 1);
        (low, high.max(low))
    }

    /// A zone as a person reads it, such as `136-153`.
    pub fn text(&self, zone: u8) -> String {
        let (low, high) = self.range(zone);
        format!("{low}-{high}")
    }

    /// What to know where the maximum comes from age.
    pub fn caution(&self) -> Option<String> {
        (!self.measured).then(|| {
            format!(
                "The maximum heart rate of {} comes from age and can be off by {} to {} beats or more: \
                 trust the talk test over the numbers, or measure it.",
                self.max, self.error.0, self.error.1
            )
        })
    }
}

/// The maximum that age predicts (Tanaka 2001).
fn max_at(age: i32, rule: &HeartRate) -> i32 {
    (rule.max_at_birth * 10 - rule.lost_in_ten_years * age.clamp(0, 120) + 5).div_euclid(10)
}

/// Resting rate plus a share of the reserve (Karvonen 1957), rounded.
fn karvonen(max: i32, rest: i32, percent: i32) -> i32 {
    (rest * 100 + percent * (max - rest) + 50).div_euclid(100)
}

/// How talking goes in a zone: what guides the run when no heart rate is known.
pub fn talk_test(zone: u8) -> &'static str {
    match zone {
        0 | 1 => "you can talk in whole sentences, RPE 2-3",
        2 => "you can talk in sentences, RPE 3-4",
        3 => "short phrases, RPE 5-6",
        4 => "a few words, RPE 7-8",
        _ => "no talking, RPE 8-10",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};
    use crate::rules::{ForAthlete, Setting};

    fn rule() -> HeartRate {
        let level = Level::Intermediate;
        HeartRate::for_athlete(&Setting::of(Goal::Endurance, level))
    }

    fn zones(birth_year: Option<i32>, max: Option<u32>, rest: Option<u32>) -> Option<Zones> {
        let athlete = Athlete {
            birth_year,
            max_heart_rate: max,
            resting_heart_rate: rest,
            ..Athlete::new(Goal::Endurance, Level::Intermediate, Level::Intermediate)
        };
        Zones::of(&athlete, NaiveDate::from_ymd_opt(2026, 6, 1).unwrap(), &rule())
    }

    #[test]
    fn age_gives_the_maximum_with_a_caution() {
        for (age, max) in [(20, 194), (40, 180), (60, 166)] {
            let zones = zones(Some(2026 - age), None, None).unwrap();
            assert_eq!(zones.max(), max);
            assert!(zones.caution().is_some());
        }
    }

    #[test]
    fn a_measured_maximum_wins() {
        let zones = zones(Some(1966), Some(188), None).unwrap();
        assert_eq!((zones.max(), zones.caution()), (188, None));
        assert_eq!(zones.text(2), "137-155");
        assert_eq!(zones.text(5), "175-188");
    }

    #[test]
    fn a_resting_rate_makes_it_shares_of_the_reserve() {
        for (percent, beats) in [(60, 132), (70, 144), (88, 166)] {
            assert_eq!(karvonen(180, 60, percent), beats);
        }
        assert_eq!(zones(None, Some(188), Some(52)).unwrap().text(2), "136-153");
    }

    #[test]
    fn zones_join_without_a_gap_and_end_at_the_maximum() {
        let zones = zones(Some(1990), None, Some(55)).unwrap();
        for zone in 1..5 {
            assert_eq!(zones.range(zone).1 + 1, zones.range(zone + 1).0);
        }
        assert_eq!(zones.range(5).1, zones.max());
    }

    #[test]
    fn nothing_known_gives_no_zones() {
        assert_eq!(zones(None, None, Some(50)), None);
    }
}
