//! What a week asks of the lifting: lighter with a deload, and no heavy legs around a race.

use super::planner::Planned;
use super::shape;
use crate::brief::Brief;
use crate::model::{Day, Phase, list};

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
    let (before, after) =
        (rules.taper.heavy_legs_days(event.distance_km), rules.after_race.rest_days(event.distance_km));
    let far = |from: Day, to: Day| hard_legs(brief, index, from, to);
    let (early, late) = (far(race.plus(1 - before), race), far(race.plus(1), race.plus(after)));
    if !early.is_empty() {
        planned.week.notes.push(format!(
            "No heavy legs in the last {before} days before the race: {}. Upper body may stay.",
            less(&early)
        ));
    } else if planned.week.phase == Phase::Taper && brief.lifts().next().is_some() {
        planned
            .week
            .notes
            .push("The lifting may stay as it is: its heavy leg work is far enough from the race.".to_owned());
    }
    if !late.is_empty() {
        planned.week.notes.push(format!("Legs need {after} days after such a race: {}.", less(&late)));
    }
}

/// What to do about sessions that stand too near.
fn less(sessions: &[String]) -> String {
    let them = if sessions.len() == 1 { "it" } else { "them" };
    format!("make {} light or leave {them} out", list(sessions))
}

/// The hard leg work of a week (from 0) between two days: each session with its weekday.
fn hard_legs(brief: &Brief, week: i32, from: Day, to: Day) -> Vec<String> {
    let calendar = brief.block.calendar();
    let day = |weekday: usize| Day(week * 7 + weekday as i32);
    let hard = brief.sessions.iter().filter(|session| {
        let day = day(session.weekday);
        session.is_hard() && (from..=to).contains(&day) && !session.skip.names(week + 1, calendar.date(day))
    });
    hard.map(|session| format!("{} ({})", session.name, calendar.date(day(session.weekday)).format("%A"))).collect()
}
