//! Long runs.

use super::{
    Base, Beginner, Build, Easy, HALF, Intermediate, Limit, MARATHON, PaceKind, Peak, Race, RunType, STEADY, Stimulus,
    Walk, Workout, bout, frame, framed, run, walk,
};
use crate::model::Level::Advanced;
use crate::prescribe::workouts::structure::Block::{Long, Set, Stretch};
use crate::prescribe::workouts::structure::{NOTHING, cool, easy};

pub(super) const RUNS: &[Workout] = &[
    run("long_easy", "Long run", RunType::Long, 40).lasts(30, 180).drawn(3),
    run("long_walkrun", "Long run with walk breaks", RunType::Long, 40)
        .from(Beginner, &[Base])
        .for_beginners()
        .lasts(40, 75)
        .is(framed(
            frame(5, 3, Walk, 1, "walk briskly"),
            &[Set { bouts: &[bout(300, Easy, 2, "easy"), walk(60)], times: (4, 30) }],
            frame(0, 0, Walk, 1, "walk, easing off"),
        )),
    run("long_progress", "Progression long run", RunType::Long, 50)
        .from(Intermediate, &[Build, Peak])
        .lasts(60, 130)
        .trains(Stimulus::Moderate)
        .within(
            Limit::Moderate,
            framed(easy(40, 20), &[Stretch { bout: STEADY, seconds: (600, 2400), percent: 25 }], NOTHING),
        ),
    run("long_fastfin", "Fast-finish long run", RunType::Long, 60)
        .from(Advanced, &[Peak])
        .lasts(75, 150)
        .trains(Stimulus::Moderate)
        .within(
            Limit::Moderate,
            framed(
                easy(60, 30),
                &[Stretch {
                    bout: bout(0, PaceKind::Steady, 3, "steady, a little faster to the end"),
                    seconds: (900, 1800),
                    percent: 25,
                }],
                cool(5),
            ),
        ),
    run("long_mp", "Long run with marathon pace", RunType::Long, 60)
        .from(Intermediate, &[Build, Peak])
        .lasts(75, 180)
        .trains(Stimulus::Marathon)
        .within(
            Limit::Moderate,
            framed(
                easy(20, 15),
                &[Long { bout: MARATHON, seconds: (600, 1800), rest: bout(300, Easy, 2, "easy"), times: (1, 3) }],
                cool(10),
            ),
        ),
    run("long_half", "Long run with half marathon pace", RunType::Long, 60)
        .from(Intermediate, &[Build, Peak])
        .lasts(60, 150)
        .trains(Stimulus::Half)
        .within(
            Limit::Moderate,
            framed(
                easy(30, 20),
                &[Long { bout: HALF, seconds: (480, 1200), rest: bout(180, Easy, 2, "easy"), times: (1, 3) }],
                cool(5),
            ),
        ),
    run("long_race_end", "Long run, the end at race effort", RunType::Long, 50)
        .from(Beginner, &[Build, Peak])
        .for_beginners()
        .lasts(35, 150)
        .trains(Stimulus::RaceEffort)
        .within(
            Limit::Moderate,
            framed(
                easy(30, 15),
                &[Stretch { bout: bout(0, Race, 3, "at the effort of the race"), seconds: (300, 1200), percent: 25 }],
                frame(5, 5, Walk, 1, "walk, easing off"),
            ),
        ),
];
