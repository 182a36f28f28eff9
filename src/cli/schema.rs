//! `runweave schema`.

use std::process::ExitCode;

use super::args::{Schema, SchemaArgs};
use super::{Done, print};
use crate::{brief, follow, plan, render};

pub(super) fn run(args: &SchemaArgs) -> Done {
    let schema = match args.format {
        Schema::Brief => brief::schema(),
        Schema::Plan => plan::schema(),
        Schema::Log => follow::log::schema(),
    };
    print(&render::json_of(&schema))?;
    Ok(ExitCode::SUCCESS)
}
