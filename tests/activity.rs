//! Recorded activities: three kinds of file, and which planned run they were.

#![expect(clippy::unwrap_used, reason = "a test that cannot make its own plan should say so at once")]

#[path = "activity/fit.rs"]
mod fit;

use chrono::{DateTime, Utc};
use fit::{fit, fit_time, session};
use rand::{Rng, RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use runweave::follow::log::{Entry, Log};
use runweave::follow::matched;
use runweave::intake::{Activity, ActivityError, Sport, activities};
use runweave::plan::Plan;
use serde_json::json;

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/activity/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// Records with a time and a distance, big-endian.
fn records(start: &str, every: u32, metres: &[u32]) -> Vec<u8> {
    let mut bytes = vec![0x40, 0, 1, 0, 20, 2, 253, 4, 0x86, 5, 4, 0x86];
    for (index, metres) in metres.iter().enumerate() {
        bytes.push(0x00);
        bytes.extend((fit_time(start) + every * index as u32).to_be_bytes());
        bytes.extend((metres * 100).to_be_bytes());
    }
    bytes
}

fn read(bytes: &[u8]) -> Result<Vec<Activity>, ActivityError> {
    activities(bytes).map(|found| found.activities)
}

fn run(start: &str, minutes: i32, distance_km: f64) -> Activity {
    let start = utc(start);
    let end = start + chrono::TimeDelta::minutes(minutes.into());
    Activity {
        start,
        end,
        wall: None,
        minutes,
        distance_km: Some(distance_km),
        sport: Sport::Running,
        laps: Vec::new(),
    }
}

/// What the tests compare: where an activity with its pauses ends is another question.
fn told(bytes: &[u8]) -> Vec<(DateTime<Utc>, i32, Option<f64>, Sport)> {
    read(bytes).unwrap().iter().map(summed).collect()
}

fn summed(one: &Activity) -> (DateTime<Utc>, i32, Option<f64>, Sport) {
    (one.start, one.minutes, one.distance_km, one.sport)
}

#[test]
fn a_fit_file_gives_its_sessions() {
    let file = fit(&session("2026-12-03T05:41:00Z", 1870, 5012, 1));
    assert_eq!(told(&file), [summed(&run("2026-12-03T05:41:00Z", 31, 5.01))]);
    let lifting = fit(&session("2026-12-03T17:00:00Z", 3600, 0, 2));
    assert_eq!(read(&lifting).unwrap()[0].sport, Sport::Other);
}

#[test]
fn fit_files_that_follow_one_another_are_all_read() {
    let mut files = fit(&session("2026-12-05T05:41:00Z", 600, 2000, 1));
    files.extend(fit(&session("2026-12-03T05:41:00Z", 1200, 4000, 1)));
    assert_eq!(
        told(&files),
        [summed(&run("2026-12-03T05:41:00Z", 20, 4.0)), summed(&run("2026-12-05T05:41:00Z", 10, 2.0))]
    );
}

#[test]
fn a_recording_that_broke_off_is_read_from_its_records() {
    let mut file = fit(&records("2026-12-03T05:41:00Z", 300, &[0, 900, 1810, 2700]));
    file.truncate(file.len() - 7);
    let found = read(&file).unwrap();
    assert_eq!((found[0].minutes, found[0].distance_km, found[0].sport), (10, Some(1.81), Sport::Unknown));
}

#[test]
fn a_gpx_track_counts_its_segments_and_not_the_pause_between() {
    assert_eq!(told(&fixture("run.gpx")), [summed(&run("2026-12-03T05:41:00Z", 19, 3.0))]);
}

#[test]
fn a_tcx_activity_is_the_sum_of_its_laps() {
    let found = read(&fixture("week.tcx")).unwrap();
    assert_eq!(found[0].sport, Sport::Other);
    assert_eq!(summed(&found[1]), summed(&run("2026-12-05T08:10:00Z", 49, 8.01)));
}

#[test]
fn files_without_an_activity_are_refused_with_the_reason() {
    let refused = |bytes: &[u8]| read(bytes).unwrap_err();
    assert_eq!(refused(b""), ActivityError::Empty);
    let unpacked = ActivityError::Damaged("the archive cannot be unpacked".to_owned());
    assert_eq!(refused(b"\x1f\x8b\x08\x00"), unpacked);
    assert_eq!(refused(b"PK\x03\x04"), unpacked);
    assert_eq!(refused(b"<html></html>"), ActivityError::NotKnown);
    assert_eq!(refused(b"<gpx><rte/></gpx>"), ActivityError::NotRecorded("a route without times"));
    assert_eq!(refused(&fit(&[])), ActivityError::NoActivity);
    assert_eq!(refused(&fit(&[0x05])).to_string(), "the file is damaged: a message comes without its definition");
    assert!(matches!(refused(b"<gpx><trk>"), ActivityError::Damaged(_)));
    assert!(matches!(refused(b"<!DOCTYPE a [<!ENTITY b \"c\">]><gpx>&b;</gpx>"), ActivityError::Damaged(_)));
    assert!(matches!(refused(&vec![b'<'; 40 << 20]), ActivityError::TooLarge));
    let deep = refused(format!("<gpx>{}", "<a>".repeat(200_000)).as_bytes());
    assert_eq!(deep.to_string(), "the file is damaged: more than 64 tags lie within one another");
}

#[test]
fn what_a_log_would_not_take_is_left_aside() {
    let far = read(&fit(&session("2026-12-01T05:30:00Z", 1830, 668_170, 1))).unwrap();
    assert_eq!(far[0].distance_km, None, "further than a log can tell");
    let year = r#"<gpx><trk><trkseg><trkpt lat="1" lon="1"><time>+12026-12-01T05:30:00</time></trkpt>
        <trkpt lat="1" lon="1"><time>+12026-12-01T06:30:00</time></trkpt></trkseg></trk></gpx>"#;
    assert_eq!(read(year.as_bytes()), Err(ActivityError::NotRecorded("a route without times")));
}

#[test]
fn no_bytes_make_it_panic() {
    let mut dice = Xoshiro256PlusPlus::seed_from_u64(11);
    let mut long = session("2026-12-03T05:41:00Z", 1870, 5012, 1);
    long.extend(records("2026-12-03T05:41:00Z", 60, &[0, 200, 400]));
    let sources = [fit(&long), fixture("run.gpx"), fixture("week.tcx")];
    for round in 0..20_000 {
        let mut bytes = sources[round % 3].clone();
        for _ in 0..dice.random_range(1..12) {
            let at = dice.random_range(0..bytes.len());
            bytes[at] = dice.random();
        }
        bytes.truncate(dice.random_range(0..=bytes.len()));
        let _ = read(&bytes);
        let mut noise = fit(&[0; 200]);
        dice.fill_bytes(&mut noise[14..]);
        let _ = read(&noise);
    }
}

fn plan() -> Plan {
    let run = |id: &str, kind: &str, start: &str, minutes: i32| {
        json!({ "kind": "run", "id": id, "name": "Run", "start": start, "minutes": minutes, "load": 0,
                "run": { "type": kind, "class": "easy", "workout": "w", "attached_to": null, "steps": [] } })
    };
    serde_json::from_value(json!({
        "format": "runweave-plan/1", "id": "x", "revision": 1, "created": "2026-11-22T16:00:00Z", "seed": 1, "brief": {},
        "timezone": "Europe/Berlin",
        "weeks": [{
            "number": 1, "start": "2026-11-30", "phase": "base", "deload": false,
            "sessions": [run("w01-easy-1", "easy", "2026-12-03T06:30", 30), run("w01-easy-2", "easy", "2026-12-03T18:00", 20),
                         run("w01-long", "long", "2026-12-05T09:00", 50)],
            "load": { "total": 0, "by_day": [0, 0, 0, 0, 0, 0, 0], "monotony": 0.0, "strain": 0 }, "run_minutes": 100
        }],
        "score": { "must": 0, "unplaced": 0, "should": 0, "preference": 0, "proven": true, "by_rule": {} }
    }))
    .unwrap()
}

#[test]
fn each_activity_becomes_the_nearest_planned_run_of_its_day_or_is_added() {
    let mut activities = read(&fixture("run.gpx")).unwrap();
    activities.extend(read(&fixture("week.tcx")).unwrap());
    activities.push(run("2026-12-05T09:30:00Z", 12, 2.0));
    let found = matched(&plan(), &Log::default(), &activities, None);
    assert_eq!(
        found.notes,
        [
            "The run of 19 min on 2026-12-03 at 06:41 is `w01-easy-1`, planned for 30 min at 06:30.",
            "The activity of 60 min on 2026-12-04 at 17:00 is no run and is left aside.",
            "The run of 49 min on 2026-12-05 at 09:10 is `w01-long`, planned for 50 min at 09:00.",
            "The run of 12 min on 2026-12-05 at 10:30 was not planned and is added as an easy run.",
        ]
    );
    let lines: Vec<String> = found.entries.iter().map(runweave::follow::log::Entry::line).collect();
    assert_eq!(
        lines,
        [
            r#"{"type":"done","id":"w01-easy-1","date":"2026-12-03","start":"06:41","minutes":19,"distance_km":3}"#,
            r#"{"type":"done","id":"w01-long","date":"2026-12-05","start":"09:10","minutes":49,"distance_km":8.01}"#,
            r#"{"type":"added","date":"2026-12-05","start":"10:30","minutes":12,"kind":"easy","distance_km":2}"#,
        ]
    );
}

#[test]
fn importing_twice_adds_nothing_and_a_line_without_a_time_is_filled_in() {
    let activities = [run("2026-12-03T05:41:00Z", 31, 5.0), run("2026-12-04T05:00:00Z", 20, 3.0)];
    let first = matched(&plan(), &Log::default(), &activities, None);
    let lines: Vec<String> = first.entries.iter().map(runweave::follow::log::Entry::line).collect();
    let (log, problems) = Log::read(lines.join("\n").as_bytes());
    assert_eq!(problems, []);
    assert_eq!(matched(&plan(), &log, &activities, None).entries, []);
    let (by_hand, _) = Log::read(b"{\"type\":\"done\",\"id\":\"w01-easy-1\"}\n");
    assert_eq!(matched(&plan(), &by_hand, &activities[..1], None).entries, first.entries[..1]);
}

/// What becomes of each file in `tests/activity/cases`, on a plan with runs at 07:00 on Tuesday, 1 December, in Berlin.
const CASES: &str = include_str!("activity/cases.txt");

fn week() -> Plan {
    let mut plan = serde_json::to_value(plan()).unwrap();
    let sessions = plan["weeks"][0]["sessions"].as_array_mut().unwrap();
    sessions[0]["start"] = json!("2026-12-01T07:00");
    serde_json::from_value(plan).unwrap()
}

/// `run.fit + other.gpx: notes | notes`, the notes of reading first.
fn case(names: &str) -> String {
    let mut all = Vec::new();
    let mut said = Vec::new();
    for name in names.split(" + ") {
        match activities(&fixture(&format!("cases/{name}"))) {
            Ok(found) => {
                said.extend(found.notes);
                all.extend(found.activities);
            }
            Err(error) => said.push(format!("error: {error}")),
        }
    }
    said.extend(matched(&week(), &Log::default(), &all, None).notes);
    format!("{names}: {}\n", said.join(" | "))
}

#[test]
fn files_that_went_wrong_elsewhere_are_read_as_they_were_meant() {
    let found: String = CASES.lines().map(|line| case(line.split(':').next().unwrap())).collect();
    if std::env::var("UPDATE").is_ok_and(|wish| wish == "1") {
        std::fs::write(format!("{}/tests/activity/cases.txt", env!("CARGO_MANIFEST_DIR")), &found).unwrap();
    } else {
        assert_eq!(found, CASES);
    }
    let folder = format!("{}/tests/activity/cases", env!("CARGO_MANIFEST_DIR"));
    for file in std::fs::read_dir(folder).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        assert!(CASES.contains(&name), "{name} is in no case");
    }
}

#[test]
fn the_clock_of_the_watch_counts_where_the_file_tells_it() {
    let mut message = vec![0x41, 0, 0, 34, 0, 2, 253, 4, 0x86, 5, 4, 0x86, 0x01];
    let start = fit_time("2026-12-03T05:41:00Z");
    message.extend((start + 1870).to_le_bytes());
    message.extend((start + 1870 + 9 * 3600).to_le_bytes());
    let mut content = session("2026-12-03T05:41:00Z", 1870, 5012, 1);
    content.extend(message);
    let found = read(&fit(&content)).unwrap();
    assert_eq!(found[0].wall.unwrap().to_string(), "2026-12-03 14:41:00");
    let notes = matched(&plan(), &Log::default(), &found, None).notes;
    assert!(notes[0].starts_with("The run of 31 min on 2026-12-03 at 14:41 is `w01-easy-"), "{notes:?}");
}

#[test]
fn what_is_packed_is_bounded_and_what_is_no_recording_in_it_is_told() {
    use std::io::Write;
    let packed = |bytes: &[u8]| {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gzip.write_all(bytes).unwrap();
        gzip.finish().unwrap()
    };
    assert_eq!(told(&packed(&fixture("run.gpx"))), told(&fixture("run.gpx")));
    assert_eq!(read(&packed(&vec![b' '; 65 << 20])), Err(ActivityError::TooLarge));
    assert_eq!(read(&packed(b"date,minutes\n")), Err(ActivityError::NotKnown));
}

#[test]
fn a_day_is_asked_for_where_the_watch_knew_none() {
    let found = read(&fixture("cases/clock-not-set.fit")).unwrap();
    let matched = |day| matched(&week(), &Log::default(), &found, day);
    assert_eq!(matched(None).entries, []);
    let lines: Vec<String> = matched(Some("2026-12-01".parse().unwrap())).entries.iter().map(Entry::line).collect();
    assert_eq!(lines, [r#"{"type":"done","id":"w01-easy-1","date":"2026-12-01","minutes":30,"distance_km":5}"#]);
}
