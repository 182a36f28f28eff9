//! A plan from elsewhere in the place of what would be prescribed: its runs, each whole.

use super::paces::{PaceKind, Paces};
use super::workouts::{self, Step};
use super::{Barred, Outcome, Request, Week, notes, paces_in, people};
use crate::brief::Brief;
use crate::intake::{BroughtRun, Part, Size, Speed};
use crate::model::{Level, Minutes, RunClass, RunShape};

/// Seconds of easy running before hard repeats that come without a word of warming up, and after them (judgement).
const WARM_UP: i32 = 15 * 60;
const COOL_DOWN: i32 = 10 * 60;
/// Seconds that a rest takes at least and at most where none is said (judgement).
const REST: (i32, i32) = (45, 240);
/// Easy speed in metres per minute of somebody whose paces are not known (judgement).
const EASY: [f64; 3] = [125.0, 155.0, 180.0];

/// What a run of a brought plan is for.
pub const FROM_ELSEWHERE: &str = "From the plan that you brought.";

/// The runs of the brought plan take the place of those that were prescribed, from the week on that follows `past` ones. What
/// closes days to a run, and what stops runs altogether, stays.
pub(super) fn take_over(brief: &Brief, weeks: &mut [Week], known: &Outcome) {
    if brief.bring.is_empty() {
        return;
    }
    for (index, week) in weeks.iter_mut().enumerate().skip(known.past.len()) {
        let prescribed = std::mem::take(&mut week.runs);
        let runs = named(brief, index).into_iter().map(|(slug, run)| request(brief, index, slug, run, &prescribed));
        week.runs = runs.collect();
        for stop in &week.stops {
            for run in &mut week.runs {
                let days = (stop.from.0..=stop.to.0).map(crate::model::Day);
                run.barred.extend(days.map(|day| Barred { day, rule: "red_flags", text: stop.text.clone() }));
            }
        }
        (week.deload, week.whole) = (false, false);
        "As the plan that you brought has it.".clone_into(&mut week.aim);
        week.notes.clear();
    }
    notes::welcome(brief, weeks);
    people::notes(brief, weeks);
}

/// The runs of a week (from 0), each with its logical name.
fn named(brief: &Brief, index: usize) -> Vec<(String, &BroughtRun)> {
    let mut counts = [0; 3];
    let runs = brief.bring.get(index).map_or(&[][..], |week| &week.runs);
    let name = |run| {
        let run: &BroughtRun = run;
        let (at, stem) = match run.kind.class() {
            RunClass::Long => (0, "long"),
            RunClass::Easy => (1, "easy"),
            RunClass::Quality | RunClass::Race => (2, "quality"),
        };
        counts[at] += 1;
        let slug = if (at, counts[at]) == (0, 1) { stem.to_owned() } else { format!("{stem}-{}", counts[at]) };
        (slug, run)
    };
    runs.iter().map(name).collect()
}

fn request(brief: &Brief, index: usize, slug: String, run: &BroughtRun, prescribed: &[Request]) -> Request {
    let fitting = || workouts::LIBRARY.iter().find(|one| one.kind == run.kind).unwrap_or(&workouts::LIBRARY[0]);
    let workout = fitting();
    let alike = prescribed.iter().find(|other| other.shape.class() == run.kind.class()).or_else(|| prescribed.first());
    Request {
        slug,
        shape: RunShape { kind: run.kind, minutes: minutes(brief, index, run), rpe_tenths: workout.rpe_tenths },
        workout: workout.id,
        work: None,
        variants: Vec::new(),
        declined: false,
        barred: alike.map(|other| other.barred.clone()).unwrap_or_default(),
    }
}

/// The run of the brought plan that a name stands for in a week (from 0).
pub fn brought_run<'a>(brief: &'a Brief, week: usize, slug: &str) -> Option<&'a BroughtRun> {
    named(brief, week).into_iter().find(|(name, _)| name == slug).map(|(_, run)| run)
}

/// The minutes of a brought run, a begun one counted whole.
pub fn minutes(brief: &Brief, week: usize, run: &BroughtRun) -> Minutes {
    let seconds: i32 = brought_steps(brief, week, run).iter().map(Step::total_seconds).sum();
    (seconds / 60).clamp(1, 24 * 60)
}

/// The steps of a brought run in a week (from 0): they add up to whole minutes.
pub fn brought_steps(brief: &Brief, week: usize, run: &BroughtRun) -> Vec<Step> {
    let paces = paces_in(brief, week as i32);
    let clock = Pacer { paces: paces.as_ref(), level: brief.athlete.running_level };
    let mut steps = Vec::new();
    if run.lacks_warm_up() {
        steps.push(alone(WARM_UP, PaceKind::Jog, 1, "warm-up jog"));
    }
    let mut groups = 0;
    for part in &run.parts {
        let (kind, zone, effort) = how(part.speed);
        let work = clock.seconds(part.work, kind);
        if part.times == 1 {
            steps.push(alone(work, kind, zone, effort));
            continue;
        }
        groups += 1;
        let repeated = |step: Step| Step { repeat: part.times, group: Some(groups), ..step };
        steps.push(repeated(alone(work, kind, zone, effort)));
        let rest = part.rest.map_or_else(|| rest(part, work), |rest| clock.seconds(rest, PaceKind::Jog));
        steps.push(repeated(alone(rest, PaceKind::Jog, 1, "jog or walk")));
    }
    let begun = steps.iter().map(Step::total_seconds).sum::<i32>() % 60;
    let rest_of_minute = (60 - begun) % 60;
    if run.lacks_warm_up() {
        steps.push(alone(COOL_DOWN + rest_of_minute, PaceKind::Jog, 1, "cool-down jog"));
    } else if let Some(last) = steps.last_mut().filter(|last| last.group.is_none()) {
        last.seconds += rest_of_minute;
    } else if rest_of_minute > 0 {
        steps.push(alone(rest_of_minute, PaceKind::Jog, 1, "jog"));
    }
    steps
}

/// How far a brought run is, where its parts or the person's paces tell.
pub fn brought_km(brief: &Brief, week: usize, run: &BroughtRun) -> Option<f64> {
    let said = run.parts.iter().map(|part| match part.work {
        Size::Metres(metres) if part.times == 1 => Some(f64::from(metres)),
        _ => None,
    });
    let said: Option<f64> = said.sum();
    let told = said.filter(|_| !run.lacks_warm_up());
    let paced = || {
        let paces = paces_in(brief, week as i32)?;
        let metres = |step: &Step| f64::from(step.total_seconds()) / 60.0 * paces.speed(step.pace);
        Some(brought_steps(brief, week, run).iter().map(metres).sum())
    };
    told.or_else(paced).map(|metres| metres / 1000.0)
}

fn alone(seconds: i32, pace: PaceKind, zone: u8, effort: &'static str) -> Step {
    Step { seconds, zone, effort, pace, repeat: 1, group: None }
}

fn how(speed: Speed) -> (PaceKind, u8, &'static str) {
    match speed {
        Speed::Jog => (PaceKind::Jog, 1, "jog"),
        Speed::Easy => (PaceKind::Easy, 2, "easy"),
        Speed::Marathon => (PaceKind::Marathon, 3, "steady, the pace of a marathon"),
        Speed::Half => (PaceKind::Half, 3, "the pace of a half marathon"),
        Speed::Threshold => (PaceKind::Threshold, 4, "comfortably hard"),
        Speed::Interval => (PaceKind::Interval, 5, "hard"),
        Speed::Repetition => (PaceKind::Repetition, 5, "fast and relaxed"),
        Speed::Uphill => (PaceKind::Uphill, 5, "uphill, hard"),
    }
}

/// The rest after a repeat where none is said: as long as hard work, half as long as threshold work.
fn rest(part: &Part, work: i32) -> i32 {
    let rest = if part.speed == Speed::Threshold { work / 4 } else { work };
    (rest.clamp(REST.0, REST.1) + 7) / 15 * 15
}

struct Pacer<'a> {
    paces: Option<&'a Paces>,
    level: Level,
}

impl Pacer<'_> {
    fn seconds(&self, size: Size, kind: PaceKind) -> i32 {
        match size {
            Size::Seconds(seconds) => seconds,
            Size::Metres(metres) => {
                let speed = self.paces.map_or_else(|| self.usual(kind), |paces| paces.speed(kind));
                let grain = if metres > 3000 { 60.0 } else { 5.0 };
                ((f64::from(metres) / speed * 60.0 / grain).round() * grain).max(5.0) as i32
            }
        }
    }

    /// Metres per minute of somebody whose paces are not known (judgement).
    fn usual(&self, kind: PaceKind) -> f64 {
        let easy = self.level.pick(EASY[0], EASY[1], EASY[2]);
        easy * match kind {
            PaceKind::Jog | PaceKind::Walk => 0.92,
            PaceKind::Marathon | PaceKind::Half => 1.12,
            PaceKind::Threshold => 1.2,
            PaceKind::Interval => 1.3,
            PaceKind::Repetition => 1.4,
            _ => 1.0,
        }
    }
}
