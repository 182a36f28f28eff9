//! One run a day.

use super::{Binding, Card, ForAthlete, Listener, Pair, PairRule, Rule, Setting, Timetable, Verdict};

/// No numbers.
#[derive(Clone, Debug)]
pub struct OneRunADay;

static CARD: Card = Card {
    id: "one_run_a_day",
    binding: Binding::Must,
    summary: "At most one run starts on a calendar day.",
    docs: "Who lifts three or four times a week has no need of two runs a day, and the legs have one recovery more. \
           The rule is judgement.",
    evidence: &["Judgement: frequency is limited before anything else is."],
};

impl ForAthlete for OneRunADay {
    fn for_athlete(_: &Setting) -> Self {
        Self
    }
}

impl Rule for OneRunADay {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn pair(&self) -> Option<&dyn PairRule> {
        Some(self)
    }
}

impl PairRule for OneRunADay {
    fn judge(&self, pair: &Pair<'_>, _: &Timetable, hear: &mut dyn Listener) {
        if pair.neighbours && pair.earlier.day == pair.later.day {
            hear.hear(Verdict::must(1), &|| "Another run already stands on that day.".to_owned());
        }
    }
}
