//! From the files of a watch to the next block.

use super::*;

#[test]
fn what_a_watch_recorded_goes_through_the_log_into_the_next_block() {
    let folder = planned();
    let (plan, log) = (folder.path("block/plan.json"), folder.path("block/log.jsonl"));
    let fixture = |name: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/activity").join(name);
    let watch = folder.path("watch.fit");
    fs::write(&watch, fit::fit(&fit::session("2027-01-02T07:10:00Z", 33 * 60, 6100, 1))).unwrap();
    let import: [Said; 6] = [&"log", &log, &"import", &fixture("run.gpx"), &fixture("week.tcx"), &watch];
    let told = succeeds(&runweave("1799100000", &import));
    for (id, minutes) in [("w01-quality-1", 19), ("w01-long", 49), ("w05-long", 33)] {
        assert!(told.contains(&format!("`{id}`")), "{told}");
        assert!(folder.text("block/log.jsonl").contains(&format!("\"minutes\":{minutes}")), "{told}");
    }
    assert!(told.contains("is no run and is left aside"), "{told}");

    let recorded = ["w01-quality-1", "w01-long", "w05-long"];
    let runs = entries(&folder.plan("block/plan.json")).into_iter().filter(|entry| entry["kind"] == "run");
    for run in runs.filter(|run| !recorded.contains(&run["id"].as_str().unwrap())) {
        succeeds(&runweave("1799100000", &[&"log", &log, &"missed", &run["id"].as_str().unwrap()]));
    }
    let once = folder.text("block/log.jsonl");
    succeeds(&runweave("1799100000", &import));
    assert_eq!(folder.text("block/log.jsonl"), once, "importing twice adds nothing");

    succeeds(&runweave("1799100000", &[&"next", &plan, &"--log", &log, &"-o", &folder.path("next")]));
    let brief = folder.plan("next/brief.json");
    // The last four weeks held one run of 33 min; the last 30 days reach back to 5 December.
    assert_eq!(brief["running"]["current_weekly_minutes"], 33 / 4);
    assert_eq!(brief["running"]["longest_recent_minutes"], 49);
    let runs: Vec<&str> =
        brief["before"]["runs"].as_array().unwrap().iter().map(|run| run["start"].as_str().unwrap()).collect();
    assert_eq!(runs, ["2026-12-05T09:10", "2027-01-02T08:10"]);
}

#[test]
fn a_file_that_is_no_recording_is_refused_and_nothing_is_logged() {
    let folder = planned();
    let log = folder.path("block/log.jsonl");
    let (good, bad) = (folder.path("watch.fit"), folder.path("bad.gpx"));
    fs::write(&good, fit::fit(&fit::session("2027-01-02T07:10:00Z", 1980, 6100, 1))).unwrap();
    fs::write(&bad, "<gpx><trk>").unwrap();
    let output = runweave(LATER, &[&"log", &log, &"import", &good, &bad]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("bad.gpx"));
    assert!(!log.exists());
}
