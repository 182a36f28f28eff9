//! A plan as an assistant needs it: every run with its day, hour and length, and what was left out, without what only a page shows.

use serde_json::{Value, json};

use crate::plan::{Entry, Plan, PlanWeek};

/// The plan in short.
pub(super) fn of_plan(plan: &Plan) -> Value {
    let weeks: Vec<Value> = plan.weeks.iter().map(of_week).collect();
    json!({
        "id": plan.id, "revision": plan.revision, "timezone": plan.timezone, "must": plan.score.must,
        "points": plan.score.points, "proven": plan.score.proven, "stops": plan.stops, "warnings": plan.warnings,
        "weeks": weeks,
    })
}

/// A week in short.
pub(super) fn of_week(week: &PlanWeek) -> Value {
    let entries: Vec<Value> = week.sessions.iter().map(of_entry).collect();
    let left_out: Vec<Value> =
        week.unplaced.iter().map(|run| json!({ "id": run.id, "type": run.kind, "minutes": run.minutes })).collect();
    json!({
        "number": week.number, "start": week.start, "phase": week.phase, "deload": week.deload,
        "run_minutes": week.run_minutes, "entries": entries, "left_out": left_out,
    })
}

fn of_entry(entry: &Entry) -> Value {
    let kind = entry
        .as_run()
        .map_or_else(|| entry.fixed().map(|(_, kind)| json!(kind)).unwrap_or_default(), |run| json!(run.run.kind));
    json!({
        "id": entry.id(), "name": entry.name(), "type": kind, "is_run": entry.as_run().is_some(),
        "start": entry.start(), "minutes": entry.minutes(),
    })
}

/// The schema of [`of_week`].
pub(super) fn week_schema() -> Value {
    let entry = json!({
        "type": "object",
        "properties": {
            "id": { "type": "string" }, "name": { "type": "string" }, "type": { "type": "string" },
            "is_run": { "type": "boolean" },
            "start": { "type": "string", "description": "Local date and time, 2026-11-30T18:00" },
            "minutes": { "type": "integer" },
        },
        "required": ["id", "name", "type", "is_run", "start", "minutes"],
    });
    let left_out = json!({
        "type": "object",
        "properties": {
            "id": { "type": "string" }, "type": { "type": "string" }, "minutes": { "type": "integer" },
        },
        "required": ["id", "type", "minutes"],
    });
    json!({
        "type": "object",
        "properties": {
            "number": { "type": "integer" }, "start": { "type": "string", "description": "Its Monday" },
            "phase": { "type": "string" }, "deload": { "type": "boolean" }, "run_minutes": { "type": "integer" },
            "entries": { "type": "array", "items": entry }, "left_out": { "type": "array", "items": left_out },
        },
        "required": ["number", "start", "phase", "deload", "run_minutes", "entries", "left_out"],
    })
}

/// The schema of [`of_plan`].
pub(super) fn plan_schema() -> Value {
    json!({
        "type": "object",
        "properties": {
            "id": { "type": "string" }, "revision": { "type": "integer" }, "timezone": { "type": "string" },
            "must": { "type": "integer", "description": "Broken must-rules; 0 in every plan that is made here" },
            "points": { "type": "integer", "description": "What is missed of rules and wishes; fewer is better" },
            "proven": { "type": "boolean", "description": "Whether no better placement exists" },
            "stops": { "type": "array", "items": { "type": "string" }, "description": "Why nothing may be run: tell this first" },
            "warnings": { "type": "array", "items": { "type": "string" } },
            "weeks": { "type": "array", "items": week_schema() },
        },
        "required": ["id", "revision", "timezone", "must", "points", "proven", "stops", "warnings", "weeks"],
    })
}
