//! What calendars have to be told when a plan comes back that another one had replaced.

use super::Now;
use crate::plan::{self, Plan};

/// The plan with numbers that a calendar takes for newer than all that it may have `seen` in its place.
pub fn counted_on(plan: &Plan, seen: &[&Plan], now: Now) -> Plan {
    let mut plan = plan.clone();
    for seen in seen {
        plan::count_on(&mut plan, seen, &now.rfc3339());
    }
    plan
}

/// The plan that `replaced` took the place of, as it was, with numbers that a calendar takes for newer than those of `replaced`.
pub fn undo(before: &Plan, replaced: &Plan, now: Now) -> Plan {
    counted_on(before, &[replaced], now)
}
