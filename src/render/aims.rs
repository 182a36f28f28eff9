//! What each rule that moves or closes places looks after, in the words of a coach: a price, a piece of advice and what was left out
//! name it so.

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
    /// What stands in the way where it closes a day to a run.
    obstacle: Option<&'static str>,
}

impl Said {
    /// It may close a day, and this stands in the way then.
    const fn closes(mut self, obstacle: &'static str) -> Self {
        self.obstacle = Some(obstacle);
        self
    }
}

const fn said(
    rule: &'static str,
    aim: &'static str,
    better: &'static str,
    one: &'static str,
    many: &'static str,
) -> Said {
    Said { rule, aim, better, one, many, obstacle: None }
}

/// What stands in the way where a longer or another run would be too much.
const TOO_QUICK: &str = "growth that would be too quick";

const ALL: [Said; 31] = [
    said(
        "pain",
        "days between runs while it hurts",
        "more hours between runs while it hurts",
        "enough hours between runs while it hurts for one more run",
        "enough hours between runs while it hurts for {n} more runs",
    )
    .closes("a run on the day before while pain is held"),
    said(
        "youth",
        "sleep and matches of the young",
        "hours that suit the young better",
        "one more run at an hour that suits the young",
        "{n} more runs at an hour that suits the young",
    )
    .closes("sleep or a match of the young"),
    said(
        "no_overlap",
        "time free of sessions",
        "runs clearer of sessions",
        "one run clear of a session",
        "{n} runs clear of sessions",
    )
    .closes("other appointments"),
    said(
        "inside_availability",
        "your free hours",
        "runs nearer to your free hours",
        "one more run in your free hours",
        "{n} more runs in your free hours",
    )
    .closes("too little free time"),
    said(
        "heavy_legs_then_run",
        "rest after heavy legs",
        "more rest after heavy legs",
        "enough rest after heavy legs for one more run",
        "enough rest after heavy legs for {n} more runs",
    )
    .closes("legs not yet fresh after lifting"),
    said(
        "run_then_heavy_legs",
        "fresh legs for lifting",
        "fresher legs for lifting",
        "fresh legs for one more leg session",
        "fresh legs for {n} more leg sessions",
    )
    .closes("legs to be kept fresh for lifting"),
    said(
        "other_sport",
        "fresh legs for other sport",
        "fresher legs for other sport",
        "fresh legs for one more match or class",
        "fresh legs for {n} more matches or classes",
    )
    .closes("legs to be kept fresh for other sport"),
    said(
        "same_day_gap",
        "hours between running and lifting",
        "more hours between running and lifting",
        "one more run well apart from lifting",
        "{n} more runs well apart from lifting",
    )
    .closes("too few hours between run and session on one day"),
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
    )
    .closes("what may follow a session directly"),
    said(
        "not_after_every_workout",
        "workouts without a run after them",
        "more workouts without a run after them",
        "one more week with workouts that no run follows",
        "{n} more weeks with workouts that no run follows",
    )
    .closes("workouts that no run should follow"),
    said(
        "one_run_a_day",
        "one run a day",
        "fewer days with two runs",
        "one day fewer with two runs",
        "{n} days fewer with two runs",
    )
    .closes("one run a day"),
    said(
        "beginner_alternate_days",
        "a day between two runs",
        "more days between runs",
        "one more run with a day before it",
        "{n} more runs with a day before them",
    )
    .closes("no running on two days in a row"),
    said(
        "quality_spacing",
        "time between hard runs",
        "more time between hard runs",
        "enough time before one more hard run",
        "enough time before {n} more hard runs",
    )
    .closes("hard runs too near to each other"),
    said(
        "hard_days",
        "few hard days",
        "fewer hard days",
        "one more week without too many hard days",
        "{n} more weeks without too many hard days",
    )
    .closes("too many hard days"),
    said("rest_days", "days of rest", "more rest", "one more week with enough rest", "{n} more weeks with enough rest")
        .closes("days to rest"),
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
        "unsocial_hours",
        "hours at which people run",
        "runs nearer to hours at which people run",
        "one more run at a good hour",
        "{n} more runs at good hours",
    )
    .closes("time to sleep"),
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
    )
    .closes("no room for the whole length"),
    said(
        "left_out",
        "as many runs as you asked for",
        "runs that matter less left out",
        "one more run in the block",
        "{n} more runs in the block",
    ),
    said(
        "replaced",
        "hard runs as asked for",
        "hard runs nearer to what was asked for",
        "one more hard run as asked for",
        "{n} more hard runs as asked for",
    ),
    said(
        "long_run_share",
        "a long run that fits its week",
        "long runs that fit their weeks better",
        "one more long run that fits its week",
        "{n} more long runs that fit their weeks",
    )
    .closes(TOO_QUICK),
    said(
        "quality_runs",
        "few hard runs a week",
        "fewer hard runs a week",
        "one more week without too many hard runs",
        "{n} more weeks without too many hard runs",
    )
    .closes(TOO_QUICK),
    said(
        "single_run_spike",
        "runs that grow longer slowly",
        "runs that grow longer more slowly",
        "one more run of a length near those before",
        "{n} more runs of a length near those before",
    )
    .closes(TOO_QUICK),
    said(
        "weekly_growth",
        "weeks that grow slowly",
        "weeks that grow more slowly",
        "one more week that grows slowly",
        "{n} more weeks that grow slowly",
    )
    .closes(TOO_QUICK),
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

/// What stands in the way where a rule closes a day to a run.
pub(super) fn obstacle(rule: &str) -> Option<&'static str> {
    of(rule)?.obstacle
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};
    use crate::rules::{Binding, Rulebook, Setting};

    #[test]
    fn every_rule_about_places_has_its_words_and_every_must_says_what_stands_in_the_way() {
        let level = Level::Intermediate;
        let book = Rulebook::for_athlete(&Setting::of(Goal::Endurance, level));
        for rule in book.all() {
            let card = rule.card();
            let about_places = rule.slot().is_some() || rule.pair().is_some() || rule.week().is_some();
            assert!(!about_places || of(card.id).is_some(), "{}", card.id);
            let closes = matches!(card.binding, Binding::Must | Binding::Both);
            assert!(!closes || obstacle(card.id).is_some_and(|words| !words.contains('_')), "{}", card.id);
        }
        for said in &ALL {
            assert!(book.find(said.rule).is_some(), "{} is no rule", said.rule);
            assert!(said.many.contains("{n}") && !said.one.contains("{n}"), "{}", said.rule);
        }
    }
}
