//! What each rule about places looks after, in the words of a coach: a price and a piece of advice name it so.

/// One rule in words.
struct Said {
    rule: &'static str,
    /// What it looks after.
    aim: &'static str,
    /// It is missed as often, but by less.
    better: &'static str,
    /// It is missed once less.
    one: &'static str,
    /// It is missed `{n}` times less.
    many: &'static str,
}

const fn said(
    rule: &'static str,
    aim: &'static str,
    better: &'static str,
    one: &'static str,
    many: &'static str,
) -> Said {
    Said { rule, aim, better, one, many }
}

const ALL: [Said; 21] = [
    said(
        "no_overlap",
        "time free of sessions",
        "runs clearer of sessions",
        "one run clear of a session",
        "{n} runs clear of sessions",
    ),
    said(
        "inside_availability",
        "your free hours",
        "runs nearer to your free hours",
        "one more run in your free hours",
        "{n} more runs in your free hours",
    ),
    said(
        "heavy_legs_then_run",
        "rest after heavy legs",
        "more rest after heavy legs",
        "enough rest after heavy legs for one more run",
        "enough rest after heavy legs for {n} more runs",
    ),
    said(
        "run_then_heavy_legs",
        "fresh legs for lifting",
        "fresher legs for lifting",
        "fresh legs for one more leg session",
        "fresh legs for {n} more leg sessions",
    ),
    said(
        "same_day_gap",
        "hours between running and lifting",
        "more hours between running and lifting",
        "one more run well apart from lifting",
        "{n} more runs well apart from lifting",
    ),
    said(
        "different_day",
        "runs on days without lifting",
        "runs on days with less lifting",
        "one more run on a day without lifting",
        "{n} more runs on days without lifting",
    ),
    said(
        "same_day_order",
        "the better order of run and lifting",
        "a better order of run and lifting",
        "one more day with run and lifting in the better order",
        "{n} more days with run and lifting in the better order",
    ),
    said(
        "attached_runs",
        "short runs straight after sessions",
        "shorter runs straight after sessions",
        "one run fewer straight after a session",
        "{n} runs fewer straight after a session",
    ),
    said(
        "not_after_every_workout",
        "workouts without a run after them",
        "more workouts without a run after them",
        "one more week with workouts that no run follows",
        "{n} more weeks with workouts that no run follows",
    ),
    said(
        "one_run_a_day",
        "one run a day",
        "fewer days with two runs",
        "one day fewer with two runs",
        "{n} days fewer with two runs",
    ),
    said(
        "beginner_alternate_days",
        "a day between two runs",
        "more days between runs",
        "one more run with a day before it",
        "{n} more runs with a day before them",
    ),
    said(
        "quality_spacing",
        "time between hard runs",
        "more time between hard runs",
        "enough time before one more hard run",
        "enough time before {n} more hard runs",
    ),
    said(
        "hard_days",
        "few hard days",
        "fewer hard days",
        "one more week without too many hard days",
        "{n} more weeks without too many hard days",
    ),
    said("rest_days", "days of rest", "more rest", "one more week with enough rest", "{n} more weeks with enough rest"),
    said(
        "spread_runs",
        "runs spread over the week",
        "runs better spread over the week",
        "one more run well spread over the week",
        "{n} more runs well spread over the week",
    ),
    said(
        "monotony",
        "easy and hard days by turns",
        "easier and harder days by turns",
        "one more week with easy and hard days by turns",
        "{n} more weeks with easy and hard days by turns",
    ),
    said(
        "long_run_day",
        "your day for the long run",
        "long runs nearer to your wished day",
        "one more long run on your wished day",
        "{n} more long runs on your wished day",
    ),
    said(
        "preferred_time",
        "your wished time of day",
        "runs nearer to your wished time",
        "one more run at your wished time",
        "{n} more runs at your wished time",
    ),
    said(
        "steady_weeks",
        "the same days and hours every week",
        "weeks more alike",
        "one more run at the day and hour of the week before",
        "{n} more runs at the day and hour of the week before",
    ),
    said(
        "stay_put",
        "runs where they were published",
        "runs nearer to where they were published",
        "one more run where it was published",
        "{n} more runs where they were published",
    ),
    said(
        "full_length",
        "runs at full length",
        "runs nearer to full length",
        "one more run at full length",
        "{n} more runs at full length",
    ),
];

fn of(rule: &str) -> Option<&'static Said> {
    ALL.iter().find(|said| said.rule == rule)
}

/// What a rule looks after, "fresh legs for lifting".
pub(super) fn aim(rule: &str) -> &str {
    of(rule).map_or(rule, |said| said.aim)
}

/// What it means that a rule is missed so many times less, or as often but by less.
pub(super) fn gain(rule: &str, times: i32) -> String {
    let Some(said) = of(rule) else { return format!("`{rule}` better kept") };
    match times {
        ..=0 => said.better.to_owned(),
        1 => said.one.to_owned(),
        _ => said.many.replace("{n}", &times.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};
    use crate::rules::{Rulebook, Setting};

    #[test]
    fn every_rule_about_places_has_its_words() {
        let level = Level::Intermediate;
        let book = Rulebook::for_athlete(&Setting { goal: Goal::Endurance, level, strength_level: level, age: None });
        for rule in book.all() {
            let about_places = rule.slot().is_some() || rule.pair().is_some() || rule.week().is_some();
            assert!(!about_places || of(rule.card().id).is_some(), "{}", rule.card().id);
        }
        for said in &ALL {
            assert!(book.find(said.rule).is_some(), "{} is no rule", said.rule);
            assert!(said.many.contains("{n}") && !said.one.contains("{n}"), "{}", said.rule);
        }
    }
}
