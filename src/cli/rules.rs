//! `runweave rules`.

use std::process::ExitCode;

use super::args::{Format, RulesArgs};
use super::{Done, Stop, print};
use crate::model::{Goal, Level};
use crate::render;
use crate::rules::{Rulebook, Setting};

pub(super) fn run(args: &RulesArgs) -> Done {
    let (mut book, of) = match &args.brief {
        Some(path) => (super::inputs::read_brief(path)?.rules, "of this brief"),
        None => (
            Rulebook::for_athlete(&Setting::of(Goal::GeneralFitness, Level::Intermediate)),
            "for general fitness at an intermediate level (`--brief BRIEF` shows yours)",
        ),
    };
    let text = match (&args.rule, args.format) {
        (None, Format::Text) => render::rulebook(&book),
        (None, Format::Json) => render::json_of(&render::rulebook_data(&mut book)),
        (Some(id), format) => {
            if book.find(id).is_none() {
                let ids: Vec<&str> = book.all().iter().map(|rule| rule.card().id).collect();
                let hint = crate::brief::nearest(id, ids)
                    .map_or_else(|| "`runweave rules` lists them".to_owned(), |near| format!("did you mean `{near}`?"));
                return Err(Stop::wrong(format!("there is no rule `{}`", id.escape_debug()), hint));
            }
            match format {
                Format::Text => render::rule(&mut book, id, of),
                Format::Json => render::json_of(&render::rule_data(&mut book, id)),
            }
        }
    };
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}
