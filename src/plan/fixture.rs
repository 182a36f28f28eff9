//! A small plan for the tests of what reads plans.

use serde_json::json;

use super::{Entry, Plan};

/// One week from Monday 2027-03-22, in London, with squats on Monday and two runs; the clocks go forward on its Sunday.
pub(crate) fn plan() -> Plan {
    serde_json::from_value(json!({
        "format": super::FORMAT, "id": "9d3f2c1e-0000-5000-8000-000000000001", "revision": 1, "created": "2027-03-01T08:00:00Z",
        "seed": 1, "brief": { "block": { "name": "Spring" } }, "timezone": "Europe/London",
        "weeks": [{
            "number": 1, "start": "2027-03-22", "phase": "base", "deload": false,
            "sessions": [
                { "kind": "strength", "id": "w01-s1", "name": "Squat day", "focus": "lower", "effort": "heavy",
                  "start": "2027-03-22T18:00", "minutes": 75, "load": 600, "note": "" },
                { "kind": "run", "id": "w01-easy-1", "name": "Easy run", "start": "2027-03-25T06:30", "minutes": 30, "load": 90,
                  "run": { "type": "easy", "class": "easy", "workout": "easy_short", "attached_to": null, "distance_km": 4.9,
                           "steps": [{ "minutes": 30.0, "zone": 2, "effort": "easy", "repeat": 1 }] },
                  "why": [{ "rule": "heavy_legs_then_run", "text": "59 h after Squat day; 36 h would do." }],
                  "if_tired": "20 min walk" },
                { "kind": "run", "id": "w01-long", "name": "Long run", "start": "2027-03-28T00:30", "minutes": 60, "load": 180,
                  "run": { "type": "long", "class": "long", "workout": "long_easy", "attached_to": null,
                           "steps": [{ "minutes": 60.0, "zone": 2, "effort": "easy", "repeat": 1 }] } }
            ],
            "load": { "total": 870, "by_day": [600, 0, 0, 90, 0, 0, 180], "monotony": 0.6, "strain": 520 }, "run_minutes": 90
        }],
        "score": { "must": 0, "unplaced": 0, "should": 0, "preference": 0, "proven": true, "by_rule": {} }
    }))
    .unwrap()
}

/// The entry with this id.
pub(crate) fn entry<'a>(plan: &'a mut Plan, id: &str) -> &'a mut Entry {
    plan.weeks.iter_mut().flat_map(|week| &mut week.sessions).find(|entry| entry.id() == id).unwrap()
}
