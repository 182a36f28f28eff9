//! Dates without a figure: "today", "next Monday", "in two weeks", "the third Monday of April", "Christmas".

use chrono::{Datelike as _, Duration, NaiveDate};

use super::super::day_words::{clear, short};
use super::super::token::Line;
use super::{Dated, Toward, counted, day_of, monday_of, month, near};

/// A date in words that the line goes on with.
pub(super) fn in_words(line: &Line<'_>, at: usize, today: NaiveDate, toward: Toward) -> Option<(Dated, usize)> {
    const DAYS: [(&str, i64); 8] = [
        ("today", 0),
        ("tomorrow", 1),
        ("the day after tomorrow", 2),
        ("heute", 0),
        ("aujourd'hui", 0),
        ("demain", 1),
        ("hoy", 0),
        ("yesterday", -1),
    ];
    let told = |date, used| Some((Dated { date, assumed: true }, used));
    for (phrase, days) in DAYS {
        if let Some(used) = line.begins(at, phrase) {
            return told(today + Duration::days(days), used);
        }
    }
    if let Some((date, used)) = feast(line, at, today, toward) {
        return told(date, used);
    }
    let end_of = ["the end of", "end of", "ende"].iter().find_map(|phrase| line.begins(at, phrase)).unwrap_or(0);
    if end_of > 0
        && let Some(month) = month(line.word(at + end_of))
    {
        let last = |year: i32| (28..=31).rev().find_map(|day| day_of(year, month, day));
        return told(near(today, toward, last)?, end_of + 1);
    }
    if let Some((days, used)) = ahead(line, at) {
        return told(today + Duration::days(days), used);
    }
    for phrase in ["next week", "nachste woche", "kommende woche", "la semaine prochaine", "la proxima semana"] {
        if let Some(used) = line.begins(at, phrase).filter(|_| toward == Toward::Future) {
            return told(monday_of(today) + Duration::weeks(1), used);
        }
    }
    if let Some(found) = of_month(line, at, today, toward) {
        return told(found.0, found.1);
    }
    let next = usize::from(matches!(
        line.word(at),
        "next" | "this" | "coming" | "nachsten" | "diesen" | "kommenden" | "prochain" | "proximo" | "last"
    ));
    // "The third Monday" without its month is no date, and "lundi prochain" says it behind.
    if at > 0 && ordinal(line.word(at - 1)).is_some() {
        return None;
    }
    let behind = usize::from(matches!(line.word(at + next + 1), "prochain" | "prochaine" | "proximo" | "que"));
    let behind = behind + usize::from(line.word(at + next + 1) == "que" && line.word(at + next + 2) == "viene");
    let behind = if line.word(at + next + 1) == "que" && behind < 2 { 0 } else { behind };
    let weekday = clear(line.word(at + next)).map(|(day, _)| day);
    let weekday = weekday
        .or_else(|| short(line.word(at + next)).filter(|days| days.len() == 1 && next == 1).map(|days| days[0].1))?;
    // Days ahead, today counted unless it is said to be the next or the last one.
    let ahead = (weekday as i64 - i64::from(today.weekday().num_days_from_monday())).rem_euclid(7);
    let days = match (line.word(at), toward) {
        ("next" | "nachsten" | "kommenden" | "prochain" | "proximo", _) if ahead == 0 => 7,
        ("last", _) | (_, Toward::Past) => {
            if ahead == 0 {
                -7
            } else {
                ahead - 7
            }
        }
        _ => ahead,
    };
    let days = if behind > 0 && days == 0 { 7 } else { days };
    told(today + Duration::days(days), next + 1 + behind)
}

/// "in two weeks", "three weeks ago", "vor drei Wochen": how many days ahead, and the tokens.
fn ahead(line: &Line<'_>, at: usize) -> Option<(i64, usize)> {
    let unit = |at: usize| match line.word(at) {
        "day" | "days" | "tag" | "tage" | "tagen" | "jour" | "jours" | "dia" | "dias" => Some(1),
        "week" | "weeks" | "woche" | "wochen" | "semaine" | "semaines" | "semana" | "semanas" => Some(7),
        _ => None,
    };
    let span = |at: usize| {
        let (count, used) = counted(line, at)?;
        (count <= 500).then_some((i64::from(count) * unit(at + used)?, used + 1))
    };
    if let Some((days, used)) = span(at).filter(|(_, used)| line.word(at + used) == "ago") {
        return Some((-days, used + 1));
    }
    let (sign, lead) = match (line.word(at), line.word(at + 1), line.word(at + 2)) {
        ("il", "y", "a") => (-1, 3),
        ("in" | "dans" | "en" | "dentro", next, _) => (1, if next == "de" { 2 } else { 1 }),
        ("vor" | "hace", ..) => (-1, 1),
        _ => return None,
    };
    let (days, used) = span(at + lead)?;
    Some((sign * days, lead + used))
}

/// Which of a month's weekdays a word says; 5 is the last.
fn ordinal(word: &str) -> Option<u32> {
    const WORDS: [&[&str]; 5] = [
        &["first", "erster", "ersten", "premier", "primer"],
        &["second", "zweiter", "zweiten", "deuxieme", "segundo"],
        &["third", "dritter", "dritten", "troisieme", "tercer"],
        &["fourth", "vierter", "vierten", "quatrieme", "cuarto"],
        &["last", "letzter", "letzten", "dernier", "ultimo"],
    ];
    WORDS.iter().position(|names| names.contains(&word)).map(|place| place as u32 + 1)
}

/// "third Monday of April", "the last Sunday in March", "ersten Sonntag im Mai".
fn of_month(line: &Line<'_>, at: usize, today: NaiveDate, toward: Toward) -> Option<(NaiveDate, usize)> {
    let the = usize::from(matches!(line.word(at), "the" | "am" | "le" | "el"));
    let which = ordinal(line.word(at + the))?;
    let (weekday, _) = clear(line.word(at + the + 1))?;
    let lead = line.longest(at + the + 2, &["of", "in", "im", "de", "d'", "en"]).map_or(0, |(_, used)| used);
    let month = month(line.word(at + the + 2 + lead))?;
    let used = the + 3 + lead;
    let found = |year: i32| {
        let days = (1..=31).filter_map(|day| day_of(year, month, day));
        let mut days = days.filter(|date| date.weekday().num_days_from_monday() as usize == weekday);
        if which == 5 { days.next_back() } else { days.nth(which as usize - 1) }
    };
    let year = line.number(at + used).filter(|year| (1990..2100).contains(year));
    match year {
        Some(year) => Some((found(year as i32)?, used + 1)),
        None => Some((near(today, toward, found)?, used)),
    }
}

/// Days that go by a name.
fn feast(line: &Line<'_>, at: usize, today: NaiveDate, toward: Toward) -> Option<(NaiveDate, usize)> {
    const FEASTS: [(&str, u32, u32); 18] = [
        ("christmas eve", 12, 24),
        ("christmas", 12, 25),
        ("christmas day", 12, 25),
        ("xmas", 12, 25),
        ("boxing day", 12, 26),
        ("new year's eve", 12, 31),
        ("new years eve", 12, 31),
        ("new year's day", 1, 1),
        ("new year", 1, 1),
        ("new years", 1, 1),
        ("new year's", 1, 1),
        ("the end of the year", 12, 31),
        ("end of the year", 12, 31),
        ("halloween", 10, 31),
        ("weihnachten", 12, 25),
        ("silvester", 12, 31),
        ("noel", 12, 25),
        ("navidad", 12, 25),
    ];
    let phrases = FEASTS.map(|(phrase, ..)| phrase);
    if let Some((place, used)) = line.longest(at, &phrases) {
        let (_, month, day) = FEASTS[place];
        return Some((near(today, toward, |year| day_of(year, month, day))?, used));
    }
    let easter_word = matches!(line.word(at), "easter" | "ostern" | "paques" | "pascua");
    easter_word.then(|| near(today, toward, easter)).flatten().map(|date| (date, 1))
}

/// Easter Sunday (the anonymous Gregorian computus).
fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let moon = (8 * century + 13) / 25;
    let epact = (19 * golden + century - century / 4 - moon + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let sum = epact + weekday - 7 * late + 114;
    day_of(year, (sum / 31) as u32, (sum % 31 + 1) as u32)
}
