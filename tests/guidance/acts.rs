//! What shows each statement's rule at work: a small brief, the rule in force, the rule off or as loose as it goes, and
//! what is seen to differ.

use runweave::model::RunClass;
use runweave::plan::{Entry, PlacedRun, Plan};

/// What tells that a rule acts.
#[derive(Clone, Copy)]
pub(crate) enum Sees {
    /// The plan made without it breaks it, more than the plan made with it.
    Breaks,
    /// Of something there is less with it.
    Fewer(&'static str, fn(&Plan) -> i32),
    /// This is said with it and not without it.
    Says(&'static str),
    /// This is said in every plan.
    AlwaysSays(&'static str),
}

/// A rule at work; the briefs are patches, of the one that all start from.
pub(crate) struct Act {
    pub(crate) statements: &'static [&'static str],
    pub(crate) rule: &'static str,
    pub(crate) brief: &'static str,
    pub(crate) with: &'static str,
    pub(crate) without: &'static str,
    pub(crate) sees: Sees,
}

fn runs(plan: &Plan) -> impl Iterator<Item = &PlacedRun> {
    plan.weeks.iter().flat_map(|week| &week.sessions).filter_map(Entry::as_run)
}

const RUNS: Sees = Sees::Fewer("runs", |plan| runs(plan).count() as i32);
const MINUTES: Sees = Sees::Fewer("run minutes", |plan| plan.weeks.iter().map(|week| week.run_minutes).sum());
const HARD: Sees =
    Sees::Fewer("hard runs", |plan| runs(plan).filter(|run| run.run.class == RunClass::Quality).count() as i32);
const HARD_MINUTES: Sees = Sees::Fewer("hard minutes", |plan| {
    let steps = runs(plan).flat_map(|run| &run.run.steps).filter(|step| step.zone >= 3);
    steps.map(|step| step.minutes * f64::from(step.repeat)).sum::<f64>() as i32
});
const SHARED_DAYS: Sees = Sees::Fewer("runs on days of lifting", |plan| {
    let lifts: Vec<_> = plan
        .weeks
        .iter()
        .flat_map(|week| &week.sessions)
        .filter(|entry| matches!(entry, Entry::Strength(_)))
        .map(|entry| entry.start().0.date())
        .collect();
    runs(plan).filter(|run| lifts.contains(&run.start.0.date())).count() as i32
});

/// A run may only stand on Tuesday afternoon, less than a day after heavy legs, or on Saturday.
const AFTER_LEGS: &str = r#"{
    "sessions": [{ "name": "Squats", "day": "mon", "start": "18:00", "minutes": 60, "kind": "strength", "focus": "lower", "effort": "heavy" }],
    "availability": { "tue": ["17:00-18:45"], "sat": ["08:00-11:00"] }, "running": { "runs_per_week": 2 } }"#;
/// A run may only stand on the morning of heavy legs, or on Saturday.
const BEFORE_LEGS: &str = r#"{
    "sessions": [{ "name": "Squats", "day": "wed", "start": "18:00", "minutes": 60, "kind": "strength", "focus": "lower", "effort": "heavy" }],
    "availability": { "wed": ["07:00-08:00"], "sun": ["08:00-11:00"] }, "running": { "runs_per_week": 2 } }"#;
/// A run may only follow upper-body work directly, or stand on Sunday.
const STRAIGHT_AFTER: &str = r#"{
    "sessions": [{ "name": "Bench", "day": "wed", "start": "18:00", "minutes": 60, "kind": "strength", "focus": "upper", "effort": "heavy" }],
    "availability": { "wed": ["19:00-19:30"], "sun": ["08:00-10:00"] },
    "running": { "runs_per_week": 2, "current_weekly_minutes": 60, "longest_recent_minutes": 40 } }"#;
/// Lifting in the morning and a run some hours later, or on Sunday.
const SAME_DAY: &str = r#"{
    "sessions": [{ "name": "Bench", "day": "wed", "start": "07:00", "minutes": 60, "kind": "strength", "focus": "upper", "effort": "heavy" }],
    "availability": { "wed": ["11:30-13:00"], "sun": ["08:00-10:00"] }, "running": { "runs_per_week": 2 } }"#;
/// Jogs on top, after two sessions that are not heavy legs.
const JOGS: &str = r#"{
    "sessions": [
        { "name": "Full body", "day": "mon", "start": "18:00", "minutes": 60, "kind": "strength", "focus": "full_body", "effort": "moderate" },
        { "name": "Bench", "day": "fri", "start": "18:00", "minutes": 60, "kind": "strength", "focus": "upper", "effort": "heavy" }],
    "availability": { "mon": ["19:00-19:30"], "wed": ["06:30-08:00"], "fri": ["19:00-19:30"], "sun": ["08:00-10:00"] },
    "running": { "runs_per_week": 2, "attached_runs": "extras" } }"#;
/// The same in small weeks, of which a jog is a large part, with endurance as the goal.
const SMALL_JOGS: &str = r#"{
    "athlete": { "goal": "endurance" },
    "sessions": [
        { "name": "Full body", "day": "mon", "start": "18:00", "minutes": 60, "kind": "strength", "focus": "full_body", "effort": "moderate" },
        { "name": "Bench", "day": "fri", "start": "18:00", "minutes": 60, "kind": "strength", "focus": "upper", "effort": "heavy" }],
    "availability": { "mon": ["19:00-19:30"], "wed": ["06:30-08:00"], "fri": ["19:00-19:30"], "sun": ["08:00-10:00"] },
    "running": { "runs_per_week": 2, "attached_runs": "extras", "current_weekly_minutes": 60, "longest_recent_minutes": 30 } }"#;
/// A fresh person, upper-body work in the middle of the week and two easy runs far from it.
const FINISHER: &str = r#"{
    "sessions": [{ "name": "Bench", "day": "wed", "start": "18:00", "minutes": 60, "kind": "strength", "focus": "upper", "effort": "heavy" }],
    "availability": { "mon": ["06:00-08:00"], "wed": ["19:00-20:00"], "sat": ["08:00-10:00"] },
    "readiness": { "date": "2026-11-29", "fatigue": 1, "soreness": 1, "stress": 1 },
    "running": { "runs_per_week": 2, "attached_runs": "extras" } }"#;
/// Four lifts a week and strength as the goal, much running so far.
const LIFTER: &str = r#"{
    "athlete": { "goal": "strength" }, "running": { "current_weekly_minutes": 150, "longest_recent_minutes": 60 },
    "sessions": [
        { "name": "Bench", "day": "mon", "start": "18:00", "minutes": 60, "kind": "strength", "focus": "upper", "effort": "heavy" },
        { "name": "Row", "day": "thu", "start": "18:00", "minutes": 60, "kind": "strength", "focus": "upper", "effort": "heavy" }] }"#;
/// Much running, four times a week.
const RUNNER: &str = r#"{ "athlete": { "goal": "endurance" },
    "running": { "current_weekly_minutes": 160, "longest_recent_minutes": 50, "runs_per_week": 4 } }"#;
const NOTHING: &str = "{}";

/// Every act.
pub(crate) const ACTS: &[Act] = &[
    Act {
        statements: &["A02", "A03", "A16", "A40"],
        rule: "not_after_every_workout",
        brief: r#"{
            "sessions": [
                { "name": "Row", "day": "mon", "start": "07:00", "minutes": 60, "kind": "strength", "focus": "upper", "effort": "heavy" },
                { "name": "Bench", "day": "wed", "start": "07:00", "minutes": 60, "kind": "strength", "focus": "upper", "effort": "heavy" },
                { "name": "Press", "day": "fri", "start": "07:00", "minutes": 60, "kind": "strength", "focus": "upper", "effort": "heavy" }],
            "availability": { "mon": ["15:00-17:00"], "wed": ["15:00-17:00"], "fri": ["15:00-17:00"] } }"#,
        with: r#"{ "rules": { "not_after_every_workout": { "within_hours": 12 } } }"#,
        without: NOTHING,
        sees: Sees::Breaks,
    },
    Act {
        statements: &["A05"],
        rule: "weekly_growth",
        brief: r#"{ "block": { "weeks": 4 } }"#,
        with: r#"{ "rules": { "weekly_growth": { "must_percent": 0, "small_week_minutes": 0 } } }"#,
        without: NOTHING,
        sees: Sees::Breaks,
    },
    Act {
        statements: &["A06"],
        rule: "start_volume",
        brief: r#"{ "block": { "weeks": 4 }, "athlete": { "goal": "weight_loss" } }"#,
        with: r#"{ "rules": { "start_volume": { "target_high": 60 } } }"#,
        without: NOTHING,
        sees: MINUTES,
    },
    Act {
        statements: &["A06"],
        rule: "energy",
        brief: r#"{ "athlete": { "goal": "weight_loss" } }"#,
        with: r#"{ "athlete": { "weight_kg": 70 } }"#,
        without: NOTHING,
        sees: Sees::Says("energy_kcal"),
    },
    Act {
        statements: &["A07"],
        rule: "attached_runs",
        brief: FINISHER,
        with: r#"{ "rules": { "attached_runs": { "finisher_minutes": 8 } } }"#,
        without: NOTHING,
        sees: Sees::Breaks,
    },
    Act {
        statements: &["A08", "A20", "A24", "A43", "A48"],
        rule: "attached_runs",
        brief: JOGS,
        with: r#"{ "rules": { "attached_runs": { "jog_minutes": 6, "jog_after_upper_minutes": 8 } } }"#,
        without: NOTHING,
        sees: Sees::Breaks,
    },
    Act {
        statements: &["A09"],
        rule: "rest_days",
        brief: r#"{ "athlete": { "goal": "endurance", "running_level": "advanced" },
            "running": { "current_weekly_minutes": 300, "runs_per_week": 6 } }"#,
        with: r#"{ "rules": { "rest_days": { "must_days": 3 } } }"#,
        without: NOTHING,
        sees: Sees::Breaks,
    },
    Act {
        statements: &["A09"],
        rule: "hard_days",
        brief: r#"{ "sessions": [{ "name": "Squats", "day": "mon", "start": "18:00", "minutes": 60, "kind": "strength", "focus": "lower", "effort": "heavy" }] }"#,
        with: r#"{ "rules": { "hard_days": { "must_a_week": 1, "spared_minutes": 0 } } }"#,
        without: NOTHING,
        sees: HARD,
    },
    Act {
        statements: &["A09", "A37"],
        rule: "deload_weeks",
        brief: r#"{ "block": { "weeks": 6 },
            "running": { "current_weekly_minutes": 150, "longest_recent_minutes": 50, "runs_per_week": 4 } }"#,
        with: NOTHING,
        without: r#"{ "rules": { "deload_weeks": "off" } }"#,
        sees: MINUTES,
    },
    Act {
        statements: &["A10", "A12", "A17", "A28", "A43", "A47"],
        rule: "heavy_legs_then_run",
        brief: AFTER_LEGS,
        with: r#"{ "rules": { "heavy_legs_then_run": { "easy_must_hours": 36, "quality_must_hours": 36, "long_must_hours": 36 } } }"#,
        without: NOTHING,
        sees: Sees::Breaks,
    },
    Act {
        statements: &["A22"],
        rule: "heavy_legs_then_run",
        brief: AFTER_LEGS,
        with: r#"{ "athlete": { "running_level": "beginner", "strength_level": "beginner" } }"#,
        without: NOTHING,
        sees: RUNS,
    },
    Act {
        statements: &["A10", "A12"],
        rule: "quality_spacing",
        brief: r#"{ "availability": { "mon": ["07:00-09:00"], "wed": ["07:00-09:00"], "thu": ["07:00-09:00"] } }"#,
        with: r#"{ "rules": { "quality_spacing": { "long_must_hours": 84 } } }"#,
        without: NOTHING,
        sees: Sees::Breaks,
    },
    Act {
        statements: &["A11", "A18", "A25", "A27", "A48"],
        rule: "same_day_gap",
        brief: SAME_DAY,
        with: r#"{ "rules": { "same_day_gap": { "upper_must_hours": 6 } } }"#,
        without: NOTHING,
        sees: Sees::Breaks,
    },
    Act {
        statements: &["A15", "A27"],
        rule: "different_day",
        brief: r#"{
            "sessions": [{ "name": "Bench", "day": "wed", "start": "07:00", "minutes": 60, "kind": "strength", "focus": "upper", "effort": "heavy" }],
            "availability": { "tue": ["06:00-07:00"], "wed": ["18:00-20:00"], "sat": ["06:00-07:00"] },
            "running": { "runs_per_week": 2, "preferred_time": "evening" } }"#,
        with: r#"{ "rules": { "different_day": { "weight": 20 } } }"#,
        without: r#"{ "rules": { "different_day": "off", "spread_runs": "off" } }"#,
        sees: SHARED_DAYS,
    },
    Act {
        statements: &["A27"],
        rule: "same_day_order",
        brief: r#"{ "athlete": { "goal": "strength" },
            "sessions": [{ "name": "Bench", "day": "wed", "start": "12:00", "minutes": 60, "kind": "strength", "focus": "upper", "effort": "heavy" }],
            "availability": { "wed": ["06:00-08:00", "17:00-19:00"], "sun": ["08:00-10:00"] },
            "running": { "runs_per_week": 2, "preferred_time": "morning" } }"#,
        with: r#"{ "rules": { "same_day_order": { "weight": 100 } } }"#,
        without: r#"{ "rules": { "same_day_order": "off" } }"#,
        sees: Sees::Breaks,
    },
    Act {
        statements: &["A12", "A30"],
        rule: "run_then_heavy_legs",
        brief: BEFORE_LEGS,
        with: r#"{ "rules": { "run_then_heavy_legs": { "easy_must_hours": 12, "short_must_hours": 12, "long_must_hours": 30 } } }"#,
        without: NOTHING,
        sees: Sees::Breaks,
    },
    Act {
        statements: &["A11", "A13", "A14", "A30", "A32"],
        rule: "interference_budget",
        brief: LIFTER,
        with: NOTHING,
        without: r#"{ "rules": { "interference_budget": "off" } }"#,
        sees: Sees::Breaks,
    },
    Act {
        statements: &["A14"],
        rule: "quality_runs",
        brief: LIFTER,
        with: r#"{ "athlete": { "running_level": "advanced" }, "running": { "runs_per_week": 3 }, "rules": { "quality_runs": { "must": 0 } } }"#,
        without: r#"{ "athlete": { "running_level": "advanced" }, "running": { "runs_per_week": 3 } }"#,
        sees: HARD,
    },
    Act {
        statements: &["A15"],
        rule: "dedicated_runs",
        brief: SMALL_JOGS,
        with: NOTHING,
        without: r#"{ "rules": { "dedicated_runs": "off" } }"#,
        sees: Sees::Breaks,
    },
    Act {
        statements: &["A11", "A16", "A25", "A26", "A48"],
        rule: "attached_runs",
        brief: STRAIGHT_AFTER,
        with: r#"{ "rules": { "attached_runs": { "run_after_upper_minutes": 15 } } }"#,
        without: NOTHING,
        sees: Sees::Breaks,
    },
    Act {
        statements: &["A21"],
        rule: "attached_runs",
        brief: STRAIGHT_AFTER,
        with: r#"{ "rules": { "attached_runs": { "runs_a_week": 0 } } }"#,
        without: NOTHING,
        sees: Sees::Breaks,
    },
    Act {
        statements: &["A19"],
        rule: "same_day_gap",
        brief: r#"{ "availability": { "wed": ["19:00-20:30"] }, "running": { "attached_runs": "never" } }"#,
        with: r#"{ "sessions": [{ "name": "Full body", "day": "wed", "start": "18:00", "minutes": 60, "kind": "strength", "focus": "full_body", "effort": "moderate" }] }"#,
        without: r#"{ "sessions": [{ "name": "Yoga", "day": "wed", "start": "18:00", "minutes": 60, "kind": "mobility" }] }"#,
        sees: RUNS,
    },
    Act {
        statements: &["A22"],
        rule: "beginner_alternate_days",
        brief: r#"{ "athlete": { "running_level": "beginner" }, "running": { "runs_per_week": 3 } }"#,
        with: r#"{ "rules": { "beginner_alternate_days": { "must_days": 3 } } }"#,
        without: NOTHING,
        sees: Sees::Breaks,
    },
    Act {
        statements: &["A22"],
        rule: "walk_run",
        brief: r#"{ "running": { "current_weekly_minutes": 0 } }"#,
        with: r#"{ "athlete": { "running_level": "beginner" } }"#,
        without: NOTHING,
        sees: Sees::Says("walk_run"),
    },
    Act {
        statements: &["A23", "A33", "A36", "A44"],
        rule: "sleep",
        brief: RUNNER,
        with: r#"{ "readiness": { "date": "2026-11-29", "sleep_hours": 5 } }"#,
        without: r#"{ "readiness": { "date": "2026-11-29", "sleep_hours": 8 } }"#,
        sees: MINUTES,
    },
    Act {
        statements: &["A23", "A29", "A33", "A44"],
        rule: "readiness",
        brief: RUNNER,
        with: r#"{ "readiness": { "date": "2026-11-29", "fatigue": 6, "stress": 5 } }"#,
        without: r#"{ "readiness": { "date": "2026-11-29", "fatigue": 2, "stress": 2 } }"#,
        sees: MINUTES,
    },
    Act {
        statements: &["A29", "A33"],
        rule: "overtraining",
        brief: RUNNER,
        with: r#"{ "readiness": { "date": "2026-11-29", "signs": ["persistent_fatigue", "irritability"], "signs_days": 7 } }"#,
        without: NOTHING,
        sees: MINUTES,
    },
    Act {
        statements: &["A31", "A33"],
        rule: "pain",
        brief: RUNNER,
        with: r#"{ "readiness": { "date": "2026-11-29", "pain": 6 } }"#,
        without: r#"{ "readiness": { "date": "2026-11-29", "pain": 4 } }"#,
        sees: MINUTES,
    },
    Act {
        statements: &["A31", "A33"],
        rule: "soreness",
        brief: r#"{ "availability": { "mon": ["07:00-09:00"], "wed": ["07:00-09:00"], "thu": ["07:00-09:00"] } }"#,
        with: r#"{ "readiness": { "date": "2026-11-29", "soreness": 6 } }"#,
        without: NOTHING,
        sees: Sees::Says("Legs are very sore: runs wait until they are better."),
    },
    Act {
        statements: &["A32"],
        rule: "no_overlap",
        brief: SAME_DAY,
        with: r#"{ "rules": { "no_overlap": { "buffer_minutes": 240 } } }"#,
        without: NOTHING,
        sees: Sees::Breaks,
    },
    Act {
        statements: &["A34"],
        rule: "easy_share",
        brief: RUNNER,
        with: r#"{ "rules": { "easy_share": { "least_percent": 95 } } }"#,
        without: NOTHING,
        sees: HARD_MINUTES,
    },
    Act {
        statements: &["A37"],
        rule: "taper",
        brief: r#"{ "athlete": { "goal": "endurance" }, "block": { "weeks": 3,
            "event": { "name": "Race", "date": "2026-12-20", "distance_km": 10 } } }"#,
        with: NOTHING,
        without: r#"{ "rules": { "taper": "off" } }"#,
        sees: MINUTES,
    },
    Act {
        statements: &["A23", "A35", "A44"],
        rule: "fuel_and_fluid",
        brief: NOTHING,
        with: NOTHING,
        without: NOTHING,
        sees: Sees::AlwaysSays("protein and carbohydrate"),
    },
    Act {
        statements: &["A36", "A44"],
        rule: "sleep_target",
        brief: NOTHING,
        with: NOTHING,
        without: NOTHING,
        sees: Sees::AlwaysSays("7 to 9 hours of sleep"),
    },
    Act {
        statements: &["A38"],
        rule: "see_a_professional",
        brief: NOTHING,
        with: NOTHING,
        without: NOTHING,
        sees: Sees::AlwaysSays("certified trainer or exercise physiologist"),
    },
    Act {
        statements: &["A38"],
        rule: "red_flags",
        brief: RUNNER,
        with: r#"{ "readiness": { "date": "2026-11-29", "signs": ["chest_pain"] } }"#,
        without: NOTHING,
        sees: Sees::Says("Ask a doctor before you run again"),
    },
];
