//! The answers: what flags give, what the questions ask for, and what a draft keeps.

use chrono::{Datelike as _, Duration, Weekday};
use serde::{Deserialize, Serialize};

use super::super::files;
use crate::intake::phrases::{self, Toward};

/// Every answer, in the person's own words. What is not answered is taken from a default that is told.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, clap::Args)]
#[serde(default, deny_unknown_fields)]
#[command(next_help_heading = "Answers")]
pub(in crate::cli) struct Answers {
    /// A session of your fixed week, such as "Mon 18:00 squats 75 min heavy"; once for each
    #[arg(long = "session", value_name = "LINE", value_parser = session)]
    pub sessions: Vec<String>,
    /// Your week has no fixed sessions at all
    #[arg(long, conflicts_with = "sessions")]
    pub no_sessions: bool,
    /// What training is for: strength, endurance, weight loss or general fitness
    #[arg(long, value_parser = goal)]
    pub goal: Option<String>,
    /// A race to train for: its name, day and kilometres, such as "Spring 10K 2027-02-14 10"
    #[arg(long, value_name = "LINE", value_parser = event)]
    pub event: Option<String>,
    /// How long you have been running: beginner (less than half a year), intermediate or advanced
    #[arg(long, value_name = "LEVEL", value_parser = level)]
    pub running_level: Option<String>,
    /// How long you have been lifting: beginner, intermediate or advanced
    #[arg(long, value_name = "LEVEL", value_parser = level)]
    pub strength_level: Option<String>,
    /// Minutes you run in a week now, on average over the last four; 0 is fine
    #[arg(long, value_name = "MINUTES", value_parser = minutes)]
    pub weekly_minutes: Option<String>,
    /// Minutes of your longest run of the last 30 days
    #[arg(long, value_name = "MINUTES", value_parser = minutes)]
    pub longest: Option<String>,
    /// How many runs a week you want; as many as the rules advise when left out
    #[arg(long, value_name = "N", value_parser = runs)]
    pub runs: Option<String>,
    /// A race you ran lately, for your paces: distance, time and day, such as "10 km 48:30 2026-10-04"
    #[arg(long, value_name = "LINE", value_parser = race)]
    pub recent_race: Option<String>,
    /// When you can run, such as "tue 06:00-08:00" or "weekend mornings"; once for each
    #[arg(long, value_name = "LINE", value_parser = free)]
    pub free: Vec<String>,
    /// The weekday you like for the long run
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub long_run_day: Option<String>,
    /// The part of the day you like to run in: morning, midday or evening
    #[arg(long, value_name = "PART", value_parser = part_of_day)]
    pub preferred_time: Option<String>,
    /// The most minutes of a run, such as "60" or "weekdays 45, weekend 120", and of a week: "200 a week"
    #[arg(long, value_name = "LINE", value_parser = most)]
    pub most_minutes: Option<String>,
    /// Weekdays on which nothing is ever planned, such as "Fri"
    #[arg(long, value_name = "DAYS", value_parser = days)]
    pub no_run_days: Option<String>,
    /// When you sleep, and your night shifts, such as "22:30-6:30" or "night shift Mon-Wed 22-6"
    #[arg(long, value_name = "LINE", value_parser = sleep)]
    pub sleep: Option<String>,
    /// The block's first day, a Monday; the next one when left out
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub start: Option<String>,
    /// How many weeks the block has; up to the race, or 8, when left out
    #[arg(long, value_name = "N", value_parser = weeks)]
    pub weeks: Option<String>,
    /// The time zone of all clock times; the computer's own when left out
    #[arg(long, value_name = "ZONE", value_parser = zone)]
    pub timezone: Option<String>,
    /// Your name, for the page
    #[arg(long)]
    pub name: Option<String>,
    /// The year you were born in
    #[arg(long, value_name = "YEAR", value_parser = year)]
    pub birth_year: Option<String>,
    /// Kilometres or miles
    #[arg(long, value_parser = ["km", "mi"])]
    pub units: Option<String>,
    /// The 24-hour or the 12-hour clock
    #[arg(long, value_parser = ["24h", "12h"])]
    pub clock: Option<String>,
}

/// Keeps the person's words where they can be read.
fn kept<T>(text: &str, read: Option<T>, expected: &str) -> Result<String, String> {
    read.map(|_| text.trim().to_owned()).ok_or_else(|| format!("expected {expected}"))
}

fn whole(text: &str, range: std::ops::RangeInclusive<u32>) -> Option<u32> {
    text.trim().parse().ok().filter(|number| range.contains(number))
}

pub(super) fn session(text: &str) -> Result<String, String> {
    phrases::read_session(text, files::today_here()).map_err(|refusal| refusal.text)?;
    Ok(text.trim().to_owned())
}

pub(super) fn event(text: &str) -> Result<String, String> {
    phrases::read_event(text, files::today_here()).map_err(|refusal| refusal.text)?;
    Ok(text.trim().to_owned())
}

pub(super) fn race(text: &str) -> Result<String, String> {
    phrases::read_race(text, files::today_here()).map_err(|refusal| refusal.text)?;
    Ok(text.trim().to_owned())
}

pub(super) fn free(text: &str) -> Result<String, String> {
    phrases::read_free(text, files::today_here()).map_err(|refusal| refusal.text)?;
    Ok(text.trim().to_owned())
}

pub(super) fn most(text: &str) -> Result<String, String> {
    phrases::read_most(text).map_err(|refusal| refusal.text)?;
    Ok(text.trim().to_owned())
}

pub(super) fn days(text: &str) -> Result<String, String> {
    phrases::read_days(text).map_err(|refusal| refusal.text)?;
    Ok(text.trim().to_owned())
}

pub(super) fn sleep(text: &str) -> Result<String, String> {
    phrases::read_sleep(text, files::today_here()).map_err(|refusal| refusal.text)?;
    Ok(text.trim().to_owned())
}

pub(super) fn minutes(text: &str) -> Result<String, String> {
    phrases::read_minutes(text).map_err(|refusal| refusal.text)?;
    Ok(text.trim().to_owned())
}

pub(super) fn runs(text: &str) -> Result<String, String> {
    kept(text, whole(text, 1..=7), "a number from 1 to 7")
}

pub(super) fn weeks(text: &str) -> Result<String, String> {
    let weeks = phrases::weeks(text).ok_or("expected a number of weeks from 1 to 104")?;
    Ok(weeks.to_string())
}

pub(super) fn day(text: &str) -> Result<String, String> {
    phrases::read_day(text).map_err(|refusal| refusal.text)?;
    Ok(text.trim().to_owned())
}

pub(super) fn date(text: &str) -> Result<String, String> {
    let reading = phrases::date(text, files::today_here(), Toward::Future);
    let date = reading.map_err(|_| "expected a Monday such as `2026-11-30`, `30 Nov` or `next Monday`")?.found;
    if date.weekday() != Weekday::Mon {
        let before = date - Duration::days(i64::from(date.weekday().num_days_from_monday()));
        let after = before + Duration::days(7);
        return Err(format!("{date} is a {}; a block begins on a Monday: {before} or {after}", date.format("%A")));
    }
    // What `next Monday` means changes with the day; a draft may be taken up again later.
    Ok(date.to_string())
}

fn goal(text: &str) -> Result<String, String> {
    kept(text, phrases::goal(text), "strength, endurance, weight loss or general fitness")
}

fn level(text: &str) -> Result<String, String> {
    kept(text, phrases::level(text), "beginner, intermediate or advanced")
}

fn part_of_day(text: &str) -> Result<String, String> {
    kept(text, phrases::part_of_day(text), "morning, midday or evening")
}

fn zone(text: &str) -> Result<String, String> {
    kept(text, text.trim().parse::<crate::model::Zone>().ok(), "a time zone such as `Europe/Berlin`")
}

fn year(text: &str) -> Result<String, String> {
    kept(text, whole(text, 1900..=2199), "a year such as `1988`")
}
