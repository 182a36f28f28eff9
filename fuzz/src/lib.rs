//! What the fuzz targets share: briefs and plans to start from, and mutations that know JSON and lines.

pub mod dice;
pub mod json;
pub mod lines;
pub mod seeds;
pub mod vocabulary;

#[path = "../../tests/attack/files.rs"]
mod files;
#[path = "../../tests/attack/invariants.rs"]
mod invariants;

use runweave::brief::Brief;
use runweave::plan::Plan;

/// What a plan that was made from a brief breaks, in sentences.
pub fn broken(brief: &Brief, plan: &Plan) -> Vec<String> {
    invariants::broken(brief, plan)
}

/// What a text for a terminal breaks.
pub fn terminal(text: &str) -> Vec<String> {
    files::terminal(text)
}
