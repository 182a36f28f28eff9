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
    from_minutes: i32,
    strength_sets_low: i32,
    strength_sets_high: i32,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "deload_weeks",
    binding: Binding::Should,
    summary: "Every few weeks a lighter one, for running and lifting together.",
    docs: "Strength athletes reduce for a week every month or so, mostly the number of sets; a whole week off cost \
           strength in a trial, so it is less and not nothing. Runners' coaches cut back on the same rhythm; nobody has \
           tested how often, and novices who lifted lighter in some weeks gained neither more nor less. Runs get shorter, their \
           number stays where it can, and a hard run keeps its pace at half the work. The lighter weeks are those in which \
           the long run is down. Where so little is run that there is nothing to unload, the week holds instead, \
           and no lighter week stands right before a taper.",
    evidence: &[
        "Rogerson 2024, Sports Medicine - Open: how strength athletes deload.",
        "Coleman 2024, PeerJ: a week off in the middle of a block cost strength.",
        "Bell 2023, Sports Medicine - Open: what coaches agree a deload is.",
        "Pancar 2026, Scientific Reports: lighter weeks changed neither size nor strength of novices.",
        "Judgement: how often and how much for runners, and from how many minutes.",
    ],
    words: None,
};

impl ForAthlete for DeloadWeeks {
    fn for_athlete(setting: &Setting) -> Self {
        Self {
            every: 4,
            cut_percent: setting.level.pick(25, 25, 30),
            least_cut_percent: setting.level.pick(15, 15, 20),
            most_cut_percent: 40,
            long_cut_percent: 25,
            quality_percent: 50,
            from_minutes: 120,
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

    /// Whether so much is run that a lighter week has something to take away.
    pub fn unloads(&self, full: Minutes) -> bool {
        full >= self.from_minutes
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
            Number::new("from_minutes", "a week from which there is something to unload", "min", &mut self.from_minutes, (0, 300)),
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
            let is_full = |week: &&Ledger| !week.is_light() && self.unloads(week.minutes());
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
    fn a_deload_takes_a_quarter_off() {
        assert_eq!((rule().minutes(200), rule().range(200), rule().long_range(50)), (150, (120, 170), (30, 37)));
        let heavy = weeks(&["easy 100, easy 100", "deload: easy 90, easy 90"]);
        assert_eq!(said(&rule(), &heavy, &start(200, 100)), ["should 10: 180 min in a deload after 200 min; 170 at most."]);
    }

    #[test]
    fn a_fifth_full_week_in_a_row_is_one_too_many() {
        let full = weeks(&["easy 60, easy 60"; 5]);
        assert_eq!(said(&rule(), &full, &start(120, 60)).len(), 1);
        assert_eq!(said(&rule(), &full[..4], &start(120, 60)), Vec::<String>::new());
    }

    #[test]
    fn weeks_too_small_to_take_from_are_no_full_ones() {
        let some = |first: &'static str, then: &'static str| {
            let lines = [[first; 4].as_slice(), [then; 3].as_slice()].concat();
            said(&rule(), &weeks(&lines), &start(50, 25)).len()
        };
        assert_eq!(some("easy 55, easy 60", "easy 60, easy 60"), 0);
        assert_eq!(some("easy 60, easy 60", "easy 60, easy 60"), 1);
    }
}
