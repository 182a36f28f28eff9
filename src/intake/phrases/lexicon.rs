//! The words people use for training, and what each does to the legs.

mod lifts;
mod other;
mod sports;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::model::{Effort, Focus};

/// What a word of a session's name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A lift, or a day of lifting named for what it trains.
    Lift(Focus),
    /// A part of the body: lifting, unless stretched or massaged.
    Body(Focus),
    /// Lifting that does not say what it trains.
    Gym,
    /// Stretching and the like.
    Mobility,
    /// Sport that works the legs, this hard where nothing is said.
    LegSport(Effort),
    /// Sport and appointments that spare the legs.
    Spares,
    /// A run.
    Run,
    /// A run with others, which is where it is.
    ClubRun,
    /// A night of work.
    Night,
    /// Work, which is no training.
    Work,
    /// A match, a game, a meet.
    Match,
    /// A way of training that says how hard it is.
    Hard(Effort),
    /// A word that says nothing about the training.
    Plain,
}

/// Every list of the dictionary.
fn lists() -> impl Iterator<Item = (&'static str, Meaning)> {
    let lists = lifts::LISTS.iter().chain(sports::LISTS).chain(other::LISTS);
    lists.flat_map(|(meaning, words)| words.split(", ").map(move |word| (word, *meaning)))
}

/// Words that a misspelt one may have meant; the short ones are too near to others.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    lists().filter(|(word, meaning)| *meaning != Meaning::Plain && !word.contains(' ')).map(|(word, _)| word)
}

/// The phrases of the dictionary by the first letters of their first word, which a plural shares.
static INDEX: LazyLock<FxHashMap<&'static str, Vec<(&'static str, Meaning)>>> = LazyLock::new(|| {
    let mut index: FxHashMap<&'static str, Vec<(&'static str, Meaning)>> = FxHashMap::default();
    for (phrase, meaning) in lists() {
        index.entry(letters(phrase)).or_default().push((phrase, meaning));
    }
    index
});

/// The first two bytes at most, at the border of a letter.
fn letters(phrase: &str) -> &str {
    let word = phrase.split(' ').next().unwrap_or_default();
    word.get(..2).unwrap_or(word)
}

/// The longest phrase that these words begin with: what it says, and how many words it takes.
pub(super) fn meaning(words: &[&str]) -> Option<(Meaning, usize)> {
    let known = INDEX.get(letters(words.first()?))?;
    let fits = |phrase: &str| {
        let parts = phrase.split(' ');
        let used = parts.clone().count();
        let same = |(place, part): (usize, &str)| {
            let word = words.get(place).copied().unwrap_or_default();
            word == part
                || (place + 1 == used
                    && single(word, used).is_some_and(|one| one == part || one.strip_suffix('e') == Some(part)))
        };
        parts.enumerate().all(same).then_some(used)
    };
    known.iter().filter_map(|(phrase, meaning)| Some((*meaning, fits(phrase)?))).max_by_key(|(_, used)| *used)
}

/// A word without the ending of its plural; "ups" is one of "up" only inside a phrase.
fn single(word: &str, words: usize) -> Option<&str> {
    let least = if words > 1 { 2 } else { 3 };
    word.strip_suffix("'s").or_else(|| word.strip_suffix('s')).filter(|one| one.len() >= least)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_phrase_is_in_two_lists() {
        let mut all: Vec<&str> = lists().map(|(word, _)| word).collect();
        all.sort_unstable();
        let twice: Vec<&&str> = all.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }

    #[test]
    fn every_phrase_is_written_as_lines_are_read() {
        for (phrase, _) in lists() {
            let line = super::super::token::Line::of(phrase).unwrap();
            let words: Vec<&str> = line.tokens.iter().map(|token| token.text.as_str()).collect();
            assert_eq!(words.join(" "), phrase);
        }
    }

    #[test]
    fn the_longest_phrase_counts_and_a_plural_is_a_word() {
        assert_eq!(meaning(&["leg", "press", "day"]), Some((Meaning::Lift(Focus::Lower), 2)));
        assert_eq!(meaning(&["squats"]), Some((Meaning::Lift(Focus::Lower), 1)));
        assert_eq!(meaning(&["bench", "presses"]), Some((Meaning::Lift(Focus::Upper), 2)));
        assert_eq!(meaning(&["zorbing"]), None);
    }
}
