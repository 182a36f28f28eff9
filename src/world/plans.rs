//! The plan that a file holds, and whose it is.

use std::path::Path;

use super::{Stop, files};
use crate::app::PLAN_FILE;
use crate::brief::Brief;
use crate::plan::{self, Plan, PlanError};
use crate::render;

/// The plan that a file's text is.
pub(crate) fn plan_of(path: &Path, text: &[u8]) -> Result<Plan, Stop> {
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

/// Whether a plan is of the block that a brief asks for: of the same person, from the same Monday.
pub(crate) fn is_of(plan: &Plan, brief: &Brief) -> bool {
    let name = |source: &serde_json::Value| source["athlete"]["name"].as_str().map(str::to_owned);
    let (known, wanted) = (name(&plan.brief), name(&brief.source));
    plan.start() == Some(brief.block.start) && (known == wanted || known.is_none() || wanted.is_none())
}

/// Refuses to write over the plan of another person or block that a folder holds.
pub(crate) fn refuse_other(folder: &Path, held: &Plan) -> Stop {
    let mut whose: Vec<String> = Vec::new();
    whose.extend(held.brief["athlete"]["name"].as_str().map(render::clean));
    whose.extend(held.brief["block"]["name"].as_str().map(render::clean));
    whose.extend(held.start().map(|start| format!("from {}", render::words::date_long(start))));
    let what = format!(
        "{} is the plan of another person or block: {}",
        files::quoted(&folder.join(PLAN_FILE)),
        whose.join(", ")
    );
    Stop::wrong(what, "write somewhere else with `-o DIR`, or over it with `--replace`; `runweave undo` brings it back")
}
