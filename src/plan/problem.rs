//! The problem that a plan answers, read back from the plan: its runs as they were published, to be placed again.

use super::past::KnownPast;
use super::read::{LONGEST, slug};
use super::{Entry, LaidOut, PlacedRun, Plan, PlanWeek, Unplaced};
use crate::brief::Brief;
use crate::model::{RunShape, RunType};
use crate::prescribe::{self, Barred, Outcome, Week};
use crate::schedule::{Problem, Standing, Wanted, WeekProblem};

impl LaidOut {
    /// What the plan's weeks want: the runs they hold, at their full length, and those that found no place. Races, runs that
    /// are pinned, runs on top of a session and runs before the block stand where they stand.
    pub fn problem(&self, plan: &Plan) -> Problem<'_> {
        let prescribed = prescribe::block(&self.brief, &outcome(plan, &self.brief), plan.seed);
        let weeks = plan.weeks.iter().enumerate().map(|(index, week)| {
            let prescribed = prescribed.get(index);
            let mut wanted: Vec<Wanted> = moveable(plan, week).map(|run| self.placed(run, plan, prescribed)).collect();
            if !plan.is_over(week) {
                let left_out = week.unplaced.iter().filter(|run| !run.declined);
                wanted.extend(left_out.map(|run| Self::wanted(slug(&run.id), shape(run, prescribed), prescribed)));
            }
            let past = plan.history.as_ref().map_or(0, |history| (history.from - week.start).num_days());
            let from_weekday = past.clamp(0, 7) as i32;
            WeekProblem { wanted, from_weekday, spared: from_weekday == 7 }
        });
        let weeks = weeks.collect();
        let fixed = |(run, id): (&Standing, &String)| {
            let moves = plan.weeks.iter().flat_map(|week| moveable(plan, week)).any(|one| one.id == *id);
            (!moves).then(|| run.clone())
        };
        let standing = self.runs.iter().zip(&self.ids).filter_map(fixed).collect();
        Problem { timetable: &self.timetable, rules: &self.brief.rules, weeks, first_week: 0, standing }
    }

    fn wanted(slug: &str, shape: RunShape, prescribed: Option<&Week>) -> Wanted {
        let request = prescribed.and_then(|week| week.runs.iter().find(|request| request.slug == slug));
        let known = request.filter(|request| request.shape.kind == shape.kind);
        let variants = known.into_iter().flat_map(|request| &request.variants);
        let variants = variants.map(|variant| RunShape { minutes: shape.minutes, ..variant.shape });
        Wanted {
            slug: slug.to_owned(),
            shape,
            variants: variants.collect(),
            kind: None,
            barred: closed_days(slug, &shape, prescribed),
            published: None,
            only: None,
        }
    }

    /// A placed run that may move. In a plan that was planned again it has been published where it stands.
    fn placed(&self, run: &PlacedRun, plan: &Plan, prescribed: Option<&Week>) -> Wanted {
        let day = self.timetable.calendar.day(run.start.0.date());
        let published = plan.history.as_ref().map(|_| (day, run.start.clock()));
        let stands = self.shape_of(run);
        let asked = run.run.instead_of.map_or(stands, |kind| RunShape { kind, ..rpe_of(kind, stands, prescribed) });
        let mut wanted = Self::wanted(slug(&run.id), asked, prescribed);
        wanted.variants.retain(|one| one.kind != stands.kind);
        if run.run.instead_of.is_some() {
            wanted.variants.push(stands);
        }
        Wanted { published, ..wanted }
    }

    /// A placed run at its full length.
    fn shape_of(&self, run: &PlacedRun) -> RunShape {
        let stands = self.runs.iter().zip(&self.ids).find(|(_, id)| **id == run.id);
        let minutes = run.run.full_minutes.unwrap_or(run.minutes).clamp(1, LONGEST);
        let rpe_tenths = stands.map_or(run.run.kind.usual_rpe_tenths(), |(standing, _)| standing.place.run.rpe_tenths);
        RunShape { kind: run.run.kind, minutes, rpe_tenths }
    }
}

/// The days of a week that are closed to a run: those of the request of its name, and of one of its class where none has that name.
fn closed_days(slug: &str, shape: &RunShape, prescribed: Option<&Week>) -> Vec<Barred> {
    let runs = prescribed.map_or(&[][..], |week| &week.runs);
    let named = runs.iter().find(|request| request.slug == slug && request.shape.class() == shape.class());
    let alike = || runs.iter().find(|request| request.shape.class() == shape.class());
    let other = || runs.iter().find(|request| request.slug == slug);
    named.or_else(alike).or_else(other).map(|request| request.barred.clone()).unwrap_or_default()
}

/// The shape with the session RPE of a prescribed run of this kind, or its own.
fn rpe_of(kind: RunType, shape: RunShape, prescribed: Option<&Week>) -> RunShape {
    let mut runs = prescribed.into_iter().flat_map(|week| &week.runs);
    let known = runs.find(|request| request.shape.kind == kind);
    RunShape { rpe_tenths: known.map_or(kind.usual_rpe_tenths(), |request| request.shape.rpe_tenths), ..shape }
}

/// The runs of a week that planning may move: what is history stays.
fn moveable<'a>(plan: &'a Plan, week: &'a PlanWeek) -> impl Iterator<Item = &'a PlacedRun> {
    let fixed =
        |run: &&PlacedRun| run.pin || run.run.own || run.run.kind == RunType::Race || run.run.kind.closes_a_workout();
    let from = plan.history.as_ref().map(|history| history.from);
    let is_past = move |run: &&PlacedRun| from.is_some_and(|from| run.start.0.date() < from);
    week.sessions.iter().filter_map(Entry::as_run).filter(move |run| !fixed(run) && !is_past(run))
}

fn shape(run: &Unplaced, prescribed: Option<&Week>) -> RunShape {
    let like = |shape: &&RunShape| shape.kind == run.kind;
    let known = prescribed.and_then(|week| week.runs.iter().map(|request| &request.shape).find(like));
    RunShape {
        kind: run.kind,
        minutes: run.minutes,
        rpe_tenths: known.map_or(run.kind.usual_rpe_tenths(), |shape| shape.rpe_tenths),
    }
}

/// What became of each week's requests, and what was done of the past.
fn outcome(plan: &Plan, brief: &Brief) -> Outcome {
    if let Some(history) = &plan.history {
        let past = KnownPast::assumed(plan, history.from);
        let busy: Vec<_> = plan.busy.iter().map(|busy| busy.span(&brief.block.calendar())).collect();
        let published = past.as_published(brief, &busy).ok().flatten();
        return Outcome { published, ..past.outcome(brief) };
    }
    let weeks = plan.weeks.iter().map(|week| {
        let shortened = moveable(plan, week).filter(|run| run.run.full_minutes.is_some());
        let mut changed: Vec<(String, i32)> = shortened.map(|run| (slug(&run.id).to_owned(), run.minutes)).collect();
        changed.extend(week.unplaced.iter().map(|run| (slug(&run.id).to_owned(), 0)));
        changed
    });
    Outcome { weeks: weeks.collect(), ..Outcome::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::Defaults;
    use crate::plan::build;
    use crate::schedule::{Published, block};

    #[test]
    fn days_that_a_race_closes_are_closed_also_where_the_first_run_of_a_week_is_missing_by_name() {
        let source = serde_json::json!({
            "athlete": { "goal": "endurance", "running_level": "intermediate" },
            "block": { "start": "2026-11-30", "weeks": 3, "event": { "name": "Race", "date": "2026-12-13", "distance_km": 10 } },
            "sessions": [], "running": { "current_weekly_minutes": 150, "runs_per_week": 4 },
        });
        let brief = Brief::from_value(&source, "a brief", Defaults { timezone: crate::model::Zone::UTC }).unwrap();
        let published = Published::default();
        let solved = block(&brief, &brief.timetable(&[]), 1, &published).unwrap();
        let mut plan = build(&brief, &solved, &published, &[], 1);
        let closed = |plan: &Plan| -> Vec<Vec<Barred>> {
            let laid = plan.lay_out().unwrap();
            let weeks = laid.problem(plan).weeks;
            weeks.into_iter().flat_map(|week| week.wanted).map(|wanted| wanted.barred).collect()
        };
        let before = closed(&plan);
        assert!(before.iter().any(|barred| !barred.is_empty()));
        for entry in plan.weeks.iter_mut().flat_map(|week| &mut week.sessions) {
            if let Entry::Run(run) = entry {
                run.id = run.id.replace("easy-1", "easy-9");
            }
        }
        assert_eq!(closed(&plan), before);
    }
}
