//! Files, the clock and the terminal.

mod advise;
mod args;
mod batch;
mod before;
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

use args::{Args, Command, Later};

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
        Command::Completions(Later(args)) => completions::run(&args),
        Command::Init(Later(args)) => init::run(&args),
        Command::Man(Later(args)) => man::run(&args),
        Command::Mcp(Later(args)) => mcp::run(&args),
        Command::Serve(Later(args)) => serve::run(&args),
        Command::Plan(Later(args)) => plan::run(&args),
        Command::Check(Later(args)) => check::run(&args),
        Command::Next(Later(args)) => next::run(&args),
        Command::Replan(Later(args)) => replan::run(&args),
        Command::Undo(Later(args)) => undo::run(&args),
        Command::Done(Later(args)) => log::run(&args.into()),
        Command::Missed(Later(args)) => log::run(&args.into()),
        Command::Log(Later(args)) => log::run(&args),
        Command::Diff(Later(args)) => diff::run(&args),
        Command::Rules(Later(args)) => rules::run(&args),
        Command::Schema(Later(args)) => schema::run(&args),
        Command::Show(Later(args)) => show::run(&args),
        Command::Watch(Later(args)) => watch::run(&args),
        Command::Advise(Later(args)) => advise::run(&args),
        Command::Why(Later(args)) => why::run(&args),
        Command::Batch(Later(args)) => batch::run(&args),
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
