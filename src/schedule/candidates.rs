//! Every place a run could have in a week, priced against the fixed week.

use super::label::{Habits, WEEK_RULES};
use super::{Problem, Score, Standing, Wanted};
use crate::model::{Clock, Day, GRID_MINUTES, Minutes, Moment, RunClass};
use crate::rules::{DayView, Listener, Place, SlotRule, Tally, Verdict, WeekRule};

/// Before this, in minutes of the day, is night.
const MORNING: u16 = 5 * 60;

/// A run in one place, priced.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// The place.
    pub place: Place,
    /// What the slot rules ask for it, and its lateness.
    pub price: Score,
    /// Weekday and part of the day, as [`Habits`] count them.
    pub habit: u8,
    /// Candidates of one mark look alike to every week rule.
    pub mark: u16,
    /// Minutes by which it begins before every run of the day before must be over: 0 but for the small hours.
    pub early: i32,
    /// Minutes by which it lasts into the next day: 0 unless it passes midnight.
    pub over: i32,
}

impl Candidate {
    /// The one place of a run that stands.
    pub(super) fn standing(problem: &Problem<'_>, run: &Standing) -> Self {
        let place = run.place;
        let (habit, over) = (Habits::code(&place), past_midnight(problem, &place));
        Self { place, price: Score::default(), habit, mark: 0, early: 0, over }
    }

    /// Whether runs of the days beside it are in its way no more than in the way of `other` of the same day.
    pub(super) fn is_as_free_as(&self, other: &Self) -> bool {
        self.early <= other.early && self.over <= other.over
    }
}

/// The places of one family on one day.
#[derive(Clone, Debug, Default)]
pub(super) struct DayPlaces {
    /// Every place that no other beats in all respects.
    pub all: Vec<u32>,
    /// Those that are left when no earlier hard run is near enough to matter.
    pub alone: Vec<u32>,
    /// The earliest start among them.
    pub earliest: Option<Moment>,
}

/// Adds up the prices a place hears.
pub(super) struct Till {
    /// The sum so far.
    pub score: Score,
    /// A must is broken.
    pub lost: bool,
}

impl Till {
    pub(super) fn new() -> Self {
        Self { score: Score::default(), lost: false }
    }

    pub(super) fn total(self) -> Option<Score> {
        (!self.lost).then_some(self.score)
    }
}

impl Listener for Till {
    fn hear(&mut self, verdict: Verdict, _: &dyn Fn() -> String) {
        match Score::of(verdict) {
            Some(score) => self.score += score,
            None => self.lost = true,
        }
    }
}

/// Quarter hours from the Monday of the week, the small hours after all others of their day: nobody chooses them who need not.
fn lateness(place: &Place) -> i32 {
    let quarters = |minutes: u16| i32::from(minutes / GRID_MINUTES);
    let small_hours = quarters(MORNING);
    place.day.weekday() as i32 * 96 + (quarters(place.clock.0) - small_hours).rem_euclid(96)
}

/// The sum of the slot rules for a place; `None` where a must is broken.
pub(super) fn price(rules: &[&dyn SlotRule], problem: &Problem<'_>, place: &Place) -> Option<Score> {
    let mut till = Till::new();
    for rule in rules {
        rule.judge(place, problem.timetable, &mut till);
        if till.lost {
            return None;
        }
    }
    till.score.lateness = lateness(place);
    till.total()
}

/// Minutes by which a run lasts into the day after the one it starts on.
pub(super) fn past_midnight(problem: &Problem<'_>, place: &Place) -> i32 {
    place.end.since(problem.timetable.midnight(place.day.plus(1))).max(0)
}

/// When the last run that may have begun on the day before `day` is over.
fn over_by(problem: &Problem<'_>, day: Day) -> Moment {
    let before = day.plus(-1);
    let wanted = problem.weeks.get(before.week() as usize).into_iter().flat_map(|week| &week.wanted);
    let longest = wanted.map(|wanted| wanted.shape.minutes).max().unwrap_or(0);
    let standing = problem.standing[problem.standing_on(before)].iter().map(|run| run.place.end).max();
    problem.timetable.midnight(day).plus(longest).max(standing.unwrap_or(Moment(0)))
}

/// Every place of `wanted` on `day` that the grid, the attached runs and the free time offer, whether the other rules allow it or not.
pub fn offers(problem: &Problem<'_>, wanted: &Wanted, day: Day) -> Vec<Place> {
    let mut offers = Vec::new();
    if wanted.barred.iter().any(|barred| barred.day == day) || wanted.only.is_some_and(|(only, _)| only != day) {
        return offers;
    }
    let timetable = problem.timetable;
    let lengths = problem.rules.full_length.lengths(wanted.shape.minutes).collect::<Vec<_>>();
    let mut offer = |clock: Clock, start: Moment, minutes: Minutes, attached_to: Option<usize>| {
        if wanted.only.is_some_and(|(_, only)| only.is_some_and(|only| only != clock)) {
            return;
        }
        let run = wanted.shortened(minutes);
        let end = start.plus(minutes);
        let (full_minutes, published) = (wanted.shape.minutes, wanted.published);
        offers.push(Place { run, full_minutes, day, clock, start, end, attached_to, published, judged: true });
    };
    for (clock, start, end) in timetable.free_starts(day, GRID_MINUTES) {
        for minutes in lengths.iter().copied().filter(|minutes| start.plus(*minutes) <= end) {
            offer(clock, start, minutes, None);
        }
    }
    if timetable.wishes.attach && wanted.shape.class() == RunClass::Easy {
        for (index, session) in timetable.touching(day.plus(-1), day) {
            let wall = timetable.calendar.wall(session.end);
            if session.is_strength() && timetable.calendar.day(wall.date()) == day {
                let clock = Clock((chrono::Timelike::num_seconds_from_midnight(&wall.time()) / 60) as u16);
                for minutes in &lengths {
                    offer(clock, session.end, *minutes, Some(index));
                }
            }
        }
    }
    offers
}

/// Prices and thins the places of one family on one day. `arena` keeps every candidate of the block.
pub(super) fn places(
    problem: &Problem<'_>,
    slot_rules: &[&dyn SlotRule],
    week_rules: &[&dyn WeekRule],
    habits: &Habits,
    wanted: &Wanted,
    day: Day,
    arena: &mut Vec<Candidate>,
) -> DayPlaces {
    let mut marks: Vec<[Tally; WEEK_RULES]> = Vec::new();
    let mut found: Vec<Candidate> = Vec::new();
    let over_by = over_by(problem, day);
    for place in offers(problem, wanted, day) {
        let Some(price) = price(slot_rules, problem, &place) else { continue };
        let view = DayView { day, facts: problem.timetable.facts(day), runs: &[place] };
        let mut seen = [Tally::default(); WEEK_RULES];
        for (rule, tally) in week_rules.iter().zip(&mut seen) {
            *tally = rule.read(*tally, &view, problem.timetable);
        }
        let mark = marks.iter().position(|known| *known == seen).unwrap_or_else(|| {
            marks.push(seen);
            marks.len() - 1
        }) as u16;
        let (early, over) = (over_by.since(place.start).max(0), past_midnight(problem, &place));
        found.push(Candidate { place, price, habit: Habits::code(&place), mark, early, over });
    }
    let no_worse: Vec<Vec<bool>> = marks
        .iter()
        .map(|a| {
            marks.iter().map(|b| week_rules.iter().enumerate().all(|(at, rule)| rule.no_worse(a[at], b[at]))).collect()
        })
        .collect();
    let beats = |a: &Candidate, b: &Candidate| {
        let moved = Score::of_preference(habits.as_later(a.habit, b.habit) + habits.as_earlier(a.habit, b.habit));
        no_worse[a.mark as usize][b.mark as usize] && a.is_as_free_as(b) && a.price + moved <= b.price
    };
    let earliest = found.iter().map(|one| one.place.start).min();
    let is_easy = wanted.shape.class() == RunClass::Easy;
    let alone = frontier(&found, |a, b| (is_easy || a.place.end <= b.place.end) && beats(a, b));
    let all = if is_easy {
        alone.clone()
    } else {
        found
            .chunk_by(|a, b| a.place.start == b.place.start)
            .flat_map(|same| frontier(same, |a, b| a.place.end <= b.place.end && beats(a, b)))
            .collect()
    };
    let mut keep = |list: Vec<Candidate>| -> Vec<u32> {
        let first = arena.len() as u32;
        arena.extend(list);
        (first..arena.len() as u32).collect()
    };
    DayPlaces { all: keep(all), alone: keep(alone), earliest }
}

/// The candidates that no other one beats, the first of equals, in order.
fn frontier(found: &[Candidate], beats: impl Fn(&Candidate, &Candidate) -> bool) -> Vec<Candidate> {
    let mut kept: Vec<Candidate> = Vec::new();
    for one in found {
        if kept.iter().any(|rival| beats(rival, one)) {
            continue;
        }
        kept.retain(|rival| !beats(one, rival));
        kept.push(*one);
    }
    kept
}
