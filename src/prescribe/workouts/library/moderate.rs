//! Steady running and marathon pace, between easy and threshold.

use super::{
    Base, Build, Intermediate, Jog, Limit, MARATHON, PaceKind, Peak, RunType, STEADY, Stimulus, Workout, bout, frame,
    framed, jog, run,
};
use crate::prescribe::workouts::structure::Block::{Long, Stretch};
use crate::prescribe::workouts::structure::{cool, easy, warm};

pub(super) const RUNS: &[Workout] = &[
    run("progression", "Progression run", RunType::Tempo, 50).from(Intermediate, &[Base, Build]).lasts(30, 60).within(
        Limit::Moderate,
        framed(
            easy(10, 8),
            &[
                Stretch { bout: STEADY, seconds: (480, 900), percent: 33 },
                Stretch {
                    bout: bout(0, PaceKind::Threshold, 4, "comfortably hard, up to threshold"),
                    seconds: (300, 600),
                    percent: 20,
                },
            ],
            frame(5, 0, Jog, 1, "cool-down jog"),
        ),
    ),
    run("steady", "Steady run", RunType::Tempo, 50)
        .from(Intermediate, &[Base, Build])
        .lasts(35, 75)
        .trains(Stimulus::Moderate)
        .within(
            Limit::Moderate,
            framed(warm(15), &[Stretch { bout: STEADY, seconds: (480, 2400), percent: 50 }], cool(10)),
        ),
    run("mp_run", "Marathon-pace run", RunType::RacePace, 50)
        .from(Intermediate, &[Build, Peak])
        .lasts(40, 100)
        .trains(Stimulus::Marathon)
        .within(
            Limit::Moderate,
            framed(warm(15), &[Stretch { bout: MARATHON, seconds: (900, 3600), percent: 70 }], cool(10)),
        ),
    run("mp_blocks", "Marathon pace in blocks", RunType::RacePace, 50)
        .from(Intermediate, &[Build, Peak])
        .lasts(45, 120)
        .trains(Stimulus::Marathon)
        .within(
            Limit::Moderate,
            framed(warm(15), &[Long { bout: MARATHON, seconds: (600, 1500), rest: jog(180), times: (2, 3) }], cool(10)),
        ),
];
