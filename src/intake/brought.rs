//! A plan from elsewhere, as people paste it: weeks of days and runs in lines, Markdown or CSV.

mod run;
mod table;

pub use run::{BroughtRun, Part, Size, Speed};

use crate::model::{RunType, weekday};
use run::run;

/// More weeks than this are no plan.
const MOST_WEEKS: usize = 104;
/// A longer week of text is no week, in bytes.
const LONGEST_WEEK: usize = 2000;
/// The longest run of a week is its long run where it is so many hundredths of the next, or takes so many minutes or metres (judgement).
const LONGER: i64 = 120;
const LONG_METRES: i64 = 14_000;
/// Metres that stand for a minute of easy running where lengths of two kinds are compared.
const METRES_A_MINUTE: i64 = 160;

/// A week as it was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BroughtWeek {
    /// Its runs, in order.
    pub runs: Vec<BroughtRun>,
    /// What in it is no run that can be planned, each as it was written.
    pub aside: Vec<String>,
}

/// The weeks of a file, each as a line that [`brought_week`] reads: `Tue: 6 x 800 m; Thu: 8 km easy; Sun: 24 km`.
///
/// # Errors
/// A sentence where no week is found, or too many are.
pub fn brought_weeks(text: &str) -> Result<Vec<String>, String> {
    let weeks = table::weeks(text);
    if weeks.is_empty() {
        return Err(
            "no week of runs is in it: write days and runs, such as `Tue: 6 x 800 m, Thu: 8 km easy, Sun: 24 km`"
                .to_owned(),
        );
    }
    if weeks.len() > MOST_WEEKS {
        return Err(format!("it has {} weeks; {MOST_WEEKS} are the most", weeks.len()));
    }
    let line = |week: &Vec<(usize, String)>| {
        let runs = week.iter().map(|(day, text)| {
            format!("{}: {}", &crate::model::WEEKDAY_NAMES[*day % 7][..3], text.replace([';', '\n', '\r'], ","))
        });
        runs.collect::<Vec<_>>().join("; ")
    };
    Ok(weeks.iter().map(line).collect())
}

/// Reads a week: items with their days, parted by semicolons, or by commas where a day follows.
///
/// # Errors
/// A sentence about the first item that cannot be read.
pub fn brought_week(text: &str) -> Result<BroughtWeek, String> {
    if text.len() > LONGEST_WEEK {
        return Err(format!("a week has {LONGEST_WEEK} letters at most"));
    }
    let mut week = BroughtWeek::default();
    for (day, item) in items(text) {
        match run(&item)? {
            Some(run) => week.runs.push(BroughtRun { weekday: day, ..run }),
            None if is_rest(&item) => {}
            None => week.aside.push(item),
        }
    }
    name_the_long_run(&mut week.runs);
    Ok(week)
}

/// Whether an item says only that nothing is done.
fn is_rest(item: &str) -> bool {
    let words = item.to_lowercase();
    let words = words.trim_matches(|letter: char| !letter.is_alphanumeric());
    matches!(words, "" | "rest" | "off" | "day off" | "rest day" | "ruhe" | "repos" | "descanso")
}

/// The items of a week, each with the day it is written for.
fn items(text: &str) -> Vec<(Option<usize>, String)> {
    let mut items: Vec<(Option<usize>, String)> = Vec::new();
    for part in text.split([';', '\n']) {
        for (number, piece) in part.split(',').enumerate() {
            match (labelled(piece), number) {
                (Some((day, rest)), _) => items.push((Some(day), rest.to_owned())),
                (None, 0) => items.push((None, piece.trim().to_owned())),
                // A comma inside an item: "2 km warm-up, 6 x 800 m".
                (None, _) => {
                    if let Some((_, last)) = items.last_mut() {
                        last.push_str(", ");
                        last.push_str(piece.trim());
                    }
                }
            }
        }
    }
    items.retain(|(_, item)| !item.is_empty());
    items
}

/// The day that a text begins with, and the rest of it.
fn labelled(text: &str) -> Option<(usize, &str)> {
    let text = text.trim_start().trim_start_matches(['-', '*', '•', ' ', '_']);
    let end = text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len());
    let day = weekday(&text[..end])?;
    Some((
        day,
        text[end..]
            .trim_start_matches(['.', '*', '_', ' ', '\t'])
            .trim_start_matches([':', '-', '–', '—', '=', '*'])
            .trim(),
    ))
}

/// The longest run is the long run of a week that names none, where it is clearly longer than the others.
fn name_the_long_run(runs: &mut [BroughtRun]) {
    if runs.iter().any(|run| run.kind == RunType::Long) {
        return;
    }
    let even: Vec<usize> = (0..runs.len()).filter(|at| runs[*at].kind == RunType::Easy).collect();
    let mut sizes: Vec<(i64, usize)> =
        even.into_iter().map(|at| (runs[at].about_metres(METRES_A_MINUTE), at)).collect();
    sizes.sort_unstable();
    let Some((longest, at)) = sizes.pop() else { return };
    let is_longer = sizes.last().is_none_or(|(next, _)| longest * 100 >= next * LONGER);
    if is_longer && (longest >= LONG_METRES || !sizes.is_empty()) {
        runs[at].kind = RunType::Long;
    }
}

#[cfg(test)]
mod tests;
