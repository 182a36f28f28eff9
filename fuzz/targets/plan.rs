//! Any document as a plan that somebody edited: it is checked, shown, compared and taken as the past of another.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::{Corpus, fuzz_mutator, fuzz_target};
use runweave::follow;
use runweave::plan::{self, KnownPast, Plan};
use runweave::render::{self, Look};
use runweave::schedule::Unsolvable;
use runweave_fuzz::{json, seeds, terminal};

/// A plan of more weeks takes longer than is of use here.
const MOST_WEEKS: usize = 4;

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| { json::mutate(data, size, max_size, seed) });

fuzz_target!(|data: &[u8]| -> Corpus {
    let Ok(plan) = Plan::parse(data) else { return Corpus::Keep };
    let Ok(laid) = plan.lay_out() else { return Corpus::Keep };
    if plan.weeks.len() > MOST_WEEKS || laid.timetable.weeks as usize > MOST_WEEKS {
        return Corpus::Reject;
    }
    let display = &laid.brief.display;
    let mut said = render::findings(&plan::check(&plan, &laid), &Err(Unsolvable::TooManyRuns), &plan);
    said.push_str(&render::text(&plan, display, &Look::new(None)));
    let page = render::html(&plan, display);
    assert!(page.is_ok(), "a page that cannot be written");
    render::ics(&plan, display, false);
    for (session, _) in plan.fixed().take(2) {
        said.push_str(&render::shadows(session, &plan::shadows(&plan, &laid, &session.id), display));
    }
    static SMALL: OnceLock<Plan> = OnceLock::new();
    let small = SMALL.get_or_init(seeds::small_plan);
    for (old, new) in [(&plan, small), (small, &plan)] {
        if let Ok(diff) = follow::diff(old, new) {
            said.push_str(&render::changes(&diff, None, display));
        }
    }
    if let Ok(next) = follow::next(&plan, None, laid.brief.block.start + chrono::Duration::days(9)) {
        let _ = seeds::brief(&next.brief);
        said.push_str(&next.sentences.join("\n"));
    }
    let from = laid.brief.block.start + chrono::Duration::days(3);
    let past = KnownPast::assumed(&plan, from);
    past.published(&laid.brief, &past.timetable(&laid.brief, &[]));
    assert!(terminal(&said).is_empty(), "{:?}", terminal(&said));
    Corpus::Keep
});
