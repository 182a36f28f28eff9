//! A whole block: the prescription and the search take turns until what is prescribed is what is placed.

use std::collections::BTreeSet;

use super::{Problem, Solution, Standing, Wanted, WeekProblem, solve, worth};
use crate::brief::Brief;
use crate::model::{Clock, Day};
use crate::prescribe::{self, Outcome, Week};
use crate::rules::{MARGIN_DAYS, Place, Timetable};

/// So often the prescription may hear of runs that were left out or shortened before what it declines stays declined.
const FREE_ROUNDS: usize = 6;
/// After so many rounds the last answer stands.
const MOST_ROUNDS: usize = 16;

/// What an earlier revision of the plan published and what of it is past.
#[derive(Clone, Debug, Default)]
pub struct Published {
    /// Runs that stay as they are: the past and pinned ones, by start. The past is not judged.
    pub kept: Vec<Standing>,
    /// Published places of the other runs: week from 0, name, place.
    pub places: Vec<(i32, String, (Day, Clock))>,
    /// Runs are placed from this day on.
    pub from: Option<Day>,
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
}

/// Prescribes and places a block. `None` where runs that may not be moved break a must, or too many runs are told apart.
pub fn block(brief: &Brief, timetable: &Timetable, seed: u64, published: &Published) -> Option<Block> {
    let mut outcome = Outcome::default();
    let mut weeks = prescribe::block(brief, &outcome, seed);
    for round in 0.. {
        let timetable = with_run_count(timetable, &weeks);
        let problem = problem(brief, &timetable, &weeks, published, round >= FREE_ROUNDS);
        let solution = solve(&problem)?;
        let heard = outcome_of(&weeks, &solution);
        let next = prescribe::block(brief, &heard, seed);
        if next == weeks || round == MOST_ROUNDS {
            return Some(Block { weeks, timetable, solution });
        }
        outcome = if round < FREE_ROUNDS { heard } else { lower(&outcome, heard) };
        weeks = prescribe::block(brief, &outcome, seed);
    }
    None
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
    standing.extend(weeks.iter().filter_map(|week| race(week, timetable)));
    standing.extend(published.kept.iter().cloned());
    standing.sort_by_key(|run| (run.place.start, run.slug.clone()));
    let weeks = weeks.iter().zip(0..).map(|(week, index)| {
        let kept: BTreeSet<&str> =
            published.kept.iter().filter(|run| run.place.day.week() == index).map(|run| run.slug.as_str()).collect();
        let wanted = week
            .runs
            .iter()
            .filter(|run| !kept.contains(run.slug.as_str()) && !(decline && run.declined))
            .map(|run| Wanted {
                slug: run.slug.clone(),
                shape: run.shape,
                value: worth(brief.athlete.goal, run.shape.class()),
                barred: run.barred.clone(),
                published: published
                    .places
                    .iter()
                    .find(|(week, slug, _)| *week == index && *slug == run.slug)
                    .map(|(.., place)| *place),
                only: None,
            })
            .collect();
        let from_weekday = published.from.map_or(0, |from| (from.0 - index * 7).clamp(0, 7));
        WeekProblem { wanted, from_weekday }
    });
    Problem { timetable, rules: &brief.rules, weeks: weeks.collect(), standing }
}

/// How many runs a week holds at most decides how far apart they are spread.
fn with_run_count(timetable: &Timetable, weeks: &[Week]) -> Timetable {
    let mut timetable = timetable.clone();
    timetable.wishes.runs_per_week = weeks.iter().map(|week| week.runs.len()).max().unwrap_or(0) as i32;
    timetable
}

/// The runs before the block that the brief tells of.
pub(crate) fn past(brief: &Brief, timetable: &Timetable) -> Vec<Standing> {
    let runs = brief.before.runs.iter().filter(|run| (-MARGIN_DAYS..0).contains(&run.day.0));
    runs.map(|run| {
        let start = timetable.calendar.moment(run.day, run.start);
        let shape = crate::model::RunShape { kind: run.kind, minutes: run.minutes, rpe_tenths: 30 };
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
    })
    .collect()
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
/// another stands for a request of its own length that has no run.
fn outcome_of(weeks: &[Week], solution: &Solution) -> Outcome {
    let weeks = weeks.iter().zip(0..).map(|(week, index)| {
        let left_out = solution.left_out.get(index as usize).cloned().unwrap_or_default();
        let mut placed: Vec<&Standing> = solution.runs.iter().filter(|run| run.place.day.week() == index).collect();
        let mut changed = Vec::new();
        let mut without = Vec::new();
        for request in &week.runs {
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
        changed
            .into_iter()
            .filter(|(request, minutes)| *minutes != request.shape.minutes)
            .map(|(request, minutes)| (request.slug.clone(), minutes))
            .collect()
    });
    Outcome { weeks: weeks.collect() }
}

/// The lower of two outcomes, run by run, so that the turns come to an end.
fn lower(old: &Outcome, mut new: Outcome) -> Outcome {
    for (week, known) in new.weeks.iter_mut().zip(&old.weeks) {
        for (slug, minutes) in known {
            match week.iter_mut().find(|(other, _)| other == slug) {
                Some((_, lower)) => *lower = (*lower).min(*minutes),
                None => week.push((slug.clone(), *minutes)),
            }
        }
    }
    new
}
