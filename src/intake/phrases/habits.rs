//! Habits in a line: hours of sleep and nights of work, the most minutes of a day, days without runs.

use chrono::NaiveDate;

use super::cycle::PER_WEEK;
use super::days::Days;
use super::items::{Item, items};
use super::length::length;
use super::lexicon::Meaning;
use super::session::{SaidSession, read_session};
use super::span::ends;
use super::time::Time;
use super::token::Line;
use super::{Reading, Refusal, Remark, refused};
use crate::model::{Clock, Minutes};

/// A night's sleep is at least and at most this long, in minutes of the clock.
const NIGHT: std::ops::RangeInclusive<u16> = 180..=840;
/// Minutes of a day that can be asked for at most, and of a week.
const DAY: std::ops::RangeInclusive<Minutes> = 10..=1440;
const WEEK: std::ops::RangeInclusive<Minutes> = 10..=3000;
/// Words that say nothing about a habit.
const SMALL: [&str; 40] = [
    "i",
    "sleep",
    "asleep",
    "in",
    "bed",
    "from",
    "usually",
    "always",
    "on",
    "at",
    "the",
    "and",
    "every",
    "night",
    "nights",
    "no",
    "not",
    "never",
    "runs",
    "run",
    "most",
    "max",
    "maximum",
    "about",
    "a",
    "day",
    "days",
    "schlaf",
    "schlafe",
    "ich",
    "von",
    "am",
    "hochstens",
    "und",
    "de",
    "le",
    "et",
    "el",
    "y",
    "week",
];

/// When a person sleeps and works at night.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SaidSleep {
    /// From when to when, of all nights or of those that begin on a weekday, Monday 0.
    pub hours: Vec<(Option<usize>, Clock, Clock)>,
    /// Nights of work.
    pub nights: Vec<SaidSession>,
}

/// The most minutes of running.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SaidMost {
    /// Of a run, by weekday, Monday 0.
    pub days: [Option<Minutes>; 7],
    /// Of all runs of a week.
    pub week: Option<Minutes>,
}

/// Hours of sleep and nights of work: `22:30-6:30`, `11 to 7`, `night shift Mon-Wed 22-6`.
///
/// # Errors
/// What cannot be read, and how to write it.
pub fn read_sleep(text: &str, today: NaiveDate) -> Result<Reading<SaidSleep>, Refusal> {
    let mut reading = Reading::plain(SaidSleep::default());
    for part in parts(text) {
        let line = Line::of(part)?;
        let at_night = |item: &Item| matches!(item, Item::Name(Some(Meaning::Night)));
        if items(&line, today)?.iter().any(|placed| at_night(&placed.item)) {
            let nights = read_session(part, today)?;
            reading.assumed.extend(nights.assumed.into_iter().map(|remark| whole(text, remark.text)));
            reading.found.nights.extend(nights.found);
            continue;
        }
        let (mut days, mut night, mut at) = (Vec::new(), None, 0);
        while at < line.len() {
            if let Some((from, to, used)) = ends(&line, at) {
                night = Some(hours(from, to));
                at += used;
            } else if let Some((group, used)) = Days::of(&line).group(at)? {
                days.extend(group.days);
                at += used;
            } else {
                at += small(&line, at).ok_or_else(|| strange(&line, at, "22:30-6:30"))?;
            }
        }
        let Some((from, to)) = night else {
            return refused(text, "say from when to when you sleep, such as `22:30-6:30`");
        };
        if !NIGHT.contains(&((to.0 + 1440 - from.0) % 1440)) {
            return refused(
                text,
                format!("{from} to {to} is no night's sleep: say 3 to 14 hours, such as `22:30-6:30`"),
            );
        }
        reading.assumed.push(whole(text, format!("sleep from {from} to {to}.")));
        let all = [None];
        let some: Vec<Option<usize>> = days.into_iter().map(Some).collect();
        let nights = if some.is_empty() { &all[..] } else { &some };
        reading.found.hours.extend(nights.iter().map(|day| (*day, from, to)));
    }
    Ok(reading)
}

/// "11 to 7" is the night, "9-16" the day after one that was worked.
fn hours(from: Time, to: Time) -> (Clock, Clock) {
    let by_day = to.minutes > 720;
    let begin = match from.minutes {
        720 if !from.settled && from.bare => 0,
        minutes if !from.settled && !by_day && (360..720).contains(&minutes) => minutes + 720,
        minutes => minutes % 1440,
    };
    (Clock(begin), Clock(to.minutes % 1440))
}

/// The most minutes of a run, by day and of a week: `60`, `weekdays 45, weekend 2 h`, `200 a week`.
///
/// # Errors
/// What cannot be read, and how to write it.
pub fn read_most(text: &str) -> Result<Reading<SaidMost>, Refusal> {
    let mut most = SaidMost::default();
    for part in parts(text) {
        let line = Line::of(part)?;
        let (mut days, mut minutes, mut week, mut at) = (Vec::new(), None, false, 0);
        while at < line.len() {
            if let Some((_, used)) = line.longest(at, &PER_WEEK) {
                week = true;
                at += used;
            } else if let Some((group, used)) = Days::of(&line).group(at)? {
                days.extend(group.days);
                at += used;
            } else if let Some((found, used)) = length(&line, at) {
                minutes = Some(found);
                at += used;
            } else if let Some(found) = line.number(at) {
                minutes = Some(found as Minutes);
                at += 1;
            } else {
                at += small(&line, at).ok_or_else(|| strange(&line, at, "weekdays 45, weekend 120"))?;
            }
        }
        let range = if week { WEEK } else { DAY };
        let Some(minutes) = minutes.filter(|minutes| range.contains(minutes)) else {
            return refused(text, format!("say {} to {} minutes, such as `weekdays 45`", range.start(), range.end()));
        };
        if week {
            most.week = Some(minutes);
        } else {
            let all: Vec<usize> = (0..7).filter(|day| most.days[*day].is_none()).collect();
            for day in if days.is_empty() { all } else { days } {
                most.days[day] = Some(minutes);
            }
        }
    }
    Ok(Reading::plain(most))
}

/// Weekdays without a run: `Fri`, `not on weekends`.
///
/// # Errors
/// What cannot be read, and how to write it.
pub fn read_days(text: &str) -> Result<Reading<Vec<usize>>, Refusal> {
    let line = Line::of(text)?;
    let (mut days, mut at) = (Vec::new(), 0);
    let mut reading = Reading::plain(Vec::new());
    while at < line.len() {
        if let Some((group, used)) = Days::of(&line).group(at)? {
            days.extend(group.days);
            reading.assumed.extend(group.assumed.into_iter().map(|remark| whole(text, remark)));
            at += used;
        } else {
            at += small(&line, at).ok_or_else(|| strange(&line, at, "Fri, or weekend"))?;
        }
    }
    days.sort_unstable();
    days.dedup();
    match days.len() {
        0 => refused(text, "say the weekdays, such as `Fri`"),
        7 => refused(text, "this leaves no day for a run: leave at least one"),
        _ => {
            reading.found = days;
            Ok(reading)
        }
    }
}

/// The parts of a line between its commas.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty())
}

fn whole(text: &str, remark: String) -> Remark {
    Remark { at: super::Span { start: 0, end: text.len() }, text: remark }
}

/// A word or a sign that says nothing; how many tokens.
fn small(line: &Line<'_>, at: usize) -> Option<usize> {
    let sign = !line.is_word(at) && line.number(at).is_none();
    (sign || SMALL.contains(&line.word(at))).then_some(1)
}

fn strange(line: &Line<'_>, at: usize, instead: &str) -> Refusal {
    Refusal { at: line.span(at, 1), text: format!("`{}` is not known here: write it as `{instead}`", line.own(at, 1)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
    }

    #[test]
    fn sleep_is_a_night_unless_it_is_said_to_be_a_day() {
        let read = |text: &str| {
            read_sleep(text, today()).map(|reading| {
                let hours = reading.found.hours.iter();
                hours.map(|(day, from, to)| format!("{day:?} {from}-{to}")).collect::<Vec<_>>().join(" ")
            })
        };
        for (text, expected) in [
            ("22:30-6:30", "None 22:30-06:30"),
            ("11 to 7", "None 23:00-07:00"),
            ("10:30pm-6am", "None 22:30-06:00"),
            ("I sleep from midnight to 8", "None 00:00-08:00"),
            ("12-8", "None 00:00-08:00"),
            ("von 22 bis 6 Uhr", "None 22:00-06:00"),
            ("22-6, Fri 24:00-9:00", "None 22:00-06:00 Some(4) 00:00-09:00"),
            ("mon 9-16", "Some(0) 09:00-16:00"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(expected), "{text}");
        }
        for text in ["8 hours", "well", "20:00-21:00", "22:30"] {
            assert!(read(text).is_err(), "{text}: {:?}", read(text));
        }
        let nights = read_sleep("23-7, night shift Mon-Wed 22-6", today()).unwrap().found.nights;
        assert_eq!(nights.iter().map(|night| (night.start.0, night.minutes)).collect::<Vec<_>>(), [(1320, 480); 3]);
    }

    #[test]
    fn minutes_go_by_day_and_by_week() {
        let read = |text: &str| read_most(text).map(|reading| (reading.found.days, reading.found.week));
        assert_eq!(read("60"), Ok(([Some(60); 7], None)));
        let week = [45, 45, 45, 45, 45, 120, 120].map(Some);
        assert_eq!(read("weekdays 45, weekend 2 h, 300 a week"), Ok((week, Some(300))));
        assert_eq!(read("max 1h15 on Tue"), Ok(([None, Some(75), None, None, None, None, None], None)));
        for text in ["5", "lots", "tue", "2000 on sat"] {
            assert!(read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn days_without_runs_leave_some() {
        let read = |text: &str| read_days(text).map(|reading| reading.found);
        assert_eq!(read("Fri"), Ok(vec![4]));
        assert_eq!(read("not on weekends"), Ok(vec![5, 6]));
        assert_eq!(read("Freitag und Sonntag"), Ok(vec![4, 6]));
        assert!(read("every day").is_err() && read("whenever").is_err());
    }
}
