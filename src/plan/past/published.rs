//! The weeks to come as they were published, and which of their runs can stand as they are.

use std::collections::BTreeSet;

use serde_json::Value;

use super::KnownPast;
use super::outcome::{as_recorded, asked_for};
use super::timeline::done_run;
use crate::brief::{Brief, Problems};
use crate::model::{Day, Moment, RunClass, RunShape};
use crate::plan::past::judged::Past;
use crate::plan::read::{shape_of, slug, standing_run};
use crate::plan::{Entry, PlanWeek, Unplaced};
use crate::prescribe::{self, AsPublished, Request, Week, workouts};
use crate::rules::{Place, Tier, Timetable};
use crate::schedule::{self, Published, Standing, Subject, judge};

/// What of a brief says which runs a week asks for; all else says where they may stand and how the body answers.
const ASKS: [&str; 4] = ["athlete", "block", "running", "rules"];

impl KnownPast<'_> {
    /// Whether a brief asks for the runs that the published one asked for.
    pub fn asks_the_same(&self, brief: &Brief) -> bool {
        let own = |source: &Value| -> Vec<Value> {
            let sessions = source.get("sessions").and_then(Value::as_array).into_iter().flatten();
            sessions.filter(|one| one["kind"] == "run").cloned().collect()
        };
        ASKS.iter().all(|key| brief.source.get(key) == self.earlier.brief.get(key))
            && own(&brief.source) == own(&self.earlier.brief)
    }

    /// The weeks to come as they were published, where `brief` asks for the same runs. A week in which a run found no place is asked for
    /// anew where its free time has changed.
    ///
    /// # Errors
    /// What the plan's brief has of problems.
    pub fn as_published(&self, brief: &Brief, busy: &[(Moment, Moment)]) -> Result<Option<AsPublished>, Problems> {
        if !self.asks_the_same(brief) {
            return Ok(None);
        }
        let before = self.earlier.read_brief()?;
        let calendar = before.block.calendar();
        let known: Vec<(Moment, Moment)> = self.earlier.busy.iter().map(|busy| busy.span(&calendar)).collect();
        let (old, new) = (before.timetable(&known), brief.timetable(busy));
        let weeks = self.earlier.weeks.iter().map(|week| {
            let number = week.number as i32 - 1;
            let is_as_it_was = week.unplaced.is_empty() || is_alike(&old, &new, number);
            is_as_it_was.then(|| self.week_as_published(week))
        });
        Ok(Some(AsPublished { weeks: weeks.collect(), check_ins: before.check_ins }))
    }

    fn week_as_published(&self, week: &PlanWeek) -> Week {
        let index = week.number as i32 - 1;
        let own = self.entries().filter(|(week, _)| *week == index).map(|(_, entry)| entry);
        let placed = own.filter_map(asked_for).filter(|run| !run.run.own).map(|run| {
            let stands = shape_of(run);
            // What stands in for a hard run has the effort of another kind.
            let meant = run.run.instead_of.filter(|kind| *kind != stands.kind);
            let as_meant = |kind| RunShape { kind, rpe_tenths: kind.usual_rpe_tenths(), ..stands };
            request(&run.id, meant.map_or(stands, as_meant), &run.run.workout, false)
        });
        let left_out = week.unplaced.iter().map(|run: &Unplaced| {
            let rpe_tenths = run.kind.usual_rpe_tenths();
            request(&run.id, RunShape { kind: run.kind, minutes: run.minutes, rpe_tenths }, "", run.declined)
        });
        let runs = placed.chain(left_out).collect();
        Week { as_published: true, notes: week.notes.clone(), ..as_recorded(week, runs) }
    }

    /// The same with every published run standing where it stands, but for those that a must no longer allows there and those that
    /// are not asked for any more as they were.
    pub fn left_standing(&self, brief: &Brief, timetable: &Timetable, published: &Published, seed: u64) -> Published {
        let weeks = prescribe::block(brief, &published.outcome, seed);
        let asked = |week: i32, run: &Standing| {
            let request = weeks.get(week as usize)?.runs.iter().find(|one| one.slug == run.slug)?;
            let is_open = request.barred.iter().all(|barred| barred.day != run.place.day);
            let is_as_it_was = request.shape.minutes == run.place.full_minutes
                && (request.shape.kind == run.place.run.kind
                    || request.variants.iter().any(|one| one.shape.kind == run.place.run.kind));
            Some(is_open && is_as_it_was && !request.declined)
        };
        let broken = self.broken(brief, timetable);
        let mut still = published.clone();
        for (week, entry) in self.entries().filter(|(_, entry)| !self.is_over(entry)) {
            let Some(run) = entry.as_run().filter(|run| run.run.class != RunClass::Race && !run.pin && !run.run.own)
            else {
                continue;
            };
            let standing = standing_run(run, timetable);
            if run.run.kind.closes_a_workout() || broken.contains(entry.id()) || asked(week, &standing) != Some(true) {
                continue;
            }
            let place = Place { attached_to: super::timeline::attached(run, &standing, timetable), ..standing.place };
            still.places.retain(|(known, name, _)| !(*known == week && *name == slug(&run.id)));
            still.kept.push(Standing { place, ..standing });
        }
        still
    }

    /// The published runs that break a must where they stand, by id.
    fn broken(&self, brief: &Brief, timetable: &Timetable) -> BTreeSet<String> {
        let mut runs: Vec<(Standing, String)> =
            schedule::past(brief, timetable).into_iter().map(|run| (run, String::new())).collect();
        let done = self.runs.iter().enumerate();
        runs.extend(done.map(|(number, done)| (done_run(self.earlier, done, number, timetable), String::new())));
        let from = if self.has_past() { timetable.calendar.day(self.from) } else { Day(0) };
        let own = schedule::own_runs(timetable).filter(|run| run.place.day >= from);
        runs.extend(own.map(|run| (run, String::new())));
        let ahead = self.entries().filter(|(_, entry)| !self.is_over(entry)).filter_map(|(_, entry)| entry.as_run());
        runs.extend(ahead.filter(|run| !run.run.own).map(|run| (standing_run(run, timetable), run.id.clone())));
        runs.sort_by_key(|(run, _)| (run.place.start, run.slug.clone()));
        let (standing, ids): (Vec<Standing>, Vec<String>) = runs.into_iter().unzip();
        let past = Past::of_places(&brief.rules, timetable, &standing, from);
        let mut broken = BTreeSet::new();
        judge(&brief.rules, timetable, &standing, 0..timetable.weeks, &mut |card, subject, verdict, _| {
            if verdict.tier != Tier::Must {
                return;
            }
            match subject {
                Subject::Run(index) => broken.extend([ids[index].clone()]),
                Subject::Pair(before, after) => broken.extend([ids[before].clone(), ids[after].clone()]),
                Subject::Week(week) if past.answers_for(week, card, verdict) => {}
                Subject::Week(week) => {
                    let inside = standing.iter().zip(&ids).filter(|(run, _)| run.place.day.week() == week);
                    broken.extend(inside.map(|(_, id)| id.clone()));
                }
            }
        });
        broken
    }

    /// Puts what was published of the runs that stand as they stood back into the new plan: what to do in them has not changed.
    pub fn keep_content(&self, plan: &mut crate::plan::Plan, weeks: &[Week]) {
        if plan.brief.get("display") != self.earlier.brief.get("display") {
            return;
        }
        let known: std::collections::BTreeMap<&str, &Entry> =
            self.earlier.planned().map(|entry| (entry.id(), entry)).collect();
        for (week, _) in plan.weeks.iter_mut().zip(weeks).filter(|(_, asked)| asked.as_published) {
            for entry in &mut week.sessions {
                let old = known.get(entry.id()).copied().and_then(Entry::as_run).cloned();
                let (Entry::Run(run), Some(old)) = (entry, old) else { continue };
                if !run.run.own
                    && run.run.kind == old.run.kind
                    && run.minutes == old.minutes
                    && run.warning == old.warning
                {
                    (run.name, run.if_tired) = (old.name, old.if_tired);
                    run.run = crate::plan::RunDetail { attached_to: run.run.attached_to.clone(), ..old.run };
                }
            }
        }
    }
}

/// Whether a week (from 0) has the same sessions and the same free time, with the days beside it.
fn is_alike(old: &Timetable, new: &Timetable, week: i32) -> bool {
    let days = || (week * 7 - 2..week * 7 + 9).map(Day);
    let taken = |timetable: &Timetable| -> Vec<(Moment, Moment)> {
        let inside = |day: Day| days().any(|one| one == day);
        timetable.appointments.iter().filter(|one| inside(one.day)).map(|one| (one.start, one.end)).collect()
    };
    let free = |timetable: &Timetable| -> Vec<_> {
        days().map(|day| (timetable.first_open(day), timetable.last_open(day))).collect()
    };
    taken(old) == taken(new) && free(old) == free(new)
}

fn request(id: &str, shape: RunShape, workout: &str, declined: bool) -> Request {
    let usual = || workouts::LIBRARY.iter().find(|one| one.kind == shape.kind).unwrap_or(&workouts::LIBRARY[0]);
    let workout = workouts::find(workout).filter(|one| one.kind == shape.kind).unwrap_or_else(usual).id;
    Request {
        slug: slug(id).to_owned(),
        shape,
        workout,
        work: None,
        variants: Vec::new(),
        declined,
        barred: Vec::new(),
    }
}
