//! The arguments of the short commands for what was done and what was missed.

use std::path::PathBuf;

use super::{DoneArgs, LogArgs, LogCommand, MissedArgs};

/// `runweave done`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct DoneHereArgs {
    #[command(flatten)]
    pub done: DoneArgs,
    /// The training log; log.jsonl in this folder when left out
    #[arg(long, value_name = "LOG")]
    pub log: Option<PathBuf>,
    /// The plan; plan.json beside the log when left out
    #[arg(long, value_name = "PLAN")]
    pub plan: Option<PathBuf>,
}

/// `runweave missed`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct MissedHereArgs {
    #[command(flatten)]
    pub missed: MissedArgs,
    /// The training log; log.jsonl in this folder when left out
    #[arg(long, value_name = "LOG")]
    pub log: Option<PathBuf>,
    /// The plan; plan.json beside the log when left out
    #[arg(long, value_name = "PLAN")]
    pub plan: Option<PathBuf>,
}

impl From<DoneHereArgs> for LogArgs {
    fn from(args: DoneHereArgs) -> Self {
        Self { log: args.log, plan: args.plan, what: LogCommand::Done(args.done) }
    }
}

impl From<MissedHereArgs> for LogArgs {
    fn from(args: MissedHereArgs) -> Self {
        Self { log: args.log, plan: args.plan, what: LogCommand::Missed(args.missed) }
    }
}
