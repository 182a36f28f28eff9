//! The runs among recorded activities, before there is a plan to match them with.

use chrono::NaiveDateTime;

use super::matching::{Recorded, twins};
use crate::intake::{Activity, Sport};
use crate::model::{Minutes, Zone};

/// A run that was recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordedRun {
    /// When it started, on the wall of whoever ran it.
    pub start: NaiveDateTime,
    /// How long it took without pauses.
    pub minutes: Minutes,
    /// The same to the second, where there were no pauses.
    pub seconds: i32,
    /// How far it went, in kilometres, where known.
    pub distance_km: Option<f64>,
}

/// The runs, oldest first; what was recorded twice counts once.
pub fn recorded_runs(activities: &[Activity], zone: Zone) -> Vec<RecordedRun> {
    let all = activities.iter().zip(twins(activities)).filter(|(_, twin)| !twin);
    let runs = all.filter_map(|(activity, _)| {
        let recorded = Recorded::new(activity, zone, None);
        let is_run = matches!(recorded.sport(), Sport::Running | Sport::Unknown) && recorded.speaks_against().is_none();
        let whole = (activity.end - activity.start).num_seconds() as i32;
        let moving = activity.minutes * 60;
        let seconds = if (whole - moving).abs() <= 30 { whole } else { moving };
        let run =
            RecordedRun { start: recorded.wall, minutes: activity.minutes, seconds, distance_km: activity.distance_km };
        is_run.then_some(run)
    });
    let mut runs: Vec<RecordedRun> = runs.collect();
    runs.sort_by_key(|run| run.start);
    runs
}
