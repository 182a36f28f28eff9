//! A run that has a place, and what to do in it.

use serde::{Deserialize, Serialize};

use super::{LocalTime, Revision};
use crate::model::{Minutes, RunClass, RunType};

/// A run on its date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlacedRun {
    /// Its id, such as `w01-easy-1`.
    pub id: String,
    /// The name a person reads.
    pub name: String,
    /// When it starts.
    pub start: LocalTime,
    /// How long it takes.
    pub minutes: Minutes,
    /// Session load, arbitrary units.
    pub load: i32,
    /// Why it is not to be run as things are: then it has no steps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warning: Option<String>,
    /// What to run.
    pub run: RunDetail,
    /// Why it stands here, most telling first.
    #[serde(default)]
    pub why: Vec<Reason>,
    /// The easier option, written in advance.
    #[serde(default)]
    pub if_tired: String,
    /// Never moved by planning again.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pin: bool,
    /// Its version in the calendar.
    #[serde(default)]
    pub revision: Revision,
}

/// What to run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RunDetail {
    /// What kind of run.
    #[serde(rename = "type")]
    pub kind: RunType,
    /// How the rules see it.
    pub class: RunClass,
    /// Its workout in the library.
    pub workout: String,
    /// The id of the session it follows directly.
    pub attached_to: Option<String>,
    /// About how far, in kilometres with one decimal, where a pace is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distance_km: Option<f64>,
    /// Whether it is the person's own, of the fixed week: never moved, and not judged.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub own: bool,
    /// What was asked for, where an easier run stands in for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<RunType>,
    /// The length it was meant to have, where it was shortened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub full_minutes: Option<Minutes>,
    /// Net energy in kcal, low and high, where weight is known and the goal asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub energy_kcal: Option<(i32, i32)>,
    /// What it is for and how it should feel, one line.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub purpose: String,
    /// What to do, in order; the steps' minutes times repeats sum to the run's minutes.
    pub steps: Vec<Step>,
}

/// One step of a run; a group of steps that is repeated shares one `group` number and one `repeat`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Minutes of one repetition; halves and quarters occur (30 s is 0.5).
    pub minutes: f64,
    /// Heart-rate zone 1 to 5.
    pub zone: u8,
    /// What it is in words: "warm-up jog", "easy", "hard, about 800 m", "walk".
    pub effort: String,
    /// Pace range, such as `5:50-6:25 /km`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pace: Option<String>,
    /// Heart-rate range in beats per minute, such as `136-154`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heart_rate: Option<String>,
    /// How often; neighbouring steps of one group are repeated together.
    pub repeat: u32,
    /// The group it is repeated with, where more than one step is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<u32>,
}

/// One reason, from the rule that gave it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// The rule.
    pub rule: String,
    /// The sentence.
    pub text: String,
}
