//! Cool-down jogs and finishers on top of the placed runs, where the rules allow them and nothing gets worse by them.

use std::collections::BTreeSet;

use super::judge::{Standing, judge};
use super::{Block, Published, Score};
use crate::brief::{AttachedRuns, Brief};
use crate::model::{Clock, Day, Phase, RunType};
use crate::prescribe::{self, workouts};
use crate::rules::{Ledger, LedgerRule, LedgerRun, Listener, Place, Rule, Tier, Verdict};

/// Adds what the person asked for on top, from a day on. Weeks of taper, recovery or a race and weeks without runs get nothing, deload weeks
/// no finisher.
pub(super) fn add(brief: &Brief, block: &mut Block, published: &Published) {
    if brief.running.attached_runs != AttachedRuns::Extras {
        return;
    }
    let (jogs, finishers) = brief.rules.attached_runs.extras();
    // A finisher wants a body that is known to be fresh: without any check-in there is none.
    let fresh = !brief.check_ins.is_empty();
    let from = published.from.unwrap_or(Day(0));
    for index in 0..block.weeks.len() {
        let week = &block.weeks[index];
        let quiet = matches!(week.phase, Phase::Taper | Phase::Recovery);
        if quiet || week.race.is_some() || week.runs.is_empty() {
            continue;
        }
        // A week that goes on as it was published gets no more of them than were published.
        let known =
            published.places.iter().filter(|(week, ..)| *week == index as i32).map(|(_, name, _)| name.as_str());
        let known: Option<BTreeSet<&str>> = week.as_published.then(|| known.collect());
        let may = |name: &str| known.as_ref().is_none_or(|known| known.contains(name));
        if fresh && !week.deload {
            add_kind(brief, block, (index, from), RunType::Finisher, finishers, &may);
        }
        add_kind(brief, block, (index, from), RunType::CooldownJog, jogs, &may);
    }
}

/// Adds up to `most` runs of one kind to a week from a day on, the earliest sessions first, if they `may` be there by their name;
/// those before the day count.
fn add_kind(
    brief: &Brief,
    block: &mut Block,
    (week, from): (usize, Day),
    kind: RunType,
    most: i32,
    may: &dyn Fn(&str) -> bool,
) {
    let Some(workout) = workouts::LIBRARY.iter().find(|workout| workout.kind == kind) else { return };
    let name = if kind == RunType::Finisher { "finisher" } else { "jog" };
    let is_there = |run: &&Standing| run.place.day.week() == week as i32 && run.place.run.kind == kind;
    let mut added = block.solution.runs.iter().filter(is_there).count() as i32;
    for index in 0..block.timetable.appointments.len() {
        let session = &block.timetable.appointments[index];
        let allowed = brief.rules.attached_runs.longest(kind, session);
        let uncounted = brief.rules.not_after_every_workout.uncounted_jog();
        let longest = if kind == RunType::CooldownJog { allowed.min(uncounted) } else { allowed };
        let is_ahead = session.day.week() == week as i32 && session.day >= from;
        if added >= most || !is_ahead || !session.is_strength() || longest == 0 {
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
        // Named after its session, so that it is the same from week to week whatever becomes of the others.
        let number = session.id.rsplit_once('s').map_or("", |(_, number)| number);
        let slug = format!("{name}-{number}");
        if !may(&slug) {
            continue;
        }
        runs.push(Standing { slug, place });
        runs.sort_by_key(|run| (run.place.start, run.slug.clone()));
        let [before, after] = [&block.solution.runs, &runs].map(|runs| price(brief, block, runs, week as i32));
        if place.day.week() == week as i32
            && before.zip(after).is_some_and(|(before, after)| after <= before)
            && against(brief, block, &runs, week) <= against(brief, block, &block.solution.runs, week)
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

/// What the rules that count minutes hold against a week, placed as in `runs`: musts, then points. Whoever asks for more on top
/// goes past the usual step of the weekly growth, but not past the most. The hard minutes of runs are not known here and count
/// on neither side.
fn against(brief: &Brief, block: &Block, runs: &[Standing], week: usize) -> Against {
    let ledgers: Vec<Ledger> = (0..=week).map(|week| ledger(block, week, runs)).collect();
    let (rules, start) = (&brief.rules, prescribe::start(brief));
    let mut growth = Against::default();
    rules.weekly_growth.judge(&ledgers, &start, &mut growth);
    let mut against = Against::default();
    for rule in rules.in_force().filter_map(Rule::ledger) {
        rule.judge(&ledgers, &start, &mut against);
    }
    Against { shoulds: against.shoulds - growth.shoulds, ..against }
}

fn ledger(block: &Block, week: usize, runs: &[Standing]) -> Ledger {
    let is_inside = |day: Day| day.week() == week as i32;
    let from = runs.partition_point(|run| run.place.day < Day(week as i32 * 7));
    let inside: Vec<&Standing> = runs[from..].iter().take_while(|run| is_inside(run.place.day)).collect();
    let sessions = block.timetable.appointments.iter().filter(|session| is_inside(session.day));
    let counted = inside.iter().map(|run| LedgerRun {
        attached: run.place.attached_to.is_some(),
        ..LedgerRun::easy(run.place.day, run.place.run.kind, run.place.run.minutes)
    });
    Ledger {
        week: week as i32 + 1,
        phase: block.weeks[week].phase,
        deload: block.weeks[week].deload,
        missed: block.missed.get(&(week as i32)).copied().unwrap_or(0),
        away: block.away.contains(&(week as i32)),
        strength: sessions.clone().filter(|session| session.is_strength()).count() as i32,
        load: sessions.map(|session| session.load).sum::<i32>()
            + inside.iter().map(|run| run.place.run.load()).sum::<i32>(),
        runs: counted.collect(),
    }
}

/// What was heard: points of musts, and of shoulds by their weight.
#[derive(Default, PartialEq, Eq, PartialOrd, Ord)]
struct Against {
    musts: i64,
    shoulds: i64,
}

impl Listener for Against {
    fn hear(&mut self, verdict: Verdict, _: &dyn Fn() -> String) {
        match verdict.tier {
            Tier::Must => self.musts += i64::from(verdict.cost),
            Tier::Should => self.shoulds += i64::from(verdict.cost),
            Tier::Preference | Tier::Kept => {}
        }
    }
}
