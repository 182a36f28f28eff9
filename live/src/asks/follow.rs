//! The life of a plan: what was done, planning again, and the next block.

use runweave::app::{self, Outcome, ReplanInput};
use runweave::follow::{How, log::Log, matched};
use runweave::plan::Plan;
use runweave::{intake, render};
use serde_json::{Value, json};

use super::planning::calendars;
use crate::request::{Refused, Request};

type Answer = Result<Value, Refused>;

pub(super) fn replan(asked: Request<'_>) -> Answer {
    let earlier = asked.need_plan()?;
    let brief = if asked.0["brief"].is_null() { None } else { Some(asked.brief()?) };
    let (log, problems) = asked.log(Some(&earlier));
    let from = asked.text("from").parse().map_err(|_| Refused::because("From which day is not said."))?;
    let files = if asked.0["busy"].is_null() { None } else { Some(asked.files("busy")?) };
    let calendars = files.as_deref().map(calendars);
    let input = ReplanInput {
        earlier: &earlier,
        log: log.as_ref(),
        from,
        brief: brief.as_ref(),
        busy: calendars.as_deref(),
        seed: asked.seed(),
        stay: asked.number("stay").and_then(|stay| i32::try_from(stay).ok()),
        most_moves: asked.number("moves").and_then(|moves| usize::try_from(moves).ok()),
        move_sessions: false,
        now: asked.now(),
    };
    let replanned = app::replan(&input)?;
    let mut notes = problems;
    notes.extend(replanned.notes);
    let (text, changes, moved) = match &replanned.outcome {
        Outcome::GoesOn { diff, kept, .. } => (
            render::changes(diff, kept.as_ref(), &replanned.brief.display),
            render::data_of(diff),
            diff.runs_that(How::Moved),
        ),
        Outcome::BeganAgain => ("The block begins again.".to_owned(), Value::Null, 0),
    };
    Ok(json!({ "plan": replanned.plan, "text": text, "changes": changes, "moved": moved, "notes": notes }))
}

pub(super) fn next(asked: Request<'_>) -> Answer {
    let last = asked.need_plan()?;
    let (log, mut notes) = asked.log(Some(&last));
    let next = app::follow(&last, log.as_ref(), asked.now())?;
    notes.extend(next.notes);
    Ok(json!({ "brief": next.text, "sentences": next.sentences, "notes": notes }))
}

/// A log line by line, as a person reads it, and what is wrong with it.
pub(super) fn log(asked: Request<'_>) -> Answer {
    let plan = asked.plan("plan")?;
    let (log, problems) = asked.log(plan.as_ref());
    let log = log.unwrap_or_default();
    let lines: Vec<Value> = log
        .entries
        .iter()
        .map(|(line, entry)| json!({ "line": line, "text": render::logged(entry), "entry": render::data_of(entry) }))
        .collect();
    Ok(json!({ "lines": lines, "problems": problems }))
}

/// Recordings of a watch matched to the plan: the lines for the log.
pub(super) fn recordings(asked: Request<'_>) -> Answer {
    let plan: Plan = asked.need_plan()?;
    let known: Log = asked.log(Some(&plan)).0.unwrap_or_default();
    let (mut activities, mut notes) = (Vec::new(), Vec::new());
    for file in asked.files("files")? {
        match intake::activities(&file.bytes) {
            Ok(found) => {
                notes.extend(found.notes.into_iter().map(|note| format!("{}: {note}", file.name)));
                activities.extend(found.activities);
            }
            Err(error) => notes.push(format!("{}: {error}", file.name)),
        }
    }
    let undated_on = asked.text("date").parse().ok();
    let found = matched(&plan, &known, &activities, undated_on);
    notes.extend(found.notes);
    let lines: String = found.entries.iter().map(|entry| entry.line() + "\n").collect();
    Ok(json!({ "lines": lines, "notes": notes }))
}
