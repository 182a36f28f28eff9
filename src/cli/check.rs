//! `runweave check`.

use std::process::ExitCode;

use super::args::{CheckArgs, Format};
use super::{Done, Stop, files, print};
use crate::brief::{self, Brief, Defaults};
use crate::plan::{self, Findings, Plan};
use crate::render;

pub(super) fn run(args: &CheckArgs) -> Done {
    let name = files::name(&args.file);
    let text = files::read(&args.file)?;
    if is_plan(&text) { check_plan(args, &name, &text) } else { check_brief(args, &name, &text) }
}

/// A plan says so in its first key.
fn is_plan(text: &[u8]) -> bool {
    serde_json::from_slice::<serde_json::Value>(text)
        .is_ok_and(|value| value.get("format").is_some() && value.get("weeks").is_some())
}

/// Reads a plan.
pub(super) fn read_plan(name: &str, text: &[u8]) -> Result<Plan, Stop> {
    let value: serde_json::Value = serde_json::from_slice(text).map_err(|error| not_a_plan(name, &error))?;
    match value.get("format").and_then(serde_json::Value::as_str) {
        Some(format) if format != plan::FORMAT => {
            let what = format!("`{name}` has the format `{}`", quoted(format));
            return Err(Stop::wrong(what, format!("this version reads `{}`", plan::FORMAT)));
        }
        None if value.get("athlete").is_some() => {
            let hint = format!("`runweave plan {name}` plans it");
            return Err(Stop::wrong(format!("`{name}` is not a plan but a brief"), hint));
        }
        _ => {}
    }
    // From the text once more: the value no longer knows its lines.
    serde_json::from_slice(text).map_err(|error| not_a_plan(name, &error))
}

fn not_a_plan(name: &str, error: &serde_json::Error) -> Stop {
    Stop::wrong(format!("`{name}` is not a plan: {error}"), "a plan is the plan.json that `runweave plan` writes")
}

/// What a file says of itself, harmless and no longer than a word.
fn quoted(text: &str) -> String {
    text.chars().take(40).flat_map(char::escape_debug).collect()
}

fn check_plan(args: &CheckArgs, name: &str, text: &[u8]) -> Done {
    let plan = read_plan(name, text)?;
    let laid = plan.lay_out()?;
    let findings = plan::check(&plan, &laid);
    let over = plan::against_the_best(&plan, &laid);
    match args.format {
        Format::Json => {
            let mut data = render::data_of(&findings);
            data["over_the_best"] = render::data_of(&over);
            print(&render::json_of(&data))?;
        }
        Format::Text => {
            print(&render::findings(&findings, &plan))?;
            print(&render::against_the_best(over.as_ref()))?;
        }
    }
    Ok(exit(&findings))
}

fn exit(findings: &Findings) -> ExitCode {
    if findings.score.must > 0 { ExitCode::from(1) } else { ExitCode::SUCCESS }
}

fn check_brief(args: &CheckArgs, name: &str, text: &[u8]) -> Done {
    let brief = Brief::parse(text, name, Defaults { timezone: chrono_tz::UTC })?;
    let mut advice = brief.warnings.clone();
    advice.extend(brief::check(&brief));
    match args.format {
        Format::Json => print(&render::json_of(&serde_json::json!({ "valid": true, "advice": advice })))?,
        Format::Text if advice.is_empty() => print("The brief is in order.\n")?,
        Format::Text => print(&format!("The brief is in order. To look at:\n{}", render::bullets(&advice)))?,
    }
    Ok(ExitCode::SUCCESS)
}
