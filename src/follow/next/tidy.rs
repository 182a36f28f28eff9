//! What of a brief does not go into the next block.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::turn;
use crate::follow::replan::check_ins_for;

/// Gives a brief its new start and takes out what lies before it: the event, the skipped weeks and dates, exceptions, check-ins.
/// Exceptions that ended are told: who works in shifts has to write the next ones.
pub(super) fn tidy(brief: &mut Value, start: NaiveDate) -> Option<String> {
    let is_ahead =
        |date: &Value| date.as_str().and_then(|text| text.parse().ok()).is_some_and(|date: NaiveDate| date >= start);
    let weeks = weeks_between(&brief["block"]["start"], start);
    if let Some(block) = brief["block"].as_object_mut() {
        block.insert("start".to_owned(), json!(start));
        block.shift_remove("event");
        if let Some(events) = block.get_mut("events").and_then(Value::as_array_mut) {
            events.retain(|one| is_ahead(&one["date"]));
            if events.is_empty() {
                block.shift_remove("events");
            }
        }
        if let Some(name) = block.get("name").and_then(Value::as_str).filter(|name| !name.is_empty()) {
            let name = counted_up(name);
            block.insert("name".to_owned(), json!(name));
        }
    }
    if let Some(brief) = brief.as_object_mut() {
        brief.shift_remove("bring");
    }
    if let Some(sessions) = brief["sessions"].as_array_mut() {
        let goes_on = |session: &Value| session["every"]["days"].is_number();
        sessions.retain(|session| goes_on(session) || session.get("date").is_none_or(is_ahead));
    }
    for session in brief["sessions"].as_array_mut().into_iter().flatten() {
        turn::go_on(session, weeks);
    }
    let mut ended = 0;
    if let Some(exceptions) = brief.get_mut("availability").and_then(|one| one.get_mut("exceptions")?.as_array_mut()) {
        let all = exceptions.len();
        exceptions.retain(|one| is_ahead(one.get("to").unwrap_or(&one["from"])));
        ended = all - exceptions.len();
    }
    check_ins(brief, start);
    match ended {
        0 => None,
        1 => Some("One exception of `availability` ended with the last block and is not taken over.".to_owned()),
        _ => Some(format!("{ended} exceptions of `availability` ended with the last block and are not taken over.")),
    }
}

/// Whole weeks from the start of a block to that of the next.
fn weeks_between(old: &Value, new: NaiveDate) -> i64 {
    let old = old.as_str().and_then(|text| text.parse::<NaiveDate>().ok());
    old.map_or(0, |old| (new - old).num_days().div_euclid(7))
}

/// Check-ins that still matter stay.
fn check_ins(brief: &mut Value, start: NaiveDate) {
    let known = check_ins_for(brief, start);
    if let Some(fields) = brief.as_object_mut() {
        fields.shift_remove("readiness");
        if !known.is_empty() {
            fields.insert("readiness".to_owned(), json!(known));
        }
    }
}

/// No name in a brief has more letters.
const LONGEST_NAME: usize = 200;

/// `Base 3` after `Base 2`, `Base 2` after `Base`; a year is no such number.
fn counted_up(name: &str) -> String {
    let numbered = name.rsplit_once(' ').and_then(|(stem, number)| Some((stem, number.parse::<u32>().ok()?)));
    let (stem, number) = match numbered.filter(|(_, number)| *number < 1000) {
        Some((stem, number)) => (stem, format!(" {}", number + 1)),
        None => (name, " 2".to_owned()),
    };
    let kept: String = stem.chars().take(LONGEST_NAME - number.len()).collect();
    format!("{}{number}", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_before_the_new_start_is_taken_out() {
        let mut brief = json!({
            "block": { "name": "Winter 2", "start": "2026-11-30", "event": { "date": "2027-01-24", "distance_km": 10 } },
            "sessions": [{ "name": "Squats", "every": { "skip_weeks": [3], "skip_dates": ["2026-12-07"] } }],
            "availability": { "exceptions": [{ "from": "2026-12-24", "to": "2026-12-26" }, { "from": "2027-02-01" }] },
            "readiness": { "date": "2026-11-29" },
        });
        let ended = tidy(&mut brief, "2027-01-25".parse().unwrap());
        assert!(ended.is_some_and(|ended| ended.starts_with("One exception")));
        let expected = json!({
            "block": { "name": "Winter 3", "start": "2027-01-25" },
            "sessions": [{ "name": "Squats" }],
            "availability": { "exceptions": [{ "from": "2027-02-01" }] },
        });
        assert_eq!(brief, expected);
        assert_eq!(["Winter", "Winter 9", "Winter 2026"].map(counted_up), ["Winter 2", "Winter 10", "Winter 2026 2"]);
        let long = counted_up(&"ä".repeat(LONGEST_NAME));
        assert_eq!((long.chars().count(), long.ends_with("ä 2")), (LONGEST_NAME, true));
        assert!(counted_up(&long).ends_with("ä 3"));
    }
}
