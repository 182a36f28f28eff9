//! Advice: whoever follows it gets the score that was promised.

use std::fs;
use std::path::Path;
use std::process::Command;

use rand::SeedableRng as _;
use rand_xoshiro::Xoshiro256PlusPlus;
use runweave::brief::Brief;
use runweave::schedule::advise;
use serde_json::Value;

use super::conflict::over_full;
use super::{brief, folders, planned, thorough};

/// Whoever writes any of the advice into the brief and plans gets what was promised. Returns how much advice there was.
fn kept(what: &str, before: &Brief) -> usize {
    let Ok(found) = advise(before, &[], 1) else { return 0 };
    for advice in &found.best {
        let score = planned(&brief(&advice.change.brief).unwrap()).score;
        let promised = advice.outlook.score;
        assert_eq!(score.points, i64::from(promised.points), "{what}: {}", advice.change.text);
    }
    found.best.len()
}

#[test]
fn any_advice_followed_gives_exactly_the_promised_score() {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(23);
    let mut helped = 0;
    for number in 0..if thorough() { 200 } else { 6 } {
        let mut source = over_full(&mut rng);
        source["block"]["weeks"] = (1 + number % 6).into();
        let Some(before) = brief(&source) else { continue };
        helped += usize::from(kept(&format!("brief {number}"), &before) > 0);
    }
    assert!(helped > if thorough() { 100 } else { 2 }, "{helped} briefs could be helped");
}

fn runweave(arguments: &[&str], input: &Path) -> Vec<u8> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_runweave"));
    command.args(arguments).arg(input).env("SOURCE_DATE_EPOCH", "1795363200");
    command.output().unwrap().stdout
}

#[test]
fn the_first_advice_for_an_example_written_into_its_brief_and_planned_gives_what_was_promised() {
    let mut helped = 0;
    for folder in folders() {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let found: Value =
            serde_json::from_slice(&runweave(&["advise", "--format", "json"], &folder.join("brief.json"))).unwrap();
        let Some(first) = found["advice"].get(0) else { continue };
        helped += 1;
        let made = Path::new(env!("CARGO_TARGET_TMPDIR")).join("advice").join(&name);
        fs::create_dir_all(&made).unwrap();
        fs::write(made.join("brief.json"), first["brief"].to_string()).unwrap();
        let plan: Value =
            serde_json::from_slice(&runweave(&["plan", "--format", "json"], &made.join("brief.json"))).unwrap();
        assert_eq!(plan["score"]["points"], first["score"]["points"], "{name}: {}", first["text"]);
    }
    assert!(helped > 0, "no example can be helped");
}
