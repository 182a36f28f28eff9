//! The least that a way has still to pay, day by day, whatever habits its runs have.
//!
//! Without habits few ways through a block differ for the days to come. They are followed once from the first day to the last, and what
//! each costs from where it stands is added up from the last day back to the first: the least of its steps and of what follows them.
//! A way with habits pays no less from the same day on, if what it remembers is no better.
//!
//! Where a step was not followed, something else is known of it. It led to what another way also led to, with no worse a memory: then what
//! follows that one is the least. Or it could not end at a price that is looked for: then what it costs is above that price. Or there
//! were too many ways: then the least that the runs still missing cost, the fixed week alone considered, and the weeks to come one by one.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use super::compared::Compared;
use super::limits::Budget;
use super::table::WeekTable;
use super::thin::{Memory, numbered};
use super::{Label, Search, Width};
use crate::model::Day;
use crate::schedule::Score;
use crate::schedule::label::NONE;

/// So far above the best answer without habits what lies ahead is known at first.
const NEAR: i32 = 48;
/// So many ways with the same runs placed are followed for each label of a first pass.
const WIDER: usize = 2;
/// More than any block costs.
const NEVER: i32 = 1 << 28;
/// Layers of a week: its start and the end of each day.
const LAYERS: usize = 8;

/// The least that is still to pay, in points, at the start of each week and the end of each day.
pub(super) struct Ahead {
    layers: Vec<Layer>,
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

impl Search<'_> {
    /// The least that a label has still to pay at a layer, in points; 0 where nothing is known.
    pub(super) fn to_pay(&self, ahead: &Ahead, layer: usize, label: &Label) -> i32 {
        let layer = &ahead.layers[layer];
        let key = self.habits.key(label);
        let memory = self.memory(label);
        let known = layer.known.borrow().get(&(key, memory)).copied();
        known.unwrap_or_else(|| {
            let mut ways = layer.ways.get(&key).into_iter().flatten();
            let least = ways.find(|(known, _)| self.is_no_worse(known, &memory)).map_or(0, |(_, least)| *least);
            layer.known.borrow_mut().insert((key, memory), least);
            least
        })
    }

    /// What lies ahead as far as it leads to answers near the best one without habits, and the least that the whole block costs.
    pub(super) fn near_ahead(&mut self, tables: &[WeekTable], weeks: &[Score], known: Option<Score>) -> (Ahead, i32) {
        let free = self.habits.without_cost();
        let habits = std::mem::replace(&mut self.habits, free);
        let limits = vec![None; tables.len()];
        let narrow = self.pass(tables, weeks, &limits, known, Width::Narrow, None);
        self.habits = habits;
        let near = narrow.best().map(|best| Score::up_to(best.points + NEAR));
        self.ahead(tables, weeks, near.into_iter().chain(known).min())
    }

    /// What lies ahead of every day, no further than what leads to an answer for `most`, and the least that the whole block costs.
    pub(super) fn ahead(&mut self, tables: &[WeekTable], weeks: &[Score], most: Option<Score>) -> (Ahead, i32) {
        let free = self.habits.without_cost();
        let habits = std::mem::replace(&mut self.habits, free);
        let (ways, edges) = self.ways(tables, weeks, most);
        self.habits = habits;
        let mut layers: Vec<Layer> = Vec::with_capacity(ways.len());
        let mut next: Vec<i32> = Vec::new();
        for (at, ways) in ways.iter().enumerate().rev() {
            let is_end = at == edges.len();
            let beyond = |way: &Way| most.map_or(NEVER, |most| (most.points + 1 - way.paid).max(0));
            let mut least: Vec<i32> = ways.iter().map(|way| if is_end { 0 } else { beyond(way) }).collect();
            for edge in edges.get(at).into_iter().flatten() {
                let after = if edge.to == NONE { 0 } else { next[edge.to as usize] };
                let here = &mut least[edge.from as usize];
                *here = (*here).min(edge.price + after);
            }
            let mut layer = Layer::default();
            for (way, least) in ways.iter().zip(&least) {
                layer.ways.entry(way.key).or_default().push((way.memory, *least));
                layer.known.borrow_mut().insert((way.key, way.memory), *least);
            }
            layer.ways.values_mut().for_each(|ways| ways.sort_by_key(|(_, least)| -least));
            layers.push(layer);
            next = least;
        }
        layers.reverse();
        (Ahead { layers, most: most.map(|most| most.points) }, next.first().copied().unwrap_or_default())
    }

    /// Follows the ways of a search without habits through the block: those of each layer, and the steps between them.
    fn ways(&mut self, tables: &[WeekTable], weeks: &[Score], most: Option<Score>) -> (Vec<Vec<Way>>, Vec<Vec<Edge>>) {
        let mut labels = vec![self.before_the_first_week()];
        let mut ways = vec![self.layer(&mut labels)];
        let mut edges = Vec::new();
        for (at, table) in tables.iter().enumerate() {
            let budget = Budget { week: None, whole: most.map(|most| most - weeks[at + 1]) };
            let monday = self.monday(at);
            for weekday in 0..=7 {
                self.nodes.clear();
                let (next, day) = if weekday < 7 {
                    let day = monday.plus(weekday as i32);
                    (self.step(labels, day, table, weekday, budget), day.plus(1))
                } else {
                    (self.close(labels, monday.week(), table, budget), self.monday(at + 1))
                };
                let after = |label: &Label| {
                    let rest = if weekday < 7 { self.rest(label, table, weekday + 1) } else { Score::default() };
                    (rest + weeks[at + 1]).points
                };
                let before = ways.last().map_or(&[][..], Vec::as_slice);
                let (kept, steps) = self.kept(next, day, before, after);
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
