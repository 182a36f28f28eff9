//! Which of some memories are no worse than which: asked so often that what of it can be is one subtraction.

use super::Search;
use super::thin::{Memory, numbered};
use crate::rules::{Tally, WEEK_RULES};

/// Tables of more tallies than this are not kept.
const MOST_TALLIES: usize = 1_024;
/// The top bit of each of four lanes.
const GUARD: u64 = 0x8000_8000_8000_8000;
/// What a lane holds below its top bit.
const MOST_IN_LANE: i32 = 0x7FFF;

/// Memories beside one another.
pub(super) struct Compared<'m> {
    memories: &'m [Memory],
    /// When what each remembers was over, a lane each, counted from the earliest; `None` where they lie too far apart.
    ends: Option<Vec<u64>>,
    /// The number of its tallies.
    own: Vec<usize>,
    tallies: Vec<[Tally; WEEK_RULES]>,
    /// Whether tallies are no worse than others, where that was asked.
    known: Vec<Option<bool>>,
}

impl<'m> Compared<'m> {
    pub(super) fn new(memories: &'m [Memory]) -> Self {
        let (tallies, own) = numbered(memories.iter().map(|memory| memory.tallies));
        let count = tallies.len();
        let known = vec![None; if count <= MOST_TALLIES { count * count } else { 0 }];
        Self { memories, ends: packed(memories), own, tallies, known }
    }

    /// Whether nothing that memory `a` holds is worse for any future than what `b` holds.
    pub(super) fn is_no_worse(&mut self, search: &Search<'_>, a: usize, b: usize) -> bool {
        if let Some(ends) = &self.ends
            && ((ends[b] | GUARD) - ends[a]) & GUARD != GUARD
        {
            return false;
        }
        let (one, other) = (&self.memories[a], &self.memories[b]);
        if self.ends.is_none() && !one.is_over_before(other) || !search.eased_no_more(one, other) {
            return false;
        }
        let (a, b) = (self.own[a], self.own[b]);
        if a == b {
            return true;
        }
        let ask = || search.are_no_worse(&self.tallies[a], &self.tallies[b]);
        match self.known.get_mut(a * self.tallies.len() + b) {
            Some(known) => *known.get_or_insert_with(ask),
            None => ask(),
        }
    }
}

fn packed(memories: &[Memory]) -> Option<Vec<u64>> {
    let mut first = [i32::MAX; 4];
    for memory in memories {
        for (first, end) in first.iter_mut().zip(memory.ends).filter(|(_, end)| *end != i32::MIN) {
            *first = end.min(*first);
        }
    }
    let lanes = |memory: &Memory| {
        memory.ends.iter().zip(first).enumerate().try_fold(0_u64, |all, (lane, (end, first))| {
            let here = if *end == i32::MIN { 0 } else { end - first + 1 };
            (here <= MOST_IN_LANE).then(|| all | (here as u64) << (16 * lane))
        })
    };
    memories.iter().map(lanes).collect()
}
