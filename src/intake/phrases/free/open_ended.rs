//! Hours with one end, "after 6pm", and those whose half of the day is open.

use super::super::items::{Item, Placed};
use super::super::parts::{EVENING, MORNING, Part};
use super::super::session::replaced;
use super::super::span::{end, read_as};
use super::super::time::Time;
use super::super::token::Line;
use super::super::{Choice, Doubt, Reading, Refusal, Remark, Span};
use super::SaidFree;
use super::clause::{End, Hours};
use crate::model::Clock;

/// Words before an hour from which on somebody is free, and before one until which.
const AFTER: [&str; 13] = [
    "after",
    "from",
    "ab",
    "nach",
    "since",
    "apres",
    "despues",
    "desde",
    "past",
    "starting",
    "earliest",
    "fruhestens",
    "partir",
];
const BEFORE: [&str; 15] = [
    "before",
    "until",
    "till",
    "til",
    "bis",
    "vor",
    "by",
    "avant",
    "antes",
    "hasta",
    "to",
    "latest",
    "spatestens",
    "jusqu'a",
    "jusqu'au",
];
/// Words that are such an end themselves: "no later than 8pm", "au plus tôt 7h".
const COMPARED: [(&str, End, bool); 6] = [
    ("later", End::Last, true),
    ("spater", End::Last, true),
    ("earlier", End::First, true),
    ("fruher", End::First, true),
    ("plus tard", End::Last, false),
    ("plus tot", End::First, false),
];
const NOT: [&str; 8] = ["not", "no", "never", "nicht", "nie", "pas", "jamais", "nunca"];
/// Words before and behind one that names an end.
const LEADS: [&str; 4] = ["a", "any", "au", "at"];
const BETWEEN: [&str; 12] = ["than", "de", "des", "du", "las", "la", "le", "les", "que", "als", "at", "um"];

/// "After 6", "not before 7", "no later than 8pm", "à partir de 18h": the end that is said, its hour, and how many items behind the
/// first that is.
pub(super) fn bound(line: &Line<'_>, items: &[Placed]) -> Option<(End, Time, usize)> {
    let begin = line.tokens.iter().position(|token| token.at == items[0].at || token.at.start == items[0].at.start)?;
    let denied = NOT.contains(&line.word(begin));
    let mut at = begin + usize::from(denied);
    at += usize::from(LEADS.contains(&line.word(at)));
    let compared = COMPARED.iter().find_map(|&(phrase, end, denial)| {
        line.begins(at, phrase).filter(|_| denied || !denial).map(|used| (end, used))
    });
    let (end, turned, used) = match (compared, line.word(at)) {
        (Some((end, used)), _) => (end, false, used),
        (None, word) if AFTER.contains(&word) => (End::First, denied, 1),
        (None, word) if BEFORE.contains(&word) => (End::Last, denied, 1),
        _ => return None,
    };
    at += used;
    while BETWEEN.contains(&line.word(at)) {
        at += 1;
    }
    let start = line.tokens.get(at)?.at.start;
    let last = items.iter().position(|placed| placed.at.start == start)?;
    let time = hour(&items[last].item)?;
    let end = match (end, turned) {
        (End::First, true) => End::Last,
        (End::Last, true) => End::First,
        (end, false) => end,
    };
    // "Not before 7" is said of the morning, "not after 9" of the evening.
    let settled = |minutes| Time { minutes, settled: true, afternoon: minutes >= 720, bare: false };
    let time = match end {
        _ if !denied || !time.is_guess() => time,
        End::First => settled(time.minutes),
        End::Last => settled(time.later()),
    };
    Some((end, time, last))
}

/// The hour that an item is.
fn hour(item: &Item) -> Option<Time> {
    match *item {
        Item::Time(time) => Some(time),
        Item::Bare(hour) if hour <= 24 => {
            Some(Time { minutes: hour as u16 * 60, settled: hour == 0 || hour > 12, afternoon: false, bare: true })
        }
        Item::HourOrLength(minutes) => Some(Time { minutes, settled: true, afternoon: false, bare: false }),
        _ => None,
    }
}

/// "after 6pm" goes on until night, "until noon" begins in the morning.
pub(super) fn open_ended(
    line: &Line<'_>,
    end_said: End,
    time: Time,
    part: Option<Part>,
    at: Span,
    reading: &mut Reading<SaidFree>,
) -> Result<Hours, Refusal> {
    let part = part.filter(|part| *part != Part::AnyTime);
    let said = part.map_or(time, |part| time.within(part));
    let span = if end_said == End::First {
        let close = if said.minutes < EVENING { EVENING } else { 1440 };
        (said.minutes < close).then_some((said.minutes, close))
    } else {
        let begin = if said.minutes > MORNING { MORNING } else { 0 };
        (said.minutes > begin).then_some((begin, said.minutes))
    };
    let Some((from, to)) = span else {
        let text = format!("`{}` leaves no time: say from when to when, such as `06:00-08:00`", at.of(line.text));
        return Err(Refusal { at, text });
    };
    let open = said.is_guess() && (300..540).contains(&said.minutes);
    // Of the two readings of "after 6" the later one is free in both; "after 8" is a morning more often.
    let span = if open && said.minutes < 480 && end_said == End::First {
        (said.minutes + 720, EVENING.max(said.minutes + 721))
    } else {
        (from, to)
    };
    if open {
        let later = |minutes: u16| {
            if end_said == End::First { (minutes + 720, EVENING.max(minutes + 721)) } else { (MORNING, minutes + 720) }
        };
        ask(line, at, (from, to), later(said.minutes), span, reading);
    } else {
        reading.assumed.push(Remark { at, text: read_as(at.of(line.text), (from, to)) });
    }
    Ok(Hours { span, exact: true, part: None, at, open: Some(end_said) })
}

/// Asks for the half of the day of a stretch between bare hours, where people run at both.
pub(super) fn doubt(line: &Line<'_>, at: Span, (from, to): (u16, u16), reading: &mut Reading<SaidFree>) {
    if (300..540).contains(&from) && (from..=600).contains(&to) {
        ask(line, at, (from, to), (from + 720, to + 720), (from, to), reading);
    } else {
        reading.assumed.push(Remark { at, text: read_as(at.of(line.text), (from, to)) });
    }
}

fn ask(
    line: &Line<'_>,
    at: Span,
    first: (u16, u16),
    second: (u16, u16),
    taken: (u16, u16),
    reading: &mut Reading<SaidFree>,
) {
    let words = at.of(line.text);
    let both = [first, second].map(|(from, to)| format!("{}-{}", Clock(from), end(to)));
    let choices = both.clone().map(|span| Choice { line: replaced(line.text, at, &span), label: span });
    reading.unsure.push(Doubt {
        at,
        question: format!("Is `{words}` {} or {}?", both[0], both[1]),
        taken: format!("it counts as {}-{}.", Clock(taken.0), end(taken.1)),
        choices: choices.to_vec(),
    });
}
