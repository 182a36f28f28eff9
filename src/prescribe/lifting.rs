//! What a week asks of the lifting: lighter with a deload, and no heavy legs around a race.

use super::planner::Planned;
use super::shape;
use crate::brief::Brief;
use crate::model::{Day, Minutes, Phase, WEEKDAY_NAMES, list};
use crate::rules::Appointment;

const DAY: Minutes = 24 * 60;

/// A lighter week for the lifting, where the person lifts; `asked` by the body.
pub(super) fn lighter(brief: &Brief, planned: &mut Planned, asked: bool) {
    let lifts = brief.lifts().next().is_some();
    let rule = &brief.rules.deload_weeks;
    let note = match (asked || planned.week.deload, planned.rested) {
        (true, _) if lifts => rule.lifting("Deload the lifting too"),
        (false, true) if lifts => {
            rule.lifting("A lighter week is due. The runs are short enough to stay as they are; deload the lifting")
        }
        (false, true) => "A lighter week is due. The runs are short enough to stay as they are.".to_owned(),
        _ => return,
    };
    planned.week.notes.push(note);
}

/// Which heavy leg work stands too near to the race, before or after it, and what else may stay.
pub(super) fn around_race(brief: &Brief, planned: &mut Planned, index: i32) {
    let Some(event) = &brief.block.event else { return };
    let (race, rules) = (shape::race_day(brief, event), &brief.rules);
    let start = brief.block.calendar().moment(race, event.start);
    let (before, after) =
        (rules.taper.heavy_legs_days(event.distance_km), rules.after_race.rest_days(event.distance_km));
    let early = hard_legs(brief, index, |one| one.start < start && start.since(one.end) < before * DAY);
    let late = hard_legs(brief, index, |one| one.start >= start && one.day <= race.plus(after));
    if !early.is_empty() {
        planned.week.notes.push(format!(
            "No heavy legs in the last {before} days before the race: {}. Upper body may stay.",
            less(&early)
        ));
    } else if late.is_empty() && planned.week.phase == Phase::Taper && brief.lifts().next().is_some() {
        planned
            .week
            .notes
            .push("The lifting may stay as it is: its heavy leg work is far enough from the race.".to_owned());
    }
    // What stands on the day of a race that asks for no days of rest is told as being in its way.
    if after > 0 && !late.is_empty() {
        planned.week.notes.push(format!("Legs need {after} days after such a race: {}.", less(&late)));
    }
}

/// What to do about sessions that stand too near.
fn less(sessions: &[String]) -> String {
    let them = if sessions.len() == 1 { "it" } else { "them" };
    format!("make {} light or leave {them} out", list(sessions))
}

/// The hard leg work of a week (from 0) that stands `near`: each session with its weekday.
fn hard_legs(brief: &Brief, week: i32, near: impl Fn(&Appointment) -> bool) -> Vec<String> {
    let days = (0..7).map(|weekday| Day(week * 7 + weekday));
    let hard = days.flat_map(|day| brief.on(day, brief.block.calendar())).filter(|one| one.hard && near(one));
    hard.map(|one| format!("{} ({})", one.name, WEEKDAY_NAMES[one.day.weekday()])).collect()
}
