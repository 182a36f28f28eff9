//! The files of a batch: a folder for each athlete, and one page over them all.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::names::Names;
use crate::app::{self, PlanInput};
use crate::brief::Brief;
use crate::cli::inputs::{is_of, plan_in, refuse_other};
use crate::cli::{Stop, files, outputs, watch};
use crate::plan::Plan;
use crate::render::{self, Athlete, Unplanned};
use crate::world::lock::Lock;

/// The page over all of them.
const OVERVIEW: &str = "index.html";

/// The folder that a batch is written into.
#[derive(Debug)]
pub(super) struct Folders {
    folder: PathBuf,
    names: Names,
    athletes: Vec<Athlete>,
    unplanned: Vec<Unplanned>,
}

/// Where one athlete's files go.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// What the athlete is called.
    pub name: String,
    folder: String,
    path: PathBuf,
}

/// What became of one athlete.
#[derive(Debug)]
pub(super) enum Written {
    /// Planned and written.
    Planned(Box<Athlete>),
    /// Not, and why.
    Unplanned(Unplanned),
}

impl Folders {
    /// Makes the folder, if it is not there.
    pub(super) fn of(folder: &Path) -> Result<Self, Stop> {
        std::fs::create_dir_all(folder).map_err(|error| files::cannot_write_into(folder, &error))?;
        Ok(Self { folder: folder.to_owned(), names: Names::default(), athletes: Vec::new(), unplanned: Vec::new() })
    }

    /// Where the files of the athlete on this line go; the places of earlier lines do not depend on later ones.
    pub(super) fn place(&mut self, brief: Option<&Brief>, line: usize) -> Place {
        let name = brief.and_then(|brief| brief.source["athlete"]["name"].as_str()).map(str::trim).unwrap_or_default();
        let folder = if brief.is_some() { self.names.of(name) } else { String::new() };
        let name = if name.is_empty() { format!("the athlete of line {line}") } else { name.to_owned() };
        Place { name, path: self.folder.join(&folder), folder }
    }

    /// Remembers what became of an athlete.
    pub(super) fn add(&mut self, written: Written) {
        match written {
            Written::Planned(athlete) => self.athletes.push(*athlete),
            Written::Unplanned(one) => self.unplanned.push(one),
        }
    }

    /// Writes the page over all of them.
    pub(super) fn end(&self) -> Result<(), Stop> {
        let page = render::overview(&self.athletes, &self.unplanned)?;
        files::write(&self.folder, &[(OVERVIEW, &page)]).map(drop)
    }
}

impl Place {
    /// Plans a brief and writes its files. Where the folder holds a plan of the same block, this is a revision of it.
    pub(super) fn planned(&self, brief: &Brief, seed: u64) -> Result<Plan, Stop> {
        let mut lock = Lock::of(&self.path)?;
        let earlier = plan_in(&self.path)?;
        if let Some(other) = earlier.as_ref().filter(|held| !is_of(held, brief)) {
            return Err(refuse_other(&self.path, other));
        }
        let input = PlanInput { brief, busy: &[], seed, earlier: earlier.as_ref(), now: files::now() };
        let plan = app::plan(&input)?;
        outputs::write(&mut lock, &[], &plan, brief, None)?;
        let input = watch::usual(&plan);
        watch::put(&self.path.join(watch::FOLDER), &app::watch(&input), input.format)?;
        Ok(plan)
    }

    /// What is printed of a plan in a line, and what the page tells of it.
    pub(super) fn told(&self, plan: &Plan) -> (Value, Written) {
        let runs = plan.open_runs().count();
        let left_out = plan.weeks.iter().flat_map(|week| &week.unplaced).filter(|run| !run.declined).count();
        let data = json!({
            "athlete": self.name, "folder": self.folder, "weeks": plan.weeks.len(), "runs": runs, "left_out": left_out,
            "must": plan.score.must, "stops": plan.stops,
        });
        (data, Written::Planned(Box::new(Athlete::of(plan, &self.name, &self.folder))))
    }

    /// An athlete without a plan, as the page tells it.
    pub(super) fn unplanned(&self, problems: &[Value]) -> Written {
        let sentences: Vec<&str> = problems.iter().filter_map(|problem| problem["message"].as_str()).collect();
        Written::Unplanned(Unplanned { name: self.name.clone(), what: sentences.join("; ") })
    }
}
