//! The search finds the optimum that trying everything finds, and its score is what the judge computes.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use chrono::{NaiveDate, Timelike as _};
use rand::{RngExt as _, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use runweave::model::{Calendar, Clock, Day, Goal, Kind, Legs, Level, Moment, PartOfDay, RunClass, RunShape, RunType};
use runweave::rules::{Appointment, Listener, Place, Rulebook, Setting, Timetable, Verdict, Wishes};
use runweave::schedule::{
    Problem, Score, Standing, Unsolvable, Wanted, WeekProblem, Widths, bill, judge, offers, solve, solve_within,
};

/// What the judge makes of these runs, in points; `None` where a must is broken. Ties between starts are no part of it.
fn judged(problem: &Problem<'_>, prices: &Prices, runs: &[Standing]) -> Option<i32> {
    let mut total = Some(0);
    judge(problem.rules, problem.timetable, runs, 0..problem.timetable.weeks, &mut |_, _, verdict, _| {
        total = total.zip(Score::of(verdict)).map(|(sum, score)| sum + score.points);
    });
    let weeks = (0..).zip(&problem.weeks).map(|(week, one)| as_asked_for(problem, prices, (week, one), runs));
    Some(total? + weeks.sum::<i32>())
}

/// What a week pays for runs that are replaced or left out, told anew from the prices.
fn as_asked_for(problem: &Problem<'_>, prices: &Prices, week: (i32, &WeekProblem), runs: &[Standing]) -> i32 {
    let ((number, week), price) = (week, |rule: &'static str, name: &'static str| prices[&(rule, name)]);
    let here: Vec<&Standing> =
        runs.iter().filter(|run| run.place.day.week() == number && !run.place.run.kind.closes_a_workout()).collect();
    let placed = |wanted: &Wanted| here.iter().find(|run| run.slug == wanted.slug && run.place.judged);
    let is_hard = |shape: &RunShape| matches!(shape.class(), RunClass::Quality | RunClass::Race);
    let mut hard = here.iter().filter(|run| is_hard(&run.place.run)).count();
    let (mut stand, mut points, mut others) = (here.len() as i32, 0, 0);
    for wanted in &week.wanted {
        match placed(wanted).map(|run| run.place.run) {
            None if wanted.shape.kind == RunType::Long => points += price("left_out", "long"),
            None => others += 1,
            Some(run) if is_hard(&run) && run.kind != wanted.shape.kind => points += price("replaced", "another_kind"),
            Some(_) => {}
        }
        if is_hard(&wanted.shape) && !placed(wanted).is_some_and(|run| is_hard(&run.place.run)) {
            hard += 1;
            points += price("replaced", ["first", "second", "third"][hard.min(3) - 1]);
        }
    }
    for _ in 0..others {
        let asked = problem.timetable.wishes.asked;
        let name = if stand >= asked {
            "beyond"
        } else if stand <= 1 {
            "last"
        } else {
            "asked"
        };
        points += price("left_out", name);
        stand += 1;
    }
    points
}

/// The numbers of the two rules that price runs.
type Prices = BTreeMap<(&'static str, &'static str), i32>;

fn prices(rules: &Rulebook) -> Prices {
    let mut rules = rules.clone();
    let own = rules.all_mut().into_iter().filter(|rule| ["left_out", "replaced"].contains(&rule.card().id));
    own.flat_map(|rule| {
        let id = rule.card().id;
        rule.numbers().into_iter().map(|number| ((id, number.name), *number.value)).collect::<Vec<_>>()
    })
    .collect()
}

/// What the slot rules say of one run in one place, in points; `None` where a must is broken.
fn alone(problem: &Problem<'_>, place: &Place) -> Option<i32> {
    struct Sum(Option<i32>);
    impl Listener for Sum {
        fn hear(&mut self, verdict: Verdict, _: &dyn Fn() -> String) {
            self.0 = self.0.zip(Score::of(verdict)).map(|(sum, score)| sum + score.points);
        }
    }
    let mut sum = Sum(Some(0));
    problem.rules.in_force().filter_map(|rule| rule.slot()).for_each(|rule| {
        rule.judge(place, problem.timetable, &mut sum);
    });
    sum.0
}

/// Where a run could stand, or nowhere, and what the slot rules alone ask for that.
type Priced = (Option<Place>, i32);

/// Every combination of places, and none, for every run.
struct Everything<'a> {
    problem: &'a Problem<'a>,
    prices: Prices,
    /// For each run what there is to choose from, the cheapest first.
    choices: Vec<(String, Vec<Priced>)>,
    best: Option<i32>,
}

impl Everything<'_> {
    /// Tries what is left to choose after these runs, which cost so much by themselves. No verdict costs less than nothing, so a
    /// combination is judged only where what is known of its price is below the best.
    fn attempt(&mut self, chosen: &mut Vec<Option<Standing>>, alone: i32) {
        let is_dear = |points: i32| self.best.is_some_and(|best| best <= points);
        if is_dear(alone) {
            return;
        }
        let Some((slug, places)) = self.choices.get(chosen.len()) else {
            let mut runs = self.problem.standing.clone();
            runs.extend(chosen.iter().flatten().cloned());
            runs.sort_by_key(|run| (run.place.start, run.slug.clone()));
            let asked = |(week, one)| as_asked_for(self.problem, &self.prices, (week, one), &runs);
            let least = alone + (0..).zip(&self.problem.weeks).map(asked).sum::<i32>();
            if !is_dear(least)
                && let Some(points) = judged(self.problem, &self.prices, &runs)
            {
                assert!(points >= least, "a verdict costs less than nothing");
                self.best = self.best.into_iter().chain([points]).min();
            }
            return;
        };
        let (slug, places) = (slug.clone(), places.clone());
        for (place, price) in places {
            chosen.push(place.map(|place| Standing { slug: slug.clone(), place }));
            self.attempt(chosen, alone + price);
            chosen.pop();
        }
    }
}

/// Tries every combination of places, and none, for every run. `None` where what stands breaks a must by itself.
fn exhaustive(problem: &Problem<'_>) -> Option<i32> {
    let mut choices = Vec::new();
    for (week, one) in problem.weeks.iter().enumerate() {
        for wanted in &one.wanted {
            let offered = (one.from_weekday..7)
                .flat_map(|weekday| offers(problem, wanted, Day(week as i32 * 7 + weekday)))
                .filter_map(|place| alone(problem, &place).map(|points| (Some(place), points)));
            let mut places: Vec<(Option<Place>, i32)> = offered.collect();
            places.sort_by_key(|(_, points)| *points);
            places.push((None, 0));
            choices.push((wanted.slug.clone(), places));
        }
    }
    let mut everything = Everything { problem, prices: prices(problem.rules), choices, best: None };
    everything.attempt(&mut Vec::new(), 0);
    everything.best
}

/// A small random world: a calendar, sessions on any day, few windows.
struct World {
    timetable: Timetable,
    rules: Rulebook,
    weeks: Vec<WeekProblem>,
    standing: Vec<Standing>,
}

impl World {
    fn problem(&self) -> Problem<'_> {
        Problem {
            first_week: 0,
            timetable: &self.timetable,
            rules: &self.rules,
            weeks: self.weeks.clone(),
            standing: self.standing.clone(),
        }
    }
}

/// Windows open at quarter hours of the day from `quarters`.
#[expect(clippy::too_many_lines, reason = "one draw after the other, each in a line or two")]
fn random_world(rng: &mut Xoshiro256PlusPlus, weeks: i32, quarters: &[u16]) -> World {
    let (goal, level) = (Goal::ALL[rng.random_range(0..4)], Level::ALL[rng.random_range(0..3)]);
    let age = Some(rng.random_range(20..70));
    let setting = Setting { strength_level: Level::Intermediate, age, ..Setting::of(goal, level) };
    let calendar = Calendar::new("Europe/Berlin".parse().unwrap(), NaiveDate::from_ymd_opt(2027, 3, 15).unwrap());
    let mut appointments = Vec::new();
    for _ in 0..rng.random_range(0..5) {
        let (weekday, hour, minutes) = (rng.random_range(0..7), rng.random_range(5..22), rng.random_range(2..7) * 15);
        let kind = [Kind::Strength, Kind::Strength, Kind::Strength, Kind::Mobility][rng.random_range(0..4)];
        let legs = match kind {
            Kind::Strength => [Legs::Heavy, Legs::Moderate, Legs::Spared][rng.random_range(0..3)],
            _ => Legs::None,
        };
        for week in -3..weeks + 3 {
            let day = Day(week * 7 + weekday);
            let start = calendar.moment(day, Clock(hour * 60));
            let end = start.plus(minutes);
            appointments.push(Appointment {
                id: format!("w{week}"),
                name: "Lift".to_owned(),
                kind: Some(kind),
                legs,
                hard: legs == Legs::Heavy,
                new_stimulus: week == 0 && rng.random_range(0..6) == 0,
                start,
                end,
                day,
                last_day: calendar.day_of(end.plus(-1)),
                load: minutes * 6,
                is_match: false,
                is_night: false,
                run: None,
            });
        }
    }
    let runs = if weeks == 1 { rng.random_range(1..4) } else { rng.random_range(1..3) };
    let mut windows: Vec<(Moment, Moment)> = Vec::new();
    let open = if weeks == 1 { 5 } else { 4 };
    for week in 0..weeks {
        for _ in 0..open {
            let day = Day(week * 7 + rng.random_range(0..7));
            let from = calendar.moment(day, Clock(quarters[rng.random_range(0..quarters.len())] * 15));
            windows.push((from, from.plus(rng.random_range(2..5) * 15)));
        }
    }
    let wishes = Wishes {
        long_run_day: (rng.random_range(0..2) == 0).then(|| rng.random_range(0..7)),
        preferred_time: (rng.random_range(0..2) == 0).then(|| PartOfDay::ALL[rng.random_range(0..3)]),
        runs_per_week: runs,
        asked: rng.random_range(1..5),
        attach: rng.random_range(0..2) == 0,
        bricks: false,
        hours_unsaid: rng.random_range(0..2) == 0,
    };
    let shape = |kind: RunType, minutes: i32| RunShape { kind, minutes, rpe_tenths: 40 };
    let mut kinds = [
        ("easy-1", RunType::Easy),
        [("long", RunType::Long), ("easy-2", RunType::Easy)][rng.random_range(0..2)],
        [("quality-1", RunType::Hills), ("easy-3", RunType::Easy)][rng.random_range(0..2)],
    ];
    if rng.random_range(0..4) == 0 {
        kinds[1] = ("quality-2", RunType::Tempo);
    }
    let variants: &[RunType] =
        [&[][..], &[RunType::Easy], &[RunType::Fartlek, RunType::Easy], &[RunType::Fartlek]][rng.random_range(0..4)];
    let first = rng.random_range(0..3);
    let week_of = |rng: &mut Xoshiro256PlusPlus| {
        let easy = rng.random_range(4..8) * 5;
        let other = rng.random_range(5..20) * 5;
        let wanted = (0..runs as usize).map(|index| {
            let (slug, kind) = kinds[(first + index) % 3];
            let minutes = if kind == RunType::Easy { easy } else { other };
            let shape = shape(kind, minutes);
            let variants = if shape.class() == RunClass::Quality { variants } else { &[] };
            let variants = variants.iter().map(|kind| RunShape { kind: *kind, rpe_tenths: 30, ..shape }).collect();
            let slug = slug.to_owned();
            Wanted { slug, shape, variants, kind: None, barred: Vec::new(), published: None, only: None }
        });
        WeekProblem { wanted: wanted.collect(), from_weekday: 0, spared: false }
    };
    let weeks_wanted = (0..weeks).map(|_| week_of(rng)).collect();
    let mut standing = Vec::new();
    if rng.random_range(0..2) == 0 {
        let (slug, kind) = kinds[rng.random_range(0..3)];
        let (day, clock) = (Day(rng.random_range(-4..0)), Clock(rng.random_range(24..80) * 15));
        let start = calendar.moment(day, clock);
        let run = shape(kind, 40);
        let end = start.plus(40);
        let place =
            Place { run, full_minutes: 40, day, clock, start, end, attached_to: None, published: None, judged: false };
        standing.push(Standing { slug: slug.to_owned(), place });
    }
    let mut rules = Rulebook::for_athlete(&setting);
    for rule in rules.all_mut().into_iter().filter(|rule| ["left_out", "replaced"].contains(&rule.card().id)) {
        // Also prices of one's own, in no order.
        for number in rule.numbers() {
            if rng.random_range(0..6) == 0 {
                *number.value = rng.random_range(1..200);
            }
        }
    }
    let mut timetable = Timetable::new(calendar, weeks, appointments, windows, wishes);
    timetable.light_weeks = (0..weeks).filter(|_| rng.random_range(0..4) == 0).collect();
    World { timetable, rules, weeks: weeks_wanted, standing }
}

fn by_day() -> Vec<u16> {
    (20..84).collect()
}

fn compare(seed: u64, weeks: i32, quarters: &[u16]) {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let world = random_world(&mut rng, weeks, quarters);
    let problem = world.problem();
    let solution = solve(&problem).unwrap();
    assert!(solution.proven);
    assert_eq!(
        judged(&problem, &prices(&world.rules), &solution.runs),
        Some(solution.score.points),
        "seed {seed}: the judge differs"
    );
    assert_eq!(bill(&problem, &solution.runs).points, solution.score.points, "seed {seed}: the bill differs");
    let best = exhaustive(&problem).unwrap();
    assert_eq!(solution.score.points, best, "seed {seed}: not the optimum");
    compare_narrow(&problem, best, seed);
}

/// These worlds are small: only where few ways are followed is anything dropped that the proof has to make up for.
fn compare_narrow(problem: &Problem<'_>, best: i32, seed: u64) {
    for (narrow, first, more, most) in [(1, 1, 1, 100_000), (2, 6, 6, 100_000), (2, 4, 100_000, 1), (2, 2, 3, 3)] {
        let solution = solve_within(problem, Widths { narrow, first, more, beam: 3, most }).unwrap();
        let found = solution.score.points;
        assert_eq!(
            judged(problem, &prices(problem.rules), &solution.runs),
            Some(found),
            "seed {seed}: the judge differs, {more} wide"
        );
        assert!(
            found - solution.gap <= best,
            "seed {seed}: no answer costs less than {}, {best} does",
            found - solution.gap
        );
        assert!(if solution.proven { found == best } else { found >= best }, "seed {seed}: {found:?}, {more} wide");
        assert!(solution.proven || most == 3, "seed {seed}: not proven, {more} wide");
    }
}

/// The same world where the block has begun: runs stand in it, some were published elsewhere, the first days are past.
fn begun(mut world: World, rng: &mut Xoshiro256PlusPlus) -> World {
    let calendar = world.timetable.calendar;
    let windows = world.timetable.windows.clone();
    let moment = |rng: &mut Xoshiro256PlusPlus| {
        let wall = calendar.wall(windows[rng.random_range(0..windows.len())].0);
        (calendar.day(wall.date()), Clock((wall.time().num_seconds_from_midnight() / 60) as u16))
    };
    for _ in 0..rng.random_range(1..3) {
        let (slug, kind, minutes, judged) = [
            ("jog-1", RunType::CooldownJog, 10, true),
            ("jog-1", RunType::CooldownJog, 10, true),
            ("finisher-1", RunType::Finisher, 8, true),
            ("easy-9", RunType::Easy, 30, true),
            ("race", RunType::Race, 60, false),
        ][rng.random_range(0..5)];
        let (day, clock) = moment(rng);
        let start = calendar.moment(day, clock);
        let run = RunShape { kind, minutes, rpe_tenths: 40 };
        let end = start.plus(minutes);
        let place =
            Place { run, full_minutes: minutes, day, clock, start, end, attached_to: None, published: None, judged };
        let is_free =
            |known: &Standing| known.place.day != day && (known.slug != slug || known.place.day.week() != day.week());
        if world.standing.iter().all(is_free) {
            world.standing.push(Standing { slug: slug.to_owned(), place });
        }
    }
    world.standing.sort_by_key(|run| run.place.start);
    for wanted in world.weeks.iter_mut().flat_map(|week| &mut week.wanted) {
        wanted.published = (rng.random_range(0..3) == 0).then(|| moment(rng));
    }
    world.weeks[0].from_weekday = rng.random_range(0..4);
    world
}

#[test]
fn a_block_that_has_begun_is_solved_as_well_as_by_trying_everything() {
    let mut solved = 0;
    for seed in 5000..5120 {
        let weeks = if seed % 4 == 0 { 2 } else { 1 };
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
        let world = random_world(&mut rng, weeks, &by_day());
        let world = begun(world, &mut rng);
        let problem = world.problem();
        let Some(best) = exhaustive(&problem) else {
            assert_eq!(solve(&problem), Err(Unsolvable::StandingBreaksMust), "seed {seed}: what stands breaks a must");
            continue;
        };
        let solution = solve(&problem).unwrap();
        assert_eq!(solution.score.points, best, "seed {seed}: not the optimum");
        compare_narrow(&problem, best, seed);
        solved += 1;
    }
    assert!(solved > 50, "{solved} worlds");
}

#[test]
fn one_week_is_solved_as_well_as_by_trying_everything() {
    for seed in 0..300 {
        compare(seed, 1, &by_day());
    }
}

#[test]
fn two_weeks_are_solved_as_well_as_by_trying_everything() {
    for seed in 1000..1070 {
        compare(seed, 2, &by_day());
    }
}

#[test]
fn runs_around_midnight_are_placed_as_well_as_by_trying_everything() {
    let by_night: Vec<u16> = (0..6).chain(91..96).collect();
    for seed in 3000..3060 {
        compare(seed, 1, &by_night);
    }
    for seed in 4000..4030 {
        compare(seed, 2, &by_night);
    }
}

#[test]
fn three_weeks_of_one_run_are_solved_as_well_as_by_trying_everything() {
    for seed in 2000..2040 {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
        let mut world = random_world(&mut rng, 3, &by_day());
        for week in &mut world.weeks {
            week.wanted.truncate(1);
        }
        let problem = world.problem();
        let solution = solve(&problem).unwrap();
        let best = exhaustive(&problem).unwrap();
        assert_eq!(solution.score.points, best, "seed {seed}");
        compare_narrow(&problem, best, seed);
    }
}
