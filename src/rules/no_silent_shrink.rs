//! What is run now is kept: no full week shrinks without a word.

use super::{Binding, Card, ForAthlete, Ledger, LedgerRule, Listener, Number, Rule, Setting, Start, Verdict};
use crate::model::Minutes;

/// How much of what is run now every full week holds.
#[derive(Clone, Debug)]
pub struct NoSilentShrink {
    kept_percent: i32,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "no_silent_shrink",
    binding: Binding::Should,
    summary: "Every full week holds what is run now and as many runs as were asked for, or the plan says first why not.",
    docs: "Fitness holds on much less running only as long as the intensity stays. Somebody who asks for a plan wants to keep \
           what they have and to build on it, so the minutes of a run that finds no place go to runs that have room, and \
           runs get shorter before they get fewer. How the body answers, a break, a race, a diary without a window are reasons \
           for less, and they are said at the top of the plan. The percent is judgement.",
    evidence: &[
        "Spiering 2021, Journal of Strength and Conditioning Research: how little keeps endurance, as long as intensity stays.",
        "Judgement: the percent.",
    ],
    words: None,
};

impl ForAthlete for NoSilentShrink {
    fn for_athlete(_: &Setting) -> Self {
        Self { kept_percent: 95, weight: 1 }
    }
}

impl NoSilentShrink {
    /// The least minutes of a full week of somebody who runs `now` minutes a week.
    pub fn least(&self, now: Minutes) -> Minutes {
        (now * self.kept_percent + 99) / 100
    }
}

impl Rule for NoSilentShrink {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("kept_percent", "of what is run now, in every full week", "%", &mut self.kept_percent, (0, 100)),
            Number::weight("for each minute too few", &mut self.weight),
        ]
    }

    fn ledger(&self) -> Option<&dyn LedgerRule> {
        Some(self)
    }
}

impl LedgerRule for NoSilentShrink {
    fn judge(&self, weeks: &[Ledger], start: &Start, hear: &mut dyn Listener) {
        let Some(week) = weeks.last().filter(|week| !week.is_light() && !week.runs.is_empty()) else { return };
        let (minutes, least) = (week.minutes(), self.least(start.weekly_minutes));
        if minutes < least {
            hear.hear(Verdict::should(least - minutes, self.weight), &|| {
                format!("{minutes} min this week; {} min a week were run before the block.", start.weekly_minutes)
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
    fn a_full_week_below_what_is_run_now_is_told() {
        let (goal, level) = (Goal::Endurance, Level::Advanced);
        let rule = NoSilentShrink::for_athlete(&Setting::of(goal, level));
        let says = |line: &str| said(&rule, &weeks(&[line]), &start(100, 40));
        assert_eq!(says("easy 50, easy 40"), ["should 5: 90 min this week; 100 min a week were run before the block."]);
        assert_eq!(says("easy 50, easy 45"), Vec::<String>::new());
        assert_eq!(says("deload: easy 40, easy 35"), Vec::<String>::new());
    }
}
