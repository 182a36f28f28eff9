//! The fixed week: its sessions, and whether they can all take place.

use chrono::{Datelike, Duration, NaiveDate};

use super::excerpt::quoted;
use super::movable::{self, Movable};
use super::node::Node;
use super::problem::Wrong;
use super::read::Told;
use super::{Block, cycle, form};
use crate::model::{Effort, Focus, Kind, Legs, Minutes, OwnRun, RunClass, Session, Skip, WEEKDAYS, count, weekday};

const DAY: Minutes = 24 * 60;
const WEEK: Minutes = 7 * DAY;

/// The sessions of the fixed week, in the order of the brief, and those of them that may move. One that cannot be read is left out: its
/// problem is told.
pub(super) fn sessions(nodes: &[Node], block: Option<&Block>, told: &mut Told) -> (Vec<Session>, Vec<Movable>) {
    let mut read: Vec<(&Node, Session)> = Vec::new();
    let mut movable = Vec::new();
    for node in nodes {
        let skip = node.get("every").map(|every| skip(every, node, block, told)).unwrap_or_default();
        let every_days = node.get("every").and_then(|every| every.whole("days")).filter(|_| node.get("date").is_some());
        let places = node.get("movable").zip(node.whole("minutes"));
        let places = places.map(|(node, minutes)| movable::places(node, minutes, told)).unwrap_or_default();
        let first = places.first();
        let start = node.clock("start").or(first.map(|place| place.start));
        let date = node.date("date");
        let day = node.text("day").and_then(weekday);
        let day = day.or(date.map(|date| date.weekday().num_days_from_monday() as usize));
        let day = day.or(first.map(|place| place.weekday));
        if let Some(mut session) = training(node, told)
            && let (Some(start), Some(day)) = (start, day)
        {
            if let Some(at) = node.get("movable").filter(|_| session.kind == Kind::Run) {
                let what =
                    format!("a run of your own stands where it stands, and `{}` is `movable`", quoted(&session.name));
                let help = "say its `day` and `start`; runs that may stand anywhere are what gets planned".to_owned();
                told.problems.push(Wrong::Contradicts { what, help }.at(at.span));
            }
            if !places.is_empty() {
                movable.push(Movable { session: read.len(), places });
            }
            (session.weekday, session.date, session.start, session.skip) = (day, date, start, skip);
            session.every_days = every_days;
            session.efforts = cycle::efforts(node, &session, told);
            if let Some(hardest) = cycle::hardest(&session.efforts) {
                session.effort = Some(hardest);
            }
            told.warnings.extend(outside(&session, block));
            told.warnings.extend(undescribed(&session));
            read.push((node, session));
        }
    }
    let moves = |at: usize| movable.iter().any(|one| one.session == at);
    let stand: Vec<_> = read.iter().enumerate().filter(|(at, _)| !moves(*at)).map(|(_, one)| one.clone()).collect();
    overlaps(&stand, block, told);
    (read.into_iter().map(|(_, session)| session).collect(), movable)
}

/// What a session is, apart from when: shared by the fixed week and the past.
pub(super) fn training(node: &Node, told: &mut Told) -> Option<Session> {
    let kind = node.text("kind").and_then(Kind::parse);
    let focus = node.text("focus").and_then(Focus::parse);
    let effort = node.text("effort").and_then(Effort::parse);
    let rpe = node.whole::<u8>("rpe");
    if let (Some(kind), Some(at)) = (kind, node.get("focus"))
        && matches!(kind, Kind::Mobility | Kind::Run)
    {
        told.problems.push(Wrong::FocusOnOther { kind: kind.to_string() }.at(at.span));
    }
    if let (Some(effort), Some(rpe), Some(at)) = (effort, rpe, node.get("effort"))
        && Effort::from_rpe(rpe) != effort
    {
        let means = Effort::from_rpe(rpe).to_string();
        told.problems.push(Wrong::EffortDisagrees { effort: effort.to_string(), rpe, means }.at(at.span));
    }
    let is_match = node.is_true("match");
    if let (Some(kind), Some(at), true) = (kind, node.get("match"), is_match)
        && kind != Kind::Other
    {
        told.problems.push(Wrong::MatchOnOther { kind: kind.to_string() }.at(at.span));
    }
    let kind = kind?;
    let run = own_run(kind, node, told);
    let name = node.text("name").map(str::trim).filter(|name| !name.is_empty());
    Some(Session {
        name: name.map_or_else(|| title(kind, focus), str::to_owned),
        weekday: 0,
        start: crate::model::Clock(0),
        minutes: node.whole("minutes")?,
        kind,
        focus,
        effort: effort.or(rpe.map(Effort::from_rpe)),
        rpe,
        date: None,
        is_match,
        run,
        every_days: None,
        efforts: Vec::new(),
        skip: Skip::default(),
    })
}

/// What kind of run a session is; keys that mean nothing for it are told.
fn own_run(kind: Kind, node: &Node, told: &mut Told) -> Option<OwnRun> {
    let is_run = kind == Kind::Run;
    let (keys, help) = if is_run {
        (&["effort"][..], "a run is described by `class`: easy, quality or long; `rpe` says how hard it feels")
    } else {
        (&["class", "distance_km"][..], "leave it out, or make the session `run`")
    };
    for key in keys {
        if let Some(at) = node.get(key) {
            told.problems.push(Wrong::KeyOfRuns { key, kind: kind.to_string(), help }.at(at.span));
        }
    }
    let class = node.text("class").and_then(RunClass::parse).unwrap_or(RunClass::Easy);
    let metres = node.number("distance_km").map(|km| (km * 1000.0).round() as u32);
    is_run.then_some(OwnRun { class, metres })
}

/// What is told of a session on a date that is no part of the block.
fn outside(session: &Session, block: Option<&Block>) -> Option<String> {
    let is_over = |date: &NaiveDate, block: &Block| match session.every_days {
        Some(_) => *date > block.last(),
        None => !block.contains(*date),
    };
    let date = session.date.filter(|date| block.is_some_and(|block| is_over(date, block)))?;
    Some(format!("{} on {date} lies outside the block.", session.name))
}

/// The name of a session that the person did not name.
fn title(kind: Kind, focus: Option<Focus>) -> String {
    let title = match (kind, focus) {
        (Kind::Strength, Some(Focus::Lower)) => "Lower-body strength",
        (Kind::Strength, Some(Focus::Upper)) => "Upper-body strength",
        (Kind::Strength, Some(Focus::Core)) => "Core strength",
        (Kind::Strength, Some(Focus::FullBody)) => "Full-body strength",
        (Kind::Strength, None) => "Strength",
        (Kind::Mobility, _) => "Mobility",
        (Kind::Other, _) => "Session",
        (Kind::Run, _) => "Own run",
    };
    title.to_owned()
}

/// How a session is taken that leaves open what it does to the legs.
fn undescribed(session: &Session) -> Option<String> {
    let name = &session.name;
    let missing = match (session.focus, session.effort) {
        (None, None) => "neither a focus nor an effort",
        (None, Some(_)) => "no focus",
        (Some(_), None) => "no effort",
        _ => return None,
    };
    match (session.kind, session.legs()) {
        (Kind::Strength, _) => Some(format!("{name} says {missing}: it counts as heavy leg work, the safe reading.")),
        (Kind::Other, Legs::Heavy | Legs::Moderate) if session.focus.is_none() => Some(format!(
            "{name} says {missing}: it counts as work for the legs, the safe reading. If it spares them, give it the focus \
             `upper`; if it is no sport or an easy one, the effort `light`; if it is hard for them, `heavy`."
        )),
        (Kind::Other, Legs::Heavy) => {
            Some(format!("{name} says {missing}: it counts as hard for the legs, the safe reading."))
        }
        _ => None,
    }
}

/// What a session skips; a date or a week on which it would not take place anyway is told.
fn skip(every: &Node, session: &Node, block: Option<&Block>, told: &mut Told) -> Skip {
    let mut skip = Skip::default();
    let by_days = every.get("days");
    if session.get("date").is_some() && by_days.is_none() {
        let help = "a session with a `date` takes place once: leave `every` out, or say `days`".to_owned();
        told.problems.push(Wrong::SkipsNothing { what: "`every`".to_owned(), help }.at(every.span));
        return skip;
    }
    if let Some(at) = by_days.filter(|_| session.get("date").is_none()) {
        let what = "a cycle of days has no weekday".to_owned();
        let help = "say its first `date` in place of `day`".to_owned();
        told.problems.push(Wrong::Contradicts { what, help }.at(at.span));
    }
    skip.turn = cycle::turn(every, told);
    for node in every.list("skip_dates") {
        let Some(date) = node.as_text().and_then(form::date) else { continue };
        let day = date.weekday().num_days_from_monday() as usize;
        let wrong_day = session.text("day").and_then(weekday).filter(|weekday| *weekday != day);
        let help = match (wrong_day, block) {
            (Some(weekday), _) => {
                let near = date + Duration::days((weekday as i64 - day as i64 + 10) % 7 - 3);
                let session_on = WEEKDAYS[weekday];
                Some(format!(
                    "the session is on `{session_on}`, the date is a {}; did you mean `{near}`?",
                    date.format("%A")
                ))
            }
            (None, Some(block)) if !block.contains(date) => {
                Some(format!("the block runs from {} to {}", block.start, block.last()))
            }
            _ => None,
        };
        match help {
            Some(help) => told.problems.push(Wrong::SkipsNothing { what: format!("`{date}`"), help }.at(node.span)),
            None => skip.dates.push(date),
        }
    }
    for node in every.list("skip_weeks") {
        let Some(week) = node.as_whole::<u32>() else { continue };
        match block {
            Some(block) if week > block.weeks => {
                let help = format!("the block has {}", count(block.weeks as usize, "week"));
                told.problems.push(Wrong::SkipsNothing { what: format!("week {week}"), help }.at(node.span));
            }
            _ => skip.weeks.push(week),
        }
    }
    skip
}

/// Tells of sessions that would take place at one time, also across midnight and from Sunday to Monday.
fn overlaps(read: &[(&Node, Session)], block: Option<&Block>, told: &mut Told) {
    for (index, (node, later)) in read.iter().enumerate() {
        for (_, earlier) in &read[..index] {
            if meet(earlier, later, block) {
                let day = earlier.date.map_or_else(|| WEEKDAYS[earlier.weekday].to_owned(), |date| date.to_string());
                let when = format!("takes {} min from {} on `{day}`", earlier.minutes, earlier.start);
                let (one, two) = (quoted(&earlier.name), quoted(&later.name));
                told.problems.push(Wrong::Overlap { one, two, when }.at(node.span));
            }
        }
    }
}

/// Whether two sessions overlap in a week of the block in which both take place.
pub(crate) fn meet(a: &Session, b: &Session, block: Option<&Block>) -> bool {
    if let (Some(block), true) = (block, a.every_days.or(b.every_days).is_some()) {
        return cycle::meet(a, b, block);
    }
    let begin = |session: &Session| session.weekday as Minutes * DAY + Minutes::from(session.start.0);
    let (a_begin, b_begin) = (begin(a), begin(b));
    // In one week, or one of them running over from the Sunday before.
    [0, -1, 1].into_iter().any(|shift| {
        let b_begin = b_begin + shift * WEEK;
        let overlap = a_begin < b_begin + b.minutes && b_begin < a_begin + a.minutes;
        overlap && block.is_none_or(|block| together(a, b, shift, block))
    })
}

fn together(a: &Session, b: &Session, shift: i32, block: &Block) -> bool {
    let takes_place = |session: &Session, week: i32| {
        let monday = block.start + Duration::days(i64::from(week) * 7);
        let date = monday + Duration::days(session.weekday as i64);
        session.is_on(session.weekday, week + 1, date)
    };
    (0..block.weeks as i32).any(|week| takes_place(a, week) && takes_place(b, week + shift))
}
