//! Doses that leave every week easy enough and still grow: what a week bears is looked at before its line is drawn.

use std::collections::BTreeMap;

use super::super::course::Stage;
use super::super::workouts::{easy_enough, easy_enough_at_race_pace};
use super::{Dose, Held, Work, stimulus};
use crate::brief::Brief;
use crate::model::{Distance, Minutes, Phase};

/// Minutes that the strides of a week take.
pub(in crate::prescribe) const STRIDES: Minutes = 2;

/// A block of fewer weeks holds as much less work for its race.
const WHOLE_BLOCK: Minutes = 10;

/// Where a dose stands: its week, and its place among the hard runs or none for the long run.
type Spot = (usize, Option<usize>);
/// A line of doses: its wave, its kind, and whether it stands in long runs alone.
type Line = (i32, Work, bool);

/// Lowers the doses to what the weeks of so many minutes bear, race pace first. A line that is lowered somewhere is lowered before it
/// too, so that no dose is less than the one before.
pub(super) fn keep(brief: &Brief, race: Option<Distance>, stages: &mut [Stage], held: &[Held]) {
    let asked = stages.to_vec();
    // Other work keeps less of its first dose where the race would come short otherwise, and not where it comes short anyway.
    for percent in [100, 75, 50, 100] {
        stages.clone_from_slice(&asked);
        share(brief, race, stages, held, percent);
        if race.is_none_or(|race| for_race(brief, race, stages) >= least(brief, race)) {
            return;
        }
    }
}

/// Minutes of work for the race in build and peak.
fn for_race(brief: &Brief, race: Distance, stages: &[Stage]) -> Minutes {
    let near = stages.iter().filter(|stage| matches!(stage.shape.phase, Phase::Build | Phase::Peak));
    let counted = near.flat_map(doses).map(|(dose, spot)| {
        let rule = &brief.rules.race_work;
        rule.counts(stimulus(dose.work, Some(race)), dose.minutes, race, spot.is_none())
    });
    counted.sum()
}

/// What they should come to: in a short block a part of it.
fn least(brief: &Brief, race: Distance) -> Minutes {
    brief.rules.race_work.least(race) * (brief.block.weeks as Minutes).min(WHOLE_BLOCK) / WHOLE_BLOCK
}

/// Shares out every week, where other work keeps so many percent of its first dose at least.
fn share(brief: &Brief, race: Option<Distance>, stages: &mut [Stage], held: &[Held], percent: i32) {
    let budgets: Vec<Minutes> =
        stages.iter().zip(held).map(|(stage, held)| budget(brief, race, stage, held.minutes)).collect();
    let mut lines: BTreeMap<Line, Vec<Spot>> = BTreeMap::new();
    for (week, stage) in stages.iter().enumerate().take(budgets.len()) {
        let hard = stage.work.hard.iter().enumerate().map(|(nth, dose)| (*dose, Some(nth)));
        for (dose, spot) in hard.chain(stage.work.long.map(|dose| (dose, None))) {
            let apart = spot.is_none() && race != Some(Distance::Marathon);
            lines.entry((stage.wave.0, dose.work, apart)).or_default().push((week, spot));
        }
    }
    let mut settled: Vec<Spot> = Vec::new();
    let (paced, others): (Vec<_>, Vec<_>) = lines
        .into_iter()
        .filter(|(line, _)| line.1 != Work::RaceEffort)
        .partition(|(line, _)| line.1 == Work::RacePace);
    for (line, spots) in paced.into_iter().chain(others) {
        let room = |spot: &Spot| {
            let beside = doses(&stages[spot.0]).filter(|(_, nth)| *nth != spot.1);
            let taken = beside.map(|(dose, nth)| {
                let kept = if dose.work == Work::RacePace { 100 } else { percent };
                let floor = (first(brief, race, dose.work, nth.is_none()) * kept / 100).min(dose.minutes);
                if settled.contains(&(spot.0, nth)) { dose.minutes } else { floor }
            });
            budgets[spot.0] - taken.sum::<Minutes>()
        };
        let rooms: Vec<Minutes> = spots.iter().map(room).collect();
        let at_most = |minutes: Minutes| brief.rules.race_work.at_most(stimulus(line.1, race), minutes);
        let mut before = None;
        for (at, spot) in spots.iter().enumerate() {
            // A week that bears none of it lowers no other.
            let later = rooms[at..].iter().copied().filter(|room| at_most(*room) > 0).min().unwrap_or(0);
            let most = if at_most(rooms[at]) > 0 { later } else { 0 };
            let step = before.map_or(Minutes::MAX, |before| brief.rules.race_work.next(before));
            let dose = dose_at(&mut stages[spot.0], spot.1);
            if let Some(dose) = dose {
                dose.minutes = at_most(dose.minutes.min(most).min(step));
                before = Some(dose.minutes).filter(|minutes| *minutes > 0).or(before);
            }
            settled.push(*spot);
        }
    }
}

/// Hard minutes that a week bears beside its strides.
fn budget(brief: &Brief, race: Option<Distance>, stage: &Stage, total: Minutes) -> Minutes {
    let paced = matches!(race, Some(Distance::Half | Distance::Marathon));
    let at_pace = paced && doses(stage).any(|(dose, _)| dose.work == Work::RacePace);
    let of = if at_pace { easy_enough_at_race_pace } else { easy_enough };
    of(&brief.rules, total) - STRIDES
}

fn doses(stage: &Stage) -> impl Iterator<Item = (Dose, Option<usize>)> {
    let hard = stage.work.hard.iter().enumerate().map(|(nth, dose)| (*dose, Some(nth)));
    hard.chain(stage.work.long.map(|dose| (dose, None)))
}

fn dose_at(stage: &mut Stage, spot: Option<usize>) -> Option<&mut Dose> {
    match spot {
        Some(nth) => stage.work.hard.get_mut(nth),
        None => stage.work.long.as_mut(),
    }
}

/// The first dose of a kind of work.
fn first(brief: &Brief, race: Option<Distance>, work: Work, in_long_run: bool) -> Minutes {
    let doses = brief.rules.race_work.doses(stimulus(work, race), race, in_long_run, 1);
    doses.and_then(|doses| doses.first().copied()).unwrap_or(0)
}
