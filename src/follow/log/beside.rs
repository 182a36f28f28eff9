//! What was asked for beside what was done, run by run and week by week.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use super::told::Told;
use super::{Activity, Added, Entry, Kept, Log, Stretch, followed};
use crate::model::{Clock, Minutes, RunClass, RunType};
use crate::plan::{Entry as Planned, LocalTime, PlacedRun, Plan, RunDone};

/// When something started that was logged without a time.
const NOON: Clock = Clock(12 * 60);

/// A week of the plan beside what was done in it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WeekBeside {
    /// Its number, from 1.
    pub number: u32,
    /// Its Monday.
    pub start: NaiveDate,
    /// Minutes of all runs that were planned.
    pub asked: Minutes,
    /// Minutes of those whose day has come.
    pub due: Minutes,
    /// Minutes that were run; a run of which nothing is told counts as planned.
    pub done: Minutes,
    /// How many runs nothing is told of though their day is past.
    pub not_told: usize,
    /// The runs, by start; last those that were not planned.
    pub runs: Vec<RunBeside>,
}

/// A run as it was planned beside what became of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RunBeside {
    /// The id of the planned run; none for one that was not planned.
    pub id: Option<String>,
    /// Its name.
    pub name: String,
    /// What was planned.
    pub asked: Option<Amount>,
    /// What became of it.
    pub fate: Fate,
    /// Its hard parts as they were run, where the laps of a recording tell.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stretches: Vec<Stretch>,
}

/// What became of a run.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// Its day has not come.
    Ahead,
    /// Its day is past, and nothing is told of it: it counts as done as planned.
    NotTold,
    /// It was not done.
    Missed,
    /// It was done.
    Done(Amount),
}

/// How much of a run there is or was.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Amount {
    /// When it starts.
    pub start: LocalTime,
    /// How long it takes.
    pub minutes: Minutes,
    /// How far it goes, in kilometres.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distance_km: Option<f64>,
    /// How hard it felt, session RPE 0 to 10.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rpe: Option<f64>,
}

/// The weeks of a plan beside what is known of them on the day `today`: from the log where there is one, else from what the plan
/// holds since it was planned again.
pub fn beside(plan: &Plan, log: Option<&Log>, today: NaiveDate) -> Vec<WeekBeside> {
    let empty = Log::default();
    let planned: Vec<&Planned> = plan.planned().collect();
    let known = Known { plan, told: Told::new(&planned, log.unwrap_or(&empty)), today };
    let early: BTreeSet<&str> = plan.early().iter().map(Planned::id).collect();
    let mut weeks: Vec<WeekBeside> = plan.weeks.iter().map(|week| WeekBeside::new(week.number, week.start)).collect();
    for run in plan.weeks.iter().flat_map(|week| &week.sessions).filter(|one| !early.contains(one.id())) {
        known.add(&mut weeks, run);
    }
    for run in plan.early() {
        known.add(&mut weeks, run);
    }
    for (date, run) in known.unplanned() {
        if let Some(week) = week_of(&mut weeks, date) {
            week.runs.push(run);
        }
    }
    weeks.iter_mut().for_each(WeekBeside::sum);
    weeks
}

impl WeekBeside {
    fn new(number: u32, start: NaiveDate) -> Self {
        Self { number, start, asked: 0, due: 0, done: 0, not_told: 0, runs: Vec::new() }
    }

    fn sum(&mut self) {
        self.runs.sort_by_key(|run| (run.asked.is_none(), run.start()));
        for run in &self.runs {
            let asked = run.asked.as_ref().map_or(0, |asked| asked.minutes);
            let (due, done) = match &run.fate {
                Fate::Ahead => (0, 0),
                Fate::NotTold => (asked, asked),
                Fate::Missed => (asked, 0),
                Fate::Done(done) => (asked, done.minutes),
            };
            self.asked += asked;
            self.due += due;
            self.done += done;
            self.not_told += usize::from(run.fate == Fate::NotTold);
        }
    }
}

impl RunBeside {
    fn start(&self) -> Option<LocalTime> {
        let done = if let Fate::Done(done) = &self.fate { Some(done.start) } else { None };
        self.asked.as_ref().map(|asked| asked.start).or(done)
    }
}

fn week_of(weeks: &mut [WeekBeside], date: NaiveDate) -> Option<&mut WeekBeside> {
    weeks.iter_mut().find(|week| (0..7).contains(&(date - week.start).num_days()))
}

/// What is known of a plan.
struct Known<'a> {
    plan: &'a Plan,
    told: Told<'a>,
    today: NaiveDate,
}

impl Known<'_> {
    fn add(&self, weeks: &mut [WeekBeside], one: &Planned) {
        let Some(run) = one.as_run().filter(|run| run.warning.is_none()) else { return };
        if let Some(week) = week_of(weeks, run.start.0.date()) {
            week.runs.push(RunBeside {
                id: Some(run.id.clone()),
                name: run.name.clone(),
                asked: Some(Amount::asked(run)),
                fate: self.fate(one, run),
                stretches: self.stretches(run),
            });
        }
    }

    fn fate(&self, one: &Planned, run: &PlacedRun) -> Fate {
        let date = run.start.0.date();
        match self.told.entries.get(run.id.as_str()) {
            Some(Entry::Done(kept)) => return Fate::Done(Amount::kept(run, kept)),
            Some(_) => return Fate::Missed,
            None => {}
        }
        // What the plan holds since it was planned again.
        if let Some(history) = &self.plan.history
            && let Some(runs) = &history.runs
            && date < history.from
        {
            let done = runs.iter().find(|done| done.planned.as_deref() == Some(&run.id));
            return done.map_or(Fate::Missed, |done| Fate::Done(Amount::held(run, done)));
        }
        match self.told.kept(one) {
            None => Fate::Missed,
            Some(_) if date < self.today => Fate::NotTold,
            Some(_) => Fate::Ahead,
        }
    }

    fn stretches(&self, run: &PlacedRun) -> Vec<Stretch> {
        match self.told.entries.get(run.id.as_str()) {
            Some(Entry::Done(kept)) => followed(&run.run.parts(), &kept.laps).unwrap_or_default(),
            _ => Vec::new(),
        }
    }

    /// What was run without having been planned, with its day.
    fn unplanned(&self) -> Vec<(NaiveDate, RunBeside)> {
        let told = self.told.added.iter().filter_map(|added| match added.kind {
            Activity::Run(kind) => Some((kind, Amount::added(added))),
            Activity::Session(_) => None,
        });
        let mut all: Vec<(RunType, Amount)> = told.collect();
        for held in self.plan.history.iter().flat_map(|history| history.runs.iter().flatten()) {
            let amount = Amount { start: held.start, minutes: held.minutes, distance_km: None, rpe: None };
            let is_told = all.iter().any(|(_, one)| (one.start, one.minutes) == (amount.start, amount.minutes));
            if held.planned.is_none() && !is_told {
                all.push((held.kind, amount));
            }
        }
        let run = |(kind, amount): (RunType, Amount)| {
            let (name, date) = (kind.title().to_owned(), amount.start.0.date());
            (date, RunBeside { id: None, name, asked: None, fate: Fate::Done(amount), stretches: Vec::new() })
        };
        all.into_iter().map(run).collect()
    }
}

impl Amount {
    fn asked(run: &PlacedRun) -> Self {
        Self { start: run.start, minutes: run.minutes, distance_km: run.run.distance_km, rpe: None }
    }

    /// As it was logged; what the log does not say was as planned, but for the way, which nobody measured.
    fn kept(run: &PlacedRun, kept: &Kept) -> Self {
        let date = kept.date.unwrap_or(run.start.0.date());
        // A race has the length that it has.
        let raced = run.run.distance_km.filter(|_| run.run.class == RunClass::Race);
        Self {
            start: LocalTime::at(date, kept.start.unwrap_or(run.start.clock())),
            minutes: kept.minutes.unwrap_or(run.minutes),
            distance_km: kept.distance_km.or(raced),
            rpe: kept.rpe,
        }
    }

    fn held(run: &PlacedRun, done: &RunDone) -> Self {
        let raced = run.run.distance_km.filter(|_| run.run.class == RunClass::Race);
        Self { start: done.start, minutes: done.minutes, distance_km: raced, rpe: None }
    }

    fn added(added: &Added) -> Self {
        Self {
            start: LocalTime::at(added.date, added.start.unwrap_or(NOON)),
            minutes: added.minutes,
            distance_km: added.distance_km,
            rpe: added.rpe,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::fixture;

    fn week(log: &str, today: &str) -> WeekBeside {
        let (log, problems) = Log::read(log.as_bytes());
        assert!(problems.is_empty(), "{problems:?}");
        beside(&fixture::plan(), Some(&log), today.parse().unwrap()).remove(0)
    }

    #[test]
    fn what_lies_ahead_is_neither_done_nor_missed() {
        let week = week("", "2027-03-22");
        assert_eq!((week.asked, week.due, week.done, week.not_told), (90, 0, 0, 0));
        assert!(week.runs.iter().all(|run| run.fate == Fate::Ahead));
    }

    #[test]
    fn a_past_run_of_which_nothing_is_told_counts_as_planned() {
        let week = week("", "2027-03-28");
        assert_eq!((week.due, week.done, week.not_told), (30, 30, 1));
    }

    #[test]
    fn runs_stand_beside_what_the_log_tells_of_them() {
        let log = concat!(
            "{\"type\":\"done\",\"id\":\"w01-easy-1\",\"date\":\"2027-03-26\",\"minutes\":26,\"distance_km\":4.4,\"rpe\":3}\n",
            "{\"type\":\"missed\",\"id\":\"w01-long\"}\n",
            "{\"type\":\"added\",\"date\":\"2027-03-27\",\"minutes\":20,\"kind\":\"easy\"}\n",
        );
        let week = week(log, "2027-03-29");
        assert_eq!((week.asked, week.due, week.done, week.not_told), (90, 90, 46, 0));
        let fates: Vec<&Fate> = week.runs.iter().map(|run| &run.fate).collect();
        let [Fate::Done(easy), Fate::Missed, Fate::Done(added)] = fates.as_slice() else { panic!("{fates:?}") };
        assert_eq!((easy.minutes, easy.distance_km, easy.rpe), (26, Some(4.4), Some(3.0)));
        assert_eq!(easy.start.to_string(), "2027-03-26T06:30");
        assert_eq!((added.minutes, week.runs[2].id.as_deref()), (20, None));
    }

    #[test]
    fn a_plan_that_was_planned_again_knows_what_was_done_before() {
        let mut plan = fixture::plan();
        plan.history = serde_json::from_value(serde_json::json!({
            "from": "2027-03-27",
            "runs": [{ "start": "2027-03-25T07:00", "minutes": 21, "type": "easy", "planned": "w01-easy-1" }],
        }))
        .unwrap();
        let week = beside(&plan, None, "2027-03-27".parse().unwrap()).remove(0);
        assert!(matches!(&week.runs[0].fate, Fate::Done(done) if done.minutes == 21));
        assert_eq!(week.runs[1].fate, Fate::Ahead);
    }
}
