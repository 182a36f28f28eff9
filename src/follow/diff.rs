//! What changed between two plans, and the rule behind each change.

mod behind;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::brief::Problems;
use crate::model::Minutes;
use crate::plan::{Entry, LocalTime, Plan, Revision};
use behind::Behind;

/// How something changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// It starts at another time.
    Moved,
    /// It is another at the same time: its length, what to do.
    Changed,
    /// It is new.
    Added,
    /// It is gone.
    Dropped,
}

/// Where something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct When {
    /// When it starts.
    pub start: LocalTime,
    /// How long it takes.
    pub minutes: Minutes,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// How.
    pub how: How,
    /// The id in the plan.
    pub id: String,
    /// The identity in the calendar.
    pub uid: String,
    /// Whether it is a run.
    pub run: bool,
    /// Its name.
    pub name: String,
    /// Where it stood.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<When>,
    /// Where it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<When>,
    /// The rule behind it, where one is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// The sentence.
    pub text: String,
}

/// What changed between two plans.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Diff {
    /// Both are plans of one block.
    pub same_block: bool,
    /// Every change, by time.
    pub changes: Vec<Change>,
    /// Runs that stand where they stood, whatever else changed of them.
    pub runs_kept: usize,
    /// Runs of the old plan that are compared: those from the day on that the new one was planned again from.
    pub runs: usize,
}

impl Diff {
    /// How many runs changed so.
    pub fn runs_that(&self, how: How) -> usize {
        self.changes.iter().filter(|change| change.run && change.how == how).count()
    }
}

/// Compares two plans of one block. Of plans of different blocks everything is dropped, and everything new.
///
/// # Errors
/// What the new plan's brief has of problems.
pub fn diff(old: &Plan, new: &Plan) -> Result<Diff, Problems> {
    let behind = Behind::new(old, new)?;
    let same_block = old.id == new.id || first(old) == first(new);
    let before: BTreeMap<&str, &Entry> = entries(old).map(|entry| (entry.id(), entry)).collect();
    let after: BTreeMap<&str, &Entry> = entries(new).map(|entry| (entry.id(), entry)).collect();
    let from = new.history.as_ref().map(|history| history.from);
    let mut diff = Diff { same_block, ..Diff::default() };
    for (id, old) in &before {
        let new = after.get(id).filter(|_| same_block);
        if old.as_run().is_some() && from.is_none_or(|from| old.start().0.date() >= from) {
            diff.runs += 1;
            diff.runs_kept += usize::from(new.is_some_and(|new| new.start() == old.start()));
        }
        match new {
            None => {
                let other = || (None, "It is of the other block.".to_owned());
                let reason = if same_block { behind.dropped(old) } else { other() };
                diff.changes.push(change(How::Dropped, Some(old), None, reason));
            }
            Some(new) if new.start() != old.start() => {
                diff.changes.push(change(How::Moved, Some(old), Some(new), behind.moved(old, new)));
            }
            Some(new) if differs(old, new) => {
                diff.changes.push(change(How::Changed, Some(old), Some(new), behind.changed(old, new)));
            }
            Some(_) => {}
        }
    }
    for new in after.values().filter(|new| !same_block || !before.contains_key(new.id())) {
        diff.changes.push(change(How::Added, None, Some(new), Behind::added(new)));
    }
    let start = |change: &Change| change.after.or(change.before).map(|when| when.start);
    diff.changes.sort_by(|a, b| (start(a), a.how, &a.id).cmp(&(start(b), b.how, &b.id)));
    Ok(diff)
}

fn first(plan: &Plan) -> Option<chrono::NaiveDate> {
    plan.weeks.first().map(|week| week.start)
}

fn entries(plan: &Plan) -> impl Iterator<Item = &Entry> {
    plan.weeks.iter().flat_map(|week| &week.sessions)
}

/// Whether what is to be done differs, whatever the reasons say.
fn differs(old: &Entry, new: &Entry) -> bool {
    let bare = |entry: &Entry| {
        let mut bare = entry.clone();
        *bare.revision_mut() = Revision::default();
        if let Entry::Run(run) = &mut bare {
            run.why.clear();
            run.pin = false;
        }
        bare
    };
    bare(old) != bare(new)
}

fn change(how: How, old: Option<&&Entry>, new: Option<&&Entry>, reason: (Option<&str>, String)) -> Change {
    let when = |entry: &&Entry| When { start: entry.start(), minutes: entry.minutes() };
    let known = new.or(old);
    Change {
        how,
        id: known.map(|entry| entry.id().to_owned()).unwrap_or_default(),
        uid: known.map(|entry| entry.revision().uid.clone()).unwrap_or_default(),
        run: known.is_some_and(|entry| entry.as_run().is_some()),
        name: known.map(|entry| entry.name().to_owned()).unwrap_or_default(),
        before: old.map(when),
        after: new.map(when),
        rule: reason.0.map(str::to_owned),
        text: reason.1,
    }
}
