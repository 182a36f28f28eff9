//! Runs of their own, rather than runs after a session.

use super::{Binding, Card, ForAthlete, Ledger, LedgerRule, Listener, Number, Rule, Setting, Start, Verdict};
use crate::model::Minutes;

/// How much of the running stands alone.
#[derive(Clone, Debug)]
pub struct DedicatedRuns {
    least_percent: i32,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "dedicated_runs",
    binding: Binding::Should,
    summary: "Most run minutes stand alone and do not follow a session directly.",
    docs: "Endurance gains were larger where strength and endurance had days of their own, so with endurance as the goal \
           nearly all running stands alone. For weight and general fitness a run after a session is a fair way to get \
           it done. The shares are judgement.",
    evidence: &[
        "Robineau 2016, Journal of Strength and Conditioning Research: aerobic gains were largest a day apart.",
        "Schumann 2015, PLoS One: alternate days against the same session.",
        "Judgement: the shares by goal.",
    ],
    words: None,
};

impl ForAthlete for DedicatedRuns {
    fn for_athlete(setting: &Setting) -> Self {
        Self { least_percent: setting.goal.pick(0, 90, 50, 60), weight: 1 }
    }
}

impl Rule for DedicatedRuns {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("least_percent", "of the week's run minutes stand alone", "%", &mut self.least_percent, (0, 100)),
            Number::weight("for each minute missing", &mut self.weight),
        ]
    }

    fn ledger(&self) -> Option<&dyn LedgerRule> {
        Some(self)
    }
}

impl LedgerRule for DedicatedRuns {
    fn judge(&self, weeks: &[Ledger], _: &Start, hear: &mut dyn Listener) {
        let Some(week) = weeks.last() else { return };
        let minutes = week.minutes();
        let alone: Minutes = week.training().filter(|run| !run.attached).map(|run| run.minutes).sum();
        let missing = (self.least_percent * minutes - alone * 100 + 99).div_euclid(100);
        if missing > 0 {
            hear.hear(Verdict::should(missing, self.weight), &|| {
                format!("{alone} of {minutes} run minutes stand alone; {} % should.", self.least_percent)
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
    fn for_endurance_runs_stand_alone() {
        let mut attached = weeks(&["easy 40, easy 40, easy 20"]);
        attached[0].runs[2].attached = true;
        let says = |goal| {
            let level = Level::Advanced;
            let rule = DedicatedRuns::for_athlete(&Setting::of(goal, level));
            said(&rule, &attached, &start(100, 40))
        };
        assert_eq!(says(Goal::Endurance), ["should 10: 80 of 100 run minutes stand alone; 90 % should."]);
        assert_eq!(says(Goal::WeightLoss), Vec::<String>::new());
    }
}
