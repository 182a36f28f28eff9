//! The event in its week.

use super::race_time::{prediction, usual_seconds};
use super::{RaceDay, shape, workouts};
use crate::brief::Brief;

/// The race, if it lies in this week (from 0).
pub(super) fn in_week(brief: &Brief, week: i32) -> Option<RaceDay> {
    let event = brief.block.event.as_ref()?;
    let day = shape::race_day(brief, event);
    if day.week() != week {
        return None;
    }
    let level = brief.athlete.running_level;
    let seconds = brief.athlete.recent_race.as_ref().map_or_else(
        || usual_seconds(event.distance_km, level),
        |race| prediction(race, event.distance_km, event.date, None, &brief.rules.race_prediction).seconds,
    );
    let minutes = (seconds.div_ceil(60) as i32).max(1);
    Some(RaceDay {
        day,
        start: event.start,
        shape: workouts::race(event.distance_km).shape(minutes, level),
        distance_km: event.distance_km,
        name: event.name.clone(),
    })
}
