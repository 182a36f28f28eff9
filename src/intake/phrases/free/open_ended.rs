//! Hours with one end, "after 6pm", and those whose half of the day is open.

use super::super::parts::{EVENING, MORNING, Part};
use super::super::session::replaced;
use super::super::span::{end, read_as};
use super::super::time::Time;
use super::super::token::Line;
use super::super::{Choice, Doubt, Reading, Refusal, Remark, Span};
use super::SaidFree;
use super::clause::Hours;
use crate::model::Clock;

/// "after 6pm" goes on until night, "until noon" begins in the morning.
pub(super) fn open_ended(
    line: &Line<'_>,
    word: &str,
    time: Time,
    part: Option<Part>,
    at: Span,
    reading: &mut Reading<SaidFree>,
) -> Result<Hours, Refusal> {
    let part = part.filter(|part| *part != Part::AnyTime);
    let said = part.map_or(time, |part| time.within(part));
    let span = if super::gather::AFTER.contains(&word) {
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
    let span = if open && said.minutes < 480 && super::gather::AFTER.contains(&word) {
        (said.minutes + 720, EVENING.max(said.minutes + 721))
    } else {
        (from, to)
    };
    if open {
        let later = |minutes: u16| {
            if super::gather::AFTER.contains(&word) {
                (minutes + 720, EVENING.max(minutes + 721))
            } else {
                (MORNING, minutes + 720)
            }
        };
        ask(line, at, (from, to), later(said.minutes), span, reading);
    } else {
        reading.assumed.push(Remark { at, text: read_as(at.of(line.text), (from, to)) });
    }
    Ok(Hours { span, exact: true, part: None, at })
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
