//! Which workouts the runs of a week become.

use rand::SeedableRng;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::paces::Paces;
use super::workouts::{self, Limit, Need, Occasion, Role, Workout};
use crate::brief::Brief;
use crate::model::{Level, Minutes, Phase, RunClass, RunType};

/// How often another hard workout is looked for that leaves enough of the week easy.
const TRIES: usize = 6;
/// Weeks of regular running that who is no beginner has behind them.
const LONG_AGO: u32 = 52;

/// Draws the workouts of one week.
pub(super) struct Picker<'a> {
    brief: &'a Brief,
    paces: Option<Paces>,
    rng: Xoshiro256PlusPlus,
    phase: Phase,
    number: u32,
    deload: bool,
    weekly_minutes: Minutes,
    hard_left: Minutes,
    threshold_only: bool,
    no_hills: bool,
}

impl<'a> Picker<'a> {
    /// A picker for the week with this number. Every week draws for itself, so that one that changes leaves the others.
    pub(super) fn new(brief: &'a Brief, seed: u64, number: u32, phase: Phase, deload: bool, weekly: Minutes) -> Self {
        let rng = Xoshiro256PlusPlus::seed_from_u64(seed ^ (u64::from(number) << 32));
        let paces = Paces::of(&brief.athlete, &brief.rules.paces);
        let hard_left = workouts::easy_enough(&brief.rules, weekly);
        Self { brief, paces, rng, phase, number, deload, weekly_minutes: weekly, hard_left, threshold_only: false, no_hills: false }
    }

    /// The same for a person who has only so many thousandths of their fitness.
    pub(super) fn with_fitness(self, permille: i32) -> Self {
        Self { paces: self.paces.map(|paces| paces.with_fitness(permille)), ..self }
    }

    /// The same where the body allows nothing hard, not even strides.
    pub(super) fn without_hard(self) -> Self {
        Self { hard_left: 0, ..self }
    }

    /// The same where hard runs have no hills, or nothing faster than threshold.
    pub(super) fn sparing(self, threshold_only: bool, no_hills: bool) -> Self {
        Self { threshold_only, no_hills, ..self }
    }

    /// Whether the body allows this hard workout.
    fn allows(&self, workout: &Workout) -> bool {
        let is_fast = matches!(workout.limit(), Limit::Interval | Limit::Repetition);
        let is_steep = workout.kind == RunType::Hills;
        !(self.no_hills && is_steep)
            && !(self.threshold_only && (is_fast || is_steep || workout.kind == RunType::RacePace))
    }

    fn choose(&mut self, role: Role, minutes: Minutes, taken: &[&str]) -> &'static Workout {
        let beginner = self.brief.athlete.running_level == Level::Beginner;
        // A beginner's hard workouts belong to the base.
        let phase = if beginner && role == Role::Quality { Phase::Base } else { self.phase };
        let weeks_running = if beginner { self.number - 1 } else { LONG_AGO };
        let mut rng = self.rng.clone();
        let workout =
            workouts::choose(&Need { role, phase, minutes, weeks_running, taken }, &self.occasion(), &mut rng);
        self.rng = rng;
        workout
    }

    fn occasion(&self) -> Occasion<'_> {
        Occasion {
            level: self.brief.athlete.running_level,
            rules: &self.brief.rules,
            weekly_minutes: self.weekly_minutes,
            deload: self.deload,
            paces: self.paces.as_ref(),
        }
    }

    fn hard_minutes(&self, workout: &Workout, minutes: Minutes) -> Minutes {
        workout.hard(minutes, &self.occasion()).minutes
    }

    /// A hard workout other than those `taken`, which leaves enough of the week easy; `None` if there is none.
    pub(super) fn quality(&mut self, minutes: Minutes, taken: &[&'static str]) -> Option<&'static Workout> {
        let mut taken: Vec<&str> = taken.to_vec();
        for _ in 0..TRIES {
            let workout = self.choose(Role::Quality, minutes, &taken);
            let hard = self.hard_minutes(workout, minutes);
            if self.allows(workout) && workout.kind.class() == RunClass::Quality && (1..=self.hard_left).contains(&hard)
            {
                self.hard_left -= hard;
                return Some(workout);
            }
            taken.push(workout.id);
        }
        None
    }

    /// A long run that leaves enough of the week easy.
    pub(super) fn long(&mut self, minutes: Minutes, taken: &[&'static str]) -> &'static Workout {
        let workout = self.choose(Role::Long, minutes, taken);
        let hard = self.hard_minutes(workout, minutes);
        if hard <= self.hard_left && !self.deload {
            self.hard_left -= hard;
            return workout;
        }
        workouts::find("long_easy").unwrap_or(workout)
    }

    /// A long run with some of the pace of a long race, if one fits.
    pub(super) fn long_at_pace(&mut self, minutes: Minutes) -> Option<&'static Workout> {
        let workout = self.choose(Role::LongAtPace, minutes, &[]);
        let hard = self.hard_minutes(workout, minutes);
        let fits = workout.kind == RunType::Long && workout.minutes.0 <= minutes && hard <= self.hard_left;
        fits.then(|| {
            self.hard_left -= hard;
            workout
        })
    }

    /// One easy workout for all `runs` easy runs of the week: alike, so that they may change places.
    pub(super) fn easy(&mut self, minutes: Minutes, runs: i32) -> &'static Workout {
        let workout = self.choose(Role::Easy, minutes, &[]);
        let beginner = self.brief.athlete.running_level == Level::Beginner;
        let plain = match minutes {
            ..=30 => "easy_short",
            31..=50 => "easy",
            _ if beginner => "easy",
            _ => "easy_long",
        };
        let varied = runs == 1 && self.hard_minutes(workout, minutes) <= self.hard_left;
        if varied { workout } else { workouts::find(plain).unwrap_or(workout) }
    }

    /// A session of this stage (from 1) of the walk-run progression.
    pub(super) fn walk_run(&mut self, minutes: Minutes, stage: usize) -> &'static Workout {
        self.choose(Role::WalkRun { stage }, minutes, &[])
    }
}
