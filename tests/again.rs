//! Planning again, through the command line: the past stays, as little as possible moves, and one calendar stays right.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

/// A clock that stands still, and one a day later.
const THEN: &str = "1795000000";
const LATER: &str = "1796300000";
/// A Wednesday in the third week of the block.
const FROM: &str = "2026-12-16";

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, content: &Value) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, format!("{content:#}")).unwrap();
        path
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn plan(&self, name: &str) -> Value {
        serde_json::from_str(&self.text(name)).unwrap()
    }
}

fn runweave(clock: &str, arguments: &[&dyn AsRef<std::ffi::OsStr>]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_runweave"));
    command.env("SOURCE_DATE_EPOCH", clock);
    for argument in arguments {
        command.arg(argument);
    }
    command.output().unwrap()
}

fn succeeds(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Four weeks of somebody who lifts three times and runs three times.
fn brief() -> Value {
    json!({
        "athlete": { "goal": "general_fitness", "running_level": "intermediate", "strength_level": "advanced" },
        "block": { "name": "Base", "start": "2026-11-30", "weeks": 5, "timezone": "Europe/Berlin", "deload_every": 4 },
        "sessions": [
            { "name": "Squats", "day": "mon", "start": "18:00", "minutes": 75, "kind": "strength", "focus": "lower", "effort": "heavy" },
            { "name": "Press", "day": "wed", "start": "18:00", "minutes": 60, "kind": "strength", "focus": "upper", "effort": "heavy" },
            { "name": "Yoga", "day": "sun", "start": "09:00", "minutes": 30, "kind": "mobility" }
        ],
        "running": { "current_weekly_minutes": 90, "longest_recent_minutes": 40, "runs_per_week": 3, "long_run_day": "sat" },
        "availability": { "mon": ["06:00-07:00"], "tue": ["06:30-07:45"], "thu": ["06:00-07:00", "18:00-19:00"],
                          "fri": ["06:30-07:30"], "sat": ["08:00-10:00"], "sun": ["10:00-11:30"] }
    })
}

/// A folder with the plan of the brief in `block/`.
fn planned() -> Folder {
    planned_with("1")
}

fn planned_with(seed: &str) -> Folder {
    let folder = Folder::new();
    let path = folder.write("block/brief.json", &brief());
    succeeds(&runweave(THEN, &[&"plan", &path, &"--seed", &seed]));
    folder
}

/// Keeps a plan and its calendar beside the build, where `tests/calendar/check` loads one revision over the other into stores.
fn keep(folder: &Folder, name: &str) {
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join("calendar").join(name);
    fs::create_dir_all(&kept).unwrap();
    for file in ["plan.json", "plan.ics"] {
        fs::copy(folder.path(&format!("block/{file}")), kept.join(file)).unwrap();
    }
}

fn replan(folder: &Folder, clock: &str, more: &[&dyn AsRef<std::ffi::OsStr>]) -> String {
    let plan = folder.path("block/plan.json");
    let mut arguments: Vec<&dyn AsRef<std::ffi::OsStr>> = vec![&"replan", &plan, &"--from", &FROM];
    arguments.extend(more);
    succeeds(&runweave(clock, &arguments))
}

fn entries(plan: &Value) -> Vec<Value> {
    let weeks = plan["weeks"].as_array().unwrap();
    weeks.iter().flat_map(|week| week["sessions"].as_array().unwrap().clone()).collect()
}

fn past(plan: &Value) -> Vec<Value> {
    entries(plan).into_iter().filter(|entry| entry["start"].as_str().unwrap() < FROM).collect()
}

fn musts(folder: &Folder) -> i64 {
    let output = runweave(THEN, &[&"check", &folder.path("block/plan.json"), &"--format", &"json"]);
    serde_json::from_slice::<Value>(&output.stdout).unwrap()["score"]["must"].as_i64().unwrap()
}

/// The events of a calendar file by UID, each with its lines.
fn events(calendar: &str) -> BTreeMap<String, String> {
    let unfolded = calendar.replace("\r\n ", "");
    let events = unfolded.split("BEGIN:VEVENT\r\n").skip(1).map(|event| {
        let event = event.split("END:VEVENT").next().unwrap().to_owned();
        (line(&event, "UID:"), event)
    });
    let all: Vec<(String, String)> = events.collect();
    let by_uid: BTreeMap<String, String> = all.iter().cloned().collect();
    assert_eq!(all.len(), by_uid.len(), "a UID stands twice");
    by_uid
}

fn line(event: &str, name: &str) -> String {
    event.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().to_owned()
}

/// What life does to a brief.
fn changes() -> Vec<(&'static str, Value)> {
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut brief = brief();
        change(&mut brief);
        brief
    };
    vec![
        (
            "a Saturday is blocked",
            changed(&|brief| {
                brief["availability"]["exceptions"] = json!([{ "from": "2026-12-19", "windows": [] }]);
            }),
        ),
        ("a lift moves", changed(&|brief| brief["sessions"][1]["day"] = json!("thu"))),
        (
            "a lift goes and another comes",
            changed(&|brief| {
                brief["sessions"] = json!([brief["sessions"][1], brief["sessions"][2],
                { "name": "Rowing", "day": "fri", "start": "18:00", "minutes": 40, "kind": "other" }]);
            }),
        ),
        (
            "there is an event",
            changed(&|brief| {
                brief["block"]["event"] = json!({ "name": "Spring 10K", "date": "2027-01-03", "distance_km": 10 });
            }),
        ),
        (
            "five days of illness",
            changed(&|brief| {
                brief["availability"]["exceptions"] =
                    json!([{ "from": "2026-12-16", "to": "2026-12-20", "windows": [] }]);
                brief["readiness"] = json!([{ "date": "2026-12-21", "days_off": 6 }]);
            }),
        ),
        ("two runs a week", changed(&|brief| brief["running"]["runs_per_week"] = json!(2))),
    ]
}

#[test]
fn planning_again_with_nothing_changed_writes_the_same_bytes() {
    let folder = planned();
    let before = ["plan.json", "plan.html", "plan.ics"].map(|name| folder.text(&format!("block/{name}")));
    for more in [vec![], vec![&"--stay" as &dyn AsRef<std::ffi::OsStr>, &"0"], vec![&"--moves", &"0"]] {
        assert_eq!(replan(&folder, LATER, &more), "Nothing has changed.\n");
    }
    assert_eq!(["plan.json", "plan.html", "plan.ics"].map(|name| folder.text(&format!("block/{name}"))), before);
}

#[test]
fn whatever_changes_the_past_stays_and_a_second_time_changes_nothing() {
    for (what, changed) in changes() {
        let folder = planned();
        let before = folder.plan("block/plan.json");
        let brief = folder.write("changed.json", &changed);
        replan(&folder, LATER, &[&"--brief", &brief]);
        let once = folder.text("block/plan.json");
        assert_eq!(past(&folder.plan("block/plan.json")), past(&before), "{what}");
        assert_eq!(musts(&folder), 0, "{what}");
        replan(&folder, "1796400000", &[&"--brief", &brief]);
        assert_eq!(folder.text("block/plan.json"), once, "{what}: twice is not once");
        replan(&folder, "1796400000", &[]);
        assert_eq!(folder.text("block/plan.json"), once, "{what}: the plan forgot its brief");
    }
}

#[test]
fn a_store_kept_by_uid_holds_exactly_the_new_plan() {
    for (number, (what, changed)) in changes().into_iter().enumerate() {
        // Another seed is another plan, which a store has never seen.
        let folder = planned_with(&format!("{number}"));
        keep(&folder, &format!("again-{number}-1"));
        let (old_plan, old) = (folder.plan("block/plan.json"), events(&folder.text("block/plan.ics")));
        let brief = folder.write("changed.json", &changed);
        replan(&folder, LATER, &[&"--brief", &brief]);
        keep(&folder, &format!("again-{number}-2"));
        let (plan, new) = (folder.plan("block/plan.json"), events(&folder.text("block/plan.ics")));

        let mut store = old.clone();
        store.extend(new.clone());
        let is_alive = |event: &&String| line(event, "STATUS:") != "CANCELLED";
        let alive: BTreeSet<String> = store.values().filter(is_alive).map(|event| line(event, "UID:")).collect();
        let wanted: BTreeSet<String> =
            entries(&plan).iter().map(|entry| entry["revision"]["uid"].as_str().unwrap().to_owned()).collect();
        assert_eq!(alive, wanted, "{what}: orphans or gaps");

        let meaning = |plan: &Value| -> BTreeMap<String, (String, String)> {
            let told = |entry: &Value| {
                let text = |name: &str| entry[name].as_str().unwrap().to_owned();
                let name = if entry["kind"] == "run" { String::new() } else { text("name") };
                (entry["revision"]["uid"].as_str().unwrap().to_owned(), (text("id"), name))
            };
            entries(plan).iter().map(told).collect()
        };
        let (before, after) = (meaning(&old_plan), meaning(&plan));
        for (uid, told) in &after {
            assert!(before.get(uid).is_none_or(|known| known == told), "{what}: {uid} means another session");
        }
        for (uid, event) in &new {
            let sequence = |event: &str| line(event, "SEQUENCE:").parse::<u32>().unwrap();
            match old.get(uid) {
                Some(known) if known == event => assert_eq!(sequence(known), sequence(event)),
                Some(known) => assert!(sequence(event) > sequence(known), "{what}: {uid} changed in silence"),
                None => assert_eq!(sequence(event), 0, "{what}: {uid}"),
            }
        }
    }
}

#[test]
fn missed_runs_are_not_stacked_up() {
    let folder = planned();
    let before = folder.plan("block/plan.json");
    let ids: Vec<String> = past(&before)
        .iter()
        .filter(|entry| entry["kind"] == "run")
        .map(|run| run["id"].as_str().unwrap().to_owned())
        .collect();
    let log = folder.path("block/log.jsonl");
    let (done, missed) = ids.split_at(ids.len() - 2);
    for (id, word) in done.iter().map(|id| (id, "done")).chain(missed.iter().map(|id| (id, "missed"))) {
        succeeds(&runweave(LATER, &[&"log", &log, &word, id]));
    }
    replan(&folder, LATER, &[&"--log", &log]);
    let after = folder.plan("block/plan.json");
    assert_eq!(past(&after), past(&before));
    assert_eq!(musts(&folder), 0);
    let minutes = |plan: &Value, week: usize| plan["weeks"][week]["run_minutes"].as_i64().unwrap();
    assert!(minutes(&after, 2) <= minutes(&before, 2), "the week makes up for what was missed");
    assert!(minutes(&after, 4) <= minutes(&before, 4), "a later week makes up for it");
    assert!(after["history"]["runs"].as_array().unwrap().len() == done.len());
    let once = folder.text("block/plan.json");
    replan(&folder, LATER, &[]);
    assert_eq!(folder.text("block/plan.json"), once, "without the log the plan forgot what was missed");
}

#[test]
fn a_pinned_run_never_moves() {
    let folder = planned();
    let mut plan = folder.plan("block/plan.json");
    let pinned =
        plan["weeks"][3]["sessions"].as_array_mut().unwrap().iter_mut().find(|entry| entry["kind"] == "run").unwrap();
    pinned["pin"] = json!(true);
    let pinned = pinned.clone();
    folder.write("block/plan.json", &plan);
    let mut changed = brief();
    let day = pinned["start"].as_str().unwrap()[..10].to_owned();
    changed["running"]["runs_per_week"] = json!(2);
    changed["running"]["preferred_time"] = json!("evening");
    let brief = folder.write("changed.json", &changed);
    replan(&folder, LATER, &[&"--brief", &brief, &"--stay", &"0"]);
    let kept = entries(&folder.plan("block/plan.json")).into_iter().find(|entry| entry["id"] == pinned["id"]).unwrap();
    assert_eq!(kept["start"], pinned["start"], "on {day}");
    assert_eq!(kept["pin"], true);
}

#[test]
fn a_change_names_the_rule_behind_it_and_the_price_of_keeping_all() {
    let folder = planned();
    fs::copy(folder.path("block/plan.json"), folder.path("old.json")).unwrap();
    let mut changed = brief();
    let long = entries(&folder.plan("block/plan.json")).into_iter().find(|entry| entry["id"] == "w04-long").unwrap();
    let date = &long["start"].as_str().unwrap()[..10];
    changed["availability"]["exceptions"] = json!([{ "from": date, "windows": [] }]);
    let brief = folder.write("changed.json", &changed);
    let told = replan(&folder, LATER, &[&"--brief", &brief]);
    assert!(told.contains("Moved 1 of ") && told.contains("(inside_availability)"), "{told}");
    assert!(told.contains("Keeping all would break inside_availability"), "{told}");
    let output =
        runweave(THEN, &[&"diff", &folder.path("old.json"), &folder.path("block/plan.json"), &"--format", &"json"]);
    let diff: Value = serde_json::from_str(&succeeds(&output)).unwrap();
    assert_eq!(diff["changes"][0]["how"], "moved");
    assert_eq!(diff["changes"][0]["rule"], "inside_availability");
}

#[test]
fn a_block_that_has_begun_keeps_its_monday_and_its_clocks() {
    let folder = planned();
    for (key, value) in [("start", json!("2026-12-07")), ("timezone", json!("Europe/London"))] {
        let mut changed = brief();
        changed["block"][key] = value;
        let brief = folder.write("changed.json", &changed);
        let plan = folder.path("block/plan.json");
        let output = runweave(LATER, &[&"replan", &plan, &"--from", &FROM, &"--brief", &brief]);
        assert_eq!(output.status.code(), Some(2));
    }
}

#[test]
fn another_start_before_the_block_begins_moves_every_run_under_its_own_uid() {
    let folder = planned();
    let before = events(&folder.text("block/plan.ics"));
    let mut changed = brief();
    changed["block"]["start"] = json!("2026-12-07");
    let brief = folder.write("changed.json", &changed);
    let plan = folder.path("block/plan.json");
    succeeds(&runweave(THEN, &[&"replan", &plan, &"--from", &"2026-11-30", &"--brief", &brief]));
    let after = events(&folder.text("block/plan.ics"));
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
}

#[test]
fn heavy_legs_on_the_last_sunday_guard_the_first_monday_of_the_next_block() {
    let folder = Folder::new();
    let mut brief = brief();
    brief["sessions"][0]["day"] = json!("sun");
    brief["sessions"][0]["start"] = json!("15:00");
    let path = folder.write("block/brief.json", &brief);
    succeeds(&runweave(THEN, &[&"plan", &path]));
    let next = folder.path("next");
    succeeds(&runweave(LATER, &[&"next", &folder.path("block/plan.json"), &"-o", &next]));
    let mut told = folder.plan("next/brief.json");
    assert_eq!(told["block"]["start"], "2027-01-04");
    // The new week has no squats: only what went before can guard its Monday.
    told["sessions"] = json!([]);
    let path = folder.write("last/brief.json", &told);
    succeeds(&runweave(LATER, &[&"plan", &path]));
    let monday =
        |plan: &Value| entries(plan).iter().any(|entry| entry["start"].as_str().unwrap().starts_with("2027-01-04"));
    assert!(!monday(&folder.plan("last/plan.json")), "a run the morning after heavy legs");
}

#[test]
fn a_long_run_on_the_last_weekend_counts_in_the_spacing_of_the_first_week() {
    let folder = planned();
    succeeds(&runweave(LATER, &[&"next", &folder.path("block/plan.json"), &"-o", &folder.path("next")]));
    let mut plan = folder.plan("next/plan.json");
    let first = plan["weeks"][0]["sessions"].as_array_mut().unwrap();
    let long = first.iter_mut().find(|entry| entry["id"] == "w01-long").unwrap();
    long["start"] = json!("2027-01-04T06:00");
    let spaced = |plan: &Value, name: &str| {
        let path = folder.write(name, plan);
        let output = runweave(THEN, &[&"check", &path, &"--format", &"json"]);
        let findings: Value = serde_json::from_slice(&output.stdout).unwrap();
        let told = findings["breaches"].as_array().unwrap().iter();
        told.filter(|breach| breach["rule"] == "quality_spacing" && breach["runs"] == json!(["w01-long"])).count()
    };
    assert!(spaced(&plan, "near.json") > 0, "a long run two days after a long run");
    plan["brief"]["before"]["runs"] = json!([]);
    assert_eq!(spaced(&plan, "far.json"), 0);
}

#[test]
fn the_next_block_starts_from_what_was_done() {
    let folder = planned();
    let plan = folder.plan("block/plan.json");
    let log = folder.path("block/log.jsonl");
    let runs: Vec<Value> = entries(&plan).into_iter().filter(|entry| entry["kind"] == "run").collect();
    for run in &runs {
        succeeds(&runweave(LATER, &[&"log", &log, &"done", &run["id"].as_str().unwrap(), &"--minutes", &"20"]));
    }
    let next = folder.path("next");
    let output = runweave("1799100000", &[&"next", &folder.path("block/plan.json"), &"--log", &log, &"-o", &next]);
    succeeds(&output);
    let brief = folder.plan("next/brief.json");
    assert_eq!(brief["running"]["longest_recent_minutes"], 20);
    let late = runs.iter().filter(|run| run["start"].as_str().unwrap() >= "2026-12-07").count() as i64;
    assert_eq!(brief["running"]["current_weekly_minutes"], late * 20 / 4);
    assert_eq!(brief["block"]["weeks_since_deload"], 1);
    // One full week after a deload: with one every fourth week, the third is the next.
    let deloads = |plan: &Value| -> Vec<bool> {
        plan["weeks"].as_array().unwrap().iter().map(|week| week["deload"] == true).collect()
    };
    assert_eq!(deloads(&plan), [false, false, false, true, false]);
    assert_eq!(deloads(&folder.plan("next/plan.json")), [false, false, true, false, false]);
    let sentences = String::from_utf8(output.stderr).unwrap();
    assert!(sentences.contains("not from the best week"), "{sentences}");
    let uids = |name: &str| events(&folder.text(name)).into_keys().collect::<BTreeSet<_>>();
    assert!(uids("block/plan.ics").is_disjoint(&uids("next/plan.ics")), "a new block has new events");
}

#[test]
fn a_break_before_the_next_block_is_told_to_it() {
    let folder = planned();
    let log = folder.path("block/log.jsonl");
    let runs = entries(&folder.plan("block/plan.json")).into_iter().filter(|entry| entry["kind"] == "run");
    for run in runs.filter(|run| run["start"].as_str().unwrap() < "2026-12-21") {
        succeeds(&runweave(LATER, &[&"log", &log, &"done", &run["id"].as_str().unwrap()]));
    }
    let next = folder.path("next");
    succeeds(&runweave("1799100000", &[&"next", &folder.path("block/plan.json"), &"--log", &log, &"-o", &next]));
    let brief = folder.plan("next/brief.json");
    assert!(brief["readiness"][0]["days_off"].as_i64().unwrap() >= 14, "{}", brief["readiness"]);
}

#[test]
fn a_brief_that_was_changed_is_not_written_over() {
    let folder = planned();
    let (plan, next) = (folder.path("block/plan.json"), folder.path("next"));
    succeeds(&runweave(LATER, &[&"next", &plan, &"-o", &next]));
    succeeds(&runweave(LATER, &[&"next", &plan, &"-o", &next]));
    let mut own = folder.plan("next/brief.json");
    own["block"]["name"] = json!("Mine");
    folder.write("next/brief.json", &own);
    assert_eq!(runweave(LATER, &[&"next", &plan, &"-o", &next]).status.code(), Some(2));
    assert_eq!(folder.plan("next/brief.json")["block"]["name"], "Mine");
}

#[test]
fn nonsense_in_a_log_is_told_line_by_line_and_the_rest_is_used() {
    let folder = planned();
    let log = folder.path("block/log.jsonl");
    let lines = [
        r#"{"type":"done","id":"w01-long","minutes":30}"#,
        r#"{"type":"done","id":"w99-easy-1"}"#,
        r#"{"type":"added","date":"2199-01-01","minutes":30,"kind":"easy"}"#,
        r#"{"type":"done","id":"w01-easy-1","minutes":-5}"#,
        r#"{"type":"check_in","date":"2026-12-01","fatigue":2}"#,
        r#"{"type":"check_in","date":"2026-12-01","fatigue":3}"#,
        r#"{"type":"done","id":"w0"#,
    ];
    fs::write(&log, lines.join("\n")).unwrap();
    let output = runweave(LATER, &[&"log", &log, &"show"]);
    let (used, told) = (succeeds(&output), String::from_utf8(output.stderr).unwrap());
    for number in [2, 3, 4, 5, 7] {
        assert!(told.contains(&format!("line {number}: ")), "line {number} is not judged in\n{told}");
    }
    assert!(used.contains("w01-long") && used.contains("fatigue 3"), "{used}");
    succeeds(&runweave(LATER, &[&"log", &log, &"checkin", &"--date", &"2026-12-02", &"--sleep", &"6"]));
    let text = fs::read_to_string(&log).unwrap();
    assert!(text.starts_with(&lines.join("\n")), "something was lost");
    assert!(text.ends_with("\n{\"type\":\"check_in\",\"date\":\"2026-12-02\",\"sleep_hours\":6.0}\n"), "{text}");
}

#[test]
fn what_a_log_cannot_take_is_refused_before_it_is_written() {
    let folder = planned();
    let log = folder.path("block/log.jsonl");
    let bad: [&[&dyn AsRef<std::ffi::OsStr>]; 5] = [
        &[&"done", &"w01-lnog"],
        &[&"added", &"swimming", &"--minutes", &"30"],
        &[&"added", &"easy", &"--minutes", &"-3"],
        &[&"checkin", &"--fatigue", &"9"],
        &[&"checkin", &"--sign", &"gloom"],
    ];
    for arguments in bad {
        let mut all: Vec<&dyn AsRef<std::ffi::OsStr>> = vec![&"log", &log];
        all.extend(arguments);
        assert_eq!(runweave(LATER, &all).status.code(), Some(2));
    }
    assert!(!log.exists());
}

#[test]
fn the_check_ins_of_a_log_stay_with_the_plan() {
    let folder = planned();
    let log = folder.path("block/log.jsonl");
    succeeds(&runweave(
        THEN,
        &[
            &"log",
            &log,
            &"checkin",
            &"--date",
            &"2026-11-29",
            &"--fatigue",
            &"6",
            &"--soreness",
            &"6",
            &"--stress",
            &"6",
        ],
    ));
    succeeds(&runweave(THEN, &[&"plan", &folder.path("block/brief.json"), &"--log", &log]));
    let plan = folder.plan("block/plan.json");
    assert_eq!(plan["revision"], 2);
    assert_eq!(plan["brief"]["readiness"][0]["fatigue"], 6);
    let once = folder.text("block/plan.json");
    succeeds(&runweave(LATER, &[&"plan", &folder.path("block/brief.json"), &"--log", &log]));
    assert_eq!(folder.text("block/plan.json"), once);
}

#[test]
fn a_plan_made_again_with_the_week_in_another_order_keeps_who_is_who() {
    let folder = planned();
    let names = |folder: &Folder| -> BTreeMap<String, String> {
        let told = |entry: &Value| {
            (entry["revision"]["uid"].as_str().unwrap().to_owned(), entry["name"].as_str().unwrap().to_owned())
        };
        entries(&folder.plan("block/plan.json")).iter().filter(|entry| entry["kind"] != "run").map(told).collect()
    };
    let before = names(&folder);
    let mut turned = brief();
    turned["sessions"].as_array_mut().unwrap().reverse();
    let path = folder.write("block/brief.json", &turned);
    succeeds(&runweave(LATER, &[&"plan", &path]));
    assert_eq!(names(&folder), before);
}

/// Whether every file of the folder is whole: as it was, or as it is to be.
fn is_whole(folder: &Path, old: &BTreeMap<String, Vec<u8>>, new: &BTreeMap<String, Vec<u8>>) -> bool {
    old.keys().all(|name| {
        let now = fs::read(folder.join(name)).unwrap();
        now == old[name] || now == new[name]
    })
}

#[test]
fn a_command_that_is_killed_leaves_each_file_old_or_new_and_whole() {
    let read = |folder: &Path| -> BTreeMap<String, Vec<u8>> {
        ["plan.json", "plan.html", "plan.ics"]
            .map(|name| (name.to_owned(), fs::read(folder.join(name)).unwrap()))
            .into()
    };
    let folder = planned();
    let block = folder.path("block");
    let old = read(&block);
    let brief = folder.write("changed.json", &changes()[1].1);
    let arguments: [&dyn AsRef<std::ffi::OsStr>; 6] =
        [&"replan", &folder.path("block/plan.json"), &"--from", &FROM, &"--brief", &brief];
    let started = std::time::Instant::now();
    succeeds(&runweave(LATER, &arguments));
    let whole = started.elapsed();
    let new = read(&block);
    for nth in 0..40u32 {
        for (name, bytes) in &old {
            fs::write(block.join(name), bytes).unwrap();
        }
        let mut command = Command::new(env!("CARGO_BIN_EXE_runweave"));
        command.env("SOURCE_DATE_EPOCH", LATER).stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
        for argument in arguments {
            command.arg(argument);
        }
        let mut child = command.spawn().unwrap();
        // The last tenth, where files are written, is met most often.
        std::thread::sleep(whole * (60 + nth) / 100);
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(is_whole(&block, &old, &new), "killed after {} % it left half a file", 60 + nth);
    }
    succeeds(&runweave(LATER, &arguments));
    assert_eq!(read(&block), new);
}

#[test]
fn a_log_that_is_killed_while_it_is_written_loses_nothing() {
    let folder = Folder::new();
    let log = folder.path("log.jsonl");
    let mut known = String::new();
    for nth in 0..30u64 {
        let mut command = Command::new(env!("CARGO_BIN_EXE_runweave"));
        let day = format!("2026-12-{:02}", nth + 1);
        command.arg("log").arg(&log).args(["checkin", "--date", &day, "--sleep", "7"]);
        command.env("SOURCE_DATE_EPOCH", LATER).stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
        let mut child = command.spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(nth));
        child.kill().unwrap();
        child.wait().unwrap();
        let now = fs::read_to_string(&log).unwrap_or_default();
        assert!(now.starts_with(&known) && (now.is_empty() || now.ends_with('\n')), "{now:?}");
        known = now;
    }
}
