//! How much hard work one session may hold.

use super::Occasion;
use super::structure::Limit;
use crate::model::Level;

/// The finisher's hard minutes by level (judgement); none for beginners.
const FINISHER: (i32, i32, i32) = (0, 4, 6);

/// Seconds of a beginner's strides: four of them (judgement).
const FIRST_STRIDES: i32 = 4 * 20;

/// Seconds of hard work a session with this limit may hold: its own limit, and no more than leaves the week easy enough.
pub(super) fn hard_seconds(limit: Limit, occasion: &Occasion<'_>) -> i32 {
    let week = occasion.weekly_minutes.clamp(0, 10_080);
    let rule = &occasion.rules.quality_size;
    let minutes = match limit {
        Limit::Free => return i32::MAX / 4,
        Limit::Finisher => return occasion.level.pick(FINISHER.0, FINISHER.1, FINISHER.2) * 60,
        Limit::Repetition if occasion.level == Level::Beginner => return FIRST_STRIDES,
        Limit::Moderate => rule.race_pace(),
        Limit::Threshold => rule.threshold(week),
        Limit::Interval => rule.interval(week),
        Limit::Repetition => rule.repetition(week),
    };
    minutes.min(occasion.rules.easy_share.hard_minutes(week)) * 60
}
