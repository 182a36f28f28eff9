//! Activities that a watch or an app recorded, from FIT, GPX and TCX files, and what they mean for the log.

mod fit;
mod gpx;
mod tcx;
mod xml;

use std::fmt;

use chrono::{DateTime, Datelike as _, Utc};

use crate::model::{MOST_KM, Minutes, YEARS};

/// The largest file that is read, in bytes: days of recording.
const MOST_BYTES: usize = 32 << 20;

/// The most activities of one file.
const MOST_ACTIVITIES: usize = 1000;

/// The longest recording that is believed, in seconds: two days.
const LONGEST: f64 = 2.0 * 86_400.0;

/// Something that was recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Activity {
    /// When it started.
    pub start: DateTime<Utc>,
    /// How long it took without pauses, to the nearest minute, at least one.
    pub minutes: Minutes,
    /// How far it went, in kilometres, to the nearest ten metres.
    pub distance_km: Option<f64>,
    /// What it was.
    pub sport: Sport,
}

/// What was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sport {
    /// A run.
    Running,
    /// A walk or a hike.
    Walking,
    /// Lifting.
    Strength,
    /// Something else.
    Other,
    /// The file does not say.
    Unknown,
}

impl Sport {
    /// The sport with this name, as GPX and TCX files write it.
    fn named(name: &str) -> Self {
        let name = name.trim().to_ascii_lowercase();
        let has = |part: &str| name.contains(part);
        match name.as_str() {
            "" | "other" | "track" => Self::Unknown,
            // The number is what one large service writes for a run.
            "9" => Self::Running,
            _ if has("run") || has("jog") => Self::Running,
            _ if has("walk") || has("hik") => Self::Walking,
            _ if has("strength") || has("weight") => Self::Strength,
            _ => Self::Other,
        }
    }
}

/// Why a file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActivityError {
    /// More bytes or activities than any recording has.
    TooLarge,
    /// A gzip or zip archive.
    Compressed,
    /// Neither FIT nor GPX nor TCX.
    NotKnown,
    /// A file of a known kind that is damaged; the sentence says how.
    Damaged(String),
    /// A route or workout: there is no activity with times in it.
    NoActivity,
}

impl fmt::Display for ActivityError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => {
                write!(
                    f,
                    "the file is too large: {} MiB and {MOST_ACTIVITIES} activities are the most",
                    MOST_BYTES >> 20
                )
            }
            Self::Compressed => write!(f, "the file is compressed; unpack it first"),
            Self::NotKnown => write!(f, "this is no FIT, GPX or TCX file"),
            Self::Damaged(how) => write!(f, "the file is damaged: {how}"),
            Self::NoActivity => write!(f, "there is no activity with times in the file"),
        }
    }
}

impl std::error::Error for ActivityError {}

/// Reads the activities of a FIT, GPX or TCX file, oldest first. What kind it is shows in its content.
pub fn read(bytes: &[u8]) -> Result<Vec<Activity>, ActivityError> {
    if bytes.len() > MOST_BYTES {
        return Err(ActivityError::TooLarge);
    }
    if bytes.starts_with(b"\x1f\x8b") || bytes.starts_with(b"PK\x03\x04") {
        return Err(ActivityError::Compressed);
    }
    let mut activities = if fit::is_fit(bytes) { fit::read(bytes)? } else { xml::read(bytes)? };
    if activities.is_empty() {
        return Err(ActivityError::NoActivity);
    }
    if activities.len() > MOST_ACTIVITIES {
        return Err(ActivityError::TooLarge);
    }
    activities.sort_by_key(|one| one.start);
    Ok(activities)
}

/// An activity from what a file says, if it can be true.
fn activity(start: DateTime<Utc>, seconds: f64, metres: Option<f64>, sport: Sport) -> Option<Activity> {
    let is_believable = seconds.is_finite() && seconds > 0.0 && seconds <= LONGEST && YEARS.contains(&start.year());
    let distance = metres.filter(|metres| (1.0..=MOST_KM * 1000.0).contains(metres));
    is_believable.then(|| Activity {
        start,
        minutes: ((seconds / 60.0).round() as Minutes).max(1),
        distance_km: distance.map(|metres| (metres / 10.0).round() / 100.0),
        sport,
    })
}
