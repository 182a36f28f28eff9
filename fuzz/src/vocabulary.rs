//! The keys and words of every format, from their schemas, so that a mutation can hit on them.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use serde_json::Value;

/// Every key and every word of a list of words.
pub fn words() -> &'static [String] {
    static WORDS: OnceLock<Vec<String>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words = BTreeSet::new();
        for schema in [runweave::brief::schema(), runweave::plan::schema(), runweave::follow::log::schema()] {
            gather(&schema, &mut words);
        }
        words.into_iter().collect()
    })
}

fn gather(schema: &Value, words: &mut BTreeSet<String>) {
    match schema {
        Value::Object(object) => {
            for (key, value) in object {
                match (key.as_str(), value) {
                    ("properties", Value::Object(keys)) => words.extend(keys.keys().cloned()),
                    ("enum", Value::Array(list)) => {
                        words.extend(list.iter().filter_map(Value::as_str).map(str::to_owned))
                    }
                    _ => {}
                }
                gather(value, words);
            }
        }
        Value::Array(list) => list.iter().for_each(|item| gather(item, words)),
        _ => {}
    }
}

/// Texts that have broken programs before, and times and dates at the edges.
pub const TEXTS: &[&str] = &[
    "",
    "00:00",
    "23:59",
    "23:45-00:15",
    "00:00-24:00",
    "22:00-06:00",
    "2026-11-30",
    "1900-01-01",
    "2199-12-30",
    "2024-02-29",
    "2026-03-29",
    "2026-10-25",
    "2026-11-30T02:30",
    "Europe/Berlin",
    "America/St_Johns",
    "Pacific/Apia",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "1:45:00",
    "off",
    "\u{0}",
    "\u{1b}]0;x\u{7}",
    "\r\nEND:VEVENT",
    "</script><script>",
    "{{ name }}",
    "\u{202e}\u{200b}\u{2028}",
    "🏃🏽‍♀️",
    "=1+1",
];

/// Numbers at the edges of the ranges that formats and machines have.
pub const NUMBERS: &[f64] = &[
    -1e308,
    -9_223_372_036_854_775_808.0,
    -2_147_483_648.0,
    -1.0,
    -0.0,
    0.5,
    1.0,
    2.0,
    4.0,
    5.0,
    7.0,
    10.0,
    15.0,
    20.0,
    42.195,
    60.0,
    100.0,
    104.0,
    168.0,
    180.0,
    300.0,
    1000.0,
    1440.0,
    1988.0,
    10_000.0,
    100_000.0,
    2_147_483_647.0,
    9_223_372_036_854_775_807.0,
    1e308,
];
