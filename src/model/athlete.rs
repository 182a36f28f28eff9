//! Who trains, and what for.

use chrono::{Datelike, NaiveDate};

use super::{Injury, RunClass, words};

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

words! {
    /// Sex, where the person says it: unknown counts as male, since most trials were with men.
    pub enum Sex {
        /// Female.
        Female = "female",
        /// Male.
        Male = "male",
    }
}

/// How used the legs are to heavy work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegHabit {
    /// Under eight weeks of regular leg work, or back after a long time without.
    New,
    /// Two months to a year of it.
    Settled,
    /// Over a year, at least once a week.
    Seasoned,
}

impl LegHabit {
    /// The habit that a strength level stands for.
    pub fn of(strength: Level) -> Self {
        strength.pick(Self::New, Self::Settled, Self::Seasoned)
    }

    /// Picks the value for this habit.
    pub fn pick<T>(self, new: T, settled: T, seasoned: T) -> T {
        match self {
            Self::New => new,
            Self::Settled => settled,
            Self::Seasoned => seasoned,
        }
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
    /// Sex, if said.
    pub sex: Option<Sex>,
    /// Body weight in kilograms.
    pub weight_kg: Option<f64>,
    /// Body height in centimetres.
    pub height_cm: Option<f64>,
    /// Whole weeks since giving birth, at the block's start.
    pub weeks_since_birth: Option<u32>,
    /// Whether a GLP-1 medicine is taken.
    pub glp1: bool,
    /// What the person lives with.
    pub injuries: Vec<Injury>,
    /// Measured maximum heart rate, beats per minute.
    pub max_heart_rate: Option<u32>,
    /// Resting heart rate, beats per minute.
    pub resting_heart_rate: Option<u32>,
    /// A recent race.
    pub recent_race: Option<Race>,
}

impl Athlete {
    /// Somebody of whom nothing else is known.
    pub fn new(goal: Goal, running_level: Level, strength_level: Level) -> Self {
        Self {
            name: String::new(),
            goal,
            running_level,
            strength_level,
            birth_year: None,
            sex: None,
            weight_kg: None,
            height_cm: None,
            weeks_since_birth: None,
            glp1: false,
            injuries: Vec::new(),
            max_heart_rate: None,
            resting_heart_rate: None,
            recent_race: None,
        }
    }

    /// Age in years reached in the year of `date`, as far as the year of birth tells.
    pub fn age_in(&self, date: NaiveDate) -> Option<i32> {
        self.birth_year.map(|year| date.year() - year)
    }

    /// Body mass index, kilograms over square metres, where weight and height are given.
    pub fn bmi(&self) -> Option<f64> {
        let metres = self.height_cm? / 100.0;
        Some(self.weight_kg? / (metres * metres))
    }
}
