//! Any lines as a training log: each is used or told, and the next block can be briefed from it.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use runweave::follow;
use runweave::follow::log::Log;
use runweave::plan::Plan;
use runweave::render;
use runweave_fuzz::{lines, seeds, terminal};

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| { lines::mutate(data, size, max_size, seed) });

fuzz_target!(|data: &[u8]| {
    static PLAN: OnceLock<Plan> = OnceLock::new();
    let plan = PLAN.get_or_init(seeds::small_plan);
    let start = plan.weeks[0].start;
    let (log, mut problems) = Log::read(data);
    problems.extend(log.against(plan));
    problems.extend(log.after(start + chrono::Duration::days(10)));
    let mut said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    said.extend(log.entries.iter().map(|(_, entry)| render::logged(entry)));
    for (_, entry) in &log.entries {
        let (again, told) = Log::read(entry.line().as_bytes());
        assert!(told.is_empty() && again.entries.len() == 1, "{told:?}");
        assert_eq!(again.entries[0].1, *entry);
    }
    // A log without one usable line says no more than none at all.
    if !log.entries.is_empty() {
        let next = follow::next(plan, Some(&log), start + chrono::Duration::days(10))
            .expect("a plan of our own can be followed");
        assert!(seeds::brief(&next.brief).is_some(), "{:#}", next.brief);
        said.extend(next.sentences);
        let from = start + chrono::Duration::days(5);
        let past = follow::known_past(plan, Some(&log), from, from);
        said.extend(past.notes.iter().cloned());
        let laid = plan.lay_out().expect("a plan of our own can be read");
        past.published(&laid.brief, &past.timetable(&laid.brief, &[]));
        if let Some((source, _)) = past.with_days_off(&laid.brief) {
            assert!(seeds::brief(&source).is_some(), "{source:#}");
        }
    }
    let said: String = said.iter().map(|line| render::clean(line) + "\n").collect();
    assert!(terminal(&said).is_empty(), "{said:?}");
});
