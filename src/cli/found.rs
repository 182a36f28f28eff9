//! The files that a command finds in the folder it stands in, where they are not named.

use std::path::{Path, PathBuf};

use super::{Stop, files};
use crate::app::PLAN_FILE;
use crate::world::LOG_FILE;

/// The plan that is named, or that of a named folder, or else the one in this folder.
pub(super) fn plan(named: Option<&Path>) -> Result<PathBuf, Stop> {
    match named {
        Some(folder) if folder.join(PLAN_FILE).is_file() => Ok(folder.join(PLAN_FILE)),
        Some(path) => Ok(path.to_owned()),
        None if Path::new(PLAN_FILE).is_file() => Ok(PLAN_FILE.into()),
        None => {
            Err(Stop::wrong("there is no plan.json in this folder", "go to the folder of the plan, or name the plan"))
        }
    }
}

/// The log that is named, or else the one beside a plan, if there is one.
pub(super) fn log(named: Option<&Path>, plan: &Path) -> Option<PathBuf> {
    let beside =
        || Some(super::inputs::folder_of(plan).join(LOG_FILE)).filter(|log| !files::is_dash(plan) && log.is_file());
    named.map(Path::to_owned).or_else(beside)
}

/// The log that is named, or the one of this folder, where a plan or a log is there already.
pub(super) fn log_to_write(named: Option<&Path>) -> Result<PathBuf, Stop> {
    match named {
        Some(path) => Ok(path.to_owned()),
        None if [PLAN_FILE, LOG_FILE].iter().any(|name| Path::new(name).is_file()) => Ok(LOG_FILE.into()),
        None => Err(Stop::wrong(
            "there is neither a plan nor a log in this folder",
            "go to the folder of the plan, or name the log: `runweave log LOG ...`",
        )),
    }
}
