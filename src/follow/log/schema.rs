//! The JSON Schema (2020-12) of one line of a log.

use serde_json::{Value, json};

use super::fields;
use crate::brief::object;
use crate::brief::shape::{Shape, must};

/// The JSON Schema of one line of a log.
pub fn schema() -> Value {
    let lines: Vec<Value> = fields::TYPES.iter().filter_map(|(kind, doc)| line(kind, doc)).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "runweave log line",
        "description": "One line of a training log; the file holds one such object a line.",
        "oneOf": lines,
    })
}

fn line(kind: &'static str, doc: &str) -> Option<Value> {
    let mut keys = vec![must("type", "What the line tells of.", Shape::Word(vec![kind]))];
    keys.extend(fields::of(kind)?);
    let mut line = object(&keys);
    line["description"] = json!(doc);
    Some(line)
}
