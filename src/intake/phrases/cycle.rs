//! Weeks in which a session takes place: "every 2 weeks", "alternate Fridays", "until Christmas", "weeks 1, 3 and 5".

use chrono::{Duration, NaiveDate};

use super::Refusal;
use super::date::{Toward, date_at, monday_of, month};
use super::days::Days;
use super::token::Line;

/// One end of the time in which a session takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// A week of the block, counted from 1.
    Week(u32),
    /// A date.
    Date(NaiveDate),
}

/// When a weekly session takes place; every week by default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cycle {
    /// Weeks from one time to the next.
    pub every: u32,
    /// The first week of the block with it, where `every` is more than 1.
    pub first: u32,
    /// Whether the line says which week is the first.
    pub first_said: bool,
    /// Only these weeks of the block; all where none is named.
    pub only: Vec<u32>,
    /// Not before.
    pub from: Option<Bound>,
    /// Not later; the date or week itself still counts.
    pub until: Option<Bound>,
    /// Not on these dates.
    pub not_on: Vec<NaiveDate>,
    /// Not in these weeks.
    pub not_in: Vec<u32>,
}

impl Default for Cycle {
    fn default() -> Self {
        Self {
            every: 1,
            first: 1,
            first_said: false,
            only: Vec::new(),
            from: None,
            until: None,
            not_on: Vec::new(),
            not_in: Vec::new(),
        }
    }
}

impl Cycle {
    /// Whether it takes place in every week.
    pub fn is_weekly(&self) -> bool {
        let Self { every, only, from, until, not_on, not_in, .. } = self;
        *every == 1 && only.is_empty() && from.is_none() && until.is_none() && not_on.is_empty() && not_in.is_empty()
    }

    /// The weeks of a block, counted from 1, in which it does not take place on this weekday.
    pub fn skipped(&self, start: NaiveDate, weeks: u32, weekday: usize) -> Vec<u32> {
        let takes_place = |week: u32| {
            let date = start + Duration::days(i64::from(week - 1) * 7 + weekday as i64);
            let begun = match self.from {
                Some(Bound::Week(first)) => week >= first,
                Some(Bound::Date(first)) => date >= first,
                None => true,
            };
            let goes_on = match self.until {
                Some(Bound::Week(last)) => week <= last,
                Some(Bound::Date(last)) => date <= last,
                None => true,
            };
            let turn = (week + self.every * 104 - self.first).is_multiple_of(self.every);
            let named = self.only.is_empty() || self.only.contains(&week);
            begun && goes_on && turn && named && !self.not_in.contains(&week)
        };
        (1..=weeks).filter(|week| !takes_place(*week)).collect()
    }

    /// The cycle in words that are read as the same cycle; empty where it is weekly.
    pub fn words(&self) -> String {
        let mut words = Vec::new();
        let bound = |bound: Bound| match bound {
            Bound::Week(week) => format!("week {week}"),
            Bound::Date(date) => date.to_string(),
        };
        let row = |weeks: &[u32]| weeks.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
        if self.every > 1 {
            words.push(match (self.every, self.first, self.first_said && self.from.is_none()) {
                (2, 1, true) => "odd weeks".to_owned(),
                (2, 2, true) => "even weeks".to_owned(),
                (every, ..) => format!("every {every} weeks"),
            });
        }
        if !self.only.is_empty() {
            words.push(format!("weeks {}", row(&self.only)));
        }
        words.extend(self.from.map(|from| format!("from {}", bound(from))));
        words.extend(self.until.map(|until| format!("until {}", bound(until))));
        words.extend(self.not_on.iter().map(|date| format!("except {date}")));
        if !self.not_in.is_empty() {
            words.push(format!("except weeks {}", row(&self.not_in)));
        }
        words.join(" ")
    }
}

/// What words say of a cycle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Said {
    Every(u32),
    Odd,
    Even,
    Weeks(Vec<u32>),
    From(Bound),
    Until(Bound, bool),
    Times(u32),
}

impl Said {
    /// Adds it to a cycle; `except` turns it round.
    pub(super) fn add_to(&self, cycle: &mut Cycle, except: bool) {
        match self {
            Self::Every(weeks) => cycle.every = *weeks,
            Self::Odd | Self::Even => {
                cycle.every = 2;
                cycle.first = if (*self == Self::Odd) == except { 2 } else { 1 };
                cycle.first_said = true;
            }
            Self::Weeks(weeks) if except => cycle.not_in.extend(weeks),
            Self::Weeks(weeks) => cycle.only.extend(weeks),
            Self::From(bound) => cycle.from = Some(*bound),
            Self::Until(bound, _) => cycle.until = Some(*bound),
            Self::Times(_) => {}
        }
        // "Every 2 weeks from week 2" says which week is the first.
        if cycle.every > 1
            && let Some(Bound::Week(first)) = cycle.from
        {
            (cycle.first, cycle.first_said) = (first, true);
        }
    }
}

/// How a cycle that is not of weeks is written instead.
const INSTEAD: &str = "write the weeks it takes place in, such as `weeks 1, 4, 7`";

/// What the line goes on to say of weeks, and how many tokens that takes.
///
/// # Errors
/// A cycle that a brief cannot hold, and how to write it instead.
pub(super) fn cycle(
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
    if let Some(found) = every(line, at, days).or_else(|| times(line, at)).or_else(|| weeks(line, at)) {
        return Ok(Some(found));
    }
    if let Some(found) = first_weeks(line, at) {
        return Ok(Some(found));
    }
    bounds(line, at, today)
}

/// Cycles that are none of weeks; how many tokens.
fn beyond(line: &Line<'_>, at: usize, days: &Days<'_>) -> Result<Option<usize>, Refusal> {
    const BEYOND: [&str; 17] = [
        "every other day",
        "every second day",
        "every third day",
        "every 2nd day",
        "every 3rd day",
        "every 2 days",
        "every 3 days",
        "every two days",
        "every three days",
        "alternate days",
        "jeden zweiten tag",
        "un jour sur deux",
        "monthly",
        "once a month",
        "twice a month",
        "every month",
        "every 4 days",
    ];
    if let Some((_, used)) = line.longest(at, &BEYOND) {
        return Ok(Some(used));
    }
    let ordinals = ["first", "1st", "1 st", "last", "third", "3 rd", "every third", "every fourth", "second", "2 nd"];
    if let Some((_, used)) = line.longest(at, &ordinals)
        && let Some((_, more)) = days.group(at + used)?
    {
        return Ok(Some(used + more));
    }
    let on_off = line.number(at).is_some() && line.begins(at + 1, "weeks on").is_some();
    let of = line.number(at).is_some()
        && line.word(at + 1) == "of"
        && line.number(at + 2).is_some()
        && line.word(at + 3).starts_with("week");
    Ok(if on_off { Some(3) } else { of.then_some(4) })
}

fn every(line: &Line<'_>, at: usize, days: &Days<'_>) -> Option<(Said, usize)> {
    const LEADS: [&str; 9] = [
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
    if matches!(line.word(at), "every" | "alle" | "cada" | "each") {
        let count = line.number(at + 1).or_else(|| match line.word(at + 1) {
            "three" | "third" => Some(3),
            "four" | "fourth" => Some(4),
            _ => None,
        });
        let ordinal = usize::from(line.is_glued(at + 2) && matches!(line.word(at + 2), "nd" | "rd" | "th" | "."));
        let week = ["week", "weeks", "wks", "wk", "wochen", "woche", "semanas"].contains(&line.word(at + 2 + ordinal));
        if let Some(count) = count.filter(|count| week && (2..=26).contains(count)) {
            return Some((Said::Every(count), 3 + ordinal));
        }
        if count == Some(1) && week {
            return Some((Said::Every(1), 3 + ordinal));
        }
    }
    let (place, used) = line.longest(at, &LEADS)?;
    let day = days.group(at + used).ok().flatten().is_some();
    (day && LEADS[place] != "un").then_some((Said::Every(2), used))
}

/// "3x a week", "twice a week".
fn times(line: &Line<'_>, at: usize) -> Option<(Said, usize)> {
    let (count, used) = match (line.number(at), line.word(at), line.word(at + 1)) {
        (Some(count), _, "x" | "times") => (count, 2),
        (_, "once", _) => (1, 1),
        (_, "twice", _) => (2, 1),
        (_, "three", "times") => (3, 2),
        (_, "four", "times") => (4, 2),
        _ => return None,
    };
    let per = [
        "a week",
        "per week",
        "/ week",
        "each week",
        "weekly",
        "pro woche",
        "par semaine",
        "por semana",
        "/ wk",
        "a wk",
    ];
    let (_, more) = line.longest(at + used, &per)?;
    Some((Said::Times(count), used + more))
}

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

/// "until Christmas", "from 7 Dec", "until week 6".
fn bounds(line: &Line<'_>, at: usize, today: NaiveDate) -> Result<Option<(Said, usize)>, Refusal> {
    let until = matches!(line.word(at), "until" | "till" | "til" | "bis" | "hasta" | "jusqu'a" | "through");
    let from = matches!(line.word(at), "from" | "starting" | "starts" | "since" | "ab" | "as" | "desde");
    if !until && !from {
        return Ok(None);
    }
    let small = usize::from(
        matches!(line.word(at + 1), "the" | "of" | "from" | "on" | "in" | "zu" | "zum")
            && line.begins(at + 1, "the end of").is_none(),
    );
    let next = at + 1 + small;
    let said = |bound| if until { Said::Until(bound, false) } else { Said::From(bound) };
    if ["week", "wk", "woche"].contains(&line.word(next))
        && let Some(week) = line.number(next + 1).filter(|week| (1..=104).contains(week))
    {
        return Ok(Some((said(Bound::Week(week)), 3 + small)));
    }
    // "mon until fri" are days, "until 19:00" is an hour: neither is a date.
    let weekday = super::day_words::clear(line.word(next)).is_some();
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
        && super::time::time(line, next).is_none()
        && super::parts::part(line, next).is_none();
    if open && !weekday && super::day_words::short(line.word(next)).is_none() {
        let text = format!("`{}` is no date: write it as `until 18 Dec` or `until week 6`", line.own(at, 2 + small));
        return Err(Refusal { at: line.span(at, 2 + small), text });
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn monday() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 30).unwrap()
    }

    fn read(text: &str) -> Result<Option<(Said, usize)>, Refusal> {
        let line = Line::of(text).unwrap();
        let days = Days::of(&line);
        cycle(&line, 0, monday(), &days)
    }

    #[test]
    fn cycles_of_weeks_are_read() {
        for (text, expected) in [
            ("every 2 weeks", Said::Every(2)),
            ("every other week", Said::Every(2)),
            ("fortnightly", Said::Every(2)),
            ("alternate fridays", Said::Every(2)),
            ("every other wed", Said::Every(2)),
            ("every 3rd week", Said::Every(3)),
            ("even weeks", Said::Even),
            ("weeks 1, 3 and 5", Said::Weeks(vec![1, 3, 5])),
            ("weeks 1-4", Said::Weeks(vec![1, 2, 3, 4])),
            ("for 6 weeks", Said::Until(Bound::Week(6), true)),
            ("until week 6", Said::Until(Bound::Week(6), false)),
            ("until christmas", Said::Until(Bound::Date(NaiveDate::from_ymd_opt(2026, 12, 24).unwrap()), false)),
            ("until 18 dec", Said::Until(Bound::Date(NaiveDate::from_ymd_opt(2026, 12, 18).unwrap()), false)),
            ("from january", Said::From(Bound::Date(NaiveDate::from_ymd_opt(2027, 1, 1).unwrap()))),
            ("3x a week", Said::Times(3)),
        ] {
            assert_eq!(read(text).unwrap().map(|(said, _)| said), Some(expected), "{text}");
        }
        for text in ["until 19:00", "from 6 to 8", "every week", "every monday", "for legs", "first squats"] {
            assert_eq!(read(text), Ok(None), "{text}");
        }
    }

    #[test]
    fn what_a_brief_cannot_hold_is_refused_with_what_to_write() {
        for text in ["every third day", "first monday of the month", "monthly", "2 weeks on 1 off", "2 of 3 weeks"] {
            assert!(read(text).unwrap_err().text.contains("cannot be kept yet: write the weeks"), "{text}");
        }
        assert!(read("biweekly").unwrap_err().text.starts_with("`biweekly` means two things"));
        assert!(read("until summer").unwrap_err().text.starts_with("`until summer` is no date"));
    }

    #[test]
    fn a_cycle_skips_the_other_weeks() {
        let cycle = Cycle { every: 2, first: 2, ..Cycle::default() };
        assert_eq!(cycle.skipped(monday(), 5, 4), [1, 3, 5]);
        let until =
            Cycle { until: Some(Bound::Date(NaiveDate::from_ymd_opt(2026, 12, 9).unwrap())), ..Cycle::default() };
        assert_eq!((until.skipped(monday(), 3, 2), until.skipped(monday(), 3, 3)), (vec![3], vec![2, 3]));
        assert!(Cycle::default().is_weekly() && !until.is_weekly());
    }
}
