//! Files, the clock and the terminal.

mod advise;
mod args;
mod batch;
mod check;
mod completions;
mod diff;
mod found;
mod init;
mod inputs;
mod log;
mod man;
mod mcp;
mod next;
mod outputs;
mod plan;
mod progress;
mod replan;
mod rules;
mod schema;
mod serve;
mod show;
mod undo;
mod watch;
mod why;

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;

use args::{Args, Command};

use crate::world::{Stop, files, lock, note};

/// What a command ends with when nothing stopped it.
type Done = Result<ExitCode, Stop>;

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return usage(&error),
    };
    if let Err(stop) = files::check_clock() {
        return stop.report();
    }
    let done = match args.command {
        Command::Completions(args) => completions::run(&args),
        Command::Init(args) => init::run(&args),
        Command::Man(args) => man::run(&args),
        Command::Mcp(args) => mcp::run(&args),
        Command::Serve(args) => serve::run(&args),
        Command::Plan(args) => plan::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Next(args) => next::run(&args),
        Command::Replan(args) => replan::run(&args),
        Command::Undo(args) => undo::run(&args),
        Command::Done(args) => log::run(&args.into()),
        Command::Missed(args) => log::run(&args.into()),
        Command::Log(args) => log::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Rules(args) => rules::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Show(args) => show::run(&args),
        Command::Watch(args) => watch::run(&args),
        Command::Advise(args) => advise::run(&args),
        Command::Why(args) => why::run(&args),
        Command::Batch(args) => batch::run(&args),
    };
    match done {
        Ok(code) => code,
        Err(stop) => stop.report(),
    }
}

/// Help goes to standard output; what is wrong with the arguments to standard error, without what could act on a terminal.
fn usage(error: &clap::Error) -> ExitCode {
    if error.use_stderr() {
        note(error.render().to_string().trim_end());
        return ExitCode::from(2);
    }
    // Whoever closed the pipe has read enough.
    let _ = error.print();
    ExitCode::SUCCESS
}

/// Writes to standard output; a pipe that closed early is success.
fn print(text: &str) -> Result<(), Stop> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(|error| Stop::cannot("write to standard output", &error)),
    }
}
