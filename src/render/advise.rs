//! Advice in sentences: what to change and what it buys.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::text::{clean, wrapped};
use super::words;
use crate::schedule::{Advice, Advices, Outlook};

const WIDTH: usize = 80;
/// So many pieces of advice are told.
const MOST: usize = 5;
/// So many gains of one piece of advice are told.
const MOST_GAINS: usize = 4;

/// The changes that help most.
pub fn advice(found: &Advices) -> String {
    let mut text = state(&found.now);
    if found.best.is_empty() {
        let _ = writeln!(text, "None of {} helps.", words::count(found.tried, "single change"));
        return text;
    }
    let _ = writeln!(text, "Of {} tried, these help most:", words::count(found.tried, "single change"));
    for (number, one) in found.best.iter().take(MOST).enumerate() {
        let line = format!("{}: {}.", clean(&one.change.text), words::list(&gains(one, &found.now)));
        text.push('\n');
        text.push_str(&wrapped(&line, &format!("{}. ", number + 1), WIDTH));
        text.push_str(&wrapped(&score(&one.outlook), "   ", WIDTH));
    }
    text.push_str("\nEach was planned whole: change the brief so, plan, and exactly this comes out.\n");
    text
}

/// The changes that help, as data with the brief after each.
pub fn advice_data(found: &Advices) -> Value {
    let of = |outlook: &Outlook| {
        let score = outlook.score;
        json!({ "placed": outlook.placed, "missing": outlook.missing, "unplaced": score.left_out,
                "unplaced_value": score.left_value, "should": score.should, "preference": score.preference })
    };
    let best: Vec<Value> = found
        .best
        .iter()
        .map(|one| {
            json!({ "text": one.change.text, "buys": gains(one, &found.now), "score": of(&one.outlook),
                    "brief": one.change.brief })
        })
        .collect();
    json!({ "tried": found.tried, "now": of(&found.now), "advice": best })
}

fn state(now: &Outlook) -> String {
    let missing = match now.missing {
        0 => "none left out".to_owned(),
        missing => format!("{missing} left out"),
    };
    wrapped(
        &format!("As it is: {} placed, {missing}; {}", words::count(now.placed.max(0) as usize, "run"), score(now)),
        "",
        WIDTH,
    )
}

fn score(outlook: &Outlook) -> String {
    format!(
        "{} for what should be kept and {} for wishes (fewer is better).",
        words::count(outlook.score.should.max(0) as usize, "point"),
        outlook.score.preference
    )
}

/// What a change buys, the weightiest first.
fn gains(advice: &Advice, now: &Outlook) -> Vec<String> {
    let after = &advice.outlook;
    let mut said = Vec::new();
    match (after.placed - now.placed, now.missing - after.missing) {
        (more, _) if more > 0 => said.push(format!("{} more in the block", words::count(more as usize, "run"))),
        (_, fewer) if fewer > 0 => said.push(format!("{fewer} fewer of the wished runs left out")),
        _ => {}
    }
    let mut rules: Vec<(i32, i32, &str)> = now
        .missed
        .iter()
        .map(|(rule, (times, cost))| {
            let (later_times, later_cost) = after.missed.get(rule).copied().unwrap_or_default();
            (cost - later_cost, times - later_times, *rule)
        })
        .filter(|(cost, ..)| *cost > 0)
        .collect();
    rules.sort_by_key(|(cost, _, rule)| (std::cmp::Reverse(*cost), *rule));
    said.extend(rules.into_iter().take(MOST_GAINS).map(|(_, times, rule)| gain(rule, times)));
    if said.is_empty() {
        said.push("a better score".to_owned());
    }
    said
}

/// A rule that is missed less often, or by less.
fn gain(rule: &str, times: i32) -> String {
    let some = |one: &str, many: &str| match times {
        ..=0 => many.replace("{n} ", ""),
        1 => one.to_owned(),
        _ => many.replace("{n}", &times.to_string()),
    };
    match rule {
        "preferred_time" => some("one run more at your wished time", "{n} runs more at your wished time"),
        "long_run_day" => some("one long run more on your wished day", "{n} long runs more on your wished day"),
        "different_day" => some("one run fewer on a lifting day", "{n} runs fewer on a lifting day"),
        "same_day_gap" => some("one run further from the lifting", "{n} runs further from the lifting"),
        "same_day_order" => some("one day in the better order", "{n} days in the better order"),
        "heavy_legs_then_run" => {
            some("one run with more rest after heavy legs", "{n} runs with more rest after heavy legs")
        }
        "run_then_heavy_legs" => some("fresher legs for one leg session", "fresher legs for {n} leg sessions"),
        "spread_runs" => some("one run better spread", "{n} runs better spread over the week"),
        "rest_days" => some("one week with more rest", "{n} weeks with more rest"),
        "hard_days" => some("one week with fewer hard days", "{n} weeks with fewer hard days"),
        "monotony" => some("one week with easier and harder days", "{n} weeks with easier and harder days"),
        "steady_weeks" => some("one change of habit less", "{n} changes of habit less from week to week"),
        "full_length" => some("one run at full length", "{n} runs at full length"),
        "quality_spacing" => some("one hard run better spaced", "{n} hard runs better spaced"),
        other => some(&format!("`{other}` kept once more"), &format!("`{other}` kept {{n}} times more")),
    }
}
