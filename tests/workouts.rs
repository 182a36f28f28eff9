//! The whole library, printed as a person would read it. `UPDATE=1` writes the table anew.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fmt::Write;
use std::path::Path;

use chrono::NaiveDate;
use runweave::model::{Goal, Level, Minutes, Phase, Race, RunType};
use runweave::prescribe::paces::{Paces, clock};
use runweave::prescribe::workouts::{LIBRARY, Limit, Occasion, Step, Workout};
use runweave::rules::{Rulebook, Setting};

/// One step or group: `15:00 warm-up jog z1`, `3x (5:00 threshold z4 4:56-5:02 /km + 1:00 jog z1)`.
fn steps(steps: &[Step], paces: &Paces) -> String {
    let one = |step: &Step| {
        let pace = paces.text(step.pace, false).map(|pace| format!(" {pace}")).unwrap_or_default();
        format!("{} {} z{}{pace}", clock(f64::from(step.seconds)), step.effort, step.zone)
    };
    let groups = steps.chunk_by(|a, b| a.group.is_some() && a.group == b.group);
    let told = groups.map(|group| {
        let inside: Vec<String> = group.iter().map(one).collect();
        if group[0].repeat > 1 { format!("{}x ({})", group[0].repeat, inside.join(" + ")) } else { inside.join(", ") }
    });
    told.collect::<Vec<_>>().join(", ")
}

fn line(workout: &Workout, minutes: Minutes, level: Level, deload: bool) -> String {
    let rules = Rulebook::for_athlete(&Setting::of(Goal::Endurance, level));
    let minutes_of_five_km = level.pick(30, 25, 20);
    let race = Race { distance_km: 5.0, seconds: minutes_of_five_km * 60, date: NaiveDate::default() };
    let paces = Paces::of_race(&race, level, &rules.paces).unwrap();
    let weekly_minutes = level.pick(90, 160, 300);
    let occasion = Occasion { level, rules: &rules, weekly_minutes, deload, work: None, paces: Some(&paces) };
    let distance = workout.distance_km(minutes, &occasion).unwrap();
    format!(
        "  {minutes} min{}, {distance:.1} km, load {}, hard {}: {}",
        if deload { " in a deload" } else { "" },
        workout.shape(minutes, level).load(),
        workout.hard(minutes, &occasion).minutes,
        steps(&workout.steps(minutes, &occasion), &paces),
    )
}

fn table() -> String {
    let mut text = String::new();
    for workout in LIBRARY.iter() {
        let phases = if workout.phases.len() == Phase::ALL.len() {
            "any phase".to_owned()
        } else {
            workout.phases.iter().map(|phase| phase.word()).collect::<Vec<_>>().join(" ")
        };
        let (least, most) = workout.minutes;
        let tenths = workout.rpe_tenths;
        writeln!(text, "{}: {}, {}", workout.id, workout.name, workout.kind).unwrap();
        writeln!(text, "  RPE {}.{}, from {}, {phases}, {least}-{most} min", tenths / 10, tenths % 10, workout.level)
            .unwrap();
        let middle = ((least + most) / 10 * 5).max(least);
        let mut lengths = vec![least, middle, most];
        lengths.dedup();
        if workout.kind == RunType::Race {
            lengths = vec![45];
        }
        for minutes in lengths {
            writeln!(text, "{}", line(workout, minutes, workout.level, false)).unwrap();
        }
        if workout.limit() != Limit::Free {
            writeln!(text, "{}", line(workout, middle, workout.level, true)).unwrap();
        }
        writeln!(text, "  if tired: {}\n", workout.if_tired(middle)).unwrap();
    }
    text
}

#[test]
fn the_library_reads_as_written_down() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workouts/library.txt");
    let found = table();
    if std::env::var("UPDATE").is_ok_and(|wish| wish == "1") {
        std::fs::write(&file, &found).unwrap();
    }
    let expected = std::fs::read_to_string(&file).unwrap_or_default();
    let differing = found.lines().zip(expected.lines()).find(|(found, expected)| found != expected);
    assert!(found == expected, "the library differs from {}: {differing:?}", file.display());
}

#[test]
fn the_workout_of_the_contributing_guide_is_one_of_the_library() {
    let read = |file: &str| std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
    let guide = read("CONTRIBUTING.md");
    let (_, rest) = guide.split_once("```rust\n").expect("a block of Rust");
    let (shown, _) = rest.split_once("```").unwrap();
    let entry: String = shown.lines().flat_map(|line| ["    ", line, "\n"]).collect();
    assert!(read("src/prescribe/workouts/library/threshold.rs").contains(&entry), "no entry of the library:\n{entry}");
}
