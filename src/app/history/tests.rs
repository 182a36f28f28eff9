use chrono::{DateTime, TimeDelta, Utc};

use super::*;
use crate::intake::Sport;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 29).unwrap()
}

fn run(start: &str, minutes: Minutes, km: Option<f64>, sport: Sport) -> Activity {
    let start: DateTime<Utc> = format!("{start}:00Z").parse().unwrap();
    let end = start + TimeDelta::minutes(i64::from(minutes));
    Activity { start, end, wall: None, minutes, distance_km: km, sport, laps: Vec::new() }
}

/// Eight weeks of Tuesday and Thursday mornings and Sunday long runs, from 5 October on.
fn weeks() -> Vec<Activity> {
    let monday = NaiveDate::from_ymd_opt(2026, 10, 5).unwrap();
    let of_week = |week: i64| {
        let at = |day: i64, clock: &str, minutes: Minutes, km: f64| {
            run(&format!("{}T{clock}", monday + Duration::days(7 * week + day)), minutes, Some(km), Sport::Running)
        };
        [at(1, "06:10", 40, 6.5), at(3, "06:20", 50, 8.2), at(6, "08:00", 80 + week as Minutes, 13.0)]
    };
    (0..8).flat_map(of_week).collect()
}

#[test]
fn the_mean_the_longest_and_the_habits_are_those_of_the_last_weeks() {
    let found = from_history(&weeks(), Zone::UTC, today()).unwrap();
    assert_eq!((found.weekly_minutes, found.longest, found.runs), (176, Some(87), Some(3)));
    assert_eq!(found.free, ["tue 06:00-07:00", "thu 06:00-07:30", "sun 08:00-09:30"]);
    assert_eq!((found.long_run_day.as_deref(), found.preferred_time.as_deref()), (Some("sun"), Some("morning")));
    assert_eq!(found.race, None);
    assert!(found.told[0].starts_with("176 min a week now: 702 min in 12 runs from 2026-11-02 to 2026-11-29"));
}

#[test]
fn a_race_is_told_by_its_distance_and_its_pace() {
    let mut all = weeks();
    all.push(run("2026-11-14T10:00", 49, Some(10.08), Sport::Running));
    let found = from_history(&all, Zone::UTC, today()).unwrap();
    assert_eq!(found.race.as_deref(), Some("10 km 49:00 2026-11-14"));
    all.last_mut().unwrap().minutes = 61;
    let slow = all.last_mut().unwrap();
    slow.end = slow.start + TimeDelta::minutes(61);
    assert_eq!(from_history(&all, Zone::UTC, today()).unwrap().race, None);
}

#[test]
fn rides_lifting_and_second_recordings_are_no_runs() {
    let mut all = weeks();
    let before = from_history(&all, Zone::UTC, today());
    all.push(run("2026-11-24T18:00", 90, Some(40.0), Sport::Other));
    all.push(run("2026-11-25T18:00", 60, None, Sport::Strength));
    let twin = all[23].clone();
    all.push(Activity { distance_km: None, ..twin });
    assert_eq!(from_history(&all, Zone::UTC, today()), before);
    assert_eq!(from_history(&all[24..26], Zone::UTC, today()), None);
}

#[test]
fn whoever_has_not_run_for_four_weeks_runs_nothing_now() {
    let later = today() + Duration::days(60);
    let found = from_history(&weeks(), Zone::UTC, later).unwrap();
    assert_eq!((found.weekly_minutes, found.longest, found.runs), (0, None, None));
    assert!(found.told[0].contains("the last one on 2026-11-29"));
}
