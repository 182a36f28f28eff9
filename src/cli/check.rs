//! `runweave check`.

use std::path::Path;
use std::process::ExitCode;

use super::args::{CheckArgs, Format};
use super::inputs::{BRIEF_FILE, plan_of};
use super::progress::Progress;
use super::{Done, files, found, print};
use crate::brief::{self, Brief, Defaults};
use crate::plan::{self, Compared, Findings, Plan};
use crate::prescribe::race_clashes;
use crate::render;

pub(super) fn run(args: &CheckArgs) -> Done {
    let file = match &args.file {
        None if found::plan(None).is_err() && Path::new(BRIEF_FILE).is_file() => BRIEF_FILE.into(),
        named => found::plan(named.as_deref())?,
    };
    let text = files::read(&file)?;
    if Plan::is_meant(&text) { check_plan(&file, args.format, &text) } else { check_brief(&file, args.format, &text) }
}

fn check_plan(file: &Path, format: Format, text: &[u8]) -> Done {
    let plan = plan_of(file, text)?;
    let laid = plan.lay_out()?;
    let mut findings = plan::check(&plan, &laid);
    let progress = Progress::of("Looking for a better placement".to_owned());
    let compared = plan::against_the_best(&plan, &laid);
    drop(progress);
    findings.score.proven = findings.score.must == 0 && compared.as_ref().is_ok_and(Compared::is_best);
    match format {
        Format::Json => {
            let mut data = render::data_of(&findings);
            data["over_the_best"] = render::data_of(&compared.ok().map(|compared| compared.over));
            print(&render::json_of(&data))?;
        }
        Format::Text => print(&render::findings(&findings, &compared, &plan))?,
    }
    Ok(exit(&findings))
}

fn exit(findings: &Findings) -> ExitCode {
    if findings.score.must > 0 { ExitCode::from(1) } else { ExitCode::SUCCESS }
}

fn check_brief(file: &Path, format: Format, text: &[u8]) -> Done {
    let brief = Brief::parse(text, &files::name(file), Defaults { timezone: crate::model::Zone::UTC })?;
    let mut advice = brief.warnings.clone();
    advice.extend(brief::check(&brief));
    advice.extend(race_clashes(&brief, &brief.timetable(&[])));
    match format {
        Format::Json => print(&render::json_of(&serde_json::json!({ "valid": true, "advice": advice })))?,
        Format::Text if advice.is_empty() => print("The brief is in order.\n")?,
        Format::Text => print(&format!("The brief is in order. To look at:\n{}", render::bullets(&advice)))?,
    }
    Ok(ExitCode::SUCCESS)
}
