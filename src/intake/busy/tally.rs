//! What was left aside, counted, and the sentences that say so.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate};
use chrono_tz::Tz;

use crate::model::list;

/// Why an event is worth a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Aside {
    /// A whole day without a busy mark, or one that comes round every year.
    AllDay,
    /// A whole day that is marked busy and therefore blocked.
    BusyDay,
    /// Marked free.
    Free,
    /// Cancelled.
    Cancelled,
    /// Of the plan itself.
    Own,
    /// Has no start that can be read, or ends before it starts.
    NoTime,
    /// Repeats by a rule that cannot be read, or too often for an appointment: its own date counts, nothing else.
    OddRule,
    /// In a zone that is not known.
    OddZone,
}

/// Counts events by what became of them.
pub(super) struct Tally {
    zone: Tz,
    whole: bool,
    counts: BTreeMap<Aside, usize>,
    /// The dates of all-day events that are left aside.
    days: BTreeSet<NaiveDate>,
}

/// So many of the dates that are left aside are named.
const NAMED: usize = 3;

impl Tally {
    /// Counts for a file, which is `whole` or breaks off.
    pub(super) fn new(zone: Tz, whole: bool) -> Self {
        Self { zone, whole, counts: BTreeMap::new(), days: BTreeSet::new() }
    }

    /// One more.
    pub(super) fn count(&mut self, aside: Aside) {
        *self.counts.entry(aside).or_default() += 1;
    }

    /// The day of an all-day event that is left aside, by its first moment in seconds since 1970.
    pub(super) fn left_aside(&mut self, first: i64) {
        self.days.extend(DateTime::from_timestamp(first, 0).map(|utc| utc.with_timezone(&self.zone).date_naive()));
    }

    /// The sentences.
    pub(super) fn notes(&self) -> Vec<String> {
        let cut = (!self.whole).then(|| "The calendar file breaks off; what is there was used.".to_owned());
        cut.into_iter().chain(self.counts.iter().map(|(&aside, &count)| self.sentence(aside, count))).collect()
    }

    /// The first of the dates that are left aside, and how many more there are.
    fn days(&self) -> String {
        let mut days: Vec<String> = self.days.iter().take(NAMED).map(ToString::to_string).collect();
        let more = self.days.len() - days.len();
        days.extend((more > 0).then(|| format!("{more} more")));
        list(&days)
    }

    fn sentence(&self, aside: Aside, count: usize) -> String {
        let one = count == 1;
        let events = if one { "event" } else { "events" };
        let was = if one { "was" } else { "were" };
        match aside {
            Aside::AllDay => format!(
                "{count} all-day {events} {was} left aside ({}): a whole day counts only where it is marked busy \
                 and does not come round every year.",
                self.days()
            ),
            Aside::BusyDay => {
                format!(
                    "{count} all-day {events} marked busy: no run is placed on {} days.",
                    if one { "its" } else { "their" }
                )
            }
            Aside::Free => format!("{count} {events} marked free {was} left aside."),
            Aside::Cancelled => format!("{count} cancelled {events} {was} left aside."),
            Aside::Own => format!("{count} {events} of your own plan {was} left aside."),
            Aside::NoTime => format!("{count} {events} without a time that can be read {was} left aside."),
            Aside::OddRule => format!(
                "{count} {events} {} by a rule that cannot be used; only the first date and those listed count.",
                if one { "repeats" } else { "repeat" }
            ),
            Aside::OddZone => {
                format!("{count} {events} in a time zone that is not known {was} read in {}.", self.zone.name())
            }
        }
    }
}
