//! The examples in `plans/`: what they must satisfy, read from their plan.json alone, and that they stay as published.
//!
//! `UPDATE=1 cargo test --test plans` writes them anew.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, TimeZone};
use runweave::model::Zone;
use serde_json::Value;

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const FILES: [&str; 4] = ["plan.json", "plan.html", "plan.ics", "plan.txt"];

struct Example {
    name: String,
    brief: Value,
    plan: Value,
    made: PathBuf,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Whether what is published is to be written anew.
fn updating() -> bool {
    std::env::var("UPDATE").is_ok_and(|wish| wish == "1")
}

fn runweave(arguments: &[&str], environment: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_runweave"));
    command.args(arguments).env("SOURCE_DATE_EPOCH", "1795363200").env("COLUMNS", "100");
    command.envs(environment.iter().copied()).output().unwrap()
}

/// Plans an example into a folder of its own and returns the folder; the terminal's words are in `plan.txt`.
fn planned(name: &str, folder: &str, more: &[&str], environment: &[(&str, &str)]) -> PathBuf {
    let made = Path::new(env!("CARGO_TARGET_TMPDIR")).join("plans").join(folder).join(name);
    let _ = fs::remove_dir_all(&made);
    let brief = root().join("plans").join(name).join("brief.json");
    let mut arguments = vec!["plan", brief.to_str().unwrap(), "-o", made.to_str().unwrap()];
    arguments.extend(more);
    let output = runweave(&arguments, environment);
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    fs::write(made.join("plan.txt"), output.stdout).unwrap();
    made
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn examples() -> &'static [Example] {
    static EXAMPLES: OnceLock<Vec<Example>> = OnceLock::new();
    EXAMPLES.get_or_init(|| {
        let folders = fs::read_dir(root().join("plans")).unwrap().map(|entry| entry.unwrap());
        let names: BTreeSet<String> = folders.map(|entry| entry.file_name().into_string().unwrap()).collect();
        names
            .into_iter()
            .map(|name| {
                let made = planned(&name, "as-published", &[], &[]);
                let brief = json(&root().join("plans").join(&name).join("brief.json"));
                Example { brief, plan: json(&made.join("plan.json")), made, name }
            })
            .collect()
    })
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

impl Example {
    fn weeks(&self) -> &[Value] {
        list(&self.plan["weeks"])
    }

    fn runs(&self) -> impl Iterator<Item = &Value> {
        self.weeks().iter().flat_map(|week| list(&week["sessions"])).filter(|session| session["kind"] == "run")
    }

    fn first_day(&self) -> NaiveDate {
        text(&self.brief["block"]["start"]).parse().unwrap()
    }

    fn moment(&self, local: NaiveDateTime) -> DateTime<Zone> {
        let zone: Zone = text(&self.plan["timezone"]).parse().unwrap();
        zone.from_local_datetime(&local).earliest().unwrap()
    }

    /// When a session or run of the plan starts and ends.
    fn span(&self, session: &Value) -> (DateTime<Zone>, DateTime<Zone>) {
        let start = self.moment(format!("{}:00", text(&session["start"])).parse().unwrap());
        (start, start + Duration::minutes(session["minutes"].as_i64().unwrap()))
    }

    /// The fixed week as the brief has it, laid out over weeks, from 1: name, start and minutes of each session.
    fn fixed(&self, weeks: std::ops::RangeInclusive<i64>) -> Vec<(NaiveDateTime, &Value)> {
        let inside = 1..=self.brief["block"]["weeks"].as_i64().unwrap();
        let mut fixed = Vec::new();
        for week in weeks {
            for (index, session) in list(&self.brief["sessions"]).iter().enumerate() {
                // A movable session stands where the plan says, on one of the places that the brief names.
                let seated = list(&self.plan["movable"]).iter().find(|seated| seated["session"] == index + 1);
                let stands = seated.map_or(session, |seated| &seated["stands"]);
                assert!(session.get("movable").is_none_or(|places| places.get(text(&stands["day"])).is_some()));
                let weekday = DAYS.iter().position(|day| *day == stands["day"]).unwrap() as i64;
                let date = self.first_day() + Duration::days((week - 1) * 7 + weekday);
                let skips = &session["every"];
                let skipped = list(&skips["skip_weeks"]).contains(&week.into())
                    || list(&skips["skip_dates"]).contains(&date.to_string().into())
                    || skips["weeks"] == "odd" && week % 2 == 0
                    || skips["weeks"] == "even" && week % 2 == 1;
                if !(skipped && inside.contains(&week)) {
                    fixed.push((date.and_time(text(&stands["start"]).parse().unwrap()), session));
                }
            }
        }
        fixed.sort_by_key(|(start, _)| *start);
        fixed
    }
}

fn is_heavy_legs(session: &Value) -> bool {
    let heavy = session["effort"] == "heavy" || session["rpe"].as_i64() >= Some(7);
    let unknown = session.get("focus").is_none() || session.get("effort").or(session.get("rpe")).is_none();
    session["kind"] == "strength"
        && (unknown || heavy && (session["focus"] == "lower" || session["focus"] == "full_body"))
}

#[test]
fn every_example_is_as_it_was_published() {
    let update = updating();
    let mut changed = Vec::new();
    for example in examples() {
        for file in FILES {
            let (made, published) = (example.made.join(file), root().join("plans").join(&example.name).join(file));
            if update {
                fs::copy(made, published).unwrap();
            } else if fs::read(made).ok() != fs::read(&published).ok() {
                changed.push(format!("{}/{file}", example.name));
            }
        }
    }
    assert!(changed.is_empty(), "changed: {}; if that is meant: UPDATE=1 cargo test --test plans", changed.join(", "));
}

#[test]
fn every_example_breaks_no_must_and_is_proven() {
    for example in examples() {
        let score = &example.plan["score"];
        assert_eq!((&score["must"], &score["proven"]), (&0.into(), &true.into()), "{}", example.name);
    }
}

#[test]
fn the_fixed_week_stands_in_every_week_as_it_was_written() {
    for example in examples() {
        let planned: Vec<(NaiveDateTime, &str, i64)> = example
            .weeks()
            .iter()
            .flat_map(|week| list(&week["sessions"]))
            .filter(|session| session["kind"] != "run" || session["run"]["own"] == true)
            .map(|session| {
                let start = format!("{}:00", text(&session["start"])).parse().unwrap();
                (start, text(&session["name"]), session["minutes"].as_i64().unwrap())
            })
            .collect();
        let written: Vec<(NaiveDateTime, &str, i64)> = example
            .fixed(1..=example.weeks().len() as i64)
            .into_iter()
            .map(|(start, session)| (start, text(&session["name"]), session["minutes"].as_i64().unwrap()))
            .collect();
        assert_eq!(planned, written, "{}", example.name);
    }
}

#[test]
fn every_run_says_why_what_to_do_and_what_else_on_a_tired_day() {
    for example in examples() {
        for run in example.runs() {
            let what = format!("{} {}", example.name, run["id"]);
            assert!(!list(&run["why"]).is_empty(), "{what}: no reason");
            assert!(
                list(&run["why"]).iter().all(|why| text(&why["text"]).ends_with('.')),
                "{what}: a reason is no sentence"
            );
            if run["run"]["type"] == "race" {
                continue;
            }
            assert!(!text(&run["if_tired"]).is_empty(), "{what}: no easier option");
            let steps = list(&run["run"]["steps"]);
            let minutes: f64 =
                steps.iter().map(|step| step["minutes"].as_f64().unwrap() * step["repeat"].as_f64().unwrap()).sum();
            let whole = run["minutes"].as_f64().unwrap();
            assert!((minutes - whole).abs() < 0.01, "{what}: steps of {minutes} min in a run of {whole} min");
        }
    }
}

#[test]
fn every_run_left_out_says_why_for_each_day() {
    let mut left_out = 0;
    for example in examples() {
        for run in example.weeks().iter().flat_map(|week| list(&week["unplaced"])) {
            left_out += 1;
            let days: BTreeSet<&str> = list(&run["why"]).iter().map(|why| text(&why["day"])).collect();
            assert_eq!(days, BTreeSet::from(DAYS), "{} {}", example.name, run["id"]);
        }
    }
    assert!(left_out > 0, "no example shows a run that is left out");
}

#[test]
fn no_run_stands_on_the_day_of_heavy_legs_or_in_the_hours_after() {
    for example in examples() {
        let level = ["beginner", "intermediate", "advanced"]
            .iter()
            .position(|level| *level == example.brief["athlete"]["running_level"])
            .unwrap();
        // How used the legs are to lifting: not at all, for months, for years.
        let habits = ["beginner", "intermediate", "advanced"];
        let habit = habits.iter().position(|one| *one == example.brief["athlete"]["strength_level"]).unwrap_or(1);
        let before = i64::from(example.brief["before"]["sessions"].is_array());
        let weeks = example.weeks().len() as i64;
        for (start, session) in example.fixed(before..=weeks).into_iter().filter(|(_, session)| is_heavy_legs(session))
        {
            let start = example.moment(start);
            let end = start + Duration::minutes(session["minutes"].as_i64().unwrap());
            for run in example.runs().filter(|run| run["run"]["type"] != "race") {
                let (from, _) = example.span(run);
                let hours = match text(&run["run"]["class"]) {
                    "quality" => [[44, 44, 44], [44, 20, 20], [44, 20, 20]],
                    "long" => [[44, 36, 36], [36, 20, 20], [24, 20, 12]],
                    _ => [[24, 20, 20], [20, 12, 12], [20, 12, 12]],
                }[habit][level];
                let soon = from > start && from < end + Duration::hours(hours);
                let same_day = from > start && from.date_naive() <= end.date_naive();
                assert!(!soon && !same_day, "{}: {} too soon after {start}", example.name, run["id"]);
            }
        }
    }
}

#[test]
fn check_finds_the_score_that_the_plan_says() {
    for example in examples() {
        let path = example.made.join("plan.json");
        let output = runweave(&["check", path.to_str().unwrap(), "--format", "json"], &[]);
        assert!(output.status.success(), "{}: {}", example.name, String::from_utf8_lossy(&output.stderr));
        let found: Value = serde_json::from_slice(&output.stdout).unwrap();
        for key in ["must", "points", "unplaced", "proven", "gap", "by_rule"] {
            assert_eq!(found["score"][key], example.plan["score"][key], "{} {key}", example.name);
        }
    }
}

/// Machines unlike one another: zone, language and how many threads plan together.
const MACHINES: [&[(&str, &str)]; 3] = [
    &[("TZ", "Pacific/Auckland"), ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8"), ("RAYON_NUM_THREADS", "1")],
    &[("TZ", "America/St_Johns"), ("LANG", "C"), ("LC_ALL", "C"), ("RAYON_NUM_THREADS", "2")],
    &[("TZ", ":/nowhere"), ("LANG", "ar_EG.UTF-8"), ("LC_ALL", "ar_EG.UTF-8"), ("RAYON_NUM_THREADS", "8")],
];

#[test]
fn another_machine_gives_the_same_bytes() {
    for (example, machine) in examples().iter().zip(MACHINES.iter().cycle()) {
        let there = planned(&example.name, "elsewhere", &[], machine);
        for file in FILES {
            let (here, there) = (fs::read(example.made.join(file)).unwrap(), fs::read(there.join(file)).unwrap());
            assert!(here == there, "{}/{file} differs with {machine:?}", example.name);
        }
    }
}

#[test]
fn another_seed_changes_workouts_and_nothing_else() {
    let plan =
        |seed: &str| json(&planned("night-shift", &format!("seed-{seed}"), &["--seed", seed], &[]).join("plan.json"));
    let runs = |plan: &Value, key: fn(&Value) -> Value| -> Vec<Value> {
        let sessions = list(&plan["weeks"]).iter().flat_map(|week| list(&week["sessions"]));
        sessions.filter(|session| session["kind"] == "run").map(key).collect()
    };
    let place = |run: &Value| serde_json::json!([run["id"], run["start"], run["minutes"], run["run"]["class"]]);
    let workout = |run: &Value| run["run"]["workout"].clone();
    let (one, other) = (plan("1"), plan("7"));
    assert_eq!(runs(&one, place), runs(&other, place));
    assert_ne!(runs(&one, workout), runs(&other, workout));
}

#[test]
fn the_week_of_the_readme_is_a_week_of_the_example() {
    let path = root().join("README.md");
    let readme = fs::read_to_string(&path).unwrap();
    let (before, rest) = readme.split_once("```text\n").expect("a block of text");
    let (shown, after) = rest.split_once("```").unwrap();
    let example = examples().iter().find(|example| example.name == "upper-lower").unwrap();
    let plan = fs::read_to_string(example.made.join("plan.txt")).unwrap();
    let week = format!("{}\n", plan.split("\n\n").find(|part| part.starts_with("Week 2:")).unwrap());
    if updating() {
        fs::write(path, format!("{before}```text\n{week}```{after}")).unwrap();
    } else {
        assert_eq!(shown, week);
    }
}

#[test]
fn the_brief_of_the_readme_can_be_planned() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let (_, rest) = readme.split_once("```json\n").expect("a block of JSON");
    let (brief, _) = rest.split_once("```").unwrap();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("plans/readme");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("brief.json");
    fs::write(&path, brief).unwrap();
    let output = runweave(&["plan", path.to_str().unwrap()], &[]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(FILES[..3].iter().all(|file| folder.join(file).is_file()));
}
