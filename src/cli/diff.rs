//! `runweave diff`.

use std::process::ExitCode;

use super::args::{DiffArgs, Format};
use super::inputs::read_plan;
use super::{Done, Stop, found, outputs, print};
use crate::{follow, render};

pub(super) fn run(args: &DiffArgs) -> Done {
    let new = found::plan(args.new.as_deref())?;
    let old = match &args.old {
        Some(old) => found::plan(Some(old))?,
        None => outputs::kept_before(&new).ok_or_else(|| {
            Stop::wrong("no plan was replaced in this folder", "name the earlier plan and the later one")
        })?,
    };
    let (old, new) = (read_plan(&old)?, read_plan(&new)?);
    let diff = follow::diff(&old, &new)?;
    match args.format {
        Format::Json => print(&render::json_of(&diff))?,
        Format::Text => print(&render::changes(&diff, None, &new.lay_out()?.brief.display))?,
    }
    Ok(ExitCode::SUCCESS)
}
