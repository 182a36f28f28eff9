//! Answers to "why?" and "why not?" in sentences.

use chrono::{Duration, NaiveDate};

use super::aims::aim;
use super::points::{about_points, rules_behind};
use super::text::wrapped;
use super::words;
use crate::brief::Display;
use crate::model::{WEEKDAY_NAMES, weekday};
use crate::plan::{Compared, Elsewhere, Fixed, LocalTime, Moved, PlanWeek, Shadow, Unplaced, Why};
use crate::schedule::{Price, Unsolvable};

const WIDTH: usize = 80;

/// Why runs stand where they stand, and why others found no place.
pub fn why(runs: &[Why], left_out: &[&Unplaced], display: &Display) -> String {
    let mut parts: Vec<String> = runs.iter().map(|run| of_run(run, display)).collect();
    parts.extend((!left_out.is_empty()).then(|| of_left_out(left_out)));
    let days = left_out.iter().flat_map(|run| &run.why).map(|day| day.rule.as_str());
    let named = rules_behind(runs.iter().flat_map(rules_of).chain(days), WIDTH);
    let points = if runs.is_empty() { String::new() } else { about_points(WIDTH) };
    parts.push(points + &named);
    parts.join("\n")
}

/// The rules that an answer tells of.
fn rules_of(why: &Why) -> impl Iterator<Item = &str> {
    let here = why.reasons.iter().map(|reason| reason.rule.as_str()).chain(why.costs.iter().map(|cost| cost.rule));
    here.chain(why.elsewhere.iter().flat_map(rules_of_day))
}

/// The rules that the answer for one day tells of.
fn rules_of_day(answer: &Elsewhere) -> impl Iterator<Item = &str> {
    let price = answer.price.iter().flat_map(dearest).map(|(rule, _)| rule);
    price.chain(answer.forbidden.iter().map(|forbidden| forbidden.rule.as_str()))
}

fn of_run(why: &Why, display: &Display) -> String {
    let head = format!("{}, {} ({}): {}.", why.name, words::minutes(why.minutes), why.id, when(why.start, display));
    let mut text = wrapped(&head, "", WIDTH);
    if let Some(warning) = &why.warning {
        text.push_str(&wrapped(warning, "", WIDTH));
    }
    if !why.reasons.is_empty() {
        text.push_str("\nWhy there:\n");
        for reason in &why.reasons {
            text.push_str(&wrapped(&reason.text, "  - ", WIDTH));
        }
    }
    if why.costs.is_empty() && why.warning.is_none() {
        text.push_str("\nNothing speaks against it there: every rule about this run is kept in full.\n");
    } else if !why.costs.is_empty() {
        text.push_str("\nWhat it falls short of there:\n");
        for cost in &why.costs {
            let line = format!("{} ({})", cost.text, points(cost.cost, cost.level == "preference"));
            text.push_str(&wrapped(&line, "  - ", WIDTH));
        }
    }
    if !why.elsewhere.is_empty() {
        text.push_str("\nOn another day of that week, everything else free to move, best first:\n");
        for answer in &why.elsewhere {
            text.push_str(&one_line(answer, display));
        }
    }
    text
}

/// What it would mean for a run to stand somewhere else.
pub fn why_not(answer: &Elsewhere, name: &str, display: &Display) -> String {
    let mut text = String::new();
    if let Some(forbidden) = &answer.forbidden {
        let place = answer.start.map_or_else(
            || weekday(&answer.day).map_or_else(|| answer.day.clone(), |day| WEEKDAY_NAMES[day].to_owned()),
            |start| when(start, display),
        );
        let line = format!("{name} ({}) cannot stand on {place}: {}", answer.id, forbidden.text);
        text.push_str(&wrapped(&line, "", WIDTH));
        text.push_str("That must hold, and no other order of the runs makes room for it.\n");
        text.extend(["\n", &rules_behind([forbidden.rule.as_str()], WIDTH)]);
        return text;
    }
    let place = answer.start.map(|start| when(start, display)).unwrap_or_default();
    text.push_str(&wrapped(&format!("{name} ({}) could stand on {place}.", answer.id), "", WIDTH));
    if let Some(price) = &answer.price {
        text.push_str(&wrapped(&format!("The whole block is then {}.", price_words(price)), "", WIDTH));
        if !price.by_rule.is_empty() {
            text.push_str("\nWhat makes the difference, in points:\n");
            for (rule, cost) in &price.by_rule {
                text.push_str(&wrapped(aim(rule), &format!("  {cost:+5}  "), WIDTH));
            }
        }
    }
    if !answer.moved.is_empty() {
        text.push_str("\nWhat else would change:\n");
        for moved in &answer.moved {
            text.push_str(&wrapped(&change(moved, display), "  - ", WIDTH));
        }
    }
    let rules = answer.price.iter().flat_map(|price| &price.by_rule).map(|(rule, _)| *rule);
    text.extend(["\n", &about_points(WIDTH), &rules_behind(rules, WIDTH)]);
    text
}

/// What a run of the week would mean on a day that has none: each run by its name with its answer.
pub fn free_day(date: NaiveDate, runs: &[(String, Elsewhere)], display: &Display) -> String {
    let mut text = format!("No run stands on {}.", words::date_spoken(date));
    text.push_str(if runs.is_empty() { "\n" } else { " What it would mean to put one there:\n" });
    for (name, answer) in runs {
        let line = format!("{}, {}", super::text::clean(name), price_of_day(answer, display));
        text.push_str(&wrapped(&line, "  - ", WIDTH));
    }
    let rules = runs.iter().flat_map(|(_, answer)| rules_of_day(answer));
    text.extend(["\n", &about_points(WIDTH), &rules_behind(rules, WIDTH)]);
    text
}

/// Why a week holds no run, and none that was left out.
pub fn empty_week(week: &PlanWeek) -> String {
    let dates = words::date_span(week.start, week.start + Duration::days(6));
    let mut text = format!("Week {}, {dates}: no run was planned.\n", week.number);
    if week.notes.is_empty() {
        text.push_str("The plan does not say why.\n");
        return text;
    }
    text.push_str("\nWhat the plan says of it:\n");
    text.push_str(&super::text::bullets(&week.notes));
    text
}

/// Why runs were left out, those with the same reasons together.
fn of_left_out(runs: &[&Unplaced]) -> String {
    let mut text = String::new();
    let mut runs = runs.to_vec();
    while let Some(first) = runs.first().copied() {
        let (alike, rest): (Vec<&Unplaced>, Vec<&Unplaced>) = runs
            .into_iter()
            .partition(|run| run.why == first.why && run.kind == first.kind && run.declined == first.declined);
        let names: Vec<String> =
            alike.iter().map(|run| format!("{} ({})", words::minutes(run.minutes), run.id)).collect();
        let head = format!("{}, {}: {}.", first.kind.title(), words::list(&names), words::fate(first.declined));
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&wrapped(&head, "", WIDTH));
        for day in &first.why {
            text.push_str(&wrapped(&day.text, &format!("  {}  ", day.day), WIDTH));
        }
        runs = rest;
    }
    text
}

/// What a session keeps free of runs.
pub fn shadows(session: &Fixed, shadows: &[Shadow], display: &Display) -> String {
    let name = super::text::clean(&session.name);
    let head =
        format!("{name}, {} ({}): {}.", words::minutes(session.minutes), session.id, when(session.start, display));
    let mut text = wrapped(&head, "", WIDTH);
    if shadows.is_empty() {
        text.push_str("It keeps no time free of this week's runs.\n");
        return text;
    }
    text.push_str("\nBecause of it no run of this week may start:\n");
    for stretch in stretches(shadows) {
        let (kind, minutes) = (stretch.of.kind.title(), words::minutes(stretch.of.minutes));
        let (from, to) = (when(stretch.of.from, display), when(stretch.to, display));
        let aims: Vec<&str> = stretch.rules.iter().map(|rule| aim(rule)).collect();
        let line = format!("{kind}, {minutes}: from {from} until {to}, for the sake of {}.", words::list(&aims));
        text.push_str(&wrapped(&line, "  - ", WIDTH));
    }
    text.extend(["\n", &rules_behind(shadows.iter().map(|shadow| shadow.rule), WIDTH)]);
    text
}

/// Shadows of one run that touch.
struct Stretch<'a> {
    of: &'a Shadow,
    to: LocalTime,
    rules: Vec<&'static str>,
}

fn stretches(shadows: &[Shadow]) -> Vec<Stretch<'_>> {
    let mut sorted: Vec<&Shadow> = shadows.iter().collect();
    let first_of =
        |shadow: &Shadow| shadows.iter().position(|other| (other.kind, other.minutes) == (shadow.kind, shadow.minutes));
    sorted.sort_by_key(|shadow| (first_of(shadow), shadow.from));
    let mut stretches: Vec<Stretch<'_>> = Vec::new();
    for shadow in sorted {
        match stretches.last_mut() {
            Some(open)
                if (open.of.kind, open.of.minutes) == (shadow.kind, shadow.minutes) && shadow.from <= open.to =>
            {
                open.to = open.to.max(shadow.to);
                open.rules.push(shadow.rule);
            }
            _ => stretches.push(Stretch { of: shadow, to: shadow.to, rules: vec![shadow.rule] }),
        }
    }
    stretches
}

/// "poorer by 1 run and 120 points worse", or "neither better nor worse".
fn price_words(price: &Price) -> String {
    let mut parts = Vec::new();
    if price.points != 0 {
        let count = words::count(price.points.unsigned_abs() as usize, "point");
        parts.push(format!("{count} {}", if price.points > 0 { "worse" } else { "better" }));
    }
    match price.left_out {
        0 => {}
        more if more > 0 => parts.insert(0, format!("poorer by {}", words::count(more as usize, "run"))),
        fewer => parts.insert(0, format!("richer by {}", words::count(fewer.unsigned_abs() as usize, "run"))),
    }
    if parts.is_empty() { "neither better nor worse".to_owned() } else { words::list(&parts) }
}

/// How a plan, perhaps with a broken must, compares with the best placement of its runs.
pub(super) fn against_the_best(compared: &Result<Compared, Unsolvable>, broken: bool) -> String {
    let Compared { over: price, proven } = match compared {
        Ok(compared) => compared,
        Err(why) => {
            let text = format!("No placement of these runs keeps everything that must hold: {why}.");
            return wrapped(&text, "", WIDTH);
        }
    };
    let words = price_words(price);
    let text = match (broken, price.points == 0) {
        (true, true) => "Another placement of these runs breaks nothing and costs no more.".to_owned(),
        (true, false) => format!(
            "Another placement of these runs breaks nothing. This one is {words}{}, which makes up for no broken must.",
            worst(price)
        ),
        (false, true) if *proven => "No placement of these runs is better (solved again).".to_owned(),
        (false, true) => "No better placement of these runs was found (solved again, not proven).".to_owned(),
        (false, false) => format!("Against the best placement of these runs it is {words}{}.", worst(price)),
    };
    wrapped(&text, "", WIDTH)
}

fn one_line(answer: &Elsewhere, display: &Display) -> String {
    let head = format!("  {}  ", answer.day);
    wrapped(&price_of_day(answer, display), &head, WIDTH)
}

fn price_of_day(answer: &Elsewhere, display: &Display) -> String {
    match (&answer.price, &answer.forbidden) {
        (Some(price), _) => {
            let clock = answer.start.map(|start| words::clock(start.0.time(), display.twelve_hour)).unwrap_or_default();
            let moved = match answer.moved.len() {
                0 => String::new(),
                number => format!("; {} would change too", words::count(number, "other run")),
            };
            format!("{clock}: {}{}{moved}", price_words(price), worst(price))
        }
        (None, Some(forbidden)) => format!("not possible: {}", forbidden.text),
        (None, None) => String::new(),
    }
}

/// The rules that a price comes from most.
fn dearest(price: &Price) -> impl Iterator<Item = (&'static str, i32)> {
    price.by_rule.iter().copied().filter(|(_, cost)| *cost > 0).take(2)
}

/// " (rest after heavy legs +15, fresh legs for lifting +6)".
fn worst(price: &Price) -> String {
    let rules: Vec<String> = dearest(price).map(|(rule, cost)| format!("{} {cost:+}", aim(rule))).collect();
    if rules.is_empty() { String::new() } else { format!(" ({})", rules.join(", ")) }
}

fn points(cost: i32, wish: bool) -> String {
    format!("{}{}", words::count(cost.unsigned_abs() as usize, "point"), if wish { ", a wish" } else { "" })
}

fn change(moved: &Moved, display: &Display) -> String {
    match (moved.from, moved.to) {
        (Some(from), Some(to)) if from == to => {
            format!("{}: {} instead", moved.id, moved.minutes.map(words::minutes).unwrap_or_default())
        }
        (Some(from), Some(to)) => format!("{}: from {} to {}", moved.id, when(from, display), when(to, display)),
        (Some(from), None) => format!("{}: left out (now {})", moved.id, when(from, display)),
        (None, Some(to)) => format!("{}: finds a place on {}", moved.id, when(to, display)),
        (None, None) => moved.id.clone(),
    }
}

/// "Thursday 3 December, 06:30".
fn when(time: LocalTime, display: &Display) -> String {
    format!("{}, {}", words::date_spoken(time.0.date()), words::clock(time.0.time(), display.twelve_hour))
}
