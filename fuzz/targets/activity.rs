//! Any bytes as a recording: FIT, GPX, TCX or nothing that is known.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use runweave::follow::{log::Log, matched};
use runweave::intake;
use runweave::plan::Plan;
use runweave_fuzz::{seeds, terminal};

fuzz_target!(|data: &[u8]| {
    match intake::activities(data) {
        Ok(found) => {
            let activities = found.activities;
            static PLAN: OnceLock<Plan> = OnceLock::new();
            let plan = PLAN.get_or_init(seeds::small_plan);
            let found = matched(plan, &Log::default(), &activities, None);
            assert_eq!(found.notes.len(), activities.len());
            for entry in &found.entries {
                let (again, told) = Log::read(entry.line().as_bytes());
                assert!(told.is_empty() && again.entries.len() == 1, "{}: {told:?}", entry.line());
            }
        }
        Err(error) => {
            let said = runweave::render::clean(&error.to_string());
            assert!(!said.is_empty() && terminal(&said).is_empty(), "{error:?}");
        }
    }
});
