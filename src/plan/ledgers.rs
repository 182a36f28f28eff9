//! What each week of a plan adds up to, for the rules that count minutes.

use super::{Entry, LaidOut, Plan, PlanWeek};
use crate::model::Phase;
use crate::prescribe;
use crate::rules::{Ledger, LedgerRun, Start};

/// The weeks of a plan as ledgers, oldest first, and what was run before them.
pub(super) fn ledgers(plan: &Plan, laid: &LaidOut) -> (Vec<Ledger>, Start) {
    let mut weeks: Vec<Ledger> = Vec::new();
    for week in &plan.weeks {
        weeks.push(Ledger {
            week: week.number as i32,
            phase: week.phase,
            deload: week.deload,
            strength: week.sessions.iter().filter(|entry| matches!(entry, Entry::Strength(_))).count() as i32,
            load: week.sessions.iter().map(Entry::load).sum(),
            runs: runs(week, laid),
        });
    }
    if weeks.is_empty() {
        weeks.push(Ledger { week: 1, phase: Phase::Base, deload: false, strength: 0, load: 0, runs: Vec::new() });
    }
    (weeks, prescribe::start(&laid.brief))
}

fn runs(week: &PlanWeek, laid: &LaidOut) -> Vec<LedgerRun> {
    let calendar = laid.brief.block.calendar();
    let runs = week.sessions.iter().filter_map(Entry::as_run);
    runs.map(|run| {
        let minutes_in = |zones: std::ops::RangeInclusive<u8>| {
            let steps = run.run.steps.iter().filter(|step| zones.contains(&step.zone));
            steps.map(|step| step.minutes * f64::from(step.repeat)).sum::<f64>().min(1440.0).ceil() as i32
        };
        LedgerRun {
            day: calendar.day(run.start.0.date()),
            kind: run.run.kind,
            minutes: run.minutes,
            hard_minutes: minutes_in(3..=5),
            threshold_minutes: minutes_in(4..=4),
            fast_minutes: minutes_in(5..=5),
            attached: run.run.attached_to.is_some(),
        }
    })
    .collect()
}
