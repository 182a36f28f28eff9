//! One line for the log from the arguments: it is checked like any line that is read.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use crate::app::{self, Said};
use crate::cli::Stop;
use crate::cli::args::{AddedArgs, CheckInArgs, DoneArgs, Felt, LogCommand, MissedArgs};
use crate::follow::log::{Entry, Log};
use crate::plan::Plan;

/// The line that a command asks for, on the planned day or `today` where it names none.
pub(super) fn entry(what: &LogCommand, plan: Option<&Plan>, today: NaiveDate) -> Result<Entry, Stop> {
    let line = match what {
        LogCommand::Done(args) => done(args, plan, today)?,
        LogCommand::Missed(args) => missed(args, plan, today)?,
        LogCommand::Added(args) => added(args, today),
        LogCommand::Checkin(args) => check_in(args, today),
        LogCommand::Ill(_) | LogCommand::Import(_) | LogCommand::Show(_) => Line::of("", &[]),
    };
    let (log, problems) = Log::read(Value::Object(line.0).to_string().as_bytes());
    if let Some((_, entry)) = log.entries.into_iter().next() {
        return Ok(entry);
    }
    let sentences: Vec<String> = problems.into_iter().map(|problem| problem.what).collect();
    Err(Stop::Input(format!("error: this cannot be recorded\n  {}", sentences.join("\n  "))))
}

/// What words mean in the plan, and the day it was done or meant for. Without a plan they have to be an id.
fn planned(words: &str, plan: Option<&Plan>, today: NaiveDate) -> Result<(String, Said, NaiveDate), Stop> {
    let Some(plan) = plan else {
        if words.is_empty() || words.contains(char::is_whitespace) {
            return Err(Stop::wrong(
                "there is no plan to find this in",
                "name the plan with `--plan PLAN`, or give an id",
            ));
        }
        return Ok((words.to_owned(), Said { what: words.to_owned(), ..Said::default() }, today));
    };
    app::recorded(plan, words, today)
        .map_err(|why| Stop::wrong(&why, format!("{}; what was not planned is `added`", why.hint())))
}

/// An object that leaves out what is not said.
struct Line(Map<String, Value>);

impl Line {
    fn of(kind: &str, fields: &[(&str, Value)]) -> Self {
        let mut line = Map::new();
        line.insert("type".to_owned(), json!(kind));
        let said = fields.iter().filter(|(_, value)| !value.is_null() && *value != json!([]));
        line.extend(said.map(|(name, value)| ((*name).to_owned(), value.clone())));
        Self(line)
    }

    fn felt(mut self, felt: &Felt) -> Self {
        let more = Self::of(
            "",
            &[("rpe", json!(felt.rpe)), ("distance_km", json!(felt.distance_km)), ("note", json!(felt.note))],
        );
        self.0.extend(more.0.into_iter().filter(|(name, _)| name != "type"));
        self
    }
}

fn done(args: &DoneArgs, plan: Option<&Plan>, today: NaiveDate) -> Result<Line, Stop> {
    let words = args.what.join(" ");
    let (id, said, day) = planned(words.trim(), plan, today)?;
    // Whoever names a run that lies ahead has done it early.
    let day = if id == words.trim() { day } else { day.min(today) };
    let start = args.start.clone().or(said.start.map(|start| start.to_string()));
    let fields = [
        ("id", json!(id)),
        ("date", json!(args.date.unwrap_or(day))),
        ("start", json!(start)),
        ("minutes", json!(args.minutes.or(said.minutes))),
    ];
    let Felt { rpe, distance_km, note } = &args.felt;
    let felt = Felt { rpe: rpe.or(said.rpe), distance_km: distance_km.or(said.distance_km), note: note.clone() };
    Ok(Line::of("done", &fields).felt(&felt))
}

fn missed(args: &MissedArgs, plan: Option<&Plan>, today: NaiveDate) -> Result<Line, Stop> {
    let (id, _, day) = planned(args.what.join(" ").trim(), plan, today)?;
    let date = args.date.unwrap_or(day);
    Ok(Line::of("missed", &[("id", json!(id)), ("date", json!(date)), ("note", json!(args.note))]))
}

fn added(args: &AddedArgs, today: NaiveDate) -> Line {
    let fields = [
        ("date", json!(args.date.unwrap_or(today))),
        ("start", json!(args.start)),
        ("minutes", json!(args.minutes)),
        ("kind", json!(args.kind)),
        ("focus", json!(args.focus)),
        ("effort", json!(args.effort)),
    ];
    Line::of("added", &fields).felt(&args.felt)
}

fn check_in(args: &CheckInArgs, today: NaiveDate) -> Line {
    let fields = [
        ("date", json!(args.date.unwrap_or(today))),
        ("sleep_hours", json!(args.sleep)),
        ("fatigue", json!(args.fatigue)),
        ("soreness", json!(args.soreness)),
        ("stress", json!(args.stress)),
        ("pain", json!(args.pain)),
        ("signs", json!(args.signs)),
        ("signs_days", json!(args.signs_days)),
        ("days_off", json!(args.days_off)),
    ];
    Line::of("check_in", &fields)
}
