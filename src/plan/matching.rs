//! Which planned run or session a recorded activity was.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime, Timelike};

use crate::intake::{Activity, Sport};
use crate::model::{Clock, Kind, RunType, Zone};
use crate::plan::log::{Activity as Word, Added, Entry, Kept, Log};
use crate::plan::{Entry as Planned, Plan};

/// What activities mean for the log.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matched {
    /// The lines to add to the log.
    pub entries: Vec<Entry>,
    /// What became of each activity, in sentences.
    pub notes: Vec<String>,
}

/// Finds for each activity the planned run (or strength session) of its day whose start is nearest, each planned one used
/// once; what finds none is added to what was planned. What the log already holds is not told again.
pub fn matched(plan: &Plan, log: &Log, activities: &[Activity]) -> Matched {
    let zone: Zone = plan.timezone.parse().unwrap_or(Zone::UTC);
    let recorded: Vec<Recorded<'_>> = activities.iter().map(|one| Recorded::new(one, zone)).collect();
    let planned: Vec<&Planned> = plan.weeks.iter().flat_map(|week| &week.sessions).collect();
    let known: Vec<bool> = recorded.iter().map(|one| one.is_in(log)).collect();
    let timed: Vec<&Entry> = log.entries.iter().map(|(_, entry)| entry).filter(|entry| is_timed(entry)).collect();
    let is_told = |planned: &&&Planned| timed.iter().any(|entry| entry.speaks_of(planned));
    let mut taken: BTreeSet<&str> = planned.iter().filter(is_told).map(|planned| planned.id()).collect();
    let mut pairs = Vec::new();
    for (index, one) in recorded.iter().enumerate().filter(|(index, _)| !known[*index]) {
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
    for ((one, planned), known) in recorded.iter().zip(found).zip(known) {
        let (entry, note) = if known { (None, one.says("is in the log already")) } else { one.judged(planned) };
        matched.entries.extend(entry);
        matched.notes.push(note);
    }
    matched
}

/// Whether a line says when something was done: such a line stands for another recording.
fn is_timed(entry: &Entry) -> bool {
    matches!(entry, Entry::Done(kept) if kept.start.is_some())
}

/// An activity on the walls of the plan's zone.
struct Recorded<'a> {
    activity: &'a Activity,
    wall: NaiveDateTime,
}

impl<'a> Recorded<'a> {
    fn new(activity: &'a Activity, zone: Zone) -> Self {
        Self { activity, wall: activity.start.with_timezone(&zone).naive_local() }
    }

    fn date(&self) -> NaiveDate {
        self.wall.date()
    }

    fn start(&self) -> Clock {
        Clock((self.wall.hour() * 60 + self.wall.minute()) as u16)
    }

    fn is_in(&self, log: &Log) -> bool {
        let own = (Some(self.date()), Some(self.start()));
        log.entries.iter().any(|(_, entry)| match entry {
            Entry::Done(kept) => (kept.date, kept.start) == own,
            Entry::Added(added) => (Some(added.date), added.start) == own,
            _ => false,
        })
    }

    fn may_be(&self, planned: &Planned) -> bool {
        let fits = match (self.activity.sport, planned) {
            (Sport::Running | Sport::Unknown, Planned::Run(_)) | (Sport::Strength, Planned::Strength(_)) => true,
            (Sport::Walking, Planned::Run(run)) => run.run.kind == RunType::WalkRun,
            _ => false,
        };
        fits && planned.start().0.date() == self.date()
    }

    fn judged(&self, planned: Option<&Planned>) -> (Option<Entry>, String) {
        match (planned, self.activity.sport) {
            (Some(planned), _) => {
                let clock = planned.start().0.format("%H:%M");
                let was = format!("is `{}`, planned for {} min at {clock}", planned.id(), planned.minutes());
                (Some(Entry::Done(self.kept(planned.id()))), self.says(&was))
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

    fn kept(&self, id: &str) -> Kept {
        Kept {
            id: id.to_owned(),
            date: Some(self.date()),
            start: Some(self.start()),
            minutes: Some(self.minutes()),
            distance_km: self.activity.distance_km.filter(|_| self.is_run()),
            ..Kept::default()
        }
    }

    fn added(&self, kind: Word) -> Added {
        Added {
            date: self.date(),
            start: Some(self.start()),
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
        let name = match self.activity.sport {
            Sport::Running => "The run",
            Sport::Walking => "The walk",
            Sport::Strength => "The strength session",
            Sport::Other => "The activity",
            Sport::Unknown => "The activity, of a sport not named and taken for a run,",
        };
        format!("{name} of {} min on {} at {} {what}.", self.minutes(), self.date(), self.start())
    }
}
