//! A plan from elsewhere goes into a brief.

use serde_json::json;

use crate::brief::{Brief, Defaults, Problems};
use crate::intake::brought_weeks;

/// The brief with the weeks of a text in place of those that it brings itself.
///
/// # Errors
/// A sentence where the text holds no weeks, or the problems of the brief with them.
pub fn bring(brief: &Brief, text: &[u8]) -> Result<Result<Brief, Problems>, String> {
    let weeks = brought_weeks(&String::from_utf8_lossy(text))?;
    let mut source = brief.source.clone();
    source["bring"] = json!(weeks);
    let defaults = Defaults { timezone: brief.block.timezone };
    Ok(Brief::from_value(&source, "the brief with the plan that was brought", defaults))
}
