//! What a check found, in sentences with their days: what is never to be broken, then the rules, then the wishes.

use super::points::{about_points, given_up, rules_behind, short_of};
use super::text::{clean, wrapped};
use super::why::against_the_best;
use super::words;
use crate::plan::{Breach, Compared, Findings, PlacedRun, Plan, Score};
use crate::schedule::Unsolvable;

const WIDTH: usize = 80;
/// What is told together: its level, whether it counts in the score, and the heading.
const LISTS: [(&str, bool, &str); 4] = [
    ("must", true, "Broken, though these must always hold:"),
    ("should", true, "Short of the rules:"),
    ("preference", true, "Short of your wishes:"),
    ("should", false, "Short of the rules for what a week's runs add up to (without points, which are about places):"),
];

/// What a check found of a plan, and what it costs over the best placement of its runs where there is one. What is said in the
/// same words of several weeks is said once.
pub fn findings(findings: &Findings, compared: &Result<Compared, Unsolvable>, plan: &Plan) -> String {
    let mut text = String::new();
    for (level, scored, heading) in LISTS {
        let of_list = |one: &&Breach| one.level == level && one.scored == scored;
        let mut breaches: Vec<&Breach> = findings.breaches.iter().filter(of_list).collect();
        if breaches.is_empty() {
            continue;
        }
        text.push_str(&wrapped(heading, "", WIDTH));
        while let Some(first) = breaches.first().copied() {
            let (alike, rest): (Vec<&Breach>, Vec<&Breach>) =
                breaches.into_iter().partition(|one| key(one) == key(first));
            text.push_str(&wrapped(&sentence(&alike, plan), "  - ", WIDTH));
            breaches = rest;
        }
        text.push('\n');
    }
    text.push_str(&wrapped(&sum(&findings.score, plan.given_up()), "", WIDTH));
    text.push_str(&against_the_best(compared, findings.score.must > 0));
    if !findings.breaches.is_empty() {
        text.push('\n');
        if findings.breaches.iter().any(has_points) {
            text.push_str(&about_points(WIDTH));
        }
        text.push_str(&rules_behind(findings.breaches.iter().map(|breach| breach.rule), WIDTH));
    }
    text
}

/// A must has none: it is never weighed against anything.
fn has_points(breach: &Breach) -> bool {
    breach.scored && breach.level != "must"
}

/// Breaches of the same run in other weeks that read alike.
fn key(breach: &Breach) -> (&str, &str, Option<&str>) {
    (breach.rule, &breach.text, breach.runs.last().and_then(|id| id.split_once('-')).map(|(_, name)| name))
}

fn sentence(alike: &[&Breach], plan: &Plan) -> String {
    let Some(first) = alike.first() else { return String::new() };
    let cost: i32 = alike.iter().map(|one| one.cost).sum();
    let points = if has_points(first) { format!(" ({})", words::count(cost as usize, "point")) } else { String::new() };
    format!("{}: {}{points}", subject(alike, plan), first.text)
}

/// "Long run on Wed 2 Dec and Wed 9 Dec (w01-long, w02-long)", or the weeks.
fn subject(alike: &[&Breach], plan: &Plan) -> String {
    let runs: Vec<_> =
        alike.iter().filter_map(|one| one.runs.last()).filter_map(|id| plan.runs().find(|run| run.id == *id)).collect();
    let Some(name) = name(&runs) else {
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

/// What runs are called together: by the name, the type or the class that all of them have.
fn name(runs: &[&PlacedRun]) -> Option<String> {
    let (first, rest) = runs.split_first()?;
    Some(if rest.iter().all(|run| run.name == first.name) {
        clean(&first.name)
    } else if rest.iter().all(|run| run.run.kind == first.run.kind) {
        first.run.kind.title().to_owned()
    } else if rest.iter().all(|run| run.run.class == first.run.class) {
        format!("{} run", words::capital(words::class(first.run.class)))
    } else {
        "Run".to_owned()
    })
}

/// The whole in a sentence.
fn sum(score: &Score, declined: usize) -> String {
    let left_out = match score.unplaced {
        0 => "no run is left out".to_owned(),
        1 => "1 run is left out".to_owned(),
        more => format!("{more} runs are left out"),
    };
    let left_out = format!("{left_out}{}", given_up(declined));
    let points = short_of(score.points);
    match score.must {
        0 => format!("Nothing that must hold is broken. {points}; {left_out}."),
        _ if score.points == 0 => format!("The plan breaks what must always hold; {left_out}."),
        _ => format!("The plan breaks what must always hold. {points}; {left_out}."),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::plan::fixture;

    fn breach(rule: &'static str, scored: bool, week: i32, runs: &[&str], text: &str) -> Breach {
        let runs = runs.iter().map(|run| (*run).to_owned()).collect();
        Breach { rule, level: "should", scored, amount: 1, cost: 2, week, runs, text: text.to_owned() }
    }

    fn told(breaches: Vec<Breach>, plan: &Plan) -> String {
        let points = breaches.iter().filter(|one| one.scored).map(|one| i64::from(one.cost)).sum();
        let by_rule = BTreeMap::new();
        let score = Score { points, proven: true, by_rule, ..Score::default() };
        findings(&Findings { score, breaches }, &Err(Unsolvable::StandingBreaksMust), plan)
    }

    #[test]
    fn what_a_week_adds_up_to_has_no_points() {
        let text = told(vec![breach("weekly_growth", false, 4, &[], "72 min this week.")], &fixture::plan());
        assert!(text.contains("add up to (without points, which are\nabout places):"), "{text}");
        assert!(text.contains("  - Week 4: 72 min this week.\n"), "{text}");
        assert!(text.contains("The runs stand where the rules and your wishes\nwant them"), "{text}");
        assert!(!text.contains("Points count"), "{text}");
    }

    #[test]
    fn the_points_of_places_sum_up_to_those_of_the_plan() {
        let growth = breach("weekly_growth", false, 1, &[], "72 min this week.");
        let day = |run| breach("different_day", true, 1, &[run], "The same day as Lower.");
        let text = told(vec![growth, day("w01-easy-1"), day("w01-long")], &fixture::plan());
        assert_eq!(text.matches("(2 points)").count(), 2, "{text}");
        assert!(text.contains("The plan is 4 points from the ideal"), "{text}");
    }

    #[test]
    fn runs_of_several_kinds_are_called_by_what_they_share() {
        let mut plan = fixture::plan();
        let mut second = plan.weeks[0].clone();
        for entry in &mut second.sessions {
            if let crate::plan::Entry::Run(run) = entry {
                run.id = run.id.replace("w01", "w02");
                run.name = "Steady run".to_owned();
                run.run.kind = crate::model::RunType::Recovery;
            }
        }
        plan.weeks.push(second);
        let runs: Vec<&PlacedRun> = plan.runs().filter(|run| run.id.ends_with("easy-1")).collect();
        assert_eq!(name(&runs).as_deref(), Some("Easy run"));
        assert_eq!(name(&runs[1..]).as_deref(), Some("Steady run"));
        let all: Vec<&PlacedRun> = plan.runs().collect();
        assert_eq!((name(&all).as_deref(), name(&[])), (Some("Run"), None));
    }
}
