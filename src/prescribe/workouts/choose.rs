//! Which workout a run should be.

use rand::Rng;

use super::{LIBRARY, Limit, Occasion, Workout, fit, race};
use crate::model::{Minutes, Phase, RunClass, RunType, Stimulus};
use crate::rules::STAGES;

/// What a run is for in its week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Role {
    /// An easy run, now and then with strides or drills.
    Easy,
    /// A recovery run; an easy run for those it is not for.
    Recovery,
    /// The long run of the week.
    Long,
    /// The hard run of the week.
    Quality,
    /// A session of this stage (from 1) of the walk-run progression.
    WalkRun {
        /// Stage, 1 to 12.
        stage: usize,
    },
    /// A brisk walk.
    Walk,
    /// A jog after a session.
    CooldownJog,
    /// A short hard finish after a session.
    Finisher,
    /// A test.
    TimeTrial,
    /// The event, over so many kilometres.
    Race(f64),
}

/// What is asked of a workout.
#[derive(Clone, Copy, Debug)]
pub struct Need<'a> {
    /// What the run is for.
    pub role: Role,
    /// What the week is for.
    pub phase: Phase,
    /// The run's length.
    pub minutes: Minutes,
    /// Weeks of regular running behind the person.
    pub weeks_running: u32,
    /// Ids of the workouts used last, which a varied plan does not repeat at once (plain easy and long runs may repeat).
    pub taken: &'a [&'a str],
}

/// A workout for this need. It always belongs to the level and the phase; where it can it also fits the length, keeps its
/// shape within the limits and was not used last. Where there is no hard workout for this person and phase, an easy one comes back:
/// look at its `kind`. Every call draws one number from `rng`.
pub fn choose(need: &Need<'_>, occasion: &Occasion<'_>, rng: &mut impl Rng) -> &'static Workout {
    let draw = rng.next_u64();
    if let Role::Race(distance_km) = need.role {
        return race(distance_km);
    }
    let mut fitting = belonging(need, occasion);
    if fitting.is_empty() {
        fitting = belonging(&Need { role: Role::Easy, ..*need }, occasion);
    }
    let plain = Occasion { deload: false, work: None, ..*occasion };
    keep(&mut fitting, |one| fit::fitted(one, need.minutes, &plain).whole);
    let off = |one: &Workout| (one.minutes.0 - need.minutes).max(need.minutes - one.minutes.1).max(0);
    let nearest = fitting.iter().map(|one| off(one)).min().unwrap_or(0);
    fitting.retain(|one| off(one) == nearest);
    keep(&mut fitting, |one| one.weight > 1 || !need.taken.contains(&one.id));
    keep(&mut fitting, |one| one.weight > 1 || need.taken.last() != Some(&one.id));
    drawn(&fitting, draw)
}

/// A workout that holds the work which `occasion` asks for in `need.minutes`, in a long run or not; another than those taken, and
/// one of the phase, where there is one. Every call draws one number from `rng`.
pub fn dosed(work: Stimulus, need: &Need<'_>, occasion: &Occasion<'_>, rng: &mut impl Rng) -> Option<&'static Workout> {
    let draw = rng.next_u64();
    let long = need.role == Role::Long;
    let suits = |one: &&Workout| {
        one.trains == Some(work)
            && (one.kind == RunType::Long) == long
            && is_for(one, need, occasion)
            && one.is_whole(need.minutes, occasion)
    };
    let mut fitting: Vec<&'static Workout> = LIBRARY.iter().filter(suits).collect();
    keep(&mut fitting, |one| one.phases.contains(&need.phase));
    keep(&mut fitting, |one| !need.taken.contains(&one.id));
    keep(&mut fitting, |one| need.taken.last() != Some(&one.id));
    (!fitting.is_empty()).then(|| drawn(&fitting, draw))
}

/// Whether a workout is for this person at all.
fn is_for(one: &Workout, need: &Need<'_>, occasion: &Occasion<'_>) -> bool {
    let spared = occasion.rules.older_athlete.spares_calves() && is_steep_or_fast(one);
    one.is_for(occasion.level)
        && need.weeks_running >= one.weeks_running
        && !(spared && one.kind.class() == RunClass::Quality)
}

/// The workouts of the library for this role, phase and level.
fn belonging(need: &Need<'_>, occasion: &Occasion<'_>) -> Vec<&'static Workout> {
    let suits =
        |one: &Workout| one.phases.contains(&need.phase) && plays(one, need.role) && is_for(one, need, occasion);
    LIBRARY.iter().filter(|one| suits(one)).collect()
}

/// Hills and repetitions, which load calf and Achilles tendon most.
fn is_steep_or_fast(workout: &Workout) -> bool {
    workout.kind == RunType::Hills || workout.limit == Limit::Repetition
}

fn plays(workout: &Workout, role: Role) -> bool {
    match role {
        Role::Easy => workout.kind == RunType::Easy,
        Role::Recovery => workout.kind == RunType::Recovery,
        Role::Long => workout.kind == RunType::Long,
        Role::Quality => matches!(
            workout.kind,
            RunType::Tempo | RunType::Intervals | RunType::Hills | RunType::Fartlek | RunType::RacePace
        ),
        Role::WalkRun { stage } => workout.id == format!("walkrun_{}", stage.clamp(1, STAGES.len())),
        Role::Walk => workout.id == "walk_brisk",
        Role::CooldownJog => workout.kind == RunType::CooldownJog,
        Role::Finisher => workout.kind == RunType::Finisher,
        Role::TimeTrial => workout.kind == RunType::TimeTrial,
        Role::Race(_) => workout.kind == RunType::Race,
    }
}

/// Narrows the list down to those that hold, unless none does.
fn keep(list: &mut Vec<&'static Workout>, holds: impl Fn(&Workout) -> bool) {
    if list.iter().any(|one| holds(one)) {
        list.retain(|one| holds(one));
    }
}

/// One of the list by weight.
fn drawn(list: &[&'static Workout], draw: u64) -> &'static Workout {
    let weights: u64 = list.iter().map(|one| u64::from(one.weight)).sum();
    let mut left = draw % weights.max(1);
    for one in list {
        let weight = u64::from(one.weight);
        if left < weight {
            return one;
        }
        left -= weight;
    }
    &LIBRARY[0]
}
