//! What a placement costs, rule by rule, and what one placement costs more than another.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Problem, Standing, judge};
use crate::rules::Tier;

/// What the judge asks for a placement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bill {
    /// Broken musts.
    pub must: i32,
    /// Runs left out.
    pub left_out: i32,
    /// What they were worth.
    pub left_value: i32,
    /// Missed shoulds.
    pub should: i32,
    /// Missed wishes.
    pub preference: i32,
    /// Each rule's part of `should` and `preference`.
    pub by_rule: BTreeMap<&'static str, (i32, i32)>,
}

/// How much more one placement costs than another; negative where it costs less.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Price {
    /// Runs more that are left out.
    pub left_out: i32,
    /// What those are worth more.
    pub left_value: i32,
    /// Points more for shoulds.
    pub should: i32,
    /// Points more for wishes.
    pub preference: i32,
    /// Each rule's part, dearest first, of `should` and `preference` together.
    pub by_rule: Vec<(&'static str, i32)>,
}

impl Price {
    /// What prices are compared by: the first that differs decides.
    pub fn tiers(&self) -> [i32; 4] {
        [self.left_out, self.left_value, self.should, self.preference]
    }
}

impl Bill {
    /// How much more this costs than `other`.
    pub fn over(&self, other: &Self) -> Price {
        let mut by_rule: Vec<(&'static str, i32)> = Vec::new();
        let rules = self.by_rule.keys().chain(other.by_rule.keys().filter(|rule| !self.by_rule.contains_key(*rule)));
        for rule in rules {
            let sum = |bill: &Self| bill.by_rule.get(rule).map_or(0, |(should, preference)| should + preference);
            if sum(self) != sum(other) {
                by_rule.push((rule, sum(self) - sum(other)));
            }
        }
        by_rule.sort_by_key(|(rule, cost)| (std::cmp::Reverse(*cost), *rule));
        Price {
            left_out: self.left_out - other.left_out,
            left_value: self.left_value - other.left_value,
            should: self.should - other.should,
            preference: self.preference - other.preference,
            by_rule,
        }
    }
}

/// What the judge asks for these runs of the problem, by start, and for those left out, named by week.
pub fn bill(problem: &Problem<'_>, runs: &[Standing], left_out: &[Vec<String>]) -> Bill {
    let mut bill = Bill::default();
    judge(problem.rules, problem.timetable, runs, 0..problem.timetable.weeks, &mut |card, _, verdict, _| {
        let part = match verdict.tier {
            Tier::Kept => return,
            Tier::Must => {
                bill.must += 1;
                return;
            }
            Tier::Should => (verdict.cost, 0),
            Tier::Preference => (0, verdict.cost),
        };
        bill.should += part.0;
        bill.preference += part.1;
        let rule = bill.by_rule.entry(card.id).or_default();
        *rule = (rule.0 + part.0, rule.1 + part.1);
    });
    for (week, names) in problem.weeks.iter().zip(left_out) {
        bill.left_out += names.len() as i32;
        let wanted = week.wanted.iter().filter(|wanted| names.contains(&wanted.slug));
        bill.left_value += wanted.map(|wanted| wanted.value).sum::<i32>();
    }
    bill
}
