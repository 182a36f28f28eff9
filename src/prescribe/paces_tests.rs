use chrono::NaiveDate;

use super::*;
use crate::model::Goal;
use crate::rules::{ForAthlete, Setting};

fn vdot(km: f64, seconds: u32) -> f64 {
    let race = Race { distance_km: km, seconds, date: NaiveDate::default() };
    (Vdot::of_race(&race).unwrap().value() * 100.0).round() / 100.0
}

fn paces(vdot: f64, level: Level) -> Paces {
    let seconds = Vdot(vdot).race_seconds(10.0).round() as u32;
    let race = Race { distance_km: 10.0, seconds, date: NaiveDate::default() };
    Paces::of_race(&race, level, &rules::Paces::for_athlete(&Setting::of(Goal::Endurance, level))).unwrap()
}

fn middle(vdot: f64, kind: PaceKind, metres: f64) -> String {
    clock(metres / paces(vdot, Level::Advanced).speed(kind) * 60.0)
}

#[test]
fn a_race_gives_the_vdot_of_the_equations() {
    for (km, time, expected) in [
        (5.0, 24 * 60 + 34, 39.11),
        (10.0, 40 * 60, 51.94),
        (5.0, 20 * 60, 49.81),
        (5.0, 30 * 60, 30.82),
        (21.0975, 105 * 60, 42.64),
        (42.195, 240 * 60, 37.90),
    ] {
        assert!((vdot(km, time) - expected).abs() < 0.006, "{km} km in {time} s: {}", vdot(km, time));
    }
}

#[test]
fn a_vdot_gives_the_race_times_of_the_equations() {
    let distances = [1.5, MILE / 1000.0, 3.0, 5.0, 10.0, 21.0975, 42.195];
    for (value, times) in [
        (30.0, ["8:30", "9:10", "17:56", "30:41", "1:03:49", "2:21:17", "4:49:49"]),
        (38.0, ["6:54", "7:27", "14:40", "25:10", "52:15", "1:55:51", "3:59:30"]),
        (40.0, ["6:35", "7:07", "14:02", "24:06", "50:01", "1:50:54", "3:49:37"]),
        (50.0, ["5:24", "5:50", "11:33", "19:56", "41:20", "1:31:31", "3:10:40"]),
        (60.0, ["4:35", "4:57", "9:50", "17:03", "35:22", "1:18:09", "2:43:22"]),
        (70.0, ["4:00", "4:19", "8:35", "14:56", "31:01", "1:08:23", "2:23:13"]),
    ] {
        let found: Vec<String> = distances.iter().map(|km| clock(Vdot(value).race_seconds(*km))).collect();
        assert_eq!(found, times, "VDOT {value}");
    }
}

#[test]
fn training_paces_are_those_of_the_printed_tables() {
    assert_eq!(paces(50.0, Level::Advanced).text(PaceKind::Easy, false).unwrap(), "5:07-5:38 /km");
    assert_eq!(middle(50.0, PaceKind::Threshold, 1000.0), "4:15");
    assert_eq!(middle(50.0, PaceKind::Interval, 1000.0), "3:55");
    assert_eq!(middle(49.0, PaceKind::Threshold, 1000.0), "4:19");
    assert_eq!(middle(49.0, PaceKind::Interval, 1000.0), "3:59");
    assert_eq!(middle(49.0, PaceKind::Repetition, 400.0), "1:29");
    assert_eq!(middle(38.0, PaceKind::Threshold, 1000.0), "5:18");
}

#[test]
fn the_pace_of_a_race_is_exact_and_the_same_in_training() {
    let paces = paces(50.0, Level::Intermediate).with_race(Distance::Marathon, 42.195, 15_000.0).toward(12.0, 3_600.0);
    assert_eq!(paces.text(PaceKind::Marathon, false).unwrap(), "5:55 /km");
    assert_eq!(paces.race_text(42.195, 15_000.0, false), paces.text(PaceKind::Marathon, false));
    assert_eq!(paces.text(PaceKind::Race, false).unwrap(), "5:00 /km");
    assert_eq!(paces.text(PaceKind::TenK, false).unwrap(), "4:08 /km");
    let slower = paces.with_fitness(950);
    assert!(slower.speed(PaceKind::Marathon) < 42_195.0 / 250.0 && slower.speed(PaceKind::Race) < 200.0);
}

#[test]
fn strides_and_free_play_go_by_feel_and_a_child_by_effort_alone() {
    let paces = paces(50.0, Level::Advanced);
    assert_eq!(
        [PaceKind::Stride, PaceKind::Brisk, PaceKind::Uphill, PaceKind::Race].map(|kind| paces.text(kind, false)),
        [const { None }; 4]
    );
    assert_eq!(paces.by_effort().text(PaceKind::Easy, false), None);
}

#[test]
fn a_beginner_is_never_shown_a_pace_faster_than_easy() {
    let paces = paces(40.0, Level::Beginner);
    assert!(paces.text(PaceKind::Easy, false).is_some());
    for kind in [
        PaceKind::Steady,
        PaceKind::Threshold,
        PaceKind::Interval,
        PaceKind::Repetition,
        PaceKind::TenK,
        PaceKind::Marathon,
    ] {
        assert_eq!(paces.text(kind, false), None);
        assert!(paces.speeds(kind).1 <= paces.speeds(PaceKind::Easy).1);
    }
}

#[test]
fn what_is_no_race_gives_no_vdot() {
    for (km, seconds) in [(10.0, 0), (0.0, 600), (10.0, 60), (5.0, 40_000), (f64::NAN, 600)] {
        let race = Race { distance_km: km, seconds, date: NaiveDate::default() };
        assert_eq!(Vdot::of_race(&race), None, "{km} km in {seconds} s");
    }
}

#[test]
fn running_slower_than_a_brisk_walk_is_told_in_words() {
    assert_eq!(paces(14.0, Level::Intermediate).text(PaceKind::Easy, false), None);
}
