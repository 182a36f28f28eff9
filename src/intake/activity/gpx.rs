//! GPX: tracks of points with times. What lies between two segments of a track is a pause.

use chrono::{DateTime, Utc};
use roxmltree::{Document, Node};

use super::xml::{children, text, time};
use super::{Activity, Sport, activity};

/// Mean radius of the earth in metres.
const EARTH: f64 = 6_371_000.0;

/// A place in degrees and a time, each if known.
type Point = (Option<(f64, f64)>, Option<DateTime<Utc>>);

/// Reads the tracks of a GPX file.
pub(super) fn read(document: &Document<'_>) -> Vec<Activity> {
    children(document.root_element(), "trk").filter_map(track).collect()
}

fn track(node: Node<'_, '_>) -> Option<Activity> {
    let segments: Vec<Vec<Point>> =
        children(node, "trkseg").map(|segment| children(segment, "trkpt").map(point).collect()).collect();
    let start = segments.iter().flatten().find_map(|(_, time)| *time)?;
    let seconds: f64 = segments.iter().map(|segment| lasted(segment)).sum();
    let metres: f64 = segments.iter().map(|segment| length(segment)).sum();
    activity(start, seconds, Some(metres), text(node, "type").map_or(Sport::Unknown, Sport::named))
}

fn point(node: Node<'_, '_>) -> Point {
    let degrees =
        |name: &str| node.attribute(name)?.trim().parse::<f64>().ok().filter(|degrees| degrees.abs() <= 360.0);
    (degrees("lat").zip(degrees("lon")), text(node, "time").and_then(time))
}

/// Seconds from the first to the last time.
fn lasted(segment: &[Point]) -> f64 {
    let mut times = segment.iter().filter_map(|(_, time)| *time);
    let (first, last) = (times.next(), times.next_back());
    first.zip(last).map_or(0.0, |(first, last)| (last - first).as_seconds_f64().max(0.0))
}

/// Metres along the points, by the haversine formula.
fn length(segment: &[Point]) -> f64 {
    let places: Vec<(f64, f64)> = segment.iter().filter_map(|(place, _)| *place).collect();
    places.windows(2).map(|two| distance(two[0], two[1])).sum()
}

fn distance((lat, lon): (f64, f64), (other_lat, other_lon): (f64, f64)) -> f64 {
    let (lat, lon, other_lat, other_lon) =
        (lat.to_radians(), lon.to_radians(), other_lat.to_radians(), other_lon.to_radians());
    let half =
        ((other_lat - lat) / 2.0).sin().powi(2) + lat.cos() * other_lat.cos() * ((other_lon - lon) / 2.0).sin().powi(2);
    2.0 * EARTH * half.clamp(0.0, 1.0).sqrt().asin()
}
