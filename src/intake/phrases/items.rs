//! A line cut into what its words say: days, times, lengths, words of the name.

mod effort;
mod except;

use chrono::NaiveDate;

use super::cycle::{Said, cycle};
use super::date::{Dated, Toward, date_at};
use super::day_words::clear;
use super::days::{Days, Group};
use super::length::length;
use super::lexicon::{self, Meaning};
use super::parts::{Part, part};
use super::span::{Stretch, stretch};
use super::time::{Time, quarters, time};
use super::token::{Line, Made};
use super::{Refusal, Span};
use crate::model::{Effort, Focus, Minutes, RunClass};
use effort::effort;
use except::{absent, except, whole_week};

/// What a session is, where the person says it in so many words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Plainly {
    /// Lifting that trains this.
    Lifts(Focus),
    /// Sport that works the legs this hard, or spares them.
    Sport(Option<Effort>),
    /// Stretching.
    Mobility,
    /// A run of the person's own.
    Run(RunClass),
}

/// What some words say.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Item {
    Days(Group),
    Date(Dated),
    /// The week of a date.
    Week(Dated),
    Time(Time),
    Stretch(Stretch),
    /// "6h": an hour of the day or a length.
    HourOrLength(u16),
    /// A bare number.
    Bare(u32),
    /// "@8": an hour or an RPE.
    AtBare(u32),
    Length(Minutes),
    /// How far, in metres.
    Far(u32),
    Part(Part),
    Effort(Effort),
    Rpe(u8),
    Cycle(Said),
    Except,
    /// What is said counts for every session of the line.
    Each,
    /// Of what follows, one.
    Any,
    Plainly(Plainly),
    /// A word, or several with one meaning, of the name; its meaning if it has one.
    Name(Option<Meaning>),
    Comma,
    And,
    Or,
    Slash,
    /// A stop between thoughts.
    Stop,
    /// Words that say nothing outside a name.
    Small,
}

/// An item and its place.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    /// What is said.
    pub item: Item,
    /// The words that say it.
    pub at: Span,
}

/// The items of a line.
///
/// # Errors
/// Words that cannot be meant so.
pub(super) fn items(line: &Line<'_>, today: NaiveDate) -> Result<Vec<Placed>, Refusal> {
    let days = Days::of(line);
    let mut items: Vec<Placed> = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let named =
            items.iter().any(|placed| matches!(placed.item, Item::Name(Some(meaning)) if meaning != Meaning::Plain));
        let (item, used) = next(line, at, today, &days, named)?;
        items.push(Placed { item, at: line.span(at, used) });
        at += used.max(1);
    }
    Ok(items)
}

fn next(line: &Line<'_>, at: usize, today: NaiveDate, days: &Days<'_>, named: bool) -> Result<(Item, usize), Refusal> {
    if let Some((plainly, used)) = plainly(line, at) {
        return Ok((Item::Plainly(plainly), used));
    }
    if absent(line, at) {
        let text = format!("`{}` does not take place: leave it out, and write what does", line.own(at, 2));
        return Err(Refusal { at: line.span(at, 2), text });
    }
    if let Some((dated, used)) = whole_week(line, at, today)? {
        return Ok((Item::Week(dated), used));
    }
    if let Some((said, used)) = cycle(line, at, today, days)? {
        return Ok((Item::Cycle(said), used));
    }
    if let Some(used) = except(line, at, today, days)? {
        return Ok((Item::Except, used));
    }
    if let Some(found) = of_name(line, at) {
        return Ok(found);
    }
    if let Some((metres, used)) = far(line, at) {
        return Ok((Item::Far(metres), used));
    }
    if let Some((dated, used)) = date_at(line, at, today, Toward::Future)?.filter(|_| clear(line.word(at)).is_none()) {
        return Ok((Item::Date(dated), used));
    }
    if let Some(found) = measures(line, at) {
        if let (Item::Bare(_), Some(used)) = (&found.0, no_time(line, at)) {
            let text = format!("`{}` is no time of day: write it as `18:00` or `6pm`", line.own(at, used));
            return Err(Refusal { at: line.span(at, used), text });
        }
        return Ok(found);
    }
    if let Some((group, used)) = days.group_after(at, named)? {
        return Ok((Item::Days(group), used));
    }
    // "Am" is the morning behind a day and nothing else: "am Montag".
    let lone_am = line.word(at) == "am" && (at == 0 || !matches!(days.group(at - 1), Ok(Some(_))));
    if let Some((part, used)) = part(line, at).filter(|_| !lone_am) {
        return Ok((Item::Part(part), used));
    }
    if let Some(found) = effort(line, at)? {
        return Ok(found);
    }
    Ok(word(line, at))
}

/// Words of a name that would be taken for days or numbers: "sun salutation", "5-a-side", "5x5", "5/3/1".
fn of_name(line: &Line<'_>, at: usize) -> Option<(Item, usize)> {
    if let Some((reps, used)) = scheme(line, at) {
        let heavy = reps <= 6;
        return Some((Item::Name(Some(if heavy { Meaning::Hard(Effort::Heavy) } else { Meaning::Gym })), used));
    }
    let (meaning, used) = phrase(line, at)?;
    let number = line.number(at).is_some();
    let day = clear(line.word(at)).is_some();
    let sign = (at..at + used).any(|at| matches!(line.word(at), "/" | "&"));
    // "Night shift" is no part of the day.
    let night = meaning == Meaning::Night;
    (number || (used > 1 && (day || sign || night))).then_some((Item::Name(Some(meaning)), used))
}

/// "5x5", "3 sets of 8", "4 x 12": the repetitions, and the tokens it takes.
fn scheme(line: &Line<'_>, at: usize) -> Option<(u32, usize)> {
    line.number(at).filter(|sets| (1..=20).contains(sets))?;
    if matches!(line.word(at + 1), "x" | "*")
        && let Some(reps) = line.number(at + 2).filter(|reps| (1..=50).contains(reps))
    {
        let more = usize::from(matches!(line.word(at + 3), "rep" | "reps"));
        return Some((reps, 3 + more));
    }
    if !matches!(line.word(at + 1), "set" | "sets") {
        return None;
    }
    match (line.word(at + 2), line.number(at + 3)) {
        ("of" | "x", Some(reps)) => Some((reps, 4)),
        _ => Some((10, 2)),
    }
}

/// A phrase of the dictionary, of which hyphens join the words: its meaning and the tokens it takes.
fn phrase(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    let (mut words, mut ends) = (Vec::new(), Vec::new());
    let mut next = at;
    while words.len() < 5 && next < line.len() {
        if line.word(next) == "-" && line.is_glued(next) && line.is_glued(next + 1) && !words.is_empty() {
            next += 1;
        }
        words.push(line.word(next));
        next += 1;
        ends.push(next - at);
    }
    let (meaning, used) = lexicon::meaning(&words)?;
    Some((meaning, ends[used - 1]))
}

/// "8 km", in a line about a run.
fn far(line: &Line<'_>, at: usize) -> Option<(u32, usize)> {
    let (metres, used) = super::event::metres(line, at)?;
    let is_run = |at| matches!(phrase(line, at), Some((Meaning::Run | Meaning::ClubRun, _)));
    (0..line.len()).any(is_run).then_some((metres, used))
}

/// "25:00", "18:75": the tokens of what is written as a time and is none.
fn no_time(line: &Line<'_>, at: usize) -> Option<usize> {
    let whole = line.glued(at + 1, ":") && line.is_glued(at + 2) && line.number(at + 2).is_some();
    (whole && line.word(at).len() <= 2).then_some(3)
}

fn measures(line: &Line<'_>, at: usize) -> Option<(Item, usize)> {
    if let Some((stretch, used)) = stretch(line, at, None) {
        return Some((Item::Stretch(stretch), used));
    }
    let lead = at > 0 && ["at", "um", "gegen", "from", "ab", "by", "las", "vers", "a"].contains(&line.word(at - 1));
    if line.word(at) == "@"
        && let Some(number) = line.number(at + 1)
        && time(line, at + 1).is_some_and(|(time, _)| time.bare)
    {
        return Some((Item::AtBare(number), 2));
    }
    if let Some(hour) = line.number(at).filter(|hour| (5..24).contains(hour) && line.word(at).len() <= 2)
        && matches!(line.word(at + 1), "h" | "heures" | "horas")
    {
        let minute = line.number(at + 2).filter(|minute| *minute < 60 && line.word(at + 2).len() == 2);
        let minute = minute.filter(|_| line.is_glued(at + 2) || line.word(at + 1) == "heures");
        let (shift, more) = quarters(line, at + 2).filter(|_| minute.is_none()).unwrap_or((0, 0));
        let total = (hour * 60 + minute.unwrap_or(0)).saturating_add_signed(shift);
        let used = 2 + usize::from(minute.is_some()) + more;
        let exact = Time { minutes: total as u16, settled: true, afternoon: false, bare: false };
        return Some((if lead { Item::Time(exact) } else { Item::HourOrLength(exact.minutes) }, used));
    }
    if let Some((minutes, used)) = length(line, at) {
        return Some((Item::Length(minutes), used));
    }
    let Some((time, used)) = time(line, at) else { return line.number(at).map(|number| (Item::Bare(number), 1)) };
    match line.number(at) {
        Some(number) if time.bare && !lead && used == 1 => Some((Item::Bare(number), 1)),
        _ => Some((Item::Time(time), used)),
    }
}

fn word(line: &Line<'_>, at: usize) -> (Item, usize) {
    let item = match line.word(at) {
        "," => Item::Comma,
        ";" | "\n" | "|" | "then" => Item::Stop,
        "." if !line.is_glued(at + 1) => Item::Stop,
        "/" | "\\" => Item::Slash,
        "and" | "&" | "+" | "und" | "et" | "y" | "plus" | "also" => Item::And,
        "or" | "oder" | "ou" => Item::Or,
        "any" | "irgendein" | "irgendeinem" => Item::Any,
        "each" | "all" | "jeweils" | "chacun" => Item::Each,
        _ if line.tokens.get(at).is_some_and(|token| token.made == Made::Sign) => Item::Small,
        _ => {
            return phrase(line, at).map_or((Item::Name(None), 1), |(meaning, used)| (Item::Name(Some(meaning)), used));
        }
    };
    (item, 1)
}

fn plainly(line: &Line<'_>, at: usize) -> Option<(Plainly, usize)> {
    const WAYS: [(&str, Plainly); 23] = [
        ("trains legs", Plainly::Lifts(Focus::Lower)),
        ("trains the legs", Plainly::Lifts(Focus::Lower)),
        ("trains the lower body", Plainly::Lifts(Focus::Lower)),
        ("trains the upper body", Plainly::Lifts(Focus::Upper)),
        ("trains upper body", Plainly::Lifts(Focus::Upper)),
        ("trains the core", Plainly::Lifts(Focus::Core)),
        ("trains core", Plainly::Lifts(Focus::Core)),
        ("trains the whole body", Plainly::Lifts(Focus::FullBody)),
        ("trains full body", Plainly::Lifts(Focus::FullBody)),
        ("hard for the legs", Plainly::Sport(Some(Effort::Heavy))),
        ("hard on the legs", Plainly::Sport(Some(Effort::Heavy))),
        ("moderate for the legs", Plainly::Sport(Some(Effort::Moderate))),
        ("easy on the legs", Plainly::Sport(Some(Effort::Light))),
        ("easy for the legs", Plainly::Sport(Some(Effort::Light))),
        ("spares the legs", Plainly::Sport(None)),
        ("no legs", Plainly::Sport(None)),
        ("not for the legs", Plainly::Sport(None)),
        ("is stretching", Plainly::Mobility),
        ("as mobility", Plainly::Mobility),
        ("is a run", Plainly::Run(RunClass::Easy)),
        ("is an easy run", Plainly::Run(RunClass::Easy)),
        ("is a hard run", Plainly::Run(RunClass::Quality)),
        ("is a long run", Plainly::Run(RunClass::Long)),
    ];
    let phrases = WAYS.map(|(phrase, _)| phrase);
    let (place, used) = line.longest(at, &phrases)?;
    Some((WAYS[place].1, used))
}
