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
    let (mut activities, mut lifts) = (Vec::new(), Vec::new());
    for path in paths {
        let read = intake::activities(&files::read(path)?);
        let hint = "export the activities from your watch's app as FIT, GPX or TCX, or all of them as a .zip archive";
        let read = read.map_err(|error| Stop::wrong(format!("{}: {error}", files::quoted(path)), hint))?;
        for told in read.notes {
            note(&format!("note: {}: {told}", files::quoted(path)));
        }
        activities.extend(read.activities);
        lifts.extend(read.lifts);
    }
    let week = app::usual_lifts(&lifts, here.today);
    let runs = app::from_history(&activities, here.zone, here.today);
    if runs.is_none() && week.is_empty() {
        return Err(Stop::wrong(
            "there is no run among these recordings",
            "leave `--from` out and say how you run now",
        ));
    }
    note("From your recordings:");
    for told in runs.iter().flat_map(|found| &found.told).chain(week.iter().map(|(_, told)| told)) {
        note(&format!("  - {told}"));
    }
    if answers.sessions.is_empty() && !answers.no_sessions {
        answers.sessions = week.into_iter().map(|(line, _)| line).collect();
    }
    let Some(found) = runs else { return Ok(answers) };
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
