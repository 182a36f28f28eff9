//! The files that commands read.

use std::path::{Path, PathBuf};

use super::{Stop, files, note};
use crate::app::{self, BusyCalendar};
use crate::brief::{Brief, Defaults};
use crate::follow::log::Log;
use crate::model::Moment;
use crate::plan::Plan;
pub(super) use crate::world::{BRIEF_FILE, is_of, plan_of, refuse_other};

/// Reads a brief; a time zone that it does not name is UTC on every machine.
pub(super) fn read_brief(path: &Path) -> Result<Brief, Stop> {
    let text = files::read(path)?;
    Ok(Brief::parse(&text, &files::name(path), Defaults { timezone: crate::model::Zone::UTC })?)
}

/// Reads a brief, and adds the check-ins of a log to its own.
pub(super) fn read_brief_and_log(brief: &Path, log: Option<&Path>) -> Result<Brief, Stop> {
    let brief = read_brief(brief)?;
    match log {
        Some(log) => Ok(app::brief_with_log(brief, &read_log(log, None)?)?),
        None => Ok(brief),
    }
}

/// Reads a plan.
pub(super) fn read_plan(path: &Path) -> Result<Plan, Stop> {
    plan_of(path, &files::read(path)?)
}

/// The plan that a folder already holds. What is there and cannot be read is not written over: with it the identity of every event
/// would be lost.
pub(super) fn plan_in(folder: &Path) -> Result<Option<Plan>, Stop> {
    let path = folder.join(app::PLAN_FILE);
    if files::is_dash(folder) || !path.is_file() {
        return Ok(None);
    }
    let plan = Plan::parse(&files::read(&path)?);
    plan.map(Some).map_err(|error| {
        let what = format!("{} is in the way: it {error}", files::quoted(&path));
        Stop::wrong(what, "move it away, or write somewhere else with `-o DIR`")
    })
}

/// Reads a training log. Each line that cannot be used is reported with its number; the others are used.
pub(super) fn read_log(path: &Path, plan: Option<&Plan>) -> Result<Log, Stop> {
    let (log, mut problems) = Log::read(&files::read(path)?);
    problems.extend(plan.map(|plan| log.against(plan)).unwrap_or_default());
    problems.extend(log.after(files::today_here()));
    problems.sort_by_key(|problem| problem.line);
    super::log::warn(path, &problems);
    Ok(log)
}

/// Reads the busy times of other calendars inside the block, without the events of plans that are known.
pub(super) fn busy_times<'a>(
    brief: &Brief,
    calendars: &[PathBuf],
    known: impl Iterator<Item = &'a Plan>,
) -> Result<Vec<(Moment, Moment)>, Stop> {
    let texts = calendar_files(calendars)?;
    let calendars: Vec<_> = texts.iter().map(|(name, bytes)| BusyCalendar { name, bytes }).collect();
    let busy = app::busy_times(brief, &calendars, known)?;
    for left_aside in busy.notes {
        note(&format!("note: {left_aside}"));
    }
    Ok(busy.times)
}

/// Calendar files by the names that messages call them.
pub(super) fn calendar_files(calendars: &[PathBuf]) -> Result<Vec<(String, Vec<u8>)>, Stop> {
    calendars.iter().map(|path| Ok((files::quoted(path), files::read(path)?))).collect()
}

/// The folder that a file lies in.
pub(super) fn folder_of(file: &Path) -> PathBuf {
    match file.parent() {
        Some(parent) if parent != Path::new("") => parent.to_owned(),
        _ => Path::new(".").to_owned(),
    }
}
