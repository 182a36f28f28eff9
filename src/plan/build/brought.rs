//! What became of a plan from elsewhere: every minute of it is accounted for.

use crate::brief::Brief;
use crate::intake::BroughtRun;
use crate::model::{Minutes, count, list};
use crate::plan::{Entry, PlanWeek};
use crate::prescribe;

/// The sentences; none where no plan was brought.
pub(super) fn told(brief: &Brief, given: &[PlanWeek]) -> Vec<String> {
    if brief.bring.is_empty() {
        return Vec::new();
    }
    let inside = brief.bring.iter().take(brief.block.weeks as usize).enumerate();
    let asked: Vec<Minutes> = inside
        .flat_map(|(index, week)| week.runs.iter().map(move |run| prescribe::brought_minutes(brief, index, run)))
        .collect();
    let runs = given.iter().flat_map(|week| &week.sessions).filter_map(Entry::as_run);
    let placed: Minutes = runs.filter(|run| run.run.purpose == prescribe::FROM_ELSEWHERE).map(|run| run.minutes).sum();
    let all: Minutes = asked.iter().sum();
    let what = format!("The plan that you brought has {} of {all} min in this block", count(asked.len(), "run"));
    let mut told = vec![if placed == all {
        format!("{what}: all of them found a place.")
    } else {
        format!("{what}: {placed} min found a place, {} min did not.", all - placed)
    }];
    let aside: Vec<String> = brief.bring.iter().flat_map(|week| &week.aside).map(|item| format!("`{item}`")).collect();
    if !aside.is_empty() {
        told.push(format!("Left aside of it as no training run: {}.", list(&aside)));
    }
    if brief.bring.iter().flat_map(|week| &week.runs).any(BroughtRun::lacks_warm_up) {
        told.push("Hard runs of it that say nothing of warming up get 15 min before and 10 min after.".to_owned());
    }
    let (has, weeks) = (brief.bring.len(), brief.block.weeks as usize);
    if has < weeks {
        told.push(format!(
            "It has {}: the {} of the block after them hold no run of it.",
            count(has, "week"),
            count(weeks - has, "week")
        ));
    } else if has > weeks {
        told.push(format!(
            "It has {}, the block {}: the rest of it is not planned.",
            count(has, "week"),
            count(weeks, "week")
        ));
    }
    told
}
