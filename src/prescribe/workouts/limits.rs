//! How much hard work one session may hold.

use super::Occasion;
use super::structure::Limit;
use crate::model::{Level, Minutes};
use crate::rules::{QualitySize, Rulebook};

/// The finisher's hard minutes by level (judgement); none for beginners.
const FINISHER: (i32, i32, i32) = (0, 4, 6);

/// Seconds of a beginner's strides: four of them (judgement).
const FIRST_STRIDES: i32 = 4 * 20;

/// Hard minutes that leave a week of `week` minutes easy enough.
pub(crate) fn easy_enough(rules: &Rulebook, week: Minutes) -> Minutes {
    rules.if_on(&rules.easy_share).map_or(week, |rule| rule.hard_minutes(week))
}

/// Seconds of hard work a session with this limit may hold: its own limit, and no more than leaves the week easy enough.
pub(super) fn hard_seconds(limit: Limit, occasion: &Occasion<'_>) -> i32 {
    let week = occasion.weekly_minutes.clamp(0, 10_080);
    let rules = occasion.rules;
    let own = |rule: &QualitySize| match limit {
        Limit::Moderate => rule.race_pace(),
        Limit::Threshold => rule.threshold(week),
        Limit::Interval => rule.interval(week),
        _ => rule.repetition(week),
    };
    match limit {
        Limit::Free => i32::MAX / 4,
        Limit::Finisher => occasion.level.pick(FINISHER.0, FINISHER.1, FINISHER.2) * 60,
        Limit::Repetition if occasion.level == Level::Beginner => FIRST_STRIDES,
        _ => rules.if_on(&rules.quality_size).map_or(week, own).min(easy_enough(rules, week)) * 60,
    }
}
