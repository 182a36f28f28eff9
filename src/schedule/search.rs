//! The search: labels are carried from day to day over the whole block, and one that another beats in every respect is dropped.
//!
//! A label holds the price so far and all that later days can see: the habits of every run, the last hard runs, what the
//! week rules count. One label beats another where its price, with the most its habits could still cost more, is no
//! higher, and nothing else of it is worse for any future (label-setting for resource-constrained shortest paths: Desrochers
//! and Soumis 1988, INFOR).
//!
//! Most ways through a week are far too dear to matter. So a first pass follows only a few labels a day and finds a good
//! answer; from what it paid week by week each week gets a limit, and labels that pay more within a week are dropped. They
//! are not forgotten: one label, the outsider, stands for all of them. It pays the limit and one point, and starts the next
//! week with nothing remembered, which is never worse than any of them. If the best way through the block never was an
//! outsider, no dropped label could have been better, and the answer is the optimum of the whole block, seams included.
//! Otherwise the limits of the weeks it was one in are raised, and the pass is made again. Work grows with the number of weeks.

use std::ops::Add;

use super::candidates::{Candidate, DayPlaces, Till, places, price};
use super::judge::{Deaf, hard_class};
use super::label::{Habits, Label, NEW, NO_HABIT, NONE, SLOTS, WEEK_RULES};
use super::{Family, Problem, Score, Standing, Wanted};
use crate::model::{Day, RunClass, RunType};
use crate::rules::{DayView, MARGIN_DAYS, Pair, PairRule, Place, SlotRule, WeekRule};

/// Labels that the first pass follows from day to day.
const FIRST_LABELS: usize = 40;
/// So often a first pass is made, each with the limits of the one before.
const FIRST_PASSES: usize = 2;
/// More labels than this on one day are not carried on; the answer is then good, but no longer proven.
const MOST_LABELS: usize = 40_000;
/// After so many passes with raised limits a week's limit is lifted.
const RAISES: u32 = 24;

/// A limit that is higher by twice its share of what is missing, since an outsider's way goes on more cheaply than the best
/// way does, and by more each time.
fn raise(limit: Score, missing: Score, weeks: i32, times: u32) -> Score {
    let share = |points: i32| (2 * points.max(0) + weeks - 1) / weeks;
    let more = 1 << times.min(8);
    Score {
        left_out: limit.left_out + share(missing.left_out),
        left_value: limit.left_value + share(missing.left_value),
        should: limit.should + share(missing.should).max(if missing.should > 0 { more / 2 } else { 0 }),
        preference: limit.preference + share(missing.preference).max(more),
        lateness: 0,
    }
}

/// The least that is dearer than a limit.
fn dearer(limit: Score) -> Score {
    limit + Score::of_preference(1)
}

/// The best placement.
#[derive(Clone, Debug, PartialEq)]
pub struct Solution {
    /// Every run of the block that stands, by start.
    pub runs: Vec<Standing>,
    /// For each week, the names of the runs that found no place.
    pub left_out: Vec<Vec<String>>,
    /// What it costs.
    pub score: Score,
    /// Whether nothing better exists under the rules.
    pub proven: bool,
}

/// One step on the way to a label.
#[derive(Clone, Copy)]
struct Node {
    before: u32,
    step: Step,
}

#[derive(Clone, Copy)]
enum Step {
    /// A run of a family was placed, which had this habit before.
    Place { family: u8, habit: u8, candidate: u32 },
    /// A week ended that had this price, of which so much was paid for the seam to the week before.
    Week { price: Score, seam: Score },
    /// A week ended that stands for all that were too dear; what it has cost up to here.
    Outside { week: i32, score: Score },
}

/// What a week may cost: without a limit, up to a price, ties left aside.
type Limit = Option<Score>;

/// What one family wants in one week, and where it could stand on each day.
struct Table {
    wanted: usize,
    value: i32,
    is_easy: bool,
    /// One of them has a single place to stand in: leaving it out is no answer.
    forced: bool,
    days: Vec<DayPlaces>,
    /// The cheapest place of each day, the fixed week alone considered.
    cheapest: [Option<Score>; 7],
}

/// Whether every place of the habit `idle` has one of the habit `better` that looks alike and costs no more.
fn gains_nothing(places: &[Candidate], idle: u8, better: u8) -> bool {
    let tied = |one: &Candidate| one.price.without_ties();
    places.iter().filter(|one| one.habit == idle).all(|one| {
        places.iter().any(|other| {
            let alike = other.habit == better && other.mark == one.mark && other.place.run == one.place.run;
            alike && tied(other) <= tied(one)
        })
    })
}

/// What all families want in one week.
struct WeekTable {
    families: Vec<Table>,
    /// For each weekday and each set of runs still to be placed, the least that they cost from that day on, one a day.
    rest: Vec<Vec<Score>>,
}

impl WeekTable {
    fn new(families: Vec<Table>) -> Self {
        let sets: usize = families.iter().map(|table| table.wanted + 1).product();
        let mut week = Self { families, rest: vec![vec![Score::default(); sets]; 8] };
        for set in 0..sets {
            let missing = week.missing(set).into_iter().zip(&week.families);
            week.rest[7][set] =
                missing.map(|(missing, table)| table.left_out(missing)).fold(Score::default(), Add::add);
        }
        for weekday in (0..7).rev() {
            for set in 0..sets {
                let mut least = week.rest[weekday + 1][set];
                let mut unit = 1;
                for (missing, table) in week.missing(set).into_iter().zip(&week.families) {
                    if let (Some(price), true) = (table.cheapest[weekday], missing > 0) {
                        least = least.min(price + week.rest[weekday + 1][set - unit]);
                    }
                    unit *= table.wanted + 1;
                }
                week.rest[weekday][set] = least;
            }
        }
        week
    }

    /// How many runs of each family a set holds.
    fn missing(&self, mut set: usize) -> Vec<usize> {
        let digit = |table: &Table| {
            let missing = set % (table.wanted + 1);
            set /= table.wanted + 1;
            missing
        };
        self.families.iter().map(digit).collect()
    }
}

impl Table {
    fn left_out(&self, missing: usize) -> Score {
        let missing = missing as i32;
        Score { left_out: missing, left_value: missing * self.value, ..Score::default() }
    }
}

pub(super) struct Search<'a> {
    pub(super) problem: &'a Problem<'a>,
    families: Vec<Family>,
    pub(super) habits: Habits,
    slot_rules: Vec<&'a dyn SlotRule>,
    pair_rules: Vec<&'a dyn PairRule>,
    pub(super) week_rules: Vec<&'a dyn WeekRule>,
    /// Hours after which a quality run, a long run and a race no longer matter.
    pub(super) horizons: [i32; 3],
    pub(super) arena: Vec<Candidate>,
    nodes: Vec<Node>,
    proven: bool,
}

/// Solves a block. `None` when it tells apart more runs than the search can hold, when what stands breaks a must, or when a
/// run cannot have the only place it may have.
pub fn solve(problem: &Problem<'_>) -> Option<Solution> {
    Search::new(problem)?.run()
}

impl<'a> Search<'a> {
    fn new(problem: &'a Problem<'a>) -> Option<Self> {
        let rules: Vec<_> = problem.rules.in_force().collect();
        let pair_rules: Vec<&dyn PairRule> = rules.iter().filter_map(|rule| rule.pair()).collect();
        let week_rules: Vec<&dyn WeekRule> = rules.iter().filter_map(|rule| rule.week()).collect();
        let families = problem.families();
        let example = problem.example();
        let habits = Habits::new(&families, &pair_rules, &example, problem.timetable);
        if habits.slots() > SLOTS || week_rules.len() > WEEK_RULES {
            return None;
        }
        let horizon = |class| pair_rules.iter().map(|rule| rule.horizon_hours(class)).max().unwrap_or(0);
        Some(Self {
            horizons: [horizon(RunClass::Quality), horizon(RunClass::Long), horizon(RunClass::Race)],
            slot_rules: rules.iter().filter_map(|rule| rule.slot()).collect(),
            problem,
            families,
            habits,
            pair_rules,
            week_rules,
            arena: Vec::new(),
            nodes: Vec::new(),
            proven: true,
        })
    }

    fn run(mut self) -> Option<Solution> {
        let weeks = self.problem.timetable.weeks;
        let mut tables: Vec<Vec<Table>> = (0..=weeks).map(|week| self.tables(week)).collect();
        self.drop_idle_parts(&mut tables);
        let tables: Vec<WeekTable> = tables.into_iter().map(WeekTable::new).collect();
        let (mut known, mut limits) = self.first_answer(&tables);
        let mut raised = vec![0; limits.len()];
        loop {
            self.proven = true;
            let labels = self.pass(&tables, &limits, MOST_LABELS);
            let best = *labels.first()?;
            let outside = self.outside(&best);
            if outside.is_empty() {
                return Some(self.solution(&best));
            }
            let sound = labels.iter().find(|label| self.outside(label).is_empty()).map(|label| label.score);
            known = [known, sound].into_iter().flatten().min();
            self.raise_limits(&best, &outside, known, &mut limits, &mut raised);
        }
    }

    /// Raises the limits of the weeks in which the best way was an `outside`r, and of every other week whose outsider, followed
    /// as the best way goes on from there, would be better than what is `known`: it would come up next.
    fn raise_limits(
        &self,
        best: &Label,
        outside: &[usize],
        known: Option<Score>,
        limits: &mut [Limit],
        raised: &mut [u32],
    ) {
        let paid_after = self.paid_after(best, limits);
        let outsiders = self.nodes.iter().filter_map(|node| match node.step {
            Step::Outside { week, score } => Some((week as usize, score)),
            _ => None,
        });
        for (week, score) in outsiders {
            let missing = known.map(|known| (known - score - paid_after[week]).without_ties());
            if !outside.contains(&week) && missing.is_none_or(|missing| missing <= Score::default()) {
                continue;
            }
            raised[week] += 1;
            limits[week] = limits[week]
                .filter(|_| raised[week] <= RAISES)
                .map(|limit| raise(limit, missing.unwrap_or_default(), outside.len() as i32, raised[week]));
        }
    }

    /// For each week, what the way to a label pays after it, the seam to the next week left aside.
    fn paid_after(&self, label: &Label, limits: &[Limit]) -> Vec<Score> {
        let (mut paid, mut seam_after) = (Score::default(), Score::default());
        let mut after = Vec::with_capacity(limits.len());
        for step in self.steps(label).into_iter().rev() {
            let (price, seam) = match step {
                Step::Place { .. } => continue,
                Step::Week { price, seam } => (price, seam),
                Step::Outside { week, .. } => (dearer(limits[week as usize].unwrap_or_default()), Score::default()),
            };
            after.push(paid - seam_after);
            paid += price;
            seam_after = seam;
        }
        after.reverse();
        after
    }

    /// A good answer's price, and the limits that follow from it: what it paid shows the next narrow pass what not to follow.
    fn first_answer(&mut self, tables: &[WeekTable]) -> (Option<Score>, Vec<Limit>) {
        let mut known: Option<Score> = None;
        let mut limits = vec![None; tables.len()];
        for _ in 0..FIRST_PASSES {
            let Some(best) = self.pass(tables, &limits, FIRST_LABELS).first().copied() else { break };
            if known.is_some_and(|known| known <= best.score) {
                break;
            }
            known = Some(best.score);
            limits = self.limits(&best);
        }
        (known, limits)
    }

    /// Carries labels through the block, no more than `most` on a day, and returns those of the end, the best first.
    fn pass(&mut self, tables: &[WeekTable], limits: &[Limit], most: usize) -> Vec<Label> {
        self.nodes.clear();
        let mut labels = vec![self.before_the_block()];
        for (week, tables) in tables.iter().enumerate() {
            // The narrow passes look for a good answer and need nobody to stand for the others.
            let outsider = limits[week].filter(|_| most == MOST_LABELS);
            let outsider = outsider.and_then(|limit| self.outsider(&labels, week as i32, limit));
            for weekday in 0..7 {
                let day = Day(week as i32 * 7 + weekday as i32);
                labels = self.step(labels, day, tables, weekday, limits[week]);
                if labels.len() > most * 8 {
                    self.proven = false;
                    labels = self.best(labels, most * 8, tables, weekday + 1);
                }
                labels = self.thin(labels, day.plus(1));
                if labels.len() > most {
                    self.proven = false;
                    labels = self.best(labels, most, tables, weekday + 1);
                }
            }
            labels = self.close(labels, week as i32, tables, limits[week]);
            labels.extend(outsider);
            labels = self.thin(labels, Day(week as i32 * 7 + 7));
        }
        labels.sort_by_key(|label| label.score);
        labels
    }

    /// The most promising labels, some for each set of runs that have been placed.
    fn best(&self, mut labels: Vec<Label>, most: usize, tables: &WeekTable, weekday: usize) -> Vec<Label> {
        labels.sort_by_cached_key(|label| (self.habits.key(label), label.score + self.rest(label, tables, weekday)));
        let mut groups: Vec<&[Label]> = labels.chunk_by(|a, b| self.habits.key(a) == self.habits.key(b)).collect();
        groups.sort_by_key(|group| group.len());
        let mut left = most;
        let mut kept = Vec::with_capacity(most);
        for (index, group) in groups.iter().enumerate() {
            let share = (left / (groups.len() - index)).max(1).min(group.len());
            kept.extend_from_slice(&group[..share]);
            left = left.saturating_sub(share);
        }
        kept
    }

    /// The label that stands for every way through a week that costs more than its limit.
    fn outsider(&mut self, labels: &[Label], week: i32, limit: Score) -> Option<Label> {
        let from = labels.iter().min_by_key(|label| label.score)?;
        let score = from.score + dearer(limit);
        self.nodes.push(Node { before: from.node, step: Step::Outside { week, score } });
        Some(Label { score, monday: score, node: self.nodes.len() as u32 - 1, ..Label::blank() })
    }

    /// What the best label of the first pass paid for each week, and what the week after it paid for the seam: a dearer week could
    /// save no more than that.
    fn limits(&self, best: &Label) -> Vec<Limit> {
        let mut limits = Vec::new();
        let mut seam_after = Score::default();
        for step in self.steps(best).into_iter().rev() {
            if let Step::Week { price, seam } = step {
                limits.push(Some((price + seam_after).without_ties()));
                seam_after = seam;
            }
        }
        limits.reverse();
        limits
    }

    /// The weeks in which the way to a label was an outsider.
    fn outside(&self, label: &Label) -> Vec<usize> {
        let outside = |step: Step| match step {
            Step::Outside { week, .. } => Some(week as usize),
            _ => None,
        };
        self.steps(label).into_iter().filter_map(outside).collect()
    }

    /// The way to a label, from the first day on.
    fn steps(&self, label: &Label) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut node = label.node;
        while node != NONE {
            steps.push(self.nodes[node as usize].step);
            node = self.nodes[node as usize].before;
        }
        steps.reverse();
        steps
    }

    /// The least that the rest of the week costs from this weekday on, the fixed week alone considered.
    fn rest(&self, label: &Label, tables: &WeekTable, weekday: usize) -> Score {
        let mut set = 0;
        let mut unit = 1;
        for (family, table) in tables.families.iter().enumerate() {
            set += unit * (table.wanted - self.habits.placed(label, family));
            unit *= table.wanted + 1;
        }
        tables.rest[weekday][set]
    }

    /// Whether a label pays more for this week than its limit.
    fn is_too_dear(&self, label: &Label, tables: &WeekTable, weekday: usize, limit: Limit) -> bool {
        let Some(limit) = limit else { return false };
        let price = label.score - label.monday + self.rest(label, tables, weekday);
        price.without_ties() > limit
    }

    /// What each family wants this week and where it could stand.
    fn tables(&mut self, week: i32) -> Vec<Table> {
        let mut tables = Vec::new();
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
            let days = match &first {
                None => vec![DayPlaces::default(); 7],
                Some(first) => (0..7)
                    .map(|weekday| {
                        if weekday < from {
                            return DayPlaces::default();
                        }
                        let day = Day(week * 7 + weekday);
                        let Self { problem, slot_rules, week_rules, habits, arena, .. } = self;
                        places(problem, slot_rules, week_rules, habits, first, day, arena)
                    })
                    .collect(),
            };
            let is_easy = first.as_ref().is_none_or(|first| first.shape.class() == RunClass::Easy);
            let value = first.map_or(0, |first| first.value);
            let forced = wanted.iter().any(|wanted| wanted.only.is_some());
            let mut cheapest = [None; 7];
            for (cheapest, places) in cheapest.iter_mut().zip(&days) {
                let prices = places.all.iter().map(|index| self.arena[*index as usize].price);
                *cheapest = prices.map(Score::without_ties).min();
            }
            tables.push(Table { wanted: wanted.len(), value, is_easy, forced, days, cheapest });
        }
        tables
    }

    /// Drops the parts of the day in which a family of easy runs never gains anything. A part that in no week is cheaper than
    /// another, on the same weekday and alike to the week rules, is given up for it in the whole block: moving every run from
    /// the one to the other changes no price for the worse, and no habit either, since runs that shared a habit still do.
    fn drop_idle_parts(&self, tables: &mut [Vec<Table>]) {
        for (family, name) in self.families.iter().enumerate() {
            let stands = self.problem.standing.iter().any(|run| name.slugs.contains(&run.slug));
            let easy = tables.iter().filter_map(|week| week.get(family)).all(|table| table.is_easy);
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

    /// The one label before the first Monday, with what went before in mind.
    fn before_the_block(&mut self) -> Label {
        let mut label = Label::blank();
        for day in (-MARGIN_DAYS..0).map(Day) {
            let mut places = Vec::new();
            for standing in self.standing_on(day) {
                places.push(standing.place);
                self.remember(&mut label, &standing);
            }
            if day.week() == -1 {
                let view = DayView { day, facts: self.problem.timetable.facts(day), runs: &places };
                self.read(&mut label, &view);
            }
        }
        for (rule, tally) in self.week_rules.iter().zip(&mut label.tallies) {
            *tally = rule.close(*tally, -1, self.problem.timetable, &mut Deaf);
        }
        self.habits.end_week(&mut label);
        label
    }

    fn standing_on(&self, day: Day) -> Vec<Standing> {
        let standing = &self.problem.standing;
        let from = standing.partition_point(|run| run.place.day < day);
        standing[from..].iter().take_while(|run| run.place.day == day).cloned().collect()
    }

    fn read(&self, label: &mut Label, view: &DayView<'_>) {
        for (rule, tally) in self.week_rules.iter().zip(&mut label.tallies) {
            *tally = rule.read(*tally, view, self.problem.timetable);
        }
    }

    /// A run that stands where it stands enters the memory of a label.
    fn remember(&mut self, label: &mut Label, standing: &Standing) {
        let habit = Habits::code(&standing.place);
        if let Some((family, slot)) = self.slot_of(&standing.slug) {
            let (from, to) = self.habits.ranges[family];
            let slot = if to - from == 1 { from } else { from + slot };
            label.habits[slot] = habit;
        }
        if standing.place.run.kind == RunType::CooldownJog {
            return;
        }
        let index = self.arena.len() as u32;
        let place = standing.place;
        self.arena.push(Candidate { place, price: Score::default(), habit, mark: 0 });
        label.last = index;
        if let Some(class) = hard_class(place.run.class()) {
            label.hard[class] = index;
        }
    }

    fn slot_of(&self, slug: &str) -> Option<(usize, usize)> {
        self.families
            .iter()
            .enumerate()
            .find_map(|(family, one)| one.slugs.iter().position(|known| known == slug).map(|slot| (family, slot)))
    }

    /// What the pair rules say of a run at `place` after all that the label remembers; `None` where a must is broken.
    /// The first price is the whole, the second what is paid for runs of the week before.
    fn pairs(&self, label: &Label, place: &Place) -> Option<(Score, Score)> {
        let mut till = Till::new();
        let mut seam = Score::default();
        let remembered = if label.hard.contains(&label.last) { [NONE; 1] } else { [label.last] };
        for index in label.hard.into_iter().chain(remembered).filter(|index| *index != NONE) {
            let earlier = &self.arena[index as usize];
            if !place.judged && !earlier.place.judged {
                continue;
            }
            let pair = Pair {
                earlier: &earlier.place,
                later: place,
                neighbours: index == label.last,
                nearest: label.hard.contains(&index),
                same: false,
            };
            let before = till.score;
            for rule in &self.pair_rules {
                rule.judge(&pair, self.problem.timetable, &mut till);
                if till.lost {
                    return None;
                }
            }
            if earlier.place.day.week() < place.day.week() {
                seam += till.score - before;
            }
        }
        Some((till.score, seam))
    }

    /// Carries every label over one day.
    fn step(&mut self, labels: Vec<Label>, day: Day, tables: &WeekTable, weekday: usize, limit: Limit) -> Vec<Label> {
        let standing = self.standing_on(day);
        let mut next = Vec::with_capacity(labels.len() * 2);
        if standing.is_empty() {
            let facts = self.problem.timetable.facts(day);
            for label in labels {
                let mut idle = label;
                self.read(&mut idle, &DayView { day, facts, runs: &[] });
                next.push(idle);
                for (family, table) in tables.families.iter().enumerate() {
                    if table.wanted > self.habits.placed(&label, family) {
                        self.extend(&label, family, &table.days[weekday], day, &mut next);
                    }
                }
            }
        } else {
            let places: Vec<Place> = standing.iter().map(|run| run.place).collect();
            for mut label in labels {
                if self.stand(&mut label, &standing, &places, day) {
                    next.push(label);
                }
            }
        }
        next.retain(|label| !self.is_too_dear(label, tables, weekday + 1, limit));
        next
    }

    /// Takes the runs that stand on a day into a label; false where a must is broken.
    fn stand(&mut self, label: &mut Label, standing: &[Standing], places: &[Place], day: Day) -> bool {
        for run in standing {
            let Some((pairs, seam)) = self.pairs(label, &run.place) else { return false };
            label.score += pairs;
            label.seam += seam;
            if run.place.judged {
                let Some(price) = price(&self.slot_rules, self.problem, &run.place) else { return false };
                label.score += price;
                if let Some((family, _)) = self.slot_of(&run.slug) {
                    let old = label.habits[self.habits.ranges[family].0];
                    let change = Score::of_preference(self.habits.change(old, Habits::code(&run.place)));
                    label.score += change;
                    label.seam += change;
                }
            }
            self.remember(label, run);
        }
        self.read(label, &DayView { day, facts: self.problem.timetable.facts(day), runs: places });
        self.spares(day.week()) || !self.is_lost(label)
    }

    /// Whether the rules about whole weeks do not judge this one.
    fn spares(&self, week: i32) -> bool {
        self.problem.weeks.get(week as usize).is_some_and(|week| week.spared)
    }

    fn is_lost(&self, label: &Label) -> bool {
        self.week_rules.iter().zip(&label.tallies).any(|(rule, tally)| rule.is_lost(*tally))
    }

    /// Every way to put a run of `family` on this day after `label`.
    fn extend(&mut self, label: &Label, family: usize, places: &DayPlaces, day: Day, next: &mut Vec<Label>) {
        let Some(earliest) = places.earliest else { return };
        let alone = (0..3).all(|class| {
            let index = label.hard[class];
            index == NONE || earliest.since(self.arena[index as usize].place.end) >= self.horizons[class] * 60
        });
        let offered = if alone { &places.alone } else { &places.all };
        let mut found: Vec<(u32, Score, Score)> = Vec::new();
        for index in offered.iter().copied() {
            let candidate = &self.arena[index as usize];
            // Of places alike to week rules and habits, a later one must be cheaper to be worth a label.
            let beaten = |score: Score| {
                found.iter().any(|(rival, cheaper, _)| {
                    let rival = &self.arena[*rival as usize];
                    rival.mark == candidate.mark
                        && rival.habit == candidate.habit
                        && rival.place.end <= candidate.place.end
                        && *cheaper <= score
                })
            };
            if beaten(candidate.price) {
                continue;
            }
            let Some((pairs, seam)) = self.pairs(label, &candidate.place) else { continue };
            let score = candidate.price + pairs;
            if !beaten(score) {
                found.push((index, score, seam));
            }
        }
        let (from, to) = self.habits.ranges[family];
        let facts = self.problem.timetable.facts(day);
        for (index, score, seam) in found {
            let Candidate { place, habit, .. } = self.arena[index as usize];
            let mut longer = *label;
            longer.score += score;
            longer.seam += seam;
            longer.last = index;
            if let Some(class) = hard_class(place.run.class()) {
                longer.hard[class] = index;
            }
            self.read(&mut longer, &DayView { day, facts, runs: &[place] });
            if !self.spares(day.week()) && self.is_lost(&longer) {
                continue;
            }
            for slot in from..to {
                let old = label.habits[slot];
                if old >= NEW || (slot > from && label.habits[slot - 1] == old) {
                    continue;
                }
                let mut one = longer;
                let change = Score::of_preference(self.habits.change(old, habit));
                one.score += change;
                one.seam += change;
                one.habits[slot] = habit + NEW;
                self.habits.settle(&mut one, family);
                one.node = self.nodes.len() as u32;
                let step = Step::Place { family: family as u8, habit: old, candidate: index };
                self.nodes.push(Node { before: label.node, step });
                next.push(one);
            }
        }
    }

    /// Ends a week: what is not placed is left out, the week rules judge.
    fn close(&mut self, labels: Vec<Label>, week: i32, tables: &WeekTable, limit: Limit) -> Vec<Label> {
        let mut next = Vec::with_capacity(labels.len());
        for mut label in labels {
            let stands =
                |(family, table): (usize, &Table)| !table.forced || self.habits.placed(&label, family) == table.wanted;
            if !tables.families.iter().enumerate().all(stands) {
                continue;
            }
            label.score += self.rest(&label, tables, 7);
            let mut till = Till::new();
            for (rule, tally) in self.week_rules.iter().zip(&mut label.tallies) {
                *tally = if self.spares(week) {
                    rule.close(*tally, week, self.problem.timetable, &mut Deaf)
                } else {
                    rule.close(*tally, week, self.problem.timetable, &mut till)
                };
            }
            let Some(score) = till.total() else { continue };
            label.score += score;
            self.habits.end_week(&mut label);
            let price = label.score - label.monday;
            if limit.is_some_and(|limit| price.without_ties() > limit) {
                continue;
            }
            let step = Step::Week { price, seam: label.seam };
            self.nodes.push(Node { before: label.node, step });
            label.node = self.nodes.len() as u32 - 1;
            (label.monday, label.seam) = (label.score, Score::default());
            next.push(label);
        }
        next
    }

    /// Walks back from the best label and gives every run its name.
    fn solution(&self, best: &Label) -> Solution {
        let mut runs = self.problem.standing.clone();
        let mut names = Names::new(&self.families, &self.problem.standing);
        for step in self.steps(best) {
            let Step::Place { family, habit: old, candidate } = step else { continue };
            let Candidate { place, habit, .. } = self.arena[candidate as usize];
            let slug = names.take(family as usize, place.day.week(), old, habit);
            runs.push(Standing { slug, place });
        }
        runs.sort_by_key(|run| (run.place.start, run.slug.clone()));
        let left_out = self.problem.weeks.iter().enumerate().map(|(week, wanted)| {
            let used: Vec<&str> =
                runs.iter().filter(|run| run.place.day.week() == week as i32).map(|run| &*run.slug).collect();
            self.families
                .iter()
                .flat_map(|family| {
                    let of_family = |slug: &&str| family.slugs.iter().any(|known| known == slug);
                    let wanted: Vec<&str> =
                        wanted.wanted.iter().map(|wanted| &*wanted.slug).filter(of_family).collect();
                    let missing =
                        wanted.len().saturating_sub(used.iter().copied().filter(|slug| of_family(slug)).count());
                    let free: Vec<String> =
                        wanted.into_iter().filter(|slug| !used.contains(slug)).map(str::to_owned).collect();
                    free.into_iter().rev().take(missing).collect::<Vec<_>>()
                })
                .collect()
        });
        Solution { left_out: left_out.collect(), runs, score: best.score, proven: self.proven }
    }
}

/// Gives the runs of a family their names back: a run that goes on from a habit is the one that had it.
struct Names<'a> {
    families: &'a [Family],
    week: i32,
    used: Vec<String>,
    habits: Vec<Vec<u8>>,
}

impl<'a> Names<'a> {
    fn new(families: &'a [Family], standing: &[Standing]) -> Self {
        let habit = |slug: &String| {
            standing
                .iter()
                .rev()
                .find(|run| run.slug == *slug && run.place.day.0 < 0)
                .map_or(NO_HABIT, |run| Habits::code(&run.place))
        };
        let habits = families.iter().map(|family| family.slugs.iter().map(habit).collect()).collect();
        Self { families, week: -1, used: Vec::new(), habits }
    }

    fn take(&mut self, family: usize, week: i32, old: u8, new: u8) -> String {
        if week != self.week {
            self.week = week;
            self.used.clear();
        }
        let slugs = &self.families[family].slugs;
        let free = |slot: &usize| !self.used.contains(&slugs[*slot]);
        let slots = 0..slugs.len();
        let slot = slots
            .clone()
            .filter(free)
            .find(|slot| slugs.len() == 1 || self.habits[family][*slot] == old)
            .or_else(|| slots.clone().find(free))
            .unwrap_or(0);
        self.habits[family][slot] = new;
        self.used.push(slugs[slot].clone());
        slugs[slot].clone()
    }
}
