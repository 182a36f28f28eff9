//! What a person says of their week, read back.

use runweave::brief::said;
use runweave::model::WEEKDAYS;
use serde_json::{Value, json};

use crate::request::{Refused, Request};

type Answer = Result<Value, Refused>;

pub(super) fn sessions(asked: Request<'_>) -> Answer {
    let read = said::sessions(asked.text("text")).map_err(|why| Refused::because(&why))?;
    let one = |session: &said::SaidSession| {
        json!({
            "session": {
                "name": session.name, "day": WEEKDAYS[session.day], "start": session.start.to_string(),
                "minutes": session.minutes, "kind": session.kind, "focus": session.focus, "effort": session.effort,
            },
            "assumed": session.assumed,
        })
    };
    Ok(read.iter().map(one).collect())
}

pub(super) fn free(_: Request<'_>) -> Answer {
    Err(Refused::because("not yet"))
}

pub(super) fn event(asked: Request<'_>) -> Answer {
    let event = said::event(asked.text("text")).map_err(|why| Refused::because(&why))?;
    Ok(json!({ "name": event.name, "date": event.date, "distance_km": event.distance_km }))
}

pub(super) fn race(asked: Request<'_>) -> Answer {
    let race = said::race(asked.text("text")).map_err(|why| Refused::because(&why))?;
    Ok(json!({ "distance_km": race.distance_km, "time": race.time, "date": race.date }))
}
