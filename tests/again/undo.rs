//! What was replaced comes back, and nothing is replaced that nobody meant.

use super::*;

const FILES: [&str; 3] = ["block/plan.json", "block/plan.html", "block/plan.ics"];

fn bytes(folder: &Folder) -> [String; 3] {
    FILES.map(|name| folder.text(name))
}

/// A calendar that keeps events by UID: of two the one with the higher number counts.
fn take(store: &mut BTreeMap<String, String>, calendar: &str) {
    let number = |event: &str| line(event, "SEQUENCE:").parse::<u32>().unwrap();
    for (uid, event) in events(calendar) {
        if store.get(&uid).is_none_or(|known| number(&event) > number(known)) {
            store.insert(uid, event);
        }
    }
}

/// What a calendar shows: where each event stands that is not cancelled.
fn shown(store: &BTreeMap<String, String>) -> BTreeMap<String, (String, String)> {
    let held = store.iter().filter(|(_, event)| line(event, "STATUS:") != "CANCELLED");
    held.map(|(uid, event)| (uid.clone(), (line(event, "DTSTART"), line(event, "SUMMARY:")))).collect()
}

#[test]
fn undo_brings_every_byte_back_and_calendars_that_saw_the_newer_plan_follow() {
    for Change { what, before, after } in changes() {
        let folder = planned_as(&before, "1");
        let (path, brief) = (folder.path("block/plan.json"), folder.write("changed.json", &after));
        let (old, mut store) = (bytes(&folder), BTreeMap::new());
        take(&mut store, &folder.text("block/plan.ics"));
        let published = shown(&store);
        replan(&folder, LATER, &[&"--brief", &brief]);
        let new = bytes(&folder);
        take(&mut store, &folder.text("block/plan.ics"));
        let changed = shown(&store);
        for _ in 0..2 {
            succeeds(&runweave(LATER, &[&"undo", &path]));
            assert_eq!(bytes(&folder), old, "{what}");
            take(&mut store, &folder.text("block/plan.undone.ics"));
            assert_eq!(shown(&store), published, "{what}: the calendar does not follow");
            succeeds(&runweave(LATER, &[&"undo", &path, &"--redo"]));
            assert_eq!(bytes(&folder), new, "{what}");
            take(&mut store, &folder.text("block/plan.undone.ics"));
            assert_eq!(shown(&store), changed, "{what}: the calendar does not follow");
        }
        succeeds(&runweave(LATER, &[&"undo", &path]));
        take(&mut store, &folder.text("block/plan.undone.ics"));
        // The next change counts on from what the calendar was told last.
        let mut third = after.clone();
        third["sessions"][0]["minutes"] = json!(50);
        replan(&folder, LATER, &[&"--brief", &folder.write("third.json", &third)]);
        assert!(!folder.path("block/plan.undone.ics").exists());
        take(&mut store, &folder.text("block/plan.ics"));
        let mut fresh = BTreeMap::new();
        take(&mut fresh, &folder.text("block/plan.ics"));
        assert_eq!(shown(&store), shown(&fresh), "{what}: the calendar does not follow what came after");
    }
}

#[test]
fn undo_goes_back_step_by_step_and_forward_again() {
    let folder = planned();
    let path = folder.path("block/plan.json");
    let mut steps = vec![bytes(&folder)];
    for minutes in [70, 65, 60] {
        let mut changed = brief();
        changed["sessions"][0]["minutes"] = json!(minutes);
        replan(&folder, LATER, &[&"--brief", &folder.write("changed.json", &changed)]);
        steps.push(bytes(&folder));
    }
    for step in steps.iter().rev().skip(1) {
        succeeds(&runweave(LATER, &[&"undo", &path]));
        assert_eq!(bytes(&folder), *step);
    }
    assert_eq!(runweave(LATER, &[&"undo", &path]).status.code(), Some(2));
    for step in &steps[1..] {
        succeeds(&runweave(LATER, &[&"undo", &path, &"--redo"]));
        assert_eq!(bytes(&folder), *step);
    }
    assert_eq!(runweave(LATER, &[&"undo", &path, &"--redo"]).status.code(), Some(2));
    succeeds(&runweave(LATER, &[&"undo", &path]));
    fs::remove_file(folder.path("block/plan.html")).unwrap();
    succeeds(&runweave(LATER, &[&"undo", &path]));
    succeeds(&runweave(LATER, &[&"undo", &path, &"--redo"]));
    assert!(!folder.path("block/plan.html").exists(), "what was not there comes back");
}

#[test]
fn a_dry_run_tells_what_would_change_and_writes_nothing() {
    let folder = planned();
    let brief = folder.write("changed.json", &changes()[1].after);
    let before = FILES.map(|name| folder.text(name));
    let told = replan(&folder, LATER, &[&"--brief", &brief, &"--dry-run"]);
    assert_eq!(FILES.map(|name| folder.text(name)), before);
    assert!(!folder.path("block/plan.before").exists());
    assert_eq!(told, replan(&folder, LATER, &[&"--brief", &brief]));
    let after = FILES.map(|name| folder.text(name));
    let told = succeeds(&runweave(LATER, &[&"undo", &folder.path("block"), &"--dry-run"]));
    assert!(told.contains("Press"), "{told}");
    assert_eq!(FILES.map(|name| folder.text(name)), after);

    let (plan, next) = (folder.path("block/plan.json"), folder.path("next"));
    succeeds(&runweave(LATER, &[&"next", &plan, &"-o", &next, &"--dry-run"]));
    assert!(!next.exists());
    let printed = succeeds(&runweave(LATER, &[&"next", &plan, &"-o", &"-"]));
    assert_eq!(serde_json::from_str::<Value>(&printed).unwrap()["format"], "runweave-plan/1");
    assert!(!Path::new("-").exists());
}

#[test]
fn another_persons_plan_is_written_over_only_where_that_is_meant() {
    let folder = planned();
    let mut other = brief();
    other["athlete"]["name"] = json!("Kim");
    other["sessions"][0]["minutes"] = json!(60);
    let own = folder.write("kim/brief.json", &other);
    succeeds(&runweave(THEN, &[&"plan", &own]));
    let kim = folder.text("kim/plan.json");
    let (plan, there) = (folder.path("block/plan.json"), folder.path("kim"));
    let over: [Said; 6] = [&"replan", &plan, &"--from", &FROM, &"-o", &there];
    let output = runweave(LATER, &over);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("Kim") && told.contains("`--replace`"), "{told}");
    assert_eq!(folder.text("kim/plan.json"), kim);
    let block = folder.path("block");
    assert_eq!(runweave(LATER, &[&"next", &plan, &"-o", &block]).status.code(), Some(2));
    succeeds(&runweave(LATER, &[&over[..], &[&"--replace"]].concat()));
    assert_eq!(folder.text("kim/plan.json"), folder.text("block/plan.json"));
    succeeds(&runweave(LATER, &[&"undo", &there]));
    assert_eq!(folder.text("kim/plan.json"), kim);
}
