//! From walking to half an hour of running: the turns of a stage.

use super::super::paces::PaceKind;
use super::Step;
use crate::rules::STAGES;

/// The turns of running and walking of a stage (from 1).
pub(super) fn steps(stage: usize, groups: &mut u32) -> Vec<Step> {
    let Some(stage) = STAGES.get(stage.saturating_sub(1)) else { return Vec::new() };
    let step = |seconds, pace, zone, effort| Step { seconds, zone, effort, pace, repeat: 1, group: None };
    let turn = |&(running, walking): &(i32, i32)| {
        [step(running, PaceKind::Easy, 2, "run easily"), step(walking, PaceKind::Walk, 1, "walk")]
    };
    let mut steps: Vec<Step> = stage.turns.iter().flat_map(turn).filter(|step| step.seconds > 0).collect();
    if stage.times > 1 {
        *groups += 1;
        for step in &mut steps {
            (step.repeat, step.group) = (stage.times, Some(*groups));
        }
    }
    steps
}
