//! What hard work a week asks of the workout library: which kind, and how many minutes of it.

use crate::model::Minutes;

/// A kind of hard work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Work {
    /// At the pace of the race that the block leads to; without one, of ten kilometres.
    RacePace,
    /// Threshold: tempo runs and cruise intervals.
    Threshold,
    /// Intervals near the maximal oxygen uptake.
    Vo2,
    /// Short and fast repetitions with full rest.
    Repetition,
    /// Hills and fartlek by turns: the first hard running of a base.
    Base,
    /// A few short pieces at race pace in the week of the race.
    Sharpener,
    /// A test over three or five kilometres or twenty to thirty minutes.
    TimeTrial,
    /// The end of a beginner's long run at the effort of the race.
    RaceEffort,
}

/// So many minutes of one kind of hard work, recoveries not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dose {
    /// The kind.
    pub work: Work,
    /// Minutes of work.
    pub minutes: Minutes,
}

/// The hard work of one week.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WeekWork {
    /// What each hard run holds, the most important first.
    pub hard: Vec<Dose>,
    /// What the long run holds.
    pub long: Option<Dose>,
    /// Whether one easy run ends with strides.
    pub strides: bool,
}
