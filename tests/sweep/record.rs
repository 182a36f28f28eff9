//! What plan.json says, read without the planner's own types.

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::Value;

pub(crate) struct Run {
    pub(crate) kind: String,
    pub(crate) class: String,
    pub(crate) minutes: i64,
    /// Minutes in zone 3 and above.
    pub(crate) hard: f64,
    pub(crate) start: NaiveDateTime,
}

pub(crate) struct Week {
    pub(crate) number: i64,
    pub(crate) phase: String,
    pub(crate) deload: bool,
    /// All runs but the race.
    pub(crate) runs: Vec<Run>,
    pub(crate) race: bool,
    pub(crate) heavy_legs: i64,
    /// Runs asked for that found no place.
    pub(crate) left_out: usize,
}

pub(crate) struct Record {
    pub(crate) goal: String,
    /// 0 beginner, 1 intermediate, 2 advanced.
    pub(crate) level: usize,
    pub(crate) age: i64,
    pub(crate) weekly: i64,
    pub(crate) longest: i64,
    pub(crate) start: NaiveDate,
    pub(crate) event_km: Option<f64>,
    pub(crate) weeks: Vec<Week>,
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn word(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

impl Run {
    fn read(session: &Value) -> Self {
        let hard = list(&session["run"]["steps"]).iter().filter(|step| step["zone"].as_i64() >= Some(3));
        Self {
            kind: word(&session["run"]["type"]),
            class: word(&session["run"]["class"]),
            minutes: session["minutes"].as_i64().unwrap(),
            hard: hard.map(|step| step["minutes"].as_f64().unwrap() * step["repeat"].as_f64().unwrap()).sum(),
            start: format!("{}:00", session["start"].as_str().unwrap()).parse().unwrap(),
        }
    }
}

impl Week {
    fn read(week: &Value) -> Self {
        let sessions = list(&week["sessions"]);
        let runs = sessions.iter().filter(|session| session["kind"] == "run").map(Run::read);
        let (race, runs): (Vec<Run>, Vec<Run>) = runs.partition(|run| run.kind == "race");
        let heavy = |session: &&Value| session["focus"] == "lower" && session["effort"] == "heavy";
        Self {
            number: week["number"].as_i64().unwrap(),
            phase: word(&week["phase"]),
            deload: week["deload"] == true,
            race: !race.is_empty(),
            heavy_legs: sessions.iter().filter(heavy).count() as i64,
            left_out: list(&week["unplaced"]).len(),
            runs,
        }
    }

    pub(crate) fn minutes(&self) -> i64 {
        self.runs.iter().map(|run| run.minutes).sum()
    }

    pub(crate) fn of_class(&self, class: &str) -> impl Iterator<Item = &Run> {
        self.runs.iter().filter(move |run| run.class == class)
    }

    /// Whether it is low on purpose.
    pub(crate) fn is_light(&self) -> bool {
        self.deload || self.phase == "taper" || self.phase == "recovery"
    }
}

impl Record {
    pub(crate) fn read(json: &str) -> Self {
        let plan: Value = serde_json::from_str(json).unwrap();
        let brief = &plan["brief"];
        let level = word(&brief["athlete"]["running_level"]);
        Self {
            goal: word(&brief["athlete"]["goal"]),
            level: ["beginner", "intermediate", "advanced"].iter().position(|known| *known == level).unwrap(),
            age: 2026 - brief["athlete"]["birth_year"].as_i64().unwrap(),
            weekly: brief["running"]["current_weekly_minutes"].as_i64().unwrap(),
            longest: brief["running"]["longest_recent_minutes"].as_i64().unwrap_or(0),
            start: word(&brief["block"]["start"]).parse().unwrap(),
            event_km: brief["block"]["event"]["distance_km"].as_f64(),
            weeks: list(&plan["weeks"]).iter().map(Week::read).collect(),
        }
    }

    /// One of three numbers, by level.
    pub(crate) fn by_level<T: Copy>(&self, numbers: [T; 3]) -> T {
        numbers[self.level]
    }
}
