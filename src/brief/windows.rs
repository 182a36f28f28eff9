//! When runs may take place.

use super::node::Node;
use super::problem::Wrong;
use super::read::Told;
use super::{Availability, Block, Exception, Window, form};
use crate::model::{Clock, WEEKDAYS};

/// What is told where nothing is said about hours.
pub(crate) const UNSAID_HOURS: &str = "No availability is given: runs may take place from 06:00 to 21:00 on every day.";
/// Every day without a word about availability.
const ASSUMED: Window = Window { from: Clock(6 * 60), to: 21 * 60 };

pub(super) fn availability(node: Option<&Node>, block: Option<&Block>, told: &mut Told) -> Availability {
    let said = |day: &&str| node.and_then(|node| node.get(day));
    let silent = WEEKDAYS.iter().all(|day| said(day).is_none());
    if silent {
        told.warnings.push(UNSAID_HOURS.to_owned());
    }
    let week = WEEKDAYS.map(|day| if silent { vec![ASSUMED] } else { said(&day).map(windows).unwrap_or_default() });
    let exceptions = node.map_or(&[][..], |node| node.list("exceptions"));
    let exceptions = exceptions.iter().filter_map(|node| exception(node, block, told)).collect();
    Availability { week, exceptions, unsaid: silent }
}

fn windows(node: &Node) -> Vec<Window> {
    node.items().iter().filter_map(Node::as_text).filter_map(form::window).collect()
}

fn exception(node: &Node, block: Option<&Block>, told: &mut Told) -> Option<Exception> {
    let from = node.date("from")?;
    let to = node.date("to").unwrap_or(from);
    if let Some(at) = node.get("to").filter(|_| to < from) {
        told.problems.push(Wrong::Backwards { from: from.to_string(), to: to.to_string() }.at(at.span));
    }
    if block.is_some_and(|block| to < block.start || from > block.last()) {
        told.warnings.push(format!("The exception from {from} to {to} lies outside the block and changes nothing."));
    }
    Some(Exception { from, to, windows: node.get("windows").map(windows)? })
}
