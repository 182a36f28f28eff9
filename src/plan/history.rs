//! The part of a plan that is history: it stays as it was published, and what was really done counts in every gap.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Fixed, LocalTime, Plan};
use crate::model::{Clock, Effort, Focus, Kind, Minutes, RunType, Session, Skip};

/// What of a plan is history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct History {
    /// The first day that was planned again; what stands before it is not judged.
    pub from: NaiveDate,
    /// The runs before it as they were done, where that is not as they were planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub runs: Option<Vec<RunDone>>,
    /// The sessions before it as they were done, where that is not as they were planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sessions: Option<Vec<SessionDone>>,
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
}

impl RunDone {
    /// The planned runs before a date, as if they were done.
    pub(super) fn planned(plan: &Plan, before: NaiveDate) -> Vec<Self> {
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
    pub(super) fn planned(plan: &Plan, before: NaiveDate) -> Vec<Self> {
        let before = plan.fixed().filter(|(fixed, _)| fixed.start.0.date() < before);
        let mut sessions: Vec<Self> = before.map(|(fixed, kind)| Self::of(fixed, kind)).collect();
        sessions.sort_by_key(|session| session.start);
        sessions
    }

    /// A planned session, as if it was done.
    pub(super) fn of(fixed: &Fixed, kind: Kind) -> Self {
        Self {
            name: fixed.name.clone(),
            start: fixed.start,
            minutes: fixed.minutes,
            kind,
            focus: fixed.focus,
            effort: fixed.effort,
            rpe: fixed.rpe,
        }
    }

    /// The session as a fixed week has it.
    pub(super) fn session(&self) -> Session {
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
        }
    }
}
