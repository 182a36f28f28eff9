//! The calendars that others subscribe to.

use crate::brief::Problems;
use crate::plan::Plan;
use crate::render;

/// The two feeds of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feeds {
    /// Every run, and every session unless the runs alone were asked for.
    pub training: String,
    /// When the person is taken, without a word of what by.
    pub busy: String,
}

impl Feeds {
    /// What the two are called, wherever they are served or written.
    pub const NAMES: [&'static str; 2] = ["training.ics", "busy.ics"];

    /// Their names and texts.
    pub fn files(&self) -> [(&'static str, &str); 2] {
        let [training, busy] = Self::NAMES;
        [(training, &self.training), (busy, &self.busy)]
    }
}

/// The feeds of a plan. Around what is busy the plan's own buffer is kept.
///
/// # Errors
/// Every problem of the brief that the plan holds.
pub fn feeds(plan: &Plan, only_runs: bool) -> Result<Feeds, Problems> {
    let brief = plan.read_brief()?;
    let buffer = brief.rules.no_overlap.buffer_minutes;
    Ok(Feeds { training: render::ics::feed(plan, &brief.display, only_runs), busy: render::ics::busy(plan, buffer) })
}
