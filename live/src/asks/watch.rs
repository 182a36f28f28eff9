//! The next weeks' runs for a watch, and what came back from it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use runweave::app::{self, WatchFormat, WatchInput};
use runweave::model::Zone;
use runweave::render;
use serde_json::{Value, json};

use crate::request::{Refused, Request};
use crate::zip;

type Answer = Result<Value, Refused>;

/// For how many weeks: watches keep some 20 to 30 workouts.
const WEEKS: u32 = 4;

/// A file to download: an archive of workouts, or the text that intervals.icu takes.
pub(super) fn watch(asked: Request<'_>) -> Answer {
    let plan = asked.need_plan()?;
    let format = match asked.text("format") {
        "intervals" => WatchFormat::Intervals,
        "zwo" => WatchFormat::Zwo,
        _ => WatchFormat::Fit,
    };
    let today = asked.now().date(plan.timezone.parse().unwrap_or(Zone::UTC));
    let from = plan.start().map_or(today, |start| start.max(today));
    let files = app::watch(&WatchInput { plan: &plan, from, weeks: WEEKS, format, targets: None, all: false });
    let (name, bytes) = match (files.first(), format) {
        (None, _) => return Err(Refused::because("The plan has no run in the next four weeks.")),
        (Some((name, bytes)), WatchFormat::Intervals) => (name.as_str(), bytes.clone()),
        (Some(_), WatchFormat::Fit) => ("watch.zip", zip::archive(&files)),
        (Some(_), WatchFormat::Zwo) => ("zwift.zip", zip::archive(&files)),
    };
    Ok(json!({ "name": name, "base64": STANDARD.encode(bytes) }))
}

/// What was planned beside what was done, in lines and as data.
pub(super) fn beside(asked: Request<'_>) -> Answer {
    let plan = asked.need_plan()?;
    let display = plan.read_brief()?.display;
    let (log, problems) = asked.log(Some(&plan));
    let today = asked.now().date(plan.timezone.parse().unwrap_or(Zone::UTC));
    let weeks = app::beside(&plan, log.as_ref(), today);
    let text = render::beside(&weeks, &display, true);
    Ok(json!({ "text": text, "weeks": render::data_of(&weeks), "problems": problems }))
}
