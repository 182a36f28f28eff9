//! Everything the rules say of a solved block, sorted by whom it is about.

use super::super::past::Past;
use super::super::{Reason, Score};
use crate::brief::Brief;
use crate::model::{Day, RunClass, WEEKDAY_NAMES, list};
use crate::rules::Tier;
use crate::schedule::{Block, Problem, Published, Solution, Standing, Subject, Wanted, forbids, judge, unmet};

/// So many reasons are kept for a run.
const MOST_REASONS: usize = 6;

/// The rule about runs that were published before.
const MOVED: &str = "stay_put";
/// What the person wished comes before all else that is in order.
const WISHES: [&str; 3] = ["long_run_day", "preferred_time", "hard_run_days"];
/// The rule about runs that stand in for others: their first reason.
const REPLACED: &str = "replaced";

/// What was heard.
pub(super) struct Heard {
    runs: Vec<Vec<(Tier, i32, Reason)>>,
    /// What it comes to: what is proven is not heard.
    pub score: Score,
}

impl Heard {
    /// What was heard of a block that is planned anew from a day on; without one, of the whole. What the past answers for is spared.
    /// That a run was moved is no matter of the plan: it is told where two plans are compared.
    pub(super) fn new(brief: &Brief, block: &Block, published: &Published) -> Self {
        let (runs, from) = (&block.solution.runs, published.from);
        let past = from.map_or_else(Past::default, |from| Past::of_places(&brief.rules, &block.timetable, runs, from));
        let mut heard = Self { runs: vec![Vec::new(); runs.len()], score: Score::default() };
        judge(&brief.rules, &block.timetable, runs, 0..block.timetable.weeks, &mut |card, subject, verdict, text| {
            if card.id == MOVED || matches!(subject, Subject::Week(week) if past.answers_for(week, card, verdict)) {
                return;
            }
            heard.score.count(card.id, verdict);
            let about = match subject {
                Subject::Run(index) | Subject::Pair(_, index) => index,
                Subject::Week(_) => return,
            };
            let reason = Reason { rule: card.id.to_owned(), text: text() };
            heard.runs[about].push((verdict.tier, verdict.cost, reason));
        });
        heard.unmet(brief, block, published);
        heard.off_the_wished_days(brief, block, published);
        heard
    }

    /// What keeps long and hard runs from the days that were wished.
    fn off_the_wished_days(&mut self, brief: &Brief, block: &Block, published: &Published) {
        let long: Vec<usize> = brief.running.long_run_day.into_iter().collect();
        let wishes = [(RunClass::Long, WISHES[0], &long), (RunClass::Quality, WISHES[2], &brief.running.hard_run_days)];
        if wishes.iter().all(|(.., days)| days.is_empty()) {
            return;
        }
        let (runs, problem) = (&block.solution.runs, block.problem(brief, published));
        for (class, rule, days) in wishes {
            for (index, run) in runs.iter().enumerate().filter(|(_, run)| run.place.run.class() == class) {
                let missed = |(tier, _, reason): &&mut (Tier, i32, Reason)| *tier != Tier::Kept && reason.rule == rule;
                let Some((_, _, reason)) = self.runs[index].iter_mut().find(missed) else { continue };
                let week = run.place.day.week();
                let wants = problem.weeks.get(week as usize);
                let Some(wanted) = wants.and_then(|week| week.wanted.iter().find(|one| one.slug == run.slug)) else {
                    continue;
                };
                let others = without(&block.solution, index);
                // What it may become is no answer to where it may stand.
                let mut itself = wanted.clone();
                itself.variants.retain(|shape| shape.class() == class);
                let on = |day: &usize| forbids(&problem, &others, &itself, Day(week * 7 + *day as i32), None);
                let forbidden = days.iter().find_map(on);
                let because = forbidden
                    .map_or("the plan as a whole would miss more there than the wish is worth.".to_owned(), |why| {
                        lower(&why.text)
                    });
                let names: Vec<&str> = days.iter().map(|day| WEEKDAY_NAMES[day % 7]).collect();
                let verb = if names.len() == 1 { "was" } else { "were" };
                reason.text = format!("{} {verb} wished: {because}", list(&names));
            }
        }
    }

    /// What it costs that runs are replaced or left out, and why one stands in for another.
    fn unmet(&mut self, brief: &Brief, block: &Block, published: &Published) {
        let (runs, problem) = (&block.solution.runs, block.problem(brief, published));
        unmet(&problem, runs, &mut |card, week, slug, verdict, text| {
            self.score.count(card.id, verdict);
            let is_it = |run: &Standing| run.slug == slug && run.place.day.week() == week;
            let Some(index) = runs.iter().position(is_it).filter(|_| verdict.tier != Tier::Kept) else { return };
            let because = why_replaced(&problem, &block.solution, index);
            let text = format!("{} {because}", text());
            self.runs[index].push((verdict.tier, verdict.cost, Reason { rule: card.id.to_owned(), text }));
        });
    }

    /// Why a run stands where it stands: a wish that is kept, then what it costs there, dearest first, then what is in order.
    pub(super) fn of_run(&self, index: usize) -> Vec<Reason> {
        let mut heard = self.runs[index].clone();
        let is_wish = |reason: &Reason| WISHES.contains(&reason.rule.as_str());
        heard.sort_by_key(|(tier, cost, reason)| {
            let order = match tier {
                Tier::Must => 0,
                Tier::Kept if is_wish(reason) => 1,
                Tier::Should | Tier::Preference => 2,
                Tier::Kept => 3,
            };
            (order, std::cmp::Reverse(*cost))
        });
        let missed = heard.iter_mut().find(|(tier, ..)| matches!(tier, Tier::Should | Tier::Preference));
        if let Some((.., reason)) = missed.filter(|(.., reason)| reason.rule != REPLACED) {
            reason.text = format!("Best free place, though {}", lower(&reason.text));
        }
        let mut reasons: Vec<Reason> = heard.into_iter().map(|(.., reason)| reason).collect();
        reasons.dedup();
        reasons.truncate(MOST_REASONS);
        reasons
    }
}

/// The solution without one of its runs.
fn without(solution: &Solution, index: usize) -> Solution {
    let mut rest = solution.clone();
    rest.runs.remove(index);
    rest
}

/// A sentence that goes on after other words: small at its beginning, unless that is a weekday.
fn lower(sentence: &str) -> String {
    let is_name = WEEKDAY_NAMES.iter().any(|day| sentence.starts_with(day));
    let mut letters = sentence.chars();
    match letters.next() {
        Some(first) if !is_name => format!("{}{}", first.to_lowercase(), letters.as_str()),
        _ => sentence.to_owned(),
    }
}

/// Why the run that was asked for does not stand where another stands in for it.
fn why_replaced(problem: &Problem<'_>, solution: &Solution, index: usize) -> String {
    let (run, rest) = (&solution.runs[index], without(solution, index));
    let wanted = problem.weeks.get(run.place.day.week() as usize).map_or(&[][..], |week| &week.wanted);
    let asked = wanted.iter().find(|one| one.slug == run.slug);
    let asked = asked.map(|one| Wanted { variants: Vec::new(), ..one.clone() });
    let forbidden = asked.and_then(|asked| forbids(problem, &rest, &asked, run.place.day, None));
    forbidden.map_or_else(|| "It costs less so than it would as it was asked for.".to_owned(), |why| why.text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::Defaults;
    use crate::model::{Day, Moment};
    use crate::schedule::block;

    #[test]
    fn a_must_that_the_search_overlooked_shows_in_the_score() {
        let source = serde_json::json!({
            "athlete": { "goal": "general_fitness", "running_level": "intermediate" },
            "block": { "start": "2026-11-30", "weeks": 1 },
            "sessions": [{ "name": "Squat", "day": "mon", "start": "18:00", "minutes": 60, "kind": "strength",
                           "focus": "lower", "effort": "heavy" }],
            "running": { "current_weekly_minutes": 90, "longest_recent_minutes": 40, "runs_per_week": 2 }
        });
        let brief = Brief::from_value(&source, "brief", Defaults { timezone: crate::model::Zone::UTC }).unwrap();
        let mut block = block(&brief, &brief.timetable(&[]), 1, &Published::default()).unwrap();
        assert_eq!(Heard::new(&brief, &block, &Published::default()).score.must, 0);
        let squat = block.timetable.appointments.iter().find(|one| one.day == Day(0)).unwrap();
        let (start, day): (Moment, Day) = (squat.end.plus(60), squat.day);
        let run = block.solution.runs.iter_mut().find(|run| run.place.day > day).unwrap();
        (run.place.day, run.place.start, run.place.end) = (day, start, start.plus(run.place.run.minutes));
        let heard = Heard::new(&brief, &block, &Published::default());
        assert!(heard.score.must > 0, "{:?}", heard.score);
        assert!(
            heard
                .runs
                .iter()
                .flatten()
                .any(|(tier, _, reason)| *tier == Tier::Must && reason.rule == "heavy_legs_then_run")
        );
    }
}
