//! How long each part of the work takes: read the ratios between the lines, not the times. `cargo bench`.

use std::hint::black_box;

use runweave::brief::{Brief, Defaults};
use runweave::plan::{self, Plan};
use runweave::render;
use runweave::schedule::{self, Published, block, problem};

fn main() {
    divan::main();
}

const UTC: Defaults = Defaults { timezone: runweave::model::Zone::UTC };

/// A week of four lifts and five runs, with mornings and some evenings free, as the text of a brief.
fn text(weeks: u32) -> String {
    let text = include_str!("../plans/upper-lower/brief.json");
    let mut value: serde_json::Value = serde_json::from_str(text).expect("the example is JSON");
    value["block"]["weeks"] = weeks.into();
    value["running"]["runs_per_week"] = 5.into();
    value.to_string()
}

/// The brief of so many weeks; more than a brief may ask for are counted in afterwards.
fn brief(weeks: u32) -> Brief {
    let mut brief = Brief::parse(text(weeks.min(104)).as_bytes(), "example", UTC).expect("the example is a brief");
    brief.block.weeks = weeks;
    brief
}

fn planned(brief: &Brief) -> Plan {
    let published = Published::default();
    let block = block(brief, &brief.timetable(&[]), 1, &published).expect("the example has a plan");
    plan::build(brief, &block, &published, &[], 1)
}

/// The search alone, on the placement problem that a block ends with.
#[divan::bench(args = [1, 4, 12, 52, 104, 260], sample_count = 10)]
fn solve(bencher: divan::Bencher<'_, '_>, weeks: u32) {
    let brief = brief(weeks);
    let published = Published::default();
    let block = block(&brief, &brief.timetable(&[]), 1, &published).expect("the example has a plan");
    let problem = problem(&brief, &block.timetable, &block.weeks, &published, false);
    bencher.bench(|| schedule::solve(&problem).map(|found| found.score));
}

/// Prescription and search in turns.
#[divan::bench(args = [12, 52, 260], sample_count = 10)]
fn prescribe_and_solve(bencher: divan::Bencher<'_, '_>, weeks: u32) {
    let brief = brief(weeks);
    let timetable = brief.timetable(&[]);
    bencher.bench(|| block(&brief, &timetable, 1, &Published::default()).map(|block| block.solution.score));
}

#[divan::bench(args = [1, 12, 52], sample_count = 20)]
fn read_brief(bencher: divan::Bencher<'_, '_>, weeks: u32) {
    let text = text(weeks);
    bencher.bench(|| Brief::parse(text.as_bytes(), "example", UTC).is_ok());
}

/// From the text of a brief to the line of its plan: what `batch` does for a line.
#[divan::bench(args = [1, 12, 52], sample_count = 20)]
fn whole_plan(bencher: divan::Bencher<'_, '_>, weeks: u32) {
    let text = text(weeks);
    bencher.bench(|| Brief::parse(text.as_bytes(), "example", UTC).map(|brief| render::json_line(&planned(&brief))));
}

/// The same with nothing between: the brief read, a plan that is there already written.
#[divan::bench(args = [1, 12, 52], sample_count = 20)]
fn whole_plan_with_nothing_between(bencher: divan::Bencher<'_, '_>, weeks: u32) {
    let text = text(weeks);
    let plan = planned(&brief(weeks));
    bencher.bench(|| {
        black_box(Brief::parse(text.as_bytes(), "example", UTC).is_ok());
        render::json_line(&plan)
    });
}

#[divan::bench(args = [12, 52], sample_count = 20)]
fn render_json(bencher: divan::Bencher<'_, '_>, weeks: u32) {
    let plan = planned(&brief(weeks));
    bencher.bench(|| render::json(&plan));
}

#[divan::bench(args = [12, 52], sample_count = 20)]
fn render_html(bencher: divan::Bencher<'_, '_>, weeks: u32) {
    let brief = brief(weeks);
    let plan = planned(&brief);
    bencher.bench(|| render::html(&plan, &brief.display));
}

#[divan::bench(args = [12, 52], sample_count = 20)]
fn render_ics(bencher: divan::Bencher<'_, '_>, weeks: u32) {
    let brief = brief(weeks);
    let mut plan = planned(&brief);
    plan::stamp(&mut plan, None, "2026-11-22T16:00:00Z");
    bencher.bench(|| render::ics(&plan, &brief.display, false));
}

#[divan::bench(args = [12, 52], sample_count = 10)]
fn check(bencher: divan::Bencher<'_, '_>, weeks: u32) {
    let plan = planned(&brief(weeks));
    bencher.bench(|| plan.lay_out().map(|laid| plan::check(&plan, &laid)).is_ok());
}

/// Every single change to the week tried, each solved whole.
#[divan::bench(args = [4, 12], sample_count = 5)]
fn advise(bencher: divan::Bencher<'_, '_>, weeks: u32) {
    let brief = brief(weeks);
    bencher.bench(|| schedule::advise(&brief, &[], 1).is_ok());
}
