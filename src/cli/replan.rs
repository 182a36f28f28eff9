//! `runweave replan`.

use std::collections::BTreeSet;
use std::process::ExitCode;

use super::args::{Format, ReplanArgs};
use super::check::read_plan;
use super::plan::{busy_times, folder_of, read_brief, read_log, superseded, with_source, write};
use super::progress::Progress;
use super::{Done, Stop, files, note, print};
use crate::brief::{Brief, Defaults};
use crate::model::Moment;
use crate::plan::{self, Again, Diff, Entry, How, Plan, log::Log};
use crate::render::{self, words};
use crate::rules::Timetable;
use crate::schedule::{self, Block, Published};

/// Weights that are tried, one after the other, until few enough runs move.
const WEIGHTS: [i32; 3] = [30, 100, 1000];

pub(super) fn run(args: &ReplanArgs) -> Done {
    let earlier = read_plan(&args.plan)?;
    let log = args.log.as_deref().map(|path| read_log(path, Some(&earlier))).transpose()?;
    let mut brief = changed_brief(args, &earlier, log.as_ref())?;
    if begins_anew(&brief, &earlier, args)? {
        return anew(args, &earlier, log.as_ref(), &brief);
    }
    let mut again = Again::new(&earlier, log.as_ref(), args.from);
    for assumed in &again.notes {
        note(&format!("note: {assumed}"));
    }
    if let (Some(_), Some((source, days))) = (&log, again.with_days_off(&brief)) {
        brief = with_source(brief, &source, "the brief with the days off that the log shows")?;
        if days > 0 {
            note(&format!("note: After {days} days without a run the plan comes back in steps."));
        }
    }
    let busy = busy(args, &brief, &earlier)?;
    let seed = args.seed.unwrap_or(earlier.seed);
    if let Some(weight) = args.stay {
        weigh(&mut brief, &mut again, weight);
    }
    let (mut plan, mut diff) = planned(&brief, &busy, seed, &earlier, &again)?;
    for weight in args.moves.into_iter().flat_map(|_| WEIGHTS) {
        if args.moves.is_some_and(|most| diff.runs_that(How::Moved) > most) {
            weigh(&mut brief, &mut again, weight);
            (plan, diff) = planned(&brief, &busy, seed, &earlier, &again)?;
        }
    }
    let text = written(args, &[], &plan, &brief)?;
    match args.format {
        Format::Json => print(&text)?,
        Format::Text => {
            let moved = diff.runs_that(How::Moved) > 0;
            let kept = moved.then(|| again.keeping(&plan)).transpose()?;
            print(&render::changes(&diff, kept.as_ref(), &brief.display))?;
            if let Some(how) = render::way_back(&plan) {
                note(&how);
            }
            if args.moves.is_some_and(|most| diff.runs_that(How::Moved) > most) {
                note("note: fewer runs cannot move: the rules of the new week forbid their old places.");
            }
        }
    }
    broken(&plan)
}

/// The brief as it is now, with the check-ins of the log.
fn changed_brief(args: &ReplanArgs, earlier: &Plan, log: Option<&Log>) -> Result<Brief, Stop> {
    let brief = match &args.brief {
        Some(path) => {
            let brief = read_brief(path)?;
            let source = plan::with_what_went_before(&brief.source, earlier);
            with_source(brief, &source, "the brief with what went before the block")?
        }
        None => earlier.read_brief()?,
    };
    match log {
        Some(log) => super::plan::with_check_ins(brief, log),
        None => Ok(brief),
    }
}

/// Whether the brief asks for another block than the one that has begun. That one keeps its Monday and its clocks.
fn begins_anew(brief: &Brief, earlier: &Plan, args: &ReplanArgs) -> Result<bool, Stop> {
    let Some(start) = earlier.start().filter(|start| *start < args.from) else { return Ok(false) };
    let (new, shown) = (brief.block.start, words::date_long);
    if new != start && new < args.from {
        let what = format!("the block began on {} and cannot start on {} any more", shown(start), shown(new));
        let hint = format!(
            "leave `block.start` at {start}, or begin anew on a Monday from {} on: what was done counts, what was ahead is cancelled",
            args.from
        );
        return Err(Stop::wrong(what, hint));
    }
    if new == start && brief.block.timezone.name() != earlier.timezone {
        let what = format!("the block began in {} and cannot go on in {}", earlier.timezone, brief.block.timezone);
        let hint = "keep `block.timezone` until the next block, or begin anew: give `block.start` the Monday from which the new zone counts";
        return Err(Stop::wrong(what, hint));
    }
    if new == start && args.from > brief.block.last() {
        let what = format!("{} lies after the block, which ends on {}", shown(args.from), shown(brief.block.last()));
        return Err(Stop::wrong(what, "`runweave next` plans the block that follows"));
    }
    Ok(new != start)
}

/// A block that begins anew on its own Monday: what was done counts in it, what was ahead is cancelled in the calendar, and the
/// plan of what was done is kept beside it.
fn anew(args: &ReplanArgs, earlier: &Plan, log: Option<&Log>, brief: &Brief) -> Done {
    let source = plan::begun_anew(earlier, log, args.from, brief)?;
    let brief =
        Brief::from_value(&source, "the brief with what was done", Defaults { timezone: brief.block.timezone })?;
    let busy = busy(args, &brief, earlier)?;
    let (timetable, published, seed) =
        (brief.timetable(&busy), Published::default(), args.seed.unwrap_or(earlier.seed));
    let block = solved(&brief, &timetable, seed, &published).ok_or_else(|| pinned(earlier))?;
    let mut plan = plan::build(&brief, &block, &published, &busy, seed);
    plan::settle(&mut plan);
    plan::supersede(&mut plan, earlier, args.from, &files::now());
    superseded(&plan, earlier);
    let kept = earlier.start().map(|start| format!("plan-{start}.json")).unwrap_or_default();
    let text = written(args, &[(&kept, &render::json(earlier))], &plan, &brief)?;
    match args.format {
        Format::Json => print(&text)?,
        Format::Text => {
            print(&render::text(&plan, &brief.display, &super::show::look(None)))?;
            note(&format!("The block begins anew; the plan it had is kept as {kept}."));
        }
    }
    broken(&plan)
}

/// What the plan breaks of what must always hold: a run that is pinned stays whatever comes of it.
fn broken(plan: &Plan) -> Done {
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
fn written(args: &ReplanArgs, more: &[(&str, &str)], plan: &Plan, brief: &Brief) -> Result<String, Stop> {
    let folder = args.output.clone().unwrap_or_else(|| folder_of(&args.plan));
    if files::is_dash(&folder) { Ok(render::json(plan)) } else { write(&folder, more, plan, brief, args.only) }
}

/// The busy times: of the past those known, of the rest those of the calendars that are given.
fn busy(args: &ReplanArgs, brief: &Brief, earlier: &Plan) -> Result<Vec<(Moment, Moment)>, Stop> {
    let calendar = brief.block.calendar();
    let known = earlier.busy.iter().map(|busy| busy.span(&calendar));
    if args.busy.is_empty() {
        return Ok(known.collect());
    }
    let is_past = |span: &(Moment, Moment)| calendar.date(calendar.day_of(span.0)) < args.from;
    let new = busy_times(brief, &args.busy, [earlier].into_iter())?;
    let mut busy: Vec<_> = known.filter(is_past).chain(new.into_iter().filter(|span| !is_past(span))).collect();
    busy.sort_unstable();
    Ok(busy)
}

fn weigh(brief: &mut Brief, again: &mut Again<'_>, weight: i32) {
    plan::hold(&mut brief.rules, weight);
    again.stay = Some(weight);
}

fn planned(
    brief: &Brief,
    busy: &[(Moment, Moment)],
    seed: u64,
    earlier: &Plan,
    again: &Again<'_>,
) -> Result<(Plan, Diff), Stop> {
    let timetable = again.timetable(brief, busy);
    let published = again.published(&timetable);
    let block = solved(brief, &timetable, seed, &published).ok_or_else(|| pinned(earlier))?;
    let mut plan = plan::build(brief, &block, &published, busy, seed);
    plan::renumber(&mut plan, earlier);
    again.graft(&mut plan);
    plan::settle(&mut plan);
    if again.is_unchanged(&plan) {
        return Ok((earlier.clone(), plan::diff(earlier, earlier)?));
    }
    plan::stamp(&mut plan, Some(earlier), &files::now());
    again.graft(&mut plan);
    let diff = plan::diff(earlier, &plan)?;
    Ok((plan, diff))
}

fn solved(brief: &Brief, timetable: &Timetable, seed: u64, published: &Published) -> Option<Block> {
    let _progress = Progress::of(format!("Planning {}", words::count(brief.block.weeks as usize, "week")));
    schedule::block(brief, timetable, seed, published)
}

fn pinned(earlier: &Plan) -> Stop {
    let pinned: Vec<&str> = earlier.runs().filter(|run| run.pin).map(|run| run.id.as_str()).collect();
    Stop::NoPlan(if pinned.is_empty() {
        format!("error: {}", super::plan::TOO_MANY_RUNS)
    } else {
        format!(
            "error: no plan keeps every rule with the pinned runs {} where they are\n\nhint: take `pin` off one of them",
            pinned.join(", ")
        )
    })
}
