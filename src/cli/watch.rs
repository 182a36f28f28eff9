//! `runweave watch`.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use chrono::{Duration, NaiveDate};

use super::args::{WatchArgs, WatchKind};
use super::inputs::{folder_of, read_plan};
use super::lock::{self, Lock};
use super::{Done, Stop, files, found, note, print};
use crate::app::{self, INTERVALS_EVENTS, INTERVALS_TEXT, WatchFormat, WatchInput};
use crate::plan::{PlacedRun, Plan};
use crate::render::{self, words};

/// The folder beside the plan where none is named.
pub(super) const FOLDER: &str = "watch";
/// Watches keep some 20 to 30 workouts: so many weeks of them are written where nothing is said.
pub(super) const WEEKS: u32 = 4;
/// Of more workouts than this some watches keep only a part.
const A_WATCH_KEEPS: usize = 20;

pub(super) fn run(args: &WatchArgs) -> Done {
    let path = found::plan(args.plan.as_deref())?;
    let plan = read_plan(&path)?;
    let input = input(args, &plan);
    let made = app::watch(&input);
    if args.output.as_deref().is_some_and(files::is_dash) {
        return printed(args, &made);
    }
    let folder = args.output.clone().unwrap_or_else(|| folder_of(&path).join(FOLDER));
    let runs = app::watched(&input);
    let gone = put(&folder, &made, input.format)?;
    print(&listed(&runs))?;
    told(&folder, &input, &runs, gone);
    Ok(ExitCode::SUCCESS)
}

fn input<'a>(args: &WatchArgs, plan: &'a Plan) -> WatchInput<'a> {
    let zone = plan.timezone.parse().unwrap_or(crate::model::Zone::UTC);
    // A block that lies ahead begins on its Monday.
    let today = || plan.start().map_or(files::today(zone), |first| first.max(files::today(zone)));
    let format = match args.format {
        WatchKind::Fit => WatchFormat::Fit,
        WatchKind::Intervals | WatchKind::IntervalsJson => WatchFormat::Intervals,
        WatchKind::Zwo => WatchFormat::Zwo,
    };
    let from: NaiveDate = args.from.unwrap_or_else(today);
    WatchInput { plan, from, weeks: args.weeks, format, targets: args.targets.map(Into::into), all: args.all }
}

/// What is written for a watch where nothing is said: FIT workouts of the next weeks.
pub(super) fn usual(plan: &Plan) -> WatchInput<'_> {
    let today = files::today(plan.timezone.parse().unwrap_or(crate::model::Zone::UTC));
    let from = plan.start().map_or(today, |first| first.max(today));
    WatchInput { plan, from, weeks: WEEKS, format: WatchFormat::Fit, targets: None, all: false }
}

/// Writes the files of a folder, takes away what runs there are no longer, and says how much that was.
pub(super) fn put(folder: &Path, made: &[(String, Vec<u8>)], format: WatchFormat) -> Result<usize, Stop> {
    let mut lock = Lock::of(folder)?;
    if !made.is_empty() {
        lock::make(&mut lock)?;
    }
    spare_others(folder, made)?;
    if !made.is_empty() {
        let named: Vec<(&str, &[u8])> = made.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        files::write(folder, &named)?;
    }
    Ok(take_away(folder, made, format))
}

/// Standard output takes one text; workouts of a watch are several files.
fn printed(args: &WatchArgs, made: &[(String, Vec<u8>)]) -> Done {
    let wanted = match args.format {
        WatchKind::Intervals => INTERVALS_TEXT,
        WatchKind::IntervalsJson => INTERVALS_EVENTS,
        WatchKind::Fit | WatchKind::Zwo => {
            return Err(Stop::wrong("a watch takes a file for each run", "name a folder with `-o DIR`"));
        }
    };
    let text = made.iter().find(|(name, _)| name == wanted).map(|(_, bytes)| String::from_utf8_lossy(bytes));
    print(text.as_deref().unwrap_or(if wanted == INTERVALS_EVENTS { "[]\n" } else { "" }))?;
    Ok(ExitCode::SUCCESS)
}

/// Refuses to write over a file of the same name that somebody else wrote.
fn spare_others(folder: &Path, made: &[(String, Vec<u8>)]) -> Result<(), Stop> {
    let of_another = |name: &String| {
        let known = fs::read(folder.join(name)).ok();
        known.is_some_and(|bytes| !bytes.is_empty() && !render::watch::is_ours(name, &bytes))
    };
    match made.iter().map(|(name, _)| name).find(|name| of_another(name)) {
        Some(name) => {
            let what = format!("{} is in the way: runweave did not write it", files::quoted(&folder.join(name)));
            Err(Stop::wrong(what, "nothing was written; move it away, or write somewhere else with `-o DIR`"))
        }
        None => Ok(()),
    }
}

/// Takes away what an earlier command wrote for runs that are no longer planned, and says how much.
fn take_away(folder: &Path, made: &[(String, Vec<u8>)], format: WatchFormat) -> usize {
    let ending = match format {
        WatchFormat::Fit => ".fit",
        WatchFormat::Zwo => ".zwo",
        WatchFormat::Intervals => return 0,
    };
    let mut gone = 0;
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        let is_planned = made.iter().any(|(planned, _)| *planned == name);
        if is_file && !is_planned && name.ends_with(ending) {
            let is_ours = fs::read(entry.path()).is_ok_and(|bytes| render::watch::is_ours(&name, &bytes));
            gone += usize::from(is_ours && fs::remove_file(entry.path()).is_ok());
        }
    }
    gone
}

fn listed(runs: &[&PlacedRun]) -> String {
    let line = |run: &&PlacedRun| {
        let date = run.start.0.date();
        format!(
            "{} {:<6}  {}  {}, {}\n",
            words::weekday_short(date),
            words::date_short(date),
            run.start.0.format("%H:%M"),
            render::clean(&run.name),
            words::minutes(run.minutes)
        )
    };
    runs.iter().map(line).collect()
}

/// What was written where, and what to do with it.
fn told(folder: &Path, input: &WatchInput<'_>, runs: &[&PlacedRun], gone: usize) {
    let last = input.from + Duration::weeks(i64::from(input.weeks)) - Duration::days(1);
    if runs.is_empty() {
        note(&format!("note: no run to write from {}.", words::date_span(input.from, last)));
    } else {
        let count = words::count(runs.len(), "run");
        note(&format!("Written into {}: {count}, {}.", files::quoted(folder), words::date_span(input.from, last)));
        note(match input.format {
            WatchFormat::Fit => {
                "hint: by cable, copy the files into Garmin/NewFiles on the watch; Garmin Connect takes no workout files"
            }
            WatchFormat::Intervals => {
                "hint: paste the steps of a run into a workout in intervals.icu, or let an assistant send intervals.json"
            }
            WatchFormat::Zwo => "hint: copy the files into Documents/Zwift/Workouts/ and the number of your account",
        });
        if input.format == WatchFormat::Fit && runs.len() > A_WATCH_KEEPS {
            note(&format!("note: some watches keep {A_WATCH_KEEPS} workouts only; `--weeks` writes fewer."));
        }
    }
    if gone > 0 {
        note(&format!("Taken away: {} that the plan no longer holds there.", words::count(gone, "workout")));
    }
}
