//! The shape of `plan.json`.

use std::collections::BTreeMap;
use std::fmt;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::history::History;
use crate::model::{Calendar, Clock, Day, Effort, Focus, Kind, Minutes, Moment, Phase, RunClass, RunType};
use crate::rules::{Tier, Verdict};

/// The format this version writes and reads.
pub const FORMAT: &str = "runweave-plan/1";

/// A wall-clock date and time, `2026-11-30T18:00`, local to the plan's time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalTime(pub NaiveDateTime);

impl LocalTime {
    /// A time on the wall of a date.
    pub fn at(date: NaiveDate, clock: Clock) -> Self {
        let time = chrono::NaiveTime::from_num_seconds_from_midnight_opt(u32::from(clock.0) * 60, 0);
        Self(date.and_time(time.unwrap_or_default()))
    }

    /// The time on the wall.
    pub fn clock(self) -> Clock {
        Clock((chrono::Timelike::num_seconds_from_midnight(&self.0.time()) / 60) as u16)
    }
}

impl fmt::Display for LocalTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%dT%H:%M"))
    }
}

impl Serialize for LocalTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for LocalTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Some(text.as_str())
            .filter(|text| text.len() == "2026-11-30T18:00".len())
            .and_then(|text| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").ok())
            .map(Self)
            .ok_or_else(|| serde::de::Error::custom(format!("`{text}` is not a local time such as `2026-11-30T18:00`")))
    }
}

/// The published record of a block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// [`FORMAT`].
    pub format: String,
    /// A UUID that stays while the block is planned again.
    pub id: String,
    /// Counts up from 1 with every change of content.
    pub revision: u32,
    /// When this revision was made, RFC 3339 UTC.
    pub created: String,
    /// What the workouts were varied by.
    pub seed: u64,
    /// The brief as it was written.
    pub brief: serde_json::Value,
    /// Zone of every local time.
    pub timezone: String,
    /// Times taken by other calendars, without a word of what they are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub busy: Vec<Busy>,
    /// The weeks.
    pub weeks: Vec<PlanWeek>,
    /// Where the sessions stand whose place was for planning to choose.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub movable: Vec<super::Seated>,
    /// Why nothing may be run for some days or all of them, and whom to ask: to be told before all else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stops: Vec<String>,
    /// What it costs.
    pub score: Score,
    /// What cannot stand together where runs are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Conflict>,
    /// Sessions of earlier revisions that no longer take place.
    #[serde(default)]
    pub cancelled: Vec<Cancelled>,
    /// What was assumed and what to look at, in sentences.
    #[serde(default)]
    pub warnings: Vec<String>,
    /// What of it is history, where it was planned again after it began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub history: Option<History>,
}

/// A time taken by another calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Busy {
    /// When it starts.
    pub start: LocalTime,
    /// How long it takes.
    pub minutes: Minutes,
}

impl Plan {
    /// The first day of the block.
    pub fn start(&self) -> Option<NaiveDate> {
        self.weeks.first().map(|week| week.start)
    }

    /// The identity of every event that it has or had in a calendar.
    pub fn uids(&self) -> impl Iterator<Item = &str> {
        let present = self.weeks.iter().flat_map(|week| &week.sessions).map(Entry::revision);
        present.chain(self.cancelled.iter().map(|gone| &gone.revision)).map(|revision| revision.uid.as_str())
    }
}

impl Busy {
    /// The busy time between two moments.
    pub fn between(calendar: &Calendar, from: Moment, to: Moment) -> Self {
        Self { start: LocalTime(calendar.wall(from)), minutes: to.since(from) }
    }

    /// Its first and last moment.
    pub fn span(&self, calendar: &Calendar) -> (Moment, Moment) {
        let seconds = chrono::Timelike::num_seconds_from_midnight(&self.start.0.time());
        let start = calendar.moment(calendar.day(self.start.0.date()), Clock((seconds / 60) as u16));
        (start, start.plus(self.minutes.max(0)))
    }
}

/// One week of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanWeek {
    /// Number from 1.
    pub number: u32,
    /// Its Monday.
    pub start: NaiveDate,
    /// What it is for.
    pub phase: Phase,
    /// Whether it is a deload week.
    pub deload: bool,
    /// What it aims at, one line.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub aim: String,
    /// Sessions and runs, by start.
    pub sessions: Vec<Entry>,
    /// Runs that found no place.
    #[serde(default)]
    pub unplaced: Vec<Unplaced>,
    /// Load of everything in the week.
    pub load: WeekLoad,
    /// Minutes of all runs.
    pub run_minutes: Minutes,
    /// Sentences for the page.
    #[serde(default)]
    pub notes: Vec<String>,
}

/// A session or a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Entry {
    /// Lifting.
    Strength(Fixed),
    /// Mobility.
    Mobility(Fixed),
    /// Another sport or appointment.
    Other(Fixed),
    /// A run.
    Run(PlacedRun),
}

impl Entry {
    /// Its id inside the plan.
    pub fn id(&self) -> &str {
        match self {
            Self::Strength(fixed) | Self::Mobility(fixed) | Self::Other(fixed) => &fixed.id,
            Self::Run(run) => &run.id,
        }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        match self {
            Self::Strength(fixed) | Self::Mobility(fixed) | Self::Other(fixed) => &fixed.name,
            Self::Run(run) => &run.name,
        }
    }

    /// When it starts.
    pub fn start(&self) -> LocalTime {
        match self {
            Self::Strength(fixed) | Self::Mobility(fixed) | Self::Other(fixed) => fixed.start,
            Self::Run(run) => run.start,
        }
    }

    /// How long it takes.
    pub fn minutes(&self) -> Minutes {
        match self {
            Self::Strength(fixed) | Self::Mobility(fixed) | Self::Other(fixed) => fixed.minutes,
            Self::Run(run) => run.minutes,
        }
    }

    /// Session load, arbitrary units.
    pub fn load(&self) -> i32 {
        match self {
            Self::Strength(fixed) | Self::Mobility(fixed) | Self::Other(fixed) => fixed.load,
            Self::Run(run) => run.load,
        }
    }

    /// When it last changed and how often.
    pub fn revision(&self) -> &Revision {
        match self {
            Self::Strength(fixed) | Self::Mobility(fixed) | Self::Other(fixed) => &fixed.revision,
            Self::Run(run) => &run.revision,
        }
    }

    /// When it last changed and how often, to be written.
    pub fn revision_mut(&mut self) -> &mut Revision {
        match self {
            Self::Strength(fixed) | Self::Mobility(fixed) | Self::Other(fixed) => &mut fixed.revision,
            Self::Run(run) => &mut run.revision,
        }
    }

    /// The run, if it is one.
    pub fn as_run(&self) -> Option<&PlacedRun> {
        match self {
            Self::Run(run) => Some(run),
            _ => None,
        }
    }

    /// The fixed session, if it is one.
    pub fn as_fixed(&self) -> Option<&Fixed> {
        self.fixed().map(|(fixed, _)| fixed)
    }

    /// The fixed session with its kind, if it is one.
    pub fn fixed(&self) -> Option<(&Fixed, Kind)> {
        match self {
            Self::Strength(fixed) => Some((fixed, Kind::Strength)),
            Self::Mobility(fixed) => Some((fixed, Kind::Mobility)),
            Self::Other(fixed) => Some((fixed, Kind::Other)),
            Self::Run(_) => None,
        }
    }
}

/// How the calendar tells one version of an event from the next.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Revision {
    /// A UUID from plan id and session id; stays when the session moves.
    pub uid: String,
    /// Counts up from 0 with every visible change.
    pub sequence: u32,
    /// When it last changed, RFC 3339 UTC.
    pub changed: String,
    /// Hash of the visible content, lower-case hex.
    pub hash: String,
}

/// A fixed session on its date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fixed {
    /// Its id, such as `w01-s1`.
    pub id: String,
    /// The person's name for it.
    pub name: String,
    /// What it works.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub focus: Option<Focus>,
    /// How hard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effort: Option<Effort>,
    /// Session RPE 1 to 10, where the brief gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rpe: Option<u8>,
    /// Whether it is a match or a race of another sport.
    #[serde(default, rename = "match", skip_serializing_if = "std::ops::Not::not")]
    pub is_match: bool,
    /// When it starts.
    pub start: LocalTime,
    /// How long it takes.
    pub minutes: Minutes,
    /// Session load, arbitrary units.
    pub load: i32,
    /// A sentence, such as what a deload asks of it; empty for none.
    #[serde(default)]
    pub note: String,
    /// Its version in the calendar.
    #[serde(default)]
    pub revision: Revision,
}

/// A run on its date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlacedRun {
    /// Its id, such as `w01-easy-1`.
    pub id: String,
    /// The name a person reads.
    pub name: String,
    /// When it starts.
    pub start: LocalTime,
    /// How long it takes.
    pub minutes: Minutes,
    /// Session load, arbitrary units.
    pub load: i32,
    /// Why it is not to be run as things are: then it has no steps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warning: Option<String>,
    /// What to run.
    pub run: RunDetail,
    /// Why it stands here, most telling first.
    #[serde(default)]
    pub why: Vec<Reason>,
    /// The easier option, written in advance.
    #[serde(default)]
    pub if_tired: String,
    /// Never moved by planning again.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pin: bool,
    /// Its version in the calendar.
    #[serde(default)]
    pub revision: Revision,
}

/// What to run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RunDetail {
    /// What kind of run.
    #[serde(rename = "type")]
    pub kind: RunType,
    /// How the rules see it.
    pub class: RunClass,
    /// Its workout in the library.
    pub workout: String,
    /// The id of the session it follows directly.
    pub attached_to: Option<String>,
    /// About how far, in kilometres with one decimal, where a pace is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distance_km: Option<f64>,
    /// Whether it is the person's own, of the fixed week: never moved, and not judged.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub own: bool,
    /// What was asked for, where an easier run stands in for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<RunType>,
    /// The length it was meant to have, where it was shortened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub full_minutes: Option<Minutes>,
    /// Net energy in kcal, low and high, where weight is known and the goal asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub energy_kcal: Option<(i32, i32)>,
    /// What it is for and how it should feel, one line.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub purpose: String,
    /// What to do, in order; the steps' minutes times repeats sum to the run's minutes.
    pub steps: Vec<Step>,
}

/// One step of a run; a group of steps that is repeated shares one `group` number and one `repeat`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Minutes of one repetition; halves and quarters occur (30 s is 0.5).
    pub minutes: f64,
    /// Heart-rate zone 1 to 5.
    pub zone: u8,
    /// What it is in words: "warm-up jog", "easy", "hard, about 800 m", "walk".
    pub effort: String,
    /// Pace range, such as `5:50-6:25 /km`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pace: Option<String>,
    /// Heart-rate range in beats per minute, such as `136-154`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heart_rate: Option<String>,
    /// How often; neighbouring steps of one group are repeated together.
    pub repeat: u32,
    /// The group it is repeated with, where more than one step is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<u32>,
}

/// One reason, from the rule that gave it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// The rule.
    pub rule: String,
    /// The sentence.
    pub text: String,
}

/// A run that found no place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unplaced {
    /// Its id.
    pub id: String,
    /// What kind of run.
    #[serde(rename = "type")]
    pub kind: RunType,
    /// Its length.
    pub minutes: Minutes,
    /// Whether its minutes went to other runs and weeks, so that it was not to be placed any more; the score does not count it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub declined: bool,
    /// For each of the seven days, what forbids it.
    pub why: Vec<UnplacedDay>,
}

/// Why a run cannot stand on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnplacedDay {
    /// The weekday, `mon` to `sun`.
    pub day: String,
    /// The rule that forbids it.
    pub rule: String,
    /// The sentence.
    pub text: String,
}

/// Demands of the person's own that cannot stand together, in the weeks that leave the same runs out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// The weeks, from 1.
    pub weeks: Vec<u32>,
    /// The demands: while all of them stand a run is left out, whatever else is given up.
    pub demands: Vec<String>,
    /// Whether no smaller set of demands is in conflict.
    pub smallest: bool,
    /// The conflict in a sentence.
    pub text: String,
    /// What would make room, each solved, what asks least first.
    pub ways: Vec<String>,
}

/// Load of a week, from session RPE x minutes over lifting, mobility and runs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeekLoad {
    /// Sum, arbitrary units.
    pub total: i32,
    /// Monday to Sunday.
    pub by_day: [i32; 7],
    /// Mean over standard deviation of the seven days (Foster 1998), two decimals, 10 at most.
    pub monotony: f64,
    /// Total times monotony before that is rounded, rounded itself.
    pub strain: i32,
}

/// What a plan costs: musts first, then points.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "WrittenScore")]
pub struct Score {
    /// How many musts are broken; 0 in every plan that is written.
    pub must: i64,
    /// Everything else in one sum: what rules, wishes and habits miss, and what runs left out, replaced and shortened are worth.
    pub points: i64,
    /// How many runs were left out; those whose minutes went to other runs ([`Unplaced::declined`]) do not count.
    pub unplaced: i64,
    /// Whether nothing better exists under the rules.
    pub proven: bool,
    /// Points above the least that any placement could cost; 0 where it is proven.
    pub gap: i64,
    /// Each rule's part of the points.
    pub by_rule: BTreeMap<String, i64>,
}

impl Score {
    /// Counts what a rule says to the musts or the points and to its name.
    pub(super) fn count(&mut self, rule: &str, verdict: Verdict) {
        match verdict.tier {
            Tier::Kept => {}
            Tier::Must => self.must += 1,
            Tier::Should | Tier::Preference => {
                self.points += i64::from(verdict.cost);
                *self.by_rule.entry(rule.to_owned()).or_default() += i64::from(verdict.cost);
            }
        }
    }
}

/// A score as a file holds it: an earlier edition had points for rules and for wishes apart, and no gap.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenScore {
    must: i64,
    points: Option<i64>,
    unplaced: i64,
    #[serde(default)]
    gap: i64,
    proven: bool,
    by_rule: BTreeMap<String, i64>,
    #[serde(default)]
    should: i64,
    #[serde(default)]
    preference: i64,
    #[serde(default, rename = "unplaced_value")]
    _worth: i64,
}

impl From<WrittenScore> for Score {
    fn from(written: WrittenScore) -> Self {
        let WrittenScore { must, points, unplaced, gap, proven, by_rule, should, preference, .. } = written;
        Self { must, points: points.unwrap_or(should + preference), unplaced, proven, gap, by_rule }
    }
}

/// A session of an earlier revision that no longer takes place: a tombstone for the calendar.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cancelled {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// When it would have started.
    pub start: LocalTime,
    /// How long it would have taken.
    pub minutes: Minutes,
    /// The zone of its start, where that is not the plan's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timezone: Option<String>,
    /// Whether it was a run.
    #[serde(default)]
    pub run: bool,
    /// Its version in the calendar.
    pub revision: Revision,
}

impl Cancelled {
    /// When it would have started: on a wall in another zone that hour may come twice, so it stays on its own.
    pub fn moment(&self, plan: &Calendar) -> Moment {
        let zone = self.timezone.as_ref().and_then(|zone| zone.parse().ok()).unwrap_or(plan.zone());
        Calendar::new(zone, self.start.0.date()).moment(Day(0), self.start.clock())
    }
}
