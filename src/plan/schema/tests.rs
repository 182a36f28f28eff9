use serde_json::Value;

use super::schema;
use crate::plan::fixture;

/// What a value has that a schema does not describe, or lacks that it asks for.
fn faults(root: &Value, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        return faults(root, &root["$defs"][name.rsplit('/').next().unwrap()], value, at, found);
    }
    if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
        let attempts: Vec<Vec<String>> = choices
            .iter()
            .map(|choice| {
                let mut found = Vec::new();
                faults(root, choice, value, at, &mut found);
                found
            })
            .collect();
        return found.extend(attempts.into_iter().min_by_key(Vec::len).unwrap());
    }
    if schema.get("const").is_some_and(|only| only != value) {
        found.push(format!("{at}: {value}"));
    }
    if schema.get("enum").and_then(Value::as_array).is_some_and(|words| !words.contains(value)) {
        found.push(format!("{at}: {value}"));
    }
    if let (Some(properties), Some(object)) = (schema.get("properties"), value.as_object()) {
        for (key, inner) in object {
            match properties.get(key) {
                Some(of) => faults(root, of, inner, &format!("{at}.{key}"), found),
                None => found.push(format!("{at}.{key} is not described")),
            }
        }
        let required = schema["required"].as_array().unwrap().iter().filter_map(Value::as_str);
        found.extend(
            required.filter(|key| !object.contains_key(*key)).map(|key| format!("{at}.{key} should not be required")),
        );
    }
    if let (Some(items), Some(list)) = (schema.get("items"), value.as_array()) {
        for (index, item) in list.iter().enumerate() {
            faults(root, items, item, &format!("{at}[{index}]"), found);
        }
    }
}

/// A plan with every key that there is.
fn whole() -> Value {
    let mut plan = serde_json::to_value(fixture::plan()).unwrap();
    let revision = plan["weeks"][0]["sessions"][0]["revision"].clone();
    plan["busy"] = serde_json::json!([{ "start": "2027-03-23T09:00", "minutes": 30 }]);
    plan["cancelled"] = serde_json::json!([{ "id": "w01-easy-2", "name": "Easy run", "start": "2027-03-23T07:00", "minutes": 30, "timezone": "Europe/Paris", "run": true, "revision": revision }]);
    plan["conflicts"] = serde_json::json!([{ "weeks": [1], "demands": ["3 runs in the week"], "smallest": true, "text": "These.", "ways": ["Two."] }]);
    plan["weeks"][0]["sessions"][0]["rpe"] = serde_json::json!(8);
    let run = &mut plan["weeks"][0]["sessions"][1];
    run["pin"] = serde_json::json!(true);
    run["run"]["full_minutes"] = serde_json::json!(35);
    run["run"]["energy_kcal"] = serde_json::json!([200, 250]);
    run["run"]["steps"][0] = serde_json::json!({ "minutes": 0.5, "zone": 2, "effort": "easy", "pace": "5:50-6:25 /km", "heart_rate": "136-154", "repeat": 2, "group": 1 });
    plan["weeks"][0]["unplaced"] = serde_json::json!([{ "id": "w01-easy-3", "type": "easy", "minutes": 20, "declined": true, "why": [{ "day": "mon", "rule": "no_overlap", "text": "Squat day." }] }]);
    plan["history"] = serde_json::json!({ "from": "2027-03-24", "early": [plan["weeks"][0]["sessions"][1]], "stay": 30,
        "shown": [{ "before": "2027-03-23", "miles": true, "alarm_minutes": 20 }] });
    plan
}

#[test]
fn every_key_of_a_plan_is_described_and_every_required_one_is_written() {
    let plan: crate::plan::Plan = serde_json::from_value(whole()).unwrap();
    let written = serde_json::to_value(plan).unwrap();
    assert_eq!(written["weeks"][0]["sessions"][1], whole()["weeks"][0]["sessions"][1]);
    let (schema, mut found) = (schema(), Vec::new());
    faults(&schema, &schema, &written, "plan", &mut found);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn what_the_schema_lets_out_the_reader_does_without() {
    let schema = schema();
    let mut plan = whole();
    let required = |name: &str| -> Vec<String> {
        let list = if name == "plan" { &schema["required"] } else { &schema["$defs"][name]["required"] };
        list.as_array().unwrap().iter().map(|key| key.as_str().unwrap().to_owned()).collect()
    };
    let keep = |value: &mut Value, name: &str| {
        let keys = required(name);
        value.as_object_mut().unwrap().retain(|key, _| keys.contains(key));
    };
    keep(&mut plan, "plan");
    keep(&mut plan["score"], "score");
    let week = &mut plan["weeks"][0];
    keep(week, "week");
    keep(&mut week["sessions"][0], "fixed");
    keep(&mut week["sessions"][1], "run");
    keep(&mut week["sessions"][1]["run"], "detail");
    keep(&mut week["sessions"][1]["run"]["steps"][0], "step");
    serde_json::from_value::<crate::plan::Plan>(plan).unwrap();
}
