//! What a calendar is to take out.

use serde::{Deserialize, Serialize};

use super::{LocalTime, Revision};
use crate::model::{Calendar, Day, Minutes, Moment};

/// A session of an earlier revision that no longer takes place: a tombstone for the calendar.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cancelled {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// When it would have started.
    pub start: LocalTime,
    /// How long it would have taken.
    pub minutes: Minutes,
    /// The zone of its start, where that is not the plan's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timezone: Option<String>,
    /// Whether it was a run.
    #[serde(default)]
    pub run: bool,
    /// Its version in the calendar.
    pub revision: Revision,
}

impl Cancelled {
    /// When it would have started: on a wall in another zone that hour may come twice, so it stays on its own.
    pub fn moment(&self, plan: &Calendar) -> Moment {
        let zone = self.timezone.as_ref().and_then(|zone| zone.parse().ok()).unwrap_or(plan.zone());
        Calendar::new(zone, self.start.0.date()).moment(Day(0), self.start.clock())
    }
}
