//! What a race will take, by Riegel's exponent, and how far to trust that.

use chrono::NaiveDate;

use super::paces::clock;
use crate::model::{Level, Race};
use crate::rules::RacePrediction;

/// Kilometres beyond which the marathon's exponent counts: a half marathon and a little.
const BEYOND_HALF_KM: f64 = 21.2;

/// A predicted time and what speaks against it.
#[derive(Clone, Debug, PartialEq)]
pub struct Prediction {
    /// Seconds.
    pub seconds: u32,
    /// Why not to trust it, one sentence each; empty where it may be trusted.
    pub cautions: Vec<String>,
}

/// The time over `distance_km` on `date` that a known race predicts. Unknown weekly kilometres count as few.
pub fn prediction(
    race: &Race,
    distance_km: f64,
    date: NaiveDate,
    weekly_km: Option<f64>,
    rule: &RacePrediction,
) -> Prediction {
    let few = weekly_km.is_none_or(|km| km < f64::from(rule.low_volume_km));
    let hundredths = match (distance_km > BEYOND_HALF_KM && distance_km > race.distance_km, few) {
        (true, true) => rule.low_volume_exponent_hundredths,
        (true, false) => rule.marathon_exponent_hundredths,
        (false, _) => rule.exponent_hundredths,
    };
    let ratio = distance_km / race.distance_km;
    let seconds = f64::from(race.seconds) * ratio.powf(f64::from(hundredths) / 100.0);
    let mut cautions = Vec::new();
    if ratio > f64::from(rule.trusted_ratio) {
        cautions.push(format!(
            "The race is more than {} times as long as the known one: take the predicted time as a rough guess.",
            rule.trusted_ratio
        ));
    }
    cautions.extend(age_caution(race, date, "by then", rule));
    Prediction { seconds: seconds.round().clamp(0.0, 1e6) as u32, cautions }
}

/// The time that a race is run in where the person aims at one: theirs, unless it is far faster than the predicted one.
pub fn aimed_at(target: u32, predicted: Prediction, rule: &RacePrediction) -> Prediction {
    let boldest = u64::from(predicted.seconds) * (100 - rule.bold_percent.clamp(0, 50)).unsigned_abs() as u64 / 100;
    if u64::from(target) >= boldest {
        return Prediction { seconds: target, ..predicted };
    }
    let doubt = format!(
        "You aim at {}, and the known race predicts {}: paces follow the prediction until a newer race or a time trial says more.",
        clock(f64::from(target)),
        clock(f64::from(predicted.seconds))
    );
    Prediction { cautions: std::iter::once(doubt).chain(predicted.cautions).collect(), ..predicted }
}

/// What to know where a race is too old on `date`, which is `when`, to set paces and predictions by.
pub fn age_caution(race: &Race, date: NaiveDate, when: &str, rule: &RacePrediction) -> Option<String> {
    let weeks = (date - race.date).num_days() / 7;
    (weeks >= i64::from(rule.trusted_weeks)).then(|| {
        format!("The known race is {weeks} weeks old {when}: paces and predictions need a newer one or a time trial.")
    })
}

/// Seconds that a race usually takes at this level where no race is known (judgement: minutes a kilometre by level).
pub fn usual_seconds(distance_km: f64, level: Level) -> u32 {
    (distance_km * level.pick(450.0, 375.0, 315.0)).round().clamp(0.0, 1e6) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Goal;
    use crate::rules::{ForAthlete, Setting};

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn predicted(race_km: f64, minutes: u32, km: f64, weekly_km: f64, date: NaiveDate) -> Prediction {
        let level = Level::Intermediate;
        let setting = Setting::of(Goal::Endurance, level);
        let race = Race { distance_km: race_km, seconds: minutes * 60, date: day(1, 1) };
        prediction(&race, km, date, Some(weekly_km), &RacePrediction::for_athlete(&setting))
    }

    #[test]
    fn five_kilometres_predict_ten() {
        let found = predicted(5.0, 20, 10.0, 30.0, day(1, 20));
        assert_eq!((clock(f64::from(found.seconds)).as_str(), found.cautions.len()), ("41:42", 0));
    }

    #[test]
    fn the_plain_exponent_flatters_the_marathon() {
        let from_half = |weekly| clock(f64::from(predicted(21.0975, 105, 42.195, weekly, day(1, 20)).seconds));
        let plain = 105.0 * 60.0 * 2.0_f64.powf(1.06);
        assert_eq!(clock(plain), "3:38:55");
        assert_eq!(from_half(60.0), "3:45:04");
        assert_eq!(from_half(30.0), "3:53:01");
    }

    #[test]
    fn a_time_aimed_at_counts_unless_it_is_far_too_fast() {
        let rule = RacePrediction::for_athlete(&Setting::of(Goal::Endurance, Level::Intermediate));
        let aims = |target| aimed_at(target, predicted(10.0, 50, 21.0975, 40.0, day(1, 20)), &rule);
        let plain = predicted(10.0, 50, 21.0975, 40.0, day(1, 20)).seconds;
        assert_eq!(aims(plain - 120).seconds, plain - 120);
        assert_eq!(aims(plain + 1200).seconds, plain + 1200);
        assert_eq!((aims(5400).seconds, aims(5400).cautions.len()), (plain, 1));
        assert!(aims(5400).cautions[0].contains("1:30:00"), "{:?}", aims(5400).cautions);
    }

    #[test]
    fn a_far_or_old_prediction_says_so() {
        assert_eq!(predicted(5.0, 20, 21.0975, 30.0, day(1, 20)).cautions.len(), 1);
        assert_eq!(predicted(5.0, 20, 20.0, 30.0, day(2, 25)).cautions.len(), 0);
        assert_eq!(predicted(5.0, 20, 10.0, 30.0, day(2, 26)).cautions.len(), 1);
    }
}
