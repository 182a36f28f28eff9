//! How the person feels, and what went before the block.

use super::node::Node;
use super::problem::Wrong;
use super::read::Told;
use super::week::training;
use super::{Before, Block, CheckIn, PastRun, PastSession, form};
use crate::model::{Clock, Day, RunType};

/// The check-ins, oldest first.
pub(super) fn check_ins(nodes: &[Node], block: Option<&Block>, told: &mut Told) -> Vec<CheckIn> {
    let mut all: Vec<CheckIn> = nodes.iter().filter_map(check_in).collect();
    all.sort_by_key(|one| one.date);
    for late in all.iter().filter(|one| block.is_some_and(|block| one.date > block.last())) {
        told.warnings.push(format!("The check-in of {} lies after the block and changes nothing.", late.date));
    }
    all
}

fn check_in(node: &Node) -> Option<CheckIn> {
    Some(CheckIn {
        date: node.date("date")?,
        sleep_hours: node.number("sleep_hours"),
        fatigue: node.whole("fatigue"),
        soreness: node.whole("soreness"),
        stress: node.whole("stress"),
        pain: node.whole("pain"),
        signs: node.list("signs").iter().filter_map(Node::as_text).map(str::to_owned).collect(),
        signs_days: node.whole("signs_days"),
        days_off: node.whole("days_off"),
    })
}

/// What went before the block.
pub(super) fn before(node: Option<&Node>, block: Option<&Block>, told: &mut Told) -> Before {
    let Some(node) = node else { return Before::default() };
    let runs = node.list("runs").iter().filter_map(|run| past_run(run, block, told));
    let mut runs: Vec<PastRun> = runs.collect();
    runs.sort_by_key(|run| (run.day, run.start));
    let sessions = node.get("sessions").map(|list| {
        let sessions = list.items().iter().filter_map(|session| past_session(session, block, told));
        let mut sessions: Vec<PastSession> = sessions.collect();
        sessions.sort_by_key(|past| (past.day, past.session.start));
        sessions
    });
    Before { runs, sessions }
}

fn past_run(node: &Node, block: Option<&Block>, told: &mut Told) -> Option<PastRun> {
    let (day, start) = moment(node, block, told)?;
    Some(PastRun {
        day,
        start,
        minutes: node.whole("minutes")?,
        kind: node.text("type").and_then(RunType::parse).unwrap_or(RunType::Easy),
        slug: node.text("slug").map(str::to_owned),
        distance_km: node.number("distance_km"),
    })
}

fn past_session(node: &Node, block: Option<&Block>, told: &mut Told) -> Option<PastSession> {
    let session = training(node, told);
    let (day, start) = moment(node, block, told)?;
    let mut session = session?;
    (session.weekday, session.start) = (day.weekday(), start);
    Some(PastSession { day, session })
}

fn moment(node: &Node, block: Option<&Block>, told: &mut Told) -> Option<(Day, Clock)> {
    let (date, start) = node.text("start").and_then(form::date_time)?;
    let block = block?;
    if let Some(at) = node.get("start").filter(|_| date >= block.start) {
        let (date, start) = (date.to_string(), block.start.to_string());
        told.problems.push(Wrong::NotBefore { date, start }.at(at.span));
    }
    Some((block.calendar().day(date), start))
}
