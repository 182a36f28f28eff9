//! Weeks and days in a row: "every 4 weeks", "un samedi sur deux", "every third day", "deload every 4th week".

use super::super::Refusal;
use super::super::days::Days;
use super::super::token::Line;
use super::Said;

/// "un samedi sur deux", "sábados alternos", "tous les 15 jours", which are two weeks; its words around a day are each an item.
pub(super) fn fortnight(line: &Line<'_>, at: usize, days: &Days<'_>) -> Result<Option<(Said, usize)>, Refusal> {
    const FORTNIGHT: [&str; 8] = [
        "tous les 15 jours",
        "tous les quinze jours",
        "cada 15 dias",
        "cada quince dias",
        "alle 14 tage",
        "alle vierzehn tage",
        "tous les 14 jours",
        "cada 14 dias",
    ];
    const BEHIND: [&str; 6] = ["sur deux", "sur 2", "si y otro no", "si otro no", "si y uno no", "alternos"];
    if let Some((_, used)) = line.longest(at, &FORTNIGHT) {
        return Ok(Some((Said::Every(2), used)));
    }
    let after_day = at > 0 && days.group(at - 1)?.is_some();
    if let Some((_, used)) = line.longest(at, &BEHIND).filter(|_| after_day) {
        return Ok(Some((Said::Every(2), used)));
    }
    if matches!(line.word(at), "un" | "los")
        && let Some((_, used)) = days.group(at + 1)?
        && line.longest(at + 1 + used, &BEHIND).is_some()
    {
        return Ok(Some((Said::Every(2), 1)));
    }
    Ok(None)
}

/// "deload every 4th week": every so many weeks a light one.
pub(super) fn deload(line: &Line<'_>, at: usize) -> Option<(Said, usize)> {
    let lead = ["with a deload", "with deload", "and deload", "deload", "and a deload"];
    let (_, used) = line.longest(at, &lead)?;
    let colon = usize::from(line.word(at + used) == ":");
    let week = usize::from(line.word(at + used + colon) == "week");
    let (count, more) = every_weeks(line, at + used + colon + week)?;
    (count > 1).then_some((Said::Deload(count), used + colon + week + more))
}

/// "every 4 weeks", "every 4th week", "every fourth week": how many, and the tokens it takes.
pub(super) fn every_weeks(line: &Line<'_>, at: usize) -> Option<(u32, usize)> {
    if !matches!(line.word(at), "every" | "alle" | "cada" | "each" | "jede") {
        return None;
    }
    let count = line.number(at + 1).or(match line.word(at + 1) {
        "other" | "second" | "two" | "zweite" | "zwei" | "dos" => Some(2),
        "three" | "third" | "dritte" | "drei" | "tres" => Some(3),
        "four" | "fourth" | "vierte" | "vier" | "cuatro" => Some(4),
        "five" | "fifth" | "funf" | "funfte" | "cinco" => Some(5),
        "six" | "sixth" | "sechs" | "sechste" | "seis" => Some(6),
        _ => None,
    })?;
    let ordinal = usize::from(line.is_glued(at + 2) && matches!(line.word(at + 2), "nd" | "rd" | "th" | "."));
    let week =
        ["week", "weeks", "wks", "wk", "wochen", "woche", "semanas", "semana"].contains(&line.word(at + 2 + ordinal));
    (week && (1..=26).contains(&count)).then_some((count, 3 + ordinal))
}

/// "every other day", "every third day", "alle 3 Tage".
pub(super) fn by_days(line: &Line<'_>, at: usize) -> Option<(Said, usize)> {
    const WAYS: [(&str, u32); 20] = [
        ("every other day", 2),
        ("every second day", 2),
        ("every 2 nd day", 2),
        ("every two days", 2),
        ("alternate days", 2),
        ("jeden zweiten tag", 2),
        ("alle zwei tage", 2),
        ("un jour sur deux", 2),
        ("tous les deux jours", 2),
        ("cada dos dias", 2),
        ("every third day", 3),
        ("every 3 rd day", 3),
        ("every three days", 3),
        ("jeden dritten tag", 3),
        ("alle drei tage", 3),
        ("un jour sur trois", 3),
        ("tous les trois jours", 3),
        ("cada tres dias", 3),
        ("every fourth day", 4),
        ("every four days", 4),
    ];
    let phrases = WAYS.map(|(phrase, _)| phrase);
    if let Some((place, used)) = line.longest(at, &phrases) {
        return Some((Said::Days(WAYS[place].1), used));
    }
    let (_, used) = line.longest(at, &["every", "alle", "cada", "tous les"])?;
    let days = line.number(at + used).filter(|days| (2..=60).contains(days))?;
    let is_day = ["days", "tage", "jours", "dias"].contains(&line.word(at + used + 1));
    is_day.then_some((Said::Days(days), used + 2))
}
