//! Planning, and questions about a plan.

use runweave::app::{self, Asked, BusyCalendar, NoAnswer, PlanInput};
use runweave::brief::Brief;
use runweave::model::Moment;
use runweave::plan::{self, Plan};
use runweave::rules::CARDS;
use runweave::{render, schedule};
use serde_json::{Value, json};

use crate::request::{Dropped, Refused, Request, refused};

type Answer = Result<Value, Refused>;

impl From<NoAnswer> for Refused {
    fn from(why: NoAnswer) -> Self {
        Self(refused(&why.to_string(), Some(why.hint())))
    }
}

/// The busy times of the calendars in a request, and what was left out of account.
pub(super) fn busy<'a>(
    asked: Request<'_>,
    brief: &Brief,
    known: impl Iterator<Item = &'a Plan>,
) -> Result<(Vec<(Moment, Moment)>, Vec<String>), Refused> {
    let busy = app::busy_times(brief, &calendars(&asked.files("busy")?), known)?;
    Ok((busy.times, busy.notes))
}

/// Files that were dropped as calendars.
pub(super) fn calendars(files: &[Dropped]) -> Vec<BusyCalendar<'_>> {
    files.iter().map(|file| BusyCalendar { name: &file.name, bytes: &file.bytes }).collect()
}

pub(super) fn plan(asked: Request<'_>) -> Answer {
    let mut brief = asked.brief()?;
    let earlier = asked.plan("earlier")?;
    if let (Some(log), _) = asked.log(None) {
        brief = app::brief_with_log(brief, &log)?;
    }
    let (busy, notes) = busy(asked, &brief, earlier.iter())?;
    let input = PlanInput {
        brief: &brief,
        busy: &busy,
        seed: asked.seed().unwrap_or(1),
        earlier: earlier.as_ref(),
        now: asked.now(),
    };
    Ok(json!({ "plan": app::plan(&input)?, "notes": notes }))
}

/// The three files of a plan, as they are downloaded. Where a calendar has seen a later one, this one is brought back over it.
pub(super) fn files(asked: Request<'_>) -> Answer {
    let mut plan = asked.need_plan()?;
    if let Some(seen) =
        asked.plan("published")?.filter(|seen| seen.id == plan.id && seen.revision >= plan.revision && *seen != plan)
    {
        plan = app::undo(&plan, &seen, asked.now());
    }
    let brief = plan.read_brief()?;
    let outputs = app::outputs(&plan, &brief.display, asked.0["only"] == "runs")?;
    Ok(outputs.files().into_iter().map(|(name, text)| (name.to_owned(), Value::from(text))).collect())
}

pub(super) fn check(asked: Request<'_>) -> Answer {
    let plan = asked.need_plan()?;
    let laid = plan.lay_out()?;
    let findings = plan::check(&plan, &laid);
    Ok(
        json!({ "text": render::findings(&findings, &plan::against_the_best(&plan, &laid), &plan), "data": render::data_of(&findings) }),
    )
}

/// What each rule looks after, by its name.
fn aims() -> Value {
    let words = CARDS.iter().filter_map(|card| Some((card.id.to_owned(), Value::from(card.words.as_ref()?.aim))));
    words.collect()
}

pub(super) fn why(asked: Request<'_>) -> Answer {
    let plan = asked.need_plan()?;
    let laid = plan.lay_out()?;
    let today = asked.now().date(laid.brief.block.timezone);
    let answer = Asked::new(&plan, &laid, today).why(asked.text("what"))?;
    Ok(json!({ "text": answer.text, "data": answer.data, "aims": aims() }))
}

pub(super) fn why_not(asked: Request<'_>) -> Answer {
    let plan = asked.need_plan()?;
    let laid = plan.lay_out()?;
    let today = asked.now().date(laid.brief.block.timezone);
    let answer = Asked::new(&plan, &laid, today).why_not(asked.text("what"), asked.text("place"))?;
    Ok(json!({ "text": answer.text, "data": answer.data, "aims": aims() }))
}

pub(super) fn advise(asked: Request<'_>) -> Answer {
    let brief = asked.brief()?;
    let (busy, _) = busy(asked, &brief, std::iter::empty())?;
    let found = schedule::advise(&brief, &busy, asked.seed().unwrap_or(1))
        .map_err(|why| Refused::because(&format!("The brief as it is cannot be planned: {why}.")))?;
    Ok(json!({ "text": render::advice(&found), "data": render::advice_data(&found) }))
}

/// One rule whole, with the numbers of a brief.
pub(super) fn rule(asked: Request<'_>) -> Answer {
    let mut brief = asked.brief()?;
    let id = asked.text("rule");
    if brief.rules.find(id).is_none() {
        return Err(Refused::because(&format!("There is no rule `{id}`.")));
    }
    let text = render::rule(&mut brief.rules, id, "of this brief");
    Ok(json!({ "text": text, "data": render::rule_data(&mut brief.rules, id) }))
}
