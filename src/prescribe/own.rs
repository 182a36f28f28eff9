//! The person's own runs: a club run or a parkrun takes the place of a run that would be planned.

use crate::brief::Brief;
use crate::model::{Day, Minutes, RunClass};
use crate::rules::Appointment;

/// What the own runs of a week come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Own {
    /// How many.
    pub runs: i32,
    /// The hard ones among them.
    pub hard: i32,
    /// Their minutes.
    pub minutes: Minutes,
    /// The longest of them.
    pub longest: Minutes,
    /// Whether one is the week's long run.
    pub long: bool,
}

/// The own runs of a week, from 0.
pub(super) fn runs(brief: &Brief, week: i32) -> Vec<Appointment> {
    if brief.sessions.iter().all(|session| session.run.is_none()) {
        return Vec::new();
    }
    let calendar = brief.block.calendar();
    let days = (0..7).map(|weekday| Day(week * 7 + weekday));
    days.flat_map(|day| brief.on(day, calendar)).filter(|one| one.run.is_some()).collect()
}

impl Own {
    /// Those of a week, from 0.
    pub(super) fn of(brief: &Brief, week: i32) -> Self {
        let mut own = Self::default();
        for run in runs(brief, week).iter().filter_map(|one| one.run) {
            own.runs += 1;
            own.hard += i32::from(run.class() == RunClass::Quality);
            own.long |= run.class() == RunClass::Long;
            own.minutes += run.minutes;
            own.longest = own.longest.max(run.minutes);
        }
        own
    }
}
