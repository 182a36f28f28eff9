//! A run that is asked to stand elsewhere: the price is that of solving with the run put there, or a must forbids it.

use rayon::prelude::*;
use runweave::model::{Clock, Day, RunType};
use runweave::plan::{Elsewhere, LaidOut, LocalTime, Plan, Questions, check};
use runweave::prescribe::Barred;
use runweave::schedule::{Problem, Solution, Standing, Wanted, bill, offers, solve};

use super::{brief, examples, planned, thorough};

/// A run of the problem that is asked to stand on another day.
struct Asked<'a> {
    problem: &'a Problem<'a>,
    week: usize,
    slug: &'a str,
    kind: RunType,
    day: Day,
}

impl Asked<'_> {
    /// The run, of the type that it has in the plan.
    fn wanted(&self) -> Wanted {
        let run = self.problem.weeks[self.week].wanted.iter().find(|one| one.slug == self.slug).unwrap();
        Wanted { kind: Some(self.kind), ..run.clone() }
    }

    /// The best solution with every other day barred for the run; `None` where it is then left out.
    fn nowhere_else(&self, alone: bool) -> Option<i32> {
        let mut weeks = self.problem.weeks.clone();
        for (number, week) in weeks.iter_mut().enumerate().filter(|_| alone) {
            week.wanted.retain(|one| number == self.week && one.slug == self.slug);
        }
        let monday = Day(self.week as i32 * 7);
        let others = (0..7).map(|day| monday.plus(day)).filter(|day| *day != self.day);
        let run = weeks[self.week].wanted.iter_mut().find(|one| one.slug == self.slug).unwrap();
        run.barred.extend(others.map(|day| Barred { day, rule: "readiness", text: String::new() }));
        run.kind = Some(self.kind);
        let standing = self.problem.standing.clone();
        let Solution { runs, left_out, .. } = solve(&Problem { weeks, standing, ..*self.problem }).ok()?;
        let stands = !left_out[self.week].iter().any(|slug| slug == self.slug);
        stands.then(|| bill(self.problem, &runs).points)
    }

    /// The best solution with the run put by hand in each place of the day in turn, and no longer to be placed. It goes by each name
    /// of its family that is free in its week, since it may go on from the habit of another.
    fn put_there(&self) -> Option<i32> {
        let mut weeks = self.problem.weeks.clone();
        weeks[self.week].wanted.retain(|one| one.slug != self.slug);
        let families = self.problem.families();
        let family = families.iter().find(|family| family.slugs.iter().any(|name| name == self.slug)).unwrap();
        let is_free = |name: &&String| !weeks[self.week].wanted.iter().any(|one| one.slug == **name);
        let names: Vec<&String> = family.slugs.iter().filter(is_free).collect();
        let place_it = |(name, place): (&String, _)| -> Option<i32> {
            let mut standing = self.problem.standing.clone();
            standing.push(Standing { slug: name.clone(), place });
            standing.sort_by_key(|one| (one.place.start, one.slug.clone()));
            let there = Problem { weeks: weeks.clone(), standing, ..*self.problem };
            let Solution { runs, .. } = solve(&there).ok()?;
            // A jog that stands after a session is not weighed against another run that stands: the judge does that.
            let bill = bill(self.problem, &runs);
            (bill.must == 0).then_some(bill.points)
        };
        let places = offers(self.problem, &self.wanted(), self.day);
        let tried = names.iter().flat_map(|name| places.iter().map(|place| (*name, *place)));
        tried.filter_map(place_it).min()
    }
}

/// Holds an answer against solving anew: with every other day barred, and `by_hand` in each place of the day as well.
fn holds(plan: &Plan, laid: &LaidOut, asked: &Asked<'_>, answer: &Elsewhere, by_hand: bool) {
    let what = format!("{} on {}", answer.id, answer.day);
    match (&answer.price, &answer.forbidden) {
        (Some(price), None) => {
            let after = Some(bill(asked.problem, &laid.runs).points + price.points);
            match asked.nowhere_else(false) {
                // It may still be left out so that more others stand; asked for there, it stands all the same.
                None => assert_eq!(after, asked.put_there(), "{what}"),
                best => assert_eq!(after, best, "{what}"),
            }
            assert!(!by_hand || after == asked.put_there(), "{what}: {after:?}");
        }
        (None, Some(forbidden)) => {
            assert_eq!(asked.nowhere_else(true), None, "{what}: alone it could stand there");
            assert!(!by_hand || asked.put_there().is_none(), "{what}");
            let broken = broken_when_moved(plan, answer);
            assert!(broken.contains(&forbidden.rule.as_str()), "{what}: {forbidden:?} but {broken:?}");
        }
        other => panic!("{what}: {other:?}"),
    }
}

/// The musts that `check` finds when a hand moves the run.
fn broken_when_moved(plan: &Plan, answer: &Elsewhere) -> Vec<&'static str> {
    let weekday = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].iter().position(|day| *day == answer.day).unwrap();
    let mut edited = plan.clone();
    for week in &mut edited.weeks {
        let night = (week.start + chrono::Duration::days(weekday as i64)).and_hms_opt(3, 0, 0).unwrap();
        for entry in &mut week.sessions {
            if let runweave::plan::Entry::Run(run) = entry
                && run.id == answer.id
            {
                run.start = answer.start.unwrap_or(LocalTime(night));
                run.run.attached_to = None;
            }
        }
    }
    let laid = edited.lay_out().unwrap();
    let findings = check(&edited, &laid);
    let musts: Vec<&'static str> =
        findings.breaches.iter().filter(|breach| breach.level == "must").map(|breach| breach.rule).collect();
    assert_eq!(findings.score.must, musts.len() as i64, "{:?}", findings.score);
    assert_eq!(findings.score.points, findings.score.by_rule.values().sum::<i64>(), "{:?}", findings.score);
    musts
}

/// Asks for every day of every run whose id begins so, and returns how many answers held.
fn every_day(plan: &Plan, of: &str, by_hand: bool) -> usize {
    let laid = plan.lay_out().unwrap();
    let problem = laid.problem(plan);
    let questions = Questions::new(plan, &laid);
    let asked: Vec<(&str, usize)> =
        plan.runs().filter(|run| run.id.starts_with(of)).flat_map(|run| (0..7).map(|day| (&*run.id, day))).collect();
    let answered = |(id, weekday): &(&str, usize)| {
        let Some(answer) = questions.elsewhere(id, *weekday, None) else { return false };
        let (week, slug) = id.split_once('-').unwrap();
        let week: usize = week[1..].parse::<usize>().unwrap() - 1;
        let day = Day((week * 7 + weekday) as i32);
        let kind = plan.runs().find(|run| run.id == *id).unwrap().run.kind;
        holds(plan, &laid, &Asked { problem: &problem, week, slug, kind, day }, &answer, by_hand);
        true
    };
    asked.par_iter().filter(|one| answered(one)).count()
}

#[test]
fn every_day_of_every_run_has_the_price_of_solving_with_the_run_there_or_a_must_that_check_confirms() {
    for (name, brief) in examples(if thorough() { 52 } else { 4 }) {
        let plan = planned(&brief);
        let answers = every_day(&plan, "w", false);
        assert!(answers * 2 > plan.runs().count() * 7, "{name}: {answers} answers");
    }
}

#[test]
fn the_price_of_a_day_is_that_of_its_best_place_each_put_by_hand() {
    for (name, brief) in examples(2) {
        let plan = planned(&brief);
        let id = plan.runs().find(|run| run.id.starts_with("w02-")).map(|run| run.id.clone());
        let answers = id.map(|id| every_day(&plan, &id, true));
        assert!(answers.is_none_or(|answers| answers == 7), "{name}: {answers:?}");
    }
}

#[test]
fn a_plan_as_it_was_made_is_its_own_best() {
    for (name, brief) in examples(52) {
        let plan = planned(&brief);
        let laid = plan.lay_out().unwrap();
        let over = runweave::plan::against_the_best(&plan, &laid).unwrap().over;
        assert_eq!(over.points, 0, "{name}");
    }
}

#[test]
fn an_hour_in_the_middle_of_a_session_is_told_by_its_rule() {
    let (_, brief) = examples(2).into_iter().find(|(name, _)| name == "upper-lower").unwrap();
    let plan = planned(&brief);
    let laid = plan.lay_out().unwrap();
    let questions = Questions::new(&plan, &laid);
    let run = plan.runs().next().unwrap();
    let answer = questions.elsewhere(&run.id, 0, Clock::parse("18:30")).unwrap();
    assert!(answer.price.is_none());
    assert!(["no_overlap", "heavy_legs_then_run"].contains(&answer.forbidden.unwrap().rule.as_str()));
}

#[test]
fn a_run_moved_by_hand_onto_a_day_that_is_closed_to_it_is_told_by_the_rule_that_closes_it() {
    let source = serde_json::json!({
        "athlete": { "goal": "general_fitness", "running_level": "intermediate" },
        "block": { "start": "2026-11-30", "weeks": 2, "timezone": "Europe/Berlin" },
        "sessions": [],
        "running": { "current_weekly_minutes": 120, "longest_recent_minutes": 45, "runs_per_week": 3 },
        "readiness": { "date": "2026-11-29", "soreness": 6 }
    });
    let plan = planned(&brief(&source).unwrap());
    let laid = plan.lay_out().unwrap();
    let questions = Questions::new(&plan, &laid);
    let run = plan.runs().next().unwrap();
    let answer = questions.elsewhere(&run.id, 1, None).unwrap();
    assert_eq!(answer.forbidden.as_ref().map(|reason| reason.rule.as_str()), Some("soreness"), "{answer:?}");
    assert!(broken_when_moved(&plan, &answer).contains(&"soreness"));
}
