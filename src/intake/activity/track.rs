//! Points along a way: how long somebody moved and how far.

use chrono::{DateTime, Utc};

/// Mean radius of the earth in metres.
const EARTH: f64 = 6_371_000.0;

/// Longer than this without a point, in seconds, may be a pause ..
const PAUSE: f64 = 60.0;
/// .. where that is so many times the usual distance in time of two points ..
const UNUSUAL: f64 = 10.0;
/// .. and nobody got on faster than this, in metres a second.
const STANDSTILL: f64 = 1.0;

/// Faster than this, in metres a second, a point is a slip of the receiver.
const LEAP: f64 = 40.0;

/// One point.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Point {
    /// Latitude and longitude in degrees.
    pub(super) place: Option<(f64, f64)>,
    /// Metres from the start, where the file counts them.
    pub(super) metres: Option<f64>,
    pub(super) time: Option<DateTime<Utc>>,
}

/// What a stretch of points comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Moved {
    /// Without pauses.
    pub(super) seconds: f64,
    pub(super) metres: f64,
}

/// Sums up points that were recorded without a stop of the clock.
pub(super) fn moved(points: &[Point]) -> Moved {
    let mut gaps: Vec<f64> = Vec::new();
    let mut last = None;
    for time in points.iter().filter_map(|point| point.time) {
        gaps.extend(last.map(|last| seconds(last, time)));
        last = Some(time);
    }
    gaps.sort_by(f64::total_cmp);
    let usual = gaps.get(gaps.len() / 2).copied().unwrap_or(0.0);
    let longest = PAUSE.max(usual * UNUSUAL);
    let mut sum = Moved::default();
    let mut from: Option<Point> = None;
    for &point in points {
        let Some(before) = from else {
            from = Some(point);
            continue;
        };
        let metres = way(before, point);
        let Some((start, end)) = before.time.zip(point.time) else {
            sum.metres += metres.unwrap_or(0.0);
            from = Some(Point { time: point.time.or(before.time), ..point });
            continue;
        };
        let seconds = seconds(start, end).max(0.0);
        if metres.is_some_and(|metres| metres > LEAP * seconds.max(1.0)) {
            continue;
        }
        let stood = metres.is_none_or(|metres| metres < STANDSTILL * seconds);
        if !(seconds > longest && stood) {
            sum.seconds += seconds;
        }
        sum.metres += metres.unwrap_or(0.0);
        from = Some(point);
    }
    sum
}

fn seconds(from: DateTime<Utc>, to: DateTime<Utc>) -> f64 {
    (to - from).as_seconds_f64()
}

/// Metres between two points, as the file counts them or as the crow flies.
fn way(from: Point, to: Point) -> Option<f64> {
    let counted = from.metres.zip(to.metres).map(|(from, to)| (to - from).max(0.0));
    counted.or_else(|| Some(distance(from.place?, to.place?)))
}

/// The haversine formula.
fn distance((lat, lon): (f64, f64), (other_lat, other_lon): (f64, f64)) -> f64 {
    let (lat, lon, other_lat, other_lon) =
        (lat.to_radians(), lon.to_radians(), other_lat.to_radians(), other_lon.to_radians());
    let half =
        ((other_lat - lat) / 2.0).sin().powi(2) + lat.cos() * other_lat.cos() * ((other_lon - lon) / 2.0).sin().powi(2);
    2.0 * EARTH * half.clamp(0.0, 1.0).sqrt().asin()
}
