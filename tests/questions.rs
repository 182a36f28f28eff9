//! Why, why not, what cannot stand together and what would help: every answer is checked by solving or by the judge.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod questions {
    mod advice;
    mod conflict;
    mod same_words;
    mod why_not;

    use std::fs;
    use std::path::{Path, PathBuf};

    use runweave::brief::{Brief, Defaults};
    use runweave::plan::{self, Plan};
    use runweave::schedule::{self, Published};
    use serde_json::Value;

    /// The examples that are asked about in every test run.
    const FEW: [&str; 5] = ["back-after-three-weeks", "push-pull-legs", "strength-first", "tight-week", "upper-lower"];

    /// The brief of a value.
    pub(crate) fn brief(source: &Value) -> Option<Brief> {
        Brief::from_value(source, "a brief", Defaults { timezone: runweave::model::Zone::UTC }).ok()
    }

    /// The plan of a brief.
    pub(crate) fn planned(brief: &Brief) -> Plan {
        let published = Published::default();
        let block = schedule::block(brief, &brief.timetable(&[]), 1, &published).unwrap();
        plan::build(brief, &block, &published, &[], 1)
    }

    /// Whether every example and hundreds of briefs are asked about, instead of a few: `RUNWEAVE_THOROUGH=1`, best with `--release`.
    pub(crate) fn thorough() -> bool {
        std::env::var("RUNWEAVE_THOROUGH").is_ok_and(|wish| wish == "1")
    }

    /// The folders of the examples.
    pub(crate) fn folders() -> Vec<PathBuf> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("plans");
        let mut folders: Vec<_> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
        folders.sort();
        if !thorough() {
            folders.retain(|folder| FEW.iter().any(|few| folder.ends_with(few)));
        }
        folders
    }

    /// The briefs of the examples, cut to so many weeks where that still makes a brief.
    pub(crate) fn examples(weeks: u32) -> Vec<(String, Brief)> {
        let read = |folder: &Path| -> Option<(String, Brief)> {
            let text = fs::read(folder.join("brief.json")).ok()?;
            let mut source: Value = serde_json::from_slice(&text).unwrap();
            let name = folder.file_name().unwrap().to_string_lossy().into_owned();
            if source["block"]["weeks"].as_u64() > Some(u64::from(weeks)) {
                source["block"]["weeks"] = weeks.into();
                source["block"].as_object_mut().unwrap().remove("event");
            }
            brief(&source).map(|brief| (name, brief))
        };
        folders().iter().filter_map(|folder| read(folder)).collect()
    }
}
