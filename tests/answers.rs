//! One brief and the answers of a body: every plan is compared whole with that of the healthy runner, from plan.json alone.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use runweave::brief::{Brief, Defaults};
use runweave::plan;
use runweave::schedule::{self, Published};
use serde_json::{Value, json};

/// What the person says on the eve of the block, and a sentence that the week it changes has.
const ANSWERS: [(&str, &str, &str); 5] = [
    ("pain 6", r#"{ "pain": 6 }"#, "Pain 6 of 10: no runs until you tell 5 or less"),
    (
        "pain 4",
        r#"{ "pain": 4 }"#,
        "Pain 4 of 10 is held until you tell 2 or less: easy runs only, 40 % less, none on two days in a row.",
    ),
    (
        "sleep of 5 h",
        r#"{ "sleep_hours": 5 }"#,
        "Sleep of 5 h: 15 % less running, hard runs become easy, nothing grows.",
    ),
    (
        "two signs",
        r#"{ "signs": ["persistent_fatigue", "irritability"], "signs_days": 7 }"#,
        "% less running, no quality, deload the lifting too.",
    ),
    ("a red flag", r#"{ "signs": ["chest_pain"] }"#, "Ask a doctor before you run again"),
];

/// Briefs of a runner for each level, with and without a race.
fn briefs() -> Vec<Value> {
    let lift = |name: &str, day: &str, focus: &str| json!({ "name": name, "day": day, "start": "18:00", "minutes": 60, "kind": "strength", "focus": focus, "effort": "heavy" });
    let mut briefs = Vec::new();
    for (goal, level, weekly, longest) in [
        ("general_fitness", "beginner", 80, 30),
        ("endurance", "intermediate", 150, 55),
        ("strength", "advanced", 260, 75),
    ] {
        for race in [false, true] {
            let mut brief = json!({
                "athlete": { "goal": goal, "running_level": level },
                "block": { "start": "2026-11-30", "weeks": 9, "timezone": "UTC" },
                "sessions": [lift("Squats", "mon", "lower"), lift("Bench", "thu", "upper")],
                "availability": {
                    "mon": ["06:30-08:00"], "tue": ["19:00-20:30"], "wed": ["06:30-08:00"], "thu": ["06:30-08:00"],
                    "fri": ["06:30-08:00"], "sat": ["08:00-10:30"], "sun": ["08:00-10:30"],
                },
                "running": { "current_weekly_minutes": weekly, "longest_recent_minutes": longest },
            });
            if race {
                brief["block"]["event"] = json!({ "name": "Race", "date": "2027-01-31", "distance_km": 10 });
            }
            briefs.push(brief);
        }
    }
    briefs
}

/// The weeks of the plan where the person says this, if anything.
fn weeks(brief: &Value, says: Option<&str>) -> Vec<Value> {
    let mut source = brief.clone();
    if let Some(says) = says {
        source["readiness"] = serde_json::from_str(says).unwrap();
        source["readiness"]["date"] = json!("2026-11-29");
    }
    let brief = Brief::from_value(&source, "a brief", Defaults { timezone: runweave::model::Zone::UTC }).unwrap();
    let published = Published::default();
    let block = schedule::block(&brief, &brief.timetable(&[]), 1, &published).unwrap();
    let plan = serde_json::to_value(plan::build(&brief, &block, &published, &[], 1)).unwrap();
    plan["weeks"].as_array().unwrap().clone()
}

fn runs(week: &Value) -> impl Iterator<Item = &Value> {
    week["sessions"].as_array().unwrap().iter().filter(|session| session["kind"] == "run")
}

fn minutes(week: &Value) -> i64 {
    runs(week).map(|run| run["minutes"].as_i64().unwrap()).sum()
}

/// Minutes above the easy zones.
fn hard(week: &Value) -> f64 {
    let steps = runs(week).flat_map(|run| run["run"]["steps"].as_array().unwrap());
    let hard = steps.filter(|step| step["zone"].as_i64() >= Some(3));
    hard.map(|step| step["minutes"].as_f64().unwrap() * step["repeat"].as_f64().unwrap()).sum()
}

#[test]
fn every_answer_lowers_the_plan_and_says_so_on_the_week_it_changes() {
    let mut wrong = Vec::new();
    for brief in briefs() {
        let healthy = weeks(&brief, None);
        for (name, says, sentence) in ANSWERS {
            let lowered = weeks(&brief, Some(says));
            let who = format!("{} {}: {name}", brief["athlete"]["goal"], brief["athlete"]["running_level"]);
            for (week, before) in lowered.iter().zip(&healthy) {
                if minutes(week) > minutes(before) {
                    wrong.push(format!(
                        "{who}: week {} has {} min, {} without",
                        week["number"],
                        minutes(week),
                        minutes(before)
                    ));
                }
            }
            let total = |weeks: &[Value]| weeks.iter().map(minutes).sum::<i64>();
            if total(&lowered) >= total(&healthy) {
                wrong.push(format!("{who}: {} min in all, {} without", total(&lowered), total(&healthy)));
            }
            if hard(&lowered[0]) > 0.0 {
                wrong.push(format!("{who}: {} hard minutes in the first week", hard(&lowered[0])));
            }
            let notes = lowered[0]["notes"].as_array().unwrap();
            if !notes.iter().any(|note| note.as_str().unwrap().contains(sentence)) {
                wrong.push(format!("{who}: `{sentence}` is not in {notes:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
