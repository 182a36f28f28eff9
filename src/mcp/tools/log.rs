//! The tool that records what was done and how the body is.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::reading::object;
use super::{Does, Tool};
use crate::app;
use crate::follow::log::Log;
use crate::mcp::arguments::{Arguments, Kind, may, needs};
use crate::mcp::change::Change;
use crate::mcp::desk::Desk;
use crate::plan::{Plan, Toward};
use crate::render;
use crate::world::{LOG_FILE, Stop};

const WORDS: usize = 200;
const NOTE: usize = 2000;

pub(super) const TOOLS: &[Tool] = &[Tool {
    name: "log",
    title: "Record what was done, missed or felt",
    what: "Adds one line to the log: a planned run or session done or missed, something that was not planned, or a check-in. It \
           changes no plan; `replan` then plans the rest from it. A check-in with a red flag stops the runs: tell the person whom \
           to ask.",
    takes: &[
        needs("type", Kind::Word(&["done", "missed", "added", "check_in"]), "What is recorded"),
        may(
            "what",
            Kind::Text(WORDS),
            "done, missed: which it was, `long`, `thu`, `easy run 2027-01-14` or an id; the last run when left out",
        ),
        may("date", Kind::Date, "The day; done and missed: the planned one when left out, else today"),
        may("start", Kind::Text(5), "done, added: when it started, HH:MM"),
        may(
            "minutes",
            Kind::Whole(1, 1440),
            "done, added: how long it took, in minutes; done: as planned when left out",
        ),
        may("rpe", Kind::Number(0.0, 10.0), "done, added: how hard it felt, session RPE"),
        may("distance_km", Kind::Number(0.0, 500.0), "done, added: how far it went, in kilometres"),
        may("kind", Kind::Text(20), "added: easy, long, tempo .. or strength, mobility, other"),
        may("focus", Kind::Word(&["lower", "upper", "core", "full_body"]), "added: what a strength session worked"),
        may("effort", Kind::Word(&["light", "moderate", "heavy"]), "added: how hard a session was"),
        may("note", Kind::Text(NOTE), "done, missed, added: the person's own words"),
        may("sleep_hours", Kind::Number(0.0, 24.0), "check_in: hours slept in the last night"),
        may("fatigue", Kind::Whole(1, 7), "check_in: from 1 (very good) to 7 (very bad)"),
        may("soreness", Kind::Whole(1, 7), "check_in: muscle soreness, from 1 (very good) to 7 (very bad)"),
        may("stress", Kind::Whole(1, 7), "check_in: from 1 (very good) to 7 (very bad)"),
        may("pain", Kind::Whole(0, 10), "check_in: pain while or after running, from 0 (none) to 10"),
        may("signs", Kind::Signs, "check_in: signs of overtraining, and red flags that stop the runs"),
        may("signs_days", Kind::Whole(0, 3650), "check_in: for how many days the signs have lasted"),
        may("days_off", Kind::Whole(0, 3650), "check_in: days without running up to this day"),
    ],
    gives: || object(&[("line", json!({ "type": "object", "description": "What is added to the log" }))], &["line"]),
    does: Does::Change(log),
}];

/// What belongs to each type, beside `date`.
const FIELDS: [(&str, &[&str]); 4] = [
    ("done", &["what", "start", "minutes", "rpe", "distance_km", "note"]),
    ("missed", &["what", "note"]),
    ("added", &["start", "minutes", "rpe", "distance_km", "kind", "focus", "effort", "note"]),
    ("check_in", &["sleep_hours", "fatigue", "soreness", "stress", "pain", "signs", "signs_days", "days_off"]),
];

fn log(desk: &Desk<'_>, arguments: Arguments<'_>) -> Result<Change, Stop> {
    let plan = desk.plan()?;
    let today = desk.today(&plan);
    let kind = arguments.text("type").unwrap_or_default();
    let fields = FIELDS.iter().find(|(name, _)| *name == kind).map_or(&[][..], |(_, fields)| fields);
    let others = FIELDS.iter().flat_map(|(_, fields)| fields.iter()).filter(|name| !fields.contains(name));
    if let Some(other) = others.into_iter().find(|name| arguments.value(name).is_some()) {
        return Err(Stop::wrong(
            format!("`{other}` does not belong to `{kind}`"),
            format!("it takes date, {}", fields.join(", ")),
        ));
    }
    let mut line = Map::from_iter([("type".to_owned(), json!(kind))]);
    let said = fields.iter().filter(|name| **name != "what");
    line.extend(said.filter_map(|name| Some(((*name).to_owned(), arguments.value(name)?.clone()))));
    let day = match kind {
        "done" | "missed" => named(&plan, arguments.text("what").unwrap_or_default(), today, kind, &mut line)?,
        _ => today,
    };
    line.insert("date".to_owned(), json!(arguments.date("date").unwrap_or(day)));
    let text = Value::Object(line).to_string();
    let (read, problems) = Log::read(text.as_bytes());
    let Some((_, entry)) = read.entries.into_iter().next() else {
        let sentences: Vec<String> = problems.into_iter().map(|problem| problem.what).collect();
        return Err(Stop::Input(format!("error: this cannot be recorded\n  {}", sentences.join("\n  "))));
    };
    let known = desk.log(&plan)?;
    let is_other = desk.bytes(LOG_FILE)?.is_some_and(|text| !text.trim_ascii().is_empty());
    if known.is_some_and(|log| log.entries.is_empty()) && is_other {
        let what = format!("{LOG_FILE} is no training log: none of its lines can be read as one");
        return Err(Stop::wrong(what, "move it away; a new one is made"));
    }
    let name =
        entry.id().and_then(|id| plan.named(id, today, Toward::Behind).ok()).and_then(|all| all.into_iter().next());
    let name = name.map(|one| format!(" ({})", render::clean(&one.name))).unwrap_or_default();
    let told = format!("For the log: {}{name}", render::logged(&entry));
    let data = json!({ "line": render::data_of(&entry) });
    Ok(Change { added: Some((LOG_FILE, entry.line() + "\n")), text: told, data, ..Change::default() })
}

/// Finds the run or session that words mean, takes what else they say into the line, and returns its day.
fn named(
    plan: &Plan,
    words: &str,
    today: NaiveDate,
    kind: &str,
    line: &mut Map<String, Value>,
) -> Result<NaiveDate, Stop> {
    let (id, said, day) = app::recorded(plan, words.trim(), today)
        .map_err(|why| Stop::wrong(&why, format!("{}; what was not planned is `added`", why.hint())))?;
    // Whoever names a run that lies ahead has done it early.
    let day = if kind == "done" && id != words.trim() { day.min(today) } else { day };
    line.insert("id".to_owned(), json!(id));
    if kind == "done" {
        let more = [
            ("start", json!(said.start.map(|start| start.to_string()))),
            ("minutes", json!(said.minutes)),
            ("rpe", json!(said.rpe)),
            ("distance_km", json!(said.distance_km)),
        ];
        for (name, value) in more.into_iter().filter(|(_, value)| !value.is_null()) {
            line.entry(name).or_insert(value);
        }
    }
    Ok(day)
}
