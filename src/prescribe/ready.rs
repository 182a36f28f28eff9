//! Whether the race can be prepared for: what its long run asks for, and whether the rules know such a race at all.

use super::{course, race};
use crate::brief::Brief;
use crate::model::Minutes;

/// What the race takes, and the longest long run that prepares for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    /// Minutes of the race.
    pub race: Minutes,
    /// Minutes of the long run.
    pub long: Minutes,
}

/// What the race of the block asks for; `None` without one.
pub fn need(brief: &Brief) -> Option<Need> {
    Some(Need { race: race::minutes(brief)?, long: course::needed(brief) })
}
