//! The wording that terminal, page and calendar share: dates, clock times, lengths, distances, counts.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

use crate::model::{Effort, Focus, Goal, Minutes, Phase, RunClass, WEEKDAY_NAMES};
pub use crate::model::{count, list};

/// Kilometres in a mile.
const KM_PER_MILE: f64 = 1.609_344;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The weekday of a date, "Monday".
pub fn weekday(date: NaiveDate) -> &'static str {
    WEEKDAY_NAMES[date.weekday().num_days_from_monday() as usize]
}

/// The weekday in three letters, "Mon".
pub fn weekday_short(date: NaiveDate) -> &'static str {
    &weekday(date)[..3]
}

fn month(date: NaiveDate) -> &'static str {
    MONTHS[date.month0() as usize]
}

/// A date without its year, "30 Nov".
pub fn date_short(date: NaiveDate) -> String {
    format!("{} {}", date.day(), &month(date)[..3])
}

/// A date in full, "30 November 2026".
pub fn date_long(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month(date), date.year())
}

/// A date with its weekday, "Monday 30 November".
pub fn date_spoken(date: NaiveDate) -> String {
    format!("{} {} {}", weekday(date), date.day(), month(date))
}

/// Two dates as a span, "30 November to 6 December 2026"; what both share is said once.
pub fn date_span(from: NaiveDate, to: NaiveDate) -> String {
    let first = match (from.year() == to.year(), from.month() == to.month()) {
        (true, true) => from.day().to_string(),
        (true, false) => format!("{} {}", from.day(), month(from)),
        (false, _) => date_long(from),
    };
    format!("{first} to {}", date_long(to))
}

/// A time on the wall, "06:30", or "6:30 a.m." on the 12-hour clock.
pub fn clock(time: NaiveTime, twelve_hour: bool) -> String {
    if !twelve_hour {
        return format!("{:02}:{:02}", time.hour(), time.minute());
    }
    let (afternoon, hour) = time.hour12();
    format!("{hour}:{:02} {}", time.minute(), if afternoon { "p.m." } else { "a.m." })
}

/// A length of one session in minutes, "75 min".
pub fn minutes(minutes: Minutes) -> String {
    format!("{minutes} min")
}

/// A total of minutes, "45 min", "2 h" or "1 h 15 min".
pub fn hours(minutes: Minutes) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => format!("{rest} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, rest) => format!("{hours} h {rest} min"),
    }
}

/// The length of a step that may hold half minutes, "30 s", "1 min 30 s", "10 min".
pub fn step_length(minutes: f64) -> String {
    let seconds = (minutes * 60.0).round().clamp(0.0, 1e6) as u32;
    match (seconds / 60, seconds % 60) {
        (0, rest) => format!("{rest} s"),
        (minutes, 0) => format!("{minutes} min"),
        (minutes, rest) => format!("{minutes} min {rest} s"),
    }
}

/// A distance with one decimal where it says something, "4.9 km", "10 km", "3 mi".
pub fn distance(km: f64, miles: bool) -> String {
    let (value, unit) = if miles { (km / KM_PER_MILE, "mi") } else { (km, "km") };
    let number = format!("{value:.1}");
    format!("{} {unit}", number.strip_suffix(".0").unwrap_or(&number))
}

/// A pace range as the plan holds it (`5:50-6:25 /km`) in the person's unit; what is no such pace stays as it is.
pub fn pace(text: &str, miles: bool) -> String {
    let Some(per_km) = text.strip_suffix("/km") else { return text.replace('-', "–") };
    let ends: Option<Vec<u32>> = per_km.trim().split('-').map(seconds_of).collect();
    let Some(ends) = ends else { return text.to_owned() };
    let shown: Vec<String> = ends
        .iter()
        .map(|&seconds| if miles { (f64::from(seconds) * KM_PER_MILE).round() as u32 } else { seconds })
        .map(|seconds| format!("{}:{:02}", seconds / 60, seconds % 60))
        .collect();
    format!("{} /{}", shown.join("–"), if miles { "mi" } else { "km" })
}

fn seconds_of(pace: &str) -> Option<u32> {
    let (minutes, seconds) = pace.split_once(':')?;
    let (minutes, seconds): (u32, u32) = (minutes.trim().parse().ok()?, seconds.trim().parse().ok()?);
    (minutes < 100 && seconds < 60).then_some(minutes * 60 + seconds)
}

/// A whole number with its thousands apart, "1,210".
pub fn thousands(number: i32) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::from(if number < 0 { "-" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Week numbers in order with runs of them as spans, "week 3", "weeks 1 to 4 and 6".
pub fn weeks(numbers: &[u32]) -> String {
    let spans = numbers.chunk_by(|a, b| a + 1 == *b).map(|span| match span {
        [first, .., last] if last - first > 1 => format!("{first} to {last}"),
        span => list(&span.iter().map(u32::to_string).collect::<Vec<_>>()),
    });
    let spans: Vec<String> = spans.collect();
    format!("{} {}", if numbers.len() == 1 { "week" } else { "weeks" }, list(&spans))
}

/// The text with a capital first letter.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A goal as a person says it.
pub fn goal(goal: Goal) -> &'static str {
    goal.pick("Strength and muscle", "Endurance", "Weight loss", "General fitness")
}

/// What kind of run a class is, "hard".
pub fn class(class: RunClass) -> &'static str {
    match class {
        RunClass::Easy => "easy",
        RunClass::Quality => "hard",
        RunClass::Long => "long",
        RunClass::Race => "race",
    }
}

/// A phase as a heading, "Base".
pub fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Base => "Base",
        Phase::Build => "Build",
        Phase::Peak => "Peak",
        Phase::Taper => "Taper",
        Phase::Recovery => "Recovery",
    }
}

/// What a strength session works, "full body".
pub fn focus(focus: Focus) -> &'static str {
    match focus {
        Focus::Lower => "legs",
        Focus::Upper => "upper body",
        Focus::Core => "core",
        Focus::FullBody => "full body",
    }
}

/// How hard a session is, "heavy".
pub fn effort(effort: Effort) -> &'static str {
    effort.word()
}

/// What became of a run that found no place.
pub fn fate(declined: bool) -> &'static str {
    if declined { "given up for other runs" } else { "left out" }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_span_of_dates_says_what_both_share_once() {
        assert_eq!(date_span(date(2026, 12, 7), date(2026, 12, 13)), "7 to 13 December 2026");
        assert_eq!(date_span(date(2026, 11, 30), date(2026, 12, 6)), "30 November to 6 December 2026");
        assert_eq!(date_span(date(2026, 12, 28), date(2027, 1, 3)), "28 December 2026 to 3 January 2027");
        assert_eq!(date_spoken(date(2026, 11, 30)), "Monday 30 November");
    }

    #[test]
    fn noon_and_midnight_are_twelve_on_the_twelve_hour_clock() {
        let at = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
        assert_eq!(clock(at(0, 5), true), "12:05 a.m.");
        assert_eq!(clock(at(12, 0), true), "12:00 p.m.");
        assert_eq!(clock(at(18, 30), true), "6:30 p.m.");
        assert_eq!(clock(at(6, 30), false), "06:30");
    }

    #[test]
    fn lengths_are_said_in_the_largest_unit_that_fits() {
        assert_eq!((hours(45), hours(120), hours(75)), ("45 min".into(), "2 h".into(), "1 h 15 min".into()));
        assert_eq!([0.5, 1.5, 10.0].map(step_length), ["30 s", "1 min 30 s", "10 min"]);
    }

    #[test]
    fn distances_and_paces_come_in_the_persons_unit() {
        assert_eq!(
            [(10.0, false), (4.94, false), (42.195, true)].map(|(km, mi)| distance(km, mi)),
            ["10 km", "4.9 km", "26.2 mi"]
        );
        assert_eq!(pace("5:50-6:25 /km", false), "5:50–6:25 /km");
        assert_eq!(pace("5:00 /km", true), "8:03 /mi");
        assert_eq!(pace("by feel", true), "by feel");
    }

    #[test]
    fn numbers_and_lists_read_well() {
        assert_eq!([0, 999, 1210, 1_234_567].map(thousands), ["0", "999", "1,210", "1,234,567"]);
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
        assert_eq!((weeks(&[3]), weeks(&[1, 2, 3, 4, 6])), ("week 3".into(), "weeks 1 to 4 and 6".into()));
        assert_eq!((count(1, "run"), count(0, "run")), ("1 run".into(), "0 runs".into()));
    }
}
