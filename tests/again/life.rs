//! Somebody's week, and what life does to it.

use super::*;

/// A brief, and what it has become.
pub(crate) struct Change {
    pub(crate) what: &'static str,
    pub(crate) before: Value,
    pub(crate) after: Value,
}

/// Four weeks of somebody who lifts three times and runs three times.
pub(crate) fn brief() -> Value {
    json!({
        "athlete": { "goal": "general_fitness", "running_level": "intermediate", "strength_level": "advanced" },
        "block": { "name": "Base", "start": "2026-11-30", "weeks": 5, "timezone": "Europe/Berlin", "deload_every": 4 },
        "sessions": [
            { "name": "Squats", "day": "mon", "start": "18:00", "minutes": 75, "kind": "strength", "focus": "lower", "effort": "heavy" },
            { "name": "Press", "day": "wed", "start": "18:00", "minutes": 60, "kind": "strength", "focus": "upper", "effort": "heavy" },
            { "name": "Yoga", "day": "sun", "start": "09:00", "minutes": 30, "kind": "mobility" }
        ],
        "running": { "current_weekly_minutes": 90, "longest_recent_minutes": 40, "runs_per_week": 3, "long_run_day": "sat" },
        "availability": { "mon": ["06:00-07:00"], "tue": ["06:30-07:45"], "thu": ["06:00-07:00", "18:00-19:00"],
                          "fri": ["06:30-07:30"], "sat": ["08:00-10:00"], "sun": ["10:00-11:30"] }
    })
}

/// What life does to a brief.
pub(crate) fn changes() -> Vec<Change> {
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut brief = brief();
        change(&mut brief);
        brief
    };
    let with_race = |date: &str| {
        changed(&|brief| {
            brief["block"]["event"] = json!({ "name": "Spring 10K", "date": date, "distance_km": 10 });
        })
    };
    let change = |what, after| Change { what, before: brief(), after };
    vec![
        change(
            "a Saturday is blocked",
            changed(&|brief| {
                brief["availability"]["exceptions"] = json!([{ "from": "2026-12-19", "windows": [] }]);
            }),
        ),
        change("a lift moves", changed(&|brief| brief["sessions"][1]["day"] = json!("thu"))),
        change(
            "a lift goes and another comes",
            changed(&|brief| {
                brief["sessions"] = json!([brief["sessions"][1], brief["sessions"][2],
                { "name": "Rowing", "day": "fri", "start": "18:00", "minutes": 40, "kind": "other" }]);
            }),
        ),
        change("there is an event", with_race("2027-01-03")),
        Change { what: "the event is a week later", before: with_race("2026-12-27"), after: with_race("2027-01-03") },
        change(
            "five days of illness",
            changed(&|brief| {
                brief["availability"]["exceptions"] =
                    json!([{ "from": "2026-12-16", "to": "2026-12-20", "windows": [] }]);
                brief["readiness"] = json!([{ "date": "2026-12-21", "days_off": 6 }]);
            }),
        ),
        change("two runs a week", changed(&|brief| brief["running"]["runs_per_week"] = json!(2))),
    ]
}
