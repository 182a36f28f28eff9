//! Blocks to print: an everyday one and the extremes.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use runweave::brief::Display;
use runweave::model::{Effort, Focus, Phase, RunType};
use runweave::plan::{
    Entry, FORMAT, Fixed, LocalTime, PlacedRun, Plan, PlanWeek, Reason, Revision, RunDetail, Score, Step, Unplaced,
    UnplacedDay, WeekLoad,
};

pub(crate) fn metric() -> Display {
    Display { miles: false, twelve_hour: false, sunday_first: false, alarm_minutes: None }
}

fn monday(week: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 30).unwrap_or_default() + Days::new(7 * u64::from(week - 1))
}

fn at(week: u32, day: u64, clock: &str) -> LocalTime {
    LocalTime(NaiveDateTime::new(
        monday(week) + Days::new(day),
        NaiveTime::parse_from_str(clock, "%H:%M").unwrap_or_default(),
    ))
}

/// A block of weeks without anything in them.
pub(crate) fn block(weeks: u32) -> Plan {
    let week = |number| PlanWeek {
        number,
        start: monday(number),
        phase: match number * 5 / (weeks + 1) {
            0 | 1 => Phase::Base,
            2 | 3 => Phase::Build,
            _ => Phase::Peak,
        },
        deload: number.is_multiple_of(4),
        aim: String::new(),
        sessions: Vec::new(),
        unplaced: Vec::new(),
        load: WeekLoad { total: 0, by_day: [0; 7], monotony: 0.0, strain: 0 },
        run_minutes: 0,
        notes: Vec::new(),
    };
    Plan {
        format: FORMAT.into(),
        id: "0b9c1c9e-8f0e-4d0a-9a52-1f6f3f0f7c11".into(),
        revision: 1,
        created: "2026-11-22T16:00:00Z".into(),
        seed: 1,
        brief: serde_json::json!({
            "athlete": { "name": "Sam", "goal": "general_fitness" },
            "block": { "name": "Winter base", "event": { "name": "Spring 10K", "date": "2027-02-14", "distance_km": 10 } },
        }),
        busy: Vec::new(),
        timezone: "Europe/Berlin".into(),
        weeks: (1..=weeks).map(week).collect(),
        movable: Vec::new(),
        stops: Vec::new(),
        score: Score {
            must: 0,
            points: 0,
            unplaced: 0,
            proven: true,
            gap: 0,
            by_rule: std::collections::BTreeMap::new(),
        },
        conflicts: Vec::new(),
        cancelled: Vec::new(),
        warnings: Vec::new(),
        history: None,
    }
}

fn lift(week: u32, day: u64, clock: &str, name: &str, focus: Focus, minutes: i32) -> Entry {
    Entry::Strength(Fixed {
        id: format!("w{week:02}-{day}-{clock}"),
        name: name.into(),
        focus: Some(focus),
        effort: Some(Effort::Heavy),
        rpe: None,
        is_match: false,
        start: at(week, day, clock),
        minutes,
        load: minutes * 8,
        note: if week.is_multiple_of(4) {
            "Deload: about half the sets, the same weight.".into()
        } else {
            String::new()
        },
        revision: Revision::default(),
    })
}

fn yoga(week: u32) -> Entry {
    let Entry::Strength(fixed) = lift(week, 6, "09:00", "Yoga", Focus::Core, 30) else { unreachable!() };
    Entry::Mobility(Fixed { focus: None, effort: None, load: 60, note: String::new(), ..fixed })
}

fn step(minutes: f64, zone: u8, effort: &str, pace: Option<&str>, group: Option<u32>, repeat: u32) -> Step {
    Step { minutes, zone, effort: effort.into(), pace: pace.map(str::to_owned), heart_rate: None, repeat, group }
}

fn run(week: u32, day: u64, clock: &str, kind: RunType, minutes: i32, steps: Vec<Step>) -> Entry {
    Entry::Run(PlacedRun {
        id: format!("w{week:02}-{}-{day}", kind.word()),
        name: kind.title().into(),
        start: at(week, day, clock),
        minutes,
        load: minutes * if kind == RunType::Intervals { 8 } else { 3 },
        warning: None,
        run: RunDetail {
            kind,
            class: kind.class(),
            workout: kind.word().into(),
            attached_to: None,
            own: false,
            distance_km: Some((f64::from(minutes) * 1.63).round() / 10.0),
            instead_of: None,
            full_minutes: None,
            energy_kcal: None,
            purpose: String::new(),
            steps,
        },
        why: vec![
            Reason { rule: "heavy_legs_then_run".into(), text: "59 h after Squat day; 36 h would do.".into() },
            Reason { rule: "run_then_heavy_legs".into(), text: "Legs have four days until the next squats.".into() },
            Reason { rule: "preferred_time".into(), text: "In the morning, as you like it.".into() },
        ],
        if_tired: "20 min walk, or half of it at the same ease.".into(),
        pin: false,
        revision: Revision::default(),
    })
}

fn easy(week: u32, day: u64, clock: &str, minutes: i32) -> Entry {
    let steps = vec![step(f64::from(minutes), 2, "easy", Some("5:50-6:25 /km"), None, 1)];
    run(week, day, clock, RunType::Easy, minutes, steps)
}

fn intervals(week: u32, day: u64, clock: &str) -> Entry {
    let steps = vec![
        step(12.0, 1, "warm-up jog", Some("6:10-6:50 /km"), None, 1),
        step(3.0, 5, "hard", Some("4:10-4:15 /km"), Some(1), 5),
        step(2.0, 1, "easy jog", None, Some(1), 5),
        step(8.0, 1, "cool-down jog", None, None, 1),
    ];
    run(week, day, clock, RunType::Intervals, 45, steps)
}

/// Four weeks of two lifts, yoga and three runs.
pub(crate) fn everyday() -> Plan {
    let mut plan = block(4);
    for week in &mut plan.weeks {
        let number = week.number;
        week.sessions = vec![
            lift(number, 0, "18:00", "Squat day", Focus::Lower, 75),
            lift(number, 2, "18:00", "Press day", Focus::Upper, 60),
            easy(number, 3, "06:30", 30),
            intervals(number, 4, "06:30"),
            easy(number, 5, "08:00", 50),
            yoga(number),
        ];
        if number == 2 {
            week.unplaced = vec![left_out(number)];
        }
        week.notes = match number {
            1 => vec!["Eat something with carbohydrate before the intervals, and drink on the long run.".into()],
            4 => vec!["Deload: less running, half the sets. That is where the work of three weeks settles.".into()],
            _ => Vec::new(),
        };
    }
    plan.warnings = vec![
        "Nothing was said about when you can run: 06:00 to 21:00 every day is taken.".into(),
        "No maximum heart rate was given; zones come from your last race.".into(),
        "The strength level is taken as intermediate.".into(),
    ];
    plan
}

fn left_out(week: u32) -> Unplaced {
    let legs = "Legs are not fresh: 12 h after Squat day, 36 h are needed.";
    Unplaced {
        id: format!("w{week:02}-easy-2"),
        kind: RunType::Easy,
        minutes: 30,
        declined: false,
        why: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
            .into_iter()
            .map(|day| match day {
                "mon" | "tue" => UnplacedDay { day: day.into(), rule: "heavy_legs_then_run".into(), text: legs.into() },
                _ => UnplacedDay {
                    day: day.into(),
                    rule: "inside_availability".into(),
                    text: "No window is long enough.".into(),
                },
            })
            .collect(),
    }
}

/// Two weeks of fourteen sessions, the fixed ones with this name.
pub(crate) fn packed(name: &str) -> Plan {
    let mut plan = block(2);
    plan.brief["athlete"]["name"] = name.into();
    plan.brief["block"]["name"] = name.chars().take(80).collect::<String>().into();
    for week in &mut plan.weeks {
        let number = week.number;
        for day in 0..7 {
            week.sessions.push(if day % 2 == 0 {
                intervals(number, day, "06:30")
            } else {
                easy(number, day, "06:30", 40)
            });
            week.sessions.push(lift(number, day, "18:00", name, Focus::FullBody, 75));
        }
        week.unplaced = vec![left_out(number)];
        week.notes = vec![format!("Much stands in this week. {}", "Rest is where training works. ".repeat(4))];
    }
    plan
}

/// Thirteen weeks of two sessions, three, and so on up to fourteen, the fixed ones with this name.
pub(crate) fn growing(name: &str) -> Plan {
    let mut plan = block(13);
    for week in &mut plan.weeks {
        let number = week.number;
        for at in 0..=u64::from(number) {
            let (day, evening) = (at % 7, at >= 7);
            week.sessions.push(match (evening, day % 3) {
                (true, _) => lift(number, day, "18:00", name, Focus::Lower, 75),
                (false, 0) => easy(number, day, "06:30", 30),
                (false, 1) => lift(number, day, "06:30", name, Focus::FullBody, 60),
                (false, _) => intervals(number, day, "06:30"),
            });
        }
        week.notes = vec!["Eat something with carbohydrate before the intervals.".into()];
    }
    plan
}

/// A block in which everything a person can write tries to become markup.
pub(crate) fn hostile() -> Plan {
    let mut plan = everyday();
    let bad = "<b>bold</b> & \"quoted\" ' </section><h1> \" onload=x {{ 7 }} \u{202e}txt";
    plan.brief["athlete"]["name"] = bad.into();
    plan.brief["block"]["name"] = bad.into();
    plan.brief["block"]["event"]["name"] = bad.into();
    plan.warnings = vec![bad.into()];
    for week in &mut plan.weeks {
        week.notes = vec![bad.into()];
        for entry in &mut week.sessions {
            match entry {
                Entry::Run(run) => {
                    run.name = bad.into();
                    run.if_tired = bad.into();
                    run.why[0].text = bad.into();
                    run.run.steps[0].effort = bad.into();
                }
                Entry::Strength(fixed) | Entry::Mobility(fixed) | Entry::Other(fixed) => {
                    fixed.name = "חדר כושר <b>bold".into();
                    fixed.note = bad.into();
                }
            }
        }
    }
    plan
}

/// A long block.
pub(crate) fn long(weeks: u32) -> Plan {
    let mut plan = block(weeks);
    for week in &mut plan.weeks {
        let number = week.number;
        week.sessions = vec![
            lift(number, 0, "18:00", "Squat day", Focus::Lower, 75),
            easy(number, 2, "06:30", 30 + (number as i32 % 4) * 5),
            easy(number, 5, "08:00", 60 + number as i32 % 30),
            yoga(number),
        ];
        week.unplaced = vec![left_out(number)];
    }
    plan.warnings =
        (0..12).map(|at| format!("Assumption {at}: something that was not said is taken as usual.")).collect();
    plan
}
