//! One day further: what stands, where a run could go, and the end of a week.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::limits::Budget;
use super::table::{Table, WeekTable};
use super::trail::{Node, Step};
use super::{Label, Search};
use crate::model::{Day, RunType};
use crate::rules::{DayView, MARGIN_DAYS, Pair, Place};
use crate::schedule::candidates::{Candidate, DayPlaces, Till, price};
use crate::schedule::judge::{Deaf, hard_class};
use crate::schedule::label::{Habits, NEW, NO_HABIT, NONE};
use crate::schedule::{Score, Standing};

impl Search<'_> {
    /// The one label before the first Monday, with what went before in mind.
    pub(super) fn before_the_first_week(&self) -> Label {
        let mut label = Label::blank();
        let first = self.problem.first_week;
        for day in (first * 7 - MARGIN_DAYS..first * 7).map(Day) {
            let standing = self.problem.standing_on(day);
            let places: Vec<Place> = self.problem.standing[standing.clone()].iter().map(|run| run.place).collect();
            standing.for_each(|at| self.remember(&mut label, at));
            if day.week() == first - 1 {
                let view = DayView { day, facts: self.problem.timetable.facts(day), runs: &places };
                self.read(&mut label, &view);
            }
        }
        for (rule, tally) in self.week_rules.iter().zip(&mut label.tallies) {
            *tally = rule.close(*tally, first - 1, self.problem.timetable, &mut Deaf);
        }
        self.habits.end_week(&mut label, |_| false);
        label
    }

    fn read(&self, label: &mut Label, view: &DayView<'_>) {
        for (rule, tally) in self.week_rules.iter().zip(&mut label.tallies) {
            *tally = rule.read(*tally, view, self.problem.timetable);
        }
    }

    /// A run that stands where it stands, by its number, enters the memory of a label.
    fn remember(&self, label: &mut Label, at: usize) {
        let standing = &self.problem.standing[at];
        let place = &standing.place;
        let is_light = self.problem.timetable.is_light(place.day.week());
        if let Some((family, slot)) = self.slot_of(&standing.slug).filter(|_| !is_light) {
            let (from, to) = self.habits.ranges[family];
            let slot = if to - from == 1 { from } else { from + slot };
            label.habits[slot] = Habits::code(place);
        }
        if place.run.kind == RunType::CooldownJog {
            return;
        }
        label.last = at as u32;
        if let Some(class) = hard_class(place.run.class()) {
            label.hard[class] = at as u32;
        }
    }

    /// Where the run that stands there as number `at` stood the last time before, light weeks passed over.
    fn stood_before(&self, at: usize) -> Option<&Place> {
        let (run, before) = (&self.problem.standing[at], &self.problem.standing[..at]);
        let counts = |known: &&Standing| !self.problem.timetable.is_light(known.place.day.week());
        before.iter().rev().filter(counts).find(|known| known.slug == run.slug).map(|known| &known.place)
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
        let last = if label.hard.contains(&label.last) { NONE } else { label.last };
        let jog = self.jog_between(label, place);
        for index in label.hard.into_iter().chain([last, jog]).filter(|index| *index != NONE) {
            let earlier = &self.arena[index as usize];
            if !place.judged && !earlier.place.judged {
                continue;
            }
            let pair = Pair {
                earlier: &earlier.place,
                later: place,
                neighbours: index == label.last || index == jog,
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

    /// The jog that stands right before a run at `place`, after all that the label remembers; `NONE` for none.
    fn jog_between(&self, label: &Label, place: &Place) -> u32 {
        let start = |index: u32| self.arena[index as usize].place.start;
        let before = self.jogs.iter().rev().copied().find(|jog| start(*jog) < place.start).unwrap_or(NONE);
        let is_over = label.last != NONE && before != NONE && start(label.last) > start(before);
        if is_over { NONE } else { before }
    }

    /// Carries every label over one day, as far as the budget allows.
    pub(super) fn step(
        &mut self,
        labels: Vec<Label>,
        day: Day,
        tables: &WeekTable,
        weekday: usize,
        budget: Budget,
    ) -> Vec<Label> {
        let standing = self.problem.standing_on(day);
        let mut next = Vec::with_capacity(labels.len() * 2);
        if !standing.is_empty() {
            let places: Vec<Place> = self.problem.standing[standing.clone()].iter().map(|run| run.place).collect();
            for mut label in labels {
                if self.stand(&mut label, standing.clone(), &places, day)
                    && budget.covers(label.score + self.rest(&label, tables, weekday + 1), label.monday)
                {
                    next.push(label);
                }
            }
            return next;
        }
        let facts = self.problem.timetable.facts(day);
        // Labels that remember the same runs pay the same.
        let mut offers = FxHashMap::default();
        for label in labels {
            if budget.covers(label.score + self.rest(&label, tables, weekday + 1), label.monday) {
                let mut idle = label;
                self.read(&mut idle, &DayView { day, facts, runs: &[] });
                next.push(idle);
            }
            let to_place = self.to_place(&label, tables);
            for (family, table) in tables.families.iter().enumerate() {
                let waits = table.after.is_some_and(|before| self.habits.placed(&label, before) == 0);
                if waits || table.wanted == self.habits.placed(&label, family) {
                    continue;
                }
                let Some((cheapest, rest)) = tables.with_run(family, weekday, to_place) else { continue };
                let affords = |score: Score| budget.covers(score + rest, label.monday);
                if affords(label.score + cheapest) {
                    let remembered = (family, label.hard, label.last);
                    let places = &table.days[weekday];
                    let offered = offers.entry(remembered).or_insert_with(|| self.offered(&label, places));
                    self.extend(&label, (family, tables), offered, day, affords, &mut next);
                }
            }
        }
        next
    }

    /// Takes the runs that stand on a day into a label; false where a must is broken.
    fn stand(&self, label: &mut Label, standing: Range<usize>, places: &[Place], day: Day) -> bool {
        for at in standing {
            let run = &self.problem.standing[at];
            let Some((pairs, seam)) = self.pairs(label, &run.place) else { return false };
            label.score += pairs;
            label.seam += seam;
            if run.place.judged {
                let Some(price) = price(&self.slot_rules, self.problem, &run.place) else { return false };
                label.score += price;
                let old = match self.slot_of(&run.slug) {
                    Some((family, _)) => label.habits[self.habits.ranges[family].0],
                    // Nobody places a run of this name, so what stood before it is the same for all.
                    None => self.stood_before(at).map_or(NO_HABIT, Habits::code),
                };
                let is_light = self.problem.timetable.is_light(day.week());
                let change = if is_light { 0 } else { self.habits.change(old, Habits::code(&run.place)) };
                let change = Score::of_points(change);
                label.score += change;
                label.seam += change;
            }
            self.remember(label, at);
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

    /// The places on one day that are worth a label for a run after `label`, with what it pays there in all, and for the seam.
    fn offered(&self, label: &Label, places: &DayPlaces) -> Vec<(u32, Score, Score)> {
        let mut found: Vec<(u32, Score, Score)> = Vec::new();
        let Some(earliest) = places.earliest else { return found };
        let is_far = |class: usize| {
            let index = label.hard[class];
            index == NONE || earliest.since(self.arena[index as usize].place.end) >= self.horizons[class] * 60
        };
        let alone = self.jogs.is_empty() && (0..3).all(is_far);
        let offered = if alone { &places.alone } else { &places.all };
        for index in offered.iter().copied() {
            let candidate = &self.arena[index as usize];
            // Of places alike to week rules and habits, a later one must be cheaper to be worth a label.
            let beaten = |score: Score| {
                found.iter().any(|(rival, cheaper, _)| {
                    let rival = &self.arena[*rival as usize];
                    rival.mark == candidate.mark
                        && rival.habit == candidate.habit
                        && rival.eased == candidate.eased
                        && rival.is_out_of_the_way(candidate)
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
        found
    }

    /// Every way to put a run of `family` into one of the `offered` places of this day after `label` that it `affords`.
    fn extend(
        &mut self,
        label: &Label,
        (family, tables): (usize, &WeekTable),
        offered: &[(u32, Score, Score)],
        day: Day,
        affords: impl Fn(Score) -> bool,
        next: &mut Vec<Label>,
    ) {
        let (from, to) = self.habits.ranges[family];
        let is_free = tables.is_light || self.habits.are_free;
        let facts = self.problem.timetable.facts(day);
        for (index, score, seam) in offered.iter().copied() {
            if !affords(label.score + score) {
                continue;
            }
            let Candidate { place, habit, eased, .. } = self.arena[index as usize];
            let mut longer = *label;
            longer.score += score;
            if eased && tables.counts_eased {
                longer.score += tables.more_lost(label.eased, 1);
                longer.eased += 1;
            }
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
                // Where no habit counts a run goes on with the one that it has, wherever it stands: the first will do.
                let habit = if is_free { old } else { habit };
                let change = Score::of_points(self.habits.change(old % NEW, habit % NEW));
                let is_twin = slot > from && (is_free || label.habits[slot - 1] == old);
                if old >= NEW || is_twin || !affords(longer.score + change) {
                    continue;
                }
                let mut one = longer;
                one.score += change;
                one.seam += change;
                // What no later run of the family sees is not remembered.
                one.habits[slot] = if tables.families[family].is_last { NO_HABIT } else { habit } + NEW;
                self.habits.settle(&mut one, family);
                one.node = self.nodes.len() as u32;
                let step = Step::Place { family: family as u8, habit: old, candidate: index };
                self.nodes.push(Node { before: label.node, step });
                next.push(one);
            }
        }
    }

    /// Ends a week: what is not placed is left out, the week rules judge.
    pub(super) fn close(&mut self, labels: Vec<Label>, week: i32, tables: &WeekTable, budget: Budget) -> Vec<Label> {
        let mut next = Vec::with_capacity(labels.len());
        for mut label in labels {
            let stands =
                |(family, table): (usize, &Table)| !table.forced || self.habits.placed(&label, family) == table.wanted;
            if !tables.families.iter().enumerate().all(stands) {
                continue;
            }
            label.score += self.rest(&label, tables, 7);
            if tables.counts_eased {
                label.score += tables.more_lost(label.eased, tables.hard_missing(self.to_place(&label, tables)));
                label.eased = 0;
            }
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
            self.habits.end_week(&mut label, |family| tables.families[family].is_last);
            if !budget.covers(label.score, label.monday) {
                continue;
            }
            let step = Step::Week { price: label.score - label.monday, seam: label.seam };
            self.nodes.push(Node { before: label.node, step });
            label.node = self.nodes.len() as u32 - 1;
            (label.monday, label.seam) = (label.score, Score::default());
            next.push(label);
        }
        next
    }
}
