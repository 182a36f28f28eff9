//! The JSON Schema (2020-12) of the brief, from the same shape that the checks use.

use serde_json::{Map, Value, json};

use super::shape::{Key, Shape};
use super::table;

/// The JSON Schema of a brief.
pub fn schema() -> Value {
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("title".to_owned(), json!("runweave brief"));
    schema.insert(
        "description".to_owned(),
        json!("A week of lifting and mobility, and what is wanted from running: what `runweave plan` reads."),
    );
    schema.extend(described(&table::brief()));
    Value::Object(schema)
}

fn described(shape: &Shape) -> Map<String, Value> {
    let value = match shape {
        Shape::Object(keys) => object(keys),
        Shape::ObjectWithOne { keys, one_of } => {
            let mut with_one = object(keys);
            with_one["oneOf"] = one_of.iter().map(|keys| json!({ "required": keys })).collect();
            with_one
        }
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::List { of, most } => json!({ "type": "array", "items": described(of), "maxItems": most }),
        Shape::OneOrMore { of, most } => {
            let one = described(of);
            json!({ "anyOf": [one, { "type": "array", "items": one, "maxItems": most }] })
        }
        Shape::Text { most } => json!({ "type": "string", "maxLength": most }),
        Shape::Form(form) => json!({ "type": "string", "pattern": form.pattern() }),
        Shape::Whole { from, to, .. } => json!({ "type": "integer", "minimum": from, "maximum": to }),
        Shape::Number { from, to, .. } => json!({ "type": "number", "minimum": from, "maximum": to }),
        Shape::Word(words) => json!({ "type": "string", "enum": words }),
        Shape::Unless(of) => json!({ "anyOf": [described(of), { "enum": ["off", null] }] }),
        Shape::Rule { numbers, may_be_off: true, .. } => json!({ "anyOf": [object(numbers), { "const": "off" }] }),
        Shape::Rule { numbers, .. } => object(numbers),
    };
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

/// The JSON Schema of an object with these keys and no others.
pub(crate) fn object(keys: &[Key]) -> Value {
    let properties: Map<String, Value> = keys
        .iter()
        .map(|key| {
            let mut property = Map::new();
            property.insert("description".to_owned(), json!(key.doc));
            property.extend(described(&key.shape));
            (key.name.to_owned(), Value::Object(property))
        })
        .collect();
    let required: Vec<&str> = keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    let mut object = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    if !required.is_empty() {
        object["required"] = json!(required);
    }
    object
}
