//! A JSON document that remembers where in the text everything stood.

use chrono::NaiveDate;

use super::form;
use crate::model::Clock;

/// A stretch of the text, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Span {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

/// A value and where it stood.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Node {
    /// Where.
    pub span: Span,
    /// What.
    pub value: Value,
}

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(f64),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// An object, in the order of the text.
    Object(Vec<Member>),
}

/// A key of an object and its value.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Member {
    /// The key.
    pub key: String,
    /// Where the key stood, with its quotes.
    pub span: Span,
    /// The value.
    pub node: Node,
}

impl Node {
    /// The keys of an object; none for anything else.
    pub(super) fn members(&self) -> &[Member] {
        match &self.value {
            Value::Object(members) => members,
            _ => &[],
        }
    }

    /// The items of a list; a value that is no list counts as a list of itself.
    pub(super) fn items(&self) -> &[Self] {
        match &self.value {
            Value::List(items) => items,
            _ => std::slice::from_ref(self),
        }
    }

    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        self.members().iter().find(|member| member.key == key).map(|member| &member.node)
    }

    /// The items of the list at a key; none where there is no such key.
    pub(super) fn list(&self, key: &str) -> &[Self] {
        self.get(key).map_or(&[], Self::items)
    }

    /// The text at a key.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        self.get(key)?.as_text()
    }

    /// The number at a key.
    pub(super) fn number(&self, key: &str) -> Option<f64> {
        self.get(key)?.as_number()
    }

    /// The whole number at a key, where it fits the type asked for.
    pub(super) fn whole<T: TryFrom<i64>>(&self, key: &str) -> Option<T> {
        self.get(key)?.as_whole()
    }

    /// Whether the value at a key is `true`.
    pub(super) fn is_true(&self, key: &str) -> bool {
        self.get(key).is_some_and(|node| node.value == Value::Bool(true))
    }

    /// The date at a key.
    pub(super) fn date(&self, key: &str) -> Option<NaiveDate> {
        form::date(self.text(key)?)
    }

    /// The clock time at a key.
    pub(super) fn clock(&self, key: &str) -> Option<Clock> {
        Clock::parse(self.text(key)?)
    }

    /// This value as text.
    pub(super) fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// This value as a number.
    pub(super) fn as_number(&self) -> Option<f64> {
        match self.value {
            Value::Number(number) => Some(number),
            _ => None,
        }
    }

    /// This value as a whole number, where it fits the type asked for.
    pub(super) fn as_whole<T: TryFrom<i64>>(&self) -> Option<T> {
        let number = self.as_number()?;
        let safe = number.fract() == 0.0 && number.abs() < 9e15;
        if safe { T::try_from(number as i64).ok() } else { None }
    }

    /// What kind of value this is, in words.
    pub(super) fn kind(&self) -> &'static str {
        match self.value {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::Text(_) => "text",
            Value::List(_) => "a list",
            Value::Object(_) => "an object",
        }
    }
}
