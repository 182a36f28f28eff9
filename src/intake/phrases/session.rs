//! Sessions in a line: "Mon 18:00 squats 75 min heavy", "Push Mon 18:00, Pull Wed 18:00".

mod build;
mod draft;
mod name;
mod numbers;
mod share_out;

use chrono::NaiveDate;

use super::clauses::clauses;
use super::cycle::Cycle;
use super::items::items;
use super::token::Line;
use super::{Reading, Refusal, refused};
use crate::model::{Clock, Effort, Focus, Kind, Minutes, RunClass, WEEKDAY_NAMES};
use draft::Draft;
pub(super) use draft::replaced;

/// The day of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Every week on this day, Monday 0.
    Weekly(usize),
    /// Once.
    On(NaiveDate),
}

/// A session as a line says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidSession {
    /// The person's name for it; may be empty.
    pub name: String,
    /// Its day.
    pub when: When,
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
    /// Whether it is a match or a meet.
    pub is_match: bool,
    /// What kind of run it is, of a run.
    pub class: Option<RunClass>,
    /// How far a run goes, in metres.
    pub metres: Option<u32>,
    /// The weeks it takes place in.
    pub cycle: Cycle,
    /// Where planning chooses its place: among what.
    pub among: Option<Among>,
}

/// Days and hours of which planning chooses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Among {
    /// The weekdays, Monday 0, that of the session first.
    pub days: Vec<usize>,
    /// Hours that it fits into, from when to when in minutes of the day; the start of the session where none are said.
    pub hours: Option<(u16, u16)>,
}

impl Among {
    /// The days in a line.
    pub fn day_words(&self) -> String {
        self.days.iter().map(|day| &WEEKDAY_NAMES[*day][..3]).collect::<Vec<_>>().join(" or ")
    }
}

impl SaidSession {
    /// The session in a line that is read as the same session.
    pub fn line(&self) -> String {
        let day = match self.when {
            When::Weekly(day) => WEEKDAY_NAMES[day][..3].to_owned(),
            When::On(date) => date.to_string(),
        };
        let (day, start) = match &self.among {
            None => (day, self.start.to_string()),
            Some(among @ Among { hours: None, .. }) => (among.day_words(), self.start.to_string()),
            Some(among @ Among { hours: Some((from, to)), .. }) => {
                (format!("any {}", among.day_words()), format!("{}-{}", Clock(*from), Clock(*to)))
            }
        };
        let effort = match (self.rpe, self.effort) {
            (Some(rpe), _) => format!(" RPE {rpe}"),
            (None, Some(effort)) => format!(" {effort}"),
            (None, None) => String::new(),
        };
        let plainly = build::plain_words(self);
        let cycle = self.cycle.words();
        let far = self.metres.map_or(String::new(), |metres| format!(" {} km", f64::from(metres) / 1000.0));
        let name = if plainly.is_empty() { self.name.clone() } else { format!("{} ({plainly})", self.name) };
        format!("{day} {start} {name} {} min{far}{effort} {cycle}", self.minutes).trim_end().replace("  ", " ")
    }
}

/// What words such as `legs`, `gym` or `yoga` say of a session: its kind, and what it works where they tell it.
pub fn training(words: &str) -> Option<(Kind, Option<Focus>)> {
    // The day and the hour are only there to make it a session.
    let read = read_session(&format!("Mon 18:00 {words}"), NaiveDate::default()).ok()?;
    let [session] = &read.found[..] else { return None };
    let known = read.left_over.is_empty() && session.kind != Kind::Run;
    let says = read.unsure.is_empty() || session.kind == Kind::Strength;
    (known && says).then_some((session.kind, session.focus))
}

/// The sessions of a line, one for each day and part of it.
///
/// # Errors
/// What is missing or cannot be, in a sentence.
pub fn read_session(text: &str, today: NaiveDate) -> Result<Reading<Vec<SaidSession>>, Refusal> {
    let line = Line::of(text)?;
    let mut reading = Reading::plain(Vec::new());
    let mut drafts = Vec::new();
    for clause in clauses(items(&line, today)?) {
        let mut draft = Draft::of(&line, &numbers::settled(&line, clause), &mut reading)?;
        draft.begin(today, &mut reading);
        drafts.push(draft);
    }
    if drafts.is_empty() {
        return refused(text, "say the day too, such as `Mon 18:00 squats 75 min heavy`");
    }
    share_out::fill(&line, &mut drafts, &mut reading)?;
    for at in 0..drafts.len() {
        let before = drafts[..at].iter().rev().find_map(|draft| build::sport(&draft.words));
        build::sessions(&line, &drafts[at], before, &mut reading)?;
    }
    Ok(reading)
}

#[cfg(test)]
mod tests;
