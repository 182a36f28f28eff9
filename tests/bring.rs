//! A plan from elsewhere is placed as it is, around the week, and every minute of it is accounted for.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use runweave::app::{self, Now, PlanInput};
use runweave::brief::{Brief, Defaults};
use runweave::model::{RunClass, Zone};
use runweave::plan::{self, PlacedRun, Plan};
use serde_json::{Value, json};

const TEXT: &str = "Week 1\nTue: 6 x 800 m, Thu: 8 km easy, Sun: 15 km\nWeek 2\nTue: tempo 25 min, Thu: 45 min, Sat: swim 30 min, Sun: 16 km\n";

fn brief() -> Value {
    json!({
        "athlete": { "goal": "endurance", "running_level": "intermediate",
                     "recent_race": { "distance_km": 10, "time": "50:00", "date": "2026-10-04" } },
        "block": { "start": "2026-11-30", "weeks": 2, "timezone": "UTC" },
        "sessions": [
            { "name": "Squats", "day": "mon", "start": "18:00", "minutes": 60, "kind": "strength", "focus": "lower", "effort": "heavy" },
        ],
        "running": { "current_weekly_minutes": 220, "longest_recent_minutes": 100 },
    })
}

fn read(source: &Value) -> Brief {
    Brief::from_value(source, "a brief", Defaults { timezone: Zone::UTC }).unwrap()
}

fn planned(brief: &Brief) -> Plan {
    app::plan(&PlanInput { brief, busy: &[], seed: 1, earlier: None, now: Now::default() }).unwrap()
}

fn brought(source: &Value, text: &str) -> Plan {
    planned(&app::bring(&read(source), text.as_bytes()).unwrap().unwrap())
}

#[test]
fn its_runs_stand_with_their_own_words_and_no_others_do() {
    let plan = brought(&brief(), TEXT);
    let mut names: Vec<&str> = plan.runs().map(|run| run.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["15 km", "16 km", "45 min", "6 x 800 m", "8 km easy", "tempo 25 min"]);
    let laid = plan.lay_out().unwrap();
    assert_eq!(plan::check(&plan, &laid).score, plan.score);
    assert_eq!(plan.score.must, 0);
    assert!(plan.score.proven);
}

#[test]
fn every_minute_is_accounted_for() {
    let plan = brought(&brief(), TEXT);
    for run in plan.runs() {
        let steps: f64 = run.run.steps.iter().map(|step| step.minutes * f64::from(step.repeat)).sum();
        assert!((steps - f64::from(run.minutes)).abs() < 1e-6, "{}: {steps} of {}", run.name, run.minutes);
    }
    let minutes: i32 = plan.runs().map(|run| run.minutes).sum();
    assert_eq!(
        plan.warnings[0],
        format!("The plan that you brought has 6 runs of {minutes} min in this block: all of them found a place.")
    );
    assert_eq!(plan.warnings[1], "Left aside of it as no training run: `swim 30 min`.");
}

#[test]
fn what_finds_no_place_is_told_with_its_minutes() {
    let mut source = brief();
    source["availability"] = json!({ "wed": ["06:00-08:00"], "sun": ["08:00-11:00"] });
    let plan = brought(&source, TEXT);
    let placed: i32 = plan.runs().map(|run| run.minutes).sum();
    let left_out: i32 = plan.left_out().map(|run| run.minutes).sum();
    assert!(left_out > 0);
    let all = placed + left_out;
    assert_eq!(
        plan.warnings[0],
        format!(
            "The plan that you brought has 6 runs of {all} min in this block: {placed} min found a place, {left_out} min did not."
        )
    );
    assert!(plan.runs().all(|run| run.run.full_minutes.is_none()), "a run stands as it is or not at all");
}

#[test]
fn its_days_are_wishes_that_yield_to_musts() {
    let day = |run: &PlacedRun| run.start.0.format("%a").to_string();
    let plan = brought(&brief(), TEXT);
    assert!(plan.runs().filter(|run| run.run.class == RunClass::Long).all(|run| day(run) == "Sun"));
    let on_leg_day = brought(&brief(), "Mon: 8 km easy, Sun: 12 km");
    let easy = on_leg_day.runs().find(|run| run.name == "8 km easy").unwrap();
    assert_ne!(easy.start.0.format("%a %H").to_string(), "Mon 19", "not after heavy legs");
}

#[test]
fn what_the_rules_say_against_it_is_told() {
    let plan = brought(&brief(), "Tue: 8 x 800 m, Thu: 12 km easy, Sun: 34 km");
    assert!(plan.warnings.iter().any(|warning| warning.starts_with("Week 1: ")), "{:?}", plan.warnings);
}

#[test]
fn the_next_block_is_prescribed_again() {
    let plan = brought(&brief(), TEXT);
    let next = app::follow(&plan, None, Now::from_unix_seconds(1_797_800_000)).unwrap();
    assert!(next.brief.bring.is_empty());
}

#[test]
fn a_plan_that_is_read_back_and_planned_again_is_the_same() {
    let plan = brought(&brief(), TEXT);
    let again = planned(&plan.read_brief().unwrap());
    assert_eq!(again.weeks, plan.weeks);
}
