//! Most of the running is easy.

use super::{Binding, Card, ForAthlete, Ledger, LedgerRule, LedgerRun, Listener, Number, Rule, Setting, Start, Verdict};
use crate::model::{Minutes, RunType};

/// How much of the week's running is easy.
#[derive(Clone, Debug)]
pub struct EasyShare {
    least_percent: i32,
    race_pace_percent: i32,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "easy_share",
    binding: Binding::Should,
    summary: "Most of the week's run minutes are easy.",
    docs: "Elite distance runners do the large part of their running at low intensity, and recreational runners who kept \
           to that gained at least as much as those who ran more in the middle. Which mix of hard work is best is open; \
           that most of it should be easy is not: among marathoners the fast add easy volume, not hard minutes. Weeks with \
           half marathon or marathon pace hold a little less; how much less is judgement. Not every run needs to be hard.",
    evidence: &[
        "Haugen 2022, Sports Medicine - Open: training of world-class distance runners.",
        "Muñoz 2014, International Journal of Sports Physiology and Performance: recreational runners.",
        "Muniz-Pumares 2025, Sports Medicine: training before 151,813 marathons.",
        "Festa 2020, Frontiers in Sports and Active Living: polarised and threshold training alike.",
        "Judgement: what race pace takes off.",
    ],
    words: None,
};

impl ForAthlete for EasyShare {
    fn for_athlete(setting: &Setting) -> Self {
        Self { least_percent: setting.level.pick(90, 80, 80), race_pace_percent: 5, weight: 1 }
    }
}

impl EasyShare {
    /// Hard minutes that a week of `minutes` with half marathon or marathon pace may hold.
    pub fn at_race_pace(&self, minutes: Minutes) -> Minutes {
        minutes * (100 - self.least_percent + self.race_pace_percent) / 100
    }

    /// Hard minutes that a week of `minutes` may hold.
    pub fn hard_minutes(&self, minutes: Minutes) -> Minutes {
        minutes * (100 - self.least_percent) / 100
    }
}

impl Rule for EasyShare {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("least_percent", "of the week's run minutes are easy", "%", &mut self.least_percent, (50, 100)),
            Number::new(
                "race_pace_percent",
                "less of them where the week holds half marathon or marathon pace",
                "%",
                &mut self.race_pace_percent,
                (0, 30),
            )
            .at_most(),
            Number::weight("for each hard minute too many", &mut self.weight),
        ]
    }

    fn ledger(&self) -> Option<&dyn LedgerRule> {
        Some(self)
    }
}

impl LedgerRule for EasyShare {
    fn judge(&self, weeks: &[Ledger], _: &Start, hear: &mut dyn Listener) {
        let Some(week) = weeks.last() else { return };
        let hard: Minutes = week.training().map(|run| run.hard_minutes).sum();
        let minutes = week.minutes();
        // Half marathon and marathon pace is below the fastest zone.
        let at_race_pace = |run: &LedgerRun| match run.kind {
            RunType::Long => run.hard_minutes > 0,
            RunType::RacePace => run.hard_minutes > 2 * run.fast_minutes,
            _ => false,
        };
        let (most, least) = if week.training().any(at_race_pace) {
            (self.at_race_pace(minutes), self.least_percent - self.race_pace_percent)
        } else {
            (self.hard_minutes(minutes), self.least_percent)
        };
        if hard > most {
            hear.hear(Verdict::should(hard - most, self.weight), &|| {
                format!("{hard} of {minutes} min are hard; {least} % should be easy.")
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};
    use crate::rules::ledger::diary::{said, start, weeks};

    #[test]
    fn a_fifth_of_the_minutes_may_be_hard() {
        let setting =
            Setting::of(Goal::Endurance, Level::Advanced);
        let says = |line: &str| said(&EasyShare::for_athlete(&setting), &weeks(&[line]), &start(200, 60));
        assert_eq!(says("easy 60, tempo 40/20, long 60"), Vec::<String>::new());
        assert_eq!(says("easy 40, tempo 40/25, long 40"), ["should 1: 25 of 120 min are hard; 80 % should be easy."]);
        assert_eq!(says("easy 40, race_pace 40/20, long 40/10"), Vec::<String>::new());
        assert_eq!(says("easy 40, race_pace 40/21, long 40/10"), ["should 1: 31 of 120 min are hard; 75 % should be easy."]);
    }
}
