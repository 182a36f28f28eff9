//! Who trains, how they run, and how they like to see things.

use chrono::Datelike;

use super::node::Node;
use super::problem::Wrong;
use super::read::Told;
use super::{ALARM_MINUTES, AttachedRuns, Block, Display, Running, form, wishes};
use crate::model::{Athlete, Avoid, Goal, Injury, Level, PartOfDay, Race, Sex, Target, weekday};

/// Ages that somebody can train at, in years.
const AGES: std::ops::RangeInclusive<i32> = 10..=100;
/// Beats that lie between rest and the maximum at least (judgement): old age and beta blockers leave more, and with fewer a zone
/// is a few beats wide.
const LEAST_RESERVE: u32 = 40;
/// Seconds a kilometre of the world's best over the shortest distances, rounded down, and of a slow walk.
const PACES: std::ops::RangeInclusive<f64> = 120.0..=1200.0;

pub(super) fn athlete(node: &Node, block: Option<&Block>, told: &mut Told) -> Option<Athlete> {
    let birth_year = node.whole("birth_year");
    if let (Some(year), Some(block), Some(at)) = (birth_year, block, node.get("birth_year")) {
        let age = block.start.year() - year;
        if !AGES.contains(&age) {
            told.problems.push(Wrong::Age { year, age }.at(at.span));
        }
    }
    let (max, resting) = (node.whole::<u32>("max_heart_rate"), node.whole::<u32>("resting_heart_rate"));
    if let (Some(max), Some(resting), Some(at)) = (max, resting, node.get("resting_heart_rate"))
        && resting + LEAST_RESERVE > max
    {
        told.problems.push(Wrong::HeartRates { resting, max, least: LEAST_RESERVE }.at(at.span));
    }
    let recent_race = node.get("recent_race").and_then(|race| recent_race(race, block, told));
    Some(Athlete {
        name: node.text("name").unwrap_or_default().trim().to_owned(),
        goal: node.text("goal").and_then(Goal::parse)?,
        running_level: node.text("running_level").and_then(Level::parse)?,
        strength_level: node.text("strength_level").and_then(Level::parse).unwrap_or(Level::Intermediate),
        birth_year,
        sex: node.text("sex").and_then(Sex::parse),
        weight_kg: node.number("weight_kg"),
        height_cm: node.number("height_cm"),
        weeks_since_birth: node.whole("weeks_since_birth"),
        glp1: node.is_true("glp1"),
        injuries: node.list("injuries").iter().filter_map(|injury| self::injury(injury, block, told)).collect(),
        max_heart_rate: max,
        resting_heart_rate: resting,
        recent_race,
    })
}

fn injury(node: &Node, block: Option<&Block>, told: &mut Told) -> Option<Injury> {
    let injury = Injury {
        name: node.text("name")?.trim().to_owned(),
        avoid: node.list("avoid").iter().filter_map(Node::as_text).filter_map(Avoid::parse).collect(),
        until: node.date("until"),
    };
    if let (Some(until), Some(block)) = (injury.until, block)
        && until < block.start
    {
        told.warnings.push(format!("{} ended on {until}, before the block, and changes nothing.", injury.name));
    }
    Some(injury)
}

fn recent_race(node: &Node, block: Option<&Block>, told: &mut Told) -> Option<Race> {
    let (time, date) = (node.get("time"), node.get("date"));
    let race = Race {
        distance_km: node.number("distance_km")?,
        seconds: time.and_then(Node::as_text).and_then(form::race_seconds)?,
        date: node.date("date")?,
    };
    if let Some(at) = time.filter(|_| !PACES.contains(&(f64::from(race.seconds) / race.distance_km))) {
        let (time, distance) = (at.as_text().unwrap_or_default().to_owned(), race.distance_km.to_string());
        told.problems.push(Wrong::RaceTime { time, distance }.at(at.span));
    }
    if let (Some(block), Some(at)) = (block, date)
        && race.date > block.last()
    {
        let (date, last) = (race.date.to_string(), block.last().to_string());
        told.problems.push(Wrong::RaceLater { date, last }.at(at.span));
    }
    Some(race)
}

pub(super) fn running(node: &Node, told: &mut Told) -> Option<Running> {
    if node.get("runs_per_week").is_none() {
        told.warnings.push("How many runs a week are wanted is not said: as many as the rules advise.".to_owned());
    }
    let running = Running {
        current_weekly_minutes: node.whole("current_weekly_minutes")?,
        longest_recent_minutes: node.whole("longest_recent_minutes"),
        walk_run_weeks: node.whole("walk_run_weeks"),
        walk_run_sessions: node.whole("walk_run_sessions"),
        runs_per_week: node.whole("runs_per_week"),
        long_run_day: node.text("long_run_day").and_then(weekday),
        preferred_time: node
            .text("preferred_time")
            .and_then(|word| PartOfDay::ALL.into_iter().find(|part| part.word() == word)),
        attached_runs: match node.text("attached_runs") {
            Some("never") => AttachedRuns::Never,
            Some("extras") => AttachedRuns::Extras,
            _ => AttachedRuns::WhenSensible,
        },
        stacking: node.is_true("stacking"),
        bricks: node.is_true("bricks"),
        hard_run_days: wishes::days(node, "hard_run_days"),
        no_run_days: wishes::days(node, "no_run_days"),
        most_minutes: wishes::by_day(node),
        most_weekly_minutes: node.get("most_minutes").and_then(|most| most.whole("week")),
        target_weekly_minutes: node.whole("target_weekly_minutes"),
        targets: node.text("targets").and_then(Target::parse),
        treadmill_days: wishes::days(node, "treadmill_days"),
    };
    wishes::contradictions(node, &running, told);
    Some(running)
}

pub(super) fn display(node: Option<&Node>) -> Display {
    let is = |key: &str, word: &str| node.and_then(|node| node.text(key)) == Some(word);
    let alarm = node.and_then(|node| node.get("alarm_minutes"));
    Display {
        miles: is("units", "mi"),
        twelve_hour: is("clock", "12h"),
        sunday_first: is("week_start", "sun"),
        alarm_minutes: alarm.map_or(Some(ALARM_MINUTES), Node::as_whole),
    }
}
