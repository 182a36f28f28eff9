//! What a tool takes: one table makes the schema that a client reads and the check that every call passes.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use crate::brief::signs;
use crate::world::Stop;

/// A value that a tool takes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// Text of so many characters at most.
    Text(usize),
    /// One of these words.
    Word(&'static [&'static str]),
    /// Words for how the body answers.
    Signs,
    /// A whole number between these.
    Whole(i64, i64),
    /// A number between these.
    Number(f64, f64),
    /// A date.
    Date,
    /// Yes or no.
    Flag,
    /// A whole brief.
    Brief,
}

/// An argument of a tool.
#[derive(Clone, Copy, Debug)]
pub(super) struct Argument {
    /// What it is called.
    pub name: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// Whether the tool needs it.
    pub needed: bool,
    /// What it means, with its unit.
    pub what: &'static str,
}

/// An argument that may be left out.
pub(super) const fn may(name: &'static str, kind: Kind, what: &'static str) -> Argument {
    Argument { name, kind, needed: false, what }
}

/// An argument that a tool needs.
pub(super) const fn needs(name: &'static str, kind: Kind, what: &'static str) -> Argument {
    Argument { name, kind, needed: true, what }
}

/// What a preview is called takes so many characters at most.
pub(super) const MOST_NAME: usize = 200;

/// What every tool that writes takes as well.
pub(super) const APPLY: Argument =
    may("apply", Kind::Text(MOST_NAME), "The `preview` of the same call without this: it is written now");

/// The JSON Schema of a tool's arguments.
pub(super) fn schema(arguments: &[Argument]) -> Value {
    let properties: Map<String, Value> = arguments.iter().map(|one| (one.name.to_owned(), one.schema())).collect();
    let needed: Vec<&str> = arguments.iter().filter(|one| one.needed).map(|one| one.name).collect();
    let mut schema = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    if !needed.is_empty() {
        schema["required"] = json!(needed);
    }
    schema
}

impl Argument {
    fn schema(&self) -> Value {
        let mut schema = match self.kind {
            Kind::Text(most) => json!({ "type": "string", "maxLength": most }),
            Kind::Word(words) => json!({ "type": "string", "enum": words }),
            Kind::Signs => json!({ "type": "array", "items": { "type": "string", "enum": all_signs() } }),
            Kind::Whole(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
            Kind::Number(least, most) => json!({ "type": "number", "minimum": least, "maximum": most }),
            Kind::Date => json!({ "type": "string", "format": "date", "pattern": "^\\d{4}-\\d{2}-\\d{2}$" }),
            Kind::Flag => json!({ "type": "boolean" }),
            Kind::Brief => json!({ "type": "object" }),
        };
        schema["description"] = json!(self.what);
        schema
    }

    /// What is wrong with a value, if anything.
    fn problem(&self, value: &Value) -> Option<String> {
        let within = |number: f64, least: f64, most: f64| (least..=most).contains(&number);
        let (is_right, wanted) = match self.kind {
            Kind::Text(most) => (
                value.as_str().is_some_and(|text| text.chars().count() <= most),
                format!("text of at most {most} characters"),
            ),
            Kind::Word(words) => {
                (value.as_str().is_some_and(|word| words.contains(&word)), format!("one of {}", words.join(", ")))
            }
            Kind::Signs => {
                let signs = all_signs();
                let is_sign = |word: &Value| word.as_str().is_some_and(|word| signs.contains(&word));
                (
                    value.as_array().is_some_and(|all| all.iter().all(is_sign)),
                    format!("words out of {}", signs.join(", ")),
                )
            }
            Kind::Whole(least, most) => (
                value.as_i64().is_some_and(|number| (least..=most).contains(&number)),
                format!("a whole number from {least} to {most}"),
            ),
            Kind::Number(least, most) => (
                value.as_f64().is_some_and(|number| within(number, least, most)),
                format!("a number from {least} to {most}"),
            ),
            Kind::Date => (
                value.as_str().is_some_and(|text| text.len() == 10 && text.parse::<NaiveDate>().is_ok()),
                "a date such as `2026-11-30`".to_owned(),
            ),
            Kind::Flag => (value.is_boolean(), "true or false".to_owned()),
            Kind::Brief => (value.is_object(), "an object, the brief itself".to_owned()),
        };
        (!is_right).then(|| format!("`{}` has to be {wanted}", self.name))
    }
}

/// The words for how the body answers.
fn all_signs() -> Vec<&'static str> {
    signs::OVERTRAINING.into_iter().chain(signs::RED_FLAGS.map(|(word, ..)| word)).collect()
}

/// The arguments of a call, each of them as its tool takes it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arguments<'a>(&'a Map<String, Value>);

impl<'a> Arguments<'a> {
    /// Checks the arguments of a call: everything that is wrong with them at once.
    pub(super) fn checked(given: &'a Map<String, Value>, taken: &[Argument]) -> Result<Self, Stop> {
        let mut problems: Vec<String> = Vec::new();
        for (name, value) in given {
            match taken.iter().find(|one| one.name == name) {
                None => {
                    let names: Vec<&str> = taken.iter().map(|one| one.name).collect();
                    let near = crate::brief::nearest(name, names.clone());
                    let hint = near.map_or_else(|| names.join(", "), |near| format!("`{near}`?"));
                    problems.push(format!("there is no argument `{}` ({hint})", name.escape_debug()));
                }
                Some(one) => problems.extend(one.problem(value)),
            }
        }
        let is_missing = |one: &&Argument| one.needed && !given.contains_key(one.name);
        problems.extend(taken.iter().filter(is_missing).map(|one| format!("`{}` is missing: {}", one.name, one.what)));
        if problems.is_empty() { Ok(Self(given)) } else { Err(Stop::Input(format!("error: {}", problems.join("; ")))) }
    }

    /// Text, or a date as it was written.
    pub(super) fn text(self, name: &str) -> Option<&'a str> {
        self.0.get(name).and_then(Value::as_str)
    }

    pub(super) fn date(self, name: &str) -> Option<NaiveDate> {
        self.text(name).and_then(|text| text.parse().ok())
    }

    pub(super) fn whole(self, name: &str) -> Option<i64> {
        self.0.get(name).and_then(Value::as_i64)
    }

    pub(super) fn is_set(self, name: &str) -> bool {
        self.0.get(name) == Some(&Value::Bool(true))
    }

    pub(super) fn value(self, name: &str) -> Option<&'a Value> {
        self.0.get(name)
    }

    /// Every argument but the one that applies a preview, in a fixed order.
    pub(super) fn without_apply(self) -> Value {
        let mut all = Value::Object(self.0.iter().filter(|(name, _)| *name != APPLY.name).map(clone).collect());
        all.sort_all_objects();
        all
    }
}

fn clone((name, value): (&String, &Value)) -> (String, Value) {
    (name.clone(), value.clone())
}
