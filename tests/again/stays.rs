//! The past stays, and of the rest as little as possible moves.

use super::*;

#[test]
fn planning_again_with_nothing_changed_writes_the_same_bytes() {
    let folder = planned();
    let before = ["plan.json", "plan.html", "plan.ics"].map(|name| folder.text(&format!("block/{name}")));
    for more in [vec![], vec![&"--stay" as Said, &"0"], vec![&"--moves", &"0"]] {
        assert_eq!(replan(&folder, LATER, &more), "Nothing has changed.\n");
    }
    assert_eq!(["plan.json", "plan.html", "plan.ics"].map(|name| folder.text(&format!("block/{name}"))), before);
}

#[test]
fn nothing_is_built_on_what_closed_a_workout() {
    let mut brief = brief();
    brief["running"]["attached_runs"] = json!("extras");
    brief["availability"]["wed"] = json!(["19:00-19:30"]);
    let folder = planned_as(&brief, "1");
    let jogs = |entry: &Value| entry["id"].as_str().unwrap().contains("jog");
    assert!(past(&folder.plan("block/plan.json")).iter().any(jogs), "no jog lies behind");
    assert_eq!(replan(&folder, LATER, &[]), "Nothing has changed.\n");
}

#[test]
fn whatever_changes_the_past_stays_and_a_second_time_changes_nothing() {
    for Change { what, before, after } in changes() {
        let folder = planned_as(&before, "1");
        let before = folder.plan("block/plan.json");
        let brief = folder.write("changed.json", &after);
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
    succeeds(&runweave(LATER, &[&"log", &log, &"missed", &"w01-s2"]));
    keep(&folder, "logged-1");
    replan(&folder, LATER, &[&"--log", &log]);
    keep(&folder, "logged-2");
    let after = folder.plan("block/plan.json");
    assert_eq!(past(&after), past(&before));
    assert_eq!(musts(&folder), 0);
    let minutes = |plan: &Value, week: usize| plan["weeks"][week]["run_minutes"].as_i64().unwrap();
    assert!(minutes(&after, 2) <= minutes(&before, 2), "the week makes up for what was missed");
    assert!(minutes(&after, 4) <= minutes(&before, 4), "a later week makes up for it");
    assert_eq!(after["history"]["runs"].as_array().unwrap().len(), done.len());
    let lifted = past(&before).iter().filter(|entry| entry["kind"] != "run").count();
    assert_eq!(after["history"]["sessions"].as_array().unwrap().len(), lifted - 1);
    let once = folder.text("block/plan.json");
    replan(&folder, LATER, &[]);
    assert_eq!(folder.text("block/plan.json"), once, "without the log the plan forgot what was missed");
}

#[test]
fn after_runs_missed_for_two_weeks_the_rest_comes_back_in_steps() {
    let folder = planned();
    let before = folder.plan("block/plan.json");
    let log = folder.path("block/log.jsonl");
    let first = entries(&before).into_iter().find(|entry| entry["kind"] == "run").unwrap();
    let first = first["id"].as_str().unwrap().to_owned();
    succeeds(&runweave(LATER, &[&"log", &log, &"done", &first]));
    for run in past(&before).iter().filter(|entry| entry["kind"] == "run" && entry["id"] != first.as_str()) {
        succeeds(&runweave(LATER, &[&"log", &log, &"missed", &run["id"].as_str().unwrap()]));
    }
    replan(&folder, LATER, &[&"--log", &log]);
    let after = folder.plan("block/plan.json");
    let told = after["brief"]["readiness"].as_array().unwrap();
    assert_eq!((told.len(), &told[0]["date"]), (1, &json!("2026-12-15")));
    let rest = |plan: &Value| -> Vec<Value> {
        entries(plan)
            .into_iter()
            .filter(|entry| entry["kind"] == "run" && entry["start"].as_str().unwrap() >= FROM)
            .collect()
    };
    assert_eq!(rest(&after)[0]["run"]["class"], "easy");
    let minutes = |runs: Vec<Value>| runs.iter().map(|run| run["minutes"].as_i64().unwrap()).sum::<i64>();
    assert!(minutes(rest(&after)) < minutes(rest(&before)));
    let once = folder.text("block/plan.json");
    replan(&folder, LATER, &[&"--log", &log]);
    assert_eq!(folder.text("block/plan.json"), once);
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
    let told = replan(&folder, LATER, &[&"--brief", &brief]).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("Moved 1 of ") && told.contains("`runweave rules inside_availability`"), "{told}");
    assert!(told.contains("Keeping all would break your free hours"), "{told}");
    let output =
        runweave(THEN, &[&"diff", &folder.path("old.json"), &folder.path("block/plan.json"), &"--format", &"json"]);
    let diff: Value = serde_json::from_str(&succeeds(&output)).unwrap();
    assert_eq!(diff["changes"][0]["how"], "moved");
    assert_eq!(diff["changes"][0]["rule"], "inside_availability");
}

/// What `diff` says of the plan before and after it was planned again with a changed brief, as (how, rule, text).
fn behind(before: &Value, after: &Value, log: &[&str]) -> Vec<(String, String, String)> {
    let folder = planned_as(before, "1");
    fs::copy(folder.path("block/plan.json"), folder.path("old.json")).unwrap();
    let brief = folder.write("changed.json", after);
    let lines = folder.path("log.jsonl");
    fs::write(&lines, log.join("\n")).unwrap();
    let mut more: Vec<Said> = vec![&"--brief", &brief];
    if !log.is_empty() {
        more.extend([&"--log" as Said, &lines]);
    }
    replan(&folder, LATER, &more);
    let (old, new) = (folder.path("old.json"), folder.path("block/plan.json"));
    let output = runweave(THEN, &[&"diff", &old, &new, &"--format", &"json"]);
    let diff: Value = serde_json::from_str(&succeeds(&output)).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let runs = diff["changes"].as_array().unwrap().iter().filter(|change| change["run"] == true);
    runs.map(|change| (text(&change["how"]), text(&change["rule"]), text(&change["text"]))).collect()
}

#[test]
fn a_change_of_length_names_the_rule_behind_it() {
    // Two weeks cut short are what the body bears now.
    let missed = ["easy-1", "easy-2", "long"]
        .map(|run| ["w01", "w02"].map(|week| format!(r#"{{"type":"done","id":"{week}-{run}","minutes":12}}"#)));
    let missed: Vec<&str> = missed.iter().flatten().map(String::as_str).collect();
    let told = behind(&brief(), &brief(), &missed);
    let shorter: Vec<_> = told.iter().filter(|(how, ..)| how == "changed").collect();
    assert!(!shorter.is_empty() && shorter.iter().all(|(_, rule, _)| !rule.is_empty()), "{told:?}");
    assert!(told.iter().any(|(how, rule, _)| how == "changed" && rule == "weekly_growth"), "{told:?}");

    let mut sooner = brief();
    sooner["block"]["deload_every"] = json!(3);
    // Only from two hours a week on there is something to take away.
    let much = |mut brief: serde_json::Value| {
        brief["running"]["current_weekly_minutes"] = json!(180);
        brief["running"]["longest_recent_minutes"] = json!(60);
        brief
    };
    let told = behind(&much(brief()), &much(sooner), &[]);
    assert!(told.iter().any(|(how, rule, _)| how == "changed" && rule == "deload_weeks"), "{told:?}");

    let mut race = brief();
    race["block"]["event"] = json!({ "name": "Spring 10K", "date": "2027-01-03", "distance_km": 10 });
    let told = behind(&brief(), &race, &[]);
    assert!(told.iter().any(|(_, rule, _)| rule == "taper"), "{told:?}");
}

#[test]
fn check_ins_of_a_log_are_seen_by_why() {
    let folder = planned();
    let log = folder.path("block/log.jsonl");
    let check_in: [Said; 12] = [
        &"log",
        &log,
        &"checkin",
        &"--date",
        &FROM,
        &"--fatigue",
        &"7",
        &"--soreness",
        &"7",
        &"--stress",
        &"7",
        &"--sleep=4",
    ];
    succeeds(&runweave(LATER, &check_in));
    replan(&folder, LATER, &[&"--log", &log]);
    let plan = folder.path("block/plan.json");
    let week = &folder.plan("block/plan.json")["weeks"][2];
    let run = week["sessions"].as_array().unwrap().iter().rfind(|entry| entry["kind"] == "run").unwrap();
    let why = succeeds(&runweave(LATER, &[&"why", &plan, &run["id"].as_str().unwrap(), &"--not", &"wed"]));
    assert!(why.contains("readiness"), "{why}");
}

#[test]
fn a_plan_that_was_planned_again_is_the_best_there_is_with_what_was_published() {
    // Also before the block begins, and where the runs are held harder than the rules have it.
    for (from, stay) in [(FROM, "10"), ("2026-11-30", "10"), ("2026-11-24", "1000")] {
        for Change { what, before, after } in changes() {
            let folder = planned_as(&before, "1");
            let (plan, brief) = (folder.path("block/plan.json"), folder.write("changed.json", &after));
            let more: [Said; 4] = [&"--brief", &brief, &"--stay", &stay];
            succeeds(&runweave(LATER, &[&[&"replan" as Said, &plan, &"--from", &from], &more[..]].concat()));
            let found = checked(&folder);
            assert_eq!(found["over_the_best"]["points"], 0, "{what}: {}", found["over_the_best"]);
            assert_eq!(found["score"], folder.plan("block/plan.json")["score"], "{what} from {from}");
        }
    }
}

/// What a check finds of the plan.
fn checked(folder: &Folder) -> Value {
    let output = runweave(LATER, &[&"check", &folder.path("block/plan.json"), &"--format", &"json"]);
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn what_a_week_left_out_counts_no_more_when_it_is_past() {
    let mut brief = brief();
    brief["availability"]["exceptions"] = json!([{ "from": "2026-11-30", "to": "2026-12-04", "windows": [] }]);
    let folder = planned_as(&brief, "1");
    let before = folder.plan("block/plan.json");
    assert_ne!(before["weeks"][0]["unplaced"], json!([]));
    brief["running"]["runs_per_week"] = json!(2);
    let changed = folder.write("changed.json", &brief);
    replan(&folder, LATER, &[&"--brief", &changed]);
    let plan = folder.plan("block/plan.json");
    assert_eq!(plan["weeks"][0], before["weeks"][0]);
    assert_eq!(plan["score"]["unplaced"], 0);
    assert_eq!(checked(&folder)["score"], plan["score"]);
}

#[test]
fn a_pinned_run_that_breaks_a_must_is_told() {
    let folder = planned();
    let mut plan = folder.plan("block/plan.json");
    let week = plan["weeks"][3]["sessions"].as_array_mut().unwrap();
    let run = week.iter_mut().rfind(|entry| entry["kind"] == "run").unwrap();
    (run["pin"], run["minutes"]) = (json!(true), json!(90));
    let id = run["id"].as_str().unwrap().to_owned();
    let path = folder.write("block/plan.json", &plan);
    let mut changed = brief();
    changed["running"]["runs_per_week"] = json!(2);
    let changed = folder.write("changed.json", &changed);
    let output = runweave(LATER, &[&"replan", &path, &"--from", &FROM, &"--brief", &changed]);
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(
        told.contains("must always hold is broken in week 4") && told.contains(&format!("`{id}` is pinned")),
        "{told}"
    );
    let plan = folder.plan("block/plan.json");
    assert!(plan["score"]["must"].as_i64() > Some(0) && plan["score"]["proven"] == false);
    assert_eq!(checked(&folder)["score"], plan["score"]);
}

#[test]
fn the_past_of_the_calendar_stays_however_it_is_shown_from_now_on() {
    let folder = planned();
    let mut known = folder.text("block/plan.ics");
    for (from, alarm, units) in
        [(FROM, json!(10), "km"), ("2026-12-21", json!("off"), "mi"), ("2026-12-23", json!(45), "km")]
    {
        let mut changed = brief();
        changed["athlete"]["recent_race"] = json!({ "distance_km": 5, "time": "27:00", "date": "2026-09-06" });
        changed["display"] = json!({ "alarm_minutes": alarm, "units": units });
        let changed = folder.write("changed.json", &changed);
        succeeds(&runweave(
            LATER,
            &[&"replan", &folder.path("block/plan.json"), &"--from", &from, &"--brief", &changed],
        ));
        let now = folder.text("block/plan.ics");
        let (before, after) = (events(&known), events(&now));
        let day = from.replace('-', "");
        let is_past = |event: &str| line(event, "DTSTART;TZID=Europe/Berlin:") < day;
        for (uid, event) in before.iter().filter(|(_, event)| is_past(event)) {
            assert_eq!(&after[uid], event);
        }
        for (uid, event) in after.iter().filter(|(uid, event)| before.get(*uid).is_some_and(|old| old != *event)) {
            assert_ne!(line(event, "SEQUENCE:"), line(&before[uid], "SEQUENCE:"));
        }
        known = now;
    }
}

#[test]
fn what_a_red_flag_stops_is_told_with_the_sign_and_the_way_back() {
    let folder = planned();
    let (plan, log) = (folder.path("block/plan.json"), folder.path("block/log.jsonl"));
    let here = |more: &[Said]| runweave(LATER, &[&[&"log" as Said, &log, &"checkin"], more].concat());
    succeeds(&here(&[&"--date", &"2026-12-02", &"--sign", &"fever"]));
    let output = runweave(LATER, &[&"replan", &plan, &"--from", &"2026-12-03", &"--log", &log]);
    let told = succeeds(&output);
    assert!(told.contains("No runs with fever") && !told.contains("no longer for"), "{told}");
    let how = String::from_utf8(output.stderr).unwrap();
    assert!(how.contains("runweave log") && how.contains("without the sign"), "{how}");
    succeeds(&here(&[&"--date", &"2026-12-06", &"--fatigue", &"2"]));
    let output = runweave(LATER, &[&"replan", &plan, &"--from", &"2026-12-07", &"--log", &log]);
    succeeds(&output);
    assert!(!String::from_utf8(output.stderr).unwrap().contains("without the sign"));
    assert!(
        entries(&folder.plan("block/plan.json"))
            .iter()
            .any(|entry| entry["kind"] == "run" && entry["start"].as_str() > Some("2026-12-08"))
    );
}
