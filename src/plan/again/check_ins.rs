//! Check-ins of a log become part of the brief that a plan keeps.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::plan::log::{Entry, Log};

/// A brief's JSON with the check-ins of a log from `first` to `last` beside its own; of two on one date that of the log counts.
/// Without any, the brief stays as it was written.
pub fn with_check_ins(source: &Value, log: &Log, first: NaiveDate, last: NaiveDate) -> Value {
    let told = log.entries.iter().filter_map(|(_, entry)| match entry {
        Entry::CheckIn(one) if (first..=last).contains(&one.date) => Some((one.date.to_string(), json!(one))),
        _ => None,
    });
    let told: BTreeMap<String, Value> = told.collect();
    if told.is_empty() {
        return source.clone();
    }
    let own = match &source["readiness"] {
        Value::Array(several) => several.clone(),
        Value::Null => Vec::new(),
        one => vec![one.clone()],
    };
    let own = own.into_iter().map(|one| (one["date"].as_str().unwrap_or_default().to_owned(), one));
    let mut all: BTreeMap<String, Value> = own.collect();
    all.extend(told);
    let mut source = source.clone();
    source["readiness"] = all.into_values().collect();
    source
}
