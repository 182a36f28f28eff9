//! One line of a log.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Activity, Lap, clock, number};
use crate::model::{Clock, Effort, Focus, Minutes};
use crate::plan::{Entry as Planned, Plan};

/// From how many days off the planned day a date means something else, or is a slip of the pen.
const FAR_OFF_DAYS: i64 = 14;

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
    #[serde(default, serialize_with = "number::serialize", skip_serializing_if = "Option::is_none")]
    pub rpe: Option<f64>,
    /// How far it went, in kilometres.
    #[serde(default, serialize_with = "number::serialize", skip_serializing_if = "Option::is_none")]
    pub distance_km: Option<f64>,
    /// The laps of a recording that follow the steps of the run.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub laps: Vec<Lap>,
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
    #[serde(default, serialize_with = "number::serialize", skip_serializing_if = "Option::is_none")]
    pub rpe: Option<f64>,
    /// How far it went, in kilometres.
    #[serde(default, serialize_with = "number::serialize", skip_serializing_if = "Option::is_none")]
    pub distance_km: Option<f64>,
    /// The person's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// How the person feels on a day; the same questions as `readiness` in a brief.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckIn {
    /// The day.
    pub date: NaiveDate,
    /// Hours slept in the last night.
    #[serde(default, serialize_with = "number::serialize", skip_serializing_if = "Option::is_none")]
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

impl CheckIn {
    /// A check-in that says nothing.
    pub fn on(date: NaiveDate) -> Self {
        Self {
            date,
            sleep_hours: None,
            fatigue: None,
            soreness: None,
            stress: None,
            pain: None,
            signs: Vec::new(),
            signs_days: None,
            days_off: None,
        }
    }
}

/// Whether two days can be the planned and the real day of one thing.
pub(super) fn are_near(one: NaiveDate, other: NaiveDate) -> bool {
    (one - other).num_days().abs() < FAR_OFF_DAYS
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

    /// Whether it speaks of this planned run or session. Ids come again in every block, so a date far from the planned one
    /// belongs to another block.
    pub fn speaks_of(&self, planned: &Planned) -> bool {
        self.id() == Some(planned.id()) && self.date().is_none_or(|date| are_near(date, planned.start().0.date()))
    }

    /// What it speaks of, as a plan has it.
    pub fn planned_in<'a>(&self, plan: &'a Plan) -> Option<&'a Planned> {
        plan.planned().find(|planned| self.speaks_of(planned))
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
