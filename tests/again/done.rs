//! Runs that were done on another day than theirs, or were not planned at all.

use std::path::PathBuf;

use super::*;

/// Logs every run before `FROM` as done, and what else `more` says.
fn logged(folder: &Folder, more: &[Said]) -> PathBuf {
    let log = folder.path("block/log.jsonl");
    for entry in past(&folder.plan("block/plan.json")).iter().filter(|entry| entry["kind"] == "run") {
        succeeds(&runweave(LATER, &[&"log", &log, &"done", &entry["id"].as_str().unwrap()]));
    }
    let mut arguments: Vec<Said> = vec![&"log", &log];
    arguments.extend(more);
    succeeds(&runweave(LATER, &arguments));
    log
}

#[test]
fn a_run_that_was_not_planned_counts_and_is_no_event() {
    // Nothing of the third week stands before its Tuesday.
    let mut brief = brief();
    brief["sessions"].as_array_mut().unwrap().remove(0);
    brief["availability"].as_object_mut().unwrap().remove("mon");
    let folder = planned_as(&brief, "1");
    let log = logged(&folder, &[&"added", &"easy", &"--minutes", &"5", &"--date", &"2026-12-14", &"--start", &"07:00"]);
    let plan = folder.path("block/plan.json");
    succeeds(&runweave(LATER, &[&"replan", &plan, &"--from", &"2026-12-15", &"--log", &log]));
    let after = folder.plan("block/plan.json");
    assert!(entries(&after).iter().all(|entry| !entry["id"].as_str().unwrap().contains("added")), "{after:#}");
    assert!(!folder.text("block/plan.ics").contains("20261214T070000"));
    let runs = after["history"]["runs"].as_array().unwrap();
    assert!(runs.iter().any(|run| run["start"] == "2026-12-14T07:00"), "{runs:?}");
}
