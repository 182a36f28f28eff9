//! From walking to half an hour of running: the steps of the Couch to 5K progression, three runs each.

use super::super::paces::PaceKind;
use super::Step;

/// Seconds of running and of the walk after it.
type Turn = (i32, i32);

/// One run of the progression after its brisk walk: turns that are repeated between so many and so many times.
struct Pattern {
    turns: &'static [Turn],
    times: (i32, i32),
}

fn pattern(stage: u8, nth: u8) -> Pattern {
    let once = |turns| Pattern { turns, times: (1, 1) };
    match (stage, nth) {
        (0 | 1, _) => Pattern { turns: &[(60, 90)], times: (1, 10) },
        (2, _) => Pattern { turns: &[(90, 120)], times: (1, 8) },
        (3, _) => Pattern { turns: &[(90, 90), (180, 180)], times: (1, 3) },
        (4, _) => once(&[(180, 90), (300, 150), (180, 90), (300, 0)]),
        (5, 0 | 1) => once(&[(300, 180), (300, 180), (300, 0)]),
        (5, 2) => once(&[(480, 300), (480, 0)]),
        (5, _) => once(&[(1200, 0)]),
        (6, 0 | 1) => once(&[(300, 180), (480, 180), (300, 0)]),
        (6, 2) => once(&[(600, 180), (600, 0)]),
        (6 | 7, _) => once(&[(1500, 0)]),
        (8, _) => once(&[(1680, 0)]),
        _ => once(&[(1800, 0)]),
    }
}

/// The turns of running and walking that fit into `room` seconds. What is left over is walked.
pub(super) fn steps(stage: u8, nth: u8, room: i32, groups: &mut u32) -> Vec<Step> {
    let Pattern { turns, times } = pattern(stage, nth);
    let step = |(seconds, pace, zone, effort)| Step { seconds, zone, effort, pace, repeat: 1, group: None };
    let run = |seconds| step((seconds, PaceKind::Easy, 2, "run easily"));
    let walk = |seconds| step((seconds, PaceKind::Walk, 1, "walk"));
    let length: i32 = turns.iter().map(|(run, walk)| run + walk).sum();
    let repeats = (room / length.max(1)).min(times.1);
    if repeats >= times.0 {
        let mut steps: Vec<Step> = turns.iter().flat_map(|&(running, walking)| [run(running), walk(walking)]).collect();
        if repeats > 1 {
            *groups += 1;
            for step in &mut steps {
                step.repeat = repeats as u32;
                step.group = Some(*groups);
            }
        }
        // Part of the pattern once more, where a whole one no longer fits.
        let mut left = if repeats < times.1 { room - repeats * length } else { 0 };
        for &(running, walking) in turns.iter().take_while(|(running, walking)| {
            left -= running + walking;
            left >= 0
        }) {
            steps.extend([run(running), walk(walking)]);
        }
        steps.retain(|step| step.seconds > 0);
        return steps;
    }
    // A run that is too short for the whole pattern takes its turns in order, the last one cut to a minute's grain.
    let mut steps = Vec::new();
    let mut left = room;
    for &(running, walking) in turns {
        let running = running.min(left) / 60 * 60;
        if running < 60 {
            break;
        }
        left -= running;
        let walking = walking.min(left);
        left -= walking;
        steps.extend([run(running), walk(walking)]);
    }
    steps.retain(|step| step.seconds > 0);
    steps
}
