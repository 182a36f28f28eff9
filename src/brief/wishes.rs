//! Wishes about days and minutes, and whether they can be kept together.

use super::Running;
use super::node::Node;
use super::problem::Wrong;
use super::read::Told;
use crate::model::{Minutes, WEEKDAYS, weekday};

/// The weekdays of a list, in the order of the week.
pub(super) fn days(node: &Node, key: &str) -> Vec<usize> {
    let mut days: Vec<usize> = node.list(key).iter().filter_map(Node::as_text).filter_map(weekday).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// The most minutes of a run by weekday.
pub(super) fn by_day(node: &Node) -> [Option<Minutes>; 7] {
    WEEKDAYS.map(|day| node.get("most_minutes").and_then(|most| most.whole(day)))
}

/// Tells of wishes of which one forbids another.
pub(super) fn contradictions(node: &Node, running: &Running, told: &mut Told) {
    let mut tell = |key: &str, what: String, help: &str| {
        if let Some(at) = node.get(key) {
            told.problems.push(Wrong::Contradicts { what, help: help.to_owned() }.at(at.span));
        }
    };
    let closed = |day: &usize| running.no_run_days.contains(day);
    if running.no_run_days.len() == WEEKDAYS.len() {
        tell("no_run_days", "`no_run_days` leaves no day for a run".to_owned(), "leave at least one weekday out of it");
        return;
    }
    if let Some(day) = running.long_run_day.filter(closed) {
        let what = format!("the long run is wished for `{}`, a day without a run", WEEKDAYS[day]);
        tell("long_run_day", what, "take the day out of `no_run_days`, or wish for another");
    }
    for (key, days) in [("hard_run_days", &running.hard_run_days), ("treadmill_days", &running.treadmill_days)] {
        if let Some(day) = days.iter().find(|day| closed(day)) {
            let what = format!("`{key}` has `{}`, a day without a run", WEEKDAYS[*day]);
            tell(key, what, "take the day out of one of the two lists");
        }
    }
    let open = WEEKDAYS.len() - running.no_run_days.len();
    if let Some(runs) = running.runs_per_week.filter(|runs| *runs as usize > open) {
        let what = format!("{runs} runs a week are wished for, and `no_run_days` leaves {open} days");
        tell("runs_per_week", what, "wish for fewer runs, or leave more days open: there is one run a day");
    }
    if let (Some(wished), Some(most)) = (running.target_weekly_minutes, running.most_weekly_minutes)
        && wished > most
    {
        let what = format!("{wished} min a week are wished for, and {most} min are the most");
        tell("target_weekly_minutes", what, "make it no more than `most_minutes.week`");
    }
}
