//! What pain, breaks and youth ask of the rules before any week is planned.

use chrono::NaiveDate;

use super::read::Told;
use super::{Block, Brief, CheckIn};
use crate::model::{Athlete, Avoid, Day, Level};
use crate::rules::{Rulebook, Setting, Spell};

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

/// After a break of a month and more the hours around lifting and between runs are those of the level below.
pub(super) fn lower_level(rules: &mut Rulebook, setting: &Setting, check_ins: &[CheckIn], start: NaiveDate) {
    let before = check_ins.iter().rev().find(|one| one.date < start && one.days_off.is_some());
    let days = before.and_then(|one| one.days_off).unwrap_or(0) as i32;
    if !rules.return_after_break.lowers_level(days) {
        return;
    }
    let level = setting.level.pick(Level::Beginner, Level::Beginner, Level::Intermediate);
    let lower = Rulebook::for_athlete(&Setting { level, ..*setting });
    rules.heavy_legs_then_run = lower.heavy_legs_then_run;
    rules.run_then_heavy_legs = lower.run_then_heavy_legs;
    rules.same_day_gap = lower.same_day_gap;
    rules.quality_spacing = lower.quality_spacing;
}

/// The young have no races over their distance without a word, and the youngest no paces.
pub(super) fn of_the_young(athlete: Athlete, block: &Block, rules: &Rulebook, told: &mut Told) -> Athlete {
    let youth = &rules.youth;
    told.warnings.extend(block.event.as_ref().and_then(|event| youth.too_long(event.distance_km)));
    let recent_race = athlete.recent_race.filter(|_| youth.has_paces());
    Athlete { recent_race, ..athlete }
}
