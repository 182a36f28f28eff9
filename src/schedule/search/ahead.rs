//! The least that a way has still to pay, day by day, whatever habits its runs have.
//!
//! Without habits few ways through a block differ for the days to come. They are followed once from the first day to the last, and what
//! each costs from where it stands is added up from the last day back to the first: the least of its steps and of what follows them.
//! A way with habits pays no less from the same day on, if what it remembers is no better.
//!
//! Where a step was not followed, something else is known of it. It led to what another way also led to, with no worse a memory: then what
//! follows that one is the least. Or it could not end at a price that is looked for: then what it costs is above that price. Or there
//! were too many ways: then the least that the runs still missing cost, the fixed week alone considered, and the weeks to come.
//!
//! In a long block the ways that may end at such a price grow with the weeks. There each week is taken by itself, the last one first. What
//! a week sees of the past is the week before: it is followed from all that such a week could leave behind, itself followed from nothing,
//! as far as either lies near its own least, and ends with what the next week is known to cost from there.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use super::compared::Compared;
use super::limits::Budget;
use super::table::WeekTable;
use super::thin::{Memory, numbered};
use super::{Guide, Label, Reached, Search, Width};
use crate::model::Day;
use crate::schedule::Score;
use crate::schedule::label::NONE;

/// So many ways with the same runs placed are followed for each label of a first pass.
const WIDER: usize = 2;
/// Blocks of more weeks are looked at week by week.
const LONG: usize = 27;
/// So far above the least a long block is looked at first.
const NEAR: i32 = 16;
/// So far above the best answer without habits what lies ahead is known at first; a week of a long block never further.
const FURTHEST: i32 = 48;
/// More than any block costs.
const NEVER: i32 = 1 << 28;
/// Layers of a week: its start and the end of each day.
const LAYERS: usize = 8;

/// The least that is still to pay, in points, at the start of each week and the end of each day.
pub(super) struct Ahead {
    layers: Vec<Layer>,
    /// What each week and all after it cost at least, whatever went before; nothing after the last.
    pub weeks: Vec<Score>,
    /// What the whole block costs at least.
    pub least: i32,
    /// What ends above so many points was not looked at.
    most: Option<i32>,
}

/// One moment of the block.
#[derive(Default)]
struct Layer {
    /// What is remembered with so many runs placed, the dearest first.
    ways: FxHashMap<u32, Vec<(Memory, i32)>>,
    /// What was asked for already.
    known: RefCell<FxHashMap<(u32, Memory), i32>>,
}

/// What a week finds when it begins.
struct Start {
    /// What the week before may leave behind, with what that week then costs, seen alone.
    labels: Vec<Label>,
    /// What else it may leave behind costs at least so much.
    beyond: i32,
}

/// A way without habits.
struct Way {
    key: u32,
    memory: Memory,
    paid: i32,
}

/// From a way of one layer to one of the next ([`NONE`]: to what was not followed), with the price of the step, and of the least
/// that comes after it where it was not followed.
struct Edge {
    from: u32,
    to: u32,
    price: i32,
}

impl Ahead {
    /// At the start of a week, or after so many days of it.
    pub(super) fn layer(at: usize, days: usize) -> usize {
        at * LAYERS + days
    }

    /// Whether all was looked at that ends at such a price.
    pub(super) fn reaches(&self, price: Option<Score>) -> bool {
        self.most.is_none_or(|most| price.is_some_and(|price| price.points <= most))
    }
}

/// The least that follows each way of each layer, where those of the `end` are known: what is not among them costs more than `most`.
fn learned(ways: &[Vec<Way>], edges: &[Vec<Edge>], end: Vec<i32>, most: Option<i32>) -> Vec<Vec<i32>> {
    let mut all = vec![end];
    for (ways, edges) in ways.iter().zip(edges).rev() {
        let next = all.last().map_or(&[][..], Vec::as_slice);
        let beyond = |way: &Way| most.map_or(NEVER, |most| (most + 1 - way.paid).max(0));
        let mut least: Vec<i32> = ways.iter().map(beyond).collect();
        for edge in edges {
            let after = if edge.to == NONE { 0 } else { next[edge.to as usize] };
            let here = &mut least[edge.from as usize];
            *here = (*here).min(edge.price + after);
        }
        all.push(least);
    }
    all.reverse();
    all
}

impl Layer {
    /// Of ways and the least that follows each.
    fn new(ways: &[Way], least: &[i32]) -> Self {
        let mut layer = Self::default();
        for (way, least) in ways.iter().zip(least) {
            layer.ways.entry(way.key).or_default().push((way.memory, *least));
            layer.known.borrow_mut().insert((way.key, way.memory), *least);
        }
        layer.ways.values_mut().for_each(|ways| ways.sort_by_key(|(_, least)| -least));
        layer
    }

    /// The least that is still to pay with so many runs placed and such a memory; 0 where nothing is known.
    fn to_pay(&self, search: &Search<'_>, key: u32, memory: Memory) -> i32 {
        let known = self.known.borrow().get(&(key, memory)).copied();
        known.unwrap_or_else(|| {
            let mut ways = self.ways.get(&key).into_iter().flatten();
            let least = ways.find(|(known, _)| search.is_no_worse(known, &memory)).map_or(0, |(_, least)| *least);
            self.known.borrow_mut().insert((key, memory), least);
            least
        })
    }
}

impl Search<'_> {
    /// The least that a label has still to pay at a layer, in points; 0 where nothing is known.
    pub(super) fn to_pay(&self, ahead: &Ahead, layer: usize, label: &Label) -> i32 {
        self.to_pay_at(&ahead.layers[layer], label)
    }

    fn to_pay_at(&self, layer: &Layer, label: &Label) -> i32 {
        layer.to_pay(self, self.habits.key(label), self.memory(label))
    }

    /// What lies ahead as far as it leads to answers near the best one without habits.
    pub(super) fn near_ahead(&mut self, tables: &[WeekTable], weeks: &[Score], known: Option<Score>) -> Ahead {
        if tables.len() > LONG {
            let near = known.map_or(NEAR, |known| NEAR.min(known.points - weeks[0].points).max(0));
            return self.ahead_by_weeks(tables, near);
        }
        let free = self.habits.without_cost();
        let habits = std::mem::replace(&mut self.habits, free);
        let limits = vec![None; tables.len()];
        let narrow = self.pass(tables, weeks, &limits, known, Width::Narrow, None);
        self.habits = habits;
        let near = narrow.best().map(|best| Score::up_to(best.points + FURTHEST));
        self.ahead(tables, weeks, near.into_iter().chain(known).min())
    }

    /// What lies ahead of every day, no further than what leads to an answer for `most`.
    pub(super) fn ahead(&mut self, tables: &[WeekTable], weeks: &[Score], most: Option<Score>) -> Ahead {
        if tables.len() > LONG {
            let near = most.map_or(FURTHEST, |most| (most.points - weeks[0].points).clamp(0, FURTHEST));
            return Ahead { most: most.map(|most| most.points), ..self.ahead_by_weeks(tables, near) };
        }
        let free = self.habits.without_cost();
        let habits = std::mem::replace(&mut self.habits, free);
        let start = vec![self.before_the_first_week()];
        let after: Vec<i32> = weeks[1..].iter().map(|after| after.points).collect();
        let most = most.map(|most| most.points);
        let (ways, edges) = self.ways(start, (0, tables), &after, most);
        self.habits = habits;
        let end = vec![0; ways.last().map_or(0, Vec::len)];
        let least = learned(&ways, &edges, end, most);
        let layers = ways.iter().zip(&least).map(|(ways, least)| Layer::new(ways, least)).collect();
        Ahead { layers, weeks: weeks.to_vec(), least: least[0].first().copied().unwrap_or_default(), most }
    }

    /// What lies ahead of every day of a long block, in each week as far as it costs no more than `near` points above the least.
    fn ahead_by_weeks(&mut self, tables: &[WeekTable], near: i32) -> Ahead {
        let free = self.habits.without_cost();
        let habits = std::mem::replace(&mut self.habits, free);
        let mut starts = vec![Start { labels: vec![self.before_the_first_week()], beyond: 0 }];
        starts.extend(tables.iter().enumerate().map(|(at, table)| self.start_after(at, table, near)));
        let mut ahead = Ahead { layers: vec![Layer::default()], weeks: vec![Score::default()], least: 0, most: None };
        for ((at, table), pair) in tables.iter().enumerate().zip(starts.windows(2)).rev() {
            let behind = ahead.layers.last().map_or(0, |layer| {
                let costs = |label: &Label| label.score.points + self.to_pay_at(layer, label);
                pair[1].labels.iter().map(costs).min().unwrap_or(NEVER)
            });
            let after = ahead.weeks.last().map_or(0, |after| after.points);
            let week = behind.min(pair[1].beyond + after);
            self.week_ahead(&mut ahead, at, table, &pair[0].labels, (after, week, near));
            ahead.weeks.push(Score::of_points(week));
        }
        ahead.layers.reverse();
        ahead.weeks.reverse();
        self.habits = habits;
        Ahead { most: Some(ahead.least + near), ..ahead }
    }

    /// What a week may leave behind for the next one, with what the way there costs after a week of which nothing is remembered.
    fn start_after(&mut self, at: usize, table: &WeekTable, near: i32) -> Start {
        self.nodes.clear();
        let most = table.least.points + near;
        let budget = Budget { week: None, whole: Some(Score::up_to(most)) };
        let Reached { mut labels, cut } =
            self.week(vec![Label::blank()], at, table, budget, self.widths.first, Guide::default());
        self.forget_all(&mut labels, self.monday(at + 1));
        Start { labels: self.thin(&labels), beyond: if cut { table.least.points } else { most + 1 } }
    }

    /// Adds the layers of a week before those of the next one: the weeks `after` it cost at least so much, and with this `week` so much.
    fn week_ahead(
        &mut self,
        ahead: &mut Ahead,
        at: usize,
        table: &WeekTable,
        start: &[Label],
        (after, week, near): (i32, i32, i32),
    ) {
        let before = start.iter().map(|label| label.score.points).min().unwrap_or(0);
        let most = before + week + near;
        let (ways, edges) = self.ways(start.to_vec(), (at, std::slice::from_ref(table)), &[after], Some(most));
        let behind = ahead.layers.last();
        let rest = |way: &Way| behind.map_or(0, |layer| layer.to_pay(self, way.key, way.memory)).max(after);
        let end = ways.last().into_iter().flatten().map(rest).collect();
        let least = learned(&ways, &edges, end, Some(most));
        let layers = ways.iter().zip(&least).take(LAYERS).rev();
        ahead.layers.extend(layers.map(|(ways, least)| Layer::new(ways, least)));
        ahead.least = least[0].first().copied().unwrap_or_default().max(week);
    }

    /// Follows the ways of a search without habits through some weeks from the one numbered `from`: those of each layer, and the steps
    /// between them. With the least of the `weeks` after them they may cost so much.
    fn ways(
        &mut self,
        mut labels: Vec<Label>,
        (from, tables): (usize, &[WeekTable]),
        weeks: &[i32],
        most: Option<i32>,
    ) -> (Vec<Vec<Way>>, Vec<Vec<Edge>>) {
        let mut ways = vec![self.layer(&mut labels)];
        let mut edges = Vec::new();
        for ((at, table), after) in (from..).zip(tables).zip(weeks) {
            let budget = Budget { week: None, whole: most.map(|most| Score::up_to(most - after)) };
            let monday = self.monday(at);
            for weekday in 0..=7 {
                self.nodes.clear();
                let (next, day) = if weekday < 7 {
                    let day = monday.plus(weekday as i32);
                    (self.step(labels, day, table, weekday, budget), day.plus(1))
                } else {
                    (self.close(labels, monday.week(), table, budget), self.monday(at + 1))
                };
                let rest = |label: &Label| {
                    let rest = if weekday < 7 { self.rest(label, table, weekday + 1).points } else { 0 };
                    rest + after
                };
                let before = ways.last().map_or(&[][..], Vec::as_slice);
                let (kept, steps) = self.kept(next, day, before, rest);
                labels = kept;
                edges.push(steps);
                ways.push(self.layer(&mut labels));
            }
        }
        (ways, edges)
    }

    /// What the labels of a layer remember, and their numbers.
    fn layer(&self, labels: &mut [Label]) -> Vec<Way> {
        for (label, number) in labels.iter_mut().zip(0..) {
            label.from = number;
        }
        let way =
            |label: &Label| Way { key: self.habits.key(label), memory: self.memory(label), paid: label.score.points };
        labels.iter().map(way).collect()
    }

    /// Of labels without habits, seen from the start of `day`, those that none beats, as many as are followed, and every step to
    /// where it led. `after` is the least that follows a label.
    fn kept(
        &self,
        mut labels: Vec<Label>,
        day: Day,
        before: &[Way],
        after: impl Fn(&Label) -> i32,
    ) -> (Vec<Label>, Vec<Edge>) {
        self.forget_all(&mut labels, day);
        let most = self.widths.first * WIDER;
        let keyed = labels.iter().zip(0_u32..).map(|(label, at)| (self.habits.key(label), label.score.points, at));
        let mut order: Vec<(u32, i32, u32)> = keyed.collect();
        order.sort_unstable();
        let mut kept: Vec<Label> = Vec::new();
        let mut edges = Vec::with_capacity(labels.len());
        for group in order.chunk_by(|a, b| a.0 == b.0) {
            let first = kept.len();
            let group_of = group.iter().map(|(.., at)| self.memory(&labels[*at as usize]));
            let (memories, own) = numbered(group_of);
            let mut compared = Compared::new(&memories);
            // Where a way with each memory led to, and which memories are followed.
            let mut led: Vec<Option<u32>> = vec![None; memories.len()];
            let mut followed: Vec<usize> = Vec::new();
            for ((_, points, at), own) in group.iter().zip(own) {
                let label = &labels[*at as usize];
                let to = *led[own].get_or_insert_with(|| {
                    if let Some(known) = followed.iter().position(|known| compared.is_no_worse(self, *known, own)) {
                        return (first + known) as u32;
                    }
                    if followed.len() == most {
                        return NONE;
                    }
                    followed.push(own);
                    kept.push(*label);
                    kept.len() as u32 - 1
                });
                let step = points - before[label.from as usize].paid;
                let price = if to == NONE { step + after(label) } else { step };
                edges.push(Edge { from: label.from, to, price });
            }
        }
        (kept, edges)
    }
}
