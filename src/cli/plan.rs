//! `runweave plan`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::args::{Format, PlanArgs};
use super::progress::Progress;
use super::{Done, Stop, files, note, print};
use crate::brief::{Brief, Busy, Defaults, busy};
use crate::model::Moment;
use crate::plan::{self, Plan, log::Log};
use crate::render;
use crate::schedule::{self, Published};

/// Check-ins of so many days before the block are compared with.
const CHECK_IN_DAYS: i64 = 28;

pub(super) fn run(args: &PlanArgs) -> Done {
    let mut brief = read_brief(&args.brief)?;
    if let Some(log) = &args.log {
        brief = with_check_ins(brief, &read_log(log, None)?)?;
    }
    let busy = busy_times(&brief, &args.busy)?;
    if args.output.as_deref().is_some_and(files::is_dash) {
        let plan = planned(&brief, &busy, args.seed, None)?;
        print(&render::json(&plan))?;
        return Ok(exit(&plan));
    }
    let folder = args.output.clone().unwrap_or_else(|| folder_of(&args.brief));
    let plan = planned(&brief, &busy, args.seed, earlier(&folder, &brief).as_ref())?;
    let text = write(&folder, &plan, &brief, args.only_runs)?;
    match args.format {
        Format::Json => print(&text)?,
        Format::Text => {
            print(&render::text(&plan, &brief.display, &super::show::look(None)))?;
            note(&render::next_steps(&plan, &folder.display().to_string()));
        }
    }
    Ok(exit(&plan))
}

/// A block without any run is no success.
fn exit(plan: &Plan) -> ExitCode {
    if plan.runs().next().is_none() { ExitCode::from(1) } else { ExitCode::SUCCESS }
}

/// Reads a brief; a time zone that it does not name is UTC on every machine.
pub(super) fn read_brief(path: &Path) -> Result<Brief, Stop> {
    let text = files::read(path)?;
    Ok(Brief::parse(&text, &files::name(path), Defaults { timezone: chrono_tz::UTC })?)
}

/// A training log. Each line that cannot be used is told with its number; the others are used.
pub(super) fn read_log(path: &Path, plan: Option<&Plan>) -> Result<Log, Stop> {
    let (log, mut problems) = Log::read(&files::read(path)?);
    problems.extend(plan.map(|plan| log.against(plan)).unwrap_or_default());
    problems.extend(log.after(files::today_here()));
    problems.sort_by_key(|problem| problem.line);
    for problem in problems {
        note(&format!("warning: `{}`, {problem}", path.display()));
    }
    Ok(log)
}

/// The brief with the check-ins of a log beside its own: they stay with the plan.
pub(super) fn with_check_ins(brief: Brief, log: &Log) -> Result<Brief, Stop> {
    let first = brief.block.start - chrono::Duration::days(CHECK_IN_DAYS);
    let source = plan::with_check_ins(&brief.source, log, first, brief.block.last());
    if source == brief.source {
        return Ok(brief);
    }
    Ok(Brief::from_value(
        &source,
        "the brief with the check-ins of the log",
        Defaults { timezone: brief.block.timezone },
    )?)
}

/// The folder that a file lies in.
pub(super) fn folder_of(file: &Path) -> PathBuf {
    match file.parent() {
        Some(parent) if parent != Path::new("") => parent.to_owned(),
        _ => Path::new(".").to_owned(),
    }
}

/// The busy times of other calendars inside the block.
pub(super) fn busy_times(brief: &Brief, calendars: &[std::path::PathBuf]) -> Result<Vec<(Moment, Moment)>, Stop> {
    let mut times = Vec::new();
    for path in calendars {
        let Busy { stretches, notes } =
            busy(&files::read(path)?, brief.block.timezone, brief.block.start, brief.block.last())
                .map_err(|error| Stop::Input(format!("error: `{}`: {error}", path.display())))?;
        for left_aside in notes {
            note(&format!("note: {}: {left_aside}", path.display()));
        }
        times.extend(stretches);
    }
    times.sort_unstable();
    Ok(times)
}

/// Plans a block; where `earlier` is a plan of the same block, the new one is a revision of it.
pub(super) fn planned(
    brief: &Brief,
    busy: &[(Moment, Moment)],
    seed: u64,
    earlier: Option<&Plan>,
) -> Result<Plan, Stop> {
    let _progress = Progress::of(format!("Planning {}", render::words::count(brief.block.weeks as usize, "week")));
    made(brief, busy, seed, earlier).ok_or_else(|| Stop::NoPlan(format!("error: {TOO_MANY_RUNS}")))
}

/// Why there is no plan at all.
pub(super) const TOO_MANY_RUNS: &str = "more different runs are wanted than can be planned together";

/// A plan with its ids and moments of change, if there is one.
pub(super) fn made(brief: &Brief, busy: &[(Moment, Moment)], seed: u64, earlier: Option<&Plan>) -> Option<Plan> {
    let published = Published::default();
    let block = schedule::block(brief, &brief.timetable(busy), seed, &published)?;
    let mut plan = plan::build(brief, &block, &published, busy, seed);
    if let Some(earlier) = earlier {
        plan::renumber(&mut plan, earlier);
    }
    plan::stamp(&mut plan, earlier, &files::now());
    Some(plan)
}

/// The plan of this block that the folder already holds.
pub(super) fn earlier(folder: &Path, brief: &Brief) -> Option<Plan> {
    let text = std::fs::read(folder.join("plan.json")).ok()?;
    let plan: Plan = serde_json::from_slice(&text).ok()?;
    let same = plan.format == plan::FORMAT && plan.weeks.first().is_some_and(|week| week.start == brief.block.start);
    same.then_some(plan)
}

/// Writes the three files and returns plan.json.
pub(super) fn write(folder: &Path, plan: &Plan, brief: &Brief, only_runs: bool) -> Result<String, Stop> {
    let json = render::json(plan);
    let html = render::html(plan, &brief.display);
    let ics = render::ics(plan, &brief.display, only_runs);
    files::write(folder, &[("plan.json", &json), ("plan.html", &html), ("plan.ics", &ics)])?;
    Ok(json)
}
