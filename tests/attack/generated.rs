//! Briefs made by chance: whatever a person may write, every rule's promises hold for the plan.

use std::cell::Cell;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use runweave::app::{self, Now, PlanInput};
use runweave::brief::{Brief, Defaults};
use runweave::plan::Plan;
use runweave::rules::{Number, Rulebook, Setting, Stricter};
use serde_json::{Map, Value, json};

use super::invariants;

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/// Mondays before changes of clocks, at the turn of a year, and one like any other.
const MONDAYS: [&str; 5] = ["2026-11-30", "2026-10-19", "2027-03-22", "2026-12-28", "2027-02-22"];
const ZONES: [&str; 5] = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"];
const WINDOWS: [&str; 8] = [
    "06:00-08:00",
    "17:30-20:30",
    "00:00-24:00",
    "22:00-01:00",
    "12:00-12:45",
    "05:15-06:35",
    "20:00-23:59",
    "09:00-17:00",
];

/// No brief of a few weeks takes so long, even on a busy machine and without optimisation.
const SLOW: Duration = Duration::from_secs(20);

/// One of these, as JSON.
fn one_of(words: &'static [&'static str]) -> impl Strategy<Value = Value> {
    prop::sample::select(words).prop_map(Value::from)
}

/// A key that may be left out.
fn maybe(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Option<Value>> {
    prop::option::of(value)
}

/// An object of those keys that have a value.
fn object<const N: usize>(keys: [(&str, Option<Value>); N]) -> Value {
    keys.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect::<Map<_, _>>().into()
}

/// A session at one of four hours of a day, so that no two overlap.
fn session(place: usize) -> impl Strategy<Value = Value> {
    let kind = one_of(&["strength", "strength", "strength", "mobility", "other"]);
    let focus = maybe(one_of(&["lower", "upper", "core", "full_body"]));
    let effort = maybe(one_of(&["light", "moderate", "heavy"]));
    (kind, focus, effort, 10..=150_i32, 0..8_i32).prop_map(move |(kind, focus, effort, minutes, skips)| {
        let strength = kind == "strength";
        let start = ["05:30", "11:15", "17:00", "22:30"][place % 4];
        object([
            ("name", Some(json!(format!("Session {place}")))),
            ("day", Some(DAYS[place / 4 % 7].into())),
            ("start", Some(start.into())),
            ("minutes", Some(minutes.into())),
            ("focus", focus.filter(|_| strength)),
            ("effort", effort.filter(|_| strength)),
            ("kind", Some(kind)),
            ("every", (skips == 0).then(|| json!({ "skip_weeks": [1] }))),
        ])
    })
}

fn sessions() -> impl Strategy<Value = Vec<Value>> {
    prop::sample::subsequence((0..28).collect::<Vec<_>>(), 0..=7)
        .prop_flat_map(|places| places.into_iter().map(session).collect::<Vec<_>>())
}

fn availability() -> impl Strategy<Value = Value> {
    let windows = || prop::collection::vec(one_of(&WINDOWS), 0..=2);
    let week = prop::collection::vec(prop::option::weighted(0.7, windows()), 7);
    (week, windows(), prop::bool::ANY).prop_map(|(week, other, with_exception)| {
        let days = DAYS.iter().zip(week).filter_map(|(day, windows)| Some(((*day).to_owned(), windows?.into())));
        let mut days: Map<String, Value> = days.collect();
        if with_exception {
            days.insert(
                "exceptions".to_owned(),
                json!([{ "from": "2026-12-01", "to": "2027-03-25", "windows": other }]),
            );
        }
        days.into()
    })
}

fn readiness() -> impl Strategy<Value = Value> {
    let item = || maybe((1..=7).prop_map(Value::from));
    let sleep = maybe((6..=20).prop_map(|halves| json!(f64::from(halves) / 2.0)));
    let days_off = maybe((0..=60).prop_map(Value::from));
    let sign = maybe(one_of(&["persistent_fatigue", "poor_sleep", "performance_drop", "chest_pain"]));
    (sleep, item(), item(), item(), item(), days_off, sign).prop_map(
        |(sleep, fatigue, soreness, stress, pain, off, sign)| {
            object([
                ("date", Some("2026-10-18".into())),
                ("sleep_hours", sleep),
                ("fatigue", fatigue),
                ("soreness", soreness),
                ("stress", stress),
                ("pain", pain),
                ("days_off", off),
                ("signs", sign.map(|sign| json!([sign]))),
            ])
        },
    )
}

/// Other numbers for some rules, as far as a brief may go.
fn rules() -> impl Strategy<Value = Value> {
    let wishes = numbers().into_iter().map(|(rule, number, least, most)| {
        let value = prop_oneof![Just(least), Just(most), least..=most];
        prop::option::weighted(0.02, value.prop_map(move |value| (rule.clone(), number.clone(), value)))
    });
    wishes.collect::<Vec<_>>().prop_map(|wishes| {
        let mut rules = json!({});
        for (rule, number, value) in wishes.into_iter().flatten() {
            rules[rule][number] = value.into();
        }
        rules
    })
}

/// Every number of every rule with the least and the most that a brief may ask for.
fn numbers() -> Vec<(String, String, i32, i32)> {
    let setting = Setting {
        strength_level: runweave::model::Level::Intermediate,
        ..Setting::of(runweave::model::Goal::Endurance, runweave::model::Level::Beginner)
    };
    let mut book = Rulebook::for_athlete(&setting);
    let all = book.all_mut().into_iter().flat_map(|rule| {
        let id = rule.card().id;
        rule.numbers().into_iter().map(|number| bounds(id, &number)).collect::<Vec<_>>()
    });
    all.collect()
}

fn bounds(rule: &str, number: &Number<'_>) -> (String, String, i32, i32) {
    let (least, most) = match (number.floor, number.stricter) {
        (Some(floor), Stricter::Larger) => (floor, number.range.1),
        (Some(floor), Stricter::Smaller) => (number.range.0, floor),
        (None, _) => number.range,
    };
    (rule.to_owned(), number.name.to_owned(), least, most)
}

fn running() -> impl Strategy<Value = Value> {
    let minutes = prop_oneof![Just(0), 0..=400_i32];
    let longest = maybe((0..=180).prop_map(Value::from));
    let runs = maybe((1..=5).prop_map(Value::from));
    let part = maybe(one_of(&["morning", "midday", "evening"]));
    let attached = maybe(one_of(&["never", "when_sensible", "extras"]));
    (minutes, longest, runs, maybe(one_of(&DAYS)), part, attached).prop_map(
        |(minutes, longest, runs, long, part, attached)| {
            object([
                ("current_weekly_minutes", Some(minutes.into())),
                ("longest_recent_minutes", longest),
                ("runs_per_week", runs),
                ("long_run_day", long),
                ("preferred_time", part),
                ("attached_runs", attached),
            ])
        },
    )
}

fn athlete() -> impl Strategy<Value = Value> {
    let goal = one_of(&["strength", "endurance", "weight_loss", "general_fitness"]);
    let level = || one_of(&["beginner", "intermediate", "advanced"]);
    let born = maybe((1940..=2010).prop_map(Value::from));
    let race = maybe(
        (5..=42).prop_map(|km| json!({ "distance_km": km, "time": format!("{}:30", km * 5), "date": "2026-10-04" })),
    );
    (goal, level(), maybe(level()), born, maybe((40..=120).prop_map(Value::from)), race).prop_map(
        |(goal, level, strength, born, weight, race)| {
            object([
                ("goal", Some(goal)),
                ("running_level", Some(level)),
                ("strength_level", strength),
                ("birth_year", born),
                ("weight_kg", weight),
                ("recent_race", race),
            ])
        },
    )
}

fn brief() -> impl Strategy<Value = Value> {
    let block = (one_of(&MONDAYS), one_of(&ZONES), 1..=4_i32, maybe((2..=6).prop_map(Value::from)), prop::bool::ANY);
    let block = block.prop_map(|(start, zone, weeks, deload, race)| {
        let first: chrono::NaiveDate = start.as_str().and_then(|text| text.parse().ok()).unwrap_or_default();
        let last = first + chrono::Duration::days(i64::from(weeks) * 7 - 1);
        let event = race.then(|| json!({ "date": last.to_string(), "distance_km": 10 }));
        object([
            ("start", Some(start)),
            ("weeks", Some(weeks.into())),
            ("timezone", Some(zone)),
            ("deload_every", deload),
            ("event", event),
        ])
    });
    (athlete(), block, sessions(), running(), prop::option::weighted(0.8, availability()), maybe(readiness()), rules())
        .prop_map(|(athlete, block, sessions, running, availability, readiness, rules)| {
            object([
                ("athlete", Some(athlete)),
                ("block", Some(block)),
                ("sessions", Some(sessions.into())),
                ("running", Some(running)),
                ("availability", availability),
                ("readiness", readiness),
                ("rules", Some(rules)),
            ])
        })
}

fn planned(brief: &Brief, seed: u64) -> Option<Plan> {
    app::plan(&PlanInput { brief, busy: &[], seed, earlier: None, now: Now::from_unix_seconds(1_795_363_200) }).ok()
}

/// The same briefs every time; `PROPTEST_CASES` asks for more of them.
#[test]
fn every_plan_keeps_what_every_plan_promises() {
    let config = Config {
        failure_persistence: None,
        max_shrink_iters: 300,
        max_shrink_time: 30_000,
        ..Config::with_cases(cases())
    };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let (runs, left_out) = (Cell::new(0), Cell::new(0));
    let told = runner.run(&(brief(), 0..4_u64), |(document, seed)| {
        let text = document.to_string();
        // Sessions of a week may still touch each other over midnight, and that is told.
        let Ok(brief) = Brief::parse(text.as_bytes(), "brief", Defaults { timezone: runweave::model::Zone::UTC })
        else {
            return Err(TestCaseError::reject("no brief"));
        };
        let began = Instant::now();
        if let Some(plan) = planned(&brief, seed) {
            prop_assert!(began.elapsed() < SLOW, "planned in {:?}\n{document}", began.elapsed());
            let broken = invariants::broken(&brief, &plan);
            prop_assert!(broken.is_empty(), "{broken:#?}\n{document:#}");
            runs.set(runs.get() + plan.runs().count());
            left_out.set(left_out.get() + plan.score.unplaced);
        }
        Ok(())
    });
    if let Err(told) = told {
        panic!("{told}");
    }
    let enough = i64::from(cases());
    assert!(
        runs.get() as i64 > enough && left_out.get() > enough / 5,
        "{} runs, {} left out",
        runs.get(),
        left_out.get()
    );
}

fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(150)
}
