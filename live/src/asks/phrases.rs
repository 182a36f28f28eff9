//! What a person says of their week in a line, read back.

use chrono::NaiveDate;
use runweave::app;
use runweave::intake::phrases::{self, Reading, Refusal};
use runweave::model::WEEKDAYS;
use serde_json::{Value, json};

use crate::request::{Refused, Request};

type Answer = Result<Value, Refused>;

impl From<Refusal> for Refused {
    fn from(why: Refusal) -> Self {
        Self::because(&why.text)
    }
}

/// The day on which a line is read; the first of a block where it is not said.
fn today(asked: Request<'_>) -> Result<NaiveDate, Refused> {
    asked.text("today").parse().map_err(|_| Refused::because("On which day it is read is not said."))
}

/// What was assumed, what is in doubt, and what was not used.
fn remarks<T>(reading: &Reading<T>, line: &str) -> Value {
    let doubts: Vec<Value> = reading
        .unsure
        .iter()
        .map(|doubt| {
            let choices = doubt.choices.iter().map(|choice| json!({ "label": choice.label, "line": choice.line }));
            json!({ "question": doubt.question, "taken": doubt.taken, "choices": choices.collect::<Vec<_>>() })
        })
        .collect();
    json!({
        "assumed": reading.assumed.iter().map(|remark| remark.text.as_str()).collect::<Vec<_>>(),
        "unsure": doubts,
        "left_over": reading.left_over_sentence(line),
    })
}

/// The sessions of a line, as the brief of the block writes them.
pub(super) fn sessions(asked: Request<'_>) -> Answer {
    let line = asked.text("text");
    let reading = phrases::read_session(line, today(asked)?)?;
    let start = asked.text("start").parse().map_err(|_| Refused::because("When the block starts is not said."))?;
    let weeks = asked.number("weeks").and_then(|weeks| u32::try_from(weeks).ok()).unwrap_or(1);
    let written = reading.found.iter().map(|said| app::written_session(said, start, weeks));
    let sessions = written.collect::<Result<Vec<_>, _>>().map_err(|why| Refused::because(&why))?;
    Ok(json!({ "sessions": sessions, "remarks": remarks(&reading, line) }))
}

/// The free times of a line, by weekday.
pub(super) fn free(asked: Request<'_>) -> Answer {
    let line = asked.text("text");
    let reading = phrases::read_free(line, today(asked)?)?;
    let windows = reading.found.windows.iter().map(|window| {
        let (hour, minute) = (window.to / 60, window.to % 60);
        json!({ "day": WEEKDAYS[window.day], "window": format!("{}-{hour:02}:{minute:02}", window.from) })
    });
    Ok(json!({ "windows": windows.collect::<Vec<_>>(), "remarks": remarks(&reading, line) }))
}

/// A race to come.
pub(super) fn event(asked: Request<'_>) -> Answer {
    let line = asked.text("text");
    let reading = phrases::read_event(line, today(asked)?)?;
    let event = &reading.found;
    let mut found = json!({ "name": event.name, "date": event.date, "distance_km": event.distance_km });
    if let Some(time) = &event.target_time {
        found["target_time"] = json!(time);
    }
    if let Some(metres) = event.climb_m {
        found["climb_m"] = json!(metres);
    }
    Ok(json!({ "event": found, "remarks": remarks(&reading, line) }))
}

/// A race that was run.
pub(super) fn race(asked: Request<'_>) -> Answer {
    let line = asked.text("text");
    let reading = phrases::read_race(line, today(asked)?)?;
    let race = &reading.found;
    let race = json!({ "distance_km": race.distance_km, "time": race.time, "date": race.date });
    Ok(json!({ "race": race, "remarks": remarks(&reading, line) }))
}
