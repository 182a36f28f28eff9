//! Where nothing happened nothing changes.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use chrono::{Duration, NaiveDate};
use runweave::app::{self, Now, PlanInput, ReplanInput};
use runweave::brief::{Brief, Defaults};
use runweave::model::Zone;
use runweave::plan::Plan;
use runweave::plan::log::Log;

/// The plan of an example.
fn example(name: &str) -> Plan {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("plans").join(name).join("brief.json");
    let brief = Brief::parse(&fs::read(path).unwrap(), name, Defaults { timezone: Zone::UTC }).unwrap();
    app::plan(&PlanInput { brief: &brief, busy: &[], seed: 1, earlier: None, now: Now::default() }).unwrap()
}

fn examples() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("plans");
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let folders = entries.filter(|entry| entry.path().join("brief.json").is_file());
    let mut names: Vec<String> = folders.map(|entry| entry.file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn at(date: NaiveDate) -> Now {
    Now::from_unix_seconds(date.and_hms_opt(12, 0, 0).unwrap().and_utc().timestamp())
}

fn replanned(plan: &Plan, log: Option<&str>, from: NaiveDate) -> app::Replanned {
    let log = log.map(|log| Log::read(log.as_bytes()).0);
    let input = ReplanInput {
        earlier: plan,
        log: log.as_ref(),
        from,
        brief: None,
        busy: None,
        seed: None,
        stay: None,
        most_moves: None,
        move_sessions: false,
        now: at(from),
    };
    app::replan(&input).unwrap()
}

#[test]
fn where_nothing_happened_nothing_changes_from_any_day() {
    for name in examples() {
        let plan = example(&name);
        let last = plan.weeks.last().unwrap().start;
        let first = plan.weeks[0].start;
        for from in [first, first + Duration::days(9), first + Duration::days(18), last + Duration::days(3)] {
            if from > last + Duration::days(6) {
                continue;
            }
            let again = replanned(&plan, None, from).plan;
            assert!(again == plan, "{name} from {from}: a plan to which nothing happened is another");
            let again = replanned(&plan, Some(""), from).plan;
            assert!(again == plan, "{name} from {from}: a silent log changes the plan");
        }
    }
}
