//! Which workout a run becomes, and how hard it is.

use crate::model::{Level, Minutes, RunShape, RunType};

/// A run of this type at this length, and the workout it is.
pub(super) fn pick(kind: RunType, minutes: Minutes, level: Level) -> (RunShape, &'static str) {
    let (rpe, workout) = match kind {
        RunType::Long if minutes >= 90 => (50, "long_easy"),
        RunType::Long => (40, "long_easy"),
        RunType::Tempo => (65, "tempo"),
        RunType::WalkRun => (40, "walkrun_1"),
        _ if minutes <= 30 => (30, "easy_short"),
        _ => (30, "easy"),
    };
    let harder = if level == Level::Beginner && kind != RunType::WalkRun { 10 } else { 0 };
    (RunShape { kind, minutes, rpe_tenths: rpe + harder }, workout)
}
