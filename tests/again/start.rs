//! Another start, another zone.

use super::*;

/// The folder planned again from `FROM` with a changed block.
fn changed(folder: &Folder, block: &[(&str, Value)]) -> std::process::Output {
    let mut changed = brief();
    for (key, value) in block {
        changed["block"][*key] = value.clone();
    }
    let brief = folder.write("changed.json", &changed);
    runweave(LATER, &[&"replan", &folder.path("block/plan.json"), &"--from", &FROM, &"--brief", &brief])
}

#[test]
fn a_block_that_has_begun_keeps_its_monday_and_its_clocks_and_says_what_to_do_instead() {
    let folder = planned();
    let before = folder.text("block/plan.json");
    for (block, told) in [
        ([("start", json!("2026-12-07"))], "begin again on a Monday from 2026-12-16 on"),
        ([("timezone", json!("Europe/London"))], "give `block.start` the Monday from which the new zone counts"),
    ] {
        let output = changed(&folder, &block);
        assert_eq!(output.status.code(), Some(2));
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(error.contains(told), "{error}");
    }
    assert_eq!(folder.text("block/plan.json"), before);
}

#[test]
fn a_block_begins_anew_with_events_of_its_own_and_what_was_ahead_is_cancelled() {
    let folder = planned();
    let (old_plan, old) = (folder.plan("block/plan.json"), events(&folder.text("block/plan.ics")));
    let block = [("start", json!("2026-12-21")), ("timezone", json!("America/New_York"))];
    succeeds(&changed(&folder, &block));
    let (plan, new) = (folder.plan("block/plan.json"), events(&folder.text("block/plan.ics")));
    assert_eq!((plan["weeks"][0]["start"].as_str(), musts(&folder)), (Some("2026-12-21"), 0));
    for entry in entries(&old_plan) {
        let event = new.get(entry["revision"]["uid"].as_str().unwrap());
        if entry["start"].as_str().unwrap() < FROM {
            assert_eq!(event, None, "what was done is left as it is in the calendar");
        } else {
            assert_eq!(line(event.unwrap(), "STATUS:"), "CANCELLED");
            assert_eq!(line(event.unwrap(), "SEQUENCE:"), "1");
        }
    }
    assert!(entries(&plan).iter().all(|entry| !old.contains_key(entry["revision"]["uid"].as_str().unwrap())));
    assert_eq!(folder.plan("block/plan-2026-11-30.json"), old_plan);
    let before = &plan["brief"]["before"];
    let runs = past(&old_plan).iter().filter(|entry| entry["kind"] == "run").count();
    assert_eq!(before["runs"].as_array().unwrap().len(), runs);
    assert!(before["sessions"].as_array().unwrap().iter().any(|one| one["start"] == "2026-12-20T09:00"));

    let once = ["plan.json", "plan.ics"].map(|name| folder.text(&format!("block/{name}")));
    let path = folder.path("block/plan.json");
    succeeds(&changed(&folder, &block));
    succeeds(&runweave("1796400000", &[&"replan", &path, &"--from", &"2026-12-21"]));
    let twice = ["plan.json", "plan.ics"].map(|name| folder.text(&format!("block/{name}")));
    assert_eq!(twice, once, "the new block is planned again like any other");
    let own = folder.path("changed.json");
    succeeds(&runweave("1796400000", &[&"replan", &path, &"--from", &"2026-12-23", &"--brief", &own]));
    assert_eq!(&folder.plan("block/plan.json")["brief"]["before"], before, "the person's own brief takes nothing away");
}

#[test]
fn a_plan_in_the_folder_of_another_block_cancels_what_that_one_had_ahead() {
    let folder = planned();
    let mut later = brief();
    later["block"]["start"] = json!("2026-12-07");
    let path = folder.write("block/brief.json", &later);
    let first = events(&folder.text("block/plan.ics"));
    let held = folder.text("block/plan.json");
    let output = runweave(THEN, &[&"plan", &path]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("`--replace`"), "{output:?}");
    assert_eq!(folder.text("block/plan.json"), held, "it is written over without a word");
    let output = runweave(THEN, &[&"plan", &path, &"--replace"]);
    succeeds(&output);
    assert!(String::from_utf8_lossy(&output.stderr).contains("are cancelled in the calendar"));
    let second = events(&folder.text("block/plan.ics"));
    assert!(first.keys().all(|uid| line(&second[uid], "STATUS:") == "CANCELLED"));
    // And back again: the events that were cancelled take place once more, under the numbers that come next.
    let path = folder.write("block/brief.json", &brief());
    succeeds(&runweave(THEN, &[&"plan", &path, &"--replace"]));
    let third = events(&folder.text("block/plan.ics"));
    for (uid, event) in &first {
        assert_eq!(line(&third[uid], "STATUS:"), line(event, "STATUS:"));
        assert_eq!(line(&third[uid], "SEQUENCE:"), "2");
    }
}

#[test]
fn a_plan_that_cannot_be_read_is_not_written_over() {
    let folder = planned();
    for text in ["{ \"format\": \"runweave-plan/9\" }", "{", "{ \"name\": \"of another program\" }"] {
        fs::write(folder.path("block/plan.json"), text).unwrap();
        let output = runweave(THEN, &[&"plan", &folder.path("block/brief.json")]);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains("move it away"));
        assert_eq!(folder.text("block/plan.json"), text);
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
