//! The files of the folder as one call reads them, and the moment it happens.

use std::cell::RefCell;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::Value;
use uuid::Uuid;

use crate::app::{Now, PLAN_FILE};
use crate::brief::{Brief, Defaults};
use crate::follow::log::Log;
use crate::model::Zone;
use crate::plan::Plan;
use crate::render;
use crate::world::{BRIEF_FILE, Folder, LOG_FILE, Stop, plan_of};

/// What a call works on. It remembers what was read, so that a preview can tell whether that has changed.
pub(super) struct Desk<'a> {
    /// The folder.
    pub folder: &'a Folder,
    /// The moment of the call, or of the preview that it applies.
    pub now: Now,
    read: RefCell<BTreeMap<String, Option<Uuid>>>,
    /// What is to be said beside the answer.
    pub notes: RefCell<Vec<String>>,
}

/// The namespace of what previews are called; drawn once at random.
pub(super) const NAMESPACE: Uuid = Uuid::from_u128(0x0c6e_7f5c_4b19_4d1f_8f0e_52d0_3b7a_91c6);

impl<'a> Desk<'a> {
    pub(super) fn new(folder: &'a Folder, now: Now) -> Self {
        Self { folder, now, read: RefCell::default(), notes: RefCell::default() }
    }

    /// The bytes of a file of the folder, if it is there.
    pub(super) fn bytes(&self, name: &str) -> Result<Option<Vec<u8>>, Stop> {
        let bytes = self.folder.read(name)?;
        let seen = bytes.as_deref().map(|bytes| Uuid::new_v5(&NAMESPACE, bytes));
        self.read.borrow_mut().insert(name.to_owned(), seen);
        Ok(bytes)
    }

    /// What was read so far, as one word.
    pub(super) fn inputs(&self) -> Uuid {
        Uuid::new_v5(&NAMESPACE, format!("{:?}", self.read.borrow()).as_bytes())
    }

    pub(super) fn note(&self, text: impl Into<String>) {
        self.notes.borrow_mut().push(text.into());
    }

    /// A plan of the folder, if it is there.
    pub(super) fn plan_if_any(&self, name: &str) -> Result<Option<Plan>, Stop> {
        self.bytes(name)?.map(|text| plan_of(name.as_ref(), &text)).transpose()
    }

    /// The plan in force.
    pub(super) fn plan(&self) -> Result<Plan, Stop> {
        self.plan_if_any(PLAN_FILE)?.ok_or_else(|| {
            Stop::wrong(
                "there is no plan in the folder yet",
                "`plan` makes one from brief.json, or from a brief that it is given",
            )
        })
    }

    /// The brief that is given, or else the one of the folder.
    pub(super) fn brief(&self, given: Option<&Value>) -> Result<Brief, Stop> {
        let defaults = Defaults { timezone: Zone::UTC };
        if let Some(brief) = given {
            return Ok(Brief::from_value(brief, "the brief", defaults)?);
        }
        let text = self.bytes(BRIEF_FILE)?.ok_or_else(|| {
            Stop::wrong(
                "there is no brief.json in the folder",
                "give the whole brief as `brief`; `show` with `of`: \"brief_schema\" says how it is written",
            )
        })?;
        Ok(Brief::parse(&text, BRIEF_FILE, defaults)?)
    }

    /// The log, if there is one; what is wrong with its lines is noted.
    pub(super) fn log(&self, plan: &Plan) -> Result<Option<Log>, Stop> {
        let Some(text) = self.bytes(LOG_FILE)? else { return Ok(None) };
        let (log, mut problems) = Log::read(&text);
        problems.extend(log.against(plan));
        problems.extend(log.after(self.today(plan)));
        problems.sort_by_key(|problem| problem.line);
        for problem in problems.iter().take(MOST_TOLD) {
            self.note(format!("{LOG_FILE}, {problem}"));
        }
        Ok(Some(log))
    }

    /// Today where the plan is followed.
    pub(super) fn today(&self, plan: &Plan) -> NaiveDate {
        self.now.date(plan.timezone.parse().unwrap_or(Zone::UTC))
    }

    /// Whether plan.ics was written for the runs alone.
    pub(super) fn has_runs_only(&self, plan: &Plan) -> Result<bool, Stop> {
        let Some(calendar) = self.bytes("plan.ics")? else { return Ok(false) };
        let display = plan.read_brief()?.display;
        Ok(render::ics(plan, &display, true).as_bytes() == calendar)
    }
}

/// So many lines of a log that cannot be used are told.
const MOST_TOLD: usize = 20;
