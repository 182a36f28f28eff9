//! `runweave plan`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::args::{Format, Only, PlanArgs};
use super::progress::Progress;
use super::{Done, Stop, files, note, print};
use crate::brief::{Brief, Defaults};
use crate::intake::{Busy, busy};
use crate::model::Moment;
use crate::plan::{self, Plan, log::Log};
use crate::render;
use crate::schedule::{self, Published};

/// The plan's name in its folder.
const PLAN: &str = "plan.json";

pub(super) fn run(args: &PlanArgs) -> Done {
    let brief = read_brief_and_log(&args.brief, args.given.log.as_deref())?;
    let folder = args.output.clone().unwrap_or_else(|| folder_of(&args.brief));
    let earlier = earlier(&folder)?;
    let busy = busy_times(&brief, &args.given.busy, earlier.iter())?;
    let plan = planned(&brief, &busy, args.given.seed, earlier.as_ref())?;
    if files::is_dash(&folder) {
        print(&render::json(&plan))?;
        return Ok(exit(&plan));
    }
    if earlier.as_ref().is_some_and(|earlier| earlier.id == plan.id && earlier.revision < plan.revision) {
        begun(&brief, &folder);
    }
    let text = write(&folder, &[], &plan, &brief, args.only)?;
    match args.format {
        Format::Json => print(&text)?,
        Format::Text => {
            print(&render::text(&plan, &brief.display, &super::show::look(None)))?;
            note(&render::next_steps(&plan, &files::name(&folder)));
            if let Some(how) = render::way_back(&plan) {
                note(&how);
            }
        }
    }
    Ok(exit(&plan))
}

/// Whoever plans a block that has begun may not mean to plan what is behind them.
fn begun(brief: &Brief, folder: &Path) {
    let today = files::today(brief.block.timezone);
    if brief.block.start < today && today <= brief.block.last() {
        let again = format!("`runweave replan {} --from {today}`", files::name(&folder.join(PLAN)));
        note(&format!(
            "note: this block has begun and is planned anew from its first day; {again} leaves what is past as it was."
        ));
    }
}

/// A block without any run that may be run is no success, nor is one that breaks a must.
pub(super) fn exit(plan: &Plan) -> ExitCode {
    if plan.score.must > 0 || plan.open_runs().next().is_none() { ExitCode::from(1) } else { ExitCode::SUCCESS }
}

/// Reads a brief; a time zone that it does not name is UTC on every machine.
pub(super) fn read_brief(path: &Path) -> Result<Brief, Stop> {
    let text = files::read(path)?;
    Ok(Brief::parse(&text, &files::name(path), Defaults { timezone: chrono_tz::UTC })?)
}

/// Reads a brief, and the check-ins of a log beside its own.
pub(super) fn read_brief_and_log(brief: &Path, log: Option<&Path>) -> Result<Brief, Stop> {
    let brief = read_brief(brief)?;
    match log {
        Some(log) => with_check_ins(brief, &read_log(log, None)?),
        None => Ok(brief),
    }
}

/// A training log. Each line that cannot be used is told with its number; the others are used.
pub(super) fn read_log(path: &Path, plan: Option<&Plan>) -> Result<Log, Stop> {
    let (log, mut problems) = Log::read(&files::read(path)?);
    problems.extend(plan.map(|plan| log.against(plan)).unwrap_or_default());
    problems.extend(log.after(files::today_here()));
    problems.sort_by_key(|problem| problem.line);
    super::log::warn(path, &problems);
    Ok(log)
}

/// The brief with the check-ins of a log beside its own: they stay with the plan.
pub(super) fn with_check_ins(brief: Brief, log: &Log) -> Result<Brief, Stop> {
    let source = plan::with_check_ins(&brief.source, log, brief.block.start, brief.block.last());
    with_source(brief, &source, "the brief with the check-ins of the log")
}

/// The brief that a changed JSON says; `name` is what messages call it.
pub(super) fn with_source(brief: Brief, source: &serde_json::Value, name: &str) -> Result<Brief, Stop> {
    if *source == brief.source {
        return Ok(brief);
    }
    Ok(Brief::from_value(source, name, Defaults { timezone: brief.block.timezone })?)
}

/// The folder that a file lies in.
pub(super) fn folder_of(file: &Path) -> PathBuf {
    match file.parent() {
        Some(parent) if parent != Path::new("") => parent.to_owned(),
        _ => Path::new(".").to_owned(),
    }
}

/// The busy times of other calendars inside the block, but for the events of the plans that are known.
pub(super) fn busy_times<'a>(
    brief: &Brief,
    calendars: &[PathBuf],
    known: impl Iterator<Item = &'a Plan>,
) -> Result<Vec<(Moment, Moment)>, Stop> {
    let own: BTreeSet<String> = known.flat_map(Plan::uids).map(str::to_owned).collect();
    let mut times = Vec::new();
    for path in calendars {
        let Busy { stretches, notes } =
            busy(&files::read(path)?, brief.block.timezone, brief.block.start, brief.block.last(), &own).map_err(
                |error| {
                    let hint = "export the calendar as an .ics file, if you can only the months of the block";
                    Stop::wrong(format!("{}: {error}", files::quoted(path)), hint)
                },
            )?;
        for left_aside in notes {
            note(&format!("note: {}: {left_aside}", files::name(path)));
        }
        times.extend(stretches);
    }
    times.sort_unstable();
    Ok(times)
}

/// Plans a block; where `earlier` is a plan of the same block, the new one is a revision of it, and takes the place of any other.
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
    plan::settle(&mut plan);
    match earlier {
        Some(other) if other.start() != plan.start() => {
            plan::supersede(&mut plan, other, files::today(brief.block.timezone), &files::now());
            superseded(&plan, other);
        }
        _ => {
            if let Some(earlier) = earlier {
                plan::renumber(&mut plan, earlier);
            }
            plan::stamp(&mut plan, earlier, &files::now());
        }
    }
    Some(plan)
}

/// Tells what a plan of another block, whose place the new one takes, leaves in the calendar.
pub(super) fn superseded(plan: &Plan, other: &Plan) {
    let (Some(start), count) = (other.start(), plan.cancelled.len()) else { return };
    if count > 0 {
        let events = render::words::count(count, "event");
        let (are, which) = (if count == 1 { "is" } else { "are" }, render::words::date_long(start));
        note(&format!("note: {events} of the block that starts on {which} {are} cancelled in the calendar."));
    }
}

/// The plan that the folder already holds. What is there and cannot be read is not written over: with it the identity of
/// every event would be lost.
pub(super) fn earlier(folder: &Path) -> Result<Option<Plan>, Stop> {
    let path = folder.join(PLAN);
    if files::is_dash(folder) || !path.is_file() {
        return Ok(None);
    }
    let plan = Plan::parse(&files::read(&path)?);
    plan.map(Some).map_err(|error| {
        let what = format!("{} is in the way: it {error}", files::quoted(&path));
        Stop::wrong(what, "move it away, or write somewhere else with `-o DIR`")
    })
}

/// Tells which of the files that are made from plan.json did not belong to it, where it itself is as it was.
fn mended(folder: &Path, json: &str, made: &[(&str, &str)]) {
    let differs = |(name, text): &&(&str, &str)| {
        let path = folder.join(name);
        path.exists() && !files::says(&path, text)
    };
    if files::says(&folder.join(PLAN), json) {
        for (name, _) in made.iter().filter(differs) {
            note(&format!("note: {name} was not of this revision of the plan and is written anew."));
        }
    }
}

/// Writes the three files, after what else is to lie in the folder, and returns plan.json.
///
/// plan.json takes its name before the two that are made from it. A command that dies in between leaves a calendar and a page
/// of the revision before: running it again finds its own plan, changes nothing in it and writes both anew.
pub(super) fn write(
    folder: &Path,
    more: &[(&str, &str)],
    plan: &Plan,
    brief: &Brief,
    only: Option<Only>,
) -> Result<String, Stop> {
    let json = render::json(plan);
    let html = render::html(plan, &brief.display);
    let ics = render::ics(plan, &brief.display, only == Some(Only::Runs));
    let made = [("plan.html", html.as_str()), ("plan.ics", &ics)];
    mended(folder, &json, &made);
    files::write(folder, &[more, &[(PLAN, &json)], &made].concat())?;
    Ok(json)
}
