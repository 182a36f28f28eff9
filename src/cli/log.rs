//! `runweave log`.

mod record;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::args::{Format, ImportArgs, LogArgs, LogCommand};
use super::inputs::{folder_of, read_plan};
use super::{Done, Stop, files, note, print};
use crate::intake;
use crate::plan::log::{Entry, LineProblem, Log};
use crate::plan::{Plan, matched};
use crate::render;

pub(super) fn run(args: &LogArgs) -> Done {
    let plan = plan(args)?;
    match &args.what {
        LogCommand::Import(files) => import(args, files, plan.as_ref()),
        LogCommand::Show(show) => self::show(args, show.format, plan.as_ref()),
        what => {
            let entry = record::entry(what, plan.as_ref(), files::today_here())?;
            append(args, std::slice::from_ref(&entry))?;
            note(&format!("Recorded in {}: {}", files::name(&args.log), render::logged(&entry)));
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// The plan that is named, or the one beside the log.
fn plan(args: &LogArgs) -> Result<Option<Plan>, Stop> {
    let beside = || folder_of(&args.log).join("plan.json");
    let path: PathBuf = match &args.plan {
        Some(path) => path.clone(),
        None if beside().is_file() => beside(),
        None => return Ok(None),
    };
    read_plan(&path).map(Some)
}

/// The log as it is; one that does not exist says nothing.
fn known(args: &LogArgs) -> Result<(Log, Vec<LineProblem>), Stop> {
    if !args.log.exists() {
        return Ok((Log::default(), Vec::new()));
    }
    Ok(Log::read(&files::read(&args.log)?))
}

/// Adds lines to the log. A file in which not one line is a log's is another file, named by mistake.
fn append(args: &LogArgs, entries: &[Entry]) -> Result<(), Stop> {
    let lines: String = entries.iter().map(|entry| entry.line() + "\n").collect();
    if lines.is_empty() {
        return Ok(());
    }
    let (log, problems) = known(args)?;
    if log.entries.is_empty() && !problems.is_empty() {
        let what = format!("{} is no training log: none of its lines can be read as one", files::quoted(&args.log));
        return Err(Stop::wrong(what, "a log is a file of its own, such as log.jsonl; it is made where there is none"));
    }
    files::append(&args.log, &lines)
}

fn import(args: &LogArgs, recorded: &ImportArgs, plan: Option<&Plan>) -> Done {
    let Some(plan) = plan else {
        return Err(Stop::wrong("there is no plan to match the files with", "name it with `--plan PLAN`"));
    };
    let mut activities = Vec::new();
    for path in &recorded.files {
        let read = intake::activities(&files::read(path)?);
        let hint = "export the activity from your watch's app as FIT, GPX or TCX";
        let read = read.map_err(|error| Stop::wrong(format!("{}: {error}", files::quoted(path)), hint))?;
        for told in read.notes {
            note(&format!("note: {}: {told}", files::quoted(path)));
        }
        activities.extend(read.activities);
    }
    let matched = matched(plan, &known(args)?.0, &activities, recorded.date);
    append(args, &matched.entries)?;
    match recorded.format {
        Format::Json => {
            let data = serde_json::json!({ "recorded": render::data_of(&matched.entries), "notes": matched.notes });
            print(&render::json_of(&data))?;
        }
        Format::Text => {
            for told in &matched.notes {
                print(&format!("{told}\n"))?;
            }
        }
    }
    let lines = render::words::count(matched.entries.len(), "line");
    note(&format!("Recorded {lines} in {}.", files::name(&args.log)));
    Ok(ExitCode::SUCCESS)
}

/// So many lines that cannot be used are told.
const MOST_TOLD: usize = 50;

/// Tells what is wrong with a log, in the order of its lines.
pub(super) fn warn(log: &Path, problems: &[LineProblem]) {
    for problem in problems.iter().take(MOST_TOLD) {
        note(&format!("warning: {}, {problem}", files::quoted(log)));
    }
    if let Some(more @ 1..) = problems.len().checked_sub(MOST_TOLD) {
        note(&format!("warning: {}, {} are not shown", files::quoted(log), render::words::count(more, "more problem")));
    }
}

/// Tells every line, and of each that cannot be used why not.
fn show(args: &LogArgs, format: Format, plan: Option<&Plan>) -> Done {
    let (log, mut problems) = Log::read(&files::read(&args.log)?);
    problems.extend(plan.map(|plan| log.against(plan)).unwrap_or_default());
    problems.extend(log.after(files::today_here()));
    problems.sort_by_key(|problem| problem.line);
    match format {
        Format::Json => print(&render::json_of(&render::log_data(&log, &problems)))?,
        Format::Text => {
            for (line, entry) in &log.entries {
                print(&format!("{line:>5}  {}\n", render::logged(entry)))?;
            }
            warn(&args.log, &problems);
        }
    }
    Ok(ExitCode::SUCCESS)
}
