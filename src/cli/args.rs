//! The command line.

mod again;
mod faces;
mod later;
mod log;
mod short;
mod watch;

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

pub(super) use again::{DiffArgs, NextArgs, ReplanArgs, UndoArgs};
pub(super) use faces::{McpArgs, ServeArgs};
pub(super) use later::Later;
pub(super) use log::{AddedArgs, CheckInArgs, DoneArgs, Felt, IllArgs, ImportArgs, LogArgs, LogCommand, MissedArgs};
pub(super) use short::{DoneHereArgs, MissedHereArgs};
pub(super) use watch::{WatchArgs, WatchKind};

/// Places your runs around the lifting you already do, and proves that nothing better exists under its rules.
#[derive(Debug, Parser)]
#[command(name = "runweave", version, max_term_width = 100, after_help = AFTER)]
pub(super) struct Args {
    #[command(subcommand)]
    pub command: Command,
}

const AFTER: &str = "A file named `-` is standard input or output. Exit status: 0 done, 1 a must-rule is broken or nothing \
                     can be planned, 2 wrong usage or bad input.\n\nNo medical advice: with chest pain, fainting, or pain \
                     that does not go, stop and see a doctor.";

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Ask about your week and write a brief to plan from
    Init(Later<Box<super::init::InitArgs>>),
    /// Plan a block: writes plan.json, plan.html and plan.ics, and prints the weeks
    Plan(Later<PlanArgs>),
    /// Judge a brief or a plan, also one edited by hand
    Check(Later<CheckArgs>),
    /// Plan the block that follows, from what was really done
    Next(Later<NextArgs>),
    /// Plan the rest of a block again: the past stays, and as little as possible moves
    Replan(Later<ReplanArgs>),
    /// Bring back the plan that the last `plan`, `replan` or `next` replaced
    Undo(Later<UndoArgs>),
    /// Record a run or session as done, in the log of this folder
    Done(Later<DoneHereArgs>),
    /// Record a run or session as missed, in the log of this folder
    Missed(Later<MissedHereArgs>),
    /// Record what was done or missed, and how you feel
    Log(Later<LogArgs>),
    /// Tell what changed between two plans
    Diff(Later<DiffArgs>),
    /// Why a run stands where it stands, or why it does not stand somewhere else
    Why(Later<WhyArgs>),
    /// The single changes to your week that would help most, each planned whole
    Advise(Later<AdviseArgs>),
    /// Show a plan in the terminal
    Show(Later<ShowArgs>),
    /// Write the next weeks' runs for a watch, for intervals.icu or for Zwift
    Watch(Later<WatchArgs>),
    /// Plan many briefs: one JSON object a line from standard input, one plan a line to standard output
    Batch(Later<BatchArgs>),
    /// Serve the plan as a calendar to subscribe to, on this machine alone
    Serve(Later<ServeArgs>),
    /// Let an assistant ask and plan in a folder, over standard input and output
    Mcp(Later<McpArgs>),
    /// The rulebook, or one rule whole
    Rules(Later<RulesArgs>),
    /// Print the JSON Schema of a file format
    Schema(Later<SchemaArgs>),
    /// Print the completions of a shell
    Completions(Later<CompletionsArgs>),
    /// Print a manual page
    Man(Later<ManArgs>),
}

/// How data is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
}

/// What a plan depends on besides its brief.
#[derive(Debug, clap::Args)]
pub(super) struct Given {
    /// A training log whose check-ins count
    #[arg(long, value_name = "LOG")]
    pub log: Option<PathBuf>,
    /// A calendar whose busy times are kept free; may be given more than once
    #[arg(long, value_name = "FILE.ics")]
    pub busy: Vec<PathBuf>,
    /// Varies the workouts, never the rules
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
}

/// `runweave plan`.
#[derive(Debug, clap::Args)]
pub(super) struct PlanArgs {
    /// The brief: a JSON file, see `runweave schema brief`; `-` reads it from standard input
    pub brief: PathBuf,
    /// Where the files go, the brief's own folder when left out; `-` prints plan.json and writes nothing
    #[arg(short, long = "output", value_name = "DIR")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub given: Given,
    /// A plan from elsewhere, a table (Markdown, CSV) or lines such as "Tue: 6 x 800 m, Sun: 24 km": its runs are placed as they are
    #[arg(long, value_name = "FILE")]
    pub bring: Option<PathBuf>,
    /// Write over the plan of another person or block that the folder holds
    #[arg(long)]
    pub replace: bool,
    /// What the calendar holds, when not everything: the runs, without your own sessions
    #[arg(long, value_name = "WHAT")]
    pub only: Option<Only>,
    /// What is printed
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// What a calendar may be kept to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Only {
    /// The runs, without your own sessions
    Runs,
}

/// `runweave check`.
#[derive(Debug, clap::Args)]
pub(super) struct CheckArgs {
    /// A brief or a plan; plan.json in this folder when left out, or else brief.json
    pub file: Option<PathBuf>,
    /// What is printed
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// `runweave advise`.
#[derive(Debug, clap::Args)]
pub(super) struct AdviseArgs {
    /// The brief
    pub brief: PathBuf,
    #[command(flatten)]
    pub given: Given,
    /// What is printed
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// `runweave batch`.
#[derive(Debug, clap::Args)]
#[command(after_help = BATCH)]
pub(super) struct BatchArgs {
    /// The seed that every plan is made with
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Write a folder with page, calendar, plan and watch files for each athlete, and index.html over all of them; then a line says where
    #[arg(long, value_name = "DIR")]
    pub files: Option<PathBuf>,
}

const BATCH: &str = "Line for line, in order: the plan that `runweave plan - -o -` prints, without its line breaks, or an object \
                     whose `error` lists what is wrong with the brief. All processors work (RAYON_NUM_THREADS sets how many); \
                     memory does not grow with the input.\n\nExit status: 0 every line became a plan with runs, 1 some did \
                     not, 2 standard input or output failed.\n\n  jq -c . members/*.json | runweave batch > plans.ndjson\n  \
                     jq -c . members/*.json | runweave batch --files club";

/// `runweave why`.
#[derive(Debug, clap::Args)]
#[command(allow_missing_positional = true)]
pub(super) struct WhyArgs {
    /// The plan; plan.json in this folder when left out
    pub plan: Option<PathBuf>,
    /// A run (`long`, `w01-easy-1`), a session (`w01-s1`), a week (`w03`) or a day (`thu`, a date)
    pub what: String,
    /// Why it does not stand there: a weekday or a date, perhaps with an hour (`thu`, `"thu 18:00"`)
    #[arg(long, value_name = "DAY[ HH:MM]")]
    pub not: Option<String>,
    /// What is printed
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// `runweave show`.
#[derive(Debug, clap::Args)]
pub(super) struct ShowArgs {
    /// The plan.json that `runweave plan` wrote, the one in this folder when left out; `-` reads it from standard input
    pub plan: Option<PathBuf>,
    /// A training log, whose runs are set beside the planned ones; log.jsonl beside the plan when left out
    #[arg(long, value_name = "LOG")]
    pub log: Option<PathBuf>,
    /// One week only, with what to do on each run
    #[arg(long, value_name = "N", conflicts_with = "today")]
    pub week: Option<u32>,
    /// This week only, with what to do on each run; or the week of another date
    #[arg(long, value_name = "DATE", num_args = 0..=1, default_missing_value = "today", value_parser = today)]
    pub today: Option<Today>,
    /// What is printed
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// The day that counts as today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Today {
    /// The clock's.
    Now,
    /// Another one.
    On(chrono::NaiveDate),
}

fn date(text: &str) -> Result<chrono::NaiveDate, &'static str> {
    text.parse().map_err(|_| "expected a date such as `2026-11-30`")
}

fn today(text: &str) -> Result<Today, &'static str> {
    if text == "today" {
        return Ok(Today::Now);
    }
    text.parse().map(Today::On).map_err(|_| "expected a date such as `2026-11-30`; the plan goes in front of `--today`")
}

/// `runweave rules`.
#[derive(Debug, clap::Args)]
pub(super) struct RulesArgs {
    /// The rule to tell whole
    pub rule: Option<String>,
    /// A brief whose goal, levels and own numbers are used
    #[arg(long, value_name = "BRIEF")]
    pub brief: Option<PathBuf>,
    /// What is printed
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// `runweave schema`.
#[derive(Debug, clap::Args)]
pub(super) struct SchemaArgs {
    /// Which format
    #[arg(value_enum)]
    pub format: Schema,
}

/// A file format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Schema {
    /// The brief that a person writes
    Brief,
    /// The plan that `runweave plan` writes
    Plan,
    /// One line of a training log
    Log,
}

/// `runweave completions`.
#[derive(Debug, clap::Args)]
#[command(after_help = COMPLETIONS)]
pub(super) struct CompletionsArgs {
    /// Which shell
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

const COMPLETIONS: &str =
    "In bash, for example:\n\n  runweave completions bash > ~/.local/share/bash-completion/completions/runweave";

/// `runweave man`.
#[derive(Debug, clap::Args)]
#[command(after_help = "To read one at once:\n\n  runweave man plan | man -l -")]
pub(super) struct ManArgs {
    /// The command whose page is wanted; the whole program's when left out
    pub command: Option<String>,
}
