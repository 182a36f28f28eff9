//! The arguments of `runweave watch`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::ValueEnum;

use super::date;
use crate::render::watch::Targets;

/// `runweave watch`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "What each brand takes and how it gets there is told in docs/watch.md. Workouts in the folder that runweave wrote \
                  and that are no longer planned are taken away; no other file is touched."
)]
pub(in crate::cli) struct WatchArgs {
    /// The plan; plan.json in this folder when left out
    pub plan: Option<PathBuf>,
    /// For how many weeks: watches keep some 20 to 30 workouts
    #[arg(long, value_name = "N", default_value_t = crate::cli::watch::WEEKS, value_parser = clap::value_parser!(u32).range(1..=104))]
    pub weeks: u32,
    /// For what
    #[arg(long, value_enum, default_value_t)]
    pub format: WatchKind,
    /// What the steps aim at; the brief's own when left out, or else pace where it is known and heart rate where not
    #[arg(long, value_enum, value_name = "TARGETS")]
    pub targets: Option<WatchTargets>,
    /// The first day, today when left out
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub from: Option<NaiveDate>,
    /// For Zwift, write the runs outside too where the brief names treadmill days
    #[arg(long)]
    pub all: bool,
    /// Where the files go, the folder `watch` beside the plan when left out; `-` prints what intervals.icu takes
    #[arg(short, long = "output", value_name = "DIR")]
    pub output: Option<PathBuf>,
}

/// What runs are written for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum WatchKind {
    /// Garmin: a FIT workout for each run, and schedule.fit with their days
    #[default]
    Fit,
    /// intervals.icu, which passes them on to most watches: text to paste, and events as JSON
    Intervals,
    /// The same; with `-o -` the events are printed
    IntervalsJson,
    /// Zwift: a workout for each run on a treadmill day, or for every run where no such day is known
    Zwo,
}

/// What steps aim at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum WatchTargets {
    /// Pace
    Pace,
    /// Heart rate
    HeartRate,
    /// Nothing that is measured: the words say how hard
    Effort,
}

impl From<WatchTargets> for Targets {
    fn from(targets: WatchTargets) -> Self {
        match targets {
            WatchTargets::Pace => Self::Pace,
            WatchTargets::HeartRate => Self::HeartRate,
            WatchTargets::Effort => Self::Effort,
        }
    }
}
