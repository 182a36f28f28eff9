//! What points are and which rules stand behind what was said: told once, under an answer.

use super::aims::aim;
use super::text::wrapped;
use super::words;

const POINTS: &str = "Points count all that the plan misses of the rules and of your wishes, runs left out or replaced among it, \
                      over the whole block; fewer is better.";

/// What points are.
pub(super) fn about_points(width: usize) -> String {
    wrapped(POINTS, "", width)
}

/// The rules behind what was said, each once, by name and in words; nothing where there is none.
pub(super) fn rules_behind<'a>(rules: impl IntoIterator<Item = &'a str>, width: usize) -> String {
    let mut named: Vec<&str> = Vec::new();
    for rule in rules {
        if !named.contains(&rule) {
            named.push(rule);
        }
    }
    let told = |rule: &&str| match aim(rule) {
        aim if aim == *rule => aim.to_owned(),
        aim => format!("{rule} ({aim})"),
    };
    let told: Vec<String> = named.iter().map(told).collect();
    match told.as_slice() {
        [] => String::new(),
        [only] => {
            wrapped(&format!("The rule in question: {only}; `runweave rules {}` tells it whole.", named[0]), "", width)
        }
        several => {
            let line =
                format!("The rules in question: {}; `runweave rules NAME` tells one whole.", words::list(several));
            wrapped(&line, "", width)
        }
    }
}

/// How far a plan is from what the rules and the person's wishes ask for, in points, without a full stop.
pub(super) fn short_of(points: i64) -> String {
    match points {
        0 => "The runs stand where the rules and your wishes want them".to_owned(),
        _ => format!("The plan is {} from the ideal", words::count(points.unsigned_abs() as usize, "point")),
    }
}

/// What follows the number of the runs left out where so many others gave their minutes to runs that found a place.
pub(super) fn given_up(count: usize) -> String {
    if count == 0 { String::new() } else { format!(", {count} given up whose minutes went to other runs") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_that_is_named_often_is_told_once() {
        let told = rules_behind(["rest_days", "hard_days", "rest_days"], 200);
        let names = "rest_days (days of rest) and hard_days (few hard days)";
        assert_eq!(told, format!("The rules in question: {names}; `runweave rules NAME` tells one whole.\n"));
        assert_eq!(rules_behind([], 80), "");
    }

    #[test]
    fn points_are_one_sum() {
        assert_eq!(short_of(12), "The plan is 12 points from the ideal");
        assert_eq!(short_of(1), "The plan is 1 point from the ideal");
    }
}
