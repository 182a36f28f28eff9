//! What each week wants, where it could stand, and the least it costs.

use super::{Label, Search};
use crate::model::{Day, RunClass, RunType};
use crate::rules::NEIGHBOUR_DAYS;
use crate::schedule::candidates::{Candidate, DayPlaces, places};
use crate::schedule::unmet::Toll;
use crate::schedule::{Score, Wanted};

/// Days after which no neighbour is too near to be asked for more.
const FAR: usize = NEIGHBOUR_DAYS as usize;

/// What one family wants in one week, and where it could stand on each day.
pub(super) struct Table {
    /// So many runs.
    pub wanted: usize,
    /// What they are.
    class: RunClass,
    /// The family of the run that has to stand before this one does.
    pub after: Option<usize>,
    /// One of them has a single place to stand in: leaving it out is no answer.
    pub forced: bool,
    /// Neither a later week wants one of the family nor does one stand in it: nobody looks back at what this week does.
    pub is_last: bool,
    /// Their places, by weekday.
    pub days: Vec<DayPlaces>,
    /// The cheapest place of each day, the fixed week alone considered.
    cheapest: [Option<Score>; 7],
}

/// Whether every place of the habit `idle` has one of the habit `better` that looks alike and costs no more.
fn gains_nothing(places: &[Candidate], idle: u8, better: u8) -> bool {
    let tied = |one: &Candidate| one.price.without_ties();
    places.iter().filter(|one| one.habit == idle).all(|one| {
        places.iter().any(|other| {
            let alike = other.habit == better && other.mark == one.mark && other.place.run == one.place.run;
            alike && other.is_as_free_as(one) && tied(other) <= tied(one)
        })
    })
}

/// What all families want in one week.
pub(super) struct WeekTable {
    /// One table for each family.
    pub families: Vec<Table>,
    /// Its runs neither keep nor change habits.
    pub is_light: bool,
    /// By how much a run of each family raises the number that stands for runs still to be placed.
    units: Vec<usize>,
    monday: Day,
    /// The least that the whole week costs, whatever went before.
    pub least: Score,
    /// What hard runs lost cost, by how many.
    pub hard_lost: Vec<i32>,
    /// Whether it matters how many are lost already when one more is.
    pub counts_eased: bool,
    /// For each weekday, days since the last run (1, 2, [`FAR`]) and set of runs still to be placed, the least that these cost from
    /// that day on, one a day.
    rest: Vec<[Vec<Score>; FAR + 1]>,
}

impl WeekTable {
    /// `apart` is what neighbours cost that lie so many days apart, up to [`FAR`].
    fn new((monday, is_light): (Day, bool), families: Vec<Table>, apart: [i32; FAR + 1], toll: &Toll<'_>) -> Self {
        let mut sets = 1;
        let mut units = Vec::with_capacity(families.len());
        for table in &families {
            units.push(sets);
            sets *= table.wanted + 1;
        }
        let rest = vec![[(); FAR + 1].map(|()| vec![Score::default(); sets]); 8];
        let hard_lost = (0..=toll.hard()).map(|lost| toll.hard_lost(lost)).collect();
        let counts_eased = !toll.is_even();
        let mut week =
            Self { families, is_light, units, monday, least: Score::default(), hard_lost, counts_eased, rest };
        for set in 0..sets {
            let missing = week.missing(set);
            let of = |class: &dyn Fn(RunClass) -> bool| -> i32 {
                let all = missing.iter().zip(&week.families).filter(|(_, table)| class(table.class));
                all.map(|(missing, _)| *missing as i32).sum()
            };
            let long = of(&|class| class == RunClass::Long);
            let hard = of(&|class| class == RunClass::Quality) as usize;
            let left_out = toll.left_out(long, of(&|class| class != RunClass::Long)) + week.least_lost(hard);
            let left_out = Score::of_points(left_out);
            for rest in &mut week.rest[7] {
                rest[set] = left_out;
            }
            for weekday in (0..7).rev() {
                for (since, near) in apart.iter().enumerate().skip(1) {
                    let near = Score::of_points(*near);
                    let mut least = week.rest[weekday + 1][FAR.min(since + 1)][set];
                    for ((missing, table), unit) in missing.iter().zip(&week.families).zip(&week.units) {
                        if let (Some(price), true) = (table.cheapest[weekday], *missing > 0) {
                            least = least.min(price + near + week.rest[weekday + 1][1][set - unit]);
                        }
                    }
                    week.rest[weekday][since][set] = least;
                }
            }
        }
        week.least = week.rest[0][FAR].last().copied().unwrap_or_default();
        week
    }

    /// The least that so many hard runs more cost that are lost, whatever was lost before.
    fn least_lost(&self, more: usize) -> i32 {
        let lost = self.hard_lost.iter().zip(&self.hard_lost[more.min(self.hard_lost.len() - 1)..]);
        lost.map(|(before, after)| after - before).min().unwrap_or(0)
    }

    /// What the hard runs that a label leaves out cost more than was counted, since so many are replaced already.
    pub(super) fn more_lost(&self, eased: u8, left_out: usize) -> Score {
        let eased = eased as usize;
        let at = |lost: usize| self.hard_lost.get(lost).copied().unwrap_or(0);
        Score::of_points(at(eased + left_out) - at(eased) - self.least_lost(left_out))
    }

    /// How many hard runs of this week are missing in a set.
    pub(super) fn hard_missing(&self, set: usize) -> usize {
        let all = self.missing(set).into_iter().zip(&self.families);
        all.filter(|(_, table)| table.class == RunClass::Quality).map(|(missing, _)| missing).sum()
    }

    /// How many runs of each family a set holds.
    fn missing(&self, set: usize) -> Vec<usize> {
        self.families.iter().zip(&self.units).map(|(table, unit)| set / unit % (table.wanted + 1)).collect()
    }

    /// The least that a run of a family costs on a weekday, and the least that all other runs cost after it, of those that were `to_place`
    /// before; `None` where there is no place for it.
    pub(super) fn with_run(&self, family: usize, weekday: usize, to_place: usize) -> Option<(Score, Score)> {
        let rest = self.rest[weekday + 1][1][to_place - self.units[family]];
        self.families[family].cheapest[weekday].map(|cheapest| (cheapest, rest))
    }
}

impl Search<'_> {
    /// The runs that a label has still to place, as one number.
    pub(super) fn to_place(&self, label: &Label, tables: &WeekTable) -> usize {
        let missing = |(family, table): (usize, &Table)| table.wanted - self.habits.placed(label, family);
        tables.families.iter().enumerate().map(missing).zip(&tables.units).map(|(missing, unit)| missing * unit).sum()
    }

    /// The least that the rest of the week costs from this weekday on, the fixed week alone considered.
    pub(super) fn rest(&self, label: &Label, tables: &WeekTable, weekday: usize) -> Score {
        let since = match self.arena.get(label.last as usize) {
            Some(last) if last.place.run.kind != RunType::Finisher => {
                tables.monday.0 + weekday as i32 - last.place.day.0
            }
            _ => FAR as i32,
        };
        tables.rest[weekday][since.clamp(1, FAR as i32) as usize][self.to_place(label, tables)]
    }

    /// What every week wants, one week past the block included.
    pub(super) fn tables(&mut self) -> Vec<WeekTable> {
        let first = self.problem.first_week;
        let mut weeks: Vec<Vec<Table>> =
            (first..=self.problem.timetable.weeks).map(|week| self.of_week(week)).collect();
        self.drop_idle_parts(&mut weeks);
        let tolls: Vec<Toll<'_>> =
            (first..=self.problem.timetable.weeks).map(|week| Toll::new(self.problem, week)).collect();
        self.easing_grows = tolls.iter().all(Toll::grows);
        // A finisher that stands is a neighbour too, and nothing is asked of it.
        let finisher = self.problem.standing.iter().any(|run| run.place.run.kind == RunType::Finisher);
        let least =
            |days: usize| self.pair_rules.iter().map(|rule| rule.apart(days as i32, self.problem.timetable)).sum();
        let apart = [0, 1, 2, 3].map(|days| if days < FAR && !finisher { least(days) } else { 0 });
        let mondays = (first..).map(|week| (Day(week * 7), self.problem.timetable.is_light(week)));
        let weeks = weeks.into_iter().zip(mondays).zip(&tolls);
        weeks.map(|((families, monday), toll)| WeekTable::new(monday, families, apart, toll)).collect()
    }

    /// Whether no week after this one that keeps habits has a run of a family, wanted or standing.
    fn is_last(&self, family: usize, week: i32) -> bool {
        let slugs = &self.families[family].slugs;
        let counts = |week: i32| !self.problem.timetable.is_light(week);
        let weeks = (0..).zip(&self.problem.weeks).filter(|(later, _)| *later > week && counts(*later));
        let later = weeks.flat_map(|(_, week)| &week.wanted);
        let stands = self.problem.standing.iter().map(|run| (run, run.place.day.week()));
        let stands = stands.filter(|(_, at)| *at >= week && counts(*at)).map(|(run, _)| run);
        !later.map(|one| &one.slug).chain(stands.map(|run| &run.slug)).any(|slug| slugs.contains(slug))
    }

    /// What each family wants this week and where it could stand.
    fn of_week(&mut self, week: i32) -> Vec<Table> {
        let mut tables = Vec::new();
        let toll = Toll::new(self.problem, week);
        let is_light = self.problem.timetable.is_light(week);
        let as_last = if is_light { self.habits.without_cost() } else { self.habits.as_last() };
        for family in 0..self.families.len() {
            let slugs = &self.families[family].slugs;
            let wanted: Vec<Wanted> = self
                .problem
                .weeks
                .get(week as usize)
                .map(|week| week.wanted.iter().filter(|wanted| slugs.contains(&wanted.slug)).cloned().collect())
                .unwrap_or_default();
            let from = self.problem.weeks.get(week as usize).map_or(0, |week| week.from_weekday);
            let first = wanted.first().cloned();
            let is_last = self.is_last(family, week);
            let days = match &first {
                None => vec![DayPlaces::default(); 7],
                Some(first) => (0..7)
                    .map(|weekday| {
                        if weekday < from {
                            return DayPlaces::default();
                        }
                        let day = Day(week * 7 + weekday);
                        let Self { problem, slot_rules, week_rules, arena, .. } = self;
                        let habits = if is_last || is_light { &as_last } else { &self.habits };
                        places(problem, slot_rules, week_rules, habits, (first, &toll), day, arena)
                    })
                    .collect(),
            };
            let class = first.as_ref().map_or(RunClass::Easy, |first| first.shape.class());
            let forced = wanted.iter().any(|wanted| wanted.only.is_some());
            let mut cheapest = [None; 7];
            for (cheapest, places) in cheapest.iter_mut().zip(&days) {
                let prices = places.all.iter().map(|index| self.arena[*index as usize].price);
                *cheapest = prices.min();
            }
            let after = self.problem.weeks.get(week as usize).zip(wanted.first()).and_then(|(week, one)| {
                let before = one.after(&week.wanted)?;
                self.families.iter().position(|family| family.slugs.contains(&before.slug))
            });
            tables.push(Table { after, wanted: wanted.len(), class, forced, is_last, days, cheapest });
        }
        tables
    }

    /// Drops the parts of the day in which a family of easy runs never gains anything. A part that in no week is cheaper than
    /// another, on the same weekday and alike to the week rules, is given up for it in the whole block: moving every run from
    /// the one to the other changes no price for the worse, and no habit either, since runs that shared a habit still do.
    fn drop_idle_parts(&self, tables: &mut [Vec<Table>]) {
        for (family, name) in self.families.iter().enumerate() {
            let stands = self.problem.standing.iter().any(|run| name.slugs.contains(&run.slug));
            let easy = tables.iter().filter_map(|week| week.get(family)).all(|table| table.class == RunClass::Easy);
            if stands || !easy {
                continue;
            }
            for weekday in 0..7_u8 {
                let habits = [0, 1, 2].map(|part| weekday * 3 + part);
                let mut kept: Vec<u8> = habits.to_vec();
                for (idle, better) in
                    [(2, 0), (2, 1), (1, 0), (1, 2), (0, 1), (0, 2)].map(|(a, b)| (habits[a], habits[b]))
                {
                    let both = kept.contains(&idle) && kept.contains(&better);
                    let places = |week: &Vec<Table>| -> Vec<Candidate> {
                        let days = week.get(family).map(|table| table.days[weekday as usize].all.as_slice());
                        days.unwrap_or_default().iter().map(|index| self.arena[*index as usize]).collect()
                    };
                    if both && tables.iter().all(|week| gains_nothing(&places(week), idle, better)) {
                        kept.retain(|habit| *habit != idle);
                    }
                }
                for table in tables.iter_mut().filter_map(|week| week.get_mut(family)) {
                    let places = &mut table.days[weekday as usize];
                    for list in [&mut places.all, &mut places.alone] {
                        list.retain(|index| kept.contains(&self.arena[*index as usize].habit));
                    }
                }
            }
        }
    }
}
