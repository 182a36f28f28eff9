//! `runweave show`.

use std::process::ExitCode;

use chrono::NaiveDate;

use super::args::{Format, ShowArgs, Today};
use super::inputs::{read_log, read_plan};
use super::outputs::look;
use super::{Done, Stop, files, found, print};
use crate::app;
use crate::plan::Plan;
use crate::render::{self, words};

pub(super) fn run(args: &ShowArgs) -> Done {
    let path = found::plan(args.plan.as_deref())?;
    let mut plan = read_plan(&path)?;
    let laid = plan.lay_out()?;
    let today = match args.today {
        Some(Today::On(date)) => date,
        Some(Today::Now) | None => files::today(laid.brief.block.timezone),
    };
    let log = found::log(args.log.as_deref(), &path);
    let log = log.as_deref().map(|path| read_log(path, Some(&plan))).transpose()?;
    let mut weeks = app::beside(&plan, log.as_ref(), today);
    let knows = log.is_some() || plan.history.is_some();
    keep(&mut plan, args, today)?;
    weeks.retain(|week| plan.weeks.iter().any(|shown| shown.number == week.number));
    match args.format {
        Format::Json => print(&render::json_of(&plan.weeks))?,
        Format::Text => {
            print(&render::text(&plan, &laid.brief.display, &look(Some(today))))?;
            let alone = args.week.is_some() || args.today.is_some();
            let beside = render::beside(&weeks, &laid.brief.display, alone);
            if knows && !beside.is_empty() {
                print(&format!("\n{beside}"))?;
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Leaves the weeks that were asked for.
fn keep(plan: &mut Plan, args: &ShowArgs, today: NaiveDate) -> Result<(), Stop> {
    let (Some(first), Some(last)) = (plan.weeks.first(), plan.weeks.last()) else { return Ok(()) };
    let (from, to) = (first.number, last.number);
    let span = words::date_span(first.start, last.start + chrono::Duration::days(6));
    if args.today.is_some() {
        plan.weeks.retain(|week| (0..7).contains(&(today - week.start).num_days()));
        if plan.weeks.is_empty() {
            let what = format!("{} lies outside the plan", words::date_long(today));
            return Err(Stop::wrong(what, format!("it runs from {span}")));
        }
    }
    if let Some(number) = args.week {
        plan.weeks.retain(|week| week.number == number);
        if plan.weeks.is_empty() {
            let has = if from == to { format!("only week {from}") } else { format!("the weeks {from} to {to}") };
            return Err(Stop::wrong(format!("the plan has no week {number}"), format!("it has {has}")));
        }
    }
    Ok(())
}
