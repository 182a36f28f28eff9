//! Which easy run of a week ends with strides and which is a recovery run: settled when all runs have their days.

use std::collections::BTreeMap;

use crate::brief::Brief;
use crate::model::{Day, Legs, Level, RunClass, RunType};
use crate::prescribe::Week;
use crate::prescribe::workouts::find;
use crate::schedule::{Block, Standing};

/// A long run from so many minutes on is followed by a recovery run.
const LONG_MINUTES: i32 = 100;
/// A recovery run is no longer than this.
const RECOVERY_MINUTES: i32 = 45;
/// Hours after heavy legs before which strides wait for another run.
const AFTER_LEGS: i32 = 36;
/// Days before a race that suit strides.
const BEFORE_RACE: std::ops::RangeInclusive<i32> = 2..=6;

/// The workouts of a week's easy runs where they differ from what was asked for, by name.
pub(super) fn dressed(brief: &Brief, block: &Block, week: &Week) -> BTreeMap<String, &'static str> {
    let number = week.number as i32 - 1;
    let request = |run: &Standing| week.runs.iter().find(|request| request.slug == run.slug);
    let is_easy = |run: &&Standing| {
        let asked = request(run).is_some_and(|request| request.shape.kind == RunType::Easy);
        asked
            && run.place.day.week() == number
            && run.place.run.kind == RunType::Easy
            && run.place.attached_to.is_none()
    };
    let easy: Vec<&Standing> = block.solution.runs.iter().filter(is_easy).collect();
    let mut workouts = BTreeMap::new();
    let plain = week.runs.iter().find(|run| run.shape.kind == RunType::Easy && run.workout != "easy_strides");
    if week.runs.iter().any(|run| run.workout == "easy_strides") {
        let least = find("easy_strides").map_or(0, |one| one.minutes.0);
        let best = easy.iter().filter(|run| run.place.run.minutes >= least);
        let best = best.min_by_key(|run| (against_strides(block, week, run), run.place.start));
        for run in &easy {
            let minutes = run.place.run.minutes;
            let other = plain.map_or(if minutes <= 30 { "easy_short" } else { "easy" }, |request| request.workout);
            let strides = best.is_some_and(|best| best.slug == run.slug);
            workouts.insert(run.slug.clone(), if strides { "easy_strides" } else { other });
        }
    }
    if brief.athlete.running_level != Level::Beginner {
        for run in easy.iter().filter(|run| run.place.run.minutes <= RECOVERY_MINUTES) {
            let has_strides = workouts.get(&run.slug) == Some(&"easy_strides");
            if !has_strides && follows_much(block, run.place.day) {
                workouts.insert(run.slug.clone(), "recovery");
            }
        }
    }
    workouts
}

/// Whether the day before held a very long run, a race or a match.
fn follows_much(block: &Block, day: Day) -> bool {
    let before = day.plus(-1);
    let much = |run: &Standing| match run.place.run.class() {
        RunClass::Race => true,
        RunClass::Long => run.place.run.minutes > LONG_MINUTES,
        _ => false,
    };
    block.solution.runs.iter().any(|run| run.place.day == before && much(run))
        || block.timetable.appointments.iter().any(|one| one.is_match && one.day == before)
}

/// What speaks against strides on this run: the fewer the better.
fn against_strides(block: &Block, week: &Week, run: &Standing) -> i32 {
    let day = run.place.day;
    let on = |day: Day| block.solution.runs.iter().filter(move |other| other.place.day == day);
    let hard = |day: Day| on(day).any(|other| other.place.run.class() != RunClass::Easy);
    let tired = block
        .timetable
        .appointments
        .iter()
        .any(|one| one.legs == Legs::Heavy && (0..AFTER_LEGS * 60).contains(&run.place.start.since(one.end)));
    let near_race = week.race.as_ref().is_some_and(|race| !BEFORE_RACE.contains(&(race.day.0 - day.0)));
    16 * i32::from(near_race)
        + 8 * i32::from(follows_much(block, day))
        + 4 * i32::from(tired)
        + 2 * i32::from(hard(day.plus(-1)))
        + i32::from(hard(day.plus(1)))
}
