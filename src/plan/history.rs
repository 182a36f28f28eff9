//! The part of a plan that is history: it stays as it was published, and what was really done counts in every gap.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Entry, Fixed, LocalTime, PlacedRun, Plan};
use crate::brief::ALARM_MINUTES;
use crate::model::{Clock, Day, Effort, Focus, Kind, Minutes, RunType, Session, Skip};

/// What of a plan is history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct History {
    /// The first day that was planned again, or the first of the block; what stands before it is not judged.
    pub from: NaiveDate,
    /// The runs before it as they were done, where that is not as they were planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub runs: Option<Vec<RunDone>>,
    /// The sessions before it as they were done, where that is not as they were planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sessions: Option<Vec<SessionDone>>,
    /// Planned runs that were done before their day, as they were planned: none of them stands in a week that has begun.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub early: Vec<Entry>,
    /// How hard the published runs were held where they stood, if not as the rules have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stay: Option<i32>,
    /// How the calendar showed what lies before some days, the earliest first; all else is shown as the brief asks now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shown: Vec<Shown>,
}

/// How the calendar showed the runs before a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shown {
    /// The day.
    pub before: NaiveDate,
    /// In miles instead of kilometres.
    #[serde(default)]
    pub miles: bool,
    /// Minutes before a run at which it reminded; none for no alarm.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alarm_minutes: Option<u32>,
}

impl Shown {
    /// As a brief asks for it.
    pub(crate) fn of(brief: &Value, before: NaiveDate) -> Self {
        let display = &brief["display"];
        let alarm = &display["alarm_minutes"];
        let rings = || alarm.as_u64().map_or(ALARM_MINUTES, |minutes| u32::try_from(minutes).unwrap_or(u32::MAX));
        Self { before, miles: display["units"] == "mi", alarm_minutes: (!alarm.is_string()).then(rings) }
    }
}

impl Plan {
    /// The runs that were done before their day, as they were planned.
    pub(crate) fn early(&self) -> &[Entry] {
        self.history.as_ref().map_or(&[], |history| &history.early)
    }

    /// Everything that was ever planned: the runs that were done before their day, and what its weeks hold.
    pub(crate) fn planned(&self) -> impl Iterator<Item = &Entry> {
        self.early().iter().chain(self.weeks.iter().flat_map(|week| &week.sessions))
    }

    /// Minutes that were missed in a week (from 0) after one in which nothing was.
    pub(super) fn missed_once(&self) -> BTreeMap<i32, Minutes> {
        let told = self.history.as_ref().and_then(|history| Some((history.runs.as_ref()?, history.from)));
        told.map(|(runs, from)| missed_once(self, runs, from)).unwrap_or_default()
    }

    /// How the calendar shows what lies on a day, where that is not as the brief asks.
    pub fn shown_on(&self, date: NaiveDate) -> Option<&Shown> {
        self.history.as_ref()?.shown.iter().find(|shown| date < shown.before)
    }

    /// A run as it was planned.
    pub(crate) fn planned_run(&self, id: &str) -> Option<&PlacedRun> {
        self.planned().filter_map(Entry::as_run).find(|run| run.id == id)
    }

    /// The day that something was planned for; of a run that was done before its day, the day it was done.
    pub fn day_of(&self, id: &str) -> Option<NaiveDate> {
        let runs = self.history.iter().flat_map(|history| history.runs.iter().flatten());
        let done = || runs.clone().find(|run| run.planned.as_deref() == Some(id)).map(|run| run.start);
        let early = self.early().iter().find(|entry| entry.id() == id);
        let known = early.and_then(|_| done()).or_else(|| Some(self.planned().find(|entry| entry.id() == id)?.start()));
        known.map(|start| start.0.date())
    }
}

/// Minutes that were planned before a day and not run, by week (from 0), but for weeks right after another such week: what is missed
/// once takes nothing from what the body bears, what is missed again does.
pub(super) fn missed_once(plan: &Plan, done: &[RunDone], from: NaiveDate) -> BTreeMap<i32, Minutes> {
    let Some(first) = plan.start() else { return BTreeMap::new() };
    let mut missing: BTreeMap<i32, Minutes> = BTreeMap::new();
    let counts = |kind: RunType| kind != RunType::Race && !kind.closes_a_workout();
    let week_of = |date: NaiveDate| Day((date - first).num_days() as i32).week();
    for run in plan.planned().filter_map(Entry::as_run).filter(|run| counts(run.run.kind)) {
        let date = run.start.0.date();
        if date < from {
            *missing.entry(week_of(date)).or_default() += run.minutes;
        }
    }
    for run in done.iter().filter(|run| counts(run.kind)) {
        let date = run.start.0.date();
        if date < from {
            *missing.entry(week_of(date)).or_default() -= run.minutes;
        }
    }
    let is_short = |week: i32| missing.get(&week).is_some_and(|minutes| *minutes > 0);
    missing
        .iter()
        .filter(|(week, _)| is_short(**week) && !is_short(**week - 1))
        .map(|(week, minutes)| (*week, *minutes))
        .collect()
}

/// A run that was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RunDone {
    /// When it started.
    pub start: LocalTime,
    /// How long it took.
    pub minutes: Minutes,
    /// What it was.
    #[serde(rename = "type")]
    pub kind: RunType,
    /// The id of the planned run it was; none for one that was not planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<String>,
}

/// A session that was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionDone {
    /// The person's name for it.
    #[serde(default)]
    pub name: String,
    /// When it started.
    pub start: LocalTime,
    /// How long it took.
    pub minutes: Minutes,
    /// What it was.
    pub kind: Kind,
    /// What it worked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub focus: Option<Focus>,
    /// How hard it was meant to be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effort: Option<Effort>,
    /// How hard it was, session RPE 1 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rpe: Option<u8>,
    /// Whether it was a match or a race of another sport.
    #[serde(default, rename = "match", skip_serializing_if = "std::ops::Not::not")]
    pub is_match: bool,
}

impl RunDone {
    /// The planned runs before a date, as if they were done.
    pub(crate) fn planned(plan: &Plan, before: NaiveDate) -> Vec<Self> {
        let runs = plan.runs().filter(|run| run.start.0.date() < before).map(|run| Self {
            start: run.start,
            minutes: run.minutes,
            kind: run.run.kind,
            planned: Some(run.id.clone()),
        });
        let mut runs: Vec<Self> = runs.collect();
        runs.sort_by_key(|run| run.start);
        runs
    }
}

impl SessionDone {
    /// The planned sessions before a date, as if they were done.
    pub(crate) fn planned(plan: &Plan, before: NaiveDate) -> Vec<Self> {
        let before = plan.fixed().filter(|(fixed, _)| fixed.start.0.date() < before);
        let mut sessions: Vec<Self> = before.map(|(fixed, kind)| Self::of(fixed, kind)).collect();
        sessions.sort_by_key(|session| session.start);
        sessions
    }

    /// A planned session, as if it was done.
    pub(crate) fn of(fixed: &Fixed, kind: Kind) -> Self {
        Self {
            name: fixed.name.clone(),
            start: fixed.start,
            minutes: fixed.minutes,
            kind,
            focus: fixed.focus,
            effort: fixed.effort,
            rpe: fixed.rpe,
            is_match: fixed.is_match,
        }
    }

    /// The session as a fixed week has it.
    pub(crate) fn session(&self) -> Session {
        let start = self.start.clock();
        Session {
            name: self.name.clone(),
            weekday: chrono::Datelike::weekday(&self.start.0.date()).num_days_from_monday() as usize,
            start,
            minutes: self.minutes.clamp(0, 24 * 60),
            kind: self.kind,
            focus: self.focus,
            effort: self.effort.or(self.rpe.map(Effort::from_rpe)),
            rpe: self.rpe,
            is_match: self.is_match,
            run: None,
            date: None,
            every_days: None,
            efforts: Vec::new(),
            skip: Skip::default(),
        }
    }
}

impl From<&(NaiveDate, Clock, Session)> for SessionDone {
    fn from((date, start, session): &(NaiveDate, Clock, Session)) -> Self {
        Self {
            name: session.name.clone(),
            start: LocalTime::at(*date, *start),
            minutes: session.minutes,
            kind: session.kind,
            focus: session.focus,
            effort: session.effort,
            rpe: session.rpe,
            is_match: session.is_match,
        }
    }
}
