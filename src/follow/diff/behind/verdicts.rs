//! What the rules that count minutes say of a week.

use std::collections::BTreeMap;

use crate::plan::LaidOut;
use crate::rules::{Ledger, Listener, Start, Tier, Verdict};

/// What each rule that counts minutes says of the last of some weeks: the worst tier, the cost, the worst sentence.
#[derive(Default)]
pub(super) struct Verdicts(BTreeMap<&'static str, (Tier, i32, String)>);

impl Verdicts {
    /// Asks every rule in force.
    pub(super) fn of(laid: &LaidOut, weeks: &[Ledger], start: &Start) -> Self {
        let mut verdicts = Self::default();
        for rule in laid.brief.rules.in_force() {
            if let Some(ledger) = rule.ledger() {
                ledger.judge(weeks, start, &mut Heard { rule: rule.card().id, verdicts: &mut verdicts });
            }
        }
        verdicts
    }

    /// The rule that is broken worse than in `other`, the worst one, and its sentence.
    pub(super) fn worse_than(self, other: &Self) -> Option<(&'static str, String)> {
        let known = |rule: &str| other.0.get(rule).map_or((Tier::Kept, 0), |(tier, cost, _)| (*tier, *cost));
        let more = self.0.into_iter().filter(|(rule, (tier, cost, _))| (*tier, *cost) > known(rule));
        more.max_by_key(|(_, (tier, cost, _))| (*tier, *cost)).map(|(rule, (.., text))| (rule, text))
    }
}

/// Hears one rule.
struct Heard<'v> {
    rule: &'static str,
    verdicts: &'v mut Verdicts,
}

impl Listener for Heard<'_> {
    fn hear(&mut self, verdict: Verdict, sentence: &dyn Fn() -> String) {
        if verdict.tier == Tier::Kept {
            return;
        }
        let known = self.verdicts.0.entry(self.rule).or_insert_with(|| (verdict.tier, 0, sentence()));
        if verdict.tier > known.0 {
            (known.0, known.2) = (verdict.tier, sentence());
        }
        known.1 += verdict.cost;
    }
}
