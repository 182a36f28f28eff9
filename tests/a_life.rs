//! What a person can say of their life, and what it does to the plan: minutes and days, sleep, cycles, targets, bricks.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use chrono::{Datelike as _, Duration, Timelike as _};
use rand::{RngExt as _, SeedableRng as _};
use rand_xoshiro::Xoshiro256PlusPlus;
use runweave::app::{self, Now, PlanInput};
use runweave::brief::{Brief, Defaults};
use runweave::model::{Effort, RunClass, Zone};
use runweave::plan::{Entry, PlacedRun, Plan, check};
use serde_json::{Value, json};

fn lift(name: &str, day: &str, focus: &str) -> Value {
    json!({ "name": name, "day": day, "start": "18:00", "minutes": 60, "kind": "strength", "focus": focus, "effort": "heavy" })
}

/// A week of lifting and running with these words more about running.
fn brief(running: &Value) -> Value {
    let mut all = json!({
        "current_weekly_minutes": 200, "longest_recent_minutes": 75, "runs_per_week": 4, "long_run_day": "sun"
    });
    all.as_object_mut().unwrap().extend(running.as_object().unwrap().clone());
    json!({
        "athlete": { "goal": "endurance", "running_level": "intermediate", "birth_year": 1990, "resting_heart_rate": 55,
            "recent_race": { "distance_km": 10, "time": "48:30", "date": "2026-10-04" } },
        "block": { "start": "2026-11-30", "weeks": 6, "timezone": "UTC" },
        "sessions": [lift("Squats", "mon", "lower"), lift("Press", "fri", "upper")],
        "running": all,
    })
}

fn read(source: &Value) -> Brief {
    Brief::from_value(source, "a brief", Defaults { timezone: Zone::UTC })
        .unwrap_or_else(|problems| panic!("{problems}"))
}

/// Planned, and found by a check to be as good as it says, with no must broken.
fn planned(source: &Value) -> Plan {
    let brief = read(source);
    let plan = app::plan(&PlanInput { brief: &brief, busy: &[], seed: 1, earlier: None, now: Now::default() }).unwrap();
    let findings = check(&plan, &plan.lay_out().unwrap());
    let musts: Vec<_> = findings.breaches.iter().filter(|breach| breach.level == "must").collect();
    assert_eq!((musts.len(), findings.score.points), (0, plan.score.points), "{musts:?} {source}");
    plan
}

fn weekday(run: &PlacedRun) -> usize {
    run.start.0.date().weekday().num_days_from_monday() as usize
}

fn refused(source: &Value) -> String {
    Brief::from_value(source, "a brief", Defaults { timezone: Zone::UTC }).unwrap_err().to_string()
}

#[test]
fn no_run_is_longer_than_its_day_nor_a_week_than_the_person_has() {
    let most = json!({ "mon": 40, "tue": 40, "wed": 40, "thu": 40, "fri": 40, "week": 210 });
    let plan = planned(&brief(&json!({ "most_minutes": most })));
    assert!(plan.runs().filter(|run| weekday(run) < 5).all(|run| run.minutes <= 40));
    assert!(
        plan.weeks.iter().all(|week| week.run_minutes <= 210),
        "{:?}",
        plan.weeks.iter().map(|week| week.run_minutes).collect::<Vec<_>>()
    );
    assert!(plan.runs().any(|run| run.minutes > 60), "the long run has its day");
    assert_eq!(plan.left_out().count(), 0);
}

#[test]
fn the_week_grows_to_what_is_wished_and_stays_there() {
    let minutes = |wished: i32| {
        let plan = planned(&brief(&json!({ "target_weekly_minutes": wished })));
        plan.weeks.iter().filter(|week| !week.deload).map(|week| week.run_minutes).collect::<Vec<_>>()
    };
    assert!(minutes(220).iter().all(|minutes| (190..=225).contains(minutes)), "{:?}", minutes(220));
    assert!(minutes(150).iter().all(|minutes| *minutes <= 155), "{:?}", minutes(150));
    let plan = planned(&brief(&json!({ "target_weekly_minutes": 150 })));
    assert!(plan.warnings[0].contains("because you wished for 150 min a week"), "{:?}", plan.warnings);
}

#[test]
fn days_without_a_run_have_none_and_hard_runs_have_their_days() {
    let plan = planned(&brief(&json!({ "no_run_days": ["wed", "fri"], "hard_run_days": ["thu"] })));
    assert!(plan.runs().all(|run| ![2, 4].contains(&weekday(run))));
    let hard: Vec<usize> = plan.runs().filter(|run| run.run.class == RunClass::Quality).map(weekday).collect();
    assert!(!hard.is_empty() && hard.iter().all(|day| *day == 3), "{hard:?}");
}

#[test]
fn a_wish_that_cannot_be_kept_is_told_with_what_is_against_it() {
    let mut source = brief(&json!({ "hard_run_days": ["tue"] }));
    source["availability"] = json!({ "tue": ["06:00-07:30"], "wed": ["17:00-21:00"], "thu": ["17:00-21:00"], "sat": ["07:00-12:00"], "sun": ["07:00-12:00"] });
    let plan = planned(&source);
    let is_told = |one: &String| one.starts_with("You wished for hard runs on Tuesday and get another day in weeks");
    let told = plan.warnings.iter().position(is_told).unwrap_or_else(|| panic!("{:?}", plan.warnings));
    assert!(plan.warnings[told].contains("after Squats"), "{:?}", plan.warnings);
    assert!(plan.warnings[..told].iter().all(|one| one.starts_with("You ")), "it is told first: {:?}", plan.warnings);
}

#[test]
fn wishes_that_forbid_each_other_are_told_at_once() {
    let told = refused(&brief(&json!({
        "no_run_days": ["sun", "mon", "tue", "wed"], "hard_run_days": ["mon"], "target_weekly_minutes": 300, "most_minutes": { "week": 200 },
    })));
    for part in ["wished for `sun`", "has `mon`", "4 runs a week", "300 min a week"] {
        assert!(told.contains(part), "{part}: {told}");
    }
}

#[test]
fn nobody_runs_asleep_and_hard_runs_end_well_before() {
    let mut source = brief(&json!({ "preferred_time": "evening" }));
    source["availability"] = json!({ "tue": ["05:00-23:59"], "wed": ["20:00-23:59"], "thu": ["05:00-23:59"], "sat": ["05:00-23:59"], "sun": ["05:00-23:59"] });
    source["sleep"] = json!({ "usual": "22:00-06:30", "sat": "00:30-08:00" });
    let plan = planned(&source);
    for run in plan.runs() {
        let (start, end) = (run.start.0, run.start.0 + Duration::minutes(i64::from(run.minutes)));
        let first = if weekday(run) == 6 { (8, 0) } else { (6, 30) };
        assert!((start.hour(), start.minute()) >= first, "{} at {}", run.name, run.start);
        let saturday = weekday(run) == 5;
        assert!(saturday || (end.hour(), end.minute()) <= (22, 0), "{} at {}", run.name, run.start);
    }
    assert!(plan.runs().count() > 12);
}

#[test]
fn steps_are_told_by_what_the_person_goes_by() {
    let shown = |targets: &str| {
        let plan = planned(&brief(&json!({ "targets": targets })));
        let steps: Vec<_> = plan.runs().flat_map(|run| run.run.steps.clone()).collect();
        (steps.iter().any(|step| step.pace.is_some()), steps.iter().any(|step| step.heart_rate.is_some()))
    };
    assert_eq!([shown("pace"), shown("pulse"), shown("effort")], [(true, false), (false, true), (false, false)]);
}

#[test]
fn a_run_on_a_treadmill_says_how_to_set_it() {
    let plan = planned(&brief(&json!({ "treadmill_days": ["tue", "wed", "thu"] })));
    for run in plan.runs() {
        assert_eq!(
            run.run.purpose.contains("treadmill"),
            (1..=3).contains(&weekday(run)),
            "{}: {}",
            run.start,
            run.run.purpose
        );
    }
}

fn squats_on(plan: &Plan) -> Vec<(u32, Option<Effort>)> {
    let entries = plan.weeks.iter().flat_map(|week| week.sessions.iter().map(move |entry| (week.number, entry)));
    entries
        .filter_map(|(week, entry)| Some((week, entry.as_fixed().filter(|one| one.name == "Squats")?.effort)))
        .collect()
}

#[test]
fn sessions_take_place_in_turn() {
    let with = |key: &str, value: &Value| {
        let mut source = brief(&json!({}));
        source["sessions"][0][key] = value.clone();
        source
    };
    let weeks = |every: Value| {
        squats_on(&planned(&with("every", &every))).into_iter().map(|(week, _)| week).collect::<Vec<_>>()
    };
    assert_eq!(weeks(json!({ "weeks": "odd" })), [1, 3, 5]);
    assert_eq!(weeks(json!({ "weeks": "even" })), [2, 4, 6]);
    assert_eq!(weeks(json!({ "on": [1, 2], "of": 3 })), [1, 2, 4, 5]);
    let wave = planned(&with("effort_by_week", &json!(["light", "heavy", "heavy", "deload"])).tap(|source| {
        source["sessions"][0].as_object_mut().unwrap().remove("effort");
    }));
    let efforts: Vec<_> = squats_on(&wave).into_iter().map(|(_, effort)| effort.unwrap()).collect();
    assert_eq!(efforts, [Effort::Light, Effort::Heavy, Effort::Heavy, Effort::Light, Effort::Light, Effort::Heavy]);
    let deloads: Vec<u32> = wave.weeks.iter().filter(|week| week.deload).map(|week| week.number).collect();
    assert_eq!(deloads, [4], "the runs have their easier week where the lifting has it");
    let refusals = refused(&with("every", &json!({ "weeks": "odd", "on": [4], "of": 3 })));
    assert!(refusals.contains("keep one of them"), "{refusals}");
}

/// A value changed in place.
trait Tap: Sized {
    fn tap(self, change: impl FnOnce(&mut Self)) -> Self;
}

impl Tap for Value {
    fn tap(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }
}

#[test]
fn every_third_day_goes_by_no_week() {
    let mut source = brief(&json!({}));
    let squats = json!({ "name": "Squats", "date": "2026-11-28", "start": "18:00", "minutes": 60, "kind": "strength", "focus": "lower",
        "effort": "heavy", "every": { "days": 3 } });
    source["sessions"] = json!([squats]);
    let plan = planned(&source);
    let fixed: Vec<_> = plan.fixed().map(|(fixed, _)| (fixed.start.0.date(), fixed.id.clone())).collect();
    let dates: Vec<_> = fixed.iter().map(|(date, _)| *date).collect();
    assert!(dates.windows(2).all(|two| (two[1] - two[0]).num_days() == 3) && dates.len() == 14, "{dates:?}");
    assert_eq!(fixed.iter().map(|(_, id)| id).collect::<BTreeSet<_>>().len(), 14, "each has an id of its own");
    let days: BTreeSet<_> = dates.iter().collect();
    let late = |run: &PlacedRun| days.contains(&run.start.0.date()) && run.start.0.hour() >= 12;
    assert!(!plan.runs().any(late), "no run after heavy legs");
    source["sessions"][0]["date"] = json!("2026-12-02");
    let first = planned(&source).fixed().map(|(fixed, _)| fixed.start.0.date()).min();
    assert_eq!(first, Some("2026-12-02".parse().unwrap()), "not before its first day");
}

#[test]
fn a_brick_follows_a_ride_only_where_it_is_asked_for() {
    let attached = |bricks: bool| {
        let mut source = brief(
            &json!({ "bricks": bricks, "current_weekly_minutes": 60, "longest_recent_minutes": 25, "runs_per_week": 3 }),
        );
        source["sessions"] = json!([{ "name": "Hard ride", "day": "sat", "start": "09:00", "minutes": 90, "kind": "other", "focus": "lower", "effort": "heavy" }]);
        source["availability"] = json!({ "tue": ["18:00-20:00"], "thu": ["18:00-20:00"], "sat": ["08:00-12:00"] });
        let plan = planned(&source);
        plan.runs().filter(|run| run.run.attached_to.is_some()).map(|run| run.minutes).collect::<Vec<_>>()
    };
    assert_eq!(attached(false), Vec::<i32>::new());
    let bricks = attached(true);
    assert!(!bricks.is_empty() && bricks.iter().all(|minutes| *minutes <= 20), "{bricks:?}");
}

/// What a plan is apart from its dates.
fn shape(plan: &Plan, shift: i64) -> Vec<(chrono::NaiveDateTime, i32, String)> {
    let entries = plan.weeks.iter().flat_map(|week| &week.sessions).filter_map(Entry::as_run);
    entries.map(|run| (run.start.0 - Duration::days(shift), run.minutes, run.run.kind.to_string())).collect()
}

#[test]
fn a_year_of_weeks_later_a_window_cut_in_two_and_other_names_change_nothing() {
    let mut source = brief(&json!({ "hard_run_days": ["wed"] }));
    source["sessions"].as_array_mut().unwrap().push(
        json!({ "name": "Club run", "day": "thu", "start": "19:00", "minutes": 45, "kind": "run", "every": { "weeks": "odd" } }),
    );
    source["availability"] = json!({ "tue": ["06:00-08:00", "17:00-20:00"], "wed": ["06:00-20:00"], "sat": ["08:00-12:00"], "sun": ["08:00-12:00"] });
    let plain = shape(&planned(&source), 0);
    let mut later = source.clone();
    later["block"]["start"] = json!("2027-11-29");
    later["athlete"]["birth_year"] = json!(1991);
    later["athlete"]["recent_race"]["date"] = json!("2027-10-03");
    assert_eq!(shape(&planned(&later), 364), plain);
    let mut cut = source.clone();
    cut["availability"]["wed"] = json!(["06:00-09:15", "09:15-20:00"]);
    assert_eq!(shape(&planned(&cut), 0), plain);
    let mut renamed = source.clone();
    for (nth, session) in renamed["sessions"].as_array_mut().unwrap().iter_mut().enumerate() {
        session["name"] = json!(format!("Session {nth}"));
    }
    renamed["sessions"].as_array_mut().unwrap().reverse();
    assert_eq!(shape(&planned(&renamed), 0), plain);
}

/// A life drawn at random: sessions in turn, runs of one's own, limits and wishes.
fn life(rng: &mut Xoshiro256PlusPlus) -> Value {
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let mut pick = |from: &[Value]| from[rng.random_range(0..from.len())].clone();
    let day = |pick: &mut dyn FnMut(&[Value]) -> Value| pick(&days.map(Value::from));
    let mut sessions = Vec::new();
    for nth in 0..4 {
        let kind = pick(&["strength", "strength", "run", "other"].map(Value::from));
        let mut session = json!({ "name": format!("Session {nth}"), "kind": kind, "start": pick(&["06:30", "12:00", "18:00", "22:00"].map(Value::from)),
            "minutes": pick(&[30, 60, 90].map(Value::from)), "day": day(&mut pick) });
        match kind.as_str() {
            Some("run") => session["class"] = pick(&["easy", "quality", "long"].map(Value::from)),
            Some("strength") => session["focus"] = pick(&["lower", "upper", "full_body"].map(Value::from)),
            _ => {}
        }
        match pick(&[0, 1, 2, 3, 4].map(Value::from)).as_u64() {
            Some(1) => session["every"] = json!({ "weeks": "even" }),
            Some(2) => session["every"] = json!({ "on": [1, 3], "of": 3 }),
            Some(3) if kind == "strength" => session["effort_by_week"] = json!(["heavy", "deload", "off"]),
            Some(4) => {
                session.as_object_mut().unwrap().remove("day");
                session["date"] = json!("2026-12-01");
                session["every"] = json!({ "days": pick(&[2, 3, 5].map(Value::from)) });
            }
            _ => {}
        }
        sessions.push(session);
    }
    let mut running = json!({ "current_weekly_minutes": pick(&[0, 60, 150, 300].map(Value::from)), "runs_per_week": pick(&[2, 3, 5].map(Value::from)) });
    let more = [
        ("hard_run_days", json!([day(&mut pick)])),
        ("no_run_days", json!([day(&mut pick), day(&mut pick)])),
        ("most_minutes", json!({ "tue": 30, "wed": 45, "week": 180 })),
        ("target_weekly_minutes", json!(120)),
        ("long_run_day", day(&mut pick)),
    ];
    for (key, value) in more {
        if pick(&[true, false].map(Value::from)) == true {
            running[key] = value;
        }
    }
    let level = pick(&["beginner", "intermediate", "advanced"].map(Value::from));
    let goal = pick(&["endurance", "strength", "general_fitness", "weight_loss"].map(Value::from));
    let mut source = json!({ "athlete": { "goal": goal, "running_level": level }, "block": { "start": "2026-11-30", "weeks": 3, "timezone": "UTC" },
        "sessions": sessions, "running": running });
    if pick(&[true, false].map(Value::from)) == true {
        source["sleep"] = json!({ "usual": pick(&["22:30-06:30", "00:30-08:00", "09:00-17:00"].map(Value::from)) });
    }
    source
}

#[test]
fn whatever_a_person_says_is_planned_or_told() {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(68);
    let (mut plans, mut told) = (0, 0);
    for _ in 0..60 {
        let source = life(&mut rng);
        if let Err(problems) = Brief::from_value(&source, "a brief", Defaults { timezone: Zone::UTC }) {
            told += 1;
            assert!(problems.to_string().contains("help:"));
        } else {
            plans += 1;
            planned(&source);
        }
    }
    assert!(plans >= 20 && told > 0, "{plans} planned, {told} told");
}
