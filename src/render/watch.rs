//! Runs as workouts that a watch or a treadmill guides through, from the same steps as page and calendar.
//!
//! FIT is written by hand: the only crate that writes it asks for a newer compiler than we promise, and what a workout needs of the
//! format is small.

mod aim;
mod fit;
mod intervals;
mod name;
mod ours;
mod serial;
mod zwo;

use crate::plan::{Part, PlacedRun, Plan};

pub use aim::Targets;
pub use intervals::{events as intervals_events, text as intervals_text};
pub use ours::is_ours;

/// What is known of the person beside the plan's steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// Highest heart rate in beats per minute, by which intervals.icu counts.
    pub max_heart_rate: Option<u32>,
    /// Seconds for ten kilometres, by which Zwift counts.
    pub ten_km_seconds: Option<u32>,
}

/// A run on its way to a watch.
#[derive(Clone, Debug)]
pub struct Workout<'a> {
    run: &'a PlacedRun,
    parts: Vec<Part<'a>>,
    targets: Targets,
    treadmill: bool,
    miles: bool,
}

impl<'a> Workout<'a> {
    /// A run with the kind of target that is wished, or else the first kind that its steps know; `None` for a run without steps.
    pub fn new(run: &'a PlacedRun, wished: Option<Targets>, treadmill: bool, miles: bool) -> Option<Self> {
        let parts = run.run.parts();
        let targets = wished.unwrap_or_else(|| Targets::of(&parts));
        (run.warning.is_none() && !parts.is_empty()).then_some(Self { run, parts, targets, treadmill, miles })
    }

    /// The run.
    pub fn run(&self) -> &'a PlacedRun {
        self.run
    }
}

/// FIT workouts named for their runs, and `schedule.fit` that puts them on their days.
pub fn fit(plan: &Plan, workouts: &[Workout<'_>]) -> Vec<(String, Vec<u8>)> {
    let identities = fit::Identity::of(plan);
    let mut files: Vec<(String, Vec<u8>)> = workouts
        .iter()
        .map(|workout| (name::file(&workout.run.id, "fit"), fit::workout(workout, identities.run(workout.run))))
        .collect();
    if !files.is_empty() {
        files.push(("schedule.fit".to_owned(), fit::schedule(workouts, &identities)));
    }
    files
}

/// Zwift workouts named for their runs.
pub fn zwo(workouts: &[Workout<'_>], body: Body) -> Vec<(String, Vec<u8>)> {
    workouts.iter().map(|one| (name::file(&one.run.id, "zwo"), zwo::workout(one, body).into_bytes())).collect()
}
