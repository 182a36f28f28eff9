//! `runweave init`.

mod answers;
mod ask;
mod compose;
mod draft;
mod history;
mod interview;
mod judged;
mod layout;
mod reopen;
mod steps;
mod terminal;
mod week;

use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::model::Zone;
use clap::Parser as _;

use super::args::{Args, Command, Later};
use super::{Done, Stop, files, note, print};
use crate::brief::{Brief, Defaults};
use answers::Answers;
use ask::{Ask as _, Interrupted};
use compose::Here;
use interview::Interview;
use judged::{Judged, judge};
use reopen::Older;
use terminal::Terminal;

/// How a shell says that somebody pressed Ctrl-C.
const INTERRUPTED: u8 = 130;

/// `runweave init`.
#[derive(Debug, clap::Args)]
pub(super) struct InitArgs {
    /// Where the brief goes; `-` prints it
    #[arg(default_value = "brief.json")]
    pub file: PathBuf,
    /// Write over a brief that is there already
    #[arg(long)]
    pub force: bool,
    /// Ask nothing: take the answers given here, and defaults for the rest
    #[arg(long)]
    pub yes: bool,
    /// Plan the brief at once
    #[arg(long)]
    pub plan: bool,
    /// Recordings of your runs (FIT, GPX, TCX, lists of Strava or Garmin, Apple Health, or a .zip of them) and lifting logs (Hevy, Strong): how
    /// you train now comes from them where no flag says otherwise
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub from: Vec<PathBuf>,
    #[command(flatten)]
    pub answers: Answers,
}

pub(super) fn run(args: &InitArgs) -> Done {
    let here = here(args.answers.timezone.as_deref());
    let asks = !args.yes && io::stdin().is_terminal() && io::stderr().is_terminal();
    let there = !files::is_dash(&args.file) && args.file.exists();
    if there && !args.force && !asks {
        let what = format!("{} is there already", files::quoted(&args.file));
        return Err(Stop::wrong(what, "`--force` writes over it, or name another file"));
    }
    let answers = history::answered(&args.from, args.answers.clone(), here)?;
    if !asks {
        let judged = answered(&answers, here)?;
        note(&judged.read_back());
        return finish(args, &judged, args.plan);
    }
    match interviewed(args, answers, here, there) {
        Ok(Some((judged, plan))) => {
            let done = finish(args, &judged, plan)?;
            draft::drop(&args.file);
            Ok(done)
        }
        Ok(None) => {
            note("Nothing was written.");
            Ok(ExitCode::SUCCESS)
        }
        Err(Interrupted) => {
            if draft::earlier(&args.file).is_some() {
                let kept = files::quoted(&draft::place(&args.file));
                note(&format!("Your answers so far are kept in {kept}; the same command goes on from there."));
            }
            Ok(ExitCode::from(INTERRUPTED))
        }
    }
}

/// The brief of a person's answers, and whether to plan it; nothing where an older brief shall stay.
fn interviewed(
    args: &InitArgs,
    mut answers: Answers,
    here: Here,
    there: bool,
) -> Result<Option<(Judged, bool)>, Interrupted> {
    let mut person = Terminal::new()?;
    let name = files::name(&args.file);
    let mut older = None;
    let mut resumed = false;
    if let Some(earlier) = draft::earlier(&args.file)
        && person.yes("Go on with your answers from the last time?", true)?
    {
        answers = earlier;
        resumed = true;
    } else if there && !args.force {
        older = readable(&args.file);
        let ways: &[&str] = match older {
            Some(_) => &["Change it", "Write a new one over it at the end", "Leave it"],
            None => &["Write a new one over it at the end", "Leave it"],
        };
        let options: Vec<String> = ways.iter().map(|way| (*way).to_owned()).collect();
        let chosen = person.choice(&format!("{name} is there already."), &options, 0)?;
        match (ways.get(chosen).copied(), &older) {
            (Some("Change it"), Some(older)) => answers = older.answers.clone(),
            (Some("Leave it"), _) => return Ok(None),
            _ => older = None,
        }
    }
    let file = args.file.clone();
    let changes = older.is_some();
    let mut keep = |answers: &Answers| {
        // A brief that is changed is its own draft.
        if !files::is_dash(&file) && !changes {
            draft::keep(&file, answers);
        }
    };
    let mut interview = Interview { ask: &mut person, here, resumed, older: older.as_ref(), keep: &mut keep };
    let judged = interview.hold(&mut answers, &name)?;
    let plan = args.plan || (!files::is_dash(&args.file) && person.yes("Plan it at once?", true)?);
    Ok(Some((judged, plan)))
}

/// A brief that can be changed.
fn readable(file: &Path) -> Option<Older> {
    let text = files::read(file).ok()?;
    let brief = Brief::parse(&text, &files::name(file), Defaults { timezone: Zone::UTC }).ok()?;
    Some(Older::of(brief.source))
}

/// The brief of the flags alone, or what they lack.
fn answered(answers: &Answers, here: Here) -> Result<Judged, Stop> {
    let needed = [
        ("--session LINE (or --no-sessions)", answers.no_sessions || !answers.sessions.is_empty()),
        ("--goal GOAL", answers.goal.is_some()),
        ("--running-level LEVEL", answers.running_level.is_some()),
        ("--weekly-minutes MINUTES", answers.weekly_minutes.is_some()),
    ];
    let missing: Vec<&str> = needed.iter().filter(|(_, given)| !given).map(|(flag, _)| *flag).collect();
    if !missing.is_empty() {
        let what = format!("without questions, these answers are needed too: {}", missing.join(", "));
        return Err(Stop::wrong(what, "`runweave init --help` explains them; in a terminal, `runweave init` asks"));
    }
    judge(answers, here, None).map_err(|problems| {
        let told: Vec<String> = problems.iter().map(|problem| format!("error: {problem}")).collect();
        Stop::Input(told.join("\n"))
    })
}

fn finish(args: &InitArgs, judged: &Judged, plan: bool) -> Done {
    if files::is_dash(&args.file) {
        print(&judged.text)?;
        return Ok(ExitCode::SUCCESS);
    }
    let folder = draft::folder_or_here(args.file.parent().unwrap_or_else(|| Path::new("")));
    let Some(name) = args.file.file_name().and_then(|name| name.to_str()) else {
        return Err(Stop::wrong(format!("{} is no name for a file", files::quoted(&args.file)), "try `brief.json`"));
    };
    files::write(folder, &[(name, &judged.text)])?;
    note(&format!("Wrote {}.", files::name(&args.file)));
    if !plan {
        note(&format!("Next: runweave plan {}", files::name(&args.file)));
        return Ok(ExitCode::SUCCESS);
    }
    let words = [Path::new("runweave"), Path::new("plan"), Path::new("--"), &args.file];
    match Args::try_parse_from(words).map(|args| args.command) {
        Ok(Command::Plan(Later(args))) => super::plan::run_showing(&args, Some(1)),
        _ => Ok(ExitCode::SUCCESS),
    }
}

/// Today and the time zone: the one that was named, `TZ`, the machine's own, or UTC.
fn here(named: Option<&str>) -> Here {
    let variable = std::env::var("TZ").ok();
    let machine = iana_time_zone::get_timezone().ok();
    let zones = [named, variable.as_deref().map(|zone| zone.trim_start_matches(':')), machine.as_deref()];
    let zone = zones.into_iter().flatten().find_map(|zone| zone.parse::<Zone>().ok()).unwrap_or(Zone::UTC);
    Here { today: files::today(zone), zone }
}
