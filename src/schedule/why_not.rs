//! Why a run found no place: for each day, the rule that forbids it.

use super::candidates::offers;
use super::judge::{Standing, Subject, judge};
use super::{Problem, Solution, Wanted};
use crate::model::Day;
use crate::rules::{Card, Listener, Place, Rule as _, Tier, Verdict};

/// What forbids a run on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forbidden {
    /// The day.
    pub day: Day,
    /// The rule.
    pub rule: &'static str,
    /// The sentence.
    pub text: String,
}

/// One broken must.
#[derive(Clone, Debug)]
struct Broken {
    card: &'static Card,
    amount: i32,
    text: String,
}

/// For each of the seven days of `week`, why `wanted` cannot be added to the solution. Of the places of a day the one is
/// told about that comes nearest to being allowed. A day that forbids nothing is left out: then the run could be placed.
pub fn why_not(problem: &Problem<'_>, solution: &Solution, week: i32, wanted: &Wanted) -> Vec<Forbidden> {
    (0..7)
        .map(|weekday| Day(week * 7 + weekday))
        .filter_map(|day| {
            let broken = on_day(problem, solution, wanted, day)?;
            Some(Forbidden { day, rule: broken.card.id, text: broken.text })
        })
        .collect()
}

fn on_day(problem: &Problem<'_>, solution: &Solution, wanted: &Wanted, day: Day) -> Option<Broken> {
    if let Some((_, text)) = wanted.barred.iter().find(|(barred, _)| *barred == day) {
        let card = problem.rules.find("readiness").map_or(problem.rules.inside_availability.card(), |rule| rule.card());
        return Some(Broken { card, amount: 0, text: text.clone() });
    }
    let places = offers(problem, wanted, day);
    if places.is_empty() {
        let text = "No time of this day is free for long enough.".to_owned();
        return Some(Broken { card: problem.rules.inside_availability.card(), amount: 0, text });
    }
    let mut nearest: Option<(usize, Broken)> = None;
    for place in places {
        let broken = musts(problem, solution, wanted, place);
        let worst = broken.iter().max_by_key(|one| one.amount)?.clone();
        let rank = (broken.len(), worst.amount);
        if nearest.as_ref().is_none_or(|(count, known)| rank < (*count, known.amount)) {
            nearest = Some((broken.len(), worst));
        }
    }
    nearest.map(|(_, broken)| broken)
}

/// Every must that a run at `place` would break in the solution: against the fixed week first, then among the runs.
fn musts(problem: &Problem<'_>, solution: &Solution, wanted: &Wanted, place: Place) -> Vec<Broken> {
    let mut broken = Vec::new();
    for rule in problem.rules.in_force() {
        if let Some(slot) = rule.slot() {
            slot.judge(&place, problem.timetable, &mut Musts { card: rule.card(), broken: &mut broken });
        }
    }
    if !broken.is_empty() {
        return broken;
    }
    let week = place.day.week();
    let near = |run: &&Standing| (run.place.day.week() - week).abs() <= 2;
    let mut runs: Vec<Standing> = solution.runs.iter().filter(near).cloned().collect();
    runs.push(Standing { slug: wanted.slug.clone(), place });
    runs.sort_by_key(|run| (run.place.start, run.slug.clone()));
    let own = runs.iter().position(|run| run.place == place && run.slug == wanted.slug);
    judge(problem.rules, problem.timetable, &runs, week..week + 2, &mut |card, subject, verdict, text| {
        let about = match subject {
            Subject::Run(index) => Some(index) == own,
            Subject::Pair(before, after) => Some(before) == own || Some(after) == own,
            Subject::Week(number) => number == week || number == week + 1,
        };
        if about && verdict.tier == Tier::Must {
            broken.push(Broken { card, amount: verdict.amount, text: text() });
        }
    });
    broken
}

struct Musts<'a> {
    card: &'static Card,
    broken: &'a mut Vec<Broken>,
}

impl Listener for Musts<'_> {
    fn hear(&mut self, verdict: Verdict, sentence: &dyn Fn() -> String) {
        if verdict.tier == Tier::Must {
            self.broken.push(Broken { card: self.card, amount: verdict.amount, text: sentence() });
        }
    }
}
