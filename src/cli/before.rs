//! The files of a plan as they were before each change: `undo` goes back along them, and forward again.

use std::fs;
use std::path::{Path, PathBuf};

use super::inputs::plan_of;
use super::{Stop, files};
use crate::app::PLAN_FILE;
use crate::plan::Plan;
use crate::world::{BEFORE_FILE, UNDONE_CALENDAR, UNDONE_FILE};

/// The files of a plan, the one that the others are made from first.
const FILES: [&str; 3] = [PLAN_FILE, "plan.html", "plan.ics"];
/// Where they are kept, in the folder of the plan.
const FOLDER: &str = "plan.before";
/// So many changes can be taken back.
const MOST: usize = 20;

/// One of two ways: back along what was replaced, or forward along what was undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Back,
    Forward,
}

/// What is kept beside a plan.
#[derive(Debug)]
pub(super) struct Before {
    folder: PathBuf,
}

/// The files of a plan at one time.
pub(super) type Files = Vec<(&'static str, Vec<u8>)>;

impl Before {
    /// What is kept in the folder of a plan.
    pub(super) fn of(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    fn along(&self, way: Way) -> PathBuf {
        let kept = self.folder.join(FOLDER);
        if way == Way::Back { kept } else { kept.join("undone") }
    }

    /// What calendars were told last after an undo, if nothing has changed since.
    pub(super) fn shown(&self) -> Option<Plan> {
        let path = self.folder.join(UNDONE_FILE);
        files::read(&path).ok().and_then(|text| plan_of(&path, &text).ok())
    }

    /// The steps of a way, the oldest first.
    fn steps(&self, way: Way) -> Vec<(u32, PathBuf)> {
        let entries = fs::read_dir(self.along(way)).into_iter().flatten().flatten();
        let numbered = entries.filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path())));
        let mut steps: Vec<(u32, PathBuf)> = numbered.filter(|(_, path): &(u32, _)| path.is_dir()).collect();
        steps.sort();
        steps
    }

    /// The files in force.
    pub(super) fn now(&self) -> Files {
        read(&self.folder)
    }

    /// The next step of a way: the newest that differs from the files in force, and where it lies. A command that was killed may have
    /// left one that does not; what another face of the program replaced lies beside the plan alone.
    pub(super) fn next(&self, way: Way) -> Option<(Files, Option<PathBuf>)> {
        let now = self.now();
        let steps = self.steps(way).into_iter().rev().map(|(_, path)| (read(&path), Some(path)));
        let step = { steps }.find(|(step, _)| has_plan(step) && *step != now);
        let Some(alone) = fs::read(self.folder.join(BEFORE_FILE)).ok().filter(|_| way == Way::Back) else {
            return step;
        };
        let is_known = |files: &Files| files.first() == Some(&(PLAN_FILE, alone.clone()));
        if is_known(&now) || step.as_ref().is_some_and(|(step, _)| is_known(step)) {
            return step;
        }
        Some((vec![(PLAN_FILE, alone)], None))
    }

    /// The plan that the one in force has replaced is that of the last step back, or there is none.
    pub(super) fn tell_last(&self) -> std::io::Result<()> {
        let path = self.folder.join(BEFORE_FILE);
        let now = self.now();
        let last = self
            .steps(Way::Back)
            .into_iter()
            .rev()
            .map(|(_, path)| read(&path))
            .find(|step| has_plan(step) && *step != now);
        match last.and_then(|step| step.into_iter().next()) {
            Some((_, bytes)) => files::write_whole(&path, &bytes),
            None if path.exists() => fs::remove_file(&path),
            None => Ok(()),
        }
    }

    /// Keeps the files in force as a step of a way, all of them or none.
    pub(super) fn keep(&self, way: Way) -> Result<(), Stop> {
        let cannot = |error: std::io::Error| files::cannot_write_into(&self.folder, &error);
        let (now, steps) = (self.now(), self.steps(way));
        if now.is_empty() || steps.last().is_some_and(|(_, last)| read(last) == now) {
            return Ok(());
        }
        let along = self.along(way);
        let unfinished = files::unfinished_folder(&self.folder).map_err(cannot)?;
        for (name, bytes) in &now {
            files::write_whole(&unfinished.path().join(name), bytes).map_err(cannot)?;
        }
        fs::create_dir_all(&along).map_err(cannot)?;
        let number = steps.last().map_or(1, |(last, _)| last + 1);
        fs::rename(unfinished.path(), along.join(format!("{number:04}"))).map_err(cannot)?;
        for (_, old) in steps.iter().take((steps.len() + 1).saturating_sub(MOST)) {
            // One that stays does no harm.
            let _ = fs::remove_dir_all(old);
        }
        Ok(())
    }

    /// Takes the newest steps of a way away up to this one.
    pub(super) fn forget(&self, way: Way, step: &Path) {
        for (_, path) in self.steps(way).into_iter().rev() {
            let _ = fs::remove_dir_all(&path);
            if path == step {
                break;
            }
        }
    }

    /// Takes away what was undone: the plan has gone on from there, and its calendar is newer than all that one was given.
    pub(super) fn go_on(&self) {
        let _ = fs::remove_dir_all(self.along(Way::Forward));
        for name in [UNDONE_FILE, UNDONE_CALENDAR] {
            let _ = fs::remove_file(self.folder.join(name));
        }
    }

    /// Removes the files of a plan that a step did not have.
    pub(super) fn remove_all_but(&self, step: &Files) {
        for name in FILES.iter().filter(|name| step.iter().all(|(known, _)| known != *name)) {
            let _ = fs::remove_file(self.folder.join(name));
        }
    }
}

fn has_plan(files: &Files) -> bool {
    files.first().is_some_and(|(name, _)| *name == PLAN_FILE)
}

/// The files of a plan in a folder, as they are there.
fn read(folder: &Path) -> Files {
    FILES.into_iter().filter_map(|name| Some((name, fs::read(folder.join(name)).ok()?))).collect()
}
