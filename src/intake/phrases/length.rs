//! Lengths of time: "75 min", "1h15", "1,5 h", "1 1/2 hours", "an hour and a half".

mod several;

use super::cycle::PER_WEEK;
use super::event::kilometres_at as kilometres;
use super::token::Line;
use super::{Reading, Refusal, refused};
use crate::model::Minutes;
use several::{nothing, several};

/// Nothing that a person plans is longer, in minutes.
const LONGEST: Minutes = 24 * 60;

/// A length in minutes: `75`, `75 min`, `1h15`, `1 h 15 min`, `1.5 h`, `1:15`.
pub fn minutes(text: &str) -> Option<Minutes> {
    read_minutes(text).ok().map(|reading| reading.found)
}

/// A length that is a whole answer; a bare number is minutes.
///
/// # Errors
/// What is wrong with it.
pub fn read_minutes(text: &str) -> Result<Reading<Minutes>, Refusal> {
    const EXPECTED: &str = "expected minutes such as `80`, or hours such as `1h20`";
    let line = Line::of(text)?;
    let about = about(&line, 0);
    let end = (0..line.len())
        .find(|&at| line.longest(at, &PER_WEEK).is_some_and(|(_, used)| at + used == line.len()))
        .unwrap_or(line.len());
    if nothing(&line, end) {
        return Ok(Reading::plain(0));
    }
    let rest = end.saturating_sub(about);
    let bare = line.number(about).filter(|_| rest == 1).map(|minutes| minutes as Minutes);
    let colon = (rest == 3 && line.word(about + 1) == ":" && line.word(about + 2).len() == 2)
        .then(|| sum(line.number(about)?, line.number(about + 2)?))
        .flatten();
    let whole = |at: usize| length(&line, at).filter(|(_, used)| at + used == end).map(|found| found.0);
    let times = || {
        let (count, at) = several(&line, about)?;
        Some(whole(at)? * count as Minutes)
    };
    let known = bare.or(colon).or_else(|| whole(0)).or_else(times);
    if known.is_none()
        && let Some(km) = (0..end).find_map(|at| kilometres(&line, at))
    {
        // People run a kilometre in six to seven minutes.
        let (from, to) = (km * 6.0, km * 7.0);
        return refused(
            text,
            format!("say minutes, not a distance: {km} km take most people {from:.0} to {to:.0} minutes"),
        );
    }
    match known {
        Some(minutes) if (0..=LONGEST).contains(&minutes) => Ok(Reading::plain(minutes)),
        Some(_) => refused(text, "more minutes than a day has: expected minutes such as `80`, or hours such as `1h20`"),
        None => refused(text, EXPECTED),
    }
}

/// Words that make a length less exact; how many tokens.
fn about(line: &Line<'_>, at: usize) -> usize {
    match line.word(at) {
        "about" | "around" | "roughly" | "approx" | "circa" | "ca" | "~" | "etwa" | "environ" => {
            1 + usize::from(line.glued(at + 1, "."))
        }
        _ => 0,
    }
}

/// A length with its unit that the line goes on with, in minutes, and how many tokens it takes.
pub(super) fn length(line: &Line<'_>, at: usize) -> Option<(Minutes, usize)> {
    let about = about(line, at);
    let begin = at + about;
    let (minutes, used) = spelt(line, begin).or_else(|| measured(line, begin))?;
    Some((minutes, about + used))
}

/// Lengths in words alone.
fn spelt(line: &Line<'_>, at: usize) -> Option<(Minutes, usize)> {
    const WORDS: [(&str, Minutes); 50] = [
        ("zwei stunden", 120),
        ("zweieinhalb stunden", 150),
        ("drei stunden", 180),
        ("eineinhalb stunden", 90),
        ("dreiviertelstunde", 45),
        ("dreiviertel stunde", 45),
        ("eine dreiviertelstunde", 45),
        ("viertelstunde", 15),
        ("eine viertelstunde", 15),
        ("deux heures", 120),
        ("deux heures et demie", 150),
        ("trois heures", 180),
        ("trois quarts d'heure", 45),
        ("un quart d'heure", 15),
        ("une heure et quart", 75),
        ("demi heure", 30),
        ("hora y media", 90),
        ("hora y cuarto", 75),
        ("una hora y cuarto", 75),
        ("dos horas", 120),
        ("dos horas y media", 150),
        ("tres horas", 180),
        ("tres cuartos de hora", 45),
        ("un cuarto de hora", 15),
        ("half an hour", 30),
        ("half hour", 30),
        ("a half hour", 30),
        ("three quarters of an hour", 45),
        ("quarter of an hour", 15),
        ("an hour and a half", 90),
        ("one hour and a half", 90),
        ("hour and a half", 90),
        ("one and a half hours", 90),
        ("an hour and a quarter", 75),
        ("two and a half hours", 150),
        ("an hour", 60),
        ("one hour", 60),
        ("two hours", 120),
        ("three hours", 180),
        ("a couple of hours", 120),
        ("eine halbe stunde", 30),
        ("halbe stunde", 30),
        ("eine stunde", 60),
        ("anderthalb stunden", 90),
        ("une heure et demie", 90),
        ("une heure", 60),
        ("une demi heure", 30),
        ("una hora y media", 90),
        ("una hora", 60),
        ("media hora", 30),
    ];
    let phrases = WORDS.map(|(phrase, _)| phrase);
    let (place, used) = line.longest(at, &phrases)?;
    let whole = WORDS[place].1;
    let (more, rest) = if whole % 60 == 0 { rest_of_an_hour(line, at + used) } else { (0, 0) };
    Some((whole + more, used + rest))
}

/// A number with its unit.
fn measured(line: &Line<'_>, at: usize) -> Option<(Minutes, usize)> {
    let (hundredths, used) = amount(line, at)?;
    let unit = at + used;
    // "1:15h" is a length where "18:00" is none.
    if used == 1
        && hundredths < 500
        && line.glued(unit, ":")
        && line.glued(unit + 2, "h")
        && line.word(unit + 1).len() == 2
    {
        return Some((sum(hundredths / 100, line.number(unit + 1)?)?, 4));
    }
    let dot = usize::from(line.glued(unit + 1, ".") && matches!(line.word(unit), "min" | "std" | "h" | "hr" | "hrs"));
    match line.word(unit) {
        "min" | "mins" | "minute" | "minutes" | "minuten" | "minutos" | "minuto" | "m" | "mn" | "'" => {
            Some(((hundredths as Minutes + 50) / 100, used + 1 + dot))
        }
        "h" | "hr" | "hrs" | "hour" | "hours" | "std" | "stunde" | "stunden" | "heure" | "heures" | "hora"
        | "horas" => {
            if hundredths > 2400 {
                return None;
            }
            let whole = (hundredths as Minutes * 60 + 50) / 100;
            let (more, rest) = if whole % 60 == 0 { rest_of_an_hour(line, unit + 1 + dot) } else { (0, 0) };
            Some((whole + more, used + 1 + dot + rest))
        }
        _ => None,
    }
}

/// A number in hundredths, "75", "1.5", "1,5", "1 1/2", "1½", "three", and how many tokens it takes.
fn amount(line: &Line<'_>, at: usize) -> Option<(u32, usize)> {
    let quarter = |word: &str| match word {
        "½" => Some(50),
        "¼" => Some(25),
        "¾" => Some(75),
        _ => None,
    };
    if let Some(part) = quarter(line.word(at)) {
        return Some((part, 1));
    }
    let Some(whole) = line.number(at) else { return Some((counted(line.word(at))? * 100, 1)) };
    if whole > 9999 {
        return None;
    }
    let fraction = |at: usize| match (line.number(at), line.word(at + 1), line.number(at + 2)) {
        (Some(1), "/", Some(2)) => Some(50),
        (Some(1), "/", Some(4)) => Some(25),
        (Some(3), "/", Some(4)) => Some(75),
        _ => None,
    };
    if let Some(part) = fraction(at) {
        return Some((part, 3));
    }
    if let Some(part) = quarter(line.word(at + 1)) {
        return Some((whole * 100 + part, 2));
    }
    if let Some(part) = fraction(at + 1) {
        return Some((whole * 100 + part, 4));
    }
    if matches!(line.word(at + 1), "." | ",")
        && line.is_glued(at + 1)
        && line.is_glued(at + 2)
        && line.word(at + 2).len() <= 2
        && let Some(part) = line.number(at + 2)
    {
        return Some((whole * 100 + if line.word(at + 2).len() == 1 { part * 10 } else { part }, 3));
    }
    Some((whole * 100, 1))
}

/// What follows whole hours, "15 min", "15" or "and a half", in minutes, and how many tokens that takes.
fn rest_of_an_hour(line: &Line<'_>, at: usize) -> (Minutes, usize) {
    let and = usize::from(matches!(line.word(at), "and" | "und" | "et" | "y"));
    let next = at + and;
    if let Some((minutes, used)) = amount(line, next)
        .filter(|(hundredths, used)| *used == 1 && *hundredths < 6000)
        .map(|(hundredths, used)| ((hundredths / 100) as Minutes, used))
    {
        let unit =
            matches!(line.word(next + used), "min" | "mins" | "minutes" | "minute" | "minuten" | "m" | "mn" | "'");
        // "1h 15" and "1h15", but not "1h 5x5" or "1 h 18:00".
        let alone = and == 0 && (10..60).contains(&minutes) && !line.is_glued(next + 1);
        if unit || alone {
            return (minutes, and + used + usize::from(unit));
        }
    }
    let half = line.longest(next, &["a half", "demie", "media"]).map(|(_, used)| used);
    let quarter = line.longest(next, &["a quarter", "quart", "cuarto"]).map(|(_, used)| used);
    match (and, half, quarter) {
        (1, Some(used), _) => (30, 1 + used),
        (1, _, Some(used)) => (15, 1 + used),
        _ => (0, 0),
    }
}

/// A number that people write in words.
fn counted(word: &str) -> Option<u32> {
    const WORDS: [(&str, u32); 14] = [
        ("one", 1),
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("ten", 10),
        ("fifteen", 15),
        ("twenty", 20),
        ("thirty", 30),
        ("forty", 40),
        ("fortyfive", 45),
        ("fifty", 50),
        ("sixty", 60),
        ("seventy", 70),
        ("ninety", 90),
    ];
    WORDS.iter().find(|(known, _)| *known == word).map(|(_, number)| *number)
}

fn sum(hours: u32, minutes: u32) -> Option<Minutes> {
    ((0..=24).contains(&hours) && (0..60).contains(&minutes)).then_some((hours * 60 + minutes) as Minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_read_in_many_spellings() {
        for (text, expected) in [
            ("75", 75),
            ("75 min", 75),
            ("75min.", 75),
            ("75m", 75),
            ("75'", 75),
            ("75’", 75),
            ("1h15", 75),
            ("1 h 15 min", 75),
            ("1h 15", 75),
            ("1:15", 75),
            ("1:15h", 75),
            ("1.25 h", 75),
            ("1 hour 15 minutes", 75),
            ("1 hour and 15 minutes", 75),
            ("about 75", 75),
            ("~1h15", 75),
            ("an hour", 60),
            ("one hour", 60),
            ("half an hour", 30),
            ("about half an hour", 30),
            ("forty minutes", 40),
            ("an hour and a half", 90),
            ("1 hour and a half", 90),
            ("an hour and a quarter", 75),
            ("one and a half hours", 90),
            ("two hours", 120),
            ("1,5 h", 90),
            ("1.5h", 90),
            ("1 1/2 hours", 90),
            ("1½ h", 90),
            ("3/4 h", 45),
            ("1,5 Std.", 90),
            ("une heure et demie", 90),
            ("0", 0),
            ("2h", 120),
            ("6h", 360),
            ("600 min", 600),
        ] {
            assert_eq!(minutes(text), Some(expected), "{text}");
        }
        for text in
            ["", "long", "-5", "99999", "1h99", "5x5", "75 kg", "1e9h", "NaN h", "75 min squats", "one", "an", "half"]
        {
            assert_eq!(minutes(text), None, "{text}");
        }
    }
}
