//! Threshold runs, without a break and in repeats with short ones.

use super::{
    Base, Beginner, Build, Easy, Intermediate, Limit, PaceKind, Peak, RunType, Stimulus, THRESHOLD, Workout, bout,
    framed, jog, run,
};
use crate::model::Level::Advanced;
use crate::prescribe::paces::PaceKind::{Brisk, TenK, Threshold};
use crate::prescribe::workouts::structure::Block::{Long, Set, Stretch};
use crate::prescribe::workouts::structure::{cool, easy, metres, warm};

pub(super) const RUNS: &[Workout] = &[
    run("tempo_intro", "Intro tempo", RunType::Tempo, 60)
        .from(Intermediate, &[Base])
        .lasts(30, 45)
        .trains(Stimulus::Threshold)
        .within(
            Limit::Threshold,
            framed(warm(12), &[Long { bout: THRESHOLD, seconds: (300, 480), rest: jog(120), times: (2, 2) }], cool(10)),
        ),
    run("tempo", "Tempo run", RunType::Tempo, 65)
        .from(Intermediate, &[Build, Peak])
        .lasts(30, 60)
        .trains(Stimulus::Threshold)
        .within(
            Limit::Threshold,
            framed(warm(15), &[Stretch { bout: THRESHOLD, seconds: (600, 1500), percent: 100 }], cool(10)),
        ),
    run("tempo_long", "Long tempo", RunType::Tempo, 70)
        .from(Advanced, &[Build, Peak])
        .lasts(50, 75)
        .trains(Stimulus::Threshold)
        .within(
            Limit::Threshold,
            framed(
                warm(15),
                &[Stretch {
                    bout: bout(0, Threshold, 4, "comfortably hard, just under threshold"),
                    seconds: (1500, 2400),
                    percent: 100,
                }],
                cool(10),
            ),
        ),
    run("cruise_short", "Cruise intervals", RunType::Tempo, 65)
        .from(Intermediate, &[Base, Build, Peak])
        .lasts(35, 65)
        .trains(Stimulus::Threshold)
        .within(
            Limit::Threshold,
            framed(
                warm(15),
                &[Set { bouts: &[bout(300, Threshold, 4, "comfortably hard, threshold"), jog(60)], times: (3, 7) }],
                cool(10),
            ),
        ),
    run("tempo_blocks", "Tempo in blocks", RunType::Tempo, 65)
        .from(Intermediate, &[Build, Peak])
        .lasts(40, 75)
        .trains(Stimulus::Threshold)
        .within(
            Limit::Threshold,
            framed(warm(15), &[Long { bout: THRESHOLD, seconds: (480, 900), rest: jog(120), times: (2, 3) }], cool(10)),
        ),
    run("cruise_long", "Cruise intervals (mile)", RunType::Tempo, 70)
        .from(Advanced, &[Build, Peak])
        .lasts(45, 75)
        .trains(Stimulus::Threshold)
        .within(
            Limit::Threshold,
            framed(
                warm(15),
                &[Set { bouts: &[metres(1600, Threshold, 4, "threshold, about 1600 m"), jog(75)], times: (3, 5) }],
                cool(10),
            ),
        ),
    run("over_under", "Over-unders", RunType::Tempo, 70).from(Advanced, &[Build]).lasts(40, 60).within(
        Limit::Threshold,
        framed(
            warm(15),
            &[Set {
                bouts: &[
                    bout(120, TenK, 4, "a little over threshold"),
                    bout(180, PaceKind::Steady, 3, "steady, under threshold"),
                ],
                times: (3, 5),
            }],
            cool(10),
        ),
    ),
    run("fartlek_easy", "Fartlek, free", RunType::Fartlek, 50)
        .from(Beginner, &[Base])
        .for_beginners()
        .lasts(25, 45)
        .after_weeks(8)
        .trains(Stimulus::Fartlek)
        .within(
            Limit::Interval,
            framed(
                easy(10, 8),
                &[Set {
                    bouts: &[bout(60, Brisk, 4, "brisk, as you like"), bout(120, Easy, 2, "easy")],
                    times: (4, 8),
                }],
                easy(5, 5),
            ),
        ),
    run("tempo_first", "First tempo", RunType::Tempo, 55)
        .from(Beginner, &[Base])
        .for_beginners()
        .lasts(30, 45)
        .after_weeks(8)
        .trains(Stimulus::Threshold)
        .within(
            Limit::Threshold,
            framed(
                easy(12, 10),
                &[Long {
                    bout: bout(0, Brisk, 4, "brisk, a few words at a time"),
                    seconds: (240, 360),
                    rest: jog(120),
                    times: (2, 2),
                }],
                easy(8, 5),
            ),
        ),
    run("fartlek_set", "Fartlek, set", RunType::Fartlek, 65)
        .from(Intermediate, &[Base, Build])
        .lasts(35, 60)
        .trains(Stimulus::Fartlek)
        .within(
            Limit::Interval,
            framed(warm(12), &[Set { bouts: &[bout(60, Brisk, 4, "brisk"), jog(60)], times: (8, 15) }], cool(10)),
        ),
    run("fartlek_long", "Fartlek, two minutes", RunType::Fartlek, 65)
        .from(Intermediate, &[Base, Build, Peak])
        .lasts(40, 65)
        .trains(Stimulus::Fartlek)
        .within(
            Limit::Interval,
            framed(warm(12), &[Set { bouts: &[bout(120, Brisk, 4, "brisk"), jog(120)], times: (4, 8) }], cool(10)),
        ),
];
