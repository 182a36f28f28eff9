//! The keys of each type of line, in the shapes that a brief is made of: the checks and the schema both come from here.

use super::laps;
use crate::brief::shape::{Key, Shape, list, may, must, number, whole};
use crate::brief::{Form, check_in};
use crate::model::{Effort, Focus, Kind, MOST_KM, RunType};

/// The types of line.
pub(super) const TYPES: [(&str, &str); 4] = [
    ("done", "A planned run or session was done; what is not said was as planned."),
    ("missed", "A planned run or session was not done."),
    ("added", "A run or session that was not planned."),
    ("check_in", "How the person feels."),
];

/// The keys beside `type` of a line of this type; none for a type that is not known.
pub(super) fn of(kind: &str) -> Option<Vec<Key>> {
    let id = || must("id", "Its id in the plan, such as w01-easy-1.", Shape::Text { most: 80 });
    let start = || may("start", "When it started.", Shape::Form(Form::Clock));
    let felt = [
        may("rpe", "How hard it felt, session RPE 0 to 10.", number(0.0, 10.0, "")),
        may("distance_km", "How far it went, in kilometres.", number(0.0, MOST_KM, "km")),
        note(),
    ];
    let minutes = whole(1, 1440, "min");
    let mut keys = match kind {
        "done" => vec![
            id(),
            may("date", "The day it was done; the planned one when not given.", Shape::Form(Form::Date)),
            start(),
            may("minutes", "How long it took; as planned when not given.", minutes),
            may("laps", "The laps of a recording that follow the steps of the run.", list(lap(), laps::MOST)),
        ],
        "missed" => return Some(vec![id(), may("date", "The day it was meant for.", Shape::Form(Form::Date)), note()]),
        "added" => vec![
            must("date", "The day.", Shape::Form(Form::Date)),
            start(),
            must("minutes", "How long it took.", minutes),
            must("kind", "The type of run or the kind of session.", Shape::Word(activities())),
            may("focus", "What a strength session worked.", words(Focus::ALL, Focus::word)),
            may("effort", "How hard a session was meant to be.", words(Effort::ALL, Effort::word)),
        ],
        "check_in" => return Some(check_in()),
        _ => return None,
    };
    keys.extend(felt);
    Some(keys)
}

fn lap() -> Shape {
    Shape::Object(vec![
        must("seconds", "How long it took.", whole(0, 86_400, "s")),
        may("distance_km", "How far it went, in kilometres.", number(0.0, MOST_KM, "km")),
        may("heart_rate", "Mean heart rate in beats per minute.", whole(20, 250, "beats per minute")),
    ])
}

fn note() -> Key {
    may("note", "Your own words.", Shape::Text { most: 2000 })
}

fn words<T: Copy>(all: &[T], word: fn(T) -> &'static str) -> Shape {
    Shape::Word(all.iter().map(|one| word(*one)).collect())
}

fn activities() -> Vec<&'static str> {
    RunType::ALL.iter().map(|kind| kind.word()).chain(Kind::ALL.iter().map(|kind| kind.word())).collect()
}
