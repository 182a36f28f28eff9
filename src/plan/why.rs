//! Why a run stands where it stands, and what it would cost elsewhere: every other place is solved again.

use rayon::prelude::*;
use serde::Serialize;

use super::identity::run_id;
use super::read::slug;
use super::{Breach, Findings, LaidOut, LocalTime, Plan, Reason, check};
use crate::model::{Clock, Day, Minutes, RunType, WEEKDAYS};
use crate::schedule::{Bill, Price, Problem, Solution, Standing, Unsolvable, bill, forbids, solve};

/// Why a run stands where it stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Why {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// When it starts.
    pub start: LocalTime,
    /// How long it takes.
    pub minutes: Minutes,
    /// Why it is not to be run as things are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warning: Option<String>,
    /// What the rules say of it there, as the plan has it.
    pub reasons: Vec<Reason>,
    /// What it misses there.
    pub costs: Vec<Breach>,
    /// The other days of its week, the cheapest first, then those it cannot have.
    pub elsewhere: Vec<Elsewhere>,
}

/// What it would mean for a run to stand somewhere else.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Elsewhere {
    /// The run.
    pub id: String,
    /// The weekday asked about, `mon` to `sun`.
    pub day: String,
    /// When it would start: the best hour of that day, or the one that comes nearest to being allowed.
    pub start: Option<LocalTime>,
    /// What the whole block then costs more, solved again with everything else free to move. None where a must forbids it.
    pub price: Option<Price>,
    /// What else would move.
    pub moved: Vec<Moved>,
    /// The must that forbids it.
    pub forbidden: Option<Reason>,
}

/// A run that stands elsewhere in another solution.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Moved {
    /// Its id.
    pub id: String,
    /// When it starts now; none where it is left out now.
    pub from: Option<LocalTime>,
    /// When it would start; none where it would be left out.
    pub to: Option<LocalTime>,
    /// How long it would take.
    pub minutes: Option<Minutes>,
}

/// A plan that questions can be asked of.
#[derive(Debug)]
pub struct Questions<'a> {
    plan: &'a Plan,
    laid: &'a LaidOut,
    problem: Problem<'a>,
    stands: Bill,
    findings: Findings,
}

impl<'a> Questions<'a> {
    /// Reads the plan's problem back.
    pub fn new(plan: &'a Plan, laid: &'a LaidOut) -> Self {
        let problem = laid.problem(plan);
        let stands = bill(&problem, &laid.runs);
        Self { plan, laid, findings: check(plan, laid), problem, stands }
    }

    /// Why a run stands where it stands; `None` where the plan has no such run.
    pub fn why(&self, id: &str) -> Option<Why> {
        let run = self.plan.runs().find(|run| run.id == id)?;
        let of_run = |breach: &&Breach| breach.runs.last().is_some_and(|last| last == id);
        Some(Why {
            id: run.id.clone(),
            name: run.name.clone(),
            start: run.start,
            minutes: run.minutes,
            warning: run.warning.clone(),
            reasons: run.why.clone(),
            costs: self.findings.breaches.iter().filter(of_run).cloned().collect(),
            elsewhere: self.other_days(id),
        })
    }

    /// The other six days of a run's week, each solved.
    fn other_days(&self, id: &str) -> Vec<Elsewhere> {
        let Some((week, here)) = self.week_and_day(id) else { return Vec::new() };
        let days = (0..7).map(|weekday| Day(week * 7 + weekday)).filter(|day| *day != here);
        let days: Vec<Day> = days.collect();
        let mut answers: Vec<Elsewhere> =
            days.into_par_iter().filter_map(|day| self.elsewhere(id, day.weekday(), None)).collect();
        answers.sort_by_key(|answer| (answer.price.is_none(), answer.price.as_ref().map(|price| price.points)));
        answers
    }

    /// What it would mean for a run to stand on a weekday (Monday 0), at an hour if one is asked for. `None` where the plan has
    /// no such run that could move.
    pub fn elsewhere(&self, id: &str, weekday: usize, clock: Option<Clock>) -> Option<Elsewhere> {
        let (week, _) = self.week_and_day(id)?;
        let day = Day(week * 7 + weekday as i32);
        let name = slug(id);
        let mut weeks = self.problem.weeks.clone();
        let wanted = weeks.get_mut(week as usize)?.wanted.iter_mut().find(|wanted| wanted.slug == name)?;
        wanted.kind = Some(self.kind_of(id).unwrap_or(wanted.shape.kind));
        let free = wanted.clone();
        wanted.only = Some((day, clock));
        let standing = self.problem.standing.clone();
        let forced = solve(&Problem { weeks, standing, ..self.problem });
        let mut answer = Elsewhere {
            id: id.to_owned(),
            day: WEEKDAYS[weekday % 7].to_owned(),
            start: None,
            price: None,
            moved: Vec::new(),
            forbidden: None,
        };
        if let Ok(mut forced) = forced {
            answer.price = Some(bill(&self.problem, &forced.runs).over(&self.stands));
            let own = forced.runs.iter().position(|run| run.place.day == day && Some(run.place.run.kind) == free.kind);
            answer.start = own.map(|own| self.local(&forced.runs[own]));
            if let Some(own) = own {
                give_name(&mut forced.runs, own, name);
            }
            answer.moved = self.moved(&forced, (week, name));
        } else {
            let others = self.laid.runs.iter().zip(&self.laid.ids).filter(|(_, other)| *other != id);
            let runs = others.map(|(run, _)| run.clone()).collect();
            let score = crate::schedule::Score::default();
            let rest = Solution { runs, left_out: Vec::new(), score, proven: true, gap: 0 };
            let why = forbids(&self.problem, &rest, &free, day, clock);
            answer.start = why.as_ref().and_then(|why| why.start).map(|start| self.at(start));
            answer.forbidden =
                Some(why.map_or_else(no_other_order, |why| Reason { rule: why.rule.to_owned(), text: why.text }));
        }
        Some(answer)
    }

    /// The week (from 0) and the day a run stands on, or the week it was left out of.
    fn week_and_day(&self, id: &str) -> Option<(i32, Day)> {
        let week = self.plan.weeks.iter().position(|week| {
            week.sessions.iter().any(|entry| entry.id() == id) || week.unplaced.iter().any(|run| run.id == id)
        })? as i32;
        let stands = self.laid.runs.iter().zip(&self.laid.ids).find(|(_, known)| *known == id);
        Some((week, stands.map_or(Day(-1), |(run, _)| run.place.day)))
    }

    /// The type of a run that stands.
    fn kind_of(&self, id: &str) -> Option<RunType> {
        self.plan.runs().find(|run| run.id == id).map(|run| run.run.kind)
    }

    fn local(&self, run: &Standing) -> LocalTime {
        self.at(run.place.start)
    }

    fn at(&self, moment: crate::model::Moment) -> LocalTime {
        LocalTime(self.laid.timetable.calendar.wall(moment))
    }

    /// Every run but the one asked about that stands elsewhere, has another length or is left out. Runs that are alike go by
    /// each other's names, so one that is gone and one that is new in the same week are one that moved.
    fn moved(&self, forced: &Solution, own: (i32, &str)) -> Vec<Moved> {
        let other = |run: &&Standing| run.place.day.0 >= 0 && (run.place.day.week(), &*run.slug) != own;
        let same = |a: &Standing, b: &Standing| a.place.start == b.place.start && a.place.run == b.place.run;
        let mut new: Vec<&Standing> = forced.runs.iter().filter(other).collect();
        let mut old: Vec<&Standing> = self.laid.runs.iter().filter(other).collect();
        old.retain(|run| match new.iter().position(|one| same(one, run)) {
            Some(at) => {
                new.remove(at);
                false
            }
            None => true,
        });
        let mut moved = Vec::new();
        for run in old {
            let week = |one: &&Standing| one.place.day.week() == run.place.day.week();
            let at = new
                .iter()
                .position(|one| week(one) && one.slug == run.slug)
                .or_else(|| new.iter().position(|one| week(one) && one.place.run.kind == run.place.run.kind));
            moved.push(self.change(Some(run), at.map(|at| new.remove(at))));
        }
        moved.extend(new.into_iter().map(|run| self.change(None, Some(run))));
        moved
    }

    fn change(&self, from: Option<&Standing>, to: Option<&Standing>) -> Moved {
        let id = from.or(to).map(|run| run_id(run.place.day.week(), &run.slug));
        Moved {
            id: id.unwrap_or_default(),
            from: from.map(|run| self.local(run)),
            to: to.map(|run| self.local(run)),
            minutes: to.map(|run| run.place.run.minutes),
        }
    }
}

/// Runs that are alike go by each other's names where a habit goes on: the run asked about gets its own name back.
fn give_name(runs: &mut [Standing], own: usize, name: &str) {
    let (week, old) = (runs[own].place.day.week(), runs[own].slug.clone());
    for run in runs.iter_mut().filter(|run| run.place.day.week() == week && run.slug == name) {
        run.slug.clone_from(&old);
    }
    name.clone_into(&mut runs[own].slug);
}

/// Nothing forbids the place by itself, but no order of the other runs leaves it free.
fn no_other_order() -> Reason {
    Reason { rule: "one_run_a_day".to_owned(), text: "No order of the other runs leaves this place free.".to_owned() }
}

/// A plan beside the best placement of its runs that is found when they are placed anew.
#[derive(Clone, Debug)]
pub struct Compared {
    /// What the runs cost more where they stand.
    pub over: Price,
    /// Whether nothing better than that placement exists.
    pub proven: bool,
}

impl Compared {
    /// Whether the plan itself is a placement than which nothing better exists.
    pub fn is_best(&self) -> bool {
        self.proven && self.over.points == 0
    }
}

/// Places the runs of a plan anew.
///
/// # Errors
/// Why no placement keeps every must.
pub fn against_the_best(plan: &Plan, laid: &LaidOut) -> Result<Compared, Unsolvable> {
    let problem = laid.problem(plan);
    let best = solve(&problem)?;
    let stands = bill(&problem, &laid.runs);
    Ok(Compared { over: stands.over(&bill(&problem, &best.runs)), proven: best.proven })
}
