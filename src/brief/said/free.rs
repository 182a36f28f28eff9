//! When a person can run, in a line: "tue and thu 6-8am", "sat morning", "weekdays 17:30-20:00".

use super::{clock, split, words};
use crate::brief::Window;
use crate::model::Clock;

/// A stretch of one weekday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SaidWindow {
    /// Day of the week, Monday 0.
    pub day: usize,
    /// From when to when.
    pub window: Window,
}

/// The free times of a line.
///
/// # Errors
/// A sentence that says what is missing or cannot be.
pub fn free(text: &str) -> Result<Vec<SaidWindow>, String> {
    let text = clock::joined(&text.replace("all day", "all-day").replace("any time", "anytime"));
    let (mut days, mut windows) = (Vec::new(), Vec::new());
    for (word, own) in split(&text) {
        if let Some(named) = words::days(&word) {
            days.extend(named);
        } else if let Some((from, to)) = clock::span(&word).or_else(|| named_span(&word)) {
            windows.push(Window { from: Clock(from), to });
        } else if !matches!(word.as_str(), "and" | "&" | "+" | "from" | "every" | "each" | "on" | "in" | "the") {
            let what: String = own.chars().take(40).collect();
            return Err(format!("`{what}` is no day and no time; write it as `tue 06:00-08:00`"));
        }
    }
    if windows.is_empty() && !days.is_empty() {
        return Err("say from when to when too, such as `06:00-08:00`, `morning` or `all day`".to_owned());
    }
    if days.is_empty() {
        return Err("say the day too, such as `tue 06:00-08:00`, `weekdays` or `daily`".to_owned());
    }
    let mut said: Vec<SaidWindow> = Vec::new();
    for day in days {
        let fresh: Vec<SaidWindow> = windows.iter().map(|window| SaidWindow { day, window: *window }).collect();
        said.extend(fresh.into_iter().filter(|window| !said.contains(window)).collect::<Vec<_>>());
    }
    Ok(said)
}

/// Parts of a day that a person is awake in, in minutes of the day.
fn named_span(word: &str) -> Option<(u16, u16)> {
    match word.trim_end_matches('s') {
        "morning" => Some((6 * 60, 11 * 60)),
        "midday" | "lunch" | "lunchtime" => Some((11 * 60, 14 * 60)),
        "afternoon" => Some((13 * 60, 18 * 60)),
        "evening" => Some((17 * 60, 21 * 60)),
        "anytime" | "all-day" | "alway" => Some((6 * 60, 21 * 60)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<(usize, u16, u16)> {
        free(text).unwrap().iter().map(|said| (said.day, said.window.from.0, said.window.to)).collect()
    }

    #[test]
    fn free_times_are_days_and_stretches() {
        for text in ["tue 06:00-08:00", "Tuesday 6-8am", "tue 6 am - 8 am", "tue from 6:00 to 8:00"] {
            assert_eq!(said(text), [(1, 360, 480)], "{text}");
        }
        assert_eq!(said("tue, thu 6-8am"), [(1, 360, 480), (3, 360, 480)]);
        assert_eq!(said("sat morning"), [(5, 360, 660)]);
        assert_eq!(said("Sat all day"), [(5, 360, 1260)]);
        assert_eq!(said("weekend 8-12 16:00-18:00").len(), 4);
        assert_eq!(said("mon-fri 12:00-13:00").len(), 5);
        assert_eq!(said("fri 22:00-01:00"), [(4, 1320, 60)]);
    }

    #[test]
    fn what_is_no_free_time_is_told() {
        assert!(free("tue").unwrap_err().starts_with("say from when"));
        assert!(free("06:00-08:00").unwrap_err().starts_with("say the day"));
        assert!(free("tue whenever").unwrap_err().starts_with("`whenever` is no day"));
    }
}
