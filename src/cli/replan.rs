//! `runweave replan`.

use std::collections::BTreeSet;
use std::process::ExitCode;

use super::args::{Format, ReplanArgs};
use super::inputs::{busy_times, folder_of, read_brief, read_log, read_plan};
use super::outputs::{look, warn_superseded, write};
use super::progress::Progress;
use super::{Done, Stop, files, note, print};
use crate::app::{self, Outcome, ReplanInput, Replanned};
use crate::plan::{self, Entry, Plan};
use crate::render::{self, words};

pub(super) fn run(args: &ReplanArgs) -> Done {
    let earlier = read_plan(&args.plan)?;
    let log = args.log.as_deref().map(|path| read_log(path, Some(&earlier))).transpose()?;
    let changed = args.brief.as_deref().map(read_brief).transpose()?;
    let busy = if args.busy.is_empty() {
        None
    } else {
        let own = earlier.read_brief()?;
        Some(busy_times(changed.as_ref().unwrap_or(&own), &args.busy, [&earlier].into_iter())?)
    };
    let progress = Progress::of(format!("Planning {}", words::count(earlier.weeks.len(), "week")));
    let replanned = app::replan(&ReplanInput {
        earlier: &earlier,
        log: log.as_ref(),
        from: args.from,
        brief: changed.as_ref(),
        busy: busy.as_deref(),
        seed: args.seed,
        stay: args.stay,
        most_moves: args.moves,
        now: files::now(),
    })?;
    drop(progress);
    for assumed in &replanned.notes {
        note(&format!("note: {assumed}"));
    }
    match &replanned.outcome {
        Outcome::GoesOn { .. } => go_on(args, &replanned)?,
        Outcome::BeganAgain => begin_again(args, &earlier, &replanned)?,
    }
    report_broken_musts(&replanned.plan)
}

fn go_on(args: &ReplanArgs, replanned: &Replanned) -> Result<(), Stop> {
    let Replanned { plan, brief, outcome, .. } = replanned;
    let text = written(args, &[], replanned)?;
    if args.format == Format::Json {
        return print(&text);
    }
    let Outcome::GoesOn { diff, kept, too_many_moves } = outcome else { return Ok(()) };
    print(&render::changes(diff, kept.as_ref(), &brief.display))?;
    if let Some(how) = render::way_back(plan) {
        note(&how);
    }
    if *too_many_moves {
        note("note: fewer runs cannot move: the rules of the new week forbid their old places.");
    }
    Ok(())
}

/// The plan of what was done is kept in the same folder.
fn begin_again(args: &ReplanArgs, earlier: &Plan, replanned: &Replanned) -> Result<(), Stop> {
    warn_superseded(&replanned.plan, earlier);
    let kept = earlier.start().map(|start| format!("plan-{start}.json")).unwrap_or_default();
    let text = written(args, &[(&kept, &render::json(earlier))], replanned)?;
    if args.format == Format::Json {
        return print(&text);
    }
    print(&render::text(&replanned.plan, &replanned.brief.display, &look(None)))?;
    note(&format!("The block begins anew; the plan it had is kept as {kept}."));
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
fn written(args: &ReplanArgs, more: &[(&str, &str)], replanned: &Replanned) -> Result<String, Stop> {
    let folder = args.output.clone().unwrap_or_else(|| folder_of(&args.plan));
    let Replanned { plan, brief, .. } = replanned;
    if files::is_dash(&folder) { Ok(render::json(plan)) } else { write(&folder, more, plan, brief, args.only) }
}
