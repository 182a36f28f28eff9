//! What a week loses when the body asks for it.

use super::{Barred, Stop};
use crate::model::{Day, Minutes, RunClass};

/// Which runs wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whom {
    Everyone,
    HardAndLong,
    Hard,
}

impl Whom {
    fn includes(self, class: RunClass) -> bool {
        match self {
            Self::Everyone => true,
            Self::HardAndLong => class != RunClass::Easy,
            Self::Hard => class == RunClass::Quality,
        }
    }
}

/// What a week on the way back comes to, cap and aim alike, in percent of what was usual before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    /// Percent of the weekly minutes.
    pub volume: i32,
    /// Percent of the longest run; 0 where none is called long.
    pub long: i32,
    /// So many runs at most, where that is said.
    pub runs: Option<i32>,
}

impl Step {
    /// The smaller of both in every respect.
    fn and(self, other: Self) -> Self {
        let runs = self.runs.into_iter().chain(other.runs).min();
        Self { volume: self.volume.min(other.volume), long: self.long.min(other.long), runs }
    }
}

/// Days on which runs wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bar {
    pub from: Day,
    pub to: Day,
    pub whom: Whom,
    pub rule: &'static str,
    pub why: String,
}

/// What one week loses. The default loses nothing; two of them together lose what each does.
#[expect(clippy::struct_excessive_bools, reason = "losses that do not exclude each other")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lowering {
    /// Percent of the volume that is kept.
    pub kept: i32,
    /// What the week comes to on the way back from a break, a race or pain: its growth and its deload wait.
    pub step: Option<Step>,
    /// Pain is held: nothing grows, and walk-runs repeat their stage.
    pub pained: bool,
    /// Days without a run after which walk-runs go back some stages.
    pub walks_back: Option<i32>,
    /// No run is longer.
    pub longest: Minutes,
    /// No hills.
    pub no_hills: bool,
    /// No hills, nothing faster than threshold.
    pub threshold_only: bool,
    /// Quality runs at most.
    pub quality: i32,
    /// Hard work at half its volume.
    pub halved: bool,
    /// No long run.
    pub no_long: bool,
    /// No growth.
    pub hold: bool,
    /// The lifting gets lighter too.
    pub lifting: bool,
    /// Thousandths of the fitness that a break has left.
    pub fitness_permille: i32,
    pub bars: Vec<Bar>,
    pub stops: Vec<Stop>,
    pub notes: Vec<String>,
}

impl Default for Lowering {
    fn default() -> Self {
        Self {
            kept: 100,
            step: None,
            pained: false,
            walks_back: None,
            longest: Minutes::MAX,
            threshold_only: false,
            no_hills: false,
            quality: i32::MAX,
            halved: false,
            no_long: false,
            hold: false,
            lifting: false,
            fitness_permille: 1000,
            bars: Vec::new(),
            stops: Vec::new(),
            notes: Vec::new(),
        }
    }
}

impl Lowering {
    /// A week that keeps this percent of its volume, does not grow, and says why.
    pub(super) fn to(kept: i32, note: String) -> Self {
        Self { kept, hold: true, notes: vec![note], ..Self::default() }
    }

    /// A week that comes to a step of the way back, and says why.
    pub(super) fn step(step: Step, note: String) -> Self {
        Self { step: Some(step), hold: true, notes: vec![note], ..Self::default() }
    }

    /// The same with so many quality runs at most.
    pub(super) fn quality(self, quality: i32) -> Self {
        Self { quality, ..self }
    }

    /// The same without a long run.
    pub(super) fn no_long(self) -> Self {
        Self { no_long: true, ..self }
    }

    /// The same with days on which runs wait because of a rule.
    pub(super) fn bar(mut self, rule: &'static str, from: Day, days: i32, whom: Whom, why: &str) -> Self {
        if days > 0 {
            self.bars.push(Bar { from, to: from.plus(days - 1), whom, rule, why: why.to_owned() });
        }
        self
    }

    /// Takes on what the other loses.
    pub(super) fn and(&mut self, other: Self) {
        self.kept = self.kept.min(other.kept);
        self.step = match (self.step, other.step) {
            (Some(one), Some(other)) => Some(one.and(other)),
            (one, other) => one.or(other),
        };
        self.pained |= other.pained;
        self.walks_back = self.walks_back.max(other.walks_back);
        self.longest = self.longest.min(other.longest);
        self.threshold_only |= other.threshold_only;
        self.no_hills |= other.no_hills;
        self.quality = self.quality.min(other.quality);
        self.halved |= other.halved;
        self.no_long |= other.no_long;
        self.hold |= other.hold;
        self.lifting |= other.lifting;
        self.fitness_permille = self.fitness_permille.min(other.fitness_permille);
        self.bars.extend(other.bars);
        self.stops.extend(other.stops);
        for note in other.notes {
            if !self.notes.contains(&note) {
                self.notes.push(note);
            }
        }
    }

    /// The days of this week (from 0) on which a run of this class waits.
    pub(super) fn barred(&self, week: i32, class: RunClass) -> Vec<Barred> {
        let days = (week * 7..week * 7 + 7).map(Day);
        let bar = |day: Day| {
            let applies = |bar: &&Bar| (bar.from..=bar.to).contains(&day) && bar.whom.includes(class);
            self.bars.iter().find(applies).map(|bar| Barred { day, rule: bar.rule, text: bar.why.clone() })
        };
        days.filter_map(bar).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_reasons_lose_what_each_loses() {
        let mut week = Lowering::to(80, "tired".to_owned()).quality(1);
        week.and(Lowering::to(90, "sore".to_owned()).quality(0).bar("soreness", Day(7), 2, Whom::HardAndLong, "legs"));
        assert_eq!((week.kept, week.quality, week.notes.len()), (80, 0, 2));
        assert_eq!(week.barred(1, RunClass::Easy), []);
        assert_eq!(week.barred(1, RunClass::Long).iter().map(|barred| barred.day.0).collect::<Vec<_>>(), [7, 8]);
        assert_eq!(week.barred(0, RunClass::Long), []);
    }

    #[test]
    fn two_ways_back_take_the_smaller_step_of_both() {
        let mut week = Lowering::step(Step { volume: 75, long: 60, runs: None }, "race".to_owned());
        week.and(Lowering::step(Step { volume: 50, long: 80, runs: Some(3) }, "break".to_owned()));
        assert_eq!(week.step, Some(Step { volume: 50, long: 60, runs: Some(3) }));
    }

    #[test]
    fn after_a_race_only_hard_runs_wait() {
        let week = Lowering::default().bar("after_race", Day(0), 3, Whom::Hard, "race");
        assert_eq!(week.barred(0, RunClass::Long), []);
        assert_eq!(week.barred(0, RunClass::Quality).len(), 3);
    }
}
