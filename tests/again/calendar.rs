//! One calendar stays right.

use super::*;

#[test]
fn a_store_kept_by_uid_holds_exactly_the_new_plan() {
    for (number, Change { what, before, after }) in changes().into_iter().enumerate() {
        // Another seed is another plan, which a store has never seen.
        let folder = planned_as(&before, &format!("{number}"));
        keep(&folder, &format!("again-{number}-1"));
        let (old_plan, old) = (folder.plan("block/plan.json"), events(&folder.text("block/plan.ics")));
        let brief = folder.write("changed.json", &after);
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

#[test]
fn a_calendar_that_was_exported_whole_keeps_nothing_free_for_the_plan_s_own_events() {
    let folder = planned();
    // A lunch beside everything that the plan put into the same calendar.
    let lunch = "BEGIN:VEVENT\r\nUID:lunch\r\nDTSTART:20261217T110000Z\r\nDTEND:20261217T120000Z\r\nEND:VEVENT\r\n";
    let whole = folder.text("block/plan.ics").replacen("BEGIN:VEVENT", &format!("{lunch}BEGIN:VEVENT"), 1);
    fs::write(folder.path("whole.ics"), whole).unwrap();
    let before = entries(&folder.plan("block/plan.json"));
    replan(&folder, LATER, &[&"--busy", &folder.path("whole.ics")]);
    let plan = folder.plan("block/plan.json");
    assert_eq!(plan["busy"], json!([{ "start": "2026-12-17T12:00", "minutes": 60 }]));
    assert_eq!(entries(&plan), before);
    let next = folder.path("next");
    let output = runweave(
        LATER,
        &[&"next", &folder.path("block/plan.json"), &"-o", &next, &"--busy", &folder.path("whole.ics")],
    );
    succeeds(&output);
    assert!(String::from_utf8_lossy(&output.stderr).contains("of your own plan were left aside"));
}
