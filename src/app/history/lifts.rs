//! The lifting week that a log shows.

use std::collections::BTreeMap;

use chrono::{Datelike as _, Duration, NaiveDate, Timelike as _};

use crate::intake::{Lift, phrases};
use crate::model::{Clock, Minutes, WEEKDAY_NAMES, WEEKDAYS, count};

/// Habits are looked for in so many weeks (judgement).
const WEEKS: i64 = 8;
/// A day is usual where lifting was on it in one of so many weeks, and twice at least (judgement).
const OF_WEEKS: i64 = 3;
const TWICE: usize = 2;

/// The sessions of the usual week as lines, each with where it comes from.
pub fn usual_lifts(lifts: &[Lift], today: NaiveDate) -> Vec<(String, String)> {
    let first = today - Duration::days(7 * WEEKS - 1);
    let lately: Vec<&Lift> = lifts.iter().filter(|lift| (first..=today).contains(&lift.wall.date())).collect();
    let Some(begun) = lately.iter().map(|lift| lift.wall.date()).min() else { return Vec::new() };
    let weeks = ((today - begun).num_days() / 7 + 1).max(1);
    let of_day = |day: usize| -> Vec<&Lift> {
        lately.iter().copied().filter(|lift| lift.wall.weekday().num_days_from_monday() as usize == day).collect()
    };
    let proposed = (0..7).filter_map(|day| {
        let found = of_day(day);
        if found.len() < TWICE || (found.len() as i64) * OF_WEEKS < weeks {
            return None;
        }
        let start =
            middle(found.iter().map(|lift| (lift.wall.hour() * 60 + lift.wall.minute()) as Minutes), 15) % (24 * 60);
        let minutes = middle(found.iter().map(|lift| lift.minutes), 5).clamp(5, 480);
        let mut names: BTreeMap<&str, usize> = BTreeMap::new();
        for lift in &found {
            *names.entry(lift.name.as_str()).or_default() += 1;
        }
        let name = names.into_iter().max_by_key(|(_, times)| *times).map(|(name, _)| name)?;
        let line = |name: &str| format!("{} {} {name} {minutes} min", WEEKDAYS[day], Clock(start as u16));
        let is_one = |line: &String| {
            phrases::read_session(line, today).is_ok_and(|reading| {
                reading.left_over.is_empty()
                    && matches!(&reading.found[..], [one] if one.minutes == minutes && one.start.0 == start as u16)
            })
        };
        // A name that says other things too is not taken.
        let line = Some(line(name)).filter(is_one).unwrap_or_else(|| line("strength"));
        let told = format!(
            "Lifting on {} at {}: {} in {}.",
            WEEKDAY_NAMES[day],
            Clock(start as u16),
            count(found.len(), "session"),
            count(weeks as usize, "week")
        );
        Some((line, told))
    });
    proposed.collect()
}

/// The middle one of some minutes, to the nearest step.
fn middle(minutes: impl Iterator<Item = Minutes>, step: Minutes) -> Minutes {
    let mut all: Vec<Minutes> = minutes.collect();
    all.sort_unstable();
    let one = all.get(all.len() / 2).copied().unwrap_or_default();
    (one + step / 2) / step * step
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_on_which_a_log_has_sessions_are_the_week() {
        let today: NaiveDate = "2026-11-29".parse().unwrap();
        let lift = |week: i64, day: i64, clock: &str, name: &str| {
            let date = today - Duration::days(7 * week + 6 - day);
            Lift { wall: format!("{date}T{clock}").parse().unwrap(), minutes: 63, name: name.to_owned() }
        };
        let mut log: Vec<Lift> = (0..6)
            .flat_map(|week| [lift(week, 0, "18:05:00", "Push Day"), lift(week, 3, "17:50:00", "Legs")])
            .collect();
        log.push(lift(1, 5, "10:00:00", "Arms"));
        log.extend((0..6).map(|week| lift(week, 4, "07:00:00", "every 2 weeks mon 6pm")));
        let lines: Vec<String> = usual_lifts(&log, today).into_iter().map(|(line, _)| line).collect();
        assert_eq!(lines, ["mon 18:00 Push Day 65 min", "thu 17:45 Legs 65 min", "fri 07:00 strength 65 min"]);
        assert_eq!(usual_lifts(&log, today + Duration::days(100)), []);
    }
}
