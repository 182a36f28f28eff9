//! Without a race: waves of some months, each with one aim.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};
use crate::model::Minutes;

/// How long a wave is and how much each adds.
#[derive(Clone, Debug)]
pub struct Waves {
    weeks: i32,
    growth_percent: i32,
}

/// What a wave is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaveAim {
    /// Easy volume, hills and the first threshold work.
    Base,
    /// Speed over five kilometres.
    Speed,
    /// Staying power over ten kilometres and more.
    Stamina,
}

pub(super) static CARD: Card = Card {
    id: "waves",
    binding: Binding::Advice,
    summary: "Without a race the weeks come in waves, each with one aim, a light week and a test between them.",
    docs: "Endless weeks of one kind stop having an effect, and a goal some weeks away helps to hold on. So a long block is cut \
           into waves of equal length: hills and easy volume, speed, staying power. Each wave comes to a little more than the one \
           before, as long as more is asked for. All of it is practice and judgement.",
    evidence: &["Judgement: the aims, the length of a wave and what each adds."],
    words: None,
};

impl ForAthlete for Waves {
    fn for_athlete(_: &Setting) -> Self {
        Self { weeks: 13, growth_percent: 10 }
    }
}

impl Waves {
    /// In how many waves a stretch of `weeks` weeks is cut.
    pub fn count(&self, weeks: i32) -> i32 {
        ((weeks + self.weeks / 2) / self.weeks.max(1)).max(1)
    }

    /// The wave (from 0) that a week (from 0) of `weeks` weeks lies in, and the week in it.
    pub fn at(&self, week: i32, weeks: i32) -> (i32, i32) {
        let count = self.count(weeks);
        let wave = (week * count / weeks.max(1)).clamp(0, count - 1);
        let first = (wave * weeks + count - 1) / count;
        (wave, week - first)
    }

    /// Minutes that the wave number `wave` (from 0) comes to, for somebody who runs `now` minutes a week.
    pub fn peak(&self, now: Minutes, wave: i32) -> Minutes {
        (0..=wave.clamp(0, 20)).fold(now, |minutes, _| minutes * (100 + self.growth_percent) / 100)
    }

    /// What the wave number `wave` (from 0) is for; a single one has no aim of its own.
    pub fn aim(&self, wave: i32, count: i32) -> Option<WaveAim> {
        let aims = [WaveAim::Base, WaveAim::Speed, WaveAim::Stamina];
        (count > 1).then(|| aims[wave.rem_euclid(3) as usize])
    }
}

impl Rule for Waves {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("weeks", "about how long a wave is", "weeks", &mut self.weeks, (8, 26)),
            Number::new("growth_percent", "that a wave comes to over the one before", "%", &mut self.growth_percent, (0, 20)).at_most(),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};

    #[test]
    fn a_year_is_four_waves_and_three_months_are_one() {
        let (goal, level) = (Goal::Endurance, Level::Advanced);
        let rule = Waves::for_athlete(&Setting::of(goal, level));
        assert_eq!([8, 12, 20, 26, 52].map(|weeks| rule.count(weeks)), [1, 1, 2, 2, 4]);
        assert_eq!([0, 12, 13, 26, 39, 51].map(|week| rule.at(week, 52)), [(0, 0), (0, 12), (1, 0), (2, 0), (3, 0), (3, 12)]);
        assert_eq!((rule.peak(160, 0), rule.peak(160, 3)), (176, 233));
        assert_eq!((rule.aim(0, 1), rule.aim(1, 4)), (None, Some(WaveAim::Speed)));
    }
}
