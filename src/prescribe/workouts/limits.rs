//! How much hard work one session may hold (Daniels' shares of the week; floors for small weeks are judgement).

use super::Occasion;
use super::structure::Limit;

/// A share of the week's minutes, in percent, with a floor and a ceiling in minutes.
struct Share {
    percent: i32,
    floor: i32,
    most: i32,
}

const THRESHOLD: Share = Share { percent: 10, floor: 10, most: 60 };
const INTERVAL: Share = Share { percent: 8, floor: 8, most: 40 };
const REPETITION: Share = Share { percent: 5, floor: 4, most: 30 };
/// Marathon pace and steady running end at 110 minutes; the share leaves four fifths of the week easy.
const MODERATE: Share = Share { percent: 20, floor: 15, most: 110 };

/// Seconds of hard work a session with this limit may hold.
pub(super) fn hard_seconds(limit: Limit, occasion: &Occasion<'_>) -> i32 {
    let share = match limit {
        Limit::Free => return i32::MAX / 4,
        Limit::Finisher => return occasion.level.pick(0, 4, 6) * 60,
        Limit::Moderate => MODERATE,
        Limit::Threshold => THRESHOLD,
        Limit::Interval => INTERVAL,
        Limit::Repetition => REPETITION,
    };
    (occasion.weekly_minutes.clamp(0, 10_080) * 60 * share.percent / 100).clamp(share.floor * 60, share.most * 60)
}
