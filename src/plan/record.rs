//! The shape of `plan.json`.

mod cancelled;
mod entry;
mod local_time;
mod placed;
mod score;
mod unplaced;

pub use cancelled::Cancelled;
pub use entry::{Entry, Fixed, Revision};
pub use local_time::LocalTime;
pub use placed::{PlacedRun, Reason, RunDetail, Step};
pub use score::Score;
pub use unplaced::{Conflict, Unplaced, UnplacedDay};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::history::History;
use crate::model::{Calendar, Clock, Minutes, Moment, Phase, RunClass};

/// The format this version writes and reads.
pub const FORMAT: &str = "runweave-plan/1";

/// The published record of a block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// [`FORMAT`].
    pub format: String,
    /// A UUID that stays while the block is planned again.
    pub id: String,
    /// Counts up from 1 with every change of content.
    pub revision: u32,
    /// When this revision was made, RFC 3339 UTC.
    pub created: String,
    /// What the workouts were varied by.
    pub seed: u64,
    /// The brief as it was written.
    pub brief: serde_json::Value,
    /// Zone of every local time.
    pub timezone: String,
    /// Times taken by other calendars, without a word of what they are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub busy: Vec<Busy>,
    /// The weeks.
    pub weeks: Vec<PlanWeek>,
    /// Where the sessions stand whose place was for planning to choose.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub movable: Vec<super::Seated>,
    /// Why nothing may be run for some days or all of them, and whom to ask: to be told before all else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stops: Vec<String>,
    /// What it costs.
    pub score: Score,
    /// What cannot stand together where runs are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Conflict>,
    /// Sessions of earlier revisions that no longer take place.
    #[serde(default)]
    pub cancelled: Vec<Cancelled>,
    /// What was assumed and what to look at, in sentences.
    #[serde(default)]
    pub warnings: Vec<String>,
    /// What of it is history, where it was planned again after it began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub history: Option<History>,
}

/// A time taken by another calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Busy {
    /// When it starts.
    pub start: LocalTime,
    /// How long it takes.
    pub minutes: Minutes,
}

impl Plan {
    /// The first day of the block.
    pub fn start(&self) -> Option<NaiveDate> {
        self.weeks.first().map(|week| week.start)
    }

    /// The identity of every event that it has or had in a calendar.
    pub fn uids(&self) -> impl Iterator<Item = &str> {
        let present = self.weeks.iter().flat_map(|week| &week.sessions).map(Entry::revision);
        present.chain(self.cancelled.iter().map(|gone| &gone.revision)).map(|revision| revision.uid.as_str())
    }
}

impl Busy {
    /// The busy time between two moments.
    pub fn between(calendar: &Calendar, from: Moment, to: Moment) -> Self {
        Self { start: LocalTime(calendar.wall(from)), minutes: to.since(from) }
    }

    /// Its first and last moment.
    pub fn span(&self, calendar: &Calendar) -> (Moment, Moment) {
        let seconds = chrono::Timelike::num_seconds_from_midnight(&self.start.0.time());
        let start = calendar.moment(calendar.day(self.start.0.date()), Clock((seconds / 60) as u16));
        (start, start.plus(self.minutes.max(0)))
    }
}

/// One week of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanWeek {
    /// Number from 1.
    pub number: u32,
    /// Its Monday.
    pub start: NaiveDate,
    /// What it is for.
    pub phase: Phase,
    /// Whether it is a deload week.
    pub deload: bool,
    /// What it aims at, one line.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub aim: String,
    /// Sessions and runs, by start.
    pub sessions: Vec<Entry>,
    /// Runs that found no place.
    #[serde(default)]
    pub unplaced: Vec<Unplaced>,
    /// Load of everything in the week.
    pub load: WeekLoad,
    /// Minutes of all runs.
    pub run_minutes: Minutes,
    /// Sentences for the page.
    #[serde(default)]
    pub notes: Vec<String>,
}

impl PlanWeek {
    /// Its races.
    pub fn races(&self) -> impl Iterator<Item = &PlacedRun> {
        self.runs().filter(|run| run.run.class == RunClass::Race)
    }

    /// Its runs but for races, which are no training.
    pub fn training(&self) -> impl Iterator<Item = &PlacedRun> {
        self.runs().filter(|run| run.run.class != RunClass::Race)
    }

    /// Minutes of its runs but for races.
    pub fn training_minutes(&self) -> Minutes {
        self.training().map(|run| run.minutes).fold(0, Minutes::saturating_add)
    }

    fn runs(&self) -> impl Iterator<Item = &PlacedRun> {
        self.sessions.iter().filter_map(Entry::as_run)
    }
}

/// Load of a week, from session RPE x minutes over lifting, mobility and runs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeekLoad {
    /// Sum, arbitrary units.
    pub total: i32,
    /// Monday to Sunday.
    pub by_day: [i32; 7],
    /// Mean over standard deviation of the seven days (Foster 1998), two decimals, 10 at most.
    pub monotony: f64,
    /// Total times monotony before that is rounded, rounded itself.
    pub strain: i32,
}
