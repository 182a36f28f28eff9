//! One line for the log from the arguments: it is checked like any line that is read.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use crate::brief;
use crate::cli::Stop;
use crate::cli::args::{AddedArgs, CheckInArgs, DoneArgs, Felt, LogCommand, MissedArgs};
use crate::plan::Plan;
use crate::plan::log::{Entry, Log};

/// The line that a command asks for, on the planned day or `today` where it names none.
pub(super) fn entry(what: &LogCommand, plan: Option<&Plan>, today: NaiveDate) -> Result<Entry, Stop> {
    let line = match what {
        LogCommand::Done(args) => done(args, planned(&args.id, plan)?.unwrap_or(today)),
        LogCommand::Missed(args) => missed(args, planned(&args.id, plan)?.unwrap_or(today)),
        LogCommand::Added(args) => added(args, today),
        LogCommand::Checkin(args) => check_in(args, today),
        LogCommand::Import(_) | LogCommand::Show(_) => Line::of("", &[]),
    };
    let (log, problems) = Log::read(Value::Object(line.0).to_string().as_bytes());
    if let Some((_, entry)) = log.entries.into_iter().next() {
        return Ok(entry);
    }
    let sentences: Vec<String> = problems.into_iter().map(|problem| problem.what).collect();
    Err(Stop::Input(format!("error: this cannot be recorded\n  {}", sentences.join("\n  "))))
}

/// The day an id was planned for; an error where the plan does not hold it.
fn planned(id: &str, plan: Option<&Plan>) -> Result<Option<NaiveDate>, Stop> {
    let Some(plan) = plan else { return Ok(None) };
    let entries = || plan.weeks.iter().flat_map(|week| &week.sessions);
    if let Some(day) = plan.day_of(id) {
        return Ok(Some(day));
    }
    let near = brief::nearest(id, entries().map(crate::plan::Entry::id));
    let hint = near.map_or_else(
        || "`runweave show` lists the plan; what was not planned is `added`".to_owned(),
        |near| format!("did you mean `{near}`?"),
    );
    Err(Stop::wrong(format!("the plan holds no `{}`", id.escape_debug()), hint))
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

fn done(args: &DoneArgs, day: NaiveDate) -> Line {
    let date = args.date.unwrap_or(day);
    let fields =
        [("id", json!(args.id)), ("date", json!(date)), ("start", json!(args.start)), ("minutes", json!(args.minutes))];
    Line::of("done", &fields).felt(&args.felt)
}

fn missed(args: &MissedArgs, day: NaiveDate) -> Line {
    let date = args.date.unwrap_or(day);
    Line::of("missed", &[("id", json!(args.id)), ("date", json!(date)), ("note", json!(args.note))])
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
