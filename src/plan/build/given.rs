//! What was asked for and what is given, side by side, before anything else is told.

use std::collections::BTreeMap;

use super::super::{Entry, PlanWeek};
use crate::brief::Brief;
use crate::model::{Minutes, Phase, RaceKind, RunType, Surface, count, list};
use crate::prescribe::{self, Week};

/// So many full weeks bring the long run back to what it is now.
const FIRST_WEEKS: usize = 3;

/// The sentences, the weightiest first.
pub(super) fn told(brief: &Brief, asked: &[Week], given: &[PlanWeek]) -> Vec<String> {
    let whole: Vec<&PlanWeek> = given.iter().zip(asked).filter(|(_, week)| week.whole).map(|(week, _)| week).collect();
    let race = out_of_range(brief).or_else(|| out_of_reach(brief, given));
    // Both in one sentence, so that nothing of weight stands further down.
    let minutes = minutes(brief, asked, &whole).or_else(|| lowered(brief, asked, given));
    let less = match (minutes, long_run(brief, asked, given)) {
        (Some(minutes), Some(long)) => Some(format!("{minutes} {long}")),
        (minutes, long) => minutes.or(long),
    };
    let told = race.into_iter().chain(runs(brief, asked, &whole)).chain(less);
    told.chain(super::wished::told(brief, given)).collect()
}

/// A race that the rules do not know.
fn out_of_range(brief: &Brief) -> Option<String> {
    let rule = brief.rules.if_on(&brief.rules.range)?;
    let outside = brief.block.events.iter().find_map(|event| {
        let what = match event.kind {
            RaceKind::Hyrox => "a race with stations".to_owned(),
            RaceKind::Obstacle => "a race over obstacles".to_owned(),
            RaceKind::Triathlon => "a triathlon".to_owned(),
            RaceKind::Run if rule.is_beyond(event.distance_km) => {
                format!("a race over more than {} km", rule.longest_km())
            }
            RaceKind::Run if event.surface == Surface::Mountain => "a race in the mountains".to_owned(),
            RaceKind::Run => return None,
        };
        Some((event.name.clone(), what))
    });
    outside.map(|(name, what)| {
        format!(
            "{name} is {what}, outside what can be planned here: the weeks hold only the running base for it, not the race itself. \
             Train what else it asks for with somebody who knows it."
        )
    })
}

/// A race that the weeks to it cannot prepare for.
fn out_of_reach(brief: &Brief, given: &[PlanWeek]) -> Option<String> {
    let rule = brief.rules.if_on(&brief.rules.reach)?;
    let (need, event) = (prescribe::need(brief)?, brief.block.event.as_ref()?);
    let runs = given.iter().flat_map(|week| &week.sessions).filter_map(Entry::as_run);
    let near = runs.filter(|run| {
        let days = (event.date - run.start.0.date()).num_days();
        run.run.kind != RunType::Race && (7..=35).contains(&days)
    });
    let longest = near.map(|run| run.minutes).max().unwrap_or(0);
    if longest + 1 >= need.long {
        return None;
    }
    let runs = given.iter().flat_map(|week| &week.sessions).filter_map(Entry::as_run);
    let before = runs.filter(|run| run.run.kind != RunType::Race && run.start.0.date() < event.date);
    let there = before.map(|run| run.minutes).max().unwrap_or(0);
    let late = if there > longest { format!(" and {longest} min in the last five weeks") } else { String::new() };
    let (name, race) = (&event.name, need.race);
    let instead = if event.distance_km >= 15.0 {
        "a 10K now, the same race later,"
    } else {
        "a shorter race now, the same one later,"
    };
    let doubt = if rule.advises_against(longest, need.long) { " It is advised against as things are." } else { "" };
    Some(format!(
        "{name} may take {race} min, and the longest run before it is {there} min{late}, where {} min would prepare for it: the weeks are \
         too few for more.{doubt} What else there is: {instead} or running and walking by turns from the start, just to finish.",
        need.long
    ))
}

/// Fewer runs than were asked for.
fn runs(brief: &Brief, asked: &[Week], whole: &[&PlanWeek]) -> Option<String> {
    let wish = brief.rules.run_days.days(brief.running.runs_per_week.map(|runs| runs as i32)) as usize;
    let mut weeks: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    for week in whole {
        let given = own_runs(week);
        if given < wish {
            weeks.entry(given).or_default().push(week.number);
        }
    }
    if weeks.is_empty() {
        return None;
    }
    let few: Vec<u32> = weeks.values().flatten().copied().collect();
    let told: Vec<String> =
        weeks.into_iter().rev().map(|(runs, weeks)| format!("{} in {}", number(runs), in_weeks(&weeks))).collect();
    let beginning = match brief.running.runs_per_week {
        Some(runs) => format!("You asked for {} a week and get", count(runs as usize, "run")),
        None => format!("Your goal and level usually have {} a week; you get", count(wish, "run")),
    };
    let why = reason(brief, asked, whole, &few)
        .unwrap_or_else(|| "their minutes make no more runs that are worth the shoes".to_owned());
    Some(format!("{beginning} {}, because {why}.", list(&told)))
}

/// Fewer minutes than are run now.
fn minutes(brief: &Brief, asked: &[Week], whole: &[&PlanWeek]) -> Option<String> {
    let rule = brief.rules.if_on(&brief.rules.no_silent_shrink)?;
    let now = brief.running.current_weekly_minutes;
    let few: Vec<&PlanWeek> = whole.iter().copied().filter(|week| week.training_minutes() < rule.least(now)).collect();
    let left_out = few.iter().any(|week| !week.unplaced.is_empty());
    let running = &brief.running;
    let limit = |minutes: Option<Minutes>| minutes.filter(|minutes| *minutes < rule.least(now));
    let (most, wished) = (limit(running.most_weekly_minutes), limit(running.target_weekly_minutes));
    let own = most
        .map(|minutes| format!("you have {minutes} min a week at most"))
        .or(wished.map(|minutes| format!("you wished for {minutes} min a week")));
    let why = if let Some(own) = &own {
        own
    } else if !left_out && asked.iter().any(|week| week.phase == Phase::Recovery) {
        "it comes back step by step, and holds now and then"
    } else if left_out {
        "runs found no place there and the others can only grow step by step"
    } else {
        "no run may be much longer than your longest of the last weeks, and there are only so many of them"
    };
    gets_less(now, &few, why)
}

/// Fewer minutes than are run now, for what the body answers.
fn lowered(brief: &Brief, asked: &[Week], given: &[PlanWeek]) -> Option<String> {
    let rule = brief.rules.if_on(&brief.rules.no_silent_shrink)?;
    let now = brief.running.current_weekly_minutes;
    let less = |week: &&PlanWeek| week.training_minutes() < rule.least(now);
    let few = given.iter().zip(asked).filter(|(_, asked)| asked.lowered).map(|(week, _)| week);
    let few: Vec<&PlanWeek> = few.filter(less).collect();
    let back = brief.check_ins.iter().any(|one| one.days_off.is_some_and(|days| days > 0));
    let why = if back {
        "running comes back step by step after your break"
    } else {
        "how you are, as you told it, asks for less"
    };
    gets_less(now, &few, why)
}

/// That some weeks hold less than the minutes that are run now; nothing where there are none.
fn gets_less(now: Minutes, few: &[&PlanWeek], why: &str) -> Option<String> {
    let held = || few.iter().map(|week| week.training_minutes());
    let (least, most) = (held().min()?, held().max()?);
    let held = if least == most { least.to_string() } else { format!("{least} to {most}") };
    let weeks: Vec<u32> = few.iter().map(|week| week.number).collect();
    Some(format!("You run {now} min a week now and get {held} min in {}, because {why}.", in_weeks(&weeks)))
}

/// A long run that does not come back to what it is now.
fn long_run(brief: &Brief, asked: &[Week], given: &[PlanWeek]) -> Option<String> {
    brief.rules.if_on(&brief.rules.no_silent_shrink)?;
    let now = brief.running.longest_recent_minutes?;
    if asked.iter().all(|week| !week.whole) {
        return None;
    }
    let longest =
        |weeks: &[&PlanWeek]| weeks.iter().flat_map(|week| week.training()).map(|run| run.minutes).max().unwrap_or(0);
    let all: Vec<&PlanWeek> = given.iter().collect();
    let whole = given.iter().zip(asked).filter(|(_, week)| week.whole).map(|(week, _)| week);
    let first: Vec<&PlanWeek> = whole.take(FIRST_WEEKS).collect();
    let (of_all, of_first, at_once) = (longest(&all), longest(&first), longest(&all[..all.len().min(1)]));
    let comes_back = asked.iter().any(|week| week.phase == Phase::Recovery);
    let why = if comes_back { "it comes back step by step" } else { "no place in your week is long enough" };
    if of_all < now {
        let begins = if at_once < of_all { format!("week 1 begins with {at_once} min, and ") } else { String::new() };
        return Some(format!(
            "Your longest run now is {now} min, and {begins}none of these weeks has one over {of_all} min: {why}."
        ));
    }
    // What comes back within the first weeks is no loss.
    let is_short = of_first < now || at_once * 10 < now * 9;
    (is_short && !comes_back).then(|| {
        format!(
            "Your longest run now is {now} min; week 1 has one of {at_once} min and the first full weeks one of {of_first} min: {why} \
             there."
        )
    })
}

/// Runs of a week that are no race and close no workout.
fn own_runs(week: &PlanWeek) -> usize {
    let runs = week.sessions.iter().filter_map(Entry::as_run);
    runs.filter(|run| run.run.kind != RunType::Race && !run.run.kind.closes_a_workout()).count()
}

/// What most often closes the days to the runs that these weeks lack.
fn reason(brief: &Brief, asked: &[Week], whole: &[&PlanWeek], few: &[u32]) -> Option<String> {
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    let weeks = whole.iter().filter(|week| few.contains(&week.number));
    for day in weeks.flat_map(|week| &week.unplaced).flat_map(|run| &run.why) {
        *rules.entry(&day.rule).or_default() += 1;
    }
    // Days that hold another run are closed whatever the week is like: what closes the others is the reason.
    let other = |rule: &str| rule != "one_run_a_day";
    let (rule, _) = rules.into_iter().max_by_key(|(rule, times)| (other(rule), *times, std::cmp::Reverse(*rule)))?;
    let asked_whole = asked.iter().any(|week| week.whole);
    Some(match rule {
        _ if !asked_whole => return None,
        "heavy_legs_then_run" => "after heavy legs too few hours are left in your free time".to_owned(),
        "run_then_heavy_legs" => "too few hours are left before your heavy legs in your free time".to_owned(),
        "inside_availability" => "your free time holds no more of them".to_owned(),
        "beginner_alternate_days" => "a beginner runs on no two days in a row".to_owned(),
        "rest_days" => "a day of the week stays free of running and lifting".to_owned(),
        "one_run_a_day" => "there is one run a day".to_owned(),
        "same_day_gap" => "too few hours are left between a run and lifting on one day".to_owned(),
        "other_sport" => "too few hours are left beside your other sport".to_owned(),
        "quality_spacing" => "hard and long runs keep their hours apart".to_owned(),
        "unsocial_hours" => "time to sleep is left between a run in the evening and the next".to_owned(),
        "youth" => "sleep and matches of the young come first".to_owned(),
        other => {
            let summary = brief.rules.find(other).map_or("", |rule| rule.card().summary).trim_end_matches('.');
            format!("of the rule {other}: {summary}")
        }
    })
}

/// `week 4`, `weeks 4 to 9`, `weeks 2, 5 and 8 to 10`.
pub(super) fn in_weeks(weeks: &[u32]) -> String {
    let mut weeks = weeks.to_vec();
    weeks.sort_unstable();
    let stretches = weeks.chunk_by(|one, next| next - one == 1).map(|stretch| match stretch {
        [one] => one.to_string(),
        [one, two] => format!("{one} and {two}"),
        [first, .., last] => format!("{first} to {last}"),
        [] => String::new(),
    });
    let stretches: Vec<String> = stretches.collect();
    format!("{} {}", if weeks.len() == 1 { "week" } else { "weeks" }, list(&stretches))
}

fn number(runs: usize) -> String {
    if runs == 0 { "no run".to_owned() } else { runs.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_are_told_in_stretches() {
        assert_eq!(in_weeks(&[4]), "week 4");
        assert_eq!(in_weeks(&[9, 4, 5, 6]), "weeks 4 to 6 and 9");
    }
}
