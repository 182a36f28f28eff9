//! Stretches of a day, from one time to another: "18:00-19:15", "6-7:30pm", "from 6 to 8", "18h à 19h".

use super::parts::part_behind;
use super::time::{Time, time};
use super::token::Line;
use crate::model::Clock;

/// A stretch of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// From when to when, in minutes of the day; the end may be 1440, or before the start where it passes midnight.
    pub span: (u16, u16),
    /// Whether both ends are bare hours that leave the half of the day open.
    pub guessed: bool,
}

/// The two ends that the line goes on with, and how many tokens they take.
pub(super) fn ends(line: &Line<'_>, at: usize) -> Option<(Time, Time, usize)> {
    let lead = ["from", "between", "von", "zwischen", "de", "entre", "desde"].contains(&line.word(at));
    let first = at + usize::from(lead);
    let (from, used) = time(line, first)?;
    let next = first + used;
    let joined = match line.word(next) {
        "-" | "to" | "til" | "till" | "until" | "bis" | "hasta" | "through" | "thru" => 1,
        "a" if !line.is_glued(next) => 1,
        "and" | "und" | "et" | "y" if lead && matches!(line.word(at), "between" | "zwischen" | "entre") => 1,
        _ => return None,
    };
    let (to, more) = time(line, next + joined)?;
    Some((from, to, usize::from(lead) + used + joined + more))
}

/// The stretch that the line goes on with, with the part of the day said around it, in minutes of the day.
pub(super) fn stretch(line: &Line<'_>, at: usize, around: Option<(u16, u16)>) -> Option<(Stretch, usize)> {
    let (from, to, used) = ends(line, at)?;
    let behind = part_behind(line, at + used).filter(|_| !to.settled);
    let part = behind.map(|(part, _)| part.span()).or(around);
    let span = joined(from, to, part)?;
    let guessed = from.is_guess() && to.is_guess() && part.is_none();
    Some((Stretch { span, guessed }, used + behind.map_or(0, |(_, more)| more)))
}

/// Both ends with what one tells of the other: "evening 7-8" begins at 19:00, "lunch 12-1" ends at 13:00.
fn joined(from: Time, to: Time, part: Option<(u16, u16)>) -> Option<(u16, u16)> {
    let room = !to.settled || from.later() < to.minutes;
    let meant_later = part.is_some_and(|(begins, ends)| {
        let inside = |minutes: u16| (begins..ends).contains(&minutes);
        room && !inside(from.minutes) && inside(from.later())
    });
    // "6-7:30pm" is the evening, "11-1pm" the hours around noon; "6-8am", "6-8" and "06:00-20:00" are what they say.
    let same_half = to.afternoon && room;
    let start = if !from.settled && (same_half || meant_later) { from.later() } else { from.minutes };
    // "12-1" and "10-2" end on the same day, and so does "6-8" of the evening.
    let same_day = part.is_some() || (to.bare && (from.bare || from.settled));
    let end = match to.minutes {
        0 => 1440,
        minutes if minutes < start && same_day && !to.settled && to.later() > start => to.later(),
        minutes => minutes,
    };
    (start != end && start < 1440).then_some((start, end))
}

/// "`5-6` read as 05:00-06:00."
pub(super) fn read_as(words: &str, (from, to): (u16, u16)) -> String {
    format!("`{words}` read as {}-{}.", Clock(from), end(to))
}

/// The end of a stretch, which may be midnight.
pub(super) fn end(to: u16) -> String {
    if to == 24 * 60 { "24:00".to_owned() } else { Clock(to).to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str, around: Option<(u16, u16)>) -> Option<(u16, u16)> {
        let line = Line::of(text).unwrap();
        stretch(&line, 0, around).filter(|(_, used)| *used == line.len()).map(|(stretch, _)| stretch.span)
    }

    #[test]
    fn the_half_of_the_day_is_said_once_for_both_ends() {
        for (text, expected) in [
            ("18:00-19:15", (1080, 1155)),
            ("1800-1915", (1080, 1155)),
            ("18.00 – 19.15", (1080, 1155)),
            ("6-7:30pm", (1080, 1170)),
            ("6-8am", (360, 480)),
            ("11-1pm", (660, 780)),
            ("6am-8pm", (360, 1200)),
            ("from 6 p.m. to 7:15 p.m.", (1080, 1155)),
            ("7-20", (420, 1200)),
            ("22:00-24:00", (1320, 1440)),
            ("22:00-01:00", (1320, 60)),
            ("18h à 19h30", (1080, 1170)),
            ("von 18 bis 19 Uhr", (1080, 1140)),
            ("7-8 in the evening", (1140, 1200)),
            ("6pm-7", (1080, 1140)),
        ] {
            assert_eq!(span(text, None), Some(expected), "{text}");
        }
        assert_eq!(["6-6", "pull-ups", "24:00-06:00", "30-45 min"].map(|text| span(text, None)), [None; 4]);
    }

    #[test]
    fn bare_hours_pass_noon_rather_than_midnight() {
        for (text, expected) in
            [("12-1", (720, 780)), ("10-2", (600, 840)), ("22:00-1:00", (1320, 60)), ("10:00-02:00", (600, 120))]
        {
            assert_eq!(span(text, None), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_part_of_the_day_tells_the_half() {
        let (lunch, evening) = (Some((660, 840)), Some((1020, 1260)));
        for (text, around, expected) in [
            ("7-8", evening, (1140, 1200)),
            ("7:30-8:30", evening, (1170, 1230)),
            ("19:00-20:00", evening, (1140, 1200)),
            ("6-21:00", evening, (1080, 1260)),
            ("6-8am", evening, (360, 480)),
            ("12-1", lunch, (720, 780)),
            ("12-1pm", lunch, (720, 780)),
        ] {
            assert_eq!(span(text, around), Some(expected), "{text}");
        }
    }
}
