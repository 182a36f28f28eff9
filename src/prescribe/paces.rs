//! Training paces from one race, by the oxygen curves of Daniels and Gilbert (1979).

use crate::model::{Athlete, Level, Race};
use crate::rules;

/// Metres in a mile.
const MILE: f64 = 1609.344;
/// A brisk walk, metres per minute (6 km/h); what would be slower is not running.
const BRISK_WALK: f64 = 100.0;
/// A printed pace is this share to either side of the target (judgement).
const HALF_WIDTH: f64 = 0.01;
/// Jogs end this share of VDOT above where they begin.
const JOG_WIDTH: f64 = 0.07;

/// The oxygen uptake (ml/kg/min) that a race time stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Vdot(f64);

/// Oxygen cost in ml/kg/min of running at `speed` metres per minute.
fn oxygen(speed: f64) -> f64 {
    -4.60 + 0.182_258 * speed + 0.000_104 * speed * speed
}

/// The share of the maximal uptake that can be held for `minutes`.
fn sustained(minutes: f64) -> f64 {
    0.8 + 0.189_439_3 * (-0.012_778 * minutes).exp() + 0.298_955_8 * (-0.193_260_5 * minutes).exp()
}

impl Vdot {
    /// The VDOT of a race, or `None` where distance and time are no run of a person.
    pub fn of_race(race: &Race) -> Option<Self> {
        let minutes = f64::from(race.seconds) / 60.0;
        let value = oxygen(race.distance_km * 1000.0 / minutes) / sustained(minutes);
        (10.0..=95.0).contains(&value).then_some(Self(value))
    }

    /// Its value in ml/kg/min.
    pub fn value(self) -> f64 {
        self.0
    }

    /// The speed in metres per minute at a share of VDOT.
    pub fn speed(self, share: f64) -> f64 {
        let uptake = self.0 * share + 4.60;
        ((0.182_258_f64.powi(2) + 4.0 * 0.000_104 * uptake).sqrt() - 0.182_258) / (2.0 * 0.000_104)
    }

    /// The time in seconds of a race over `km` kilometres, by bisection.
    pub fn race_seconds(self, km: f64) -> f64 {
        let metres = km * 1000.0;
        let (mut fast, mut slow) = (metres / 700.0, metres / 20.0);
        for _ in 0..60 {
            let middle = f64::midpoint(fast, slow);
            if oxygen(metres / middle) > self.0 * sustained(middle) { fast = middle } else { slow = middle }
        }
        slow * 60.0
    }
}

/// How fast a step of a run is meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaceKind {
    /// A brisk walk.
    Walk,
    /// The slowest running: warm-up, cool-down, recovery.
    Jog,
    /// Easy.
    Easy,
    /// Between easy and marathon pace.
    Steady,
    /// Predicted marathon pace.
    Marathon,
    /// Threshold.
    Threshold,
    /// Predicted pace over ten kilometres.
    TenK,
    /// At maximal oxygen uptake.
    Interval,
    /// Fast and relaxed.
    Repetition,
    /// Uphill, by effort; counts as easy pace over the ground.
    Uphill,
    /// The pace of the race ahead.
    Race,
}

/// One person's paces.
#[derive(Clone, Debug, PartialEq)]
pub struct Paces {
    vdot: Vdot,
    level: Level,
    jog: f64,
    easy: (f64, f64),
    threshold: f64,
    interval: f64,
    repetition: f64,
}

impl Paces {
    /// The paces of a VDOT by the rule's numbers.
    pub fn new(vdot: Vdot, level: Level, rule: &rules::Paces) -> Self {
        let share = |permille: i32| f64::from(permille) / 1000.0;
        Self {
            vdot,
            level,
            jog: share(rule.jog_permille),
            easy: (share(rule.easy_slow_permille), share(rule.easy_fast_permille)),
            threshold: share(rule.threshold_permille),
            interval: share(rule.interval_permille),
            repetition: share(rule.repetition_permille),
        }
    }

    /// The paces of a person, if a race of theirs is known.
    pub fn of(athlete: &Athlete, rule: &rules::Paces) -> Option<Self> {
        let vdot = Vdot::of_race(athlete.recent_race.as_ref()?)?;
        Some(Self::new(vdot, athlete.running_level, rule))
    }

    /// The paces of the same person with so many thousandths of their fitness.
    #[must_use]
    pub fn with_fitness(self, permille: i32) -> Self {
        Self { vdot: Vdot(self.vdot.0 * f64::from(permille) / 1000.0), ..self }
    }

    /// The VDOT they follow from.
    pub fn vdot(&self) -> Vdot {
        self.vdot
    }

    /// Slow and fast end in metres per minute. A beginner's end at easy pace; nothing is slower than a brisk walk.
    pub fn speeds(&self, kind: PaceKind) -> (f64, f64) {
        let race = |km: f64| km * 1000.0 / (self.vdot.race_seconds(km) / 60.0);
        let around = |speed: f64| (speed * (1.0 - HALF_WIDTH), speed * (1.0 + HALF_WIDTH));
        let at = |share: f64| self.vdot.speed(share);
        let easy = (at(self.easy.0), at(self.easy.1));
        let (slow, fast) = match kind {
            PaceKind::Walk => (BRISK_WALK, BRISK_WALK),
            PaceKind::Jog => (at(self.jog), at(self.jog + JOG_WIDTH)),
            PaceKind::Easy | PaceKind::Uphill => easy,
            PaceKind::Steady => (easy.1, race(42.195)),
            PaceKind::Marathon => around(race(42.195)),
            PaceKind::Threshold => around(at(self.threshold)),
            PaceKind::TenK | PaceKind::Race => around(race(10.0)),
            PaceKind::Interval => around(at(self.interval)),
            PaceKind::Repetition => around(at(self.repetition)),
        };
        let top = if self.level == Level::Beginner { easy.1 } else { f64::INFINITY };
        let bound = |speed: f64| speed.min(top).max(BRISK_WALK);
        (bound(slow.min(fast)), bound(slow.max(fast)))
    }

    /// The middle of the range in metres per minute, by which distances are counted.
    pub fn speed(&self, kind: PaceKind) -> f64 {
        let (slow, fast) = self.speeds(kind);
        2.0 / (1.0 / slow + 1.0 / fast)
    }

    /// The range a person reads, such as `5:50-6:25 /km`; `None` where effort says it better: walks, hills,
    /// the race ahead, anything faster than easy for a beginner, running that would be slower than a brisk walk.
    pub fn text(&self, kind: PaceKind, miles: bool) -> Option<String> {
        let by_effort = matches!(kind, PaceKind::Walk | PaceKind::Uphill | PaceKind::Race);
        let too_fast = self.level == Level::Beginner && !matches!(kind, PaceKind::Jog | PaceKind::Easy);
        let (slow, fast) = self.speeds(kind);
        (!by_effort && !too_fast && slow > BRISK_WALK).then(|| {
            let unit = if miles { "mi" } else { "km" };
            format!("{}-{} /{unit}", clock(seconds_a_unit(fast, miles)), clock(seconds_a_unit(slow, miles)))
        })
    }

    /// The pace of a race of this distance and time, such as `5:06 /km`; none for a beginner.
    pub fn race_text(&self, distance_km: f64, seconds: f64, miles: bool) -> Option<String> {
        let unit = if miles { "mi" } else { "km" };
        let speed = distance_km * 1000.0 / (seconds / 60.0);
        (self.level != Level::Beginner).then(|| format!("{} /{unit}", clock(seconds_a_unit(speed, miles))))
    }
}

fn seconds_a_unit(speed: f64, miles: bool) -> f64 {
    60.0 * if miles { MILE } else { 1000.0 } / speed
}

/// Seconds as a person writes them: `5:07`, `1:03:49`.
pub fn clock(seconds: f64) -> String {
    let whole = seconds.round().max(0.0) as u32;
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{rest:02}") } else { format!("{minutes}:{rest:02}") }
}

#[cfg(test)]
#[path = "paces_tests.rs"]
mod tests;
