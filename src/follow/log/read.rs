//! Reading a log line by line, and judging it against a plan and a day.

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;
use serde_json::Value;
use serde_json::error::Category;

use super::entry::are_near;
use super::{Entry, Log, fields};
use crate::plan::Plan;

/// What is the matter with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineProblem {
    /// Its number, from 1.
    pub line: usize,
    /// The sentence.
    pub what: String,
}

impl fmt::Display for LineProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

/// The most lines that are read: a hundred years of them.
const MOST_LINES: usize = 100_000;
/// The longest line that is read, in bytes.
const LONGEST: usize = 64 * 1024;

pub(super) fn read(text: &[u8]) -> (Log, Vec<LineProblem>) {
    let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
    let whole = text.ends_with(b"\n");
    let mut lines = text.split(|byte| *byte == b'\n').enumerate().peekable();
    let mut log = Log::default();
    let mut problems = Vec::new();
    while let Some((index, bytes)) = lines.next() {
        let line = index + 1;
        if bytes.trim_ascii().is_empty() {
            continue;
        }
        if log.entries.len() + problems.len() >= MOST_LINES {
            problems.push(LineProblem { line, what: "this line and those after it are one too many".to_owned() });
            break;
        }
        match entry(bytes, !whole && lines.peek().is_none()) {
            Ok(entry) => log.entries.push((line, entry)),
            Err(sentences) => problems.extend(sentences.into_iter().map(|what| LineProblem { line, what })),
        }
    }
    problems.extend(keep_the_last(&mut log.entries));
    problems.sort_by_key(|problem| problem.line);
    (log, problems)
}

fn entry(bytes: &[u8], last_and_open: bool) -> Result<Entry, Vec<String>> {
    if bytes.len() > LONGEST {
        return Err(vec![format!("is longer than {} KiB and is not used", LONGEST >> 10)]);
    }
    let value: Value = serde_json::from_slice(bytes).map_err(|error| {
        let cut = last_and_open && error.classify() == Category::Eof;
        vec![if cut { "breaks off and is not used".to_owned() } else { "is not JSON and is not used".to_owned() }]
    })?;
    let Value::Object(object) = &value else {
        return Err(vec!["is not an object in `{ }`".to_owned()]);
    };
    let types = || fields::TYPES.map(|(kind, _)| kind).join("`, `");
    let known = match object.get("type") {
        Some(Value::String(kind)) => fields::of(kind).map(|fields| (kind, fields)),
        _ => None,
    };
    let Some((kind, fields)) = known else {
        return Err(vec![format!("`type` has to be one of `{}`", types())]);
    };
    let mut wrong = Vec::new();
    for field in &fields {
        match object.get(field.name) {
            None if field.required => wrong.push(format!("`{}` is missing: {}", field.name, field.shape.expected())),
            Some(value) if !field.shape.fits(value) => {
                wrong.push(format!("`{}` has to be {}", field.name, field.shape.expected()));
            }
            _ => {}
        }
    }
    for key in object.keys().filter(|key| *key != "type" && fields.iter().all(|field| field.name != *key)) {
        let names: Vec<_> = fields.iter().map(|field| field.name).collect();
        wrong.push(format!("`{}` is no key of a `{kind}` line: `{}` are", shown(key), names.join("`, `")));
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    serde_json::from_value(value).map_err(|error| vec![format!("cannot be used: {error}")])
}

/// A key as a message shows it: short, and without what a terminal would act on.
fn shown(key: &str) -> String {
    key.chars().filter(|letter| !letter.is_control()).take(40).collect()
}

/// Drops earlier lines that speak of the same thing as a later one, and tells so.
fn keep_the_last(entries: &mut Vec<(usize, Entry)>) -> Vec<LineProblem> {
    let mut later: BTreeMap<String, Vec<(usize, Option<NaiveDate>)>> = BTreeMap::new();
    let mut problems = Vec::new();
    let mut kept = Vec::new();
    for (line, entry) in entries.drain(..).rev() {
        let date = entry.date();
        let same = later.entry(subject(&entry)).or_default();
        let is_same = |other: Option<NaiveDate>| date.zip(other).is_none_or(|(date, other)| are_near(date, other));
        if let Some((counts, _)) = same.iter().find(|(_, other)| is_same(*other)) {
            problems.push(LineProblem { line, what: format!("line {counts} speaks of the same and counts instead") });
        } else {
            same.push((line, date));
            kept.push((line, entry));
        }
    }
    kept.reverse();
    *entries = kept;
    problems
}

fn subject(entry: &Entry) -> String {
    match entry {
        Entry::Done(_) | Entry::Missed(_) => format!("id {}", entry.id().unwrap_or_default()),
        Entry::Added(added) => {
            let start = added.start.map(|clock| clock.to_string()).unwrap_or_default();
            format!("added {} {start} {}", added.date, added.kind.word())
        }
        Entry::CheckIn(check_in) => format!("check-in {}", check_in.date),
    }
}

pub(super) fn against(log: &Log, plan: &Plan) -> Vec<LineProblem> {
    let planned: BTreeMap<&str, NaiveDate> = plan.planned().map(|one| (one.id(), one.start().0.date())).collect();
    let judged = log.entries.iter().filter_map(|(line, entry)| {
        let id = entry.id()?;
        let what = match (planned.get(id), entry.date()) {
            (None, _) => format!("the plan holds no `{}`", shown(id)),
            (Some(day), Some(date)) if !are_near(date, *day) => {
                format!("`{}` was planned for {day} and is logged for {date}, too far off to be the same", shown(id))
            }
            _ => return None,
        };
        Some(LineProblem { line: *line, what })
    });
    judged.collect()
}

pub(super) fn after(log: &Log, today: NaiveDate) -> Vec<LineProblem> {
    let late = log.entries.iter().filter_map(|(line, entry)| {
        let date = entry.date().filter(|date| *date > today)?;
        Some(LineProblem { line: *line, what: format!("{date} has not come yet") })
    });
    late.collect()
}
