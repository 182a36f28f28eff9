//! What the points of a FIT file come to, where no session sums them up.

use super::layout::Layout;
use super::moment;
use crate::intake::activity::track::{Point, moved};
use crate::intake::activity::{Activity, Sport};

/// The points of a recording.
#[derive(Default)]
pub(super) struct Points(Vec<Point>);

/// No recording has more points: days of one a second.
const MOST: usize = 1_000_000;

impl Points {
    /// One more, if it has a time.
    pub(super) fn add(&mut self, time: Option<u32>, layout: &Layout, data: &[u8]) {
        if self.0.len() < MOST
            && let Some(time) = time.and_then(moment)
        {
            // Degrees in parts of a half circle; a field of another size is none.
            let place = degrees(layout.number(data, 0)).zip(degrees(layout.number(data, 1)));
            let metres = layout.number(data, 5).map(|centimetres| f64::from(centimetres) / 100.0);
            self.0.push(Point { place, metres, time: Some(time) });
        }
    }

    /// The activity that they are.
    pub(super) fn activity(&self, sport: Sport) -> Option<Activity> {
        let (first, last) = (self.0.first()?.time?, self.0.iter().filter_map(|point| point.time).max()?);
        let sum = moved(&self.0);
        let activity = Activity::new(first, sum.seconds, Some(sum.metres), sport)?;
        Some(Activity { end: last.max(activity.end), ..activity })
    }
}

fn degrees(semicircles: Option<u32>) -> Option<f64> {
    let semicircles = semicircles?.cast_signed();
    // Unknown is the largest number that has a sign.
    (semicircles != i32::MAX).then(|| f64::from(semicircles) * 180.0 / 2_147_483_648.0)
}
