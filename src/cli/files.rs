//! Reading files whole and writing them whole or not at all.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::Stop;

/// No file that is read here is larger, in bytes.
const MOST_BYTES: u64 = 64 << 20;

/// The bytes of a file, or of standard input for `-`.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, Stop> {
    let cannot = |error: io::Error| Stop::cannot(&format!("read `{}`", path.display()), &error);
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        io::stdin().lock().take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(cannot)?;
    } else {
        let file = fs::File::open(path).map_err(cannot)?;
        file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(cannot)?;
    }
    if bytes.len() as u64 > MOST_BYTES {
        let what = format!("`{}` is larger than {} MiB", path.display(), MOST_BYTES >> 20);
        return Err(Stop::wrong(what, "a brief or a plan is a few kilobytes; is it the right file?"));
    }
    Ok(bytes)
}

/// Writes several files of one folder: all of them are complete on disk before the first takes its name.
pub(super) fn write(folder: &Path, files: &[(&str, &str)]) -> Result<Vec<PathBuf>, Stop> {
    let cannot = |error: io::Error| Stop::cannot(&format!("write into `{}`", folder.display()), &error);
    fs::create_dir_all(folder).map_err(cannot)?;
    let mut ready = Vec::new();
    for (name, text) in files {
        let mut file = tempfile::Builder::new().prefix(".runweave-").tempfile_in(folder).map_err(cannot)?;
        file.write_all(text.as_bytes()).map_err(cannot)?;
        file.as_file().sync_all().map_err(cannot)?;
        ready.push((file, folder.join(name)));
    }
    let mut written = Vec::new();
    for (file, path) in ready {
        readable_by_all(file.as_file()).map_err(cannot)?;
        file.persist(&path).map_err(|error| cannot(error.error))?;
        written.push(path);
    }
    Ok(written)
}

/// A temporary file is private to its owner; what is handed out is an ordinary file.
#[cfg(unix)]
fn readable_by_all(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable_by_all(_: &fs::File) -> io::Result<()> {
    Ok(())
}

/// This moment in RFC 3339 UTC, or the one that `SOURCE_DATE_EPOCH` names.
pub(super) fn now() -> String {
    let fixed = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|text| text.trim().parse::<i64>().ok());
    let seconds = fixed.unwrap_or_else(|| {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        since.map_or(0, |since| since.as_secs() as i64)
    });
    let time = chrono::DateTime::from_timestamp(seconds, 0).unwrap_or_default();
    time.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}
