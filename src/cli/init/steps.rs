//! The questions in the order a person thinks: the week, the goal, running now, free time, the block.

use super::answers::Answers;
use crate::intake::phrases;

/// One question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Week,
    Goal,
    Event,
    Level,
    Weekly,
    Longest,
    Runs,
    Race,
    Free,
    LongDay,
    Most,
    NoRuns,
    Sleep,
    Start,
    Weeks,
}

/// Every question.
pub(super) const ALL: [Step; 15] = [
    Step::Week,
    Step::Goal,
    Step::Event,
    Step::Level,
    Step::Weekly,
    Step::Longest,
    Step::Runs,
    Step::Race,
    Step::Free,
    Step::LongDay,
    Step::Most,
    Step::NoRuns,
    Step::Sleep,
    Step::Start,
    Step::Weeks,
];

/// The parts of the answers that can be changed at the end, each with its questions.
pub(super) const SECTIONS: [(&str, &[Step]); 4] = [
    ("my goal", &[Step::Goal, Step::Event]),
    ("how I run now", &[Step::Level, Step::Weekly, Step::Longest, Step::Runs, Step::Race]),
    ("when I can run", &[Step::Free, Step::LongDay, Step::Most, Step::NoRuns, Step::Sleep]),
    ("the block", &[Step::Start, Step::Weeks]),
];

impl Step {
    /// Whether the answers leave the question open.
    pub(super) fn is_open(self, answers: &Answers) -> bool {
        match self {
            Self::Week => answers.sessions.is_empty() && !answers.no_sessions,
            Self::Goal => answers.goal.is_none(),
            Self::Event => answers.event.is_none(),
            Self::Level => answers.running_level.is_none(),
            Self::Weekly => answers.weekly_minutes.is_none(),
            Self::Longest => answers.longest.is_none(),
            Self::Runs => answers.runs.is_none(),
            Self::Race => answers.recent_race.is_none(),
            Self::Free => answers.free.is_empty(),
            Self::LongDay => answers.long_run_day.is_none(),
            Self::Most => answers.most_minutes.is_none(),
            Self::NoRuns => answers.no_run_days.is_none(),
            Self::Sleep => answers.sleep.is_none(),
            Self::Start => answers.start.is_none(),
            Self::Weeks => answers.weeks.is_none(),
        }
    }

    /// Whether it makes sense to ask: somebody who does not run has no longest run.
    pub(super) fn applies(self, answers: &Answers) -> bool {
        let runs = answers.weekly_minutes.as_deref().and_then(phrases::minutes).is_some_and(|minutes| minutes > 0);
        runs || !matches!(self, Self::Longest | Self::Race)
    }
}
