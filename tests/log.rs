//! The training log: every line is judged for itself, and what was done follows from plan and log.

#![expect(clippy::unwrap_used, reason = "a test that cannot make its own plan should say so at once")]

use chrono::NaiveDate;
use runweave::follow::log::{Done, Entry, Log, schema};
use runweave::model::{Kind, RunType};
use runweave::plan::Plan;
use serde_json::{Value, json};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn log(lines: &[&str]) -> Log {
    let (log, problems) = Log::read(format!("{}\n", lines.join("\n")).as_bytes());
    assert_eq!(problems, [], "{lines:?}");
    log
}

fn problems(text: &str) -> Vec<String> {
    Log::read(text.as_bytes()).1.iter().map(ToString::to_string).collect()
}

fn run(id: &str, kind: &str, start: &str, minutes: i32) -> Value {
    json!({ "kind": "run", "id": id, "name": "Run", "start": start, "minutes": minutes, "load": 0,
            "run": { "type": kind, "class": "easy", "workout": "w", "attached_to": null, "steps": [] } })
}

fn lift(id: &str, start: &str) -> Value {
    json!({ "kind": "strength", "id": id, "name": "Squat day", "focus": "lower", "effort": "heavy", "start": start,
            "minutes": 75, "load": 600 })
}

/// Two weeks from Monday 30 November 2026: squats on Mondays, easy runs of 30 min on Thursdays, long ones on Saturdays.
fn plan() -> Plan {
    let week = |number: u32, start: &str, sessions: Value| {
        json!({ "number": number, "start": start, "phase": "base", "deload": false, "sessions": sessions,
                "load": { "total": 0, "by_day": [0, 0, 0, 0, 0, 0, 0], "monotony": 0.0, "strain": 0 }, "run_minutes": 80 })
    };
    serde_json::from_value(json!({
        "format": "runweave-plan/1", "id": "x", "revision": 1, "created": "2026-11-22T16:00:00Z", "seed": 1, "brief": {},
        "timezone": "Europe/Berlin",
        "weeks": [
            week(1, "2026-11-30", json!([lift("w01-s1", "2026-11-30T18:00"), run("w01-easy-1", "easy", "2026-12-03T06:30", 30),
                                         run("w01-long", "long", "2026-12-05T09:00", 50)])),
            week(2, "2026-12-07", json!([lift("w02-s1", "2026-12-07T18:00"), run("w02-easy-1", "easy", "2026-12-10T06:30", 30),
                                         run("w02-long", "long", "2026-12-12T09:00", 55)])),
        ],
        "score": { "must": 0, "unplaced": 0, "should": 0, "preference": 0, "proven": true, "by_rule": {} }
    }))
    .unwrap()
}

fn done(lines: &[&str], before: &str) -> Done {
    Done::of(&plan(), &log(lines), date(before), date(before))
}

fn runs(done: &Done) -> Vec<String> {
    let shown = |run: &runweave::plan::RunDone| {
        let slug = run.planned.as_deref().and_then(|id| id.split_once('-')).map_or("-", |(_, slug)| slug);
        format!("{} {} {slug}", run.start.0.format("%Y-%m-%d %H:%M"), run.minutes)
    };
    done.runs.iter().map(shown).collect()
}

#[test]
fn an_entry_is_written_as_the_line_it_is_read_from() {
    let lines = [
        r#"{"type":"done","id":"w01-easy-1","date":"2026-12-03","start":"07:00","minutes":25,"rpe":3.5,"distance_km":4.2}"#,
        r#"{"type":"missed","id":"w01-long","note":"snow; \"too\" much"}"#,
        r#"{"type":"added","date":"2026-12-04","minutes":40,"kind":"strength","focus":"upper","effort":"moderate"}"#,
        r#"{"type":"check_in","date":"2026-12-05","sleep_hours":6.5,"fatigue":4,"pain":2,"signs":["poor_sleep"],"signs_days":3}"#,
    ];
    for line in lines {
        assert_eq!(log(&[line]).entries[0].1.line(), line);
    }
}

#[test]
fn a_bad_line_is_told_and_costs_no_other() {
    let text = [
        r#"{"date":"2026-12-03","type":"done","id":"w01-easy-1","minutes":30,"rpe":3}"#,
        r#"{"type":"done","id":"a","minutes":-5}"#,
        r#"{"type":"added","date":"2026-12-32","minutes":"30","kind":"easy"}"#,
        r#"{"type":"ran"}"#,
        r#"["done"]"#,
        "done",
        "",
        r#"{"type":"missed","id":"b","minute":3}"#,
        r#"{"type":"check_in","date":"2026-12-05","fatigue":9}"#,
        r#"{"type":"check_in","date":"2026-12-05","signs":["gloom"]}"#,
        r#"{"type":"missed","id":"w01-l"#,
    ]
    .join("\r\n");
    let (log, _) = Log::read(text.as_bytes());
    assert_eq!(log.entries.len(), 1);
    let (signs, others): (Vec<_>, Vec<_>) = problems(&text).into_iter().partition(|told| told.starts_with("line 10"));
    assert!(signs[0].starts_with("line 10: `signs` has to be a list in `[ ]` of words out of `"), "{signs:?}");
    assert_eq!(
        others,
        [
            "line 2: `minutes` has to be a whole number from 1 to 1440 min",
            "line 3: `date` has to be a date such as `2026-11-30`",
            "line 3: `minutes` has to be a whole number from 1 to 1440 min",
            "line 4: `type` has to be one of `done`, `missed`, `added`, `check_in`",
            "line 5: is not an object in `{ }`",
            "line 6: is not JSON and is not used",
            "line 8: `minute` is no key of a `missed` line: `id`, `date`, `note` are",
            "line 9: `fatigue` has to be a whole number from 1 to 7 (1 very good, 7 very bad)",
            "line 11: breaks off and is not used",
        ]
    );
}

#[test]
fn bytes_that_are_no_text_spoil_their_own_line_only() {
    let mut text = b"\xef\xbb\xbf{\"type\":\"missed\",\"id\":\"a\"}\n".to_vec();
    text.extend(b"{\"type\":\"missed\",\"id\":\"\xff\xfe\"}\n\x00\n");
    text.extend(vec![b'['; 100_000]);
    text.extend(b"\n{\"type\":\"missed\",\"id\":\"b\"}");
    let (log, problems) = Log::read(&text);
    assert_eq!((log.entries.len(), problems.len()), (2, 3));
}

#[test]
fn of_two_lines_on_one_thing_the_later_counts() {
    let text =
        "{\"type\":\"missed\",\"id\":\"a\"}\n{\"type\":\"missed\",\"id\":\"b\"}\n{\"type\":\"done\",\"id\":\"a\"}\n";
    assert_eq!(problems(text), ["line 1: line 3 speaks of the same and counts instead"]);
    let (log, _) = Log::read(text.as_bytes());
    assert!(matches!(&log.entries[..], [(2, Entry::Missed(_)), (3, Entry::Done(_))]));
}

#[test]
fn what_the_plan_does_not_hold_and_days_to_come_are_told() {
    let log = log(&[
        r#"{"type":"done","id":"w01-easy-1","date":"2027-12-03"}"#,
        r#"{"type":"missed","id":"w09-long"}"#,
        r#"{"type":"added","date":"2026-12-04","minutes":20,"kind":"easy"}"#,
    ]);
    let told = |problems: Vec<runweave::follow::log::LineProblem>| -> Vec<String> {
        problems.iter().map(ToString::to_string).collect()
    };
    assert_eq!(
        told(log.against(&plan())),
        [
            "line 1: `w01-easy-1` was planned for 2026-12-03 and is logged for 2027-12-03, too far off to be the same",
            "line 2: the plan holds no `w09-long`"
        ]
    );
    assert_eq!(told(log.after(date("2026-12-10"))), ["line 1: 2027-12-03 has not come yet"]);
}

#[test]
fn without_a_log_the_plan_counts_as_done() {
    let done = done(&[], "2026-12-11");
    assert_eq!(runs(&done), ["2026-12-03 06:30 30 easy-1", "2026-12-05 09:00 50 long", "2026-12-10 06:30 30 easy-1"]);
    let told = "The log says nothing of Run on Thursday 3 December (`w01-easy-1`), Run on Saturday 5 December (`w01-long`) \
                and Run on Thursday 10 December (`w02-easy-1`): they count as done as planned. If that is wrong, `runweave \
                missed w01-easy-1` and plan again.";
    assert_eq!(done.notes, [told]);
    assert_eq!(done.sessions, None);
}

#[test]
fn a_log_of_misses_alone_takes_those_away() {
    let done = done(&[r#"{"type":"missed","id":"w01-long"}"#], "2026-12-11");
    assert_eq!(runs(&done), ["2026-12-03 06:30 30 easy-1", "2026-12-10 06:30 30 easy-1"]);
}

#[test]
fn a_run_that_the_log_does_not_speak_of_is_asked_about_and_not_taken_for_missed() {
    let done =
        done(&[r#"{"type":"done","id":"w01-easy-1","date":"2026-12-04","start":"12:15","minutes":20}"#], "2026-12-14");
    assert_eq!(
        runs(&done),
        [
            "2026-12-04 12:15 20 easy-1",
            "2026-12-05 09:00 50 long",
            "2026-12-10 06:30 30 easy-1",
            "2026-12-12 09:00 55 long"
        ]
    );
    assert!(done.notes[0].starts_with("The log says nothing of Run on Saturday 5 December (`w01-long`), "), "{done:?}");
}

#[test]
fn what_lies_ahead_is_not_asked_about() {
    let line = log(&[r#"{"type":"done","id":"w01-easy-1"}"#]);
    let done = Done::of(&plan(), &line, date("2026-12-14"), date("2026-12-05"));
    assert_eq!((runs(&done).len(), done.notes), (4, Vec::new()));
}

#[test]
fn another_run_on_its_day_takes_the_place_of_a_planned_one() {
    let added = r#"{"type":"added","kind":"easy","minutes":20,"date":"2026-12-10","start":"07:00"}"#;
    let moved = r#"{"type":"done","id":"w01-easy-1","date":"2026-12-05","start":"08:00"}"#;
    let done = done(&[added, moved], "2026-12-11");
    assert_eq!(runs(&done), ["2026-12-05 08:00 30 easy-1", "2026-12-10 07:00 20 -"]);
    assert_eq!(done.notes, Vec::<String>::new());
}

#[test]
fn a_log_that_goes_on_from_block_to_block_keeps_them_apart() {
    let lines = [
        r#"{"type":"done","id":"w01-easy-1","date":"2026-09-10","minutes":15}"#,
        r#"{"type":"added","date":"2026-09-12","minutes":15,"kind":"easy"}"#,
    ];
    let old = done(&lines, "2026-12-07");
    assert_eq!(runs(&old), ["2026-12-03 06:30 30 easy-1", "2026-12-05 09:00 50 long"]);
    let both = done(&[lines[0], r#"{"type":"done","id":"w01-easy-1","date":"2026-12-03","minutes":25}"#], "2026-12-07");
    assert_eq!(runs(&both), ["2026-12-03 06:30 25 easy-1", "2026-12-05 09:00 50 long"]);
}

#[test]
fn added_runs_and_sessions_count() {
    let done = done(
        &[
            r#"{"type":"done","id":"w01-easy-1"}"#,
            r#"{"type":"added","date":"2026-12-02","start":"07:00","minutes":15,"kind":"recovery"}"#,
            r#"{"type":"added","date":"2026-12-04","minutes":45,"kind":"mobility"}"#,
            r#"{"type":"missed","id":"w01-s1"}"#,
        ],
        "2026-12-14",
    );
    assert_eq!(
        runs(&done),
        [
            "2026-12-02 07:00 15 -",
            "2026-12-03 06:30 30 easy-1",
            "2026-12-05 09:00 50 long",
            "2026-12-10 06:30 30 easy-1",
            "2026-12-12 09:00 55 long"
        ]
    );
    assert_eq!((done.runs[0].kind, &done.runs[0].planned), (RunType::Recovery, &None));
    let sessions: Vec<_> = done.sessions.unwrap().iter().map(|one| (one.start.to_string(), one.kind)).collect();
    let at = |start: &str| start.to_owned();
    assert_eq!(sessions, [(at("2026-12-04T12:00"), Kind::Mobility), (at("2026-12-07T18:00"), Kind::Strength)]);
}

#[test]
fn what_was_felt_of_a_session_counts_also_where_it_went_as_planned() {
    let done = done(&[r#"{"type":"done","id":"w01-s1","rpe":9.5}"#], "2026-12-07");
    assert_eq!(done.sessions.unwrap()[0].rpe, Some(10));
}

#[test]
fn the_schema_knows_every_type_of_line() {
    let schema = schema();
    let types: Vec<&str> = schema["oneOf"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|one| one["properties"]["type"]["enum"][0].as_str())
        .collect();
    assert_eq!(types, ["done", "missed", "added", "check_in"]);
    assert_eq!(schema["oneOf"][0]["required"], json!(["type", "id"]));
}
