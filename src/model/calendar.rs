//! From days and wall clocks to moments, in the block's time zone.

use chrono::{Datelike, Duration, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeZone};

use super::{Clock, Day, Moment, Zone};

/// The block's time zone and its first Monday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calendar {
    zone: Zone,
    first: NaiveDate,
}

impl Calendar {
    /// A calendar whose day 0 is `first`, a Monday.
    pub fn new(zone: Zone, first: NaiveDate) -> Self {
        Self { zone, first }
    }

    /// The time zone.
    pub fn zone(&self) -> Zone {
        self.zone
    }

    /// The date of a day.
    pub fn date(&self, day: Day) -> NaiveDate {
        self.first + Duration::days(i64::from(day.0))
    }

    /// The day of a date.
    pub fn day(&self, date: NaiveDate) -> Day {
        Day(date.num_days_from_ce() - self.first.num_days_from_ce())
    }

    /// The moment of a wall-clock time, or `None` where the clocks skip it. Of two such moments the earlier.
    pub fn exact(&self, day: Day, clock: Clock) -> Option<Moment> {
        match self.zone.from_local_datetime(&self.local(day, clock)) {
            LocalResult::Single(time) | LocalResult::Ambiguous(time, _) => {
                Some(Moment(time.timestamp().div_euclid(60)))
            }
            LocalResult::None => None,
        }
    }

    /// The moment of a wall-clock time; where the clocks skip it, the first time after the gap that exists.
    pub fn moment(&self, day: Day, clock: Clock) -> Moment {
        let local = self.local(day, clock);
        (0..=24 * 4)
            .find_map(|quarters| {
                let later = local + Duration::minutes(15 * quarters);
                match self.zone.from_local_datetime(&later) {
                    LocalResult::Single(time) | LocalResult::Ambiguous(time, _) => {
                        Some(Moment(time.timestamp().div_euclid(60)))
                    }
                    LocalResult::None => None,
                }
            })
            .unwrap_or_else(|| Moment(local.and_utc().timestamp().div_euclid(60)))
    }

    /// Every `step` minutes on the wall clock of a day that begins and ends at these midnights, with its moment; those that the clocks
    /// skip are left out.
    pub fn grid(
        &self,
        day: Day,
        midnights: (Moment, Moment),
        step: u16,
    ) -> impl Iterator<Item = (Clock, Moment)> + use<> {
        let (from, to) = midnights;
        // On a day of 24 hours the clocks stand still.
        let midnight = (to.since(from) == 24 * 60).then_some(from);
        let calendar = *self;
        (0..24 * 60).step_by(usize::from(step)).filter_map(move |minute| {
            let clock = Clock(minute);
            let moment = match midnight {
                Some(midnight) => midnight.plus(i32::from(minute)),
                None => calendar.exact(day, clock)?,
            };
            Some((clock, moment))
        })
    }

    /// The wall-clock date and time of a moment.
    pub fn wall(&self, moment: Moment) -> NaiveDateTime {
        chrono::DateTime::from_timestamp(moment.0 * 60, 0)
            .map_or(NaiveDateTime::MIN, |utc| utc.with_timezone(&self.zone).naive_local())
    }

    /// The day a moment falls on.
    pub fn day_of(&self, moment: Moment) -> Day {
        self.day(self.wall(moment).date())
    }

    fn local(self, day: Day, clock: Clock) -> NaiveDateTime {
        let time = NaiveTime::from_num_seconds_from_midnight_opt(u32::from(clock.0) * 60, 0).unwrap_or_default();
        self.date(day).and_time(time)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn london() -> Calendar {
        Calendar::new("Europe/London".parse().unwrap(), NaiveDate::from_ymd_opt(2027, 3, 22).unwrap())
    }

    #[test]
    fn hours_are_elapsed_hours_across_a_change_of_clocks() {
        let calendar = london();
        let saturday = calendar.moment(Day(5), Clock(19 * 60));
        let sunday = calendar.moment(Day(6), Clock(19 * 60));
        assert_eq!(sunday.since(saturday), 23 * 60);
    }

    #[test]
    fn a_time_that_the_clocks_skip_does_not_exist() {
        assert_eq!(london().exact(Day(6), Clock(90)), None);
        assert_eq!(london().moment(Day(6), Clock(90)), london().moment(Day(6), Clock(120)));
    }

    #[test]
    fn a_grid_has_the_moments_that_exist_on_common_days_and_when_clocks_change() {
        for (day, quarters) in [(Day(5), 96), (Day(6), 92), (Day(6 + 31 * 7), 96)] {
            let midnights = (london().moment(day, Clock(0)), london().moment(day.plus(1), Clock(0)));
            let grid: Vec<(Clock, Moment)> = london().grid(day, midnights, 15).collect();
            assert_eq!(grid.len(), quarters);
            assert!(grid.iter().all(|(clock, moment)| london().exact(day, *clock) == Some(*moment)));
        }
    }
}
