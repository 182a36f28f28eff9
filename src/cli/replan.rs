//! `runweave replan`.

use std::process::ExitCode;

use super::args::{Format, ReplanArgs};
use super::check::read_plan;
use super::plan::{busy_times, folder_of, read_brief, read_log, write};
use super::progress::Progress;
use super::{Done, Stop, files, note, print};
use crate::brief::Brief;
use crate::model::Moment;
use crate::plan::{self, Again, Diff, How, Plan, log::Log};
use crate::{render, schedule};

/// Weights that are tried, one after the other, until few enough runs move.
const WEIGHTS: [i32; 3] = [30, 100, 1000];

pub(super) fn run(args: &ReplanArgs) -> Done {
    let earlier = read_plan(&files::name(&args.plan), &files::read(&args.plan)?)?;
    let log = args.log.as_deref().map(|path| read_log(path, Some(&earlier))).transpose()?;
    let mut brief = changed_brief(args, &earlier, log.as_ref())?;
    fits(&brief, &earlier, args)?;
    let busy = busy(args, &brief, &earlier)?;
    let again = Again::new(&earlier, log.as_ref(), args.from);
    for assumed in &again.notes {
        note(&format!("note: {assumed}"));
    }
    let seed = args.seed.unwrap_or(earlier.seed);
    if let Some(weight) = args.stay {
        weigh(&mut brief, weight);
    }
    let (mut plan, mut diff) = planned(&brief, &busy, seed, &earlier, &again)?;
    for weight in args.moves.into_iter().flat_map(|_| WEIGHTS) {
        if args.moves.is_some_and(|most| diff.runs_that(How::Moved) > most) {
            weigh(&mut brief, weight);
            (plan, diff) = planned(&brief, &busy, seed, &earlier, &again)?;
        }
    }
    let folder = args.output.clone().unwrap_or_else(|| folder_of(&args.plan));
    let text =
        if files::is_dash(&folder) { render::json(&plan) } else { write(&folder, &plan, &brief, args.only_runs)? };
    match args.format {
        Format::Json => print(&text)?,
        Format::Text => {
            print(&render::changes(&diff, &brief.display))?;
            if diff.runs_that(How::Moved) > 0 {
                print(&format!("\n{}\n", render::price(&again.keeping(&plan)?)))?;
            }
            if args.moves.is_some_and(|most| diff.runs_that(How::Moved) > most) {
                note("note: fewer runs cannot move: the rules of the new week forbid their old places.");
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The brief as it is now, with the check-ins of the log.
fn changed_brief(args: &ReplanArgs, earlier: &Plan, log: Option<&Log>) -> Result<Brief, Stop> {
    let brief = match &args.brief {
        Some(path) => read_brief(path)?,
        None => earlier.lay_out()?.brief,
    };
    match log {
        Some(log) => super::plan::with_check_ins(brief, log),
        None => Ok(brief),
    }
}

/// A block that has begun keeps its Monday and its clocks.
fn fits(brief: &Brief, earlier: &Plan, args: &ReplanArgs) -> Result<(), Stop> {
    let Some(start) = earlier.weeks.first().map(|week| week.start) else { return Ok(()) };
    if args.from > brief.block.last() {
        let what = format!("{} lies after the block, which ends on {}", args.from, brief.block.last());
        return Err(Stop::wrong(what, "`runweave next` plans the block that follows"));
    }
    if args.from <= start {
        return Ok(());
    }
    if brief.block.start != start {
        let what = format!("the block began on {start} and cannot start on {} any more", brief.block.start);
        return Err(Stop::wrong(what, "keep `block.start`, or plan from the first day with `--from`"));
    }
    if brief.block.timezone.name() != earlier.timezone {
        let what = format!("the block began in {} and cannot go on in {}", earlier.timezone, brief.block.timezone);
        return Err(Stop::wrong(what, "keep `block.timezone` until the next block"));
    }
    Ok(())
}

/// The busy times: of the past those known, of the rest those of the calendars that are given.
fn busy(args: &ReplanArgs, brief: &Brief, earlier: &Plan) -> Result<Vec<(Moment, Moment)>, Stop> {
    let calendar = brief.block.calendar();
    let known = earlier.busy.iter().map(|busy| busy.span(&calendar));
    if args.busy.is_empty() {
        return Ok(known.collect());
    }
    let is_past = |span: &(Moment, Moment)| calendar.date(calendar.day_of(span.0)) < args.from;
    let new = busy_times(brief, &args.busy)?;
    let mut busy: Vec<_> = known.filter(is_past).chain(new.into_iter().filter(|span| !is_past(span))).collect();
    busy.sort_unstable();
    Ok(busy)
}

fn weigh(brief: &mut Brief, weight: i32) {
    for rule in brief.rules.all_mut().into_iter().filter(|rule| rule.card().id == "stay_put") {
        for number in rule.numbers() {
            *number.value = weight;
        }
    }
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
    let _progress = Progress::of(format!("Planning {}", render::words::count(brief.block.weeks as usize, "week")));
    let block = schedule::block(brief, &timetable, seed, &published).ok_or_else(|| pinned(earlier))?;
    let mut plan = plan::build(brief, &block, &published, busy, seed);
    plan::renumber(&mut plan, earlier);
    again.graft(&mut plan);
    if again.is_unchanged(&plan) {
        return Ok((earlier.clone(), plan::diff(earlier, earlier)?));
    }
    plan::stamp(&mut plan, Some(earlier), &files::now());
    again.graft(&mut plan);
    let diff = plan::diff(earlier, &plan)?;
    Ok((plan, diff))
}

fn pinned(earlier: &Plan) -> Stop {
    let pinned: Vec<&str> = earlier.runs().filter(|run| run.pin).map(|run| run.id.as_str()).collect();
    Stop::NoPlan(if pinned.is_empty() {
        "error: more different runs are wanted than can be planned together".to_owned()
    } else {
        format!(
            "error: no plan keeps every rule with the pinned runs {} where they are\n\nhint: take `pin` off one of them",
            pinned.join(", ")
        )
    })
}
