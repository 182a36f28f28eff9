//! The shape of the block: what each week is for, planned back from the event.

use crate::brief::{Brief, Event};
use crate::model::{Day, Phase, RunType};
use crate::rules::AfterRace;

/// What one week is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    /// Its phase.
    pub phase: Phase,
    /// Percent of the volume before the taper, in a taper and after the race.
    pub kept: Option<i32>,
}

/// The day of the event.
pub(super) fn race_day(brief: &Brief, event: &Event) -> Day {
    brief.block.calendar().day(event.date)
}

/// The last weekday (Monday 0) on which a race leaves no room for running before it in its week.
const EARLY_IN_THE_WEEK: usize = 2;

/// The day and the distance of the last race before the block, where they are known.
pub(super) fn race_before(brief: &Brief) -> Option<(Day, f64)> {
    brief
        .before
        .runs
        .iter()
        .rev()
        .find_map(|run| Some((run.day, run.distance_km.filter(|_| run.kind == RunType::Race)?)))
}

/// The shape of every week.
pub(super) fn shapes(brief: &Brief) -> Vec<Shape> {
    let mut shapes = own_shapes(brief);
    if let Some((day, distance_km)) = race_before(brief) {
        let after = AfterRace::weeks(distance_km);
        for (shape, index) in shapes.iter_mut().zip(0..) {
            let kept = after.get((index - day.week() - 1) as usize).filter(|_| shape.phase != Phase::Taper);
            if let Some(kept) = kept {
                *shape = Shape { phase: Phase::Recovery, kept: Some(*kept) };
            }
        }
    }
    shapes
}

fn own_shapes(brief: &Brief) -> Vec<Shape> {
    let weeks = brief.block.weeks as i32;
    let phases = &brief.rules.phases;
    let full = |phase| Shape { phase, kept: None };
    let Some(event) = brief.block.event.as_ref() else {
        let waves = &brief.rules.waves;
        let length = |wave: i32| (0..weeks).filter(|week| waves.at(*week, weeks).0 == wave).count() as i32;
        let phase = |week: i32| {
            let (wave, nth) = waves.at(week, weeks);
            phases.in_wave(nth, length(wave))
        };
        return (0..weeks).map(|week| full(phase(week))).collect();
    };
    let day = race_day(brief, event);
    // Without a taper the race stands in a full week.
    let taper = brief.rules.if_on(&brief.rules.taper);
    let cuts = taper.map_or_else(|| vec![0], |taper| taper.cuts(event.distance_km));
    let after = AfterRace::weeks(event.distance_km);
    // A race early in its week is tapered for in the weeks before; its own week holds next to nothing.
    let race_week = day.week();
    let last_taper = if day.weekday() <= EARLY_IN_THE_WEEK { race_week - 1 } else { race_week };
    let first_taper = (last_taper + 1 - cuts.len() as i32).max(0);
    let light = |phase, kept| Shape { phase, kept: Some(kept) };
    (0..weeks)
        .map(|week| match week {
            _ if week < first_taper => full(phases.before_taper(week, first_taper, event.distance_km)),
            _ if week <= race_week => {
                let from_last = (last_taper - week).max(0) as usize;
                let cut = cuts.iter().rev().nth(from_last).or(cuts.last()).copied().unwrap_or(0);
                // Nothing is tapered for in days that come after the race.
                light(if week > last_taper { Phase::Recovery } else { Phase::Taper }, 100 - cut)
            }
            _ => {
                if let Some(kept) = after.get((week - race_week - 1) as usize) {
                    light(Phase::Recovery, *kept)
                } else {
                    let first = race_week + 1 + after.len() as i32;
                    full(phases.in_wave(week - first, weeks - first))
                }
            }
        })
        .collect()
}

/// What to tell of a block that is short for its event.
pub(super) fn remark(brief: &Brief) -> Option<String> {
    let event = brief.block.event.as_ref()?;
    let (usual, weeks) = (brief.rules.phases.weeks_for(event.distance_km), race_day(brief, event).week() + 1);
    (weeks < usual).then(|| {
        format!(
            "{usual} weeks are usual before a race of {} km; this block has {weeks}, planned as well as it goes.",
            event.distance_km
        )
    })
}
