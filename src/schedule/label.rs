//! What the search remembers of the days behind it.

use super::{Family, Score};
use crate::model::{Clock, Day, PartOfDay};
use crate::rules::{Pair, PairRule, Place, Tally, Timetable, WEEK_RULES};
use crate::schedule::candidates::Till;

/// The most runs a block may tell apart.
pub(super) const SLOTS: usize = 16;
/// No run remembered.
pub(super) const NONE: u32 = u32::MAX;

/// A habit that does not exist yet.
pub(super) const NO_HABIT: u8 = 21;
/// Added to a habit that this week has made already.
pub(super) const NEW: u8 = 32;

/// One way to get to the end of a day: what it cost, and all that the days to come can see of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label {
    /// What it cost so far.
    pub score: Score,
    /// What it had cost when the week began.
    pub monday: Score,
    /// What this week paid for the runs of the week before.
    pub seam: Score,
    /// Each family's habits, sorted within the family, those of this week marked [`NEW`].
    pub habits: [u8; SLOTS],
    /// The last quality run, long run and race, in the arena.
    pub hard: [u32; 3],
    /// The last run.
    pub last: u32,
    /// What the week rules remember.
    pub tallies: [Tally; WEEK_RULES],
    /// Hard runs of this week that easy ones replace, where it matters how many.
    pub eased: u8,
    /// The choice that led here.
    pub node: u32,
    /// The number of the label before it, where labels are numbered.
    pub from: u32,
}

impl Label {
    /// Nothing paid and nothing remembered: no label is better to start a week from.
    pub(super) fn blank() -> Self {
        Self {
            score: Score::default(),
            monday: Score::default(),
            seam: Score::default(),
            habits: [NO_HABIT; SLOTS],
            hard: [NONE; 3],
            last: NONE,
            tallies: [Tally::default(); WEEK_RULES],
            eased: 0,
            node: NONE,
            from: 0,
        }
    }
}

/// What of two labels that remember alike is compared.
#[derive(Clone, Copy)]
pub(super) struct Rival {
    score: Score,
    habits: [u8; SLOTS],
}

impl Rival {
    pub(super) fn of(label: &Label) -> Self {
        Self { score: label.score, habits: label.habits }
    }
}

/// What changing a habit costs, in points, and how the families' habits lie in a label.
#[derive(Clone, Debug)]
pub(super) struct Habits {
    /// First slot of each family, and one past the last family's.
    pub ranges: Vec<(usize, usize)>,
    /// Whether no change of habit costs anything: then none is remembered.
    pub are_free: bool,
    cost: [[i32; 22]; 22],
    later: [[i32; 22]; 22],
    earlier: [[i32; 22]; 22],
}

impl Habits {
    /// The habit of a run: its weekday and part of the day.
    pub(super) fn code(place: &Place) -> u8 {
        let part = PartOfDay::ALL.iter().position(|part| *part == place.clock.part()).unwrap_or(0);
        (place.day.weekday() * 3 + part) as u8
    }

    /// Asks the pair rules what each change of habit costs.
    pub(super) fn new(families: &[Family], rules: &[&dyn PairRule], example: &Place, timetable: &Timetable) -> Self {
        let mut ranges = Vec::new();
        let mut next = 0;
        for family in families {
            ranges.push((next, next + family.slugs.len()));
            next += family.slugs.len();
        }
        let at = |code: usize, week: i32| {
            let clock = Clock(PartOfDay::ALL[code % 3].span().0);
            Place { day: Day(week * 7 + (code / 3) as i32), clock, ..*example }
        };
        let mut cost = [[0; 22]; 22];
        for (from, row) in cost.iter_mut().enumerate().take(21) {
            for (to, cell) in row.iter_mut().enumerate().take(21) {
                let (earlier, later) = (at(from, 0), at(to, 1));
                let pair = Pair { earlier: &earlier, later: &later, neighbours: false, nearest: false, same: true };
                let mut till = Till::new();
                for rule in rules {
                    rule.judge(&pair, timetable, &mut till);
                }
                *cell = till.score.points;
            }
        }
        let (mut as_later, mut as_earlier) = ([[0; 22]; 22], [[0; 22]; 22]);
        let any = cost.iter().flatten().any(|cost| *cost != 0);
        for a in (0..22).filter(|_| any) {
            for b in 0..22 {
                as_later[a][b] = (0..22).map(|from| cost[from][a] - cost[from][b]).max().unwrap_or(0);
                as_earlier[a][b] = (0..22).map(|to| cost[a][to] - cost[b][to]).max().unwrap_or(0);
            }
        }
        Self { ranges, are_free: !any, cost, later: as_later, earlier: as_earlier }
    }

    /// The same slots where no change of habit costs anything.
    pub(super) fn without_cost(&self) -> Self {
        let none = [[0; 22]; 22];
        Self { ranges: self.ranges.clone(), are_free: true, cost: none, later: none, earlier: none }
    }

    /// The same where what is done now matters to nothing that follows.
    pub(super) fn as_last(&self) -> Self {
        Self { earlier: [[0; 22]; 22], ..self.clone() }
    }

    /// How many slots the families need.
    pub(super) fn slots(&self) -> usize {
        self.ranges.last().map_or(0, |range| range.1)
    }

    /// What it costs to go from one habit to another.
    pub(super) fn change(&self, from: u8, to: u8) -> i32 {
        self.cost[from as usize][to as usize]
    }

    /// The most that having habit `a` now instead of `b` could cost, seen from the week before.
    pub(super) fn as_later(&self, a: u8, b: u8) -> i32 {
        self.later[a as usize][b as usize]
    }

    /// The most that having had habit `a` instead of `b` could cost in the weeks to come.
    pub(super) fn as_earlier(&self, a: u8, b: u8) -> i32 {
        self.earlier[a as usize][b as usize]
    }

    /// Whether `a` costs no more than `b` with the most that the habits of `a` could still cost more in the weeks to come, of labels
    /// that have placed as many runs of each family. Runs of a family may stand for each other, so habits that both have cost nothing.
    pub(super) fn beats(&self, a: &Rival, b: &Rival) -> bool {
        let most = b.score.points - a.score.points - i32::from(a.score.lateness > b.score.lateness);
        if most < 0 {
            return false;
        }
        let differ = u128::from_le_bytes(a.habits) ^ u128::from_le_bytes(b.habits);
        if differ == 0 {
            return true;
        }
        let mut regret = 0;
        self.ranges.iter().all(|(from, to)| {
            let own = u128::MAX >> (8 * (SLOTS - (to - from))) << (8 * from);
            if differ & own != 0 {
                regret += self.family_regret(&a.habits[*from..*to], &b.habits[*from..*to]);
            }
            regret <= most
        })
    }

    /// Of habits in order.
    fn family_regret(&self, a: &[u8], b: &[u8]) -> i32 {
        if let ([a], [b]) = (a, b) {
            return self.as_earlier(a % NEW, b % NEW);
        }
        let (mut ours, mut theirs) = (Without { habits: a, others: b }, Without { habits: b, others: a });
        let mut regret = 0;
        while let (Some(a), Some(b)) = (ours.next(), theirs.next()) {
            regret += self.as_earlier(a % NEW, b % NEW);
        }
        regret
    }

    /// How many runs of a family this week has placed.
    pub(super) fn placed(&self, label: &Label, family: usize) -> usize {
        let (from, to) = self.ranges[family];
        label.habits[from..to].iter().filter(|habit| **habit >= NEW).count()
    }

    /// Puts a family's habits into order again.
    pub(super) fn settle(&self, label: &mut Label, family: usize) {
        let (from, to) = self.ranges[family];
        label.habits[from..to].sort_unstable();
    }

    /// The week is over: its habits are old ones, and those of families that no later week wants are forgotten.
    pub(super) fn end_week(&self, label: &mut Label, is_last: impl Fn(usize) -> bool) {
        for habit in &mut label.habits {
            *habit %= NEW;
        }
        for (family, (from, to)) in self.ranges.iter().enumerate() {
            if is_last(family) {
                label.habits[*from..*to].fill(NO_HABIT);
            }
        }
        for family in 0..self.ranges.len() {
            self.settle(label, family);
        }
    }

    /// Which slots hold habits of this week, as bits: labels are compared where these agree.
    pub(super) fn key(&self, label: &Label) -> u32 {
        (0..self.slots()).filter(|slot| label.habits[*slot] >= NEW).fold(0, |key, slot| key | 1 << slot)
    }
}

/// The habits of one label that another does not have, both in order.
struct Without<'a> {
    habits: &'a [u8],
    others: &'a [u8],
}

impl Iterator for Without<'_> {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        loop {
            let (habit, rest) = self.habits.split_first()?;
            match self.others.split_first() {
                Some((other, others)) if other < habit => self.others = others,
                Some((other, others)) if other == habit => (self.habits, self.others) = (rest, others),
                _ => {
                    self.habits = rest;
                    return Some(*habit);
                }
            }
        }
    }
}
