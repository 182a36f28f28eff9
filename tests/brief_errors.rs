//! One bad brief a message: what a person reads when it is refused. `UPDATE=1` rewrites the texts.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use runweave::brief::{Brief, Defaults, PROBLEM_KINDS, Problem, Problems};

fn problems(bytes: &[u8], name: &str) -> Problems {
    match Brief::parse(bytes, name, Defaults { timezone: runweave::model::Zone::UTC }) {
        Ok(_) => panic!("{name} is accepted"),
        Err(problems) => problems,
    }
}

/// Every bad brief, in the order of the names.
fn bad_briefs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/errors");
    let files = fs::read_dir(folder).expect("the folder of bad briefs").flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    files.sort();
    files
}

fn kinds(problems: &Problems) -> BTreeSet<&'static str> {
    problems.iter().map(Problem::kind).collect()
}

#[test]
fn every_bad_brief_is_refused_in_these_words() {
    let mut differing = Vec::new();
    for path in bad_briefs() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let told = problems(&fs::read(&path).unwrap(), &name).to_string();
        let golden = path.with_extension("txt");
        if std::env::var("UPDATE").is_ok_and(|wish| wish == "1") {
            fs::write(&golden, &told).unwrap();
        } else if fs::read_to_string(&golden).unwrap_or_default() != told {
            differing.push(format!("{name}\n{told}"));
        }
    }
    assert!(differing.is_empty(), "run with UPDATE=1 if these are better:\n{}", differing.join("\n"));
}

#[test]
fn every_kind_of_problem_has_a_bad_brief_that_is_named_for_it() {
    let mut reached = kinds(&problems(&vec![b' '; 1024 * 1024 + 1], "large.json"));
    for path in bad_briefs() {
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let found = kinds(&problems(&fs::read(&path).unwrap(), "brief.json"));
        let kind = stem.split('-').next().unwrap();
        let about_many = ["several", "hostile"].contains(&kind);
        assert!(about_many || found.contains(kind), "{stem} tells of {found:?}");
        reached.extend(found);
    }
    assert_eq!(reached, PROBLEM_KINDS.iter().copied().collect());
}

#[test]
fn what_is_told_acts_on_no_terminal_and_fits_it() {
    for path in bad_briefs() {
        let told = problems(&fs::read(&path).unwrap(), "\u{1b}[2Jbrief.json").to_string();
        assert!(!told.chars().any(|letter| letter.is_control() && letter != '\n' || letter == '\u{202e}'), "{told}");
        let widest = told.lines().filter(|line| line.contains(" | ")).map(|line| line.chars().count()).max();
        assert!(widest.unwrap_or_default() < 120, "{told}");
    }
}

#[test]
fn a_file_of_nothing_but_brackets_is_refused_at_once() {
    for byte in [b'[', b'{', b'"', b'\\', b'1', b',', 0, 0xff] {
        assert_eq!(problems(&vec![byte; 10_000_000], "brief.json").iter().count(), 1);
        let told = problems(&vec![byte; 1_000_000], "brief.json").to_string();
        assert!(told.len() < 2000, "{told}");
    }
}

#[test]
fn thousands_of_problems_are_counted_and_not_all_written_out() {
    let keys: Vec<String> = (0..20_000).map(|number| format!("\"k{number}\": 1")).collect();
    let told = problems(format!("{{ {} }}", keys.join(", ")).as_bytes(), "brief.json").to_string();
    assert!(told.ends_with("more problems are not shown\n"), "{}", &told[told.len() - 200..]);
    assert!(told.len() < 50_000);
}
