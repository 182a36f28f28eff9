//! The keys of each type of line: the checks and the schema both come from here.

use chrono::NaiveDate;
use serde_json::Value;

use crate::brief::signs;
use crate::model::{Clock, Effort, Focus, Kind, RunType};

/// The longest way that a line can tell of, in kilometres.
pub(in crate::plan) const MOST_KM: f64 = 500.0;

/// What a value may be.
pub(super) enum Form {
    /// `2026-12-03`.
    Date,
    /// `07:00`.
    Clock,
    /// Some text of at most so many characters.
    Text(usize),
    /// A whole number.
    Whole(i64, i64),
    /// A number.
    Number(f64, f64),
    /// One of these words.
    Word(Vec<&'static str>),
    /// A list of these words.
    Words(Vec<&'static str>),
}

impl Form {
    /// What is expected, in words.
    pub(super) fn expected(&self) -> String {
        match self {
            Self::Date => "a date such as `2026-12-03`".to_owned(),
            Self::Clock => "a time such as `07:00`".to_owned(),
            Self::Text(most) => format!("text of 1 to {most} characters"),
            Self::Whole(from, to) => format!("a whole number from {from} to {to}"),
            Self::Number(from, to) => format!("a number from {from} to {to}"),
            Self::Word(words) => format!("one of `{}`", words.join("`, `")),
            Self::Words(words) => format!("a list of words out of `{}`", words.join("`, `")),
        }
    }

    /// Whether `value` is such a thing.
    pub(super) fn fits(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Date, Value::String(text)) => text.len() == 10 && text.parse::<NaiveDate>().is_ok(),
            (Self::Clock, Value::String(text)) => Clock::parse(text).is_some(),
            (Self::Text(most), Value::String(text)) => (1..=*most).contains(&text.chars().count()),
            (Self::Whole(from, to), value) => value.as_i64().is_some_and(|number| (*from..=*to).contains(&number)),
            (Self::Number(from, to), value) => value.as_f64().is_some_and(|number| (*from..=*to).contains(&number)),
            (Self::Word(words), Value::String(text)) => words.contains(&text.as_str()),
            (Self::Words(words), Value::Array(list)) => {
                list.iter().all(|word| word.as_str().is_some_and(|word| words.contains(&word)))
            }
            _ => false,
        }
    }
}

/// A key of a line.
pub(super) struct Field {
    /// Its name.
    pub(super) name: &'static str,
    /// What it is.
    pub(super) doc: &'static str,
    /// Whether it has to be there.
    pub(super) required: bool,
    /// What its value may be.
    pub(super) form: Form,
}

/// The types of line.
pub(super) const TYPES: [(&str, &str); 4] = [
    ("done", "A planned run or session was done; what is not said was as planned."),
    ("missed", "A planned run or session was not done."),
    ("added", "A run or session that was not planned."),
    ("check_in", "How the person feels."),
];

fn must(name: &'static str, doc: &'static str, form: Form) -> Field {
    Field { name, doc, required: true, form }
}

fn may(name: &'static str, doc: &'static str, form: Form) -> Field {
    Field { name, doc, required: false, form }
}

/// The keys beside `type` of a line of this type; none for a type that is not known.
pub(super) fn of(kind: &str) -> Option<Vec<Field>> {
    let id = || must("id", "Its id in the plan, such as w01-easy-1.", Form::Text(80));
    let start = || may("start", "When it started.", Form::Clock);
    let felt = || {
        [
            may("rpe", "How hard it felt, session RPE 0 to 10.", Form::Number(0.0, 10.0)),
            may("distance_km", "How far it went, in kilometres.", Form::Number(0.0, MOST_KM)),
            note(),
        ]
    };
    let minutes = Form::Whole(1, 1440);
    let mut fields = match kind {
        "done" => vec![
            id(),
            may("date", "The day it was done; the planned one when not given.", Form::Date),
            start(),
            may("minutes", "How long it took; as planned when not given.", minutes),
        ],
        "missed" => return Some(vec![id(), may("date", "The day it was meant for.", Form::Date), note()]),
        "added" => vec![
            must("date", "The day.", Form::Date),
            start(),
            must("minutes", "How long it took.", minutes),
            must("kind", "The type of run or the kind of session.", Form::Word(activities())),
            may("focus", "What a strength session worked.", words(Focus::ALL, Focus::word)),
            may("effort", "How hard a session was meant to be.", words(Effort::ALL, Effort::word)),
        ],
        "check_in" => return Some(check_in()),
        _ => return None,
    };
    fields.extend(felt());
    Some(fields)
}

fn note() -> Field {
    may("note", "Your own words.", Form::Text(2000))
}

fn words<T: Copy>(all: &[T], word: fn(T) -> &'static str) -> Form {
    Form::Word(all.iter().map(|one| word(*one)).collect())
}

fn activities() -> Vec<&'static str> {
    RunType::ALL.iter().map(|kind| kind.word()).chain(Kind::ALL.iter().map(|kind| kind.word())).collect()
}

fn check_in() -> Vec<Field> {
    vec![
        must("date", "The day.", Form::Date),
        may("sleep_hours", "Hours slept in the last night.", Form::Number(0.0, 24.0)),
        may("fatigue", "Fatigue, from 1 (very good) to 7 (very bad).", Form::Whole(1, 7)),
        may("soreness", "Muscle soreness, from 1 (very good) to 7 (very bad).", Form::Whole(1, 7)),
        may("stress", "Stress, from 1 (very good) to 7 (very bad).", Form::Whole(1, 7)),
        may("pain", "Pain while or after running, from 0 (none) to 10.", Form::Whole(0, 10)),
        may("signs", "Signs of overtraining and red flags.", Form::Words(signs::words())),
        may("signs_days", "For how many days the signs have lasted.", Form::Whole(0, 365)),
        may("days_off", "Days without running up to this date.", Form::Whole(0, 3650)),
    ]
}
