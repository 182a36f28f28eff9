//! `runweave log`.

mod record;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::args::{Format, IllArgs, ImportArgs, LogArgs, LogCommand};
use super::inputs::{folder_of, read_plan};
use super::lock::Lock;
use super::{Done, Stop, files, found, note, print};
use crate::app::{self, PLAN_FILE};
use crate::follow::log::{Entry, LineProblem, Log};
use crate::follow::matched;
use crate::intake;
use crate::plan::{Plan, Toward};
use crate::render;

pub(super) fn run(args: &LogArgs) -> Done {
    let log = found::log_to_write(args.log.as_deref())?;
    let plan = plan(args, &log)?;
    match &args.what {
        LogCommand::Import(files) => import(&log, files, plan.as_ref()),
        LogCommand::Show(show) => self::show(&log, show.format, plan.as_ref()),
        LogCommand::Ill(args) => ill(&log, args, plan.as_ref()),
        what => {
            let entry = record::entry(what, plan.as_ref(), files::today_here())?;
            append(&log, std::slice::from_ref(&entry))?;
            let name = entry
                .id()
                .zip(plan.as_ref())
                .and_then(|(id, plan)| plan.named(id, files::today_here(), Toward::Behind).ok());
            let name =
                name.and_then(|one| one.into_iter().next()).map(|one| format!(" ({})", render::clean(&one.name)));
            note(&format!("Recorded in {}: {}{}", files::name(&log), render::logged(&entry), name.unwrap_or_default()));
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// The plan that is named, or the one beside the log.
fn plan(args: &LogArgs, log: &Path) -> Result<Option<Plan>, Stop> {
    let beside = || folder_of(log).join(PLAN_FILE);
    let path: PathBuf = match &args.plan {
        Some(path) => path.clone(),
        None if beside().is_file() => beside(),
        None => return Ok(None),
    };
    read_plan(&path).map(Some)
}

/// The log as it is; one that does not exist says nothing.
fn known(log: &Path) -> Result<(Log, Vec<LineProblem>), Stop> {
    if !log.exists() {
        return Ok((Log::default(), Vec::new()));
    }
    Ok(Log::read(&files::read(log)?))
}

/// Adds lines to the log. A file in which not one line is a log's is another file, named by mistake.
fn append(path: &Path, entries: &[Entry]) -> Result<(), Stop> {
    let lines: String = entries.iter().map(|entry| entry.line() + "\n").collect();
    if lines.is_empty() {
        return Ok(());
    }
    let (log, problems) = known(path)?;
    if log.entries.is_empty() && !problems.is_empty() {
        let what = format!("{} is no training log: none of its lines can be read as one", files::quoted(path));
        return Err(Stop::wrong(what, "a log is a file of its own, such as log.jsonl; it is made where there is none"));
    }
    files::append(path, &lines)
}

fn ill(log: &Path, args: &IllArgs, plan: Option<&Plan>) -> Done {
    let illness = app::illness(&args.what.join(" ")).map_err(|word| {
        let what = if word.is_empty() {
            "this says neither what it is nor for how long".to_owned()
        } else {
            format!("`{}` says neither what it is nor for how long", render::clean(&word))
        };
        Stop::wrong(
            what,
            "say it as in `cold 3 days`, `flu`, `fever 2 days`; anything else is a `checkin` with a `--sign`",
        )
    })?;
    let entries = app::ill(illness, plan, &known(log)?.0, args.date.unwrap_or_else(files::today_here));
    append(log, &entries)?;
    for entry in &entries {
        note(&format!("Recorded in {}: {}", files::name(log), render::logged(entry)));
    }
    let lasts =
        "Fever stops the runs; when it is gone, tell how you feel without it: `runweave log checkin --fatigue 3`.";
    if illness.fever {
        note(lasts);
    }
    note("`runweave replan` takes it into the plan.");
    Ok(ExitCode::SUCCESS)
}

fn import(log: &Path, recorded: &ImportArgs, plan: Option<&Plan>) -> Done {
    let Some(plan) = plan else {
        return Err(Stop::wrong("there is no plan to match the files with", "name it with `--plan PLAN`"));
    };
    let _lock = Lock::of(&folder_of(log))?;
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
    let matched = matched(plan, &known(log)?.0, &activities, recorded.date);
    append(log, &matched.entries)?;
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
    note(&format!("Recorded {lines} in {}.", files::name(log)));
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
fn show(path: &Path, format: Format, plan: Option<&Plan>) -> Done {
    let (log, mut problems) = Log::read(&files::read(path)?);
    problems.extend(plan.map(|plan| log.against(plan)).unwrap_or_default());
    problems.extend(log.after(files::today_here()));
    problems.sort_by_key(|problem| problem.line);
    match format {
        Format::Json => print(&render::json_of(&render::log_data(&log, &problems, plan)))?,
        Format::Text => {
            for (line, entry) in &log.entries {
                let planned = plan.and_then(|plan| entry.planned_in(plan));
                print(&format!("{line:>5}  {}\n", render::logged_against(entry, planned)))?;
            }
            warn(path, &problems);
        }
    }
    Ok(ExitCode::SUCCESS)
}
