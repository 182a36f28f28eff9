//! Which path is answered with what.

use serde_json::json;

use super::guard::Opens;
use super::http::Request;
use super::reply::Reply;
use super::{Site, api, feed};
use crate::world::Stop;

/// The answer to a request.
pub(super) fn reply(site: &Site, request: &Request) -> Reply {
    if let Err(refused) = site.guard.check(request) {
        return refused;
    }
    let not_there = || Reply::text(404, "there is nothing here");
    match site.guard.opens(&request.path) {
        Some(Opens::Busy("/busy.ics") | Opens::Folder("/busy.ics")) => {
            read_only(request, |it| feed::reply(site, it, 1))
        }
        Some(Opens::Folder("/training.ics")) => read_only(request, |it| feed::reply(site, it, 0)),
        Some(Opens::Folder("")) => {
            read_only(request, |it| Ok(Reply::text(301, "it is a folder").with("Location", format!("{}/", it.path))))
        }
        Some(Opens::Folder("/")) => read_only(request, |it| site.page.reply(it)),
        Some(Opens::Folder("/api/files")) => read_only(request, |_| api::listed(&site.folder)),
        Some(Opens::Folder("/api/save")) => match request.method.as_str() {
            "POST" => api::saved(&site.folder, request),
            _ => wrong_method("POST"),
        },
        Some(Opens::Folder(path)) => match path.strip_prefix("/api/").filter(|name| api::NAMES.contains(name)) {
            Some(name) => read_only(request, |it| api::file(&site.folder, name, it)),
            None => not_there(),
        },
        None | Some(Opens::Busy(_)) => not_there(),
    }
}

fn read_only(request: &Request, answer: impl FnOnce(&Request) -> Result<Reply, Stop>) -> Reply {
    if !matches!(request.method.as_str(), "GET" | "HEAD") {
        return wrong_method("GET, HEAD");
    }
    answer(request).unwrap_or_else(|stop| refused(500, &stop))
}

fn wrong_method(allowed: &str) -> Reply {
    Reply::text(405, "that cannot be done here").with("Allow", allowed)
}

/// What stopped an answer, as data.
pub(super) fn refused(status: u16, stop: &Stop) -> Reply {
    Reply::json(status, &json!({ "error": stop.text() }))
}
