//! Runs that found no place: each on its week with the reasons, all of them together on the cover.

use chrono::Days;

use crate::model::RunType;
use crate::plan::{Plan, PlanWeek, Unplaced};
use crate::render::aims::obstacle;
use crate::render::bidi::isolated;
use crate::render::words;

/// Runs that their week could not take, for the same reasons.
pub(super) struct LeftOut {
    pub(super) name: String,
    /// Why, the days with the same reason together.
    pub(super) why: Vec<String>,
}

/// What a week had no place for, runs with the same reasons together. Shown from Sunday, the week's own Sunday comes with its date,
/// since it stands with the week after.
pub(super) fn of_week(week: &PlanWeek, sunday_first: bool) -> Vec<LeftOut> {
    let sunday = if sunday_first { words::date_short(week.start + Days::new(6)) } else { String::new() };
    let mut alike: Vec<(Vec<String>, Vec<&Unplaced>)> = Vec::new();
    for run in &week.unplaced {
        let why = reasons(run, &sunday);
        let same = |(known, runs): &&mut (Vec<String>, Vec<&Unplaced>)| {
            *known == why && runs.iter().all(|other| other.declined == run.declined)
        };
        match alike.iter_mut().find(same) {
            Some((_, runs)) => runs.push(run),
            None => alike.push((why, vec![run])),
        }
    }
    alike.into_iter().map(|(why, runs)| named(&runs, why)).collect()
}

/// What became of the runs, which share it, with their names.
fn named(runs: &[&Unplaced], why: Vec<String>) -> LeftOut {
    let fate = words::fate(runs.iter().any(|run| run.declined));
    LeftOut { name: format!("{}: {}", words::capital(fate), names(runs)), why }
}

/// "easy run, 22 min", "2 times easy run, 22 min", "easy run, 22 min and long run, 40 min".
fn names(runs: &[&Unplaced]) -> String {
    let mut counted: Vec<(String, usize)> = Vec::new();
    for run in runs {
        let name = format!("{}, {}", run.kind.title().to_lowercase(), words::minutes(run.minutes));
        match counted.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => counted.push((name, 1)),
        }
    }
    let said: Vec<String> = counted
        .into_iter()
        .map(|(name, count)| if count > 1 { format!("{count} times {name}") } else { name })
        .collect();
    words::list(&said)
}

fn reasons(run: &Unplaced, sunday: &str) -> Vec<String> {
    let mut reasons: Vec<(&str, Vec<String>)> = Vec::new();
    for day in &run.why {
        let mut name = words::capital(&day.day);
        if day.day == "sun" && !sunday.is_empty() {
            name = format!("{name} {sunday}");
        }
        match reasons.iter_mut().find(|(text, _)| *text == day.text) {
            Some((_, days)) => days.push(name),
            None => reasons.push((&day.text, vec![name])),
        }
    }
    reasons.iter().map(|(text, days)| isolated(&format!("{}: {text}", words::list(days)))).collect()
}

/// One sentence for each kind of run that was left out anywhere, or given up for others: "Easy run: 3 left out, weeks 2, 5 and 6".
/// Where no conflict tells why, with what stood in the way most.
pub(super) fn summary(plan: &Plan) -> Vec<String> {
    let of_kind = |kind: RunType, declined: bool| {
        let is_meant = |run: &&Unplaced| run.kind == kind && run.declined == declined;
        let with_some = plan.weeks.iter().filter(|week| week.unplaced.iter().any(|run| is_meant(&run)));
        let numbers: Vec<u32> = with_some.map(|week| week.number).collect();
        let runs: Vec<&Unplaced> = plan.weeks.iter().flat_map(|week| &week.unplaced).filter(is_meant).collect();
        if runs.is_empty() {
            return None;
        }
        let fate = words::fate(declined);
        let text = format!("{}: {} {fate}, {}.", kind.title(), runs.len(), words::weeks(&numbers));
        let obstacles = if plan.conflicts.is_empty() { commonest(&runs) } else { Vec::new() };
        if obstacles.is_empty() {
            return Some(text);
        }
        Some(format!("{text} What stood in the way most: {}.", words::list(&obstacles)))
    };
    let kinds = RunType::ALL.iter().flat_map(|kind| [false, true].map(|declined| (*kind, declined)));
    kinds.filter_map(|(kind, declined)| of_kind(kind, declined)).collect()
}

/// The two obstacles that closed the most days, in words.
fn commonest(runs: &[&Unplaced]) -> Vec<&'static str> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for obstacle in runs.iter().flat_map(|run| &run.why).filter_map(|day| obstacle(&day.rule)) {
        match counts.iter_mut().find(|(known, _)| *known == obstacle) {
            Some((_, count)) => *count += 1,
            None => counts.push((obstacle, 1)),
        }
    }
    counts.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    counts.into_iter().take(2).map(|(obstacle, _)| obstacle).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::UnplacedDay;

    #[test]
    fn days_with_the_same_reason_stand_together() {
        let day = |day: &str, text: &str| UnplacedDay { day: day.into(), rule: "rest_days".into(), text: text.into() };
        let run = |why| Unplaced { id: "w01-easy-2".into(), kind: RunType::Easy, minutes: 30, declined: false, why };
        let why = || vec![day("mon", "Too soon."), day("sun", "Rest."), day("wed", "Too soon.")];
        let mut week = crate::plan::fixture::plan().weeks.remove(0);
        week.unplaced = vec![run(why()), run(why()), run(vec![day("mon", "Rest.")])];
        let shown = of_week(&week, false);
        assert_eq!(
            (shown[0].name.as_str(), shown[1].name.as_str()),
            ("Left out: 2 times easy run, 30 min", "Left out: easy run, 30 min")
        );
        assert_eq!(shown[0].why, ["Mon and Wed: Too soon.", "Sun: Rest."]);
        assert_eq!(of_week(&week, true)[0].why[1], "Sun 28 Mar: Rest.");
    }

    #[test]
    fn runs_whose_minutes_went_to_others_are_told_apart() {
        let mut plan = crate::plan::fixture::plan();
        let run = |declined| Unplaced {
            id: "w01-easy-2".into(),
            kind: RunType::Easy,
            minutes: 30,
            declined,
            why: Vec::new(),
        };
        plan.weeks[0].unplaced = vec![run(false), run(true), run(true)];
        assert_eq!(summary(&plan), ["Easy run: 1 left out, week 1.", "Easy run: 2 given up for other runs, week 1."]);
        let shown: Vec<String> = of_week(&plan.weeks[0], false).into_iter().map(|one| one.name).collect();
        assert_eq!(shown, ["Left out: easy run, 30 min", "Given up for other runs: 2 times easy run, 30 min"]);
    }
}
