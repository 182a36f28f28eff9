//! What a break, a race, pain, a birth, youth and weight make of the weeks, one diary each.

use super::{Outcome, Week, block};
use crate::brief::{Brief, Defaults};
use crate::model::{Minutes, RunClass, RunType};

fn brief(athlete: &str, weeks: u32, running: &str, more: &str) -> Brief {
    let text = format!(
        r#"{{ "athlete": {{ {athlete} }}, "block": {{ "start": "2027-01-04", "weeks": {weeks}, "timezone": "UTC" }},
            "sessions": [], "running": {{ {running} }} {more} }}"#
    );
    Brief::parse(text.as_bytes(), "brief.json", Defaults { timezone: crate::model::Zone::UTC }).unwrap()
}

fn planned(brief: &Brief) -> Vec<Week> {
    block(brief, &Outcome::default(), 1)
}

const RUNNER: &str = r#""goal": "endurance", "running_level": "intermediate""#;

fn total(week: &Week) -> Minutes {
    week.runs.iter().map(|run| run.shape.minutes).sum()
}

fn long(week: &Week) -> Minutes {
    week.runs.iter().filter(|run| run.shape.class() == RunClass::Long).map(|run| run.shape.minutes).sum()
}

fn hard(week: &Week) -> usize {
    week.runs.iter().filter(|run| run.shape.class() == RunClass::Quality).count()
}

#[test]
fn after_twelve_days_off_the_old_volume_is_back_in_the_third_week() {
    let running = r#""current_weekly_minutes": 170, "longest_recent_minutes": 80, "runs_per_week": 4"#;
    let weeks = planned(&brief(RUNNER, 8, running, r#", "readiness": { "date": "2027-01-03", "days_off": 12 }"#));
    assert_eq!(weeks[..3].iter().map(total).collect::<Vec<_>>(), [85, 130, 170]);
    assert_eq!(weeks[..3].iter().map(long).collect::<Vec<_>>(), [40, 60, 80]);
    assert_eq!(weeks[..3].iter().map(hard).collect::<Vec<_>>(), [0, 0, 1]);
    assert!(weeks[..4].iter().all(|week| !week.deload));
}

#[test]
fn after_three_weeks_off_every_week_is_its_step() {
    let running = r#""current_weekly_minutes": 220, "longest_recent_minutes": 95, "runs_per_week": 4"#;
    let weeks = planned(&brief(RUNNER, 10, running, r#", "readiness": { "date": "2027-01-03", "days_off": 20 }"#));
    assert_eq!(weeks[..4].iter().map(total).collect::<Vec<_>>(), [110, 130, 175, 220]);
    assert_eq!(weeks[..4].iter().map(long).collect::<Vec<_>>(), [50, 55, 75, 95]);
    assert_eq!(weeks[..4].iter().map(hard).collect::<Vec<_>>(), [0, 0, 0, 1]);
    assert!(weeks[..5].iter().all(|week| !week.deload));
}

#[test]
fn runs_that_ended_before_the_block_are_a_break_that_nobody_told() {
    let running = r#""current_weekly_minutes": 170, "longest_recent_minutes": 80, "runs_per_week": 4"#;
    let run = r#", "before": { "runs": [ { "start": "2026-12-22T18:00", "minutes": 80 } ] }"#;
    assert_eq!(total(&planned(&brief(RUNNER, 4, running, run))[0]), 85);
}

#[test]
fn after_a_marathon_the_taper_runs_in_reverse() {
    let athlete = r#""goal": "endurance", "running_level": "advanced""#;
    let running = r#""current_weekly_minutes": 380, "longest_recent_minutes": 150, "runs_per_week": 5"#;
    let race = r#", "before": { "runs": [ { "start": "2027-01-03T10:00", "minutes": 195, "type": "race", "distance_km": 42.195 } ] }"#;
    let weeks = planned(&brief(athlete, 8, running, race));
    let volumes: Vec<Minutes> = weeks[..5].iter().map(total).collect();
    for (volume, percent) in volumes.iter().zip([0, 35, 60, 80, 100]) {
        assert!((volume * 100 - 380 * percent).abs() <= 380 * 5, "{volumes:?}");
    }
    assert_eq!(weeks[..5].iter().map(long).collect::<Vec<_>>(), [0, 0, 60, 75, 90]);
    assert_eq!(weeks[..3].iter().map(hard).sum::<usize>(), 0);
    assert!((3..=4).contains(&weeks[1].runs.len()) && hard(&weeks[3]) == 1);
}

const SORE: &str = r#""current_weekly_minutes": 110, "longest_recent_minutes": 45, "runs_per_week": 3"#;

#[test]
fn pain_is_held_to_the_end_of_the_block_where_nothing_better_is_told() {
    let weeks = planned(&brief(RUNNER, 12, SORE, r#", "readiness": { "date": "2027-01-03", "pain": 4 }"#));
    for week in &weeks {
        assert_eq!((total(week), long(week), hard(week), week.deload), (65, 0, 0, false), "week {}", week.number);
        assert!(week.runs.iter().all(|run| run.shape.minutes <= 30));
        assert!(week.notes.iter().any(|note| note.contains("How was it this week, 0 to 10")), "{:?}", week.notes);
    }
}

#[test]
fn after_a_week_without_pain_the_steps_come_back_one_at_a_time() {
    let told = r#", "readiness": [ { "date": "2027-01-03", "pain": 4 }, { "date": "2027-01-17", "pain": 1 } ]"#;
    let weeks = planned(&brief(RUNNER, 10, SORE, told));
    assert_eq!(weeks[..5].iter().map(total).collect::<Vec<_>>(), [65, 65, 65, 90, 110]);
    assert_eq!(weeks[..5].iter().map(long).collect::<Vec<_>>()[..3], [0, 0, 0]);
    assert_eq!(weeks[..5].iter().map(hard).sum::<usize>(), 0, "nothing hard before the third step");
}

#[test]
fn much_pain_stops_the_runs_until_it_is_told_to_be_better() {
    let told = r#", "readiness": { "date": "2027-01-03", "pain": 7 }"#;
    let weeks = planned(&brief(RUNNER, 6, SORE, told));
    assert!(weeks.iter().all(|week| week.runs.is_empty()));
    assert!(weeks[0].stops[0].text.contains("no runs until you tell 5 or less"), "{:?}", weeks[0].stops);
    let told = r#", "readiness": [ { "date": "2027-01-03", "pain": 7 }, { "date": "2027-01-17", "pain": 4 } ]"#;
    let weeks = planned(&brief(RUNNER, 8, SORE, told));
    assert_eq!(weeks[..2].iter().map(total).collect::<Vec<_>>(), [0, 0]);
    assert!(total(&weeks[2]) > 0 && weeks[2..].iter().all(|week| total(week) <= 65 && hard(week) == 0));
}

#[test]
fn after_a_birth_first_rest_then_walks_then_the_slow_track() {
    let athlete = r#""goal": "general_fitness", "running_level": "intermediate", "weeks_since_birth": 1"#;
    let weeks = planned(&brief(athlete, 14, r#""current_weekly_minutes": 0, "runs_per_week": 3"#, ""));
    assert!(weeks[..11].iter().all(|week| week.runs.is_empty()));
    assert!(weeks[1].notes[0].contains("for rest") && weeks[2].notes[0].contains("walk"), "{:?}", weeks[2].notes);
    let stages: Vec<&str> = weeks[11..].iter().flat_map(|week| &week.runs).map(|run| run.workout).collect();
    assert_eq!(stages[..5], ["walkrun_1", "walkrun_1", "walkrun_1", "walkrun_1", "walkrun_2"]);
    assert!(weeks[11].notes.iter().any(|note| note.contains("pelvic floor")));
}

#[test]
fn a_sign_of_the_pelvic_floor_stops_the_runs_of_its_week() {
    let athlete = r#""goal": "general_fitness", "running_level": "beginner", "weeks_since_birth": 20"#;
    let sign = r#", "readiness": { "date": "2027-01-10", "signs": ["leaking"] }"#;
    let weeks = planned(&brief(athlete, 4, r#""current_weekly_minutes": 0, "runs_per_week": 3"#, sign));
    assert_eq!(weeks[1].runs.len(), 0);
    assert!(!weeks[2].runs.is_empty() && weeks[2].runs.iter().all(|run| run.shape.kind == RunType::WalkRun));
    assert!(weeks[1].stops.iter().chain(&weeks[0].stops).any(|stop| stop.text.contains("pelvic floor")));
}

#[test]
fn heavy_beginners_run_three_kilometres_in_their_first_week() {
    let athlete =
        r#""goal": "weight_loss", "running_level": "beginner", "weight_kg": 114, "height_cm": 178, "glp1": true"#;
    let weeks = planned(&brief(athlete, 14, r#""current_weekly_minutes": 0, "runs_per_week": 3"#, ""));
    assert!(weeks[0].runs.iter().all(|run| run.workout == "walkrun_1") && weeks[0].runs.len() == 3);
    let notes = weeks[0].notes.join(" ");
    assert!(notes.contains("150 min") && notes.contains("protein") && notes.contains("no run that day"), "{notes}");
}

#[test]
fn the_young_run_an_hour_at_most_and_hard_once_a_week() {
    let athlete = r#""goal": "endurance", "running_level": "advanced", "birth_year": 2012"#;
    let running = r#""current_weekly_minutes": 240, "longest_recent_minutes": 75, "runs_per_week": 5"#;
    let weeks = planned(&brief(athlete, 8, running, ""));
    assert!(weeks.iter().all(|week| week.runs.iter().all(|run| run.shape.minutes <= 60) && hard(week) <= 1));
    let notes = weeks[0].notes.join(" ");
    assert!(notes.contains("8 to 10 hours of sleep") && notes.contains("parents and coach"), "{notes}");
}
