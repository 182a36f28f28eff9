//! The table of workouts, one file a kind of run. Adding one is one entry. The forms are the field's common ones: judgement, not
//! trials.

mod easy;
mod hills;
mod intervals;
mod long;
mod moderate;
mod race;
mod threshold;

use std::sync::LazyLock;

use super::super::paces::PaceKind::{self, Easy, Jog, Race, Walk};
use super::Workout;
use super::structure::Block::WalkRun;
use super::structure::{Bout, Limit, NOTHING, Structure, bout, even, frame, framed};
use crate::model::Level::{Beginner, Intermediate};
use crate::model::Phase::{self, Base, Build, Peak, Recovery, Taper};
use crate::model::{Level, Minutes, RunType, Stimulus};
use crate::rules::STAGES;

const ANY: &[Phase] = &[Base, Build, Peak, Taper, Recovery];

const THRESHOLD: Bout = bout(0, PaceKind::Threshold, 4, "comfortably hard, threshold");
const MARATHON: Bout = bout(0, PaceKind::Marathon, 3, "at marathon pace");
const HALF: Bout = bout(0, PaceKind::Half, 4, "at the pace of a half marathon");
const STEADY: Bout = bout(0, PaceKind::Steady, 3, "steady");

const fn jog(seconds: i32) -> Bout {
    bout(seconds, Jog, 1, "jog")
}

const fn walk(seconds: i32) -> Bout {
    bout(seconds, Walk, 1, "walk")
}

/// An entry: id, name, type and session RPE times ten. The rest follows by the methods below.
const fn run(id: &'static str, name: &'static str, kind: RunType, rpe_tenths: i32) -> Workout {
    Workout {
        id,
        name,
        kind,
        rpe_tenths,
        level: Beginner,
        phases: ANY,
        minutes: (20, 150),
        weeks_running: 0,
        beginners_only: false,
        weight: 1,
        limit: Limit::Free,
        trains: None,
        structure: even(Easy, 2, "easy"),
    }
}

impl Workout {
    const fn from(mut self, level: Level, phases: &'static [Phase]) -> Self {
        self.level = level;
        self.phases = phases;
        self
    }

    const fn for_beginners(mut self) -> Self {
        self.beginners_only = true;
        self
    }

    const fn lasts(mut self, least: Minutes, most: Minutes) -> Self {
        self.minutes = (least, most);
        self
    }

    const fn after_weeks(mut self, weeks: u32) -> Self {
        self.weeks_running = weeks;
        self
    }

    const fn drawn(mut self, weight: u32) -> Self {
        self.weight = weight;
        self
    }

    const fn trains(mut self, work: Stimulus) -> Self {
        self.trains = Some(work);
        self
    }

    const fn is(mut self, structure: Structure) -> Self {
        self.structure = structure;
        self
    }

    const fn within(mut self, limit: Limit, structure: Structure) -> Self {
        self.limit = limit;
        self.structure = structure;
        self
    }
}

const fn walk_run(
    id: &'static str,
    name: &'static str,
    main: &'static [super::structure::Block],
    stage: usize,
) -> Workout {
    let brisk = frame(5, 3, Walk, 1, "walk briskly");
    let minutes = (STAGES[stage - 1].seconds() + 59) / 60;
    run(id, name, RunType::WalkRun, 40).lasts(minutes + 3, minutes + 10).is(framed(brisk, main, NOTHING))
}

/// From walking to running.
const WALK_RUNS: &[Workout] = &[
    walk_run("walkrun_1", "Walk-run, stage 1", &[WalkRun { stage: 1 }], 1),
    walk_run("walkrun_2", "Walk-run, stage 2", &[WalkRun { stage: 2 }], 2),
    walk_run("walkrun_3", "Walk-run, stage 3", &[WalkRun { stage: 3 }], 3),
    walk_run("walkrun_4", "Walk-run, stage 4", &[WalkRun { stage: 4 }], 4),
    walk_run("walkrun_5", "Walk-run, stage 5", &[WalkRun { stage: 5 }], 5),
    walk_run("walkrun_6", "Walk-run, stage 6", &[WalkRun { stage: 6 }], 6),
    walk_run("walkrun_7", "Walk-run, stage 7", &[WalkRun { stage: 7 }], 7),
    walk_run("walkrun_8", "Walk-run, stage 8", &[WalkRun { stage: 8 }], 8),
    walk_run("walkrun_9", "Walk-run, stage 9", &[WalkRun { stage: 9 }], 9),
    walk_run("walkrun_10", "Walk-run, stage 10", &[WalkRun { stage: 10 }], 10),
    walk_run("walkrun_11", "Walk-run, stage 11", &[WalkRun { stage: 11 }], 11),
    walk_run("walkrun_12", "Walk-run, stage 12", &[WalkRun { stage: 12 }], 12),
];

/// Every workout; the first is the plainest.
pub static LIBRARY: LazyLock<Vec<Workout>> = LazyLock::new(|| {
    let kinds =
        [easy::RUNS, WALK_RUNS, long::RUNS, moderate::RUNS, threshold::RUNS, intervals::RUNS, hills::RUNS, race::RUNS];
    kinds.concat()
});
