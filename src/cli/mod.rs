//! Files, the clock and the terminal.

mod args;
mod check;
mod files;
mod plan;
mod rules;
mod schema;
mod show;
mod stop;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser as _;

use args::{Args, Command};
use stop::Stop;

/// What a command ends with when nothing stopped it.
type Done = Result<ExitCode, Stop>;

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            let code = if error.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS };
            return match error.print() {
                Ok(()) => code,
                Err(_) => ExitCode::SUCCESS,
            };
        }
    };
    let done = match args.command {
        Command::Plan(args) => plan::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Rules(args) => rules::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Show(args) => show::run(&args),
    };
    match done {
        Ok(code) => code,
        Err(stop) => stop.report(),
    }
}

/// Writes to standard output; a pipe that closed early is success.
fn print(text: &str) -> Result<(), Stop> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(|error| Stop::cannot("write to standard output", &error)),
    }
}

/// Writes a note to standard error; that nobody reads it is no error.
fn note(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}
