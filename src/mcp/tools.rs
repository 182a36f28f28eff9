//! The tools, and how a call of one becomes a result.

mod log;
mod planning;
mod reading;

use std::time::Duration;

use serde_json::{Map, Value, json};

use super::arguments::{self, APPLY, Argument, Arguments};
use super::change::{Change, Name};
use super::desk::Desk;
use crate::app::Answer;
use crate::world::lock::Lock;
use crate::world::{Folder, Stop, files};

/// An assistant waits so long for another program that writes in the folder.
const WAIT: Duration = Duration::from_secs(10);

/// What a tool does.
#[derive(Clone, Copy)]
enum Does {
    /// It answers, and writes nothing.
    Answer(fn(&Desk<'_>, Arguments<'_>) -> Result<Answer, Stop>),
    /// It tells what it would write.
    Change(fn(&Desk<'_>, Arguments<'_>) -> Result<Change, Stop>),
}

/// A tool.
struct Tool {
    name: &'static str,
    title: &'static str,
    what: &'static str,
    takes: &'static [Argument],
    /// The schema of what it returns.
    gives: fn() -> Value,
    does: Does,
}

fn all() -> impl Iterator<Item = &'static Tool> {
    reading::TOOLS.iter().chain(planning::TOOLS).chain(log::TOOLS)
}

impl Tool {
    fn writes(&self) -> bool {
        matches!(self.does, Does::Change(_))
    }

    /// Its arguments, with the one that applies a preview where it writes.
    fn takes(&self) -> Vec<Argument> {
        self.takes.iter().copied().chain(self.writes().then_some(APPLY)).collect()
    }

    fn listed(&self) -> Value {
        let gives = (self.gives)();
        let gives = if self.writes() { change_schema(gives) } else { gives };
        json!({
            "name": self.name, "title": self.title, "description": self.what,
            "inputSchema": arguments::schema(&self.takes()), "outputSchema": gives,
            "annotations": {
                "title": self.title, "readOnlyHint": !self.writes(), "destructiveHint": false,
                "idempotentHint": !self.writes(), "openWorldHint": false,
            },
        })
    }
}

/// Every tool as a client is told of it, always in this order.
pub(super) fn listed() -> Value {
    all().map(Tool::listed).collect()
}

/// The result of a call, also where it could not be done; nothing where there is no such tool.
pub(super) fn call(name: &str, given: &Map<String, Value>, folder: &Folder) -> Option<Value> {
    let tool = all().find(|tool| tool.name == name)?;
    Some(match done(tool, given, folder) {
        Ok(Answer { text, data }) => json!({
            "content": [{ "type": "text", "text": text.trim_end() }], "structuredContent": data, "isError": false,
        }),
        Err(stop) => json!({ "content": [{ "type": "text", "text": stop.text() }], "isError": true }),
    })
}

fn done(tool: &Tool, given: &Map<String, Value>, folder: &Folder) -> Result<Answer, Stop> {
    let arguments = Arguments::checked(given, &tool.takes())?;
    let now = files::now();
    match (tool.does, arguments.text(APPLY.name)) {
        (Does::Answer(answer), _) => {
            let desk = Desk::new(folder, now);
            let Answer { text, data } = answer(&desk, arguments)?;
            Ok(Answer { text: with_notes(text, &desk), data })
        }
        (Does::Change(change), None) => {
            let desk = Desk::new(folder, now);
            let change = change(&desk, arguments)?.without_what_is_there(folder)?;
            let name = change.name(tool.name, arguments, &desk).to_string();
            let text = if change.is_nothing() {
                "Nothing would be written: everything is so already.".to_owned()
            } else {
                format!(
                    "Nothing is written yet. It would write {}. To write it, once the person agrees, call `{}` again with the \
                     same arguments and `apply`: \"{name}\"",
                    change.written().join(", "),
                    tool.name
                )
            };
            Ok(told(&change, &desk, &text, json!({ "preview": name })))
        }
        (Does::Change(change), Some(name)) => {
            let preview = Name::read(name, now)?;
            let _lock = Lock::within(folder.path(), WAIT)?;
            let desk = Desk::new(folder, preview.moment());
            let change = change(&desk, arguments)?.without_what_is_there(folder)?;
            preview.hold_against(&change.name(tool.name, arguments, &desk))?;
            change.write(folder)?;
            let text = format!(
                "Written: {}.",
                if change.is_nothing() {
                    "nothing, everything was so already".to_owned()
                } else {
                    change.written().join(", ")
                }
            );
            Ok(told(&change, &desk, &text, json!({ "written": true })))
        }
    }
}

/// A change as it is told, with what becomes of it at the end.
fn told(change: &Change, desk: &Desk<'_>, end: &str, more: Value) -> Answer {
    let mut data = change.data.clone();
    data["written"] = json!(false);
    data["files"] = json!(change.written());
    data["notes"] = json!(*desk.notes.borrow());
    if let (Some(data), Value::Object(more)) = (data.as_object_mut(), more) {
        data.extend(more);
    }
    Answer { text: format!("{}\n\n{end}", with_notes(change.text.clone(), desk).trim_end()), data }
}

fn with_notes(text: String, desk: &Desk<'_>) -> String {
    let notes = desk.notes.borrow();
    if notes.is_empty() {
        return text;
    }
    format!("{}\n\nNotes:\n{}", text.trim_end(), crate::render::bullets(&notes))
}

/// The schema of what a tool returns that writes.
fn change_schema(mut gives: Value) -> Value {
    let strings = json!({ "type": "array", "items": { "type": "string" } });
    if let Some(properties) = gives["properties"].as_object_mut() {
        properties.insert("written".to_owned(), json!({ "type": "boolean", "description": "Whether it is written" }));
        properties.insert("files".to_owned(), strings.clone());
        properties.insert("notes".to_owned(), strings);
        properties.insert(
            "preview".to_owned(),
            json!({ "type": "string", "description": "What `apply` takes, within an hour" }),
        );
    }
    if let Some(required) = gives["required"].as_array_mut() {
        required.extend(["written", "files", "notes"].map(Value::from));
    }
    gives
}
