//! Short commands in the folder of the plan, and runs named as people name them.

use std::process::Command;

use super::*;

/// Runs a line of words in `block/`, on Wednesday 16 December 2026.
fn here(folder: &Folder, line: &[&str]) -> std::process::Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_runweave"));
    command.args(line).current_dir(folder.path("block")).env("SOURCE_DATE_EPOCH", "1797422400");
    command.output().unwrap()
}

fn logged(folder: &Folder) -> Vec<Value> {
    folder.text("block/log.jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn runs_are_named_as_people_name_them_and_the_files_are_found() {
    let folder = planned();
    for line in [
        &["done", "long"][..],
        &["done", "w01-long", "45", "min", "rpe", "6"],
        &["log", "done", "long w02", "50 min", "--rpe", "4"],
        &["missed", "wed"],
        &["log", "log.jsonl", "missed", "squats"],
        &["done"],
    ] {
        let output = here(&folder, line);
        assert!(output.status.success(), "{line:?}: {output:?}");
    }
    let (plan, told) = (folder.plan("block/plan.json"), logged(&folder));
    let day = |id: &Value| {
        let entry = entries(&plan).into_iter().find(|entry| entry["id"] == *id).unwrap();
        entry["start"].as_str().unwrap()[..10].to_owned()
    };
    let said: Vec<_> = told.iter().map(|one| (one["type"].as_str().unwrap(), one["id"].as_str().unwrap())).collect();
    assert_eq!(said[0], ("done", "w02-long"), "{told:?}");
    assert_eq!((said[1], &told[1]["minutes"], &told[1]["rpe"]), (("done", "w01-long"), &json!(45), &json!(6)));
    assert_eq!((said[2], &told[2]["minutes"], &told[2]["rpe"]), (("done", "w02-long"), &json!(50), &json!(4)));
    assert_eq!(said[3], ("missed", "w03-s2"));
    assert_eq!(said[4], ("missed", "w03-s1"));
    assert!(told.iter().all(|one| one["date"] == day(&one["id"]).as_str()), "{told:?}");
    let last =
        entries(&plan).into_iter().rfind(|one| one["kind"] == "run" && one["start"].as_str() < Some("2026-12-17"));
    assert_eq!(said[5].1, last.unwrap()["id"]);

    for line in
        [&["show"][..], &["why", "long"], &["check"], &["replan", "--from", FROM, "--dry-run"], &["next", "--dry-run"]]
    {
        let output = here(&folder, line);
        assert!(output.status.success(), "{line:?}: {output:?}");
    }
    let output = here(&folder, &["replan", "--from", FROM]);
    assert!(output.status.success() && logged(&folder).len() == 6, "{output:?}");
    assert!(folder.plan("block/plan.json")["history"]["runs"].is_array(), "the log beside the plan was not read");
    assert!(here(&folder, &["diff"]).status.success());
    assert!(here(&folder, &["undo"]).status.success());
}

#[test]
fn a_name_of_two_hundred_letters_goes_on_into_the_next_block() {
    let mut brief = brief();
    brief["block"]["name"] = json!("x".repeat(200));
    let folder = planned_as(&brief, "1");
    let next = folder.path("next");
    succeeds(&runweave(LATER, &[&"next", &folder.path("block/plan.json"), &"-o", &next]));
    assert!(folder.plan("next/brief.json")["block"]["name"].as_str().unwrap().ends_with("x 2"));
}

#[test]
fn a_race_of_more_than_a_day_is_read_by_every_command() {
    let mut brief = brief();
    brief["block"]["event"] = json!({ "name": "Backyard", "date": "2027-01-02", "distance_km": 320 });
    let folder = Folder::new();
    let path = folder.write("block/brief.json", &brief);
    runweave(THEN, &[&"plan", &path]);
    let race = entries(&folder.plan("block/plan.json")).into_iter().find(|entry| entry["id"] == "w05-race").unwrap();
    assert!(race["minutes"].as_i64() > Some(1440), "{race}");
    for line in [&["show"][..], &["why", "race"], &["check"], &["replan", "--from", FROM], &["next"]] {
        let output = here(&folder, line);
        assert_ne!(output.status.code(), Some(2), "{line:?}: {output:?}");
    }
}
