//! The arguments of the commands that stay and answer others.

use std::path::PathBuf;

use super::Only;

/// `runweave mcp`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "It speaks the Model Context Protocol over standard input and output; docs/assistant.md shows a session. \
                        Nothing outside the folder is read or written, and nothing is written without a preview that the \
                        assistant shows first."
)]
pub(in crate::cli) struct McpArgs {
    /// The folder of the brief and the plan
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
}

/// `runweave serve`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Only programs on this machine reach it, and only by the address that it prints: its secret lies in \
                        .runweave.secret in the folder, and removing that file makes a new one. docs/feed.md says which \
                        calendars can subscribe to it and what to do for the others."
)]
pub(in crate::cli) struct ServeArgs {
    /// The folder of the plan
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// The port, which is part of the address; 0 takes any that is free
    #[arg(long, value_name = "N", default_value_t = crate::serve::PORT)]
    pub port: u16,
    /// The page that plans, runweave.html; the one in the folder or beside the program when left out
    #[arg(long, value_name = "FILE")]
    pub page: Option<PathBuf>,
    /// Write the two calendars into a folder that is published or synced already, and end
    #[arg(long, value_name = "OUT", conflicts_with_all = ["port", "page"])]
    pub write: Option<PathBuf>,
    /// What the training calendar holds, when not everything: the runs, without your own sessions
    #[arg(long, value_name = "WHAT")]
    pub only: Option<Only>,
}
