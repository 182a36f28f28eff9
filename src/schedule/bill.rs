//! What a placement costs, rule by rule, and what one placement costs more than another.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Problem, Standing, judge, unmet};
use crate::rules::{Rule as _, Tier, Verdict};

/// What the judge asks for a placement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bill {
    /// How many musts are broken.
    pub must: i32,
    /// How many runs are left out.
    pub left_out: i32,
    /// What everything else costs.
    pub points: i32,
    /// Each rule's part of the points.
    pub by_rule: BTreeMap<&'static str, i32>,
}

/// How much more one placement costs than another; negative where it costs less.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Price {
    /// Points more, those for runs left out among them.
    pub points: i32,
    /// Runs more that are left out.
    pub left_out: i32,
    /// Each rule's part of the points, dearest first.
    pub by_rule: Vec<(&'static str, i32)>,
}

impl Bill {
    /// Takes down what a rule says.
    pub(super) fn count(&mut self, rule: &'static str, verdict: Verdict) {
        match verdict.tier {
            Tier::Kept => {}
            Tier::Must => self.must += 1,
            Tier::Should | Tier::Preference => {
                self.points += verdict.cost;
                *self.by_rule.entry(rule).or_default() += verdict.cost;
            }
        }
    }

    /// How much more this costs than `other`.
    pub fn over(&self, other: &Self) -> Price {
        let rules = self.by_rule.keys().chain(other.by_rule.keys().filter(|rule| !self.by_rule.contains_key(*rule)));
        let part = |bill: &Self, rule: &str| bill.by_rule.get(rule).copied().unwrap_or(0);
        let more = rules.map(|rule| (*rule, part(self, rule) - part(other, rule)));
        let mut by_rule: Vec<(&'static str, i32)> = more.filter(|(_, more)| *more != 0).collect();
        by_rule.sort_by_key(|(rule, cost)| (std::cmp::Reverse(*cost), *rule));
        Price { points: self.points - other.points, left_out: self.left_out - other.left_out, by_rule }
    }
}

/// What the judge asks for these runs of the problem, by start, and for those wanted that do not stand.
pub fn bill(problem: &Problem<'_>, runs: &[Standing]) -> Bill {
    let mut bill = Bill::default();
    judge(problem.rules, problem.timetable, runs, 0..problem.timetable.weeks, &mut |card, _, verdict, _| {
        bill.count(card.id, verdict);
    });
    unmet(problem, runs, &mut |card, _, _, verdict, _| {
        bill.count(card.id, verdict);
        bill.left_out += i32::from(card.id == problem.rules.left_out.card().id);
    });
    bill
}
