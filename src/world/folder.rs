//! A folder that a face of the program keeps to, whatever it is asked for by others.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Stop, files};

/// A folder outside of which nothing is read or written.
#[derive(Clone, Debug)]
pub(crate) struct Folder {
    root: PathBuf,
}

impl Folder {
    /// The folder of this name, which has to be there.
    pub(crate) fn of(path: &Path) -> Result<Self, Stop> {
        let cannot = |error: &io::Error| Stop::cannot(&format!("use {}", files::quoted(path)), error);
        let root = fs::canonicalize(path).map_err(|error| cannot(&error))?;
        if !root.is_dir() {
            return Err(Stop::wrong(
                format!("{} is no folder", files::quoted(path)),
                "name the folder that plan.json lies in, or is to lie in",
            ));
        }
        Ok(Self { root })
    }

    /// Its whole path.
    pub(crate) fn path(&self) -> &Path {
        &self.root
    }

    /// A folder in it, which need not be there yet. A link that leads out of this one is refused.
    pub(crate) fn inner(&self, name: &str) -> Result<Self, Stop> {
        let path = self.within(name)?;
        if path.exists() && !path.is_dir() {
            return Err(Stop::wrong(format!("`{name}` is no folder"), "move it away"));
        }
        Ok(Self { root: path })
    }

    /// Where a file of this name lies. A link that leads out of the folder is refused.
    pub(crate) fn within(&self, name: &str) -> Result<PathBuf, Stop> {
        let path = self.root.join(name);
        let Ok(kind) = fs::symlink_metadata(&path) else { return Ok(path) };
        if !kind.is_symlink() {
            return Ok(path);
        }
        let leads_out = || {
            let what = format!("`{name}` is a link that leads out of the folder, or nowhere");
            Stop::wrong(what, "put the file itself there: nothing outside the folder is read or written")
        };
        let led = fs::canonicalize(&path).map_err(|_| leads_out())?;
        if led.starts_with(&self.root) { Ok(led) } else { Err(leads_out()) }
    }

    /// The bytes of a file, if there is one. What is no file, such as a pipe that would never end, is refused.
    pub(crate) fn read(&self, name: &str) -> Result<Option<Vec<u8>>, Stop> {
        let path = self.within(name)?;
        match fs::metadata(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Stop::cannot(&format!("read `{name}`"), &error)),
            Ok(kind) if kind.is_file() => files::read(&path).map(Some),
            Ok(_) => Err(Stop::wrong(format!("`{name}` is no file"), "move it away")),
        }
    }

    /// Writes several files, each whole or not at all, in the order given.
    pub(crate) fn write(&self, written: &[(&str, &str)]) -> Result<(), Stop> {
        for (name, _) in written {
            self.within(name)?;
        }
        files::write(&self.root, written).map(drop)
    }
}
