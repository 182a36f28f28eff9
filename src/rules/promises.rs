//! What the proof of the search needs of the rules, tried on random people, numbers, runs and weeks.

use rand::{RngExt as _, SeedableRng as _};
use rand_xoshiro::Xoshiro256PlusPlus as Random;

use super::diary::week;
use super::{
    DayFacts, DayView, Listener, NEIGHBOUR_DAYS, Pair, PairRule, Place, Rulebook, Setting, Tally, Tier, Timetable,
    Verdict, WeekRule, Wishes,
};
use crate::model::{Clock, Day, Goal, Level, RunClass, RunShape, RunType};

/// What was heard: whether a must is broken, and the points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Cost {
    lost: bool,
    points: i32,
}

impl Listener for Cost {
    fn hear(&mut self, verdict: Verdict, _: &dyn Fn() -> String) {
        assert!(verdict.cost >= 0, "{verdict:?}");
        match verdict.tier {
            Tier::Must => self.lost = true,
            Tier::Should | Tier::Preference => self.points += verdict.cost,
            Tier::Kept => assert_eq!(verdict.cost, 0),
        }
    }
}

const TRIES: u64 = 400;

/// A person, half of whose numbers they have changed, with a week of so many runs.
fn somebody(random: &mut Random) -> (Rulebook, Timetable) {
    let (goal, level) = (Goal::ALL[random.random_range(0..4)], Level::ALL[random.random_range(0..3)]);
    let strength_level = Level::ALL[random.random_range(0..3)];
    let (age, stacking) = (Some(random.random_range(12..80)), random.random_range(0..2) == 0);
    let setting = Setting { strength_level, age, stacking, ..Setting::of(goal, level) };
    let mut rules = Rulebook::for_athlete(&setting);
    for rule in rules.all_mut() {
        for number in rule.numbers() {
            if random.random_range(0..2) == 0 {
                *number.value = random.random_range(number.range.0..=number.range.1);
            }
        }
    }
    let wishes = Wishes { runs_per_week: random.random_range(1..8), ..Wishes::default() };
    let lifting =
        "mon heavy_legs 18:00-19:00, wed upper 18:00-19:00, thu hard_sport 07:00-08:00, sat upper 23:30-00:30";
    (rules, week(lifting).wishing(wishes).timetable())
}

const KINDS: [RunType; 6] =
    [RunType::Easy, RunType::Tempo, RunType::Long, RunType::Race, RunType::Finisher, RunType::Intervals];

fn place(random: &mut Random, timetable: &Timetable, days: std::ops::Range<i32>) -> Place {
    let (kind, minutes) = (KINDS[random.random_range(0..6)], random.random_range(1..40) * 5);
    let (day, clock) = (Day(random.random_range(days)), Clock(random.random_range(0..96) * 15));
    let start = timetable.calendar.moment(day, clock);
    let run = RunShape { kind, minutes, rpe_tenths: random.random_range(10..100) };
    let end = start.plus(minutes);
    Place { run, full_minutes: minutes, day, clock, start, end, attached_to: None, published: None, judged: true }
}

fn asked(rule: &dyn PairRule, timetable: &Timetable, pair: Pair<'_>) -> Cost {
    let mut cost = Cost::default();
    rule.judge(&pair, timetable, &mut cost);
    cost
}

/// Asks about pairs of runs that start on different days: the search never lets two start on one.
fn each_pair(check: impl Fn(&str, &dyn PairRule, &Timetable, Place, Place, &mut Random)) {
    for seed in 0..TRIES {
        let random = &mut Random::seed_from_u64(seed);
        let (rules, timetable) = somebody(random);
        for rule in rules.all() {
            let Some(pair) = rule.pair() else { continue };
            for _ in 0..20 {
                let (one, other) = (place(random, &timetable, -7..7), place(random, &timetable, 0..14));
                if one.day < other.day {
                    check(rule.card().id, pair, &timetable, one, other, random);
                }
            }
        }
    }
}

#[test]
fn an_earlier_run_further_back_never_costs_more() {
    each_pair(|id, rule, timetable, earlier, later, random| {
        let back = random.random_range(1..200) * 15;
        let start = earlier.start.plus(-back);
        let wall = timetable.calendar.wall(start);
        let minutes = chrono::Timelike::num_seconds_from_midnight(&wall.time()) / 60;
        let (day, clock) = (timetable.calendar.day(wall.date()), Clock(minutes as u16));
        let further = Place { day, clock, start, end: earlier.end.plus(-back), ..earlier };
        for (neighbours, nearest) in [(true, false), (false, true), (true, true)] {
            let [near, far] = [&earlier, &further].map(|earlier| {
                asked(rule, timetable, Pair { earlier, later: &later, neighbours, nearest, same: false })
            });
            assert!(far <= near, "{id}: {earlier:?} or {further:?} before {later:?}");
        }
    });
}

#[test]
fn beyond_its_horizon_a_run_costs_nothing() {
    each_pair(|id, rule, timetable, earlier, later, _| {
        let cost = |neighbours: bool, nearest: bool| {
            asked(rule, timetable, Pair { earlier: &earlier, later: &later, neighbours, nearest, same: false })
        };
        let class = earlier.run.class();
        if class == RunClass::Easy || later.start.since(earlier.end) >= rule.horizon_hours(class) * 60 {
            assert_eq!(cost(false, true), Cost::default(), "{id}: {earlier:?} before {later:?}");
        }
        if later.day.0 - earlier.day.0 >= NEIGHBOUR_DAYS && later.start >= earlier.end {
            assert_eq!(cost(true, false), Cost::default(), "{id}: {earlier:?} before {later:?}");
        }
    });
}

#[test]
fn what_neighbours_cost_at_least_they_do_cost() {
    each_pair(|id, rule, timetable, earlier, later, _| {
        let days = later.day.0 - earlier.day.0;
        let cost = asked(
            rule,
            timetable,
            Pair { earlier: &earlier, later: &later, neighbours: true, nearest: false, same: false },
        );
        let ends_a_workout = earlier.run.kind.closes_a_workout() || later.run.kind.closes_a_workout();
        let least = rule.apart(days, timetable);
        assert!(ends_a_workout || cost.lost || cost.points >= least, "{id}: {earlier:?} before {later:?}, {least}");
    });
}

#[test]
fn the_same_run_in_two_weeks_costs_by_weekday_and_part_of_the_day_alone() {
    each_pair(|id, rule, timetable, earlier, later, random| {
        let cost = |earlier: &Place, later: &Place| {
            asked(rule, timetable, Pair { earlier, later, neighbours: false, nearest: false, same: true })
        };
        let alike = |place: &Place, random: &mut Random| {
            let (from, to) = place.clock.part().span();
            let clock = Clock(random.random_range(from..to));
            Place { clock, day: Day(place.day.weekday() as i32), ..self::place(random, timetable, 0..7) }
        };
        let (one, other) = (alike(&earlier, random), alike(&later, random));
        let (own, same) = (cost(&earlier, &later), cost(&one, &other));
        assert!(!own.lost && own == same, "{id}: {earlier:?} before {later:?}, {one:?} before {other:?}");
        let third = place(random, timetable, 0..7);
        let round = cost(&earlier, &third).points + cost(&third, &later).points;
        assert!(own.points <= round, "{id}: a way round is shorter: {earlier:?}, {third:?}, {later:?}");
    });
}

/// Reads some days, closing every week, and hears what it costs; whether the week was lost on the way.
fn read(
    rule: &dyn WeekRule,
    from: Tally,
    days: &[(DayFacts, Option<Place>)],
    first: i32,
    timetable: &Timetable,
) -> (Tally, Cost) {
    let (mut tally, mut cost) = (from, Cost::default());
    for (day, (facts, run)) in (first..).zip(days) {
        let view = DayView { day: Day(day), facts: *facts, runs: run.as_slice() };
        tally = rule.read(tally, &view, timetable);
        cost.lost |= rule.is_lost(tally);
        if day.rem_euclid(7) == 6 {
            tally = rule.close(tally, day.div_euclid(7), timetable, &mut cost);
        }
    }
    (tally, cost)
}

#[test]
fn a_tally_that_is_no_worse_costs_no_more_whatever_follows() {
    let mut compared = 0;
    for seed in 0..TRIES {
        let random = &mut Random::seed_from_u64(seed);
        let (rules, timetable) = somebody(random);
        let split = random.random_range(1..14);
        let day = |random: &mut Random, day: i32| {
            let run = (random.random_range(0..2) == 0).then(|| place(random, &timetable, day..day + 1));
            (timetable.facts(Day(day)), run)
        };
        let common: Vec<_> = (split..21).map(|at| day(random, at)).collect();
        let ways: Vec<Vec<_>> = (0..12).map(|_| (0..split).map(|at| day(random, at)).collect()).collect();
        for rule in rules.all() {
            let Some(week) = rule.week() else { continue };
            let reached: Vec<Tally> = ways
                .iter()
                .map(|way| read(week, Tally::default(), way, 0, &timetable))
                .filter(|(_, cost)| !cost.lost)
                .map(|(tally, _)| tally)
                .collect();
            for a in &reached {
                for b in reached.iter().filter(|b| *b != a && week.no_worse(*a, **b)) {
                    let [(_, ours), (_, theirs)] = [a, b].map(|from| read(week, *from, &common, split, &timetable));
                    let id = rule.card().id;
                    assert!(ours.lost <= theirs.lost, "{id}: {a:?} is lost and {b:?} is not, {common:?}");
                    assert!(theirs.lost || ours <= theirs, "{id}: {a:?} costs {ours:?}, {b:?} {theirs:?}, {common:?}");
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 1_000, "{compared} pairs");
}
