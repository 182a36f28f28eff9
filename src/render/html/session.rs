//! A session or a run as the page shows it.

use crate::brief::Display;
use crate::model::{Focus, RunType};
use crate::plan::{Entry, Fixed, PlacedRun, Plan};
use crate::render::bidi::isolated;
use crate::render::{steps, words};

/// What the template prints of a session; every text is plain and escaped there.
pub(super) struct SessionView {
    /// The word for its kind; in lower case also its style.
    pub(super) kind: &'static str,
    /// Start for machines, `2026-11-30T18:00`.
    pub(super) starts: String,
    /// Start for people.
    pub(super) clock: String,
    pub(super) name: String,
    /// The name cut to what a dense page holds, where it is longer.
    pub(super) short: Option<String>,
    /// How long it takes.
    pub(super) length: String,
    /// Distance, energy, focus, effort.
    pub(super) amounts: Vec<String>,
    /// What a run is for and how it should feel.
    pub(super) purpose: String,
    pub(super) steps: Vec<String>,
    pub(super) note: String,
    /// The most telling reasons, two at most.
    pub(super) why: Vec<String>,
    pub(super) tired: String,
    /// The day, for the name of the tick box.
    pub(super) day: String,
}

/// How many reasons a page has patience for.
const REASONS: usize = 2;

impl SessionView {
    pub(super) fn new(plan: &Plan, entry: &Entry, display: &Display) -> Self {
        let start = entry.start();
        let mut view = Self {
            kind: kind(entry),
            starts: start.to_string(),
            clock: tied(&words::clock(start.0.time(), display.twelve_hour)),
            name: entry.name().to_owned(),
            short: None,
            length: tied(&words::minutes(entry.minutes())),
            amounts: Vec::new(),
            purpose: String::new(),
            steps: Vec::new(),
            note: String::new(),
            why: Vec::new(),
            tired: String::new(),
            day: words::date_spoken(start.0.date()),
        };
        match entry {
            Entry::Run(run) => view.run(plan, run, display),
            Entry::Strength(fixed) | Entry::Mobility(fixed) | Entry::Other(fixed) => view.fixed(fixed),
        }
        view
    }

    /// The same with what became of it.
    pub(super) fn with(mut self, done: Option<&String>) -> Self {
        self.note.extend(done.into_iter().map(String::as_str));
        self
    }

    fn fixed(&mut self, fixed: &Fixed) {
        self.amounts
            .extend(fixed.focus.filter(|focus| !says(&self.name, *focus)).map(|it| words::focus(it).to_owned()));
        self.amounts.extend(match (fixed.rpe, fixed.effort) {
            (Some(rpe), _) => Some(tied(&format!("RPE {rpe}"))),
            (None, effort) => effort.map(|effort| words::effort(effort).to_owned()),
        });
        self.note = isolated(&fixed.note);
    }

    fn run(&mut self, plan: &Plan, placed: &PlacedRun, display: &Display) {
        let run = &placed.run;
        self.amounts.extend(run.distance_km.map(|km| tied(&words::distance(km, display.miles))));
        self.amounts.extend(run.energy_kcal.map(|(low, high)| tied(&format!("{low}–{high} kcal"))));
        if let Some(full) = run.full_minutes.filter(|&full| full != placed.minutes) {
            self.amounts.push(format!("shortened from {}", tied(&words::minutes(full))));
        }
        if let Some(id) = &run.attached_to {
            let session = plan.weeks.iter().flat_map(|week| &week.sessions).find(|entry| entry.id() == id);
            self.amounts.push(session.map_or_else(
                || "straight after the session before".to_owned(),
                |session| isolated(&format!("straight after {}", session.name())),
            ));
        }
        self.purpose = isolated(&run.purpose);
        self.steps = steps::of_run(placed, display.miles);
        if let [only] = self.steps.as_mut_slice() {
            // The length of a run of one step stands above it.
            if let Some(rest) = only.strip_prefix(&format!("{} ", words::minutes(placed.minutes))) {
                *only = words::capital(rest);
            }
        }
        self.why = placed.why.iter().take(REASONS).map(|reason| isolated(&reason.text)).collect();
        self.tired = isolated(&placed.if_tired);
    }
}

fn kind(entry: &Entry) -> &'static str {
    match entry {
        Entry::Strength(_) => "Strength",
        Entry::Mobility(_) => "Mobility",
        Entry::Other(_) => "Other",
        Entry::Run(run) if run.run.kind == RunType::Race => "Race",
        Entry::Run(_) => "Run",
    }
}

/// Whether a name says what the session trains: "Legs" need not be told that they are legs.
fn says(name: &str, focus: Focus) -> bool {
    let words: &[&str] = match focus {
        Focus::Lower => &["leg", "legs", "lower"],
        Focus::Upper => &["upper"],
        Focus::Core => &["core"],
        Focus::FullBody => &["full", "full-body", "whole-body"],
    };
    name.to_lowercase().split_whitespace().any(|word| words.contains(&word))
}

/// A number and its unit that no line break parts.
fn tied(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}
