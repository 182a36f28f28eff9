//! The demands that are the person's own and could be given up, in their words.

use crate::brief::{AttachedRuns, Brief, Window};
use crate::model::{Clock, WEEKDAY_NAMES};
use crate::rules::Rulebook;

/// A day without limits: 06:00 to 21:00, as where a brief says nothing.
pub(super) const OPEN: Window = Window { from: Clock(6 * 60), to: 21 * 60 };

/// A demand of the person's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Demand {
    /// The busy times of other calendars.
    Busy,
    /// A rule with numbers of the person's own.
    Rule(String),
    /// Dates with hours of their own.
    Exceptions,
    /// No run straight after a session.
    NeverAttached,
    /// The hours of a weekday, Monday 0.
    Hours(usize),
    /// A session, by its place in the brief.
    Session(usize),
    /// So many runs in the week.
    Runs(usize),
}

impl Demand {
    /// Every demand of a brief; what is to be given up first comes first.
    pub(super) fn all(brief: &Brief, busy: bool, runs: usize) -> Vec<Self> {
        let mut all = Vec::new();
        if busy {
            all.push(Self::Busy);
        }
        let own = brief.source.get("rules").and_then(serde_json::Value::as_object);
        for (id, wish) in own.into_iter().flatten() {
            if wish.is_object() && brief.rules.find(id).is_some() {
                all.push(Self::Rule(id.clone()));
            }
        }
        if !brief.availability.exceptions.is_empty() {
            all.push(Self::Exceptions);
        }
        if brief.running.attached_runs == AttachedRuns::Never {
            all.push(Self::NeverAttached);
        }
        let open = |day: &usize| brief.availability.week[*day].contains(&OPEN);
        all.extend((0..7).filter(|day| !open(day)).map(Self::Hours));
        all.extend((0..brief.sessions.len()).map(Self::Session));
        all.push(Self::Runs(runs));
        all
    }

    /// In which order demands are told: what is wanted first, then the sessions, then the rest.
    pub(super) fn order(&self) -> (usize, usize) {
        match self {
            Self::Runs(_) => (0, 0),
            Self::Session(index) => (1, *index),
            Self::Hours(day) => (2, *day),
            Self::Exceptions => (3, 0),
            Self::NeverAttached => (4, 0),
            Self::Rule(_) => (5, 0),
            Self::Busy => (6, 0),
        }
    }

    /// The demand as the person would say it.
    pub fn words(&self, brief: &Brief) -> String {
        match self {
            Self::Busy => "the busy times of your calendar".to_owned(),
            Self::Rule(id) => format!("your own numbers for the rule {id}"),
            Self::Exceptions => "the dates with hours of their own".to_owned(),
            Self::NeverAttached => "no run straight after a session".to_owned(),
            Self::Hours(day) => hours(&brief.availability.week[*day], WEEKDAY_NAMES[*day]),
            Self::Session(index) => brief.sessions.get(*index).map_or_else(String::new, |session| {
                format!("{} on {} at {}", session.name, WEEKDAY_NAMES[session.weekday % 7], session.start)
            }),
            Self::Runs(1) => "a run in the week".to_owned(),
            Self::Runs(runs) => format!("{runs} runs in the week"),
        }
    }

    /// The brief without the demand. How many runs are wanted is not the brief's alone and stays.
    pub(super) fn give_up(&self, brief: &mut Brief) {
        match self {
            Self::Busy | Self::Runs(_) | Self::Session(_) => {}
            Self::Rule(id) => usual_numbers(brief, id),
            Self::Exceptions => brief.availability.exceptions.clear(),
            Self::NeverAttached => brief.running.attached_runs = AttachedRuns::WhenSensible,
            Self::Hours(day) => brief.availability.week[*day].push(OPEN),
        }
    }
}

fn hours(windows: &[Window], day: &str) -> String {
    let spans = windows.iter().map(|window| format!("{}-{}", window.from, Clock(window.to % 1440)));
    let spans: Vec<String> = spans.collect();
    if spans.is_empty() { format!("no time on {day}") } else { format!("only {} on {day}", spans.join(" and ")) }
}

/// Sets the numbers of a rule back to those for this goal and level.
fn usual_numbers(brief: &mut Brief, id: &str) {
    let mut usual = Rulebook::for_athlete(&brief.setting());
    let rules = brief.rules.all_mut().into_iter().zip(usual.all_mut());
    for (own, usual) in rules.filter(|(own, _)| own.card().id == id) {
        for (number, usual) in own.numbers().into_iter().zip(usual.numbers()) {
            *number.value = *usual.value;
        }
    }
}
