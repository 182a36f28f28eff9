//! The first page: what the block is, how it runs and how to read it.

use serde_json::Value;

use crate::brief::Display;
use crate::model::Goal;
use crate::plan::{Conflict, Entry, Plan};
use crate::render::bidi::isolated;
use crate::render::words;

use super::chart::{self, Chart};
use super::density;
use super::grid::{self, Overview};
use super::left_out;
use super::sheets::{self, Sheet};
use super::spread::Shown;
use super::terms::{self, Zone};
use super::week;

/// What the template prints on the cover.
pub(super) struct Cover {
    pub(super) title: String,
    pub(super) long_title: bool,
    pub(super) athlete: String,
    pub(super) goal: String,
    pub(super) dates: String,
    pub(super) length: String,
    pub(super) event: Option<Event>,
    /// Why nothing may be run.
    pub(super) stops: Vec<String>,
    /// What was asked for and is not given, and what weighs most: before all else.
    pub(super) first: Vec<String>,
    pub(super) chart: Chart,
    pub(super) overview: Overview,
    pub(super) left_out: Vec<String>,
    /// What would make room for it, for each conflict.
    pub(super) ways: Vec<Ways>,
    /// What the plan assumes, as far as paper has room.
    pub(super) assumed: Vec<String>,
    /// The rest of it.
    pub(super) assumed_more: Vec<String>,
    /// Whether weeks are shown from Sunday.
    pub(super) sunday_first: bool,
    pub(super) origin: String,
    /// How it is spread over sheets in print.
    pub(super) sheet: Sheet,
    /// How hard each zone is.
    pub(super) zones: Vec<Zone>,
    /// Whether the person's own heart rates are known.
    pub(super) has_heart: bool,
    /// The block's words and what they mean.
    pub(super) terms: Vec<(&'static str, &'static str)>,
    /// The number of each week and how many runs it holds: a box for each, to be ticked.
    pub(super) tally: Vec<(u32, usize)>,
}

/// The race on the cover.
pub(super) struct Event {
    pub(super) name: String,
    pub(super) rest: String,
}

/// What would make room in some weeks.
pub(super) struct Ways {
    /// "weeks 1 and 2".
    pub(super) weeks: String,
    /// The least first.
    pub(super) ways: Vec<String>,
}

/// From how many widths of an em a title is set smaller.
const LONG_TITLE: f64 = 24.0;

/// So many conflicts, and ways out of each, are told on the cover.
const CONFLICTS: usize = 2;
const WAYS: usize = 3;

/// How much text of what was left out and assumed the cover prints, in widths of an em: about thirty lines.
const PRINTED: f64 = 30.0 * 26.0;

/// The sentences that still have room on paper beside those before them, and the rest.
fn split<'a>(before: impl Iterator<Item = &'a String>, sentences: &[String]) -> (Vec<String>, Vec<String>) {
    let line = 26.0;
    let lines = |text: &String| (density::em(text) / line).ceil() * line;
    let mut room = PRINTED - before.map(lines).sum::<f64>();
    let printed = sentences
        .iter()
        .take_while(|&sentence| {
            room -= lines(sentence);
            room >= 0.0
        })
        .count();
    let (printed, rest) = sentences.split_at(printed);
    (printed.to_vec(), rest.to_vec())
}

impl Cover {
    pub(super) fn new(plan: &Plan, shown: &[Shown<'_>], display: &Display) -> Self {
        let text = |pointer: &str| plan.brief.pointer(pointer).and_then(Value::as_str).unwrap_or("").trim().to_owned();
        let name = text("/block/name");
        let first = shown.first().and_then(week::dates);
        let last = shown.last().and_then(week::dates);
        let title = if name.is_empty() { "Running around your lifting".to_owned() } else { name };
        let mut left_out = left_out::summary(plan);
        let conflicts = || plan.conflicts.iter().take(CONFLICTS);
        let weeks = |conflict: &Conflict| words::weeks(&conflict.weeks);
        let told = |conflict| format!("{}. {}", words::capital(&weeks(conflict)), conflict.text);
        left_out.extend(conflicts().map(|conflict| isolated(&told(conflict))));
        let ways = conflicts().filter(|conflict| !conflict.ways.is_empty()).map(|conflict| Ways {
            weeks: weeks(conflict),
            ways: conflict.ways.iter().take(WAYS).map(|way| isolated(way)).collect(),
        });
        let ways: Vec<Ways> = ways.collect();
        let mut warnings: Vec<String> = plan.warnings.iter().map(|warning| isolated(warning)).collect();
        let told = warnings.drain(..told_first(plan)).collect();
        let (assumed, assumed_more) = split(left_out.iter().chain(ways.iter().flat_map(Ways::lines)), &warnings);
        let zones = terms::zones(shown);
        let mut cover = Self {
            long_title: density::em(&title) > LONG_TITLE,
            title,
            athlete: text("/athlete/name"),
            goal: Goal::parse(&text("/athlete/goal")).map_or_else(String::new, |goal| words::goal(goal).to_owned()),
            dates: first.zip(last).map_or_else(String::new, |((from, _), (_, to))| words::date_span(from, to)),
            length: words::count(shown.len(), "week"),
            event: event(plan, display),
            stops: plan.stops.iter().map(|stop| isolated(stop)).collect(),
            first: told,
            chart: chart::weeks(shown),
            overview: grid::overview(shown, display),
            left_out,
            ways,
            assumed,
            assumed_more,
            sunday_first: display.sunday_first,
            origin: origin(plan),
            sheet: Sheet::default(),
            has_heart: zones.iter().any(|zone| zone.heart != "–"),
            zones,
            terms: terms::terms(shown),
            tally: shown
                .iter()
                .map(|week| (week.week.number, week.entries().filter_map(Entry::as_run).count()))
                .collect(),
        };
        cover.sheet = sheets::sheet(&cover);
        cover
    }
}

/// So many sentences at most are set before the chart.
const FIRST: usize = 3;

/// How many of a plan's warnings are about what it gives, which come before what was assumed of the brief.
fn told_first(plan: &Plan) -> usize {
    let assumed = plan.read_brief().map(|brief| brief.warnings).unwrap_or_default();
    plan.warnings.iter().take(FIRST).take_while(|warning| !assumed.contains(warning)).count()
}

impl Ways {
    /// All that it prints.
    pub(super) fn lines(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.weeks).chain(&self.ways)
    }
}

fn event(plan: &Plan, display: &Display) -> Option<Event> {
    let event = plan.brief.pointer("/block/event")?;
    let date = event.get("date").and_then(Value::as_str)?.parse().ok()?;
    let distance = event.get("distance_km").and_then(Value::as_f64);
    let distance = distance.map_or_else(String::new, |km| format!(", {}", words::distance(km, display.miles)));
    Some(Event {
        name: event.get("name").and_then(Value::as_str).unwrap_or("Race").to_owned(),
        rest: format!("{}{distance}", words::date_long(date)),
    })
}

/// Where the page comes from, so that a sheet on the fridge can be told from an older one.
fn origin(plan: &Plan) -> String {
    let proven = if plan.score.proven { "; no better placement exists under its rules" } else { "" };
    let made = plan
        .created
        .split('T')
        .next()
        .and_then(|date| date.parse().ok())
        .map_or_else(String::new, |date| format!(" of {}", words::date_long(date)));
    format!("Revision {}{made}, seed {}{proven}.", plan.revision, plan.seed)
}
