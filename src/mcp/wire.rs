//! JSON-RPC 2.0: one message a line.

use serde_json::{Map, Value, json};

/// The codes of JSON-RPC, and the one that MCP adds for a version that is not spoken.
pub(super) const PARSE_ERROR: i32 = -32700;
pub(super) const INVALID_REQUEST: i32 = -32600;
pub(super) const NO_METHOD: i32 = -32601;
pub(super) const INVALID_PARAMS: i32 = -32602;
pub(super) const OTHER_VERSION: i32 = -32022;

/// What a line says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Message {
    /// Something that wants an answer.
    Request {
        /// Its id, a string or a whole number.
        id: Value,
        /// What is asked.
        method: String,
        /// With what.
        params: Map<String, Value>,
    },
    /// Something told, which gets no answer.
    Notice {
        /// What is told.
        method: String,
        /// With what.
        params: Map<String, Value>,
    },
    /// What is no message, and the answer that it gets.
    Bad(Value),
}

impl Message {
    /// The message that a line holds.
    pub(super) fn read(line: &[u8]) -> Self {
        let value: Value = match serde_json::from_slice(line) {
            Ok(value) => value,
            Err(error) => return Self::Bad(error_of(&Value::Null, PARSE_ERROR, &format!("this is no JSON: {error}"))),
        };
        let Value::Object(mut message) = value else {
            let what = "a message is one JSON object; several in one are not answered";
            return Self::Bad(error_of(&Value::Null, INVALID_REQUEST, what));
        };
        let id = message.remove("id");
        let is_id = |id: &Value| id.is_string() || id.is_i64() || id.is_u64();
        let known = id.clone().filter(is_id).unwrap_or_default();
        let bad = |what: &str| Self::Bad(error_of(&known, INVALID_REQUEST, what));
        if message.get("jsonrpc") != Some(&json!("2.0")) {
            return bad("`jsonrpc` has to be \"2.0\"");
        }
        let Some(Value::String(method)) = message.remove("method") else { return bad("`method` has to be a string") };
        let params = match message.remove("params") {
            None => Map::new(),
            Some(Value::Object(params)) => params,
            Some(_) => return Self::Bad(error_of(&known, INVALID_PARAMS, "`params` has to be an object")),
        };
        match id {
            None => Self::Notice { method, params },
            Some(id) if is_id(&id) => Self::Request { id, method, params },
            Some(_) => bad("`id` has to be a string or a whole number"),
        }
    }

    /// A line that is longer than any message.
    pub(super) fn too_long(most: usize) -> Self {
        Self::Bad(error_of(&Value::Null, INVALID_REQUEST, &format!("a message has {most} bytes at most")))
    }

    /// Its id, if it has one.
    pub(super) fn id(&self) -> Option<&Value> {
        match self {
            Self::Request { id, .. } => Some(id),
            Self::Notice { .. } | Self::Bad(_) => None,
        }
    }

    /// Whether it takes back the request of this id.
    pub(super) fn takes_back(&self, request: Option<&Value>) -> bool {
        match self {
            Self::Notice { method, params } if method == "notifications/cancelled" => {
                request.is_some() && params.get("requestId") == request
            }
            _ => false,
        }
    }
}

/// The answer to a request that went well.
pub(super) fn result_of(id: &Value, result: &Value) -> Value {
    json!({ "jsonrpc": "2.0", "id": id, "result": result })
}

/// The answer to what is no request, or asks for what there is not.
pub(super) fn error_of(id: &Value, code: i32, message: &str) -> Value {
    json!({ "jsonrpc": "2.0", "id": id, "error": { "code": code, "message": message } })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(line: &str) -> Option<i64> {
        match Message::read(line.as_bytes()) {
            Message::Bad(answer) => answer["error"]["code"].as_i64(),
            _ => None,
        }
    }

    #[test]
    fn what_is_no_message_says_why() {
        assert_eq!(code("{"), Some(-32700));
        assert_eq!(code("\u{0}"), Some(-32700));
        assert_eq!(code(&"[".repeat(100_000)), Some(-32700));
        assert_eq!(code("[]"), Some(-32600));
        assert_eq!(code(r#"{"jsonrpc":"1.0","id":1,"method":"ping"}"#), Some(-32600));
        assert_eq!(code(r#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#), Some(-32600));
        assert_eq!(code(r#"{"jsonrpc":"2.0","id":1.5,"method":"ping"}"#), Some(-32600));
        assert_eq!(code(r#"{"jsonrpc":"2.0","id":1}"#), Some(-32600));
        assert_eq!(code(r#"{"jsonrpc":"2.0","id":1,"method":"ping","params":[1]}"#), Some(-32602));
        assert_eq!(code(r#"{"jsonrpc":"2.0","id":"a","method":"ping"}"#), None);
    }

    #[test]
    fn a_request_is_taken_back_by_its_own_id() {
        let back = Message::read(br#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":7}}"#);
        assert!(back.takes_back(Some(&json!(7))));
        assert!(!back.takes_back(Some(&json!("7"))));
        assert!(!back.takes_back(None));
    }
}
