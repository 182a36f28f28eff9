//! `runweave why`.

use std::process::ExitCode;

use chrono::{Datelike as _, NaiveDate};
use serde_json::Value;

use super::args::{Format, WhyArgs};
use super::inputs::read_plan;
use super::progress::Progress;
use super::{Done, Stop, print};
use crate::brief::{Display, said};
use crate::model::Clock;
use crate::plan::{Entry, LaidOut, Plan, PlanWeek, Questions};
use crate::render;

pub(super) fn run(args: &WhyArgs) -> Done {
    let plan = read_plan(&args.plan)?;
    let laid = plan.lay_out()?;
    let asked =
        Asked { plan: &plan, laid: &laid, questions: Questions::new(&plan, &laid), display: &laid.brief.display };
    let progress = Progress::of("Weighing the places".to_owned());
    let answer = match &args.not {
        Some(place) => asked.why_not(&args.what, place)?,
        None => asked.why(&args.what)?,
    };
    drop(progress);
    match args.format {
        Format::Text => print(&answer.text)?,
        Format::Json => print(&render::json_of(&answer.data))?,
    }
    Ok(ExitCode::SUCCESS)
}

/// The runs of a week, placed and left out.
fn of_week(week: &PlanWeek) -> impl Iterator<Item = &str> {
    let placed = week.sessions.iter().filter_map(Entry::as_run).map(|run| run.id.as_str());
    placed.chain(week.unplaced.iter().map(|run| run.id.as_str()))
}

/// What is printed, for people and for programs.
struct Answer {
    text: String,
    data: Value,
}

struct Asked<'a> {
    plan: &'a Plan,
    laid: &'a LaidOut,
    questions: Questions<'a>,
    display: &'a Display,
}

impl Asked<'_> {
    fn why(&self, what: &str) -> Result<Answer, Stop> {
        if let Some(session) = self.plan.fixed().find(|(fixed, _)| fixed.id == what) {
            let shadows = crate::plan::shadows(self.plan, self.laid, &session.0.id);
            return Ok(Answer {
                text: render::shadows(session.0, &shadows, self.display),
                data: render::data_of(&shadows),
            });
        }
        if let Some(answer) = self.free_day(what) {
            return Ok(answer);
        }
        let ids = self.runs(what)?;
        if let Some(week) = self.week(what).filter(|_| ids.is_empty()) {
            let data = serde_json::json!({ "runs": [], "left_out": [], "notes": week.notes });
            return Ok(Answer { text: render::empty_week(week), data });
        }
        let answers: Vec<_> = ids.iter().filter_map(|id| self.questions.why(id)).collect();
        let left_out: Vec<_> =
            self.plan.weeks.iter().flat_map(|week| &week.unplaced).filter(|run| ids.contains(&run.id)).collect();
        let text = render::why(&answers, &left_out, self.display);
        let data = serde_json::json!({ "runs": render::data_of(&answers), "left_out": render::data_of(&left_out) });
        Ok(Answer { text, data })
    }

    fn why_not(&self, what: &str, place: &str) -> Result<Answer, Stop> {
        let id = self.runs(what)?.into_iter().next().ok_or_else(|| {
            let hint = "without `--not` it is told why; name a run of another week";
            Stop::wrong(format!("no run was planned for `{what}`"), hint)
        })?;
        let (day, clock) = self.place(place, &id)?;
        let answer = self.questions.elsewhere(&id, day, clock).ok_or_else(|| {
            Stop::wrong(
                format!("`{id}` does not move"),
                "races, pinned runs and runs on top of a session stay where they are",
            )
        })?;
        Ok(Answer { text: render::why_not(&answer, &self.name(&id), self.display), data: render::data_of(&answer) })
    }

    /// A date of the block on which no run stands: what each run of its week would cost there.
    fn free_day(&self, what: &str) -> Option<Answer> {
        let date: NaiveDate = what.parse().ok()?;
        let holds = |week: &&PlanWeek| (0..7).contains(&(date - week.start).num_days());
        let week = self.plan.weeks.iter().find(holds)?;
        if self.plan.runs().any(|run| run.start.0.date() == date) {
            return None;
        }
        let weekday = date.weekday().num_days_from_monday() as usize;
        let answers = of_week(week).filter_map(|id| {
            self.questions.elsewhere(id, weekday, None).map(|answer| (format!("{} ({id})", self.name(id)), answer))
        });
        let answers: Vec<_> = answers.collect();
        let text = render::free_day(date, &answers, self.display);
        let there: Vec<_> = answers.iter().map(|(_, answer)| answer).collect();
        let there = render::data_of(&there);
        Some(Answer { text, data: serde_json::json!({ "runs": [], "left_out": [], "there": there }) })
    }

    /// The name of a run, placed or left out.
    fn name(&self, id: &str) -> String {
        let placed = self.plan.runs().find(|run| run.id == id).map(|run| run.name.clone());
        let left_out = || self.plan.weeks.iter().flat_map(|week| &week.unplaced).find(|run| run.id == id);
        placed.or_else(|| left_out().map(|run| run.kind.title().to_owned())).unwrap_or_default()
    }

    /// The week that a word names, such as `w03`.
    fn week(&self, what: &str) -> Option<&PlanWeek> {
        let number: u32 = what.strip_prefix(['w', 'W'])?.parse().ok()?;
        self.plan.weeks.iter().find(|week| week.number == number)
    }

    /// The runs that a word means: an id, a date, a week, or a run's name from its first week on.
    fn runs(&self, what: &str) -> Result<Vec<String>, Stop> {
        if let Some(week) = self.week(what) {
            return Ok(of_week(week).map(str::to_owned).collect());
        }
        let all: Vec<String> = self.plan.weeks.iter().flat_map(of_week).map(str::to_owned).collect();
        if all.iter().any(|id| id == what) {
            return Ok(vec![what.to_owned()]);
        }
        if let Ok(date) = what.parse::<NaiveDate>() {
            let found: Vec<String> =
                self.plan.runs().filter(|run| run.start.0.date() == date).map(|run| run.id.clone()).collect();
            let hint = "name a date of the block (`2026-12-03`), a run (`w01-easy-1`) or a week (`w03`)";
            let outside = || Stop::wrong(format!("{date} lies outside the block"), hint);
            return if found.is_empty() { Err(outside()) } else { Ok(found) };
        }
        let name = |id: &String| {
            let name = id.split_once('-').map_or(id.as_str(), |(_, name)| name);
            name == what || name.split_once('-').is_some_and(|(stem, _)| stem == what)
        };
        all.into_iter().find(name).map(|id| vec![id]).ok_or_else(|| self.unknown(what))
    }

    fn unknown(&self, what: &str) -> Stop {
        let ids: Vec<&str> = self.plan.runs().map(|run| run.id.as_str()).collect();
        let near = crate::brief::nearest(what, ids).map(|near| format!("did you mean `{near}`? "));
        let hint = "name a run (`w01-easy-1`, `long`), a session (`w01-s1`), a week (`w03`) or a date (`2026-12-03`)";
        let what = format!("the plan has no `{}`", what.escape_debug());
        Stop::wrong(what, format!("{}{hint}", near.unwrap_or_default()))
    }

    /// A weekday or a date of the run's week, perhaps with an hour.
    fn place(&self, text: &str, id: &str) -> Result<(usize, Option<Clock>), Stop> {
        let wrong = || {
            Stop::wrong(
                format!("`{}` is no place in a week", text.escape_debug()),
                "write `thu`, `\"thu 18:00\"` or a date",
            )
        };
        let text = text.trim();
        let (day, hour) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let weekday = match day.parse::<NaiveDate>() {
            Ok(date) => {
                let week = self.plan.weeks.iter().find(|week| (0..7).contains(&(date - week.start).num_days()));
                let own = week.filter(|week| id.starts_with(&format!("w{:02}-", week.number)));
                own.ok_or_else(|| {
                    Stop::wrong(format!("{date} lies in another week than `{id}`"), "a run stays in its week")
                })?;
                date.weekday().num_days_from_monday() as usize
            }
            Err(_) => crate::model::weekday(day).ok_or_else(wrong)?,
        };
        if hour.is_empty() {
            return Ok((weekday, None));
        }
        let no_start = |hint| Stop::wrong(format!("`{}` is no start", hour.trim().escape_debug()), hint);
        let clock = said::clock(hour).ok_or_else(|| no_start("write a time of day: `18:15` or `6:15pm`"))?;
        if !clock.is_on_grid() {
            return Err(no_start("runs start on the quarter hour: `18:15`"));
        }
        Ok((weekday, Some(clock)))
    }
}
