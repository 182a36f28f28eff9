//! Movable sessions stand where solving every way to place them finds the best, and their prices are what that finds.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use rand::{RngExt as _, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use runweave::app::{self, Asked, Now, Outcome, PlanInput, ReplanInput};
use runweave::brief::{Brief, Defaults};
use runweave::model::{Legs, WEEKDAYS, Zone};
use runweave::plan::{self, Plan};
use runweave::prescribe;
use runweave::schedule::{Published, problem, solve};
use serde_json::{Value, json};

const SEED: u64 = 1;

/// How many random briefs are tried: `CASES` says another number.
fn cases() -> u64 {
    std::env::var("CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(12)
}

fn read(source: &Value) -> Option<Brief> {
    Brief::from_value(source, "a brief", Defaults { timezone: Zone::UTC }).ok()
}

fn planned(source: &Value) -> Option<Plan> {
    let brief = read(source)?;
    app::plan(&PlanInput { brief: &brief, busy: &[], seed: SEED, earlier: None, now: Now::default() }).ok()
}

fn random(seed: u64) -> Value {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut pick = |most: usize| rng.random_range(0..most);
    let mut session = |name: String, fixed: bool| {
        let (focus, effort) = (["lower", "upper", "full_body"][pick(3)], ["heavy", "moderate"][pick(2)]);
        let mut session = json!({ "name": name, "minutes": 60, "kind": "strength", "focus": focus, "effort": effort });
        let starts = ["06:30", "12:00", "18:00"];
        if fixed {
            session["day"] = json!(WEEKDAYS[pick(7)]);
            session["start"] = json!(starts[pick(3)]);
        } else {
            let mut movable = serde_json::Map::new();
            for _ in 0..2 + pick(2) {
                movable.insert(WEEKDAYS[pick(7)].to_owned(), json!([starts[pick(3)]]));
            }
            session["movable"] = movable.into();
        }
        session
    };
    let movable = 1 + (seed % 3) as usize;
    let mut sessions: Vec<Value> = (0..movable).map(|number| session(format!("M{number}"), false)).collect();
    sessions.extend((0..seed as usize % 2).map(|number| session(format!("F{number}"), true)));
    let mut brief = json!({
        "athlete": {
            "goal": (["strength", "endurance", "general_fitness", "weight_loss"][pick(4)]),
            "running_level": (["beginner", "intermediate", "advanced"][pick(3)]),
        },
        "block": { "start": "2026-11-30", "weeks": 1 + pick(3), "timezone": "UTC" },
        "sessions": sessions,
        "running": { "current_weekly_minutes": 60 + 30 * pick(6), "runs_per_week": 2 + pick(3) },
    });
    if pick(2) == 0 {
        brief["running"]["long_run_day"] = json!(WEEKDAYS[pick(7)]);
    }
    let windows = ["06:00-07:30", "12:00-13:00", "17:00-20:00"];
    for day in WEEKDAYS {
        brief["availability"][day] =
            json!([windows[pick(3)], windows[pick(3)]].iter().collect::<std::collections::BTreeSet<_>>());
    }
    brief
}

/// Every way to place the movable sessions: the days and hours, and the brief that says so.
fn ways(source: &Value) -> Vec<(Vec<(String, String)>, Value)> {
    let mut ways = vec![(Vec::new(), source.clone())];
    for index in 0..source["sessions"].as_array().unwrap().len() {
        let Some(movable) = source["sessions"][index]["movable"].as_object() else { continue };
        let places = movable.iter().flat_map(|(day, starts)| {
            starts.as_array().unwrap().iter().map(move |start| (day.clone(), start.as_str().unwrap().to_owned()))
        });
        let places: Vec<_> = places.collect();
        ways = ways
            .into_iter()
            .flat_map(|(known, brief)| {
                places.iter().map(move |place| {
                    let (mut known, mut brief) = (known.clone(), brief.clone());
                    let session = brief["sessions"][index].as_object_mut().unwrap();
                    session.remove("movable");
                    session.insert("day".to_owned(), json!(place.0));
                    session.insert("start".to_owned(), json!(place.1));
                    known.push(place.clone());
                    (known, brief)
                })
            })
            .collect();
    }
    ways
}

/// Pairs of leg days side by side, and of strength sessions on one day.
fn crowding(brief: &Brief) -> (usize, usize) {
    let days = |legs: bool| -> Vec<usize> {
        brief.lifts().filter(|one| !legs || one.legs() == Legs::Heavy).map(|one| one.weekday).collect()
    };
    let pairs = |days: Vec<usize>, most: usize| {
        let near = |a: usize, b: usize| a.abs_diff(b).min(7 - a.abs_diff(b)) <= most;
        (0..days.len()).map(|at| days[at + 1..].iter().filter(|other| near(days[at], **other)).count()).sum()
    };
    (pairs(days(true), 1), pairs(days(false), 0))
}

/// What all that is asked for costs in a fixed week, found without any bound.
fn whole(brief: &Brief) -> Option<i32> {
    let weeks = prescribe::block(brief, &prescribe::Outcome::default(), SEED);
    let mut timetable = brief.timetable(&[]);
    timetable.wishes.runs_per_week = weeks.iter().map(|week| week.runs.len()).max().unwrap_or(0) as i32;
    let solution = solve(&problem(brief, &timetable, &weeks, &Published::default(), true)).ok()?;
    assert!(solution.proven);
    Some(solution.score.points)
}

/// Day and start of each movable session.
type Places = Vec<(String, String)>;

/// The least crowded of some ways, and of those the cheapest, of equals the first.
fn best(ways: &[(Places, (usize, usize), Option<i32>)]) -> Option<(Places, i32)> {
    let least = ways.iter().map(|(_, crowding, _)| *crowding).min()?;
    let open = ways.iter().filter(|(_, crowding, _)| *crowding == least);
    let mut found: Option<(Places, i32)> = None;
    for (places, _, points) in open {
        if let Some(points) = points.filter(|points| found.as_ref().is_none_or(|(_, known)| points < known)) {
            found = Some((places.clone(), points));
        }
    }
    found
}

#[test]
fn the_best_way_is_that_which_solving_every_way_finds_and_so_is_each_price() {
    let (mut compared, mut prices) = (0, 0);
    for seed in 0..cases() {
        let source = random(seed);
        let ways = ways(&source);
        let solved: Vec<_> = ways
            .iter()
            .filter_map(|(places, brief)| read(brief).map(|brief| (places.clone(), crowding(&brief), whole(&brief))))
            .collect();
        let (plan, best_of_all) = (planned(&source), best(&solved));
        let (Some(plan), Some((places, points))) = (&plan, &best_of_all) else {
            assert_eq!(plan.is_some(), best_of_all.is_some(), "brief {seed}");
            continue;
        };
        let stands: Vec<(String, String)> = plan.movable.iter().map(|seated| written(&seated.stands)).collect();
        assert_eq!(stands, *places, "brief {seed}");
        assert!(plan.movable.iter().all(|seated| seated.proven), "brief {seed}");
        compared += 1;
        for (at, seated) in plan.movable.iter().enumerate() {
            for other in &seated.others {
                let there: Vec<_> =
                    solved.iter().filter(|(places, ..)| places[at] == written(&other.at)).cloned().collect();
                let price = best(&there).map(|(_, there)| there - points);
                assert_eq!(other.points, price, "brief {seed}: {} on {:?}", seated.name, other.at);
                prices += 1;
            }
        }
    }
    assert!(compared * 4 >= cases() * 3, "{compared} compared");
    assert!(prices > compared);
}

fn written(place: &plan::Place) -> (String, String) {
    (WEEKDAYS[place.0.weekday].to_owned(), place.0.start.to_string())
}

fn example() -> Value {
    json!({
        "athlete": { "goal": "general_fitness", "running_level": "intermediate" },
        "block": { "start": "2026-11-30", "weeks": 3, "timezone": "UTC" },
        "sessions": [
            { "name": "Squats", "minutes": 60, "kind": "strength", "focus": "lower", "effort": "heavy",
              "movable": { "fri": ["18:00"], "tue": ["18:00"] } },
            { "name": "Press", "day": "mon", "start": "18:00", "minutes": 60, "kind": "strength", "focus": "upper", "effort": "heavy" },
        ],
        "running": { "current_weekly_minutes": 100, "longest_recent_minutes": 50, "runs_per_week": 3, "long_run_day": "sat" },
        "availability": { "tue": ["06:00-08:00"], "wed": ["06:00-08:00"], "thu": ["06:00-08:00"], "sat": ["07:00-12:00"] },
    })
}

fn again(plan: &Plan, from: &str, brief: Option<&Brief>, move_sessions: bool) -> app::Replanned {
    let from = from.parse().unwrap();
    let now = Now::from_unix_seconds(1_796_100_000);
    let input = ReplanInput {
        earlier: plan,
        log: None,
        from,
        brief,
        busy: None,
        seed: None,
        stay: None,
        most_moves: None,
        move_sessions,
        now,
    };
    app::replan(&input).unwrap()
}

#[test]
fn a_session_stands_on_one_place_in_every_week_and_the_plan_checks_as_it_was_scored() {
    let plan = planned(&example()).unwrap();
    let days: Vec<String> = plan
        .fixed()
        .filter(|(fixed, _)| fixed.name == "Squats")
        .map(|(fixed, _)| fixed.start.0.format("%a %H:%M").to_string())
        .collect();
    assert_eq!(days, ["Tue 18:00"; 3], "long runs on Saturday ask for legs that are not heavy from Friday");
    let laid = plan.lay_out().unwrap();
    assert_eq!(plan::check(&plan, &laid).score, plan.score);
    assert!(
        plan.warnings[0].starts_with("Squats stands on Tuesday 18:00, the best of its places: Friday 18:00 would cost")
    );
}

#[test]
fn planning_again_leaves_it_where_it_stands() {
    let plan = planned(&example()).unwrap();
    assert_eq!(again(&plan, "2026-12-07", None, false).plan.movable, plan.movable);
    let mut changed = example();
    changed["running"]["runs_per_week"] = json!(2);
    let changed = read(&changed).unwrap();
    let replanned = again(&plan, "2026-12-07", Some(&changed), false);
    assert_eq!(replanned.plan.movable[0].stands, plan.movable[0].stands);
    let Outcome::GoesOn { .. } = replanned.outcome else { panic!("the block goes on") };
}

#[test]
fn it_moves_where_its_place_is_gone_or_a_better_one_is_asked_for() {
    let plan = planned(&example()).unwrap();
    let mut gone = example();
    gone["sessions"][0]["movable"] = json!({ "fri": ["18:00"], "wed": ["19:00"] });
    let gone = read(&gone).unwrap();
    let replanned = again(&plan, "2026-12-07", Some(&gone), false).plan;
    let stands = written(&replanned.movable[0].stands);
    assert_ne!(stands.0, "tue");
    let of_week = |number: u32, plan: &Plan| {
        let week = plan.weeks.iter().find(|week| week.number == number).unwrap();
        let session = week.sessions.iter().find(|entry| entry.id().ends_with("-s1")).unwrap();
        (session.start().0.format("%a").to_string().to_lowercase(), session.revision().uid.clone())
    };
    assert_eq!(of_week(1, &replanned), of_week(1, &plan), "what is past stays");
    assert_eq!(of_week(2, &replanned).0, stands.0);
    assert_eq!(of_week(2, &replanned).1, of_week(2, &plan).1, "it keeps its identity in the calendar");
    let back = read(&example()).unwrap();
    let free = again(&replanned, "2026-12-14", Some(&back), true).plan;
    assert_eq!(written(&free.movable[0].stands).0, "tue");
}

#[test]
fn why_and_why_not_tell_the_price_of_its_other_places() {
    let plan = planned(&example()).unwrap();
    let laid = plan.lay_out().unwrap();
    let asked = Asked::new(&plan, &laid, "2026-11-30".parse().unwrap());
    let why = asked.why("w01-s1").unwrap();
    assert!(why.text.starts_with("Squats stands on Tuesday 18:00"), "{}", why.text);
    assert_eq!(why.data["movable"]["stands"], json!({ "day": "tue", "start": "18:00" }));
    let points = plan.movable[0].others[0].points.unwrap();
    let not = asked.why_not("w01-s1", "fri").unwrap();
    assert_eq!(not.data["others"][0]["points"], json!(points));
    assert!(not.text.contains(&format!("Friday 18:00 would cost {points} points more")), "{}", not.text);
    assert!(asked.why_not("w01-s1", "sun").unwrap().text.contains("may not stand there"));
}

#[test]
fn the_next_block_names_the_place_first_that_it_had() {
    let plan = planned(&example()).unwrap();
    let next = app::follow(&plan, None, Now::from_unix_seconds(1_797_800_000)).unwrap();
    let days: Vec<&String> = next.brief.source["sessions"][0]["movable"].as_object().unwrap().keys().collect();
    assert_eq!(days, ["tue", "fri"]);
}

#[test]
fn no_leg_days_stand_side_by_side_where_they_need_not() {
    let mut brief = example();
    brief["sessions"][1] = json!({
        "name": "Deadlift", "minutes": 60, "kind": "strength", "focus": "lower", "effort": "heavy",
        "movable": { "wed": ["18:00"] },
    });
    let plan = planned(&brief).unwrap();
    assert_eq!(
        written(&plan.movable[0].stands).0,
        "fri",
        "Tuesday would serve the runs better, and lies beside Wednesday"
    );
    let tuesday = &plan.movable[0].others[0];
    assert!(tuesday.crowds && tuesday.points.is_some_and(|points| points < 0), "{tuesday:?}");
}
