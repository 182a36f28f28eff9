//! What a log says of a plan's runs and sessions, and what its silence means.

use std::collections::BTreeMap;

use super::{Activity, Added, Entry, Kept, Log};
use crate::plan::Entry as Planned;

/// What a log tells of a plan.
pub(super) struct Told<'a> {
    /// The line on each planned run or session.
    pub(super) entries: BTreeMap<&'a str, &'a Entry>,
    /// What was not planned.
    pub(super) added: Vec<&'a Added>,
    /// Whether any run is logged as done.
    pub(super) runs: bool,
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
        let is_kept = |one: &&Planned| one.as_run().is_some() && matches!(entries.get(one.id()), Some(Entry::Done(_)));
        let first = planned.iter().map(|one| one.start().0.date()).min();
        let is_new_run = |one: &&Added| matches!(one.kind, Activity::Run(_)) && Some(one.date) >= first;
        let runs = planned.iter().any(is_kept) || added.iter().any(is_new_run);
        Self { entries, added, runs }
    }

    /// How a planned run or session was done; `None` if it was not.
    pub(super) fn kept(&self, one: &Planned) -> Option<Kept> {
        match self.entries.get(one.id()) {
            Some(Entry::Done(kept)) => Some(kept.clone()),
            None if one.as_run().is_none() || !self.runs => Some(Kept::default()),
            _ => None,
        }
    }
}
