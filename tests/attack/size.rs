//! Files made to exhaust: refused or read within seconds and within half a gigabyte.

use std::fs;
use std::path::Path;

use super::program::{BRIEF, folder, run, shell};

/// The most that an answer may take of one processor, without optimisation.
const SECONDS: u64 = 20;

/// Runs a line of the shell with at most half a gigabyte, stacks of threads beside it, and returns its standard error.
fn answered(folder: &Path, line: &str, status: i32) -> String {
    let output = shell(folder, &format!("ulimit -v 640000; ulimit -t {SECONDS}; RAYON_NUM_THREADS=2 {line}"));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(status), "{line}: {said}");
    assert!(said.len() < 100_000, "{line} says {} bytes", said.len());
    said
}

/// [`BRIEF`] with one part replaced.
fn brief_with(part: &str, by: &str) -> String {
    assert!(BRIEF.contains(part));
    BRIEF.replace(part, by)
}

#[test]
fn briefs_made_to_exhaust_are_refused() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    let many = |item: &str, count: usize| vec![item; count].join(",");
    let briefs = [
        ("deep", "[".repeat(1_000_000)),
        ("deep-objects", "{\"a\":".repeat(150_000)),
        ("digits", brief_with("60,", &format!("{},", "9".repeat(900_000)))),
        ("exponent", brief_with("60,", "1e999999999,")),
        ("zeros", format!("[{}]", many("0", 500_000))),
        ("keys", format!("{{{}}}", (0..80_000).map(|at| format!("\"k{at}\":1")).collect::<Vec<_>>().join(","))),
        ("same-key", format!("{{{}}}", many("\"athlete\":1", 80_000))),
        ("sessions", brief_with("\"sessions\": [", &format!("\"sessions\": [{},", many("{}", 300_000)))),
        ("wrong-sessions", brief_with("\"sessions\": [", &format!("\"sessions\": [{},", many("{\"naem\":1}", 199)))),
        (
            "exceptions",
            brief_with(
                "\"availability\": {",
                &format!("\"availability\": {{ \"exceptions\": [{}],", many("{}", 300_000)),
            ),
        ),
        ("zones", brief_with("Europe/Berlin", &"Europe/Berlni".repeat(70_000))),
        ("quotes", format!("\"{}\"", "\\\"".repeat(500_000))),
        ("name", brief_with("Squats", &"🏃🏽‍♀️".repeat(50_000))),
    ];
    for (name, text) in briefs {
        fs::write(at(name), &text).unwrap();
        answered(folder.path(), &format!("\"$runweave\" plan {name}"), 2);
        answered(folder.path(), &format!("\"$runweave\" check {name}"), 2);
    }
    fs::File::create(at("empty-gigabyte")).unwrap().set_len(1 << 30).unwrap();
    for command in ["plan", "check", "show"] {
        let said = answered(folder.path(), &format!("\"$runweave\" {command} empty-gigabyte"), 2);
        assert!(said.contains("larger than"), "{said}");
        answered(folder.path(), &format!("head -c 200000000 /dev/zero | \"$runweave\" {command} -"), 2);
    }
}

#[test]
fn plans_made_to_exhaust_are_refused() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    assert!(run(folder.path(), &["plan", "brief.json"]).status.success());
    let plan = fs::read_to_string(at("plan.json")).unwrap();
    let line = plan.lines().find(|line| line.contains("\"minutes\": 60")).unwrap();
    let million = |item: &str| vec![item; 1_000_000].join(",");
    let lists = format!("{{\"format\":\"runweave-plan/1\",\"weeks\":[{}]}}", vec!["[]"; 10_000_000].join(","));
    let plans = [
        ("lists", lists),
        ("deep", format!("{{\"format\":\"runweave-plan/1\",\"weeks\":{}", "[".repeat(1_000_000))),
        ("warnings", plan.replace("\"warnings\": [", &format!("\"warnings\": [{},", million("\"\"")))),
        ("brief", plan.replace("\"brief\": {", &format!("\"brief\": {{ \"x\": [{}],", million("0")))),
        ("minutes", plan.replace(line, "\"minutes\": 2147483647,")),
        ("less", plan.replace(line, "\"minutes\": -2147483648,")),
        ("year", plan.replace("\"start\": \"2026-11-30\"", "\"start\": \"+262142-12-31\"")),
        ("revision", plan.replace("\"revision\": 1,", "\"revision\": 4294967295,")),
        ("score", plan.replace("\"must\": 0", "\"must\": -9223372036854775808")),
        ("week", plan.replace("\"number\": 1,", "\"number\": 4000000000,")),
    ];
    for (name, text) in plans {
        assert_ne!(text, plan, "{name}");
        fs::write(at(name), &text).unwrap();
        for command in ["show", "check", "why", "next"] {
            let more = if command == "why" { " w01" } else { "" };
            answered(folder.path(), &format!("\"$runweave\" {command} {name}{more}"), 2);
        }
        answered(folder.path(), &format!("\"$runweave\" diff {name} {name}"), 2);
    }
}

#[test]
fn logs_made_to_exhaust_are_read_as_far_as_is_sensible() {
    let folder = folder();
    let line = |text: &str, count: usize| format!("{text}\n").repeat(count);
    let logs = [
        ("no-json", line("x", 8_000_000)),
        ("deep", line(&"[".repeat(1_000_000), 5)),
        ("one", "x".repeat(20_000_000)),
        ("keys", format!("{{{}}}\n", (0..500_000).map(|at| format!("\"k{at}\":1")).collect::<Vec<_>>().join(","))),
        ("same", line("{\"type\":\"done\",\"id\":\"w01-easy-1\"}", 500_000)),
        (
            "dates",
            (0..300_000)
                .map(|at| {
                    format!("{{\"type\":\"check_in\",\"date\":\"{}-0{}-1{}\"}}\n", 1900 + at % 300, 1 + at % 9, at % 10)
                })
                .collect::<Vec<_>>()
                .concat(),
        ),
    ];
    for (name, text) in logs {
        fs::write(folder.path().join(name), text).unwrap();
        answered(folder.path(), &format!("\"$runweave\" log {name} show > shown"), 0);
        answered(folder.path(), &format!("\"$runweave\" plan brief.json --log {name} -o - > shown"), 0);
    }
}

#[test]
fn calendars_and_recordings_made_to_exhaust_are_answered() {
    let folder = folder();
    assert!(run(folder.path(), &["plan", "brief.json"]).status.success());
    let event =
        |lines: &str| format!("BEGIN:VEVENT\r\nDTSTART:20261201T100000Z\r\nDURATION:PT1H\r\n{lines}\r\nEND:VEVENT\r\n");
    let calendar = |events: &str| format!("BEGIN:VCALENDAR\r\n{events}END:VCALENDAR\r\n");
    let calendars = [
        ("secondly", calendar(&event("RRULE:FREQ=SECONDLY")), 0),
        ("hourly", calendar(&event("RRULE:FREQ=HOURLY;COUNT=4000000000").repeat(2_000)), 1),
        ("never", calendar(&event("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30").repeat(5_000)), 2),
        ("dates", calendar(&event(&format!("RDATE:{}", vec!["20261202T100000Z"; 300_000].join(",")))), 0),
        ("too-many-dates", calendar(&event(&format!("RDATE:{}", vec!["20261202T100000Z"; 1_100_000].join(",")))), 2),
        ("events", calendar(&event("").repeat(40_000)), 0),
        ("too-many-events", calendar(&event("").repeat(150_000)), 2),
        ("nested", "BEGIN:VCALENDAR\r\n".repeat(300_000), 0),
        ("nested-events", format!("BEGIN:VCALENDAR\r\n{}", "BEGIN:VEVENT\r\n".repeat(300_000)), 0),
        ("folded", calendar(&event(&format!("SUMMARY:{}", "a\r\n ".repeat(1_000_000)))), 0),
        ("far", calendar(&event("RRULE:FREQ=DAILY").replace("2026", "0001")), 0),
        ("long", calendar(&event("").replace("PT1H", "P99999999W")), 0),
        ("none", "x".repeat(50_000_000), 2),
    ];
    for (name, text, status) in calendars {
        fs::write(folder.path().join(name), text).unwrap();
        answered(folder.path(), &format!("\"$runweave\" plan brief.json -o out --busy {name} > shown"), status);
    }
    let laughs: String =
        (0..30).map(|at| format!("<!ENTITY a{} \"&a{at};&a{at};&a{at};\">", at + 1)).collect::<Vec<_>>().concat();
    let recordings: [(&str, Vec<u8>); 6] = [
        ("laughs", format!("<!DOCTYPE gpx [<!ENTITY a0 \"ha\">{laughs}]><gpx>&a30;</gpx>").into()),
        ("loop", b"<!DOCTYPE gpx [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]><gpx>&a;</gpx>".to_vec()),
        ("deep", "<gpx>".repeat(1_000_000).into()),
        (
            "attributes",
            format!("<gpx {}/>", (0..200_000).map(|at| format!("a{at}=\"\" ")).collect::<Vec<_>>().concat()).into(),
        ),
        ("points", format!("<gpx><trk><trkseg>{}", "<trkpt/>".repeat(2_000_000)).into()),
        ("fit", [&b"\x0c\x20\0\0\xff\xff\xff\xff.FIT"[..], &[0x40, 0, 0, 18, 0, 0][..], &vec![0; 20_000_000]].concat()),
    ];
    for (name, bytes) in recordings {
        fs::write(folder.path().join(name), bytes).unwrap();
        answered(folder.path(), &format!("\"$runweave\" log log.jsonl import {name}"), 2);
    }
}
