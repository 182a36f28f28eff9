//! The files that a plan becomes.

use crate::brief::Display;
use crate::plan::Plan;
use crate::render::{self, NotWritten};

/// The name of the file that holds the plan itself.
pub const PLAN_FILE: &str = "plan.json";

/// The texts of a plan's three files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outputs {
    /// The plan itself, which everything else is made from.
    pub json: String,
    /// The page.
    pub html: String,
    /// The calendar.
    pub ics: String,
}

impl Outputs {
    /// Their names and texts, the plan itself first.
    pub fn files(&self) -> [(&'static str, &str); 3] {
        [(PLAN_FILE, &self.json), ("plan.html", &self.html), ("plan.ics", &self.ics)]
    }
}

/// Writes a plan as text, as a page and as a calendar, which holds the runs alone where `only_runs` says so.
///
/// # Errors
/// Where the page cannot be written.
pub fn outputs(plan: &Plan, display: &Display, only_runs: bool) -> Result<Outputs, NotWritten> {
    let html = render::html(plan, display)?;
    Ok(Outputs { json: render::json(plan), html, ics: render::ics(plan, display, only_runs) })
}
