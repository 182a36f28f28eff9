//! Every single change of a week that is worth asking a person for.

use serde_json::{Value, json};

use crate::brief::{AttachedRuns, Brief, Window};
use crate::model::{Clock, Effort, Kind, WEEKDAY_NAMES, WEEKDAYS};
use crate::schedule::crowding::HOURS;

/// Windows that are asked for.
const WINDOWS: [Window; 3] = [
    Window { from: Clock(6 * 60), to: 7 * 60 + 30 },
    Window { from: Clock(12 * 60), to: 13 * 60 + 30 },
    Window { from: Clock(18 * 60), to: 19 * 60 + 30 },
];

/// What a change asks of the person, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ask {
    /// Runs may follow a session.
    Attached,
    /// One window more.
    Window,
    /// Another hour for a session, or another order in a day.
    Hour,
    /// Another day for a session.
    Day,
    /// Two sessions change places.
    Swap,
    /// A session that is less hard.
    Effort,
    /// One run fewer a week.
    FewerRuns,
}

/// A single change.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What it asks.
    pub ask: Ask,
    /// What it is about: the weekday of a window, or the session. Of the changes that ask the same of the same, the best is told.
    pub about: usize,
    /// It as an imperative, without a full stop.
    pub text: String,
    /// The brief after it, as it would be written.
    pub brief: Value,
}

impl Change {
    /// Every change of a brief.
    pub(super) fn all(brief: &Brief) -> Vec<Self> {
        let mut all = Vec::new();
        if brief.running.attached_runs == AttachedRuns::Never {
            let mut source = brief.source.clone();
            source["running"]["attached_runs"] = json!("when_sensible");
            all.push(Self::new(Ask::Attached, 0, "Let a short easy run follow a session directly".to_owned(), source));
        }
        all.extend(windows(brief));
        for index in (0..brief.sessions.len()).filter(|index| brief.sessions[*index].can_move()) {
            all.extend(moves(brief, index));
            all.extend(easier(brief, index));
            all.extend((index + 1..brief.sessions.len()).filter_map(|other| swap(brief, index, other)));
        }
        if let Some(runs) = brief.running.runs_per_week.filter(|runs| *runs > 1) {
            let mut source = brief.source.clone();
            source["running"]["runs_per_week"] = json!(runs - 1);
            all.push(Self::new(
                Ask::FewerRuns,
                0,
                format!("Ask for {} a week instead of {runs}", count(runs - 1)),
                source,
            ));
        }
        all
    }

    fn new(ask: Ask, about: usize, text: String, brief: Value) -> Self {
        Self { ask, about, text, brief }
    }
}

fn count(runs: u32) -> String {
    if runs == 1 { "one run".to_owned() } else { format!("{runs} runs") }
}

fn windows(brief: &Brief) -> Vec<Change> {
    let mut found = Vec::new();
    for (day, (key, name)) in WEEKDAYS.iter().zip(WEEKDAY_NAMES).enumerate() {
        for window in WINDOWS {
            let known = &brief.availability.week[day];
            if known.iter().any(|old| old.from <= window.from && old.to >= window.to) {
                continue;
            }
            let span = format!("{}-{}", window.from, Clock(window.to));
            let mut source = brief.source.clone();
            match source["availability"][key].as_array_mut() {
                Some(windows) => windows.push(json!(span)),
                None => source["availability"][key] = json!([span]),
            }
            found.push(Change::new(Ask::Window, day, format!("Keep {name} {span} free for a run"), source));
        }
    }
    found
}

/// A session on another day at its hour, or on its day at another hour.
fn moves(brief: &Brief, index: usize) -> Vec<Change> {
    let session = &brief.sessions[index];
    let (name, old) = (&session.name, session.weekday % 7);
    let mut found = Vec::new();
    for (key, to) in WEEKDAYS.iter().zip(WEEKDAY_NAMES).filter(|(_, to)| *to != WEEKDAY_NAMES[old]) {
        let mut source = brief.source.clone();
        source["sessions"][index]["day"] = json!(key);
        found.push(Change::new(Ask::Day, index, format!("Move {name} from {} to {to}", WEEKDAY_NAMES[old]), source));
    }
    for hour in HOURS.into_iter().filter(|hour| hour.part() != session.start.part()) {
        let mut source = brief.source.clone();
        source["sessions"][index]["start"] = json!(hour.to_string());
        let text = format!("Move {name} on {} from {} to {hour}", WEEKDAY_NAMES[old], session.start);
        found.push(Change::new(Ask::Hour, index, text, source));
    }
    found
}

/// A strength session one step less hard.
fn easier(brief: &Brief, index: usize) -> Option<Change> {
    let session = &brief.sessions[index];
    let (from, to) = match session.effort {
        _ if session.kind != Kind::Strength => return None,
        Some(Effort::Light) => return None,
        Some(Effort::Moderate) => (Effort::Moderate, Effort::Light),
        Some(Effort::Heavy) | None => (Effort::Heavy, Effort::Moderate),
    };
    let mut source = brief.source.clone();
    let written = source["sessions"][index].as_object_mut()?;
    written.remove("rpe");
    written.insert("effort".to_owned(), json!(to.word()));
    let day = WEEKDAY_NAMES[session.weekday % 7];
    Some(Change::new(Ask::Effort, index, format!("Make {} on {day} {to} instead of {from}", session.name), source))
}

/// Two sessions in each other's place. Sessions that are alike have nothing to swap.
fn swap(brief: &Brief, index: usize, other: usize) -> Option<Change> {
    let (a, b) = (&brief.sessions[index], &brief.sessions[other]);
    let alike = (a.kind, a.focus, a.effort, a.minutes) == (b.kind, b.focus, b.effort, b.minutes);
    if alike || !b.can_move() || (a.weekday, a.start) == (b.weekday, b.start) {
        return None;
    }
    let mut source = brief.source.clone();
    for key in ["day", "start"] {
        let (first, second) = (source["sessions"][index][key].clone(), source["sessions"][other][key].clone());
        source["sessions"][index][key] = second;
        source["sessions"][other][key] = first;
    }
    let (on_a, on_b) = (WEEKDAY_NAMES[a.weekday % 7], WEEKDAY_NAMES[b.weekday % 7]);
    Some(if on_a == on_b {
        Change::new(Ask::Hour, index, format!("On {on_a} let {} and {} change places", a.name, b.name), source)
    } else {
        Change::new(Ask::Swap, index, format!("Swap {} on {on_a} and {} on {on_b}", a.name, b.name), source)
    })
}
