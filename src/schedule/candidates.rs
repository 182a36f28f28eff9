//! Every place a run could have in a week, priced against the fixed week.

use super::label::Habits;
use super::unmet::{Toll, is_eased};
use super::usual::quarters_off;
use super::{Problem, Score, Standing, Wanted};
use crate::model::{Clock, Day, GRID_MINUTES, Minutes, Moment, RunClass, RunShape, RunType};
use crate::rules::{Appointment, DayView, Listener, Place, SlotRule, Tally, Timetable, Verdict, WEEK_RULES, WeekRule};

const DAY_MINUTES: i32 = 24 * 60;

/// A run in one place, priced.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// The place.
    pub place: Place,
    /// What the slot rules ask for it, and its lateness.
    pub price: Score,
    /// Whether it is an easy run instead of the hard one that is wanted: then the price holds the least that this costs.
    pub eased: bool,
    /// Weekday and part of the day, as [`Habits`] count them.
    pub habit: u8,
    /// Candidates of one mark look alike to every week rule.
    pub mark: u16,
    /// Minutes by which it begins before the rest after any run of the day before must be over: 0 but for early hours.
    pub early: i32,
    /// Minutes by which it, or the rest after it, lasts into the hours of the next day in which runs may begin: 0 but for late hours.
    pub over: i32,
}

impl Candidate {
    /// The one place of a run that stands.
    pub(super) fn standing(problem: &Problem<'_>, run: &Standing) -> Self {
        let place = run.place;
        let (habit, over) = (Habits::code(&place), into_the_next_day(problem, &place));
        Self { place, price: Score::default(), eased: false, habit, mark: 0, early: 0, over }
    }

    /// Whether no later run is worse off after it than after `other` of the same day, week rules and habits aside.
    pub(super) fn is_out_of_the_way(&self, other: &Self) -> bool {
        match self.place.run.class() {
            RunClass::Easy => self.over <= other.over,
            class => class == other.place.run.class() && self.place.end <= other.place.end,
        }
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

/// The sum of the slot rules for a place; `None` where a must is broken.
pub(super) fn price(rules: &[&dyn SlotRule], problem: &Problem<'_>, place: &Place) -> Option<Score> {
    let mut till = Till::new();
    for rule in rules {
        rule.judge(place, problem.timetable, &mut till);
        if till.lost {
            return None;
        }
    }
    till.score.lateness = quarters_off(place, problem.timetable);
    till.total()
}

/// Minutes by which a run lasts into the day after the one it starts on, or by which the rest after it lasts beyond the first moment at
/// which a run may begin there, whichever are more.
pub(super) fn into_the_next_day(problem: &Problem<'_>, place: &Place) -> i32 {
    let (next, rest) = (place.day.plus(1), problem.rules.unsocial_hours.rest_minutes());
    let past_midnight = place.end.since(problem.timetable.midnight(next)).max(0);
    let standing = problem.standing[problem.standing_on(next)].iter().map(|run| run.place.start);
    let attached = attachable(problem.timetable, next).map(|(_, session, _)| session.end);
    let first = problem.timetable.first_open(next).into_iter().chain(standing).chain(attached).min();
    let resting = first.map_or(0, |first| place.end.plus(rest).since(first));
    past_midnight.max(resting).min(DAY_MINUTES - 1)
}

/// When the last run that may have begun on the day before `day` is over.
fn over_by(problem: &Problem<'_>, day: Day) -> Moment {
    let before = day.plus(-1);
    let wanted = problem.weeks.get(before.week() as usize).into_iter().flat_map(|week| &week.wanted);
    let longest = wanted.map(|wanted| wanted.shape.minutes).max().unwrap_or(0);
    let midnight = problem.timetable.midnight(day);
    let standing = problem.standing[problem.standing_on(before)].iter().map(|run| run.place.end).max();
    let placed = problem.timetable.last_open(before).map(|end| end.min(midnight.plus(longest)));
    let attached = attachable(problem.timetable, before).map(|(_, session, _)| session.end.plus(longest));
    placed.into_iter().chain(standing).chain(attached).max().unwrap_or(Moment(0))
}

/// The sessions that a run of this day may follow directly, by number, with the time on the wall at which it would start.
fn attachable(timetable: &Timetable, day: Day) -> impl Iterator<Item = (usize, &Appointment, Clock)> {
    let (attach, bricks) = (timetable.wishes.attach, timetable.wishes.bricks);
    let sessions = timetable.touching(day.plus(-1), day);
    let sessions = sessions.filter(move |(_, session)| attach && session.is_strength() || bricks && session.is_ride());
    sessions.filter_map(move |(index, session)| {
        let wall = timetable.calendar.wall(session.end);
        let clock = Clock((chrono::Timelike::num_seconds_from_midnight(&wall.time()) / 60) as u16);
        (timetable.calendar.day(wall.date()) == day).then_some((index, session, clock))
    })
}

/// Every place of `wanted` on `day` that the grid, the attached runs and the free time offer, whether the other rules allow it or not.
pub fn offers(problem: &Problem<'_>, wanted: &Wanted, day: Day) -> Vec<Place> {
    let mut offers = Vec::new();
    if wanted.barred.iter().any(|barred| barred.day == day) || wanted.only.is_some_and(|(only, _)| only != day) {
        return offers;
    }
    let timetable = problem.timetable;
    let lengths = |shape: RunShape| {
        let shortened = move |minutes| (RunShape { minutes, ..shape }, shape.minutes);
        // A walk-run keeps the length of its stage.
        let most = if shape.kind == RunType::WalkRun { 1 } else { usize::MAX };
        problem.rules.full_length.lengths(shape.minutes, shape.class()).take(most).map(shortened)
    };
    let runs: Vec<(RunShape, Minutes)> = wanted.shapes().flat_map(lengths).collect();
    let published = wanted.published;
    let mut offer =
        |clock: Clock, start: Moment, (run, full_minutes): (RunShape, Minutes), attached_to: Option<usize>| {
            if wanted.only.is_some_and(|(_, only)| only.is_some_and(|only| only != clock)) {
                return;
            }
            let end = start.plus(run.minutes);
            offers.push(Place { run, full_minutes, day, clock, start, end, attached_to, published, judged: true });
        };
    for (clock, start, end) in timetable.free_starts(day, GRID_MINUTES) {
        for run in runs.iter().copied().filter(|(run, _)| start.plus(run.minutes) <= end) {
            offer(clock, start, run, None);
        }
    }
    let easy = runs.iter().copied().filter(|(run, _)| run.class() == RunClass::Easy);
    if easy.clone().next().is_some() {
        for (index, session, clock) in attachable(timetable, day) {
            for run in easy.clone() {
                offer(clock, session.end, run, Some(index));
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
    (wanted, toll): (&Wanted, &Toll<'_>),
    day: Day,
    arena: &mut Vec<Candidate>,
) -> DayPlaces {
    let mut marks: Vec<[Tally; WEEK_RULES]> = Vec::new();
    let mut found: Vec<Candidate> = Vec::new();
    let over_by = over_by(problem, day).plus(problem.rules.unsocial_hours.rest_minutes());
    for place in offers(problem, wanted, day) {
        let Some(mut price) = price(slot_rules, problem, &place) else { continue };
        let eased = is_eased(&wanted.shape, &place.run);
        price.points += toll.kind(&wanted.shape, &place.run) + if eased { toll.ease().0 } else { 0 };
        let view = DayView { day, facts: problem.timetable.facts(day), runs: &[place] };
        let mut seen = [Tally::default(); WEEK_RULES];
        for (rule, tally) in week_rules.iter().zip(&mut seen) {
            *tally = rule.read(*tally, &view, problem.timetable);
        }
        let mark = marks.iter().position(|known| *known == seen).unwrap_or_else(|| {
            marks.push(seen);
            marks.len() - 1
        }) as u16;
        let (early, over) = (over_by.since(place.start).max(0), into_the_next_day(problem, &place));
        found.push(Candidate { place, price, eased, habit: Habits::code(&place), mark, early, over });
    }
    let no_worse: Vec<Vec<bool>> = marks
        .iter()
        .map(|a| {
            marks.iter().map(|b| week_rules.iter().enumerate().all(|(at, rule)| rule.no_worse(a[at], b[at]))).collect()
        })
        .collect();
    let beats = |a: &Candidate, b: &Candidate| {
        let moved = Score::of_points(habits.as_later(a.habit, b.habit) + habits.as_earlier(a.habit, b.habit));
        a.place.run.class() == b.place.run.class()
            && no_worse[a.mark as usize][b.mark as usize]
            && a.is_as_free_as(b)
            && a.is_out_of_the_way(b)
            && a.price + moved <= b.price
    };
    let earliest = found.iter().map(|one| one.place.start).min();
    let alone = frontier(&found, beats);
    // Where an earlier hard run is near, the hour of a hard one matters to it.
    let is_easy = |one: &Candidate| one.place.run.class() == RunClass::Easy;
    let all = if found.iter().all(is_easy) {
        alone.clone()
    } else {
        let (easy, hard): (Vec<Candidate>, Vec<Candidate>) = found.into_iter().partition(is_easy);
        let hard = hard.chunk_by(|a, b| a.place.start == b.place.start).flat_map(|same| frontier(same, beats));
        hard.chain(frontier(&easy, beats)).collect()
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
