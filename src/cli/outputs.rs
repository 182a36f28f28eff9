//! What commands write and how they end.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::args::Only;
use super::before::{Before, Way};
use super::inputs::folder_of;
use super::lock::{self, Lock};
use super::{Stop, files, note};
use crate::app::{self, PLAN_FILE};
use crate::brief::Brief;
use crate::plan::Plan;
use crate::render::{Look, words};
use crate::world::BEFORE_FILE;

/// What a command says that only tells what it would do.
pub(super) const DRY_RUN: &str = "Nothing was written; without `--dry-run` it is.";

/// Where the plan is kept that a plan has replaced, if it has.
pub(super) fn kept_before(plan: &Path) -> Option<PathBuf> {
    Some(folder_of(plan).join(BEFORE_FILE)).filter(|kept| kept.is_file())
}

/// Writes the three files, after what else is to lie in the folder, and returns plan.json. What they replace is kept.
///
/// plan.json takes its name before the two that are made from it. Of a command that dies in between, the next one in the folder
/// finishes what it wrote.
pub(super) fn write(
    lock: &mut Lock,
    more: &[(&str, &str)],
    plan: &Plan,
    brief: &Brief,
    only: Option<Only>,
) -> Result<String, Stop> {
    let runs_only = only == Some(Only::Runs);
    let mut outputs = app::outputs(plan, &brief.display, runs_only)?;
    lock::make(lock)?;
    let folder = lock.folder();
    let kept = Before::of(folder);
    let is_new = !files::says(&folder.join(PLAN_FILE), &outputs.json);
    let mut replaced = Vec::new();
    if is_new {
        if let Some(shown) = kept.shown() {
            let counted = app::counted_on(plan, &[&shown], files::now());
            outputs = app::outputs(&counted, &brief.display, runs_only)?;
        }
        kept.keep(Way::Back)?;
        replaced = std::fs::read_to_string(folder.join(PLAN_FILE)).into_iter().collect();
    }
    let made = outputs.files();
    warn_rewritten(folder, &made);
    let before: Vec<(&str, &str)> = replaced.iter().map(|known: &String| (BEFORE_FILE, known.as_str())).collect();
    files::write(folder, &[&before, more, &made].concat())?;
    if is_new {
        kept.go_on();
    }
    Ok(outputs.json)
}

/// Says which of the files that are made from plan.json did not belong to it, where it itself is as it was.
fn warn_rewritten(folder: &Path, made: &[(&str, &str)]) {
    let says = |(name, text): &(&str, &str)| files::says(&folder.join(name), text);
    let (plan, others): (Vec<_>, Vec<_>) = made.iter().partition(|(name, _)| *name == PLAN_FILE);
    if !plan.iter().all(says) {
        return;
    }
    for (name, _) in others.iter().filter(|file| folder.join(file.0).exists() && !says(file)) {
        note(&format!("note: {name} was not of this revision of the plan and is written anew."));
    }
}

/// Says what a plan of another block, whose place the new one takes, leaves in the calendar.
pub(super) fn warn_superseded(plan: &Plan, other: &Plan) {
    let (Some(start), count) = (other.start(), plan.cancelled.len()) else { return };
    if count > 0 {
        let events = words::count(count, "event");
        let (are, which) = (if count == 1 { "is" } else { "are" }, words::date_long(start));
        note(&format!("note: {events} of the block that starts on {which} {are} cancelled in the calendar."));
    }
}

/// How a command that planned ends: a block without any run that may be run is no success, nor is one that breaks a must.
pub(super) fn exit(plan: &Plan) -> ExitCode {
    if plan.score.must > 0 || plan.open_runs().next().is_none() { ExitCode::from(1) } else { ExitCode::SUCCESS }
}

/// How a plan looks on standard output, with this day marked.
pub(super) fn look(today: Option<chrono::NaiveDate>) -> Look {
    let out = std::io::stdout();
    let columns = terminal_size::terminal_size_of(&out).map(|(width, _)| usize::from(width.0));
    let colour = anstream::AutoStream::choice(&out) != anstream::ColorChoice::Never;
    Look { colour, today, ..Look::new(columns) }
}
