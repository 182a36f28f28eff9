//! What can be asked, and what is answered.

mod follow;
mod phrases;
mod planning;
mod watch;

use serde_json::{Value, json};

use crate::request::{Refused, Request};

/// The answer to a request: under `ok` what was asked for, or under `error` what is wrong with it.
pub(crate) fn answer(request: &Value) -> Value {
    let asked = Request(request);
    let answer = match asked.text("ask") {
        "plan" => planning::plan(asked),
        "files" => planning::files(asked),
        "check" => planning::check(asked),
        "why" => planning::why(asked),
        "why_not" => planning::why_not(asked),
        "advise" => planning::advise(asked),
        "rule" => planning::rule(asked),
        "replan" => follow::replan(asked),
        "next" => follow::next(asked),
        "log" => follow::log(asked),
        "recordings" => follow::recordings(asked),
        "watch" => watch::watch(asked),
        "beside" => watch::beside(asked),
        "sessions" => phrases::sessions(asked),
        "free" => phrases::free(asked),
        "event" => phrases::event(asked),
        "race" => phrases::race(asked),
        other => Err(Refused::because(&format!("`{other}` cannot be asked"))),
    };
    match answer {
        Ok(answer) => json!({ "ok": answer }),
        Err(Refused(answer)) => answer,
    }
}
