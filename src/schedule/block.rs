//! A whole block: the prescription and the search take turns until what is prescribed is what is placed.

use std::collections::{BTreeMap, BTreeSet};

use super::settling::Settling;
use super::{Problem, Solution, Standing, Unsolvable, Wanted, WeekProblem, extras, solve};
use crate::brief::Brief;
use crate::model::{Clock, Day, Minutes, Phase, stem};
use crate::prescribe::{self, Outcome, Prescriber, Request, Week};
use crate::rules::{Appointment, MARGIN_DAYS, Place, Timetable};

/// After so many rounds the last answer stands.
const MOST_ROUNDS: usize = 40;

/// Runs of the past that no week asked for are named so, with a number.
pub const ADDED: &str = "added-";

/// What an earlier revision of the plan published and what of it is past.
#[derive(Clone, Debug, Default)]
pub struct Published {
    /// Runs that stay as they are: the past and pinned ones, by start. The past is not judged.
    pub kept: Vec<Standing>,
    /// Published places of the other runs: week from 0, name, place.
    pub places: Vec<(i32, String, (Day, Clock))>,
    /// Runs are placed from this day on.
    pub from: Option<Day>,
    /// What the prescription is told first: the past as it was done, and what of the rest was shortened or left out.
    pub outcome: Outcome,
}

impl Published {
    /// Forgets what found no place before, so that it is looked for again.
    pub fn ask_again(&mut self) {
        self.outcome.weeks.iter_mut().for_each(Vec::clear);
    }
}

/// A solved block.
#[derive(Clone, Debug)]
pub struct Block {
    /// What each week was to hold.
    pub weeks: Vec<Week>,
    /// The timetable it was solved against.
    pub timetable: Timetable,
    /// Where everything went.
    pub solution: Solution,
    /// Minutes that were missed once, by week (from 0).
    pub missed: BTreeMap<i32, Minutes>,
    /// Weeks (from 0) from which days away took runs.
    pub away: BTreeSet<i32>,
}

impl Block {
    /// The problem that the solution answers: what gave its minutes to other runs is no longer wanted.
    pub fn problem<'a>(&'a self, brief: &'a Brief, published: &Published) -> Problem<'a> {
        let mut problem = problem(brief, &self.timetable, &self.weeks, published, false);
        for ((wants, week), left_out) in problem.weeks.iter_mut().zip(&self.weeks).zip(&self.solution.left_out) {
            let stands = |slug: &str| {
                let number = week.number as i32 - 1;
                self.solution.runs.iter().any(|run| run.slug == slug && run.place.day.week() == number)
            };
            let declined = |slug: &str| week.runs.iter().any(|run| run.slug == slug && run.declined);
            wants.wanted.retain(|one| !declined(&one.slug) || left_out.contains(&one.slug) || stands(&one.slug));
        }
        problem
    }

    /// The runs of a week (from 0) that were to be placed and found no place.
    pub fn left_out(&self, week: i32) -> impl Iterator<Item = &Request> {
        let at = week as usize;
        let names = self.solution.left_out.get(at).map_or(&[][..], Vec::as_slice);
        let stands =
            move |slug: &str| self.solution.runs.iter().any(|run| run.slug == slug && run.place.day.week() == week);
        let requests = self.weeks.get(at).map_or(&[][..], |week| &week.runs);
        requests.iter().filter(move |run| (run.declined || names.contains(&run.slug)) && !stands(&run.slug))
    }
}

/// Prescribes and places a block.
///
/// Both take turns, front to back: what became of a week as it was asked for is kept as its answer, and only where an earlier week
/// changes it is asked again. When no week has news, what is prescribed is what is placed.
///
/// # Errors
/// Why its runs cannot be placed.
pub fn block(brief: &Brief, timetable: &Timetable, seed: u64, published: &Published) -> Result<Block, Unsolvable> {
    let mut settling = Settling::new(brief.block.weeks as usize);
    let prescriber = Prescriber::new(brief, seed);
    let (mut weeks, mut outcome) = prescriber.block(&published.outcome, &|_, _, _| None);
    let mut round = 0;
    loop {
        round += 1;
        let timetable = as_prescribed(timetable, &weeks);
        let problem = problem(brief, &timetable, &weeks, published, true);
        let mut solution = solve(&problem).or_else(|why| match problem.with_begun_week_spared() {
            Some(spared) => solve(&spared),
            None => Err(why),
        })?;
        keep_names(&mut solution, &problem);
        for (left_out, week) in solution.left_out.iter_mut().zip(&weeks) {
            requested_names(left_out, week, &solution.runs);
        }
        let heard = outcome_of(&weeks, &solution, &published.outcome);
        let news = settling.hears(&weeks, &outcome, heard);
        let answers = |index: usize, week: &Week, known: &[(String, Minutes)]| settling.answer(index, week, known);
        let next = news.then(|| prescriber.block(&published.outcome, &answers)).filter(|next| next.0 != weeks);
        solution.proven &= next.is_none();
        let Some(next) = next.filter(|_| round < MOST_ROUNDS) else {
            given_up_by_name(&mut weeks, &solution);
            let missed = published.outcome.missed.clone();
            let mut block = Block { weeks, timetable, solution, missed, away: BTreeSet::new() };
            block.away = away(brief, &block, &published.outcome);
            extras::add(brief, &mut block, published);
            return Ok(block);
        };
        (weeks, outcome) = next;
    }
}

/// The weeks from which days away took runs: those of the past, and those ahead that leave any out.
fn away(brief: &Brief, block: &Block, known: &Outcome) -> BTreeSet<i32> {
    let ahead = known.past.len() as i32..block.weeks.len() as i32;
    let ahead = ahead.filter(|week| brief.has_exception_in(*week) && block.left_out(*week).next().is_some());
    ahead.chain(known.away.iter().copied()).collect()
}

/// What the weeks ask for before anything of it is given up, and the timetable that it is placed in.
pub fn asked(brief: &Brief, timetable: &Timetable, seed: u64, published: &Published) -> (Timetable, Vec<Week>) {
    let weeks = prescribe::block(brief, &published.outcome, seed);
    (as_prescribed(timetable, &weeks), weeks)
}

/// The problem of placing these weeks.
pub fn problem<'a>(
    brief: &'a Brief,
    timetable: &'a Timetable,
    weeks: &[Week],
    published: &Published,
    decline: bool,
) -> Problem<'a> {
    let mut standing: Vec<Standing> = past(brief, timetable);
    let still_to_come = |run: &Standing| published.from.is_none_or(|from| run.place.day >= from);
    let is_ahead = |run: &Standing| !published.outcome.is_over(run.place.day.week(), &run.slug);
    standing.extend(weeks.iter().filter_map(|week| race(week, timetable)).filter(still_to_come));
    standing.extend(own_runs(timetable).filter(still_to_come).filter(is_ahead));
    standing.extend(published.kept.iter().map(|run| run.attached_in(timetable)));
    standing.sort_by_key(|run| (run.place.start, run.slug.clone()));
    let weeks = weeks.iter().zip(0..).map(|(week, index)| {
        let kept: BTreeSet<&str> =
            published.kept.iter().filter(|run| run.place.day.week() == index).map(|run| run.slug.as_str()).collect();
        let is_over = |slug: &str| {
            let past = &published.outcome.past;
            (index as usize) < past.len()
                || (index as usize == past.len() && published.outcome.begun.iter().any(|(known, _)| known == slug))
        };
        let wanted = week
            .runs
            .iter()
            .filter(|run| !(kept.contains(run.slug.as_str()) || is_over(&run.slug) || decline && run.declined))
            .map(|run| Wanted {
                slug: run.slug.clone(),
                shape: run.shape,
                variants: run.variants.iter().map(|variant| variant.shape).collect(),
                kind: None,
                barred: run.barred.clone(),
                published: published
                    .places
                    .iter()
                    .find(|(week, slug, _)| *week == index && *slug == run.slug)
                    .map(|(.., place)| *place),
                only: None,
            })
            .collect();
        let wanted = published_names(wanted, published.places.iter().filter(|(week, ..)| *week == index));
        let from_weekday = published.from.map_or(0, |from| (from.0 - index * 7).clamp(0, 7));
        WeekProblem { wanted, from_weekday, spared: from_weekday == 7 }
    });
    Problem { timetable, rules: &brief.rules, weeks: weeks.collect(), first_week: 0, standing }
}

/// A run of a kind that the week wants fewer of than before goes on under the name that was published for it.
fn published_names<'a>(
    mut wanted: Vec<Wanted>,
    published: impl Iterator<Item = &'a (i32, String, (Day, Clock))>,
) -> Vec<Wanted> {
    for (_, slug, place) in published {
        if wanted.iter().any(|one| one.slug == *slug) {
            continue;
        }
        if let Some(one) = wanted.iter_mut().find(|one| one.published.is_none() && stem(&one.slug) == stem(slug)) {
            one.slug.clone_from(slug);
            one.published = Some(*place);
        }
    }
    wanted
}

/// Of two runs alike, one placed where the other was published, the other is placed: then its name stays with the place.
fn keep_names(solution: &mut Solution, problem: &Problem<'_>) {
    for (week, wanted) in problem.weeks.iter().enumerate() {
        let left_out = &mut solution.left_out[week];
        for gone in left_out.iter_mut() {
            let Some(known) = wanted.wanted.iter().find(|one| one.slug == *gone) else { continue };
            let twin = solution.runs.iter_mut().find(|run| {
                run.place.day.week() == week as i32
                    && run.place.judged
                    && known.published == Some((run.place.day, run.place.clock))
                    && stem(&run.slug) == stem(&known.slug)
                    && run.place.full_minutes == known.shape.minutes
            });
            if let Some(twin) = twin {
                std::mem::swap(&mut twin.slug, gone);
                twin.place.published = known.published;
            }
        }
    }
}

/// Of runs alike, the one that gave up its minutes is the one whose name stands nowhere.
fn given_up_by_name(weeks: &mut [Week], solution: &Solution) {
    for (index, week) in weeks.iter_mut().enumerate() {
        let stands =
            |slug: &str| solution.runs.iter().any(|run| run.place.day.week() == index as i32 && run.slug == slug);
        let left_out = |slug: &String| solution.left_out.get(index).is_some_and(|names| names.contains(slug));
        for at in 0..week.runs.len() {
            let given_up = &week.runs[at];
            if !given_up.declined || !stands(&given_up.slug) {
                continue;
            }
            let nowhere = |run: &Request| !run.declined && !stands(&run.slug) && !left_out(&run.slug);
            let alike = |run: &Request| stem(&run.slug) == stem(&given_up.slug) && run.shape == given_up.shape;
            if let Some(other) = week.runs.iter().position(|run| nowhere(run) && alike(run)) {
                week.runs[at].declined = false;
                week.runs[other].declined = true;
            }
        }
    }
}

/// What was left out under a published name is told under the name it was requested by.
fn requested_names(left_out: &mut [String], week: &Week, standing: &[Standing]) {
    for at in 0..left_out.len() {
        if week.runs.iter().any(|run| run.slug == left_out[at]) {
            continue;
        }
        let stands =
            |slug: &str| standing.iter().any(|run| run.place.day.week() == week.number as i32 - 1 && run.slug == slug);
        let requested = week
            .runs
            .iter()
            .find(|run| stem(&run.slug) == stem(&left_out[at]) && !stands(&run.slug) && !left_out.contains(&run.slug));
        if let Some(run) = requested {
            left_out[at].clone_from(&run.slug);
        }
    }
}

/// How many runs a week holds at most decides how far apart they are spread; weeks that are lower on purpose keep no habits.
fn as_prescribed(timetable: &Timetable, weeks: &[Week]) -> Timetable {
    let mut timetable = timetable.clone();
    let own =
        |week: &Week| (0..7).map(|day| timetable.facts(Day((week.number as i32 - 1) * 7 + day)).runs).sum::<i32>();
    let asked = |week: &Week| week.runs.iter().filter(|run| !run.slug.starts_with(ADDED)).count() as i32;
    let most = weeks.iter().map(|week| asked(week) + own(week)).max().unwrap_or(0);
    timetable.wishes.runs_per_week = most;
    let lowered = weeks.iter().filter(|week| week.deload || week.phase == Phase::Taper);
    timetable.light_weeks.extend(lowered.map(|week| week.number as i32 - 1));
    timetable
}

/// The person's own runs inside the block, where they stand.
pub(crate) fn own_runs(timetable: &Timetable) -> impl Iterator<Item = Standing> {
    let inside = timetable.appointments.iter().filter(|one| !one.id.is_empty());
    inside.filter_map(|one| own_run(one, timetable))
}

fn own_run(one: &Appointment, timetable: &Timetable) -> Option<Standing> {
    let run = one.run?;
    let place = Place {
        run,
        full_minutes: run.minutes,
        day: one.day,
        clock: Clock((chrono::Timelike::num_seconds_from_midnight(&timetable.calendar.wall(one.start)) / 60) as u16),
        start: one.start,
        end: one.end,
        attached_to: None,
        published: None,
        judged: false,
    };
    Some(Standing { slug: one.slug().to_owned(), place })
}

/// The runs before the block: those that the brief tells of, or else the person's own ones of a week as usual.
pub(crate) fn past(brief: &Brief, timetable: &Timetable) -> Vec<Standing> {
    let runs = brief.before.runs.iter().filter(|run| (-MARGIN_DAYS..0).contains(&run.day.0));
    let usual = timetable.appointments.iter().filter(|one| (-7..0).contains(&one.day.0));
    let usual = usual.filter(|_| brief.before.runs.is_empty()).filter_map(|one| own_run(one, timetable));
    let told = runs.map(|run| {
        let start = timetable.calendar.moment(run.day, run.start);
        let shape =
            crate::model::RunShape { kind: run.kind, minutes: run.minutes, rpe_tenths: run.kind.usual_rpe_tenths() };
        Standing {
            slug: run.slug.clone().unwrap_or_default(),
            place: Place {
                run: shape,
                full_minutes: run.minutes,
                day: run.day,
                clock: run.start,
                start,
                end: start.plus(run.minutes),
                attached_to: None,
                published: None,
                judged: false,
            },
        }
    });
    told.chain(usual).collect()
}

/// The race of a week, where it stands.
fn race(week: &Week, timetable: &Timetable) -> Option<Standing> {
    let race = week.race.as_ref()?;
    let start = timetable.calendar.moment(race.day, race.start);
    Some(Standing {
        slug: "race".to_owned(),
        place: Place {
            run: race.shape,
            full_minutes: race.shape.minutes,
            day: race.day,
            clock: race.start,
            start,
            end: start.plus(race.shape.minutes),
            attached_to: None,
            published: None,
            judged: false,
        },
    })
}

/// What became of each week's requests, by the names they were requested under. A run that goes on from the habit of
/// another, or of one that gave up its minutes, stands for a request of its own length that has no run. What is `known` of the past
/// stays known.
fn outcome_of(weeks: &[Week], solution: &Solution, known: &Outcome) -> Outcome {
    let weeks = weeks.iter().zip(0..).map(|(week, index)| {
        let left_out = solution.left_out.get(index as usize).cloned().unwrap_or_default();
        let mut placed: Vec<&Standing> = solution.runs.iter().filter(|run| run.place.day.week() == index).collect();
        let (mut changed, mut without, mut declined) = (Vec::new(), Vec::new(), Vec::new());
        let is_over = |slug: &str| {
            (index as usize) < known.past.len()
                || (index as usize == known.past.len() && known.begun.iter().any(|(begun, _)| begun == slug))
        };
        for request in week.runs.iter().filter(|request| !is_over(&request.slug)) {
            if request.declined {
                declined.push(request);
                continue;
            }
            match placed.iter().position(|run| run.slug == request.slug) {
                Some(at) => changed.push((request, placed.remove(at).place.run.minutes)),
                None => without.push(request),
            }
        }
        for request in without {
            let own = |run: &&Standing| run.place.judged && run.place.full_minutes == request.shape.minutes;
            let stands_for = placed.iter().position(own).filter(|_| !left_out.contains(&request.slug));
            changed.push((request, stands_for.map_or(0, |at| placed.remove(at).place.run.minutes)));
        }
        for request in declined {
            let stands = placed.iter().position(|run| run.slug == request.slug);
            changed.push((request, stands.map_or(0, |at| placed.remove(at).place.run.minutes)));
        }
        changed
            .into_iter()
            .filter(|(request, minutes)| *minutes != request.shape.minutes)
            .map(|(request, minutes)| (request.slug.clone(), minutes))
            .collect()
    });
    Outcome { weeks: weeks.collect(), ..known.clone() }
}
