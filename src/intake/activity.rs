//! Activities that a watch or an app recorded, from FIT, GPX and TCX files and from the lists of well-known programs, packed or not.

mod csv;
mod fit;
mod gpx;
mod health;
mod sport;
mod stamp;
mod tcx;
mod track;
mod xml;

pub use sport::Sport;

use std::fmt;

use chrono::{DateTime, Datelike, NaiveDateTime, TimeDelta, Utc};

use super::packed::{self, PackedError};
use crate::model::{MOST_KM, Minutes, YEARS};

/// The largest file that is read, in bytes: days of recording.
const MOST_BYTES: usize = 32 << 20;

/// The most that archives in it may unpack to, in bytes.
const MOST_UNPACKED: usize = 64 << 20;

/// The most activities of one file.
const MOST_ACTIVITIES: usize = 1000;

/// The longest recording that is believed, in seconds: two days.
const LONGEST: f64 = 2.0 * 86_400.0;

/// Watches whose clock was never set begin to count in one of the years before this one.
const CLOCKS_ARE_SET_FROM: i32 = 2002;

/// Something that was recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Activity {
    /// When it started.
    pub start: DateTime<Utc>,
    /// When it ended, pauses and all.
    pub end: DateTime<Utc>,
    /// What the watch showed at the start, where the file says so.
    pub wall: Option<NaiveDateTime>,
    /// How long it took without pauses, to the nearest minute, at least one.
    pub minutes: Minutes,
    /// How far it went, in kilometres, to the nearest ten metres.
    pub distance_km: Option<f64>,
    /// What it was.
    pub sport: Sport,
    /// Its laps in order, where the file has them.
    pub laps: Vec<Lap>,
}

/// A lap of a recording.
#[derive(Clone, Debug, PartialEq)]
pub struct Lap {
    /// How long it took without pauses, in seconds.
    pub seconds: f64,
    /// How far it went, in metres.
    pub metres: Option<f64>,
    /// Mean heart rate in beats per minute.
    pub beats: Option<u32>,
}

/// A session of a lifting log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lift {
    /// When it began, by the clock on the wall.
    pub wall: NaiveDateTime,
    /// How long it took.
    pub minutes: Minutes,
    /// What the person calls it.
    pub name: String,
}

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recordings {
    /// The activities, oldest first.
    pub activities: Vec<Activity>,
    /// What is damaged or was left aside, in sentences.
    pub notes: Vec<String>,
    /// The sessions of a lifting log, which are among the activities too.
    pub lifts: Vec<Lift>,
}

/// Why a file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActivityError {
    /// There is nothing in it.
    Empty,
    /// More bytes or activities than any recording has.
    TooLarge,
    /// An archive with a password, or packed in an unknown way.
    Locked,
    /// Neither FIT nor GPX nor TCX, nor a known list.
    NotKnown,
    /// A file of a known kind that is damaged; the sentence says how.
    Damaged(String),
    /// Something to follow, or something else that nobody did: what it is.
    NotRecorded(&'static str),
    /// There is no activity with times in it.
    NoActivity,
}

impl fmt::Display for ActivityError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "the file is empty; export it again"),
            Self::TooLarge => {
                write!(
                    f,
                    "the file is too large: {} MiB and {MOST_ACTIVITIES} activities are the most",
                    MOST_BYTES >> 20
                )
            }
            Self::Locked => write!(f, "the archive has a password or is packed in an unknown way; unpack it first"),
            Self::NotKnown => {
                write!(f, "this is no FIT, GPX or TCX file, nor a list of Strava, Garmin, Hevy or Strong")
            }
            Self::Damaged(how) => write!(f, "the file is damaged: {how}"),
            Self::NotRecorded(what) => write!(f, "nobody recorded this: it is {what}"),
            Self::NoActivity => write!(f, "there is no activity with times in the file"),
        }
    }
}

impl std::error::Error for ActivityError {}

impl From<PackedError> for ActivityError {
    fn from(error: PackedError) -> Self {
        match error {
            PackedError::TooLarge => Self::TooLarge,
            PackedError::Damaged => Self::Damaged("the archive cannot be unpacked".to_owned()),
            PackedError::Locked => Self::Locked,
        }
    }
}

/// Reads the activities of a FIT, GPX or TCX file, also in a gzip or zip archive, oldest first. What kind it is shows in its
/// content.
pub fn read(bytes: &[u8]) -> Result<Recordings, ActivityError> {
    if bytes.is_empty() {
        return Err(ActivityError::Empty);
    }
    if bytes.len() > MOST_BYTES {
        return Err(ActivityError::TooLarge);
    }
    let mut found = if packed::is_packed(bytes) { unpacked(bytes)? } else { plain(bytes)? };
    if found.activities.is_empty() {
        return Err(ActivityError::NoActivity);
    }
    found.activities.sort_by_key(|one| one.start);
    Ok(found)
}

fn plain(bytes: &[u8]) -> Result<Recordings, ActivityError> {
    let found =
        if fit::is_fit(bytes) { fit::read(bytes)? } else { csv::read(bytes).map_or_else(|| xml::read(bytes), Ok)? };
    if found.activities.len() > MOST_ACTIVITIES { Err(ActivityError::TooLarge) } else { Ok(found) }
}

/// What the files of an archive hold; those that are no recordings are counted. An archive in an archive is unpacked too, once.
fn unpacked(bytes: &[u8]) -> Result<Recordings, ActivityError> {
    let mut found = Recordings::default();
    let (mut aside, mut alone, mut left) = (0, None, MOST_UNPACKED);
    packed::unpack(bytes, MOST_UNPACKED, &mut |name, data| {
        let mut add = |name: &str, data: &[u8]| {
            match plain(data) {
                Ok(more) => {
                    found.activities.extend(more.activities);
                    found.notes.extend(more.notes);
                    found.lifts.extend(more.lifts);
                }
                Err(error @ ActivityError::NotKnown) => {
                    aside += 1;
                    alone.get_or_insert(error);
                }
                Err(error) => {
                    if !name.is_empty() {
                        found.notes.push(format!("{name}: {error}."));
                    }
                    alone = Some(error);
                }
            }
            if found.activities.len() > MOST_ACTIVITIES { Err(ActivityError::TooLarge) } else { Ok(()) }
        };
        if !packed::is_packed(&data) {
            return add(name, &data);
        }
        packed::unpack(&data, left, &mut |_, inner| {
            left = left.saturating_sub(inner.len());
            add(name, &inner)
        })
    })?;
    if let (true, Some(error)) = (found.activities.is_empty(), alone) {
        return Err(error);
    }
    if aside > 0 {
        let files = crate::model::count(aside, "file");
        found.notes.push(format!("{files} in the archive could not be read as a recording."));
    }
    Ok(found)
}

impl Activity {
    /// What a file says, if it can be true.
    fn new(start: DateTime<Utc>, seconds: f64, metres: Option<f64>, sport: Sport) -> Option<Self> {
        let is_believable = seconds.is_finite() && seconds > 0.0 && seconds <= LONGEST && YEARS.contains(&start.year());
        let distance = metres.filter(|metres| (1.0..=MOST_KM * 1000.0).contains(metres));
        is_believable.then(|| Self {
            start,
            end: start + TimeDelta::seconds(seconds as i64),
            wall: None,
            minutes: ((seconds / 60.0).round() as Minutes).max(1),
            distance_km: distance.map(|metres| (metres / 10.0).round() / 100.0),
            sport,
            laps: Vec::new(),
        })
    }

    /// Whether the clock of the watch was set: else nobody knows the day.
    pub fn is_dated(&self) -> bool {
        self.start.year() >= CLOCKS_ARE_SET_FROM
    }

    /// Kilometres an hour, where the way is known.
    pub fn speed(&self) -> Option<f64> {
        Some(self.distance_km? * 60.0 / f64::from(self.minutes))
    }
}
