//! The program, run in a folder.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// A small brief that can be planned.
pub(crate) const BRIEF: &str = r#"{
  "athlete": { "goal": "general_fitness", "running_level": "intermediate" },
  "block": { "start": "2026-11-30", "weeks": 1, "timezone": "Europe/Berlin" },
  "sessions": [{ "name": "Squats", "day": "mon", "start": "18:00", "minutes": 60, "kind": "strength", "focus": "lower", "effort": "heavy" }],
  "running": { "current_weekly_minutes": 60, "longest_recent_minutes": 30, "runs_per_week": 2 },
  "availability": { "wed": ["06:00-08:00"], "sat": ["08:00-12:00"] }
}"#;

/// A folder with [`BRIEF`] in it.
pub(crate) fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("brief.json"), BRIEF).unwrap();
    folder
}

/// The program in a folder, without a terminal.
pub(crate) fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_runweave"));
    command.current_dir(folder).env("SOURCE_DATE_EPOCH", "1796083200").env("COLUMNS", "100").stdin(Stdio::null());
    command
}

/// Runs it with these arguments to its end.
pub(crate) fn run(folder: &Path, arguments: &[impl AsRef<OsStr>]) -> Output {
    command(folder).args(arguments).output().unwrap()
}

/// Runs a line of the shell in a folder, with the program as `$runweave`.
pub(crate) fn shell(folder: &Path, line: &str) -> Output {
    let mut command = Command::new("sh");
    command.args(["-c", line]).current_dir(folder).env("runweave", env!("CARGO_BIN_EXE_runweave"));
    command.env("SOURCE_DATE_EPOCH", "1796083200").stdin(Stdio::null()).output().unwrap()
}

/// What a command wrote to standard error, once it ended with this status and told it as an error.
pub(crate) fn refused(output: &Output, status: i32) -> String {
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(status), "{said}");
    assert!(said.starts_with("error: ") || said.contains("\nerror: "), "{said:?}");
    said
}

/// The names of what lies in a folder.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
