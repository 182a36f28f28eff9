//! Advice in sentences: what to change and what it buys.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::aims::{aim, gain};
use super::points::{about_points, rules_behind, short_of};
use super::text::{clean, wrapped};
use super::words;
use crate::schedule::{Advice, Advices, Outlook};

const WIDTH: usize = 80;
/// So many pieces of advice are told.
const MOST: usize = 5;
/// So many gains of one piece of advice are told.
const MOST_GAINS: usize = 4;
/// So many rules that it makes worse.
const MOST_PRICES: usize = 3;

/// The changes that help most.
pub fn advice(found: &Advices) -> String {
    let mut text = wrapped(&format!("As it is: {}", outlook(&found.now)), "", WIDTH);
    if found.best.is_empty() {
        let tried = format!("No single change of your week would better that; {} tried.", were(found.tried));
        text.push_str(&wrapped(&tried, "", WIDTH));
        return text;
    }
    let _ = writeln!(text, "Of {} tried, these help most:", words::count(found.tried, "single change"));
    for (number, one) in found.best.iter().take(MOST).enumerate() {
        let line = format!("{}: {}.", clean(&one.change.text), words::list(&gains(one, &found.now)));
        let price: Vec<String> =
            price(one, &found.now).map(|(rule, cost)| format!("{} ({})", aim(rule), points(cost))).collect();
        let paid = if price.is_empty() { String::new() } else { format!(" Paid with {}.", words::list(&price)) };
        text.push('\n');
        text.push_str(&wrapped(&(line + &paid), &format!("{}. ", number + 1), WIDTH));
        text.push_str(&wrapped(&format!("Then: {}", outlook(&one.outlook)), "   ", WIDTH));
    }
    text.push_str("\nEach was planned whole: change the brief so, plan, and exactly this comes out.\n");
    text.push_str(&about_points(WIDTH));
    let rules = found.best.iter().take(MOST).flat_map(|one| price(one, &found.now)).map(|(rule, _)| rule);
    text.push_str(&rules_behind(rules, WIDTH));
    text
}

fn were(number: usize) -> String {
    if number == 1 { "1 was".to_owned() } else { format!("{number} were") }
}

/// The changes that help, as data with the brief after each.
pub fn advice_data(found: &Advices) -> Value {
    let of = |outlook: &Outlook| {
        let score = outlook.score;
        json!({ "placed": outlook.placed, "missing": outlook.missing, "points": score.points })
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

/// "8 runs placed, none left out. The runs stand ...".
fn outlook(outlook: &Outlook) -> String {
    let missing = match outlook.missing {
        0 => "none left out".to_owned(),
        missing => format!("{missing} left out"),
    };
    let placed = words::count(outlook.placed.max(0) as usize, "run");
    let points = short_of(outlook.score.points.into());
    format!("{placed} placed, {missing}. {points}.")
}

/// The rules that a change makes worse, the dearest first, with the points more.
fn price(advice: &Advice, now: &Outlook) -> impl Iterator<Item = (&'static str, i32)> {
    let before = |rule: &str| now.missed.get(rule).map_or(0, |(_, cost)| *cost);
    let more = advice.outlook.missed.iter().map(|(rule, (_, cost))| (*rule, cost - before(rule)));
    let mut worse: Vec<(&'static str, i32)> = more.filter(|(_, cost)| *cost > 0).collect();
    worse.sort_by_key(|(rule, cost)| (std::cmp::Reverse(*cost), *rule));
    worse.into_iter().take(MOST_PRICES)
}

fn points(number: i32) -> String {
    words::count(number.unsigned_abs() as usize, "point")
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
