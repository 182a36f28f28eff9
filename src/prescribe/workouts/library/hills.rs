//! Hills.

use super::{Base, Build, Intermediate, Jog, Limit, RunType, Stimulus, Walk, Workout, bout, framed, run};
use crate::model::Level::Advanced;
use crate::prescribe::paces::PaceKind::Uphill;
use crate::prescribe::workouts::structure::Block::Set;
use crate::prescribe::workouts::structure::{cool, easy, warm};

pub(super) const RUNS: &[Workout] = &[
    run("hill_sprints", "Hill sprints", RunType::Hills, 50).from(Intermediate, &[Base]).lasts(30, 50).within(
        Limit::Repetition,
        framed(
            easy(20, 10),
            &[Set { bouts: &[bout(10, Uphill, 5, "sprint uphill"), bout(110, Walk, 1, "walk down")], times: (4, 8) }],
            easy(10, 5),
        ),
    ),
    run("hills_short", "Short hill repeats", RunType::Hills, 70)
        .from(Intermediate, &[Base, Build])
        .lasts(35, 60)
        .trains(Stimulus::Hills)
        .within(
            Limit::Interval,
            framed(
                warm(15),
                &[Set {
                    bouts: &[bout(60, Uphill, 5, "uphill, strong"), bout(120, Jog, 1, "jog or walk down")],
                    times: (5, 10),
                }],
                cool(10),
            ),
        ),
    run("hills_long", "Long hill repeats", RunType::Hills, 80)
        .from(Advanced, &[Base, Build])
        .lasts(40, 65)
        .trains(Stimulus::Hills)
        .within(
            Limit::Interval,
            framed(
                warm(15),
                &[Set { bouts: &[bout(120, Uphill, 5, "uphill, hard"), bout(180, Jog, 1, "jog down")], times: (4, 6) }],
                cool(10),
            ),
        ),
];
