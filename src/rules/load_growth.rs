//! The load of everything together grows slowly.

use super::{Binding, Card, ForAthlete, Ledger, LedgerRule, Listener, Number, Rule, Setting, Start, Verdict};

/// How much more load a week may hold than those before it.
#[derive(Clone, Debug)]
pub struct LoadGrowth {
    most_percent: i32,
    weeks: i32,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "load_growth",
    binding: Binding::Should,
    summary: "The load of lifting and running together grows slowly.",
    docs: "Session effort times minutes puts lifting and running in one sum. The sum does not see the impact on bones and \
           tendons, so run minutes have rules of their own. A ratio of acute to chronic load is not used: it predicted \
           nothing when its own arithmetic was taken out. The percent is judgement.",
    evidence: &[
        "Foster 2001, Journal of Strength and Conditioning Research: session effort times minutes.",
        "Impellizzeri 2020, Sports Medicine: why ratios of load are dismissed.",
        "Judgement: the percent.",
    ],
    words: None,
};

impl ForAthlete for LoadGrowth {
    fn for_athlete(_: &Setting) -> Self {
        Self { most_percent: 15, weeks: 3, weight: 1 }
    }
}

impl Rule for LoadGrowth {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("most_percent", "over the mean of the last full weeks", "%", &mut self.most_percent, (0, 30)).at_most(),
            Number::new("weeks", "full weeks that are looked back on", "weeks", &mut self.weeks, (1, 8)),
            Number::weight("for each percent too much", &mut self.weight),
        ]
    }

    fn ledger(&self) -> Option<&dyn LedgerRule> {
        Some(self)
    }
}

impl LedgerRule for LoadGrowth {
    fn judge(&self, weeks: &[Ledger], _: &Start, hear: &mut dyn Listener) {
        let Some((week, past)) = weeks.split_last().filter(|(week, _)| !week.is_light()) else { return };
        let full = past.iter().rev().filter(|week| !week.is_light() && week.load > 0);
        let loads: Vec<i32> = full.map(|week| week.load).take(self.weeks.max(1) as usize).collect();
        let count = loads.len() as i32;
        if count == 0 {
            return;
        }
        let mean = (loads.iter().sum::<i32>() / count).max(1);
        let percent = (week.load - mean) * 100 / mean;
        if percent > self.most_percent {
            hear.hear(Verdict::should(percent - self.most_percent, self.weight), &|| {
                format!("Load {} is {percent} % over the last full weeks ({mean}); {} % would do.", week.load, self.most_percent)
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
    fn load_is_compared_with_the_last_full_weeks() {
        let (goal, level) = (Goal::Endurance, Level::Advanced);
        let rule = LoadGrowth::for_athlete(&Setting::of(goal, level));
        let mut block = weeks(&["easy 30", "deload: easy 20", "easy 30"]);
        for (week, load) in block.iter_mut().zip([1000, 600, 1200]) {
            week.load = load;
        }
        assert_eq!(said(&rule, &block, &start(30, 30)), ["should 5: Load 1200 is 20 % over the last full weeks (1000); 15 % would do."]);
        assert_eq!(said(&rule, &block[..1], &start(30, 30)), Vec::<String>::new());
    }
}
