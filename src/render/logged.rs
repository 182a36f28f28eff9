//! What a log says, in sentences.

use serde_json::{Value, json};

use super::text::clean;
use super::words;
use crate::follow::log::{Entry, LineProblem, Log};
use crate::plan::{Entry as Planned, Plan};

/// One line of a log in words: "w01-easy-1 done on 3 December 2026, 30 min, RPE 3".
pub fn logged(entry: &Entry) -> String {
    let mut parts: Vec<String> = Vec::new();
    let on = |date: Option<chrono::NaiveDate>| {
        date.map(|date| format!(" on {}", words::date_long(date))).unwrap_or_default()
    };
    match entry {
        Entry::Done(done) => {
            parts.push(format!("{} done{}", clean(&done.id), on(done.date)));
            parts.extend(done.start.map(|start| format!("at {start}")));
            parts.extend(done.minutes.map(words::minutes));
            parts.extend(felt(done.rpe, done.distance_km, done.note.as_deref()));
        }
        Entry::Missed(missed) => {
            parts.push(format!("{} missed{}", clean(&missed.id), on(missed.date)));
            parts.extend(missed.note.as_deref().map(clean));
        }
        Entry::Added(added) => {
            parts.push(format!("{} added{}", added.kind.word(), on(Some(added.date))));
            parts.extend(added.start.map(|start| format!("at {start}")));
            parts.push(words::minutes(added.minutes));
            parts.extend(added.focus.map(|focus| focus.word().to_owned()));
            parts.extend(added.effort.map(|effort| effort.word().to_owned()));
            parts.extend(felt(added.rpe, added.distance_km, added.note.as_deref()));
        }
        Entry::CheckIn(one) => {
            parts.push(format!("check-in{}", on(Some(one.date))));
            parts.extend(one.sleep_hours.map(|hours| format!("{hours} h of sleep")));
            let answers =
                [("fatigue", one.fatigue), ("soreness", one.soreness), ("stress", one.stress), ("pain", one.pain)];
            parts.extend(answers.iter().filter_map(|(name, value)| value.map(|value| format!("{name} {value}"))));
            parts.extend(one.signs.iter().map(|sign| sign.replace('_', " ")));
            parts.extend(one.signs_days.map(|days| format!("for {}", words::count(days as usize, "day"))));
            parts.extend(one.days_off.map(|days| format!("{} without running", words::count(days as usize, "day"))));
        }
    }
    parts.join(", ")
}

fn felt(rpe: Option<f64>, distance_km: Option<f64>, note: Option<&str>) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(rpe.map(|rpe| format!("RPE {rpe}")));
    parts.extend(distance_km.map(|km| format!("{km} km")));
    parts.extend(note.map(clean));
    parts
}

/// The same, and what was planned where that is something else.
pub fn logged_against(entry: &Entry, planned: Option<&Planned>) -> String {
    let (text, Some(planned)) = (logged(entry), planned) else { return logged(entry) };
    let start = planned.start().0;
    let on = format!("{} {}", words::weekday_short(start.date()), words::date_short(start.date()));
    let at = planned.start().clock();
    let mut differs: Vec<String> = Vec::new();
    match entry {
        Entry::Done(done) => {
            if done.date.is_some_and(|date| date != start.date()) {
                differs.push(on);
            }
            if done.start.is_some_and(|clock| clock != at) {
                differs.push(format!("at {at}"));
            }
            if done.minutes.is_some_and(|minutes| minutes != planned.minutes()) {
                differs.push(words::minutes(planned.minutes()));
            }
        }
        Entry::Missed(_) => differs.extend([on, format!("at {at}"), words::minutes(planned.minutes())]),
        Entry::Added(_) | Entry::CheckIn(_) => {}
    }
    let name = clean(planned.name());
    if differs.is_empty() {
        format!("{text} ({name}, as planned)")
    } else {
        format!("{text} ({name}, planned: {})", differs.join(", "))
    }
}

/// A log as data: its lines, what was planned where they speak of it, and what is wrong with which.
pub fn log_data(log: &Log, problems: &[LineProblem], plan: Option<&Plan>) -> Value {
    let line = |(line, entry): &(usize, Entry)| {
        let mut data = json!({ "line": line, "entry": entry });
        if let Some(planned) = plan.and_then(|plan| entry.planned_in(plan)) {
            data["planned"] = json!({ "name": planned.name(), "start": planned.start(), "minutes": planned.minutes() });
        }
        data
    };
    let lines: Vec<Value> = log.entries.iter().map(line).collect();
    let problems: Vec<Value> =
        problems.iter().map(|problem| json!({ "line": problem.line, "problem": problem.what })).collect();
    json!({ "entries": lines, "problems": problems })
}
