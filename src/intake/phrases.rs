//! What people write of their week in a line, in their own spelling, becomes readings: sessions, free hours, races, dates,
//! lengths. A reading says what was found, what was assumed, what is unsure and what was not used.

mod classify;
mod clauses;
mod cycle;
mod date;
mod day_words;
mod days;
mod event;
mod free;
mod habits;
mod items;
mod length;
mod lexicon;
mod parts;
mod session;
mod span;
mod split_week;
mod time;
mod token;
mod typo;
mod words;

pub use cycle::{Bound, Cycle};
pub use date::{Toward, date, weeks};
pub use event::{SaidEvent, SaidRace, read_event, read_race};
pub use free::{SaidAway, SaidFree, SaidWindow, read_free};
pub use habits::{SaidMost, SaidSleep, read_days, read_most, read_sleep};
pub use length::{minutes, read_minutes};
pub use session::{Among, SaidSession, When, read_session, training};
pub use time::clock;
pub use words::{day, goal, level, part_of_day, read_day};

use std::fmt;

/// Longer lines are refused, in bytes.
pub const LONGEST_LINE: usize = 2000;

/// A part of a line, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// Its first byte.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
}

impl Span {
    /// From the start of one to the end of the other.
    fn to(self, last: Self) -> Self {
        Self { start: self.start.min(last.start), end: self.end.max(last.end) }
    }

    /// The words of a line that it covers.
    pub fn of(self, line: &str) -> &str {
        line.get(self.start..self.end).unwrap_or_default()
    }
}

/// A sentence about a part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Which part.
    pub at: Span,
    /// The sentence.
    pub text: String,
}

/// A question that a line leaves open. Until it is answered, the safest reading counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The words in doubt.
    pub at: Span,
    /// What to ask.
    pub question: String,
    /// What is taken until it is answered, in a sentence.
    pub taken: String,
    /// The answers.
    pub choices: Vec<Choice>,
}

/// An answer to a doubt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The answer, to be shown.
    pub label: String,
    /// The line rewritten so that it says so.
    pub line: String,
}

/// What was read in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading<T> {
    /// What the line says.
    pub found: T,
    /// What was assumed, to be shown.
    pub assumed: Vec<Remark>,
    /// What the person must be asked; whoever cannot ask must show what is taken.
    pub unsure: Vec<Doubt>,
    /// Words that were not used, to be shown.
    pub left_over: Vec<Span>,
}

impl<T> Reading<T> {
    /// A reading without a doubt.
    fn plain(found: T) -> Self {
        Self { found, assumed: Vec::new(), unsure: Vec::new(), left_over: Vec::new() }
    }

    /// The unused words in a sentence, if there are any.
    pub fn left_over_sentence(&self, line: &str) -> Option<String> {
        let words: Vec<String> = self.left_over.iter().map(|span| format!("`{}`", span.of(line))).collect();
        (!words.is_empty()).then(|| format!("Not used: {}.", crate::model::list(&words)))
    }
}

/// Why a line cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The words at fault; the whole line where something is missing.
    pub at: Span,
    /// The reason, and how to write it instead.
    pub text: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl std::error::Error for Refusal {}

/// A refusal of the whole line.
fn refused<T>(line: &str, text: impl Into<String>) -> Result<T, Refusal> {
    Err(Refusal { at: Span { start: 0, end: line.len() }, text: text.into() })
}
