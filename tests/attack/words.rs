//! Words made to break what they are put into: they come out as text, everywhere.

use std::fs;
use std::path::Path;

use runweave::brief::{Brief, Defaults};
use runweave::plan::Plan;
use serde_json::{Value, json};

use super::program::{command, run};
use super::{files, invariants};

/// Each once broke some program.
const WORDS: &[&str] = &[
    "<script>alert(1)</script>",
    "</title></style><img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    "&lt;b&gt; &amp; &#0; &#x202e;",
    "]]><!--",
    "javascript:alert(1)",
    "Legs\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:no",
    "a\nATTACH:file:///etc/passwd",
    "DTSTART;TZID=x:19990101T000000",
    "a;b,c\\d:e\"f^g\\n",
    "{{ plan }} {% include \"x\" %} ${x} $(id) `id` %s %n {0}",
    "\u{1b}]0;title\u{7}\u{1b}[2J\u{1b}[31mred",
    "\u{9b}31mred\u{9d}0;x\u{9c}",
    "\u{8}\u{8}\u{8}\u{7f}\r over",
    "nul\u{0}in the middle",
    "\u{202e}gnihtemos\u{202c} \u{2066}a\u{2069} \u{200f}",
    "zero\u{200b}width\u{200d}\u{feff}\u{2060}",
    "one\u{2028}two\u{2029}three\u{85}four\u{b}five\u{c}six",
    "🏃🏽‍♀️👨‍👩‍👧‍👦🇩🇪 Z̷̛a̸l̶g̵o̷",
    "ريישה 走る ﷽",
    "=HYPERLINK(\"http://x\",\"y\")",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "-2+3+cmd",
    "../../etc/passwd\\..\\x",
    "'; DROP TABLE runs; --",
    "\u{fffd}\u{fffe}\u{ffff}\u{10ffff}",
    "\u{1d173}\u{e0001}\u{e0041}",
    "                    ",
    "null",
];

/// A word of a length that keeps a line from ending.
fn endless() -> Vec<String> {
    vec!["x".repeat(200), "🏃🏽‍♀️".repeat(40), "a ".repeat(100), "\u{301}".repeat(200)]
}

fn words() -> Vec<String> {
    WORDS.iter().map(|word| (*word).to_owned()).chain(endless()).collect()
}

/// A brief in which a person calls everything by one of the words, each at its hour.
fn brief() -> Value {
    let words = words();
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let session = |(index, word): (usize, &String)| {
        let clock = format!("{:02}:00", 12 + index / 7);
        json!({ "name": word, "day": days[index % 7], "start": clock, "minutes": 10, "kind": "mobility" })
    };
    json!({
        "athlete": { "name": words[0], "goal": "endurance", "running_level": "advanced",
                     "recent_race": { "distance_km": 10, "time": "48:30", "date": "2026-10-04" } },
        "block": { "name": words[7], "start": "2026-11-30", "weeks": 2, "timezone": "Europe/Berlin",
                   "event": { "name": words[12], "date": "2026-12-13", "distance_km": 10 } },
        "sessions": words.iter().enumerate().map(session).collect::<Vec<_>>(),
        "running": { "current_weekly_minutes": 120, "runs_per_week": 4 },
        "availability": { "tue": ["06:00-08:00"], "thu": ["06:00-08:00"], "sat": ["07:00-09:00"] }
    })
}

fn parsed(text: &[u8]) -> Result<Brief, String> {
    Brief::parse(text, "brief.json", Defaults { timezone: runweave::model::Zone::UTC })
        .map_err(|problems| problems.to_string())
}

fn planned(folder: &Path, brief: &Value) -> Plan {
    fs::write(folder.join("brief.json"), brief.to_string()).unwrap();
    let output = run(folder, &["plan", "brief.json"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    quiet("plan", &output);
    Plan::parse(&fs::read(folder.join("plan.json")).unwrap()).unwrap()
}

/// Neither stream acts on a terminal.
fn quiet(what: &str, output: &std::process::Output) {
    for stream in [&output.stdout, &output.stderr] {
        let text = str::from_utf8(stream).unwrap();
        let broken = files::terminal(text);
        assert!(broken.is_empty(), "{what}: {broken:#?}");
    }
}

#[test]
fn a_plan_full_of_hostile_names_is_a_plan() {
    let folder = tempfile::tempdir().unwrap();
    let brief = brief();
    let plan = planned(folder.path(), &brief);
    let checked = parsed(brief.to_string().as_bytes()).unwrap();
    let broken = invariants::broken(&checked, &plan);
    assert!(broken.is_empty(), "{broken:#?}");
    let text = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    assert_eq!(files::calendar(&text("plan.ics"), &plan), Vec::<String>::new());
    assert_eq!(files::page(&text("plan.html")), Vec::<String>::new());
    assert!(text("plan.html").contains("&#60;script&#62;alert(1)"), "the name is there to read");
    for word in words().iter().filter(|word| !word.trim().is_empty()) {
        assert!(plan.fixed().any(|(fixed, _)| fixed.name == word.trim()), "{word:?} is not there");
    }
}

#[test]
fn no_answer_about_such_a_plan_acts_on_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let mut brief = brief();
    planned(folder, &brief);
    fs::rename(folder.join("plan.json"), folder.join("old.json")).unwrap();
    brief["sessions"].as_array_mut().unwrap().remove(12);
    brief["availability"]["sun"] = json!(["07:00-09:00"]);
    planned(folder, &brief);
    let commands: &[&[&str]] = &[
        &["show", "plan.json"],
        &["show", "plan.json", "--format", "json"],
        &["check", "plan.json"],
        &["check", "brief.json"],
        &["check", "plan.json", "--format", "json"],
        &["diff", "old.json", "plan.json"],
        &["diff", "old.json", "plan.json", "--format", "json"],
        &["why", "plan.json", "w01"],
        &["why", "plan.json", "w01-s3"],
        &["why", "plan.json", "w01-s13", "--format", "json"],
        &["replan", "old.json", "--from", "2026-12-07", "--brief", "brief.json", "-o", "again"],
        &["next", "plan.json", "-o", "next"],
    ];
    for arguments in commands {
        let output = run(folder, arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        quiet(&arguments.join(" "), &output);
        if arguments.contains(&"json") {
            serde_json::from_slice::<Value>(&output.stdout).unwrap();
        }
    }
}

#[test]
fn a_log_full_of_hostile_notes_is_shown_as_text() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let lines = words().into_iter().enumerate().flat_map(|(index, word)| {
        [
            json!({ "type": "done", "id": format!("w{index:02}-easy-1"), "note": word }),
            json!({ "type": "missed", "id": word, "note": word }),
            json!({ "type": word }),
            json!({ "type": "done", "id": "w01-long", &word: 1 }),
            json!({ "type": "added", "date": word, "minutes": 30, "kind": word }),
        ]
    });
    let text = lines.map(|line| format!("{line}\n")).collect::<Vec<_>>().concat();
    fs::write(folder.join("log.jsonl"), text).unwrap();
    for format in ["text", "json"] {
        let output = run(folder, &["log", "log.jsonl", "show", "--format", format]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        quiet("log show", &output);
    }
    planned(folder, &brief());
    for arguments in [&["next", "plan.json", "--log", "log.jsonl", "-o", "next"][..], &["log", "log.jsonl", "show"]] {
        quiet(&arguments.join(" "), &run(folder, arguments));
    }
}

#[test]
fn every_message_about_a_hostile_brief_is_text() {
    let brief = brief();
    for word in words().iter().chain([&"y".repeat(10_000)]) {
        let wrong: [(&str, Value); 8] = [
            ("/athlete/goal", json!(word)),
            ("/block/timezone", json!(word)),
            ("/block/start", json!(word)),
            ("/sessions/0/start", json!(word)),
            ("/sessions/0/kind", json!({ word: word })),
            ("/athlete/running_level", json!(word)),
            ("/availability/tue/0", json!(word)),
            ("/availability", json!({ word: [] })),
        ];
        for (place, value) in wrong {
            let mut brief = brief.clone();
            *brief.pointer_mut(place).unwrap() = value;
            for text in [brief.to_string(), format!("{brief:#}")] {
                let told = parsed(text.as_bytes()).unwrap_err();
                assert!(files::terminal(&told).is_empty(), "{place}: {told:?}");
                assert!(told.lines().count() <= 12, "{place} breaks out of its line: {told}");
            }
        }
    }
}

#[test]
fn letters_that_are_none_are_told_or_kept_out() {
    for (text, read) in [
        (r#""\ud800""#, false),
        (r#""\udc00\ud800""#, false),
        (r#""\ud83c\udfc3""#, true),
        (r#""\u0000""#, true),
        (r#""\u001b[31m""#, true),
        ("\"\u{1b}[31m\"", false),
        (r#""\x41""#, false),
    ] {
        let brief = super::program::BRIEF.replace("\"Squats\"", text);
        assert_eq!(parsed(brief.as_bytes()).is_ok(), read, "{text}");
    }
    let told = parsed(b"{ \"athlete\": \"\xff\xfe\" }").unwrap_err();
    assert!(files::terminal(&told).is_empty(), "{told}");
}

#[test]
fn hostile_arguments_are_answered_with_text() {
    let folder = super::program::folder();
    let folder = folder.path();
    assert!(run(folder, &["plan", "brief.json"]).status.success());
    for word in words().iter().filter(|word| !word.contains('\0')) {
        for arguments in [
            &["show", word][..],
            &["why", "plan.json", word],
            &["why", "plan.json", "w01-easy-1", "--not", word],
            &["rules", word],
            &["log", "log.jsonl", "done", word],
            &[word],
        ] {
            let output = command(folder).args(arguments).output().unwrap();
            quiet(&format!("{arguments:?}"), &output);
            assert_ne!(output.status.code(), None, "{arguments:?}");
        }
    }
}
