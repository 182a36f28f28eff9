//! `runweave next`.

use std::path::Path;

use super::args::{Format, NextArgs};
use super::inputs::{busy_times, folder_of, plan_in, read_log, read_plan};
use super::outputs::{exit, look, write};
use super::plan::make_plan;
use super::{Done, Stop, files, note, print};
use crate::{app, render};

/// The brief's name in its folder.
const BRIEF: &str = "brief.json";

pub(super) fn run(args: &NextArgs) -> Done {
    let last = read_plan(&args.plan)?;
    let log = args.log.as_deref().map(|path| read_log(path, Some(&last))).transpose()?;
    let next = app::follow(&last, log.as_ref(), files::now())?;
    let brief = &next.brief;
    let folder = args.output.clone().unwrap_or_else(|| folder_of(&args.plan).join(brief.block.start.to_string()));
    if !args.again {
        keep_changed_brief(&folder, &next.text)?;
    }
    let earlier = plan_in(&folder)?;
    let busy = busy_times(brief, &args.busy, earlier.iter().chain([&last]))?;
    let plan = make_plan(brief, &busy, args.seed.unwrap_or(last.seed), earlier.as_ref())?;
    let json = write(&folder, &[(BRIEF, &next.text)], &plan, brief, args.only)?;
    for sentence in &next.sentences {
        note(sentence);
    }
    for assumed in &next.notes {
        note(&format!("note: {assumed}"));
    }
    match args.format {
        Format::Json => print(&json)?,
        Format::Text => {
            print(&render::text(&plan, &brief.display, &look(None)))?;
            note(&format!("Wrote {BRIEF} too: change it as you like and plan it with `runweave plan`."));
            note(&render::next_steps(&plan, &files::name(&folder)));
            if let Some(how) = render::way_back(&plan) {
                note(&how);
            }
        }
    }
    Ok(exit(&plan))
}

/// A brief that somebody has written or changed is not written over.
fn keep_changed_brief(folder: &Path, text: &str) -> Result<(), Stop> {
    let path = folder.join(BRIEF);
    match std::fs::read(&path) {
        Ok(known) if known != text.as_bytes() => Err(Stop::wrong(
            format!("{} is there and says something else", files::quoted(&path)),
            "plan it with `runweave plan`, or write over it with `--again`",
        )),
        _ => Ok(()),
    }
}
