//! From text to a checked brief, or to every problem at once.

use std::collections::BTreeSet;

use crate::intake::{BroughtWeek, brought_week};
use crate::model::Zone;

use super::node::{Node, Span};
use super::problem::{Problem, Problems, Wrong};
use super::spells;
use super::structure::fitting;
use super::{Block, Brief, block, cycle, history, json, own_rules, person, sleep, table, week, windows};
use crate::rules::{Rule as _, Rulebook};

/// A brief that is written out line by line may have grown so many times.
const SPREAD: usize = 8;

/// What is taken where a brief is silent and the answer lies outside of it.
#[derive(Clone, Copy, Debug)]
pub struct Defaults {
    /// The zone of clock times.
    pub timezone: Zone,
}

impl Defaults {
    /// Clock times are read in UTC, as on every machine.
    pub fn utc() -> Self {
        Self { timezone: Zone::UTC }
    }
}

/// What is told about a brief while it is read.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// What makes it unusable.
    pub problems: Vec<Problem>,
    /// What was assumed, and what to look at.
    pub warnings: Vec<String>,
}

impl Brief {
    /// Reads the brief in the file called `name`.
    ///
    /// # Errors
    ///
    /// Every problem of the file at once.
    pub fn parse(text: &[u8], name: &str, defaults: Defaults) -> Result<Self, Problems> {
        let told = |problem| Problems::new(name, String::from_utf8_lossy(cut(text)).into_owned(), vec![problem]);
        read(json::text(text).map_err(told)?, name, defaults)
    }

    /// Reads a brief that is kept inside a plan, with the plan's time zone in `defaults`.
    ///
    /// # Errors
    ///
    /// Every problem at once, in the text of the value written out line by line.
    pub fn from_value(value: &serde_json::Value, name: &str, defaults: Defaults) -> Result<Self, Problems> {
        let text = format!("{value:#}");
        let most = json::MAX_BYTES * SPREAD;
        if text.len() > most {
            let problem = Wrong::TooLarge { bytes: text.len(), most }.at(Span::default());
            return Err(Problems::new(name, String::new(), vec![problem]));
        }
        read(&text, name, defaults)
    }
}

/// The part of the bytes that an excerpt can come from.
fn cut(text: &[u8]) -> &[u8] {
    &text[..text.len().min(json::MAX_BYTES)]
}

fn read(text: &str, name: &str, defaults: Defaults) -> Result<Brief, Problems> {
    let fail = |problems| Problems::new(name, text.to_owned(), problems);
    let (node, source) = json::parse(text).map_err(|problem| fail(vec![problem]))?;
    let mut told = Told::default();
    let brief = fitting(&table::brief(), node, "a brief", &mut told.problems)
        .and_then(|node| checked(&node, source, defaults, &mut told));
    match brief {
        Some(brief) if told.problems.is_empty() => Ok(Brief { warnings: once(told.warnings), ..brief }),
        _ => Err(fail(told.problems)),
    }
}

/// Each sentence the first time it is said: sessions of one name are told alike.
fn once(sentences: Vec<String>) -> Vec<String> {
    let mut said = BTreeSet::new();
    sentences.into_iter().filter(|sentence| said.insert(sentence.clone())).collect()
}

/// The weeks of a plan from elsewhere. A line that cannot be read is told.
fn brought(nodes: &[Node], told: &mut Told) -> Vec<BroughtWeek> {
    let mut weeks = Vec::new();
    for node in nodes {
        match brought_week(node.as_text().unwrap_or_default()) {
            Ok(week) => weeks.push(week),
            Err(what) => told.problems.push(Wrong::Brought { what }.at(node.span)),
        }
    }
    weeks
}

/// Runs of a plan from elsewhere stand as they are or not at all.
fn whole_runs(rules: &mut Rulebook) {
    for number in rules.full_length.numbers().into_iter().filter(|number| number.name == "must_percent") {
        *number.value = 100;
    }
}

/// Every part is read before any is missed, so that each can tell what is wrong with it.
fn checked(node: &Node, source: serde_json::Value, defaults: Defaults, told: &mut Told) -> Option<Brief> {
    let block = node.get("block").and_then(|part| block::block(part, defaults, told));
    let athlete = node.get("athlete").and_then(|part| person::athlete(part, block.as_ref(), told));
    let (sessions, movable) = week::sessions(node.list("sessions"), block.as_ref(), told);
    if let Some(at) = node.get("sessions") {
        super::movable::too_many(&movable, at, told);
    }
    let bring = brought(node.list("bring"), told);
    let running = node.get("running").and_then(|part| person::running(part, told));
    let availability = windows::availability(node.get("availability"), block.as_ref(), told);
    let sleep = sleep::nights(node.get("sleep"));
    let check_ins = history::check_ins(node.list("readiness"), block.as_ref(), told);
    let before = history::before(node.get("before"), block.as_ref(), told);
    let (Some(athlete), Some(block)) = (athlete, block) else {
        if let Some(wishes) = node.get("rules") {
            own_rules::judge_for_anybody(wishes, node.get("athlete"), &mut told.problems);
        }
        return None;
    };
    let block = match cycle::own_deload(&sessions).filter(|_| block.deload_every.is_none()) {
        // The runs have their easier week where the lifting has its own.
        Some((weeks, nth)) => Block { deload_every: Some(weeks), weeks_since_deload: weeks - nth, ..block },
        None => block,
    };
    let setting = super::setting(&athlete, &block, running.as_ref());
    let mut rules = Rulebook::for_athlete(&setting);
    spells::lower_level(&mut rules, &setting, &check_ins, block.start);
    if let Some(running) = &running {
        rules.hard_run_days.wish(&running.hard_run_days);
        let mut by_day = running.most_minutes;
        running.no_run_days.iter().for_each(|day| by_day[*day] = Some(0));
        rules.most_minutes.wish(by_day, running.most_weekly_minutes);
    }
    rules.sleep_hours.wish(sleep);
    if let Some(wishes) = node.get("rules") {
        own_rules::apply(&mut rules, wishes, &mut told.problems);
    }
    if !bring.is_empty() {
        whole_runs(&mut rules);
    }
    let athlete = spells::of_the_young(athlete, &block, &rules, told);
    let display = person::display(node.get("display"));
    Some(Brief {
        athlete,
        block,
        sessions,
        movable,
        bring,
        running: running?,
        availability,
        sleep,
        check_ins,
        before,
        rules,
        display,
        source,
        warnings: Vec::new(),
    })
}
