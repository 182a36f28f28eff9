//! The brief: what a person writes down. JSON becomes a checked [`Brief`], or every problem at once.

mod block;
mod check;
mod cycle;
mod excerpt;
mod form;
mod history;
mod json;
mod movable;
mod nearest;
mod node;
mod own_rules;
mod person;
mod problem;
mod read;
mod schema;
pub(crate) mod shape;
pub mod signs;
mod sleep;
mod spells;
mod structure;
mod table;
mod timetable;
mod week;
mod windows;
mod wishes;

pub use check::{check, doubtful_minutes, no_rest};
pub(crate) use form::Form;
pub use json::MAX_BYTES;
pub use movable::Movable;
pub use nearest::nearest;
pub use problem::{PROBLEM_KINDS, Problem, Problems};
pub use read::Defaults;
pub(crate) use schema::object;
pub use schema::schema;
pub(crate) use table::check_in;
pub(crate) use timetable::{appointment, mark_new};
pub(crate) use week::meet;
pub(crate) use windows::UNSAID_HOURS;

use chrono::NaiveDate;

use crate::intake::BroughtWeek;
use crate::model::{
    Athlete, Calendar, Clock, Day, Kind, Minutes, PartOfDay, Priority, RaceKind, RunType, Session, Surface, Target,
    Zone,
};
use crate::rules::{Night, Rulebook, Setting};

/// A checked brief. Every default has been filled in; what was assumed is in `warnings`.
#[derive(Clone, Debug)]
pub struct Brief {
    /// Who trains.
    pub athlete: Athlete,
    /// How long and from when.
    pub block: Block,
    /// The fixed week.
    pub sessions: Vec<Session>,
    /// Those of them whose place planning chooses; until it has, they stand at the first of their places.
    pub movable: Vec<Movable>,
    /// The weeks of a plan from elsewhere; none where the runs are prescribed here.
    pub bring: Vec<BroughtWeek>,
    /// How the person runs now and wants to.
    pub running: Running,
    /// When runs may take place.
    pub availability: Availability,
    /// When each night is slept, by the weekday on which it begins.
    pub sleep: [Option<Night>; 7],
    /// How the person feels, oldest first.
    pub check_ins: Vec<CheckIn>,
    /// What went before the block, where it is known.
    pub before: Before,
    /// The rules with this person's numbers.
    pub rules: Rulebook,
    /// How things are shown.
    pub display: Display,
    /// The brief as it was written, kept in the plan.
    pub source: serde_json::Value,
    /// What was assumed and what to look at, in plain sentences.
    pub warnings: Vec<String>,
}

/// The block of weeks.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Its name; may be empty.
    pub name: String,
    /// Its first Monday.
    pub start: NaiveDate,
    /// How many weeks, 1 to 104.
    pub weeks: u32,
    /// The zone of every clock time.
    pub timezone: Zone,
    /// Every which week is a deload, where the brief says.
    pub deload_every: Option<u32>,
    /// Full weeks before the block since the last deload.
    pub weeks_since_deload: u32,
    /// The race that the block leads to, if any.
    pub event: Option<Event>,
    /// Every race inside the block, that one included, by date.
    pub events: Vec<Event>,
}

impl Block {
    /// The calendar whose day 0 is the block's first Monday.
    pub fn calendar(&self) -> Calendar {
        Calendar::new(self.timezone, self.start)
    }
}

/// A race inside the block.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its name.
    pub name: String,
    /// Its day.
    pub date: NaiveDate,
    /// When it starts; 10:00 when not given.
    pub start: Clock,
    /// Its distance in kilometres.
    pub distance_km: f64,
    /// How much it matters.
    pub priority: Priority,
    /// The time that is aimed at, in seconds.
    pub target_seconds: Option<u32>,
    /// Metres that it climbs.
    pub climb_m: u32,
    /// What it is run on; `Road` when not given.
    pub surface: Surface,
    /// What kind of race it is; `Run` when not given.
    pub kind: RaceKind,
}

/// Whether runs may follow a session directly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttachedRuns {
    /// Never.
    Never,
    /// Where a run finds no place of its own and the rules allow it.
    WhenSensible,
    /// As `WhenSensible`, and cool-down jogs and finishers are added on top.
    Extras,
}

/// How the person runs now, and what they like.
#[derive(Clone, Debug, PartialEq)]
pub struct Running {
    /// Mean weekly run minutes of the last four weeks.
    pub current_weekly_minutes: Minutes,
    /// The longest run of the last 30 days, in minutes.
    pub longest_recent_minutes: Option<Minutes>,
    /// Weeks of walk-runs that are done already, of somebody who is in the middle of them.
    pub walk_run_weeks: Option<u32>,
    /// Sessions of walk-runs that are done already; wins over the weeks.
    pub walk_run_sessions: Option<u32>,
    /// How many runs a week are wanted.
    pub runs_per_week: Option<u32>,
    /// The wished weekday of the long run, Monday 0 to Sunday 6.
    pub long_run_day: Option<usize>,
    /// The wished part of the day.
    pub preferred_time: Option<PartOfDay>,
    /// Runs directly after sessions.
    pub attached_runs: AttachedRuns,
    /// Whether a hard run and heavy legs may share a day on purpose.
    pub stacking: bool,
    /// Whether a run may follow a ride directly.
    pub bricks: bool,
    /// Weekdays wished for hard runs, Monday 0.
    pub hard_run_days: Vec<usize>,
    /// Weekdays on which no run is planned.
    pub no_run_days: Vec<usize>,
    /// The most minutes of a run by weekday, Monday first.
    pub most_minutes: [Option<Minutes>; 7],
    /// The most minutes of all runs of a week.
    pub most_weekly_minutes: Option<Minutes>,
    /// Weekly minutes to grow to and then keep.
    pub target_weekly_minutes: Option<Minutes>,
    /// What steps are told by, if not by all that is known.
    pub targets: Option<Target>,
    /// Weekdays on which runs are on a treadmill.
    pub treadmill_days: Vec<usize>,
}

/// A stretch of the day in which runs may take place; passes midnight when `to` is not after `from`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// First minute of the day.
    pub from: Clock,
    /// End in minutes of the day: 1440 is midnight.
    pub to: u16,
}

/// When runs may take place.
#[derive(Clone, Debug, PartialEq)]
pub struct Availability {
    /// The windows of each weekday, Monday first.
    pub week: [Vec<Window>; 7],
    /// Stretches of dates with windows of their own; a later one wins.
    pub exceptions: Vec<Exception>,
    /// Whether nothing is said about any weekday, so that what stands here is assumed.
    pub unsaid: bool,
}

/// Dates with windows of their own.
#[derive(Clone, Debug, PartialEq)]
pub struct Exception {
    /// First date.
    pub from: NaiveDate,
    /// Last date, included.
    pub to: NaiveDate,
    /// The windows of each of these dates; none means no run.
    pub windows: Vec<Window>,
}

/// How the person feels on a date. What is not said is `None`, and counts as fine for gaps.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckIn {
    /// The date.
    pub date: NaiveDate,
    /// Hours slept in the last night.
    pub sleep_hours: Option<f64>,
    /// Hooper items, 1 (very good) to 7 (very bad).
    pub fatigue: Option<u8>,
    /// Hooper muscle soreness, 1 to 7.
    pub soreness: Option<u8>,
    /// Hooper stress, 1 to 7.
    pub stress: Option<u8>,
    /// Pain while or after running, 0 to 10.
    pub pain: Option<u8>,
    /// Words for signs: of overtraining (`persistent_fatigue`, `poor_sleep`, `performance_drop`, `irritability`) and red flags.
    pub signs: Vec<String>,
    /// For how many days the signs have lasted.
    pub signs_days: Option<u32>,
    /// Days without running up to this date, after a break.
    pub days_off: Option<u32>,
}

impl CheckIn {
    /// A check-in that says nothing.
    pub fn on(date: NaiveDate) -> Self {
        Self {
            date,
            sleep_hours: None,
            fatigue: None,
            soreness: None,
            stress: None,
            pain: None,
            signs: Vec::new(),
            signs_days: None,
            days_off: None,
        }
    }

    /// The same with nothing said but the days without running; `None` where there are none.
    pub fn only_days_off(&self) -> Option<Self> {
        self.days_off.map(|days| Self { days_off: Some(days), ..Self::on(self.date) })
    }

    /// Whether it says how the person feels, and not only that they have not run.
    pub fn tells_how_one_feels(&self) -> bool {
        self.only_days_off().as_ref() != Some(self)
    }

    /// The red flags in it.
    pub fn red_flags(&self) -> impl Iterator<Item = &str> {
        self.signs.iter().map(String::as_str).filter(|sign| signs::is_red_flag(sign))
    }
}

/// Runs and sessions of the weeks before the block, as far as they are known; without any, the fixed week is taken to have gone before.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Before {
    /// Runs done, oldest first.
    pub runs: Vec<PastRun>,
    /// Sessions done in place of the fixed week, oldest first; `None`: the fixed week.
    pub sessions: Option<Vec<PastSession>>,
}

/// A run before the block.
#[derive(Clone, Debug, PartialEq)]
pub struct PastRun {
    /// Its day.
    pub day: Day,
    /// When it started.
    pub start: Clock,
    /// Its length.
    pub minutes: Minutes,
    /// Its type.
    pub kind: RunType,
    /// The logical run it was, such as `easy-1`, where known.
    pub slug: Option<String>,
    /// How far a race was, in kilometres, where known.
    pub distance_km: Option<f64>,
}

/// A fixed session before the block.
#[derive(Clone, Debug, PartialEq)]
pub struct PastSession {
    /// Its day.
    pub day: Day,
    /// What it was; its weekday and skips mean nothing here.
    pub session: Session,
}

/// Minutes before a run at which the calendar reminds where the brief does not say.
pub const ALARM_MINUTES: u32 = 30;

/// How things are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Display {
    /// Miles instead of kilometres.
    pub miles: bool,
    /// 12-hour clock instead of 24.
    pub twelve_hour: bool,
    /// Weeks are shown from Sunday instead of Monday.
    pub sunday_first: bool,
    /// Minutes before a run at which the calendar reminds; `None` for no alarm.
    pub alarm_minutes: Option<u32>,
}

/// What the rules' numbers depend on, also where the running cannot be read.
fn setting(athlete: &Athlete, block: &Block, running: Option<&Running>) -> Setting {
    Setting {
        stacking: running.is_some_and(|running| running.stacking),
        races: block.races(),
        long_run_day: running.is_some_and(|running| running.long_run_day.is_some()),
        ..Setting::for_person(athlete, block.start)
    }
}

impl Brief {
    /// What the rules' numbers depend on.
    pub fn setting(&self) -> Setting {
        setting(&self.athlete, &self.block, Some(&self.running))
    }

    /// Check-ins of a training log, which count beside the brief's own.
    pub fn add_check_ins(&mut self, check_ins: Vec<CheckIn>) {
        self.check_ins.extend(check_ins);
        self.check_ins.sort_by_key(|one| one.date);
    }

    /// Whether some dates of a week (from 0) have hours of their own.
    pub fn has_exception_in(&self, week: i32) -> bool {
        let calendar = self.block.calendar();
        let (monday, sunday) = (calendar.date(Day(week * 7)), calendar.date(Day(week * 7 + 6)));
        self.availability.exceptions.iter().any(|one| one.from <= sunday && monday <= one.to)
    }

    /// The strength sessions of the fixed week.
    pub fn lifts(&self) -> impl Iterator<Item = &Session> {
        self.sessions.iter().filter(|session| session.kind == Kind::Strength)
    }
}
