//! Planning the block that follows.

use crate::brief::{Brief, Defaults, Problems};
use crate::follow::{self, log::Log};
use crate::plan::Plan;

use super::Now;

/// The block that follows a plan.
#[derive(Clone, Debug)]
pub struct Followed {
    /// Its brief, to be planned with [`super::plan`].
    pub brief: Brief,
    /// The brief as it is written into a file.
    pub text: String,
    /// What it took over and why: the volume, the seam, the body.
    pub sentences: Vec<String>,
    /// What was assumed and what was not taken over.
    pub notes: Vec<String>,
}

/// The brief of the block after `last`, from what a log says of it up to now; without one the plan counts as done.
///
/// # Errors
/// Every problem of the brief that the plan holds, or of the next one.
pub fn follow(last: &Plan, log: Option<&Log>, now: Now) -> Result<Followed, Problems> {
    let zone = last.timezone.parse().unwrap_or(crate::model::Zone::UTC);
    let next = follow::next(last, log, now.date(zone))?;
    let brief = Brief::from_value(&next.brief, "the next brief", Defaults { timezone: crate::model::Zone::UTC })?;
    let mut notes = next.notes;
    if log.is_some() && now.date(brief.block.timezone) < brief.block.start {
        notes.insert(
            0,
            "the last block is not over: what is ahead in it counts as planned. Run this again when it is over."
                .to_owned(),
        );
    }
    Ok(Followed { text: format!("{:#}\n", next.brief), brief, sentences: next.sentences, notes })
}
