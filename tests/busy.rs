//! Busy calendars: what real programs write, and what no program should.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its own fixture should say so at once")]

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate};
use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use runweave::intake::{Busy, BusyError, busy};
use runweave::model::Zone;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Busy times in Berlin in the four weeks from 1 March 2027.
fn march(ics: &str) -> Busy {
    busy(ics.as_bytes(), "Europe/Berlin".parse().unwrap(), date("2027-03-01"), date("2027-03-28"), &BTreeSet::new())
        .unwrap()
}

fn calendar(events: &[&str]) -> String {
    let events: Vec<_> = events.iter().map(|event| format!("BEGIN:VEVENT\n{event}\nEND:VEVENT\n")).collect();
    format!("BEGIN:VCALENDAR\nVERSION:2.0\n{}END:VCALENDAR\n", events.concat())
}

fn lines(busy: &Busy) -> Vec<String> {
    let shown = |minutes: i64| DateTime::from_timestamp(minutes * 60, 0).unwrap().format("%Y-%m-%dT%H:%MZ").to_string();
    busy.stretches.iter().map(|(from, to)| format!("{} {}", shown(from.0), shown(to.0))).collect()
}

/// The starts in UTC, as `day hour:minute` of March.
fn starts(events: &[&str]) -> Vec<String> {
    lines(&march(&calendar(events))).iter().map(|line| line[8..16].replace('T', " ")).collect()
}

fn fixture(name: &str) -> String {
    std::fs::read_to_string(format!("{}/tests/busy/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The expected files are what `tests/busy/oracle.py` makes of the same calendars.
#[test]
fn an_independent_expansion_finds_the_same_times() {
    for name in ["meetings", "outlook"] {
        let found = busy(
            fixture(&format!("{name}.ics")).as_bytes(),
            "Europe/Berlin".parse().unwrap(),
            date("2027-03-15"),
            date("2027-04-04"),
            &BTreeSet::new(),
        );
        assert_eq!(lines(&found.unwrap()), fixture(&format!("{name}.txt")).lines().collect::<Vec<_>>(), "{name}");
    }
}

#[test]
fn what_is_left_aside_is_told_without_a_word_of_the_events() {
    let found = march(&fixture("outlook.ics"));
    assert_eq!(
        found.notes,
        [
            "2 all-day events were left aside (2027-03-19 and 2027-03-26): a whole day counts only where it is marked busy and does not come round \
             every year.",
            "1 all-day event marked busy: no run is placed on its days.",
            "1 event marked free was left aside.",
            "1 cancelled event was left aside.",
        ]
    );
}

#[test]
fn whole_days_that_are_left_aside_are_named_as_far_as_a_line_goes() {
    let daily = "DTSTART;VALUE=DATE:20270226\nRRULE:FREQ=DAILY";
    let told = march(&calendar(&[daily])).notes.remove(0);
    assert!(
        told.starts_with("1 all-day event was left aside (2027-03-01, 2027-03-02, 2027-03-03 and 25 more):"),
        "{told}"
    );
}

#[test]
fn a_series_that_ends_on_a_date_takes_place_on_that_date() {
    let event = "DTSTART;TZID=Europe/Berlin:20270301T180000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20270315";
    assert_eq!(starts(&[event]), ["01 17:00", "08 17:00", "15 17:00"]);
}

#[test]
fn the_last_meeting_of_a_series_east_of_utc_is_not_lost_and_none_is_added_west_of_it() {
    let east = "DTSTART;TZID=Asia/Tokyo:20270301T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20270308T000000Z";
    assert_eq!(starts(&[east]), ["01 00:00", "08 00:00"]);
    let west = "DTSTART;TZID=America/New_York:20270301T200000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20270308T230000Z";
    assert_eq!(starts(&[west]), ["02 01:00"]);
}

#[test]
fn an_endless_old_event_hides_nothing_that_comes_after_it() {
    let daily = "DTSTART:19700101T050000Z\nDURATION:PT5M\nRRULE:FREQ=DAILY";
    let meeting = "DTSTART:20270303T100000Z\nDURATION:PT1H";
    let found = starts(&[daily, meeting]);
    assert_eq!(found.len(), 29);
    assert!(found.contains(&"03 10:00".to_owned()));
}

#[test]
fn the_step_of_an_old_series_is_kept() {
    let fortnightly = "DTSTART:20110103T100000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH";
    assert_eq!(starts(&[fortnightly]), ["08 10:00", "11 10:00", "22 10:00", "25 10:00"]);
}

#[test]
fn a_change_to_one_and_all_later_instances_moves_them_all() {
    let series = "UID:a\nDTSTART;TZID=Europe/Berlin:20270301T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY";
    let change = "UID:a\nSEQUENCE:1\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20270315T100000\n\
                  DTSTART;TZID=Europe/Berlin:20270316T120000\nDURATION:PT30M";
    assert_eq!(starts(&[series, change]), ["01 09:00", "08 09:00", "16 11:00", "23 11:00"]);
}

#[test]
fn an_instance_that_is_moved_into_the_window_from_outside_counts() {
    let series = "UID:a\nDTSTART:20260101T100000Z\nDURATION:PT1H\nRRULE:FREQ=YEARLY";
    let change = "UID:a\nRECURRENCE-ID:20270101T100000Z\nDTSTART:20270305T100000Z\nDURATION:PT1H";
    assert_eq!(starts(&[series, change]), ["05 10:00"]);
}

#[test]
fn exceptions_given_as_dates_or_in_another_zone_are_understood() {
    let event = "DTSTART;TZID=Europe/Berlin:20270301T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=5\n\
                 EXDATE;VALUE=DATE:20270302\nEXDATE:20270303T090000Z\nEXDATE;TZID=America/New_York:20270304T040000";
    assert_eq!(starts(&[event]), ["01 09:00", "05 09:00"]);
}

#[test]
fn of_two_versions_of_an_event_the_higher_sequence_counts_and_of_equals_both() {
    let versions = [
        "UID:a\nDTSTART:20270301T100000Z\nDURATION:PT1H",
        "UID:a\nSEQUENCE:2\nDTSTART:20270302T100000Z\nDURATION:PT1H",
    ];
    assert_eq!(starts(&versions), ["02 10:00"]);
    let equals = [
        "UID:0@default\nDTSTART:20270301T100000Z\nDURATION:PT1H",
        "UID:0@default\nDTSTART:20270302T100000Z\nDURATION:PT1H",
    ];
    assert_eq!(starts(&equals), ["01 10:00", "02 10:00"]);
}

#[test]
fn busy_periods_count_and_free_ones_do_not() {
    let text = "BEGIN:VCALENDAR\nBEGIN:VFREEBUSY\nFREEBUSY:20270301T100000Z/PT1H,20270302T100000Z/20270302T113000Z\n\
                FREEBUSY;FBTYPE=FREE:20270303T100000Z/PT1H\nEND:VFREEBUSY\nEND:VCALENDAR";
    assert_eq!(lines(&march(text)), ["2027-03-01T10:00Z 2027-03-01T11:00Z", "2027-03-02T10:00Z 2027-03-02T11:30Z"]);
}

#[test]
fn a_time_that_the_clocks_skip_is_counted_from_before_the_gap() {
    let found = march(&calendar(&["DTSTART;TZID=Europe/Berlin:20270328T023000\nDURATION:PT1H"]));
    assert_eq!(lines(&found), ["2027-03-28T01:30Z 2027-03-28T02:30Z"]);
}

#[test]
fn stretches_are_cut_to_the_window() {
    let found = march(&calendar(&["DTSTART:20270101T100000Z\nDTEND:20270304T110000Z"]));
    assert_eq!(lines(&found), ["2027-02-28T23:00Z 2027-03-04T11:00Z"]);
}

#[test]
fn an_unknown_zone_an_odd_rule_and_a_lost_start_are_told() {
    let found = march(&calendar(&[
        "DTSTART;TZID=Mars/Olympus:20270301T100000\nDURATION:PT1H",
        "DTSTART:20270302T100000Z\nDURATION:PT1H\nRRULE:FREQ=MINUTELY",
        "DTSTART:20270303T100000Z\nDURATION:PT1H\nRRULE:FREQ=SOMETIMES",
        "DTSTART:tomorrow\nDURATION:PT1H",
        "DTSTART:20270304T100000Z\nDTEND:20270304T090000Z",
    ]));
    assert_eq!(found.stretches.len(), 3);
    assert_eq!(lines(&found)[0], "2027-03-01T09:00Z 2027-03-01T10:00Z");
    assert_eq!(
        found.notes,
        [
            "2 events without a time that can be read were left aside.",
            "2 events repeat by a rule that cannot be used; only the first date and those listed count.",
            "1 event in a time zone that is not known was read in Europe/Berlin.",
        ]
    );
}

#[test]
fn a_file_that_breaks_off_is_used_as_far_as_it_goes() {
    let whole = calendar(&["DTSTART:20270301T100000Z\nDURATION:PT1H", "DTSTART:20270302T100000Z\nDURATION:PT1H"]);
    let found = march(&whole[..whole.len() - 40]);
    assert_eq!(lines(&found)[0], "2027-03-01T10:00Z 2027-03-01T11:00Z");
    assert_eq!(found.notes[0], "The calendar file breaks off; what is there was used.");
}

#[test]
fn line_ends_and_marks_at_the_start_of_the_file_do_not_matter() {
    let text = calendar(&["DTSTART:20270301T100000Z\nDURATION:PT1H"]);
    let crlf = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(march(&crlf), march(&text));
}

#[test]
fn what_is_no_calendar_is_refused() {
    let judged = |bytes: &[u8]| busy(bytes, Zone::UTC, date("2027-03-01"), date("2027-03-28"), &BTreeSet::new());
    assert_eq!(judged(b""), Err(BusyError::NotACalendar));
    assert_eq!(judged(b"<html>Please sign in</html>"), Err(BusyError::NotACalendar));
    assert_eq!(judged(&vec![b'\n'; 3_000_000]), Err(BusyError::TooLarge));
    assert_eq!(judged(&vec![b'A'; 30 << 20]), Err(BusyError::TooLarge));
}

#[test]
fn rules_made_to_keep_the_planner_busy_for_ever_are_given_up() {
    let judged = |event: String, times: usize| {
        let text = calendar(&vec![event.as_str(); times]);
        busy(text.as_bytes(), Zone::UTC, date("2027-03-01"), date("2027-03-28"), &BTreeSet::new())
    };
    let never = "DTSTART:20260101T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30";
    assert!(judged(never.to_owned(), 3).is_ok());
    assert_eq!(judged(never.to_owned(), 2_000), Err(BusyError::TooManyDates));
    let ages = "DTSTART:00010101T100000Z\nDURATION:PT1H\nRRULE:FREQ=HOURLY;COUNT=4000000000";
    assert_eq!(judged(ages.to_owned(), 1), Err(BusyError::TooManyDates));
    let long = "DTSTART:20260101T100000Z\nDURATION:P4000000000W\nRRULE:FREQ=DAILY";
    assert!(judged(long.to_owned(), 1).is_ok());
    let list: Vec<String> = (0..60).map(|number| number.to_string()).collect();
    let list = list.join(",");
    let every = format!("DTSTART:20260101T100000Z\nRRULE:FREQ=YEARLY;BYHOUR=1,2,3;BYMINUTE={list};BYSECOND={list}");
    assert!(judged(every, 1).is_ok());
}

#[test]
fn no_damage_to_a_file_makes_it_panic() {
    let mut dice = Xoshiro256PlusPlus::seed_from_u64(7);
    let sources = [fixture("meetings.ics"), fixture("outlook.ics")];
    let words =
        ["RRULE", "FREQ=", "99999999", ":", ";", ",", "\r\n ", "-1", "T", "Z", "/", "P", "\"", "é", "BEGIN:", "END:"];
    for round in 0..1_000 {
        let mut bytes = sources[round % 2].clone().into_bytes();
        for _ in 0..dice.random_range(1..30) {
            if bytes.is_empty() {
                break;
            }
            let at = dice.random_range(0..bytes.len());
            match dice.random_range(0..4) {
                0 => bytes[at] = dice.random(),
                1 => bytes.truncate(at.max(bytes.len() / 2)),
                2 => drop(bytes.drain(at..(at + 9).min(bytes.len()))),
                _ => drop(bytes.splice(at..at, words[dice.random_range(0..words.len())].bytes())),
            }
        }
        let _ =
            busy(&bytes, "Europe/Berlin".parse().unwrap(), date("2027-03-01"), date("2027-03-28"), &BTreeSet::new());
    }
}

/// What keeps a runner in Berlin busy from 30 November to 13 December 2026 in each file of `tests/busy/cases`.
const CASES: &str = include_str!("busy/cases.txt");

/// `name: 01 18:00-20:00, 08 18:00-20:00 | notes`, by the clocks of Berlin.
fn case(name: &str) -> String {
    let bytes = std::fs::read(format!("{}/tests/busy/cases/{name}.ics", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let zone = "Europe/Berlin".parse().unwrap();
    let found = busy(&bytes, zone, date("2026-11-30"), date("2026-12-13"), &BTreeSet::new()).unwrap();
    let wall = |minutes: i64| DateTime::from_timestamp(minutes * 60, 0).unwrap().with_timezone(&zone);
    let times: Vec<String> = found
        .stretches
        .iter()
        .map(|(from, to)| format!("{}-{}", wall(from.0).format("%d %H:%M"), wall(to.0).format("%H:%M")))
        .collect();
    let notes = found.notes.iter().fold(String::new(), |notes, note| notes + " | " + note);
    format!("{name}: {}{notes}\n", times.join(", "))
}

#[test]
fn files_that_went_wrong_elsewhere_keep_free_what_they_mean() {
    let folder = format!("{}/tests/busy", env!("CARGO_MANIFEST_DIR"));
    let mut names: Vec<String> = std::fs::read_dir(format!("{folder}/cases"))
        .unwrap()
        .map(|file| file.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    names.sort();
    let found: String = names.iter().map(|name| case(name)).collect();
    if std::env::var("UPDATE").is_ok_and(|wish| wish == "1") {
        std::fs::write(format!("{folder}/cases.txt"), &found).unwrap();
    } else {
        assert_eq!(found, CASES);
    }
}

#[test]
fn whole_days_that_end_in_their_last_second_are_whole() {
    let timed = "DTSTART;TZID=Europe/Berlin:20270301T000000\nDTEND;TZID=Europe/Berlin:20270302T235959";
    assert_eq!(lines(&march(&calendar(&[timed]))), ["2027-02-28T23:00Z 2027-03-02T23:00Z"]);
    let day = "DTSTART;VALUE=DATE:20270301\nDTEND:20270302T235959\nTRANSP:OPAQUE";
    assert_eq!(lines(&march(&calendar(&[day]))), ["2027-02-28T23:00Z 2027-03-02T23:00Z"]);
}

#[test]
fn a_zone_of_the_file_s_own_may_change_its_clocks() {
    let text = "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Plant\nBEGIN:STANDARD\nDTSTART:20201101T020000\nTZOFFSETFROM:+0200\n\
                TZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\nEND:STANDARD\nBEGIN:DAYLIGHT\n\
                DTSTART:20200301T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRDATE:20270315T020000\nEND:DAYLIGHT\n\
                END:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;TZID=Plant:20270308T100000\nDTEND;TZID=Plant:20270308T110000\n\
                RRULE:FREQ=WEEKLY;COUNT=3\nEND:VEVENT\nEND:VCALENDAR";
    assert_eq!(
        lines(&march(text)),
        [
            "2027-03-08T09:00Z 2027-03-08T10:00Z",
            "2027-03-15T08:00Z 2027-03-15T09:00Z",
            "2027-03-22T08:00Z 2027-03-22T09:00Z"
        ]
    );
}

#[test]
fn names_that_are_told_act_on_no_terminal() {
    let found = march(&calendar(&["SUMMARY:\u{1b}[2J\u{202e}Match\\nday\nDTSTART:20270303T100000Z"]));
    assert!(found.notes[0].ends_with("blocks no time: \"[2J Match day, 2027-03-03 11:00\"."), "{:?}", found.notes);
}
