//! How many minutes a week aims at.

use super::history::History;
use super::lengths::SHORTEST;
use super::race;
use crate::brief::Brief;
use crate::model::Minutes;
use crate::rules::InterferenceBudget;

/// Minutes that a full week aims at, and the most it may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Volume {
    pub target: Minutes,
    pub most: Minutes,
}

/// What a full week of `runs` runs aims at; `progress` whether it may grow.
pub(super) fn full_week(brief: &Brief, history: &History<'_>, runs: i32, progress: bool) -> Volume {
    let (rules, past) = (&brief.rules, history.full_weeks());
    let budget = rules.if_on(&rules.interference_budget).and_then(InterferenceBudget::week).unwrap_or(Minutes::MAX);
    let first = rules.start_volume.first_week(history.start.weekly_minutes).min(budget);
    let (Some(cap), Some(last)) = (rules.weekly_growth.cap(&past), past.last()) else {
        // From nothing: short runs only, however long a single one was.
        let most = runs * history.run_limit(&rules.single_run_spike).min(SHORTEST);
        return Volume { target: most, most };
    };
    let target = rules.start_volume.target(history.start.weekly_minutes);
    let ceiling = target.max(for_long_race(brief, runs)).min(budget);
    if history.is_fresh() {
        let first = first.max(SHORTEST);
        // A small week may grow by a short run at once, where the goal asks for as many runs at least.
        let few = runs * SHORTEST;
        let first = if runs <= rules.run_days.fewest() && few <= cap.min(budget) { first.max(few) } else { first };
        let most = first.min(cap);
        return Volume { target: most, most };
    }
    let careful = brief.check_ins.is_empty();
    let step = rules.weekly_growth.step(&past, careful, rules.older_athlete.growth_percent()).unwrap_or(last);
    let holds =
        !progress || history.is_back_from_race() || history.grown_in_a_row() + 1 >= rules.weekly_growth.hold_every();
    let most = if holds { past.recent_most().unwrap_or(last).min(cap) } else { cap.min(ceiling.max(last)) };
    // On the way back from a break the weeks themselves are what growth is counted from.
    let most = most.min(rules.weekly_growth.cap(&history.weeks_not_planned_light()).unwrap_or(most));
    Volume { target: step.min(most).min(ceiling), most }
}

/// Before a long race the week may grow until the long run can be as long as the race or as long as it may be; nothing else.
fn for_long_race(brief: &Brief, runs: i32) -> Minutes {
    if !race::is_long(brief) {
        return 0;
    }
    let share = &brief.rules.long_run_share;
    race::minutes(brief).map_or(0, |minutes| share.week_for(minutes.min(share.longest()), runs))
}
