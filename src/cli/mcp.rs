//! `runweave mcp`.

use std::process::ExitCode;

use super::Done;
use super::args::McpArgs;
use crate::mcp;

pub(super) fn run(args: &McpArgs) -> Done {
    mcp::run(&args.folder)?;
    Ok(ExitCode::SUCCESS)
}
