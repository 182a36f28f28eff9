//! Which runs each week should hold: kind, minutes and workout, from goal, level, phase, deload, progression and readiness.
//! Where they go is the scheduler's business.

pub mod dose;
pub mod energy;
pub mod heart;
pub mod paces;
pub mod race_time;
pub mod workouts;

mod aim;
mod block;
mod body;
mod brought;
mod count;
mod course;
mod history;
mod lengths;
mod lifting;
mod lowering;
mod notes;
mod own;
mod people;
mod pick;
mod planner;
mod race;
mod race_clash;
mod ready;
mod shape;
#[cfg(test)]
mod states_tests;
mod variants;
mod walking;

pub use block::{Answers, Prescriber, block};
pub use brought::{FROM_ELSEWHERE, brought_km, brought_run, brought_steps, minutes as brought_minutes};
pub use history::start;
pub use race::paces as paces_in;
pub use race_clash::race_clashes;
pub use ready::{Need, need};
pub use walking::walk_run_sessions;

use std::collections::{BTreeMap, BTreeSet};

use crate::brief::CheckIn;
use crate::model::{Clock, Day, Minutes, Phase, RunShape};

/// One week's prescription.
#[expect(clippy::struct_excessive_bools, reason = "facts of a week that do not exclude each other")]
#[derive(Clone, Debug, PartialEq)]
pub struct Week {
    /// Number from 1.
    pub number: u32,
    /// What the week is for.
    pub phase: Phase,
    /// Whether it is a deload week.
    pub deload: bool,
    /// The runs it should hold, most valued first.
    pub runs: Vec<Request>,
    /// The race in it.
    pub race: Option<RaceDay>,
    /// Days on which nothing may be run at all, that begin or go on in it.
    pub stops: Vec<Stop>,
    /// Thousandths of their fitness that the person has, after a break: paces follow from it.
    pub fitness_permille: i32,
    /// What it aims at, one line.
    pub aim: String,
    /// Whether it is a full week: nothing makes it lighter, neither a deload, a race, nor how the body answers.
    pub whole: bool,
    /// Whether how the body answers makes it lighter, or the way back from a break.
    pub lowered: bool,
    /// Whether it is asked for as it was published.
    pub as_published: bool,
    /// Sentences for the page: what readiness changed, what to do with the lifting, advice.
    pub notes: Vec<String>,
}

impl Week {
    /// Whether its volume is low on purpose: deload, taper, recovery.
    pub fn is_light(&self) -> bool {
        self.deload || matches!(self.phase, Phase::Taper | Phase::Recovery)
    }
}

/// A run that is wanted and has no place yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Its name inside the week and its identity from week to week: `easy-1`, `long`, `quality-1`.
    pub slug: String,
    /// What the rules know of it: type, minutes, session RPE.
    pub shape: RunShape,
    /// The id of its workout in the library.
    pub workout: &'static str,
    /// Minutes of hard work it is to hold; without them its length and the limits of the week say how much.
    pub work: Option<Minutes>,
    /// What it may become where it has no place as it is, what is nearest to it first.
    pub variants: Vec<Variant>,
    /// It found no place in the earlier solution, and the week's minutes are shared among the others: not to be placed, only
    /// told as left out.
    pub declined: bool,
    /// Days on which it may not stand because of how the body answers or of a race.
    pub barred: Vec<Barred>,
}

/// Another run of the same minutes that stands in for a hard one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// What the rules know of it.
    pub shape: RunShape,
    /// The id of its workout in the library.
    pub workout: &'static str,
}

/// A day that is closed to a run, whatever else stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Barred {
    /// The day.
    pub day: Day,
    /// The rule that closes it.
    pub rule: &'static str,
    /// The sentence.
    pub text: String,
}

/// Days on which nothing may be run because of how the body answers, not even a race.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The first of them.
    pub from: Day,
    /// The last of them.
    pub to: Day,
    /// Why, and whom to ask.
    pub text: String,
}

/// The event, which stands where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct RaceDay {
    /// Its day.
    pub day: Day,
    /// When it starts.
    pub start: Clock,
    /// What the rules know of it: the predicted minutes, a begun one counted whole.
    pub shape: RunShape,
    /// Predicted seconds, from which its pace follows.
    pub seconds: u32,
    /// Why not to trust that, one sentence each.
    pub cautions: Vec<String>,
    /// Distance.
    pub distance_km: f64,
    /// Its name.
    pub name: String,
    /// Why it is not to be run as things are.
    pub warning: Option<String>,
}

/// What became of the requests of an earlier solution: minutes that found a place, by week and slug. Later weeks build on these.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// For each week, the slug and the minutes placed of each run that was shortened or left out (0).
    pub weeks: Vec<Vec<(String, Minutes)>>,
    /// Weeks (from 0) in which no run takes over minutes of those without a place: where some did, another lost its own.
    pub alone: BTreeSet<usize>,
    /// Weeks that are history, from the first on, with the runs that were done: they are not prescribed again.
    pub past: Vec<Week>,
    /// Runs of the week after them that are history as well: names and minutes, 0 for one that was missed. What is missed is
    /// not made up for, so it is unknown to the rest of its week, and only later weeks hear of it.
    pub begun: Vec<(String, Minutes)>,
    /// Minutes that were missed in a week (from 0) after one in which nothing was: they count as what the body bears.
    pub missed: BTreeMap<i32, Minutes>,
    /// Weeks that are history (from 0) from which days away took runs.
    pub away: BTreeSet<i32>,
    /// What was published of the weeks to come, where the brief still asks for the same.
    pub published: Option<AsPublished>,
}

/// Weeks as they were published, and what was known of the body then.
#[derive(Clone, Debug, PartialEq)]
pub struct AsPublished {
    /// For each week its runs as they were asked for; none where it is to be asked for anew.
    pub weeks: Vec<Option<Week>>,
    /// The check-ins that they were published with.
    pub check_ins: Vec<CheckIn>,
}

impl Outcome {
    /// Minutes placed of a run that was shortened or left out, by week (from 0) and slug.
    pub fn minutes(&self, week: usize, slug: &str) -> Option<Minutes> {
        let runs = self.weeks.get(week)?;
        runs.iter().find(|(known, _)| known == slug).map(|(_, minutes)| *minutes)
    }

    /// Whether a run of this name is over, in the week (from 0) that has begun.
    pub fn is_over(&self, week: i32, slug: &str) -> bool {
        week as usize == self.past.len() && self.begun.iter().any(|(known, _)| known == slug)
    }

    /// Whether a run found no place, by week (from 0) and slug.
    pub fn left_out(&self, week: usize, slug: &str) -> bool {
        self.minutes(week, slug) == Some(0)
    }
}
