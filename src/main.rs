//! The `runweave` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    runweave::cli::main()
}
