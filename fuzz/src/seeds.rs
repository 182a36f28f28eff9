//! The examples in `plans/`, made short so that many can be tried in a second.

use chrono::{Duration, NaiveDate};
use runweave::app::{self, Now, PlanInput};
use runweave::brief::{Brief, Defaults};
use runweave::plan::Plan;
use serde_json::Value;

/// A brief with fewer weeks; a race moves into the last of them.
pub fn shortened(mut brief: Value, weeks: u32) -> Value {
    let start = brief["block"]["start"].as_str().and_then(|start| start.parse::<NaiveDate>().ok()).unwrap_or_default();
    brief["block"]["weeks"] = weeks.into();
    if brief["block"].get("event").is_some() {
        brief["block"]["event"]["date"] = (start + Duration::days(i64::from(weeks) * 7 - 1)).to_string().into();
    }
    brief
}

/// The checked brief in a document.
pub fn brief(document: &Value) -> Option<Brief> {
    Brief::from_value(document, "brief", Defaults { timezone: runweave::model::Zone::UTC }).ok()
}

/// The plan of a brief, as it is published.
pub fn plan(brief: &Brief, seed: u64) -> Option<Plan> {
    app::plan(&PlanInput { brief, busy: &[], seed, earlier: None, now: Now::from_unix_seconds(1_795_363_200) }).ok()
}

/// A plan of one week, to hold logs against.
pub fn small_plan() -> Plan {
    let document =
        serde_json::from_str(include_str!("../../plans/upper-lower/brief.json")).expect("an example is JSON");
    plan(&brief(&shortened(document, 2)).expect("an example is a brief"), 1).expect("an example can be planned")
}
