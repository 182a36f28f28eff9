//! Why a run found no place: for each day, the rule that forbids it.

use super::candidates::offers;
use super::judge::{Standing, Subject, judge_about};
use super::{Problem, Solution, Wanted};
use crate::model::{Clock, Day, Moment};
use crate::rules::{Card, Listener, Place, Rule as _, Tier, Verdict};

/// What forbids a run on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forbidden {
    /// The day.
    pub day: Day,
    /// The rule.
    pub rule: &'static str,
    /// When the run would start in the place that comes nearest to being allowed; `None` where no time is free.
    pub start: Option<Moment>,
    /// The sentence.
    pub text: String,
}

/// One broken must.
#[derive(Clone, Debug)]
struct Broken {
    card: &'static Card,
    amount: i32,
    start: Option<Moment>,
    text: String,
}

/// For each of the seven days of `week`, why `wanted` cannot be added to the solution. Of the places of a day the one is
/// told about that comes nearest to being allowed. A day that forbids nothing is left out: then the run could be placed.
pub fn why_not(problem: &Problem<'_>, solution: &Solution, week: i32, wanted: &Wanted) -> Vec<Forbidden> {
    (0..7)
        .map(|weekday| Day(week * 7 + weekday))
        .filter_map(|day| forbids(problem, solution, wanted, day, None))
        .collect()
}

/// What keeps `wanted` from being added to the solution on `day`, at `clock` where an hour is asked for.
pub fn forbids(
    problem: &Problem<'_>,
    solution: &Solution,
    wanted: &Wanted,
    day: Day,
    clock: Option<Clock>,
) -> Option<Forbidden> {
    let broken = on_day(problem, solution, wanted, day, clock)?;
    Some(Forbidden { day, rule: broken.card.id, start: broken.start, text: broken.text })
}

/// A run of full length at an hour of the person's asking, whether that hour is free or not.
fn asked(problem: &Problem<'_>, wanted: &Wanted, day: Day, clock: Clock) -> Place {
    let start = problem.timetable.calendar.moment(day, clock);
    let run = wanted.shapes().next().unwrap_or(wanted.shape);
    let full_minutes = run.minutes;
    let (end, published) = (start.plus(full_minutes), wanted.published);
    Place { run, full_minutes, day, clock, start, end, attached_to: None, published, judged: true }
}

fn on_day(
    problem: &Problem<'_>,
    solution: &Solution,
    wanted: &Wanted,
    day: Day,
    clock: Option<Clock>,
) -> Option<Broken> {
    if let Some(barred) = wanted.barred.iter().find(|barred| barred.day == day) {
        let card = problem.rules.find(barred.rule).map_or(problem.rules.inside_availability.card(), |rule| rule.card());
        return Some(Broken { card, amount: 0, start: None, text: barred.text.clone() });
    }
    let mut places = offers(problem, wanted, day);
    if let Some(clock) = clock {
        places.retain(|place| place.clock == clock);
        if places.is_empty() {
            places.push(asked(problem, wanted, day, clock));
        }
    }
    if places.is_empty() {
        let text = "No time of this day is free for long enough.".to_owned();
        return Some(Broken { card: problem.rules.inside_availability.card(), amount: 0, start: None, text });
    }
    let near = |run: &&Standing| (run.place.day.week() - day.week()).abs() <= 2;
    let mut runs: Vec<Standing> = solution.runs.iter().filter(near).cloned().collect();
    let mut forbidden: Vec<(usize, Broken, Vec<&str>)> = Vec::new();
    for place in places {
        let mut broken = musts(problem, &mut runs, wanted, place);
        if !broken.is_empty() && place.attached_to.is_some() {
            // Told as for any run that starts then: whoever moves it there by hand attaches it to nothing.
            let apart = musts(problem, &mut runs, wanted, Place { attached_to: None, ..place });
            broken = if apart.is_empty() { broken } else { apart };
        }
        let worst = broken.iter().max_by_key(|one| one.amount)?.clone();
        forbidden.push((broken.len(), worst, broken.iter().map(|one| one.card.id).collect()));
    }
    forbidden.sort_by_key(|(count, worst, _)| (*count, worst.amount));
    let (count, nearest, _) = forbidden.first()?.clone();
    let other = forbidden.iter().find(|(others, _, rules)| *others == count && !rules.contains(&nearest.card.id));
    Some(other.map_or_else(|| nearest.clone(), |(_, other, _)| both(&nearest, other)))
}

/// What forbids the nearest place of a day does not forbid another one, but something else does.
fn both(nearest: &Broken, other: &Broken) -> Broken {
    let when = if other.start > nearest.start { "Later" } else { "Earlier" };
    let text = format!("{} {when} that day: {}", nearest.text, other.text);
    Broken { text, ..nearest.clone() }
}

/// Every must that a run at `place` would break: against the fixed week first, then among the other `runs`, by start.
fn musts(problem: &Problem<'_>, runs: &mut Vec<Standing>, wanted: &Wanted, place: Place) -> Vec<Broken> {
    let mut broken = Vec::new();
    for rule in problem.rules.in_force() {
        if let Some(slot) = rule.slot() {
            slot.judge(
                &place,
                problem.timetable,
                &mut Musts { card: rule.card(), start: place.start, broken: &mut broken },
            );
        }
    }
    if !broken.is_empty() {
        return broken;
    }
    let week = place.day.week();
    let at = runs.partition_point(|run| (run.place.start, &run.slug) < (place.start, &wanted.slug));
    runs.insert(at, Standing { slug: wanted.slug.clone(), place });
    let about = |subject| match subject {
        Subject::Run(_) => false,
        Subject::Pair(before, after) => before == at || after == at,
        Subject::Week(number) => number == week || number == week + 1,
    };
    judge_about(about, problem.rules, problem.timetable, runs, week..week + 2, &mut |card, _, verdict, text| {
        if verdict.tier == Tier::Must {
            broken.push(Broken { card, amount: verdict.amount, start: Some(place.start), text: text() });
        }
    });
    runs.remove(at);
    broken
}

struct Musts<'a> {
    card: &'static Card,
    start: Moment,
    broken: &'a mut Vec<Broken>,
}

impl Listener for Musts<'_> {
    fn hear(&mut self, verdict: Verdict, sentence: &dyn Fn() -> String) {
        if verdict.tier == Tier::Must {
            let (amount, start) = (verdict.amount, Some(self.start));
            self.broken.push(Broken { card: self.card, amount, start, text: sentence() });
        }
    }
}
