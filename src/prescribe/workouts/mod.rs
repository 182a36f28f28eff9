//! The library of run workouts: what a run of a given length consists of, and which workout a run should be.
//!
//! Adding a workout is one entry in `library`. A [`Workout`] knows its steps for any length:
//! warm-up, cool-down and the number of repeats follow the minutes the run was given, and hard work its limit.

mod choose;
mod fit;
mod library;
mod limits;
mod main_work;
mod purpose;
mod structure;
mod walk_run;
mod words;

pub use choose::{Need, Role, choose, dosed};
pub use library::LIBRARY;
pub(crate) use limits::{easy_enough, easy_enough_at_race_pace};
pub use structure::Limit;
use structure::Structure;

use super::paces::{PaceKind, Paces};
use crate::model::{Distance, Level, Minutes, Phase, RunShape, RunType, Stimulus};
use crate::rules::Rulebook;

/// One workout of the library.
#[derive(Clone, Debug)]
pub struct Workout {
    /// Its name in the files.
    pub id: &'static str,
    /// The name a person reads.
    pub name: &'static str,
    /// What kind of run it is.
    pub kind: RunType,
    /// Session RPE (CR-10) times ten, before level and length are looked at.
    pub rpe_tenths: i32,
    /// The lowest level it is for.
    pub level: Level,
    /// The phases it belongs to.
    pub phases: &'static [Phase],
    /// Fewest and most minutes it makes sense for.
    pub minutes: (Minutes, Minutes),
    /// Weeks of regular running it takes first.
    pub weeks_running: u32,
    /// Whether it is for beginners and nobody else.
    beginners_only: bool,
    /// How often it is drawn beside others that fit as well.
    weight: u32,
    /// What its hard work trains, where that can be dosed in minutes.
    pub trains: Option<Stimulus>,
    limit: Limit,
    structure: Structure,
}

/// What the steps of a run depend on beside its minutes.
#[derive(Clone, Copy, Debug)]
pub struct Occasion<'a> {
    /// Running level.
    pub level: Level,
    /// The rules in force, for how much hard work a session and a week may hold.
    pub rules: &'a Rulebook,
    /// Run minutes of the whole week, of which hard work is a share.
    pub weekly_minutes: Minutes,
    /// Hard work at half its volume, pace kept.
    pub deload: bool,
    /// Minutes of hard work asked for; without them as much as length and limits allow.
    pub work: Option<Minutes>,
    /// The person's paces; without them repeats over a distance take a usual time.
    pub paces: Option<&'a Paces>,
}

/// One step of a run. Neighbouring steps of one group are repeated together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Seconds of one repetition.
    pub seconds: i32,
    /// Heart-rate zone 1 to 5.
    pub zone: u8,
    /// What it is in words.
    pub effort: &'static str,
    /// How fast.
    pub pace: PaceKind,
    /// How often.
    pub repeat: u32,
    /// The group it is repeated with; `None` where it stands alone.
    pub group: Option<u32>,
}

impl Step {
    /// Seconds of all repetitions.
    pub fn total_seconds(&self) -> i32 {
        self.seconds * self.repeat as i32
    }

    /// Whether it is above the easy zones.
    pub fn is_hard(&self) -> bool {
        self.zone >= 3
    }
}

/// How much of a run is above the easy zones; a begun minute counts whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hard {
    /// Minutes in zones 3 to 5.
    pub minutes: Minutes,
    /// Minutes of them at threshold (zone 4).
    pub threshold_minutes: Minutes,
    /// Minutes of them faster than threshold (zone 5).
    pub fast_minutes: Minutes,
}

/// The workout with this id.
pub fn find(id: &str) -> Option<&'static Workout> {
    LIBRARY.iter().find(|workout| workout.id == id)
}

/// The workout that a race over this distance is.
pub fn race(distance_km: f64) -> &'static Workout {
    let id = Distance::of(distance_km).pick("event_5k", "event_10k", "event_half", "event_marathon");
    find(id).unwrap_or(&LIBRARY[0])
}

impl Workout {
    /// Whether it is for runners of this level.
    pub fn is_for(&self, level: Level) -> bool {
        let reached = self.level.pick(true, level != Level::Beginner, level == Level::Advanced);
        reached && !(self.beginners_only && level != Level::Beginner)
    }

    /// What its hard work counts against.
    pub fn limit(&self) -> Limit {
        self.limit
    }

    /// The steps of a run of `minutes`. Their seconds times repeats sum to the minutes exactly.
    pub fn steps(&self, minutes: Minutes, occasion: &Occasion<'_>) -> Vec<Step> {
        fit::fitted(self, minutes, occasion).steps
    }

    /// Whether a run of `minutes` holds it as it is meant, with all the work that is asked for.
    pub fn is_whole(&self, minutes: Minutes, occasion: &Occasion<'_>) -> bool {
        fit::fitted(self, minutes, occasion).whole
    }

    /// The shortest run, in fives, that holds all the work asked for between a warm-up and a cool-down of usual length.
    pub fn usual_minutes(&self, occasion: &Occasion<'_>) -> Minutes {
        fit::usual_minutes(self, occasion)
    }

    /// Its minutes above the easy zones.
    pub fn hard(&self, minutes: Minutes, occasion: &Occasion<'_>) -> Hard {
        let steps = self.steps(minutes, occasion);
        let above = |holds: &dyn Fn(u8) -> bool| {
            let seconds: i32 = steps.iter().filter(|step| holds(step.zone)).map(Step::total_seconds).sum();
            (seconds + 59) / 60
        };
        Hard {
            minutes: above(&|zone| zone >= 3),
            threshold_minutes: above(&|zone| zone == 4),
            fast_minutes: above(&|zone| zone >= 5),
        }
    }

    /// What the rules need to know of it at this length.
    pub fn shape(&self, minutes: Minutes, level: Level) -> RunShape {
        let long = if self.kind == RunType::Long && minutes >= 90 { 50 } else { 0 };
        // Beginners feel every run a point harder; walks and walk-runs have their own value.
        let beginner = level == Level::Beginner && self.kind != RunType::WalkRun;
        let rpe_tenths = self.rpe_tenths.max(long) + if beginner { 10 } else { 0 };
        RunShape { kind: self.kind, minutes, rpe_tenths: rpe_tenths.min(100) }
    }

    /// About how far it goes in kilometres, by the middle of each step's pace.
    pub fn distance_km(&self, minutes: Minutes, occasion: &Occasion<'_>) -> Option<f64> {
        let paces = occasion.paces?;
        let metres = |step: Step| paces.speed(step.pace) * f64::from(step.total_seconds()) / 60.0;
        Some(self.steps(minutes, occasion).into_iter().map(metres).sum::<f64>() / 1000.0)
    }

    /// What it is for and how it should feel, one line.
    pub fn purpose(&self) -> &'static str {
        purpose::purpose(self)
    }

    /// The easier option, written in advance.
    pub fn if_tired(&self, minutes: Minutes) -> String {
        words::if_tired(self, minutes)
    }
}

#[cfg(test)]
mod tests;
