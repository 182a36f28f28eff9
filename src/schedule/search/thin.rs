//! Which labels are followed on: those that no other beats.

use std::hash::Hash;

use rustc_hash::FxHashMap;

use super::{Label, Search};
use crate::model::{Clock, Day, Moment};
use crate::rules::Tally;
use crate::schedule::Score;
use crate::schedule::label::{NONE, WEEK_RULES};

/// After so many days a run no longer matters as a neighbour.
const NEIGHBOUR_DAYS: i32 = 3;

/// What a label remembers beside its habits.
type Memory = ([u32; 3], u32, [Tally; WEEK_RULES]);

/// Numbers what is alike in order of appearance.
fn numbered<T: Eq + Hash>(all: impl Iterator<Item = T>) -> (Vec<usize>, usize) {
    let mut known = FxHashMap::default();
    let numbers = all.map(|one| {
        let next = known.len();
        *known.entry(one).or_insert(next)
    });
    (numbers.collect(), known.len())
}

impl Search<'_> {
    /// Drops every label that another beats, seen from the start of `day`.
    pub(super) fn thin(&self, mut labels: Vec<Label>, day: Day) -> Vec<Label> {
        let now = self.problem.timetable.calendar.moment(day, Clock(0));
        for label in &mut labels {
            self.forget(label, day, now);
        }
        labels.sort_by_cached_key(|label| (self.habits.key(label), label.score));
        let mut kept = Vec::with_capacity(labels.len());
        for group in labels.chunk_by(|a, b| self.habits.key(a) == self.habits.key(b)) {
            self.unbeaten(group, &mut kept);
        }
        kept
    }

    /// What no longer matters to any later run is forgotten, so that labels which differ in nothing else are alike.
    fn forget(&self, label: &mut Label, day: Day, now: Moment) {
        let place = |index: u32| self.arena.get(index as usize).map(|one| one.place);
        for (hard, horizon) in label.hard.iter_mut().zip(self.horizons) {
            if place(*hard).is_some_and(|place| now.since(place.end) >= horizon * 60) {
                *hard = NONE;
            }
        }
        if place(label.last).is_some_and(|place| day.0 - place.day.0 >= NEIGHBOUR_DAYS) {
            label.last = NONE;
        }
    }

    /// Of labels by score that have placed as many runs of each family, those that none before them beats: whatever follows a
    /// label could follow one of these at no higher price. Few of them differ in memory, so memories are compared once for all.
    fn unbeaten(&self, group: &[Label], kept: &mut Vec<Label>) {
        let memory = |label: &Label| (label.hard, label.last, label.tallies);
        let (memories, count) = numbered(group.iter().map(memory));
        let mut no_worse: Vec<Option<bool>> = vec![None; count * count];
        let mut rivals: Vec<(usize, Vec<&Label>)> = Vec::new();
        for (label, own) in group.iter().zip(memories) {
            let beaten = rivals.iter().any(|(other, rivals)| {
                *no_worse[other * count + own].get_or_insert_with(|| self.is_no_worse(memory(rivals[0]), memory(label)))
                    && rivals.iter().any(|rival| {
                        rival.score + Score::of_preference(self.habits.regret(rival, label)) <= label.score
                    })
            });
            if beaten {
                continue;
            }
            kept.push(*label);
            match rivals.iter_mut().find(|(known, _)| *known == own) {
                Some((_, rivals)) => rivals.push(label),
                None => rivals.push((own, vec![label])),
            }
        }
    }

    /// Whether nothing that memory `a` holds is worse for any future than what `b` holds.
    fn is_no_worse(&self, a: Memory, b: Memory) -> bool {
        (0..3).all(|class| self.ends_no_later(a.0[class], b.0[class]))
            && self.is_no_nearer(a.1, b.1)
            && self.week_rules.iter().enumerate().all(|(at, rule)| rule.no_worse(a.2[at], b.2[at]))
    }

    fn ends_no_later(&self, a: u32, b: u32) -> bool {
        let end = |index: u32| self.arena[index as usize].place.end;
        a == b || a == NONE || (b != NONE && end(a) <= end(b))
    }

    fn is_no_nearer(&self, a: u32, b: u32) -> bool {
        let end = |index: u32| (self.arena[index as usize].place.day, self.arena[index as usize].over);
        a == b || a == NONE || (b != NONE && end(a) <= end(b))
    }
}
