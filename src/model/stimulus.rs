//! What hard running trains.

use super::words;

words! {
    /// A kind of hard running. Each keeps a line of doses of its own, while the form of the work may change.
    pub enum Stimulus {
        /// At the pace of a race of five kilometres.
        FiveK = "5k_pace",
        /// At the pace of a race of ten kilometres.
        TenK = "10k_pace",
        /// At the pace of a half marathon.
        Half = "half_pace",
        /// At the pace of a marathon.
        Marathon = "marathon_pace",
        /// At threshold.
        Threshold = "threshold",
        /// At maximal oxygen uptake.
        Interval = "interval",
        /// Fast and relaxed.
        Repetition = "repetition",
        /// Uphill.
        Hills = "hills",
        /// Play with speed.
        Fartlek = "fartlek",
        /// Steady or getting faster, below threshold.
        Moderate = "moderate",
        /// A few short strides in an easy run.
        Strides = "strides",
        /// The end of a beginner's long run at the effort of the race.
        RaceEffort = "race_effort",
        /// The last touch of race pace in the week of a race.
        Sharpener = "sharpener",
        /// A test.
        Test = "test",
    }
}

words! {
    /// The four distances that training is told apart by.
    pub enum Distance {
        /// About five kilometres.
        FiveK = "5k",
        /// About ten kilometres.
        TenK = "10k",
        /// About a half marathon.
        Half = "half",
        /// A marathon and more.
        Marathon = "marathon",
    }
}

impl Distance {
    /// The distance that a race of so many kilometres is trained for as.
    pub fn of(km: f64) -> Self {
        match km {
            km if km < 7.5 => Self::FiveK,
            km if km < 15.0 => Self::TenK,
            km if km < 30.0 => Self::Half,
            _ => Self::Marathon,
        }
    }

    /// Picks the value for this distance.
    pub fn pick<T>(self, five: T, ten: T, half: T, marathon: T) -> T {
        match self {
            Self::FiveK => five,
            Self::TenK => ten,
            Self::Half => half,
            Self::Marathon => marathon,
        }
    }

    /// Its kilometres.
    pub fn km(self) -> f64 {
        self.pick(5.0, 10.0, 21.0975, 42.195)
    }

    /// Work at the pace of this race.
    pub fn pace(self) -> Stimulus {
        self.pick(Stimulus::FiveK, Stimulus::TenK, Stimulus::Half, Stimulus::Marathon)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_race_belongs_to_the_nearest_usual_distance() {
        let of = |km| Distance::of(km).word();
        assert_eq!(
            [3.0, 5.0, 10.0, 12.0, 16.1, 21.0975, 42.195].map(of),
            ["5k", "5k", "10k", "10k", "half", "half", "marathon"]
        );
    }
}
