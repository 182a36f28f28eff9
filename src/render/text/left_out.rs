//! Runs that found no place, each with its reasons, said once.

use super::Look;
use super::look::LEFT_OUT;
use super::wrap::wrapped;
use crate::model::{WEEKDAY_NAMES, weekday};
use crate::plan::{PlanWeek, Unplaced};
use crate::render::words;

/// The runs that a week had no place for, those alike together. Where an earlier week was closed by the same rules, it is named
/// instead.
pub(super) fn left_out(week: &PlanWeek, earlier: &[PlanWeek], look: &Look) -> String {
    let mut groups: Vec<(&Unplaced, usize)> = Vec::new();
    for run in &week.unplaced {
        match groups
            .iter_mut()
            .find(|(other, _)| run.minutes == other.minutes && run.declined == other.declined && alike(run, other))
        {
            Some((_, number)) => *number += 1,
            None => groups.push((run, 1)),
        }
    }
    groups.into_iter().map(|(run, number)| group(run, number, earlier, look)).collect()
}

fn group(run: &Unplaced, number: usize, earlier: &[PlanWeek], look: &Look) -> String {
    let same = |week: &&PlanWeek| week.unplaced.iter().any(|other| alike(run, other));
    let before = earlier.iter().find(same).map(|week| week.number);
    let after = before.map_or_else(|| ", because".to_owned(), |number| format!(": the reasons of week {number}"));
    let (name, minutes) = (run.kind.title().to_lowercase(), words::minutes(run.minutes));
    let runs = if number == 1 { format!("{name}, {minutes}") } else { format!("{number} {name}s of {minutes}") };
    let mut text =
        look.paint(LEFT_OUT, &wrapped(&format!("{}: {runs}{after}", words::fate(run.declined)), "  x ", look.width));
    if before.is_none() {
        for (days, reason) in reasons(run) {
            text.push_str(&wrapped(&reason, &format!("      {days}: "), look.width));
        }
    }
    text
}

/// The same kind of run, kept from the same days by the same rules.
fn alike(one: &Unplaced, other: &Unplaced) -> bool {
    let days = |run: &Unplaced| run.why.iter().map(|day| (day.day.clone(), day.rule.clone())).collect::<Vec<_>>();
    one.kind == other.kind && days(one) == days(other)
}

/// Each reason with all of its days, in the order of the first.
fn reasons(run: &Unplaced) -> Vec<(String, String)> {
    let mut reasons: Vec<(&str, Vec<usize>)> = Vec::new();
    for day in &run.why {
        let Some(index) = weekday(&day.day) else { continue };
        match reasons.iter_mut().find(|(text, _)| *text == day.text) {
            Some((_, days)) => days.push(index),
            None => reasons.push((&day.text, vec![index])),
        }
    }
    reasons.into_iter().map(|(text, days)| (joined(&days), text.to_owned())).collect()
}

/// Days with neighbours joined: "Mon-Wed, Sat".
fn joined(days: &[usize]) -> String {
    let parts: Vec<String> = days
        .chunk_by(|one, next| one + 1 == *next)
        .flat_map(|run| match run {
            [first, .., last] if run.len() > 2 => vec![format!("{}-{}", title(*first), title(*last))],
            few => few.iter().map(|day| title(*day).to_owned()).collect(),
        })
        .collect();
    parts.join(", ")
}

fn title(day: usize) -> &'static str {
    &WEEKDAY_NAMES[day % 7][..3]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RunType;
    use crate::plan::UnplacedDay;

    #[test]
    fn days_with_the_same_reason_are_joined() {
        assert_eq!(joined(&[0, 1, 2, 5]), "Mon-Wed, Sat");
        assert_eq!(joined(&[3, 4]), "Thu, Fri");
        let day = |day: &str, text: &str| UnplacedDay { day: day.into(), rule: "rest_days".into(), text: text.into() };
        let why = vec![day("mon", "Too soon."), day("tue", "Rest."), day("wed", "Too soon.")];
        let run = Unplaced { id: "w01-easy-2".into(), kind: RunType::Easy, minutes: 30, declined: false, why };
        let told = [("Mon, Wed", "Too soon."), ("Tue", "Rest.")];
        assert_eq!(reasons(&run), told.map(|(days, text)| (days.to_owned(), text.to_owned())));
    }
}
