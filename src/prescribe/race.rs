//! The event in its week.

use super::race_time::{prediction, usual_seconds};
use super::{RaceDay, Stop, shape, workouts};
use crate::brief::Brief;
use crate::model::Minutes;

/// From this distance on a race is long, and the long run takes all of its share.
const LONG_KM: f64 = 20.0;

/// Whether the event is a long race.
pub(super) fn is_long(brief: &Brief) -> bool {
    brief.block.event.as_ref().is_some_and(|event| event.distance_km >= LONG_KM)
}

/// Seconds that the event takes by what is known.
fn seconds(brief: &Brief) -> Option<u32> {
    let event = brief.block.event.as_ref()?;
    Some(brief.athlete.recent_race.as_ref().map_or_else(
        || usual_seconds(event.distance_km, brief.athlete.running_level),
        |race| prediction(race, event.distance_km, event.date, None, &brief.rules.race_prediction).seconds,
    ))
}

/// Minutes that the event takes of the day: a begun one counts whole.
pub(super) fn minutes(brief: &Brief) -> Option<Minutes> {
    seconds(brief).map(|seconds| (seconds.div_ceil(60) as i32).max(1))
}

/// The race, if it lies in this week (from 0). It stands where it stands; what stops the runs on its day is told with it.
pub(super) fn in_week(brief: &Brief, week: i32, stops: &[Stop]) -> Option<RaceDay> {
    let event = brief.block.event.as_ref()?;
    let day = shape::race_day(brief, event);
    if day.week() != week {
        return None;
    }
    let stop = stops.iter().find(|stop| (stop.from..=stop.to).contains(&day));
    Some(RaceDay {
        day,
        start: event.start,
        shape: workouts::race(event.distance_km).shape(minutes(brief)?, brief.athlete.running_level),
        seconds: seconds(brief)?,
        distance_km: event.distance_km,
        name: event.name.clone(),
        warning: stop.map(|stop| stop.text.clone()),
    })
}
