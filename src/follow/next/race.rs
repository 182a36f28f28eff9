//! The race that a block ended with, as the next brief knows it.

use chrono::NaiveDate;

use super::Follow;
use crate::follow::log::{Activity, Entry};
use crate::model::{Minutes, Race, RunType};
use crate::plan::RunDone;
use crate::prescribe::paces::Vdot;

/// Distances that a brief takes as a race, in kilometres.
const DISTANCES: std::ops::RangeInclusive<f64> = 0.8..=500.0;

/// A race that was run.
pub(super) struct LastRace {
    /// Its distance in kilometres.
    pub(super) km: f64,
    minutes: Minutes,
    /// When it was run.
    pub(super) date: NaiveDate,
}

impl LastRace {
    /// Its time as a brief writes it.
    pub(super) fn time(&self) -> String {
        format!("{}:{:02}:00", self.minutes / 60, self.minutes % 60)
    }
}

impl Follow<'_> {
    /// The last race whose time and distance a log tells, where paces can follow from it and no later one is known.
    pub(super) fn last_race(&self) -> Option<LastRace> {
        let known = self.laid.brief.athlete.recent_race.as_ref().map(|race| race.date);
        let mut races = self.runs.iter().rev().filter(|run| run.kind == RunType::Race);
        let race = races.find_map(|run| self.timed(run))?;
        (known.is_none_or(|known| known < race.date)).then_some(race)
    }

    /// A race with its time and its distance: that of the event where the log tells no other.
    fn timed(&self, run: &RunDone) -> Option<LastRace> {
        let date = run.start.0.date();
        let event = self.laid.brief.block.event.as_ref().map(|event| event.distance_km);
        let told = |entry: &Entry| match entry {
            Entry::Done(kept) if run.planned.as_ref() == Some(&kept.id) && kept.date.is_none_or(|day| day == date) => {
                Some((kept.minutes?, kept.distance_km.or(event)?))
            }
            Entry::Added(added) if added.kind == Activity::Run(RunType::Race) && added.date == date => {
                Some((added.minutes, added.distance_km?))
            }
            _ => None,
        };
        let (minutes, km) = self.log?.entries.iter().rev().find_map(|(_, entry)| told(entry))?;
        let race = Race { distance_km: km, seconds: u32::try_from(minutes).ok()? * 60, date };
        let paces = DISTANCES.contains(&km) && minutes > 0 && Vdot::of_race(&race).is_some();
        paces.then_some(LastRace { km, minutes, date })
    }
}
