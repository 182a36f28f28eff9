//! The brief of the block that follows a plan, from what was really done.

mod past;
mod race;
mod seats;
mod tidy;
mod turn;

use chrono::{Datelike as _, Duration, NaiveDate};
use serde_json::{Value, json};

use super::log::Log;
use super::replan::{add_days_off, known_past, standing_red_flags, tells_how_one_feels, with_check_ins};
use crate::brief::{Brief, Problems, signs};
use crate::model::{Minutes, Phase, RunType, count};
use crate::plan::{LaidOut, Plan, RunDone, SessionDone, day};
use crate::prescribe;
use race::LastRace;

/// Days that a race is recovered from at most, so that what was usual lies before its taper.
const AFTER_RACE_DAYS: i64 = 35;
/// Runs are looked back on for so many days (`single_run_spike`).
const RUN_DAYS: i64 = 30;
/// Weeks whose mean the volume starts from.
const MEAN_WEEKS: i64 = 4;

/// The following block.
#[derive(Clone, Debug, PartialEq)]
pub struct Next {
    /// Its brief.
    pub brief: Value,
    /// What it took over and why: the volume, the seam, the body.
    pub sentences: Vec<String>,
    /// What was assumed and what was not taken over, in sentences.
    pub notes: Vec<String>,
}

/// The block after `plan`, from what a log says of it up to `today`. What it says nothing of counts as done as planned, and so does
/// what is still ahead.
///
/// # Errors
/// Every problem of the brief that the plan holds.
pub fn next(plan: &Plan, log: Option<&Log>, today: NaiveDate) -> Result<Next, Problems> {
    let laid = plan.lay_out()?;
    let start = laid.brief.block.last() + Duration::days(1);
    let past = known_past(plan, log, start, today);
    let sessions = past.sessions.clone().unwrap_or_else(|| SessionDone::planned(plan, start));
    let follow = Follow { plan, laid: &laid, log, start, runs: &past.runs, sessions: &sessions };
    let Next { brief, sentences, mut notes } = follow.next();
    if log.is_some() {
        notes.extend(past.notes);
    }
    Ok(Next { brief, sentences, notes })
}

/// The brief of a block that begins anew on its own Monday while `plan` runs: what was done before the day `from` counts in it.
///
/// # Errors
/// Every problem of the brief that the plan holds.
pub fn begun_anew(plan: &Plan, log: Option<&Log>, from: NaiveDate, brief: &Brief) -> Result<Value, Problems> {
    let (laid, start) = (plan.lay_out()?, brief.block.start);
    let past = known_past(plan, log, from, from);
    let mut sessions = past.sessions.clone().unwrap_or_else(|| SessionDone::planned(plan, from));
    sessions.extend(past::usual(&brief.sessions, from, start));
    let follow = Follow { plan, laid: &laid, log, start, runs: &past.runs, sessions: &sessions };
    let mut source = brief.source.clone();
    source["before"] = json!({ "runs": follow.past_runs(), "sessions": follow.past_sessions() });
    Ok(source)
}

/// A block that is to be followed.
struct Follow<'a> {
    plan: &'a Plan,
    laid: &'a LaidOut,
    log: Option<&'a Log>,
    /// The Monday after it.
    start: NaiveDate,
    runs: &'a [RunDone],
    sessions: &'a [SessionDone],
}

impl Follow<'_> {
    fn next(&self) -> Next {
        let mut brief = self.plan.brief.clone();
        if let Some(log) = self.log {
            let last = self.start + Duration::days(i64::from(self.laid.brief.block.weeks) * 7 - 1);
            brief = with_check_ins(&brief, log, self.start, last);
        }
        seats::first(&mut brief, self.plan);
        let ended = tidy::tidy(&mut brief, self.start);
        brief["block"]["timezone"] = json!(self.plan.timezone);
        let since = self.weeks_since_deload();
        brief["block"]["weeks_since_deload"] = json!(since.min(52));
        let days_off = self.days_off();
        let usual = self.usual_until(days_off);
        let (weekly, longest) = (self.weekly_minutes(usual.0), self.longest_minutes(usual.0));
        brief["running"]["current_weekly_minutes"] = json!(weekly);
        match (longest, brief["running"].as_object_mut()) {
            (Some(longest), _) => brief["running"]["longest_recent_minutes"] = json!(longest),
            (None, Some(running)) => _ = running.shift_remove("longest_recent_minutes"),
            (None, None) => {}
        }
        let race = self.last_race();
        if let Some(race) = &race {
            brief["athlete"]["recent_race"] = json!({ "distance_km": race.km, "time": race.time(), "date": race.date });
        }
        if let Some(sessions) = self.walk_run_sessions() {
            brief["running"]["walk_run_sessions"] = json!(sessions);
        }
        let (runs, sessions) = (self.past_runs(), self.past_sessions());
        let counted = (runs.len(), sessions.len());
        brief["before"] = json!({ "runs": runs, "sessions": sessions });
        if let Some(days) = days_off {
            add_days_off(&mut brief, self.start - Duration::days(1), days);
        }
        let sentences = vec![
            self.told_volume(weekly, longest, usual.1),
            Self::told_seam(counted, since),
            self.told_body(&brief, days_off, race.as_ref()),
        ];
        Next { brief, sentences, notes: ended.into_iter().collect() }
    }

    /// Mean weekly minutes of the four weeks before a day; each day of them that lies before the plan counts as its brief says.
    fn weekly_minutes(&self, before: NaiveDate) -> Minutes {
        let days = 7 * MEAN_WEEKS;
        let first = before - Duration::days(days);
        let done = self.runs.iter().filter(|run| (first..before).contains(&run.start.0.date()));
        let minutes: Minutes = done.map(|run| run.minutes).sum();
        let unknown = (self.laid.brief.block.start - first).num_days().clamp(0, days) as Minutes;
        let earlier = self.laid.brief.running.current_weekly_minutes * unknown;
        (minutes * 7 + earlier) / days as Minutes
    }

    /// The day up to which weeks were usual ones, and how that is called: a break leads back to what was run before it, a
    /// race to what was run before its taper.
    fn usual_until(&self, days_off: Option<i64>) -> (NaiveDate, &'static str) {
        let block = &self.laid.brief.block;
        let lately = |date: &NaiveDate| (self.start - Duration::days(AFTER_RACE_DAYS)..self.start).contains(date);
        match (days_off, block.event.as_ref().filter(|event| lately(&event.date))) {
            (Some(days), _) => (self.start - Duration::days(days), "before the break"),
            (None, Some(event)) => {
                let weeks = self.laid.brief.rules.taper.cuts(event.distance_km).len() as i64;
                let monday = event.date - Duration::days(i64::from(event.date.weekday().num_days_from_monday()));
                (monday - Duration::days(7 * (weeks - 1)), "before the taper")
            }
            (None, None) => (self.start, "in the last four weeks"),
        }
    }

    /// The longest run but a race of the last days before a day; none where no run of them is known.
    fn longest_minutes(&self, before: NaiveDate) -> Option<Minutes> {
        let first = before - Duration::days(RUN_DAYS);
        let is_training = |run: &&RunDone| run.start.0.date() >= first && run.kind != RunType::Race;
        let done = self.runs.iter().filter(is_training).map(|run| run.minutes);
        let day = self.laid.brief.block.calendar().day(first);
        let known = self.laid.brief.before.runs.iter().filter(|run| run.day >= day && run.kind != RunType::Race);
        done.chain(known.map(|run| run.minutes)).max()
    }

    fn weeks_since_deload(&self) -> u32 {
        let light = |phase: Phase| matches!(phase, Phase::Taper | Phase::Recovery);
        let full = self.plan.weeks.iter().rev().take_while(|week| !week.deload && !light(week.phase)).count();
        let before = if full == self.plan.weeks.len() { self.laid.brief.block.weeks_since_deload } else { 0 };
        full as u32 + before
    }

    /// Days without a run up to the block, where they make a break.
    fn days_off(&self) -> Option<i64> {
        let last = self.runs.last().map_or(self.laid.brief.block.start - Duration::days(1), |run| run.start.0.date());
        let days = (self.start - last).num_days() - 1;
        self.laid.brief.rules.return_after_break.way_back(days as i32).map(|_| days)
    }

    /// Walk-runs that are behind the person, of whom they are for.
    fn walk_run_sessions(&self) -> Option<i32> {
        let done = self.runs.iter().filter(|run| run.kind == RunType::WalkRun).count() as i32;
        prescribe::walk_run_sessions(&self.laid.brief, done)
    }

    fn told_volume(&self, weekly: Minutes, longest: Option<Minutes>, when: &str) -> String {
        let whose = if self.log.is_some() { "You ran" } else { "Without a log the plan counts as done:" };
        let days = if when.starts_with("before") {
            format!("{RUN_DAYS} days up to then")
        } else {
            format!("last {RUN_DAYS} days")
        };
        let longest = longest.map_or_else(
            || format!(", no run of the {days} is known"),
            |longest| format!(" and {longest} min at the longest in the {days}"),
        );
        format!(
            "{whose} {weekly} min a week on average {when}{longest}, and the block starts from there, not from the best week."
        )
    }

    fn told_seam((runs, sessions): (usize, usize), since: u32) -> String {
        let deload = match since {
            0 => "the last week was an easier one".to_owned(),
            1 => "one full week has passed since the last easier one".to_owned(),
            weeks => format!("{weeks} full weeks have passed since the last easier one"),
        };
        let (runs, sessions) = (count(runs, "run"), count(sessions, "session"));
        format!(
            "{runs} and {sessions} of the last weeks go with it, so that gaps, habits and what was hard count across \
             the seam; {deload}, and that rhythm goes on."
        )
    }

    fn told_body(&self, brief: &Value, days_off: Option<i64>, timed: Option<&LastRace>) -> String {
        let race = self.runs.iter().rev().find(|run| run.kind == RunType::Race);
        let mut told: Vec<String> = Vec::new();
        if let Some(days) = days_off {
            told.push(format!("after {days} days without a run it comes back in steps"));
        }
        if let Some(race) = race {
            told.push(format!(
                "the race of {} is behind you, and what it asks of recovery is kept",
                day(race.start.0.date())
            ));
        }
        if let Some(race) = timed {
            told.push(format!("the paces follow from its {} km in {}", race.km, race.time()));
        }
        let check_ins = brief["readiness"].as_array().map_or(&[][..], Vec::as_slice);
        let flagged =
            standing_red_flags(check_ins, self.start).first().and_then(|one| Some((date(one)?, meanings(one))));
        if let Some((date, meanings)) = flagged {
            told.push(format!(
                "what you told on {} still stands ({meanings}): no runs until a later check-in is without it",
                day(date)
            ));
        } else if let Some(date) = check_ins.iter().filter(|one| tells_how_one_feels(one)).filter_map(date).max() {
            told.push(format!("how you felt on {} counts", day(date)));
        }
        let sentence =
            if told.is_empty() { "no break, race or check-in asks for less".to_owned() } else { told.join(", and ") };
        let mut letters = sentence.chars();
        letters.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), letters.as_str()))
    }
}

/// What the red flags of a check-in mean.
fn meanings(check_in: &Value) -> String {
    let words: Vec<&str> = check_in["signs"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let flags = signs::RED_FLAGS.into_iter().filter(|(word, ..)| words.contains(word));
    flags.map(|(_, meaning, _)| meaning).collect::<Vec<_>>().join("; ")
}

fn date(check_in: &Value) -> Option<NaiveDate> {
    check_in["date"].as_str()?.parse().ok()
}
