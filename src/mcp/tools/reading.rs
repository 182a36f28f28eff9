//! The tools that only answer.

use serde_json::{Value, json};

use super::{Does, Tool};
use crate::app::{Answer, Asked, PLAN_FILE};
use crate::brief;
use crate::follow;
use crate::mcp::arguments::{Arguments, Kind, may, needs};
use crate::mcp::desk::Desk;
use crate::mcp::summary;
use crate::model::{Goal, Level};
use crate::plan::{self, Compared};
use crate::prescribe::race_clashes;
use crate::render::{self, Look};
use crate::rules::{Rulebook, Setting};
use crate::schedule;
use crate::world::{BEFORE_FILE, BRIEF_FILE, LOG_FILE, Stop};

/// A name, a day or words of a person take so many characters at most.
const WORDS: usize = 200;

pub(super) const TOOLS: &[Tool] = &[
    Tool {
        name: "show",
        title: "Show the plan, the brief or the log",
        what: "What the folder holds. The plan as a table with every run's day, hour and length; one week alone shows what to do \
               on each run. Also the brief, the log, and the JSON Schema that says how a brief is written.",
        takes: &[
            may("of", Kind::Word(&["plan", "brief", "log", "brief_schema"]), "What is shown; the plan when left out"),
            may("week", Kind::Whole(1, 104), "One week of the plan only, by its number"),
        ],
        gives: || {
            object(
                &[
                    (
                        "weeks",
                        json!({ "type": "array", "items": summary::week_schema(), "description": "Of the plan" }),
                    ),
                    ("today", json!({ "type": "string", "description": "The date where the plan is followed" })),
                    ("document", json!({ "description": "The brief, the log or the schema as it is" })),
                ],
                &[],
            )
        },
        does: Does::Answer(show),
    },
    Tool {
        name: "why",
        title: "Why a run is where it is",
        what: "Why a run has its day and hour, why a run was left out, what a session keeps runs away from, or what a free day \
               would cost.",
        takes: &[needs(
            "what",
            Kind::Text(WORDS),
            "A run (`long`, `w01-easy-1`), a session (`w01-s1`), a week (`w03`), a day (`thu`) or a date",
        )],
        gives: answer_schema,
        does: Does::Answer(why),
    },
    Tool {
        name: "why_not",
        title: "Why a run is not somewhere else",
        what: "What it would cost to have a run on another day of its week, or at another hour, and which must-rule forbids it.",
        takes: &[
            needs("what", Kind::Text(WORDS), "The run: `long`, `thu`, `w01-easy-1` or a date"),
            needs(
                "place",
                Kind::Text(WORDS),
                "A weekday or date of the same week, perhaps with an hour: `thu`, `thu 18:00`",
            ),
        ],
        gives: answer_schema,
        does: Does::Answer(why_not),
    },
    Tool {
        name: "advise",
        title: "What change of the week would help most",
        what: "The single changes of the person's own week that would help most, best first. Each was planned whole: what it would \
               gain is exact.",
        takes: &[may("brief", Kind::Brief, "A whole brief; brief.json of the folder when left out")],
        gives: answer_schema,
        does: Does::Answer(advise),
    },
    Tool {
        name: "check",
        title: "Judge the plan or a brief",
        what: "Whether the plan in force keeps every rule, also where it was edited by hand, and whether a better one exists; or \
               every problem of a brief at once, with what would be right.",
        takes: &[
            may("of", Kind::Word(&["plan", "brief"]), "What is judged; the plan when left out"),
            may("brief", Kind::Brief, "A whole brief, which is judged instead"),
        ],
        gives: answer_schema,
        does: Does::Answer(check),
    },
    Tool {
        name: "diff",
        title: "What the last change changed",
        what: "What changed from the plan that was replaced last to the plan in force, in sentences.",
        takes: &[],
        gives: answer_schema,
        does: Does::Answer(diff),
    },
    Tool {
        name: "rules",
        title: "The rulebook",
        what: "Every rule in a line, or one rule whole: what it asks, its numbers for this person, its sources, how to change it.",
        takes: &[may("rule", Kind::Text(WORDS), "The rule to tell whole, such as `heavy_legs_then_run`")],
        gives: answer_schema,
        does: Does::Answer(rules),
    },
];

/// The schema of an object.
pub(super) fn object(properties: &[(&str, Value)], required: &[&str]) -> Value {
    let properties: serde_json::Map<_, _> =
        properties.iter().map(|(name, schema)| ((*name).to_owned(), schema.clone())).collect();
    json!({ "type": "object", "properties": properties, "required": required })
}

fn answer_schema() -> Value {
    object(&[("answer", json!({ "description": "The same as the text, as data" }))], &["answer"])
}

fn answer(answer: Answer) -> Answer {
    Answer { text: answer.text, data: json!({ "answer": answer.data }) }
}

fn show(desk: &Desk<'_>, arguments: Arguments<'_>) -> Result<Answer, Stop> {
    let document = |text: &str| {
        let data = serde_json::from_str(text).unwrap_or_else(|_| json!(text));
        Answer { text: text.to_owned(), data: json!({ "document": data }) }
    };
    let file = |name: &str, hint: &str| {
        let bytes = desk.bytes(name)?.ok_or_else(|| Stop::wrong(format!("there is no {name} in the folder"), hint))?;
        Ok(document(&String::from_utf8_lossy(&bytes)))
    };
    match arguments.text("of").unwrap_or("plan") {
        "brief" => file(BRIEF_FILE, "`plan` writes one where it is given a whole brief"),
        "log" => file(LOG_FILE, "`log` starts one"),
        "brief_schema" => Ok(document(&render::json_line(&brief::schema()))),
        _ => show_plan(desk, arguments),
    }
}

fn show_plan(desk: &Desk<'_>, arguments: Arguments<'_>) -> Result<Answer, Stop> {
    let mut plan = desk.plan()?;
    let display = plan.read_brief()?.display;
    let today = desk.today(&plan);
    if let Some(number) = arguments.whole("week") {
        let weeks = plan.weeks.len();
        plan.weeks.retain(|week| i64::from(week.number) == number);
        if plan.weeks.is_empty() {
            return Err(Stop::wrong(format!("the plan has no week {number}"), format!("it has {weeks}")));
        }
    }
    let text = render::text(&plan, &display, &Look { today: Some(today), ..Look::new(None) });
    let weeks: Vec<Value> = plan.weeks.iter().map(summary::of_week).collect();
    Ok(Answer { text, data: json!({ "weeks": weeks, "today": today }) })
}

fn why(desk: &Desk<'_>, arguments: Arguments<'_>) -> Result<Answer, Stop> {
    let plan = desk.plan()?;
    let laid = plan.lay_out()?;
    let asked = Asked::new(&plan, &laid, desk.today(&plan));
    Ok(answer(asked.why(arguments.text("what").unwrap_or_default())?))
}

fn why_not(desk: &Desk<'_>, arguments: Arguments<'_>) -> Result<Answer, Stop> {
    let plan = desk.plan()?;
    let laid = plan.lay_out()?;
    let asked = Asked::new(&plan, &laid, desk.today(&plan));
    let (what, place) = (arguments.text("what").unwrap_or_default(), arguments.text("place").unwrap_or_default());
    Ok(answer(asked.why_not(what, place)?))
}

fn advise(desk: &Desk<'_>, arguments: Arguments<'_>) -> Result<Answer, Stop> {
    let brief = desk.brief(arguments.value("brief"))?;
    let found = schedule::advise(&brief, &[], 1)
        .map_err(|why| Stop::NoPlan(format!("error: the brief as it is cannot be planned: {why}")))?;
    Ok(answer(Answer { text: render::advice(&found), data: render::advice_data(&found) }))
}

fn check(desk: &Desk<'_>, arguments: Arguments<'_>) -> Result<Answer, Stop> {
    if arguments.value("brief").is_some() || arguments.text("of") == Some("brief") {
        let brief = desk.brief(arguments.value("brief"))?;
        let mut advice = brief.warnings.clone();
        advice.extend(brief::check(&brief));
        advice.extend(race_clashes(&brief, &brief.timetable(&[])));
        let text = if advice.is_empty() {
            "The brief is in order.".to_owned()
        } else {
            format!("The brief is in order. To look at:\n{}", render::bullets(&advice))
        };
        return Ok(answer(Answer { text, data: json!({ "valid": true, "advice": advice }) }));
    }
    let plan = desk.plan()?;
    let laid = plan.lay_out()?;
    let mut findings = plan::check(&plan, &laid);
    let compared = plan::against_the_best(&plan, &laid);
    findings.score.proven = findings.score.must == 0 && compared.as_ref().is_ok_and(Compared::is_best);
    let text = render::findings(&findings, &compared, &plan);
    let mut data = render::data_of(&findings);
    data["over_the_best"] = render::data_of(&compared.ok().map(|compared| compared.over));
    Ok(answer(Answer { text, data }))
}

fn diff(desk: &Desk<'_>, _: Arguments<'_>) -> Result<Answer, Stop> {
    let new = desk.plan_if_any(PLAN_FILE)?;
    let (Some(old), Some(new)) = (desk.plan_if_any(BEFORE_FILE)?, new) else {
        return Err(Stop::wrong("no plan was replaced in this folder", "`show` shows the plan in force"));
    };
    let diff = follow::diff(&old, &new)?;
    let text = render::changes(&diff, None, &new.read_brief()?.display);
    Ok(answer(Answer { text, data: render::data_of(&diff) }))
}

fn rules(desk: &Desk<'_>, arguments: Arguments<'_>) -> Result<Answer, Stop> {
    let (mut book, of) = match desk.brief(None) {
        Ok(brief) => (brief.rules, "of this brief"),
        Err(_) => (
            Rulebook::for_athlete(&Setting::of(Goal::GeneralFitness, Level::Intermediate)),
            "for general fitness at an intermediate level",
        ),
    };
    let Some(id) = arguments.text("rule") else {
        let text = render::rulebook(&book);
        return Ok(answer(Answer { text, data: render::rulebook_data(&mut book) }));
    };
    if book.find(id).is_none() {
        let ids: Vec<&str> = book.all().iter().map(|rule| rule.card().id).collect();
        let hint = brief::nearest(id, ids)
            .map_or_else(|| "without `rule` all are listed".to_owned(), |near| format!("did you mean `{near}`?"));
        return Err(Stop::wrong(format!("there is no rule `{}`", id.escape_debug()), hint));
    }
    Ok(answer(Answer { text: render::rule(&mut book, id, of), data: render::rule_data(&mut book, id) }))
}
