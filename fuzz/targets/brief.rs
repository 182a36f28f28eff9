//! Any bytes as a brief: it is read, or every problem is told, and what is told acts on no terminal.
#![no_main]

use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use runweave::brief::{Brief, Defaults};
use runweave_fuzz::{json, terminal};

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| { json::mutate(data, size, max_size, seed) });

fuzz_target!(|data: &[u8]| {
    match Brief::parse(data, "brief.json", Defaults { timezone: runweave::model::Zone::UTC }) {
        Ok(brief) => {
            let again =
                Brief::from_value(&brief.source, "brief.json", Defaults { timezone: runweave::model::Zone::UTC });
            assert_eq!(again.map(|again| again.warnings).ok(), Some(brief.warnings.clone()));
            runweave::brief::check(&brief);
            if brief.block.weeks <= 8 {
                brief.timetable(&[]);
            }
        }
        Err(problems) => {
            assert!(problems.iter().next().is_some());
            let told = problems.to_string();
            assert!(terminal(&told).is_empty(), "{told:?}");
            assert!(told.len() < 50_000, "{} bytes of problems", told.len());
        }
    }
});
