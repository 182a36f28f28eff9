//! What hard work a week asks of the workout library: which kind, and how many minutes of it.

mod shares;

pub(super) use shares::STRIDES;

use std::collections::BTreeMap;

use super::count;
use super::course::{LongStage, Stage};
use crate::brief::Brief;
use crate::model::{Distance, Level, Minutes, Phase, Stimulus};
use crate::rules::{Start, WaveAim};

/// A kind of hard work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Work {
    /// At the pace of the race that the block leads to; without one, of ten kilometres.
    RacePace,
    /// Threshold: tempo runs and cruise intervals.
    Threshold,
    /// Intervals near the maximal oxygen uptake.
    Vo2,
    /// Short and fast repetitions with full rest.
    Repetition,
    /// Hills and fartlek by turns: the first hard running of a base.
    Base,
    /// A few short pieces at race pace in the week of the race.
    Sharpener,
    /// A test over three or five kilometres or twenty to thirty minutes.
    TimeTrial,
    /// The end of a beginner's long run at the effort of the race.
    RaceEffort,
}

/// So many minutes of one kind of hard work, recoveries not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dose {
    /// The kind.
    pub work: Work,
    /// Minutes of work.
    pub minutes: Minutes,
}

/// The hard work of one week.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WeekWork {
    /// What each hard run holds, the most important first.
    pub hard: Vec<Dose>,
    /// What the long run holds.
    pub long: Option<Dose>,
    /// Whether one easy run ends with strides.
    pub strides: bool,
}

/// What a week came to when the course was drawn for the first time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Held {
    /// Minutes of its runs.
    pub minutes: Minutes,
    /// Whether it holds a hard run.
    pub hard: bool,
}

/// So many of the last full weeks before a taper hold the work for the race.
const FOR_THE_RACE: usize = 6;
/// Minutes of a test.
const TEST: Minutes = 20;
/// Work of the one hard run that stays legal where the person's own hard sessions fill the week, in minutes.
pub(super) const BESIDE_MUCH_LIFTING: Minutes = 20;
/// Percent of its last dose that a kind of work keeps in a taper before the week of the race.
const IN_TAPER: i32 = 60;
/// So many hard sessions of the person's own leave hardly a day for a hard run.
const MANY_HARD: i32 = 3;
/// With so few runs a week it is the hard runs that are counted, not their minutes.
pub(super) const FEW_RUNS: i32 = 2;

/// Gives every week of the course its hard work; `held` is what the weeks hold, where that is known.
pub(super) fn fill(brief: &Brief, start: &Start, stages: &mut [Stage], held: &[Held]) {
    let race = brief.block.event.as_ref().map(|event| Distance::of(event.distance_km));
    let runs = count::usual(brief, start);
    let hard: Vec<usize> = (0..stages.len()).filter(|week| is_hard_week(brief, start, stages, *week, runs)).collect();
    let to_race = race.is_some_and(|_| stages.iter().any(|stage| stage.shape.phase == Phase::Taper));
    let full_before_race = |week: &usize| stages[*week].wave.1.is_none();
    let last: Vec<usize> = if to_race {
        let before: Vec<usize> =
            hard.iter().copied().filter(full_before_race).take_while(|week| before_taper(stages, *week)).collect();
        before[before.len().saturating_sub(FOR_THE_RACE)..].to_vec()
    } else {
        Vec::new()
    };
    let beginner = brief.athlete.running_level == Level::Beginner;
    // Where the person's own hard sessions take most days, the long run is the surest place for the pace of the race; in a week that
    // is too small for a hard run beside it, it is the only one.
    let long_race = matches!(race, Some(Distance::Half | Distance::Marathon)) && !beginner;
    let mut nth_of_wave: BTreeMap<i32, usize> = BTreeMap::new();
    for week in hard {
        let nth = nth_of_wave.entry(stages[week].wave.0).or_default();
        let number = count::hard_runs(brief, start, week as i32, runs, stages[week].shape.phase) as usize;
        let mut work = match (race, last.iter().position(|one| *one == week)) {
            (Some(race), Some(at)) if runs <= FEW_RUNS && !beginner => {
                few_for_race(at + FOR_THE_RACE - last.len(), race)
            }
            (Some(race), Some(at)) => for_race(race, at + FOR_THE_RACE - last.len(), number, beginner),
            _ => in_general(stages[week].shape.phase, stages[week].wave.1, *nth, number),
        };
        *nth += 1;
        if long_race && last.contains(&week) {
            let small = held.get(week).is_some_and(|held| !held.hard);
            // The pace of the marathon is one line of doses, which no week has twice.
            let paced = race == Some(Distance::Marathon) && work.hard.iter().any(|dose| dose.work == Work::RacePace);
            let crowded = count::own_hard(brief, week as i32) >= MANY_HARD && !paced;
            if runs > FEW_RUNS && (small || crowded) {
                work.long = Some(Dose { work: Work::RacePace, minutes: 0 });
            }
            if small {
                work.hard.clear();
            }
        }
        stages[week].work = work;
    }
    if long_race && runs <= FEW_RUNS {
        paced_long_runs(stages, last.first().copied());
    }
    let toward = if to_race { race } else { None };
    if beginner && toward.is_some() {
        race_effort(stages);
    }
    sizes(brief, race, stages);
    if !held.is_empty() && runs > FEW_RUNS {
        shares::keep(brief, race, stages, held);
    }
    around(brief, race, stages, runs);
    for stage in stages.iter_mut() {
        stage.work.strides = true;
    }
}

fn before_taper(stages: &[Stage], week: usize) -> bool {
    stages[..=week].iter().all(|stage| stage.shape.phase != Phase::Taper)
}

/// Whether a week holds hard runs that count in their lines of doses.
fn is_hard_week(brief: &Brief, start: &Start, stages: &[Stage], week: usize, runs: i32) -> bool {
    let stage = &stages[week];
    let in_turn = in_turn(brief, week as i32, runs);
    stage.shape.kept.is_none()
        && super::race::tune_up(brief, week as i32).is_none()
        && !stage.deload
        && !stage.test
        && in_turn
        && count::hard_runs(brief, start, week as i32, runs, stage.shape.phase) > 0
}

/// With two runs a week every other one has a hard run, the week before that of the race among them.
pub(super) fn in_turn(brief: &Brief, week: i32, runs: i32) -> bool {
    let race = brief.block.event.as_ref().map(|event| super::shape::race_day(brief, event).week());
    runs > FEW_RUNS || (race.filter(|race| *race > week).unwrap_or(0) - week) % 2 != 0
}

fn kinds(list: &[Work], long: Option<Work>) -> WeekWork {
    let dose = |work: &Work| Dose { work: *work, minutes: 0 };
    WeekWork { hard: list.iter().map(dose).collect(), long: long.as_ref().map(dose), strides: false }
}

/// With two runs a week every second long run between the hard runs holds the pace of the race.
fn paced_long_runs(stages: &mut [Stage], from: Option<usize>) {
    let Some(from) = from else { return };
    let up = |stage: &Stage| stage.long == LongStage::Up && stage.shape.kept.is_none() && !stage.test;
    let between =
        |week: &usize| stages[*week].work.hard.is_empty() && up(&stages[*week]) && before_taper(stages, *week);
    let weeks: Vec<usize> = (from..stages.len()).filter(between).collect();
    for week in weeks.into_iter().rev().step_by(2) {
        stages[week].work.long = Some(Dose { work: Work::RacePace, minutes: 0 });
    }
}

/// The hard runs of the week number `at` (0 to 5) of the last six before a race.
fn for_race(race: Distance, at: usize, number: usize, beginner: bool) -> WeekWork {
    use Work::{RacePace, Repetition, Threshold, Vo2};
    if beginner {
        return kinds(&[if at.is_multiple_of(2) { Threshold } else { Work::Base }][..number.min(1)], None);
    }
    let odd = at % 2 == 1;
    let second = match race {
        Distance::FiveK if odd => Repetition,
        Distance::TenK if odd => Vo2,
        Distance::Marathon if at % 3 == 1 => Vo2,
        _ => Threshold,
    };
    match (race, number) {
        // Marathon pace stands in the long run and in the middle of the week by turns.
        (Distance::Marathon, ..=1) if odd => kinds(&[Threshold][..number], Some(RacePace)),
        (Distance::Marathon, _) if odd => kinds(&[Threshold], Some(RacePace)),
        (Distance::Half, _) if at == 1 || at == 3 => kinds(&[RacePace, second][..number.min(1)], Some(RacePace)),
        (_, 1) if at == 2 && race != Distance::Marathon => kinds(&[Threshold], None),
        _ => kinds(&[RacePace, second][..number.min(2)], None),
    }
}

/// The one hard run in two weeks before a race: its pace, and threshold once.
fn few_for_race(at: usize, race: Distance) -> WeekWork {
    let other = if race == Distance::Marathon { 1 } else { 2 };
    kinds(&[if at == other { Work::Threshold } else { Work::RacePace }], None)
}

/// The hard runs of a week without a race near: number `nth` of its wave.
fn in_general(phase: Phase, aim: Option<WaveAim>, nth: usize, number: usize) -> WeekWork {
    use Work::{Base, Repetition, Threshold, Vo2};
    let list = match (aim, phase) {
        (Some(WaveAim::Speed), _) => [[Vo2, Threshold], [Vo2, Repetition], [Threshold, Vo2]][nth % 3],
        (Some(WaveAim::Base), _) => [[Base, Threshold], [Threshold, Base]][nth % 2],
        (_, Phase::Base) => [[Base, Threshold], [Threshold, Base], [Threshold, Base]][nth % 3],
        _ => [[Threshold, Vo2], [Threshold, Base], [Vo2, Threshold]][nth % 3],
    };
    kinds(&list[..number.min(2)], None)
}

/// The end of every second long run at the effort of the race, for beginners.
fn race_effort(stages: &mut [Stage]) {
    let up = |stage: &Stage| {
        matches!(stage.shape.phase, Phase::Build | Phase::Peak)
            && stage.long != LongStage::Down
            && stage.shape.kept.is_none()
    };
    let weeks: Vec<usize> = (0..stages.len()).filter(|week| up(&stages[*week])).collect();
    for week in weeks.iter().rev().step_by(2) {
        stages[*week].work.long = Some(Dose { work: Work::RaceEffort, minutes: 0 });
    }
}

/// What a kind of work is called in the rule that has its doses.
pub(super) fn stimulus(work: Work, race: Option<Distance>) -> Stimulus {
    match work {
        Work::RacePace => race.unwrap_or(Distance::TenK).pace(),
        Work::Threshold => Stimulus::Threshold,
        Work::Vo2 => Stimulus::Interval,
        Work::Repetition => Stimulus::Repetition,
        Work::Base => Stimulus::Hills,
        Work::Sharpener => Stimulus::Sharpener,
        Work::TimeTrial => Stimulus::Test,
        Work::RaceEffort => Stimulus::RaceEffort,
    }
}

/// Gives every run of a kind its dose on the line of that kind, wave by wave.
fn sizes(brief: &Brief, race: Option<Distance>, stages: &mut [Stage]) {
    // The work at marathon pace is one line, wherever it stands.
    let key = |work: Work, long: bool, wave: i32| (wave, work, long && race != Some(Distance::Marathon));
    let mut lines: BTreeMap<(i32, Work, bool), Vec<Minutes>> = BTreeMap::new();
    for in_turn in [false, true] {
        let mut seen: BTreeMap<(i32, Work, bool), usize> = BTreeMap::new();
        for stage in stages.iter_mut() {
            let wave = stage.wave.0;
            let hard = stage.work.hard.iter_mut().map(|dose| (dose, false));
            for (dose, long) in hard.chain(stage.work.long.iter_mut().map(|dose| (dose, true))) {
                let key = key(dose.work, long, wave);
                let nth = seen.entry(key).or_default();
                if in_turn && let Some(minutes) = lines.get(&key).and_then(|line| line.get(*nth)) {
                    dose.minutes = *minutes;
                }
                *nth += 1;
            }
        }
        if !in_turn {
            for (key, count) in seen {
                let rule = &brief.rules.race_work;
                lines.insert(key, rule.doses(stimulus(key.1, race), race, key.2, count).unwrap_or_default());
            }
        }
    }
}

/// The weeks that keep some of it: deloads half of the last dose, a taper more, the week of the race a few sharp pieces, and tests.
fn around(brief: &Brief, race: Option<Distance>, stages: &mut [Stage], runs: i32) {
    let rule = &brief.rules.race_work;
    let beginner = brief.athlete.running_level == Level::Beginner;
    let race_week = brief.block.event.as_ref().map(|event| super::shape::race_day(brief, event).week() as usize);
    let mut last: Option<Dose> = None;
    let mut paced: Option<Dose> = None;
    for (week, stage) in stages.iter_mut().enumerate() {
        let allowed = if runs > FEW_RUNS { true } else { !beginner && in_turn(brief, week as i32, runs) };
        let part = |dose: Option<Dose>, percent: i32| {
            let dose = dose?;
            let minutes =
                rule.at_most(stimulus(dose.work, race), dose.minutes * percent / 100).max(dose.minutes * percent / 100);
            (minutes > 0).then_some(Dose { minutes, ..dose })
        };
        if stage.test && !beginner && count::free(brief, week as i32) > 0 {
            stage.work.hard = vec![Dose { work: Work::TimeTrial, minutes: TEST }];
        } else if Some(week) == race_week && stage.shape.phase == Phase::Taper {
            let minutes = race.map_or(0, |race| rule.sharpener(race));
            stage.work.hard = if minutes > 0 { vec![Dose { work: Work::Sharpener, minutes }] } else { Vec::new() };
        } else if stage.shape.phase == Phase::Taper {
            stage.work.hard = part(paced.or(last), IN_TAPER).into_iter().filter(|_| allowed).collect();
        } else if stage.deload {
            stage.work.hard = part(last, 50).into_iter().filter(|_| !beginner && runs > FEW_RUNS).collect();
        } else if let Some(first) = stage.work.hard.first() {
            last = Some(*first);
            paced = stage.work.hard.iter().copied().find(|dose| dose.work == Work::RacePace).or(paced);
        } else if let Some(long) = stage.work.long.filter(|dose| dose.work == Work::RacePace) {
            paced = paced.or(Some(long));
        }
    }
}

/// About how long a run with this dose is: warm-up, work, recoveries and cool-down, in fives.
pub(super) fn length(dose: Dose, race: Option<Distance>, level: Level) -> Minutes {
    let percent = match dose.work {
        Work::RacePace => race.unwrap_or(Distance::TenK).pick(180, 150, 120, 100),
        Work::Threshold | Work::RaceEffort => 120,
        Work::Vo2 => 175,
        Work::Repetition => 300,
        Work::Base => 220,
        Work::Sharpener => 200,
        Work::TimeTrial => 110,
    };
    let around = level.pick(15, 25, 25);
    (around + dose.minutes * percent / 100 + 4) / 5 * 5
}
