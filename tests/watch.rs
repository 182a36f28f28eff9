//! `runweave watch`: whole files for a watch, ours replaced and taken away, nobody else's touched.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use runweave::app::{self, WatchFormat, WatchInput};
use runweave::plan::{Entry, Plan};
use runweave::render::watch::Targets;

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/plans/half-marathon-hybrid/plan.json");

fn example() -> Plan {
    Plan::parse(&fs::read(EXAMPLE).unwrap()).unwrap()
}

fn input(plan: &Plan, format: WatchFormat) -> WatchInput<'_> {
    WatchInput { plan, from: plan.start().unwrap(), weeks: 104, format, targets: None, all: false }
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_runweave"));
    command.current_dir(folder).env("SOURCE_DATE_EPOCH", "1796083200").stdin(Stdio::null());
    command.args(arguments).output().unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The number of a FIT file, where our writer puts it.
fn serial(bytes: &[u8]) -> u32 {
    u32::from_le_bytes(bytes[41..45].try_into().unwrap())
}

#[test]
fn every_workout_of_a_plan_has_a_number_of_its_own_that_stays_when_it_moves() {
    let plan = example();
    let files = app::watch(&input(&plan, WatchFormat::Fit));
    let mut serials: Vec<u32> = files.iter().map(|(_, bytes)| serial(bytes)).collect();
    serials.sort_unstable();
    serials.dedup();
    assert_eq!(serials.len(), files.len());
    assert!(!serials.contains(&0) && !serials.contains(&u32::MAX));
    let mut moved = plan.clone();
    for entry in moved.weeks.iter_mut().flat_map(|week| &mut week.sessions) {
        if let Entry::Run(run) = entry {
            run.start.0 += chrono::Duration::hours(25);
            "2027-01-01T00:00:00Z".clone_into(&mut run.revision.changed);
        }
    }
    let again = app::watch(&input(&moved, WatchFormat::Fit));
    let of = |files: &[(String, Vec<u8>)]| {
        files.iter().map(|(name, bytes)| (name.clone(), serial(bytes))).collect::<Vec<_>>()
    };
    assert_eq!(of(&files), of(&again));
    assert_ne!(files, again);
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let plan = example();
    for format in [WatchFormat::Fit, WatchFormat::Intervals, WatchFormat::Zwo] {
        assert_eq!(app::watch(&input(&plan, format)), app::watch(&input(&plan, format)));
    }
}

#[test]
fn names_and_words_of_any_plan_become_whole_files() {
    let mut plan = example();
    let nasty = [
        "",
        "\0\u{1b}[31m",
        "走る走る走る走る走る走る走る走る走る",
        "</workout_file>&\"'",
        "10m ramp 3x\n- 5m",
        "🏃🏽‍♀️🏃🏽‍♀️🏃🏽‍♀️🏃🏽‍♀️",
        "\u{202e}\u{ffff}",
    ];
    for (index, entry) in plan.weeks.iter_mut().flat_map(|week| &mut week.sessions).enumerate() {
        if let Entry::Run(run) = entry {
            let text = nasty[index % nasty.len()];
            text.clone_into(&mut run.name);
            text.clone_into(&mut run.run.purpose);
            for step in &mut run.run.steps {
                text.clone_into(&mut step.effort);
                step.pace = Some(format!("{text}5:00-4:00 /km"));
            }
        }
    }
    for targets in [Targets::Pace, Targets::HeartRate, Targets::Effort] {
        for format in [WatchFormat::Fit, WatchFormat::Intervals, WatchFormat::Zwo] {
            let files = app::watch(&WatchInput { targets: Some(targets), ..input(&plan, format) });
            assert!(!files.is_empty());
            for (name, bytes) in files {
                match name.rsplit_once('.').unwrap().1 {
                    "fit" => assert_eq!(bytes.len(), 16 + u32::from_le_bytes(bytes[4..8].try_into().unwrap()) as usize),
                    _ => assert!(!String::from_utf8(bytes).unwrap().contains(['\0', '\u{1b}', '\u{202e}', '\u{ffff}'])),
                }
            }
        }
    }
}

#[test]
fn the_folder_holds_what_is_planned_and_what_is_not_ours() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(EXAMPLE, folder.path().join("plan.json")).unwrap();
    assert!(run(folder.path(), &["watch"]).status.success());
    let watch = folder.path().join("watch");
    let first = names(&watch);
    assert!(first.contains(&"schedule.fit".to_owned()) && first.contains(&"w01-long.fit".to_owned()));
    let theirs = fs::read(format!("{}/tests/activity/cases/run.fit", env!("CARGO_MANIFEST_DIR"))).unwrap();
    fs::write(watch.join("theirs.fit"), &theirs).unwrap();
    fs::write(watch.join("notes.txt"), "mine").unwrap();
    fs::write(watch.join("w01-long.zwo"), "<workout_file/>").unwrap();
    let later = run(folder.path(), &["watch", "--from", "2027-02-01", "--weeks", "1"]);
    assert!(later.status.success(), "{}", String::from_utf8_lossy(&later.stderr));
    let now = names(&watch);
    for kept in ["theirs.fit", "notes.txt", "w01-long.zwo", "schedule.fit"] {
        assert!(now.contains(&kept.to_owned()), "{now:?}");
    }
    assert!(!now.contains(&"w01-long.fit".to_owned()), "{now:?}");
    assert_eq!(fs::read(watch.join("theirs.fit")).unwrap(), theirs);
}

#[test]
fn a_file_of_somebody_else_with_the_name_of_ours_stops_the_command() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(EXAMPLE, folder.path().join("plan.json")).unwrap();
    fs::create_dir(folder.path().join("watch")).unwrap();
    fs::write(folder.path().join("watch/w02-long.fit"), "a workout of my own").unwrap();
    let refused = run(folder.path(), &["watch"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("w02-long.fit` is in the way"));
    assert_eq!(names(&folder.path().join("watch")), ["w02-long.fit"]);
}

#[test]
fn intervals_can_be_printed_and_files_cannot() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(EXAMPLE, folder.path().join("plan.json")).unwrap();
    let events = run(folder.path(), &["watch", "--format", "intervals-json", "-o", "-"]);
    let events: serde_json::Value = serde_json::from_slice(&events.stdout).unwrap();
    let events = events.as_array().unwrap();
    assert!(!events.is_empty());
    assert!(events.iter().all(|event| event["external_id"].as_str().unwrap().starts_with("runweave-")));
    assert_eq!(run(folder.path(), &["watch", "-o", "-"]).status.code(), Some(2));
    assert_eq!(names(folder.path()), ["plan.json"]);
    let nothing = run(folder.path(), &["watch", "--from", "2031-01-01"]);
    assert!(nothing.status.success() && nothing.stdout.is_empty());
    assert_eq!(names(folder.path()), ["plan.json"]);
}

#[test]
fn treadmill_days_go_to_zwift_alone() {
    let mut plan = example();
    plan.brief["running"]["treadmill_days"] = serde_json::json!(["sun"]);
    let zwo = input(&plan, WatchFormat::Zwo);
    let (some, all) = (app::watch(&zwo), app::watch(&WatchInput { all: true, ..zwo }));
    assert!(!some.is_empty() && some.len() < all.len());
    let sundays = app::watched(&zwo);
    assert!(sundays.iter().all(|run| chrono::Datelike::weekday(&run.start.0.date()) == chrono::Weekday::Sun));
}
