//! A time over one distance says something about another.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};

/// How race times grow with distance, and how far that can be trusted.
#[derive(Clone, Debug)]
pub struct RacePrediction {
    /// Exponent in hundredths, up to the half marathon.
    pub exponent_hundredths: i32,
    /// Exponent in hundredths beyond the half marathon.
    pub marathon_exponent_hundredths: i32,
    /// The same for a runner of little weekly distance.
    pub low_volume_exponent_hundredths: i32,
    /// Weekly distance in kilometres under which it is little.
    pub low_volume_km: i32,
    /// How many times the known distance may be extended.
    pub trusted_ratio: i32,
    /// How many weeks a result may be old.
    pub trusted_weeks: i32,
    /// Percent that a time aimed at may be faster than the predicted one.
    pub bold_percent: i32,
}

pub(super) static CARD: Card = Card {
    id: "race_prediction",
    binding: Binding::Advice,
    summary: "A race time is predicted from a recent race, and says where it should not be trusted.",
    docs: "Time grows a little faster than distance. The usual exponent fits well-trained runners; over the marathon it \
           flatters recreational ones, more so on little volume, counted from the minutes that are run now at easy pace. A \
           prediction far beyond the known distance or from an old race is printed with a caution. The predicted pace is the pace of the race in \
           training too. A time that the person aims at takes its place, unless it is far faster: then it is doubted, and the \
           paces stay with what was run. The exponents for low volume and the limits of trust are judgement.",
    evidence: &[
        "Riegel 1981, Am Sci: time grows with distance to the power 1.06.",
        "Vickers and Vertosick 2016, BMC Sports Sci Med Rehabil: recreational marathons are slower than that predicts.",
        "Judgement: 1.10 for the marathon, 1.15 under 40 km a week; trusted up to 4 times the distance and for 8 weeks; a time aimed at may be 4 % faster.",
    ],
    words: None,
};

impl ForAthlete for RacePrediction {
    fn for_athlete(_: &Setting) -> Self {
        Self {
            exponent_hundredths: 106,
            marathon_exponent_hundredths: 110,
            low_volume_exponent_hundredths: 115,
            low_volume_km: 40,
            trusted_ratio: 4,
            trusted_weeks: 8,
            bold_percent: 4,
        }
    }
}

impl Rule for RacePrediction {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        let exponent = "hundredths";
        vec![
            Number::new(
                "exponent_hundredths",
                "how time grows with distance up to the half marathon",
                exponent,
                &mut self.exponent_hundredths,
                (100, 150),
            ),
            Number::new(
                "marathon_exponent_hundredths",
                "how time grows with distance beyond the half marathon",
                exponent,
                &mut self.marathon_exponent_hundredths,
                (100, 150),
            ),
            Number::new(
                "low_volume_exponent_hundredths",
                "the same on little weekly distance",
                exponent,
                &mut self.low_volume_exponent_hundredths,
                (100, 150),
            ),
            Number::new(
                "low_volume_km",
                "weekly distance under which it is little",
                "km",
                &mut self.low_volume_km,
                (0, 200),
            ),
            Number::new(
                "trusted_ratio",
                "how many times the known distance a prediction may reach",
                "times",
                &mut self.trusted_ratio,
                (1, 20),
            ),
            Number::new("trusted_weeks", "how old a result may be", "weeks", &mut self.trusted_weeks, (1, 104)),
            Number::new(
                "bold_percent",
                "how much faster than predicted a time aimed at may be and still set the pace",
                "%",
                &mut self.bold_percent,
                (0, 50),
            ),
        ]
    }
}
