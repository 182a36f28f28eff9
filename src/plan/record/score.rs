//! What a plan costs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::rules::{Tier, Verdict};

/// What a plan costs: musts first, then points.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "WrittenScore")]
pub struct Score {
    /// How many musts are broken; 0 in every plan that is written.
    pub must: i64,
    /// Everything else in one sum: what rules, wishes and habits miss, and what runs left out, replaced and shortened are worth.
    pub points: i64,
    /// How many runs were left out; those whose minutes went to other runs ([`super::Unplaced::declined`]) do not count.
    pub unplaced: i64,
    /// Whether nothing better exists under the rules.
    pub proven: bool,
    /// Points above the least that any placement could cost; 0 where it is proven.
    pub gap: i64,
    /// Each rule's part of the points.
    pub by_rule: BTreeMap<String, i64>,
}

impl Score {
    /// Counts what a rule says to the musts or the points and to its name.
    pub(in crate::plan) fn count(&mut self, rule: &str, verdict: Verdict) {
        match verdict.tier {
            Tier::Kept => {}
            Tier::Must => self.must += 1,
            Tier::Should | Tier::Preference => {
                self.points += i64::from(verdict.cost);
                *self.by_rule.entry(rule.to_owned()).or_default() += i64::from(verdict.cost);
            }
        }
    }
}

/// A score as a file holds it: an earlier edition had points for rules and for wishes apart, and no gap.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenScore {
    must: i64,
    points: Option<i64>,
    unplaced: i64,
    #[serde(default)]
    gap: i64,
    proven: bool,
    by_rule: BTreeMap<String, i64>,
    #[serde(default)]
    should: i64,
    #[serde(default)]
    preference: i64,
    #[serde(default, rename = "unplaced_value")]
    _worth: i64,
}

impl From<WrittenScore> for Score {
    fn from(written: WrittenScore) -> Self {
        let WrittenScore { must, points, unplaced, gap, proven, by_rule, should, preference, .. } = written;
        Self { must, points: points.unwrap_or(should + preference), unplaced, proven, gap, by_rule }
    }
}
