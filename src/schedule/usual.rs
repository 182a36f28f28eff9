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

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::model::{Calendar, Day, RunShape, RunType, Zone};
    use crate::rules::Wishes;

    /// Quarter hours off the usual ones, for somebody without sessions who likes this part of the day.
    fn off(kind: RunType, hour: u16, minute: u16, preferred_time: Option<PartOfDay>, in_the_evening: bool) -> i32 {
        let calendar = Calendar::new(Zone::UTC, NaiveDate::from_ymd_opt(2026, 11, 30).unwrap());
        let wishes = Wishes { preferred_time, ..Wishes::default() };
        let mut timetable = Timetable::new(calendar, 1, Vec::new(), Vec::new(), wishes);
        timetable.in_the_evening = in_the_evening;
        let (day, clock) = (Day(0), Clock(hour * 60 + minute));
        let start = timetable.calendar.moment(day, clock);
        let run = RunShape { kind, minutes: 30, rpe_tenths: 30 };
        let end = start.plus(30);
        let place =
            Place { run, full_minutes: 30, day, clock, start, end, attached_to: None, published: None, judged: true };
        quarters_off(&place, &timetable)
    }

    #[test]
    fn people_run_in_the_morning_or_when_they_train_anyway() {
        assert_eq!(
            [(6, 30), (7, 0), (9, 0), (9, 30)].map(|(h, m)| off(RunType::Easy, h, m, None, false)),
            [2, 0, 0, 2]
        );
        assert_eq!([(7, 0), (17, 0), (20, 0)].map(|(h, m)| off(RunType::Easy, h, m, None, true)), [40, 0, 4]);
        assert_eq!(off(RunType::Long, 10, 0, None, true), 0);
    }

    #[test]
    fn a_wish_moves_the_usual_hours() {
        assert_eq!(off(RunType::Easy, 12, 0, Some(PartOfDay::Midday), false), 0);
        assert_eq!(off(RunType::Long, 18, 0, Some(PartOfDay::Evening), false), 0);
    }

    #[test]
    fn the_small_hours_come_after_the_evening() {
        assert!(off(RunType::Easy, 4, 45, None, false) > off(RunType::Easy, 23, 0, None, false));
    }
}
