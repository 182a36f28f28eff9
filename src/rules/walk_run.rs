//! From nothing to half an hour of running, with walks in between.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};
use crate::model::{Level, Minutes};

/// How a beginner with nothing behind them starts.
#[derive(Clone, Debug)]
pub struct WalkRun {
    first_minutes: i32,
    walk_minutes: i32,
    grow_percent: i32,
    most_minutes: i32,
    stages: i32,
    beginner: bool,
}

static CARD: Card = Card {
    id: "walk_run",
    binding: Binding::Advice,
    summary: "A beginner with nothing behind them walks and runs by turns, until half an hour of running comes easy.",
    docs: "The well-known public program: a brisk walk first, then short runs with walks between them that get longer \
           and fewer. A full week moves the pattern on by a step and the length by a tenth at most, so that no session is \
           much longer than the ones before it; a lighter week repeats its step. Repeat a week freely: nothing is lost \
           by it. The pace of it is judgement.",
    evidence: &[
        "National Health Service, Couch to 5K: walk and run by turns, three times a week.",
        "Nielsen 2014, International Journal of Sports Physical Therapy: a first week of few kilometres.",
        "Judgement: how length and pattern grow together.",
    ],
};

impl ForAthlete for WalkRun {
    fn for_athlete(setting: &Setting) -> Self {
        Self {
            first_minutes: 20,
            walk_minutes: 5,
            grow_percent: 10,
            most_minutes: 35,
            stages: 9,
            beginner: setting.level == Level::Beginner,
        }
    }
}

impl WalkRun {
    /// Whether it is for a person who runs `weekly` minutes now.
    pub fn applies(&self, weekly: Minutes) -> bool {
        self.beginner && weekly == 0
    }

    /// Minutes and stage (from 1) after `done` full weeks, the first walk included; `None` when it is behind them.
    pub fn step(&self, done: i32) -> Option<(Minutes, i32)> {
        let longer = |minutes: Minutes, _| (minutes * (100 + self.grow_percent) / 100).min(self.most_minutes);
        let stage = 1 + done;
        (stage <= self.stages).then(|| ((0..done).fold(self.first_minutes, longer), stage))
    }

    /// Minutes of brisk walking that each session starts with.
    pub fn walk_minutes(&self) -> Minutes {
        self.walk_minutes
    }
}

impl Rule for WalkRun {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("first_minutes", "of a session in the first week, the first walk included", "min", &mut self.first_minutes, (10, 20))
                .at_most(),
            Number::new("walk_minutes", "of brisk walking first", "min", &mut self.walk_minutes, (0, 15)),
            Number::new("grow_percent", "longer in one step", "%", &mut self.grow_percent, (0, 10)).at_most(),
            Number::new("most_minutes", "of the longest session", "min", &mut self.most_minutes, (20, 45)).at_most(),
            Number::new("stages", "of the pattern", "stages", &mut self.stages, (1, 9)),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Goal;

    #[test]
    fn every_full_week_is_a_step() {
        let setting =
            Setting { strength_level: Level::Advanced, ..Setting::of(Goal::Endurance, Level::Beginner) };
        let rule = WalkRun::for_athlete(&setting);
        let steps: Vec<_> = (0..10).filter_map(|done| rule.step(done)).collect();
        assert_eq!(steps, [(20, 1), (22, 2), (24, 3), (26, 4), (28, 5), (30, 6), (33, 7), (35, 8), (35, 9)]);
        assert!(rule.applies(0) && !rule.applies(30));
    }
}
