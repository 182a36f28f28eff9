//! How long the search takes as a block grows: read the ratios between the lines, not the times.

use runweave::brief::{Brief, Defaults};
use runweave::schedule::{Published, block};

fn main() {
    divan::main();
}

/// A week of four lifts and five runs, with mornings and some evenings free.
fn brief(weeks: u32) -> Brief {
    let text = include_str!("../plans/upper-lower/brief.json");
    let mut value: serde_json::Value = serde_json::from_str(text).expect("the example is JSON");
    value["block"]["weeks"] = weeks.into();
    value["running"]["runs_per_week"] = 5.into();
    Brief::from_value(&value, "example", Defaults { timezone: chrono_tz::UTC }).expect("the example is a brief")
}

#[divan::bench(args = [13, 26, 52, 104], sample_count = 10)]
fn solve(bencher: divan::Bencher<'_, '_>, weeks: u32) {
    let brief = brief(weeks);
    let timetable = brief.timetable(&[]);
    bencher.bench(|| block(&brief, &timetable, 1, &Published::default()).map(|block| block.solution.score));
}
