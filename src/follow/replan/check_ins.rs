//! Check-ins of a log become part of the brief that a plan keeps.

use std::collections::BTreeMap;

use chrono::{Duration, NaiveDate};
use serde_json::{Value, json};

use crate::brief::signs;
use crate::follow::log::{Entry, Log};
use crate::plan::Plan;

/// Check-ins are compared with those of so many days before.
const CHECK_IN_DAYS: i64 = 28;

/// A brief's JSON with the check-ins of a log up to `last` beside its own, as far as they matter to a block that starts on
/// `start`; of two on one date that of the log counts. Without any, the brief stays as it was written.
pub fn with_check_ins(source: &Value, log: &Log, start: NaiveDate, last: NaiveDate) -> Value {
    let told = log.entries.iter().filter_map(|(_, entry)| match entry {
        Entry::CheckIn(one) if one.date <= last => Some((one.date.to_string(), json!(one))),
        _ => None,
    });
    let told: BTreeMap<String, Value> = told.collect();
    if told.is_empty() {
        return source.clone();
    }
    let own = own(source).into_iter().map(|one| (one["date"].as_str().unwrap_or_default().to_owned(), one));
    let mut all: BTreeMap<String, Value> = own.collect();
    all.extend(told);
    let mut source = source.clone();
    source["readiness"] = json!(that_matter(all.into_values().collect(), start));
    source
}

/// The check-ins of a brief that matter to a block that starts on `start`; none where there are none.
pub(in crate::follow) fn check_ins_for(source: &Value, start: NaiveDate) -> Vec<Value> {
    that_matter(own(source), start)
}

/// The check-ins that a red flag still stands in before `start`: no later one says how the person feels without one.
pub(in crate::follow) fn standing_red_flags(all: &[Value], start: NaiveDate) -> Vec<&Value> {
    let before = |one: &&Value| date(one).is_some_and(|date| date < start);
    let mut felt: Vec<&Value> = all.iter().filter(before).filter(|one| tells_how_one_feels(one)).collect();
    felt.sort_by_key(|one| date(one));
    felt.into_iter().rev().take_while(|one| has_red_flag(one)).collect()
}

impl Plan {
    /// Whether a red flag stands to the end of the block.
    pub fn has_standing_red_flag(&self) -> bool {
        !standing_red_flags(&own(&self.brief), NaiveDate::MAX).is_empty()
    }
}

/// Whether a check-in as a brief writes it [says how the person feels](crate::brief::CheckIn::tells_how_one_feels): an empty
/// list of signs says nothing.
pub(in crate::follow) fn tells_how_one_feels(one: &Value) -> bool {
    let is_empty = |value: &Value| value.as_array().is_some_and(Vec::is_empty);
    one.as_object().is_some_and(|one| {
        let mut others = one.iter().filter(|(key, value)| *key != "date" && *key != "days_off" && !is_empty(value));
        !one.contains_key("days_off") || others.next().is_some()
    })
}

/// Those of the last weeks, for those to come are compared with them, and red flags until they have gone.
fn that_matter(all: Vec<Value>, start: NaiveDate) -> Vec<Value> {
    let first = start - Duration::days(CHECK_IN_DAYS);
    let mut standing: Vec<Value> = standing_red_flags(&all, start).into_iter().cloned().collect();
    standing.extend(last_pain(&all, start).cloned());
    let matters = |one: &Value| date(one).is_some_and(|date| date >= first) || standing.contains(one);
    all.into_iter().filter(matters).collect()
}

/// The last word on pain before `start`, where it hurt: it is held until a later check-in tells of less.
fn last_pain(all: &[Value], start: NaiveDate) -> Option<&Value> {
    let before = |one: &&Value| date(one).is_some_and(|date| date < start) && one["pain"].is_u64();
    all.iter().filter(before).max_by_key(|one| date(one)).filter(|one| one["pain"] != 0)
}

/// Says in the check-in of a day that so many days before it held no run.
pub(in crate::follow) fn add_days_off(brief: &mut Value, date: NaiveDate, days: i64) {
    let days = json!(days.clamp(0, 3650));
    let date = json!(date);
    if !brief["readiness"].is_array() {
        brief["readiness"] = match brief["readiness"].take() {
            Value::Null => json!([]),
            one => json!([one]),
        };
    }
    let Some(list) = brief["readiness"].as_array_mut() else { return };
    match list.iter_mut().find(|one| one["date"] == date) {
        Some(one) => one["days_off"] = days,
        None => list.push(json!({ "date": date, "days_off": days })),
    }
}

fn own(source: &Value) -> Vec<Value> {
    match &source["readiness"] {
        Value::Array(several) => several.clone(),
        Value::Null => Vec::new(),
        one => vec![one.clone()],
    }
}

fn date(one: &Value) -> Option<NaiveDate> {
    one["date"].as_str()?.parse().ok()
}

fn has_red_flag(one: &Value) -> bool {
    one["signs"].as_array().into_iter().flatten().filter_map(Value::as_str).any(signs::is_red_flag)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(readiness: &Value) -> Vec<String> {
        let kept = check_ins_for(&json!({ "readiness": readiness }), "2027-01-25".parse().unwrap());
        kept.iter().map(|one| one["date"].as_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn check_ins_of_the_last_weeks_stay() {
        assert_eq!(
            dates(&json!([{ "date": "2026-12-27", "pain": 7 }, { "date": "2026-12-28", "pain": 1 }])),
            ["2026-12-28"]
        );
    }

    #[test]
    fn a_red_flag_stays_however_old_it_is() {
        assert_eq!(dates(&json!({ "date": "2026-10-01", "signs": ["chest_pain"] })), ["2026-10-01"]);
        let days_off = json!({ "date": "2026-12-01", "days_off": 60 });
        assert_eq!(dates(&json!([{ "date": "2026-10-01", "signs": ["limp"] }, days_off])), ["2026-10-01"]);
        let no_signs = json!({ "date": "2026-12-01", "days_off": 60, "signs": [] });
        assert_eq!(dates(&json!([{ "date": "2026-10-01", "signs": ["limp"] }, no_signs])), ["2026-10-01"]);
    }

    #[test]
    fn a_red_flag_goes_with_the_first_check_in_without_it() {
        let gone = json!({ "date": "2026-10-05", "pain": 0 });
        assert_eq!(dates(&json!([{ "date": "2026-10-01", "signs": ["chest_pain"] }, gone])), Vec::<String>::new());
    }
}
