//! `runweave check`.

use std::path::Path;
use std::process::ExitCode;

use super::args::{CheckArgs, Format};
use super::progress::Progress;
use super::{Done, Stop, files, print};
use crate::brief::{self, Brief, Defaults};
use crate::plan::{self, Compared, Findings, Plan, PlanError};
use crate::prescribe::race_clashes;
use crate::render;

pub(super) fn run(args: &CheckArgs) -> Done {
    let text = files::read(&args.file)?;
    if Plan::is_meant(&text) { check_plan(args, &text) } else { check_brief(args, &text) }
}

/// Reads a plan.
pub(super) fn read_plan(path: &Path) -> Result<Plan, Stop> {
    plan_of(path, &files::read(path)?)
}

/// The plan that a file's text is.
fn plan_of(path: &Path, text: &[u8]) -> Result<Plan, Stop> {
    Plan::parse(text).map_err(|error| {
        let hint = match &error {
            PlanError::OtherFormat(_) => format!("this version reads `{}`", plan::FORMAT),
            PlanError::Brief => format!("`runweave plan {}` plans it", render::clean(&path.display().to_string())),
            PlanError::TooLarge | PlanError::Shape(_) => {
                "a plan is the plan.json that `runweave plan` writes".to_owned()
            }
            PlanError::Odd(_) => "was it changed by hand? `runweave plan` makes it anew from its brief".to_owned(),
        };
        Stop::wrong(format!("{} {error}", files::quoted(path)), hint)
    })
}

fn check_plan(args: &CheckArgs, text: &[u8]) -> Done {
    let plan = plan_of(&args.file, text)?;
    let laid = plan.lay_out()?;
    let mut findings = plan::check(&plan, &laid);
    let progress = Progress::of("Looking for a better placement".to_owned());
    let compared = plan::against_the_best(&plan, &laid);
    drop(progress);
    findings.score.proven = findings.score.must == 0 && compared.as_ref().is_some_and(Compared::is_best);
    match args.format {
        Format::Json => {
            let mut data = render::data_of(&findings);
            data["over_the_best"] = render::data_of(&compared.map(|compared| compared.over));
            print(&render::json_of(&data))?;
        }
        Format::Text => print(&render::findings(&findings, compared.as_ref(), &plan))?,
    }
    Ok(exit(&findings))
}

fn exit(findings: &Findings) -> ExitCode {
    if findings.score.must > 0 { ExitCode::from(1) } else { ExitCode::SUCCESS }
}

fn check_brief(args: &CheckArgs, text: &[u8]) -> Done {
    let brief = Brief::parse(text, &files::name(&args.file), Defaults { timezone: chrono_tz::UTC })?;
    let mut advice = brief.warnings.clone();
    advice.extend(brief::check(&brief));
    advice.extend(race_clashes(&brief, &brief.timetable(&[])));
    match args.format {
        Format::Json => print(&render::json_of(&serde_json::json!({ "valid": true, "advice": advice })))?,
        Format::Text if advice.is_empty() => print("The brief is in order.\n")?,
        Format::Text => print(&format!("The brief is in order. To look at:\n{}", render::bullets(&advice)))?,
    }
    Ok(ExitCode::SUCCESS)
}
