//! A week of which some is over.

use super::Planner;
use super::fit::{LEAST, SHORTEST_LONG};
use crate::model::{Minutes, RunClass, stem};
use crate::prescribe::{Outcome, Request, Week, own};

impl Planner<'_> {
    /// Knows what of the week is over: what was run counts, so that less is to come where it was more than the week may hold.
    /// What was missed is not made up for.
    pub(in crate::prescribe) fn goes_on(&self, week: &mut Week) {
        names(week, self.outcome);
        let over = &self.outcome.begun;
        let done: Minutes = over.iter().map(|(_, minutes)| minutes).sum();
        let is_to_come = |run: &Request| !run.declined && over.iter().all(|(name, _)| *name != run.slug);
        let mut to_come: Vec<Request> = week.runs.iter().filter(|run| is_to_come(run)).cloned().collect();
        let most = self.most_of(week);
        let planned = to_come.len();
        let own = own::runs(self.brief, self.index as i32);
        let own = own.iter().filter(|one| over.iter().all(|(name, _)| name != one.slug()));
        let own_to_come: Minutes = own.filter_map(|one| one.run).map(|run| run.minutes).sum();
        if to_come.is_empty() || !self.shorten(&mut to_come, most - done - own_to_come) {
            return;
        }
        let slugs: Vec<String> = to_come.iter().map(|run| run.slug.clone()).collect();
        week.runs.retain(|run| !is_to_come(run) || slugs.contains(&run.slug));
        for run in &mut week.runs {
            if let Some(less) = to_come.iter().find(|less| less.slug == run.slug) {
                run.shape.minutes = less.shape.minutes;
            }
        }
        let how = if to_come.len() < planned { "fewer" } else { "shorter" };
        week.notes.push(format!(
            "{done} min of this week are run already, and {most} min are the most it should hold: the runs to come are {how}."
        ));
    }

    /// The most that the week may come to: what it was to hold, and in a full week or a deload what their rule allows.
    fn most_of(&self, week: &Week) -> Minutes {
        let rules = &self.brief.rules;
        let planned = week.runs.iter().map(|run| run.shape.minutes).sum::<Minutes>() + self.own().minutes;
        let allowed = match (self.lowering.kept, week.deload) {
            (..100, _) => None,
            (_, true) => self.history.full_weeks().last().map(|last| rules.deload_weeks.range(last).1),
            (_, false) if week.is_light() => None,
            (_, false) => {
                let now = self.history.start.weekly_minutes;
                rules.weekly_growth.cap_in(self.index as i32 + 1, &self.history.full_weeks(), now)
            }
        };
        allowed.map_or(planned, |allowed| allowed.max(planned))
    }

    /// Takes from these runs, easy ones first, until they come to `left` minutes, and leaves out the least valued where they
    /// cannot get so short; whether anything had to go.
    pub(super) fn shorten(&self, runs: &mut Vec<Request>, left: Minutes) -> bool {
        let total = |runs: &[Request]| runs.iter().map(|run| run.shape.minutes).sum::<Minutes>();
        if total(runs) <= left {
            return false;
        }
        while !runs.is_empty() && runs.iter().map(|run| self.least(run)).sum::<Minutes>() > left {
            runs.pop();
        }
        for class in [RunClass::Easy, RunClass::Long] {
            let count = runs.iter().filter(|run| run.shape.class() == class).count() as Minutes;
            let over = total(runs) - left;
            for run in runs.iter_mut().filter(|run| run.shape.class() == class && over > 0) {
                let (least, even) = (self.least(run), run.shape.minutes - (over + count - 1) / count);
                run.shape.minutes = if even / 5 * 5 >= least { even / 5 * 5 } else { even.max(least) };
            }
        }
        true
    }

    /// How short a run may get: a hard one keeps its work.
    fn least(&self, run: &Request) -> Minutes {
        let shortest = if self.lowering.kept < 100 { LEAST } else { self.history.shortest_run() };
        let least = match run.shape.class() {
            RunClass::Easy => shortest,
            RunClass::Long => SHORTEST_LONG,
            RunClass::Quality | RunClass::Race => run.shape.minutes,
        };
        least.min(run.shape.minutes)
    }
}

/// A run that is over may have gone on from the habit of another, under that one's name: then the request it was done for goes
/// by its name.
fn names(week: &mut Week, outcome: &Outcome) {
    for (name, _) in &outcome.begun {
        let is_over = |slug: &str| outcome.begun.iter().any(|(known, _)| known == slug);
        if week.runs.iter().any(|run| run.slug == *name) {
            continue;
        }
        if let Some(run) = week.runs.iter_mut().find(|run| stem(&run.slug) == stem(name) && !is_over(&run.slug)) {
            run.slug.clone_from(name);
        }
    }
}
