//! `runweave completions`.

use std::process::ExitCode;

use clap::CommandFactory as _;

use super::args::{Args, CompletionsArgs};
use super::{Done, print};

pub(super) fn run(args: &CompletionsArgs) -> Done {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "runweave", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(ExitCode::SUCCESS)
}
