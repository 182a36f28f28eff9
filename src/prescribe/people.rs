//! What a birth, youth, age or weight asks of the weeks, and the sentences that go with it.

use super::lowering::Lowering;
use super::{Stop, Week, shape};
use crate::brief::Brief;
use crate::model::{Day, RunType};
use crate::rules::AfterBirth;

/// Lowers the weeks after a birth, and the longest run of the young.
pub(super) fn lower(brief: &Brief, weeks: &mut [Lowering]) {
    let longest = brief.rules.youth.longest();
    for (week, index) in weeks.iter_mut().zip(0..) {
        week.and(Lowering { longest, ..Lowering::default() });
        let Some(open) = after_birth(brief, index) else { continue };
        if let (AfterBirth::Rest | AfterBirth::Walk, Some(text)) = (open, brief.rules.postpartum.note(open)) {
            let stop = Stop { from: Day(index * 7), to: Day(index * 7 + 6), text: text.clone() };
            week.and(Lowering { kept: 0, hold: true, stops: vec![stop], notes: vec![text], ..Lowering::default() });
        }
    }
}

/// What is open in a week (from 0) after a birth, where one is told.
fn after_birth(brief: &Brief, week: i32) -> Option<AfterBirth> {
    let since = brief.athlete.weeks_since_birth.filter(|_| brief.rules.is_on("postpartum"))?;
    Some(brief.rules.postpartum.open(since as i32 + week))
}

/// The sentences that belong to the person rather than to a week, told with the first week or the first that holds runs.
pub(super) fn notes(brief: &Brief, weeks: &mut [Week]) {
    let rules = &brief.rules;
    let mut told = Vec::new();
    if weeks.first().is_some_and(|week| week.runs.iter().any(|run| run.shape.kind == RunType::WalkRun)) {
        told.push("On a day without a run, a walk of 20 to 30 min may do good. It is an offer, not a run.".to_owned());
    }
    if rules.is_on("youth") {
        told.extend(rules.youth.notes());
    }
    if rules.is_on("body_weight") && !rules.youth.applies() {
        told.extend(rules.body_weight.notes(brief.athlete.bmi(), brief.athlete.glp1));
    }
    if let (Some(event), Some(since)) = (&brief.block.event, brief.athlete.weeks_since_birth) {
        let weeks = since as i32 + shape::race_day(brief, event).week();
        told.extend(rules.postpartum.early_race(weeks));
    }
    if let Some(first) = weeks.first_mut() {
        first.notes.extend(told);
    }
    let begins = |index: i32| after_birth(brief, index) == Some(AfterBirth::Run);
    if let Some(index) = (0..weeks.len()).find(|index| begins(*index as i32)) {
        weeks[index].notes.extend(rules.postpartum.note(AfterBirth::Run));
    }
}
