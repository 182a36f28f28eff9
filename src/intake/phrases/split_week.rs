//! A split of the week in one clause: "push/pull/legs Mon Wed Fri" is one part a day.

use super::classify::{Judged, Word, judge};
use super::lexicon::Meaning;
use crate::model::{Focus, Kind};

/// How the parts of a name share the days of a clause.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Share {
    /// All of them on every day.
    Together,
    /// One part a day, in turn.
    Split(Vec<Vec<Word>>),
    /// It might be either: one part a day, in turn, if so.
    Unclear(Vec<Vec<Word>>),
}

/// How the parts of a name share some days.
pub(super) fn share(words: &[Word], slashes: &[usize], days: usize) -> Share {
    let parts = parts(words, slashes);
    if parts.len() < 2 || days < 2 || !days.is_multiple_of(parts.len()) {
        return Share::Together;
    }
    let judged: Vec<Judged> = parts.iter().map(|part| judge(part)).collect();
    let trainings: Vec<_> = judged
        .iter()
        .filter_map(|judged| match judged {
            Judged::Session { training, .. } => Some(*training),
            _ => None,
        })
        .collect();
    let all_known = trainings.len() == parts.len();
    let days_of_a_split = |part: &Vec<Word>| {
        part.iter().all(|word| {
            matches!(word.meaning, Some(Meaning::Body(_) | Meaning::Plain))
                || matches!(word.meaning, Some(Meaning::Lift(Focus::Upper | Focus::Lower))) && word.split
        })
    };
    let lifting = all_known && trainings.iter().all(|training| training.kind == Kind::Strength);
    if lifting && parts.iter().all(days_of_a_split) {
        Share::Split(parts)
    } else if all_known && trainings.windows(2).all(|pair| pair[0] == pair[1]) {
        Share::Together
    } else {
        Share::Unclear(parts)
    }
}

fn parts(words: &[Word], slashes: &[usize]) -> Vec<Vec<Word>> {
    let mut parts: Vec<Vec<Word>> = vec![Vec::new()];
    for (at, word) in words.iter().enumerate() {
        if slashes.contains(&at) {
            parts.push(Vec::new());
        }
        if let Some(part) = parts.last_mut() {
            part.push(word.clone());
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}
