//! `runweave why`.

use std::process::ExitCode;

use super::args::{Format, WhyArgs};
use super::inputs::read_plan;
use super::progress::Progress;
use super::{Done, files, found, print};
use crate::app::Asked;
use crate::render;

pub(super) fn run(args: &WhyArgs) -> Done {
    let plan = read_plan(&found::plan(args.plan.as_deref())?)?;
    let laid = plan.lay_out()?;
    let progress = Progress::of("Weighing the places".to_owned());
    let asked = Asked::new(&plan, &laid, files::today(laid.brief.block.timezone));
    let answer = match &args.not {
        Some(place) => asked.why_not(&args.what, place)?,
        None => asked.why(&args.what)?,
    };
    drop(progress);
    match args.format {
        Format::Text => print(&answer.text)?,
        Format::Json => print(&render::json_of(&answer.data))?,
    }
    Ok(ExitCode::SUCCESS)
}
