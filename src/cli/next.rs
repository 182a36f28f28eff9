//! `runweave next`.

use std::path::Path;

use super::args::{Format, NextArgs};
use super::inputs::{BRIEF_FILE as BRIEF, busy_times, folder_of, is_of, plan_in, read_log, read_plan, refuse_other};
use super::lock::Lock;
use super::outputs::{DRY_RUN, exit, look, write};
use super::plan::make_plan;
use super::{Done, Stop, files, found, note, print};
use crate::{app, render};

pub(super) fn run(args: &NextArgs) -> Done {
    let path = found::plan(args.plan.as_deref())?;
    let last = read_plan(&path)?;
    let log = found::log(args.log.as_deref(), &path);
    let log = log.as_deref().map(|path| read_log(path, Some(&last))).transpose()?;
    let next = app::follow(&last, log.as_ref(), files::now())?;
    let brief = &next.brief;
    let folder = args.output.clone().unwrap_or_else(|| folder_of(&path).join(brief.block.start.to_string()));
    let is_written = !args.dry_run && !files::is_dash(&folder);
    if is_written && !args.again {
        keep_changed_brief(&folder, &next.text)?;
    }
    let mut lock = Lock::of(&folder)?;
    let earlier = plan_in(&folder)?;
    if let Some(other) = earlier.as_ref().filter(|held| !args.replace && !is_of(held, brief)) {
        return Err(refuse_other(&folder, other));
    }
    let busy = busy_times(brief, &args.busy, earlier.iter().chain([&last]))?;
    let plan = make_plan(brief, &busy, args.seed.unwrap_or(last.seed), earlier.as_ref())?;
    let json = if is_written {
        write(&mut lock, &[(BRIEF, &next.text)], &plan, brief, args.only)?
    } else {
        render::json(&plan)
    };
    for sentence in &next.sentences {
        note(sentence);
    }
    for assumed in &next.notes {
        note(&format!("note: {assumed}"));
    }
    match args.format {
        _ if files::is_dash(&folder) => print(&json)?,
        Format::Json => print(&json)?,
        Format::Text if !is_written => {
            print(&render::text(&plan, &brief.display, &look(None)))?;
            note(DRY_RUN);
        }
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
