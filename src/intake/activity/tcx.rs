//! TCX: activities made of laps, each with its time and distance.

use roxmltree::{Document, Node};

use super::xml::{children, text, time};
use super::{Activity, Sport, activity};

/// Reads the activities of a TCX file.
pub(super) fn read(document: &Document<'_>) -> Vec<Activity> {
    let lists = children(document.root_element(), "Activities");
    lists.flat_map(|list| children(list, "Activity")).filter_map(one).collect()
}

fn one(node: Node<'_, '_>) -> Option<Activity> {
    let first_lap = children(node, "Lap").find_map(|lap| lap.attribute("StartTime"));
    let start = first_lap.or_else(|| text(node, "Id")).and_then(time)?;
    let sum = |name: &'static str| -> f64 {
        children(node, "Lap").filter_map(|lap| text(lap, name)?.parse::<f64>().ok()).filter(|part| *part > 0.0).sum()
    };
    let sport = Sport::named(node.attribute("Sport").unwrap_or_default());
    activity(start, sum("TotalTimeSeconds"), Some(sum("DistanceMeters")), sport)
}
