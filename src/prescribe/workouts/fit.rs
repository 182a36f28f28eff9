//! A workout at a given length: the number of repeats, the warm-up and the cool-down follow the minutes.

use super::super::paces::PaceKind;
use super::main_work::Filler;
use super::structure::{Block, Bout, Frame, Length, Limit};
use super::{Occasion, Step, Workout, limits};

/// Spare time up to this many seconds lengthens the warm-up; more is run easily after it.
const WARM_UP_STRETCH: i32 = 300;

/// Seconds in which any dose has room.
const AMPLE: i32 = 8 * 3600;

/// A workout's steps, and whether it kept its shape: every part of the main work at least at its smallest, all that was asked for.
pub(super) struct Fitted {
    pub(super) steps: Vec<Step>,
    pub(super) whole: bool,
}

/// The steps of `workout` over `minutes`; they sum to the minutes exactly.
pub(super) fn fitted(workout: &Workout, minutes: i32, occasion: &Occasion<'_>) -> Fitted {
    let total = minutes.clamp(0, 10_080) * 60;
    let structure = &workout.structure;
    let (open, close) = (&opening(workout, occasion), &structure.close);
    let mut filler = main_work(workout, total, occasion);
    let whole = filler.whole;
    if filler.steps.is_empty() {
        let running = open.bout.pace != PaceKind::Walk && !structure.main.is_empty();
        let plain = Bout { length: Length::Seconds(0), pace: PaceKind::Easy, zone: 2, effort: "easy" };
        let steps = vec![step(if running { &plain } else { &open.bout }, total)];
        return Fitted { steps, whole };
    }
    let (first, easy, last) = frames(open, close, total - filler.filled());
    let spare = Bout { length: Length::Seconds(0), pace: PaceKind::Easy, zone: 2, effort: "easy" };
    let mut steps = vec![step(&open.bout, first), step(&spare, easy)];
    steps.append(&mut filler.steps);
    steps.push(step(&close.bout, last));
    steps.retain(|step| step.seconds > 0);
    Fitted { steps, whole }
}

/// The main work of `workout` in a run of `total` seconds.
fn main_work<'a>(workout: &Workout, total: i32, occasion: &'a Occasion<'a>) -> Filler<'a> {
    let structure = &workout.structure;
    let (open, close) = (&opening(workout, occasion), &structure.close);
    let dose = occasion.work.filter(|_| workout.trains.is_some());
    let mut filler = Filler {
        occasion,
        total,
        comfortable: total - usual(open) - usual(close),
        most: total - open.least - close.least,
        budget: limits::hard_seconds(workout.limit, occasion, total),
        dose: dose.map(|minutes| minutes * 60),
        steps: Vec::new(),
        groups: 0,
        whole: true,
        halved: occasion.deload && workout.limit != Limit::Free && dose.is_none(),
    };
    for (index, block) in structure.main.iter().enumerate() {
        let sharing = structure.main[index..].iter().filter(|one| matches!(one, Block::Stretch { .. })).count();
        filler.fill(block, sharing.max(1) as i32);
    }
    filler
}

/// The shortest run in fives that holds the work between an opening and a closing of usual length.
pub(super) fn usual_minutes(workout: &Workout, occasion: &Occasion<'_>) -> i32 {
    let frames = usual(&opening(workout, occasion)) + usual(&workout.structure.close);
    (main_work(workout, AMPLE, occasion).filled() + frames + 299) / 300 * 5
}

/// The opening; before hard work an older runner warms up for longer.
fn opening(workout: &Workout, occasion: &Occasion<'_>) -> Frame {
    let open = workout.structure.open;
    if workout.limit == Limit::Free || open.bout.pace != PaceKind::Jog {
        return open;
    }
    let at_least = |seconds: i32| occasion.rules.older_athlete.warm_up(seconds / 60) * 60;
    let bout = Bout { length: Length::Seconds(at_least(usual(&open))), ..open.bout };
    Frame { bout, least: at_least(open.least) }
}

/// How the time around the main work is shared: opening, easy running after it, closing.
fn frames(open: &Frame, close: &Frame, seconds: i32) -> (i32, i32, i32) {
    let (first, last) = (usual(open), usual(close));
    let extra = seconds - first - last;
    if extra < 0 {
        let share = seconds * last / (first + last).max(1) / 60 * 60;
        let last = share.max(close.least).min((seconds - open.least).max(0));
        return (seconds - last, 0, last);
    }
    let closing_stretches = close.bout.pace == PaceKind::Walk || (last > 0 && close.bout.pace == PaceKind::Easy);
    match open.bout.pace {
        PaceKind::Easy => (first + extra, 0, last),
        _ if closing_stretches => (first, 0, last + extra),
        _ if extra <= WARM_UP_STRETCH => (first + extra, 0, last),
        _ => (first, extra, last),
    }
}

fn usual(frame: &Frame) -> i32 {
    match frame.bout.length {
        Length::Seconds(seconds) => seconds,
        Length::Metres(_) => 0,
    }
}

/// A step that stands alone.
pub(super) fn step(bout: &Bout, seconds: i32) -> Step {
    Step { seconds, zone: bout.zone, effort: bout.effort, pace: bout.pace, repeat: 1, group: None }
}
