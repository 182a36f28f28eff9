//! Everything the rules say of a solved block, sorted by whom it is about.

use std::collections::BTreeMap;

use super::super::Reason;
use crate::brief::Brief;
use crate::rules::Tier;
use crate::schedule::{Block, Subject, judge};

/// So many reasons are kept for a run.
const MOST_REASONS: usize = 6;

/// The rule about runs that were published before.
const MOVED: &str = "stay_put";

/// What was heard.
pub(super) struct Heard {
    runs: Vec<Vec<(Tier, i32, Reason)>>,
    /// What each rule costs, should and preference together, by rule.
    pub by_rule: BTreeMap<String, i64>,
    /// Missed shoulds, summed.
    pub should: i64,
    /// Missed wishes, summed.
    pub preference: i64,
}

impl Heard {
    /// What was heard of the weeks from `first` (from 0) on. That a run was moved is no matter of the plan: it is told where two
    /// plans are compared.
    pub(super) fn new(brief: &Brief, block: &Block, first: i32) -> Self {
        let runs = &block.solution.runs;
        let mut heard = Self { runs: vec![Vec::new(); runs.len()], by_rule: BTreeMap::new(), should: 0, preference: 0 };
        judge(&brief.rules, &block.timetable, runs, 0..block.timetable.weeks, &mut |card, subject, verdict, text| {
            if card.id == MOVED || matches!(subject, Subject::Week(week) if week < first) {
                return;
            }
            match verdict.tier {
                Tier::Should => heard.should += i64::from(verdict.cost),
                Tier::Preference => heard.preference += i64::from(verdict.cost),
                Tier::Must | Tier::Kept => {}
            }
            if verdict.cost > 0 {
                *heard.by_rule.entry(card.id.to_owned()).or_default() += i64::from(verdict.cost);
            }
            let about = match subject {
                Subject::Run(index) | Subject::Pair(_, index) => index,
                Subject::Week(_) => return,
            };
            let reason = Reason { rule: card.id.to_owned(), text: text() };
            heard.runs[about].push((verdict.tier, verdict.cost, reason));
        });
        heard
    }

    /// Why a run stands where it stands: what it costs first, dearest first, then what is in order.
    pub(super) fn of_run(&self, index: usize) -> Vec<Reason> {
        let mut heard = self.runs[index].clone();
        heard.sort_by_key(|(tier, cost, _)| (std::cmp::Reverse(*tier), std::cmp::Reverse(*cost)));
        let mut reasons: Vec<Reason> = heard.into_iter().map(|(.., reason)| reason).collect();
        reasons.dedup();
        reasons.truncate(MOST_REASONS);
        reasons
    }
}
