//! What a person says of their week in a line, in their own spelling: sessions, free times, races, levels.

mod clock;
mod event;
mod free;
mod length;
mod session;
mod training;
mod words;

pub use event::{SaidEvent, SaidRace, event, race};
pub use free::{SaidFree, SaidWindow, free};
pub use length::minutes;
pub use session::{SaidSession, sessions};
pub use words::{day, goal, level, part_of_day};

use chrono::NaiveDate;

use crate::model::Clock;

/// Months in three letters, as a person abbreviates them.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A date: `2027-02-14`, `14.2.2027`, `14 Feb 2027` or `Feb 14, 2027`.
pub fn date(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = text.split([' ', ',', '.', '-', '/']).filter(|part| !part.is_empty()).collect();
    let [first, second, third] = parts[..] else { return None };
    let number = |part: &str| part.parse::<u32>().ok();
    let year = |part: &str| (part.len() == 4).then(|| part.parse::<i32>().ok())?;
    let month = |part: &str| {
        let word = part.to_lowercase();
        MONTHS.iter().position(|month| word.starts_with(month)).map(|index| index as u32 + 1)
    };
    let (year, month, day) = match (year(first), month(first), month(second)) {
        (Some(year), _, _) => (year, number(second)?, number(third)?),
        (None, Some(month), _) => (year(third)?, month, number(second)?),
        (None, None, Some(month)) => (year(third)?, month, number(first)?),
        // With a slash nobody knows whether the day or the month stands first.
        _ if text.contains('/') => return None,
        _ => (year(third)?, number(second)?, number(first)?),
    };
    NaiveDate::from_ymd_opt(year, month, day).filter(|_| (1900..2200).contains(&year))
}

/// A time of day: `18:00`, `6pm`, `6:30 p.m.`, or a bare hour.
pub fn clock(text: &str) -> Option<Clock> {
    let time = clock::time(&clock::joined(&text.to_lowercase()))?.clock();
    Some(time).filter(|time| time.0 < 24 * 60)
}

/// The words of a line in lower case, without commas and dots at their ends, each with its own spelling.
fn split(text: &str) -> Vec<(String, &str)> {
    text.split([' ', '\t', ',', ';'])
        .map(|word| word.trim_matches(['.', '(', ')']))
        .filter(|word| !word.is_empty())
        .map(|word| (word.to_lowercase(), word))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_day_is_read_in_one_word_or_two() {
        for text in ["18:00", "6pm", "6 pm", "6 P.M.", " 18 "] {
            assert_eq!(clock(text), Some(Clock(1080)), "{text}");
        }
        for text in ["", "24:00", "6 pm sharp", "18:00 19:00", "evening", "6-7pm"] {
            assert_eq!(clock(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_is_read_in_the_spellings_that_cannot_be_mistaken() {
        let valentine = NaiveDate::from_ymd_opt(2027, 2, 14);
        for text in ["2027-02-14", "14.2.2027", "14 Feb 2027", "14 February 2027", "Feb 14, 2027", "2027/2/14"] {
            assert_eq!(date(text), valentine, "{text}");
        }
        for text in ["2/14/2027", "14.2.27", "30 Feb 2027", "", "soon"] {
            assert_eq!(date(text), None, "{text}");
        }
    }
}
