//! The steps of a FIT workout: what is repeated stands once, and after it how often.

use super::message::{Field, Kind, NONE, number, text};
use crate::plan::{Bout, Pace, Role};
use crate::render::steps::step as words_of;
use crate::render::watch::aim::Aim;
use crate::render::watch::{Workout, name};

/// The most bytes of a step's name and of its notes, without the 0 at the end.
const NAME: usize = 31;
const NOTES: usize = 95;

/// One step.
pub(super) struct Step {
    pub(super) name: String,
    pub(super) notes: String,
    does: Does,
}

enum Does {
    /// A stretch of so many seconds.
    Stretch { seconds: u32, aim: Aim, role: Role },
    /// Goes back to a step until it was done so many times in all.
    Repeat { first: u32, times: u32 },
}

/// The steps of a workout, in order.
pub(super) fn steps(workout: &Workout<'_>) -> Vec<Step> {
    let mut steps = Vec::new();
    for part in &workout.parts {
        let first = steps.len() as u32;
        steps.extend(part.bouts.iter().map(|bout| stretch(bout, workout)));
        if part.times > 1 {
            let does = Does::Repeat { first, times: part.times };
            steps.push(Step { name: String::new(), notes: String::new(), does });
        }
    }
    steps
}

fn stretch(bout: &Bout<'_>, workout: &Workout<'_>) -> Step {
    let effort = name::one_line(&bout.step.effort);
    // A dash of the page is a letter that not every watch has.
    let notes = name::one_line(&words_of(bout.step, workout.miles).replace('–', "-"));
    Step {
        name: name::cut(&effort, NAME).to_owned(),
        notes: name::cut(&notes, NOTES).to_owned(),
        does: Does::Stretch { seconds: bout.seconds, aim: Aim::of(bout, workout.targets), role: bout.role },
    }
}

impl Step {
    /// The fields of the message, with so many bytes for each text.
    pub(super) fn fields(&self, index: u32, name: usize, notes: usize) -> [Field; 10] {
        let (duration, (kind, value, low, high), intensity) = match self.does {
            Does::Stretch { seconds, aim, role } => ((0, seconds.saturating_mul(1000)), target(aim), intensity(role)),
            // An open target: with the first kind, speed, readers take the count for a zone as well.
            Does::Repeat { first, times } => ((6, first), (2, times, NONE, NONE), NONE),
        };
        [
            number(254, Kind::U16, index),
            number(1, Kind::Enum, duration.0),
            number(2, Kind::U32, duration.1),
            number(3, Kind::Enum, kind),
            number(4, Kind::U32, value),
            number(5, Kind::U32, low),
            number(6, Kind::U32, high),
            number(7, Kind::Enum, intensity),
            text(0, &self.name, name),
            text(8, &self.notes, notes),
        ]
    }
}

/// Type, value, low and high end of a target.
fn target(aim: Aim) -> (u32, u32, u32, u32) {
    match aim {
        Aim::Pace(pace) => (0, 0, speed(pace, pace.slow), speed(pace, pace.fast)),
        // A hundred is added: what lies below it are per cent of the maximum.
        Aim::Beats(low, high) => (1, 0, low + 100, high + 100),
        Aim::Open => (2, NONE, NONE, NONE),
    }
}

/// Millimetres a second.
fn speed(pace: Pace, seconds: u32) -> u32 {
    let millimetres = if pace.mile { 1_609_344 } else { 1_000_000 };
    (millimetres + seconds / 2) / seconds.max(1)
}

fn intensity(role: Role) -> u32 {
    match role {
        Role::Work => 0,
        Role::WarmUp => 2,
        Role::CoolDown => 3,
        Role::Recovery => 4,
    }
}
