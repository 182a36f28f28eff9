//! Race pace, the last touch of it before a race, tests, and races themselves.

use super::{
    Base, Beginner, Build, HALF, Intermediate, Level, Limit, Peak, Race, RunType, Stimulus, Taper, Workout, bout, even,
    framed, jog, run,
};
use crate::prescribe::paces::PaceKind::{FiveK, TenK};
use crate::prescribe::workouts::structure::Block::{Long, Once, Set, Stretch, Strides};
use crate::prescribe::workouts::structure::{cool, metres, warm};

/// Work at the pace of a race in repeats.
const fn at_pace(
    id: &'static str,
    name: &'static str,
    rpe_tenths: i32,
    work: Stimulus,
    main: &'static [super::super::structure::Block],
) -> Workout {
    run(id, name, RunType::RacePace, rpe_tenths)
        .from(Intermediate, &[Build, Peak])
        .trains(work)
        .within(Limit::Race, framed(warm(15), main, cool(10)))
}

/// A little race pace and four strides in the week of the race.
const fn sharpener(id: &'static str, main: &'static [super::super::structure::Block]) -> Workout {
    run(id, "Race sharpener", RunType::RacePace, 60)
        .from(Intermediate, &[Taper])
        .lasts(30, 50)
        .trains(Stimulus::Sharpener)
        .within(Limit::Race, framed(warm(15), main, cool(10)))
}

const fn trial(id: &'static str, level: Level, main: &'static [super::super::structure::Block]) -> Workout {
    run(id, "Time trial", RunType::TimeTrial, 90)
        .from(level, &[Base, Build, Peak])
        .lasts(35, 75)
        .trains(Stimulus::Test)
        .is(framed(warm(15), main, cool(10)))
}

const fn event(id: &'static str, rpe_tenths: i32, zone: u8) -> Workout {
    run(id, "Race", RunType::Race, rpe_tenths).lasts(10, 600).is(even(Race, zone, "race"))
}

pub(super) const RUNS: &[Workout] = &[
    at_pace(
        "race_5k",
        "5K pace",
        80,
        Stimulus::FiveK,
        &[Long { bout: bout(0, FiveK, 5, "at 5K pace"), seconds: (120, 180), rest: jog(120), times: (4, 8) }],
    )
    .lasts(35, 75),
    at_pace(
        "race_10k",
        "10K pace",
        75,
        Stimulus::TenK,
        &[Long { bout: bout(0, TenK, 4, "at 10K pace"), seconds: (180, 300), rest: jog(120), times: (2, 6) }],
    )
    .lasts(40, 80),
    at_pace(
        "race_half",
        "Half marathon pace",
        70,
        Stimulus::Half,
        &[Long { bout: HALF, seconds: (300, 1200), rest: jog(120), times: (2, 4) }],
    )
    .lasts(40, 95),
    sharpener(
        "race_sharp_5k",
        &[Set { bouts: &[bout(60, Race, 5, "at race pace"), jog(120)], times: (4, 6) }, Strides(4, 4)],
    ),
    sharpener(
        "race_sharp_10k",
        &[Set { bouts: &[bout(120, Race, 4, "at race pace"), jog(120)], times: (3, 4) }, Strides(4, 4)],
    ),
    sharpener(
        "race_sharp_half",
        &[
            Long { bout: bout(0, Race, 4, "at race pace"), seconds: (180, 240), rest: jog(120), times: (2, 3) },
            Strides(4, 4),
        ],
    ),
    sharpener(
        "race_sharp_marathon",
        &[Stretch { bout: bout(0, Race, 3, "at race pace"), seconds: (600, 900), percent: 50 }, Strides(4, 4)],
    ),
    trial("time_trial_3k", Beginner, &[Once(metres(3000, FiveK, 5, "as fast as you can hold, about 3 km"))])
        .after_weeks(8),
    trial("time_trial_5k", Intermediate, &[Once(metres(5000, FiveK, 5, "as fast as you can hold, about 5 km"))]),
    trial(
        "time_trial",
        Intermediate,
        &[Stretch { bout: bout(0, TenK, 5, "as fast as you can hold"), seconds: (1200, 1800), percent: 50 }],
    ),
    event("event_5k", 90, 5),
    event("event_10k", 90, 4),
    event("event_half", 85, 4),
    event("event_marathon", 90, 3),
];
