//! A break that nobody told of, but that the runs before the block show.

use super::{Answer, Body};
use crate::brief::{Brief, CheckIn};
use crate::model::{Day, RunType};
use crate::prescribe::lowering::Lowering;

/// The way back after the days between the last run before the block and its start, where no check-in tells of them and
/// that run was no race.
pub(super) fn break_before(brief: &Brief, weeks: &mut [Lowering]) {
    let Some(last) = brief.before.runs.last().filter(|run| run.kind != RunType::Race) else { return };
    let is_told = brief.check_ins.iter().any(|one| one.date < brief.block.start && one.days_off.is_some());
    if is_told || !brief.rules.is_on("return_after_break") {
        return;
    }
    let eve = Day(-1);
    let days = (eve.0 - last.day.0).max(0);
    let date = brief.block.calendar().date(eve);
    let said = CheckIn { days_off: Some(days as u32), ..CheckIn::on(date) };
    let now = &Answer { day: eve, said: &said };
    Body { brief, past: &[], now, later: &[] }.way_back_from(Day(0), days, weeks);
}
