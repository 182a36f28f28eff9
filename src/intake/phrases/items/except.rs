//! What does not take place: "except Wed", "no gym", a whole week.

use chrono::NaiveDate;

use super::super::Refusal;
use super::super::cycle::cycle;
use super::super::date::{Dated, Toward, date_at};
use super::super::day_words::clear;
use super::super::days::Days;
use super::super::lexicon::Meaning;
use super::super::parts::{part, part_behind};
use super::super::token::Line;
use super::phrase;

/// A line that says what does not take place: "no gym on Thursdays".
pub(super) fn absent(line: &Line<'_>, at: usize) -> bool {
    let not = ["no", "not", "never", "kein", "keine", "pas", "nicht"].contains(&line.word(at));
    let named = || {
        phrase(line, at + 1).is_some_and(|(meaning, _)| {
            !matches!(meaning, Meaning::Plain | Meaning::Hard(_) | Meaning::Run | Meaning::Work)
        }) && line.word(at + 1) != "gi"
    };
    not && named()
}

/// "Christmas week", "the week of 21 Dec": a day of it, and the tokens it takes.
pub(super) fn whole_week(line: &Line<'_>, at: usize, today: NaiveDate) -> Result<Option<(Dated, usize)>, Refusal> {
    const LEADS: [&str; 8] = [
        "the week of",
        "week of",
        "the week from",
        "der woche vom",
        "der woche von",
        "la semaine du",
        "la semaine de",
        "la semana del",
    ];
    if let Some((_, lead)) = line.longest(at, &LEADS) {
        let found = date_at(line, at + lead, today, Toward::Future)?;
        return Ok(found.map(|(dated, used)| (dated, lead + used)));
    }
    let the = usize::from(line.word(at) == "the");
    if clear(line.word(at + the)).is_some() || line.number(at + the).is_some() {
        return Ok(None);
    }
    let found = date_at(line, at + the, today, Toward::Future)?;
    Ok(found.filter(|(_, used)| line.word(at + the + used) == "week").map(|(dated, used)| (dated, the + used + 1)))
}

/// "except", "but not", "not on", where days, a date or weeks follow; how many tokens.
pub(super) fn except(line: &Line<'_>, at: usize, today: NaiveDate, days: &Days<'_>) -> Result<Option<usize>, Refusal> {
    const WORDS: [&str; 22] = [
        "except",
        "except on",
        "except for",
        "but not",
        "but not on",
        "not",
        "not on",
        "no",
        "never",
        "never on",
        "without",
        "apart from",
        "other than",
        "excluding",
        "besides",
        "ausser",
        "nicht",
        "sauf",
        "excepto",
        "menos",
        "pas le",
        "no los",
    ];
    let any = |at: usize| ["any", "anytime", "every", "everyday", "all", "each", "daily"].contains(&line.word(at));
    let but = ["but on", "but"].iter().find_map(|but| line.begins(at, but)).filter(|_| (0..at).any(any));
    let Some(used) = line.longest(at, &WORDS).map(|(_, used)| used).or(but) else { return Ok(None) };
    let next = at + used;
    let follows = days.group(next)?.is_some()
        || date_at(line, next, today, Toward::Future)?.is_some()
        || cycle(line, next, today, days)?.is_some()
        || whole_week(line, next, today)?.is_some()
        || part(line, next).is_some()
        || part_behind(line, next).is_some();
    Ok(follows.then_some(used))
}
