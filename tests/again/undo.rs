//! What was replaced comes back, and nothing is replaced that nobody meant.

use super::*;

const FILES: [&str; 3] = ["block/plan.json", "block/plan.html", "block/plan.ics"];

/// A plan without what counts its changes.
fn bare(plan: &Value) -> Value {
    let mut plan = plan.clone();
    for key in ["revision", "created", "cancelled"] {
        plan[key] = Value::Null;
    }
    for week in plan["weeks"].as_array_mut().unwrap() {
        for entry in week["sessions"].as_array_mut().unwrap() {
            for key in ["sequence", "changed"] {
                entry["revision"][key] = Value::Null;
            }
        }
    }
    plan
}

#[test]
fn undo_brings_back_what_was_replaced_under_numbers_that_calendars_take_for_newer() {
    for Change { what, before, after } in changes() {
        let folder = planned_as(&before, "1");
        let (path, brief) = (folder.path("block/plan.json"), folder.write("changed.json", &after));
        let (old, published) = (folder.plan("block/plan.json"), events(&folder.text("block/plan.ics")));
        replan(&folder, LATER, &[&"--brief", &brief]);
        let (replaced, seen) = (folder.text("block/plan.json"), events(&folder.text("block/plan.ics")));
        succeeds(&runweave(LATER, &[&"undo", &path]));
        assert_eq!(bare(&folder.plan("block/plan.json")), bare(&old), "{what}");
        assert_eq!(folder.text("block/plan.json.before"), replaced);
        let number = |event: &str| line(event, "SEQUENCE:").parse::<u32>().unwrap();
        let back = events(&folder.text("block/plan.ics"));
        for (uid, event) in &back {
            match (published.get(uid), seen.get(uid)) {
                // What was as published all the time keeps every byte.
                (Some(old), Some(seen)) if old == seen => assert_eq!(event, old, "{what}"),
                (Some(old), Some(seen)) => {
                    assert!(number(event) > number(seen), "{what}: an older number than the calendar has seen");
                    assert_eq!(line(event, "DTSTART"), line(old, "DTSTART"));
                }
                (None, Some(_)) => assert_eq!(line(event, "STATUS:"), "CANCELLED", "{what}"),
                (_, None) => panic!("{what}: an event that was never shown"),
            }
        }
        assert!(seen.keys().all(|uid| back.contains_key(uid)), "{what}: an orphan stays in the calendar");
        succeeds(&runweave(LATER, &[&"undo", &path]));
        assert_eq!(bare(&folder.plan("block/plan.json")), bare(&serde_json::from_str(&replaced).unwrap()), "{what}");
    }
}

#[test]
fn a_dry_run_tells_what_would_change_and_writes_nothing() {
    let folder = planned();
    let brief = folder.write("changed.json", &changes()[1].after);
    let before = FILES.map(|name| folder.text(name));
    let told = replan(&folder, LATER, &[&"--brief", &brief, &"--dry-run"]);
    assert_eq!(FILES.map(|name| folder.text(name)), before);
    assert!(!folder.path("block/plan.json.before").exists());
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
    assert_eq!(bare(&folder.plan("kim/plan.json")), bare(&serde_json::from_str(&kim).unwrap()));
}
