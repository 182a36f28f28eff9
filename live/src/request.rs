//! What a request holds, and how it is refused.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use runweave::app::{NotPlanned, Now};
use runweave::brief::{Brief, Defaults, Problems};
use runweave::follow::log::Log;
use runweave::plan::Plan;
use runweave::render;
use serde_json::{Value, json};

/// A request that cannot be answered, as its answer.
pub(crate) struct Refused(pub Value);

/// The answer to a request that is not right, with what would be.
pub(crate) fn refused(message: &str, hint: Option<String>) -> Value {
    json!({ "error": { "message": message, "hint": hint, "problems": [] } })
}

impl Refused {
    pub(crate) fn because(message: &str) -> Self {
        Self(refused(message, None))
    }
}

impl From<Problems> for Refused {
    fn from(problems: Problems) -> Self {
        Self(
            json!({ "error": { "message": "The brief is not right yet.", "problems": render::problems_data(&problems) } }),
        )
    }
}

impl From<NotPlanned> for Refused {
    fn from(why: NotPlanned) -> Self {
        match why {
            NotPlanned::Brief(problems) => problems.into(),
            why => Self(refused(&why.to_string(), why.hint())),
        }
    }
}

impl From<render::NotWritten> for Refused {
    fn from(why: render::NotWritten) -> Self {
        Self::because(&format!("{why}."))
    }
}

/// A file that a person dropped.
pub(crate) struct Dropped {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// A request and its fields.
#[derive(Clone, Copy)]
pub(crate) struct Request<'a>(pub &'a Value);

impl<'a> Request<'a> {
    pub(crate) fn text(self, key: &str) -> &'a str {
        self.0[key].as_str().unwrap_or_default()
    }

    pub(crate) fn number(self, key: &str) -> Option<i64> {
        self.0[key].as_i64()
    }

    /// The brief: the text that a person edits, or an object.
    pub(crate) fn brief(self) -> Result<Brief, Refused> {
        let text = match &self.0["brief"] {
            Value::String(text) => text.clone(),
            object => format!("{object:#}"),
        };
        Ok(Brief::parse(text.as_bytes(), "the brief", Defaults::utc())?)
    }

    /// The plan under this key, where there is one.
    pub(crate) fn plan(self, key: &str) -> Result<Option<Plan>, Refused> {
        if self.0[key].is_null() {
            return Ok(None);
        }
        let text = match &self.0[key] {
            Value::String(text) => text.clone(),
            object => object.to_string(),
        };
        Plan::parse(text.as_bytes()).map(Some).map_err(|error| Refused::because(&format!("The plan {error}.")))
    }

    pub(crate) fn need_plan(self) -> Result<Plan, Refused> {
        self.plan("plan")?.ok_or_else(|| Refused::because("There is no plan yet."))
    }

    /// The log, where there is one, and what is wrong with its lines.
    pub(crate) fn log(self, plan: Option<&Plan>) -> (Option<Log>, Vec<String>) {
        let Some(text) = self.0["log"].as_str() else { return (None, Vec::new()) };
        let (log, mut problems) = Log::read(text.as_bytes());
        problems.extend(plan.map(|plan| log.against(plan)).unwrap_or_default());
        problems.sort_by_key(|problem| problem.line);
        (Some(log), problems.iter().map(ToString::to_string).collect())
    }

    /// The files under this key.
    pub(crate) fn files(self, key: &str) -> Result<Vec<Dropped>, Refused> {
        let files = self.0[key].as_array().map_or(&[][..], Vec::as_slice);
        let file = |file: &Value| {
            let name = file["name"].as_str().unwrap_or("a file").to_owned();
            let bytes = STANDARD.decode(file["base64"].as_str().unwrap_or_default());
            let bytes = bytes.map_err(|_| Refused::because(&format!("{name} did not arrive whole.")))?;
            Ok(Dropped { name, bytes })
        };
        files.iter().map(file).collect()
    }

    pub(crate) fn now(self) -> Now {
        Now::from_unix_seconds(self.number("now").unwrap_or(0))
    }

    pub(crate) fn seed(self) -> Option<u64> {
        self.0["seed"].as_u64()
    }
}
