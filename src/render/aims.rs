//! The words of each rule's card: a price, a piece of advice and what was left out name it so.

use crate::rules::{CARDS, Words};

fn of(rule: &str) -> Option<&'static Words> {
    CARDS.iter().find(|card| card.id == rule)?.words.as_ref()
}

/// What a rule looks after, "fresh legs for lifting".
pub(super) fn aim(rule: &str) -> &str {
    of(rule).map_or(rule, |words| words.aim)
}

/// What it means that a rule is missed so many times less, or as often but by less.
pub(super) fn gain(rule: &str, times: i32) -> String {
    let Some(words) = of(rule) else { return format!("`{rule}` better kept") };
    match times {
        ..=0 => words.better.to_owned(),
        1 => words.one.to_owned(),
        _ => words.many.replace("{n}", &times.to_string()),
    }
}

/// What stands in the way where a rule closes a day to a run.
pub(super) fn obstacle(rule: &str) -> Option<&'static str> {
    of(rule)?.obstacle
}
