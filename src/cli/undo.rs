//! `runweave undo`.

use std::process::ExitCode;

use super::args::{Format, UndoArgs};
use super::before::{Before, Way};
use super::inputs::{folder_of, plan_of, read_plan};
use super::lock::Lock;
use super::outputs::DRY_RUN;
use super::{Done, Stop, files, found, note, print};
use crate::app::{self, PLAN_FILE};
use crate::world::{UNDONE_CALENDAR, UNDONE_FILE};
use crate::{follow, render};

pub(super) fn run(args: &UndoArgs) -> Done {
    let folder = folder_of(&found::plan(args.plan.as_deref())?);
    let path = folder.join(PLAN_FILE);
    let _lock = Lock::of(&folder)?;
    let replaced = read_plan(&path)?;
    let (way, back) = if args.redo { (Way::Forward, Way::Back) } else { (Way::Back, Way::Forward) };
    let kept = Before::of(&folder);
    let (mut bytes, step) = kept.next(way).ok_or_else(|| nothing(&path, way))?;
    let plan_file = bytes.first().map(|(_, bytes)| bytes.as_slice()).unwrap_or_default();
    let restored = plan_of(&path, plan_file)?;
    let diff = follow::diff(&replaced, &restored)?;
    let display = restored.read_brief()?.display;
    if !args.dry_run {
        let runs_only = {
            let shown = replaced.read_brief()?.display;
            files::says(&folder.join("plan.ics"), &render::ics(&replaced, &shown, true))
        };
        if step.is_none() {
            let made = app::outputs(&restored, &display, runs_only)?;
            bytes.extend([("plan.html", made.html.into_bytes()), ("plan.ics", made.ics.into_bytes())]);
        }
        let shown = kept.shown();
        let seen: Vec<_> = [&replaced].into_iter().chain(&shown).collect();
        let shown = app::counted_on(&restored, &seen, files::now());
        let (told, calendar) = (render::json(&shown), render::ics(&shown, &display, runs_only));
        kept.keep(back)?;
        let mut all: Vec<(&str, &[u8])> = bytes.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
        all.extend([(UNDONE_CALENDAR, calendar.as_bytes()), (UNDONE_FILE, told.as_bytes())]);
        files::write(&folder, &all)?;
        kept.remove_all_but(&bytes);
        if let Some(step) = step {
            kept.forget(way, &step);
        }
        kept.tell_last().map_err(|error| files::cannot_write_into(&folder, &error))?;
    }
    match args.format {
        Format::Json => print(&render::json(&restored))?,
        Format::Text => print(&render::report(&diff, None, &display))?,
    }
    if args.dry_run {
        note(DRY_RUN);
    } else {
        let other = if args.redo { "undo" } else { "undo --redo" };
        note(&format!(
            "The files are as they were, byte for byte; `runweave {other}` takes that back. A calendar that was given the newer \
             plan.ics keeps to it: give it {UNDONE_CALENDAR} once."
        ));
    }
    Ok(ExitCode::SUCCESS)
}

fn nothing(path: &std::path::Path, way: Way) -> Stop {
    match way {
        Way::Back => Stop::wrong(
            format!("nothing to undo: {} has replaced no plan", files::quoted(path)),
            "`plan`, `replan` and `next` keep the files that they replace beside them, in plan.before",
        ),
        Way::Forward => Stop::wrong(
            format!("nothing was undone in the folder of {}", files::quoted(path)),
            "what was undone is kept until the plan changes again",
        ),
    }
}
