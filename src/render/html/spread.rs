//! The weeks as they are shown: Monday to Sunday as planned, or Sunday to Saturday as the reader's calendar has it.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::plan::{Entry, Plan, PlanWeek};

/// One week on the page.
pub(super) struct Shown<'a> {
    /// The planned week that gives number, phase and notes.
    pub(super) week: &'a PlanWeek,
    /// Its days in order.
    pub(super) days: Vec<ShownDay<'a>>,
}

/// One day with what stands on it, earliest first.
pub(super) struct ShownDay<'a> {
    pub(super) date: NaiveDate,
    pub(super) entries: Vec<&'a Entry>,
}

impl ShownDay<'_> {
    /// Load of the day, arbitrary units.
    pub(super) fn load(&self) -> i32 {
        self.entries.iter().map(|entry| entry.load()).fold(0, i32::saturating_add)
    }
}

impl Shown<'_> {
    /// Load of the days shown, arbitrary units.
    pub(super) fn load(&self) -> i32 {
        self.days.iter().map(ShownDay::load).fold(0, i32::saturating_add)
    }

    /// Everything in the week, in order.
    pub(super) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.days.iter().flat_map(|day| day.entries.iter().copied())
    }
}

/// Every date of the block on exactly one week. With Sunday first, each Sunday opens the week that follows it; the block's
/// last Sunday, which no week follows, closes the last one.
pub(super) fn spread(plan: &Plan, sunday_first: bool) -> Vec<Shown<'_>> {
    let mut by_date: BTreeMap<NaiveDate, Vec<&Entry>> = BTreeMap::new();
    for entry in plan.weeks.iter().flat_map(|week| &week.sessions) {
        by_date.entry(entry.start().0.date()).or_default().push(entry);
    }
    for entries in by_date.values_mut() {
        entries.sort_by_key(|entry| entry.start());
    }
    let mut shown: Vec<Shown<'_>> = plan.weeks.iter().map(|week| Shown { week, days: Vec::new() }).collect();
    let last = shown.len().saturating_sub(1);
    for (at, week) in plan.weeks.iter().enumerate() {
        for date in week.start.iter_days().take(7) {
            let page = if sunday_first && date.weekday() == Weekday::Sun { (at + 1).min(last) } else { at };
            let entries = by_date.remove(&date).unwrap_or_default();
            shown[page].days.push(ShownDay { date, entries });
        }
    }
    shown
}
