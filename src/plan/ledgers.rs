//! What each week of a plan adds up to, for the rules that count minutes.

use super::{Entry, LaidOut, PlacedRun, Plan, PlanWeek};
use crate::model::{Calendar, Phase};
use crate::prescribe;
use crate::rules::{Ledger, LedgerRun, Start};

/// The weeks of a plan as ledgers, oldest first, and what was run before them.
pub(crate) fn ledgers(plan: &Plan, laid: &LaidOut) -> (Vec<Ledger>, Start) {
    let mut weeks: Vec<Ledger> = Vec::new();
    let missed = plan.missed_once();
    for week in &plan.weeks {
        weeks.push(Ledger {
            week: week.number as i32,
            phase: week.phase,
            deload: week.deload,
            missed: missed.get(&(week.number as i32 - 1)).copied().unwrap_or(0),
            away: !week.unplaced.is_empty() && laid.brief.has_exception_in(week.number as i32 - 1),
            strength: week.sessions.iter().filter(|entry| matches!(entry, Entry::Strength(_))).count() as i32,
            load: week.sessions.iter().map(Entry::load).sum(),
            runs: runs(plan, week, laid),
        });
    }
    if weeks.is_empty() {
        weeks.push(Ledger {
            week: 1,
            phase: Phase::Base,
            deload: false,
            missed: 0,
            away: false,
            strength: 0,
            load: 0,
            runs: Vec::new(),
        });
    }
    (weeks, prescribe::start(&laid.brief))
}

/// The runs of a week, those of the past as they were done.
fn runs(plan: &Plan, week: &PlanWeek, laid: &LaidOut) -> Vec<LedgerRun> {
    let calendar = laid.brief.block.calendar();
    let done = plan.history.as_ref().and_then(|history| Some((history.from, history.runs.as_ref()?)));
    let is_told = |date: chrono::NaiveDate| done.is_some_and(|(from, _)| date < from);
    let planned = week.sessions.iter().filter_map(Entry::as_run).map(|run| counted(run, calendar));
    let mut runs: Vec<LedgerRun> = planned.filter(|run| !is_told(calendar.date(run.day))).collect();
    for one in done.into_iter().flat_map(|(_, runs)| runs) {
        let day = calendar.day(one.start.0.date());
        if day.week() != week.number as i32 - 1 {
            continue;
        }
        let own = one.planned.as_deref().and_then(|id| plan.planned_run(id)).map(|run| counted(run, calendar));
        let run = own.unwrap_or_else(|| LedgerRun::easy(day, one.kind, one.minutes));
        let less = |minutes: i32| minutes.min(one.minutes);
        runs.push(LedgerRun {
            day,
            minutes: one.minutes,
            hard_minutes: less(run.hard_minutes),
            threshold_minutes: less(run.threshold_minutes),
            fast_minutes: less(run.fast_minutes),
            ..run
        });
    }
    runs.sort_by_key(|run| run.day);
    runs
}

/// A run as the rules that count minutes see it.
pub(crate) fn counted(run: &PlacedRun, calendar: Calendar) -> LedgerRun {
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
        own: run.run.own,
    }
}
