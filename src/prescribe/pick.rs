//! Which workouts the runs of a week become.

use rand::SeedableRng;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::dose::{Dose, FEW_RUNS, STRIDES, Work};
use super::history::Doses;
use super::paces::Paces;
use super::race;
use super::variants::easy;
use super::workouts::{self, Limit, Need, Occasion, Role, Workout};
use crate::brief::Brief;
use crate::model::{Distance, Level, Minutes, Phase, RunType, Stimulus};

/// Percent of a long run that is hard at most, where nothing says how much (judgement).
const LONG_HARD_PERCENT: i32 = 25;
/// Weeks of regular running that who is no beginner has behind them.
const LONG_AGO: u32 = 52;

/// Draws the workouts of one week.
#[expect(clippy::struct_excessive_bools, reason = "limits that do not exclude each other")]
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
    /// Whether half marathon or marathon pace is in the week already.
    paced: bool,
    /// The last doses, from which the next grow.
    before: Doses,
    /// Hard minutes that are kept for the hard runs while the long run is chosen.
    reserved: Minutes,
}

impl<'a> Picker<'a> {
    /// A picker for the week with this number. Every week draws for itself, so that one that changes leaves the others.
    pub(super) fn new(brief: &'a Brief, seed: u64, number: u32, phase: Phase, deload: bool, weekly: Minutes) -> Self {
        let rng = Xoshiro256PlusPlus::seed_from_u64(seed ^ (u64::from(number) << 32));
        let paces = race::paces(brief, number as i32 - 1);
        let easy_enough = workouts::easy_enough(&brief.rules, weekly);
        let hard_left = (easy_enough - STRIDES).max(easy_enough.min(1));
        Self {
            brief,
            paces,
            rng,
            phase,
            number,
            deload,
            weekly_minutes: weekly,
            hard_left,
            threshold_only: false,
            no_hills: false,
            paced: false,
            before: Doses::new(),
            reserved: 0,
        }
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

    /// The same for a week of so many runs: of few the hard ones count, not their minutes.
    pub(super) fn of_runs(self, runs: i32) -> Self {
        let hard_left = if runs <= FEW_RUNS { self.weekly_minutes } else { self.hard_left };
        Self { hard_left, ..self }
    }

    /// Keeps so many hard minutes of the week for its hard runs while its long run is chosen.
    pub(super) fn keep_for_hard_runs(&mut self, minutes: Minutes) {
        self.reserved = minutes;
    }

    /// The same after these doses: none is a leap from the last one of its kind.
    pub(super) fn after(self, before: Doses) -> Self {
        Self { before, ..self }
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
        let weeks_running = if beginner { self.number - 1 } else { LONG_AGO };
        let mut rng = self.rng.clone();
        let workout = workouts::choose(
            &Need { role, phase: self.phase, minutes, weeks_running, taken },
            &self.occasion(),
            &mut rng,
        );
        self.rng = rng;
        workout
    }

    fn occasion(&self) -> Occasion<'_> {
        Occasion {
            level: self.brief.athlete.running_level,
            rules: &self.brief.rules,
            weekly_minutes: self.weekly_minutes,
            deload: self.deload,
            work: None,
            paces: self.paces.as_ref(),
        }
    }

    fn hard_minutes(&self, workout: &Workout, minutes: Minutes) -> Minutes {
        workout.hard(minutes, &self.occasion()).minutes
    }

    /// A hard run of `minutes` with this dose, or as near to it as the run and an easy week allow, and the minutes of work that it
    /// holds; `None` where there is none for the person.
    pub(super) fn hard(
        &mut self,
        dose: Dose,
        minutes: Minutes,
        taken: &[&'static str],
    ) -> Option<(&'static Workout, Minutes)> {
        match dose.work {
            Work::Sharpener => self.sharpener(dose.minutes, minutes),
            Work::TimeTrial => self.trial(minutes),
            work => self
                .stimuli(work)
                .into_iter()
                .find_map(|one| self.dosed(one, dose.minutes, Role::Quality, minutes, taken)),
        }
    }

    /// A long run of `minutes` with this dose, or as near to it as there is.
    pub(super) fn long_with(
        &mut self,
        dose: Dose,
        minutes: Minutes,
        taken: &[&'static str],
    ) -> Option<(&'static Workout, Minutes)> {
        self.stimuli(dose.work).into_iter().find_map(|one| self.dosed(one, dose.minutes, Role::Long, minutes, taken))
    }

    /// An easy run that ends with strides, where it is long enough for them and the body allows them.
    pub(super) fn strides(&self, minutes: Minutes) -> Option<&'static Workout> {
        workouts::find("easy_strides").filter(|one| one.minutes.0 <= minutes && self.hard_left > 0)
    }

    /// What the week's word for hard work means for this person, the best first.
    fn stimuli(&self, work: Work) -> Vec<Stimulus> {
        let race = self.brief.block.event.as_ref().map(|event| Distance::of(event.distance_km));
        let beginner = self.brief.athlete.running_level == Level::Beginner;
        match work {
            Work::RacePace => vec![race.unwrap_or(Distance::TenK).pace(), Stimulus::Threshold],
            Work::Threshold => vec![Stimulus::Threshold],
            Work::Vo2 => vec![Stimulus::Interval, Stimulus::Threshold],
            Work::Repetition => vec![Stimulus::Repetition, Stimulus::Hills, Stimulus::Threshold],
            Work::Base if beginner => vec![Stimulus::Fartlek, Stimulus::Threshold],
            Work::Base if self.number.is_multiple_of(2) => {
                vec![Stimulus::Hills, Stimulus::Fartlek, Stimulus::Threshold]
            }
            Work::Base => vec![Stimulus::Fartlek, Stimulus::Hills, Stimulus::Threshold],
            Work::RaceEffort => vec![Stimulus::RaceEffort],
            Work::Sharpener => vec![Stimulus::Sharpener],
            Work::TimeTrial => vec![Stimulus::Test],
        }
    }

    fn dosed(
        &mut self,
        stimulus: Stimulus,
        most: Minutes,
        role: Role,
        minutes: Minutes,
        taken: &[&'static str],
    ) -> Option<(&'static Workout, Minutes)> {
        let beginner = self.brief.athlete.running_level == Level::Beginner;
        let weeks_running = if beginner { self.number - 1 } else { LONG_AGO };
        let need = Need { role, phase: self.phase, minutes, weeks_running, taken };
        // Half marathon and marathon pace leave a little less of the week easy, a beginner's race effort is no hard work.
        let paced = matches!(stimulus, Stimulus::Half | Stimulus::Marathon) && !self.paced;
        let more = if paced { self.more_at_race_pace() } else { 0 };
        let left = if stimulus == Stimulus::RaceEffort { minutes } else { self.hard_left + more };
        let doses = &self.brief.rules.race_work;
        let apart = role == Role::Long && stimulus != Stimulus::Marathon;
        let before = self.before.iter().find(|(kind, _)| *kind == (stimulus, apart));
        let step = before.map_or(Minutes::MAX, |(_, last)| doses.next(*last));
        let kept = before.map_or(0, |(_, last)| *last);
        let left = if role == Role::Long { (left - self.reserved).max(kept.min(left)) } else { left };
        let mut work = doses.at_most(stimulus, most.min(left).min(step));
        let mut rng = self.rng.clone();
        while work > 0 {
            let occasion = Occasion { work: Some(work), ..self.occasion() };
            let found = workouts::dosed(stimulus, &need, &occasion, &mut rng).filter(|one| self.allows(one));
            if let Some(workout) = found {
                let holds = workout.hard(minutes, &occasion).minutes;
                self.rng = rng;
                if stimulus != Stimulus::RaceEffort {
                    self.hard_left += more - holds;
                    self.paced |= paced;
                }
                return Some((workout, work));
            }
            work = doses.at_most(stimulus, work - 1);
        }
        None
    }

    /// Hard minutes more that a week with half marathon or marathon pace may hold.
    fn more_at_race_pace(&self) -> Minutes {
        workouts::easy_enough_at_race_pace(&self.brief.rules, self.weekly_minutes)
            - workouts::easy_enough(&self.brief.rules, self.weekly_minutes)
    }

    /// A little race pace in the week of the race, by its distance.
    fn sharpener(&self, most: Minutes, minutes: Minutes) -> Option<(&'static Workout, Minutes)> {
        let event = self.brief.block.event.as_ref()?;
        let sharp = ["race_sharp_5k", "race_sharp_10k", "race_sharp_half", "race_sharp_marathon"];
        let [five, ten, half, marathon] = sharp;
        let workout = workouts::find(Distance::of(event.distance_km).pick(five, ten, half, marathon))?;
        let holds = |work: &Minutes| workout.is_whole(minutes, &Occasion { work: Some(*work), ..self.occasion() });
        let work = (1..=most).rev().find(holds)?;
        (self.hard_left > 0 && self.allows(workout)).then_some((workout, work))
    }

    /// A test over the distance that suits person and run.
    fn trial(&self, minutes: Minutes) -> Option<(&'static Workout, Minutes)> {
        let short = self.brief.block.event.as_ref().is_some_and(|event| event.distance_km < 7.5);
        let beginner = self.brief.athlete.running_level == Level::Beginner;
        let ids = if short || beginner { &["time_trial_3k"][..] } else { &["time_trial_5k", "time_trial_3k"][..] };
        let mut forms = ids.iter().filter_map(|id| workouts::find(id));
        let fits =
            forms.clone().find(|one| one.usual_minutes(&self.occasion()) <= minutes).or_else(|| forms.next_back())?;
        (self.hard_left > 0).then(|| (fits, self.hard_minutes(fits, minutes)))
    }

    /// A long run that leaves enough of the week easy.
    pub(super) fn long(&mut self, minutes: Minutes, taken: &[&'static str]) -> &'static Workout {
        let workout = self.choose(Role::Long, minutes, taken);
        let hard = self.hard_minutes(workout, minutes);
        // Before a race the hard work of the long runs is dosed; the others are easy.
        let modest = hard <= minutes * LONG_HARD_PERCENT / 100;
        if hard <= self.hard_left && modest && !self.deload && (hard == 0 || self.brief.block.event.is_none()) {
            self.hard_left -= hard;
            return workout;
        }
        workouts::find("long_easy").unwrap_or(workout)
    }

    /// One easy workout for all `runs` easy runs of the week: alike, so that they may change places.
    pub(super) fn easy(&mut self, minutes: Minutes, runs: i32) -> &'static Workout {
        let workout = self.choose(Role::Easy, minutes, &[]);
        let plain = easy(minutes, self.brief.athlete.running_level);
        let varied = runs == 1 && self.hard_minutes(workout, minutes) <= self.hard_left;
        if varied { workout } else { plain.unwrap_or(workout) }
    }

    /// A session of this stage (from 1) of the walk-run progression.
    pub(super) fn walk_run(&mut self, minutes: Minutes, stage: usize) -> &'static Workout {
        self.choose(Role::WalkRun { stage }, minutes, &[])
    }
}
