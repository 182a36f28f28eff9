//! The shape of a document as data: the checks, the JSON Schema and the lists of known words all come from it.

use serde_json::Value;

use super::form::Form;

/// What a value may be.
#[derive(Clone, Debug)]
pub(crate) enum Shape {
    /// An object with these keys and no others.
    Object(Vec<Key>),
    /// The same, with all keys of exactly one of several sets; the first key of each belongs to it alone.
    ObjectWithOne { keys: Vec<Key>, one_of: Vec<Vec<&'static str>> },
    /// `true` or `false`.
    Flag,
    /// A list of at most `most` items.
    List { of: Box<Shape>, most: usize },
    /// One of these, or a list of them.
    OneOrMore { of: Box<Shape>, most: usize },
    /// Text of at most `most` characters.
    Text { most: usize },
    /// Text of a fixed form.
    Form(Form),
    /// A whole number.
    Whole { from: i64, to: i64, unit: &'static str },
    /// A number.
    Number { from: f64, to: f64, unit: &'static str },
    /// One of these words.
    Word(Vec<&'static str>),
    /// A value, or `null` or "off" in its place.
    Unless(Box<Shape>),
    /// The numbers of a rule, or "off" where the rule may be switched off.
    Rule { id: &'static str, numbers: Vec<Key>, may_be_off: bool },
}

/// A key of an object.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    /// Its name.
    pub name: &'static str,
    /// What it is, in a sentence.
    pub doc: String,
    /// Whether it has to be there.
    pub required: bool,
    /// What its value may be.
    pub shape: Shape,
}

/// A key that has to be there.
pub(crate) fn must(name: &'static str, doc: &str, shape: Shape) -> Key {
    Key { name, doc: doc.to_owned(), required: true, shape }
}

/// A key that may be left out.
pub(crate) fn may(name: &'static str, doc: &str, shape: Shape) -> Key {
    Key { name, doc: doc.to_owned(), required: false, shape }
}

/// A list of at most `most` items.
pub(crate) fn list(of: Shape, most: usize) -> Shape {
    Shape::List { of: Box::new(of), most }
}

/// A whole number.
pub(crate) fn whole(from: i64, to: i64, unit: &'static str) -> Shape {
    Shape::Whole { from, to, unit }
}

/// A number.
pub(crate) fn number(from: f64, to: f64, unit: &'static str) -> Shape {
    Shape::Number { from, to, unit }
}

impl Shape {
    /// What is expected, in words.
    pub(crate) fn expected(&self) -> String {
        let with_unit = |range: String, unit: &str| match unit.chars().next() {
            None => range,
            Some(first) if first.is_ascii_digit() => format!("{range} ({unit})"),
            Some(_) => format!("{range} {unit}"),
        };
        match self {
            Self::Object(_) | Self::ObjectWithOne { .. } => "an object in `{ }`".to_owned(),
            Self::Flag => "`true` or `false`".to_owned(),
            Self::List { of, .. } => match &**of {
                Self::Word(words) => format!("a list in `[ ]` of words out of {}", all_of(words)),
                _ => "a list in `[ ]`".to_owned(),
            },
            Self::OneOrMore { .. } => "an object in `{ }`, or a list of them in `[ ]`".to_owned(),
            Self::Text { most } => format!("text of at most {most} characters"),
            Self::Form(form) => form.expected().to_owned(),
            Self::Whole { from, to, unit } => with_unit(format!("a whole number from {from} to {to}"), unit),
            Self::Number { from, to, unit } => with_unit(format!("a number from {from} to {to}"), unit),
            Self::Word(words) => one_of(words),
            Self::Unless(shape) => format!("{}, or `\"off\"`", shape.expected()),
            Self::Rule { may_be_off: true, .. } => {
                "an object with the rule's numbers in `{ }`, or `\"off\"`".to_owned()
            }
            Self::Rule { .. } => "an object with the rule's numbers in `{ }`".to_owned(),
        }
    }
}

impl Shape {
    /// Whether a value has this shape; of objects only plain ones are asked here.
    pub(crate) fn fits(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Text { most }, Value::String(text)) => text.chars().count() <= *most,
            (Self::Flag, Value::Bool(_)) => true,
            (Self::Form(form), Value::String(text)) => form.judge(text).is_ok(),
            (Self::Whole { from, to, .. }, value) => {
                value.as_i64().is_some_and(|number| (*from..=*to).contains(&number))
            }
            (Self::Number { from, to, .. }, value) => {
                value.as_f64().is_some_and(|number| (*from..=*to).contains(&number))
            }
            (Self::Word(words), Value::String(text)) => words.contains(&text.as_str()),
            (Self::Object(keys), Value::Object(object)) => {
                let known = |name: &String| keys.iter().any(|key| key.name == name);
                object.keys().all(known)
                    && keys.iter().all(|key| object.get(key.name).map_or(!key.required, |value| key.shape.fits(value)))
            }
            (Self::List { of, most }, Value::Array(list)) => list.len() <= *most && list.iter().all(|one| of.fits(one)),
            _ => false,
        }
    }
}

/// "one of `a`, `b` or `c`".
pub(crate) fn one_of<S: AsRef<str>>(words: &[S]) -> String {
    if words.len() == 1 { joined(words, "or") } else { format!("one of {}", joined(words, "or")) }
}

/// "`a`, `b` and `c`".
pub(crate) fn all_of<S: AsRef<str>>(words: &[S]) -> String {
    joined(words, "and")
}

fn joined<S: AsRef<str>>(words: &[S], last_with: &str) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{}`", word.as_ref())).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} {last_with} {last}", rest.join(", ")),
        Some((only, _)) => only.clone(),
        None => "nothing".to_owned(),
    }
}
