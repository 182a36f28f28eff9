//! Which files in a folder we wrote, so that no other is ever touched.

use serde_json::Value;

use super::{fit, intervals, zwo};

/// Whether a file of this name and content was written here for a watch.
pub fn is_ours(name: &str, bytes: &[u8]) -> bool {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("fit") => is_our_fit(bytes),
        Some("zwo") => bytes.starts_with(zwo::HEAD.as_bytes()),
        Some("txt") => bytes.starts_with(intervals::HEAD.as_bytes()),
        Some("json") => serde_json::from_slice(bytes).is_ok_and(|events: Vec<Value>| events.iter().all(is_our_event)),
        _ => false,
    }
}

fn is_our_event(event: &Value) -> bool {
    event["external_id"].as_str().is_some_and(|id| id.starts_with(intervals::PREFIX))
}

/// A workout or a schedule whose first message names us. We lay out that message in one way alone.
fn is_our_fit(bytes: &[u8]) -> bool {
    let [manufacturer, product] = [fit::MANUFACTURER, fit::PRODUCT].map(u16::to_le_bytes);
    let layout = [0x40, 0, 0, 0, 0, 5, 0, 1, 0, 1, 2, 0x84, 2, 2, 0x84, 3, 4, 0x8c, 4, 4, 0x86];
    let Some(first) = bytes.get(14..14 + layout.len() + 6) else { return false };
    let (found, data) = first.split_at(layout.len());
    bytes.get(8..12) == Some(b".FIT")
        && found == layout
        && matches!(data[1], 5 | 7)
        && data[2..4] == manufacturer
        && data[4..6] == product
}
