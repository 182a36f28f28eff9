//! The last weeks of a block as the next brief holds them.

use chrono::{Datelike as _, Duration, NaiveDate};
use serde_json::{Map, Value, json};

use super::{Follow, RUN_DAYS};
use crate::brief::PastSession;
use crate::model::{Kind, RunType, Session};
use crate::plan::{Plan, SessionDone, slug};
use crate::rules::MARGIN_DAYS;

impl Follow<'_> {
    /// The runs of the last weeks, those before the plan included.
    pub(super) fn past_runs(&self) -> Vec<Value> {
        let first = self.start - Duration::days(RUN_DAYS);
        let earlier = self.plan.brief["before"]["runs"].as_array().cloned().unwrap_or_default();
        let is_late = |run: &Value| {
            let date = run["start"].as_str().and_then(|start| start.get(..10)?.parse::<NaiveDate>().ok());
            date.is_some_and(|date| date >= first)
        };
        let mut runs: Vec<Value> = earlier.into_iter().filter(is_late).collect();
        for run in self.runs.iter().filter(|run| run.start.0.date() >= first) {
            let mut value = json!({ "start": run.start, "minutes": run.minutes.clamp(1, 1440), "type": run.kind });
            if let Some(id) = &run.planned {
                value["slug"] = json!(slug(id));
            }
            let distance = run.planned.as_deref().and_then(|id| distance_km(self.plan, id));
            if let Some(km) = distance.filter(|km| run.kind == RunType::Race && *km >= 0.8) {
                value["distance_km"] = json!(km);
            }
            runs.push(value);
        }
        runs
    }

    /// The sessions of the last weeks; of the time before a short plan, the fixed week.
    pub(super) fn past_sessions(&self) -> Vec<Value> {
        let first = self.start - Duration::days(i64::from(MARGIN_DAYS));
        let done = self.sessions.iter().filter(|session| session.start.0.date() >= first);
        let mut sessions: Vec<Value> = self.before_the_plan(first);
        sessions.extend(done.map(session));
        sessions
    }

    fn before_the_plan(&self, first: NaiveDate) -> Vec<Value> {
        let brief = &self.laid.brief;
        let Some(known) = &brief.before.sessions else {
            return usual(&brief.sessions, first, brief.block.start).iter().map(session).collect();
        };
        let calendar = brief.block.calendar();
        let on = |past: &PastSession| (calendar.date(past.day), past.session.start, past.session.clone());
        let known = known.iter().map(on).filter(|(date, ..)| (first..brief.block.start).contains(date));
        known.map(|one| session(&SessionDone::from(&one))).collect()
    }
}

/// The fixed week on the days from `first` to `end`, as if it were done.
pub(super) fn usual(week: &[Session], first: NaiveDate, end: NaiveDate) -> Vec<SessionDone> {
    let days = first.iter_days().take_while(|date| *date < end);
    let on = |date: NaiveDate| {
        let weekday = date.weekday().num_days_from_monday() as usize;
        let that_day = week.iter().filter(move |one| one.falls_on(weekday, date) && one.run.is_none());
        that_day.map(move |one| SessionDone::from(&(date, one.start, one.clone())))
    };
    days.flat_map(on).collect()
}

/// A session as a brief holds it: what was felt counts before what was meant.
fn session(done: &SessionDone) -> Value {
    let mut value = Map::new();
    if !done.name.is_empty() {
        value.insert("name".to_owned(), json!(done.name));
    }
    value.insert("start".to_owned(), json!(done.start));
    value.insert("minutes".to_owned(), json!(done.minutes.clamp(1, 1440)));
    value.insert("kind".to_owned(), json!(done.kind));
    if let Some(focus) = done.focus.filter(|_| done.kind != Kind::Mobility) {
        value.insert("focus".to_owned(), json!(focus));
    }
    match (done.rpe, done.effort) {
        (Some(rpe), _) => value.insert("rpe".to_owned(), json!(rpe)),
        (None, Some(effort)) => value.insert("effort".to_owned(), json!(effort)),
        (None, None) => None,
    };
    if done.is_match && done.kind == Kind::Other {
        value.insert("match".to_owned(), json!(true));
    }
    Value::Object(value)
}

fn distance_km(plan: &Plan, id: &str) -> Option<f64> {
    plan.planned_run(id)?.run.distance_km
}
