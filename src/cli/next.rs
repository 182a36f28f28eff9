//! `runweave next`.

use std::path::Path;

use super::args::{Format, NextArgs};
use super::check::read_plan;
use super::plan::{busy_times, earlier, exit, folder_of, planned, read_log, write};
use super::{Done, Stop, files, note, print};
use crate::brief::{Brief, Defaults};
use crate::{plan, render};

/// The brief's name in its folder.
const BRIEF: &str = "brief.json";

pub(super) fn run(args: &NextArgs) -> Done {
    let last = read_plan(&args.plan)?;
    let log = args.log.as_deref().map(|path| read_log(path, Some(&last))).transpose()?;
    let zone = last.timezone.parse().unwrap_or(chrono_tz::UTC);
    let next = plan::next(&last, log.as_ref(), files::today(zone))?;
    let brief = Brief::from_value(&next.brief, "the next brief", Defaults { timezone: chrono_tz::UTC })?;
    let folder = args.output.clone().unwrap_or_else(|| folder_of(&args.plan).join(brief.block.start.to_string()));
    let text = format!("{:#}\n", next.brief);
    if !args.again {
        untouched(&folder, &text)?;
    }
    let earlier = earlier(&folder)?;
    let busy = busy_times(&brief, &args.busy, earlier.iter().chain([&last]))?;
    let plan = planned(&brief, &busy, args.seed.unwrap_or(last.seed), earlier.as_ref())?;
    let json = write(&folder, &[(BRIEF, &text)], &plan, &brief, args.only)?;
    for sentence in &next.sentences {
        note(sentence);
    }
    if args.log.is_some() && files::today(brief.block.timezone) < brief.block.start {
        note("note: the last block is not over: the runs that are ahead in it count as not done. Run this again then.");
    }
    for told in &next.notes {
        note(&format!("note: {told}"));
    }
    match args.format {
        Format::Json => print(&json)?,
        Format::Text => {
            print(&render::text(&plan, &brief.display, &super::show::look(None)))?;
            note(&format!("Wrote {BRIEF} too: change it as you like and plan it with `runweave plan`."));
            note(&render::next_steps(&plan, &files::name(&folder)));
            if let Some(how) = render::way_back(&plan) {
                note(&how);
            }
        }
    }
    Ok(exit(&plan))
}

/// A brief that somebody has written or changed is not written over.
fn untouched(folder: &Path, text: &str) -> Result<(), Stop> {
    let path = folder.join(BRIEF);
    match std::fs::read(&path) {
        Ok(known) if known != text.as_bytes() => Err(Stop::wrong(
            format!("{} is there and says something else", files::quoted(&path)),
            "plan it with `runweave plan`, or write over it with `--again`",
        )),
        _ => Ok(()),
    }
}
