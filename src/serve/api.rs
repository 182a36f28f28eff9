//! The folder as the page reads and saves it: whole files, all or none, and only while nobody else has changed them.

use std::time::Duration;

use serde_json::{Map, Value, json};

use super::http::Request;
use super::reply::{Reply, tag};
use super::route::refused;
use crate::app::PLAN_FILE;
use crate::world::lock::Lock;
use crate::world::{BEFORE_FILE, BRIEF_FILE, Folder, LOG_FILE, Stop, plan_of};

/// The files that a page may read and save, in the order in which they are written.
pub(super) const NAMES: [&str; 5] = [BRIEF_FILE, LOG_FILE, PLAN_FILE, "plan.html", "plan.ics"];

/// The page waits so long for another program that writes in the folder.
const WAIT: Duration = Duration::from_secs(10);

/// What is there.
pub(super) fn listed(folder: &Folder) -> Result<Reply, Stop> {
    Ok(Reply::json(200, &json!({ "files": tags(folder)? })))
}

/// The tag of each file that is there.
fn tags(folder: &Folder) -> Result<Map<String, Value>, Stop> {
    let mut tags = Map::new();
    for name in NAMES {
        if let Some(bytes) = folder.read(name)? {
            tags.insert(name.to_owned(), json!({ "etag": tag(&bytes) }));
        }
    }
    Ok(tags)
}

/// A file as it is. A page in the folder is told as text, so that nothing in it ever runs here.
pub(super) fn file(folder: &Folder, name: &str, request: &Request) -> Result<Reply, Stop> {
    let Some(bytes) = folder.read(name)? else { return Ok(Reply::text(404, "there is no such file yet")) };
    let is_data = matches!(name, BRIEF_FILE | PLAN_FILE);
    let kind = if is_data { "application/json" } else { "text/plain; charset=utf-8" };
    Ok(Reply::kept(request, kind, bytes, None))
}

/// Saves files.
pub(super) fn saved(folder: &Folder, request: &Request) -> Reply {
    let kind = request.header("content-type").unwrap_or_default();
    if !kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/json") {
        return Reply::text(415, "what is saved is JSON");
    }
    match Save::read(&request.body) {
        Err(stop) => refused(400, &stop),
        Ok(save) => save.done(folder).unwrap_or_else(|stop| refused(500, &stop)),
    }
}

/// What is to be saved.
struct Save {
    /// What each file has to be before, by its tag; nothing where it must not be there.
    before: Vec<(&'static str, Option<String>)>,
    files: Vec<(&'static str, String)>,
}

impl Save {
    fn read(body: &[u8]) -> Result<Self, Stop> {
        let shape = || {
            Stop::wrong("this saves nothing", "it has to be {\"if\": {NAME: ETAG or null}, \"files\": {NAME: TEXT}}")
        };
        let body: Value = serde_json::from_slice(body).map_err(|_| shape())?;
        let object = |key: &str| body.get(key).and_then(Value::as_object).ok_or_else(shape);
        let known = |name: &str| NAMES.into_iter().find(|known| *known == name).ok_or_else(shape);
        let mut save = Self { before: Vec::new(), files: Vec::new() };
        for (name, value) in object("if")? {
            let tag = value.as_str().map(str::to_owned);
            if tag.is_none() && !value.is_null() {
                return Err(shape());
            }
            save.before.push((known(name)?, tag));
        }
        for (name, text) in object("files")? {
            save.files.push((known(name)?, text.as_str().ok_or_else(shape)?.to_owned()));
        }
        let place = |name: &str| NAMES.iter().position(|known| *known == name);
        save.files.sort_by_key(|(name, _)| place(name));
        Ok(save)
    }

    fn done(self, folder: &Folder) -> Result<Reply, Stop> {
        let _lock = Lock::within(folder.path(), WAIT)?;
        for (name, wanted) in &self.before {
            if folder.read(name)?.as_deref().map(tag) != *wanted {
                let error = format!("{name} has changed meanwhile: read it again first");
                return Ok(Reply::json(412, &json!({ "error": error, "files": tags(folder)? })));
            }
        }
        let mut files = self.files;
        if let Some((_, plan)) = files.iter().find(|(name, _)| *name == PLAN_FILE) {
            if let Err(stop) = plan_of(PLAN_FILE.as_ref(), plan.as_bytes()) {
                return Ok(refused(422, &stop));
            }
            let replaced = folder.read(PLAN_FILE)?.filter(|known| known != plan.as_bytes());
            if let Some(replaced) = replaced {
                files.insert(0, (BEFORE_FILE, String::from_utf8_lossy(&replaced).into_owned()));
            }
        }
        let whole: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
        folder.write(&whole)?;
        Ok(Reply::json(200, &json!({ "files": tags(folder)? })))
    }
}
