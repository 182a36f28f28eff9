//! What a line says of weeks, and cycles that a brief cannot hold.

use chrono::{Duration, NaiveDate};

use super::super::Refusal;
use super::super::date::{Toward, date_at, monday_of, month};
use super::super::days::Days;
use super::super::token::Line;
use super::row::{by_days, deload, every_weeks, fortnight};
use super::{Bound, Said};

/// How a cycle that is not of weeks is written instead.
const INSTEAD: &str = "write the weeks it takes place in, such as `weeks 1, 4, 7`";

/// What the line goes on to say of weeks, and how many tokens that takes.
///
/// # Errors
/// A cycle that a brief cannot hold, and how to write it instead.
pub(in crate::intake::phrases) fn cycle(
    line: &Line<'_>,
    at: usize,
    today: NaiveDate,
    days: &Days<'_>,
) -> Result<Option<(Said, usize)>, Refusal> {
    if let Some(used) = beyond(line, at, days)? {
        let text = format!("`{}` cannot be kept yet: {INSTEAD}", line.own(at, used));
        return Err(Refusal { at: line.span(at, used), text });
    }
    if let Some(used) = line.longest(at, &["biweekly", "bi weekly"]).map(|(_, used)| used) {
        let text = format!("`{}` means two things: write `every 2 weeks`, or name both days", line.own(at, used));
        return Err(Refusal { at: line.span(at, used), text });
    }
    if let Some(found) = fortnight(line, at, days)? {
        return Ok(Some(found));
    }
    if let Some(found) = deload(line, at) {
        return Ok(Some(found));
    }
    if let Some(found) = turn(line, at).or_else(|| by_days(line, at)) {
        return Ok(Some(found));
    }
    if let Some(found) = every(line, at, days).or_else(|| times(line, at)).or_else(|| weeks(line, at)) {
        return Ok(Some(found));
    }
    if let Some(found) = first_weeks(line, at) {
        return Ok(Some(found));
    }
    bounds(line, at, today)
}

/// Cycles that are neither of weeks nor of days; how many tokens.
fn beyond(line: &Line<'_>, at: usize, days: &Days<'_>) -> Result<Option<usize>, Refusal> {
    const BEYOND: [&str; 4] = ["monthly", "once a month", "twice a month", "every month"];
    if let Some((_, used)) = line.longest(at, &BEYOND) {
        return Ok(Some(used));
    }
    let ordinals = ["first", "1st", "1 st", "last", "third", "3 rd", "every third", "every fourth", "second", "2 nd"];
    if let Some((_, used)) = line.longest(at, &ordinals)
        && let Some((_, more)) = days.group(at + used)?
    {
        return Ok(Some(used + more));
    }
    Ok(None)
}

/// "2 of 3 weeks", "2 weeks on 1 off", "weeks 1 and 2 of 3".
fn turn(line: &Line<'_>, at: usize) -> Option<(Said, usize)> {
    const CYCLE: std::ops::RangeInclusive<u32> = 2..=26;
    const WEEKS: [&str; 6] = ["weeks", "week", "wochen", "woche", "semaines", "semanas"];
    let is_weeks = |at: usize| WEEKS.contains(&line.word(at));
    if let Some((Said::Weeks(on), used)) = weeks(line, at)
        && matches!(line.word(at + used), "of" | "von" | "sur" | "de")
    {
        let of = line.number(at + used + 1).filter(|of| CYCLE.contains(of) && on.iter().all(|week| week <= of))?;
        let more = usize::from(is_weeks(at + used + 2));
        return Some((Said::Turn(on, of), used + 2 + more));
    }
    let count = line.number(at).filter(|count| *count > 0)?;
    let first = usize::from(is_weeks(at + 1));
    let next = at + 1 + first;
    if let Some((_, used)) = line.longest(next, &["of", "out of", "von", "sur", "de cada", "de"]) {
        let of = line.number(next + used).filter(|of| CYCLE.contains(of) && count < *of)?;
        let more = usize::from(is_weeks(next + used + 1));
        return (first + more > 0).then(|| (Said::Turn((1..=count).collect(), of), 2 + first + used + more));
    }
    if first == 0 || line.word(next) != "on" {
        return None;
    }
    let comma = usize::from(matches!(line.word(next + 1), "," | "and" | "/"));
    let off = line.number(next + 1 + comma).filter(|off| CYCLE.contains(&(count + off)))?;
    let more = usize::from(is_weeks(next + 2 + comma));
    let is_off = line.word(next + 2 + comma + more) == "off";
    is_off.then(|| (Said::Turn((1..=count).collect(), count + off), 5 + comma + more))
}

fn every(line: &Line<'_>, at: usize, days: &Days<'_>) -> Option<(Said, usize)> {
    const LEADS: [&str; 12] = [
        "jede zweite",
        "cada dos",
        "tous les deux",
        "every other",
        "every second",
        "every 2 nd",
        "alternate",
        "alternating",
        "on alternate",
        "jeden zweiten",
        "jeden 2 .",
        "un",
    ];
    const SECOND: [&str; 19] = [
        "every other week",
        "every second week",
        "every 2nd week",
        "every two weeks",
        "every fortnight",
        "once a fortnight",
        "fortnightly",
        "alternate weeks",
        "alternating weeks",
        "on alternate weeks",
        "in alternate weeks",
        "jede zweite woche",
        "jede 2. woche",
        "alle zwei wochen",
        "zweiwochentlich",
        "une semaine sur deux",
        "toutes les deux semaines",
        "cada dos semanas",
        "semanas alternas",
    ];
    if let Some((_, used)) = line.longest(at, &SECOND) {
        return Some((Said::Every(2), used));
    }
    for (phrase, odd) in
        [("odd weeks", true), ("even weeks", false), ("ungerade wochen", true), ("gerade wochen", false)]
    {
        if let Some(used) = line.begins(at, phrase) {
            return Some((if odd { Said::Odd } else { Said::Even }, used));
        }
    }
    if let Some((count, used)) = every_weeks(line, at) {
        return Some((Said::Every(count), used));
    }
    let (place, used) = line.longest(at, &LEADS)?;
    let day = days.group(at + used).ok().flatten().is_some();
    (day && LEADS[place] != "un").then_some((Said::Every(2), used))
}

/// "3x a week", "twice a week".
fn times(line: &Line<'_>, at: usize) -> Option<(Said, usize)> {
    // "6 days", "3 day split".
    if let Some(count) = line.number(at).filter(|count| (2..=6).contains(count))
        && (at == 0 || !["for", "every", "alle", "cada", "les", "in"].contains(&line.word(at - 1)))
    {
        let hyphen = usize::from(line.glued(at + 1, "-"));
        let next = at + 1 + hyphen;
        if let Some(used) = ["day split", "days split"].iter().find_map(|split| line.begins(next, split)) {
            return Some((Said::Times(count), 1 + hyphen + used));
        }
        if ["days", "tage", "jours", "dias"].contains(&line.word(next)) {
            let per = line.longest(next + 1, &PER_WEEK).map_or(0, |(_, used)| used);
            return Some((Said::Times(count), 2 + hyphen + per));
        }
    }
    let (count, used) = match (line.number(at), line.word(at), line.word(at + 1)) {
        (Some(count), _, "x" | "times") => (count, 2),
        (_, "once", _) => (1, 1),
        (_, "twice" | "zweimal", _) => (2, 1),
        (_, "three", "times") => (3, 2),
        (_, "dreimal", _) => (3, 1),
        (_, "viermal", _) => (4, 1),
        (Some(count), _, "mal" | "fois" | "veces") => (count, 2),
        (_, "four", "times") => (4, 2),
        _ => return None,
    };
    let (_, more) = line.longest(at + used, &PER_WEEK)?;
    Some((Said::Times(count), used + more))
}

/// Words that make a number one of a week.
pub(in crate::intake::phrases) const PER_WEEK: [&str; 15] = [
    "a week",
    "per week",
    "/ week",
    "each week",
    "every week",
    "weekly",
    "pro woche",
    "die woche",
    "in der woche",
    "par semaine",
    "por semana",
    "a la semana",
    "cada semana",
    "/ wk",
    "a wk",
];

/// "weeks 1, 3 and 5", "week 2", "weeks 1-4".
fn weeks(line: &Line<'_>, at: usize) -> Option<(Said, usize)> {
    let lead = ["only in", "only", "in"].iter().find_map(|lead| line.begins(at, lead)).unwrap_or(0);
    if !["week", "weeks", "wk", "wks"].contains(&line.word(at + lead)) {
        return None;
    }
    let mut found = vec![line.number(at + lead + 1).filter(|week| (1..=104).contains(week))?];
    let mut used = lead + 2;
    loop {
        let comma = usize::from(line.word(at + used) == ",");
        let sign = line.word(at + used + comma);
        let joins = comma + usize::from(matches!(sign, "and" | "&" | "+" | "-" | "to" | "/"));
        let Some(next) = line.number(at + used + joins).filter(|week| joins > 0 && (1..=104).contains(week)) else {
            break;
        };
        // "week 2, 18:00" goes on with an hour.
        if matches!(line.word(at + used + joins + 1), ":" | "." | "am" | "pm" | "h" | "min") {
            break;
        }
        let last = found.last().copied().unwrap_or(next);
        if matches!(sign, "-" | "to") && last < next {
            found.extend(last + 1..=next);
        } else {
            found.push(next);
        }
        used += joins + 1;
    }
    Some((Said::Weeks(found), used))
}

/// "for 6 weeks", "for the first 4 weeks".
fn first_weeks(line: &Line<'_>, at: usize) -> Option<(Said, usize)> {
    let leads = ["for the first", "the first", "first", "for the next", "for"];
    let (_, used) = line.longest(at, &leads)?;
    let count = line.number(at + used).filter(|count| (1..=104).contains(count))?;
    ["weeks", "week", "wks"]
        .contains(&line.word(at + used + 1))
        .then_some((Said::Until(Bound::Week(count), true), used + 2))
}

/// Words before the first day of a session.
const FROM: [&str; 10] = ["from", "starting", "starts", "since", "ab", "as", "desde", "vom", "du", "del"];

/// Whether "to" stands between two dates: "from 4 Jan to 26 March".
fn ends_dates(line: &Line<'_>, at: usize, today: NaiveDate) -> Result<bool, Refusal> {
    let joins = matches!(line.word(at), "to" | "-" | "–" | "au" | "al" | "bis");
    if !joins || date_at(line, at + 1, today, Toward::Future)?.is_none() {
        return Ok(false);
    }
    for begin in at.saturating_sub(8)..at {
        if FROM.contains(&line.word(begin))
            && let Some((_, used)) = date_at(line, begin + 1, today, Toward::Future)?
            && begin + 1 + used == at
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// "until Christmas", "from 7 Dec", "until week 6".
fn bounds(line: &Line<'_>, at: usize, today: NaiveDate) -> Result<Option<(Said, usize)>, Refusal> {
    let until =
        matches!(line.word(at), "until" | "till" | "til" | "bis" | "hasta" | "jusqu'a" | "jusqu'au" | "through")
            || ends_dates(line, at, today)?;
    let from = FROM.contains(&line.word(at));
    if !until && !from {
        return Ok(None);
    }
    let small = usize::from(
        matches!(
            line.word(at + 1),
            "the" | "of" | "from" | "on" | "in" | "zu" | "zum" | "le" | "el" | "la" | "las" | "au" | "dem"
        ) && line.begins(at + 1, "the end of").is_none(),
    );
    let next = at + 1 + small;
    let said = |bound| if until { Said::Until(bound, false) } else { Said::From(bound) };
    if ["week", "wk", "woche"].contains(&line.word(next))
        && let Some(week) = line.number(next + 1).filter(|week| (1..=104).contains(week))
    {
        return Ok(Some((said(Bound::Week(week)), 3 + small)));
    }
    // "mon until fri" are days, "until 19:00" is an hour: neither is a date.
    let weekday = super::super::day_words::clear(line.word(next)).is_some();
    if !weekday && let Some((dated, used)) = date_at(line, next, today, Toward::Future)? {
        // "Until Christmas" is over before it; "until 18 Dec" has that day.
        let named = line.is_word(next)
            && month(line.word(next)).is_none()
            && line.begins(next, "the end of").is_none()
            && line.begins(next, "end of").is_none();
        let date = if until && named { dated.date - Duration::days(1) } else { dated.date };
        return Ok(Some((said(Bound::Date(date)), 1 + small + used)));
    }
    if let Some(month) = month(line.word(next)) {
        let first = (0..13).map(|ahead| {
            let months = chrono::Datelike::month0(&today) + ahead;
            (chrono::Datelike::year(&today) + (months / 12) as i32, months % 12 + 1)
        });
        let date = first
            .into_iter()
            .find(|(_, at)| *at == month)
            .and_then(|(year, month)| NaiveDate::from_ymd_opt(year, month, 1));
        if let Some(date) = date {
            // "Until March" ends with February.
            let date = if until { date - Duration::days(1) } else { date };
            return Ok(Some((said(Bound::Date(date)), 2 + small)));
        }
    }
    if from && line.begins(next, "next week").is_some() {
        return Ok(Some((said(Bound::Date(monday_of(today) + Duration::days(7))), 3 + small)));
    }
    let open = line.is_word(next)
        && until
        && super::super::time::time(line, next).is_none()
        && super::super::parts::part(line, next).is_none();
    if open && !weekday && super::super::day_words::short(line.word(next)).is_none() {
        let text = format!("`{}` is no date: write it as `until 18 Dec` or `until week 6`", line.own(at, 2 + small));
        return Err(Refusal { at: line.span(at, 2 + small), text });
    }
    Ok(None)
}
