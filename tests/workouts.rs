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

/// What a reader is shown of one run: its length, its work where that is dosed, whether it stands in a deload.
#[derive(Clone, Copy)]
struct Shown {
    minutes: Option<Minutes>,
    work: Option<Minutes>,
    deload: bool,
}

/// The paces of somebody of this level who ran five kilometres.
fn paces(level: Level, rules: &Rulebook) -> Paces {
    let race = Race { distance_km: 5.0, seconds: level.pick(30, 25, 20) * 60, date: NaiveDate::default() };
    Paces::of_race(&race, level, &rules.paces).unwrap()
}

fn line(workout: &Workout, level: Level, shown: Shown) -> String {
    let Shown { minutes, work, deload } = shown;
    let rules = Rulebook::for_athlete(&Setting::of(Goal::Endurance, level));
    let paces = paces(level, &rules);
    let weekly_minutes = level.pick(90, 160, 300);
    let occasion = Occasion { level, rules: &rules, weekly_minutes, deload, work, paces: Some(&paces) };
    let minutes = minutes.unwrap_or_else(|| workout.usual_minutes(&occasion));
    let distance = workout.distance_km(minutes, &occasion).unwrap();
    format!(
        "  {}{minutes} min{}, {distance:.1} km, load {}, hard {}: {}",
        work.map(|work| format!("work {work}: ")).unwrap_or_default(),
        if deload { " in a deload" } else { "" },
        workout.shape(minutes, level).load(),
        workout.hard(minutes, &occasion).minutes,
        steps(&workout.steps(minutes, &occasion), &paces),
    )
}

/// First, middle and last of the doses that the workout is a form of.
fn doses(workout: &Workout) -> Vec<Minutes> {
    let level = workout.level;
    let rules = Rulebook::for_athlete(&Setting::of(Goal::Endurance, level));
    let paces = paces(level, &rules);
    let holds = |work: &Minutes| {
        let (weekly_minutes, work) = (300, Some(*work));
        let occasion = Occasion { level, rules: &rules, weekly_minutes, deload: false, work, paces: Some(&paces) };
        workout.is_whole(240, &occasion)
    };
    let in_long_run = workout.kind == RunType::Long;
    let line = workout.trains.and_then(|work| rules.race_work.doses(work, None, in_long_run, 10));
    let mut doses: Vec<Minutes> = line.unwrap_or_default().into_iter().filter(holds).collect();
    doses.dedup();
    if doses.len() > 3 {
        doses = vec![doses[0], doses[doses.len() / 2], doses[doses.len() - 1]];
    }
    doses
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
        let doses = doses(workout);
        let at_doses = doses.iter().map(|work| Shown { minutes: None, work: Some(*work), deload: false });
        let whole = lengths.iter().map(|minutes| Shown { minutes: Some(*minutes), work: None, deload: false });
        let shown: Vec<Shown> = if doses.is_empty() { whole.collect() } else { at_doses.collect() };
        for one in shown {
            writeln!(text, "{}", line(workout, workout.level, one)).unwrap();
        }
        if workout.limit() != Limit::Free {
            let deload = Shown { minutes: Some(middle), work: None, deload: true };
            writeln!(text, "{}", line(workout, workout.level, deload)).unwrap();
        }
        writeln!(text, "  for: {}", workout.purpose()).unwrap();
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
