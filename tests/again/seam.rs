//! The next block, and what it takes over.

use super::*;

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
fn a_match_on_the_last_sunday_that_was_hard_on_the_legs_guards_the_first_monday_too() {
    let folder = Folder::new();
    let mut brief = brief();
    brief["sessions"][0] = json!({ "name": "Football", "day": "sun", "start": "18:00", "minutes": 90, "kind": "other",
        "focus": "lower", "effort": "heavy" });
    let path = folder.write("block/brief.json", &brief);
    succeeds(&runweave(THEN, &[&"plan", &path]));
    succeeds(&runweave(LATER, &[&"next", &folder.path("block/plan.json"), &"-o", &folder.path("next")]));
    let told = folder.plan("next/brief.json");
    let matches = told["before"]["sessions"].as_array().unwrap().iter().filter(|past| past["name"] == "Football");
    assert!(matches.clone().count() > 0 && matches.clone().all(|past| past["focus"] == "lower"), "{told}");
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
    let mut runner = brief();
    runner["running"]["current_weekly_minutes"] = json!(180);
    runner["running"]["longest_recent_minutes"] = json!(60);
    let folder = planned_as(&runner, "1");
    let plan = folder.plan("block/plan.json");
    let log = folder.path("block/log.jsonl");
    let runs: Vec<Value> = entries(&plan).into_iter().filter(|entry| entry["kind"] == "run").collect();
    for run in &runs {
        succeeds(&runweave(LATER, &[&"log", &log, &"done", &run["id"].as_str().unwrap(), &"--minutes", &"45"]));
    }
    let next = folder.path("next");
    let output = runweave("1799100000", &[&"next", &folder.path("block/plan.json"), &"--log", &log, &"-o", &next]);
    succeeds(&output);
    let brief = folder.plan("next/brief.json");
    assert_eq!(brief["running"]["longest_recent_minutes"], 45);
    let late = runs.iter().filter(|run| run["start"].as_str().unwrap() >= "2026-12-07").count() as i64;
    assert_eq!(brief["running"]["current_weekly_minutes"], late * 45 / 4);
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
    for run in runs {
        let how = if run["start"].as_str().unwrap() < "2026-12-21" { "done" } else { "missed" };
        succeeds(&runweave(LATER, &[&"log", &log, &how, &run["id"].as_str().unwrap()]));
    }
    let next = folder.path("next");
    succeeds(&runweave("1799100000", &[&"next", &folder.path("block/plan.json"), &"--log", &log, &"-o", &next]));
    let brief = folder.plan("next/brief.json");
    assert!(brief["readiness"][0]["days_off"].as_i64().unwrap() >= 14, "{}", brief["readiness"]);
}

#[test]
fn a_run_that_is_still_ahead_is_not_missed() {
    let folder = planned();
    let (plan, log) = (folder.path("block/plan.json"), folder.path("block/log.jsonl"));
    succeeds(&runweave(LATER, &[&"log", &log, &"checkin", &"--date", &"2026-12-03", &"--pain", &"0"]));
    let next = |name: &str| {
        let output = runweave(LATER, &[&"next", &plan, &"--log", &log, &"-o", &folder.path(name)]);
        (folder.plan(&format!("{name}/brief.json")), String::from_utf8(output.stderr).unwrap())
    };
    let (brief, told) = next("silent");
    assert!(told.contains("what is ahead in it counts as planned"), "{told}");
    succeeds(&runweave(LATER, &[&"next", &plan, &"--log", &"/dev/null", &"-o", &folder.path("whole")]));
    let whole = folder.plan("whole/brief.json");
    assert_eq!((&brief["running"], &brief["before"]), (&whole["running"], &whole["before"]));
}

#[test]
fn exceptions_that_ended_with_the_block_are_told() {
    let mut brief = brief();
    brief["availability"]["exceptions"] =
        json!([{ "from": "2026-12-19", "windows": [] }, { "from": "2027-03-01", "windows": [] }]);
    let folder = planned_as(&brief, "1");
    let output = runweave(LATER, &[&"next", &folder.path("block/plan.json"), &"-o", &folder.path("next")]);
    succeeds(&output);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("One exception of `availability` ended with the last block"), "{told}");
    assert_eq!(folder.plan("next/brief.json")["availability"]["exceptions"].as_array().unwrap().len(), 1);
}

#[test]
fn the_race_that_was_run_sets_the_paces_of_the_next_block() {
    let mut brief = brief();
    brief["block"]["event"] = json!({ "date": "2027-01-03", "distance_km": 10 });
    brief["athlete"]["recent_race"] = json!({ "distance_km": 5, "time": "27:00", "date": "2026-09-06" });
    let folder = planned_as(&brief, "1");
    let (plan, log) = (folder.path("block/plan.json"), folder.path("block/log.jsonl"));
    let known = |name: &str| {
        let output = runweave("1799100000", &[&"next", &plan, &"--log", &log, &"-o", &folder.path(name)]);
        let race = folder.plan(&format!("{name}/brief.json"))["athlete"]["recent_race"].clone();
        (race, String::from_utf8(output.stderr).unwrap())
    };
    succeeds(&runweave("1799000000", &[&"log", &log, &"done", &"w05-race"]));
    assert_eq!(known("no time").0["distance_km"], 5);
    succeeds(&runweave("1799000000", &[&"log", &log, &"done", &"w05-race", &"--minutes", &"61"]));
    let (race, told) = known("time");
    assert_eq!(race, json!({ "distance_km": 10.0, "time": "1:01:00", "date": "2027-01-03" }));
    assert!(told.contains("the paces follow from its 10 km in 1:01:00"), "{told}");
    succeeds(&runweave(
        "1799000000",
        &[&"log", &log, &"done", &"w05-race", &"--minutes", &"50", &"--distance", &"8.5"],
    ));
    assert_eq!(known("distance").0["distance_km"], 8.5);
    // A walk round the course says nothing of paces.
    succeeds(&runweave("1799000000", &[&"log", &log, &"done", &"w05-race", &"--minutes", &"400"]));
    assert_eq!(known("walk").0["distance_km"], 5);
}

#[test]
fn a_block_that_is_not_over_is_told() {
    let folder = planned();
    let log = folder.path("block/log.jsonl");
    succeeds(&runweave(LATER, &[&"log", &log, &"done", &"w01-long"]));
    for (clock, is_told) in [(LATER, true), ("1799100000", false)] {
        let next = folder.path(clock);
        let output = runweave(clock, &[&"next", &folder.path("block/plan.json"), &"--log", &log, &"-o", &next]);
        assert_eq!(String::from_utf8_lossy(&output.stderr).contains("is not over"), is_told);
    }
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

/// A plan whose log holds one check-in, and the block after it.
fn next_after(check_in: &str, more: &str) -> (Folder, std::process::Output) {
    let folder = planned();
    let log = folder.path("block/log.jsonl");
    let done = entries(&folder.plan("block/plan.json")).into_iter().filter(|entry| entry["kind"] == "run");
    for run in done {
        let how = if run["start"].as_str().unwrap() < "2026-12-10" { "done" } else { "missed" };
        succeeds(&runweave(LATER, &[&"log", &log, &how, &run["id"].as_str().unwrap()]));
    }
    let known = folder.text("block/log.jsonl");
    fs::write(&log, format!("{known}{check_in}\n{more}\n")).unwrap();
    let plan = folder.path("block/plan.json");
    let output = runweave("1799100000", &[&"next", &plan, &"--log", &log, &"-o", &folder.path("next")]);
    (folder, output)
}

fn runs_of(plan: &Value) -> Vec<String> {
    let runs = entries(plan).into_iter().filter(|entry| entry["kind"] == "run");
    runs.map(|run| run["start"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_red_flag_stops_the_runs_of_every_block_until_a_later_check_in_is_without_it() {
    let flag = r#"{"type":"check_in","date":"2026-12-10","signs":["chest_pain"]}"#;
    let (folder, output) = next_after(flag, "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(runs_of(&folder.plan("next/plan.json")), Vec::<String>::new());
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("no runs until a later check-in is without it"), "{told}");
    // The block after that lies more than four weeks away from it, and nobody kept a log of it.
    let last = folder.path("last");
    assert_eq!(runweave("1802100000", &[&"next", &folder.path("next/plan.json"), &"-o", &last]).status.code(), Some(1));
    assert_eq!(runs_of(&folder.plan("last/plan.json")), Vec::<String>::new());
    // The runs come back with a check-in, in steps.
    let log = folder.path("next/log.jsonl");
    fs::write(&log, "{\"type\":\"check_in\",\"date\":\"2027-02-08\",\"fatigue\":2}\n").unwrap();
    let again =
        [&"next" as &dyn AsRef<OsStr>, &folder.path("next/plan.json"), &"--log", &log, &"-o", &last, &"--again"];
    succeeds(&runweave("1802100000", &again));
    assert!(runs_of(&folder.plan("last/plan.json")).iter().any(|start| start.as_str() > "2027-02-10"));
}

#[test]
fn pain_before_a_break_is_not_forgotten_for_the_break() {
    let (folder, output) = next_after(r#"{"type":"check_in","date":"2026-12-31","pain":7}"#, "");
    assert_eq!(output.status.code(), Some(1), "no run until it is told to be better");
    let first = &folder.plan("next/plan.json")["weeks"][0];
    assert_eq!(first["run_minutes"], 0);
    assert!(
        first["notes"].to_string().contains("Pain 7 of 10: no runs until you tell 5 or less"),
        "{}",
        first["notes"]
    );
}

#[test]
fn a_red_flag_that_has_gone_before_the_block_keeps_its_days_free() {
    let flag = r#"{"type":"check_in","date":"2026-12-20","signs":["fever"]}"#;
    let gone = r#"{"type":"check_in","date":"2027-01-03","fatigue":2}"#;
    let (folder, output) = next_after(flag, gone);
    succeeds(&output);
    let runs = runs_of(&folder.plan("next/plan.json"));
    assert!(runs.iter().all(|start| start.as_str() >= "2027-01-05"), "{runs:?}");
}
