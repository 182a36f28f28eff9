//! How a workout is built, independent of its length.

use super::super::paces::PaceKind;

/// What a workout consists of, from the first step to the last.
#[derive(Clone, Copy, Debug)]
pub(super) struct Structure {
    /// What comes first.
    pub open: Frame,
    /// What it is about; nothing where the whole run is the opening.
    pub main: &'static [Block],
    /// What comes last.
    pub close: Frame,
}

/// The part before or after the main work. It stretches and shrinks with the run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// How it is run.
    pub bout: Bout,
    /// Seconds it never goes below while there is main work.
    pub least: i32,
}

/// A stretch of one effort.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bout {
    /// How long.
    pub length: Length,
    /// How fast.
    pub pace: PaceKind,
    /// Heart-rate zone 1 to 5.
    pub zone: u8,
    /// What it is in words.
    pub effort: &'static str,
}

/// How long a bout is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Length {
    /// Seconds.
    Seconds(i32),
    /// Metres, as seconds by the person's pace.
    Metres(i32),
}

/// Main work.
#[derive(Clone, Copy, Debug)]
pub(super) enum Block {
    /// One bout whose seconds stretch between two values, at most this percentage of the run.
    Stretch { bout: Bout, seconds: (i32, i32), percent: i32 },
    /// Work and rest, repeated.
    Set { bouts: &'static [Bout], times: (i32, i32) },
    /// Long repeats, as many and then as long as fit.
    Long { bout: Bout, seconds: (i32, i32), rest: Bout, times: (i32, i32) },
    /// Sets of short repeats, with a longer rest between the sets.
    Series { bouts: &'static [Bout], times: (i32, i32), sets: i32, between: Bout },
    /// Rising and falling bouts up to a peak of so many minutes, each followed by half its time easy.
    Pyramid { bout: Bout, rest: Bout, peak: i32 },
    /// Something that is done whole or not at all.
    Once(Bout),
    /// Strides, fewest and most: too short to count against the session's limit, done whole or not at all.
    Strides(i32, i32),
    /// A stage (from 1) of the walk-run progression, done whole or not at all.
    WalkRun { stage: usize },
}

/// What share of the week the hard work of one session may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// None: there is no hard work, or it is the point of the day.
    Free,
    /// Marathon pace and steady running: the share that leaves the week easy enough.
    Moderate,
    /// The pace of a race: as much as its line of doses ends with.
    Race,
    /// Threshold.
    Threshold,
    /// Intervals.
    Interval,
    /// Repetitions and strides.
    Repetition,
    /// The finisher's few minutes, by level.
    Finisher,
}

pub(super) const fn bout(seconds: i32, pace: PaceKind, zone: u8, effort: &'static str) -> Bout {
    Bout { length: Length::Seconds(seconds), pace, zone, effort }
}

pub(super) const fn metres(metres: i32, pace: PaceKind, zone: u8, effort: &'static str) -> Bout {
    Bout { length: Length::Metres(metres), pace, zone, effort }
}

pub(super) const fn frame(minutes: i32, least: i32, pace: PaceKind, zone: u8, effort: &'static str) -> Frame {
    Frame { bout: bout(minutes * 60, pace, zone, effort), least: least * 60 }
}

pub(super) const NOTHING: Frame = frame(0, 0, PaceKind::Easy, 2, "easy");

/// A warm-up jog of so many minutes, never under 8.
pub(super) const fn warm(minutes: i32) -> Frame {
    frame(minutes, 8, PaceKind::Jog, 1, "warm-up jog")
}

/// A cool-down jog of so many minutes, never under 5.
pub(super) const fn cool(minutes: i32) -> Frame {
    frame(minutes, 5, PaceKind::Jog, 1, "cool-down jog")
}

/// Easy running of so many minutes and never under so many.
pub(super) const fn easy(minutes: i32, least: i32) -> Frame {
    frame(minutes, least, PaceKind::Easy, 2, "easy")
}

/// A run that is the same from start to end.
pub(super) const fn even(pace: PaceKind, zone: u8, effort: &'static str) -> Structure {
    Structure { open: frame(0, 0, pace, zone, effort), main: &[], close: NOTHING }
}

/// Warm-up, main work, cool-down.
pub(super) const fn framed(open: Frame, main: &'static [Block], close: Frame) -> Structure {
    Structure { open, main, close }
}

/// A stride and the walk after it.
pub(super) const STRIDE: &[Bout] =
    &[bout(20, PaceKind::Stride, 5, "stride, fast and relaxed"), bout(70, PaceKind::Walk, 1, "walk or jog")];
