//! How many minutes a week aims at.

use super::history::History;
use crate::brief::Brief;
use crate::model::Minutes;

/// Minutes that a full week aims at, and the most it may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Volume {
    pub target: Minutes,
    pub most: Minutes,
}

/// What a full week of `runs` runs aims at; `progress` whether it may grow.
pub(super) fn full_week(brief: &Brief, history: &History<'_>, runs: i32, progress: bool) -> Volume {
    let (rules, past) = (&brief.rules, history.full_weeks());
    let budget = rules.interference_budget.week().unwrap_or(Minutes::MAX);
    let first = rules.start_volume.first_week(history.start.weekly_minutes).min(budget);
    let (Some(cap), Some(last)) = (rules.weekly_growth.cap(&past), past.last()) else {
        let most = runs * history.run_limit(&rules.single_run_spike);
        return Volume { target: most, most };
    };
    let ceiling = rules.start_volume.target(history.start.weekly_minutes).min(budget);
    if history.is_fresh() {
        return Volume { target: first, most: first.max(super::lengths::SHORTEST).min(cap) };
    }
    let careful = brief.check_ins.is_empty();
    let step = rules.weekly_growth.step(&past, careful, rules.older_athlete.growth_percent()).unwrap_or(last);
    let holds = !progress || history.grown_in_a_row() + 1 >= rules.weekly_growth.hold_every();
    let most = if holds { last.min(cap) } else { cap.min(ceiling.max(last)) };
    Volume { target: step.min(most).min(ceiling), most }
}
