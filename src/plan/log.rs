//! The training log: a file of JSON lines, one a line, saying what was really done and how the person felt.

mod clock;
mod done;
mod fields;
mod read;
mod schema;

pub use done::{Done, DoneRun};
pub use read::LineProblem;
pub use schema::schema;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Plan;
use crate::brief;
use crate::model::{Clock, Effort, Focus, Kind, Minutes, RunType};

/// One line of a log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Entry {
    /// A planned run or session was done, perhaps shorter or on another day.
    Done(Kept),
    /// A planned run or session was not done.
    Missed(Missed),
    /// A run or session that was not planned.
    Added(Added),
    /// How the person feels.
    CheckIn(CheckIn),
}

/// A planned run or session that was done. What is not said was as planned.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// Its id in the plan.
    pub id: String,
    /// The day it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// When it started.
    #[serde(default, with = "clock", skip_serializing_if = "Option::is_none")]
    pub start: Option<Clock>,
    /// How long it took.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<Minutes>,
    /// How hard it felt, session RPE 0 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rpe: Option<f64>,
    /// How far it went, in kilometres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distance_km: Option<f64>,
    /// The person's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A planned run or session that was not done.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Missed {
    /// Its id in the plan.
    pub id: String,
    /// The day it was meant for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// The person's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A run or session that was not planned.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Added {
    /// The day.
    pub date: NaiveDate,
    /// When it started; noon when not given.
    #[serde(default, with = "clock", skip_serializing_if = "Option::is_none")]
    pub start: Option<Clock>,
    /// How long it took.
    pub minutes: Minutes,
    /// What it was.
    pub kind: Activity,
    /// What a strength session worked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub focus: Option<Focus>,
    /// How hard a session was meant to be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effort: Option<Effort>,
    /// How hard it felt, session RPE 0 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rpe: Option<f64>,
    /// How far it went, in kilometres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distance_km: Option<f64>,
    /// The person's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A type of run or a kind of session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activity {
    /// A run.
    Run(RunType),
    /// Anything else.
    Session(Kind),
}

impl Activity {
    /// The word in the file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Run(kind) => kind.word(),
            Self::Session(kind) => kind.word(),
        }
    }

    /// The activity with this word.
    pub fn parse(word: &str) -> Option<Self> {
        RunType::parse(word).map(Self::Run).or_else(|| Kind::parse(word).map(Self::Session))
    }
}

impl Serialize for Activity {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

impl<'de> Deserialize<'de> for Activity {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        Self::parse(&word).ok_or_else(|| serde::de::Error::custom(format!("`{word}` is no kind of run or session")))
    }
}

/// How the person feels on a day; the same questions as `readiness` in a brief.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckIn {
    /// The day.
    pub date: NaiveDate,
    /// Hours slept in the last night.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sleep_hours: Option<f64>,
    /// Fatigue, 1 (very good) to 7 (very bad).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fatigue: Option<u8>,
    /// Muscle soreness, 1 to 7.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub soreness: Option<u8>,
    /// Stress, 1 to 7.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stress: Option<u8>,
    /// Pain while or after running, 0 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pain: Option<u8>,
    /// Signs of overtraining and red flags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signs: Vec<String>,
    /// For how many days the signs have lasted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signs_days: Option<u32>,
    /// Days without running up to this date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_off: Option<u32>,
}

impl From<&CheckIn> for brief::CheckIn {
    fn from(one: &CheckIn) -> Self {
        Self {
            date: one.date,
            sleep_hours: one.sleep_hours,
            fatigue: one.fatigue,
            soreness: one.soreness,
            stress: one.stress,
            pain: one.pain,
            signs: one.signs.clone(),
            signs_days: one.signs_days,
            days_off: one.days_off,
        }
    }
}

impl Entry {
    /// The line that says this, without its line break.
    pub fn line(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The planned run or session it speaks of.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Done(kept) => Some(&kept.id),
            Self::Missed(missed) => Some(&missed.id),
            Self::Added(_) | Self::CheckIn(_) => None,
        }
    }

    /// The day it speaks of, where it says so.
    pub fn date(&self) -> Option<NaiveDate> {
        match self {
            Self::Done(kept) => kept.date,
            Self::Missed(missed) => missed.date,
            Self::Added(added) => Some(added.date),
            Self::CheckIn(check_in) => Some(check_in.date),
        }
    }
}

/// A log: the entries that can be used, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Log {
    /// Line number from 1, and what the line says. Of several that speak of one thing only the last is here.
    pub entries: Vec<(usize, Entry)>,
}

impl Log {
    /// Reads a log. Every line that cannot be used is told; the others are used.
    pub fn read(text: &[u8]) -> (Self, Vec<LineProblem>) {
        read::read(text)
    }

    /// The lines that speak of what the plan does not hold, or of a day far from the planned one.
    pub fn against(&self, plan: &Plan) -> Vec<LineProblem> {
        read::against(self, plan)
    }

    /// The lines that speak of days after `today`.
    pub fn after(&self, today: NaiveDate) -> Vec<LineProblem> {
        read::after(self, today)
    }

    /// The check-ins, oldest first.
    pub fn check_ins(&self) -> Vec<brief::CheckIn> {
        let check_ins = self.entries.iter().filter_map(|(_, entry)| match entry {
            Entry::CheckIn(one) => Some(brief::CheckIn::from(one)),
            _ => None,
        });
        let mut check_ins: Vec<_> = check_ins.collect();
        check_ins.sort_by_key(|one| one.date);
        check_ins
    }
}
