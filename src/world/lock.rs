//! One command at a time in a folder: two at once end as one after the other.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::{Stop, files, note};

/// How often it is looked whether the other command has ended.
const LOOK: Duration = Duration::from_millis(50);
/// When it is told that another command is waited for.
const TELL: Duration = Duration::from_secs(1);
/// When waiting ends.
const MOST: Duration = Duration::from_secs(120);

/// A folder in which no other runweave writes until this is dropped. The system lets go of it however the command ends.
#[derive(Debug)]
pub(crate) struct Lock {
    folder: PathBuf,
    held: Option<File>,
    most: Duration,
}

impl Lock {
    /// Waits for whoever writes in a folder; one that is not there yet nobody writes in.
    pub(crate) fn of(folder: &Path) -> Result<Self, Stop> {
        Self::within(folder, MOST)
    }

    /// The same, waiting so long at most.
    pub(crate) fn within(folder: &Path, most: Duration) -> Result<Self, Stop> {
        let mut lock = Self { folder: folder.to_owned(), held: None, most };
        if !files::is_dash(folder) && folder.is_dir() {
            lock.hold()?;
        }
        Ok(lock)
    }

    /// The folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether the folder was there to be held.
    pub(crate) fn is_held(&self) -> bool {
        self.held.is_some()
    }

    /// Holds a folder that has come to be since. Where a system or a drive knows no locks, nothing is held.
    pub(crate) fn hold(&mut self) -> Result<(), Stop> {
        if self.is_held() {
            return Ok(());
        }
        let Some(file) = handle(&self.folder) else { return Ok(()) };
        let (began, mut told) = (Instant::now(), false);
        while let Err(TryLockError::WouldBlock) = file.try_lock() {
            if began.elapsed() > self.most {
                let so_long = crate::render::words::count(self.most.as_secs() as usize, "second");
                let what =
                    format!("another runweave has been writing in {} for {so_long}", files::quoted(&self.folder));
                return Err(Stop::wrong(what, "nothing was written; run this again when the other has ended"));
            }
            if !told && began.elapsed() > TELL {
                note(&format!("note: waiting for another runweave that writes in {}", files::quoted(&self.folder)));
                told = true;
            }
            sleep(LOOK);
        }
        self.held = Some(file);
        files::finish(&self.folder).map_err(|error| files::cannot_write_into(&self.folder, &error))
    }
}

/// What is locked: the folder itself, so that no file is left behind.
#[cfg(unix)]
fn handle(folder: &Path) -> Option<File> {
    File::open(folder).ok()
}

/// What is locked: a file in the folder, since a folder cannot be.
#[cfg(not(unix))]
fn handle(folder: &Path) -> Option<File> {
    fs::OpenOptions::new().write(true).create(true).truncate(false).open(folder.join("runweave.lock")).ok()
}

/// Makes a folder, and holds it. What another command has planned into it meanwhile is not written over.
pub(crate) fn make(lock: &mut Lock) -> Result<(), Stop> {
    let folder = lock.folder.clone();
    let is_new = !lock.is_held();
    fs::create_dir_all(&folder).map_err(|error| files::cannot_write_into(&folder, &error))?;
    lock.hold()?;
    if is_new && folder.join(crate::app::PLAN_FILE).exists() {
        let what = format!("another command has just planned into {}", files::quoted(&folder));
        return Err(Stop::wrong(what, "nothing was written; run this again to make a revision of that plan"));
    }
    Ok(())
}
