//! What was read in a line, as the brief writes it.

use chrono::{Datelike as _, Duration, NaiveDate};
use serde_json::{Map, Value, json};

use crate::intake::phrases::{Cycle, SaidSession, When};
use crate::model::{Clock, Effort, WEEKDAYS, WeekEffort, count};

/// An object of what is there.
pub(crate) fn some<const N: usize>(entries: [(&str, Option<Value>); N]) -> Value {
    entries.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect::<Map<_, _>>().into()
}

/// A session that was read in a line, as the brief of a block writes it: the block starts on a Monday and has so many weeks.
///
/// # Errors
/// A sentence where it takes place in no week of the block.
pub fn written_session(said: &SaidSession, start: NaiveDate, weeks: u32) -> Result<Value, String> {
    let (day, date) = match said.when {
        When::Weekly(day) => (Some(day), None),
        When::On(date) => (None, Some(date)),
    };
    let all = day.map(|day| said.cycle.skipped(start, weeks, day)).unwrap_or_default();
    if all.len() as u32 == weeks && weeks > 0 {
        let name = if said.name.is_empty() { "a session" } else { &said.name };
        return Err(format!("{name} takes place in no week of the block, which has {}", count(weeks as usize, "week")));
    }
    let (turn, cycle) = (said.cycle.weeks(), Cycle { every: 1, turn: None, ..said.cycle.clone() });
    let skipped = day.map(|day| cycle.skipped(start, weeks, day)).unwrap_or_default();
    let last = start + Duration::weeks(i64::from(weeks));
    let falls = |date: &&NaiveDate| {
        (start..last).contains(*date) && day == Some(date.weekday().num_days_from_monday() as usize)
    };
    let dates: Vec<&NaiveDate> = said.cycle.not_on.iter().filter(falls).collect();
    let word = turn.as_ref().filter(|(on, of)| *of == 2 && on.len() == 1);
    let word = word.map(|(on, _)| if on[..] == [1] { "odd" } else { "even" });
    let turn = turn.filter(|_| word.is_none());
    let every = some([
        ("weeks", word.map(|word| json!(word))),
        ("on", turn.as_ref().map(|(on, _)| json!(on))),
        ("of", turn.as_ref().map(|(_, of)| json!(of))),
        ("days", said.cycle.days.map(|days| json!(days))),
        ("skip_weeks", (!skipped.is_empty()).then(|| json!(skipped))),
        ("skip_dates", (!dates.is_empty()).then(|| json!(dates))),
    ]);
    let movable = said.among.as_ref().map(|among| {
        let start = match among.hours {
            None => said.start.to_string(),
            Some((from, to)) => format!("{}-{}", Clock(from), Clock(to)),
        };
        among.days.iter().map(|day| (WEEKDAYS[*day].to_owned(), json!([start]))).collect::<Map<_, _>>()
    });
    let stands = movable.is_none();
    let by_week = said.cycle.deload.zip(said.effort.or(said.rpe.map(Effort::from_rpe))).map(|(weeks, effort)| {
        let full = std::iter::repeat_n(json!(effort), weeks.saturating_sub(1) as usize);
        full.chain([json!(WeekEffort::Deload)]).collect::<Vec<_>>()
    });
    let alike = by_week.is_none();
    Ok(some([
        ("name", (!said.name.is_empty()).then(|| json!(said.name))),
        ("day", day.filter(|_| stands).map(|day| json!(WEEKDAYS[day]))),
        ("date", date.map(|date| json!(date))),
        ("start", stands.then(|| json!(said.start.to_string()))),
        ("movable", movable.map(Value::Object)),
        ("minutes", Some(json!(said.minutes))),
        ("kind", Some(json!(said.kind))),
        ("class", said.class.map(|class| json!(class))),
        ("distance_km", said.metres.map(|metres| json!(f64::from(metres) / 1000.0))),
        ("focus", said.focus.map(|focus| json!(focus))),
        ("effort", said.effort.filter(|_| alike && said.rpe.is_none()).map(|effort| json!(effort))),
        ("rpe", said.rpe.filter(|_| alike).map(Value::from)),
        ("effort_by_week", by_week.map(Value::from)),
        ("match", said.is_match.then(|| json!(true))),
        ("every", Some(every).filter(|every| every.as_object().is_some_and(|every| !every.is_empty()))),
    ]))
}
