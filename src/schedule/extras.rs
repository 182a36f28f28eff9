//! Cool-down jogs and finishers on top of the placed runs, where the rules allow them and nothing gets worse by them.

use super::judge::{Standing, judge};
use super::{Block, Score};
use crate::brief::{AttachedRuns, Brief};
use crate::model::{Clock, Day, Phase, RunType};
use crate::prescribe::{self, Week, workouts};
use crate::rules::{Ledger, LedgerRule, LedgerRun, Listener, Place, Tier, Verdict};

/// Adds what the person asked for on top. Weeks of taper, recovery or a race and weeks without runs get nothing, deload weeks
/// no finisher.
pub(super) fn add(brief: &Brief, block: &mut Block) {
    if brief.running.attached_runs != AttachedRuns::Extras {
        return;
    }
    let (jogs, finishers) = brief.rules.attached_runs.extras();
    // A finisher wants a body that is known to be fresh: without any check-in there is none.
    let fresh = !brief.check_ins.is_empty();
    for index in 0..block.weeks.len() {
        let week = &block.weeks[index];
        let quiet = matches!(week.phase, Phase::Taper | Phase::Recovery);
        if quiet || week.race.is_some() || week.runs.is_empty() {
            continue;
        }
        if fresh && !week.deload {
            add_kind(brief, block, index, RunType::Finisher, finishers);
        }
        add_kind(brief, block, index, RunType::CooldownJog, jogs);
    }
}

/// Adds up to `most` runs of one kind to a week, the earliest sessions first.
fn add_kind(brief: &Brief, block: &mut Block, week: usize, kind: RunType, most: i32) {
    let Some(workout) = workouts::LIBRARY.iter().find(|workout| workout.kind == kind) else { return };
    let name = if kind == RunType::Finisher { "finisher" } else { "jog" };
    let mut added = 0;
    for index in 0..block.timetable.appointments.len() {
        let session = &block.timetable.appointments[index];
        let allowed = brief.rules.attached_runs.longest(kind, session);
        let uncounted = brief.rules.not_after_every_workout.uncounted_jog();
        let longest = if kind == RunType::CooldownJog { allowed.min(uncounted) } else { allowed };
        if added == most || session.day.week() != week as i32 || !session.is_strength() || longest == 0 {
            continue;
        }
        let wall = block.timetable.calendar.wall(session.end);
        let minutes_of_day = chrono::Timelike::num_seconds_from_midnight(&wall.time()) / 60;
        let run = workout.shape(longest, brief.athlete.running_level);
        let place = Place {
            run,
            full_minutes: longest,
            day: block.timetable.calendar.day(wall.date()),
            clock: Clock(minutes_of_day as u16),
            start: session.end,
            end: session.end.plus(longest),
            attached_to: Some(index),
            published: None,
            judged: true,
        };
        let mut runs = block.solution.runs.clone();
        runs.push(Standing { slug: format!("{name}-{}", added + 1), place });
        runs.sort_by_key(|run| (run.place.start, run.slug.clone()));
        let [before, after] = [&block.solution.runs, &runs].map(|runs| price(brief, block, runs, week as i32));
        if place.day.week() == week as i32
            && before.zip(after).is_some_and(|(before, after)| after <= before)
            && fits_the_week(brief, block, &runs, week)
        {
            block.solution.runs = runs;
            added += 1;
        }
    }
}

/// What the runs of a week and the one after it cost, placed as in `runs`; `None` where a must is broken.
fn price(brief: &Brief, block: &Block, runs: &[Standing], week: i32) -> Option<Score> {
    let near: Vec<Standing> = runs.iter().filter(|run| (run.place.day.week() - week).abs() <= 2).cloned().collect();
    let mut total = Some(Score::default());
    judge(&brief.rules, &block.timetable, &near, week..week + 2, &mut |_, _, verdict, _| {
        total = total.zip(Score::of(verdict)).map(|(sum, score)| sum + score);
    });
    total
}

/// Whether the week's minutes still grow no faster than they may, and enough of them stand alone.
fn fits_the_week(brief: &Brief, block: &Block, runs: &[Standing], week: usize) -> bool {
    let ledgers: Vec<Ledger> =
        block.weeks[..=week].iter().zip(0..).map(|(week, index)| ledger(week, index, runs)).collect();
    let (rules, start) = (&brief.rules, prescribe::start(brief));
    let (mut growth, mut alone) = (Heard::default(), Heard::default());
    rules.weekly_growth.judge(&ledgers, &start, &mut growth);
    if let Some(rule) = rules.if_on(&rules.dedicated_runs) {
        rule.judge(&ledgers, &start, &mut alone);
    }
    growth.musts == 0 && alone.shoulds == 0
}

fn ledger(week: &Week, index: i32, runs: &[Standing]) -> Ledger {
    let from = runs.partition_point(|run| run.place.day < Day(index * 7));
    let inside = runs[from..].iter().take_while(|run| run.place.day.week() == index);
    let counted = inside.map(|run| LedgerRun {
        attached: run.place.attached_to.is_some(),
        ..LedgerRun::easy(run.place.day, run.place.run.kind, run.place.run.minutes)
    });
    Ledger { week: index + 1, phase: week.phase, deload: week.deload, strength: 0, load: 0, runs: counted.collect() }
}

/// How many verdicts were heard of each kind.
#[derive(Default)]
struct Heard {
    musts: usize,
    shoulds: usize,
}

impl Listener for Heard {
    fn hear(&mut self, verdict: Verdict, _: &dyn Fn() -> String) {
        self.musts += usize::from(verdict.tier == Tier::Must);
        self.shoulds += usize::from(verdict.tier == Tier::Should);
    }
}
