//! JSON as it is written: two spaces deep, a newline at the end.

use serde::Serialize;

use crate::plan::Plan;

/// A plan as `plan.json` holds it.
pub fn json(plan: &Plan) -> String {
    json_of(plan)
}

/// Any data as JSON.
pub fn json_of(data: &impl Serialize) -> String {
    // Nothing that is written here has keys that are not strings, the only way to fail.
    let mut text = serde_json::to_string_pretty(data).unwrap_or_default();
    text.push('\n');
    text
}

/// Any data as JSON in one line, without its end.
pub fn json_line(data: &impl Serialize) -> String {
    serde_json::to_string(data).unwrap_or_default()
}

/// Any data as a JSON value.
pub fn data_of(data: &impl Serialize) -> serde_json::Value {
    serde_json::to_value(data).unwrap_or_default()
}
