use chrono::{DateTime, TimeZone};

use super::*;

fn zone(name: &str) -> Zone {
    name.parse().unwrap()
}

/// The offset in minutes at noon UTC of a date.
fn minutes(name: &str, date: &str) -> i32 {
    let utc: DateTime<chrono::Utc> = format!("{date}T12:00:00Z").parse().unwrap();
    utc.with_timezone(&zone(name)).offset().fix().local_minus_utc() / 60
}

#[test]
fn winter_and_summer_of_2027_are_what_the_law_says() {
    for (name, january, july) in [
        ("America/Vancouver", -420, -420),
        ("America/Edmonton", -360, -360),
        ("America/Winnipeg", -300, -300),
        ("America/Havana", -240, -240),
        ("Africa/Casablanca", 0, 0),
        ("Europe/Dublin", 0, 60),
        ("Europe/Berlin", 60, 120),
        ("Asia/Kolkata", 330, 330),
        ("Australia/Lord_Howe", 660, 630),
        ("America/Nuuk", -120, -60),
        ("Pacific/Chatham", 825, 765),
    ] {
        assert_eq!((minutes(name, "2027-01-15"), minutes(name, "2027-07-15")), (january, july), "{name}");
    }
}

fn local(name: &str, wall: &str) -> Vec<String> {
    let found = zone(name).from_local_datetime(&wall.parse().unwrap());
    [found.earliest(), found.latest()]
        .into_iter()
        .flatten()
        .map(|time| time.to_utc().format("%dT%H:%M").to_string())
        .collect()
}

#[test]
fn an_hour_that_the_clocks_skip_is_none_and_one_that_comes_twice_is_two() {
    assert!(local("Europe/Berlin", "2027-03-28T02:30:00").is_empty());
    assert_eq!(local("Europe/Berlin", "2027-03-28T03:00:00"), ["28T01:00", "28T01:00"]);
    assert_eq!(local("Europe/Berlin", "2027-10-31T02:30:00"), ["31T00:30", "31T01:30"]);
    assert_eq!(local("Australia/Lord_Howe", "2027-04-04T01:45:00"), ["03T14:45", "03T15:15"]);
    // An island that left out a whole day.
    assert!(local("Pacific/Apia", "2011-12-30T12:00:00").is_empty());
    assert_eq!(local("Pacific/Apia", "2011-12-31T00:00:00"), ["30T10:00", "30T10:00"]);
}

#[test]
fn names_are_known_in_any_case_and_keep_their_own() {
    assert_eq!(zone("america/new_york").name(), "America/New_York");
    assert_eq!("Mars/Olympus".parse::<Zone>(), Err(UnknownZone));
    assert_eq!(zone("UTC"), Zone::UTC);
    for name in Zone::names() {
        let zone = zone(name);
        assert!(zone.later.is_some() || zone.table.end().is_some(), "{name}");
        assert!(zone.shown(1_800_000_000).seconds.abs() <= 15 * 3600, "{name}");
    }
}

#[test]
fn changes_follow_one_another() {
    let at = |text: &str| text.parse::<DateTime<chrono::Utc>>().unwrap().timestamp();
    let london = zone("Europe/London");
    assert_eq!(london.next_change(at("2027-01-01T00:00:00Z")), Some(at("2027-03-28T01:00:00Z")));
    assert_eq!(london.next_change(at("2027-03-28T01:00:00Z")), Some(at("2027-10-31T01:00:00Z")));
    assert_eq!(zone("Asia/Kolkata").next_change(at("2027-01-01T00:00:00Z")), None);
    assert_eq!(Zone::UTC.next_change(0), None);
}

#[test]
fn rules_are_read_in_all_their_forms() {
    let at = |text: &str| text.parse::<DateTime<chrono::Utc>>().unwrap().timestamp();
    // Always summer time; days with numbers; a change on the day after the one named; before midnight.
    let always = Posix::read("EST5EDT,0/0,J365/25").unwrap();
    assert_eq!(always.shown(at("2027-01-01T12:00:00Z")).seconds, -4 * 3600);
    assert_eq!(always.shown(at("2027-07-01T12:00:00Z")).seconds, -4 * 3600);
    let gaza = Posix::read("EET-2EEST,M3.4.4/50,M10.4.4/50").unwrap();
    assert_eq!(gaza.next_change(at("2027-01-01T00:00:00Z")), Some(at("2027-03-27T00:00:00Z")));
    let nuuk = Posix::read("<-02>2<-01>,M3.5.0/-1,M10.5.0/0").unwrap();
    assert_eq!(nuuk.next_change(at("2027-01-01T00:00:00Z")), Some(at("2027-03-28T01:00:00Z")));
    assert_eq!(Posix::read("nonsense"), None);
    assert_eq!(Posix::read(""), None);
}
