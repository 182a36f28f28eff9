//! How much hard work one session may hold.

use super::Occasion;
use super::structure::Limit;
use crate::model::Minutes;
use crate::rules::{QualitySize, Rulebook};

/// The finisher's hard minutes by level (judgement); none for beginners.
const FINISHER: (i32, i32, i32) = (0, 4, 6);

/// Hard minutes that leave a week of `week` minutes easy enough.
pub(crate) fn easy_enough(rules: &Rulebook, week: Minutes) -> Minutes {
    rules.if_on(&rules.easy_share).map_or(week, |rule| rule.hard_minutes(week))
}

/// Percent of a run that race pace takes at most where nothing says how much (judgement).
const RACE_PACE_PERCENT: i32 = 30;

/// The same for a week with half marathon or marathon pace.
pub(crate) fn easy_enough_at_race_pace(rules: &Rulebook, week: Minutes) -> Minutes {
    rules.if_on(&rules.easy_share).map_or(week, |rule| rule.at_race_pace(week))
}

/// Seconds of hard work that a run of `total` seconds with this limit may hold: its own limit, and no more than leaves the week
/// easy enough.
pub(super) fn hard_seconds(limit: Limit, occasion: &Occasion<'_>, total: i32) -> i32 {
    let week = occasion.weekly_minutes.clamp(0, 10_080);
    let rules = occasion.rules;
    let run = total / 60;
    let own = |rule: &QualitySize| match limit {
        Limit::Moderate => rule.race_pace(),
        Limit::Threshold => rule.threshold(week, run),
        Limit::Race => run * RACE_PACE_PERCENT / 100,
        Limit::Interval => rule.interval(week, run),
        _ => rule.repetition(week, run),
    };
    match limit {
        Limit::Free => i32::MAX / 4,
        Limit::Finisher => occasion.level.pick(FINISHER.0, FINISHER.1, FINISHER.2) * 60,
        _ => rules.if_on(&rules.quality_size).map_or(week, own).min(easy_enough(rules, week)) * 60,
    }
}
