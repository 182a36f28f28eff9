//! A folder, the command line, and what the files in the folder say.

use std::path::PathBuf;
use std::process::{Command, Output};

use super::*;

/// A clock that stands still, and one a day later.
pub(crate) const THEN: &str = "1795000000";
pub(crate) const LATER: &str = "1796300000";
/// A Wednesday in the third week of the block.
pub(crate) const FROM: &str = "2026-12-16";

/// A word of a command line.
pub(crate) type Said<'a> = &'a dyn AsRef<OsStr>;

pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, content: &Value) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, format!("{content:#}")).unwrap();
        path
    }

    pub(crate) fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    pub(crate) fn plan(&self, name: &str) -> Value {
        serde_json::from_str(&self.text(name)).unwrap()
    }
}

pub(crate) fn runweave(clock: &str, arguments: &[Said]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_runweave"));
    command.env("SOURCE_DATE_EPOCH", clock);
    for argument in arguments {
        command.arg(argument);
    }
    command.output().unwrap()
}

pub(crate) fn succeeds(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// A folder with the plan of the usual brief in `block/`.
pub(crate) fn planned() -> Folder {
    planned_as(&brief(), "1")
}

/// A folder with the plan of a brief in `block/`; another seed is another plan.
pub(crate) fn planned_as(brief: &Value, seed: &str) -> Folder {
    let folder = Folder::new();
    let path = folder.write("block/brief.json", brief);
    succeeds(&runweave(THEN, &[&"plan", &path, &"--seed", &seed]));
    folder
}

/// Keeps a plan and its calendar beside the build, where `tests/calendar/check` loads one revision over the other into stores.
pub(crate) fn keep(folder: &Folder, name: &str) {
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join("calendar").join(name);
    fs::create_dir_all(&kept).unwrap();
    for file in ["plan.json", "plan.ics"] {
        fs::copy(folder.path(&format!("block/{file}")), kept.join(file)).unwrap();
    }
}

pub(crate) fn replan(folder: &Folder, clock: &str, more: &[Said]) -> String {
    let plan = folder.path("block/plan.json");
    let mut arguments: Vec<Said> = vec![&"replan", &plan, &"--from", &FROM];
    arguments.extend(more);
    succeeds(&runweave(clock, &arguments))
}

pub(crate) fn entries(plan: &Value) -> Vec<Value> {
    let weeks = plan["weeks"].as_array().unwrap();
    weeks.iter().flat_map(|week| week["sessions"].as_array().unwrap().clone()).collect()
}

pub(crate) fn past(plan: &Value) -> Vec<Value> {
    entries(plan).into_iter().filter(|entry| entry["start"].as_str().unwrap() < FROM).collect()
}

pub(crate) fn musts(folder: &Folder) -> i64 {
    let output = runweave(THEN, &[&"check", &folder.path("block/plan.json"), &"--format", &"json"]);
    serde_json::from_slice::<Value>(&output.stdout).unwrap()["score"]["must"].as_i64().unwrap()
}

/// The events of a calendar file by UID, each with its lines.
pub(crate) fn events(calendar: &str) -> BTreeMap<String, String> {
    let unfolded = calendar.replace("\r\n ", "");
    let events = unfolded.split("BEGIN:VEVENT\r\n").skip(1).map(|event| {
        let event = event.split("END:VEVENT").next().unwrap().to_owned();
        (line(&event, "UID:"), event)
    });
    let all: Vec<(String, String)> = events.collect();
    let by_uid: BTreeMap<String, String> = all.iter().cloned().collect();
    assert_eq!(all.len(), by_uid.len(), "a UID stands twice");
    by_uid
}

pub(crate) fn line(event: &str, name: &str) -> String {
    event.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().to_owned()
}
