//! Training paces from one race: by the oxygen curves of Daniels and Gilbert (1979), the paces of races by their prediction.

use crate::model::{Distance, Level, Race};
use crate::rules;

/// Metres in a mile.
const MILE: f64 = 1609.344;
/// A brisk walk, metres per minute (6 km/h); what would be slower is not running.
const BRISK_WALK: f64 = 100.0;
/// A printed pace is this share to either side of the target (judgement).
const HALF_WIDTH: f64 = 0.01;
/// How time grows with distance where nothing says more (Riegel 1981).
const EVEN_EXPONENT: f64 = 1.06;
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
    /// Between easy and threshold.
    Steady,
    /// The pace of a marathon.
    Marathon,
    /// The pace of a half marathon.
    Half,
    /// Threshold.
    Threshold,
    /// The pace of ten kilometres.
    TenK,
    /// The pace of five kilometres.
    FiveK,
    /// At maximal oxygen uptake.
    Interval,
    /// Fast and relaxed.
    Repetition,
    /// A stride, by feel.
    Stride,
    /// Fast by feel, about the effort of ten kilometres.
    Brisk,
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
    by_effort: bool,
    jog: f64,
    easy: (f64, f64),
    steady: (f64, f64),
    threshold: f64,
    interval: f64,
    repetition: f64,
    /// Speeds over five and ten kilometres, the half marathon and the marathon, metres per minute.
    races: [f64; 4],
    ahead: Option<f64>,
}

impl Paces {
    /// The paces of somebody who ran this race, by the rules' numbers; `None` where it is no run of a person.
    pub fn of_race(race: &Race, level: Level, rule: &rules::Paces) -> Option<Self> {
        let share = |permille: i32| f64::from(permille) / 1000.0;
        let vdot = Vdot::of_race(race)?;
        let predicted = |distance: &Distance| {
            let seconds = f64::from(race.seconds) * (distance.km() / race.distance_km).powf(EVEN_EXPONENT);
            distance.km() * 60_000.0 / seconds
        };
        Some(Self {
            vdot,
            level,
            by_effort: false,
            jog: share(rule.jog_permille),
            easy: (share(rule.easy_slow_permille), share(rule.easy_fast_permille)),
            steady: (share(rule.steady_slow_permille), share(rule.steady_fast_permille)),
            threshold: share(rule.threshold_permille),
            interval: share(rule.interval_permille),
            repetition: share(rule.repetition_permille),
            races: [Distance::FiveK, Distance::TenK, Distance::Half, Distance::Marathon].each_ref().map(predicted),
            ahead: None,
        })
    }

    /// The same with so many seconds for a race over this distance: its pace in training is its pace in the race.
    #[must_use]
    pub fn with_race(mut self, distance: Distance, km: f64, seconds: f64) -> Self {
        let [five, ten, half, marathon] = &mut self.races;
        *distance.pick(five, ten, half, marathon) = km * 60_000.0 / seconds;
        self
    }

    /// The same where the next race is run at so many seconds for its kilometres.
    #[must_use]
    pub fn toward(self, km: f64, seconds: f64) -> Self {
        Self { ahead: Some(km * 60_000.0 / seconds), ..self }
    }

    /// The same without a printed pace: effort says it.
    #[must_use]
    pub fn by_effort(self) -> Self {
        Self { by_effort: true, ..self }
    }

    /// The paces of the same person with so many thousandths of their fitness.
    #[must_use]
    pub fn with_fitness(self, permille: i32) -> Self {
        let vdot = Vdot(self.vdot.0 * f64::from(permille) / 1000.0);
        let slower = vdot.speed(self.threshold) / self.vdot.speed(self.threshold);
        Self {
            vdot,
            races: self.races.map(|speed| speed * slower),
            ahead: self.ahead.map(|speed| speed * slower),
            ..self
        }
    }

    /// The VDOT they follow from.
    pub fn vdot(&self) -> Vdot {
        self.vdot
    }

    fn race_speed(&self, distance: Distance) -> f64 {
        let [five, ten, half, marathon] = self.races;
        distance.pick(five, ten, half, marathon)
    }

    /// Slow and fast end in metres per minute. A beginner's end at easy pace; nothing is slower than a brisk walk.
    pub fn speeds(&self, kind: PaceKind) -> (f64, f64) {
        let around = |speed: f64| (speed * (1.0 - HALF_WIDTH), speed * (1.0 + HALF_WIDTH));
        let at = |share: f64| self.vdot.speed(share);
        let exactly = |speed: f64| (speed, speed);
        let easy = (at(self.easy.0), at(self.easy.1));
        let (slow, fast) = match kind {
            PaceKind::Walk => exactly(BRISK_WALK),
            PaceKind::Jog => (at(self.jog), at(self.jog + JOG_WIDTH)),
            PaceKind::Easy | PaceKind::Uphill => easy,
            PaceKind::Steady => (at(self.steady.0), at(self.steady.1)),
            PaceKind::Threshold => around(at(self.threshold)),
            PaceKind::Marathon => exactly(self.race_speed(Distance::Marathon)),
            PaceKind::Half => exactly(self.race_speed(Distance::Half)),
            PaceKind::TenK | PaceKind::Brisk => exactly(self.race_speed(Distance::TenK)),
            PaceKind::FiveK => exactly(self.race_speed(Distance::FiveK)),
            PaceKind::Race => exactly(self.ahead.unwrap_or_else(|| self.race_speed(Distance::TenK))),
            PaceKind::Interval => around(at(self.interval)),
            PaceKind::Repetition | PaceKind::Stride => around(at(self.repetition)),
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

    /// What a person reads: a range such as `5:50-6:25 /km`, the pace of a race exactly. `None` where effort says it better: walks,
    /// hills, strides, anything faster than easy for a beginner, running that would be slower than a brisk walk.
    pub fn text(&self, kind: PaceKind, miles: bool) -> Option<String> {
        let felt = matches!(kind, PaceKind::Walk | PaceKind::Uphill | PaceKind::Stride | PaceKind::Brisk);
        let unknown = kind == PaceKind::Race && self.ahead.is_none();
        let too_fast = self.level == Level::Beginner && !matches!(kind, PaceKind::Jog | PaceKind::Easy);
        let (slow, fast) = self.speeds(kind);
        (!self.by_effort && !felt && !unknown && !too_fast && slow > BRISK_WALK).then(|| {
            let unit = if miles { "mi" } else { "km" };
            let (from, to) = (clock(seconds_a_unit(fast, miles)), clock(seconds_a_unit(slow, miles)));
            if from == to { format!("{to} /{unit}") } else { format!("{from}-{to} /{unit}") }
        })
    }

    /// The pace of a race of this distance and time, such as `5:06 /km`; none for a beginner.
    pub fn race_text(&self, distance_km: f64, seconds: f64, miles: bool) -> Option<String> {
        let unit = if miles { "mi" } else { "km" };
        let speed = distance_km * 1000.0 / (seconds / 60.0);
        let told = self.level != Level::Beginner && !self.by_effort;
        told.then(|| format!("{} /{unit}", clock(seconds_a_unit(speed, miles))))
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
