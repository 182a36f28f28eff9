//! Easy running and what stands beside it.

use super::{
    ANY, Base, Build, Intermediate, Jog, Limit, RunType, Stimulus, Walk, Workout, bout, even, frame, framed, run, walk,
};
use crate::prescribe::paces::PaceKind::Repetition;
use crate::prescribe::workouts::structure::Block::{Once, Set, Strides};
use crate::prescribe::workouts::structure::{NOTHING, easy, warm};

pub(super) const RUNS: &[Workout] = &[
    run("easy", "Easy run", RunType::Easy, 30).lasts(30, 50).drawn(3),
    run("easy_short", "Easy run", RunType::Easy, 30).lasts(15, 30).drawn(3),
    run("easy_long", "General aerobic run", RunType::Easy, 30).from(Intermediate, ANY).lasts(50, 75).drawn(3),
    run("recovery", "Recovery run", RunType::Recovery, 20).from(Intermediate, ANY).lasts(20, 40).is(even(
        Jog,
        1,
        "very easy",
    )),
    run("easy_strides", "Easy run with strides", RunType::Easy, 30).lasts(20, 60).trains(Stimulus::Strides).is(framed(
        easy(30, 12),
        &[Strides(4, 6)],
        NOTHING,
    )),
    run("easy_drills", "Easy run with drills", RunType::Easy, 30).from(Intermediate, &[Base]).lasts(35, 45).is(framed(
        warm(10),
        &[Once(bout(600, Walk, 1, "running drills: A-skips, B-skips, high knees"))],
        easy(20, 5),
    )),
    run("walk_brisk", "Brisk walk", RunType::WalkRun, 20).lasts(20, 40).is(even(Walk, 1, "walk briskly")),
    run("cooldown_jog", "Cool-down jog", RunType::CooldownJog, 20).lasts(5, 15).is(even(Jog, 1, "very easy jog")),
    run("finisher", "Cardio finisher", RunType::Finisher, 80).from(Intermediate, &[Base, Build]).lasts(6, 12).within(
        Limit::Finisher,
        framed(
            frame(3, 1, Jog, 1, "jog to get going"),
            &[Set { bouts: &[bout(20, Repetition, 5, "fast"), walk(40)], times: (6, 8) }],
            frame(2, 1, Walk, 1, "walk"),
        ),
    ),
];
