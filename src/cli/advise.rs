//! `runweave advise`.

use std::process::ExitCode;

use super::args::{AdviseArgs, Format};
use super::inputs::{busy_times, folder_of, plan_in, read_brief_and_log};
use super::progress::Progress;
use super::{Done, Stop, print};
use crate::render;
use crate::schedule;

pub(super) fn run(args: &AdviseArgs) -> Done {
    let brief = read_brief_and_log(&args.brief, args.given.log.as_deref())?;
    let earlier = plan_in(&folder_of(&args.brief))?;
    let busy = busy_times(&brief, &args.given.busy, earlier.iter())?;
    let progress = Progress::of("Trying every single change".to_owned());
    let found = schedule::advise(&brief, &busy, args.given.seed)
        .map_err(|why| Stop::NoPlan(format!("error: the brief as it is cannot be planned: {why}")))?;
    drop(progress);
    match args.format {
        Format::Text => print(&render::advice(&found))?,
        Format::Json => print(&render::json_of(&render::advice_data(&found)))?,
    }
    Ok(ExitCode::SUCCESS)
}
