//! The block, week after week.

use std::borrow::Cow;

use super::course::{LongStage, Stage};
use super::dose::Held;
use super::history::History;
use super::lowering::{Lowering, Step, Whom};
use super::planner::Planner;
use super::{Outcome, Week, body, brought, course, notes, people, shape};
use crate::brief::{Brief, CheckIn};
use crate::model::{Day, Minutes, Priority, RaceKind, RunClass};
use crate::rules::AfterRace;

/// Says what became of a week's requests where that is known: the week from 0, as it was asked, and what of it is known so far.
pub type Answers<'a> = dyn Fn(usize, &Week, &[(String, Minutes)]) -> Option<Vec<(String, Minutes)>> + 'a;

/// Which runs each week should hold. Later weeks build on what `outcome` says was placed of the earlier ones; `seed` varies
/// the workouts.
pub fn block(brief: &Brief, outcome: &Outcome, seed: u64) -> Vec<Week> {
    Prescriber::new(brief, seed).block(outcome, &|_, _, _| None).0
}

/// Prescribes the same block more than once: what hangs on nothing that is placed is found out once.
pub struct Prescriber<'b> {
    brief: Cow<'b, Brief>,
    seed: u64,
    lowerings: Vec<Lowering>,
    stages: Vec<Stage>,
    /// The weeks of the same person in health, where how the body answers lowers anything.
    healthy: Vec<Week>,
}

impl<'b> Prescriber<'b> {
    /// For this brief, its workouts varied by `seed`.
    pub fn new(brief: &'b Brief, seed: u64) -> Self {
        let brief = running_base(brief).map_or(Cow::Borrowed(brief), Cow::Owned);
        let lowerings = body::lowerings(&brief);
        let is_healthy = lowerings == body::after_breaks(&brief);
        let healthy = if is_healthy { Vec::new() } else { without_answers(&brief, seed) };
        Self { stages: course(&brief, seed), brief, seed, lowerings, healthy }
    }

    /// The weeks, front to back with the answers that are known: a week is asked, hears what became of it, and is asked in another way
    /// until there is nothing more to hear; the next builds on it. With what became of every week.
    pub fn block(&self, outcome: &Outcome, answers: &Answers<'_>) -> (Vec<Week>, Outcome) {
        let along_course = (&*self.stages, &*self.healthy);
        let (mut weeks, known) = weeks(&self.brief, outcome, self.seed, self.lowerings.clone(), along_course, answers);
        brought::take_over(&self.brief, &mut weeks, &known);
        (weeks, known)
    }
}

/// The same person without a race that the rules know nothing of: only the running base for it is planned.
fn running_base(brief: &Brief) -> Option<Brief> {
    brief.block.event.as_ref().filter(|event| event.kind != RaceKind::Run)?;
    let mut base = brief.clone();
    base.block.event = None;
    Some(base)
}

/// The block of the same person who has nothing to say: what the body answers only lowers it.
fn without_answers(brief: &Brief, seed: u64) -> Vec<Week> {
    let mut silent = brief.clone();
    silent.check_ins.clear();
    let lowerings = body::lowerings(&silent);
    weeks(&silent, &Outcome::default(), seed, lowerings, (&course(&silent, seed), &[]), &|_, _, _| None).0
}

/// What every week loses, by these check-ins.
fn lowerings_of(brief: &Brief, check_ins: &[CheckIn]) -> Vec<Lowering> {
    let mut then = brief.clone();
    then.check_ins = check_ins.to_vec();
    let mut lowerings = body::lowerings(&then);
    race_bars(&then, &mut lowerings);
    people::lower(&then, &mut lowerings);
    lowerings
}

/// The course of the block: drawn once to see how much its weeks hold, and again with the hard work that such weeks bear.
fn course(brief: &Brief, seed: u64) -> Vec<Stage> {
    let mut silent = brief.clone();
    silent.check_ins.clear();
    let start = History::new(&silent).start;
    let stages = course::course(&silent, &start, &[]);
    let lowerings = body::lowerings(&silent);
    let (weeks, _) = along(&silent, &Outcome::default(), seed, lowerings, (&stages, &[]), &|_, _, _| None);
    let held = |week: &Week| Held {
        minutes: week.runs.iter().map(|run| run.shape.minutes).sum(),
        hard: week.runs.iter().any(|run| run.shape.class() == RunClass::Quality),
    };
    let held: Vec<Held> = weeks.iter().map(held).collect();
    course::course(brief, &History::new(brief).start, &held)
}

/// So often a week may be asked in another way.
const MOST_QUESTIONS: usize = 12;

fn weeks(
    brief: &Brief,
    outcome: &Outcome,
    seed: u64,
    lowerings: Vec<Lowering>,
    along_course: (&[Stage], &[Week]),
    answers: &Answers<'_>,
) -> (Vec<Week>, Outcome) {
    let (mut weeks, known) = along(brief, outcome, seed, lowerings, along_course, answers);
    notes::welcome(brief, &mut weeks);
    people::notes(brief, &mut weeks);
    (weeks, known)
}

/// The weeks along a course, never more than those in health.
fn along(
    brief: &Brief,
    outcome: &Outcome,
    seed: u64,
    mut lowerings: Vec<Lowering>,
    (stages, healthy): (&[Stage], &[Week]),
    answers: &Answers<'_>,
) -> (Vec<Week>, Outcome) {
    race_bars(brief, &mut lowerings);
    people::lower(brief, &mut lowerings);
    let mut history = History::new(brief);
    let mut known = outcome.clone();
    known.weeks.resize(stages.len(), Vec::new());
    let then = outcome.published.as_ref().map(|published| lowerings_of(brief, &published.check_ins));
    let mut weeks: Vec<Week> = Vec::new();
    for (index, (stage, lowering)) in stages.iter().zip(&lowerings).enumerate() {
        let earlier = weeks.iter().rev().take(2).flat_map(|week| &week.runs);
        let taken: Vec<&'static str> =
            earlier.filter(|run| run.shape.class() != RunClass::Easy).map(|run| run.workout).collect();
        let down_in = |weeks: usize| stages.get(index + weeks).is_none_or(|next| next.long != LongStage::Up);
        let healthy = healthy.get(index);
        let mut questions = 0;
        let planned = loop {
            let maker = Planner {
                brief,
                outcome: &known,
                history: &history,
                index,
                stage,
                down_next: down_in(1),
                down_after_next: down_in(2),
                shape: stage.shape,
                lowering,
                healthy,
                seed,
                taken: taken.clone(),
            };
            let mut planned = maker.week();
            if let Some(past) = known.past.get(index) {
                planned.week = past.clone();
            } else {
                let then = then.as_ref().and_then(|then| then.get(index));
                if let Some(week) = then.and_then(|then| maker.as_published(&planned, then)) {
                    planned.week = week;
                }
                if index == known.past.len() {
                    maker.goes_on(&mut planned.week);
                }
            }
            questions += 1;
            let heard = answers(index, &planned.week, &known.weeks[index]);
            match heard.filter(|_| questions < MOST_QUESTIONS) {
                Some(heard) if costs_a_run(&known.weeks[index], &heard) && known.alone.insert(index) => {}
                Some(heard) => known.weeks[index] = heard,
                None => break planned,
            }
        };
        history.push(&planned, &known);
        weeks.push(planned.week);
    }
    (weeks, known)
}

/// Whether minutes that were taken over from runs without a place cost another one its own.
fn costs_a_run(known: &[(String, Minutes)], heard: &[(String, Minutes)]) -> bool {
    let lost = |changed: &[(String, Minutes)]| changed.iter().filter(|(_, minutes)| *minutes == 0).count();
    lost(known) > 0 && lost(heard) > lost(known)
}

/// No other run on the day of a race, and the days after it as the rule has them; one before the block counts as well.
fn race_bars(brief: &Brief, weeks: &mut [Lowering]) {
    let event = brief.block.event.as_ref().map(|event| (shape::race_day(brief, event), event.distance_km));
    for (day, distance_km) in event.into_iter().chain(shape::race_before(brief)) {
        bars_around(brief, day, distance_km, weeks);
    }
    let rule = &brief.rules.after_race;
    for other in brief.block.events.iter().filter(|other| Some(*other) != brief.block.event.as_ref()) {
        let (day, tune_up) = (shape::race_day(brief, other), &brief.rules.tune_up);
        let is_b = other.priority == Priority::B && other.kind == RaceKind::Run;
        if is_b && tune_up.is_goal(other.distance_km, event.map(|(main, _)| main.0 - day.0)) {
            bars_around(brief, day, other.distance_km, weeks);
            continue;
        }
        let easy = rule.easy_days(other.distance_km);
        let easy = if is_b && tune_up.is_long(other.distance_km) { easy } else { easy.min(rule.easy_days(0.0)) };
        let bars = Lowering::default().bar("one_run_a_day", day, 1, Whom::Everyone, "The day of the race.").bar(
            "after_race",
            day.plus(1),
            easy,
            Whom::Hard,
            &format!("{easy} days without a hard run after {}.", other.name),
        );
        for week in weeks.iter_mut() {
            week.and(bars.clone());
        }
    }
}

fn bars_around(brief: &Brief, day: Day, distance_km: f64, weeks: &mut [Lowering]) {
    let rule = &brief.rules.after_race;
    let (rest, easy) = (rule.rest_days(distance_km), rule.easy_days(distance_km));
    let bars = Lowering::default()
        .bar("one_run_a_day", day, 1, Whom::Everyone, "The day of the race.")
        .bar("after_race", day.plus(1), rest, Whom::Everyone, &format!("{rest} days without a run after the race."))
        .bar("after_race", day.plus(1), easy, Whom::Hard, &format!("{easy} days without a hard run after the race."));
    for (week, index) in weeks.iter_mut().zip(0..) {
        week.and(bars.clone());
        let nth = usize::try_from(index - day.week() - 1).ok();
        if let Some(one) = nth.and_then(|nth| AfterRace::steps(distance_km).get(nth)) {
            let step = Step { volume: one.volume, long: one.long, runs: one.runs };
            week.and(Lowering { step: Some(step), hold: true, ..Lowering::default() });
        }
    }
}
