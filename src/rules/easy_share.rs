//! Most of the running is easy.

use super::{Binding, Card, ForAthlete, Ledger, LedgerRule, Listener, Number, Rule, Setting, Start, Verdict};
use crate::model::Minutes;

/// How much of the week's running is easy.
#[derive(Clone, Debug)]
pub struct EasyShare {
    least_percent: i32,
    weight: i32,
}

static CARD: Card = Card {
    id: "easy_share",
    binding: Binding::Should,
    summary: "Most of the week's run minutes are easy.",
    docs: "Elite distance runners do the large part of their running at low intensity, and recreational runners who kept \
           to that gained at least as much as those who ran more in the middle. Which mix of hard work is best is open; \
           that most of it should be easy is not. Not every run needs to be hard.",
    evidence: &[
        "Haugen 2022, Sports Medicine - Open: training of world-class distance runners.",
        "Muñoz 2014, International Journal of Sports Physiology and Performance: recreational runners.",
        "Festa 2020, Frontiers in Sports and Active Living: polarised and threshold training alike.",
    ],
};

impl ForAthlete for EasyShare {
    fn for_athlete(setting: &Setting) -> Self {
        Self { least_percent: setting.level.pick(90, 80, 80), weight: 1 }
    }
}

impl EasyShare {
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
        let over = hard - self.hard_minutes(minutes);
        if over > 0 {
            hear.hear(Verdict::should(over, self.weight), &|| {
                format!("{hard} of {minutes} min are hard; {} % should be easy.", self.least_percent)
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
    }
}
