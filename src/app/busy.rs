//! The times that other calendars take.

use std::collections::BTreeSet;

use super::NotPlanned;
use crate::brief::Brief;
use crate::intake::{Busy, busy};
use crate::model::Moment;
use crate::plan::Plan;

/// A calendar file of somebody else's.
#[derive(Clone, Copy, Debug)]
pub struct BusyCalendar<'a> {
    /// What messages call it.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// What calendars keep busy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BusyTimes {
    /// From when to when, in order.
    pub times: Vec<(Moment, Moment)>,
    /// What was left out of account, a sentence each.
    pub notes: Vec<String>,
}

/// The busy times of other calendars inside the block, without the events of plans that are `known`: those are not in the way.
///
/// # Errors
/// The first calendar that cannot be read.
pub fn busy_times<'a>(
    brief: &Brief,
    calendars: &[BusyCalendar<'_>],
    known: impl Iterator<Item = &'a Plan>,
) -> Result<BusyTimes, NotPlanned> {
    let own: BTreeSet<String> = known.flat_map(Plan::uids).map(str::to_owned).collect();
    let mut all = BusyTimes::default();
    for calendar in calendars {
        let block = &brief.block;
        let Busy { stretches, notes } = busy(calendar.bytes, block.timezone, block.start, block.last(), &own)
            .map_err(|error| NotPlanned::Calendar { name: calendar.name.to_owned(), error })?;
        all.times.extend(stretches);
        all.notes.extend(notes.into_iter().map(|note| format!("{}: {note}", calendar.name)));
    }
    all.times.sort_unstable();
    Ok(all)
}
