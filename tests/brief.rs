//! The brief of the README's kind: what is read from it, and what is assumed where it is silent.

use chrono::NaiveDate;
use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use runweave::brief::{AttachedRuns, Brief, Defaults, check, schema};
use runweave::model::{Clock, Day, Legs, Moment};
use runweave::prescribe::race_clashes;
use runweave::rules::MARGIN_DAYS;
use serde_json::{Value, json};

const DEFAULTS: Defaults = Defaults { timezone: runweave::model::Zone::UTC };

fn full() -> Value {
    json!({
        "$schema": "brief.schema.json",
        "athlete": {
            "name": "Sam", "goal": "general_fitness", "running_level": "intermediate", "strength_level": "advanced",
            "birth_year": 1988, "weight_kg": 78, "max_heart_rate": 188, "resting_heart_rate": 52,
            "recent_race": { "distance_km": 10, "time": "48:30", "date": "2026-10-04" }
        },
        "block": {
            "name": "Winter base", "start": "2026-11-30", "weeks": 8, "timezone": "Europe/Berlin", "deload_every": 4,
            "event": { "name": "Midwinter 10K", "date": "2027-01-17", "distance_km": 10 }
        },
        "sessions": [
            { "name": "Squat day", "day": "mon", "start": "18:00", "minutes": 75, "kind": "strength", "focus": "lower", "effort": "heavy" },
            { "name": "Press day", "day": "wed", "start": "18:00", "minutes": 60, "kind": "strength", "focus": "upper", "effort": "heavy" },
            { "name": "Yoga", "day": "sun", "start": "09:00", "minutes": 30, "kind": "mobility" }
        ],
        "running": {
            "current_weekly_minutes": 80, "longest_recent_minutes": 35, "runs_per_week": 3,
            "long_run_day": "sat", "preferred_time": "morning", "attached_runs": "when_sensible"
        },
        "availability": {
            "tue": ["06:00-08:00", "17:30-20:30"], "thu": ["06:00-08:00"], "sat": ["07:00-12:00"],
            "exceptions": [ { "from": "2026-12-24", "to": "2026-12-27", "windows": [] } ]
        },
        "readiness": { "date": "2026-11-29", "sleep_hours": 7.5, "fatigue": 3, "soreness": 2, "stress": 3, "pain": 0, "signs": [] },
        "rules": { "no_overlap": { "buffer_minutes": 20 } },
        "display": { "units": "km", "clock": "24h", "week_start": "mon", "alarm_minutes": 30 }
    })
}

fn least() -> Value {
    json!({
        "athlete": { "goal": "strength", "running_level": "beginner" },
        "block": { "start": "2026-11-30", "weeks": 4 },
        "sessions": [],
        "running": { "current_weekly_minutes": 0 }
    })
}

fn read(value: &Value) -> Brief {
    Brief::from_value(value, "brief.json", DEFAULTS).unwrap_or_else(|problems| panic!("{problems}"))
}

fn moment(brief: &Brief, date: &str, clock: &str) -> Moment {
    let calendar = brief.block.calendar();
    let date = NaiveDate::parse_from_str(date, "%Y-%m-%d").expect("a date");
    calendar.moment(calendar.day(date), Clock::parse(clock).expect("a time"))
}

#[test]
fn every_key_of_a_full_brief_is_read() {
    let brief = read(&full());
    assert_eq!(brief.athlete.recent_race.as_ref().unwrap().seconds, 2910);
    assert_eq!(brief.block.event.as_ref().unwrap().start, Clock(600));
    assert_eq!(brief.sessions.len(), 3);
    assert_eq!(brief.running.long_run_day, Some(5));
    assert_eq!(brief.availability.week.each_ref().map(Vec::len), [0, 2, 0, 1, 0, 1, 0]);
    assert_eq!(brief.check_ins[0].sleep_hours, Some(7.5));
    assert_eq!(brief.rules.no_overlap.buffer_minutes, 20);
    assert_eq!(brief.source, full());
    assert_eq!(brief.warnings, Vec::<String>::new());
}

#[test]
fn what_is_assumed_is_said() {
    let brief = read(&least());
    assert_eq!(brief.running.attached_runs, AttachedRuns::WhenSensible);
    assert_eq!(brief.display.alarm_minutes, Some(30));
    assert_eq!(
        brief.warnings,
        [
            "Clock times are read as times in UTC.",
            "How many runs a week are wanted is not said: as many as the rules advise.",
            "No availability is given: runs may take place from 06:00 to 21:00 on every day."
        ]
    );
}

#[test]
fn a_strength_session_that_says_little_counts_as_heavy_legs_and_that_is_said() {
    let mut value = least();
    value["sessions"] =
        json!([{ "day": "tue", "start": "18:00", "minutes": 60, "kind": "strength", "focus": "upper" }]);
    let brief = read(&value);
    assert_eq!(brief.sessions[0].legs(), Legs::Heavy);
    assert!(brief.warnings[1].starts_with("Upper-body strength says no effort"), "{:?}", brief.warnings);
}

#[test]
fn an_alarm_can_be_turned_off_in_two_ways() {
    for off in [json!(null), json!("off")] {
        let mut value = least();
        value["display"] = json!({ "alarm_minutes": off });
        assert_eq!(read(&value).display.alarm_minutes, None);
    }
}

#[test]
fn the_fixed_week_goes_before_and_on_after_the_block() {
    let brief = read(&full());
    let timetable = brief.timetable(&[]);
    assert_eq!(timetable.days.len() as i32, 8 * 7 + 2 * MARGIN_DAYS);
    let ids: Vec<&str> = timetable.appointments.iter().map(|one| one.id.as_str()).filter(|id| !id.is_empty()).collect();
    assert_eq!((ids.len(), ids[0], ids[23]), (24, "w01-s1", "w08-s3"));
    assert_eq!(timetable.facts(Day(-7)).hard, 1);
    assert_eq!(timetable.facts(Day(8 * 7)).hard, 1);
    assert!(timetable.appointments.iter().all(|one| !one.new_stimulus));
}

#[test]
fn a_session_keeps_its_id_when_others_are_skipped() {
    let mut value = full();
    value["sessions"][0]["every"] = json!({ "skip_weeks": [2, 3, 4], "skip_dates": ["2026-11-30"] });
    let timetable = read(&value).timetable(&[]);
    let ids = |week: i32| -> Vec<String> {
        timetable.appointments.iter().filter(|one| one.day.week() == week).map(|one| one.id.clone()).collect()
    };
    assert_eq!(ids(0), ["w01-s2", "w01-s3"]);
    assert_eq!(ids(1), ["w02-s2", "w02-s3"]);
    assert_eq!(ids(4)[0], "w05-s1");
    let new: Vec<&str> =
        timetable.appointments.iter().filter(|one| one.new_stimulus).map(|one| one.id.as_str()).collect();
    assert_eq!(new, ["w05-s1", "w06-s1"], "four weeks without heavy legs make the next two new");
}

#[test]
fn history_replaces_the_weeks_before() {
    let mut value = full();
    value["before"] = json!({
        "runs": [{ "start": "2026-11-28T07:00", "minutes": 40, "type": "long", "slug": "long" }],
        "sessions": [{ "start": "2026-11-29T18:00", "name": "Deadlifts", "minutes": 60, "kind": "strength", "focus": "lower", "effort": "heavy" }]
    });
    let brief = read(&value);
    assert_eq!((brief.before.runs[0].day, brief.before.runs[0].minutes), (Day(-2), 40));
    let timetable = brief.timetable(&[]);
    let earlier: Vec<&str> =
        timetable.appointments.iter().filter(|one| one.day < Day(0)).map(|one| one.name.as_str()).collect();
    assert_eq!(earlier, ["Deadlifts"]);
}

#[test]
fn exceptions_replace_the_windows_of_their_dates() {
    let brief = read(&full());
    let timetable = brief.timetable(&[]);
    let open = |date: &str, clock: &str| {
        let at = moment(&brief, date, clock);
        timetable.windows.iter().any(|(from, to)| (*from..*to).contains(&at))
    };
    assert!(open("2026-12-22", "06:30"));
    assert!(!open("2026-12-24", "06:30"));
    assert!(open("2026-12-31", "06:30"));
    assert!(!open("2026-12-30", "06:30"));
}

#[test]
fn a_window_may_pass_midnight_and_end_at_it() {
    let mut value = least();
    value["availability"] = json!({ "mon": ["22:00-01:00"], "wed": ["20:00-24:00"], "thu": ["00:00-02:00"] });
    let brief = read(&value);
    let timetable = brief.timetable(&[]);
    let first = (moment(&brief, "2026-11-30", "22:00"), moment(&brief, "2026-12-01", "01:00"));
    let second = (moment(&brief, "2026-12-02", "20:00"), moment(&brief, "2026-12-03", "02:00"));
    assert_eq!(timetable.windows[..2], [first, second]);
}

#[test]
fn a_long_busy_time_is_laid_out_in_days() {
    let brief = read(&least());
    let busy = (moment(&brief, "2026-12-01", "12:00"), moment(&brief, "2026-12-04", "09:00"));
    let timetable = brief.timetable(&[busy, busy]);
    assert_eq!(timetable.appointments.len(), 3);
    assert!(timetable.appointments.iter().all(|one| one.kind.is_none() && one.end.since(one.start) <= 24 * 60));
    assert_eq!((timetable.appointments[0].start, timetable.appointments[2].end), busy);
}

#[test]
fn sessions_that_take_turns_do_not_overlap() {
    let mut value = least();
    let session = |weeks: [u32; 2]| {
        json!({ "name": "Lift", "day": "sun", "start": "23:30", "minutes": 60, "kind": "strength", "focus": "upper",
                "effort": "heavy", "every": { "skip_weeks": weeks } })
    };
    value["sessions"] = json!([session([1, 3]), session([2, 4])]);
    assert_eq!(read(&value).sessions.len(), 2);
}

#[test]
fn the_schema_describes_every_key() {
    fn walk(value: &Value, path: &str) {
        if let Some(properties) = value["properties"].as_object() {
            for (key, property) in properties {
                let description = property["description"].as_str().unwrap_or_default();
                assert!(description.ends_with('.'), "{path}.{key} needs a sentence, not `{description}`");
            }
        }
        match value {
            Value::Object(map) => map.iter().for_each(|(key, inner)| walk(inner, &format!("{path}.{key}"))),
            Value::Array(list) => list.iter().for_each(|inner| walk(inner, path)),
            _ => {}
        }
    }
    walk(&schema(), "");
}

#[test]
fn a_sound_week_needs_no_advice() {
    assert_eq!(check(&read(&full())), Vec::<String>::new());
}

#[test]
fn a_week_without_rest_and_without_room_is_told_so() {
    let mut value = least();
    let lift = |day: &str| json!({ "name": "Lift", "day": day, "start": "06:00", "minutes": 900, "kind": "strength", "focus": "lower", "effort": "heavy" });
    value["sessions"] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map(lift).into();
    let advice = check(&read(&value)).join("\n");
    for part in ["7 sessions that are hard for the legs", "no day without strength", "no run can be placed"] {
        assert!(advice.contains(part), "{part}: {advice}");
    }
}

#[test]
fn wishes_that_the_week_cannot_grant_are_told() {
    let mut value = full();
    value["availability"] = json!({ "tue": ["06:00-06:30"], "thu": ["06:00-06:30"] });
    value["running"] = json!({ "current_weekly_minutes": 10, "longest_recent_minutes": 90, "runs_per_week": 3, "long_run_day": "sat" });
    value["sessions"][2]["kind"] = json!("strength");
    let brief = read(&value);
    let advice = [check(&brief), race_clashes(&brief, &brief.timetable(&[]))].concat().join("\n");
    for part in ["3 runs a week", "wished for `sat`", "on the day of Midwinter 10K", "does not fit 10 minutes a week"] {
        assert!(advice.contains(part), "{part}: {advice}");
    }
}

#[test]
fn no_damage_to_a_brief_makes_it_do_worse_than_be_refused() {
    let mut chance = Xoshiro256PlusPlus::seed_from_u64(7);
    let whole = format!("{:#}", full()).into_bytes();
    for _ in 0..3000 {
        let mut bytes = whole.clone();
        for _ in 0..chance.random_range(1..4) {
            let at = chance.random_range(0..bytes.len());
            match chance.random_range(0..4) {
                0 => bytes[at] = b"0123456789-:\"{}[],.eE\\ \xf0"[chance.random_range(0..24)],
                1 => bytes.truncate(at.max(1)),
                2 => drop(bytes.remove(at)),
                _ => bytes.insert(at, b'9'),
            }
        }
        match Brief::parse(&bytes, "brief.json", DEFAULTS) {
            Ok(brief) => drop((brief.timetable(&[]), check(&brief))),
            Err(problems) => assert!(problems.to_string().starts_with("error: ")),
        }
    }
}
