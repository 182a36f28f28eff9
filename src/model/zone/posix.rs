//! The rule that holds after the last listed change of a zone, as POSIX writes it: `CET-1CEST,M3.5.0,M10.5.0/3`.

use chrono::{DateTime, Datelike, NaiveDate};

use super::{DAY, Shown};

/// A rule: one offset all year, or two that take turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Posix {
    standard: Named,
    summer: Option<(Named, Change, Change)>,
}

/// An offset in seconds and its abbreviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Named {
    name: &'static str,
    seconds: i32,
}

/// When clocks change in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Change {
    day: DayOfYear,
    /// Seconds after the midnight the day begins with, by the clocks before the change; more than a day, or less than none.
    seconds: i32,
}

/// A day of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DayOfYear {
    /// A weekday (0 is Sunday) of a month, the first to the fourth of it or the last (5).
    Weekday { month: u32, nth: u32, weekday: u32 },
    /// The day with this number from 1, where 29 February never counts.
    Fixed(u32),
    /// The day with this number from 0.
    Counted(u32),
}

/// A change of clocks that comes every year, on a weekday of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Yearly {
    /// Whether summer time begins.
    pub(crate) summer: bool,
    /// The month, from 1.
    pub(crate) month: u32,
    /// The weekday; 0 is Sunday.
    pub(crate) weekday: u32,
    /// Which of the month's.
    pub(crate) which: Which,
}

/// Which of a month's days with one weekday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    /// The first to the fourth of them, or the last (-1).
    Nth(i32),
    /// The one between these dates, both included.
    Between(u32, u32),
}

impl Posix {
    /// Universal time.
    pub(super) const UTC: Self = Self { standard: Named { name: "UTC", seconds: 0 }, summer: None };

    /// What the clocks show at `utc`.
    pub(super) fn shown(&self, utc: i64) -> Shown {
        let standard = Shown { seconds: self.standard.seconds, summer: false, name: self.standard.name };
        let Some((named, ..)) = self.summer else { return standard };
        let year = year_of(utc + i64::from(standard.seconds));
        let Some((start, end)) = self.summer_of(year) else { return standard };
        let is_summer = if start < end { (start..end).contains(&utc) } else { !(end..start).contains(&utc) };
        if is_summer { Shown { seconds: named.seconds, summer: true, name: named.name } } else { standard }
    }

    /// The first change after `utc`.
    pub(super) fn next_change(&self, utc: i64) -> Option<i64> {
        let year = year_of(utc);
        let mut all: Vec<i64> = (year - 1..=year + 2)
            .filter_map(|year| self.summer_of(year))
            .flat_map(|(start, end)| [start, end])
            .filter(|&at| at > utc && self.shown(at) != self.shown(at - 1))
            .collect();
        all.sort_unstable();
        all.first().copied()
    }

    /// The beginning and the end of summer time, where both fall on a weekday of a month.
    pub(super) fn yearly(&self) -> Option<[Yearly; 2]> {
        let (_, start, end) = self.summer?;
        Some([start.yearly(true)?, end.yearly(false)?])
    }

    /// When summer time begins and ends in a year, in seconds since 1970.
    fn summer_of(&self, year: i32) -> Option<(i64, i64)> {
        let (named, start, end) = self.summer?;
        let start = start.wall(year)? - i64::from(self.standard.seconds);
        let end = end.wall(year)? - i64::from(named.seconds);
        Some((start, end))
    }
}

impl Posix {
    /// Reads a rule.
    pub(super) fn read(text: &'static str) -> Option<Self> {
        let (standard, rest) = Named::read(text)?;
        if rest.is_empty() {
            return Some(Self { standard, summer: None });
        }
        let (rest, changes) = rest.split_once(',')?;
        let (name, rest) = name(rest)?;
        // An hour more is what is meant where nothing is said.
        let seconds = if rest.is_empty() { standard.seconds + 3600 } else { -seconds(rest)? };
        let (start, end) = changes.split_once(',')?;
        Some(Self { standard, summer: Some((Named { name, seconds }, Change::read(start)?, Change::read(end)?)) })
    }
}

impl Named {
    /// An abbreviation and the offset behind it, which POSIX counts westwards.
    fn read(text: &'static str) -> Option<(Self, &'static str)> {
        let (name, rest) = name(text)?;
        let end = rest.find(|char: char| !matches!(char, '0'..='9' | ':' | '+' | '-')).unwrap_or(rest.len());
        Some((Self { name, seconds: -seconds(&rest[..end])? }, &rest[end..]))
    }
}

/// The abbreviation a text begins with, and the rest.
fn name(text: &'static str) -> Option<(&'static str, &'static str)> {
    if let Some(quoted) = text.strip_prefix('<') {
        return quoted.split_once('>');
    }
    let end = text.find(|char: char| !char.is_ascii_alphabetic()).unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}

/// `-3:30` in seconds.
fn seconds(text: &str) -> Option<i32> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let mut sum = 0;
    for (part, worth) in digits.split(':').zip([3600, 60, 1]) {
        sum += part.parse::<i32>().ok()? * worth;
    }
    Some(sign * sum)
}

impl Change {
    fn read(text: &str) -> Option<Self> {
        let (day, time) = text.split_once('/').unwrap_or((text, "2"));
        let day = if let Some(month) = day.strip_prefix('M') {
            let mut numbers = month.split('.').map(str::parse::<u32>);
            let mut next = || numbers.next()?.ok();
            DayOfYear::Weekday { month: next()?, nth: next()?, weekday: next()? }
        } else if let Some(number) = day.strip_prefix('J') {
            DayOfYear::Fixed(number.parse().ok()?)
        } else {
            DayOfYear::Counted(day.parse().ok()?)
        };
        Some(Self { day, seconds: seconds(time)? })
    }

    /// The change as one of a weekday. Where its hour lies beyond the day that is named, the day is another one.
    fn yearly(self, summer: bool) -> Option<Yearly> {
        let DayOfYear::Weekday { month, nth, weekday } = self.day else { return None };
        let later = self.seconds.div_euclid(DAY as i32);
        if later == 0 {
            return Some(Yearly { summer, month, weekday, which: Which::Nth(if nth == 5 { -1 } else { nth as i32 }) });
        }
        let length = match month {
            2 => return None,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        let last = if nth == 5 { length } else { 7 * nth as i32 };
        let (first, last) = (last - 6 + later, last + later);
        let is_within = first >= 1 && last <= length;
        let weekday = (weekday as i32 + later).rem_euclid(7) as u32;
        is_within.then_some(Yearly { summer, month, weekday, which: Which::Between(first as u32, last as u32) })
    }

    /// The wall-clock time of the change in a year, as if it were UTC.
    fn wall(self, year: i32) -> Option<i64> {
        let date = self.day.date(year)?;
        Some(date.and_time(chrono::NaiveTime::MIN).and_utc().timestamp() + i64::from(self.seconds))
    }
}

impl DayOfYear {
    fn date(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Weekday { month, nth, weekday } => {
                let first = NaiveDate::from_ymd_opt(year, month, 1)?;
                let day = 1 + (7 + weekday - first.weekday().num_days_from_sunday()) % 7 + 7 * nth.checked_sub(1)?;
                NaiveDate::from_ymd_opt(year, month, day).or_else(|| NaiveDate::from_ymd_opt(year, month, day - 7))
            }
            Self::Fixed(number) => {
                let leap = NaiveDate::from_ymd_opt(year, 2, 29).is_some() && number >= 60;
                NaiveDate::from_yo_opt(year, number + u32::from(leap))
            }
            Self::Counted(number) => NaiveDate::from_yo_opt(year, number + 1),
        }
    }
}

fn year_of(seconds: i64) -> i32 {
    DateTime::from_timestamp(seconds.div_euclid(DAY) * DAY, 0).map_or(1970, |day| day.year())
}
