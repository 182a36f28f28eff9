//! Answers that recordings give.

use std::path::PathBuf;

use super::answers::Answers;
use super::compose::Here;
use crate::app;
use crate::cli::{Stop, files, note};
use crate::intake;

/// Fills the answers that are open from recordings, and tells where each comes from.
pub(super) fn answered(paths: &[PathBuf], mut answers: Answers, here: Here) -> Result<Answers, Stop> {
    if paths.is_empty() {
        return Ok(answers);
    }
    let mut activities = Vec::new();
    for path in paths {
        let read = intake::activities(&files::read(path)?);
        let hint = "export the activities from your watch's app as FIT, GPX or TCX, or all of them as a .zip archive";
        let read = read.map_err(|error| Stop::wrong(format!("{}: {error}", files::quoted(path)), hint))?;
        for told in read.notes {
            note(&format!("note: {}: {told}", files::quoted(path)));
        }
        activities.extend(read.activities);
    }
    let Some(found) = app::from_history(&activities, here.zone, here.today) else {
        return Err(Stop::wrong(
            "there is no run among these recordings",
            "leave `--from` out and say how you run now",
        ));
    };
    note("From your recordings:");
    for told in &found.told {
        note(&format!("  - {told}"));
    }
    let or = |own: &mut Option<String>, found: Option<String>| *own = own.take().or(found);
    or(&mut answers.weekly_minutes, Some(found.weekly_minutes.to_string()));
    or(&mut answers.longest, found.longest.map(|minutes| minutes.to_string()));
    or(&mut answers.runs, found.runs.map(|runs| runs.to_string()));
    or(&mut answers.long_run_day, found.long_run_day);
    or(&mut answers.preferred_time, found.preferred_time);
    or(&mut answers.recent_race, found.race);
    if answers.free.is_empty() {
        answers.free = found.free;
    }
    Ok(answers)
}
