//! The two calendars, made from plan.json whenever they are asked for.

use std::path::Path;

use chrono::{DateTime, Utc};

use super::Site;
use super::http::Request;
use super::reply::Reply;
use crate::app::{self, Feeds, PLAN_FILE};
use crate::world::{Folder, Stop, files, plan_of};

/// The first or the second feed.
pub(super) fn reply(site: &Site, request: &Request, which: usize) -> Result<Reply, Stop> {
    let Some((feeds, changed)) = feeds(&site.folder, site.only_runs)? else {
        return Ok(Reply::text(404, "there is no plan in the folder yet"));
    };
    let text = feeds.files()[which].1.as_bytes().to_vec();
    Ok(Reply::kept(request, "text/calendar; charset=utf-8", text, changed))
}

/// Both feeds, and when the plan was last written.
type Made = (Feeds, Option<DateTime<Utc>>);

fn feeds(folder: &Folder, only_runs: bool) -> Result<Option<Made>, Stop> {
    let changed = std::fs::metadata(folder.within(PLAN_FILE)?).and_then(|file| file.modified()).ok();
    let Some(text) = folder.read(PLAN_FILE)? else { return Ok(None) };
    let plan = plan_of(PLAN_FILE.as_ref(), &text)?;
    Ok(Some((app::feeds(&plan, only_runs)?, changed.map(DateTime::from))))
}

/// Writes both feeds into a folder that is published or synced already; what is so already is left alone. Returns what it wrote.
pub(crate) fn write(from: &Path, to: &Path, only_runs: bool) -> Result<Vec<&'static str>, Stop> {
    let (from, to) = (Folder::of(from)?, Folder::of(to)?);
    let Some((feeds, _)) = feeds(&from, only_runs)? else {
        return Err(Stop::wrong("there is no plan.json in the folder", "`runweave plan` writes one"));
    };
    let new: Vec<_> =
        feeds.files().into_iter().filter(|(name, text)| !files::says(&to.path().join(name), text)).collect();
    to.write(&new)?;
    Ok(new.into_iter().map(|(name, _)| name).collect())
}
