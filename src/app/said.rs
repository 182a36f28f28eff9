//! Something done or missed as a person says it: `"easy run" 2027-01-14 45 min rpe 6`.

use chrono::NaiveDate;

use super::NoAnswer;
use crate::intake::phrases;
use crate::model::{Clock, Minutes};
use crate::plan::{Named, Plan, Toward, Unnamed};

/// What some words say of something that was done.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// Which it was: the words that say nothing else.
    pub what: String,
    /// When it started.
    pub start: Option<Clock>,
    /// How long it took.
    pub minutes: Option<Minutes>,
    /// How hard it felt.
    pub rpe: Option<f64>,
    /// How far it went, in kilometres.
    pub distance_km: Option<f64>,
}

/// Kilometres of a mile.
const MILE: f64 = 1.609_344;
/// A length of time is written in so many words at most: `1 h 15 min`.
const LENGTH_WORDS: usize = 4;

/// Takes what says how long, how far, how hard and when out of some words.
pub fn said(words: &str) -> Said {
    let words: Vec<&str> = words.split_whitespace().collect();
    let (mut said, mut what) = (Said::default(), Vec::new());
    let mut at = 0;
    while let Some(word) = words.get(at) {
        match said.take(&words[at..]) {
            0 => {
                what.push(*word);
                at += 1;
            }
            used => at += used,
        }
    }
    said.what = what.join(" ");
    said
}

impl Said {
    /// Takes what the words begin with, and says how many they were.
    fn take(&mut self, words: &[&str]) -> usize {
        let first = words[0].to_lowercase();
        let next = words.get(1).copied().unwrap_or_default();
        if let Some(rpe) = first.strip_prefix("rpe") {
            let (number, used) = if rpe.is_empty() { (next, 2) } else { (rpe, 1) };
            self.rpe = decimal(number).or(self.rpe);
            return if decimal(number).is_some() { used } else { 0 };
        }
        for (unit, km) in [("km", 1.0), ("mi", MILE), ("miles", MILE)] {
            let glued = first.strip_suffix(unit).and_then(decimal).map(|far| (far, 1));
            let apart = decimal(&first).filter(|_| next.eq_ignore_ascii_case(unit)).map(|far| (far, 2));
            if let Some((far, used)) = glued.or(apart) {
                self.distance_km = Some((far * km * 100.0).round() / 100.0);
                return used;
            }
        }
        if let Some(clock) = phrases::clock(next).filter(|_| first == "at") {
            self.start = Some(clock);
            return 2;
        }
        if let Some(clock) = phrases::clock(&first).filter(|_| first.contains(':')) {
            self.start = Some(clock);
            return 1;
        }
        let lengths = (1..=LENGTH_WORDS.min(words.len())).rev();
        let length = lengths.map(|used| (used, words[..used].join(" "))).find_map(|(used, text)| {
            let has_unit =
                text.starts_with(|letter: char| letter.is_ascii_digit()) && text.contains(char::is_alphabetic);
            phrases::minutes(&text).filter(|_| has_unit).map(|minutes| (used, minutes))
        });
        let Some((used, minutes)) = length else { return 0 };
        self.minutes = Some(minutes);
        used
    }
}

fn decimal(text: &str) -> Option<f64> {
    let is_number = text.starts_with(|letter: char| letter.is_ascii_digit());
    text.replace(',', ".").parse().ok().filter(|number: &f64| is_number && number.is_finite())
}

/// A run or session of the plan, and the day it was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meant {
    /// Its id.
    pub id: String,
    /// The day that was said, or else its own.
    pub date: Option<NaiveDate>,
}

/// The run or session that words mean of something that is over; no words mean the last run up to today. A day is that of the
/// thing itself, or the day on which it was done instead.
///
/// # Errors
/// Words that mean nothing in this plan, or more than one thing.
pub fn meant(plan: &Plan, what: &str, today: NaiveDate) -> Result<Meant, NoAnswer> {
    if what.trim().is_empty() {
        let over = plan.runs().filter(|run| run.start.0.date() <= today).max_by_key(|run| run.start);
        let run = over.ok_or(NoAnswer::NothingOver(today))?;
        return Ok(Meant { id: run.id.clone(), date: Some(run.start.0.date()) });
    }
    let named = match plan.named(what, today, Toward::Behind) {
        Err(Unnamed::NotThere) => {
            let near = plan.named_near(what, today);
            let (one, date) = near.ok_or_else(|| NoAnswer::Unnamed(what.to_owned(), Unnamed::NotThere))?;
            return Ok(Meant { id: one.id, date: Some(date) });
        }
        named => named.map_err(|why| NoAnswer::Unnamed(what.to_owned(), why))?,
    };
    let runs: Vec<&Named> = named.iter().filter(|one| one.is_run).collect();
    let fitting = if runs.is_empty() { named.iter().collect() } else { runs };
    match fitting[..] {
        [] => Err(NoAnswer::NoRun(what.to_owned())),
        [one] => Ok(Meant { id: one.id.clone(), date: one.date }),
        _ => {
            let ids = fitting.iter().map(|one| one.id.clone()).collect();
            Err(NoAnswer::Several(what.to_owned(), ids))
        }
    }
}

/// What words such as `long 45 min rpe 6` mean that were said of something that is over, and the day it was done or meant for.
///
/// # Errors
/// Words that mean nothing in this plan, or more than one thing.
pub fn recorded(plan: &Plan, words: &str, today: NaiveDate) -> Result<(String, Said, NaiveDate), NoAnswer> {
    let whole = Said { what: words.to_owned(), ..Said::default() };
    if let Some(day) = plan.day_of(words) {
        return Ok((words.to_owned(), whole, day));
    }
    // A name may hold what else would say how long.
    let tries = [whole, said(words)].map(|said| (meant(plan, &said.what, today), said));
    let ([(Ok(meant), said), _] | [_, (Ok(meant), said)]) = tries.clone() else {
        let [_, (why, _)] = tries;
        return Err(why.err().unwrap_or_else(|| NoAnswer::NoRun(words.to_owned())));
    };
    let day = plan.day_of(&meant.id).filter(|_| meant.date.is_none()).or(meant.date).unwrap_or(today);
    Ok((meant.id, said, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_say_how_long_how_far_how_hard_and_when() {
        let all = said("2027-01-14 easy run 45 min rpe 6 8,2 km at 7:15");
        let told = Said {
            what: "2027-01-14 easy run".to_owned(),
            start: Some(Clock(7 * 60 + 15)),
            minutes: Some(45),
            rpe: Some(6.0),
            distance_km: Some(8.2),
        };
        assert_eq!(all, told);
        assert_eq!(said("long 1 h 15 min").minutes, Some(75));
        assert_eq!(
            said("long 1h15 rpe7.5"),
            Said { what: "long".to_owned(), minutes: Some(75), rpe: Some(7.5), ..Said::default() }
        );
        assert_eq!(said("5 mi").distance_km, Some(8.05));
        for name in ["w01-easy-1", "long", "thu", "2027-01-14", "Squat day", "rpe", "45"] {
            assert_eq!(said(name), Said { what: name.to_owned(), ..Said::default() });
        }
    }

    #[test]
    fn what_is_over_is_found_by_name_by_day_and_by_nothing_at_all() {
        let plan = crate::plan::fixture::plan();
        let id = |what: &str, today: &str| {
            meant(&plan, what, today.parse().unwrap()).map(|one| (one.id, one.date.map(|date| date.to_string())))
        };
        let is = |id: &str, date: &str| Ok((id.to_owned(), Some(date.to_owned())));
        assert_eq!(id("", "2027-03-27"), is("w01-easy-1", "2027-03-25"));
        assert_eq!(id("", "2027-03-29"), is("w01-long", "2027-03-28"));
        assert_eq!(id("mon", "2027-03-27"), is("w01-s1", "2027-03-22"));
        assert_eq!(id("easy run 2027-03-26", "2027-03-27"), is("w01-easy-1", "2027-03-26"));
        assert_eq!(id("long fri", "2027-03-27"), is("w01-long", "2027-03-26"));
        assert!(matches!(id("w01", "2027-03-27"), Err(NoAnswer::Several(..))));
        assert!(matches!(id("", "2027-03-20"), Err(NoAnswer::NothingOver(_))));
        assert!(matches!(id("lnog", "2027-03-27"), Err(NoAnswer::Unnamed(..))));
    }
}
