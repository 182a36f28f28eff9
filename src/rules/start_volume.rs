//! How much is run in the first week, and what the volume grows toward.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};
use crate::model::{Level, Minutes};

/// Where the volume starts and where it stops growing, in minutes a week.
#[derive(Clone, Debug)]
pub struct StartVolume {
    target_low: i32,
    target_high: i32,
    beginner_most: i32,
    beginner: bool,
}

static CARD: Card = Card {
    id: "start_volume",
    binding: Binding::Advice,
    summary: "The block starts at the mean of the last four weeks and grows toward a volume that fits goal and level.",
    docs: "Never the best week: the mean. Beginners who run already start no higher than three short half hours, and \
           whoever ran nothing in those weeks starts with runs of twenty minutes, however long an older one was. The targets \
           are judgement, in the frame of the public health advice on activity. Who runs more than the target \
           already keeps what they have, and before a long race a week may grow past it until the long run has its room.",
    evidence: &[
        "Pollock 1977, Medicine and Science in Sports: longer and more frequent runs hurt more beginners.",
        "Bull 2020, British Journal of Sports Medicine: the World Health Organization's minutes of activity a week.",
        "Judgement: the targets by goal and level.",
    ],
};

impl ForAthlete for StartVolume {
    fn for_athlete(setting: &Setting) -> Self {
        let (goal, level) = (setting.goal, setting.level);
        Self {
            target_low: goal.pick(
                level.pick(30, 45, 60),
                level.pick(60, 120, 240),
                level.pick(60, 100, 150),
                level.pick(45, 75, 100),
            ),
            target_high: goal.pick(
                level.pick(60, 90, 120),
                level.pick(100, 240, 450),
                level.pick(100, 200, 300),
                level.pick(90, 150, 200),
            ),
            beginner_most: 90,
            beginner: level == Level::Beginner,
        }
    }
}

impl StartVolume {
    /// Minutes of the first week after `mean` minutes a week.
    pub fn first_week(&self, mean: Minutes) -> Minutes {
        if self.beginner { mean.min(self.beginner_most) } else { mean }
    }

    /// Minutes a week that the volume grows toward from `mean`: never below what is run already.
    pub fn target(&self, mean: Minutes) -> Minutes {
        self.target_high.max(self.first_week(mean))
    }

    /// The least that the goal is usually served with, in minutes a week.
    pub fn target_low(&self) -> Minutes {
        self.target_low
    }
}

impl Rule for StartVolume {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("target_low", "the least that usually serves the goal", "min a week", &mut self.target_low, (0, 900)),
            Number::new("target_high", "where the volume stops growing", "min a week", &mut self.target_high, (20, 900))
                .at_most(),
            Number::new("beginner_most", "a beginner's first week", "min", &mut self.beginner_most, (20, 90)).at_most(),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Goal;

    #[test]
    fn a_beginner_who_runs_a_lot_starts_lower() {
        let setting =
            Setting::of(Goal::Endurance, Level::Beginner);
        assert_eq!(StartVolume::for_athlete(&setting).first_week(150), 90);
        assert_eq!(StartVolume::for_athlete(&setting).first_week(70), 70);
    }

    #[test]
    fn who_runs_more_than_the_target_keeps_it() {
        let setting =
            Setting { strength_level: Level::Beginner, ..Setting::of(Goal::GeneralFitness, Level::Advanced) };
        assert_eq!(StartVolume::for_athlete(&setting).target(260), 260);
        assert_eq!(StartVolume::for_athlete(&setting).target(100), 200);
    }
}
