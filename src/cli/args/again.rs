//! The arguments of the commands that plan again.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::{Format, Only, date};

/// `runweave replan`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "What has changed is a changed brief: another week, other windows, an illness, an event, fewer runs."
)]
pub(in crate::cli) struct ReplanArgs {
    /// The plan that is in force; plan.json in this folder when left out
    pub plan: Option<PathBuf>,
    /// The first day that is planned again, today when left out; what lies before it is history
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub from: Option<NaiveDate>,
    /// A changed brief; the plan's own when left out
    #[arg(long, value_name = "BRIEF")]
    pub brief: Option<PathBuf>,
    /// A training log: what was really done, and how it felt; log.jsonl beside the plan when left out
    #[arg(long, value_name = "LOG")]
    pub log: Option<PathBuf>,
    /// A calendar whose busy times are kept free, in place of those known; may be given more than once
    #[arg(long, value_name = "FILE.ics")]
    pub busy: Vec<PathBuf>,
    /// Move so many runs at most, as far as the must-rules allow
    #[arg(long, value_name = "N", conflicts_with = "stay")]
    pub moves: Option<usize>,
    /// How dear each step away from the published place is, from 0 (free) up; the brief's own when left out
    #[arg(long, value_name = "WEIGHT", value_parser = clap::value_parser!(i32).range(0..=1000))]
    pub stay: Option<i32>,
    /// Let movable sessions take another of their places where that is better; they stay where they stand when left out
    #[arg(long)]
    pub move_sessions: bool,
    /// Tell what would change, and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Where the files go; the plan's own folder when left out
    #[arg(short, long = "output", value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Write over the plan of another person or block that the folder holds
    #[arg(long)]
    pub replace: bool,
    /// Varies the workouts; the plan's own when left out
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// What the calendar holds, when not everything: the runs, without your own sessions
    #[arg(long, value_name = "WHAT")]
    pub only: Option<Only>,
    /// What is printed
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// `runweave diff`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct DiffArgs {
    /// The earlier plan; the one that the later replaced when left out
    pub old: Option<PathBuf>,
    /// The later plan; plan.json in this folder when left out
    pub new: Option<PathBuf>,
    /// What is printed
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// `runweave next`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct NextArgs {
    /// The plan of the block that ends; plan.json in this folder when left out
    pub plan: Option<PathBuf>,
    /// A training log: what was really done; log.jsonl beside the plan when left out, and without one the plan counts as done
    #[arg(long, value_name = "LOG")]
    pub log: Option<PathBuf>,
    /// A calendar whose busy times are kept free; may be given more than once
    #[arg(long, value_name = "FILE.ics")]
    pub busy: Vec<PathBuf>,
    /// Tell what the block would be, and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Where the files go; a folder beside the plan, named for the Monday, when left out; `-` prints plan.json and writes nothing
    #[arg(short, long = "output", value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Write over the plan of another person or block that the folder holds
    #[arg(long)]
    pub replace: bool,
    /// Write over a brief that was changed
    #[arg(long)]
    pub again: bool,
    /// Varies the workouts; the plan's own when left out
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// What the calendar holds, when not everything: the runs, without your own sessions
    #[arg(long, value_name = "WHAT")]
    pub only: Option<Only>,
    /// What is printed
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// `runweave undo`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Each `undo` goes one change further back, and `undo --redo` forward again, until the plan changes. The files come back \
                  byte for byte; plan.undone.ics is for calendars that were given the newer plan.ics: in it what comes back has a \
                  higher number than they have seen, so that an import takes it."
)]
pub(in crate::cli) struct UndoArgs {
    /// The plan that is in force; plan.json in this folder when left out
    pub plan: Option<PathBuf>,
    /// Bring back what was undone last
    #[arg(long)]
    pub redo: bool,
    /// Tell what would change, and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// What is printed
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}
