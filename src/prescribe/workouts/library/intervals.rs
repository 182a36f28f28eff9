//! Intervals near the maximal oxygen uptake, and fast repetitions.

use super::{Base, Build, Intermediate, Jog, Limit, Peak, RunType, Stimulus, Workout, bout, framed, jog, run};
use crate::model::Level::Advanced;
use crate::prescribe::paces::PaceKind::{FiveK, Interval, Repetition};
use crate::prescribe::workouts::structure::Block::{Pyramid, Series, Set};
use crate::prescribe::workouts::structure::{cool, metres, warm};

/// Work and rest, so many times, after a warm-up.
const fn repeats(
    id: &'static str,
    name: &'static str,
    rpe_tenths: i32,
    (work, limit): (Stimulus, Limit),
    main: &'static [super::super::structure::Block],
) -> Workout {
    run(id, name, RunType::Intervals, rpe_tenths).trains(work).within(limit, framed(warm(15), main, cool(10)))
}

const fn hard(id: &'static str, name: &'static str, main: &'static [super::super::structure::Block]) -> Workout {
    repeats(id, name, 80, (Stimulus::Interval, Limit::Interval), main)
}

pub(super) const RUNS: &[Workout] = &[
    hard(
        "vo2_2min",
        "Intervals, 2 minutes",
        &[Set { bouts: &[bout(120, Interval, 5, "hard"), jog(120)], times: (4, 6) }],
    )
    .from(Intermediate, &[Build])
    .lasts(35, 60),
    hard(
        "vo2_3min",
        "Intervals, 3 minutes",
        &[Set { bouts: &[bout(180, Interval, 5, "hard"), jog(120)], times: (4, 6) }],
    )
    .from(Intermediate, &[Build])
    .lasts(40, 65),
    hard(
        "vo2_4min",
        "Intervals, 4 minutes",
        &[Set { bouts: &[bout(240, Interval, 5, "hard"), jog(180)], times: (3, 6) }],
    )
    .from(Advanced, &[Build, Peak])
    .lasts(45, 75),
    hard(
        "vo2_800",
        "Intervals, 800 m",
        &[Set {
            bouts: &[metres(800, Interval, 5, "hard, about 800 m"), metres(400, Jog, 1, "jog, about 400 m")],
            times: (3, 6),
        }],
    )
    .from(Intermediate, &[Build, Peak])
    .lasts(40, 70),
    hard(
        "vo2_1000",
        "Intervals, 1000 m",
        &[Set {
            bouts: &[metres(1000, Interval, 5, "hard, about 1000 m"), metres(400, Jog, 1, "jog, about 400 m")],
            times: (3, 6),
        }],
    )
    .from(Advanced, &[Peak])
    .lasts(45, 75),
    hard(
        "short_3030",
        "Thirty-thirties",
        &[Series { bouts: &[bout(30, Interval, 5, "hard"), jog(30)], times: (8, 12), sets: 2, between: jog(240) }],
    )
    .from(Intermediate, &[Build])
    .lasts(35, 60),
    hard(
        "pyramid",
        "Pyramid",
        &[Pyramid { bout: bout(0, FiveK, 5, "at the effort of a 5K to 10K race"), rest: jog(0), peak: 4 }],
    )
    .from(Intermediate, &[Build, Peak])
    .lasts(40, 60),
    repeats(
        "reps_200",
        "Repetitions, 200 m",
        70,
        (Stimulus::Repetition, Limit::Repetition),
        &[Set {
            bouts: &[
                metres(200, Repetition, 5, "fast and relaxed, about 200 m"),
                metres(200, Jog, 1, "jog or walk, about 200 m"),
            ],
            times: (4, 12),
        }],
    )
    .from(Advanced, &[Base, Build, Peak])
    .lasts(35, 60),
    repeats(
        "reps_400",
        "Repetitions, 400 m",
        75,
        (Stimulus::Repetition, Limit::Repetition),
        &[Set {
            bouts: &[
                metres(400, Repetition, 5, "fast and relaxed, about 400 m"),
                metres(400, Jog, 1, "jog or walk, about 400 m"),
            ],
            times: (3, 10),
        }],
    )
    .from(Advanced, &[Peak])
    .lasts(40, 75),
];
