//! Thousands of briefs, planned whole: goal x level x event x age x lifting x volume. Every plan is read back from its
//! plan.json and must keep every must in the eyes of `check`. What the weeks hold is judged by `tests/coach`, which shares no code.
//!
//! The normal suite takes a thin slice; `RUNWEAVE_THOROUGH=1 cargo test --release --test sweep` takes all.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod sweep {
    mod cases;

    use std::sync::Mutex;
    use std::thread;

    use cases::Case;
    use runweave::brief::{Brief, Defaults};
    use runweave::plan::{self, Plan};
    use runweave::schedule::{self, Published};

    /// Every so manieth brief is planned in the normal suite. No factor of the cases divides it, so that each of their values
    /// comes up.
    const THINNED: usize = 47;

    fn thorough() -> bool {
        std::env::var("RUNWEAVE_THOROUGH").is_ok_and(|wish| wish == "1")
    }

    /// The plan.json of a case.
    fn planned(case: &Case) -> String {
        let brief =
            Brief::from_value(&case.brief(), "a brief", Defaults { timezone: runweave::model::Zone::UTC }).unwrap();
        let published = Published::default();
        let block = schedule::block(&brief, &brief.timetable(&[]), 7, &published).unwrap();
        serde_json::to_string(&plan::build(&brief, &block, &published, &[], 7)).unwrap()
    }

    /// The musts that a check of the file finds broken.
    fn musts(json: &str) -> Vec<String> {
        let plan: Plan = serde_json::from_str(json).unwrap();
        let findings = plan::check(&plan, &plan.lay_out().unwrap());
        let musts = findings.breaches.into_iter().filter(|breach| breach.level == "must");
        musts.map(|breach| format!("week {}: {}: {}", breach.week, breach.rule, breach.text)).collect()
    }

    #[test]
    fn every_plan_keeps_its_musts() {
        let all = cases::cases();
        let step = if thorough() { 1 } else { THINNED };
        let cases: Vec<&Case> = all.iter().step_by(step).collect();
        let (next, broken) = (Mutex::new(cases.iter()), Mutex::new(Vec::new()));
        let work = || {
            loop {
                let Some(case) = next.lock().unwrap().next() else { return };
                let json = planned(case);
                broken.lock().unwrap().extend(musts(&json).into_iter().map(|one| format!("{}: {one}", case.name())));
            }
        };
        thread::scope(|scope| {
            for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
                scope.spawn(work);
            }
        });
        let mut broken = broken.into_inner().unwrap();
        broken.sort();
        assert!(broken.is_empty(), "{} broken in {} plans:\n{}", broken.len(), cases.len(), broken.join("\n"));
    }
}
