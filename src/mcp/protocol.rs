//! The methods of the protocol, in both of its generations: since 2026-07-28 every request says its version and nothing is
//! remembered; before, `initialize` opened a session.

use serde_json::{Map, Value, json};

use super::tools;
use super::wire::{self, INVALID_PARAMS, Message, NO_METHOD, OTHER_VERSION, error_of, result_of};
use crate::world::Folder;

/// The version in which every request says its own.
const STATELESS: &str = "2026-07-28";
/// The versions with `initialize`, the newest first.
const WITH_SESSION: [&str; 2] = ["2025-11-25", "2025-06-18"];

const VERSION_KEY: &str = "io.modelcontextprotocol/protocolVersion";
const CAPABILITIES_KEY: &str = "io.modelcontextprotocol/clientCapabilities";
const SERVER_KEY: &str = "io.modelcontextprotocol/serverInfo";

/// How long a client may keep what never changes while the program runs, in milliseconds.
const KEEP: u32 = 3_600_000;

const INSTRUCTIONS: &str = "runweave places runs around a fixed week of lifting, by rules that cite their sources. One folder \
    holds one person's brief, plan and log. Start with `show`; `show` with `of`: \"brief_schema\" says how a brief is written. Ask \
    `why` and `why_not` before you explain a run, and `advise` before you propose a change of the week. `plan`, `replan`, `next`, \
    `log` and `undo` write nothing at first: they tell what would change and return a `preview`. Show that to the person; only \
    when they agree call the same tool again with the same arguments and `apply` set to that preview. Lengths are minutes, \
    distances kilometres, dates YYYY-MM-DD, hours the person's own clock. This is no medical advice: with chest pain, fainting \
    or pain that does not go, the person has to stop and see a doctor.";

/// One conversation with a client.
#[derive(Debug)]
pub(super) struct Server {
    folder: Folder,
    /// Whether the client opened a session, as clients before 2026-07-28 do.
    has_session: bool,
}

/// In which generation a request is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Era {
    Stateless,
    Session,
}

impl Server {
    /// A server for one folder.
    pub(super) fn of(folder: Folder) -> Self {
        Self { folder, has_session: false }
    }

    /// What is answered to a message, if anything.
    pub(super) fn answer(&mut self, message: &Message) -> Option<Value> {
        match message {
            Message::Bad(answer) => Some(answer.clone()),
            Message::Notice { .. } => None,
            Message::Request { id, method, params } => {
                let era = match self.era(id, method, params) {
                    Ok(era) => era,
                    Err(answer) => return Some(answer),
                };
                if method == "subscriptions/listen" && era == Era::Stateless {
                    return Some(subscribed(id));
                }
                Some(match self.call(method, params, era) {
                    Ok(result) => result_of(id, &dressed(result, era)),
                    Err((code, text)) => error_of(id, code, &text),
                })
            }
        }
    }

    fn era(&self, id: &Value, method: &str, params: &Map<String, Value>) -> Result<Era, Value> {
        let none = Map::new();
        let meta = params.get("_meta").and_then(Value::as_object).unwrap_or(&none);
        if !meta.contains_key(VERSION_KEY) && !meta.contains_key(CAPABILITIES_KEY) {
            let opens = matches!(method, "initialize" | "ping");
            if self.has_session || opens {
                return Ok(Era::Session);
            }
            let text = format!(
                "`params._meta` has to hold `{VERSION_KEY}` (\"{STATELESS}\") and `{CAPABILITIES_KEY}`; or open a session with \
                 `initialize` ({})",
                WITH_SESSION.join(", ")
            );
            return Err(error_of(id, INVALID_PARAMS, &text));
        }
        let Some(version) = meta.get(VERSION_KEY).and_then(Value::as_str) else {
            return Err(error_of(id, INVALID_PARAMS, &format!("`_meta` has to hold `{VERSION_KEY}`, a string")));
        };
        if version != STATELESS {
            let mut answer = error_of(id, OTHER_VERSION, "Unsupported protocol version");
            answer["error"]["data"] = json!({ "supported": [STATELESS], "requested": version });
            return Err(answer);
        }
        if !meta.get(CAPABILITIES_KEY).is_some_and(Value::is_object) {
            return Err(error_of(id, INVALID_PARAMS, &format!("`_meta` has to hold `{CAPABILITIES_KEY}`, an object")));
        }
        Ok(Era::Stateless)
    }

    fn call(&mut self, method: &str, params: &Map<String, Value>, era: Era) -> Result<Value, (i32, String)> {
        match (method, era) {
            ("initialize", Era::Session) => self.initialize(params),
            ("ping", Era::Session) => Ok(json!({})),
            ("server/discover", Era::Stateless) => Ok(discovered()),
            ("tools/list", _) if params.contains_key("cursor") => {
                Err((INVALID_PARAMS, "there is one page of tools: leave `cursor` out".to_owned()))
            }
            ("tools/list", _) => Ok(kept(json!({ "tools": tools::listed() }), era)),
            ("tools/call", _) => self.call_tool(params),
            _ => Err((NO_METHOD, format!("there is no method `{}`", method.escape_debug()))),
        }
    }

    fn initialize(&mut self, params: &Map<String, Value>) -> Result<Value, (i32, String)> {
        let Some(wanted) = params.get("protocolVersion").and_then(Value::as_str) else {
            return Err((INVALID_PARAMS, "`protocolVersion` has to be a string".to_owned()));
        };
        self.has_session = true;
        let version = WITH_SESSION.iter().find(|known| **known == wanted).unwrap_or(&WITH_SESSION[0]);
        Ok(json!({
            "protocolVersion": version, "capabilities": { "tools": {} }, "serverInfo": about(), "instructions": INSTRUCTIONS,
        }))
    }

    fn call_tool(&self, params: &Map<String, Value>) -> Result<Value, (i32, String)> {
        let Some(name) = params.get("name").and_then(Value::as_str) else {
            return Err((INVALID_PARAMS, "`name` has to be the name of a tool".to_owned()));
        };
        let none = Map::new();
        let arguments = match params.get("arguments") {
            None => &none,
            Some(Value::Object(arguments)) => arguments,
            Some(_) => return Err((INVALID_PARAMS, "`arguments` has to be an object".to_owned())),
        };
        tools::call(name, arguments, &self.folder).ok_or_else(|| {
            (wire::INVALID_PARAMS, format!("there is no tool `{}`; `tools/list` lists them", name.escape_debug()))
        })
    }
}

/// Who answers.
fn about() -> Value {
    json!({ "name": "runweave", "title": "runweave", "version": env!("CARGO_PKG_VERSION") })
}

fn discovered() -> Value {
    let found = json!({
        "supportedVersions": [STATELESS], "capabilities": { "tools": {} }, "instructions": INSTRUCTIONS,
    });
    kept(found, Era::Stateless)
}

/// A result that may be kept for a while, as the newest version asks for.
fn kept(mut result: Value, era: Era) -> Value {
    if era == Era::Stateless {
        result["ttlMs"] = json!(KEEP);
        result["cacheScope"] = json!("public");
    }
    result
}

/// What the newest version wants in every result.
fn dressed(mut result: Value, era: Era) -> Value {
    if era == Era::Stateless {
        result["resultType"] = json!("complete");
        result["_meta"] = json!({ SERVER_KEY: about() });
    }
    result
}

/// A subscription is taken, and nothing of what it may ask for ever changes.
fn subscribed(id: &Value) -> Value {
    json!({
        "jsonrpc": "2.0", "method": "notifications/subscriptions/acknowledged",
        "params": { "_meta": { "io.modelcontextprotocol/subscriptionId": id }, "notifications": {} },
    })
}
