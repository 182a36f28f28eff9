//! What a check found, in sentences with their days: what is never to be broken, then the rules, then the wishes.

use super::points::{about_points, given_up, rules_behind, short_of};
use super::text::{clean, wrapped};
use super::why::against_the_best;
use super::words;
use crate::plan::{Breach, Findings, PlacedRun, Plan, Score};
use crate::schedule::Price;

const WIDTH: usize = 80;
/// The levels with their headings.
const LEVELS: [(&str, &str); 3] = [
    ("must", "Broken, though these must always hold:"),
    ("should", "Short of the rules:"),
    ("preference", "Short of your wishes:"),
];

/// What a check found of a plan, and what it costs over the best placement of its runs where there is one. What is said in the
/// same words of several weeks is said once.
pub fn findings(findings: &Findings, over: Option<&Price>, plan: &Plan) -> String {
    let mut text = String::new();
    for (level, heading) in LEVELS {
        let mut breaches: Vec<&Breach> = findings.breaches.iter().filter(|one| one.level == level).collect();
        if breaches.is_empty() {
            continue;
        }
        text.extend([heading, "\n"]);
        while let Some(first) = breaches.first().copied() {
            let (alike, rest): (Vec<&Breach>, Vec<&Breach>) =
                breaches.into_iter().partition(|one| key(one) == key(first));
            text.push_str(&wrapped(&sentence(&alike, plan), "  - ", WIDTH));
            breaches = rest;
        }
        text.push('\n');
    }
    text.push_str(&wrapped(&sum(&findings.score, plan.given_up()), "", WIDTH));
    text.push_str(&against_the_best(over, findings.score.must > 0));
    if !findings.breaches.is_empty() {
        text.extend(["\n", &about_points(WIDTH)]);
        text.push_str(&rules_behind(findings.breaches.iter().map(|breach| breach.rule), WIDTH));
    }
    text
}

/// Breaches of the same run in other weeks that read alike.
fn key(breach: &Breach) -> (&str, &str, Option<&str>) {
    (breach.rule, &breach.text, breach.runs.last().and_then(|id| id.split_once('-')).map(|(_, name)| name))
}

fn sentence(alike: &[&Breach], plan: &Plan) -> String {
    let Some(first) = alike.first() else { return String::new() };
    let cost: i32 = alike.iter().map(|one| one.cost).sum();
    let points =
        if first.level == "must" { String::new() } else { format!(" ({})", words::count(cost as usize, "point")) };
    format!("{}: {}{points}", subject(alike, plan), first.text)
}

/// "Long run on Wed 2 Dec and Wed 9 Dec (w01-long, w02-long)", or the weeks.
fn subject(alike: &[&Breach], plan: &Plan) -> String {
    let runs: Vec<_> =
        alike.iter().filter_map(|one| one.runs.last()).filter_map(|id| plan.runs().find(|run| run.id == *id)).collect();
    let one_name = |first: &&PlacedRun| runs.iter().all(|run| run.name == first.name);
    let name = |first: &&PlacedRun| if one_name(first) { clean(&first.name) } else { first.run.kind.title().into() };
    let Some(name) = runs.first().map(name) else {
        let weeks: Vec<u32> = alike.iter().map(|one| one.week.max(0) as u32).collect();
        return words::capital(&words::weeks(&weeks));
    };
    let days: Vec<String> = runs
        .iter()
        .map(|run| run.start.0.date())
        .map(|date| format!("{} {}", words::weekday_short(date), words::date_short(date)))
        .collect();
    let ids: Vec<&str> = runs.iter().map(|run| run.id.as_str()).collect();
    format!("{name} on {} ({})", words::list(&days), ids.join(", "))
}

/// The whole in a sentence.
fn sum(score: &Score, declined: usize) -> String {
    let left_out = match score.unplaced {
        0 => "no run is left out".to_owned(),
        1 => "1 run is left out".to_owned(),
        more => format!("{more} runs are left out"),
    };
    let left_out = format!("{left_out}{}", given_up(declined));
    let points = short_of(score.should, score.preference);
    match score.must {
        0 => format!("Nothing that must hold is broken. {points}; {left_out}."),
        _ if score.should + score.preference == 0 => format!("The plan breaks what must always hold; {left_out}."),
        _ => format!("The plan breaks what must always hold. {points}; {left_out}."),
    }
}
