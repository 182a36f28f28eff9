//! Reading files whole and writing them whole or not at all.

use std::fs;
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use super::Stop;
use crate::app::Now;

/// No file that is read here is larger, in bytes.
const MOST_BYTES: u64 = 64 << 20;

/// The bytes of a file, or of standard input for `-`.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Stop> {
    let cannot = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => missing(path, &error),
        io::ErrorKind::IsADirectory => Stop::cannot(&format!("read {}", quoted(path)), &error)
            .with_hint(&format!("name the file in it, such as `{}`", name(&path.join("brief.json")))),
        _ => Stop::cannot(&format!("read {}", quoted(path)), &error),
    };
    let mut bytes = Vec::new();
    if is_dash(path) {
        io::stdin().lock().take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(cannot)?;
    } else {
        let file = fs::File::open(path).map_err(cannot)?;
        file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(cannot)?;
    }
    if bytes.len() as u64 > MOST_BYTES {
        let what = format!("{} is larger than {} MiB", quoted(path), MOST_BYTES >> 20);
        return Err(Stop::wrong(what, "a brief or a plan is a few kilobytes; is it the right file?"));
    }
    Ok(bytes)
}

/// Whether a file is there and says exactly this.
pub(crate) fn says(path: &Path, text: &str) -> bool {
    fs::metadata(path).is_ok_and(|file| file.is_file() && file.len() == text.len() as u64)
        && fs::read(path).is_ok_and(|bytes| bytes == text.as_bytes())
}

/// What stands for standard input or output.
pub(crate) fn is_dash(path: &Path) -> bool {
    path == Path::new("-")
}

/// What a file is called in messages, in one harmless line.
pub(crate) fn name(path: &Path) -> String {
    if is_dash(path) { "standard input".to_owned() } else { crate::render::clean(&path.display().to_string()) }
}

/// A file's name between backticks; standard input needs none.
pub(crate) fn quoted(path: &Path) -> String {
    if is_dash(path) { name(path) } else { format!("`{}`", name(path)) }
}

/// A file that is not there, with one beside it that was probably meant.
fn missing(path: &Path, error: &io::Error) -> Stop {
    let folder = path.parent().unwrap_or_else(|| Path::new(""));
    let listed = if folder == Path::new("") { Path::new(".") } else { folder };
    let names: Vec<String> = fs::read_dir(listed)
        .map(|entries| entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect())
        .unwrap_or_default();
    let mut names: Vec<&str> = names.iter().map(String::as_str).filter(|name| !name.starts_with('.')).collect();
    names.sort_unstable();
    let wanted = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let stop = Stop::cannot(&format!("read {}", quoted(path)), error);
    if let Some(near) = crate::brief::nearest(&wanted, names) {
        let near = crate::render::clean(&folder.join(near).display().to_string());
        return stop.with_hint(&format!("did you mean `{near}`?"));
    }
    match path.extension().and_then(|kind| kind.to_str()) {
        Some("json") | None => stop.with_hint("`runweave init` writes a brief to start from"),
        Some("jsonl") => stop.with_hint("`runweave log` starts one"),
        Some(_) => stop,
    }
}

/// Files that are not whole yet are called so, until they take their names.
const UNFINISHED: &str = ".runweave-";
/// What a command that was killed left unfinished is taken away after so many seconds: nobody is writing it any more.
const STALE_SECONDS: u64 = 600;

/// A folder that cannot be written into.
pub(crate) fn cannot_write_into(folder: &Path, error: &io::Error) -> Stop {
    let stop = Stop::cannot(&format!("write into {}", quoted(folder)), error);
    stop.with_hint("this has to be a folder that you may write to; `-o DIR` names another")
}

/// Files that are complete and have not all taken their names yet lie here.
const COMPLETE: &str = ".runweave-complete";

/// Writes several files of one folder, all or none: they are complete on disk, in a folder of their own, before the first takes its
/// name, and they take their names in the order given. What a command that was killed had not named yet is named by the
/// [next one](finish).
pub(crate) fn write(folder: &Path, files: &[(&str, impl AsRef<[u8]>)]) -> Result<Vec<PathBuf>, Stop> {
    let cannot = |error: io::Error| cannot_write_into(folder, &error);
    if let Some((name, _)) = files.iter().find(|(name, _)| folder.join(name).is_dir()) {
        let what = format!("cannot write {}: it is a directory", quoted(&folder.join(name)));
        return Err(Stop::wrong(what, "nothing was written; `-o DIR` writes somewhere else"));
    }
    take_away_stale(folder);
    finish(folder).map_err(cannot)?;
    let together = unfinished_folder(folder).map_err(cannot)?;
    let (mut linked, mut names) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let path = led_to(folder.join(name));
        let is_link = path != folder.join(name);
        let beside = if is_link { path.parent().unwrap_or(folder) } else { together.path() };
        let mut file = unfinished(beside, &path).map_err(cannot)?;
        file.write_all(text.as_ref()).map_err(cannot)?;
        file.as_file().sync_all().map_err(cannot)?;
        if is_link {
            linked.push((file, path));
        } else {
            file.persist(together.path().join(format!("{:02}-{name}", names.len())))
                .map_err(|error| cannot(error.error))?;
            names.push(path);
        }
    }
    fs::rename(together.path(), folder.join(COMPLETE)).map_err(cannot)?;
    finish(folder).map_err(cannot)?;
    for (file, path) in linked {
        file.persist(&path).map_err(|error| cannot(error.error))?;
        names.push(path);
    }
    Ok(names)
}

/// Gives files their names that are complete and were not all named yet, in the order in which they were written.
pub(crate) fn finish(folder: &Path) -> io::Result<()> {
    let complete = folder.join(COMPLETE);
    let Ok(entries) = fs::read_dir(&complete) else { return Ok(()) };
    let mut names: Vec<String> = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    for numbered in names {
        if let Some((_, name)) = numbered.split_once('-') {
            fs::rename(complete.join(&numbered), folder.join(name))?;
        }
    }
    fs::remove_dir_all(&complete)
}

/// A folder that is not complete yet.
pub(crate) fn unfinished_folder(beside: &Path) -> io::Result<tempfile::TempDir> {
    tempfile::Builder::new().prefix(UNFINISHED).tempdir_in(if beside == Path::new("") {
        Path::new(".")
    } else {
        beside
    })
}

/// Writes one file, whole or not at all.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = unfinished(path.parent().unwrap_or_else(|| Path::new(".")), path)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map(drop).map_err(|error| error.error)
}

/// A file that is not whole yet. Who may read it is what it was for the file that it takes the place of, and else what the umask
/// says of any new file.
#[cfg(unix)]
fn unfinished(beside: &Path, path: &Path) -> io::Result<tempfile::NamedTempFile> {
    use std::os::unix::fs::PermissionsExt as _;
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNFINISHED);
    let Ok(old) = fs::metadata(path) else {
        return builder.permissions(fs::Permissions::from_mode(0o666)).tempfile_in(beside);
    };
    let file = builder.tempfile_in(beside)?;
    file.as_file().set_permissions(old.permissions())?;
    Ok(file)
}

#[cfg(not(unix))]
fn unfinished(beside: &Path, _: &Path) -> io::Result<tempfile::NamedTempFile> {
    tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(beside)
}

/// Where a link leads, so that it stays a link; one that leads nowhere is replaced.
fn led_to(path: PathBuf) -> PathBuf {
    if path.is_symlink() { fs::canonicalize(&path).unwrap_or(path) } else { path }
}

/// Takes away what killed commands left unfinished.
pub(crate) fn take_away_stale(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let age = || entry.metadata().ok()?.modified().ok()?.elapsed().ok();
        if name.starts_with(UNFINISHED) && name != COMPLETE && age().is_some_and(|age| age.as_secs() > STALE_SECONDS) {
            // Whoever else takes it away first is welcome to.
            let _ =
                if entry.path().is_dir() { fs::remove_dir_all(entry.path()) } else { fs::remove_file(entry.path()) };
        }
    }
}

/// Today's date in a time zone.
pub(crate) fn today(zone: crate::model::Zone) -> chrono::NaiveDate {
    now().date(zone)
}

/// Adds whole lines to the end of a file, all of them or none: where they do not fit, what got in is taken out again. A last
/// line that was cut off is closed first.
pub(crate) fn append(path: &Path, lines: &str) -> Result<(), Stop> {
    let cannot = |error: io::Error| {
        let stop = Stop::cannot(&format!("write to {}", quoted(path)), &error);
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::PermissionDenied => {
                stop.with_hint("its folder has to be there already, and yours to write to")
            }
            _ => stop,
        }
    };
    let mut file = fs::OpenOptions::new().read(true).append(true).create(true).open(path).map_err(cannot)?;
    let text = if ends_open(&mut file).map_err(cannot)? { format!("\n{lines}") } else { lines.to_owned() };
    let length = file.metadata().map_err(cannot)?.len();
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(|error| {
        // Where even this fails, the half of a line that stays is told when the log is read.
        let _ = file.set_len(length);
        cannot(error)
    })
}

/// Whether the last line of a file has no end.
fn ends_open(file: &mut fs::File) -> io::Result<bool> {
    if file.seek(io::SeekFrom::End(0))? == 0 {
        return Ok(false);
    }
    file.seek(io::SeekFrom::End(-1))?;
    let mut last = [0];
    file.read_exact(&mut last)?;
    Ok(last != *b"\n")
}

/// What sets the moment that is written into files.
const EPOCH: &str = "SOURCE_DATE_EPOCH";

/// The moment that the environment sets, if it does.
fn fixed_now() -> Result<Option<Now>, Stop> {
    let Some(text) = std::env::var_os(EPOCH) else { return Ok(None) };
    let seconds = text.to_str().and_then(|text| text.trim().parse().ok());
    let seconds = seconds.filter(|seconds| (0..=MOST_SECONDS).contains(seconds));
    seconds.map(|seconds| Some(Now::from_unix_seconds(seconds))).ok_or_else(|| {
        Stop::wrong(
            format!("`{EPOCH}` is no moment"),
            "give the seconds since 1970, such as 1795996800, or unset it to use the clock",
        )
    })
}

/// The last second of the year 9999.
const MOST_SECONDS: i64 = 253_402_300_799;

/// Stops where the environment sets a clock that is none.
pub(crate) fn check_clock() -> Result<(), Stop> {
    fixed_now().map(drop)
}

/// This moment, or the one that `SOURCE_DATE_EPOCH` names.
pub(crate) fn now() -> Now {
    fixed_now().ok().flatten().unwrap_or_else(|| {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        Now::from_unix_seconds(since.map_or(0, |since| since.as_secs() as i64))
    })
}

/// Today where this computer stands, or the UTC date of the moment that `SOURCE_DATE_EPOCH` names.
pub(crate) fn today_here() -> chrono::NaiveDate {
    let here = if matches!(fixed_now(), Ok(Some(_))) { None } else { iana_time_zone::get_timezone().ok() };
    today(here.and_then(|name| name.parse().ok()).unwrap_or(crate::model::Zone::UTC))
}
