//! The hours at which people run: what breaks ties between places that cost the same.

use crate::model::{Clock, GRID_MINUTES, PartOfDay, RunClass};
use crate::rules::{Place, Timetable};

/// Minutes of a day.
const DAY: i32 = 24 * 60;
/// A day of life begins here: the small hours come after its evening.
const MORNING: i32 = 5 * 60;

/// When a run of this class usually starts: at the wished part of the day; otherwise in the morning, or in the evening where most of the
/// person's own sessions are then. A long run starts in the morning.
fn hours(class: RunClass, timetable: &Timetable) -> (Clock, Clock) {
    let at = |from: u16, to: u16| (Clock(from * 60), Clock(to * 60));
    match (timetable.wishes.preferred_time, class) {
        (Some(PartOfDay::Midday), _) => at(12, 14),
        (Some(PartOfDay::Evening), _) => at(17, 19),
        (_, RunClass::Long) => at(7, 10),
        (None, _) if timetable.in_the_evening => at(17, 19),
        _ => at(7, 9),
    }
}

/// Quarter hours from the usual hours to the start of a run.
pub(super) fn quarters_off(place: &Place, timetable: &Timetable) -> i32 {
    let since_morning = |clock: Clock| (i32::from(clock.0) - MORNING).rem_euclid(DAY);
    let (from, to) = hours(place.run.class(), timetable);
    let start = since_morning(place.clock);
    let off = (since_morning(from) - start).max(start - since_morning(to)).max(0);
    off / i32::from(GRID_MINUTES)
}
