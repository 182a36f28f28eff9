//! `runweave diff`.

use std::process::ExitCode;

use super::args::{DiffArgs, Format};
use super::inputs::read_plan;
use super::{Done, print};
use crate::{plan, render};

pub(super) fn run(args: &DiffArgs) -> Done {
    let old = read_plan(&args.old)?;
    let new = read_plan(&args.new)?;
    let diff = plan::diff(&old, &new)?;
    match args.format {
        Format::Json => print(&render::json_of(&diff))?,
        Format::Text => print(&render::changes(&diff, None, &new.lay_out()?.brief.display))?,
    }
    Ok(ExitCode::SUCCESS)
}
