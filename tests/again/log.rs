//! The log, through the command line.

use super::*;

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
    assert!(text.ends_with("\n{\"type\":\"check_in\",\"date\":\"2026-12-02\",\"sleep_hours\":6}\n"), "{text}");
}

#[test]
fn what_a_log_cannot_take_is_refused_before_it_is_written() {
    let folder = planned();
    let log = folder.path("block/log.jsonl");
    let bad: [&[Said]; 5] = [
        &[&"done", &"w01-lnog"],
        &[&"added", &"swimming", &"--minutes", &"30"],
        &[&"added", &"easy", &"--minutes", &"-3"],
        &[&"checkin", &"--fatigue", &"9"],
        &[&"checkin", &"--sign", &"gloom"],
    ];
    for arguments in bad {
        let mut all: Vec<Said> = vec![&"log", &log];
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
