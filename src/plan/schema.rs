//! The JSON Schema (2020-12) of `plan.json`.

#[cfg(test)]
mod tests;

use serde_json::{Value, json};

use super::FORMAT;
use crate::model::{Effort, Focus, Phase, RunClass, RunType, WEEKDAYS};

/// Declares the words of an enum of the model.
macro_rules! words {
    ($name:ident) => {
        $name::ALL.iter().map(|one| one.word()).collect::<Vec<_>>()
    };
}

const DATE: &str = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$";
const LOCAL_TIME: &str = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$";
const MOMENT: &str = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$";

/// The JSON Schema of a plan.
pub fn schema() -> Value {
    let mut schema = object(
        "A block of training as it was planned: what `runweave plan` writes, and what `check`, `show` and the rest read.",
        &json!({
            "format": { "const": FORMAT },
            "id": text("A UUID that stays while the block is planned again."),
            "revision": { "type": "integer", "minimum": 1, "description": "Counts up with every change of content." },
            "created": moment("When this revision was made, in UTC."),
            "seed": { "type": "integer", "minimum": 0, "maximum": u64::MAX, "description": "What the workouts were varied by." },
            "brief": { "type": "object", "description": "The brief as it was written." },
            "timezone": text("Zone of every local time, such as Europe/Berlin."),
            "busy": list("Times taken by other calendars.", "busy"),
            "weeks": list("The weeks, in order.", "week"),
            "movable": list("Where the sessions stand whose place was for planning to choose.", "seated"),
            "stops": sentences("Why nothing may be run for some days or all of them, and whom to ask: to be told before all else."),
            "score": { "$ref": "#/$defs/score" },
            "conflicts": list("What cannot stand together where runs are left out.", "conflict"),
            "cancelled": list("Sessions of earlier revisions that no longer take place.", "cancelled"),
            "warnings": sentences("What was assumed and what to look at."),
            "history": { "$ref": "#/$defs/history" },
        }),
        &["format", "id", "revision", "created", "seed", "brief", "timezone", "weeks", "score"],
    );
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!("runweave plan");
    schema["$defs"] = json!({
        "week": week(),
        "history": history(),
        "fixed": fixed(),
        "run": run(),
        "detail": detail(),
        "step": step(),
        "reason": object("One reason, from the rule that gave it.",
            &json!({ "rule": text("The rule."), "text": text("The sentence.") }), &["rule", "text"]),
        "unplaced": unplaced(),
        "load": load(),
        "score": score(),
        "busy": object("A time taken by another calendar.",
            &json!({ "start": local_time(), "minutes": minutes("How long it takes.") }), &["start", "minutes"]),
        "seated": seated(),
        "place": place(),
        "revision": revision(),
        "conflict": conflict(),
        "cancelled": cancelled(),
    });
    schema
}

fn object(doc: &str, properties: &Value, required: &[&str]) -> Value {
    json!({ "type": "object", "description": doc, "properties": properties, "required": required, "additionalProperties": false })
}

fn text(doc: &str) -> Value {
    json!({ "type": "string", "description": doc })
}

fn whole(doc: &str) -> Value {
    json!({ "type": "integer", "description": doc })
}

fn minutes(doc: &str) -> Value {
    json!({ "type": "integer", "minimum": 0, "description": format!("{doc} In minutes.") })
}

fn moment(doc: &str) -> Value {
    json!({ "type": "string", "pattern": MOMENT, "description": doc })
}

fn local_time() -> Value {
    json!({ "type": "string", "pattern": LOCAL_TIME, "description": "When it starts, on the clocks of the plan's time zone." })
}

fn sentences(doc: &str) -> Value {
    json!({ "type": "array", "items": { "type": "string" }, "description": doc })
}

fn list(doc: &str, of: &str) -> Value {
    json!({ "type": "array", "items": { "$ref": format!("#/$defs/{of}") }, "description": doc })
}

fn week() -> Value {
    object(
        "One week of the plan.",
        &json!({
            "number": { "type": "integer", "minimum": 1, "description": "Its number in the block." },
            "start": { "type": "string", "pattern": DATE, "description": "Its Monday." },
            "phase": { "enum": words!(Phase), "description": "What the week is for." },
            "deload": { "type": "boolean", "description": "Whether it is an easier week." },
            "aim": text("What the week aims at."),
            "sessions": {
                "type": "array",
                "items": { "anyOf": [{ "$ref": "#/$defs/fixed" }, { "$ref": "#/$defs/run" }] },
                "description": "Sessions and runs, by start.",
            },
            "unplaced": list("Runs that found no place.", "unplaced"),
            "load": { "$ref": "#/$defs/load" },
            "run_minutes": minutes("All runs of the week together."),
            "notes": sentences("What to know about the week."),
        }),
        &["number", "start", "phase", "deload", "sessions", "load", "run_minutes"],
    )
}

fn fixed() -> Value {
    object(
        "A session of the fixed week on its date.",
        &json!({
            "kind": { "enum": ["strength", "mobility", "other"], "description": "What it is." },
            "id": text("Its id, such as w01-s1."),
            "name": text("The person's name for it."),
            "focus": { "enum": words!(Focus), "description": "What it works." },
            "effort": { "enum": words!(Effort), "description": "How hard it is." },
            "rpe": { "type": "integer", "minimum": 1, "maximum": 10, "description": "Session RPE." },
            "match": { "type": "boolean", "description": "Whether it is a match or a race of another sport." },
            "start": local_time(),
            "minutes": minutes("How long it takes."),
            "load": whole("Session load: RPE times minutes."),
            "note": text("A sentence, such as what a deload asks of it."),
            "revision": { "$ref": "#/$defs/revision" },
        }),
        &["kind", "id", "name", "start", "minutes", "load"],
    )
}

fn seated() -> Value {
    let other = object(
        "Another place of it.",
        &json!({
            "at": { "$ref": "#/$defs/place" },
            "points": whole(
                "Points that the block costs more with it there, the other movable sessions and the runs placed anew; none where no plan is possible."
            ),
            "crowds": { "type": "boolean", "description": "Whether leg days then stand side by side, or two strength sessions on one day." },
        }),
        &["at"],
    );
    object(
        "A session whose place was for planning to choose.",
        &json!({
            "session": { "type": "integer", "minimum": 1, "description": "Its number in the brief: 1 for w01-s1." },
            "name": text("The person's name for it."),
            "stands": { "$ref": "#/$defs/place" },
            "proven": { "type": "boolean", "description": "Whether no other way to place the movable sessions costs less." },
            "others": { "type": "array", "items": other, "description": "Its other places, the cheapest first." },
        }),
        &["session", "name", "stands", "proven"],
    )
}

fn place() -> Value {
    object(
        "A day and hour of every week.",
        &json!({
            "day": { "enum": WEEKDAYS, "description": "The weekday." },
            "start": { "type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d$", "description": "When it starts." },
        }),
        &["day", "start"],
    )
}

fn run() -> Value {
    object(
        "A run on its date.",
        &json!({
            "kind": { "const": "run" },
            "id": text("Its id, such as w01-easy-1."),
            "name": text("What a person calls it."),
            "start": local_time(),
            "minutes": minutes("How long it takes."),
            "load": whole("Session load: RPE times minutes."),
            "warning": text("Why it is not to be run as things are: then it has no steps."),
            "run": { "$ref": "#/$defs/detail" },
            "why": list("Why it stands here, most telling first.", "reason"),
            "if_tired": text("The easier option."),
            "pin": { "type": "boolean", "description": "Never moved by planning again." },
            "revision": { "$ref": "#/$defs/revision" },
        }),
        &["kind", "id", "name", "start", "minutes", "load", "run"],
    )
}

fn detail() -> Value {
    object(
        "What to run.",
        &json!({
            "type": { "enum": words!(RunType), "description": "What kind of run it is." },
            "class": { "enum": words!(RunClass), "description": "How the rules see it." },
            "workout": text("Its workout in the library."),
            "attached_to": { "type": ["string", "null"], "description": "The id of the session it follows directly." },
            "distance_km": { "type": "number", "minimum": 0, "description": "About how far, in kilometres." },
            "own": { "type": "boolean", "description": "Whether it is the person's own, of the fixed week: never moved, and not judged." },
            "instead_of": { "enum": words!(RunType), "description": "What was asked for, where an easier run stands in for it." },
            "full_minutes": minutes("The length it was meant to have, where it was shortened."),
            "energy_kcal": { "type": "array", "prefixItems": [{ "type": "integer" }, { "type": "integer" }], "minItems": 2, "maxItems": 2,
                "description": "Net energy in kcal, low and high." },
            "purpose": text("What it is for and how it should feel, one line."),
            "steps": list("What to do, in order.", "step"),
        }),
        &["type", "class", "workout", "steps"],
    )
}

fn step() -> Value {
    object(
        "One step of a run.",
        &json!({
            "minutes": { "type": "number", "minimum": 0, "description": "Minutes of one repetition; 30 seconds are 0.5." },
            "zone": { "type": "integer", "minimum": 1, "maximum": 5, "description": "Heart-rate zone." },
            "effort": text("What it is, in words."),
            "pace": text("Pace range, such as 5:50-6:25 /km."),
            "heart_rate": text("Heart-rate range in beats per minute, such as 136-154."),
            "repeat": { "type": "integer", "minimum": 1, "description": "How often it is done." },
            "group": { "type": "integer", "minimum": 0, "description": "Neighbouring steps of one group are repeated together." },
        }),
        &["minutes", "zone", "effort", "repeat"],
    )
}

fn unplaced() -> Value {
    let day = object(
        "Why a run cannot stand on one day.",
        &json!({ "day": { "enum": WEEKDAYS, "description": "The weekday." }, "rule": text("The rule that forbids it."), "text": text("The sentence.") }),
        &["day", "rule", "text"],
    );
    object(
        "A run that found no place.",
        &json!({
            "id": text("Its id."),
            "type": { "enum": words!(RunType), "description": "What kind of run it is." },
            "minutes": minutes("Its length."),
            "declined": { "type": "boolean", "description": "Whether its minutes went to other runs and weeks; the score does not count it then." },
            "why": { "type": "array", "items": day, "description": "What forbids it, day by day." },
        }),
        &["id", "type", "minutes", "why"],
    )
}

fn load() -> Value {
    object(
        "Load of a week: RPE times minutes over lifting, mobility and runs.",
        &json!({
            "total": whole("Sum over the week."),
            "by_day": { "type": "array", "items": { "type": "integer" }, "minItems": 7, "maxItems": 7, "description": "Monday to Sunday." },
            "monotony": { "type": "number", "description": "Mean over standard deviation of the seven days." },
            "strain": whole("Total times monotony before that is rounded, rounded itself."),
        }),
        &["total", "by_day", "monotony", "strain"],
    )
}

fn score() -> Value {
    object(
        "What the plan costs: musts first, then points.",
        &json!({
            "must": whole("How many musts are broken."),
            "points": whole("Everything else in one sum: what rules, wishes and habits miss, and what runs left out, replaced and shortened are worth."),
            "unplaced": whole("How many runs were left out. Those whose minutes went to other runs (declined) do not count."),
            "proven": { "type": "boolean", "description": "Whether nothing better exists under the rules." },
            "gap": whole("Points above the least that any placement could cost; 0 where it is proven."),
            "by_rule": { "type": "object", "additionalProperties": { "type": "integer" }, "description": "Each rule's part of the points." },
        }),
        &["must", "points", "unplaced", "proven", "gap", "by_rule"],
    )
}

fn revision() -> Value {
    object(
        "How the calendar tells one version of an event from the next.",
        &json!({
            "uid": text("A UUID that stays when the session moves."),
            "sequence": { "type": "integer", "minimum": 0, "description": "Counts up with every visible change." },
            "changed": text("When it last changed, in UTC."),
            "hash": text("Hash of the visible content."),
        }),
        &["uid", "sequence", "changed", "hash"],
    )
}

fn conflict() -> Value {
    object(
        "Demands of the person's own that cannot stand together.",
        &json!({
            "weeks": { "type": "array", "items": { "type": "integer", "minimum": 1 }, "description": "The weeks, from 1." },
            "demands": sentences("The demands: while all of them stand a run is left out, whatever else is given up."),
            "smallest": { "type": "boolean", "description": "Whether no smaller set of demands is in conflict." },
            "text": text("The conflict in a sentence."),
            "ways": sentences("What would make room, each solved, what asks least first."),
        }),
        &["weeks", "demands", "smallest", "text", "ways"],
    )
}

fn cancelled() -> Value {
    object(
        "A session of an earlier revision that no longer takes place.",
        &json!({
            "id": text("Its id."),
            "name": text("Its name."),
            "start": local_time(),
            "minutes": minutes("How long it would have taken."),
            "timezone": text("The zone of its start, where that is not the plan's."),
            "run": { "type": "boolean", "description": "Whether it was a run." },
            "revision": { "$ref": "#/$defs/revision" },
        }),
        &["id", "name", "start", "minutes", "revision"],
    )
}

fn history() -> Value {
    let run = object(
        "A run that was done.",
        &json!({
            "start": local_time(),
            "minutes": minutes("How long it took."),
            "type": { "enum": words!(RunType), "description": "What kind of run it was." },
            "planned": text("The id of the planned run it was."),
        }),
        &["start", "minutes", "type"],
    );
    let session = object(
        "A session that was done.",
        &json!({
            "name": text("The person's name for it."),
            "start": local_time(),
            "minutes": minutes("How long it took."),
            "kind": { "enum": ["strength", "mobility", "other"], "description": "What it was." },
            "focus": { "enum": words!(Focus), "description": "What it worked." },
            "effort": { "enum": words!(Effort), "description": "How hard it was meant to be." },
            "rpe": { "type": "integer", "minimum": 1, "maximum": 10, "description": "Session RPE." },
            "match": { "type": "boolean", "description": "Whether it is a match or a race of another sport." },
        }),
        &["start", "minutes", "kind"],
    );
    let shown = object(
        "How the calendar showed the runs before a day.",
        &json!({
            "before": { "type": "string", "pattern": DATE, "description": "The day." },
            "miles": { "type": "boolean", "description": "In miles instead of kilometres." },
            "alarm_minutes": minutes("How long before a run it reminded; without it there was no alarm."),
        }),
        &["before"],
    );
    object(
        "What of the plan is history, where it was planned again after it began.",
        &json!({
            "from": { "type": "string", "pattern": DATE, "description": "The first day that was planned again, or the first of the block." },
            "runs": { "type": "array", "items": run, "description": "The runs before it as they were done, where that is not as planned." },
            "sessions": { "type": "array", "items": session, "description": "The sessions before it as they were done, where that is not as planned." },
            "early": list("Planned runs that were done before their day, as they were planned: none of them stands in a week that has begun.", "run"),
            "stay": { "type": "integer", "minimum": 0, "maximum": 1000, "description": "How hard the published runs were held where they stood, if not as the rules have it." },
            "shown": { "type": "array", "items": shown, "description": "How the calendar showed what lies before some days, the earliest first." },
        }),
        &["from"],
    )
}
