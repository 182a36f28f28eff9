//! Files, the clock and standard error, which the faces of the program share: the command line, the feed, the assistant.

pub(crate) mod files;
mod folder;
pub(crate) mod lines;
pub(crate) mod lock;
mod note;
mod plans;
mod stop;

pub(crate) use folder::Folder;
pub(crate) use note::note;
pub(crate) use plans::{is_of, plan_of, refuse_other};
pub(crate) use stop::Stop;

/// The brief's name in its folder.
pub(crate) const BRIEF_FILE: &str = "brief.json";
/// The name of the log in a plan's folder.
pub(crate) const LOG_FILE: &str = "log.jsonl";
/// The plan that the one in force replaced.
pub(crate) const BEFORE_FILE: &str = "plan.json.before";
/// What calendars were told last of a plan that was undone: counting goes on from there.
pub(crate) const UNDONE_FILE: &str = "plan.undone.json";
/// The calendar for those that were given a newer plan.ics before it was undone.
pub(crate) const UNDONE_CALENDAR: &str = "plan.undone.ics";
