//! What changed between two plans, in sentences.

use super::aims::aim;
use super::points::rules_behind;
use super::text::{clean, wrapped};
use super::words;
use crate::brief::Display;
use crate::follow::{Change, Diff, How, Kept, When};

const WIDTH: usize = 80;
/// So many broken rules are told of a plan that keeps everything.
const MOST_RULES: usize = 3;

/// "Moved 2 of 38 runs, kept 36." and what else changed of the runs.
pub fn summary(diff: &Diff) -> String {
    let mut text =
        format!("Moved {} of {}, kept {}", diff.runs_that(How::Moved), words::count(diff.runs, "run"), diff.runs_kept);
    for (how, word) in
        [(How::Changed, "changed in length or content"), (How::Added, "added"), (How::Dropped, "dropped")]
    {
        let number = diff.runs_that(how);
        if number > 0 {
            text.extend(["; ", &number.to_string(), " ", word]);
        }
    }
    text.push('.');
    text
}

/// So many lines say what became of a plan that was planned again.
const REPORT_LINES: usize = 10;

/// What became of a plan that was planned again, in a few lines: what changed, the nearest first, and why it could not all stay.
pub fn report(diff: &Diff, kept: Option<&Kept>, display: &Display) -> String {
    let whole = changes(diff, kept, display);
    let lines = |text: &str| text.lines().count();
    if diff.changes.is_empty() || !diff.same_block {
        return whole;
    }
    let rule = diff.changes.iter().find_map(|change| change.rule.as_deref());
    let rule = kept.and_then(|kept| kept.musts.first()).map(|must| must.rule).or(rule);
    let end = rule
        .map(|rule| wrapped(&format!("`runweave rules {rule}` tells the rule whole."), "", WIDTH))
        .unwrap_or_default();
    let price = kept.map(|kept| format!(" {}", price(kept))).unwrap_or_default();
    let mut text = wrapped(&format!("{}{price}", summary(diff)), "", WIDTH);
    let room = REPORT_LINES.saturating_sub(lines(&end) + 1).max(lines(&text) + 2);
    let mut told = 0;
    for change in &diff.changes {
        let next = wrapped(&sentence(change, display), "  - ", WIDTH);
        let is_last = told + 1 == diff.changes.len();
        if lines(&text) + lines(&next) > room + usize::from(is_last) {
            break;
        }
        text.push_str(&next);
        told += 1;
    }
    if told < diff.changes.len() {
        let more = words::count(diff.changes.len() - told, "more change");
        text.push_str(&wrapped(&format!("{more}: `runweave diff` tells them all."), "  - ", WIDTH));
    }
    text + &end
}

/// Every change in a sentence with the rule behind it; before them, where it is known, what it would have meant to move nothing.
pub fn changes(diff: &Diff, kept: Option<&Kept>, display: &Display) -> String {
    if diff.changes.is_empty() {
        return "Nothing has changed.\n".to_owned();
    }
    if !diff.same_block {
        let gone = diff.changes.iter().filter(|change| change.run && change.how == How::Dropped).count();
        let new = words::count(diff.runs_that(How::Added), "run");
        return wrapped(
            &format!(
                "The two plans are of different blocks, one of {} and one of {new}: nothing of one is in the other.",
                words::count(gone, "run")
            ),
            "",
            WIDTH,
        );
    }
    let price = kept.map(|kept| format!(" {}", price(kept))).unwrap_or_default();
    let mut text = wrapped(&format!("{}{price}", summary(diff)), "", WIDTH);
    for change in &diff.changes {
        text.push_str(&wrapped(&sentence(change, display), "  - ", WIDTH));
    }
    let rules = diff.changes.iter().filter_map(|change| change.rule.as_deref());
    let kept = kept.iter().flat_map(|kept| {
        kept.musts
            .iter()
            .map(|breach| breach.rule)
            .chain(kept.by_rule.iter().map(|(rule, _)| rule.as_str()).take(MOST_RULES))
    });
    let behind = rules_behind(rules.chain(kept), WIDTH);
    if !behind.is_empty() {
        text.extend(["\n", &behind]);
    }
    text
}

fn sentence(change: &Change, display: &Display) -> String {
    let (name, id) = (clean(&change.name), &change.id);
    let at = |when: Option<When>| when.map(|when| moment(when, display)).unwrap_or_default();
    let what = match change.how {
        How::Moved => {
            let length = match (change.before, change.after) {
                (Some(old), Some(new)) if old.minutes != new.minutes => {
                    format!(", {} instead of {}", words::minutes(new.minutes), words::minutes(old.minutes))
                }
                _ => String::new(),
            };
            format!("{name} ({id}) moves from {} to {}{length}", at(change.before), at(change.after))
        }
        How::Changed => {
            let length = match (change.before, change.after) {
                (Some(old), Some(new)) if old.minutes != new.minutes => {
                    format!(" is {} instead of {}", words::minutes(new.minutes), words::minutes(old.minutes))
                }
                _ => " changes".to_owned(),
            };
            format!("{name} ({id}) on {}{length}", at(change.after))
        }
        How::Added => format!("{name} ({id}) is new on {}", at(change.after)),
        How::Dropped => format!("{name} ({id}) on {} is gone", at(change.before)),
    };
    format!("{what}: {}", change.text)
}

fn moment(when: When, display: &Display) -> String {
    let start = when.start.0;
    let day = words::weekday_short(start.date());
    format!("{day} {} {}", words::date_short(start.date()), words::clock(start.time(), display.twelve_hour))
}

/// What keeping every run would break or cost.
fn price(kept: &Kept) -> String {
    let mut rules: Vec<&str> = Vec::new();
    let mut sentences: Vec<String> = Vec::new();
    for breach in &kept.musts {
        if !rules.contains(&breach.rule) {
            rules.push(breach.rule);
            let run = breach.runs.last().map(|id| format!("{id}: ")).unwrap_or_default();
            sentences.push(format!("{} ({run}{})", aim(breach.rule), breach.text.trim_end_matches('.')));
        }
    }
    sentences.truncate(MOST_RULES);
    if !sentences.is_empty() {
        return format!("Keeping all would break {}.", words::list(&sentences));
    }
    let dearest: Vec<String> =
        kept.by_rule.iter().take(MOST_RULES).map(|(rule, cost)| format!("{} {cost}", aim(rule))).collect();
    let by = if dearest.is_empty() { String::new() } else { format!(" ({})", dearest.join(", ")) };
    match kept.points {
        points if points > 0 => {
            let points = words::count(points.unsigned_abs() as usize, "point");
            format!("Keeping all would be possible; its price is {points}{by}.")
        }
        _ => "Keeping all would be possible, but leave the weeks without what is asked of them now.".to_owned(),
    }
}
