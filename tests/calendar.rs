//! Calendar files for zones whose clocks change within the block, names that try to break out, and a second revision. They are
//! written beside the build, where `tests/calendar/check` reads them with other people's parsers.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use chrono::{Duration, NaiveDate};
use runweave::brief::Display;
use runweave::plan::{self, Plan, stamp};
use runweave::render::ics::ics;
use serde_json::{Value, json};

/// A zone, and the Sunday on which its clocks change or which is as good as any other.
const ZONES: [(&str, &str); 14] = [
    ("Europe/London", "2027-03-28"),
    ("Europe/London", "2027-10-31"),
    ("Europe/Dublin", "2027-10-31"),
    ("Europe/Berlin", "2027-03-28"),
    ("America/New_York", "2027-03-14"),
    ("America/St_Johns", "2026-11-01"),
    ("Australia/Sydney", "2027-04-04"),
    ("Australia/Lord_Howe", "2026-10-04"),
    ("Asia/Kolkata", "2027-04-04"),
    ("Asia/Kathmandu", "2027-04-04"),
    ("Africa/Casablanca", "2027-02-07"),
    ("Pacific/Chatham", "2026-09-27"),
    ("America/Sao_Paulo", "2027-02-07"),
    ("UTC", "2027-03-28"),
];

/// Starts on the wall; none lies in an hour that a change of clocks skips or repeats.
const STARTS: [&str; 5] = ["00:15", "06:30", "12:00", "18:45", "23:45"];

const NAMES: [&str; 8] = [
    "Squat day",
    "Legs\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:no",
    "a;b,c\\d:e\"f^g",
    "Läufe, ganz früh; 走る 🏃🏽‍♀️",
    "ריצה \u{200f}קלה",
    "one\u{2028}two\u{85}three\u{b}four",
    "DTSTART:19990101T000000\\n",
    "blank        blank \u{a0} end",
];

const FIRST: &str = "2026-08-01T08:00:00Z";
const SECOND: &str = "2026-08-02T08:00:00Z";

fn display() -> Display {
    Display { miles: false, twelve_hour: false, sunday_first: false, alarm_minutes: Some(30) }
}

/// Three weeks around `sunday`: runs and sessions at every hour of `STARTS` on the days beside it.
fn plan(zone: &str, sunday: &str, name: impl Fn(usize) -> String) -> Plan {
    let sunday: NaiveDate = sunday.parse().unwrap();
    let weeks: Vec<Value> =
        (0..3).map(|week| self::week(week, sunday + Duration::days(7 * week - 13), &name)).collect();
    let brief = json!({ "block": { "name": "Spring; \"base\", part 1", "zone": zone, "sunday": sunday } });
    serde_json::from_value(json!({
        "format": plan::FORMAT, "id": plan::plan_id(&brief, 1), "revision": 1, "created": FIRST, "seed": 1, "brief": brief,
        "timezone": zone, "weeks": weeks,
        "score": { "must": 0, "unplaced": 0, "should": 0, "preference": 0, "proven": true, "by_rule": {} }
    }))
    .unwrap()
}

fn week(index: i64, monday: NaiveDate, name: &impl Fn(usize) -> String) -> Value {
    let places = [0, 4, 5, 6].into_iter().flat_map(|day| STARTS.map(|start| (day, start)));
    let sessions: Vec<Value> = places
        .enumerate()
        .map(|(nth, (day, start))| {
            let start = format!("{}T{start}", monday + Duration::days(day));
            if nth % 4 == 0 { session(index, nth, &start, &name(nth / 4)) } else { run(index, nth, &start) }
        })
        .collect();
    json!({
        "number": index + 1, "start": monday, "phase": "base", "deload": false, "sessions": sessions,
        "load": { "total": 0, "by_day": [0, 0, 0, 0, 0, 0, 0], "monotony": 1.0, "strain": 0 }, "run_minutes": 0
    })
}

fn session(week: i64, nth: usize, start: &str, name: &str) -> Value {
    json!({ "kind": "strength", "id": format!("w{}-s{nth}", week + 1), "name": name, "focus": "lower", "effort": "heavy",
            "start": start, "minutes": 75, "load": 600, "note": name })
}

fn run(week: i64, nth: usize, start: &str) -> Value {
    json!({ "kind": "run", "id": format!("w{}-easy-{nth}", week + 1), "name": "Easy run", "start": start, "minutes": 150, "load": 90,
            "run": { "type": "easy", "class": "easy", "workout": "easy_short", "attached_to": null,
                     "steps": [{ "minutes": 150.0, "zone": 2, "effort": "easy", "repeat": 1 }] },
            "why": [{ "rule": "heavy_legs_then_run", "text": "59 h after Squat day; 36 h would do." }], "if_tired": "20 min walk" })
}

/// Writes a plan and its calendar where the check finds them.
fn write(name: &str, plan: &Plan) -> String {
    let file = ics(plan, &display(), false);
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("calendar").join(name);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("plan.json"), serde_json::to_string_pretty(plan).unwrap()).unwrap();
    fs::write(folder.join("plan.ics"), &file).unwrap();
    file
}

/// The lines of each event by UID.
fn by_uid(file: &str) -> BTreeMap<String, String> {
    let unfolded = file.replace("\r\n ", "");
    unfolded
        .split("BEGIN:VEVENT\r\n")
        .skip(1)
        .map(|event| {
            let uid = event.lines().find_map(|line| line.strip_prefix("UID:")).unwrap();
            (uid.to_owned(), event.split("END:VEVENT").next().unwrap().to_owned())
        })
        .collect()
}

#[test]
fn a_calendar_is_written_for_every_zone_and_change_of_clocks() {
    for (zone, sunday) in ZONES {
        let mut plan = plan(zone, sunday, |nth| format!("Session {nth}"));
        stamp(&mut plan, None, FIRST);
        let file = write(&format!("{}-{sunday}", zone.replace('/', "-")), &plan);
        assert_eq!(by_uid(&file).len(), 60);
    }
}

#[test]
fn a_calendar_is_written_for_names_that_try_to_break_out() {
    let mut plan = plan("Europe/Berlin", "2027-03-28", |nth| NAMES[nth % NAMES.len()].repeat(1 + nth / 2));
    stamp(&mut plan, None, FIRST);
    let file = write("hostile-names", &plan);
    assert_eq!(by_uid(&file).len(), 60);
}

#[test]
fn a_second_revision_leaves_no_orphan_and_no_double_in_a_store_kept_by_uid() {
    let mut first = plan("Europe/Berlin", "2027-03-28", |nth| format!("Session {nth}"));
    stamp(&mut first, None, FIRST);
    let before = by_uid(&write("revision-1", &first));

    let mut second = first.clone();
    second.weeks[0].sessions.remove(1);
    let runweave::plan::Entry::Run(moved) = &mut second.weeks[0].sessions[1] else { panic!("a run") };
    moved.start.0 += Duration::minutes(45);
    stamp(&mut second, Some(&first), SECOND);
    let after = by_uid(&write("revision-2", &second));

    let mut store = before.clone();
    store.extend(after.clone());
    assert_eq!(store, after, "whatever the store holds is as the second file has it");
    assert_eq!(before.len(), after.len());
    let changed = after.iter().filter(|(uid, event)| before[*uid] != **event).count();
    assert_eq!(changed, 2, "one moved, one cancelled; the rest is the same to the byte");

    let again = {
        let mut again = second.clone();
        stamp(&mut again, Some(&second), "2026-08-03T08:00:00Z");
        ics(&again, &display(), false)
    };
    assert_eq!(again, ics(&second, &display(), false));
}
