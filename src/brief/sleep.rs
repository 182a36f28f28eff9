//! When the person sleeps.

use super::form;
use super::node::Node;
use crate::model::WEEKDAYS;
use crate::rules::Night;

/// Before noon somebody goes to bed after midnight: on the next day, which the night is counted to all the same.
const NOON: i32 = 12 * 60;
const DAY: i32 = 24 * 60;

/// The nights by the weekday on which they begin, Monday first.
pub(super) fn nights(node: Option<&Node>) -> [Option<Night>; 7] {
    let night = |key: &str| {
        let window = node?.text(key).and_then(form::window)?;
        let (from, to) = (i32::from(window.from.0), i32::from(window.to));
        let from = if from < NOON { from + DAY } else { from };
        let to = if to <= from { to + DAY } else { to };
        Some((from, if to <= from { to + DAY } else { to }))
    };
    let usual = night("usual");
    WEEKDAYS.map(|day| night(day).or(usual))
}
