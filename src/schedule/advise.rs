//! The single changes to a week that would help most. A short stretch sorts out what cannot help; what is left is planned whole,
//! so that the score that is promised is the one that comes out.

mod change;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

pub use change::{Ask, Change};

use super::crowding::crowds;
use super::movable::has_clash;
use super::{Block, Published, Score, Unsolvable, block, judge, problem, seating, solve, solve_below, unmet};
use crate::brief::{Brief, Defaults};
use crate::model::Moment;
use crate::rules::{Tier, Verdict};

/// Weeks of the stretch that changes are first tried on.
const STRETCH: usize = 2;
/// So many changes are planned whole.
const MOST_WHOLE: usize = 12;

/// A whole block, as advice compares it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// Runs that stand.
    pub placed: i32,
    /// Runs that were wanted and do not stand.
    pub missing: i32,
    /// The score of the plan.
    pub score: Score,
    /// How often each rule is missed, and what that costs.
    pub missed: BTreeMap<&'static str, (i32, i32)>,
}

/// A change that helps.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// The change, with the brief after it.
    pub change: Change,
    /// The block after it.
    pub outlook: Outlook,
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Advices {
    /// The block as it is.
    pub now: Outlook,
    /// The changes that help, best first.
    pub best: Vec<Advice>,
    /// How many changes were tried.
    pub tried: usize,
}

impl Outlook {
    fn of(brief: &Brief, block: &Block) -> Self {
        let wanted = block.weeks.iter().map(|week| week.runs.len() as i32).sum::<i32>();
        let runs = &block.solution.runs;
        let placed = runs.iter().filter(|run| run.place.judged && run.place.day.0 >= 0).count() as i32;
        let mut missed: BTreeMap<&'static str, (i32, i32)> = BTreeMap::new();
        let mut count = |rule: &'static str, verdict: Verdict| {
            if verdict.tier != Tier::Kept {
                let known = missed.entry(rule).or_default();
                *known = (known.0 + 1, known.1 + verdict.cost);
            }
        };
        judge(&brief.rules, &block.timetable, runs, 0..block.timetable.weeks, &mut |card, _, verdict, _| {
            count(card.id, verdict);
        });
        let problem = block.problem(brief, &Published::default());
        unmet(&problem, runs, &mut |card, _, _, verdict, _| count(card.id, verdict));
        Self { placed, missing: (wanted - placed).max(0), score: block.solution.score, missed }
    }

    /// What blocks are compared by; less is better.
    fn rank(&self) -> i32 {
        self.score.points
    }
}

/// Tries every single change worth asking for, beside these busy times.
///
/// # Errors
/// Why the brief as it is cannot be planned.
pub fn advise(brief: &Brief, busy: &[(Moment, Moment)], seed: u64) -> Result<Advices, Unsolvable> {
    let published = Published::default();
    let brief = &seated(brief, busy, seed)?;
    let now = block(brief, &brief.timetable(busy), seed, &published)?;
    let outlook = Outlook::of(brief, &now);
    let changes = Change::all(brief);
    let tried = changes.len();
    let before = stretch(brief, busy, &now, None);
    let mut hopeful: Vec<(i32, Change, Brief)> = changes
        .into_par_iter()
        .filter_map(|change| {
            let after = changed(&change, brief).filter(|after| !crowds(brief, after))?;
            let gives_up = change.ask == Ask::FewerRuns && outlook.missing > 0;
            let rank = stretch(&after, busy, &now, before.filter(|_| !gives_up))?;
            Some((rank, change, after))
        })
        .collect();
    hopeful.sort_by(|(a, one, _), (b, other, _)| (a, one.ask, &one.text).cmp(&(b, other.ask, &other.text)));
    let mut told = BTreeSet::new();
    hopeful.retain(|(_, change, _)| told.insert((change.ask, change.about)));
    let fewer = hopeful.iter().position(|(_, change, _)| change.ask == Ask::FewerRuns).map(|at| hopeful.remove(at));
    hopeful.truncate(MOST_WHOLE - usize::from(fewer.is_some()));
    hopeful.extend(fewer);
    let mut best: Vec<Advice> = hopeful
        .into_par_iter()
        .filter_map(|(_, change, changed)| {
            let there = seated(&changed, busy, seed).ok()?;
            let after = block(&there, &there.timetable(busy), seed, &published).ok()?;
            let after = Outlook::of(&there, &after);
            let helps =
                after.rank() < outlook.rank() && (after.placed >= outlook.placed || change.ask == Ask::FewerRuns);
            helps.then_some(Advice { change, outlook: after })
        })
        .collect();
    let gives_up = |advice: &Advice| advice.change.ask == Ask::FewerRuns;
    best.sort_by(|a, b| {
        let key = |one: &Advice| (gives_up(one), one.outlook.rank(), one.change.ask);
        key(a).cmp(&key(b)).then_with(|| a.change.text.cmp(&b.change.text))
    });
    Ok(Advices { now: outlook, best, tried })
}

/// The brief after a change, movable sessions where they stand before it; `None` where it is no brief any more, as when two sessions
/// would overlap.
fn changed(change: &Change, brief: &Brief) -> Option<Brief> {
    let changed = Brief::from_value(&change.brief, "the changed brief", Defaults { timezone: brief.block.timezone });
    let changed = changed.ok()?.with_places(&brief.places());
    (!has_clash(&changed)).then_some(changed)
}

/// The brief with its movable sessions where they stand best.
fn seated(brief: &Brief, busy: &[(Moment, Moment)], seed: u64) -> Result<Brief, Unsolvable> {
    if brief.movable.is_empty() {
        return Ok(brief.clone());
    }
    let lay_out = |brief: &Brief| (brief.timetable(busy), Published::default());
    Ok(brief.with_places(&seating(brief, &[], &lay_out, seed)?.places))
}

/// What the runs of the first weeks would cost in another fixed week, where that is less than what is `known`.
fn stretch(brief: &Brief, busy: &[(Moment, Moment)], now: &Block, known: Option<i32>) -> Option<i32> {
    let weeks = &now.weeks[..now.weeks.len().min(STRETCH)];
    let mut brief = brief.clone();
    brief.block.weeks = weeks.len() as u32;
    let mut timetable = brief.timetable(busy);
    timetable.wishes.runs_per_week = now.timetable.wishes.runs_per_week;
    let published = Published::default();
    let problem = problem(&brief, &timetable, weeks, &published, false);
    let found = known.map_or_else(|| solve(&problem).ok(), |known| solve_below(&problem, known));
    found.map(|found| found.score.points)
}
