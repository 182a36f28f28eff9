//! `runweave replan`.

use std::collections::BTreeSet;
use std::process::ExitCode;

use super::args::{Format, ReplanArgs};
use super::inputs::{calendar_files, folder_of, plan_in, read_brief, read_log, read_plan, refuse_other};
use super::lock::Lock;
use super::outputs::{DRY_RUN, look, warn_superseded, write};
use super::progress::Progress;
use super::{Done, Stop, files, found, note, print};
use crate::app::{self, BusyCalendar, Outcome, ReplanInput, Replanned};
use crate::plan::{self, Entry, Plan};
use crate::render::{self, words};

pub(super) fn run(args: &ReplanArgs) -> Done {
    let path = found::plan(args.plan.as_deref())?;
    let folder = args.output.clone().unwrap_or_else(|| folder_of(&path));
    let mut lock = Lock::of(&folder)?;
    let earlier = read_plan(&path)?;
    if let Some(other) = plan_in(&folder)?.filter(|held| !args.replace && held.id != earlier.id) {
        return Err(refuse_other(&folder, &other));
    }
    let log = found::log(args.log.as_deref(), &path);
    let log = log.as_deref().map(|path| read_log(path, Some(&earlier))).transpose()?;
    let changed = args.brief.as_deref().map(read_brief).transpose()?;
    let calendars = calendar_files(&args.busy)?;
    let calendars: Vec<_> = calendars.iter().map(|(name, bytes)| BusyCalendar { name, bytes }).collect();
    let progress = Progress::of(format!("Planning {}", words::count(earlier.weeks.len(), "week")));
    let replanned = app::replan(&ReplanInput {
        earlier: &earlier,
        log: log.as_ref(),
        from: args.from.unwrap_or_else(|| files::today(earlier.timezone.parse().unwrap_or(crate::model::Zone::UTC))),
        brief: changed.as_ref(),
        busy: Some(calendars.as_slice()).filter(|calendars| !calendars.is_empty()),
        seed: args.seed,
        stay: args.stay,
        most_moves: args.moves,
        move_sessions: args.move_sessions,
        now: files::now(),
    })?;
    drop(progress);
    for assumed in &replanned.notes {
        note(&format!("note: {assumed}"));
    }
    match &replanned.outcome {
        Outcome::GoesOn { .. } => go_on(args, &mut lock, &replanned)?,
        Outcome::BeganAgain => begin_again(args, &mut lock, &earlier, &replanned)?,
    }
    report_broken_musts(&replanned.plan)
}

fn go_on(args: &ReplanArgs, lock: &mut Lock, replanned: &Replanned) -> Result<(), Stop> {
    let Replanned { plan, brief, outcome, .. } = replanned;
    let text = written(args, lock, &[], replanned)?;
    if args.format == Format::Json {
        return print(&text);
    }
    let Outcome::GoesOn { diff, kept, too_many_moves } = outcome else { return Ok(()) };
    print(&render::report(diff, kept.as_ref(), &brief.display))?;
    if args.dry_run {
        note(DRY_RUN);
    }
    if let Some(how) = render::way_back(plan) {
        note(&how);
    }
    if *too_many_moves {
        let must = kept.as_ref().and_then(|kept| kept.musts.first());
        let reason =
            must.map_or("their old places would be worse than every price that can be set.", |must| must.text.as_str());
        note(&format!("note: fewer runs cannot move: {reason}"));
    }
    Ok(())
}

/// The plan of what was done is kept in the same folder.
fn begin_again(args: &ReplanArgs, lock: &mut Lock, earlier: &Plan, replanned: &Replanned) -> Result<(), Stop> {
    warn_superseded(&replanned.plan, earlier);
    let kept = earlier.start().map(|start| format!("plan-{start}.json")).unwrap_or_default();
    let text = written(args, lock, &[(&kept, &render::json(earlier))], replanned)?;
    if args.format == Format::Json {
        return print(&text);
    }
    print(&render::text(&replanned.plan, &replanned.brief.display, &look(None)))?;
    note(&if args.dry_run {
        DRY_RUN.to_owned()
    } else {
        format!("The block begins anew; the plan it had is kept as {kept}.")
    });
    Ok(())
}

/// Says what the plan breaks of what must always hold: a run that is pinned stays whatever comes of it.
fn report_broken_musts(plan: &Plan) -> Done {
    let (found, mut weeks) = (plan::check(plan, &plan.lay_out()?), BTreeSet::new());
    for must in found.breaches.iter().filter(|breach| breach.level == "must") {
        note(&format!("warning: what must always hold is broken in week {}: {}", must.week, must.text));
        weeks.insert(must.week);
    }
    let broken = plan.weeks.iter().filter(|week| weeks.contains(&(week.number as i32)));
    for run in broken.flat_map(|week| &week.sessions).filter_map(Entry::as_run).filter(|run| run.pin) {
        note(&format!("hint: `{}` is pinned in that week; without its `pin` it can change", run.id));
    }
    Ok(if found.score.must > 0 { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// plan.json, which is written into its folder with what is made from it, unless it is only to be printed.
fn written(args: &ReplanArgs, lock: &mut Lock, more: &[(&str, &str)], replanned: &Replanned) -> Result<String, Stop> {
    let Replanned { plan, brief, .. } = replanned;
    if args.dry_run || files::is_dash(lock.folder()) {
        return Ok(render::json(plan));
    }
    write(lock, more, plan, brief, args.only)
}
