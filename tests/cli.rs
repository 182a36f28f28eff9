//! What a person meets at the prompt: messages, exit statuses, and which stream says what.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

const BRIEF: &str = r#"{
  "athlete": { "goal": "general_fitness", "running_level": "intermediate" },
  "block": { "start": "2026-11-30", "weeks": 1, "timezone": "Europe/Berlin" },
  "sessions": [{ "name": "Squats", "day": "mon", "start": "18:00", "minutes": 60, "kind": "strength", "focus": "lower", "effort": "heavy" }],
  "running": { "current_weekly_minutes": 60, "longest_recent_minutes": 30, "runs_per_week": 2 },
  "availability": { "wed": ["06:00-08:00"], "sat": ["08:00-12:00"] }
}"#;

/// How a command ended: its exit status and what it wrote to standard output and standard error.
#[derive(Debug)]
struct Ended(i32, String, String);

/// Runs the program in a folder with this standard input.
fn run_in(folder: &Path, args: &[impl AsRef<OsStr>], input: &str) -> Ended {
    let mut child = Command::new(env!("CARGO_BIN_EXE_runweave"))
        .args(args)
        .current_dir(folder)
        .env("SOURCE_DATE_EPOCH", "1796083200")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that stops before it has read everything closes the pipe.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let done = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ended(done.status.code().unwrap(), text(done.stdout), text(done.stderr))
}

/// A folder with a brief in it.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("brief.json"), BRIEF).unwrap();
    folder
}

/// A folder with a brief and its plan in it.
fn planned() -> tempfile::TempDir {
    let folder = folder();
    assert_eq!(run_in(folder.path(), &["plan", "brief.json"], "").0, 0);
    folder
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = entries.collect();
    names.sort();
    names
}

/// Refused: exit status 2, not a word on standard output, and this on standard error.
#[track_caller]
fn refused(folder: &Path, args: &[&str], told: &str) {
    let Ended(code, out, err) = run_in(folder, args, "");
    assert_eq!((code, out.as_str(), err.as_str()), (2, "", told), "{args:?}");
}

#[test]
fn a_file_that_is_not_there_is_told_with_one_that_is() {
    let folder = folder();
    refused(
        folder.path(),
        &["plan", "breif.json"],
        "error: cannot read `breif.json`: no such file or directory\n\nhint: did you mean `brief.json`?\n",
    );
    refused(
        folder.path(),
        &["check", "nowhere/x.json"],
        "error: cannot read `nowhere/x.json`: no such file or directory\n\n\
         hint: `runweave init` writes a brief to start from\n",
    );
}

#[test]
fn a_folder_is_not_a_file_and_a_file_not_a_folder() {
    let folder = folder();
    refused(
        folder.path(),
        &["plan", "."],
        "error: cannot read `.`: is a directory\n\nhint: name the file in it, such as `./brief.json`\n",
    );
    refused(
        folder.path(),
        &["plan", "brief.json", "-o", "brief.json"],
        "error: cannot write into `brief.json`: file exists\n\n\
         hint: this has to be a folder that you may write to; `-o DIR` names another\n",
    );
    assert_eq!(fs::read_to_string(folder.path().join("brief.json")).unwrap(), BRIEF);
}

#[test]
fn what_cannot_be_written_whole_is_not_begun() {
    let folder = folder();
    fs::create_dir(folder.path().join("plan.ics")).unwrap();
    refused(
        folder.path(),
        &["plan", "brief.json", "-o", "."],
        "error: cannot write `./plan.ics`: it is a directory\n\n\
         hint: nothing was written; `-o DIR` writes somewhere else\n",
    );
    assert_eq!(names(folder.path()), ["brief.json", "plan.ics"]);
}

#[test]
fn what_is_not_a_plan_is_not_shown() {
    let folder = folder();
    refused(
        folder.path(),
        &["show", "brief.json"],
        "error: `brief.json` is not a plan but a brief\n\nhint: `runweave plan brief.json` plans it\n",
    );
    fs::write(folder.path().join("x.json"), "{}").unwrap();
    refused(
        folder.path(),
        &["show", "x.json"],
        "error: `x.json` is not a plan: missing field `format` at line 1 column 2\n\n\
         hint: a plan is the plan.json that `runweave plan` writes\n",
    );
    fs::write(folder.path().join("old.json"), r#"{"format":"runweave-plan/9","weeks":[]}"#).unwrap();
    for command in ["show", "check"] {
        refused(
            folder.path(),
            &[command, "old.json"],
            "error: `old.json` has the format `runweave-plan/9`\n\nhint: this version reads `runweave-plan/1`\n",
        );
    }
}

#[test]
fn a_plan_edited_out_of_shape_is_told_by_line() {
    let folder = planned();
    let plan = fs::read_to_string(folder.path().join("plan.json")).unwrap();
    fs::write(folder.path().join("plan.json"), plan.replace("T18:00", "T18:00:00")).unwrap();
    let Ended(code, out, err) = run_in(folder.path(), &["check", "plan.json"], "");
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("`2026-11-30T18:00:00` is not a local time such as `2026-11-30T18:00`"), "{err}");
}

#[test]
fn arguments_that_mean_nothing_are_told_with_the_usage() {
    let folder = folder();
    for (args, told) in [
        (&["plan", "brief.json", "--seed", "-1"][..], "error: unexpected argument '-1' found"),
        (&["plan", "brief.json", "--seed", "x"], "error: invalid value 'x' for '--seed <N>'"),
        (&["plam", "brief.json"], "error: unrecognized subcommand 'plam'"),
        (&["show", "plan.json", "--week", "0x1"], "error: invalid value '0x1' for '--week <N>'"),
        (
            &["show", "--today", "plan.json"],
            "error: invalid value 'plan.json' for '--today [<DATE>]': expected a date such as `2026-11-30`; the plan goes in front",
        ),
        (&["plan"], "error: the following required arguments were not provided"),
        (&["schema", "plans"], "error: invalid value 'plans' for '<FORMAT>'"),
        (&["man", "plam"], "error: there is no command `plam`\n\nhint: did you mean `plan`?"),
        (&["rules", "no_overlp"], "error: there is no rule `no_overlp`\n\nhint: did you mean `no_overlap`?"),
    ] {
        let Ended(code, out, err) = run_in(folder.path(), args, "");
        assert_eq!((code, out.as_str()), (2, ""), "{args:?}");
        assert!(err.starts_with(told), "{args:?}: {err}");
    }
}

#[test]
fn a_week_for_which_no_run_was_planned_says_why() {
    let folder = folder();
    let flagged = BRIEF.replace(
        r#""timezone": "Europe/Berlin" }"#,
        r#""timezone": "Europe/Berlin" }, "readiness": { "date": "2026-11-29", "signs": ["chest_pain"] }"#,
    );
    fs::write(folder.path().join("brief.json"), flagged).unwrap();
    run_in(folder.path(), &["plan", "brief.json"], "");
    for week in ["w01", "W1"] {
        let Ended(code, out, err) = run_in(folder.path(), &["why", "plan.json", week], "");
        assert_eq!((code, err.as_str()), (0, ""));
        assert!(out.starts_with("Week 1, 30 November to 6 December 2026: no run was planned.\n"), "{out}");
        assert!(out.contains("  - No runs: discomfort of chest"), "{out}");
    }
    let Ended(_, out, _) = run_in(folder.path(), &["why", "plan.json", "w01", "--format", "json"], "");
    let notes = serde_json::from_str::<serde_json::Value>(&out).unwrap()["notes"][0].to_string();
    assert!(notes.contains("No runs: discomfort"), "{notes}");
    refused(
        folder.path(),
        &["why", "plan.json", "w01", "--not", "thu"],
        "error: no run was planned for `w01`\n\nhint: without `--not` the reason is given; name a run of another week\n",
    );
}

#[test]
fn an_hour_that_is_asked_about_is_read_as_a_person_writes_it() {
    let folder = folder();
    let with_a_long_run = BRIEF
        .replace(
            r#""current_weekly_minutes": 60, "longest_recent_minutes": 30, "runs_per_week": 2"#,
            r#""current_weekly_minutes": 90, "longest_recent_minutes": 45, "runs_per_week": 3"#,
        )
        .replace(
            r#""sat": ["08:00-12:00"]"#,
            r#""thu": ["06:00-08:00"], "sat": ["08:00-12:00"], "sun": ["08:00-12:00"]"#,
        );
    fs::write(folder.path().join("brief.json"), with_a_long_run).unwrap();
    assert_eq!(run_in(folder.path(), &["plan", "brief.json"], "").0, 0);
    let asked = |place: &str| run_in(folder.path(), &["why", "plan.json", "long", "--not", place], "");
    let Ended(code, out, err) = asked("sat 08:00");
    assert_eq!((code, err.as_str()), (0, ""));
    for place in ["sat 8am", "Saturday 8", "sat  8 a.m.", "2026-12-05 8:00"] {
        assert_eq!(asked(place).1, out, "{place}");
    }
}

#[test]
fn minutes_that_do_not_go_together_are_told_with_the_plan_as_with_the_check() {
    let folder = folder();
    let odd = BRIEF.replace(r#""current_weekly_minutes": 60"#, r#""current_weekly_minutes": 0"#);
    fs::write(folder.path().join("brief.json"), odd).unwrap();
    let doubt = "A longest run of 30 minutes in the last 30 days does not fit 0 minutes a week";
    for args in [["check", "brief.json"], ["plan", "brief.json"]] {
        let out = run_in(folder.path(), &args, "").1;
        assert!(out.split_whitespace().collect::<Vec<_>>().join(" ").contains(doubt), "{out}");
    }
}

#[test]
fn a_week_that_the_plan_lacks_is_told_with_those_it_has() {
    let folder = planned();
    refused(
        folder.path(),
        &["show", "plan.json", "--week", "3"],
        "error: the plan has no week 3\n\nhint: it has only week 1\n",
    );
    refused(
        folder.path(),
        &["show", "plan.json", "--today", "2027-01-01"],
        "error: 1 January 2027 lies outside the plan\n\nhint: it runs from 30 November to 6 December 2026\n",
    );
}

#[test]
fn standard_input_is_a_file_like_any_other() {
    let folder = planned();
    let plan = fs::read_to_string(folder.path().join("plan.json")).unwrap();
    let shown = run_in(folder.path(), &["show", "plan.json"], "");
    assert_eq!(run_in(folder.path(), &["show", "-"], &plan).1, shown.1);
    assert_eq!(run_in(folder.path(), &["check", "-"], &plan).0, 0);
    let Ended(code, _, err) = run_in(folder.path(), &["check", "-"], "{");
    assert!(code == 2 && err.contains("--> standard input:1:1"), "{err}");
    for args in [&["show", "-"][..], &["why", "-", "long"], &["diff", "-", "plan.json"]] {
        let Ended(code, _, err) = run_in(folder.path(), args, BRIEF);
        let told = "error: standard input is not a plan but a brief\n\nhint: `runweave plan -` plans it\n";
        assert_eq!((code, err.as_str()), (2, told), "{args:?}");
    }
    let elsewhere = tempfile::tempdir().unwrap();
    assert_eq!(run_in(elsewhere.path(), &["plan", "-"], BRIEF).0, 0);
    assert_eq!(names(elsewhere.path()), ["plan.html", "plan.ics", "plan.json"]);
}

#[test]
fn a_plan_can_go_through_a_pipe_and_leave_no_file() {
    let folder = folder();
    let Ended(code, out, err) = run_in(folder.path(), &["plan", "brief.json", "-o", "-"], "");
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(serde_json::from_str::<serde_json::Value>(&out).unwrap()["format"], "runweave-plan/1");
    assert_eq!(names(folder.path()), ["brief.json"]);
}

#[test]
fn data_goes_to_standard_output_and_all_else_to_standard_error() {
    let folder = folder();
    for args in [
        &["plan", "brief.json", "--format", "json"][..],
        &["check", "plan.json", "--format", "json"],
        &["check", "brief.json", "--format", "json"],
        &["show", "plan.json", "--format", "json"],
        &["rules", "--format", "json"],
        &["rules", "no_overlap", "--format", "json"],
        &["schema", "brief"],
        &["schema", "plan"],
        &["schema", "log"],
    ] {
        let Ended(code, out, _) = run_in(folder.path(), args, "");
        assert_eq!(code, 0, "{args:?}");
        serde_json::from_str::<serde_json::Value>(&out).unwrap();
    }
    let Ended(_, out, err) = run_in(folder.path(), &["plan", "brief.json"], "");
    assert!(out.contains("Week 1") && err.starts_with("Wrote "), "{out}\n{err}");
}

#[test]
fn a_pipe_that_closes_early_is_no_error() {
    let folder = planned();
    let script = format!("'{}' show plan.json | true; exit ${{PIPESTATUS[0]}}", env!("CARGO_BIN_EXE_runweave"));
    let done = Command::new("bash").args(["-c", &script]).current_dir(folder.path()).output().unwrap();
    assert!(done.status.success() && done.stderr.is_empty(), "{done:?}");
}

#[test]
fn a_block_that_holds_no_run_is_written_and_is_no_success() {
    let folder = folder();
    let none = BRIEF.replace(r#""wed": ["06:00-08:00"], "sat": ["08:00-12:00"]"#, r#""wed": []"#);
    fs::write(folder.path().join("brief.json"), none).unwrap();
    let Ended(code, out, _) = run_in(folder.path(), &["plan", "brief.json"], "");
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("left out"), "{out}");
    assert_eq!(names(folder.path()), ["brief.json", "plan.html", "plan.ics", "plan.json"]);
}

#[test]
fn a_race_under_a_red_flag_keeps_its_day_and_says_before_all_else_not_to_run_it() {
    let folder = folder();
    let flagged = BRIEF.replace(
        r#""timezone": "Europe/Berlin" }"#,
        r#""timezone": "Europe/Berlin", "event": { "name": "City run", "date": "2026-12-06", "distance_km": 10 } },
           "readiness": { "date": "2026-11-29", "signs": ["chest_pain"] }"#,
    );
    fs::write(folder.path().join("brief.json"), flagged).unwrap();
    let Ended(code, out, _) = run_in(folder.path(), &["plan", "brief.json"], "");
    assert_eq!(code, 1, "{out}");
    assert!(out.starts_with("! No runs: discomfort of chest"), "{out}");
    assert!(out.contains("City run") && out.contains("No run placed, none left out."), "{out}");
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    let calendar = read("plan.ics").replace("\r\n ", "");
    let (_, race) = calendar.split_once("SUMMARY:City run").unwrap();
    assert!(race.starts_with("\r\nDESCRIPTION:No runs: discomfort of chest"), "{race}");
    assert!(!race.contains("zone") && !race.contains("/km") && !race.contains("VALARM"), "{race}");
    let page = read("plan.html");
    let (warned, shown) = (page.find("No runs: discomfort"), page.find("The block at a glance"));
    assert!(warned.is_some() && warned < shown);
    let Ended(_, why, _) = run_in(folder.path(), &["why", "plan.json", "w01-race"], "");
    assert!(why.contains("No runs: discomfort") && !why.contains("Nothing speaks against"), "{why}");
}

#[test]
fn a_calendar_can_be_kept_to_the_runs() {
    let folder = folder();
    let calendar = |args: &[&str]| {
        assert_eq!(run_in(folder.path(), args, "").0, 0);
        fs::read_to_string(folder.path().join("plan.ics")).unwrap()
    };
    assert!(calendar(&["plan", "brief.json"]).contains("SUMMARY:Squats"));
    let runs = calendar(&["plan", "brief.json", "--only", "runs"]);
    assert!(runs.contains("CATEGORIES:Running") && !runs.contains("SUMMARY:Squats"), "{runs}");
}

#[test]
fn names_cannot_act_on_the_terminal() {
    let folder = folder();
    let hostile = "\u{1b}[2J\u{202e}x\u{9b}31m";
    let brief = BRIEF.replace("Squats", "\\u001b[2J\\u202eSquats\\u009b31m");
    fs::write(folder.path().join("brief.json"), brief).unwrap();
    let acts = |text: &str| {
        text.chars().any(|letter| letter.is_control() && letter != '\n' || matches!(letter, '\u{202a}'..='\u{202e}'))
    };
    for args in [
        &["plan", "brief.json"][..],
        &["show", "plan.json"],
        &["check", "plan.json"],
        &["show", hostile],
        &["why", hostile, "long"],
        &["plan", "brief.json", "--seed", hostile],
        &[hostile],
        &["rules", hostile],
        &["man", hostile],
        &["plan", "brief.json", "-o", hostile],
    ] {
        let Ended(_, out, err) = run_in(folder.path(), args, "");
        assert!(!acts(&out) && !acts(&err), "{args:?}\n{out:?}\n{err:?}");
    }
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text_is_taken_where_it_names_a_file_and_refused_elsewhere() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = folder();
    let odd = OsStr::from_bytes(b"caf\xe9.json");
    fs::write(folder.path().join(odd), BRIEF).unwrap();
    assert_eq!(run_in(folder.path(), &[OsStr::new("check"), odd], "").0, 0);
    let Ended(code, out, err) = run_in(folder.path(), &[OsStr::new("rules"), odd], "");
    assert!(code == 2 && out.is_empty() && err.starts_with("error: invalid UTF-8"), "{err}");
}

const INIT: [&str; 15] = [
    "init",
    "--session",
    "Mon 18:00 squats 75 min heavy",
    "--session",
    "sun 9:00 yoga",
    "--goal",
    "fitness",
    "--running-level",
    "intermediate",
    "--weekly-minutes",
    "1h20",
    "--free",
    "weekdays 6-8am",
    "--timezone",
    "Europe/Berlin",
];

#[test]
fn a_brief_is_written_from_flags_alone_and_can_be_planned() {
    let folder = tempfile::tempdir().unwrap();
    let Ended(code, out, err) = run_in(folder.path(), &INIT, "");
    assert_eq!((code, out.as_str()), (0, ""), "{err}");
    assert!(err.contains("Mon  18:00  Squats   75 min  legs, heavy"), "{err}");
    assert!(err.contains("Runs may take place Mon-Fri 06:00-08:00."), "{err}");
    assert!(err.ends_with("Wrote brief.json.\nNext: runweave plan brief.json\n"), "{err}");
    assert_eq!(run_in(folder.path(), &["check", "brief.json"], "").0, 0);
    assert_eq!(names(folder.path()), ["brief.json"]);

    let planned: Vec<&str> = INIT.iter().copied().chain(["--plan", "other.json"]).collect();
    let Ended(code, out, err) = run_in(folder.path(), &planned, "");
    let first_week_alone = out.contains("Week 1:") && !out.contains("Week 2:");
    assert!(code == 0 && first_week_alone && err.contains("All weeks: runweave show plan.json"), "{out}\n{err}");
    assert_eq!(names(folder.path()), ["brief.json", "other.json", "plan.html", "plan.ics", "plan.json"]);
}

#[test]
fn a_brief_that_is_there_is_not_written_over_unless_that_is_meant() {
    let folder = folder();
    let Ended(code, _, err) = run_in(folder.path(), &INIT, "");
    let told = "error: `brief.json` is there already\n\nhint: `--force` writes over it, or name another file\n";
    assert_eq!((code, err.as_str()), (2, told));
    assert_eq!(fs::read_to_string(folder.path().join("brief.json")).unwrap(), BRIEF);
    let forced: Vec<&str> = INIT.iter().copied().chain(["--force"]).collect();
    assert_eq!(run_in(folder.path(), &forced, "").0, 0);
    assert_ne!(fs::read_to_string(folder.path().join("brief.json")).unwrap(), BRIEF);
}

#[test]
fn a_brief_can_be_printed() {
    let folder = tempfile::tempdir().unwrap();
    let Ended(code, out, _) = run_in(folder.path(), &INIT.iter().copied().chain(["-"]).collect::<Vec<_>>(), "");
    assert_eq!(code, 0);
    assert_eq!(run_in(folder.path(), &["check", "-"], &out).0, 0);
    assert_eq!(names(folder.path()), Vec::<String>::new());
}

#[test]
fn answers_that_are_missing_or_mean_nothing_are_told() {
    let folder = tempfile::tempdir().unwrap();
    refused(
        folder.path(),
        &["init", "--goal", "strength"],
        "error: without questions, these answers are needed too: --session LINE (or --no-sessions), \
         --running-level LEVEL, --weekly-minutes MINUTES\n\n\
         hint: `runweave init --help` explains them; in a terminal, `runweave init` asks\n",
    );
    for (args, told) in [
        (["init", "--session", "gym"], "say the day too, such as `Mon 18:00 squats 75 min heavy`"),
        (["init", "--session", "mon 7:00 easy run"], "runs are what gets planned"),
        (["init", "--goal", "money"], "expected strength, endurance, weight loss or general fitness"),
        (
            ["init", "--start", "2026-12-01"],
            "2026-12-01 is a Tuesday; a block begins on a Monday: 2026-11-30 or 2026-12-07",
        ),
        (["init", "--free", "tuesday"], "say from when to when too, such as `06:00-08:00`"),
        (["init", "--timezone", "Mars"], "expected a time zone such as `Europe/Berlin`"),
    ] {
        let Ended(code, out, err) = run_in(folder.path(), &args, "");
        assert!(code == 2 && out.is_empty() && err.contains(told), "{args:?}: {err}");
    }
    let twice: Vec<&str> = INIT.iter().copied().chain(["--session", "mon 18:30 bench 1h hard"]).collect();
    let Ended(code, _, err) = run_in(folder.path(), &twice, "");
    assert!(code == 2 && err.starts_with("error: `Bench` overlaps `Squats`"), "{err}");
    assert_eq!(names(folder.path()), Vec::<String>::new());
}

#[test]
fn a_clock_that_is_none_stops_every_command() {
    let folder = folder();
    for epoch in ["", "tomorrow", "-1", "253402300800"] {
        let done = Command::new(env!("CARGO_BIN_EXE_runweave"))
            .args(["plan", "brief.json"])
            .current_dir(folder.path())
            .env("SOURCE_DATE_EPOCH", epoch)
            .output()
            .unwrap();
        let said = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(2), "{epoch}: {said}");
        assert!(said.starts_with("error: `SOURCE_DATE_EPOCH` is no moment"), "{said}");
        assert_eq!(names(folder.path()), ["brief.json"]);
    }
}
