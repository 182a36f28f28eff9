//! What it would mean to keep every published run where it is.

use std::collections::BTreeMap;

use crate::brief::Problems;
use crate::plan::{Breach, Entry, KnownPast, Plan, check};

/// What keeping every run would break or cost.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// The musts it would break, worst first.
    pub musts: Vec<Breach>,
    /// Points more than the new plan costs.
    pub points: i64,
    /// By how much each rule would cost more, dearest first.
    pub by_rule: Vec<(String, i64)>,
}

impl KnownPast<'_> {
    /// The price of leaving everything where it was, against the new plan.
    ///
    /// # Errors
    /// What the plan's brief has of problems.
    pub fn keeping(&self, plan: &Plan) -> Result<Kept, Problems> {
        let mut still = plan.clone();
        for week in &mut still.weeks {
            let Some(old) = self.earlier.weeks.iter().find(|old| old.number == week.number) else { continue };
            week.sessions.retain(|entry| entry.as_run().is_none() || self.is_over(entry));
            let ahead = old.sessions.iter().filter(|entry| entry.as_run().is_some() && !self.is_over(entry));
            week.sessions.extend(ahead.cloned());
            week.sessions.sort_by_key(Entry::start);
            week.unplaced.clone_from(&old.unplaced);
        }
        let (kept, new) = (check(&still, &still.lay_out()?), check(plan, &plan.lay_out()?));
        let mut more: BTreeMap<String, i64> = kept.score.by_rule.clone();
        for (rule, cost) in &new.score.by_rule {
            *more.entry(rule.clone()).or_default() -= cost;
        }
        let mut by_rule: Vec<(String, i64)> = more.into_iter().filter(|(_, cost)| *cost > 0).collect();
        by_rule.sort_by_key(|(_, cost)| std::cmp::Reverse(*cost));
        Ok(Kept {
            musts: kept.breaches.into_iter().filter(|breach| breach.level == "must").collect(),
            points: kept.score.points - new.score.points,
            by_rule,
        })
    }
}
