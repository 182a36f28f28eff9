//! The weeks as they are shown: Monday to Sunday as planned, or Sunday to Saturday as the reader's calendar has it.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

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
    pub(super) place: Place,
}

/// How a day belongs to the week that it is shown with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// It is one of the planned week's days.
    Own,
    /// It is the Sunday of the planned week before.
    Before,
    /// It is the Sunday before the block.
    Outside,
    /// It is the block's last Sunday, which no week follows.
    Last,
}

impl ShownDay<'_> {
    /// Load of the day, arbitrary units.
    pub(super) fn load(&self) -> i32 {
        self.entries.iter().map(|entry| entry.load()).fold(0, i32::saturating_add)
    }
}

impl Shown<'_> {
    /// Load of the planned week, arbitrary units.
    pub(super) fn load(&self) -> i32 {
        self.entries().map(Entry::load).fold(0, i32::saturating_add)
    }

    /// Everything in the planned week, from Monday to Sunday whichever days are shown: sums are the plan's own.
    pub(super) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.week.sessions.iter()
    }
}

/// Every date of the block in exactly one week. With Sunday first, each Sunday opens the week that follows it: the Sunday
/// before the block stands blank before the first week, and the block's last Sunday closes the last one.
pub(super) fn spread(plan: &Plan, sunday_first: bool) -> Vec<Shown<'_>> {
    let mut by_date: BTreeMap<NaiveDate, Vec<&Entry>> = BTreeMap::new();
    for entry in plan.weeks.iter().flat_map(|week| &week.sessions) {
        by_date.entry(entry.start().0.date()).or_default().push(entry);
    }
    for entries in by_date.values_mut() {
        entries.sort_by_key(|entry| entry.start());
    }
    let mut day = |date: NaiveDate, place| ShownDay { date, entries: by_date.remove(&date).unwrap_or_default(), place };
    let last = plan.weeks.len().saturating_sub(1);
    let shown = |(at, week): (usize, _)| {
        let week: &PlanWeek = week;
        let own = week.start.iter_days().take(if sunday_first { 6 } else { 7 });
        let mut days: Vec<_> = own.map(|date| day(date, Place::Own)).collect();
        if sunday_first {
            let place = if at == 0 { Place::Outside } else { Place::Before };
            days.insert(0, day(week.start - Days::new(1), place));
        }
        if sunday_first && at == last {
            days.push(day(week.start + Days::new(6), Place::Last));
        }
        Shown { week, days }
    };
    plan.weeks.iter().enumerate().map(shown).collect()
}
