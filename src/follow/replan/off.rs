//! Breaks that the log shows, though nobody told of them.

use chrono::{Days, NaiveDate};
use serde_json::Value;

use super::check_ins::add_days_off;
use crate::brief::{Brief, CheckIn};
use crate::plan::{Entry, KnownPast};

/// One run that is missed is no break, however few there are in a week.
const MISSED: usize = 2;
/// What was told so long ago of days off says nothing of those since.
const TOLD: Days = Days::new(8);

impl KnownPast<'_> {
    /// The brief's JSON with each break of the block so far: days between two runs, or since the last one, on which planned runs
    /// were missed and which the brief does not tell of yet. With it the days of the break that is not over, 0 for none; `None`
    /// where there is nothing to tell.
    pub fn with_days_off(&self, brief: &Brief) -> Option<(Value, i64)> {
        let day_before = |date: NaiveDate| date.checked_sub_days(Days::new(1));
        let ran = self.runs.iter().map(|run| run.start.0.date()).filter(|date| *date < self.from);
        let mut last = day_before(self.earlier.start()?)?;
        let (mut source, mut open) = (None, 0);
        for next in ran.chain([self.from]) {
            let days = (next - last).num_days() - 1;
            if self.is_break(brief, last, next, days) {
                add_days_off(source.get_or_insert_with(|| brief.source.clone()), day_before(next)?, days);
                open = if next == self.from { days } else { 0 };
            }
            last = next;
        }
        source.map(|source| (source, open))
    }

    /// Whether so many days between two dates are a break that the brief does not tell of.
    fn is_break(&self, brief: &Brief, last: NaiveDate, next: NaiveDate, days: i64) -> bool {
        let is_long = i32::try_from(days).is_ok_and(|days| brief.rules.return_after_break.way_back(days).is_some());
        let missed = |(_, entry): &(i32, &Entry)| {
            let date = entry.start().0.date();
            entry.as_run().is_some() && last < date && date < next
        };
        let lately = next.checked_sub_days(TOLD).map_or(last, |lately| lately.max(last));
        let told = |one: &CheckIn| one.days_off.is_some() && lately < one.date && one.date <= next;
        is_long && self.entries().filter(missed).count() >= MISSED && !brief.check_ins.iter().any(told)
    }
}
