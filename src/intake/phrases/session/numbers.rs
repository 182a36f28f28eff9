//! Bare numbers of a clause: an hour, a length, or a word of the name.

use super::super::items::{Item, Placed};
use super::super::lexicon::Meaning;
use super::super::time::Time;
use super::super::token::Line;
use crate::model::Minutes;

/// Lengths a bare number may stand for, in minutes.
const LENGTHS: std::ops::RangeInclusive<u32> = 15..=300;

/// The clause with each number as what it is, as far as the rest of the clause tells.
pub(super) fn settled(line: &Line<'_>, mut clause: Vec<Placed>) -> Vec<Placed> {
    let has = |clause: &[Placed], judge: fn(&Item) -> bool| clause.iter().any(|placed| judge(&placed.item));
    let time = |item: &Item| matches!(item, Item::Time(_) | Item::Stretch(_));
    let length = |item: &Item| matches!(item, Item::Length(_) | Item::Stretch(_));
    for at in 0..clause.len() {
        let timed = has(&clause, time);
        let item = match clause[at].item {
            Item::AtBare(number) if timed => rpe(number),
            Item::AtBare(number) => bare_hour(number),
            // "midi 12h15 45 min" is an hour said twice.
            Item::HourOrLength(minutes) if timed && !has(&clause, |item| matches!(item, Item::Length(_))) => {
                Some(Item::Length(Minutes::from(minutes)))
            }
            Item::HourOrLength(minutes) => {
                Some(Item::Time(Time { minutes, settled: true, afternoon: false, bare: false }))
            }
            Item::Bare(number) if !timed && beside_a_day(&clause, at) => bare_hour(number),
            Item::Bare(number) if timed && !has(&clause, length) && LENGTHS.contains(&number) => {
                Some(Item::Length(number as Minutes))
            }
            Item::Bare(_) => Some(Item::Name(Some(Meaning::Plain))),
            _ => continue,
        };
        clause[at].item = item.unwrap_or(Item::Name(Some(Meaning::Plain)));
    }
    // A time that was only half said is helped by the part of the day around it.
    let part = clause.iter().find_map(|placed| match placed.item {
        Item::Part(part) => Some(part),
        _ => None,
    });
    if let Some(part) = part {
        for placed in &mut clause {
            match &mut placed.item {
                Item::Time(time) => *time = time.within(part),
                Item::Stretch(stretch) if stretch.guessed => {
                    let again = line.tokens.iter().position(|token| token.at.start == placed.at.start);
                    let again = again.and_then(|at| super::super::span::stretch(line, at, Some(part.span())));
                    if let Some((meant, _)) = again {
                        *stretch = meant;
                    }
                }
                _ => {}
            }
        }
    }
    clause
}

fn bare_hour(number: u32) -> Option<Item> {
    let hour = u16::try_from(number).ok().filter(|hour| *hour <= 24)?;
    let time = Time { minutes: hour * 60, settled: hour == 0 || hour > 12, afternoon: false, bare: true };
    Some(Item::Time(time))
}

fn rpe(number: u32) -> Option<Item> {
    u8::try_from(number).ok().filter(|rpe| (1..=10).contains(rpe)).map(Item::Rpe)
}

/// Whether a day or a part of the day is just before or behind.
fn beside_a_day(clause: &[Placed], at: usize) -> bool {
    let says = |placed: &&Placed| matches!(placed.item, Item::Days(_) | Item::Date(_) | Item::Part(_));
    let passes = |placed: &&Placed| matches!(placed.item, Item::Small | Item::Comma | Item::Name(Some(Meaning::Plain)));
    let before = clause[..at].iter().rev().find(|placed| !passes(placed));
    let behind = clause[at + 1..].iter().find(|placed| !passes(placed));
    before.as_ref().is_some_and(says) || behind.as_ref().is_some_and(says)
}
