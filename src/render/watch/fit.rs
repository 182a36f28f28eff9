//! FIT files: a workout each, and the schedule that puts them on their days.

mod message;
mod steps;

use chrono::{DateTime, NaiveDateTime, NaiveTime};

use super::{Workout, name, serial::Serials};
use crate::plan::{PlacedRun, Plan};
use crate::render::words;
use message::{File, Kind, number};

/// "Development", what the maker leaves to whoever has no number of their own.
pub(super) const MANUFACTURER: u16 = 255;
/// Ours, by which a file that we wrote is known.
pub(super) const PRODUCT: u16 = 29_303;

/// The most bytes of a workout's name with the 0 at its end, and of what a step is called and told in.
const NAME: usize = 32;

/// What a watch tells files apart by.
pub(super) struct Identity {
    serials: Serials,
    created: u32,
}

/// The number of one workout, and when it last changed.
#[derive(Clone, Copy)]
pub(super) struct Stamp {
    serial: u32,
    changed: u32,
}

impl Identity {
    pub(super) fn of(plan: &Plan) -> Self {
        Self { serials: Serials::of(plan), created: moment(&plan.created).unwrap_or(LEAST) }
    }

    pub(super) fn run(&self, run: &PlacedRun) -> Stamp {
        let changed = moment(&run.revision.changed).unwrap_or(self.created);
        Stamp { serial: self.serials.run(&run.id), changed }
    }
}

/// A run as a workout.
pub(super) fn workout(workout: &Workout<'_>, stamp: Stamp) -> Vec<u8> {
    let steps = steps::steps(workout);
    let mut file = File::default();
    file_id(&mut file, 5, stamp);
    // The day stands first: watches show some twenty letters, and four easy runs are called alike.
    let title = format!("{} {}", words::date_short(workout.run.start.0.date()), name::of_run(workout.run));
    let title = name::cut(&title, NAME - 1);
    file.message(
        26,
        &[
            number(4, Kind::Enum, 1),
            number(11, Kind::Enum, u32::from(workout.treadmill)),
            number(6, Kind::U16, steps.len() as u32),
            message::text(8, title, title.len() + 1),
        ],
    );
    let longest = |text: fn(&steps::Step) -> &str| steps.iter().map(|step| text(step).len()).max().unwrap_or(0) + 1;
    let (names, notes) = (longest(|step| &step.name), longest(|step| &step.notes));
    for (index, step) in steps.iter().enumerate() {
        file.message(27, &step.fields(index as u32, names, notes));
    }
    file.bytes()
}

/// Each workout on its day.
pub(super) fn schedule(workouts: &[Workout<'_>], identity: &Identity) -> Vec<u8> {
    let stamps: Vec<Stamp> = workouts.iter().map(|workout| identity.run(workout.run)).collect();
    let newest = stamps.iter().map(|stamp| stamp.changed).max().unwrap_or(identity.created);
    let mut file = File::default();
    file_id(&mut file, 7, Stamp { serial: identity.serials.schedule(), changed: newest });
    for (workout, stamp) in workouts.iter().zip(stamps) {
        // Noon: whatever zone a watch takes it in, the day stays.
        let noon = workout.run.start.0.date().and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default());
        file.message(
            28,
            &[
                number(0, Kind::U16, u32::from(MANUFACTURER)),
                number(1, Kind::U16, u32::from(PRODUCT)),
                number(2, Kind::Serial, stamp.serial),
                number(3, Kind::U32, stamp.changed),
                number(4, Kind::Enum, 0),
                number(5, Kind::Enum, 0),
                number(6, Kind::U32, since_epoch(noon)),
            ],
        );
    }
    file.bytes()
}

fn file_id(file: &mut File, kind: u32, stamp: Stamp) {
    file.message(
        0,
        &[
            number(0, Kind::Enum, kind),
            number(1, Kind::U16, u32::from(MANUFACTURER)),
            number(2, Kind::U16, u32::from(PRODUCT)),
            number(3, Kind::Serial, stamp.serial),
            number(4, Kind::U32, stamp.changed),
        ],
    );
}

/// Seconds from 1970 to the start of FIT time, 31 December 1989.
const EPOCH: i64 = 631_065_600;
/// Below this a FIT time counts from when a watch was switched on.
const LEAST: u32 = 0x1000_0000;

/// RFC 3339 as FIT time.
fn moment(text: &str) -> Option<u32> {
    Some(since_epoch(DateTime::parse_from_rfc3339(text).ok()?.naive_utc()))
}

fn since_epoch(time: NaiveDateTime) -> u32 {
    u32::try_from(time.and_utc().timestamp() - EPOCH).unwrap_or(LEAST).clamp(LEAST, u32::MAX - 1)
}
