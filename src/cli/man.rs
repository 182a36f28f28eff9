//! `runweave man`.

use std::process::ExitCode;

use clap::CommandFactory as _;

use super::args::{Args, ManArgs};
use super::{Done, Stop, print};
use crate::brief::nearest;

pub(super) fn run(args: &ManArgs) -> Done {
    let mut program = Args::command();
    // Fills in what the commands inherit, such as the names of their pages.
    program.build();
    let command = match &args.command {
        None => program,
        Some(name) => program.find_subcommand(name).cloned().ok_or_else(|| unknown(name, &program))?,
    };
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page).map_err(|error| Stop::cannot("write the manual page", &error))?;
    print(&String::from_utf8_lossy(&page))?;
    Ok(ExitCode::SUCCESS)
}

fn unknown(name: &str, program: &clap::Command) -> Stop {
    let near = nearest(name, program.get_subcommands().map(clap::Command::get_name));
    let hint = near.map_or_else(|| "`runweave --help` lists them".to_owned(), |near| format!("did you mean `{near}`?"));
    Stop::wrong(format!("there is no command `{name}`"), hint)
}
