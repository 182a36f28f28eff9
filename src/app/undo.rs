//! Bringing back the plan that another one replaced.

use super::Now;
use crate::plan::{self, Plan};

/// The plan that `replaced` took the place of, as it was. What the calendar has seen differently meanwhile gets a higher number, so
/// that a calendar takes it for the newer one; what only `replaced` had is cancelled.
pub fn undo(before: &Plan, replaced: &Plan, now: Now) -> Plan {
    let mut plan = before.clone();
    plan::bring_back(&mut plan, replaced, &now.rfc3339());
    plan
}
