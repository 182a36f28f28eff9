//! Every few weeks a lighter one.

use super::weekly_growth::FullWeeks;
use super::{Binding, Card, ForAthlete, Ledger, LedgerRule, Listener, Number, Rule, Setting, Start, Verdict};
use crate::model::Minutes;

/// How often a deload week comes, and how light it is.
#[derive(Clone, Debug)]
pub struct DeloadWeeks {
    every: i32,
    cut_percent: i32,
    least_cut_percent: i32,
    most_cut_percent: i32,
    long_cut_percent: i32,
    quality_percent: i32,
    small_week_minutes: i32,
    strength_sets_low: i32,
    strength_sets_high: i32,
    weight: i32,
}

static CARD: Card = Card {
    id: "deload_weeks",
    binding: Binding::Should,
    summary: "Every few weeks a lighter one, for running and lifting together.",
    docs: "Strength athletes reduce for a week every month or so, mostly the number of sets; a whole week off cost \
           strength in a trial, so it is less and not nothing. Runners' coaches cut back on the same rhythm; nobody has \
           tested how often. Runs get shorter, their number stays where it can, and a hard run keeps its pace at half \
           the work. Where so little is run that nothing can be taken away, the week holds instead.",
    evidence: &[
        "Rogerson 2024, Sports Medicine - Open: how strength athletes deload.",
        "Coleman 2024, PeerJ: a week off in the middle of a block cost strength.",
        "Bell 2023, Sports Medicine - Open: what coaches agree a deload is.",
        "Judgement: how often and how much for runners.",
    ],
};

impl ForAthlete for DeloadWeeks {
    fn for_athlete(setting: &Setting) -> Self {
        Self {
            every: 4,
            cut_percent: 30,
            least_cut_percent: setting.level.pick(20, 20, 25),
            most_cut_percent: 40,
            long_cut_percent: 25,
            quality_percent: 50,
            small_week_minutes: 50,
            strength_sets_low: 40,
            strength_sets_high: 50,
            weight: 1,
        }
    }
}

impl DeloadWeeks {
    /// Every which week is lighter.
    pub fn every(&self) -> i32 {
        self.every.max(1)
    }

    /// What a deload after a full week of `full` minutes aims at.
    pub fn minutes(&self, full: Minutes) -> Minutes {
        full * (100 - self.cut_percent) / 100
    }

    /// The least and the most that a deload after a full week of `full` minutes holds.
    pub fn range(&self, full: Minutes) -> (Minutes, Minutes) {
        ((full * (100 - self.most_cut_percent) + 99) / 100, full * (100 - self.least_cut_percent) / 100)
    }

    /// The least and the most that the long run holds after one of `full` minutes.
    pub fn long_range(&self, full: Minutes) -> (Minutes, Minutes) {
        ((full * (100 - self.most_cut_percent) + 99) / 100, full * (100 - self.long_cut_percent) / 100)
    }

    /// Hard minutes that are kept of `full`.
    pub fn quality(&self, full: Minutes) -> Minutes {
        full * self.quality_percent / 100
    }

    /// What the week asks of the lifting, after the words that ask for it.
    pub fn lifting(&self, asks: &str) -> String {
        let (low, high) = (self.strength_sets_low, self.strength_sets_high);
        format!("{asks}: sets down {low}-{high} %, the load on the bar kept.")
    }
}

impl Rule for DeloadWeeks {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("every", "every which week is lighter", "weeks", &mut self.every, (2, 12)).at_most(),
            Number::new("cut_percent", "of run minutes taken off", "%", &mut self.cut_percent, (20, 40)),
            Number::new("least_cut_percent", "of run minutes taken off at least", "%", &mut self.least_cut_percent, (10, 40)),
            Number::new("most_cut_percent", "of run minutes taken off at most", "%", &mut self.most_cut_percent, (20, 60)).at_most(),
            Number::new("long_cut_percent", "taken off the long run at least", "%", &mut self.long_cut_percent, (10, 40)),
            Number::new("quality_percent", "of the hard minutes kept", "%", &mut self.quality_percent, (0, 100)).at_most(),
            Number::new("small_week_minutes", "of a week that is too small to take from", "min", &mut self.small_week_minutes, (0, 120)),
            Number::new("strength_sets_low", "of the sets to leave out, low end", "%", &mut self.strength_sets_low, (0, 100)),
            Number::new("strength_sets_high", "of the sets to leave out, high end", "%", &mut self.strength_sets_high, (0, 100)),
            Number::weight("for each minute outside, and for each week too long without", &mut self.weight),
        ]
    }

    fn ledger(&self) -> Option<&dyn LedgerRule> {
        Some(self)
    }
}

impl LedgerRule for DeloadWeeks {
    fn judge(&self, weeks: &[Ledger], start: &Start, hear: &mut dyn Listener) {
        let Some(week) = weeks.last() else { return };
        let minutes = week.minutes();
        if !week.is_light() {
            // A week that is too small to take from rests as it is, and the count begins after it.
            let is_full = |week: &&Ledger| !week.is_light() && week.minutes() > self.small_week_minutes;
            let full = weeks.iter().rev().take_while(is_full).count() as i32;
            if full > self.every {
                hear.hear(Verdict::should(full - self.every, self.weight), &|| {
                    format!("{full} full weeks in a row; every {}th should be lighter.", self.every)
                });
            }
        } else if let (true, Some(full)) = (week.deload, FullWeeks::before_last(weeks, start).last()) {
            let over = minutes - self.range(full).1;
            if over > 0 {
                hear.hear(Verdict::should(over, self.weight), &|| {
                    format!("{minutes} min in a deload after {full} min; {} at most.", self.range(full).1)
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};
    use crate::rules::ledger::diary::{said, start, weeks};

    fn rule() -> DeloadWeeks {
        let setting =
            Setting { strength_level: Level::Advanced, ..Setting::of(Goal::Endurance, Level::Intermediate) };
        DeloadWeeks::for_athlete(&setting)
    }

    #[test]
    fn a_deload_takes_a_third_off() {
        assert_eq!((rule().minutes(100), rule().range(100), rule().long_range(50)), (70, (60, 80), (30, 37)));
        let heavy = weeks(&["easy 50, easy 50", "deload: easy 45, easy 45"]);
        assert_eq!(said(&rule(), &heavy, &start(100, 50)), ["should 10: 90 min in a deload after 100 min; 80 at most."]);
    }

    #[test]
    fn a_fifth_full_week_in_a_row_is_one_too_many() {
        let full = weeks(&["easy 30, easy 30"; 5]);
        assert_eq!(said(&rule(), &full, &start(60, 30)).len(), 1);
        assert_eq!(said(&rule(), &full[..4], &start(60, 30)), Vec::<String>::new());
    }

    #[test]
    fn weeks_too_small_to_take_from_are_no_full_ones() {
        let some = |first: &'static str, then: &'static str| {
            let lines = [[first; 4].as_slice(), [then; 3].as_slice()].concat();
            said(&rule(), &weeks(&lines), &start(50, 25)).len()
        };
        assert_eq!(some("easy 24, easy 24", "easy 28, easy 28"), 0);
        assert_eq!(some("easy 28, easy 28", "easy 28, easy 28"), 1);
    }
}
