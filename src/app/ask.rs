//! Questions about a plan: why a run is where it is, and why it is not somewhere else.

use std::fmt;

use chrono::{Datelike as _, NaiveDate};
use serde_json::Value;

use crate::brief::Display;
use crate::intake::phrases;
use crate::model::{self, Clock};
use crate::plan::{LaidOut, Named, OtherPlace, Plan, PlanWeek, Questions, Seated, Toward, Unnamed, naming_hint};
use crate::render;

/// Letters of a line.
const WIDTH: usize = 80;

/// An answer, for people and for programs.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What a person reads.
    pub text: String,
    /// The same as data.
    pub data: Value,
}

/// A question that has no answer. `Display` says what is wrong with it, [`NoAnswer::hint`] what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoAnswer {
    /// The words mean nothing in this plan.
    Unnamed(String, Unnamed),
    /// The words mean a day without runs, or a session.
    NoRun(String),
    /// The run does not move.
    Stays(String),
    /// The words are no day.
    NoDay(String),
    /// The date lies in another week than the run.
    OtherWeek(NaiveDate, String),
    /// The words mean several things, with these ids.
    Several(String, Vec<String>),
    /// No run lies behind this day.
    NothingOver(NaiveDate),
    /// The words are no start: what is wrong with them.
    NoStart(String, &'static str),
}

impl NoAnswer {
    /// What would be right.
    pub fn hint(&self) -> String {
        match self {
            Self::Unnamed(_, Unnamed::NoSuchName(_, of_kind)) if !of_kind.is_empty() => {
                let names: Vec<String> = of_kind.iter().map(|name| format!("`{}`", name.escape_debug())).collect();
                format!("a session goes by its name: {}", names.join(" or "))
            }
            Self::Unnamed(_, Unnamed::NoSuchName(Some(near), _)) => format!("did you mean `{near}`? {}", naming_hint()),
            Self::Unnamed(..) => naming_hint(),
            Self::Several(_, ids) => format!("name one of {}", ids.join(", ")),
            Self::NothingOver(_) => "the plan begins later; an id of the plan can be named all the same".to_owned(),
            Self::NoRun(_) => "without `--not` the reason is given; name a run of another week".to_owned(),
            Self::Stays(_) => "races, pinned runs and runs on top of a session stay where they are".to_owned(),
            Self::NoDay(_) => "write `thu`, `\"thu 18:00\"` or a date".to_owned(),
            Self::OtherWeek(..) => "a run stays in its week".to_owned(),
            Self::NoStart(_, hint) => (*hint).to_owned(),
        }
    }
}

impl fmt::Display for NoAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unnamed(what, Unnamed::Outside) => write!(f, "`{}` lies outside the block", what.escape_debug()),
            Self::Unnamed(what, _) => write!(f, "the plan has no `{}`", what.escape_debug()),
            Self::Several(what, ids) => write!(f, "`{}` means {} things", what.escape_debug(), ids.len()),
            Self::NothingOver(today) => write!(f, "no run was planned up to {today}"),
            Self::NoRun(what) => write!(f, "no run was planned for `{}`", what.escape_debug()),
            Self::Stays(id) => write!(f, "`{id}` does not move"),
            Self::NoDay(text) => write!(f, "`{}` is no place in a week", text.escape_debug()),
            Self::OtherWeek(date, id) => write!(f, "{date} lies in another week than `{id}`"),
            Self::NoStart(text, _) => write!(f, "`{}` is no start", text.escape_debug()),
        }
    }
}

/// A plan of which something is asked, on a day.
#[derive(Debug)]
pub struct Asked<'a> {
    plan: &'a Plan,
    laid: &'a LaidOut,
    today: NaiveDate,
    questions: Questions<'a>,
    display: &'a Display,
}

impl<'a> Asked<'a> {
    /// Makes the plan ready for questions; words such as `thu` are read as of `today`.
    pub fn new(plan: &'a Plan, laid: &'a LaidOut, today: NaiveDate) -> Self {
        Self { plan, laid, today, questions: Questions::new(plan, laid), display: &laid.brief.display }
    }

    /// Why a run is where it is, what a session keeps runs away from, what a free day would cost, or why a week is empty.
    ///
    /// # Errors
    /// Words that mean nothing in this plan.
    pub fn why(&self, what: &str) -> Result<Answer, NoAnswer> {
        if let Some(answer) = self.free_day(what) {
            return Ok(answer);
        }
        let named = self.named(what)?;
        let ids: Vec<&str> = named.iter().filter(|entry| entry.is_run).map(|entry| entry.id.as_str()).collect();
        if let Some(week) = self.week(what).filter(|_| ids.is_empty()) {
            let data = serde_json::json!({ "runs": [], "left_out": [], "notes": week.notes });
            return Ok(Answer { text: render::empty_week(week), data });
        }
        if let (true, Some(session)) = (ids.is_empty(), named.first()) {
            return Ok(self.session(&session.id));
        }
        let answers: Vec<_> = ids.iter().filter_map(|id| self.questions.why(id)).collect();
        let unplaced = self.plan.weeks.iter().flat_map(|week| &week.unplaced);
        let left_out: Vec<_> = unplaced.filter(|run| ids.contains(&run.id.as_str())).collect();
        let text = render::why(&answers, &left_out, self.display);
        let data = serde_json::json!({ "runs": render::data_of(&answers), "left_out": render::data_of(&left_out) });
        Ok(Answer { text, data })
    }

    /// What it would cost to have a run on another day of its week, perhaps at an hour: `thu`, `thu 18:00` or a date.
    ///
    /// # Errors
    /// Words that mean nothing in this plan, or no place.
    pub fn why_not(&self, what: &str, place: &str) -> Result<Answer, NoAnswer> {
        let named = self.named(what)?;
        if let Some(answer) = self.session_elsewhere(&named, place)? {
            return Ok(answer);
        }
        let run = named.into_iter().find(|entry| entry.is_run);
        let run = run.ok_or_else(|| NoAnswer::NoRun(what.to_owned()))?;
        let (day, clock) = self.place(place, &run)?;
        let answer = self.questions.elsewhere(&run.id, day, clock);
        let answer = answer.ok_or_else(|| NoAnswer::Stays(run.id.clone()))?;
        Ok(Answer { text: render::why_not(&answer, &run.name, self.display), data: render::data_of(&answer) })
    }

    fn named(&self, what: &str) -> Result<Vec<Named>, NoAnswer> {
        self.plan.named(what, self.today, Toward::Ahead).map_err(|why| NoAnswer::Unnamed(what.to_owned(), why))
    }

    /// What a session keeps runs away from.
    fn session(&self, id: &str) -> Answer {
        let shadows = crate::plan::shadows(self.plan, self.laid, id);
        let session = self.plan.fixed().find(|(fixed, _)| fixed.id == id);
        let text = session.map(|(session, _)| render::shadows(session, &shadows, self.display));
        let (text, data) = (text.unwrap_or_default(), render::data_of(&shadows));
        match self.seated(id) {
            None => Answer { text, data },
            Some(seated) => Answer {
                text: format!("{}\n{text}", render::wrapped(&render::clean(&seated.told()), "", WIDTH)),
                data: serde_json::json!({ "movable": render::data_of(seated), "shadows": data }),
            },
        }
    }

    /// Where a session stands whose place was for planning to choose.
    fn seated(&self, id: &str) -> Option<&Seated> {
        let number: usize = id.rsplit_once("-s")?.1.parse().ok()?;
        self.plan.movable.iter().find(|seated| seated.session == number)
    }

    /// What it would cost to have a movable session somewhere else; nothing where no such session is named.
    fn session_elsewhere(&self, named: &[Named], place: &str) -> Result<Option<Answer>, NoAnswer> {
        let Some(first) = named.first().filter(|_| named.iter().all(|entry| !entry.is_run)) else { return Ok(None) };
        let Some(seated) = self.seated(&first.id) else { return Ok(None) };
        let (weekday, start) = self.place(place, first)?;
        let there: Vec<&OtherPlace> = seated.others_on(weekday, start).collect();
        let stands = seated.stands.0;
        let name = &seated.name;
        let told = if stands.weekday == weekday && start.is_none_or(|start| start == stands.start) && there.is_empty() {
            format!("{name} stands there: {stands}.")
        } else if there.is_empty() {
            let may: Vec<String> = seated.others.iter().map(|other| other.at.0.to_string()).collect();
            let may = if may.is_empty() { "nowhere else".to_owned() } else { model::list(&may) };
            format!("{name} may not stand there: beside {stands}, `movable` has {may}.")
        } else {
            let told: Vec<String> = there.iter().map(|other| other.told()).collect();
            format!(
                "{name} stands on {stands}: {}. The other movable sessions and the runs are placed anew for that.",
                model::list(&told)
            )
        };
        let data = serde_json::json!({ "session": first.id, "stands": render::data_of(&seated.stands), "others": render::data_of(&there) });
        Ok(Some(Answer { text: render::wrapped(&render::clean(&told), "", WIDTH), data }))
    }

    /// A date of the block on which no run stands: what each run of its week would cost there.
    fn free_day(&self, what: &str) -> Option<Answer> {
        let date: NaiveDate = what.trim().parse().ok()?;
        let week = self.week_of(date)?;
        if self.plan.runs().any(|run| run.start.0.date() == date) {
            return None;
        }
        let weekday = date.weekday().num_days_from_monday() as usize;
        let runs = self.plan.named(&format!("w{}", week.number), date, Toward::Ahead).ok()?;
        let answers = runs.iter().filter(|entry| entry.is_run).filter_map(|run| {
            let answer = self.questions.elsewhere(&run.id, weekday, None)?;
            Some((format!("{} ({})", run.name, run.id), answer))
        });
        let answers: Vec<_> = answers.collect();
        let text = render::free_day(date, &answers, self.display);
        let there: Vec<_> = answers.iter().map(|(_, answer)| answer).collect();
        let there = render::data_of(&there);
        Some(Answer { text, data: serde_json::json!({ "runs": [], "left_out": [], "there": there }) })
    }

    fn week_of(&self, date: NaiveDate) -> Option<&PlanWeek> {
        self.plan.weeks.iter().find(|week| (0..7).contains(&(date - week.start).num_days()))
    }

    /// The week that a word names, such as `w03`.
    fn week(&self, what: &str) -> Option<&PlanWeek> {
        let number: u32 = what.trim().strip_prefix(['w', 'W'])?.parse().ok()?;
        self.plan.weeks.iter().find(|week| week.number == number)
    }

    /// A weekday or a date of the run's week, perhaps with an hour.
    fn place(&self, text: &str, run: &Named) -> Result<(usize, Option<Clock>), NoAnswer> {
        let text = text.trim();
        let (day, hour) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let weekday = match day.parse::<NaiveDate>() {
            Ok(date) if self.week_of(date).is_some_and(|week| week.number == run.week) => {
                date.weekday().num_days_from_monday() as usize
            }
            Ok(date) => return Err(NoAnswer::OtherWeek(date, run.id.clone())),
            Err(_) => crate::model::weekday(day).ok_or_else(|| NoAnswer::NoDay(text.to_owned()))?,
        };
        if hour.is_empty() {
            return Ok((weekday, None));
        }
        let no_start = |hint| NoAnswer::NoStart(hour.trim().to_owned(), hint);
        let clock = phrases::clock(hour).ok_or_else(|| no_start("write a time of day: `18:15` or `6:15pm`"))?;
        if !clock.is_on_grid() {
            return Err(no_start("runs start on the quarter hour: `18:15`"));
        }
        Ok((weekday, Some(clock)))
    }
}
