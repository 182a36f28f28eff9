//! Text with a fixed form: dates, clock times, windows, race times, time zones.

use chrono::{Datelike, NaiveDate};

use super::Window;
use crate::model::{Clock, YEARS, Zone};

/// A form that text can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A date.
    Date,
    /// A time of day.
    Clock,
    /// A date and a time of day.
    DateTime,
    /// A stretch of the day.
    Window,
    /// A time of day, or a stretch of it.
    Start,
    /// How long a race took.
    RaceTime,
    /// A time zone.
    Zone,
}

/// How text misses its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Miss {
    /// It is not written that way.
    Form,
    /// It is written that way, but there is no such thing.
    Impossible,
}

impl Form {
    /// What the text should be, with an example.
    pub(crate) fn expected(self) -> &'static str {
        match self {
            Self::Date => "a date such as `2026-11-30`",
            Self::Clock => "a time of day from `00:00` to `23:59`, such as `06:30`",
            Self::DateTime => "a date and time such as `2026-11-28T07:00`",
            Self::Window => "two times of day such as `06:00-08:00`; the second may be `24:00`",
            Self::Start => "a start such as `18:00`, or hours such as `17:00-20:00`",
            Self::RaceTime => "minutes and seconds such as `48:30`, or hours too, such as `1:45:00`",
            Self::Zone => "a time zone such as `Europe/Berlin` or `UTC`",
        }
    }

    /// The regular expression of the JSON Schema.
    pub(crate) fn pattern(self) -> &'static str {
        match self {
            Self::Date => r"^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$",
            Self::Clock => r"^([01]\d|2[0-3]):[0-5]\d$",
            Self::DateTime => r"^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$",
            Self::Window => r"^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$",
            Self::Start => r"^([01]\d|2[0-3]):[0-5]\d(-(([01]\d|2[0-3]):[0-5]\d|24:00))?$",
            Self::RaceTime => r"^(\d{1,2}:[0-5]\d:[0-5]\d|\d{1,3}:[0-5]\d)$",
            Self::Zone => r"^[A-Za-z][A-Za-z0-9_+/-]*$",
        }
    }

    /// Whether the text has this form.
    pub(crate) fn judge(self, text: &str) -> Result<(), Miss> {
        let answer = |fits: bool| if fits { Ok(()) } else { Err(Miss::Form) };
        match self {
            Self::Date if looks_like_date(text) => date(text).map(drop).ok_or(Miss::Impossible),
            Self::Date => Err(Miss::Form),
            Self::Clock => answer(Clock::parse(text).is_some()),
            Self::DateTime => match text.split_once('T') {
                Some((day, clock)) if looks_like_date(day) && Clock::parse(clock).is_some() => {
                    date(day).map(drop).ok_or(Miss::Impossible)
                }
                _ => Err(Miss::Form),
            },
            Self::Start if Clock::parse(text).is_some() => Ok(()),
            Self::Window | Self::Start => match window(text) {
                Some(window) if window.from.0 == window.to => Err(Miss::Impossible),
                found => answer(found.is_some()),
            },
            Self::RaceTime => answer(race_seconds(text).is_some()),
            Self::Zone => answer(text.parse::<Zone>().is_ok()),
        }
    }
}

fn looks_like_date(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(index, byte)| match index {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// A date of the years 1900 to 2199, written `2026-11-30`.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    let date = looks_like_date(text).then(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok())??;
    YEARS.contains(&date.year()).then_some(date)
}

/// A date and time of day, written `2026-11-28T07:00`.
pub(super) fn date_time(text: &str) -> Option<(NaiveDate, Clock)> {
    let (day, clock) = text.split_once('T')?;
    Some((date(day)?, Clock::parse(clock)?))
}

/// A window, written `06:00-08:00`; its end may be `24:00`.
pub(super) fn window(text: &str) -> Option<Window> {
    let (from, to) = text.split_once('-')?;
    let to = if to == "24:00" { 24 * 60 } else { Clock::parse(to)?.0 };
    Some(Window { from: Clock::parse(from)?, to })
}

/// Seconds of a race time, written `48:30` or `1:45:00`.
pub(super) fn race_seconds(text: &str) -> Option<u32> {
    let digits = |part: &str, lengths: std::ops::RangeInclusive<usize>| {
        let fits = lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        if fits { part.parse::<u32>().ok() } else { None }
    };
    let sixtieth = |part: &str| digits(part, 2..=2).filter(|value| *value < 60);
    match text.split(':').collect::<Vec<_>>()[..] {
        [minutes, seconds] => Some(digits(minutes, 1..=3)? * 60 + sixtieth(seconds)?),
        [hours, minutes, seconds] => Some(digits(hours, 1..=2)? * 3600 + sixtieth(minutes)? * 60 + sixtieth(seconds)?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_the_calendar_lacks_is_told_from_one_written_otherwise() {
        assert_eq!(Form::Date.judge("2026-02-28"), Ok(()));
        assert_eq!(Form::Date.judge("2026-02-30"), Err(Miss::Impossible));
        assert_eq!(Form::Date.judge("30.02.2026"), Err(Miss::Form));
        assert_eq!(Form::Date.judge("0001-01-01"), Err(Miss::Impossible));
    }

    #[test]
    fn a_window_may_end_at_midnight_and_never_where_it_starts() {
        assert_eq!(window("22:00-24:00"), Some(Window { from: Clock(1320), to: 1440 }));
        assert_eq!(Form::Window.judge("06:00-06:00"), Err(Miss::Impossible));
        assert_eq!(Form::Window.judge("24:00-06:00"), Err(Miss::Form));
        assert_eq!(Form::Window.judge("06:00 - 08:00"), Err(Miss::Form));
    }

    #[test]
    fn race_times_have_minutes_and_may_have_hours() {
        assert_eq!(race_seconds("48:30"), Some(2910));
        assert_eq!(race_seconds("1:45:00"), Some(6300));
        for bad in ["48", "48:60", "1:60:00", "-1:00", "48:3", "1:2:3:4", ""] {
            assert_eq!(race_seconds(bad), None, "{bad}");
        }
    }
}
