//! Wishes that are not kept everywhere, each told with what is against it.

use std::collections::BTreeMap;

use super::super::{Entry, PlanWeek};
use super::given::in_weeks;
use crate::brief::Brief;
use crate::model::{WEEKDAY_NAMES, list};

/// A sentence for each wished day that some weeks do not keep.
pub(super) fn told(brief: &Brief, given: &[PlanWeek]) -> Vec<String> {
    let running = &brief.running;
    let long: Vec<usize> = running.long_run_day.into_iter().collect();
    let wishes = [("long_run_day", "the long run", &long), ("hard_run_days", "hard runs", &running.hard_run_days)];
    let wishes = wishes.into_iter().filter(|(rule, ..)| brief.rules.is_on(rule));
    wishes.filter_map(|(rule, what, days)| missed(given, rule, what, days)).collect()
}

fn missed(given: &[PlanWeek], rule: &str, what: &str, days: &[usize]) -> Option<String> {
    let mut weeks = Vec::new();
    let mut against: BTreeMap<&str, usize> = BTreeMap::new();
    for week in given {
        let runs = week.sessions.iter().filter_map(Entry::as_run);
        let reasons = runs.flat_map(|run| &run.why).filter(|reason| reason.rule == rule);
        for (_, because) in reasons.filter_map(|reason| reason.text.split_once(" wished: ")) {
            weeks.push(week.number);
            *against.entry(because).or_default() += 1;
        }
    }
    weeks.dedup();
    let (because, _) = against.into_iter().max_by_key(|(text, times)| (*times, std::cmp::Reverse(*text)))?;
    let names: Vec<&str> = days.iter().map(|day| WEEKDAY_NAMES[day % 7]).collect();
    let days = list(&names);
    let because = because.trim_end_matches('.');
    Some(format!("You wished for {what} on {days} and get another day in {}: {because}.", in_weeks(&weeks)))
}
