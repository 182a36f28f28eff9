//! What a week holds: sessions of the fixed week and runs.

use serde::{Deserialize, Serialize};

use super::{LocalTime, PlacedRun};
use crate::model::{Effort, Focus, Kind, Minutes};

/// A session or a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Entry {
    /// Lifting.
    Strength(Fixed),
    /// Mobility.
    Mobility(Fixed),
    /// Another sport or appointment.
    Other(Fixed),
    /// A run.
    Run(PlacedRun),
}

impl Entry {
    /// Its id inside the plan.
    pub fn id(&self) -> &str {
        match self {
            Self::Strength(fixed) | Self::Mobility(fixed) | Self::Other(fixed) => &fixed.id,
            Self::Run(run) => &run.id,
        }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        match self {
            Self::Strength(fixed) | Self::Mobility(fixed) | Self::Other(fixed) => &fixed.name,
            Self::Run(run) => &run.name,
        }
    }

    /// When it starts.
    pub fn start(&self) -> LocalTime {
        match self {
            Self::Strength(fixed) | Self::Mobility(fixed) | Self::Other(fixed) => fixed.start,
            Self::Run(run) => run.start,
        }
    }

    /// How long it takes.
    pub fn minutes(&self) -> Minutes {
        match self {
            Self::Strength(fixed) | Self::Mobility(fixed) | Self::Other(fixed) => fixed.minutes,
            Self::Run(run) => run.minutes,
        }
    }

    /// Session load, arbitrary units.
    pub fn load(&self) -> i32 {
        match self {
            Self::Strength(fixed) | Self::Mobility(fixed) | Self::Other(fixed) => fixed.load,
            Self::Run(run) => run.load,
        }
    }

    /// When it last changed and how often.
    pub fn revision(&self) -> &Revision {
        match self {
            Self::Strength(fixed) | Self::Mobility(fixed) | Self::Other(fixed) => &fixed.revision,
            Self::Run(run) => &run.revision,
        }
    }

    /// When it last changed and how often, to be written.
    pub fn revision_mut(&mut self) -> &mut Revision {
        match self {
            Self::Strength(fixed) | Self::Mobility(fixed) | Self::Other(fixed) => &mut fixed.revision,
            Self::Run(run) => &mut run.revision,
        }
    }

    /// The run, if it is one.
    pub fn as_run(&self) -> Option<&PlacedRun> {
        match self {
            Self::Run(run) => Some(run),
            _ => None,
        }
    }

    /// The fixed session, if it is one.
    pub fn as_fixed(&self) -> Option<&Fixed> {
        self.fixed().map(|(fixed, _)| fixed)
    }

    /// The fixed session with its kind, if it is one.
    pub fn fixed(&self) -> Option<(&Fixed, Kind)> {
        match self {
            Self::Strength(fixed) => Some((fixed, Kind::Strength)),
            Self::Mobility(fixed) => Some((fixed, Kind::Mobility)),
            Self::Other(fixed) => Some((fixed, Kind::Other)),
            Self::Run(_) => None,
        }
    }
}

/// How the calendar tells one version of an event from the next.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Revision {
    /// A UUID from plan id and session id; stays when the session moves.
    pub uid: String,
    /// Counts up from 0 with every visible change.
    pub sequence: u32,
    /// When it last changed, RFC 3339 UTC.
    pub changed: String,
    /// Hash of the visible content, lower-case hex.
    pub hash: String,
}

/// A fixed session on its date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fixed {
    /// Its id, such as `w01-s1`.
    pub id: String,
    /// The person's name for it.
    pub name: String,
    /// What it works.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub focus: Option<Focus>,
    /// How hard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effort: Option<Effort>,
    /// Session RPE 1 to 10, where the brief gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rpe: Option<u8>,
    /// Whether it is a match or a race of another sport.
    #[serde(default, rename = "match", skip_serializing_if = "std::ops::Not::not")]
    pub is_match: bool,
    /// When it starts.
    pub start: LocalTime,
    /// How long it takes.
    pub minutes: Minutes,
    /// Session load, arbitrary units.
    pub load: i32,
    /// A sentence, such as what a deload asks of it; empty for none.
    #[serde(default)]
    pub note: String,
    /// Its version in the calendar.
    #[serde(default)]
    pub revision: Revision,
}
