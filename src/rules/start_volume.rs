//! How much is run in the first week, and what the volume grows toward.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};
use crate::model::{Distance, Minutes};

/// Where the volume starts and where it stops growing, in minutes a week.
#[derive(Clone, Debug)]
pub struct StartVolume {
    target_low: i32,
    target_high: i32,
    race_5k: i32,
    race_10k: i32,
    race_half: i32,
    race_marathon: i32,
    race_growth_percent: i32,
}

pub(super) static CARD: Card = Card {
    id: "start_volume",
    binding: Binding::Advice,
    summary: "The block starts at the mean of the last four weeks and grows toward a volume that fits goal and level.",
    docs: "Never the best week: the mean, and never less than it without a word. Somebody who ran nothing in those weeks starts \
           with runs of twenty minutes, however long an older one was. Without a race the volume grows toward a target that is \
           judgement, in the frame of the public health advice on activity; with a race the fullest weeks aim at what \
           the race asks for, whatever the goal is called. Who runs more than the target already keeps what they have and adds \
           a share of it. Runners on few weekly minutes were hurt more and ran slower marathons.",
    evidence: &[
        "Pollock 1977, Medicine and Science in Sports: longer and more frequent runs hurt more beginners.",
        "Bull 2020, British Journal of Sports Medicine: the World Health Organization's minutes of activity a week.",
        "Fokkema 2020, Scandinavian Journal of Medicine and Science in Sports: weekly kilometres before half marathons and marathons.",
        "Rasmussen 2013, International Journal of Sports Physical Therapy: marathons on few weekly kilometres hurt more.",
        "Judgement: the targets by goal, level and race.",
    ],
    words: None,
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
            race_5k: level.pick(90, 120, 180),
            race_10k: level.pick(120, 150, 240),
            race_half: level.pick(180, 210, 300),
            race_marathon: level.pick(240, 270, 390),
            race_growth_percent: level.pick(50, 40, 20),
        }
    }
}

impl StartVolume {
    /// Minutes a week that the volume grows toward from `mean` without a race: never below what is run already.
    pub fn target(&self, mean: Minutes) -> Minutes {
        self.target_high.max(mean)
    }

    /// Minutes a week that the fullest weeks before a race over `distance_km` aim at, from `mean`.
    pub fn before_race(&self, mean: Minutes, distance_km: f64) -> Minutes {
        let asked =
            Distance::of(distance_km).pick(self.race_5k, self.race_10k, self.race_half, self.race_marathon);
        asked.max(mean * (100 + self.race_growth_percent) / 100)
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
            Number::new("race_5k", "that the fullest weeks before five kilometres aim at", "min a week", &mut self.race_5k, (20, 900)).at_most(),
            Number::new("race_10k", "the same before ten kilometres", "min a week", &mut self.race_10k, (20, 900)).at_most(),
            Number::new("race_half", "the same before a half marathon", "min a week", &mut self.race_half, (20, 900)).at_most(),
            Number::new("race_marathon", "the same before a marathon", "min a week", &mut self.race_marathon, (20, 900)).at_most(),
            Number::new("race_growth_percent", "that is added before a race by somebody who runs as much already", "%", &mut self.race_growth_percent, (0, 100))
                .at_most(),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};

    #[test]
    fn a_race_says_what_its_fullest_weeks_aim_at() {
        let rule = |level| {
            let setting = Setting::of(Goal::Strength, level);
            StartVolume::for_athlete(&setting)
        };
        assert_eq!(rule(Level::Intermediate).before_race(100, 10.0), 150);
        assert_eq!(rule(Level::Intermediate).before_race(200, 21.1), 280);
        assert_eq!(rule(Level::Advanced).before_race(400, 42.2), 480);
    }

    #[test]
    fn who_runs_more_than_the_target_keeps_it() {
        let setting =
            Setting { strength_level: Level::Beginner, ..Setting::of(Goal::GeneralFitness, Level::Advanced) };
        assert_eq!(StartVolume::for_athlete(&setting).target(260), 260);
        assert_eq!(StartVolume::for_athlete(&setting).target(100), 200);
    }
}
