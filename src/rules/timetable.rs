//! The fixed week laid out in time: what the runs are placed around.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use crate::model::{Calendar, Clock, Day, GRID_MINUTES, Kind, Legs, Minutes, Moment, PartOfDay, RunClass, RunShape};

/// Days laid out before the block's first Monday and after its last Sunday, in which the fixed week goes on.
pub const MARGIN_DAYS: i32 = 28;

/// Minutes beside an appointment that are not counted as open, mobility left out: what `no_overlap` keeps free unless it is changed.
const BESIDE: Minutes = 15;

/// Parts of words by which a ride is known.
const RIDES: [&str; 14] = [
    "ride", "bike", "biking", "cycl", "spin", "turbo", "zwift", "peloton", "wattbike", "radfahr", "radtour", "rennrad",
    "velo", "bici",
];

/// Something that stands where it stands.
#[expect(clippy::struct_excessive_bools, reason = "facts of an appointment that do not exclude each other")]
#[derive(Clone, Debug, PartialEq)]
pub struct Appointment {
    /// Its id in the plan, such as `w01-s1`; empty outside the block and for busy times.
    pub id: String,
    /// What the person calls it.
    pub name: String,
    /// What it is; `None` for a busy time.
    pub kind: Option<Kind>,
    /// What it does to the legs.
    pub legs: Legs,
    /// Whether it is one of the week's hard stresses: heavy legs, or another sport that is hard for them.
    pub hard: bool,
    /// Heavy legs that the body is not used to: the first ones after a long pause.
    pub new_stimulus: bool,
    /// When it starts.
    pub start: Moment,
    /// When it ends.
    pub end: Moment,
    /// The day it starts on.
    pub day: Day,
    /// The day its last minute lies on.
    pub last_day: Day,
    /// Session load, arbitrary units.
    pub load: i32,
    /// Whether it is a match or a race of another sport.
    pub is_match: bool,
    /// Whether it is a night shift, by its hours.
    pub is_night: bool,
    /// The run that it is, of the person's own runs.
    pub run: Option<RunShape>,
}

impl Appointment {
    /// Whether it is lifting.
    pub fn is_strength(&self) -> bool {
        self.kind == Some(Kind::Strength)
    }

    /// `s1` of `w01-s1`.
    pub fn slug(&self) -> &str {
        self.id.split_once('-').map_or("", |(_, slug)| slug)
    }

    /// Whether it is a ride, by its name.
    pub fn is_ride(&self) -> bool {
        let name = self.name.to_lowercase();
        self.kind == Some(Kind::Other) && RIDES.iter().any(|ride| name.contains(ride))
    }

    /// Whether it is another sport that works the legs.
    pub fn is_leg_sport(&self) -> bool {
        self.kind == Some(Kind::Other) && matches!(self.legs, Legs::Heavy | Legs::Moderate)
    }
}

/// What the fixed week puts on one day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayFacts {
    /// Strength sessions that start on it.
    pub strength: i32,
    /// Hard sessions that start on it, runs left out.
    pub hard: i32,
    /// Sessions of other sport that start on it, night shifts left out.
    pub sport: i32,
    /// Load of all sessions that start on it, runs left out.
    pub load: i32,
    /// The person's own runs that start on it.
    pub runs: i32,
    /// The hard ones among them.
    pub hard_runs: i32,
}

/// What the person likes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// Weekday of the long run, Monday 0.
    pub long_run_day: Option<usize>,
    /// Part of the day.
    pub preferred_time: Option<PartOfDay>,
    /// Runs that a week holds at most.
    pub runs_per_week: i32,
    /// Runs a week that were asked for, or that are usual where nothing was said.
    pub asked: i32,
    /// Whether a run may follow a session directly.
    pub attach: bool,
    /// Whether a run may follow a ride directly.
    pub bricks: bool,
    /// Whether nothing was said about the hours in which runs may take place.
    pub hours_unsaid: bool,
}

/// The fixed week laid out from [`MARGIN_DAYS`] before the block to as many after it.
#[derive(Clone, Debug)]
pub struct Timetable {
    /// Days to moments.
    pub calendar: Calendar,
    /// Weeks in the block.
    pub weeks: i32,
    /// Every appointment, by start.
    pub appointments: Vec<Appointment>,
    /// When runs may take place, by start, touching ones joined.
    pub windows: Vec<(Moment, Moment)>,
    /// What each day holds, from day `-MARGIN_DAYS`.
    pub days: Vec<DayFacts>,
    /// What the person likes.
    pub wishes: Wishes,
    /// Whether most of the person's own sessions are in the evening.
    pub in_the_evening: bool,
    /// Days, first and last, on which a run may not follow the one before on the next day, because of pain.
    pub apart: Vec<(Day, Day)>,
    /// Weeks, from 0, that are lighter on purpose or hold a race: nobody's habits are made or broken in them.
    pub light_weeks: BTreeSet<i32>,
    /// The days of a plan from elsewhere: the week, from 0, the class of a run and its weekday.
    pub brought: Vec<(i32, RunClass, usize)>,
    /// Whether any appointment is a night shift.
    pub has_night_shifts: bool,
    /// The open stretches of each day of the block beside its appointments, in minutes of that day.
    open: Vec<Vec<(Minutes, Minutes)>>,
    /// When each day begins, from day `-MARGIN_DAYS`: asked for so often that the zone is asked once.
    midnights: Vec<Moment>,
}

impl Timetable {
    /// Lays out appointments and windows, in any order.
    pub fn new(
        calendar: Calendar,
        weeks: i32,
        mut appointments: Vec<Appointment>,
        mut windows: Vec<(Moment, Moment)>,
        wishes: Wishes,
    ) -> Self {
        appointments.sort_by(|a, b| (a.start, a.end, &a.name).cmp(&(b.start, b.end, &b.name)));
        windows.sort_unstable();
        let mut joined: Vec<(Moment, Moment)> = Vec::new();
        for (from, to) in windows.into_iter().filter(|(from, to)| from < to) {
            match joined.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => joined.push((from, to)),
            }
        }
        let mut days = vec![DayFacts::default(); (weeks * 7 + 2 * MARGIN_DAYS) as usize];
        for one in &appointments {
            if let Some(facts) = days.get_mut((one.day.0 + MARGIN_DAYS) as usize) {
                if one.run.is_some() {
                    facts.runs += 1;
                    facts.hard_runs += i32::from(one.hard);
                    continue;
                }
                facts.strength += i32::from(one.is_strength());
                facts.hard += i32::from(one.hard);
                facts.sport += i32::from(one.kind == Some(Kind::Other) && !one.is_night);
                facts.load += one.load;
            }
        }
        let midnights =
            (-MARGIN_DAYS..=weeks * 7 + MARGIN_DAYS).map(|day| calendar.moment(Day(day), Clock(0))).collect();
        let has_night_shifts = appointments.iter().any(|one| one.is_night);
        let mut timetable = Self {
            calendar,
            weeks,
            appointments,
            windows: joined,
            days,
            wishes,
            in_the_evening: false,
            apart: Vec::new(),
            light_weeks: BTreeSet::new(),
            brought: Vec::new(),
            has_night_shifts,
            open: Vec::new(),
            midnights,
        };
        timetable.in_the_evening = timetable.is_of_the_evening();
        timetable.open = timetable.stretches();
        timetable
    }

    /// Whether more than half of the sessions start in the evening.
    fn is_of_the_evening(&self) -> bool {
        let sessions = self.appointments.iter().filter(|one| one.kind.is_some());
        let evening = i32::from(PartOfDay::Evening.span().0) * 60;
        let (late, early): (Vec<_>, Vec<_>) =
            sessions.partition(|one| one.start.since(self.midnight(one.day)) >= evening);
        late.len() > early.len()
    }

    /// Whether a week (from 0) neither keeps nor changes habits.
    pub fn is_light(&self, week: i32) -> bool {
        self.light_weeks.contains(&week)
    }

    /// Whether a run on `day` may not follow the one before on the next day.
    pub fn is_apart(&self, day: Day) -> bool {
        self.apart.iter().any(|(first, last)| (*first..=*last).contains(&day))
    }

    /// The windows without the appointments and the time beside them, cut at midnights where they begin.
    fn stretches(&self) -> Vec<Vec<(Minutes, Minutes)>> {
        let mut open = vec![Vec::new(); (self.weeks * 7).max(0) as usize];
        let mut put = |from: Moment, to: Moment| {
            let mut day = self.day_of(from);
            while to > self.midnight(day) && from < to {
                if let Some(stretches) = usize::try_from(day.0).ok().and_then(|day| open.get_mut(day)) {
                    let midnight = self.midnight(day);
                    stretches.push((from.since(midnight).max(0), to.since(midnight)));
                }
                day = day.plus(1);
            }
        };
        let mut first = 0;
        for (from, to) in &self.windows {
            // The longest appointment is a day.
            let near = from.plus(-2 * 24 * 60);
            first += self.appointments[first..].iter().take_while(|one| one.start < near).count();
            let mut at = *from;
            for one in self.appointments[first..].iter().take_while(|one| one.start < *to) {
                let beside = if one.kind == Some(Kind::Mobility) { 0 } else { BESIDE };
                put(at, one.start.plus(-beside));
                at = at.max(one.end.plus(beside));
            }
            put(at, *to);
        }
        open
    }

    /// The day that a moment lies on, of those that are laid out.
    fn day_of(&self, moment: Moment) -> Day {
        Day(self.midnights.partition_point(|midnight| *midnight <= moment) as i32 - 1 - MARGIN_DAYS)
    }

    /// The longest run that may start on a day of the block between these minutes and end by a minute of it, beside what is fixed.
    pub fn room(&self, day: Day, starts: RangeInclusive<Minutes>, end: Minutes) -> Minutes {
        let open = usize::try_from(day.0).ok().and_then(|day| self.open.get(day));
        let lengths = open.into_iter().flatten().map(|(from, to)| {
            let grid = Minutes::from(GRID_MINUTES);
            let start = (*from.max(starts.start()) + grid - 1) / grid * grid;
            if start > *starts.end() { 0 } else { *to.min(&end) - start }
        });
        lengths.max().unwrap_or(0).max(0)
    }

    /// When `day` begins.
    pub fn midnight(&self, day: Day) -> Moment {
        let known = self.midnights.get((day.0 + MARGIN_DAYS) as usize).copied();
        known.unwrap_or_else(|| self.calendar.moment(day, Clock(0)))
    }

    /// Every `step` minutes of a day, on the wall clock, that lie in a window, with their moments and the window's end.
    pub fn free_starts(&self, day: Day, step: u16) -> impl Iterator<Item = (Clock, Moment, Moment)> {
        let (from, to) = (self.midnight(day), self.midnight(day.plus(1)));
        let first = self.windows.partition_point(|(_, end)| *end <= from);
        let windows = self.windows[first..].iter().take_while(move |(start, _)| *start < to);
        let windows: Vec<(Moment, Moment)> = windows.copied().collect();
        let grid = (!windows.is_empty()).then(|| self.calendar.grid(day, (from, to), step));
        grid.into_iter().flatten().filter_map(move |(clock, start)| {
            let (_, end) = windows.iter().rev().find(|(from, _)| *from <= start)?;
            Some((clock, start, *end))
        })
    }

    /// The session that a run which starts at this moment follows directly.
    pub fn closed_by(&self, start: Moment) -> Option<usize> {
        self.appointments.iter().position(|one| (one.is_strength() || one.is_ride()) && one.end == start)
    }

    /// The first moment of a day that lies in a window.
    pub fn first_open(&self, day: Day) -> Option<Moment> {
        let (from, to) = (self.midnight(day), self.midnight(day.plus(1)));
        let first = self.windows.get(self.windows.partition_point(|(_, end)| *end <= from))?;
        (first.0 < to).then(|| first.0.max(from))
    }

    /// The end of the last window that is open on a day.
    pub fn last_open(&self, day: Day) -> Option<Moment> {
        let (from, to) = (self.midnight(day), self.midnight(day.plus(1)));
        let last = self.windows[..self.windows.partition_point(|(start, _)| *start < to)].last()?;
        (last.1 > from).then_some(last.1)
    }

    /// What the fixed week puts on `day`.
    pub fn facts(&self, day: Day) -> DayFacts {
        self.days.get((day.0 + MARGIN_DAYS) as usize).copied().unwrap_or_default()
    }

    /// Index of the first appointment that starts at or after `moment`.
    pub fn first_from(&self, moment: Moment) -> usize {
        self.appointments.partition_point(|one| one.start < moment)
    }

    /// The appointments that start within `minutes` before `moment`, latest first.
    pub fn before(&self, moment: Moment, minutes: Minutes) -> impl Iterator<Item = &Appointment> {
        let earliest = moment.plus(-minutes);
        self.appointments[..self.first_from(moment)].iter().rev().take_while(move |one| one.start >= earliest)
    }

    /// The appointments that start at `moment` or within `minutes` after it, earliest first.
    pub fn after(&self, moment: Moment, minutes: Minutes) -> impl Iterator<Item = &Appointment> {
        let latest = moment.plus(minutes);
        self.appointments[self.first_from(moment)..].iter().take_while(move |one| one.start <= latest)
    }

    /// The appointments that touch the calendar days `first` to `last`, with their indices.
    pub fn touching(&self, first: Day, last: Day) -> impl Iterator<Item = (usize, &Appointment)> {
        let from = self.appointments.partition_point(|one| one.day.0 < first.0 - 1);
        self.appointments[from..]
            .iter()
            .take_while(move |one| one.day <= last)
            .enumerate()
            .map(move |(index, one)| (from + index, one))
            .filter(move |(_, one)| one.last_day >= first)
    }
}
