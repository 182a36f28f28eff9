//! Who trains, and what for.

use chrono::{Datelike, NaiveDate};

use super::{RunClass, words};

words! {
    /// What the person wants from training. `strength` is the literature's strength and hypertrophy.
    pub enum Goal {
        /// Maximal strength or muscle size first.
        Strength = "strength",
        /// Running performance first.
        Endurance = "endurance",
        /// Losing weight.
        WeightLoss = "weight_loss",
        /// All-round fitness.
        GeneralFitness = "general_fitness",
    }
}

words! {
    /// Training status, asked separately for running and for strength.
    pub enum Level {
        /// Under six months of regular running, or not yet 30 minutes without a walk.
        Beginner = "beginner",
        /// Half a year to some years of regular running.
        Intermediate = "intermediate",
        /// Years of running with regular quality sessions.
        Advanced = "advanced",
    }
}

impl Level {
    /// Picks the value for this level.
    pub fn pick<T>(self, beginner: T, intermediate: T, advanced: T) -> T {
        match self {
            Self::Beginner => beginner,
            Self::Intermediate => intermediate,
            Self::Advanced => advanced,
        }
    }
}

impl Goal {
    /// Picks the value for this goal.
    pub fn pick<T>(self, strength: T, endurance: T, weight_loss: T, general_fitness: T) -> T {
        match self {
            Self::Strength => strength,
            Self::Endurance => endurance,
            Self::WeightLoss => weight_loss,
            Self::GeneralFitness => general_fitness,
        }
    }

    /// How much a run is worth when one must be left out: 3 for the one to keep longest.
    pub fn worth(self, class: RunClass) -> i32 {
        let (easy, quality, long) = self.pick((3, 1, 2), (1, 2, 3), (2, 1, 3), (2, 1, 3));
        match class {
            RunClass::Easy => easy,
            RunClass::Quality | RunClass::Race => quality,
            RunClass::Long => long,
        }
    }
}

/// A race that was run, from which paces follow.
#[derive(Clone, Debug, PartialEq)]
pub struct Race {
    /// Distance in kilometres.
    pub distance_km: f64,
    /// Time in seconds.
    pub seconds: u32,
    /// When it was run.
    pub date: NaiveDate,
}

/// The person.
#[derive(Clone, Debug, PartialEq)]
pub struct Athlete {
    /// The name on the page; may be empty.
    pub name: String,
    /// What for.
    pub goal: Goal,
    /// Running level.
    pub running_level: Level,
    /// Strength level, `Intermediate` when not given.
    pub strength_level: Level,
    /// Year of birth.
    pub birth_year: Option<i32>,
    /// Body weight in kilograms.
    pub weight_kg: Option<f64>,
    /// Measured maximum heart rate, beats per minute.
    pub max_heart_rate: Option<u32>,
    /// Resting heart rate, beats per minute.
    pub resting_heart_rate: Option<u32>,
    /// A recent race.
    pub recent_race: Option<Race>,
}

impl Athlete {
    /// Age in years reached in the year of `date`, as far as the year of birth tells.
    pub fn age_in(&self, date: NaiveDate) -> Option<i32> {
        self.birth_year.map(|year| date.year() - year)
    }
}
