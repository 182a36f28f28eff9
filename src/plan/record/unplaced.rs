//! A run that found no place, and what stood against it.

use serde::{Deserialize, Serialize};

use crate::model::{Minutes, RunType};

/// A run that found no place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unplaced {
    /// Its id.
    pub id: String,
    /// What kind of run.
    #[serde(rename = "type")]
    pub kind: RunType,
    /// Its length.
    pub minutes: Minutes,
    /// Whether its minutes went to other runs and weeks, so that it was not to be placed any more; the score does not count it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub declined: bool,
    /// For each of the seven days, what forbids it.
    pub why: Vec<UnplacedDay>,
}

/// Why a run cannot stand on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnplacedDay {
    /// The weekday, `mon` to `sun`.
    pub day: String,
    /// The rule that forbids it.
    pub rule: String,
    /// The sentence.
    pub text: String,
}

/// Demands of the person's own that cannot stand together, in the weeks that leave the same runs out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// The weeks, from 1.
    pub weeks: Vec<u32>,
    /// The demands: while all of them stand a run is left out, whatever else is given up.
    pub demands: Vec<String>,
    /// Whether no smaller set of demands is in conflict.
    pub smallest: bool,
    /// The conflict in a sentence.
    pub text: String,
    /// What would make room, each solved, what asks least first.
    pub ways: Vec<String>,
}
