//! The answers so far, in a file beside the brief, until the brief is written.

use std::fs;
use std::path::{Path, PathBuf};

use super::answers::Answers;
use crate::cli::files;
use crate::render;

/// Where the draft of a brief is.
pub(super) fn place(brief: &Path) -> PathBuf {
    let mut name = brief.file_name().unwrap_or_default().to_owned();
    name.push(".draft");
    brief.with_file_name(name)
}

/// The answers of an earlier interview that was left.
pub(super) fn earlier(brief: &Path) -> Option<Answers> {
    let text = fs::read(place(brief)).ok()?;
    serde_json::from_slice(&text).ok()
}

/// Keeps the answers; where that fails, the interview goes on all the same.
pub(super) fn keep(brief: &Path, answers: &Answers) {
    let place = place(brief);
    let (Some(folder), Some(name)) = (place.parent(), place.file_name().and_then(|name| name.to_str())) else { return };
    let _ = files::write(folder_or_here(folder), &[(name, &render::json_of(answers))]);
}

/// Takes the draft away.
pub(super) fn drop(brief: &Path) {
    let _ = fs::remove_file(place(brief));
}

/// A path's folder, which for a bare name is this one.
pub(super) fn folder_or_here(folder: &Path) -> &Path {
    if folder == Path::new("") { Path::new(".") } else { folder }
}
