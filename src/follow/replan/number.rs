//! The numbers of the fixed sessions: a session keeps its number when the brief lists it elsewhere, so that an id never comes
//! to mean another session.

use std::collections::BTreeMap;

use chrono::Datelike as _;

use crate::model::{Clock, Kind};
use crate::plan::{Entry, Plan, session_number as number};

/// What tells one session of the week from another.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Known {
    number: u32,
    name: String,
    kind: Kind,
    weekday: u32,
    start: Clock,
}

/// Ways in which a session can be the one of an earlier plan, surest first.
const ALIKE: [fn(&Known, &Known) -> bool; 4] = [
    |a, b| a.name == b.name && a.kind == b.kind && a.weekday == b.weekday && a.start == b.start,
    |a, b| a.name == b.name && a.kind == b.kind && a.weekday == b.weekday,
    |a, b| a.name == b.name && a.kind == b.kind,
    |a, b| a.kind == b.kind && a.weekday == b.weekday && a.start == b.start,
];

/// Gives the sessions of `plan` the numbers that they have in `earlier`; new ones get numbers that nothing had.
pub fn renumber(plan: &mut Plan, earlier: &Plan) {
    let (mut free, new) = (sessions(earlier), sessions(plan));
    let gone = earlier.cancelled.iter().filter_map(|gone| number(&gone.id));
    let mut last = free.iter().map(|one| one.number).chain(gone).max().unwrap_or(0);
    let mut numbers: BTreeMap<u32, u32> = BTreeMap::new();
    for is_alike in ALIKE {
        for one in &new {
            let old = free.iter().position(|known| is_alike(known, one));
            if let Some(at) = old.filter(|_| !numbers.contains_key(&one.number)) {
                numbers.insert(one.number, free.remove(at).number);
            }
        }
    }
    for one in &new {
        numbers.entry(one.number).or_insert_with(|| {
            last += 1;
            last
        });
    }
    for entry in plan.weeks.iter_mut().flat_map(|week| &mut week.sessions) {
        match entry {
            Entry::Strength(fixed) | Entry::Mobility(fixed) | Entry::Other(fixed) => rename(&mut fixed.id, &numbers),
            Entry::Run(run) if run.run.own => rename(&mut run.id, &numbers),
            Entry::Run(run) => run.run.attached_to.iter_mut().for_each(|id| rename(id, &numbers)),
        }
    }
    for week in &mut plan.weeks {
        week.sessions.sort_by(|a, b| (a.start(), a.id()).cmp(&(b.start(), b.id())));
    }
}

fn rename(id: &mut String, numbers: &BTreeMap<u32, u32>) {
    let known = number(id).and_then(|number| numbers.get(&number));
    if let (Some(number), Some((week, old))) = (known, id.rsplit_once("-s")) {
        let nth = old.trim_start_matches(|digit: char| digit.is_ascii_digit());
        *id = format!("{week}-s{number}{nth}");
    }
}

/// The sessions of a plan's fixed week, as they stand last.
fn sessions(plan: &Plan) -> Vec<Known> {
    let mut known: BTreeMap<u32, Known> = BTreeMap::new();
    let fixed = plan.fixed().map(|(fixed, kind)| (&fixed.id, &fixed.name, fixed.start, kind));
    let own = plan.runs().filter(|run| run.run.own).map(|run| (&run.id, &run.name, run.start, Kind::Run));
    for (id, name, start, kind) in fixed.chain(own) {
        let Some(number) = number(id) else { continue };
        let weekday = start.0.date().weekday().num_days_from_monday();
        known.insert(number, Known { number, name: name.clone(), kind, weekday, start: start.clock() });
    }
    known.into_values().collect()
}
