//! Sessions that are not alike every week: turns of weeks, cycles of days, weeks of different effort.

use chrono::{Datelike as _, Duration};

use super::Block;
use super::node::Node;
use super::problem::Wrong;
use super::read::Told;
use crate::model::{Effort, Kind, Minutes, Session, Turn, WeekEffort};

/// The weeks in which a session takes place, where not in all.
pub(super) fn turn(every: &Node, told: &mut Told) -> Option<Turn> {
    let mut tell = |key: &str, what: String, help: &str| {
        if let Some(at) = every.get(key) {
            told.problems.push(Wrong::Contradicts { what, help: help.to_owned() }.at(at.span));
        }
    };
    let on: Vec<u32> = every.list("on").iter().filter_map(Node::as_whole).collect();
    let of: Option<u32> = every.whole("of");
    match (every.text("weeks"), every.get("on").is_some(), of) {
        (Some(_), true, _) | (Some(_), _, Some(_)) => {
            let what = "`weeks` and a cycle of weeks do not go together".to_owned();
            tell("weeks", what, "keep one of them: odd weeks are `on` [1] `of` 2");
            None
        }
        (Some(word), ..) => Some(Turn { on: vec![if word == "odd" { 1 } else { 2 }], of: 2 }),
        (None, true, None) => {
            tell("on", "`on` says which weeks of a cycle, and no `of` how many it has".to_owned(), "add `\"of\": 3`");
            None
        }
        (None, false, Some(_)) => {
            tell("of", "`of` says how long a cycle is, and no `on` which of its weeks".to_owned(), "add `\"on\": [1]`");
            None
        }
        (None, true, Some(of)) => {
            if let Some(beyond) = on.iter().find(|week| **week > of) {
                tell(
                    "on",
                    format!("a cycle of {of} weeks has no week {beyond}"),
                    "name weeks from 1 to the length in `of`",
                );
            }
            if on.is_empty() {
                tell(
                    "on",
                    "a session in no week of its cycle never takes place".to_owned(),
                    "name a week, or leave the session out",
                );
            }
            Some(Turn { on, of })
        }
        (None, false, None) => None,
    }
}

/// How hard a session is in each week of its cycle.
pub(super) fn efforts(node: &Node, session: &Session, told: &mut Told) -> Vec<WeekEffort> {
    let Some(at) = node.get("effort_by_week") else { return Vec::new() };
    let efforts: Vec<WeekEffort> = at.items().iter().filter_map(Node::as_text).filter_map(WeekEffort::parse).collect();
    let mut tell = |what: String, help: &str| {
        told.problems.push(Wrong::Contradicts { what, help: help.to_owned() }.at(at.span));
    };
    if matches!(session.kind, Kind::Run | Kind::Mobility) {
        let what = format!("`effort_by_week` means nothing for a session of kind `{}`", session.kind);
        tell(what, "leave it out, or make the session `strength` or `other`");
    } else if node.get("effort").is_some() || node.get("rpe").is_some() {
        tell(
            "`effort_by_week` says how hard it is, and so does another key".to_owned(),
            "leave out `effort` and `rpe`",
        );
    } else if efforts.iter().all(|one| *one == WeekEffort::Off) {
        tell(
            "a session that is off in every week never takes place".to_owned(),
            "say how hard a week is, such as `heavy`",
        );
    }
    efforts
}

/// The hardest week of a cycle.
pub(super) fn hardest(efforts: &[WeekEffort]) -> Option<Effort> {
    let hard = |effort: &Effort| match effort {
        Effort::Light => 0,
        Effort::Moderate => 1,
        Effort::Heavy => 2,
    };
    efforts.iter().filter_map(|one| one.effort()).max_by_key(hard)
}

/// Whether two sessions overlap on a day of the block, day by day.
pub(super) fn meet(a: &Session, b: &Session, block: &Block) -> bool {
    let times = |session: &Session| {
        let session = session.clone();
        let days = (0..i64::from(block.weeks) * 7).filter_map(move |day| {
            let date = block.start + Duration::days(day);
            let weekday = date.weekday().num_days_from_monday() as usize;
            let from = day as Minutes * 24 * 60 + Minutes::from(session.start.0);
            session.is_on(weekday, (day / 7) as i32 + 1, date).then_some((from, from + session.minutes))
        });
        days.collect::<Vec<_>>()
    };
    let (a, b) = (times(a), times(b));
    let mut first = 0;
    a.iter().any(|(from, to)| {
        // The longest session is a day.
        first += b[first..].iter().take_while(|(start, _)| start + 24 * 60 < *from).count();
        b[first..].iter().take_while(|(start, _)| start < to).any(|(_, end)| end > from)
    })
}

/// The rhythm in which the lifting deloads, where one session says it: weeks of the cycle, and which of them.
pub(super) fn own_deload(sessions: &[Session]) -> Option<(u32, u32)> {
    let mut lifts = sessions.iter().filter(|session| session.kind == Kind::Strength);
    lifts.find_map(|session| {
        let deloads = session.efforts.iter().filter(|one| **one == WeekEffort::Deload).count();
        let nth = session.efforts.iter().position(|one| *one == WeekEffort::Deload)?;
        let weeks = u32::try_from(session.efforts.len()).ok()?;
        (deloads == 1 && (2..=12).contains(&weeks)).then_some((weeks, nth as u32 + 1))
    })
}
