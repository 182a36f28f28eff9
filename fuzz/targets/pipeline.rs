//! Any brief, planned and written: what holds for every plan holds for this one.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_mutator, fuzz_target};
use runweave::brief::{Brief, Defaults};
use runweave_fuzz::{broken, json, seeds};

/// Blocks of more weeks take longer than is of use here.
const MOST_WEEKS: u32 = 3;

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| { json::mutate(data, size, max_size, seed) });

fuzz_target!(|data: &[u8]| -> Corpus {
    let Ok(brief) = Brief::parse(data, "brief.json", Defaults { timezone: runweave::model::Zone::UTC }) else {
        return Corpus::Reject;
    };
    if brief.block.weeks > MOST_WEEKS {
        return Corpus::Reject;
    }
    let Some(plan) = seeds::plan(&brief, u64::from(data[0])) else { return Corpus::Keep };
    let broken = broken(&brief, &plan);
    assert!(broken.is_empty(), "{broken:#?}");
    Corpus::Keep
});
