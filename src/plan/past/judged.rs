//! What the past answers for: rules about whole weeks do not judge it.

use std::collections::BTreeSet;

use crate::model::Day;
use crate::plan::ledgers::ledgers;
use crate::plan::{LaidOut, Plan};
use crate::rules::{Card, Listener, Rulebook, Tier, Timetable, Verdict};
use crate::schedule::{Standing, Subject, judge};

/// The past of a plan, and what it alone breaks in the week that had begun.
#[derive(Debug, Default)]
pub(in crate::plan) struct Past {
    /// The week that had begun, from 0; none where nothing is past.
    begun: Option<i32>,
    broken: BTreeSet<&'static str>,
}

impl Past {
    /// The past before the day `from` in what the places of these runs break.
    pub(in crate::plan) fn of_places(rules: &Rulebook, timetable: &Timetable, runs: &[Standing], from: Day) -> Self {
        let mut broken = BTreeSet::new();
        let week = from.week();
        let alone: Vec<Standing> = runs.iter().filter(|run| run.place.day < from).cloned().collect();
        judge(rules, timetable, &alone, week..week + 1, &mut |card, subject, verdict, _| {
            if matches!(subject, Subject::Week(_)) && verdict.tier == Tier::Must {
                broken.insert(card.id);
            }
        });
        Self { begun: Some(week), broken }
    }

    /// The past of a plan, in places and in what its weeks add up to.
    pub(in crate::plan) fn of(plan: &Plan, laid: &LaidOut) -> Self {
        let Some(history) = plan.history.as_ref().filter(|history| Some(history.from) > plan.start()) else {
            return Self::default();
        };
        let from = laid.timetable.calendar.day(history.from);
        let Self { begun, mut broken } = Self::of_places(&laid.brief.rules, &laid.timetable, &laid.runs, from);
        let (mut weeks, start) = ledgers(plan, laid);
        weeks.retain(|ledger| ledger.week <= from.week() + 1);
        for ledger in &mut weeks {
            ledger.runs.retain(|run| run.day < from);
        }
        for rule in laid.brief.rules.in_force() {
            if let Some(ledger) = rule.ledger() {
                ledger.judge(&weeks, &start, &mut Musts { card: rule.card(), broken: &mut broken });
            }
        }
        Self { begun, broken }
    }

    /// Whether a verdict about a week (from 0) is about what cannot be changed any more.
    pub(in crate::plan) fn answers_for(&self, week: i32, card: &Card, verdict: Verdict) -> bool {
        let must = verdict.tier == Tier::Must && self.broken.contains(card.id);
        self.begun.is_some_and(|begun| week < begun || (week == begun && must))
    }
}

struct Musts<'a> {
    card: &'static Card,
    broken: &'a mut BTreeSet<&'static str>,
}

impl Listener for Musts<'_> {
    fn hear(&mut self, verdict: Verdict, _: &dyn Fn() -> String) {
        if verdict.tier == Tier::Must {
            self.broken.insert(self.card.id);
        }
    }
}
