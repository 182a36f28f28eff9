//! The way back after days or weeks without running.

use super::{Body, lower};
use crate::model::{Day, Race};
use crate::prescribe::lowering::{Lowering, Step};

impl Body<'_> {
    /// Paces from a race before the break are slowed by the fitness it cost: wholly on the way back of `length` weeks, and less
    /// from week to week over as many more.
    fn slower(&self, first: i32, days: i32, length: i32, weeks: &mut [Lowering]) {
        let before = |race: &Race| race.date <= self.now.said.date;
        if !self.brief.athlete.recent_race.as_ref().is_some_and(before) {
            return;
        }
        let lost = 1000 - self.brief.rules.return_after_break.fitness_permille(days);
        for nth in 0..2 * length {
            let still = if nth < length { lost } else { lost * (2 * length - nth) / (length + 1) };
            lower(weeks, first + nth, Lowering { fitness_permille: 1000 - still, ..Lowering::default() });
        }
        let note = format!(
            "Paces start from {}.{} % less fitness and come back over {} weeks; a new race or time trial sets them right.",
            lost / 10,
            lost % 10,
            2 * length
        );
        lower(weeks, first, Lowering { notes: vec![note], ..Lowering::default() });
    }

    /// The steps back from `day` on. A break that ends with its week has the first step in the week after; what is left of its
    /// own holds no more than that.
    pub(super) fn way_back_from(&self, day: Day, days: i32, weeks: &mut [Lowering]) {
        if day.weekday() < 6 {
            return self.way_back(day, days, weeks);
        }
        let first = self.brief.rules.return_after_break.way_back(days).map(|way| way.percent[0]);
        if let Some(kept) = first.filter(|_| !is_stopped(weeks, day.week())) {
            lower(weeks, day.week(), step(days, kept).quality(0));
        }
        self.way_back(day.plus(1), days, weeks);
    }

    /// The steps back from `day` on, after so many days without running.
    pub(super) fn way_back(&self, day: Day, days: i32, weeks: &mut [Lowering]) {
        let Some(way) = self.brief.rules.return_after_break.way_back(days) else { return };
        self.slower(day.week(), days, way.weeks(), weeks);
        lower(weeks, day.week(), Lowering { walks_back: Some(days), ..Lowering::default() });
        for (nth, percent) in (0..).zip(way.percent.iter().copied()) {
            if is_stopped(weeks, day.week() + nth) {
                continue;
            }
            let quality = if nth < way.quality_from { 0 } else { i32::MAX };
            let lowering = match (percent, way.restarts) {
                (100, _) => Lowering { step: Some(whole()), hold: true, ..Lowering::default() },
                (_, false) => step(days, percent),
                (_, true) => Lowering::step(
                    Step { volume: percent, long: percent, runs: None },
                    format!(
                        "After {days} days without running you start again from the base: {percent} % of what it was, \
                         all easy."
                    ),
                ),
            };
            lower(weeks, day.week() + nth, lowering.quality(quality));
        }
    }
}

fn whole() -> Step {
    Step { volume: 100, long: 100, runs: None }
}

/// A week of the way back that comes to so many percent of what it was.
fn step(days: i32, percent: i32) -> Lowering {
    let note = format!(
        "After {days} days without running: {percent} % of what it was, the longest run too. It comes back step by step."
    );
    Lowering::step(Step { volume: percent, long: percent, runs: None }, note)
}

/// Whether a week holds no run at all already, so that there is nothing to come back to in it.
fn is_stopped(weeks: &[Lowering], week: i32) -> bool {
    usize::try_from(week).ok().and_then(|week| weeks.get(week)).is_some_and(|week| week.kept == 0)
}
