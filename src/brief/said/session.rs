//! A session in a line: "Mon 18:00 squats 75 min heavy".

use super::training::{Training, effort, training};
use super::{clock, length, split, words};
use crate::model::{Clock, Effort, Focus, Kind, Minutes};

/// Most characters of a name, as in the brief.
const NAME: usize = 200;
/// Lengths a bare number may stand for, in minutes.
const BARE: std::ops::RangeInclusive<Minutes> = 15..=300;

/// A session as far as a line says what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidSession {
    /// The person's name for it; may be empty.
    pub name: String,
    /// Day of the week, Monday 0.
    pub day: usize,
    /// When it starts.
    pub start: Clock,
    /// How long it takes.
    pub minutes: Minutes,
    /// Its kind.
    pub kind: Kind,
    /// What it works.
    pub focus: Option<Focus>,
    /// How hard.
    pub effort: Option<Effort>,
    /// Session RPE.
    pub rpe: Option<u8>,
    /// What was assumed: what the session is taken for, and why.
    pub assumed: Vec<String>,
}

/// What has been found in a line so far.
#[derive(Default)]
struct Found {
    days: Vec<usize>,
    /// Whether a day behind the name was said last.
    day_last: bool,
    start: Option<Clock>,
    minutes: Option<Minutes>,
    effort: Option<Effort>,
    rpe: Option<u8>,
    assumed: Vec<String>,
    name: Vec<String>,
}

/// The sessions of a line, one for each day it names, or what the line lacks.
///
/// # Errors
/// A sentence that says what is missing or cannot be.
pub fn sessions(text: &str) -> Result<Vec<SaidSession>, String> {
    let found = read(&clock::joined(text))?;
    if found.days.is_empty() {
        return Err("say the day too, such as `Mon 18:00 squats 75 min heavy`".to_owned());
    }
    let Some(start) = found.start else {
        return Err("say when it starts too, such as `18:00` or `6pm`".to_owned());
    };
    let lower: Vec<String> = found.name.iter().map(|word| word.to_lowercase()).collect();
    let (kind, focus, usual, known) = match training(&lower) {
        Training::Session { kind, focus, usual, known } => (kind, focus, usual, known),
        Training::Run => {
            return Err(
                "runs are what gets planned: leave them out, and say only lifting, mobility and other sport".to_owned()
            );
        }
        Training::Work => {
            return Err("work is no training: leave it out here, and say when you can run instead".to_owned());
        }
    };
    let name = title(&found.name);
    let mut assumed = found.assumed;
    if !known {
        assumed
            .push("taken for another sport that spares the legs; lifting says so: `legs`, `upper`, `gym`.".to_owned());
    }
    let minutes = found.minutes.unwrap_or_else(|| {
        let usual = if kind == Kind::Mobility { 30 } else { 60 };
        assumed.push(format!("{usual} minutes, as no length is said."));
        usual
    });
    let mut effort = found.effort.or(found.rpe.map(Effort::from_rpe));
    if let (None, Some(usual)) = (effort, usual) {
        assumed.push(format!("{}, as no effort is said.", how_hard(kind, usual)));
        effort = Some(usual);
    }
    if kind == Kind::Strength && focus.is_none() {
        assumed.push("work for the legs, the safe reading, as nothing says what it trains.".to_owned());
    }
    let one = |day| SaidSession {
        name: name.clone(),
        day,
        start,
        minutes,
        kind,
        focus,
        effort,
        rpe: found.rpe,
        assumed: assumed.clone(),
    };
    Ok(found.days.iter().copied().map(one).collect())
}

fn read(text: &str) -> Result<Found, String> {
    let parts = split(text);
    let lower: Vec<String> = parts.iter().map(|(word, _)| word.clone()).collect();
    let mut found = Found::default();
    let mut at = 0;
    while at < parts.len() {
        let used = found.take(&lower[at..])?;
        if used == 0 {
            found.name.push(parts[at].1.to_owned());
        }
        at += used.max(1);
    }
    Ok(found)
}

impl Found {
    /// Takes what the next words mean, and says how many those were; none where they belong to the name.
    fn take(&mut self, words: &[String]) -> Result<usize, String> {
        let word = words[0].as_str();
        let nameless = self.name.is_empty();
        if nameless && self.start.is_none() {
            if let Some(days) = words::days(word) {
                self.days.extend(days.into_iter().filter(|day| !self.days.contains(day)).collect::<Vec<_>>());
                return Ok(1);
            }
            if matches!(word, "and" | "&" | "+" | "every" | "each") {
                return Ok(1);
            }
        }
        if matches!(word, "at" | "@" | "from" | "for") {
            return Ok(1);
        }
        if let Some(used) = self.take_when(words)? {
            return Ok(used);
        }
        if let Some(used) = self.take_effort(words)? {
            return Ok(used);
        }
        // Days that were not said in front: "squats mon and thu 18:00".
        if (self.days.is_empty() || self.day_last)
            && let Some(days) = words::days(word)
        {
            self.days.extend(days.into_iter().filter(|day| !self.days.contains(day)).collect::<Vec<_>>());
            self.day_last = true;
            return Ok(1);
        }
        if self.day_last && matches!(word, "and" | "&" | "+") {
            return Ok(1);
        }
        self.day_last = false;
        Ok(0)
    }

    fn take_when(&mut self, words: &[String]) -> Result<Option<usize>, String> {
        let word = words[0].as_str();
        if let Some((from, to)) = clock::span(word).filter(|_| self.start.is_none()) {
            self.assumed.extend(clock::guessed(word, (from, to)));
            self.start = Some(Clock(from));
            let minutes = Minutes::from(to) - Minutes::from(from);
            self.minutes = Some(if minutes > 0 { minutes } else { minutes + 24 * 60 });
            return Ok(Some(1));
        }
        // "1h15" is a length, "18h30" a time: nobody lifts for five hours.
        let length = length::leading(words).filter(|(minutes, _)| *minutes < 300);
        if let Some((minutes, used)) = length {
            if self.minutes.replace(minutes).is_some_and(|before| before != minutes) {
                return Err("the line says two lengths: leave one, such as `75 min`".to_owned());
            }
            return Ok(Some(used));
        }
        if self.start.is_none()
            && let Some(time) = clock::time(word)
            && (!time.bare || (self.name.is_empty() && !self.days.is_empty()))
        {
            let clock = time.clock();
            if clock.0 >= 24 * 60 {
                return Err("a session cannot start at 24:00: say 00:00 of the next day".to_owned());
            }
            if time.bare {
                self.assumed.push(format!("`{word}` read as {clock}."));
            }
            self.start = Some(clock);
            return Ok(Some(1));
        }
        if self.minutes.is_none()
            && self.start.is_some()
            && let Some(minutes) = word.parse().ok().filter(|minutes| BARE.contains(minutes))
        {
            self.minutes = Some(minutes);
            return Ok(Some(1));
        }
        Ok(None)
    }

    fn take_effort(&mut self, words: &[String]) -> Result<Option<usize>, String> {
        if let Some(effort) = effort(&words[0]) {
            self.effort = Some(effort);
            return Ok(Some(1));
        }
        let number = match words[0].strip_prefix("rpe") {
            Some("") => words.get(1).map(|word| (word.as_str(), 2)),
            Some(number) => Some((number.trim_start_matches([':', '=']), 1)),
            None => words[0].strip_prefix('@').map(|number| (number, 1)),
        };
        let Some((number, used)) = number else { return Ok(None) };
        let rpe = number.parse().ok().filter(|rpe| (1..=10).contains(rpe));
        self.rpe = Some(rpe.ok_or_else(|| format!("RPE goes from 1 to 10, not `{number}`"))?);
        // RPE is the finer word of the two.
        self.effort = None;
        Ok(Some(used))
    }
}

/// How hard a session is taken to be, in words.
fn how_hard(kind: Kind, effort: Effort) -> &'static str {
    match (kind, effort) {
        (Kind::Strength, Effort::Heavy) => "heavy",
        (_, Effort::Heavy) => "hard for the legs",
        (_, Effort::Moderate) => "moderate for the legs",
        (_, Effort::Light) => "light",
    }
}

/// The words of the name, the first with a capital letter.
fn title(words: &[String]) -> String {
    let name = words.join(" ");
    let mut letters = name.trim().chars();
    let first = letters.next().map(char::to_uppercase).into_iter().flatten();
    first.chain(letters).take(NAME).collect()
}

#[cfg(test)]
mod tests;
