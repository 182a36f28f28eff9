//! The search: labels are carried from day to day over the whole block, and one that another beats in every respect is dropped.
//!
//! A label holds the price so far and all that later days can see: the habits of every run, the last hard runs, what the
//! week rules count. One label beats another where its price, with the most its habits could still cost more, is no
//! higher, and nothing else of it is worse for any future. What is left at the end is the optimum of the whole block, seams
//! between weeks included; work grows with the number of weeks (label-setting for resource-constrained shortest paths:
//! Desrochers and Soumis 1988, INFOR; Irnich and Desaulniers 2005).

use super::candidates::{Candidate, DayPlaces, Till, places, price};
use super::judge::hard_class;
use super::label::{Habits, Label, NEW, NO_HABIT, NONE, SLOTS, WEEK_RULES};
use super::{Family, Problem, Score, Standing, Wanted};
use crate::model::{Clock, Day, Moment, RunClass, RunType};
use crate::rules::{DayView, Listener, MARGIN_DAYS, Pair, PairRule, Place, SlotRule, Tally, Verdict, WeekRule};

/// More labels than this on one day are not carried on; the answer is then good, but no longer proven.
const MOST_LABELS: usize = 60_000;

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

/// One choice on the way to a label.
#[derive(Clone, Copy)]
struct Node {
    before: u32,
    family: u8,
    /// The habit the run had before.
    habit: u8,
    candidate: u32,
}

/// What one family wants in one week, and where it could stand on each day.
struct Table {
    wanted: usize,
    value: i32,
    /// One of them has a single place to stand in: leaving it out is no answer.
    forced: bool,
    days: Vec<DayPlaces>,
}

/// After so many days a run no longer matters as a neighbour.
const NEIGHBOUR_DAYS: i32 = 3;

struct Search<'a> {
    problem: &'a Problem<'a>,
    families: Vec<Family>,
    habits: Habits,
    slot_rules: Vec<&'a dyn SlotRule>,
    pair_rules: Vec<&'a dyn PairRule>,
    week_rules: Vec<&'a dyn WeekRule>,
    /// Hours after which a quality run, a long run and a race no longer matter.
    horizons: [i32; 3],
    arena: Vec<Candidate>,
    nodes: Vec<Node>,
    proven: bool,
}

/// Solves a block. `None` when it tells apart more runs than the search can hold, when what stands breaks a must, or when a
/// run cannot have the only place it may have.
pub fn solve(problem: &Problem<'_>) -> Option<Solution> {
    Search::new(problem)?.run()
}

struct Deaf;

impl Listener for Deaf {
    fn hear(&mut self, _: Verdict, _: &dyn Fn() -> String) {}
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
        let mut labels = vec![self.before_the_block()];
        for week in 0..=weeks {
            let tables = self.tables(week);
            for weekday in 0..7 {
                let day = Day(week * 7 + weekday);
                labels = self.step(labels, day, &tables, weekday as usize);
            }
            labels = self.close(labels, week, &tables);
        }
        labels.sort_by_key(|label| label.score);
        let best = labels.first()?;
        Some(self.solution(best))
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
            let value = first.map_or(0, |first| first.value);
            let forced = wanted.iter().any(|wanted| wanted.only.is_some());
            tables.push(Table { wanted: wanted.len(), value, forced, days });
        }
        tables
    }

    /// The one label before the first Monday, with what went before in mind.
    fn before_the_block(&mut self) -> Label {
        let mut label = Label {
            score: Score::default(),
            habits: [NO_HABIT; SLOTS],
            hard: [NONE; 3],
            last: NONE,
            tallies: [Tally::default(); WEEK_RULES],
            node: NONE,
        };
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
    fn pairs(&self, label: &Label, place: &Place) -> Option<Score> {
        let mut till = Till::new();
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
            for rule in &self.pair_rules {
                rule.judge(&pair, self.problem.timetable, &mut till);
                if till.lost {
                    return None;
                }
            }
        }
        till.total()
    }

    /// Carries every label over one day.
    fn step(&mut self, labels: Vec<Label>, day: Day, tables: &[Table], weekday: usize) -> Vec<Label> {
        let standing = self.standing_on(day);
        let mut next = Vec::with_capacity(labels.len() * 2);
        if standing.is_empty() {
            let facts = self.problem.timetable.facts(day);
            for label in labels {
                let mut idle = label;
                self.read(&mut idle, &DayView { day, facts, runs: &[] });
                next.push(idle);
                for (family, table) in tables.iter().enumerate() {
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
        self.thin(next, day.plus(1))
    }

    /// Takes the runs that stand on a day into a label; false where a must is broken.
    fn stand(&mut self, label: &mut Label, standing: &[Standing], places: &[Place], day: Day) -> bool {
        for run in standing {
            let Some(pairs) = self.pairs(label, &run.place) else { return false };
            label.score += pairs;
            if run.place.judged {
                let Some(price) = price(&self.slot_rules, self.problem, &run.place) else { return false };
                label.score += price;
                if let Some((family, _)) = self.slot_of(&run.slug) {
                    let old = label.habits[self.habits.ranges[family].0];
                    label.score += Score::of_preference(self.habits.change(old, Habits::code(&run.place)));
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
        let mut found: Vec<(u32, Score)> = Vec::new();
        for index in offered.iter().copied() {
            let candidate = &self.arena[index as usize];
            let Some(pairs) = self.pairs(label, &candidate.place) else { continue };
            let score = candidate.price + pairs;
            // Of places alike to week rules and habits, a later one must be cheaper to be worth a label.
            let beaten = found.iter().any(|(rival, cheaper)| {
                let rival = &self.arena[*rival as usize];
                rival.mark == candidate.mark
                    && rival.habit == candidate.habit
                    && rival.place.end <= candidate.place.end
                    && *cheaper <= score
            });
            if !beaten {
                found.push((index, score));
            }
        }
        let (from, to) = self.habits.ranges[family];
        let facts = self.problem.timetable.facts(day);
        for (index, score) in found {
            let Candidate { place, habit, .. } = self.arena[index as usize];
            let mut longer = *label;
            longer.score += score;
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
                one.score += Score::of_preference(self.habits.change(old, habit));
                one.habits[slot] = habit + NEW;
                self.habits.settle(&mut one, family);
                one.node = self.nodes.len() as u32;
                self.nodes.push(Node { before: label.node, family: family as u8, habit: old, candidate: index });
                next.push(one);
            }
        }
    }

    /// Ends a week: what is not placed is left out, the week rules judge.
    fn close(&mut self, labels: Vec<Label>, week: i32, tables: &[Table]) -> Vec<Label> {
        let mut next = Vec::with_capacity(labels.len());
        for mut label in labels {
            let stands =
                |(family, table): (usize, &Table)| !table.forced || self.habits.placed(&label, family) == table.wanted;
            if !tables.iter().enumerate().all(stands) {
                continue;
            }
            for (family, table) in tables.iter().enumerate() {
                let missing = (table.wanted - self.habits.placed(&label, family)) as i32;
                label.score += Score { left_out: missing, left_value: missing * table.value, ..Score::default() };
            }
            let mut till = Till::new();
            for (rule, tally) in self.week_rules.iter().zip(&mut label.tallies) {
                *tally = if self.spares(week) {
                    rule.close(*tally, week, self.problem.timetable, &mut Deaf)
                } else {
                    rule.close(*tally, week, self.problem.timetable, &mut till)
                };
            }
            if let Some(score) = till.total() {
                label.score += score;
                self.habits.end_week(&mut label);
                next.push(label);
            }
        }
        self.thin(next, Day(week * 7 + 7))
    }

    /// Drops every label that another beats, seen from the start of `day`.
    fn thin(&mut self, mut labels: Vec<Label>, day: Day) -> Vec<Label> {
        labels.sort_by_cached_key(|label| (self.habits.key(label), label.score));
        let now = self.problem.timetable.calendar.moment(day, Clock(0));
        let mut kept: Vec<Label> = Vec::with_capacity(labels.len());
        let mut group = (0, 0);
        for label in labels {
            let key = self.habits.key(&label);
            if key != group.0 {
                group = (key, kept.len());
            }
            if !kept[group.1..].iter().any(|rival| self.beats(rival, &label, day, now)) {
                kept.push(label);
            }
        }
        if kept.len() > MOST_LABELS {
            self.proven = false;
            kept.sort_by_key(|label| label.score);
            kept.truncate(MOST_LABELS);
        }
        kept
    }

    /// Whether whatever follows label `b` can follow `a` at no higher price.
    fn beats(&self, a: &Label, b: &Label, day: Day, now: Moment) -> bool {
        a.score + Score::of_preference(self.habits.regret(a, b)) <= b.score
            && (0..3).all(|class| self.hard_is_no_worse(a.hard[class], b.hard[class], class, now))
            && self.last_is_no_worse(a.last, b.last, day)
            && self.week_rules.iter().enumerate().all(|(at, rule)| rule.no_worse(a.tallies[at], b.tallies[at]))
    }

    fn hard_is_no_worse(&self, a: u32, b: u32, class: usize, now: Moment) -> bool {
        if a == b || a == NONE {
            return true;
        }
        let end = self.arena[a as usize].place.end;
        now.since(end) >= self.horizons[class] * 60 || (b != NONE && end <= self.arena[b as usize].place.end)
    }

    fn last_is_no_worse(&self, a: u32, b: u32, day: Day) -> bool {
        if a == b || a == NONE {
            return true;
        }
        let last = self.arena[a as usize].place.day;
        day.0 - last.0 >= NEIGHBOUR_DAYS || (b != NONE && last <= self.arena[b as usize].place.day)
    }

    /// Walks back from the best label and gives every run its name.
    fn solution(&self, best: &Label) -> Solution {
        let mut chosen = Vec::new();
        let mut node = best.node;
        while node != NONE {
            let step = self.nodes[node as usize];
            chosen.push(step);
            node = step.before;
        }
        chosen.reverse();
        let mut runs = self.problem.standing.clone();
        let mut names = Names::new(&self.families, &self.problem.standing);
        for step in chosen {
            let Candidate { place, habit, .. } = self.arena[step.candidate as usize];
            let slug = names.take(step.family as usize, place.day.week(), step.habit, habit);
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
