//! What a log says of a plan's runs and sessions, and what its silence means.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Activity, Added, Entry, Kept, Log};
use crate::plan::Entry as Planned;

/// What a log tells of a plan.
pub(super) struct Told<'a> {
    /// The line on each planned run or session.
    pub(super) entries: BTreeMap<&'a str, &'a Entry>,
    /// What was not planned.
    pub(super) added: Vec<&'a Added>,
    /// The days of which the log says that something else was run than had been planned for them.
    instead: BTreeSet<NaiveDate>,
}

impl<'a> Told<'a> {
    /// Reads the log with an eye on what was planned.
    pub(super) fn new(planned: &[&'a Planned], log: &'a Log) -> Self {
        let mut by_id: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
        for (_, entry) in &log.entries {
            by_id.entry(entry.id().unwrap_or_default()).or_default().push(entry);
        }
        let on = |one: &&'a Planned| {
            let entry = by_id.get(one.id())?.iter().rev().find(|entry| entry.speaks_of(one))?;
            Some((one.id(), *entry))
        };
        let entries: BTreeMap<&str, &Entry> = planned.iter().filter_map(on).collect();
        let added: Vec<&Added> = log
            .entries
            .iter()
            .filter_map(|(_, entry)| if let Entry::Added(added) = entry { Some(added) } else { None })
            .collect();
        let elsewhere = |one: &&&Planned| match entries.get(one.id()) {
            Some(Entry::Done(kept)) => one.as_run().is_some() && kept.date != Some(one.start().0.date()),
            _ => false,
        };
        let moved = planned.iter().filter(elsewhere).filter_map(|one| entries.get(one.id())?.date());
        let new = added.iter().filter(|one| matches!(one.kind, Activity::Run(_))).map(|one| one.date);
        let instead = moved.chain(new).collect();
        Self { entries, added, instead }
    }

    /// How a planned run or session was done; `None` if it was not.
    pub(super) fn kept(&self, one: &Planned) -> Option<Kept> {
        match self.entries.get(one.id()) {
            Some(Entry::Done(kept)) => Some(kept.clone()),
            None if !self.is_replaced(one) => Some(Kept::default()),
            _ => None,
        }
    }

    /// Whether the log says nothing of a run, nor of its day.
    pub(super) fn is_silent_on(&self, one: &Planned) -> bool {
        one.as_run().is_some() && !self.entries.contains_key(one.id()) && !self.is_replaced(one)
    }

    fn is_replaced(&self, one: &Planned) -> bool {
        one.as_run().is_some() && self.instead.contains(&one.start().0.date())
    }
}
