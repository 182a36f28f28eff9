//! Races in a line: "Spring 10K 2027-02-14 10", "10 km 48:30 2026-10-04".

use chrono::NaiveDate;

use super::super::form::race_seconds;
use super::date;

/// Kilometres of a mile, half a marathon and a marathon.
const MILE: f64 = 1.609_344;
const HALF: f64 = 21.0975;
const MARATHON: f64 = 42.195;

/// A race to come.
#[derive(Clone, Debug, PartialEq)]
pub struct SaidEvent {
    /// Its name; may be empty.
    pub name: String,
    /// Its day.
    pub date: NaiveDate,
    /// Its distance in kilometres.
    pub distance_km: f64,
}

/// A race that was run.
#[derive(Clone, Debug, PartialEq)]
pub struct SaidRace {
    /// Its distance in kilometres.
    pub distance_km: f64,
    /// How long it took, as the brief writes it.
    pub time: String,
    /// When it was run.
    pub date: NaiveDate,
}

/// A race to come: its name, its day and its distance in kilometres.
///
/// # Errors
/// A sentence that says what is missing.
pub fn event(text: &str) -> Result<SaidEvent, String> {
    let (day, rest) = dated(text).ok_or("say its day, such as `Spring 10K 2027-02-14`")?;
    let (given, name) = distance_at_end(&rest);
    let distance_km = given
        .or_else(|| distance_in(&name))
        .filter(|km| (0.8..=500.0).contains(km))
        .ok_or("say how far it goes in kilometres, such as `Spring 10K 2027-02-14 10`")?;
    Ok(SaidEvent { name: name.join(" ").chars().take(200).collect(), date: day, distance_km })
}

/// A race that was run: its distance, its time and its day.
///
/// # Errors
/// A sentence that says what is missing.
pub fn race(text: &str) -> Result<SaidRace, String> {
    let (day, rest) = dated(text).ok_or("say when it was run, such as `10 km 48:30 2026-10-04`")?;
    let time = rest.iter().find(|word| race_seconds(word).is_some()).cloned();
    let time = time.ok_or("say how long it took, such as `48:30` or `1:45:00`")?;
    let rest: Vec<String> = rest.into_iter().filter(|word| *word != time && word != "in").collect();
    let distance_km = distance_at_end(&rest)
        .0
        .or_else(|| distance_in(&rest))
        .filter(|km| (0.8..=500.0).contains(km))
        .ok_or("say how far it went in kilometres, such as `10 km 48:30 2026-10-04`")?;
    Ok(SaidRace { distance_km, time, date: day })
}

/// The date of a line, and the other words in their order.
fn dated(text: &str) -> Option<(NaiveDate, Vec<String>)> {
    let words: Vec<String> = text.split([' ', ',', '\t']).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    for length in [1, 3] {
        for at in 0..words.len().saturating_sub(length - 1) {
            if let Some(day) = date(&words[at..at + length].join(" ")) {
                let rest = words[..at].iter().chain(&words[at + length..]).filter(|word| *word != "on");
                return Some((day, rest.cloned().collect()));
            }
        }
    }
    None
}

/// A distance that the last words are, and the words before it.
fn distance_at_end(words: &[String]) -> (Option<f64>, Vec<String>) {
    let number = |word: &String| word.parse::<f64>().ok();
    match words {
        [rest @ .., value, unit] if number(value).is_some() && factor(unit).is_some() => {
            (number(value).and_then(|value| kilometres(value, unit)), rest.to_vec())
        }
        [rest @ .., last] if number(last).is_some() => (number(last), rest.to_vec()),
        _ => (None, words.to_vec()),
    }
}

/// A distance that a name holds: "10K", "half marathon", "5 miles".
fn distance_in(words: &[String]) -> Option<f64> {
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let told = lower.iter().enumerate().find_map(|(at, word)| {
        let end = word.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(word.len());
        let (number, unit) = word.split_at(end);
        let unit = if unit.is_empty() { lower.get(at + 1)?.as_str() } else { unit.trim_start_matches('-') };
        kilometres(number.parse().ok()?, unit)
    });
    told.or_else(|| {
        let marathon = lower.iter().any(|word| word.contains("marathon"));
        let half = lower.iter().any(|word| word.starts_with("half"));
        if half { Some(HALF) } else { marathon.then_some(MARATHON) }
    })
}

/// A distance to the metre.
fn kilometres(value: f64, unit: &str) -> Option<f64> {
    Some((value * factor(unit)? * 1000.0).round() / 1000.0)
}

fn factor(unit: &str) -> Option<f64> {
    match unit.to_lowercase().as_str() {
        "k" | "km" | "kms" | "kilometres" | "kilometers" => Some(1.0),
        "mi" | "mile" | "miles" => Some(MILE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> (String, String, String) {
        let event = event(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        (event.name, event.date.to_string(), format!("{:.1}", event.distance_km))
    }

    #[test]
    fn a_race_to_come_has_a_name_a_day_and_a_distance() {
        let spring = |name: &str| (name.to_owned(), "2027-02-14".to_owned(), "10.0".to_owned());
        assert_eq!(told("Spring 10K 2027-02-14 10"), spring("Spring 10K"));
        assert_eq!(told("Spring 10K 2027-02-14"), spring("Spring 10K"));
        assert_eq!(told("Spring run on 14 Feb 2027 10 km"), spring("Spring run"));
        assert_eq!(told("Berlin half marathon 2027-04-04").2, "21.1");
        assert_eq!(told("Marathon 2027-04-25").2, "42.2");
        assert_eq!(told("Trail 50 miles 2027-05-01").2, "80.5");
        assert_eq!(event("Park 3.1 mi 2027-05-01").unwrap().distance_km.to_string(), "4.989");
        assert!(event("Spring 2027-02-14").unwrap_err().starts_with("say how far"));
        assert!(event("Spring 10K").unwrap_err().starts_with("say its day"));
    }

    #[test]
    fn a_race_that_was_run_has_a_time_too() {
        let told = |text| race(text).map(|race| (format!("{:.1}", race.distance_km), race.time, race.date.to_string()));
        let ten = ("10.0".to_owned(), "48:30".to_owned(), "2026-10-04".to_owned());
        assert_eq!(told("10 km 48:30 2026-10-04"), Ok(ten));
        assert_eq!(told("half marathon in 1:45:00 on 2026-09-20").unwrap().0, "21.1");
        assert!(race("10 km 2026-10-04").unwrap_err().starts_with("say how long"));
    }
}
