//! What the prescription is to know of the past.

use std::collections::BTreeSet;

use super::KnownPast;
use crate::brief::Brief;
use crate::model::{Minutes, RunClass, RunShape, RunType};
use crate::plan::history::{RunDone, missed_once};
use crate::plan::read::slug;
use crate::plan::{Entry, PlacedRun, PlanWeek};
use crate::prescribe::workouts;
use crate::prescribe::{Outcome, Request, Week};
use crate::schedule::ADDED;

impl KnownPast<'_> {
    /// Everything that was planned, with its week from 0.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (i32, &Entry)> {
        let weeks = self.earlier.weeks.iter();
        let inside = weeks.flat_map(|week| week.sessions.iter().map(move |entry| (week.number as i32 - 1, entry)));
        let stands = |entry: &&Entry| {
            self.earlier.weeks.iter().flat_map(|week| &week.sessions).any(|one| one.id() == entry.id())
        };
        let early = self.earlier.early().iter().filter(move |entry| !stands(entry));
        inside.chain(early.map(|entry| (self.week_of(entry.start().0.date()), entry)))
    }

    /// What the prescription is to build on: the past as it was done, and what of the rest was shortened or left out.
    pub(in crate::plan) fn outcome(&self, brief: &Brief) -> Outcome {
        let now = if self.has_past() { self.week_of(self.from) } else { 0 };
        let less = |week: &PlanWeek| {
            let runs = week.sessions.iter().filter_map(Entry::as_run);
            let short = runs.filter(|run| run.run.full_minutes.is_some()).map(|run| (slug(&run.id), run.minutes));
            let none = week.unplaced.iter().map(|run| (slug(&run.id), 0));
            short.chain(none).map(|(slug, minutes)| (slug.to_owned(), minutes)).collect()
        };
        let weeks = self.earlier.weeks.iter();
        Outcome {
            alone: BTreeSet::new(),
            weeks: weeks.map(|week| if week.number as i32 > now { less(week) } else { Vec::new() }).collect(),
            past: (0..now).filter_map(|week| self.past_week(week)).collect(),
            begun: if self.has_past() { self.begun(now) } else { Vec::new() },
            missed: missed_once(self.earlier, &self.runs, self.from),
            away: self.away(brief, now),
            published: None,
        }
    }

    /// The weeks before this one (from 0) from which days away took runs.
    fn away(&self, brief: &Brief, now: i32) -> BTreeSet<i32> {
        let without = self.earlier.weeks.iter().filter(|week| !week.unplaced.is_empty());
        let weeks = without.map(|week| week.number as i32 - 1);
        weeks.filter(|week| *week < now && brief.has_exception_in(*week)).collect()
    }

    /// A past week with the runs that were done in it; what was not done stays with it as declined.
    fn past_week(&self, index: i32) -> Option<Week> {
        let week = self.earlier.weeks.iter().find(|week| week.number as i32 - 1 == index)?;
        let own = self.entries().filter(|(week, _)| *week == index).map(|(_, entry)| entry);
        let planned = own.filter_map(asked_for).map(|run| {
            let done = self.done_in(index, &run.id);
            let minutes = done.map_or(run.minutes, |done| done.minutes);
            request(slug(&run.id), run.run.kind, minutes, &run.run.workout, done.is_none())
        });
        let unplaced = week.unplaced.iter().map(|run| request(slug(&run.id), run.kind, run.minutes, "", true));
        let more = self.more_in(index).map(|(slug, done)| request(&slug, done.kind, done.minutes, "", false));
        Some(as_recorded(week, planned.chain(unplaced).chain(more).collect()))
    }

    /// The run done in a week (from 0) for a planned one.
    fn done_in(&self, index: i32, id: &str) -> Option<&RunDone> {
        self.done(id).filter(|done| self.week_of(done.start.0.date()) == index)
    }

    /// Runs done in a week that had not planned them, with names for them.
    fn more_in(&self, index: i32) -> impl Iterator<Item = (String, &RunDone)> {
        let own: BTreeSet<&str> =
            self.entries().filter(|(week, _)| *week == index).map(|(_, entry)| entry.id()).collect();
        let runs = self.runs.iter().enumerate().filter(move |(_, done)| {
            let is_own = done.planned.as_deref().is_some_and(|id| own.contains(id));
            !is_own && self.week_of(done.start.0.date()) == index && done.kind != RunType::Race
        });
        runs.map(|(number, done)| (format!("{ADDED}{}", number + 1), done))
    }

    /// What of the running week is over, with the minutes done of it.
    fn begun(&self, index: i32) -> Vec<(String, Minutes)> {
        let over = self.entries().filter(|(week, entry)| *week == index && self.is_over(entry));
        let runs = over.filter_map(|(_, entry)| asked_for(entry));
        let minutes = |id: &str| self.done_in(index, id).map_or(0, |done| done.minutes);
        let own = runs.map(|run| (slug(&run.id).to_owned(), minutes(&run.id)));
        own.chain(self.more_in(index).map(|(slug, done)| (slug, done.minutes))).collect()
    }
}

/// A week that is asked for what a plan records of it.
pub(super) fn as_recorded(week: &PlanWeek, runs: Vec<Request>) -> Week {
    Week {
        number: week.number,
        phase: week.phase,
        deload: week.deload,
        runs,
        race: None,
        stops: Vec::new(),
        fitness_permille: 1000,
        aim: week.aim.clone(),
        whole: false,
        lowered: false,
        as_published: false,
        notes: Vec::new(),
    }
}

/// A run that its week had asked for: what closes a workout comes on top, and nothing is built on it.
pub(super) fn asked_for(entry: &Entry) -> Option<&PlacedRun> {
    entry.as_run().filter(|run| run.run.class != RunClass::Race && !run.run.kind.closes_a_workout())
}

fn request(slug: &str, kind: RunType, minutes: Minutes, workout: &str, declined: bool) -> Request {
    let usual = || workouts::LIBRARY.iter().find(|one| one.kind == kind).unwrap_or(&workouts::LIBRARY[0]);
    let workout = workouts::find(workout).unwrap_or_else(usual).id;
    let shape = RunShape { kind, minutes, rpe_tenths: kind.usual_rpe_tenths() };
    Request { slug: slug.to_owned(), shape, workout, work: None, variants: Vec::new(), declined, barred: Vec::new() }
}
