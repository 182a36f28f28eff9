//! An illness as a person says it: `cold 3 days`, `flu`, `fever since monday`.

use chrono::{Days, NaiveDate};

use crate::follow::log::{CheckIn, Entry, Log, Missed};
use crate::plan::{Entry as Planned, LocalTime, Plan};

/// Illnesses with fever, or that may come with it: running waits until it is told to be gone.
const WITH_FEVER: [&str; 7] = ["fever", "feverish", "flu", "influenza", "temperature", "covid", "corona"];
/// Illnesses without.
const WITHOUT: [&str; 14] = [
    "cold",
    "sick",
    "ill",
    "cough",
    "throat",
    "sniffles",
    "stomach",
    "bug",
    "virus",
    "infection",
    "migraine",
    "headache",
    "nausea",
    "tonsillitis",
];
/// Words that say nothing of it.
const FILLERS: [&str; 14] =
    ["a", "an", "the", "bad", "sore", "with", "for", "of", "and", "had", "have", "been", "upset", "since"];
/// The longest illness that is taken for one, in days.
const MOST_DAYS: u32 = 365;

/// What some words say of an illness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Illness {
    /// Whether there is fever, or may be.
    pub fever: bool,
    /// For how many days up to now.
    pub days: u32,
}

/// Reads the words; what is wrong with them otherwise.
///
/// # Errors
/// The word that says neither what it is nor for how long.
pub fn illness(words: &str) -> Result<Illness, String> {
    let lower = words.to_lowercase();
    let words: Vec<&str> =
        lower.split(|char: char| char.is_whitespace() || char == ',').filter(|word| !word.is_empty()).collect();
    let (mut fever, mut named, mut days) = (false, false, None);
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let two = words.get(at + 1).map(|next| format!("{word} {next}"));
        let length =
            two.as_deref().and_then(length).map(|days| (days, 2)).or_else(|| length(word).map(|days| (days, 1)));
        if let Some((told, used)) = length {
            days = Some(told);
            at += used;
            continue;
        }
        fever |= WITH_FEVER.contains(word);
        named |= WITH_FEVER.contains(word) || WITHOUT.contains(word);
        if !WITH_FEVER.contains(word) && !WITHOUT.contains(word) && !FILLERS.contains(word) {
            return Err((*word).to_owned());
        }
        at += 1;
    }
    if !named && days.is_none() {
        return Err(String::new());
    }
    Ok(Illness { fever, days: days.unwrap_or(1).clamp(1, MOST_DAYS) })
}

/// `3 days`, `3d`, `a week`, `two weeks`.
fn length(words: &str) -> Option<u32> {
    let (number, unit) = match words.split_once(' ') {
        Some(two) => two,
        None => words.split_at(words.find(|char: char| !char.is_ascii_digit())?),
    };
    let number = match number {
        "a" | "an" | "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        number => number.parse().ok()?,
    };
    match unit {
        "d" | "day" | "days" => Some(number),
        "w" | "week" | "weeks" => Some(number.saturating_mul(7)),
        _ => None,
    }
}

/// The lines that tell of an illness up to a day: the runs that it took, as far as the log does not speak of them, and how the person
/// feels. Fever is a red flag, which stands until a check-in without it.
pub fn ill(illness: Illness, plan: Option<&Plan>, log: &Log, date: NaiveDate) -> Vec<Entry> {
    let first = date.checked_sub_days(Days::new(u64::from(illness.days) - 1)).unwrap_or(date);
    let is_taken = |start: LocalTime| (first..=date).contains(&start.0.date());
    let is_told = |one: &Planned| log.entries.iter().any(|(_, entry)| entry.speaks_of(one));
    let runs = plan.into_iter().flat_map(|plan| plan.weeks.iter().flat_map(|week| &week.sessions));
    let missed = runs.filter(|one| one.as_run().is_some() && is_taken(one.start()) && !is_told(one));
    let missed = missed.map(|one| {
        Entry::Missed(Missed {
            id: one.id().to_owned(),
            date: Some(one.start().0.date()),
            note: Some("ill".to_owned()),
        })
    });
    let signs = if illness.fever { vec!["fever".to_owned()] } else { Vec::new() };
    let felt = CheckIn { signs, days_off: Some(illness.days), ..CheckIn::on(date) };
    missed.chain([Entry::CheckIn(felt)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_illness_is_said_in_plain_words() {
        let says = |fever, days| Ok(Illness { fever, days });
        assert_eq!(illness("cold 3 days"), says(false, 3));
        assert_eq!(illness("flu"), says(true, 1));
        assert_eq!(illness("Fever for a week"), says(true, 7));
        assert_eq!(illness("sore throat 2d"), says(false, 2));
        assert_eq!(illness("two weeks covid"), says(true, 14));
        assert_eq!(illness("10 days"), says(false, 10));
        assert_eq!(illness("gout"), Err("gout".to_owned()));
        assert_eq!(illness(""), Err(String::new()));
    }

    #[test]
    fn the_runs_that_it_took_are_missed_and_the_days_are_told() {
        let plan = crate::plan::fixture::plan();
        let date = |text: &str| text.parse::<NaiveDate>().unwrap();
        let ids = |days, on: &str| -> Vec<String> {
            let lines = ill(Illness { fever: false, days }, Some(&plan), &Log::default(), date(on));
            lines.iter().filter_map(|line| line.id().map(str::to_owned)).collect()
        };
        assert_eq!(ids(4, "2027-03-28"), ["w01-easy-1", "w01-long"]);
        assert_eq!(ids(3, "2027-03-27"), ["w01-easy-1"]);
        let fever = ill(Illness { fever: true, days: 2 }, None, &Log::default(), date("2027-03-28"));
        assert_eq!(fever[0].line(), r#"{"type":"check_in","date":"2027-03-28","signs":["fever"],"days_off":2}"#);
    }
}
