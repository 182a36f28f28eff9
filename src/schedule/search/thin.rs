//! Which labels are followed on: those that no other beats.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::compared::Compared;
use super::{Guide, Label, Search};
use crate::model::{Day, Moment};
use crate::rules::{NEIGHBOUR_DAYS, Tally, WEEK_RULES};
use crate::schedule::Score;
use crate::schedule::candidates::Candidate;
use crate::schedule::label::{NONE, Rival};

const DAY_MINUTES: i32 = 24 * 60;

/// What a label remembers beside its habits, as far as any later run can see it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Memory {
    /// When the last quality run, long run and race were over, and the day of the last run, with the time it lasted into the next;
    /// in minutes. The less the better, least where there is none.
    pub ends: [i32; 4],
    /// Hard runs of the week that easy ones replace, where it matters how many.
    eased: u8,
    /// What the week rules remember.
    pub tallies: [Tally; WEEK_RULES],
}

impl Memory {
    /// Whether all that it remembers was over no later.
    pub(super) fn is_over_before(&self, other: &Self) -> bool {
        self.ends.iter().zip(other.ends).all(|(one, other)| *one <= other)
    }
}

impl Hash for Memory {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.ends.hash(state);
        self.eased.hash(state);
        self.tallies.as_flattened().hash(state);
    }
}

/// What is different of all, and for each its number there, in order of appearance.
pub(super) fn numbered<T: Copy + Eq + Hash>(all: impl ExactSizeIterator<Item = T>) -> (Vec<T>, Vec<usize>) {
    let mut known = FxHashMap::with_capacity_and_hasher(all.len(), FxBuildHasher);
    let mut different = Vec::new();
    let number = |one| {
        *known.entry(one).or_insert_with(|| {
            different.push(one);
            different.len() - 1
        })
    };
    let numbers = all.map(number).collect();
    (different, numbers)
}

impl Search<'_> {
    /// Drops every label that cannot end at what is looked for, seen from the start of `day`.
    pub(super) fn promising(&self, labels: &mut Vec<Label>, day: Day, guide: Guide<'_>, layer: usize) {
        self.forget_all(labels, day);
        if let (Some(ahead), Some(most)) = (guide.ahead, guide.most) {
            labels.retain(|label| label.score.points + self.to_pay(ahead, layer, label) <= most);
        }
    }

    /// Drops every label that another beats, of labels that have forgotten what no longer matters.
    pub(super) fn thin(&self, labels: &[Label]) -> Vec<Label> {
        // Labels are large: what is sorted is where they lie.
        let keyed = labels.iter().zip(0_u32..).map(|(label, at)| (self.habits.key(label), label.score, at));
        let mut order: Vec<(u32, Score, u32)> = keyed.collect();
        order.sort_unstable();
        let mut kept = Vec::with_capacity(labels.len());
        for group in order.chunk_by(|a, b| a.0 == b.0) {
            self.unbeaten(group.iter().map(|(.., at)| &labels[*at as usize]), &mut kept);
        }
        kept
    }

    /// What no longer matters to any run from `day` on is forgotten, so that labels which differ in nothing else are alike.
    pub(super) fn forget_all(&self, labels: &mut [Label], day: Day) {
        let now = self.problem.timetable.midnight(day);
        for label in labels {
            self.forget(label, day, now);
        }
    }

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
    fn unbeaten<'a>(&self, group: impl ExactSizeIterator<Item = &'a Label> + Clone, kept: &mut Vec<Label>) {
        if group.len() == 1 {
            kept.extend(group);
            return;
        }
        let (memories, own) = numbered(group.clone().map(|label| self.memory(label)));
        let mut compared = Compared::new(&memories);
        // The labels kept, by their memory, and the memories that have one. Of a label only what is compared lies here, side by side.
        let mut rivals: Vec<Vec<Rival>> = vec![Vec::new(); memories.len()];
        let mut known: Vec<usize> = Vec::with_capacity(memories.len());
        for (label, own) in group.zip(own) {
            let this = Rival::of(label);
            let beats = |rival: &Rival| self.habits.beats(rival, &this);
            let beaten =
                known.iter().any(|other| compared.is_no_worse(self, *other, own) && rivals[*other].iter().any(beats));
            if !beaten {
                if rivals[own].is_empty() {
                    known.push(own);
                }
                rivals[own].push(this);
                kept.push(*label);
            }
        }
    }

    pub(super) fn memory(&self, label: &Label) -> Memory {
        let minutes = |index: u32, of: fn(&Candidate) -> i32| self.arena.get(index as usize).map_or(i32::MIN, of);
        let [quality, long, race] = label.hard.map(|index| minutes(index, |one| one.place.end.0 as i32));
        let last = minutes(label.last, |one| one.place.day.0 * DAY_MINUTES + one.over);
        Memory { ends: [quality, long, race, last], eased: label.eased, tallies: label.tallies }
    }

    /// Whether nothing that memory `a` holds is worse for any future than what `b` holds; to remember nothing is best.
    pub(super) fn is_no_worse(&self, a: &Memory, b: &Memory) -> bool {
        a.is_over_before(b) && self.eased_no_more(a, b) && self.are_no_worse(&a.tallies, &b.tallies)
    }

    /// Whether as many hard runs were replaced, or fewer where the next one then costs no more.
    pub(super) fn eased_no_more(&self, a: &Memory, b: &Memory) -> bool {
        a.eased == b.eased || self.easing_grows && a.eased < b.eased
    }

    /// Whether every week rule calls its one tally no worse than the other.
    pub(super) fn are_no_worse(&self, a: &[Tally; WEEK_RULES], b: &[Tally; WEEK_RULES]) -> bool {
        self.week_rules.iter().enumerate().all(|(at, rule)| rule.no_worse(a[at], b[at]))
    }
}
