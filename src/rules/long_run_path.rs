//! How long the long run gets, and by which steps.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};
use crate::model::{Goal, Minutes};

/// The path of the long run.
#[derive(Clone, Debug)]
pub struct LongRunPath {
    peak_5k: i32,
    peak_10k: i32,
    half_least: i32,
    half_most: i32,
    half_with_walks: i32,
    marathon_percent: i32,
    marathon_least: i32,
    most: i32,
    without_race: i32,
    down_percent: i32,
    ups: i32,
    ups_when_short: i32,
    last_percent_short_race: i32,
    prepared_5k_percent: i32,
    prepared_percent: i32,
    prepared_marathon: i32,
}

pub(super) static CARD: Card = Card {
    id: "long_run_path",
    binding: Binding::Advice,
    summary: "The long run grows from today's longest toward what the race asks for, some weeks up and one down.",
    docs: "Marathon runners whose longest run was short ran slower and slowed down more; no measure of training went with \
           injury there, and no study ties the share of the long run to it. So the race says how long the long run gets, \
           and the limit on single runs how fast. The path is counted back from the taper: the last full weeks are up, none \
           of the first is down. Lengths are multiples of five. The peaks, the rhythm and what counts as prepared are \
           judgement between published plans and those studies.",
    evidence: &[
        "Fokkema 2020, Scandinavian Journal of Medicine and Science in Sports: longest runs of half marathon and marathon runners.",
        "Doherty 2020, Journal of Science and Medicine in Sport: longest runs and faster marathons.",
        "Zanini 2025, Medicine and Science in Sports and Exercise: long runs and running economy late in a race.",
        "Daniels 2014, Daniels' Running Formula: the longest length of a long run.",
        "Judgement: the peaks by event and level, and two weeks up and one down.",
    ],
    words: None,
};

impl ForAthlete for LongRunPath {
    fn for_athlete(setting: &Setting) -> Self {
        let level = setting.level;
        let fit = level.pick(60, 75, 90);
        Self {
            peak_5k: level.pick(40, 50, 90),
            peak_10k: level.pick(65, 80, 90),
            half_least: 90,
            half_most: 120,
            half_with_walks: 135,
            marathon_percent: 90,
            marathon_least: 150,
            most: 180,
            without_race: match setting.goal {
                Goal::Strength => level.pick(40, 60, 75),
                Goal::Endurance => level.pick(75, 100, 120),
                Goal::WeightLoss | Goal::GeneralFitness => fit,
            },
            down_percent: 70,
            ups: 2,
            ups_when_short: 3,
            last_percent_short_race: 80,
            prepared_5k_percent: 60,
            prepared_percent: 75,
            prepared_marathon: 150,
        }
    }
}

impl LongRunPath {
    /// The longest that the long run gets before a race over `distance_km` that takes `race` minutes.
    pub fn peak(&self, distance_km: f64, race: Minutes) -> Minutes {
        let peak = match distance_km {
            km if km < 7.5 => self.peak_5k,
            km if km < 15.0 => self.peak_10k,
            km if km < 30.0 && race > 150 => race.min(self.half_with_walks),
            km if km < 30.0 => race.clamp(self.half_least, self.half_most),
            _ => (race * self.marathon_percent / 100).max(self.marathon_least),
        };
        five(peak.min(self.most))
    }

    /// The longest that it gets without a race.
    pub fn peak_without_race(&self) -> Minutes {
        self.without_race
    }

    /// The longest long run that prepares for a race over `distance_km` that takes `race` minutes.
    pub fn prepared(&self, distance_km: f64, race: Minutes) -> Minutes {
        let part = |percent: i32| (race * percent + 99) / 100;
        match distance_km {
            km if km < 7.5 => part(self.prepared_5k_percent),
            km if km < 30.0 => part(self.prepared_percent),
            _ => part(self.prepared_percent).min(self.prepared_marathon),
        }
    }

    /// The next step up, where no run may be longer than `limit`.
    pub fn up(&self, limit: Minutes, peak: Minutes) -> Minutes {
        let steps = (limit / 5 * 5).min(peak);
        if steps > 0 { steps } else { limit.min(peak) }
    }

    /// A week down after a longest of `last`.
    pub fn down(&self, last: Minutes) -> Minutes {
        five(last * self.down_percent / 100)
    }

    /// The long run a week before a race of up to ten kilometres, after a peak of `peak`.
    pub fn last_before_short_race(&self, peak: Minutes) -> Minutes {
        five(peak * self.last_percent_short_race / 100)
    }

    /// How many weeks up stand before one down; more where the weeks are `short` for the race.
    pub fn ups(&self, short: bool) -> i32 {
        if short { self.ups_when_short } else { self.ups }.max(1)
    }
}

/// The nearest multiple of five.
fn five(minutes: Minutes) -> Minutes {
    (minutes + 2) / 5 * 5
}

impl Rule for LongRunPath {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        let minutes = |name, meaning, value| Number::new(name, meaning, "min", value, (20, 240)).at_most();
        let percent = |name, meaning, value| Number::new(name, meaning, "%", value, (40, 100));
        vec![
            minutes("peak_5k", "the longest long run before five kilometres", &mut self.peak_5k),
            minutes("peak_10k", "the longest before ten kilometres", &mut self.peak_10k),
            minutes("half_least", "the peak before a fast half marathon", &mut self.half_least),
            minutes("half_most", "the peak before a half marathon of usual length", &mut self.half_most),
            minutes("half_with_walks", "the peak, with walk breaks, before a half marathon that takes long", &mut self.half_with_walks),
            percent("marathon_percent", "of the marathon's time", &mut self.marathon_percent).at_most(),
            minutes("marathon_least", "the peak before a fast marathon", &mut self.marathon_least),
            minutes("most", "the longest long run of all", &mut self.most),
            minutes("without_race", "what it grows to without a race", &mut self.without_race),
            percent("down_percent", "of the longest run, in a week down", &mut self.down_percent),
            Number::new("ups", "weeks up before one down", "weeks", &mut self.ups, (1, 6)).at_most(),
            Number::new("ups_when_short", "the same where there are few weeks to the race", "weeks", &mut self.ups_when_short, (1, 6)).at_most(),
            percent("last_percent_short_race", "of the peak, a week before a race of up to ten kilometres", &mut self.last_percent_short_race),
            percent("prepared_5k_percent", "of the time of five kilometres that the longest run should have", &mut self.prepared_5k_percent),
            percent("prepared_percent", "of the time of a longer race that it should have", &mut self.prepared_percent),
            Number::new("prepared_marathon", "that are enough for any marathon", "min", &mut self.prepared_marathon, (60, 240)),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Level;
    use crate::rules::SingleRunSpike;

    fn setting(goal: Goal, level: Level) -> Setting {
        Setting::of(goal, level)
    }

    fn rule(level: Level) -> LongRunPath {
        LongRunPath::for_athlete(&setting(Goal::Endurance, level))
    }

    #[test]
    fn the_race_says_how_long_the_long_run_gets() {
        let peaks = [(5.0, 27), (10.0, 52), (21.1, 126), (21.1, 95), (21.1, 170), (42.2, 247), (42.2, 180)];
        assert_eq!(peaks.map(|(km, race)| rule(Level::Intermediate).peak(km, race)), [50, 80, 120, 95, 135, 180, 160]);
    }

    #[test]
    fn steps_are_fives_tens_and_fifteens() {
        let spike = SingleRunSpike::for_athlete(&setting(Goal::Endurance, Level::Advanced));
        let mut long = 80;
        let mut path = vec![long];
        while long < 180 {
            long = rule(Level::Advanced).up(spike.limit(long), 180);
            path.push(long);
        }
        assert_eq!(path, [80, 85, 90, 95, 100, 110, 120, 130, 140, 150, 165, 180]);
        assert_eq!(rule(Level::Advanced).down(120), 85);
    }

    #[test]
    fn three_quarters_of_the_race_are_enough_and_of_a_marathon_two_hours_and_a_half() {
        let enough = [(5.0, 30), (10.0, 60), (21.1, 120), (42.2, 180), (42.2, 280)];
        assert_eq!(enough.map(|(km, race)| rule(Level::Beginner).prepared(km, race)), [18, 45, 90, 135, 150]);
    }
}
