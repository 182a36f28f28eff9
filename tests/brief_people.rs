//! What a person can say of themselves, their races and their matches, and what the planner makes of it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::NaiveDate;
use runweave::brief::{Brief, Defaults};
use runweave::model::{Avoid, Priority, RaceKind, Sex, Surface};
use serde_json::{Value, json};

fn read(value: &Value) -> Brief {
    let defaults = Defaults { timezone: runweave::model::Zone::UTC };
    Brief::from_value(value, "brief.json", defaults).unwrap_or_else(|problems| panic!("{problems}"))
}

fn brief() -> Value {
    json!({
        "athlete": { "goal": "general_fitness", "running_level": "intermediate" },
        "block": { "start": "2027-01-04", "weeks": 6, "timezone": "UTC" },
        "sessions": [],
        "running": { "current_weekly_minutes": 90, "runs_per_week": 3 },
        "availability": { "sat": ["07:00-12:00"] }
    })
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn a_person_says_what_the_body_is_like() {
    let mut value = brief();
    let about = json!({
        "sex": "female", "height_cm": 168, "weight_kg": 98.8, "weeks_since_birth": 20, "glp1": true,
        "injuries": [{ "name": "left calf", "avoid": ["hills", "consecutive_days"], "until": "2027-01-31" }],
    });
    value["athlete"].as_object_mut().unwrap().extend(about.as_object().unwrap().clone());
    let athlete = read(&value).athlete;
    assert_eq!((athlete.sex, athlete.weeks_since_birth, athlete.glp1), (Some(Sex::Female), Some(20), true));
    assert_eq!(athlete.bmi().map(f64::round), Some(35.0));
    let calf = &athlete.injuries[0];
    assert!(calf.forbids(Avoid::Hills, date("2027-01-31")) && !calf.forbids(Avoid::Hills, date("2027-02-01")));
}

#[test]
fn who_says_nothing_of_it_is_read_as_before() {
    let read = read(&brief());
    let athlete = &read.athlete;
    assert_eq!((athlete.sex, athlete.bmi(), athlete.weeks_since_birth, athlete.glp1), (None, None, None, false));
    assert!(athlete.injuries.is_empty() && read.block.events.is_empty());
    assert!(!read.running.stacking && !read.running.bricks);
    assert_eq!(read.warnings, Vec::<String>::new());
}

#[test]
fn a_block_has_several_races_of_which_one_is_the_race() {
    let mut value = brief();
    value["block"]["events"] = json!([
        { "name": "Hill run", "date": "2027-02-13", "distance_km": 12, "priority": "A", "target_time": "1:10:00",
          "climb_m": 600, "surface": "trail" },
        { "name": "Park 5K", "date": "2027-01-23", "distance_km": 5 },
        { "name": "Spring half", "date": "2027-04-11", "distance_km": 21.1, "priority": "B" },
    ]);
    let read = read(&value);
    let races: Vec<(&str, Priority)> =
        read.block.events.iter().map(|race| (race.name.as_str(), race.priority)).collect();
    assert_eq!(races, [("Park 5K", Priority::C), ("Hill run", Priority::A)]);
    let race = read.block.event.unwrap();
    assert_eq!(
        (race.target_seconds, race.climb_m, race.surface, race.kind),
        (Some(4200), 600, Surface::Trail, RaceKind::Run)
    );
    assert_eq!(read.warnings, ["Spring half on 2027-04-11 lies outside the block and changes nothing."]);
}

#[test]
fn the_one_event_is_the_a_race() {
    let mut value = brief();
    value["block"]["event"] = json!({ "name": "Town 10K", "date": "2027-02-14", "distance_km": 10 });
    value["block"]["events"] = json!([{ "name": "Park 5K", "date": "2027-01-23", "distance_km": 5, "priority": "B" }]);
    let block = read(&value).block;
    assert_eq!(block.event.as_ref(), block.events.last());
    assert_eq!(block.event.unwrap().priority, Priority::A);
}

#[test]
fn a_session_on_a_date_stands_on_that_date_alone() {
    let mut value = brief();
    value["sessions"] = json!([
        { "name": "Cup match", "date": "2027-01-17", "start": "11:00", "minutes": 90, "kind": "other", "focus": "lower",
          "effort": "heavy", "match": true },
        { "name": "Meet", "date": "2027-02-20", "start": "10:00", "minutes": 120, "kind": "strength", "focus": "lower",
          "effort": "heavy" },
        { "name": "Legs", "day": "tue", "start": "18:00", "minutes": 60, "kind": "strength", "focus": "lower", "effort": "heavy" },
    ]);
    let read = read(&value);
    let timetable = read.timetable(&[]);
    let on = |name: &str| -> Vec<(String, NaiveDate)> {
        let named = timetable.appointments.iter().filter(|one| one.name == name);
        named.map(|one| (one.id.clone(), timetable.calendar.date(one.day))).collect()
    };
    assert_eq!(on("Cup match"), [("w02-s1".to_owned(), date("2027-01-17"))]);
    assert_eq!(on("Meet"), [(String::new(), date("2027-02-20"))], "after the block it counts for the last week");
    assert_eq!(on("Legs").len(), 14, "four weeks before the block, its six and four after it");
    assert!(timetable.appointments.iter().all(|one| one.is_match == (one.name == "Cup match")));
    assert!(read.warnings.contains(&"Meet on 2027-02-20 lies outside the block.".to_owned()), "{:?}", read.warnings);
}
