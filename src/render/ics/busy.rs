//! The discreet calendar: when a person is taken, and not a word of what by.

use askama::Template;
use chrono::DateTime;

use super::event::stamp;
use super::fold;
use super::{REFRESH, calendar_of};
use crate::model::{Minutes, Moment};
use crate::plan::{Plan, uid};

#[derive(Template)]
#[template(path = "busy.ics")]
struct BusyFile {
    refresh: &'static str,
    times: Vec<Taken>,
}

/// A stretch of time that is taken.
struct Taken {
    uid: String,
    changed: String,
    start: String,
    end: String,
}

/// When the person of a plan is taken, so many minutes before and after each session and run too. What touches is one event, so
/// that nobody counts them. A stretch keeps its identity while the entry that opens it is the same.
pub fn busy(plan: &Plan, buffer: Minutes) -> String {
    let calendar = calendar_of(plan);
    let mut spans: Vec<(Moment, Moment, &str, String)> = Vec::new();
    for entry in plan.weeks.iter().flat_map(|week| &week.sessions) {
        let day = calendar.day(entry.start().0.date());
        let start = calendar.moment(day, entry.start().clock());
        let end = start.plus(entry.minutes().max(1) + buffer);
        spans.push((start.plus(-buffer), end, entry.id(), stamp(entry.revision())));
    }
    spans.sort_unstable();
    let mut joined: Vec<(Moment, Moment, &str, String)> = Vec::new();
    for (start, end, id, changed) in spans {
        match joined.last_mut().filter(|last| start <= last.1) {
            Some(last) => {
                last.1 = last.1.max(end);
                last.3 = std::mem::take(&mut last.3).max(changed);
            }
            None => joined.push((start, end, id, changed)),
        }
    }
    let times = joined.into_iter().map(|(start, end, id, changed)| Taken {
        uid: uid(&plan.id, &format!("busy {id}")),
        changed,
        start: utc(start),
        end: utc(end),
    });
    let file = BusyFile { refresh: REFRESH, times: times.collect() };
    fold::lines(&file.render().unwrap_or_default())
}

fn utc(moment: Moment) -> String {
    DateTime::from_timestamp(moment.0 * 60, 0).unwrap_or_default().format("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_the_time_is_told_and_what_touches_is_one() {
        let plan = crate::plan::fixture::plan();
        let entries: Vec<_> = plan.weeks.iter().flat_map(|week| &week.sessions).collect();
        let apart = busy(&plan, 0);
        assert_eq!(apart.matches("BEGIN:VEVENT").count(), entries.len());
        for entry in &entries {
            assert!(!apart.contains(entry.name()) && !apart.contains(entry.id()), "{apart}");
        }
        assert!(!apart.contains("DESCRIPTION") && !apart.contains("runweave") && !apart.contains("CATEGORIES"));
        assert_eq!(apart.matches("SUMMARY:Busy\r\n").count(), entries.len());
        assert_eq!(busy(&plan, 24 * 60 * 7).matches("BEGIN:VEVENT").count(), 1);
    }
}
