//! Runs are spread over the week.

use super::{Binding, Card, ForAthlete, Listener, Number, Pair, PairRule, Place, Rule, Setting, Timetable, Verdict};
use crate::model::RunType;

/// What a day too near costs.
#[derive(Clone, Debug)]
pub struct SpreadRuns {
    weight: i32,
}

static CARD: Card = Card {
    id: "spread_runs",
    binding: Binding::Should,
    summary: "Runs keep as many days apart as their number in the week allows.",
    docs: "Regular stimulus with rest between is what coaches plan: two runs lie three days apart, three runs two. \
           This is practice; no trial compared it.",
    evidence: &["Judgement: coaching practice."],
};

impl ForAthlete for SpreadRuns {
    fn for_athlete(_: &Setting) -> Self {
        Self { weight: 6 }
    }
}

impl Rule for SpreadRuns {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![Number::weight("for each day too near", &mut self.weight)]
    }

    fn pair(&self) -> Option<&dyn PairRule> {
        Some(self)
    }
}

impl PairRule for SpreadRuns {
    fn judge(&self, pair: &Pair<'_>, timetable: &Timetable, hear: &mut dyn Listener) {
        let jog = |place: &Place| place.run.kind == RunType::CooldownJog;
        if !pair.neighbours || jog(pair.earlier) || jog(pair.later) {
            return;
        }
        let ideal = (7 / timetable.wishes.runs_per_week.max(1)).min(3);
        let days = pair.later.day.0 - pair.earlier.day.0;
        if days < ideal {
            hear.hear(Verdict::should(ideal - days, self.weight), &|| match days {
                0 => "On the day of another run.".to_owned(),
                1 => format!("The day after another run; {ideal} days apart would be better."),
                _ => format!("{days} days after another run; {ideal} would be better."),
            });
        }
    }
}
