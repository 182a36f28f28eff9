//! Judges runs where they stand, by every rule of placement in force.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::{Day, RunClass, RunType};
use crate::rules::{Card, DayView, Listener, Pair, Place, Rulebook, Tally, Timetable, Verdict};

/// A run where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Its logical name, such as `easy-1`.
    pub slug: String,
    /// Its place.
    pub place: Place,
}

impl Standing {
    /// The same beside the sessions of this timetable, which may be fewer or others than those it was placed beside.
    pub(super) fn attached_in(&self, timetable: &Timetable) -> Self {
        let session = self.place.attached_to.and_then(|_| timetable.closed_by(self.place.start));
        Self { slug: self.slug.clone(), place: Place { attached_to: session, ..self.place } }
    }
}

/// What a verdict is about; numbers are indices into the runs that are judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// One run.
    Run(usize),
    /// Two runs, the earlier first.
    Pair(usize, usize),
    /// A week of the block, from 0.
    Week(i32),
}

/// Hears every verdict with its rule and what it is about.
pub type Hear<'a> = dyn FnMut(&'static Card, Subject, Verdict, &dyn Fn() -> String) + 'a;

struct To<'a, 'b> {
    card: &'static Card,
    subject: Subject,
    hear: &'a mut Hear<'b>,
}

impl Listener for To<'_, '_> {
    fn hear(&mut self, verdict: Verdict, sentence: &dyn Fn() -> String) {
        (self.hear)(self.card, self.subject, verdict, sentence);
    }
}

/// Judges `runs` (by start) in `weeks` of the block, the runs before them counting as what went before.
/// Each slot rule hears each judged run, each pair rule each pair, each week rule each week.
pub fn judge(rules: &Rulebook, timetable: &Timetable, runs: &[Standing], weeks: Range<i32>, hear: &mut Hear<'_>) {
    judge_about(|_| true, rules, timetable, runs, weeks, hear);
}

/// Judges as [`judge`] does, but only what `about` asks for.
pub(super) fn judge_about(
    about: impl Fn(Subject) -> bool,
    rules: &Rulebook,
    timetable: &Timetable,
    runs: &[Standing],
    weeks: Range<i32>,
    hear: &mut Hear<'_>,
) {
    let inside = |run: &Standing| weeks.contains(&run.place.day.week());
    let mut pairs = pairs(runs, timetable);
    pairs.retain(|(before, after, _)| inside(&runs[*after]) && about(Subject::Pair(*before, *after)));
    let end = if weeks.end >= timetable.weeks { weeks.end + 1 } else { weeks.end };
    let days = places_by_day(runs, (weeks.start - 1) * 7..end * 7);
    for rule in rules.in_force() {
        let card = rule.card();
        if let Some(slot) = rule.slot() {
            for (index, run) in runs.iter().enumerate().filter(|(_, run)| run.place.judged && inside(run)) {
                let subject = Subject::Run(index);
                if about(subject) {
                    slot.judge(&run.place, timetable, &mut To { card, subject, hear });
                }
            }
        }
        if let Some(pair) = rule.pair() {
            for (before, after, partners) in &pairs {
                pair.judge(partners, timetable, &mut To { card, subject: Subject::Pair(*before, *after), hear });
            }
        }
        if let Some(week) = rule.week() {
            let mut tally = Tally::default();
            for (number, days) in (weeks.start - 1..end).zip(days.chunks(7)) {
                for (day, places) in days {
                    let view = DayView { day: *day, facts: timetable.facts(*day), runs: places };
                    tally = week.read(tally, &view, timetable);
                }
                let subject = Subject::Week(number);
                if (weeks.contains(&number) || number == weeks.end) && about(subject) {
                    let to = &mut To { card, subject, hear };
                    tally = week.close(tally, number, timetable, to);
                } else {
                    tally = week.close(tally, number, timetable, &mut Deaf);
                }
            }
        }
    }
}

/// What stands on each of some days.
fn places_by_day(runs: &[Standing], days: Range<i32>) -> Vec<(Day, Vec<Place>)> {
    let on = |day: Day| {
        let from = runs.partition_point(|run| run.place.day < day);
        runs[from..].iter().take_while(|run| run.place.day == day).map(|run| run.place).collect()
    };
    days.map(Day).map(|day| (day, on(day))).collect()
}

/// Hears and forgets: for tallies that are only carried along.
pub(super) struct Deaf;

impl Listener for Deaf {
    fn hear(&mut self, _: Verdict, _: &dyn Fn() -> String) {}
}

/// Every pair that pair rules are asked about, by the later run: its neighbour, the nearest of each hard class, its own last
/// occurrence, light weeks passed over. Two runs that are both not judged make no pair.
fn pairs<'r>(runs: &'r [Standing], timetable: &Timetable) -> Vec<(usize, usize, Pair<'r>)> {
    let jog = |index: usize| runs[index].place.run.kind == RunType::CooldownJog;
    let mut pairs = Vec::new();
    let mut own: BTreeMap<&str, usize> = BTreeMap::new();
    let mut hard: [Option<usize>; 3] = [None; 3];
    let mut last_run = None;
    for (after, run) in runs.iter().enumerate() {
        let is_light = timetable.is_light(run.place.day.week());
        let same = if is_light { None } else { own.insert(&run.slug, after) };
        // A jog of the past is passed over; one that is placed must not stand in the way of what comes after it.
        let before = after.checked_sub(1).filter(|before| !jog(*before) || runs[*before].place.judged);
        let mut earlier = [before, last_run, same, hard[0], hard[1], hard[2]];
        earlier.sort_unstable();
        let different = earlier.chunk_by(|a, b| a == b).filter_map(|same| same[0]);
        for before in different.filter(|before| run.place.judged || runs[*before].place.judged) {
            pairs.push((
                before,
                after,
                Pair {
                    earlier: &runs[before].place,
                    later: &run.place,
                    neighbours: before + 1 == after || last_run == Some(before),
                    nearest: hard.contains(&Some(before)),
                    same: same == Some(before),
                },
            ));
        }
        if let Some(class) = hard_class(run.place.run.class()) {
            hard[class] = Some(after);
        }
        if !jog(after) {
            last_run = Some(after);
        }
    }
    pairs
}

/// The place a class has among those that are remembered; easy runs matter only as neighbours.
pub(super) fn hard_class(class: RunClass) -> Option<usize> {
    match class {
        RunClass::Easy => None,
        RunClass::Quality => Some(0),
        RunClass::Long => Some(1),
        RunClass::Race => Some(2),
    }
}
