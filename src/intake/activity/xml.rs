//! What GPX and TCX have in common: XML, and times as text.

use chrono::{DateTime, NaiveDateTime, Utc};
use roxmltree::{Document, Node, ParsingOptions};

use super::{Activity, ActivityError, gpx, tcx};

/// The most elements and texts of a file.
const MOST_NODES: u32 = 2_000_000;

/// The longest tag, in bytes: attributes are compared with each other, and the time that takes grows with their square.
const LONGEST_TAG: usize = 4096;

/// Reads a GPX or a TCX file.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Activity>, ActivityError> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if !text.starts_with('<') {
        return Err(ActivityError::NotKnown);
    }
    if text
        .split('<')
        .any(|part| part.split('>').next().is_some_and(|tag| tag.len() > LONGEST_TAG && tag.contains('=')))
    {
        return Err(ActivityError::Damaged(format!("a tag is longer than {LONGEST_TAG} bytes")));
    }
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document =
        Document::parse_with_options(text, options).map_err(|error| ActivityError::Damaged(error.to_string()))?;
    match document.root_element().tag_name().name() {
        "gpx" => Ok(gpx::read(&document)),
        "TrainingCenterDatabase" => Ok(tcx::read(&document)),
        _ => Err(ActivityError::NotKnown),
    }
}

/// The children with this name, whatever their namespace.
pub(super) fn children<'a, 'input>(
    node: Node<'a, 'input>,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'input>> {
    node.children().filter(move |child| child.tag_name().name() == name)
}

/// The text of the first child with this name.
pub(super) fn text<'a>(node: Node<'a, '_>, name: &'static str) -> Option<&'a str> {
    children(node, name).next().and_then(|child| child.text()).map(str::trim)
}

/// A time; one without a zone is UTC, as both formats ask for.
pub(super) fn time(text: &str) -> Option<DateTime<Utc>> {
    let text = text.trim();
    let zoned = DateTime::parse_from_rfc3339(text).map(|time| time.to_utc());
    zoned.ok().or_else(|| text.parse::<NaiveDateTime>().ok().map(|time| time.and_utc()))
}
