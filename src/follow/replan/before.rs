//! What went before a block stays known to its plan.

use serde_json::Value;

use crate::plan::Plan;

/// A brief's JSON with what the plan knows of the time before the block, where the brief is of the same block and says nothing of it.
pub fn with_what_went_before(source: &Value, plan: &Plan) -> Value {
    let mut source = source.clone();
    let is_same = source["block"]["start"] == plan.brief["block"]["start"];
    if let (None, Some(known)) = (source.get("before"), plan.brief.get("before").filter(|_| is_same)) {
        source["before"] = known.clone();
    }
    source
}
