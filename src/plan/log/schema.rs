//! The JSON Schema (2020-12) of one line of a log.

use serde_json::{Map, Value, json};

use super::fields::{self, Field, Form};

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

fn line(kind: &str, doc: &str) -> Option<Value> {
    let fields = fields::of(kind)?;
    let mut properties = Map::new();
    properties.insert("type".to_owned(), json!({ "const": kind }));
    properties.extend(fields.iter().map(|field| (field.name.to_owned(), described(field))));
    let required: Vec<&str> =
        std::iter::once("type").chain(fields.iter().filter(|field| field.required).map(|field| field.name)).collect();
    Some(json!({
        "type": "object",
        "description": doc,
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    }))
}

fn described(field: &Field) -> Value {
    let mut value = match &field.form {
        Form::Date => json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
        Form::Clock => json!({ "type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$" }),
        Form::Text(most) => json!({ "type": "string", "minLength": 1, "maxLength": most }),
        Form::Whole(from, to) => json!({ "type": "integer", "minimum": from, "maximum": to }),
        Form::Number(from, to) => json!({ "type": "number", "minimum": from, "maximum": to }),
        Form::Word(words) => json!({ "type": "string", "enum": words }),
        Form::Words(words) => json!({ "type": "array", "items": { "type": "string", "enum": words } }),
    };
    value["description"] = json!(field.doc);
    value
}
