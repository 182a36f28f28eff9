//! What one clause of a line lends to the others: a name, a day, an hour, a length.

use super::super::token::Line;
use super::super::{Reading, Refusal, Remark, refused};
use super::draft::{Draft, named};
use super::{SaidSession, When};
use crate::model::{Clock, WEEKDAY_NAMES};

/// Fills what clauses lack from those before them, or else behind them.
///
/// # Errors
/// What no clause says.
pub(super) fn fill(
    line: &Line<'_>,
    drafts: &mut [Draft],
    reading: &mut Reading<Vec<SaidSession>>,
) -> Result<(), Refusal> {
    let lender = |drafts: &[Draft], at: usize, has: fn(&Draft) -> bool| {
        drafts[..at].iter().rposition(has).or_else(|| drafts[at..].iter().position(has).map(|behind| at + behind))
    };
    for at in 0..drafts.len() {
        if drafts[at].words.is_empty()
            && let Some(from) = lender(drafts, at, |draft| !draft.words.is_empty())
        {
            let Draft { words, slashes, name, .. } = drafts[from].clone();
            (drafts[at].words, drafts[at].slashes, drafts[at].name) = (words, slashes, name);
        }
        if drafts[at].days.is_empty() {
            let Some(from) = lender(drafts, at, |draft| !draft.days.is_empty()) else {
                return refused(line.text, "say the day too, such as `Mon 18:00 squats 75 min heavy`");
            };
            let lent = drafts[from].days.clone();
            drafts[at].days = lent;
            let text = format!("on {} too, as no other day is said.", days(&drafts[at].days));
            reading.assumed.push(Remark { at: drafts[at].at, text: named(&drafts[at].name, &text) });
        }
        if drafts[at].start.is_none() {
            lend_hour(line, drafts, at, reading)?;
        }
    }
    for at in 0..drafts.len() {
        let shared = drafts.iter().find(|draft| draft.each).map(|draft| (draft.minutes, draft.effort, draft.rpe));
        let Some((minutes, effort, rpe)) = shared else { break };
        let draft = &mut drafts[at];
        draft.minutes = draft.minutes.or(minutes);
        if draft.effort.is_none() && draft.rpe.is_none() {
            (draft.effort, draft.rpe) = (effort, rpe);
        }
    }
    Ok(())
}

fn lend_hour(
    line: &Line<'_>,
    drafts: &mut [Draft],
    at: usize,
    reading: &mut Reading<Vec<SaidSession>>,
) -> Result<(), Refusal> {
    if let Some((_, span)) = drafts[at].part {
        let said = span.of(line.text);
        return Err(Refusal {
            at: span,
            text: format!("`{said}` does not tell the hour: say when it starts, such as `18:00`"),
        });
    }
    let timed = |draft: &Draft| draft.start.is_some();
    let from = drafts[..at].iter().rposition(timed).or_else(|| drafts.iter().position(timed));
    let Some(from) = from else {
        return refused(line.text, "say when it starts too, such as `18:00` or `6pm`");
    };
    drafts[at].start = drafts[from].start;
    let clock = Clock(drafts[from].start.unwrap_or_default());
    let mut text = format!("{clock} too, as no other hour is said.");
    if drafts[at].minutes.is_none()
        && let Some(minutes) = drafts[from].minutes
    {
        drafts[at].minutes = Some(minutes);
        text = format!("{clock} and {minutes} min too, as nothing else is said.");
    }
    reading.assumed.push(Remark { at: drafts[at].at, text: named(&drafts[at].name, &text) });
    Ok(())
}

fn days(days: &[When]) -> String {
    let names: Vec<String> = days
        .iter()
        .map(|when| match when {
            When::Weekly(day) => WEEKDAY_NAMES[*day].to_owned(),
            When::On(date) => date.to_string(),
        })
        .collect();
    crate::model::list(&names)
}
