//! Pain as it was told over the weeks, and the days on which it keeps runs apart.

use super::Brief;
use crate::model::{Avoid, Day};
use crate::rules::Spell;

impl Brief {
    /// The stretches for which pain that was told is held.
    pub(crate) fn spells(&self) -> Vec<Spell> {
        let calendar = self.block.calendar();
        let told = self.check_ins.iter().filter_map(|one| Some((calendar.day(one.date), one.pain?)));
        if self.rules.is_on("pain") { self.rules.pain.spells(told) } else { Vec::new() }
    }

    /// Days, first and last, on which a run may not follow the one before on the next day: pain, or an injury that forbids it.
    pub(super) fn days_apart(&self) -> Vec<(Day, Day)> {
        let calendar = self.block.calendar();
        let last = Day(self.block.weeks as i32 * 7 - 1);
        let injuries = self.athlete.injuries.iter().filter(|one| one.avoid.contains(&Avoid::ConsecutiveDays));
        let until = injuries.map(|one| (Day(0), one.until.map_or(last, |until| calendar.day(until).min(last))));
        self.rules.pain.apart(&self.spells(), last).into_iter().chain(until).collect()
    }
}
