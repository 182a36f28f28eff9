//! A run that is asked to stand elsewhere: the price is that of solving with the run put there, or a must forbids it.

use runweave::model::{Clock, Day};
use runweave::plan::{LaidOut, Plan, Questions, check};
use runweave::schedule::{Problem, Solution, Standing, bill, offers, solve};

use super::{examples, planned, thorough};

/// The best solution with the run put by hand in each place of the day in turn, and no longer to be placed.
fn put_there(problem: &Problem<'_>, week: i32, slug: &str, day: Day) -> Option<[i32; 4]> {
    let mut weeks = problem.weeks.clone();
    let wanted = &mut weeks[week as usize].wanted;
    let at = wanted.iter().position(|one| one.slug == slug).unwrap();
    let run = wanted.remove(at);
    let place_it = |place| -> Option<[i32; 4]> {
        let mut standing = problem.standing.clone();
        standing.push(Standing { slug: slug.to_owned(), place });
        standing.sort_by_key(|one| (one.place.start, one.slug.clone()));
        let there = Problem { weeks: weeks.clone(), standing, ..*problem };
        let Solution { runs, left_out, .. } = solve(&there)?;
        let bill = bill(&there, &runs, &left_out);
        // A jog that stands after a session is not weighed against another run that stands: the judge does that.
        (bill.must == 0).then_some([bill.left_out, bill.left_value, bill.should, bill.preference])
    };
    offers(problem, &run, day).into_iter().filter_map(place_it).min()
}

fn tiers(plan: &Plan, problem: &Problem<'_>, laid: &LaidOut) -> [i32; 4] {
    let stands = bill(problem, &laid.runs, &[]);
    [plan.score.unplaced as i32, plan.score.unplaced_value as i32, stands.should, stands.preference]
}

#[test]
fn every_day_has_the_price_of_solving_with_the_run_put_there_or_a_must_that_check_confirms() {
    for (name, brief) in examples(2) {
        let plan = planned(&brief);
        let laid = plan.lay_out().unwrap();
        let problem = laid.problem(&plan);
        let questions = Questions::new(&plan, &laid);
        for run in plan.runs().filter(|run| run.id.starts_with("w02-")).take(if thorough() { 7 } else { 1 }) {
            let slug = run.id.strip_prefix("w02-").unwrap();
            for weekday in 0..7 {
                let Some(answer) = questions.elsewhere(&run.id, weekday, None) else { continue };
                let best = put_there(&problem, 1, slug, Day(7 + weekday as i32));
                let what = format!("{name} {} on {}", run.id, answer.day);
                match (&answer.price, &answer.forbidden) {
                    (Some(price), None) => {
                        let now = tiers(&plan, &problem, &laid);
                        let after: Vec<i32> = now.iter().zip(price.tiers()).map(|(now, more)| now + more).collect();
                        assert_eq!(Some(after), best.map(|best| best.to_vec()), "{what}");
                    }
                    (None, Some(forbidden)) => {
                        assert_eq!(best, None, "{what}");
                        let broken = broken_when_moved(&plan, &run.id, weekday, answer.start);
                        assert!(broken.contains(&forbidden.rule.as_str()), "{what}: {forbidden:?} but {broken:?}");
                    }
                    other => panic!("{what}: {other:?}"),
                }
            }
        }
    }
}

/// The musts that `check` finds when a hand moves the run.
fn broken_when_moved(
    plan: &Plan,
    id: &str,
    weekday: usize,
    start: Option<runweave::plan::LocalTime>,
) -> Vec<&'static str> {
    let mut edited = plan.clone();
    for week in &mut edited.weeks {
        let noon = (week.start + chrono::Duration::days(weekday as i64)).and_hms_opt(3, 0, 0).unwrap();
        for entry in &mut week.sessions {
            if let runweave::plan::Entry::Run(run) = entry
                && run.id == id
            {
                run.start = start.unwrap_or(runweave::plan::LocalTime(noon));
                run.run.attached_to = None;
            }
        }
    }
    let laid = edited.lay_out().unwrap();
    let findings = check(&edited, &laid);
    findings.breaches.iter().filter(|breach| breach.level == "must").map(|breach| breach.rule).collect()
}

#[test]
fn a_plan_as_it_was_made_is_its_own_best() {
    for (name, brief) in examples(2) {
        let plan = planned(&brief);
        let laid = plan.lay_out().unwrap();
        let over = runweave::plan::against_the_best(&plan, &laid).unwrap();
        assert_eq!(over.tiers(), [0; 4], "{name}");
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
