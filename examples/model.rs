//! Writes placement problems as data, for other solvers: briefs come line by line on standard input, a model goes out for each;
//! for a brief with movable sessions, one for each way to place them, and the way that the search says is best.
//!
//! A model holds every place that each wanted run may have, as it was asked for and as all that may stand in for it, with what the rules about single runs ask for it; the numbers of
//! the rules about pairs and weeks, by their names; what the fixed week puts on each day; the runs that stand already; and the
//! answer of the search with the time that it took, the least of three. `docs/rules.md` says what the rules mean.
#![expect(clippy::print_stdout, reason = "an example talks to the terminal")]

use std::collections::BTreeMap;
use std::error::Error;
use std::io::{self, BufRead as _};
use std::time::Instant;

use runweave::brief::{Brief, Defaults};
use runweave::model::{Day, Level, PartOfDay, RunClass, RunShape, WEEKDAYS, WeekTime, Zone};
use runweave::rules::{DayView, Listener, Place, Rulebook, SlotRule, Tally, Tier, Verdict, WeekRule as _};
use runweave::schedule::{Problem, Published, Standing, Wanted, asked, block, offers, problem, seating, solve};
use serde_json::{Value, json};

/// What a place is described by, in this order; times are minutes, `attached` is 1 for a jog after a session, 2 for a run.
const PLACE: [&str; 9] = ["day", "part", "start", "end", "followed", "attached", "hard", "modest", "points"];

const SEED: u64 = 1;

fn main() -> Result<(), Box<dyn Error>> {
    for line in io::stdin().lock().lines() {
        let source: Value = serde_json::from_str(&line?)?;
        let brief = read(&source)?;
        let written = if brief.movable.is_empty() { placed(&brief)? } else { seated(&source, &brief) };
        println!("{written}");
    }
    Ok(())
}

fn read(source: &Value) -> Result<Brief, Box<dyn Error>> {
    Ok(Brief::from_value(source, "the line", Defaults { timezone: Zone::UTC })?)
}

/// The last problem that a brief's block came to.
fn placed(brief: &Brief) -> Result<Value, Box<dyn Error>> {
    let published = Published::default();
    let block = block(brief, &brief.timetable(&[]), SEED, &published).map_err(|why| why.to_string())?;
    // What the prescription takes back at last is no longer wanted, unless it never had to.
    let problems = [false, true].map(|decline| problem(brief, &block.timetable, &block.weeks, &published, decline));
    let last = problems.into_iter().find(|problem| solve(problem).map(|found| found.score) == Ok(block.solution.score));
    model(brief, &last.ok_or("the last problem is not known")?)
}

/// Each way to place the movable sessions on which none meets another, with the problem of all that is asked for there, and the best
/// of them. A way on which nothing can be planned has no model.
fn seated(source: &Value, brief: &Brief) -> Value {
    let mut ways: Vec<Vec<WeekTime>> = vec![Vec::new()];
    for movable in &brief.movable {
        let more = |way: Vec<WeekTime>| movable.places.iter().map(move |place| [&way[..], &[*place]].concat());
        ways = ways.into_iter().flat_map(more).collect();
    }
    let written = ways.iter().filter_map(|places| {
        let mut source = source.clone();
        for (movable, place) in brief.movable.iter().zip(places) {
            let session = source["sessions"][movable.session].as_object_mut()?;
            session.remove("movable");
            session.insert("day".to_owned(), json!(WEEKDAYS[place.weekday]));
            session.insert("start".to_owned(), json!(place.start.to_string()));
        }
        // Sessions that meet are no brief.
        let seated = read(&source).ok()?;
        let published = Published::default();
        let (timetable, weeks) = asked(&seated, &seated.timetable(&[]), SEED, &published);
        let model = model(&seated, &problem(&seated, &timetable, &weeks, &published, true)).ok();
        Some(json!({ "places": named(places), "model": model }))
    });
    let found = seating(brief, &[], &|brief| (brief.timetable(&[]), Published::default()), SEED).ok();
    json!({
        "ways": written.collect::<Vec<_>>(),
        "answer": found.map(|found| json!({ "places": named(&found.places), "points": found.points, "proven": found.proven })),
    })
}

fn named(places: &[WeekTime]) -> Vec<Value> {
    places.iter().map(|place| json!([WEEKDAYS[place.weekday], place.start.to_string()])).collect()
}

fn model(brief: &Brief, problem: &Problem<'_>) -> Result<Value, Box<dyn Error>> {
    let solution = solve(problem).map_err(|why| why.to_string())?;
    let timed = || {
        let begun = Instant::now();
        solve(problem).ok().map(|_| begun.elapsed().as_secs_f64())
    };
    let seconds = (0..3).filter_map(|_| timed()).fold(f64::INFINITY, f64::min);
    let weeks = problem.timetable.weeks;
    let families = problem.families();
    let known = &families;
    let wanted = problem.weeks.iter().zip(0..).flat_map(|(week, number)| {
        families.iter().enumerate().filter_map(move |(at, family)| {
            let mut alike = week.wanted.iter().filter(|one| family.slugs.contains(&one.slug));
            let one = alike.next()?;
            let after = one
                .after(&week.wanted)
                .and_then(|before| known.iter().position(|family| family.slugs.contains(&before.slug)));
            Some(json!({
                "week": number,
                "family": at,
                "count": 1 + alike.count(),
                "after": after,
                "shapes": one.shapes().map(|shape| json!({
                    "class": class(shape.class()),
                    "load": shape.load(),
                    "places": places(problem, one, shape, number),
                })).collect::<Vec<_>>(),
            }))
        })
    });
    let facts = (-7..weeks * 7 + 7).map(|day| {
        let facts = problem.timetable.facts(Day(day));
        json!([day, facts.strength, facts.hard, facts.load, facts.runs, facts.hard_runs])
    });
    let found = solution
        .runs
        .iter()
        .filter(|run| run.place.judged)
        .map(|run| json!([run.place.day.week(), run.slug, run.place.day.0, run.place.start.0, run.place.end.0]));
    Ok(json!({
        "weeks": weeks,
        "beginner": brief.athlete.running_level == Level::Beginner,
        "runs_per_week": problem.timetable.wishes.runs_per_week,
        "asked": problem.timetable.wishes.asked,
        "light_weeks": problem.timetable.light_weeks,
        "rules": numbers(problem.rules),
        "day": ["day", "strength", "heavy_legs", "load", "own_runs", "own_hard_runs"],
        "days": facts.collect::<Vec<_>>(),
        "standing": problem.standing.iter().map(|run| standing(problem, run)).collect::<Vec<_>>(),
        "place": PLACE,
        "families": families.iter().map(|family| &family.slugs).collect::<Vec<_>>(),
        "wanted": wanted.collect::<Vec<_>>(),
        "answer": { "points": solution.score.points, "proven": solution.proven, "seconds": seconds, "runs": found.collect::<Vec<_>>() },
    }))
}

fn class(class: RunClass) -> &'static str {
    match class {
        RunClass::Easy => "easy",
        RunClass::Quality => "quality",
        RunClass::Long => "long",
        RunClass::Race => "race",
    }
}

/// Every number of every rule in force.
fn numbers(rules: &Rulebook) -> BTreeMap<&'static str, BTreeMap<&'static str, i32>> {
    let mut copy = rules.clone();
    let all = copy.all_mut().into_iter().map(|rule| {
        let id = rule.card().id;
        (id, rule.numbers().into_iter().map(|number| (number.name, *number.value)).collect())
    });
    all.filter(|(id, _)| rules.is_on(id)).collect()
}

fn part(place: &Place) -> usize {
    PartOfDay::ALL.iter().position(|part| *part == place.clock.part()).unwrap_or(0)
}

fn standing(problem: &Problem<'_>, run: &Standing) -> Value {
    let place = &run.place;
    json!({
        "slug": run.slug,
        "class": class(place.run.class()),
        "kind": place.run.kind.word(),
        "load": place.run.load(),
        "day": place.day.0,
        "part": part(place),
        "start": place.start.0,
        "end": place.end.0,
        "hard": problem.rules.hard_days.is_hard(place),
        "judged": place.judged,
    })
}

/// The places of a run of this shape in a week that break no must against the fixed week.
fn places(problem: &Problem<'_>, wanted: &Wanted, shape: RunShape, week: i32) -> Vec<Value> {
    let slot_rules: Vec<&dyn SlotRule> = problem.rules.in_force().filter_map(|rule| rule.slot()).collect();
    let mut places = Vec::new();
    let wanted = Wanted { kind: Some(shape.kind), ..wanted.clone() };
    for place in (0..7).flat_map(|weekday| offers(problem, &wanted, Day(week * 7 + weekday))) {
        let mut price = Price::default();
        for rule in &slot_rules {
            rule.judge(&place, problem.timetable, &mut price);
        }
        if price.lost {
            continue;
        }
        let view = DayView { day: place.day, facts: problem.timetable.facts(place.day), runs: &[place] };
        let followed = problem.rules.not_after_every_workout.read(Tally::default(), &view, problem.timetable)[0];
        let attached = problem.rules.attached_runs.read(Tally::default(), &view, problem.timetable);
        let hard = problem.rules.hard_days.is_hard(&place);
        places.push(json!([
            place.day.0,
            part(&place),
            place.start.0,
            place.end.0,
            followed,
            attached[0] + 2 * attached[1],
            i32::from(hard),
            i32::from(hard && problem.rules.hard_days.is_modest(&place)),
            price.points,
        ]));
    }
    places
}

#[derive(Default)]
struct Price {
    lost: bool,
    points: i32,
}

impl Listener for Price {
    fn hear(&mut self, verdict: Verdict, _: &dyn Fn() -> String) {
        match verdict.tier {
            Tier::Kept => {}
            Tier::Preference | Tier::Should => self.points += verdict.cost,
            Tier::Must => self.lost = true,
        }
    }
}
