//! Times of day and stretches of the day, in the spellings of both clocks.

use crate::model::Clock;

/// A time as far as its words tell: the hour of "6-7:30pm" waits for what the other end says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Time {
    minutes: u16,
    /// Whether the spelling leaves no doubt about the half of the day.
    settled: bool,
    /// Whether it says "pm".
    afternoon: bool,
    /// Whether it was a bare number, which might be anything.
    pub bare: bool,
}

impl Time {
    /// Whether it was a bare number that leaves the half of the day open.
    pub(super) fn is_guess(self) -> bool {
        self.bare && !self.settled
    }

    /// The time on the wall.
    pub(super) fn clock(self) -> Clock {
        Clock(self.minutes)
    }
}

/// A time of day: `18:00`, `18.00`, `18h`, `18h30`, `6pm`, `6:30 p.m.` in one word, `noon`, or a bare hour.
pub(super) fn time(word: &str) -> Option<Time> {
    match word {
        "noon" | "midday" => return Some(Time { minutes: 720, settled: true, afternoon: false, bare: false }),
        "midnight" => return Some(Time { minutes: 0, settled: true, afternoon: false, bare: false }),
        _ => {}
    }
    let plain: String = word.chars().filter(|letter| *letter != '.' || !word.ends_with(['m', '.'])).collect();
    let (digits, half) = match (plain.strip_suffix("am"), plain.strip_suffix("pm")) {
        (Some(digits), _) => (digits, Some(0)),
        (_, Some(digits)) => (digits, Some(12)),
        _ => (plain.as_str(), None),
    };
    let (hour, minute, bare) = match digits.split_once([':', '.', 'h']) {
        Some((hour, "")) if digits.ends_with('h') => (hour, "0", false),
        Some((hour, minute)) if minute.len() == 2 => (hour, minute, false),
        Some(_) => return None,
        None => (digits, "0", true),
    };
    let number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u16>().ok())?;
    let (hour, minute) = (number(hour).filter(|_| hour.len() <= 2)?, number(minute).filter(|minute| *minute < 60)?);
    let hour = match half {
        Some(half) => (1..=12).contains(&hour).then_some(hour % 12 + half)?,
        None => Some(hour).filter(|hour| *hour < 24 || (*hour == 24 && minute == 0))?,
    };
    // "24:00" is the end of a day; as a start nobody means it.
    let minutes = hour * 60 + minute;
    Some(Time {
        minutes,
        settled: half.is_some() || hour == 0 || hour > 12,
        afternoon: half == Some(12),
        bare: bare && half.is_none(),
    })
}

/// From when to when, in minutes of the day; the end may be 1440.
pub(super) fn span(word: &str) -> Option<(u16, u16)> {
    span_in(word, None)
}

/// The same beside a part of the day that was said too: "evening 7-8" begins at 19:00, "lunch 12-1" ends at 13:00.
pub(super) fn span_in(word: &str, part: Option<(u16, u16)>) -> Option<(u16, u16)> {
    let (from, to) = word.split_once(['-', '–', '—'])?;
    let (from, to) = (time(from)?, time(to)?);
    let half_later = |time: Time| if time.minutes < 720 { time.minutes + 720 } else { time.minutes };
    let room = !to.settled || half_later(from) < to.minutes;
    let meant_later = part.is_some_and(|(begins, ends)| {
        let inside = |minutes: u16| (begins..ends).contains(&minutes);
        room && !inside(from.minutes) && inside(half_later(from))
    });
    // "6-7:30pm" is the evening, "11-1pm" the hours around noon; "6-8am", "6-8" and "06:00-20:00" are what they say.
    let same_half = to.afternoon && room;
    let start = if !from.settled && (same_half || meant_later) { half_later(from) } else { from.minutes };
    // "12-1" and "10-2" end on the same day.
    let same_day = part.is_some() || (from.bare && !from.settled && to.bare);
    let end = match to.minutes {
        0 => 1440,
        minutes if minutes < start && same_day && !to.settled && half_later(to) > start => half_later(to),
        minutes => minutes,
    };
    (start != end && start < 1440).then_some((start, end))
}

/// What a stretch of bare hours, which leaves the half of the day open, was read as: "`5-6` read as 05:00-06:00."
pub(super) fn guessed(word: &str, (from, to): (u16, u16)) -> Option<String> {
    let open = |end: &str| time(end).is_some_and(Time::is_guess);
    let (first, last) = word.split_once(['-', '–', '—'])?;
    (open(first) && open(last)).then(|| read_as(word, (from, to)))
}

/// "`5-6` read as 05:00-06:00."
pub(super) fn read_as(words: &str, (from, to): (u16, u16)) -> String {
    format!("`{words}` read as {}-{}.", Clock(from), Clock(to))
}

/// Joins what a person writes apart: "6 pm", "18:00 - 19:15", "from 6 to 8".
pub(super) fn joined(text: &str) -> String {
    let text = text.replace(['–', '—'], "-");
    let mut words: Vec<String> = Vec::new();
    let mut open = false;
    for word in text.split_whitespace() {
        let plain = word.trim_end_matches([',', ';', ')']).to_lowercase();
        let half = match plain.trim_end_matches('.') {
            "am" | "a.m" => Some("am"),
            "pm" | "p.m" => Some("pm"),
            _ => None,
        };
        let ends_in_digit = words.last().is_some_and(|last| last.ends_with(|letter: char| letter.is_ascii_digit()));
        let ends_in_time = words.last().is_some_and(|last| begins_with_digit(last) && !last.ends_with([',', ';']));
        let begins = |word: &str| begins_with_digit(word) || matches!(word, "noon" | "midnight");
        match (words.last_mut(), half) {
            (Some(last), Some(half)) if ends_in_digit => last.push_str(half),
            (Some(last), _) if open && begins(&plain) => {
                last.push('-');
                last.push_str(&plain);
                open = false;
            }
            (Some(last), _) if ends_in_time && last.ends_with('-') && begins(&plain) => last.push_str(&plain),
            (Some(last), _) if ends_in_time && plain.strip_prefix('-').is_some_and(begins_with_digit) => {
                last.push_str(&plain);
            }
            _ if ends_in_time && matches!(plain.as_str(), "-" | "to" | "until" | "till") => open = true,
            _ => {
                open = false;
                words.push(word.to_owned());
            }
        }
    }
    words.join(" ")
}

fn begins_with_digit(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_from_both_clocks() {
        for (word, expected) in [
            ("18:00", 1080),
            ("18.00", 1080),
            ("18h", 1080),
            ("18h30", 1110),
            ("6pm", 1080),
            ("6:30pm", 1110),
            ("6:30p.m.", 1110),
            ("12am", 0),
            ("12pm", 720),
            ("noon", 720),
            ("7", 420),
            ("06:15", 375),
        ] {
            assert_eq!(time(word).map(|time| time.clock().0), Some(expected), "{word}");
        }
        for word in ["25:00", "13pm", "0am", "18:60", "18:5", "5x5", "", "h", "pm", "-1", "1800", "٦"] {
            assert_eq!(time(word), None, "{word}");
        }
    }

    #[test]
    fn the_half_of_the_day_is_said_once_for_both_ends() {
        for (word, expected) in [
            ("18:00-19:15", (1080, 1155)),
            ("6-7:30pm", (1080, 1170)),
            ("6-8am", (360, 480)),
            ("11-1pm", (660, 780)),
            ("6am-8pm", (360, 1200)),
            ("06:00-20:00", (360, 1200)),
            ("7-20", (420, 1200)),
            ("22:00-24:00", (1320, 1440)),
            ("22:00-01:00", (1320, 60)),
        ] {
            assert_eq!(span(word), Some(expected), "{word}");
        }
        assert_eq!([span("6-6"), span("pull-ups"), span("24:00-06:00")], [None; 3]);
    }

    #[test]
    fn bare_hours_that_leave_the_half_of_the_day_open_are_a_guess() {
        let told = |word| guessed(word, span(word).unwrap());
        assert_eq!(told("5-6").as_deref(), Some("`5-6` read as 05:00-06:00."));
        assert_eq!(told("12-1").as_deref(), Some("`12-1` read as 12:00-13:00."));
        for word in ["5-6pm", "05:00-06:00", "17-18", "6-20", "5:30-6"] {
            assert_eq!(told(word), None, "{word}");
        }
    }

    #[test]
    fn bare_hours_pass_noon_rather_than_midnight() {
        assert_eq!([span("12-1"), span("10-2")], [Some((720, 780)), Some((600, 840))]);
        assert_eq!([span("22-1"), span("10:00-02:00")], [Some((1320, 60)), Some((600, 120))]);
    }

    #[test]
    fn a_part_of_the_day_tells_the_half() {
        let (lunch, evening) = (Some((660, 840)), Some((1020, 1260)));
        assert_eq!(span_in("7-8", evening), Some((1140, 1200)));
        assert_eq!(span_in("7:30-8:30", evening), Some((1170, 1230)));
        assert_eq!(span_in("19:00-20:00", evening), Some((1140, 1200)));
        assert_eq!(span_in("6-21:00", evening), Some((1080, 1260)));
        assert_eq!(span_in("6-8am", evening), Some((360, 480)), "what is said in full is meant so");
        assert_eq!([span_in("12-1", lunch), span_in("12-1pm", lunch)], [Some((720, 780)); 2]);
    }
}
