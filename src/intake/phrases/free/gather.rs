//! The items of a line of free time gathered into clauses.

use super::super::days::Group;
use super::super::items::{Item, Placed};
use super::super::lexicon::Meaning;
use super::super::parts::Part;
use super::super::span::stretch;
use super::super::token::Line;
use super::super::{Reading, Refusal, Remark};
use super::SaidFree;
use super::away::{dates, week as away_week};
use super::clause::{Clause, Hours};
use super::open_ended::{bound, doubt, open_ended};

/// What a line comes to.
#[derive(Default)]
pub(super) struct Gathered {
    /// Its clauses.
    pub clauses: Vec<Clause>,
    /// Days on which the person cannot run.
    pub excluded: Vec<usize>,
}

/// Words that say nothing about free time.
const SMALL: [&str; 72] = [
    "breaks",
    "break",
    "sonst",
    "otherwise",
    "tous",
    "toutes",
    "las",
    "immer",
    "nur",
    "toujours",
    "seulement",
    "siempre",
    "solo",
    "al",
    "a",
    "au",
    "and",
    "from",
    "every",
    "each",
    "on",
    "in",
    "the",
    "at",
    "also",
    "only",
    "i",
    "can",
    "run",
    "running",
    "free",
    "available",
    "am",
    "i'm",
    "usually",
    "mostly",
    "maybe",
    "or",
    "is",
    "are",
    "ok",
    "fine",
    "works",
    "best",
    "of",
    "my",
    "me",
    "for",
    "days",
    "day",
    "all",
    "um",
    "am",
    "im",
    "in",
    "der",
    "das",
    "open",
    "possible",
    "kann",
    "so",
    "ish",
    "por",
    "la",
    "del",
    "de",
    "du",
    "le",
    "les",
    "el",
    "los",
    "an",
];
/// Words before dates on which somebody is not there.
const AWAY: [&str; 12] = [
    "away",
    "holiday",
    "holidays",
    "vacation",
    "travelling",
    "traveling",
    "off",
    "urlaub",
    "vacances",
    "vacaciones",
    "trip",
    "travel",
];

/// What to say where hours are named in which there is no time.
const WHEN_NOT: &str = "say when you can run, not when you cannot";

/// Words that turn a sentence round: hours with them are no free hours.
const BUSY: [&str; 19] = [
    "busy",
    "not",
    "no",
    "except",
    "without",
    "but",
    "working",
    "can't",
    "cannot",
    "unless",
    "if",
    "never",
    "blocked",
    "taken",
    "unavailable",
    "asleep",
    "nothing",
    "none",
    "don't",
];

/// Gathers the items of a line.
pub(super) fn gather(line: &Line<'_>, items: &[Placed], reading: &mut Reading<SaidFree>) -> Result<Gathered, Refusal> {
    let mut gathered = Gathered::default();
    let mut open = Clause::default();
    let segments: Vec<&[Placed]> = items.split(|placed| matches!(placed.item, Item::Comma | Item::Stop)).collect();
    let mut away = false;
    let mut except = false;
    for (number, segment) in segments.iter().enumerate() {
        let mut at = 0;
        while at < segment.len() {
            let placed = &segment[at];
            let around = || {
                let before = segment[..at].iter().rev();
                before.chain(&segment[at..]).find_map(|other| match other.item {
                    Item::Part(part) => Some(part),
                    _ => None,
                })
            };
            let word = placed.at.of(line.text).to_lowercase();
            let mut used = 1;
            if let Some((end, time, last)) = bound(line, &segment[at..]) {
                let span = placed.at.to(segment[at + last].at);
                let hours = open_ended(line, end, time, around(), span, reading)?;
                take(&mut gathered, &mut open, hours);
                at += last + 1;
                continue;
            }
            if let Some(refusal) = refusal(line, placed, except) {
                return Err(refusal);
            }
            match &placed.item {
                Item::Days(group) if except => gathered.excluded.extend(&group.days),
                Item::Days(group) => take_days(line, placed, group, &mut gathered, &mut open, reading),
                Item::Except => except = true,
                Item::Date(_) => {
                    used = dates(line, segment, at, away || except, reading)?;
                }
                Item::Part(part) => {
                    take(
                        &mut gathered,
                        &mut open,
                        Hours { span: part.span(), exact: false, part: Some(*part), at: placed.at, open: None },
                    );
                }
                Item::Stretch(found) => {
                    let part = around().filter(|part| *part != Part::AnyTime);
                    let token = line.tokens.iter().position(|token| token.at.start == placed.at.start);
                    let again = token.zip(part).and_then(|(token, part)| stretch(line, token, Some(part.span())));
                    let span = again.map_or(found.span, |(found, _)| found.span);
                    if found.guessed && part.is_none() {
                        doubt(line, placed.at, span, reading);
                    }
                    take(&mut gathered, &mut open, Hours { span, exact: true, part: None, at: placed.at, open: None });
                }
                Item::Time(_) => {
                    let part = Some(Part::Lunch);
                    take(
                        &mut gathered,
                        &mut open,
                        Hours { span: Part::Lunch.span(), exact: false, part, at: placed.at, open: None },
                    );
                }
                Item::Week(dated) => {
                    away_week(line, placed, *dated, away || except, reading)?;
                }
                Item::Name(meaning) => {
                    if AWAY.contains(&word.as_str()) {
                        away = true;
                    } else if !(SMALL.contains(&word.as_str())
                        || matches!(meaning, Some(Meaning::Plain | Meaning::Run)))
                    {
                        reading.left_over.push(placed.at);
                    }
                }
                _ => {}
            }
            at += used;
            // "Any time but not Mon and Wed" goes on excluding; anything else ends it.
            except = except && (goes_on(&placed.item) || SMALL.contains(&word.as_str()));
        }
        // Times alone before "weekends any time" are a thought of their own; before "6-8am tue" they wait for the day.
        let next = segments.get(number + 1).copied().unwrap_or_default();
        let next_begins_with_day = next.first().is_some_and(|placed| matches!(placed.item, Item::Days(_)));
        let next_has_hours = next.iter().any(|placed| matches!(placed.item, Item::Stretch(_) | Item::Part(_)));
        if open.whole() || (!open.hours.is_empty() && next_begins_with_day && next_has_hours) {
            gathered.clauses.push(std::mem::take(&mut open));
        }
        except = except && next_begins_with_day && !next_has_hours;
        away = away && !next.is_empty();
    }
    if !open.days.is_empty() || !open.hours.is_empty() {
        gathered.clauses.push(open);
    }
    Ok(gathered)
}

fn take(gathered: &mut Gathered, open: &mut Clause, hours: Hours) {
    if open.whole() && open.day_last {
        gathered.clauses.push(std::mem::take(open));
    }
    open.hours.push(hours);
    open.day_last = false;
}

fn take_days(
    line: &Line<'_>,
    placed: &Placed,
    group: &Group,
    gathered: &mut Gathered,
    open: &mut Clause,
    reading: &mut Reading<SaidFree>,
) {
    if open.whole() && !open.day_last {
        gathered.clauses.push(std::mem::take(open));
    }
    reading.assumed.extend(group.assumed.iter().map(|text| Remark { at: placed.at, text: text.clone() }));
    if group.either {
        let text = format!("`{}`: both days count as free.", placed.at.of(line.text));
        reading.assumed.push(Remark { at: placed.at, text });
    }
    open.days.extend(&group.days);
    open.day_last = true;
}

/// Whether what is excepted may go on behind an item.
fn goes_on(item: &Item) -> bool {
    matches!(
        item,
        Item::Except
            | Item::Days(_)
            | Item::And
            | Item::Or
            | Item::Name(Some(Meaning::Plain))
            | Item::Small
            | Item::Each
    )
}

/// Why an item cannot stand in a line of free time, if it cannot.
fn refusal(line: &Line<'_>, placed: &Placed, except: bool) -> Option<Refusal> {
    let word = placed.at.of(line.text);
    let text = match &placed.item {
        Item::Part(_) | Item::Stretch(_) if except => {
            format!("`{word}`: {WHEN_NOT}; hours of the other days stand before `except`, such as `6-8 except Wed`")
        }
        Item::Time(_)
            if matches!(
                word.to_lowercase().as_str(),
                "noon" | "midi" | "mittag" | "mediodía" | "mediodia" | "midday"
            ) =>
        {
            return None;
        }
        Item::Name(meaning) if BUSY.contains(&word.to_lowercase().as_str()) || *meaning == Some(Meaning::Work) => {
            format!("`{word}`: {WHEN_NOT}")
        }
        // An hour behind "after" or "before" has been taken with it.
        Item::Time(_) | Item::Bare(_) | Item::HourOrLength(_) => {
            format!("`{word}`: say from when to when, such as `06:00-08:00`")
        }
        Item::Cycle(_) => format!(
            "`{word}`: free hours are those of every week; dates without a run are written as `away 24 Dec to 2 Jan`"
        ),
        Item::Length(_) | Item::Effort(_) | Item::Rpe(_) | Item::Plainly(_) | Item::AtBare(_) => {
            return Some(not_time(line, placed));
        }
        _ => return None,
    };
    Some(Refusal { at: placed.at, text })
}

fn not_time(line: &Line<'_>, placed: &Placed) -> Refusal {
    let what: String = placed.at.of(line.text).chars().take(40).collect();
    Refusal { at: placed.at, text: format!("`{what}` is no day and no time; write it as `tue 06:00-08:00`") }
}
