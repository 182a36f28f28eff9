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

/// The first run of the week that has begun which lies ahead.
fn ahead(folder: &Folder) -> String {
    let runs = entries(&folder.plan("block/plan.json")).into_iter().filter(|entry| entry["kind"] == "run");
    let mut ahead = runs.filter(|run| ("2026-12-16".."2026-12-21").contains(&run["start"].as_str().unwrap()));
    ahead.next().unwrap()["id"].as_str().unwrap().to_owned()
}

fn holds(plan: &Value, id: &str) -> bool {
    entries(plan).iter().any(|entry| entry["id"] == id)
}

#[test]
fn a_run_done_before_its_day_is_planned_no_second_time() {
    let folder = planned();
    let id = ahead(&folder);
    let log = logged(&folder, &[&"done", &id, &"--date", &"2026-12-15", &"--start", &"12:00"]);
    let told = replan(&folder, LATER, &[&"--log", &log]);
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("It was done before its day."), "{told}");
    let (once, plan) = (folder.text("block/plan.json"), folder.plan("block/plan.json"));
    let done = json!({ "start": "2026-12-15T12:00", "planned": id });
    let is_done = |run: &Value| run["start"] == done["start"] && run["planned"] == done["planned"];
    assert!(!holds(&plan, &id) && plan["history"]["runs"].as_array().unwrap().iter().any(is_done), "{plan:#}");
    let output = runweave(LATER, &[&"check", &folder.path("block/plan.json"), &"--format", &"json"]);
    let checked: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(checked["score"], plan["score"]);
    for more in [vec![&"--log" as Said, &log], vec![]] {
        assert_eq!(replan(&folder, "1796400000", &more), "Nothing has changed.\n");
        assert_eq!(folder.text("block/plan.json"), once);
    }
    // The week after, the log still speaks of it.
    let plan = folder.path("block/plan.json");
    let output = runweave("1796700000", &[&"replan", &plan, &"--from", &"2026-12-21", &"--log", &log]);
    assert!(!String::from_utf8_lossy(&output.stderr).contains("holds no"), "{output:?}");
    let after = folder.plan("block/plan.json");
    assert!(!holds(&after, &id) && after["history"]["runs"].as_array().unwrap().iter().any(is_done), "{after:#}");
}

#[test]
fn a_run_done_in_the_week_before_its_own_is_over_when_that_week_begins() {
    let folder = planned();
    let log = logged(&folder, &[&"done", &"w04-long", &"--date", &"2026-12-15", &"--start", &"12:00"]);
    replan(&folder, LATER, &[&"--log", &log]);
    let once = folder.text("block/plan.json");
    assert_eq!(replan(&folder, "1796400000", &[&"--log", &log]), "Nothing has changed.\n");
    assert_eq!(folder.text("block/plan.json"), once);
    let plan = folder.path("block/plan.json");
    succeeds(&runweave("1796700000", &[&"replan", &plan, &"--from", &"2026-12-21", &"--log", &log]));
    assert!(!holds(&folder.plan("block/plan.json"), "w04-long"));
}

#[test]
fn a_run_that_a_corrected_log_takes_back_is_ahead_again() {
    let folder = planned();
    let id = ahead(&folder);
    let log = logged(&folder, &[&"done", &id, &"--date", &"2026-12-15", &"--start", &"12:00"]);
    let before = folder.text("block/plan.json");
    replan(&folder, LATER, &[&"--log", &log]);
    let corrected: String = folder.text("block/log.jsonl").lines().filter(|line| !line.contains(&id)).fold(
        String::new(),
        |mut all, line| {
            all.push_str(line);
            all.push('\n');
            all
        },
    );
    fs::write(&log, corrected).unwrap();
    replan(&folder, LATER, &[&"--log", &log]);
    let after = folder.plan("block/plan.json");
    let starts = |plan: &Value| -> Vec<String> {
        entries(plan).iter().map(|entry| entry["start"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(starts(&after), starts(&serde_json::from_str(&before).unwrap()));
    assert_eq!(after["history"].get("early"), None);
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
