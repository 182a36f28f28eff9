//! Many briefs in one process: line for line what single runs give, whatever stands between them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use runweave::brief::MAX_BYTES;
use serde_json::{Value, json};

fn start(args: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_runweave"))
        .args(args)
        .env("SOURCE_DATE_EPOCH", "1796083200")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Exit status, the lines of standard output, standard error.
fn run(args: &[&str], input: &[u8]) -> (i32, Vec<String>, String) {
    let mut child = start(args);
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let done = child.wait_with_output().unwrap();
    let _ = writer.join().unwrap();
    let lines = String::from_utf8(done.stdout).unwrap().lines().map(str::to_owned).collect();
    (done.status.code().unwrap(), lines, String::from_utf8(done.stderr).unwrap())
}

/// The examples that are no longer than ten weeks, each in one line.
fn briefs() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("plans");
    let read = |entry: fs::DirEntry| fs::read(entry.path().join("brief.json")).ok();
    let briefs = fs::read_dir(folder).unwrap().filter_map(|entry| read(entry.unwrap()));
    let briefs = briefs.map(|text| serde_json::from_slice::<Value>(&text).unwrap());
    let mut briefs: Vec<String> =
        briefs.filter(|brief| brief["block"]["weeks"].as_u64() <= Some(10)).map(|brief| brief.to_string()).collect();
    briefs.sort();
    briefs
}

/// JSON without the blanks between its parts.
fn compact(text: &str) -> String {
    let (mut inside, mut escaped) = (false, false);
    let keep = |char: &char| {
        let kept = inside || !char.is_whitespace();
        inside ^= *char == '"' && !escaped;
        escaped = inside && *char == '\\' && !escaped;
        kept
    };
    text.chars().filter(keep).collect()
}

#[test]
fn every_line_is_what_a_single_run_prints() {
    let briefs = briefs();
    assert!(briefs.len() >= 6);
    let (code, lines, told) = run(&["batch", "--seed", "7"], briefs.join("\n").as_bytes());
    assert_eq!((code, told.as_str()), (0, &*format!("note: {0} lines: {0} plans\n", briefs.len())));
    for (brief, line) in briefs.iter().zip(&lines) {
        let (code, single, _) = run(&["plan", "-", "-o", "-", "--seed", "7"], brief.as_bytes());
        assert_eq!(code, 0);
        assert_eq!(compact(&single.join("\n")), *line);
    }
    assert_eq!(lines.len(), briefs.len());
}

#[test]
fn a_bad_line_becomes_an_error_on_its_line_and_the_rest_goes_on() {
    let good = briefs().remove(0);
    let hostile = good.replacen("\"goal\"", "\"gaol\"", 1);
    let long = "x".repeat(MAX_BYTES + 7);
    let no_runs = r#"{"athlete":{"goal":"strength","running_level":"beginner"},"block":{"start":"2026-11-30","weeks":1},"sessions":[],"running":{"current_weekly_minutes":60},"availability":{"mon":[]}}"#;
    let input = [good.as_str(), "", "{", &hostile, &long, "\u{0}\u{1b}[31m", no_runs, &good].join("\n").into_bytes();
    let (code, lines, told) = run(&["batch"], &[&input[..], b"\r\n\xff\xfe\n"].concat());
    assert_eq!((code, told.as_str()), (1, "note: 9 lines: 2 plans, 1 plan without any run, 6 errors\n"));
    let answers: Vec<Value> = lines.iter().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), 9);
    for plan in [0, 6, 7] {
        assert_eq!(answers[plan]["format"], "runweave-plan/1");
    }
    let kinds = |line: usize| -> Vec<Value> {
        answers[line]["error"].as_array().unwrap().iter().map(|problem| problem["kind"].clone()).collect()
    };
    assert_eq!(kinds(1), ["empty"]);
    assert_eq!(kinds(2), ["syntax"]);
    assert_eq!(kinds(3), ["missing_key", "unknown_key"]);
    assert_eq!(
        answers[4],
        json!({ "error": [{
            "kind": "too_large",
            "message": "the line has 1048583 bytes",
            "help": "at most 1048576 are read; a brief is a page of text",
        }] })
    );
    assert_eq!(kinds(5), ["syntax"]);
    assert_eq!(kinds(8), ["not_text"]);
    assert_eq!(answers[3]["error"][1]["help"], "did you mean `goal`?");
    assert!(answers[3]["error"][1]["column"].as_u64().is_some());
}

#[test]
fn nothing_in_is_nothing_out() {
    assert_eq!(run(&["batch"], b""), (0, Vec::new(), "note: 0 lines: 0 plans\n".to_owned()));
}

#[test]
fn whoever_waits_for_an_answer_before_the_next_line_gets_it() {
    let mut child = start(&["batch"]);
    let mut stdin = child.stdin.take().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    for brief in briefs().iter().take(3) {
        writeln!(stdin, "{brief}").unwrap();
        assert!(lines.next().unwrap().unwrap().starts_with("{\"format\":\"runweave-plan/1\""));
    }
    drop(stdin);
    assert!(lines.next().is_none());
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_reader_that_has_read_enough_is_no_error() {
    let mut child = start(&["batch"]);
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    // The program is gone at some point; what is written after it fails.
    while writeln!(stdin, "{{}}").is_ok() {}
    let done = child.wait_with_output().unwrap();
    assert_eq!((done.status.code(), done.stderr.as_slice()), (Some(0), &b""[..]));
}
