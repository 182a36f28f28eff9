//! When runs are left out: the smallest set of the person's own demands that cannot stand together, and the ways out. Every
//! claim is made by solving.

mod demand;
mod smallest;
mod trial;
mod ways;

pub use demand::Demand;
pub use ways::Way;

use super::{Block, Published};
use crate::brief::Brief;
use crate::model::{Day, Moment};
use smallest::{Set, smallest};
use trial::Trial;

/// So many solves may go into the search for a set of fewer demands.
const MOST_SOLVES: usize = 200;
/// So many distinct kinds of week are looked at.
const MOST_KINDS: usize = 6;

/// Demands that cannot stand together.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The weeks it holds in, from 0.
    pub weeks: Vec<i32>,
    /// The names of the runs left out.
    pub left_out: Vec<String>,
    /// The demands: all of them together leave a run out, whatever else is given up; of any of them fewer do not.
    pub demands: Vec<Demand>,
    /// Whether no set of fewer demands is in conflict: every one of them lacks a demand of each of the repairs found by solving.
    pub smallest: bool,
    /// What would make room, what asks least first.
    pub ways: Vec<Way>,
}

/// The conflicts of a solved block, one for each kind of week that leaves runs out.
pub fn conflicts(brief: &Brief, busy: &[(Moment, Moment)], block: &Block, published: &Published) -> Vec<Conflict> {
    let mut kinds: Vec<(Kind, Vec<i32>)> = Vec::new();
    for week in 0..block.weeks.len() as i32 {
        let Some(kind) = Kind::of(block, week) else { continue };
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, weeks)) => weeks.push(week),
            None => kinds.push((kind, vec![week])),
        }
    }
    kinds.truncate(MOST_KINDS);
    let mut found: Vec<Conflict> = Vec::new();
    let mut fitting = Vec::new();
    for (Kind { left_out, .. }, weeks) in kinds {
        let Some(mut trial) = Trial::new(brief, busy, block, published, weeks[0], &left_out) else { continue };
        let Some((demands, smallest)) = of_week(&mut trial, &mut fitting) else { continue };
        match found.iter_mut().find(|known| known.demands == demands && known.left_out.len() == left_out.len()) {
            Some(known) => known.weeks.extend(weeks),
            None => found.push(Conflict { weeks, left_out, demands, smallest, ways: ways::ways(&mut trial) }),
        }
    }
    for conflict in &mut found {
        conflict.weeks.sort_unstable();
    }
    found
}

/// What makes two weeks alike.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Kind {
    wanted: Vec<String>,
    left_out: Vec<String>,
    /// The sessions and windows of the week, counted from its Monday.
    fixed: Vec<(i32, i32)>,
}

impl Kind {
    /// The kind of a week that leaves runs out.
    fn of(block: &Block, week: i32) -> Option<Self> {
        let wanted: Vec<String> = block.weeks.get(week as usize)?.runs.iter().map(|run| run.slug.clone()).collect();
        let left_out: Vec<String> = block.left_out(week).map(|run| run.slug.clone()).collect();
        let timetable = &block.timetable;
        let monday = |week: i32| timetable.midnight(Day(week * 7));
        let (from, to) = (monday(week), monday(week + 1));
        let inside = |start: &Moment, end: &Moment| *start < to && *end > from;
        let spans =
            timetable.appointments.iter().map(|one| (one.start, one.end)).chain(timetable.windows.iter().copied());
        let fixed = spans
            .filter(|(start, end)| inside(start, end))
            .map(|(start, end)| (start.since(from).max(0), end.since(from).min(8 * 1440)));
        (!left_out.is_empty()).then(|| Self { wanted, left_out, fixed: fixed.collect() })
    }
}

/// The demands that cannot stand together in a week, and whether no fewer are in conflict. What was found `fitting` in other
/// weeks is likely to fit in this one too.
fn of_week(trial: &mut Trial<'_>, fitting: &mut Vec<Set>) -> Option<(Vec<Demand>, bool)> {
    let all = Demand::all(trial.brief, trial.has_busy(), trial.runs());
    let everything: Set = (0..all.len()).collect();
    while trial.fits(&all, &everything) {
        // What does not fit beside its neighbours may fit alone: the weeks around it are taken in.
        trial.widen()?;
    }
    let (kept, smallest) = smallest(&everything, fitting, MOST_SOLVES, |set| trial.fits(&all, set));
    let mut demands: Vec<Demand> = kept.iter().map(|index| all[*index].clone()).collect();
    demands.sort_by_key(Demand::order);
    let sound = kept.iter().all(|index| {
        let mut fewer = kept.clone();
        fewer.remove(index);
        trial.fits(&all, &fewer)
    });
    sound.then_some((demands, smallest))
}
