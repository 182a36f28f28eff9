//! Which planned run or session a recorded activity was.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use super::log::{Activity as Word, Added, Entry, Kept, Lap, Log, followed};
use crate::intake::{Activity, Sport};
use crate::model::{Clock, Kind, RunType, Zone};
use crate::plan::{Entry as Planned, PlacedRun, Plan, one_by_one};

/// What activities mean for the log.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matched {
    /// The lines to add to the log.
    pub entries: Vec<Entry>,
    /// What became of each activity, in sentences.
    pub notes: Vec<String>,
}

/// Finds for each activity the planned run (or strength session) of its day whose start is nearest, each planned one used
/// once; what finds none is added to what was planned. What the log already holds is not told again, nor is what two programs
/// recorded at once. Where the clock of a watch was never set, the day is `undated_on`, if anybody knows it.
pub fn matched(plan: &Plan, log: &Log, activities: &[Activity], undated_on: Option<NaiveDate>) -> Matched {
    let zone: Zone = plan.timezone.parse().unwrap_or(Zone::UTC);
    let recorded: Vec<Recorded<'_>> = activities.iter().map(|one| Recorded::new(one, zone, undated_on)).collect();
    let planned: Vec<&Planned> = plan.weeks.iter().flat_map(|week| &week.sessions).collect();
    let twins = twins(activities);
    let fates: Vec<Option<&str>> = recorded
        .iter()
        .zip(&twins)
        .map(|(one, twin)| {
            let in_log = one.is_in(log, &planned).then_some("is in the log already");
            in_log.or(one.speaks_against()).or(twin.then_some("was recorded twice and counts once"))
        })
        .collect();
    let timed: Vec<&Entry> = log.entries.iter().map(|(_, entry)| entry).filter(|entry| is_timed(entry)).collect();
    let is_told = |planned: &&&Planned| timed.iter().any(|entry| entry.speaks_of(planned));
    let mut taken: BTreeSet<&str> = planned.iter().filter(is_told).map(|planned| planned.id()).collect();
    let mut pairs = Vec::new();
    for (index, one) in recorded.iter().enumerate().filter(|(index, _)| fates[*index].is_none()) {
        for planned in planned.iter().filter(|planned| one.may_be(planned)) {
            pairs.push(((one.wall - planned.start().0).num_minutes().abs(), index, *planned));
        }
    }
    pairs.sort_by_key(|(apart, index, planned)| (*apart, *index, planned.start()));
    let mut found: Vec<Option<&Planned>> = vec![None; recorded.len()];
    for (_, index, planned) in pairs {
        if found[index].is_none() && taken.insert(planned.id()) {
            found[index] = Some(planned);
        }
    }
    let mut matched = Matched::default();
    for ((one, planned), fate) in recorded.iter().zip(found).zip(fates) {
        let (entry, note) = match fate {
            Some(fate) => (None, one.says(fate)),
            None => one.judged(planned),
        };
        matched.entries.extend(entry);
        matched.notes.push(note);
    }
    matched
}

/// Whether a line says when something was done: such a line stands for another recording.
fn is_timed(entry: &Entry) -> bool {
    matches!(entry, Entry::Done(kept) if kept.start.is_some())
}

/// Two recordings that overlap by this much, in seconds, are of one thing.
const OVERLAP: i64 = 60;

/// Which activities another one, that says more, was recorded together with.
pub(super) fn twins(activities: &[Activity]) -> Vec<bool> {
    let mut twins = vec![false; activities.len()];
    let mut order: Vec<usize> = (0..activities.len()).filter(|&index| activities[index].is_dated()).collect();
    order.sort_by_key(|&index| (activities[index].start, index));
    let mut kept: Option<usize> = None;
    for kind in [Thing::OnFoot, Thing::Lifting] {
        for &index in order.iter().filter(|&&index| Thing::of(&activities[index]) == Some(kind)) {
            let one = &activities[index];
            let meets = kept.filter(|&kept| Thing::of(&activities[kept]) == Some(kind)).filter(|&before| {
                (activities[before].end.min(one.end) - one.start).num_seconds()
                    > OVERLAP.min(i64::from(one.minutes) * 30)
            });
            match meets {
                Some(before) if worth(one) > worth(&activities[before]) => {
                    twins[before] = true;
                    kept = Some(index);
                }
                Some(_) => twins[index] = true,
                None => kept = Some(index),
            }
        }
    }
    twins
}

/// What nobody does twice at one time.
#[derive(Clone, Copy, PartialEq)]
enum Thing {
    OnFoot,
    Lifting,
}

impl Thing {
    fn of(activity: &Activity) -> Option<Self> {
        match activity.sport {
            Sport::Running | Sport::Walking | Sport::Unknown => Some(Self::OnFoot),
            Sport::Strength => Some(Self::Lifting),
            Sport::Other => None,
        }
    }
}

/// Of two recordings of one thing that which names a run counts, then the one with a way.
fn worth(activity: &Activity) -> (bool, bool) {
    (activity.sport == Sport::Running, activity.distance_km.is_some())
}

/// Kilometres an hour between which something on foot is taken for a run when its sport is not named: judgement. Slower is a walk,
/// much slower or faster something else.
const WALK: f64 = 3.0;
const RUN: f64 = 6.0;
const RIDE: f64 = 20.0;

/// Nobody keeps more than this for long, in kilometres an hour: the fastest ten kilometres were run at under 23.
const FASTEST: f64 = 24.0;

/// An activity on the walls of whoever did it.
pub(super) struct Recorded<'a> {
    activity: &'a Activity,
    pub(super) wall: NaiveDateTime,
    /// Whether the time of day is known.
    is_timed: bool,
    /// Whether the day is.
    is_dated: bool,
}

impl<'a> Recorded<'a> {
    pub(super) fn new(activity: &'a Activity, zone: Zone, undated_on: Option<NaiveDate>) -> Self {
        let is_set = activity.is_dated();
        let shown = activity.wall.unwrap_or_else(|| activity.start.with_timezone(&zone).naive_local());
        let wall = match undated_on {
            Some(day) if !is_set => day.and_time(NaiveTime::MIN),
            _ => shown,
        };
        Self { activity, wall, is_timed: is_set, is_dated: is_set || undated_on.is_some() }
    }

    fn date(&self) -> NaiveDate {
        self.wall.date()
    }

    fn start(&self) -> Option<Clock> {
        self.is_timed.then(|| Clock((self.wall.hour() * 60 + self.wall.minute()) as u16))
    }

    /// What it is, where the file does not say: something on foot by how fast it was.
    pub(super) fn sport(&self) -> Sport {
        match (self.activity.sport, self.activity.speed()) {
            (Sport::Unknown, Some(speed)) if (WALK..RUN).contains(&speed) => Sport::Walking,
            (sport, _) => sport,
        }
    }

    /// Why it is no run that could be logged.
    pub(super) fn speaks_against(&self) -> Option<&'static str> {
        match (self.activity.sport, self.activity.speed()) {
            _ if !self.is_dated => {
                Some("bears no date, for the clock of the watch was never set; give it with `--date YYYY-MM-DD`")
            }
            (Sport::Unknown, None) => Some("names neither a sport nor a distance and is left aside"),
            (Sport::Unknown, Some(speed)) if speed > RIDE => Some("was too fast for a run and is left aside"),
            (Sport::Unknown, Some(speed)) if speed < WALK => Some("was too slow for a run and is left aside"),
            (Sport::Running, Some(speed)) if speed > FASTEST => Some("was too fast for a run and is left aside"),
            _ => None,
        }
    }

    /// Whether the log tells of it: of a thing of its kind at the same time, or where no time is known, on the day and as long.
    fn is_in(&self, log: &Log, planned: &[&Planned]) -> bool {
        let lifted = Thing::of(self.activity) == Some(Thing::Lifting);
        log.entries.iter().any(|(_, entry)| match entry {
            Entry::Done(kept) => {
                let of = planned.iter().find(|planned| entry.speaks_of(planned));
                let is_kind =
                    of.is_none_or(|of| if lifted { matches!(of, Planned::Strength(_)) } else { of.as_run().is_some() });
                is_kind && self.meets(kept.date, kept.start, kept.minutes)
            }
            Entry::Added(added) => {
                let is_kind = lifted == matches!(added.kind, Word::Session(Kind::Strength));
                is_kind && self.meets(Some(added.date), added.start, Some(added.minutes))
            }
            _ => false,
        })
    }

    fn meets(&self, date: Option<NaiveDate>, start: Option<Clock>, minutes: Option<i32>) -> bool {
        let Some(date) = date else { return false };
        let Some((own, start)) = self.start().zip(start) else {
            return self.start().is_none() && start.is_none() && date == self.date() && minutes == Some(self.minutes());
        };
        if (date, start) == (self.date(), own) {
            return true;
        }
        let (from, to) = (self.wall, self.wall + TimeDelta::minutes(i64::from(self.minutes())));
        let other = date.and_time(NaiveTime::MIN) + TimeDelta::minutes(i64::from(start.0));
        let end = other + TimeDelta::minutes(i64::from(minutes.unwrap_or(1)));
        (to.min(end) - from.max(other)).num_seconds() > OVERLAP
    }

    fn may_be(&self, planned: &Planned) -> bool {
        let fits = match (self.sport(), planned) {
            (Sport::Running | Sport::Unknown, Planned::Run(_)) | (Sport::Strength, Planned::Strength(_)) => true,
            (Sport::Walking, Planned::Run(run)) => run.run.kind == RunType::WalkRun,
            _ => false,
        };
        fits && planned.start().0.date() == self.date()
    }

    fn judged(&self, planned: Option<&Planned>) -> (Option<Entry>, String) {
        match (planned, self.sport()) {
            (Some(planned), _) => {
                let clock = planned.start().0.format("%H:%M");
                let was = format!("is `{}`, planned for {} min at {clock}", planned.id(), planned.minutes());
                (Some(Entry::Done(self.kept(planned))), self.says(&was))
            }
            (None, Sport::Running | Sport::Unknown) => (
                Some(Entry::Added(self.added(Word::Run(RunType::Easy)))),
                self.says("was not planned and is added as an easy run"),
            ),
            (None, Sport::Strength) => (
                Some(Entry::Added(self.added(Word::Session(Kind::Strength)))),
                self.says("was not planned and is added"),
            ),
            (None, Sport::Walking | Sport::Other) => (None, self.says("is no run and is left aside")),
        }
    }

    fn kept(&self, planned: &Planned) -> Kept {
        Kept {
            id: planned.id().to_owned(),
            laps: planned.as_run().map(|run| self.laps(run)).unwrap_or_default(),
            date: Some(self.date()),
            start: self.start(),
            minutes: Some(self.minutes()),
            distance_km: self.activity.distance_km.filter(|_| self.is_run()),
            ..Kept::default()
        }
    }

    /// The laps, where they follow the steps of the run.
    fn laps(&self, run: &PlacedRun) -> Vec<Lap> {
        let lap = |lap: &crate::intake::Lap| Lap {
            seconds: lap.seconds.round().clamp(0.0, 86_400.0) as u32,
            distance_km: lap.metres.map(|metres| metres.round().clamp(0.0, 500_000.0) / 1000.0),
            heart_rate: lap.beats,
        };
        let parts = run.run.parts();
        // What was recorded after the last step says nothing of it.
        let steps = one_by_one(&parts).count();
        let laps: Vec<Lap> = self.activity.laps.iter().take(steps).map(lap).collect();
        if followed(&parts, &laps).is_some() { laps } else { Vec::new() }
    }

    fn added(&self, kind: Word) -> Added {
        Added {
            date: self.date(),
            start: self.start(),
            minutes: self.minutes(),
            kind,
            focus: None,
            effort: None,
            rpe: None,
            distance_km: self.activity.distance_km.filter(|_| self.is_run()),
            note: None,
        }
    }

    fn is_run(&self) -> bool {
        self.activity.sport != Sport::Strength
    }

    /// A day at most, which is what a log takes.
    fn minutes(&self) -> i32 {
        self.activity.minutes.min(24 * 60)
    }

    fn says(&self, what: &str) -> String {
        let name = match (self.activity.sport, self.sport()) {
            (_, Sport::Running) => "The run",
            (_, Sport::Walking) => "The walk",
            (_, Sport::Strength) => "The strength session",
            (Sport::Unknown, _) if self.speaks_against().is_none() => {
                "The activity, of a sport not named and taken for a run,"
            }
            _ => "The activity",
        };
        let day = if self.is_dated { format!(" on {}", self.date()) } else { String::new() };
        let clock = self.start().map(|start| format!(" at {start}")).unwrap_or_default();
        format!("{name} of {} min{day}{clock} {what}.", self.minutes())
    }
}
