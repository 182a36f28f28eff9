//! Times of day in the spellings of both clocks and of four languages.

use super::parts::{Part, part_behind};
use super::token::Line;
use crate::model::Clock;

/// A time as far as its words tell: the hour of "6-7:30pm" waits for what the other end says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Time {
    /// Minutes since midnight; 24:00 is 1440.
    pub minutes: u16,
    /// Whether the spelling leaves no doubt about the half of the day.
    pub settled: bool,
    /// Whether it says that it is after noon.
    pub afternoon: bool,
    /// Whether it is a bare number, which might be anything.
    pub bare: bool,
}

impl Time {
    fn exact(minutes: u16) -> Self {
        Self { minutes, settled: true, afternoon: false, bare: false }
    }

    /// Whether it is a bare number that leaves the half of the day open.
    pub(super) fn is_guess(self) -> bool {
        self.bare && !self.settled
    }

    /// The time half a day later, where it is before noon.
    pub(super) fn later(self) -> u16 {
        if self.minutes < 720 { self.minutes + 720 } else { self.minutes }
    }

    /// The time with the part of the day that was said with it.
    pub(super) fn within(self, part: Part) -> Self {
        if self.settled {
            return self;
        }
        let minutes = if part.is_late(self.minutes) { self.later() } else { self.minutes };
        Self { minutes, settled: true, afternoon: minutes >= 720, bare: false }
    }
}

/// The time that the line goes on with, and how many tokens it takes.
pub(super) fn time(line: &Line<'_>, at: usize) -> Option<(Time, usize)> {
    match line.word(at) {
        "noon" | "midday" | "midi" | "mediodia" | "mittag" => return Some((Time::exact(720), 1)),
        "midnight" | "mitternacht" | "minuit" | "medianoche" => return Some((Time::exact(0), 1)),
        _ => {}
    }
    let (hour, minute, spelt, mut used) = past(line, at).or_else(|| digits(line, at)).or_else(|| worded(line, at))?;
    let next = at + used;
    // "1.25 h", "6 min", "3 sets", "5x5" and "10 km" are no times.
    let clock_unit = matches!(line.word(next), "h" | "hrs") && hour >= 5;
    let colon = used == 3 && line.word(at + 1) == ":";
    let measured = line.is_word(next) && MEASURES.contains(&line.word(next)) && !clock_unit && !colon;
    if measured || (line.glued(next, "x") && line.is_glued(next + 1)) || matches!(line.word(next), "%" | "'") {
        return None;
    }
    let mut half = None;
    if let Some((afternoon, more)) = half_of_day(line, next) {
        half = Some(afternoon);
        used += more;
    }
    let clock = ["uhr", "o'clock", "oclock", "heures", "heure", "h", "hrs", "ish"].contains(&line.word(at + used));
    used += usize::from(clock && half.is_none());
    let minute_of_uhr = (line.word(at + used - 1) == "uhr" && clock)
        .then(|| line.number(at + used).filter(|more| *more < 60 && line.word(at + used).len() == 2))
        // "19 Uhr 10 km" goes on with a distance.
        .filter(|_| !MEASURES.contains(&line.word(at + used + 1)))
        .flatten();
    let mut minute = minute_of_uhr.map_or(minute, |more| more as u16);
    used += usize::from(minute_of_uhr.is_some());
    let mut hour = hour;
    if let Some((shift, more)) = quarters(line, at + used).filter(|_| minute == 0 && hour > 0) {
        hour -= u16::from(shift < 0);
        minute = shift.rem_euclid(60) as u16;
        used += more;
    }
    let hour = match half {
        Some(afternoon) if (1..=12).contains(&hour) => hour % 12 + if afternoon { 12 } else { 0 },
        // "18:30 pm" is the evening all the same.
        Some(true) if (13..24).contains(&hour) => hour,
        Some(_) => return None,
        None => Some(hour).filter(|hour| *hour < 24 || (*hour == 24 && minute == 0))?,
    };
    let time = Time {
        minutes: hour * 60 + minute,
        settled: half.is_some() || hour == 0 || hour > 12,
        afternoon: half == Some(true),
        bare: !spelt && half.is_none() && !clock,
    };
    match part_behind(line, at + used).filter(|_| half.is_none() && !time.settled) {
        Some((part, more)) => Some((time.within(part), used + more)),
        None => Some((time, used)),
    }
}

/// "et demie", "y cuarto", "moins le quart" behind an hour: minutes more or fewer, and the tokens it takes.
pub(super) fn quarters(line: &Line<'_>, at: usize) -> Option<(i32, usize)> {
    const WAYS: [(&str, i32); 9] = [
        ("et demie", 30),
        ("et demi", 30),
        ("et quart", 15),
        ("moins le quart", -15),
        ("moins quart", -15),
        ("y media", 30),
        ("y cuarto", 15),
        ("menos cuarto", -15),
        ("menos un cuarto", -15),
    ];
    WAYS.iter().find_map(|&(phrase, shift)| Some((shift, line.begins(at, phrase)?)))
}

/// Words that make a number before them something else than a time.
const MEASURES: [&str; 30] = [
    "h", "hr", "hrs", "hour", "hours", "min", "mins", "minute", "minutes", "m", "minuten", "std", "stunde", "stunden",
    "horas", "hora", "sets", "set", "reps", "rep", "km", "k", "kg", "lbs", "lb", "weeks", "week", "days", "times",
    "miles",
];

/// "18:00", "18.00", "18h30", "1800", "18": hour, minute, whether more than a bare number, and the tokens it takes.
fn digits(line: &Line<'_>, at: usize) -> Option<(u16, u16, bool, usize)> {
    let number = line.number(at)? as u16;
    let length = line.word(at).len();
    // Not the second half of "5x5" or of a decimal.
    if line.is_glued(at) && at > 0 && (line.is_word(at - 1) && line.word(at - 1) != "at" || line.word(at - 1) == "%") {
        return None;
    }
    if length == 4 {
        let (hour, minute) = (number / 100, number % 100);
        return (hour < 24 && minute < 60 && minute % 5 == 0).then_some((hour, minute, true, 1));
    }
    // "630pm"
    if length == 3 && half_of_day(line, at + 1).is_some() && number % 100 < 60 {
        return Some((number / 100, number % 100, true, 1));
    }
    if length > 2 {
        return None;
    }
    let two = |at: usize| line.number(at).filter(|more| *more < 60 && line.word(at).len() == 2 && line.is_glued(at));
    let sign = line.word(at + 1);
    if matches!(sign, ":" | "." | "h") && line.is_glued(at + 1) {
        if let Some(minute) = two(at + 2) {
            // "24.12.2026" and "18:30:00" are something else.
            let goes_on = line.glued(at + 3, sign) && line.number(at + 4).is_some() && line.is_glued(at + 4);
            return (!goes_on).then_some((number, minute as u16, true, 3));
        }
        if line.number(at + 2).is_some() && line.is_glued(at + 2) {
            return None;
        }
    }
    Some((number, 0, false, 1))
}

/// "half past six", "quarter to 7", "halb sieben".
fn past(line: &Line<'_>, at: usize) -> Option<(u16, u16, bool, usize)> {
    const WAYS: [(&str, i32); 8] = [
        ("half past", 30),
        ("quarter past", 15),
        ("a quarter past", 15),
        ("quarter to", -15),
        ("a quarter to", -15),
        ("halb", -30),
        ("viertel nach", 15),
        ("viertel vor", -15),
    ];
    let (phrase, shift, used) =
        WAYS.iter().find_map(|&(phrase, shift)| line.begins(at, phrase).map(|used| (phrase, shift, used)))?;
    let hour = hour_word(line.word(at + used)).or_else(|| line.number(at + used).map(|hour| hour as u16))?;
    let total = i32::from(hour) * 60 + shift;
    let spelt = !phrase.is_empty();
    ((1..=24).contains(&hour) && total > 0).then_some((total as u16 / 60, total as u16 % 60, spelt, used + 1))
}

/// Words before an hour that is written in a word.
const LEADS: [&str; 20] = [
    "at", "um", "from", "until", "till", "til", "after", "before", "by", "las", "la", "a", "vers", "gegen", "vor",
    "nach", "avant", "apres", "desde", "hasta",
];
/// Words between the ends of "between six and eight".
const JOINS: [&str; 4] = ["and", "und", "et", "y"];

/// "six pm", "seven thirty", "at six".
fn worded(line: &Line<'_>, at: usize) -> Option<(u16, u16, bool, usize)> {
    let hour = hour_word(line.word(at))?;
    let minute = match line.word(at + 1) {
        "fifteen" => 15,
        "thirty" => 30,
        "forty" if line.word(at + 2) == "five" => return Some((hour, 45, true, 3)),
        _ => 0,
    };
    let led = at > 0
        && (LEADS.contains(&line.word(at - 1))
            || (at > 2
                && ["between", "zwischen", "entre"].contains(&line.word(at - 3))
                && JOINS.contains(&line.word(at - 1))));
    let told = half_of_day(line, at + 1).is_some()
        || part_behind(line, at + 1).is_some()
        || matches!(line.word(at + 1), "o'clock" | "oclock" | "uhr" | "heure" | "heures");
    (minute > 0 || led || told).then_some((hour, minute, minute > 0, 1 + usize::from(minute > 0)))
}

fn hour_word(word: &str) -> Option<u16> {
    const HOURS: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    const STUNDEN: [&str; 12] =
        ["eins", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwolf"];
    const HEURES: [&str; 12] =
        ["une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"];
    const HORAS: [&str; 12] =
        ["una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"];
    let place = |words: &[&str]| words.iter().position(|known| *known == word);
    place(&HOURS)
        .or_else(|| place(&STUNDEN))
        .or_else(|| place(&HEURES))
        .or_else(|| place(&HORAS))
        .map(|place| place as u16 + 1)
}

/// "am", "pm", "p.m.", "p" at the end of a time: whether it is after noon, and the tokens it takes.
fn half_of_day(line: &Line<'_>, at: usize) -> Option<(bool, usize)> {
    let dotted = line.glued(at + 1, ".") && line.glued(at + 2, "m");
    let dot = |end: usize| usize::from(dotted && line.glued(end, "."));
    match line.word(at) {
        // "6 am Abend" is German.
        "am" if ["abend", "morgen", "nachmittag", "vormittag", "mittag"].contains(&line.word(at + 1)) => None,
        "am" => Some((false, 1)),
        "pm" => Some((true, 1)),
        "a" if dotted => Some((false, 3 + dot(at + 3))),
        "p" if dotted => Some((true, 3 + dot(at + 3))),
        "a" if line.is_glued(at) => Some((false, 1)),
        "p" if line.is_glued(at) => Some((true, 1)),
        _ => None,
    }
}

/// A time of day: `18:00`, `6pm`, `6:30 p.m.`, or a bare hour.
pub fn clock(text: &str) -> Option<Clock> {
    let line = Line::of(text.trim()).ok()?;
    let (time, used) = time(&line, 0)?;
    (used == line.len() && time.minutes < 24 * 60).then_some(Clock(time.minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_from_both_clocks() {
        for (word, expected) in [
            ("18:00", 1080),
            ("18.00", 1080),
            ("18h30", 1110),
            ("6pm", 1080),
            ("6 P.M.", 1080),
            ("6:30pm", 1110),
            ("6.30pm", 1110),
            ("6.30 pm", 1110),
            ("6:30p.m.", 1110),
            ("6p", 1080),
            ("12am", 0),
            ("12pm", 720),
            ("noon", 720),
            ("7", 420),
            ("06:15", 375),
            ("1800", 1080),
            ("0630", 390),
            ("18 Uhr", 1080),
            ("18 Uhr 30", 1110),
            ("6 in the evening", 1080),
            ("6 o'clock", 360),
            ("half past 6 in the evening", 1110),
            ("halb sieben abends", 1110),
            ("seven thirty pm", 1170),
            ("6 am Abend", 1080),
            ("7 du soir", 1140),
        ] {
            assert_eq!(clock(word), Some(Clock(expected)), "{word}");
        }
        for word in [
            "25:00",
            "13am",
            "0am",
            "18:60",
            "18:5",
            "5x5",
            "",
            "h",
            "pm",
            "-1",
            "٦",
            "24:00",
            "6 pm sharp",
            "evening",
            "6-7pm",
            "six",
            "5 sets",
            "1.5 h",
            "18:00 19:00",
        ] {
            assert_eq!(clock(word), None, "{word}");
        }
    }
}
