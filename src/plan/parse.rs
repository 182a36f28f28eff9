//! From the bytes of a file to a plan that everything else can rely on, or the one thing that is wrong with it.

use std::fmt;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::{FORMAT, Plan, sound};

/// No plan is larger, in bytes: two years with two hundred sessions a week are not.
const MOST_BYTES: usize = 32 << 20;
/// Nor has it more values than this: what it takes to hold it in memory grows with them.
const MOST_VALUES: usize = 2_000_000;

/// Why a file is no plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanError {
    /// More bytes or values than any plan has.
    TooLarge,
    /// It is a brief.
    Brief,
    /// Another version wrote it, with the format named here.
    OtherFormat(String),
    /// It is no JSON, or has not the shape of a plan; the sentence says where.
    Shape(String),
    /// It has the shape of a plan and holds what no plan can; the sentence says where and what.
    Odd(String),
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => write!(f, "is too large for a plan"),
            Self::Brief => write!(f, "is not a plan but a brief"),
            Self::OtherFormat(format) => write!(f, "has the format `{format}`"),
            Self::Shape(error) => write!(f, "is not a plan: {error}"),
            Self::Odd(what) => write!(f, "cannot be used as a plan: {what}"),
        }
    }
}

impl std::error::Error for PlanError {}

/// What a file says of itself before anything else is read.
#[derive(Deserialize)]
struct Head {
    format: Option<String>,
    weeks: Option<IgnoredAny>,
    athlete: Option<IgnoredAny>,
}

impl Plan {
    /// Whether a file says that it is a plan.
    pub fn is_meant(text: &[u8]) -> bool {
        serde_json::from_slice::<Head>(text).is_ok_and(|head| head.format.is_some() && head.weeks.is_some())
    }

    /// Reads a plan.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong with it.
    pub fn parse(text: &[u8]) -> Result<Self, PlanError> {
        let values = text.iter().filter(|byte| matches!(byte, b',' | b'[' | b'{')).count();
        if text.len() > MOST_BYTES || values > MOST_VALUES {
            return Err(PlanError::TooLarge);
        }
        if let Ok(head) = serde_json::from_slice::<Head>(text) {
            match head.format {
                Some(format) if format != FORMAT => {
                    return Err(PlanError::OtherFormat(format.chars().take(40).flat_map(char::escape_debug).collect()));
                }
                None if head.athlete.is_some() => return Err(PlanError::Brief),
                _ => {}
            }
        }
        let plan = serde_json::from_slice(text).map_err(|error| PlanError::Shape(error.to_string()))?;
        sound::judged(&plan).map_err(PlanError::Odd)?;
        Ok(plan)
    }
}
