//! TCX: activities made of laps, each with its time and distance.

use chrono::{DateTime, Utc};

use super::stamp::{Stamp, stamp};
use super::track::{Moved, Point, moved};
use super::xml::Document;
use super::{Activity, ActivityError, Recordings, Sport};

/// A lap was still open if its points come to so many times what it says of itself: judgement.
const OPEN: f64 = 1.1;

/// A TCX file while it is read.
#[derive(Default)]
pub(super) struct Tcx {
    found: Vec<Recorded>,
    point: Point,
    latitude: Option<f64>,
    /// What the file holds that was never run.
    planned: Option<&'static str>,
}

#[derive(Default)]
struct Recorded {
    sport: String,
    start: Option<Stamp>,
    end: Option<DateTime<Utc>>,
    laps: Vec<Lap>,
}

/// A lap: what it says of itself, and the points in it.
#[derive(Default)]
struct Lap {
    seconds: Option<f64>,
    metres: Option<f64>,
    beats: Option<u32>,
    points: Vec<Point>,
}

impl Document for Tcx {
    fn open(&mut self, path: &[&str], attribute: &dyn Fn(&str) -> Option<String>) {
        match path {
            // One of several sports in a row lies deeper.
            [.., "Activity"] => {
                let sport = attribute("Sport").unwrap_or_default();
                self.found.push(Recorded { sport, ..Recorded::default() });
            }
            [.., "Activity", "Lap"] => {
                if let Some(recorded) = self.found.last_mut() {
                    recorded.laps.push(Lap::default());
                    recorded.start = recorded.start.or_else(|| stamp(&attribute("StartTime")?));
                }
            }
            [.., "Trackpoint"] => (self.point, self.latitude) = (Point::default(), None),
            [.., "Course"] => self.planned = Some("a course"),
            [.., "Workout"] => self.planned = Some("a workout"),
            _ => {}
        }
    }

    fn close(&mut self, path: &[&str], text: &str) {
        let Some(recorded) = self.found.last_mut() else { return };
        let number = || text.parse::<f64>().ok().filter(|number| number.is_finite() && *number >= 0.0);
        let degrees = || text.parse::<f64>().ok().filter(|degrees| degrees.abs() <= 360.0);
        let lap = recorded.laps.last_mut();
        match (path, lap) {
            ([.., "Activity", "Id"], _) => recorded.start = recorded.start.or_else(|| stamp(text)),
            ([.., "Lap", "TotalTimeSeconds"], Some(lap)) => lap.seconds = number().filter(|seconds| *seconds > 0.0),
            ([.., "Lap", "DistanceMeters"], Some(lap)) => lap.metres = number().filter(|metres| *metres > 0.0),
            ([.., "Lap", "AverageHeartRateBpm", "Value"], Some(lap)) => {
                lap.beats = text.parse().ok().filter(|beats| (20..=250).contains(beats));
            }
            ([.., "Trackpoint", "Time"], _) => {
                self.point.time = stamp(text).map(|stamp| stamp.utc);
                recorded.end = recorded.end.max(self.point.time);
            }
            ([.., "Trackpoint", "DistanceMeters"], _) => self.point.metres = number(),
            ([.., "LatitudeDegrees"], _) => self.latitude = degrees(),
            ([.., "LongitudeDegrees"], _) => self.point.place = self.latitude.zip(degrees()),
            ([.., "Track", "Trackpoint"], Some(lap)) => lap.points.push(self.point),
            _ => {}
        }
    }
}

impl Tcx {
    /// What was recorded.
    pub(super) fn recordings(self) -> Result<Recordings, ActivityError> {
        let activities: Vec<Activity> = self.found.iter().filter_map(Recorded::activity).collect();
        match self.planned {
            Some(what) if activities.is_empty() => Err(ActivityError::NotRecorded(what)),
            _ => Ok(Recordings { activities, ..Recordings::default() }),
        }
    }
}

impl Recorded {
    fn activity(&self) -> Option<Activity> {
        let first_point = || self.laps.iter().flat_map(|lap| &lap.points).find_map(|point| point.time);
        let start = self.start.or_else(|| first_point().map(|utc| Stamp { utc, wall: None }))?;
        let last = self.laps.len().saturating_sub(1);
        let laps: Vec<Moved> = self.laps.iter().enumerate().map(|(index, lap)| lap.sum(index == last)).collect();
        let seconds = laps.iter().map(|lap| lap.seconds).sum();
        let metres = laps.iter().map(|lap| lap.metres).sum();
        let activity = Activity::new(start.utc, seconds, Some(metres), Sport::named(&self.sport))?;
        let end = self.end.unwrap_or(activity.end).max(activity.end);
        let told = laps.iter().zip(&self.laps).map(|(sum, lap)| super::Lap {
            seconds: sum.seconds,
            metres: Some(sum.metres).filter(|metres| *metres > 0.0),
            beats: lap.beats,
        });
        Some(Activity { wall: start.wall, end, laps: told.collect(), ..activity })
    }
}

impl Lap {
    /// What the lap says; where it was never closed, what its points come to. The last one may have gone on after its sum was made.
    fn sum(&self, is_last: bool) -> Moved {
        let found = moved(&self.points);
        let exceeds = |said: Option<f64>, found: f64| said.is_none_or(|said| found > said * OPEN);
        if is_last && exceeds(self.seconds, found.seconds) && exceeds(self.metres, found.metres) {
            return found;
        }
        Moved { seconds: self.seconds.unwrap_or(found.seconds), metres: self.metres.unwrap_or(found.metres) }
    }
}
