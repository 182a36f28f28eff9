//! The table of workouts. Adding one is one entry here. The forms are the field's common ones: judgement, not trials.

use super::super::paces::PaceKind::{
    Easy, Interval, Jog, Marathon, Race, Repetition, Steady, TenK, Threshold, Uphill, Walk,
};
use super::Workout;
use super::structure::Block::{Long, Once, Pyramid, Series, Set, Stretch, Strides, WalkRun};
use super::structure::{Bout, Limit, NOTHING, STRIDE, Structure, bout, cool, easy, even, frame, framed, metres, warm};
use crate::model::Level::{Advanced, Beginner, Intermediate};
use crate::model::Phase::{self, Base, Build, Peak, Recovery, Taper};
use crate::model::{Level, Minutes, RunType};
use crate::rules::STAGES;

const ANY: &[Phase] = &[Base, Build, Peak, Taper, Recovery];

const TEMPO: Bout = bout(0, Threshold, 4, "comfortably hard, threshold");
const MARATHON: Bout = bout(0, Marathon, 3, "at marathon pace");
const STEADY: Bout = bout(0, Steady, 3, "steady");

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

const fn race(id: &'static str, name: &'static str, rpe_tenths: i32, zone: u8) -> Workout {
    run(id, name, RunType::Race, rpe_tenths).lasts(10, 600).is(even(Race, zone, "race"))
}

/// Every workout.
pub static LIBRARY: &[Workout] = &[
    // Easy running and what stands beside it.
    run("easy", "Easy run", RunType::Easy, 30).lasts(30, 50).drawn(3),
    run("easy_short", "Easy run", RunType::Easy, 30).lasts(15, 30).drawn(3),
    run("easy_long", "General aerobic run", RunType::Easy, 30)
        .from(Intermediate, &[Base, Build])
        .lasts(50, 75)
        .drawn(3),
    run("recovery", "Recovery run", RunType::Recovery, 20).from(Intermediate, ANY).lasts(20, 35).is(even(
        Jog,
        1,
        "very easy",
    )),
    run("easy_strides", "Easy run with strides", RunType::Easy, 35)
        .lasts(30, 55)
        .after_weeks(4)
        .within(Limit::Repetition, framed(easy(30, 15), &[Set { bouts: STRIDE, times: (4, 8) }], NOTHING)),
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
    // From walking to running.
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
    // Long runs.
    run("long_easy", "Long run", RunType::Long, 40).lasts(30, 150).drawn(3),
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
        .within(
            Limit::Moderate,
            framed(easy(40, 20), &[Stretch { bout: MARATHON, seconds: (600, 2700), percent: 33 }], NOTHING),
        ),
    run("long_fastfin", "Fast-finish long run", RunType::Long, 60).from(Advanced, &[Peak]).lasts(75, 150).within(
        Limit::Moderate,
        framed(
            easy(60, 30),
            &[Stretch {
                bout: bout(0, Marathon, 3, "at marathon pace or a little faster"),
                seconds: (900, 1800),
                percent: 30,
            }],
            NOTHING,
        ),
    ),
    run("long_mp", "Long run with marathon pace", RunType::Long, 60).from(Advanced, &[Peak]).lasts(75, 150).within(
        Limit::Moderate,
        framed(
            easy(20, 10),
            &[Long { bout: MARATHON, seconds: (900, 1800), rest: bout(300, Easy, 2, "easy"), times: (2, 3) }],
            cool(10),
        ),
    ),
    // Moderate runs.
    run("progression", "Progression run", RunType::Tempo, 50).from(Intermediate, &[Base, Build]).lasts(30, 50).within(
        Limit::Moderate,
        framed(
            easy(10, 8),
            &[
                Stretch { bout: STEADY, seconds: (480, 900), percent: 33 },
                Stretch { bout: MARATHON, seconds: (480, 900), percent: 33 },
            ],
            NOTHING,
        ),
    ),
    run("steady", "Steady run", RunType::Tempo, 50).from(Intermediate, &[Base, Build]).lasts(35, 65).within(
        Limit::Moderate,
        framed(warm(15), &[Stretch { bout: STEADY, seconds: (900, 2400), percent: 100 }], cool(10)),
    ),
    run("mp_run", "Marathon-pace run", RunType::RacePace, 50).from(Advanced, &[Build, Peak]).lasts(40, 90).within(
        Limit::Moderate,
        framed(warm(15), &[Stretch { bout: MARATHON, seconds: (1200, 3600), percent: 100 }], cool(10)),
    ),
    // Threshold.
    run("tempo_intro", "Intro tempo", RunType::Tempo, 60).from(Intermediate, &[Base]).lasts(30, 45).within(
        Limit::Threshold,
        framed(warm(12), &[Long { bout: TEMPO, seconds: (300, 360), rest: jog(120), times: (2, 2) }], cool(10)),
    ),
    run("tempo", "Tempo run", RunType::Tempo, 65).from(Intermediate, &[Build, Peak]).lasts(30, 60).within(
        Limit::Threshold,
        framed(warm(15), &[Stretch { bout: TEMPO, seconds: (600, 1200), percent: 100 }], cool(10)),
    ),
    run("tempo_long", "Long tempo", RunType::Tempo, 70).from(Advanced, &[Build, Peak]).lasts(50, 75).within(
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
    run("cruise_short", "Cruise intervals", RunType::Intervals, 65)
        .from(Intermediate, &[Build, Peak])
        .lasts(35, 65)
        .within(
            Limit::Threshold,
            framed(
                warm(15),
                &[Set { bouts: &[bout(300, Threshold, 4, "comfortably hard, threshold"), jog(60)], times: (3, 6) }],
                cool(10),
            ),
        ),
    run("cruise_long", "Cruise intervals (mile)", RunType::Intervals, 70)
        .from(Advanced, &[Build, Peak])
        .lasts(45, 75)
        .within(
            Limit::Threshold,
            framed(
                warm(15),
                &[Set {
                    bouts: &[metres(1600, Threshold, 4, "comfortably hard, about 1600 m"), jog(75)],
                    times: (3, 5),
                }],
                cool(10),
            ),
        ),
    run("over_under", "Over-unders", RunType::Intervals, 70).from(Advanced, &[Build]).lasts(40, 60).within(
        Limit::Threshold,
        framed(
            warm(15),
            &[Set {
                bouts: &[
                    bout(120, TenK, 4, "hard, a little over threshold"),
                    bout(180, Marathon, 3, "at marathon pace"),
                ],
                times: (4, 5),
            }],
            cool(10),
        ),
    ),
    // Intervals.
    run("vo2_3min", "Intervals, 3 minutes", RunType::Intervals, 80).from(Intermediate, &[Build]).lasts(40, 65).within(
        Limit::Interval,
        framed(warm(15), &[Set { bouts: &[bout(180, Interval, 5, "hard"), jog(150)], times: (5, 6) }], cool(10)),
    ),
    run("vo2_4min", "Intervals, 4 minutes", RunType::Intervals, 80)
        .from(Advanced, &[Build, Peak])
        .lasts(45, 70)
        .within(
            Limit::Interval,
            framed(warm(15), &[Set { bouts: &[bout(240, Interval, 5, "hard"), jog(180)], times: (4, 5) }], cool(10)),
        ),
    run("vo2_800", "Intervals, 800 m", RunType::Intervals, 80).from(Intermediate, &[Build, Peak]).lasts(40, 70).within(
        Limit::Interval,
        framed(
            warm(15),
            &[Set {
                bouts: &[metres(800, Interval, 5, "hard, about 800 m"), metres(400, Jog, 1, "jog, about 400 m")],
                times: (5, 6),
            }],
            cool(10),
        ),
    ),
    run("vo2_1000", "Intervals, 1000 m", RunType::Intervals, 80).from(Advanced, &[Peak]).lasts(45, 75).within(
        Limit::Interval,
        framed(
            warm(15),
            &[Set {
                bouts: &[metres(1000, Interval, 5, "hard, about 1000 m"), metres(400, Jog, 1, "jog, about 400 m")],
                times: (4, 6),
            }],
            cool(10),
        ),
    ),
    run("short_3030", "Thirty-thirties", RunType::Intervals, 80).from(Intermediate, &[Build]).lasts(35, 60).within(
        Limit::Interval,
        framed(
            warm(15),
            &[Series { bouts: &[bout(30, Interval, 5, "hard"), jog(30)], times: (8, 10), sets: 2, between: jog(240) }],
            cool(10),
        ),
    ),
    run("pyramid", "Pyramid", RunType::Intervals, 75).from(Intermediate, &[Build, Peak]).lasts(35, 60).within(
        Limit::Interval,
        framed(
            warm(15),
            &[Pyramid { bout: bout(0, TenK, 5, "at the effort of a 5K to 10K race"), rest: jog(0), peak: 4 }],
            cool(10),
        ),
    ),
    run("reps_200", "Repetitions, 200 m", RunType::Intervals, 70).from(Advanced, &[Base, Peak]).lasts(35, 60).within(
        Limit::Repetition,
        framed(
            warm(15),
            &[Set {
                bouts: &[
                    metres(200, Repetition, 5, "fast and relaxed, about 200 m"),
                    metres(200, Jog, 1, "jog, about 200 m"),
                ],
                times: (8, 12),
            }],
            cool(10),
        ),
    ),
    run("reps_400", "Repetitions, 400 m", RunType::Intervals, 75).from(Advanced, &[Peak]).lasts(40, 75).within(
        Limit::Repetition,
        framed(
            warm(15),
            &[Set {
                bouts: &[
                    metres(400, Repetition, 5, "fast and relaxed, about 400 m"),
                    metres(400, Jog, 1, "jog, about 400 m"),
                ],
                times: (6, 10),
            }],
            cool(10),
        ),
    ),
    // Hills.
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
        .within(
            Limit::Interval,
            framed(
                warm(15),
                &[Set {
                    bouts: &[bout(60, Uphill, 5, "uphill, strong"), bout(90, Jog, 1, "jog down")],
                    times: (6, 10),
                }],
                cool(10),
            ),
        ),
    run("hills_long", "Long hill repeats", RunType::Hills, 80).from(Advanced, &[Build]).lasts(40, 65).within(
        Limit::Interval,
        framed(
            warm(15),
            &[Set { bouts: &[bout(150, Uphill, 5, "uphill, hard"), bout(150, Jog, 1, "jog down")], times: (4, 6) }],
            cool(10),
        ),
    ),
    // Fartlek.
    run("fartlek_easy", "Fartlek, free", RunType::Fartlek, 50)
        .from(Beginner, &[Base])
        .lasts(25, 45)
        .after_weeks(8)
        .within(
            Limit::Interval,
            framed(
                easy(10, 8),
                &[Set {
                    bouts: &[bout(45, TenK, 4, "faster, as you like"), bout(135, Easy, 2, "easy")],
                    times: (6, 8),
                }],
                easy(5, 5),
            ),
        ),
    run("fartlek_set", "Fartlek, set", RunType::Fartlek, 65).from(Intermediate, &[Base, Build]).lasts(35, 60).within(
        Limit::Interval,
        framed(
            warm(12),
            &[Set { bouts: &[bout(60, TenK, 4, "brisk"), bout(90, Jog, 1, "jog")], times: (8, 10) }],
            cool(10),
        ),
    ),
    // Before a race, and tests.
    run("race_sharp", "Race sharpener", RunType::RacePace, 60).from(Intermediate, &[Taper]).lasts(30, 55).within(
        Limit::Interval,
        framed(
            warm(15),
            &[Set { bouts: &[bout(150, Race, 4, "at race pace"), jog(120)], times: (3, 4) }, Strides(4)],
            cool(10),
        ),
    ),
    run("time_trial", "Time trial", RunType::TimeTrial, 90).from(Intermediate, &[Base, Build, Peak]).lasts(40, 60).is(
        framed(
            warm(15),
            &[Stretch { bout: bout(0, TenK, 5, "as fast as you can hold"), seconds: (1200, 1800), percent: 100 }],
            cool(10),
        ),
    ),
    race("race_5k", "Race", 90, 5),
    race("race_10k", "Race", 90, 4),
    race("race_half", "Race", 85, 4),
    race("race_marathon", "Race", 90, 3),
];
