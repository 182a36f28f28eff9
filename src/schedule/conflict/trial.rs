//! One week tried again with some demands given up.

use super::{Demand, Set};
use crate::brief::Brief;
use crate::model::Moment;
use crate::prescribe::Week;
use crate::schedule::{Block, Problem, Published, Solution, problem, solve};

/// A week that leaves runs out, to be tried with other demands.
pub(super) struct Trial<'a> {
    /// The brief as it is.
    pub brief: &'a Brief,
    busy: &'a [(Moment, Moment)],
    published: &'a Published,
    week: i32,
    left_out: Vec<String>,
    /// The weeks from the first up to the last that is tried.
    weeks: Vec<Week>,
    /// The runs of every week that found no place.
    without: Vec<(i32, String)>,
    /// How many weeks around it are taken in, from both sides.
    reach: i32,
    most_runs: i32,
    /// How many runs a way out may still leave out.
    pub still_out: i32,
}

impl<'a> Trial<'a> {
    pub(super) fn new(
        brief: &'a Brief,
        busy: &'a [(Moment, Moment)],
        block: &Block,
        published: &'a Published,
        week: i32,
        left_out: &[String],
    ) -> Option<Self> {
        let weeks = 0..block.weeks.len() as i32;
        let without = weeks.flat_map(|week| block.left_out(week).map(move |run| (week, run.slug.clone())));
        Some(Self {
            brief,
            busy,
            published,
            week,
            left_out: left_out.to_vec(),
            weeks: block.weeks.get(..(week as usize + 2).min(block.weeks.len()))?.to_vec(),
            without: without.collect(),
            reach: 0,
            most_runs: block.timetable.wishes.runs_per_week,
            still_out: 0,
        })
    }

    /// Takes in the weeks around; `None` where they are in already.
    pub(super) fn widen(&mut self) -> Option<()> {
        self.reach += 1;
        (self.reach <= 1).then_some(())
    }

    pub(super) fn has_busy(&self) -> bool {
        !self.busy.is_empty()
    }

    /// How many runs the week wants.
    pub(super) fn runs(&self) -> usize {
        self.weeks.get(self.week as usize).map_or(0, |week| week.runs.len())
    }

    /// How many runs the week leaves out.
    pub(super) fn missing(&self) -> usize {
        self.left_out.len()
    }

    /// Whether every run fits when only the demands in `kept` stand.
    pub(super) fn fits(&mut self, all: &[Demand], kept: &Set) -> bool {
        let mut brief = self.brief.clone();
        let (mut busy, mut fewer) = (self.busy, false);
        for (_, demand) in all.iter().enumerate().filter(|(index, _)| !kept.contains(index)) {
            demand.give_up(&mut brief);
            match demand {
                Demand::Busy => busy = &[],
                Demand::Runs(_) => fewer = true,
                _ => {}
            }
        }
        let mut index = 0;
        brief.sessions.retain(|_| {
            index += 1;
            let given_up =
                |(at, demand): (usize, &Demand)| !kept.contains(&at) && *demand == Demand::Session(index - 1);
            !all.iter().enumerate().any(given_up)
        });
        self.solved(&brief, busy, fewer).is_some_and(|solution| solution.left_out() == 0)
    }

    /// The solution of the week under another brief, if it leaves out no more than `still_out`.
    pub(super) fn under(&mut self, brief: &Brief) -> Option<Solution> {
        let most = self.still_out;
        self.solved(brief, self.busy, false).filter(|solution| solution.left_out() <= most)
    }

    /// The solution, with the runs left out no longer wanted where there are to be `fewer`.
    fn solved(&mut self, brief: &Brief, busy: &[(Moment, Moment)], fewer: bool) -> Option<Solution> {
        let mut brief = brief.clone();
        // Whether every run fits is for the musts to say; without the rest the answer is the same and comes much sooner.
        brief.rules.keep_musts_alone();
        let weeks = &self.weeks[..(self.week + self.reach + 1).min(self.weeks.len() as i32) as usize];
        brief.block.weeks = weeks.len() as u32;
        let mut timetable = brief.timetable(busy);
        timetable.wishes.runs_per_week = self.most_runs;
        let mut problem: Problem<'_> = problem(&brief, &timetable, weeks, self.published, false);
        problem.first_week = (self.week - self.reach).max(0);
        for (week, number) in problem.weeks.iter_mut().zip(0..) {
            if number == self.week {
                week.wanted.retain(|wanted| !fewer || !self.left_out.contains(&wanted.slug));
            } else if (number - self.week).abs() <= self.reach {
                week.wanted.retain(|wanted| !self.without.contains(&(number, wanted.slug.clone())));
            } else {
                week.wanted.clear();
            }
        }
        solve(&problem).ok()
    }
}
