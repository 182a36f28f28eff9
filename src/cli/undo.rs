//! `runweave undo`.

use std::process::ExitCode;

use super::args::{Format, Only, UndoArgs};
use super::inputs::{folder_of, read_plan};
use super::lock::Lock;
use super::outputs::{DRY_RUN, kept_before, write};
use super::{Done, Stop, files, found, note, print};
use crate::app::{self, PLAN_FILE};
use crate::{plan, render};

pub(super) fn run(args: &UndoArgs) -> Done {
    let folder = folder_of(&found::plan(args.plan.as_deref())?);
    let path = folder.join(PLAN_FILE);
    let mut lock = Lock::of(&folder)?;
    let replaced = read_plan(&path)?;
    let kept = kept_before(&path).ok_or_else(|| {
        let what = format!("nothing to undo: {} has replaced no plan", files::quoted(&path));
        Stop::wrong(what, "`plan`, `replan` and `next` keep the plan that they replace beside it, as plan.json.before")
    })?;
    let restored = app::undo(&read_plan(&kept)?, &replaced, files::now());
    let brief = restored.read_brief()?;
    let diff = plan::diff(&replaced, &restored)?;
    let json = if args.dry_run {
        render::json(&restored)
    } else {
        let shown = replaced.read_brief()?.display;
        let held = app::outputs(&replaced, &shown, true);
        let only = files::says(&folder.join("plan.ics"), &held.ics).then_some(Only::Runs);
        write(&mut lock, &[], &restored, &brief, only)?
    };
    match args.format {
        Format::Json => print(&json)?,
        Format::Text => print(&render::changes(&diff, None, &brief.display))?,
    }
    note(if args.dry_run { DRY_RUN } else { "The plan of before is back; a second `runweave undo` undoes that." });
    Ok(ExitCode::SUCCESS)
}
