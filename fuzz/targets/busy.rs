//! Any bytes as somebody's calendar: busy stretches inside the block, in order and apart, or a refusal.
#![no_main]

use std::collections::BTreeSet;

use chrono::NaiveDate;
use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use runweave_fuzz::{lines, terminal};

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| { lines::mutate(data, size, max_size, seed) });

fuzz_target!(|data: &[u8]| {
    let from = NaiveDate::from_ymd_opt(2026, 11, 30).expect("a day");
    let to = from + chrono::Duration::days(55);
    match runweave::intake::busy(data, "Europe/Berlin".parse().unwrap(), from, to, &BTreeSet::new()) {
        Ok(busy) => {
            assert!(busy.stretches.iter().all(|(from, to)| from < to));
            assert!(busy.stretches.windows(2).all(|two| two[0].1 < two[1].0));
            let said = busy.notes.join("\n");
            assert!(terminal(&said).is_empty(), "{said:?}");
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
