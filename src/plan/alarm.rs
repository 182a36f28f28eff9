//! When the calendar reminds of a run.

use chrono::Duration;

use super::record::{Entry, Plan};

/// How many minutes before a run the calendar reminds, where `wished` minutes are asked for. No alarm rings while a session is
/// on: before a run straight after one it rings when the session ends.
pub fn alarm_minutes(plan: &Plan, run: &Entry, wished: u32) -> u32 {
    let start = run.start().0;
    let near = plan.weeks.iter().filter(|week| (start.date() - week.start).num_days().abs() <= 8);
    let sessions = near.flat_map(|week| &week.sessions).filter(|entry| entry.as_run().is_none());
    let gaps = sessions.filter_map(|session| {
        let length = Duration::minutes(i64::from(session.minutes()));
        let gap = (start - session.start().0.checked_add_signed(length)?).num_minutes();
        let wished = i64::from(wished);
        ((0..wished).contains(&gap) && wished <= gap + length.num_minutes()).then_some(gap)
    });
    gaps.min().map_or(wished, |gap| gap as u32)
}
