//! `runweave show`.

use std::process::ExitCode;

use super::args::{Format, ShowArgs};
use super::check::read_plan;
use super::{Done, Stop, files, print};
use crate::render;

pub(super) fn run(args: &ShowArgs) -> Done {
    let name = args.plan.display().to_string();
    let mut plan = read_plan(&name, &files::read(&args.plan)?)?;
    let laid = plan.lay_out()?;
    let weeks = plan.weeks.len();
    if let Some(today) = args.today {
        plan.weeks.retain(|week| (0..7).contains(&(today - week.start).num_days()));
    }
    if let Some(number) = args.week {
        plan.weeks.retain(|week| week.number == number);
    }
    if plan.weeks.is_empty() && weeks > 0 {
        return Err(Stop::wrong("no such week in this plan", format!("it has the weeks 1 to {weeks}")));
    }
    match args.format {
        Format::Json => print(&render::json_of(&plan.weeks))?,
        Format::Text => print(&render::text(&plan, &laid.brief.display, render::width(columns())))?,
    }
    Ok(ExitCode::SUCCESS)
}

/// The terminal's width, or `None` where standard output is none.
pub(super) fn columns() -> Option<usize> {
    terminal_size::terminal_size_of(std::io::stdout()).map(|(width, _)| usize::from(width.0))
}
