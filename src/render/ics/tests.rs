use super::*;
use crate::plan::fixture::{self, entry};
use crate::plan::{Entry, stamp};

fn display() -> Display {
    Display { miles: false, twelve_hour: false, sunday_first: false, alarm_minutes: None }
}

fn stamped() -> Plan {
    let mut plan = fixture::plan();
    stamp(&mut plan, None, "2027-03-01T08:00:00Z");
    plan
}

/// The file's unfolded lines.
fn content(plan: &Plan, display: &Display) -> Vec<String> {
    let file = ics(plan, display, false);
    assert!(file.ends_with("END:VCALENDAR\r\n"), "{file}");
    assert!(file.split_terminator("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])), "{file}");
    file.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

fn event<'a>(lines: &'a [String], summary: &str) -> &'a [String] {
    let at = lines.iter().position(|line| *line == format!("SUMMARY:{summary}")).unwrap();
    let start = lines[..at].iter().rposition(|line| line == "BEGIN:VEVENT").unwrap();
    let end = lines[at..].iter().position(|line| line == "END:VEVENT").unwrap();
    &lines[start..=at + end]
}

#[test]
fn a_run_is_an_event_with_all_that_a_calendar_needs() {
    let plan = stamped();
    let lines = content(&plan, &display());
    let expected = [
        "BEGIN:VEVENT",
        &format!("UID:{}", plan.weeks[0].sessions[1].revision().uid),
        "SEQUENCE:0",
        "DTSTAMP:20270301T080000Z",
        "LAST-MODIFIED:20270301T080000Z",
        "DTSTART;TZID=Europe/London:20270325T063000",
        "DTEND;TZID=Europe/London:20270325T070000",
        "SUMMARY:Easy run 30 min",
        r"DESCRIPTION:30 min easy\, zone 2\nAbout 4.9 km.\nWhy: 59 h after Squat day\; 36 h would do.\nIf tired: 20 min walk",
        "CATEGORIES:Running,Easy run",
        "COLOR:mediumseagreen",
        "STATUS:CONFIRMED",
        "TRANSP:OPAQUE",
        "END:VEVENT",
    ];
    assert_eq!(event(&lines, "Easy run 30 min"), expected);
}

#[test]
fn the_end_is_counted_in_elapsed_minutes_when_the_clocks_go_forward() {
    let lines = content(&stamped(), &display());
    let long = event(&lines, "Long run 60 min");
    assert!(long.contains(&"DTSTART;TZID=Europe/London:20270328T003000".to_owned()), "{long:?}");
    assert!(long.contains(&"DTEND;TZID=Europe/London:20270328T023000".to_owned()), "{long:?}");
}

#[test]
fn a_time_in_the_hour_that_comes_twice_is_told_in_utc() {
    let mut plan = stamped();
    let Entry::Run(run) = entry(&mut plan, "w01-long") else { panic!("a run") };
    run.start = serde_json::from_str("\"2027-10-31T01:30\"").unwrap();
    let lines = content(&plan, &display());
    let long = event(&lines, "Long run 60 min");
    assert!(long.contains(&"DTSTART:20271031T003000Z".to_owned()), "{long:?}");
    assert!(long.contains(&"DTEND:20271031T013000Z".to_owned()), "{long:?}");
}

#[test]
fn the_zone_of_the_file_covers_the_block_and_is_there_once() {
    let lines = content(&stamped(), &display());
    assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VTIMEZONE").count(), 1);
    assert!(lines.contains(&"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU".to_owned()), "{lines:?}");
}

#[test]
fn only_runs_ring_and_only_when_asked() {
    let rings = |alarm_minutes| {
        let lines = content(&stamped(), &Display { alarm_minutes, ..display() });
        lines.iter().filter(|line| *line == "TRIGGER:-PT45M").count()
    };
    assert_eq!((rings(None), rings(Some(45))), (0, 2));
}

#[test]
fn no_alarm_rings_while_a_session_is_on() {
    let rings = |start: &str| {
        let mut plan = stamped();
        let Entry::Run(run) = entry(&mut plan, "w01-easy-1") else { panic!("a run") };
        run.start = serde_json::from_str(&format!("\"{start}\"")).unwrap();
        let lines = content(&plan, &Display { alarm_minutes: Some(60), ..display() });
        event(&lines, "Easy run 30 min").iter().find_map(|line| line.strip_prefix("TRIGGER:").map(str::to_owned))
    };
    let session = stamped().weeks[0].sessions[0].clone();
    let end = session.start().0 + chrono::Duration::minutes(i64::from(session.minutes()));
    let after = |minutes| (end + chrono::Duration::minutes(minutes)).format("%Y-%m-%dT%H:%M").to_string();
    assert_eq!(rings(&after(0)).as_deref(), Some("-PT0M"), "straight after the session");
    assert_eq!(rings(&after(20)).as_deref(), Some("-PT20M"), "when the session ends");
    assert_eq!(rings(&after(60)).as_deref(), Some("-PT60M"));
    assert_eq!(rings(&after(200)).as_deref(), Some("-PT60M"));
}

#[test]
fn the_sessions_can_be_left_out() {
    let file = ics(&stamped(), &display(), true);
    assert_eq!((file.matches("BEGIN:VEVENT").count(), file.contains("SUMMARY:Squat day")), (2, false));
}

#[test]
fn a_cancelled_session_stays_as_a_tombstone() {
    let mut plan = fixture::plan();
    plan.weeks[0].sessions.retain(|entry| entry.id() != "w01-easy-1");
    stamp(&mut plan, Some(&stamped()), "2027-03-20T08:00:00Z");
    let lines = content(&plan, &Display { alarm_minutes: Some(5), ..display() });
    let gone = event(&lines, "Cancelled: Easy run 30 min");
    for line in ["SEQUENCE:1", "STATUS:CANCELLED", "TRANSP:TRANSPARENT", "DTSTART;TZID=Europe/London:20270325T063000"] {
        assert!(gone.contains(&line.to_owned()), "{line} in {gone:?}");
    }
    assert!(!gone.contains(&"BEGIN:VALARM".to_owned()));
}

#[test]
fn a_cancelled_session_of_another_zone_keeps_its_moment_where_an_hour_comes_twice() {
    let mut plan = stamped();
    plan.timezone = "America/New_York".to_owned();
    plan.cancelled = vec![crate::plan::Cancelled {
        id: "w09-easy-1".to_owned(),
        name: "Easy run".to_owned(),
        start: serde_json::from_str("\"2026-11-01T06:30\"").unwrap(),
        minutes: 30,
        timezone: Some("Europe/London".to_owned()),
        run: true,
        revision: crate::plan::Revision::default(),
    }];
    let lines = content(&plan, &display());
    let gone = event(&lines, "Cancelled: Easy run 30 min");
    assert!(gone.contains(&"DTSTART:20261101T063000Z".to_owned()), "{gone:?}");
}

#[test]
fn no_name_can_break_out_of_its_line() {
    let hostile = [
        "Legs\r\nEND:VEVENT\r\nBEGIN:VEVENT",
        "END:VCALENDAR\nEND:VCALENDAR",
        "a;b,c\\d:e\"f",
        "\u{2028}BEGIN:VALARM\u{85}ACTION:EMAIL",
        "\u{202e}ריצה 🏃🏽‍♀️\u{200f}\u{0}\u{7}",
        "{{ name }} {% raw %}",
        "\\",
    ];
    for name in hostile.map(|name| name.repeat(20)) {
        let mut plan = stamped();
        plan.brief["block"]["name"] = name.clone().into();
        plan.weeks[0].sessions.retain(|entry| entry.as_run().is_none());
        let Entry::Strength(squats) = entry(&mut plan, "w01-s1") else { panic!("squats") };
        squats.name.clone_from(&name);
        squats.note.clone_from(&name);
        squats.revision.uid.clone_from(&name);
        squats.revision.changed = name;
        let lines = content(&plan, &display());
        for (line, times) in [("BEGIN:VEVENT", 1), ("END:VEVENT", 1), ("END:VCALENDAR", 1), ("BEGIN:VALARM", 0)] {
            assert_eq!(lines.iter().filter(|other| *other == line).count(), times, "{lines:#?}");
        }
        assert_eq!(lines.iter().filter(|line| line.starts_with("SUMMARY:")).count(), 1);
    }
}

#[test]
fn no_plan_makes_it_panic() {
    let mut plan = stamped();
    plan.timezone = "Mars/Base".to_owned();
    plan.weeks[0].sessions.iter_mut().for_each(|entry| {
        if let Entry::Run(run) = entry {
            run.minutes = i32::MIN;
            run.start = serde_json::from_str("\"0000-01-01T00:00\"").unwrap();
        }
    });
    assert!(ics(&plan, &display(), false).contains("DTSTART;TZID=UTC:00000101T000000"));
    plan.weeks.clear();
    assert!(ics(&plan, &display(), false).contains("BEGIN:VTIMEZONE"));
}

#[test]
fn whatever_an_event_shows_is_in_its_hash() {
    let before = stamped();
    let shown = |plan: &Plan| ics(plan, &display(), false);
    let changes: [fn(&mut Plan); 7] = [
        |plan| with_run(plan, |run| run.name = "Jog".to_owned()),
        |plan| with_run(plan, |run| run.minutes = 25),
        |plan| with_run(plan, |run| run.why.clear()),
        |plan| with_run(plan, |run| run.if_tired.clear()),
        |plan| with_run(plan, |run| run.run.distance_km = Some(5.0)),
        |plan| with_run(plan, |run| run.run.steps[0].zone = 1),
        |plan| with_run(plan, |run| run.warning = Some("No runs.".to_owned())),
    ];
    for change in changes {
        let mut plan = before.clone();
        change(&mut plan);
        assert_ne!(shown(&plan), shown(&before));
        stamp(&mut plan, Some(&before), "2027-03-20T08:00:00Z");
        assert_eq!(plan.weeks[0].sessions[1].revision().sequence, 1);
    }
}

fn with_run(plan: &mut Plan, change: impl Fn(&mut crate::plan::PlacedRun)) {
    let Entry::Run(run) = entry(plan, "w01-easy-1") else { panic!("a run") };
    change(run);
}

#[test]
fn a_name_of_two_lines_is_a_summary_of_one() {
    let mut plan = stamped();
    let Entry::Strength(squats) = entry(&mut plan, "w01-s1") else { panic!("squats") };
    squats.name = "Squat\r\nday".to_owned();
    event(&content(&plan, &display()), "Squat day");
}
