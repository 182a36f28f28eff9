//! Dates as people write them: "14.2.2027", "24 oct", "next monday", "today", "Christmas".

mod words;

use chrono::{Datelike as _, Duration, NaiveDate, Weekday};

use super::token::Line;
use super::{Reading, Refusal, Remark, refused};
use crate::model::YEARS;
use words::in_words;

/// Where the year of a date lies that does not say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toward {
    /// The next such date, today's among them.
    Future,
    /// The last such date, today's among them.
    Past,
}

/// A date that a line goes on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dated {
    /// The date.
    pub date: NaiveDate,
    /// Whether something was added to what the words say.
    pub assumed: bool,
}

/// A date that is a whole answer.
///
/// # Errors
/// What is wrong with it.
pub fn date(text: &str, today: NaiveDate, toward: Toward) -> Result<Reading<NaiveDate>, Refusal> {
    let line = Line::of(text)?;
    let lead = usize::from(["on", "from", "am", "le", "el", "ab"].contains(&line.word(0)));
    let found = date_at(&line, lead, today, toward)?.filter(|(_, used)| lead + used == line.len());
    let found = found.map(|(dated, _)| dated).or_else(|| without_year(&line, lead, today, toward));
    let Some(dated) = found else {
        return refused(text, "expected a date such as `2026-11-30`, `30 Nov` or `next Monday`");
    };
    let mut reading = Reading::plain(dated.date);
    if dated.assumed {
        let at = line.span(0, line.len());
        reading.assumed.push(Remark { at, text: read_as(at.of(text), dated.date) });
    }
    Ok(reading)
}

/// "`24 oct` read as Saturday, 2026-10-24."
pub(super) fn read_as(words: &str, date: NaiveDate) -> String {
    format!("`{words}` read as {}, {date}.", date.format("%A"))
}

/// A number of weeks: `12`, `12 weeks`.
pub fn weeks(text: &str) -> Option<u32> {
    let line = Line::of(text).ok()?;
    let lead = usize::from(["for", "about", "fur", "pour", "durante"].contains(&line.word(0)));
    let halves = ["half a year", "ein halbes jahr", "halbes jahr", "six mois", "medio ano"];
    if line.longest(lead, &halves).is_some_and(|(_, used)| lead + used == line.len()) {
        return Some(26);
    }
    let dozen = line.longest(lead, &["a dozen", "dozen"]).map(|(_, used)| (12, used));
    let (number, used) = dozen.or_else(|| counted(&line, lead))?;
    let unit = match line.word(lead + used) {
        "" | "week" | "weeks" | "wk" | "wks" | "w" | "wochen" | "woche" | "semaines" | "semaine" | "semanas"
        | "semana" => 12,
        "month" | "months" | "monate" | "monat" | "mois" | "meses" | "mes" => 52,
        "year" | "years" | "jahr" | "jahre" | "an" | "ans" | "ano" | "anos" => 12 * 52,
        _ => return None,
    };
    let weeks = number * unit / 12;
    (line.len() <= lead + used + 1 && (1..=104).contains(&weeks)).then_some(weeks)
}

/// A number, in figures or in a word of four languages, and its tokens.
pub(super) fn counted(line: &Line<'_>, at: usize) -> Option<(u32, usize)> {
    const NUMBERS: [&[&str]; 12] = [
        &["one", "a", "an", "ein", "eine", "einen", "einem", "un", "une", "una"],
        &["two", "zwei", "deux", "dos"],
        &["three", "drei", "trois", "tres"],
        &["four", "vier", "quatre", "cuatro"],
        &["five", "funf", "cinq", "cinco"],
        &["six", "sechs", "seis"],
        &["seven", "sieben", "sept", "siete"],
        &["eight", "acht", "huit", "ocho"],
        &["nine", "neun", "neuf", "nueve"],
        &["ten", "zehn", "dix", "diez"],
        &["eleven", "elf", "onze", "once"],
        &["twelve", "zwolf", "douze", "doce"],
    ];
    let word = || NUMBERS.iter().position(|names| names.contains(&line.word(at))).map(|place| place as u32 + 1);
    line.number(at).or_else(word).map(|number| (number, 1))
}

/// The date that a line goes on with, and how many tokens it takes.
///
/// # Errors
/// A date whose day and month cannot be told apart.
pub(super) fn date_at(
    line: &Line<'_>,
    at: usize,
    today: NaiveDate,
    toward: Toward,
) -> Result<Option<(Dated, usize)>, Refusal> {
    if let Some(found) = in_figures(line, at)? {
        return Ok(Some(found));
    }
    Ok(with_month(line, at, today, toward).or_else(|| in_words(line, at, today, toward)))
}

fn day_of(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day).filter(|_| YEARS.contains(&year))
}

fn in_figures(line: &Line<'_>, at: usize) -> Result<Option<(Dated, usize)>, Refusal> {
    let sign = line.word(at + 1);
    let glued = (1..5).all(|more| line.is_glued(at + more));
    let (Some(first), Some(second), Some(third)) = (line.number(at), line.number(at + 2), line.number(at + 4)) else {
        return Ok(None);
    };
    if !glued || !matches!(sign, "-" | "." | "/") || line.word(at + 3) != sign {
        return Ok(None);
    }
    let lengths = [at, at + 2, at + 4].map(|at| line.word(at).len());
    let found = match (sign, lengths) {
        (_, [4, 1..=2, 1..=2]) => day_of(first as i32, second, third).map(|date| (date, false)),
        ("/", [1..=2, 1..=2, 4]) if first <= 12 && second <= 12 && first != second => {
            let text = format!(
                "`{}` may be two dates: write it as `{third}-{second:02}-{first:02}` or `{third}-{first:02}-{second:02}`",
                line.own(at, 5)
            );
            return Err(Refusal { at: line.span(at, 5), text });
        }
        ("/", [1..=2, 1..=2, 4]) if second > 12 => day_of(third as i32, first, second).map(|date| (date, false)),
        (_, [1..=2, 1..=2, 4]) => day_of(third as i32, second, first).map(|date| (date, false)),
        (".", [1..=2, 1..=2, 2]) => day_of(2000 + third as i32, second, first).map(|date| (date, true)),
        _ => None,
    };
    Ok(found.map(|(date, assumed)| (Dated { date, assumed }, 5)))
}

/// "24.10." and "24.10" as an answer of its own.
fn without_year(line: &Line<'_>, at: usize, today: NaiveDate, toward: Toward) -> Option<Dated> {
    let rest = line.len() - at;
    let dotted = line.word(at + 1) == "." && (rest == 3 || (rest == 4 && line.word(at + 3) == "."));
    let (day, month) = (line.number(at).filter(|_| dotted)?, line.number(at + 2)?);
    near(today, toward, |year| day_of(year, month, day)).map(|date| Dated { date, assumed: true })
}

/// The date of the year that is nearest in the direction.
fn near(today: NaiveDate, toward: Toward, date: impl Fn(i32) -> Option<NaiveDate>) -> Option<NaiveDate> {
    let years = match toward {
        Toward::Future => [0, 1, 2, 3, 4],
        Toward::Past => [0, -1, -2, -3, -4],
    };
    let fits = |date: &NaiveDate| if toward == Toward::Future { *date >= today } else { *date <= today };
    years.iter().find_map(|shift| date(today.year() + shift).filter(fits))
}

/// The month that a word means, in four languages.
pub(super) fn month(word: &str) -> Option<u32> {
    const MONTHS: [&[&str]; 12] = [
        &["january", "januar", "janvier", "enero"],
        &["february", "februar", "fevrier", "febrero"],
        &["march", "marz", "mars", "marzo", "mrz"],
        &["april", "avril", "abril"],
        &["may", "mai", "mayo"],
        &["june", "juni", "juin", "junio"],
        &["july", "juli", "juillet", "julio"],
        &["august", "aout", "agosto"],
        &["september", "septembre", "septiembre"],
        &["october", "oktober", "octobre", "octubre"],
        &["november", "novembre", "noviembre"],
        &["december", "dezember", "decembre", "diciembre"],
    ];
    let begins = |names: &&[&str]| names.iter().any(|name| name.starts_with(word));
    MONTHS.iter().position(|names| word.len() >= 3 && begins(names)).map(|place| place as u32 + 1)
}

/// "24 oct", "24th of October 2026", "Oct 24, 2026", "24. Dezember".
fn with_month(line: &Line<'_>, at: usize, today: NaiveDate, toward: Toward) -> Option<(Dated, usize)> {
    let day_at = |at: usize| {
        let day = line.number(at).filter(|day| (1..=31).contains(day) && line.word(at).len() <= 2)?;
        let mut used = 1;
        if line.is_glued(at + 1) && matches!(line.word(at + 1), "st" | "nd" | "rd" | "th" | "." | "er") {
            used += 1;
        }
        Some((day, used))
    };
    let (day, month, mut used) = if let Some((day, used)) = day_at(at) {
        let small = usize::from(matches!(line.word(at + used), "of" | "de" | "-"));
        (day, month(line.word(at + used + small))?, used + small + 1)
    } else {
        let found = month(line.word(at)).filter(|_| line.is_word(at))?;
        let dot = usize::from(line.glued(at + 1, "."));
        let (day, used) = day_at(at + 1 + dot)?;
        // "mar 18:00" and "mar 18h" are a Tuesday with its hour.
        let next = at + 1 + dot + used;
        let clock = (matches!(line.word(next), ":" | "h" | "-") && line.is_glued(next))
            || ["am", "pm", "uhr", "to"].contains(&line.word(next));
        if clock {
            return None;
        }
        (day, found, 1 + dot + used)
    };
    if line.glued(at + used, ".") {
        used += 1;
    }
    let comma = usize::from(matches!(line.word(at + used), "," | "-" | "de"));
    let year = line
        .number(at + used + comma)
        .filter(|year| YEARS.contains(&(*year as i32)) && line.word(at + used + comma).len() == 4);
    // "1800" is an hour more often than a year.
    let year = year.filter(|year| (1990..2100).contains(year));
    let found = match year {
        Some(year) => (day_of(year as i32, month, day)?, false, used + comma + 1),
        None => (near(today, toward, |year| day_of(year, month, day))?, true, used),
    };
    Some((Dated { date: found.0, assumed: found.1 }, found.2))
}

/// The Monday of a date's week.
pub(super) fn monday_of(date: NaiveDate) -> NaiveDate {
    date - Duration::days(i64::from(date.weekday().days_since(Weekday::Mon)))
}

#[cfg(test)]
mod tests;
