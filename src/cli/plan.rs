//! `runweave plan`.

use std::path::Path;

use super::args::{Format, PlanArgs};
use super::inputs::{busy_times, folder_of, is_of, plan_in, read_brief_and_log, refuse_other};
use super::lock::Lock;
use super::outputs::{exit, look, warn_superseded, write};
use super::progress::Progress;
use super::{Done, Stop, files, note, print};
use crate::app::{self, PLAN_FILE, PlanInput};
use crate::brief::Brief;
use crate::model::Moment;
use crate::plan::Plan;
use crate::render;

pub(super) fn run(args: &PlanArgs) -> Done {
    run_showing(args, None)
}

/// The same, printing one week alone where a number is given.
pub(super) fn run_showing(args: &PlanArgs, week: Option<u32>) -> Done {
    let brief = read_brief_and_log(&args.brief, args.given.log.as_deref())?;
    let brief = brought(brief, args.bring.as_deref())?;
    let folder = args.output.clone().unwrap_or_else(|| folder_of(&args.brief));
    let mut lock = Lock::of(&folder)?;
    let earlier = plan_in(&folder)?;
    if let Some(other) = earlier.as_ref().filter(|held| !args.replace && !is_of(held, &brief)) {
        return Err(refuse_other(&folder, other));
    }
    let busy = busy_times(&brief, &args.given.busy, earlier.iter())?;
    let plan = make_plan(&brief, &busy, args.given.seed, earlier.as_ref())?;
    if files::is_dash(&folder) {
        print(&render::json(&plan))?;
        return Ok(exit(&plan));
    }
    if earlier.as_ref().is_some_and(|earlier| earlier.id == plan.id && earlier.revision < plan.revision) {
        warn_started(&brief, &folder);
    }
    let text = write(&mut lock, &[], &plan, &brief, args.only)?;
    match args.format {
        Format::Json => print(&text)?,
        Format::Text => {
            let mut shown = plan.clone();
            shown.weeks.retain(|shown| week.is_none_or(|week| shown.number == week));
            print(&render::text(&shown, &brief.display, &look(None)))?;
            if week.is_some() {
                let here = folder == Path::new(".");
                let plan_file = if here { PLAN_FILE.into() } else { folder.join(PLAN_FILE) };
                note(&format!("All weeks: runweave show {}", files::name(&plan_file)));
            }
            note(&render::next_steps(&plan, &files::name(&folder)));
            if let Some(how) = render::way_back(&plan) {
                note(&how);
            }
        }
    }
    Ok(exit(&plan))
}

/// The brief with the plan of a file in place of one that it brings itself.
fn brought(brief: Brief, file: Option<&Path>) -> Result<Brief, Stop> {
    let Some(path) = file else { return Ok(brief) };
    let text = files::read(path)?;
    let told =
        |error: String| Stop::wrong(format!("{}: {error}", files::quoted(path)), "a row or a line a week is best");
    Ok(app::bring(&brief, &text).map_err(told)??)
}

/// Somebody who plans a block that has begun may not mean to plan what is behind them.
fn warn_started(brief: &Brief, folder: &Path) {
    let today = files::today(brief.block.timezone);
    if brief.block.start < today && today <= brief.block.last() {
        let again = format!("`runweave replan {} --from {today}`", files::name(&folder.join(PLAN_FILE)));
        note(&format!(
            "note: this block has begun and is planned anew from its first day; {again} leaves what is past as it was."
        ));
    }
}

/// Plans a block; where `earlier` is a plan of the same block, the new one is a revision of it, and takes the place of any other.
pub(super) fn make_plan(
    brief: &Brief,
    busy: &[(Moment, Moment)],
    seed: u64,
    earlier: Option<&Plan>,
) -> Result<Plan, Stop> {
    let progress = Progress::of(format!("Planning {}", render::words::count(brief.block.weeks as usize, "week")));
    let plan = app::plan(&PlanInput { brief, busy, seed, earlier, now: files::now() })?;
    drop(progress);
    if let Some(other) = earlier.filter(|other| other.start() != plan.start()) {
        warn_superseded(&plan, other);
    }
    Ok(plan)
}
