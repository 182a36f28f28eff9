//! What a week pays for wanted runs that do not stand as they were asked for: replaced or left out.

use super::{Problem, Standing, Wanted};
use crate::model::{RunClass, RunShape, stem};
use crate::rules::{Card, LeftOut, Replaced, Rule as _, Verdict};

/// Hears what a rule says of a wanted run, by its name and week (from 0).
pub type HearUnmet<'a> = dyn FnMut(&'static Card, i32, &str, Verdict, &dyn Fn() -> String) + 'a;

/// What the prices of a week depend on beside the runs that are placed.
pub(super) struct Toll<'a> {
    left_out: &'a LeftOut,
    replaced: &'a Replaced,
    /// Runs asked for a week.
    asked: i32,
    /// Runs that stand in the week already.
    standing: i32,
    /// The hard ones among all that stand.
    standing_hard: i32,
    /// Hard runs that are wanted.
    hard: i32,
    /// All runs that are wanted.
    wanted: i32,
}

impl<'a> Toll<'a> {
    /// The toll of a week, from 0.
    pub(super) fn new(problem: &Problem<'a>, week: i32) -> Self {
        let wanted = problem.weeks.get(week as usize).map_or(&[][..], |week| &week.wanted);
        let stands: Vec<&Standing> = in_week(&problem.standing, week).filter(|run| is_run(run)).collect();
        Self {
            left_out: &problem.rules.left_out,
            replaced: &problem.rules.replaced,
            asked: problem.timetable.wishes.asked,
            standing: stands.len() as i32,
            standing_hard: stands.iter().filter(|run| is_hard(run.place.run.class())).count() as i32,
            hard: wanted.iter().filter(|one| is_hard(one.shape.class())).count() as i32,
            wanted: wanted.len() as i32,
        }
    }

    /// How many hard runs are wanted.
    pub(super) fn hard(&self) -> i32 {
        self.hard
    }

    /// Points for hard runs that are replaced by easy ones or left out.
    pub(super) fn hard_lost(&self, lost: i32) -> i32 {
        self.replaced.lost(lost, self.standing_hard + self.hard)
    }

    /// The least and the most that one hard run more costs that is replaced or left out, whatever was lost before.
    pub(super) fn ease(&self) -> (i32, i32) {
        let more = (0..self.hard).map(|lost| self.hard_lost(lost + 1) - self.hard_lost(lost));
        (more.clone().min().unwrap_or(0), more.max().unwrap_or(0))
    }

    /// Points for one hard run more that is replaced, where so many are lost.
    pub(super) fn next_eased(&self, lost: i32) -> i32 {
        self.hard_lost(lost + 1) - self.hard_lost(lost)
    }

    /// Whether the more hard runs are lost the more the next one costs, so that fewer lost are never worse.
    pub(super) fn grows(&self) -> bool {
        (1..self.hard).all(|lost| self.next_eased(lost - 1) <= self.next_eased(lost))
    }

    /// Whether every hard run costs as much as any, so that it does not matter how many are lost.
    pub(super) fn is_even(&self) -> bool {
        let (least, most) = self.ease();
        least == most
    }

    /// Points for runs left out, so many long ones and so many others, beside what hard ones among them were worth more.
    pub(super) fn left_out(&self, long: i32, others: i32) -> i32 {
        let left = self.standing + self.wanted - long - others;
        long * self.left_out.long() + self.left_out.others(others, left, self.asked)
    }

    /// Points for the kind that a run has instead of the one asked for, beside those for a hard run lost.
    pub(super) fn kind(&self, wanted: &RunShape, run: &RunShape) -> i32 {
        let same = wanted.kind == run.kind || is_eased(wanted, run);
        if same { 0 } else { self.replaced.another_kind() }
    }
}

/// Whether a hard run has become an easy one.
pub(super) fn is_eased(wanted: &RunShape, run: &RunShape) -> bool {
    is_hard(wanted.class()) && run.class() == RunClass::Easy
}

fn is_hard(class: RunClass) -> bool {
    matches!(class, RunClass::Quality | RunClass::Race)
}

fn is_run(run: &Standing) -> bool {
    !run.place.run.kind.closes_a_workout()
}

fn in_week(runs: &[Standing], week: i32) -> impl Iterator<Item = &Standing> {
    let from = runs.partition_point(|run| run.place.day.week() < week);
    runs[from..].iter().take_while(move |run| run.place.day.week() == week)
}

/// The runs that stand for the wanted ones of a week: by name, then by what runs that are counted through share, since one may go on from
/// the habit of another.
fn standing_for<'r>(
    problem: &Problem<'_>,
    wanted: &[Wanted],
    runs: &'r [Standing],
    week: i32,
) -> Vec<Option<&'r Standing>> {
    let stood = |run: &Standing| {
        in_week(&problem.standing, week).any(|known| known.slug == run.slug && known.place.start == run.place.start)
    };
    let mut free: Vec<&Standing> = in_week(runs, week).filter(|run| run.place.judged && !stood(run)).collect();
    let mut take = |is: &dyn Fn(&Standing) -> bool| {
        let at = free.iter().position(|run| is(run))?;
        Some(free.remove(at))
    };
    let mut found: Vec<Option<&Standing>> = wanted.iter().map(|one| take(&|run| run.slug == one.slug)).collect();
    for (found, one) in found.iter_mut().zip(wanted).filter(|(found, _)| found.is_none()) {
        *found = take(&|run| stem(&run.slug) == stem(&one.slug));
    }
    found
}

/// Tells what the runs that do not stand as they were asked for cost, where `runs` stand, by start.
pub fn unmet(problem: &Problem<'_>, runs: &[Standing], hear: &mut HearUnmet<'_>) {
    for (number, week) in (0..).zip(&problem.weeks) {
        let toll = Toll::new(problem, number);
        let (mut hard, mut left) = (toll.standing_hard + toll.hard, toll.standing + toll.wanted);
        let found = standing_for(problem, &week.wanted, runs, number);
        let is_long = |one: &Wanted| one.shape.class() == RunClass::Long;
        left -= week.wanted.iter().zip(&found).filter(|(one, run)| is_long(one) && run.is_none()).count() as i32;
        for (one, run) in week.wanted.iter().zip(found) {
            let (asked, mut points) = (&one.shape, 0);
            let lost = is_hard(asked.class()) && run.is_none_or(|run| is_eased(asked, &run.place.run));
            if lost {
                points += toll.replaced.hard(hard);
                hard -= 1;
            }
            if let Some(run) = run {
                points += toll.kind(asked, &run.place.run);
                let (is, was) = (run.place.run.kind.title(), asked.kind.title().to_lowercase());
                hear(toll.replaced.card(), number, &run.slug, Verdict::should_for(1, points), &|| {
                    format!("{is} instead of the {was}.")
                });
                continue;
            }
            let said = || format!("The {} of {} min found no place.", asked.kind.title().to_lowercase(), asked.minutes);
            hear(toll.replaced.card(), number, &one.slug, Verdict::should_for(1, points), &said);
            let price = if is_long(one) {
                toll.left_out.long()
            } else {
                left -= 1;
                toll.left_out.other(left, toll.asked)
            };
            hear(toll.left_out.card(), number, &one.slug, Verdict::should_for(1, price), &said);
        }
    }
}
