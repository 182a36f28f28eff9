//! What is to be placed, and around what.

use std::ops::Range;

use super::Standing;
use super::unmet::is_eased;
use crate::model::{Clock, Day, RunShape, RunType, stem};
use crate::prescribe::Barred;
use crate::rules::{Place, Rulebook, Timetable};

/// A whole block to be solved.
#[derive(Debug)]
pub struct Problem<'a> {
    /// The fixed week.
    pub timetable: &'a Timetable,
    /// The rules.
    pub rules: &'a Rulebook,
    /// What each week wants.
    pub weeks: Vec<WeekProblem>,
    /// The first week that is looked at, from 0; those before it want nothing, and what is paid in them is not counted.
    pub first_week: i32,
    /// Runs that stand where they stand, by start: the past before the block or before a day, races, pinned runs.
    pub standing: Vec<Standing>,
}

/// What one week wants.
#[derive(Clone, Debug, Default)]
pub struct WeekProblem {
    /// The runs.
    pub wanted: Vec<Wanted>,
    /// Runs are placed from this day of the week on (0 Monday): earlier days are past.
    pub from_weekday: i32,
    /// The rules about whole weeks do not judge it: it is past, or what is past of it breaks them already.
    pub spared: bool,
}

/// A run that is wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// Its logical name.
    pub slug: String,
    /// Its type, full length and session RPE.
    pub shape: RunShape,
    /// What it may become where it has no place as it is, what is nearest to it first; no two of one type.
    pub variants: Vec<RunShape>,
    /// The one type it may have, for questions about a run as it stands.
    pub kind: Option<RunType>,
    /// Days on which it may not stand because of how the body answers or of a race.
    pub barred: Vec<Barred>,
    /// Where an earlier revision published it.
    pub published: Option<(Day, Clock)>,
    /// The one place it may have, for questions such as "why not Thursday?": a day and perhaps an hour. It stands there, or
    /// there is no solution.
    pub only: Option<(Day, Option<Clock>)>,
}

impl Wanted {
    /// The run of its week that has to stand before this one does: walk-runs keep the order of their stages.
    pub fn after<'a>(&self, week: &'a [Self]) -> Option<&'a Self> {
        let is_earlier = |one: &&Self| {
            one.shape.kind == RunType::WalkRun
                && stem(&one.slug) == stem(&self.slug)
                && number(&one.slug) < number(&self.slug)
        };
        let earlier = week.iter().filter(is_earlier).max_by_key(|one| number(&one.slug));
        earlier.filter(|_| self.shape.kind == RunType::WalkRun)
    }
}

/// The number of `walk-2`, 0 where there is none.
fn number(slug: &str) -> u32 {
    slug.rsplit_once('-').and_then(|(_, number)| number.parse().ok()).unwrap_or(0)
}

/// Runs that the search cannot tell apart within a week, such as all easy runs: they share their habits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Family {
    /// `easy` for `easy-1` and `easy-2`, or a single run's own name.
    pub name: String,
    /// The names of its runs, in order.
    pub slugs: Vec<String>,
}

impl Problem<'_> {
    /// The families of the block's runs. Runs of one stem are a family where every week gives them all the same shape.
    pub fn families(&self) -> Vec<Family> {
        let mut stems: Vec<&str> = Vec::new();
        for wanted in self.weeks.iter().flat_map(|week| &week.wanted) {
            if !stems.contains(&stem(&wanted.slug)) {
                stems.push(stem(&wanted.slug));
            }
        }
        let mut families = Vec::new();
        for name in stems {
            let members = |week: &WeekProblem| -> Vec<Wanted> {
                week.wanted.iter().filter(|wanted| stem(&wanted.slug) == name).cloned().collect()
            };
            let alike = self.weeks.iter().all(|week| {
                members(week).windows(2).all(|two| {
                    let same = Wanted { slug: two[0].slug.clone(), ..two[1].clone() };
                    same == two[0]
                })
            });
            let mut slugs: Vec<String> = self.weeks.iter().flat_map(members).map(|wanted| wanted.slug).collect();
            slugs.sort_by_key(|slug| (slug.len(), slug.clone()));
            slugs.dedup();
            let stands = self.standing.iter().any(|run| run.place.day.0 >= 0 && stem(&run.slug) == name);
            let in_turn = self.weeks.iter().flat_map(members).any(|one| one.shape.kind == RunType::WalkRun);
            if alike && !stands && !in_turn {
                families.push(Family { name: name.to_owned(), slugs });
            } else {
                families.extend(slugs.into_iter().map(|slug| Family { name: slug.clone(), slugs: vec![slug] }));
            }
        }
        families
    }
}

impl<'a> Problem<'a> {
    /// The same problem with the week that has begun left unjudged as a whole; `None` where none has.
    pub(super) fn with_begun_week_spared(&self) -> Option<Problem<'a>> {
        let mut weeks = self.weeks.clone();
        weeks.iter_mut().find(|week| (1..7).contains(&week.from_weekday))?.spared = true;
        Some(Problem { weeks, standing: self.standing.clone(), ..*self })
    }
}

impl Problem<'_> {
    /// Which of the runs that stand are on a day.
    pub(super) fn standing_on(&self, day: Day) -> Range<usize> {
        let from = self.standing.partition_point(|run| run.place.day < day);
        let to = self.standing.partition_point(|run| run.place.day <= day);
        from..to
    }

    /// Any run, to ask the rules about habits with.
    pub(super) fn example(&self) -> Place {
        let shape = RunShape { kind: RunType::Easy, minutes: 30, rpe_tenths: 30 };
        let start = self.timetable.midnight(Day(0));
        Place {
            run: shape,
            full_minutes: 30,
            day: Day(0),
            clock: Clock(0),
            start,
            end: start.plus(30),
            attached_to: None,
            published: None,
            judged: true,
        }
    }
}

impl Wanted {
    /// The run as it was asked for, then all that it may become. Only a hard run becomes an easy one.
    pub fn shapes(&self) -> impl Iterator<Item = RunShape> {
        let easier = |one: &&RunShape| one.class() == self.shape.class() || is_eased(&self.shape, one);
        let all = std::iter::once(self.shape).chain(self.variants.iter().filter(easier).copied());
        all.filter(|shape| self.kind.is_none_or(|kind| kind == shape.kind))
    }
}
