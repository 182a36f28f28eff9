//! Runs of the person's own: a club run, a parkrun, a run with a friend. They stand where they stand, and every rule counts them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use chrono::{Duration, NaiveDate};
use runweave::app::{self, Now, PlanInput, ReplanInput};
use runweave::brief::{Brief, Defaults};
use runweave::follow::log::Log;
use runweave::model::{RunClass, Zone};
use runweave::plan::{PlacedRun, Plan, check};
use serde_json::{Value, json};

fn lift(name: &str, day: &str, focus: &str) -> Value {
    json!({ "name": name, "day": day, "start": "18:00", "minutes": 60, "kind": "strength", "focus": focus, "effort": "heavy" })
}

fn club() -> Value {
    json!({ "name": "Club run", "day": "wed", "start": "19:00", "minutes": 60, "kind": "run", "class": "quality" })
}

fn parkrun() -> Value {
    json!({ "name": "Parkrun", "day": "sat", "start": "09:00", "minutes": 30, "kind": "run", "distance_km": 5 })
}

fn brief(sessions: &[Value]) -> Value {
    json!({
        "athlete": { "goal": "endurance", "running_level": "intermediate" },
        "block": { "start": "2026-11-30", "weeks": 4, "timezone": "UTC" },
        "sessions": sessions,
        "running": { "current_weekly_minutes": 160, "longest_recent_minutes": 60, "runs_per_week": 4, "long_run_day": "sun" },
    })
}

fn week() -> Value {
    brief(&[lift("Squats", "mon", "lower"), club(), lift("Press", "fri", "upper"), parkrun()])
}

fn planned(source: &Value) -> Plan {
    let brief = Brief::from_value(source, "a brief", Defaults { timezone: Zone::UTC }).unwrap();
    app::plan(&PlanInput { brief: &brief, busy: &[], seed: 1, earlier: None, now: Now::default() }).unwrap()
}

fn in_week(plan: &Plan, week: u32) -> Vec<&PlacedRun> {
    let sessions = plan.weeks.iter().filter(|one| one.number == week).flat_map(|one| &one.sessions);
    sessions.filter_map(|entry| entry.as_run()).collect()
}

fn at(date: NaiveDate) -> Now {
    Now::from_unix_seconds(date.and_hms_opt(12, 0, 0).unwrap().and_utc().timestamp())
}

fn again(plan: &Plan, log: Option<&Log>, from: NaiveDate) -> Plan {
    let input = ReplanInput {
        earlier: plan,
        log,
        from,
        brief: None,
        busy: None,
        seed: None,
        stay: None,
        most_moves: None,
        move_sessions: false,
        now: at(from),
    };
    app::replan(&input).unwrap().plan
}

#[test]
fn a_club_run_takes_the_place_of_a_planned_run_and_of_the_hard_one() {
    let plan = planned(&week());
    for number in 1..=4 {
        let runs = in_week(&plan, number);
        let own: Vec<&str> = runs.iter().filter(|run| run.run.own).map(|run| run.name.as_str()).collect();
        assert_eq!((runs.len(), own), (4, vec!["Club run", "Parkrun"]), "week {number}");
        let hard = runs.iter().filter(|run| run.run.class == RunClass::Quality);
        assert!(hard.clone().all(|run| run.run.own), "week {number} has no hard run beside the club's");
        assert!(runs.iter().filter(|run| run.run.own).all(|run| !run.why.is_empty() && !run.run.steps.is_empty()));
        let week = &plan.weeks[number as usize - 1];
        assert_eq!(week.run_minutes, runs.iter().map(|run| run.minutes).sum::<i32>(), "its minutes count");
    }
    let without = planned(&brief(&[lift("Squats", "mon", "lower"), lift("Press", "fri", "upper")]));
    let minutes = |plan: &Plan, week: usize| plan.weeks[week].run_minutes;
    assert!((minutes(&plan, 0) - minutes(&without, 0)).abs() <= 10, "the week is as long with them as without");
}

#[test]
fn a_check_finds_what_planning_found() {
    let plan = planned(&week());
    let findings = check(&plan, &plan.lay_out().unwrap());
    assert_eq!((findings.score.must, findings.score.points), (0, plan.score.points));
    assert!(!findings.score.by_rule.contains_key("left_out"), "{:?}", findings.score.by_rule);
}

#[test]
fn they_are_not_judged_themselves_but_others_keep_away_from_them() {
    // An hour after heavy legs, which no planned run may be, and the evening before a planned morning.
    let late =
        json!({ "name": "Club run", "day": "mon", "start": "20:00", "minutes": 60, "kind": "run", "class": "quality" });
    let plan = planned(&brief(&[lift("Squats", "mon", "lower"), late]));
    let findings = check(&plan, &plan.lay_out().unwrap());
    assert_eq!(findings.score.must, 0, "{:?}", findings.breaches);
    for run in plan.runs().filter(|run| !run.run.own) {
        let gap =
            plan.runs().filter(|own| own.run.own && own.start < run.start).map(|own| run.start.0 - own.start.0).min();
        let least = if run.run.class == RunClass::Easy { 9 } else { 25 };
        assert!(gap.is_none_or(|gap| gap >= Duration::hours(least)), "{} at {} is too near", run.name, run.start);
    }
}

#[test]
fn a_week_full_of_the_persons_own_can_be_planned() {
    let days = ["mon", "tue", "wed", "thu", "fri", "sat"];
    let mut sessions: Vec<Value> = days.iter().map(|day| lift("Lift", day, "upper")).collect();
    sessions.push(
        json!({ "name": "Sunday run", "day": "sun", "start": "09:00", "minutes": 90, "kind": "run", "class": "long" }),
    );
    let plan = planned(&brief(&sessions));
    let findings = check(&plan, &plan.lay_out().unwrap());
    assert_eq!(findings.score.must, 0, "{:?}", findings.breaches);
    assert_eq!(plan.runs().filter(|run| run.run.own && run.run.class == RunClass::Long).count(), 4);
    assert!(plan.runs().all(|run| run.run.own || run.run.class != RunClass::Long), "one long run a week");
}

#[test]
fn nothing_changes_where_nothing_happened_and_a_missed_one_is_missed() {
    let plan = planned(&week());
    let first = plan.weeks[0].start;
    for days in [0, 2, 3, 6, 9, 12, 20] {
        let later = again(&plan, None, first + Duration::days(days));
        assert_eq!(later.revision, plan.revision, "from day {days}");
    }
    let (log, _) = Log::read(br#"{"type":"missed","id":"w02-s2","date":"2026-12-09"}"#);
    let later = again(&plan, Some(&log), first + Duration::days(10));
    let own = |plan: &Plan| {
        plan.runs().filter(|run| run.run.own).map(|run| (run.id.clone(), run.start)).collect::<BTreeMap<_, _>>()
    };
    assert_eq!(own(&plan), own(&later));
    let findings = check(&later, &later.lay_out().unwrap());
    assert_eq!(findings.score.must, 0, "{:?}", findings.breaches);
}

#[test]
fn the_order_of_the_sessions_changes_nothing() {
    let mut turned = week();
    turned["sessions"].as_array_mut().unwrap().reverse();
    let placed = |plan: &Plan| plan.runs().map(|run| (run.start, run.minutes, run.run.own)).collect::<Vec<_>>();
    assert_eq!(placed(&planned(&week())), placed(&planned(&turned)));
}

#[test]
fn a_body_that_stops_says_so_on_them_too() {
    let mut source = week();
    source["readiness"] = json!({ "date": "2026-11-29", "signs": ["chest_pain"] });
    let plan = planned(&source);
    assert!(plan.runs().filter(|run| run.run.own).take(1).all(|run| run.warning.is_some() && run.run.steps.is_empty()));
}
