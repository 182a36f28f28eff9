//! The tools that plan: what they would write is told first.

use serde_json::{Value, json};

use super::reading::object;
use super::{Does, Tool};
use crate::app::{self, Outcome, Outputs, PLAN_FILE, PlanInput, ReplanInput};
use crate::brief::Brief;
use crate::follow::{self, Diff};
use crate::mcp::arguments::{Argument, Arguments, Kind, may};
use crate::mcp::change::Change;
use crate::mcp::desk::Desk;
use crate::mcp::summary;
use crate::model::Moment;
use crate::plan::Plan;
use crate::render::{self, Look};
use crate::world::{BEFORE_FILE, BRIEF_FILE, Stop, UNDONE_CALENDAR, UNDONE_FILE, is_of};

/// The brief that a brief.json replaced.
const BRIEF_BEFORE: &str = "brief.json.before";

const BRIEF: Argument = may(
    "brief",
    Kind::Brief,
    "The whole brief, which is written to brief.json too; the one that is there when left out. `show` with `of`: \"brief_schema\" \
     says how it is written, with every unit and limit",
);
const SEED: Argument = may("seed", Kind::Whole(0, i64::MAX), "Varies the workouts, never the rules");

pub(super) const TOOLS: &[Tool] = &[
    Tool {
        name: "plan",
        title: "Plan a block",
        what: "Plans the block of a brief from its first day. Where the folder holds a plan of that block, the new one is a \
               revision of it. For a block that has begun take `replan`, which keeps the past.",
        takes: &[BRIEF, SEED, may("replace", Kind::Flag, "Write over the plan of another person or block")],
        gives: planned_schema,
        does: Does::Change(plan),
    },
    Tool {
        name: "replan",
        title: "Plan the rest of the block again",
        what: "Plans the rest of the block again from what was really done: the past stays, and as little as possible moves. What \
               has changed is told to the log (`log`) or is a changed brief: another week, other windows, an illness, a race.",
        takes: &[
            may("from", Kind::Date, "The first day that may change; today when left out"),
            may(
                "brief",
                Kind::Brief,
                "A changed brief, whole, which is written to brief.json too; the plan's own when left out",
            ),
            may("moves", Kind::Whole(0, 1000), "Move so many runs at most, as far as the must-rules allow"),
            may("stay", Kind::Whole(0, 1000), "How dear each step away from a published place is, in points"),
            may(
                "move_sessions",
                Kind::Flag,
                "Let movable sessions take another of their places where that is better; they stay where they stand when left out",
            ),
            may("seed", Kind::Whole(0, i64::MAX), "Varies the workouts; the plan's own when left out"),
        ],
        gives: changed_schema,
        does: Does::Change(replan),
    },
    Tool {
        name: "next",
        title: "Plan the block that follows",
        what: "Plans the next block from what was really done in this one, into a folder of its own inside this one, named by its \
               Monday.",
        takes: &[may("seed", Kind::Whole(0, i64::MAX), "Varies the workouts; this plan's own when left out")],
        gives: planned_schema,
        does: Does::Change(next),
    },
    Tool {
        name: "undo",
        title: "Bring back the plan before",
        what: "Brings back the plan that the last `plan` or `replan` replaced; a second `undo` undoes that.",
        takes: &[],
        gives: changed_schema,
        does: Does::Change(undo),
    },
];

fn planned_schema() -> Value {
    object(&[("plan", summary::plan_schema())], &["plan"])
}

fn changed_schema() -> Value {
    let changes =
        json!({ "description": "What changes: each run with how it changes, when it was, when it is, and why" });
    object(&[("plan", summary::plan_schema()), ("changes", changes)], &["plan"])
}

fn plan(desk: &Desk<'_>, arguments: Arguments<'_>) -> Result<Change, Stop> {
    let brief = desk.brief(arguments.value("brief"))?;
    let earlier = desk.plan_if_any(PLAN_FILE)?;
    if let Some(other) = earlier.as_ref().filter(|held| !is_of(held, &brief) && !arguments.is_set("replace")) {
        return Err(other_block(other));
    }
    let same = earlier.as_ref().filter(|held| is_of(held, &brief));
    // An assistant brings no calendars: what other calendars took when the plan was made is still taken.
    let busy = same.map(|held| busy_of(held, &brief)).unwrap_or_default();
    let seed = arguments.whole("seed").map_or_else(|| same.map_or(1, |held| held.seed), |seed| seed as u64);
    let input = PlanInput { brief: &brief, busy: &busy, seed, earlier: earlier.as_ref(), now: desk.now };
    let plan = counted(desk, earlier.as_ref(), &app::plan(&input)?)?;
    let today = desk.today(&plan);
    if brief.block.start < today && today <= brief.block.last() {
        desk.note("This block has begun and would be planned anew from its first day; `replan` leaves what is past as it was.");
    }
    let mut files = brief_files(desk, arguments)?;
    files.extend(plan_files(desk, earlier.as_ref(), &plan, &brief)?);
    let text = render::text(&plan, &brief.display, &Look::new(None));
    Ok(Change { files, text, data: json!({ "plan": summary::of_plan(&plan) }), ..Change::default() })
}

fn replan(desk: &Desk<'_>, arguments: Arguments<'_>) -> Result<Change, Stop> {
    let earlier = desk.plan()?;
    let log = desk.log(&earlier)?;
    let changed = arguments.value("brief").map(|brief| desk.brief(Some(brief))).transpose()?;
    let replanned = app::replan(&ReplanInput {
        earlier: &earlier,
        log: log.as_ref(),
        from: arguments.date("from").unwrap_or_else(|| desk.today(&earlier)),
        brief: changed.as_ref(),
        busy: None,
        seed: arguments.whole("seed").map(|seed| seed as u64),
        stay: arguments.whole("stay").map(|stay| stay as i32),
        most_moves: arguments.whole("moves").map(|moves| moves as usize),
        move_sessions: arguments.is_set("move_sessions"),
        now: desk.now,
    })?;
    replanned.notes.iter().for_each(|told| desk.note(told));
    let (plan, brief) = (&counted(desk, Some(&earlier), &replanned.plan)?, &replanned.brief);
    let mut files = brief_files(desk, arguments)?;
    let mut data = json!({ "plan": summary::of_plan(plan) });
    let text = match &replanned.outcome {
        Outcome::GoesOn { diff, kept, too_many_moves } => {
            if *too_many_moves {
                desk.note("More runs move than were to: a must-rule, or a price that no number can outweigh, is against less.");
            }
            data["changes"] = render::data_of(diff);
            render::changes(diff, kept.as_ref(), &brief.display)
        }
        Outcome::BeganAgain => {
            let kept = earlier.start().map(|start| format!("plan-{start}.json")).unwrap_or_default();
            desk.note(format!("The block begins anew; the plan it had is kept as {kept}."));
            files.push((kept, render::json(&earlier)));
            render::text(plan, &brief.display, &Look::new(None))
        }
    };
    files.extend(plan_files(desk, Some(&earlier), plan, brief)?);
    Ok(Change { files, text, data, ..Change::default() })
}

fn next(desk: &Desk<'_>, arguments: Arguments<'_>) -> Result<Change, Stop> {
    let last = desk.plan()?;
    let log = desk.log(&last)?;
    let next = app::follow(&last, log.as_ref(), desk.now)?;
    let folder = next.brief.block.start.to_string();
    desk.folder.inner(&folder)?;
    let known = desk.bytes(&format!("{folder}/{BRIEF_FILE}"))?;
    if known.is_some_and(|known| known != next.text.as_bytes()) {
        return Err(Stop::wrong(
            format!("{folder}/{BRIEF_FILE} is there and says something else"),
            "somebody has changed it: plan it with `runweave plan`, or move it away",
        ));
    }
    let earlier = desk.plan_if_any(&format!("{folder}/{PLAN_FILE}"))?;
    if let Some(other) = earlier.as_ref().filter(|held| !is_of(held, &next.brief)) {
        return Err(other_block(other));
    }
    let seed = arguments.whole("seed").map_or(last.seed, |seed| seed as u64);
    let brief = &next.brief;
    let plan = app::plan(&PlanInput { brief, busy: &[], seed, earlier: earlier.as_ref(), now: desk.now })?;
    next.sentences.iter().chain(&next.notes).for_each(|told| desk.note(told));
    let mut files = vec![(BRIEF_FILE.to_owned(), next.text.clone())];
    files.extend(kept_before(earlier.as_ref(), &plan));
    files.extend(made(&app::outputs(&plan, &brief.display, false)?));
    let text = render::text(&plan, &brief.display, &Look::new(None));
    Ok(Change {
        inside: Some(folder),
        files,
        text,
        data: json!({ "plan": summary::of_plan(&plan) }),
        ..Change::default()
    })
}

fn undo(desk: &Desk<'_>, _: Arguments<'_>) -> Result<Change, Stop> {
    let replaced = desk.plan()?;
    let Some(before) = desk.plan_if_any(BEFORE_FILE)? else {
        return Err(Stop::wrong("there is nothing to undo", "`plan` and `replan` keep the plan that they replace"));
    };
    let plan = before;
    let brief = plan.read_brief()?;
    let diff: Diff = follow::diff(&replaced, &plan)?;
    let mut files = brief_before(desk, &plan)?;
    files.extend(plan_files(desk, Some(&replaced), &plan, &brief)?);
    // The files are as they were; calendars that were given the newer one are told so by another.
    let shown = desk.plan_if_any(UNDONE_FILE)?;
    let seen: Vec<_> = [&replaced].into_iter().chain(&shown).collect();
    let shown = app::counted_on(&plan, &seen, desk.now);
    let calendar = render::ics(&shown, &brief.display, desk.has_runs_only(&replaced)?);
    files.extend([(UNDONE_CALENDAR.to_owned(), calendar), (UNDONE_FILE.to_owned(), render::json(&shown))]);
    let data = json!({ "plan": summary::of_plan(&plan), "changes": render::data_of(&diff) });
    Ok(Change { files, text: render::changes(&diff, None, &brief.display), data, ..Change::default() })
}

/// The times that other calendars take, as a plan knows them.
fn busy_of(plan: &Plan, brief: &Brief) -> Vec<(Moment, Moment)> {
    let calendar = brief.block.calendar();
    let mut busy: Vec<_> = plan.busy.iter().map(|busy| busy.span(&calendar)).collect();
    busy.sort_unstable();
    busy
}

/// A new plan with numbers higher than those that calendars were told after an undo.
fn counted(desk: &Desk<'_>, earlier: Option<&Plan>, plan: &Plan) -> Result<Plan, Stop> {
    let shown = if earlier == Some(plan) { None } else { desk.plan_if_any(UNDONE_FILE)? };
    Ok(shown.map_or_else(|| plan.clone(), |shown| app::counted_on(plan, &[&shown], desk.now)))
}

/// The files of a plan, after the one that it replaces; a calendar of the runs alone stays one.
fn plan_files(
    desk: &Desk<'_>,
    earlier: Option<&Plan>,
    plan: &Plan,
    brief: &Brief,
) -> Result<Vec<(String, String)>, Stop> {
    let only_runs = match earlier {
        Some(earlier) => desk.has_runs_only(earlier)?,
        None => false,
    };
    let mut files = kept_before(earlier, plan);
    // What stands in the file is kept as it is, also where it was edited by hand.
    if let (Some((_, text)), Some(known)) = (files.first_mut(), desk.bytes(PLAN_FILE)?) {
        *text = String::from_utf8_lossy(&known).into_owned();
    }
    files.extend(made(&app::outputs(plan, &brief.display, only_runs)?));
    Ok(files)
}

fn made(outputs: &Outputs) -> impl Iterator<Item = (String, String)> {
    outputs.files().map(|(name, text)| (name.to_owned(), text.to_owned())).into_iter()
}

/// The plan that is replaced, where it is another.
fn kept_before(earlier: Option<&Plan>, plan: &Plan) -> Vec<(String, String)> {
    earlier
        .filter(|earlier| *earlier != plan)
        .map(|earlier| (BEFORE_FILE.to_owned(), render::json(earlier)))
        .into_iter()
        .collect()
}

/// The brief that was given, as it is written, after the one that it replaces.
fn brief_files(desk: &Desk<'_>, arguments: Arguments<'_>) -> Result<Vec<(String, String)>, Stop> {
    let Some(given) = arguments.value("brief") else { return Ok(Vec::new()) };
    let text = render::json_of(given);
    let known = desk.bytes(BRIEF_FILE)?.filter(|known| known.as_slice() != text.as_bytes());
    let known = known.map(|known| (BRIEF_BEFORE.to_owned(), String::from_utf8_lossy(&known).into_owned()));
    Ok(known.into_iter().chain([(BRIEF_FILE.to_owned(), text)]).collect())
}

/// The two briefs change places where the one before is that of the plan that comes back.
fn brief_before(desk: &Desk<'_>, plan: &Plan) -> Result<Vec<(String, String)>, Stop> {
    let (Some(before), Some(now)) = (desk.bytes(BRIEF_BEFORE)?, desk.bytes(BRIEF_FILE)?) else { return Ok(Vec::new()) };
    let source =
        |text: &[u8]| Brief::parse(text, BRIEF_FILE, crate::brief::Defaults::utc()).ok().map(|brief| brief.source);
    if source(&before).as_ref() != Some(&plan.brief) || source(&now).as_ref() == Some(&plan.brief) {
        return Ok(Vec::new());
    }
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ok(vec![(BRIEF_BEFORE.to_owned(), text(&now)), (BRIEF_FILE.to_owned(), text(&before))])
}

/// The folder holds another plan.
fn other_block(held: &Plan) -> Stop {
    let name = |pointer: &str| held.brief.pointer(pointer).and_then(Value::as_str).map(render::clean);
    let start = held.start().map(|start| format!("from {}", render::words::date_long(start)));
    let whose: Vec<String> = [name("/athlete/name"), name("/block/name"), start].into_iter().flatten().collect();
    Stop::wrong(
        format!("the folder holds the plan of another person or block: {}", whose.join(", ")),
        "`next` plans the block that follows into a folder of its own; `replace` set to true writes over this one",
    )
}
