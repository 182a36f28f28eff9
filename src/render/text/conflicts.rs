//! What cannot stand together where runs were left out, and what would make room.

use super::{Look, wrapped};
use crate::plan::Plan;
use crate::render::points::rules_behind;
use crate::render::words;

/// Every conflict with its ways out, and the rules behind; nothing where every run found a place.
pub(super) fn conflicts(plan: &Plan, look: &Look) -> String {
    let mut text = String::new();
    for conflict in &plan.conflicts {
        let weeks = words::weeks(&conflict.weeks);
        text.push_str(&wrapped(&format!("Why runs were left out in {weeks}. {}", conflict.text), "", look.width));
        text.push_str("What would make room, the least first:\n");
        for way in &conflict.ways {
            text.push_str(&wrapped(way, "  - ", look.width));
        }
        text.push('\n');
    }
    let reasons = plan.weeks.iter().flat_map(|week| &week.unplaced).flat_map(|run| &run.why);
    let behind = rules_behind(reasons.map(|day| day.rule.as_str()), look.width);
    if !behind.is_empty() {
        text.extend([behind.as_str(), "\n"]);
    }
    text
}
