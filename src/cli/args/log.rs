//! The arguments of `runweave log`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Subcommand;
use clap::builder::{PossibleValue, PossibleValuesParser};

use super::Format;
use crate::brief::signs;

/// `runweave log`.
#[derive(Debug, clap::Args)]
#[command(after_help = "The log is a file of JSON lines, safe to edit by hand; see `runweave schema log`.")]
pub(in crate::cli) struct LogArgs {
    /// The training log, log.jsonl in this folder when left out; it is made where there is none
    pub log: Option<PathBuf>,
    /// The plan the ids belong to; plan.json beside the log when left out
    #[arg(long, value_name = "PLAN", global = true)]
    pub plan: Option<PathBuf>,
    #[command(subcommand)]
    pub what: LogCommand,
}

/// What is recorded.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum LogCommand {
    /// A planned run or session was done, perhaps shorter or on another day
    Done(DoneArgs),
    /// A planned run or session was not done
    Missed(MissedArgs),
    /// A run or session that was not planned
    Added(AddedArgs),
    /// How you feel today
    #[command(visible_alias = "check-in")]
    Checkin(CheckInArgs),
    /// You are or were ill: `cold 3 days`, `flu`, `fever`; the runs of those days are missed, and fever stops the runs until it is gone
    Ill(IllArgs),
    /// What a watch or an app recorded: FIT, GPX and TCX files, matched to the plan by day and time
    Import(ImportArgs),
    /// What the log says, and what is wrong with it, line by line
    Show(ShowLogArgs),
}

/// What a thing felt like and how far it went.
#[derive(Debug, Default, clap::Args)]
pub(in crate::cli) struct Felt {
    /// How hard it felt, session RPE from 0 to 10
    #[arg(long, value_name = "0-10")]
    pub rpe: Option<f64>,
    /// How far it went, in kilometres
    #[arg(long = "distance", value_name = "KM")]
    pub distance_km: Option<f64>,
    /// Your own words
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

/// `runweave log LOG done`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct DoneArgs {
    /// What it was, and perhaps how: `long`, `thu`, `easy run 2027-01-14 45 min rpe 6` or an id; the last run when left out
    pub what: Vec<String>,
    /// The day; the planned one when left out
    #[arg(long, value_name = "DATE", value_parser = super::date)]
    pub date: Option<NaiveDate>,
    /// When it started
    #[arg(long, value_name = "HH:MM")]
    pub start: Option<String>,
    /// How long it took; as planned when left out
    #[arg(long, value_name = "MIN")]
    pub minutes: Option<i32>,
    #[command(flatten)]
    pub felt: Felt,
}

/// `runweave log LOG missed`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct MissedArgs {
    /// What it was: `long`, `thu`, `"easy run" 2027-01-14` or an id; the last run when left out
    pub what: Vec<String>,
    /// The day it was meant for
    #[arg(long, value_name = "DATE", value_parser = super::date)]
    pub date: Option<NaiveDate>,
    /// Your own words
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

/// `runweave log LOG added`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct AddedArgs {
    /// What it was: easy, long, tempo .. or strength, mobility, other
    pub kind: String,
    /// How long it took
    #[arg(long, value_name = "MIN")]
    pub minutes: i32,
    /// The day; today when left out
    #[arg(long, value_name = "DATE", value_parser = super::date)]
    pub date: Option<NaiveDate>,
    /// When it started
    #[arg(long, value_name = "HH:MM")]
    pub start: Option<String>,
    /// What a strength session worked: lower, upper, core, `full_body`
    #[arg(long, value_name = "WHAT")]
    pub focus: Option<String>,
    /// How hard a session was: light, moderate, heavy
    #[arg(long, value_name = "HOW")]
    pub effort: Option<String>,
    #[command(flatten)]
    pub felt: Felt,
}

/// `runweave log LOG checkin`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct CheckInArgs {
    /// The day; today when left out
    #[arg(long, value_name = "DATE", value_parser = super::date)]
    pub date: Option<NaiveDate>,
    /// Hours slept in the last night
    #[arg(long, value_name = "HOURS")]
    pub sleep: Option<f64>,
    /// Fatigue, from 1 (very good) to 7 (very bad)
    #[arg(long, value_name = "1-7")]
    pub fatigue: Option<i64>,
    /// Muscle soreness, from 1 (very good) to 7 (very bad)
    #[arg(long, value_name = "1-7")]
    pub soreness: Option<i64>,
    /// Stress, from 1 (very good) to 7 (very bad)
    #[arg(long, value_name = "1-7")]
    pub stress: Option<i64>,
    /// Pain while or after running, from 0 (none) to 10
    #[arg(long, value_name = "0-10")]
    pub pain: Option<i64>,
    /// A sign, such as `poor_sleep`; may be given more than once
    #[arg(long = "sign", value_name = "SIGN", value_parser = sign())]
    pub signs: Vec<String>,
    /// For how many days the signs have lasted
    #[arg(long, value_name = "DAYS")]
    pub signs_days: Option<i64>,
    /// Days without running up to this day
    #[arg(long, value_name = "DAYS")]
    pub days_off: Option<i64>,
}

/// `runweave log LOG ill`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct IllArgs {
    /// What it is and for how many days up to now: `cold 3 days`, `flu`, `fever 2 days`, `stomach bug a week`
    #[arg(required = true)]
    pub what: Vec<String>,
    /// The last day of it, or so far; today when left out
    #[arg(long, value_name = "DATE", value_parser = super::date)]
    pub date: Option<NaiveDate>,
}

/// The signs, with what they mean where the word alone does not tell.
fn sign() -> PossibleValuesParser {
    let flags = signs::RED_FLAGS.map(|(word, meaning, _)| PossibleValue::new(word).help(meaning));
    PossibleValuesParser::new(signs::OVERTRAINING.map(PossibleValue::new).into_iter().chain(flags))
}

/// `runweave log LOG import`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ImportArgs {
    /// FIT, GPX or TCX files, also in a gzip or zip archive
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// The day of recordings without one: the clock of the watch was never set
    #[arg(long, value_name = "DATE", value_parser = super::date)]
    pub date: Option<NaiveDate>,
    /// What is printed
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// `runweave log LOG show`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ShowLogArgs {
    /// What is printed
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}
