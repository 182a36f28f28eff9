//! Cool-down jogs and finishers on top of a whole plan, read from plan.json: where they stand, how long, how often.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::{Duration, NaiveDateTime};
use runweave::brief::{Brief, Defaults};
use runweave::model::Day;
use runweave::plan;
use runweave::schedule::{self, Published};
use serde_json::{Value, json};

/// Eight weeks of upper-body work on Tuesday, heavy legs on Thursday, a full-body circuit on Saturday; two runs a week.
fn brief(fresh: bool) -> Value {
    let lift = |name: &str, day: &str, start: &str, focus: &str, effort: &str| json!({ "name": name, "day": day, "start": start, "minutes": 60, "kind": "strength", "focus": focus, "effort": effort });
    let mut brief = json!({
        "athlete": { "goal": "weight_loss", "running_level": "intermediate" },
        "block": { "start": "2026-11-30", "weeks": 8, "timezone": "UTC" },
        "sessions": [
            lift("Bench", "tue", "18:00", "upper", "heavy"),
            lift("Squats", "thu", "18:30", "lower", "heavy"),
            lift("Circuit", "sat", "08:00", "full_body", "moderate"),
        ],
        "availability": {
            "tue": ["19:00-20:00"], "thu": ["06:30-08:00"], "sat": ["09:00-09:30"], "sun": ["10:00-12:00"],
        },
        "running": { "current_weekly_minutes": 90, "longest_recent_minutes": 40, "runs_per_week": 2, "attached_runs": "extras" },
    });
    if fresh {
        brief["readiness"] = json!({ "date": "2026-11-29", "fatigue": 1, "soreness": 1, "stress": 1 });
    }
    brief
}

fn planned(source: &Value) -> Value {
    let brief = Brief::from_value(source, "a brief", Defaults { timezone: runweave::model::Zone::UTC }).unwrap();
    let published = Published::default();
    let block = schedule::block(&brief, &brief.timetable(&[]), 1, &published).unwrap();
    serde_json::to_value(plan::build(&brief, &block, &published, &[], 1)).unwrap()
}

fn sessions(week: &Value) -> &[Value] {
    week["sessions"].as_array().unwrap()
}

fn start(session: &Value) -> NaiveDateTime {
    format!("{}:00", session["start"].as_str().unwrap()).parse().unwrap()
}

fn end(session: &Value) -> NaiveDateTime {
    start(session) + Duration::minutes(session["minutes"].as_i64().unwrap())
}

fn of_type<'a>(plan: &'a Value, kind: &'a str) -> impl Iterator<Item = (&'a Value, &'a Value)> {
    let weeks = plan["weeks"].as_array().unwrap().iter();
    weeks
        .flat_map(|week| sessions(week).iter().map(move |session| (week, session)))
        .filter(move |(_, session)| session["run"]["type"] == kind)
}

#[test]
fn a_finisher_closes_upper_body_work_far_from_legs_and_from_hard_and_long_runs() {
    let plan = planned(&brief(true));
    let all: Vec<&Value> = plan["weeks"].as_array().unwrap().iter().flat_map(sessions).collect();
    assert!(of_type(&plan, "finisher").count() >= 4, "{} finishers", of_type(&plan, "finisher").count());
    for (week, finisher) in of_type(&plan, "finisher") {
        let work = all.iter().find(|session| session["id"] == finisher["run"]["attached_to"]).unwrap();
        assert_eq!((&work["focus"], end(work)), (&json!("upper"), start(finisher)));
        assert!((6..=10).contains(&finisher["minutes"].as_i64().unwrap()));
        assert_eq!((&week["deload"], &finisher["run"]["class"]), (&json!(false), &json!("quality")));
        let hard: f64 = finisher["run"]["steps"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|step| step["zone"].as_i64() >= Some(3))
            .map(|step| step["minutes"].as_f64().unwrap() * step["repeat"].as_f64().unwrap())
            .sum();
        assert!((2.0..=4.0).contains(&hard), "{hard} hard minutes");
        for other in all.iter().filter(|other| other["id"] != finisher["id"]) {
            let (since, until) = (start(finisher) - end(other), start(other) - end(finisher));
            if other["focus"] == "lower" {
                let near = (since >= Duration::zero() && since < Duration::hours(48))
                    || (until >= Duration::zero() && until < Duration::hours(24));
                assert!(!near, "{} near {}", finisher["id"], other["id"]);
            }
            if other["run"]["class"] == "quality" || other["run"]["class"] == "long" {
                assert!(since.max(until) >= Duration::hours(24), "{} near {}", finisher["id"], other["id"]);
            }
        }
    }
    for week in plan["weeks"].as_array().unwrap() {
        let count = |kind: &str| sessions(week).iter().filter(|session| session["run"]["type"] == kind).count();
        assert!(count("finisher") <= 1 && count("cooldown_jog") <= 3);
    }
}

#[test]
fn a_jog_is_short_and_follows_anything_but_heavy_legs() {
    let plan = planned(&brief(true));
    assert!(of_type(&plan, "cooldown_jog").count() >= 4);
    for (week, jog) in of_type(&plan, "cooldown_jog") {
        let work = sessions(week).iter().find(|session| session["id"] == jog["run"]["attached_to"]).unwrap();
        assert!(work["focus"] != "lower" && end(work) == start(jog));
        assert!((5..=10).contains(&jog["minutes"].as_i64().unwrap()));
    }
}

#[test]
fn without_an_answer_on_how_the_body_feels_there_is_no_finisher() {
    assert_eq!(of_type(&planned(&brief(false)), "finisher").count(), 0);
}

#[test]
fn a_jog_before_the_block_stands_in_the_way_of_no_run() {
    let source = json!({
        "athlete": { "goal": "general_fitness", "running_level": "beginner" },
        "block": { "start": "2026-11-30", "weeks": 2, "timezone": "UTC" },
        "sessions": [],
        "availability": { "mon": ["07:00-09:00"], "thu": ["07:00-09:00"] },
        "running": { "current_weekly_minutes": 60, "longest_recent_minutes": 30, "runs_per_week": 2 },
        "before": { "runs": [{ "start": "2026-11-29T18:00", "minutes": 8, "type": "cooldown_jog" }] },
    });
    let brief = Brief::from_value(&source, "a brief", Defaults { timezone: runweave::model::Zone::UTC }).unwrap();
    let published = Published::default();
    let block = schedule::block(&brief, &brief.timetable(&[]), 1, &published).unwrap();
    let plan = plan::build(&brief, &block, &published, &[], 1);
    let laid = plan.lay_out().unwrap();
    assert_eq!(plan::check(&plan, &laid).score.must, 0);
    assert!(plan::against_the_best(&plan, &laid).unwrap().is_best());
}

#[test]
fn nothing_is_added_to_days_that_are_over() {
    let brief = Brief::from_value(&brief(false), "a brief", Defaults { timezone: runweave::model::Zone::UTC }).unwrap();
    let published = Published { from: Some(Day(16)), ..Published::default() };
    let block = schedule::block(&brief, &brief.timetable(&[]), 1, &published).unwrap();
    let jogs = block.solution.runs.iter().filter(|run| run.slug.starts_with("jog"));
    let days: Vec<i32> = jogs.map(|run| run.place.day.0).collect();
    assert!(!days.is_empty() && days.iter().all(|day| *day >= 16), "{days:?}");
}
