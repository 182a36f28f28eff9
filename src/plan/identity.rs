//! Who is who from one revision of a plan to the next, and what the calendar must be told of a change.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::Zone;
use chrono::{DateTime, NaiveDate};
use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Cancelled, Entry, Plan, Revision, alarm_minutes};
use crate::brief::ALARM_MINUTES;

/// The namespace of every id that is made here; drawn once at random.
const NAMESPACE: Uuid = Uuid::from_u128(0x5f0c_93a1_7d52_4e6b_9a34_e1b8_06d7_2cf4);

/// A UUID from the content of a brief, whatever the order of its keys, and the seed.
pub fn plan_id(brief: &Value, seed: u64) -> String {
    let mut sorted = brief.clone();
    sorted.sort_all_objects();
    hashed(&("plan", sorted, seed))
}

/// The logical name of a run in a week (from 0): `w02-long`.
pub(super) fn run_id(week: i32, slug: &str) -> String {
    format!("w{:02}-{slug}", week + 1)
}

/// `3` of `w05-s3`, and of `w05-s3b`, the second time of a session in a week.
pub(crate) fn session_number(id: &str) -> Option<u32> {
    let (_, number) = id.rsplit_once("-s")?;
    number.trim_end_matches(|letter: char| letter.is_ascii_lowercase()).parse().ok()
}

/// The UUID of a logical session or run, which stays when it moves.
pub fn uid(plan_id: &str, session_id: &str) -> String {
    hashed(&("session", plan_id, session_id))
}

/// Fills in the revision of a plan and of everything in it. What looks as it did in `earlier` keeps its sequence and the moment it last
/// changed; what looks different goes up by one, at `now` (RFC 3339 UTC); what is gone becomes a tombstone until its day is past.
pub fn stamp(plan: &mut Plan, earlier: Option<&Plan>, now: &str) {
    if let Some(earlier) = earlier {
        plan.id.clone_from(&earlier.id);
    }
    revise(plan, &earlier.map(by_id).unwrap_or_default(), earlier, None, now);
    (plan.revision, plan.created) = match earlier {
        Some(earlier) if same_content(plan, earlier) => (earlier.revision, earlier.created.clone()),
        Some(earlier) => (earlier.revision.saturating_add(1), now.to_owned()),
        None => (1, now.to_owned()),
    };
}

/// Fills in the revision of a plan that takes the place of one of another block: its events are its own, and what the other
/// had from the day `from` on becomes tombstones.
pub fn supersede(plan: &mut Plan, other: &Plan, from: NaiveDate, now: &str) {
    revise(plan, &BTreeMap::new(), Some(other), Some(from), now);
    (plan.revision, plan.created) = (1, now.to_owned());
}

/// Counts on from what a calendar may have `seen` of another plan in the same place: what it still shows so keeps the number it was
/// seen under, what it has seen otherwise goes up by one from there, and what only the other had is cancelled.
pub fn count_on(plan: &mut Plan, seen: &Plan, now: &str) {
    let known = by_uid(seen);
    let higher = |own: &Revision| {
        let last = known.get(own.uid.as_str()).filter(|last| last.sequence >= own.sequence && **last != own)?;
        Some(next(Some(*last), own.hash.clone(), now, || own.uid.clone()))
    };
    let mut present = BTreeSet::new();
    for entry in plan.weeks.iter_mut().flat_map(|week| &mut week.sessions) {
        let own = entry.revision_mut();
        if let Some(higher) = higher(own) {
            *own = higher;
        }
        present.insert(own.uid.clone());
    }
    for gone in &mut plan.cancelled {
        if let Some(higher) = higher(&gone.revision) {
            gone.revision = higher;
        }
        present.insert(gone.revision.uid.clone());
    }
    plan.cancelled.extend(tombstones(seen, &plan.timezone, &present, None, now));
    plan.cancelled.sort_by(|a, b| (a.start, &a.id).cmp(&(b.start, &b.id)));
    plan.revision = plan.revision.max(seen.revision.saturating_add(1));
}

fn revise(
    plan: &mut Plan,
    known: &BTreeMap<&str, &Revision>,
    earlier: Option<&Plan>,
    from: Option<NaiveDate>,
    now: &str,
) {
    // An event that was cancelled and comes back goes on counting, or a calendar would take it for an old one.
    let gone: BTreeMap<&str, &Revision> = earlier.map(by_uid).unwrap_or_default();
    let mut present = BTreeSet::new();
    let stamps: Vec<Revision> = entries(plan)
        .map(|entry| {
            let own = uid(&plan.id, entry.id());
            let old = known.get(entry.id()).or_else(|| gone.get(own.as_str())).copied();
            next(old, visible(plan, entry), now, || own.clone())
        })
        .collect();
    for (entry, stamp) in plan.weeks.iter_mut().flat_map(|week| &mut week.sessions).zip(stamps) {
        present.insert(stamp.uid.clone());
        *entry.revision_mut() = stamp;
    }
    plan.cancelled =
        earlier.map(|earlier| tombstones(earlier, &plan.timezone, &present, from, now)).unwrap_or_default();
}

fn entries(plan: &Plan) -> impl Iterator<Item = &Entry> {
    plan.weeks.iter().flat_map(|week| &week.sessions)
}

/// The last revision of everything that takes place in an earlier plan, by id.
fn by_id(earlier: &Plan) -> BTreeMap<&str, &Revision> {
    entries(earlier).map(|entry| (entry.id(), entry.revision())).collect()
}

/// The last revision of everything an earlier plan knows, cancelled or not, by identity in the calendar.
fn by_uid(earlier: &Plan) -> BTreeMap<&str, &Revision> {
    let all = earlier.cancelled.iter().map(|gone| &gone.revision).chain(entries(earlier).map(Entry::revision));
    all.map(|revision| (revision.uid.as_str(), revision)).collect()
}

fn next(old: Option<&Revision>, hash: String, now: &str, uid: impl Fn() -> String) -> Revision {
    match old {
        Some(old) if old.hash == hash => old.clone(),
        Some(old) => Revision {
            uid: if old.uid.is_empty() { uid() } else { old.uid.clone() },
            sequence: old.sequence.saturating_add(1),
            changed: now.to_owned(),
            hash,
        },
        None => Revision { uid: uid(), sequence: 0, changed: now.to_owned(), hash },
    }
}

/// Hash of all that a calendar can show of an entry: its content, the zone, and the settings that are applied to runs.
fn visible(plan: &Plan, entry: &Entry) -> String {
    let mut content = serde_json::to_value(entry).unwrap_or_default();
    if let Some(fields) = content.as_object_mut() {
        fields.remove("revision");
        fields.remove("pin");
    }
    let display = &plan.brief["display"];
    let alarm = &display["alarm_minutes"];
    let rings = alarm.as_u64().map_or(ALARM_MINUTES, |minutes| u32::try_from(minutes).unwrap_or(u32::MAX));
    let settings = entry.as_run().map(|_| {
        let sooner = alarm_minutes(plan, entry, rings);
        (&display["units"], if sooner == rings { alarm.clone() } else { json!(sooner) })
    });
    hashed(&("entry", content, &plan.timezone, settings))
}

fn tombstones(
    earlier: &Plan,
    timezone: &str,
    present: &BTreeSet<String>,
    from: Option<NaiveDate>,
    now: &str,
) -> Vec<Cancelled> {
    let zone = earlier.timezone.parse().unwrap_or(Zone::UTC);
    let today = date(now, zone);
    let over = |gone: &Cancelled| today > date(&gone.revision.changed, zone).max(Some(gone.start.0.date()));
    let known = earlier.cancelled.iter().filter(|gone| !over(gone)).cloned();
    let kept =
        known.map(|gone| Cancelled { timezone: gone.timezone.or_else(|| Some(earlier.timezone.clone())), ..gone });
    let ahead = entries(earlier).filter(|entry| from.is_none_or(|from| entry.start().0.date() >= from));
    let new = ahead.map(|entry| Cancelled {
        id: entry.id().to_owned(),
        name: entry.name().to_owned(),
        start: entry.start(),
        minutes: entry.minutes(),
        timezone: Some(earlier.timezone.clone()),
        run: entry.as_run().is_some(),
        revision: next(Some(entry.revision()), hashed(&"cancelled"), now, || uid(&earlier.id, entry.id())),
    });
    let mut tombstones: Vec<_> = kept.chain(new).filter(|gone| !present.contains(&gone.revision.uid)).collect();
    for gone in &mut tombstones {
        gone.timezone.take_if(|zone| zone == timezone);
    }
    tombstones.sort_by(|a, b| (a.start, &a.id).cmp(&(b.start, &b.id)));
    tombstones
}

fn date(moment: &str, zone: Zone) -> Option<NaiveDate> {
    DateTime::parse_from_rfc3339(moment).ok().map(|moment| moment.with_timezone(&zone).date_naive())
}

/// Whether two plans say the same, whatever their revisions and tombstones.
fn same_content(plan: &Plan, earlier: &Plan) -> bool {
    let told = Plan {
        revision: earlier.revision,
        created: earlier.created.clone(),
        cancelled: earlier.cancelled.clone(),
        ..plan.clone()
    };
    told == *earlier
}

/// A UUID (version 5) of any content.
fn hashed(content: &impl Serialize) -> String {
    Uuid::new_v5(&NAMESPACE, &serde_json::to_vec(content).unwrap_or_default()).to_string()
}

#[cfg(test)]
mod tests;
