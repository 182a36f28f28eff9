//! GPX: tracks of points with times. What lies between two segments of a track is a pause.

use chrono::{DateTime, Utc};

use super::stamp::{Stamp, stamp};
use super::track::{Moved, Point, moved};
use super::xml::Document;
use super::{Activity, ActivityError, Recordings, Sport};

/// Tracks of one sport that follow one another within so many seconds are one activity whose recording was stopped between.
const ONE_OUTING: i64 = 15 * 60;

/// A GPX file while it is read.
#[derive(Default)]
pub(super) struct Gpx {
    tracks: Vec<Track>,
    segment: Vec<Point>,
    point: Point,
    has_points: bool,
    has_route: bool,
}

#[derive(Default)]
struct Track {
    kind: Option<String>,
    title: Option<String>,
    start: Option<Stamp>,
    end: Option<DateTime<Utc>>,
    moved: Moved,
}

impl Document for Gpx {
    fn open(&mut self, path: &[&str], attribute: &dyn Fn(&str) -> Option<String>) {
        match path {
            [.., "gpx", "trk"] => self.tracks.push(Track::default()),
            [.., "trk", "trkseg"] => self.segment.clear(),
            [.., "trkseg", "trkpt"] => {
                let degrees =
                    |name: &str| attribute(name)?.trim().parse::<f64>().ok().filter(|degrees| degrees.abs() <= 360.0);
                self.point = Point { place: degrees("lat").zip(degrees("lon")), ..Point::default() };
                self.has_points = true;
            }
            [.., "gpx", "rte" | "wpt"] => self.has_route = true,
            _ => {}
        }
    }

    fn close(&mut self, path: &[&str], text: &str) {
        let Some(track) = self.tracks.last_mut() else { return };
        match path {
            [.., "trkpt", "time"] => {
                let stamp = stamp(text);
                self.point.time = stamp.map(|stamp| stamp.utc);
                if track.start.is_none() {
                    track.start = stamp;
                }
                track.end = track.end.max(self.point.time);
            }
            [.., "trkseg", "trkpt"] => self.segment.push(self.point),
            [.., "trk", "trkseg"] => {
                let sum = moved(&self.segment);
                track.moved.seconds += sum.seconds;
                track.moved.metres += sum.metres;
            }
            [.., "trk", "type"] => track.kind = Some(text.to_owned()),
            [.., "trk", "name"] => track.title = Some(text.to_owned()),
            _ => {}
        }
    }
}

impl Gpx {
    /// What was recorded.
    pub(super) fn recordings(self) -> Result<Recordings, ActivityError> {
        let (has_points, has_route) = (self.has_points, self.has_route);
        let mut outings: Vec<Track> = Vec::new();
        for track in self.tracks.into_iter().filter(|track| track.start.is_some()) {
            match outings.last_mut() {
                Some(last) if last.goes_on_in(&track) => last.join(&track),
                _ => outings.push(track),
            }
        }
        let found: Vec<Activity> = outings.iter().filter_map(Track::activity).collect();
        if found.is_empty() {
            return Err(if has_points || has_route {
                ActivityError::NotRecorded("a route without times")
            } else {
                ActivityError::NoActivity
            });
        }
        Ok(Recordings { activities: found, ..Recordings::default() })
    }
}

impl Track {
    fn sport(&self) -> Sport {
        match self.kind.as_deref().map_or(Sport::Unknown, Sport::named) {
            Sport::Unknown => self.title.as_deref().map_or(Sport::Unknown, Sport::hinted),
            sport => sport,
        }
    }

    /// Whether another track is more of the same.
    fn goes_on_in(&self, next: &Self) -> bool {
        let gap = self.end.zip(next.start).map(|(end, start)| (start.utc - end).num_seconds());
        self.sport() == next.sport() && gap.is_some_and(|gap| (0..=ONE_OUTING).contains(&gap))
    }

    fn join(&mut self, next: &Self) {
        self.end = self.end.max(next.end);
        self.moved.seconds += next.moved.seconds;
        self.moved.metres += next.moved.metres;
    }

    fn activity(&self) -> Option<Activity> {
        let start = self.start?;
        let activity = Activity::new(start.utc, self.moved.seconds, Some(self.moved.metres), self.sport())?;
        Some(Activity { wall: start.wall, end: self.end.unwrap_or(activity.end).max(activity.end), ..activity })
    }
}
