//! Where nothing happened nothing changes.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use chrono::{Duration, NaiveDate};
use runweave::app::{self, Now, Outcome, PlanInput, ReplanInput};
use runweave::brief::{Brief, Defaults};
use runweave::follow::How;
use runweave::follow::log::Log;
use runweave::model::Zone;
use runweave::plan::Plan;

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
    replanned_as(plan, None, log, from)
}

fn replanned_as(plan: &Plan, brief: Option<&Brief>, log: Option<&str>, from: NaiveDate) -> app::Replanned {
    let log = log.map(|log| Log::read(log.as_bytes()).0);
    let input = ReplanInput {
        earlier: plan,
        log: log.as_ref(),
        from,
        brief,
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

fn planned(brief: &str) -> Plan {
    let brief = Brief::parse(brief.as_bytes(), "the brief", Defaults { timezone: Zone::UTC }).unwrap();
    app::plan(&PlanInput { brief: &brief, busy: &[], seed: 1, earlier: None, now: Now::default() }).unwrap()
}

/// A few short windows, more runs wanted than they hold.
const FEW_WINDOWS: &str = r#"{
    "athlete": { "goal": "endurance", "running_level": "advanced" },
    "block": { "start": "2026-05-04", "weeks": 26 },
    "sessions": [
        { "name": "Press", "day": "mon", "start": "18:00", "minutes": 60, "kind": "strength", "focus": "upper", "effort": "moderate" },
        { "name": "Squat", "day": "thu", "start": "18:00", "minutes": 60, "kind": "strength", "focus": "lower", "effort": "heavy" }
    ],
    "running": { "current_weekly_minutes": 90, "longest_recent_minutes": 36, "runs_per_week": 5 },
    "availability": {
        "mon": ["18:00-19:30"], "tue": ["18:00-19:30"], "thu": ["18:00-19:30"], "sat": ["08:00-10:00"], "sun": ["07:00-12:00"]
    }
}"#;

#[test]
fn a_week_has_as_many_runs_as_fit_into_it_and_keeps_them() {
    let plan = planned(FEW_WINDOWS);
    for week in &plan.weeks {
        let runs = week.sessions.iter().filter(|entry| entry.as_run().is_some()).count();
        assert_eq!(runs, 4, "week {}", week.number);
    }
    let again = replanned(&plan, None, plan.weeks[0].start).plan;
    assert!(again == plan, "a plan to which nothing happened is another");
}

#[test]
fn an_easy_run_becomes_a_short_one_before_it_is_left_out() {
    let plan = planned(
        r#"{
        "athlete": { "goal": "general_fitness", "running_level": "intermediate" },
        "block": { "start": "2026-05-04", "weeks": 4 },
        "sessions": [{ "day": "fri", "start": "18:00", "minutes": 40, "kind": "strength", "focus": "upper", "effort": "heavy" }],
        "running": { "current_weekly_minutes": 231, "longest_recent_minutes": 87 },
        "availability": { "fri": ["18:00-19:30"], "sun": ["09:00-10:00"] }
    }"#,
    );
    for week in &plan.weeks {
        let runs: Vec<_> = week.sessions.iter().filter_map(|entry| entry.as_run()).collect();
        assert!(runs.len() == 2 && runs[0].minutes <= 30, "week {}: {runs:?}", week.number);
    }
}

/// What happens to a run: lines of a log, and the day after it.
fn happenings(id: &str, date: NaiveDate, minutes: i32) -> Vec<(&'static str, String, NaiveDate)> {
    let next = date + Duration::days(1);
    vec![
        ("missed", format!(r#"{{"type":"missed","id":"{id}","date":"{date}"}}"#), next),
        ("shortened", format!(r#"{{"type":"done","id":"{id}","date":"{date}","minutes":{}}}"#, minutes / 2), next),
        ("moved", format!(r#"{{"type":"done","id":"{id}","date":"{next}"}}"#), next + Duration::days(1)),
        (
            "added",
            format!(r#"{{"type":"added","kind":"easy","minutes":20,"date":"{next}"}}"#),
            next + Duration::days(1),
        ),
    ]
}

#[test]
fn what_happens_to_one_run_moves_hardly_another() {
    let mut upset: Vec<(usize, String)> = Vec::new();
    // Where keeping every run would break a must.
    let mut forced: Vec<(usize, String)> = Vec::new();
    for name in examples() {
        let plan = example(&name);
        let last = plan.weeks.last().unwrap().start + Duration::days(6);
        let runs: Vec<_> = plan.open_runs().collect();
        for run in runs.iter().step_by((runs.len() / 3).max(1)) {
            for (what, log, from) in happenings(&run.id, run.start.0.date(), run.minutes) {
                if from > last {
                    continue;
                }
                let again = replanned(&plan, Some(&log), from);
                let Outcome::GoesOn { diff, kept, .. } = &again.outcome else { panic!("{name} begins again") };
                let found = runweave::plan::check(&again.plan, &again.plan.lay_out().unwrap());
                assert!(found.score.must <= plan.score.must, "{name}, {} {what}: {:?}", run.id, found.breaches);
                let count =
                    |how| diff.changes.iter().filter(|one| one.run && one.how == how && one.id != run.id).count();
                let counts = [How::Moved, How::Dropped, How::Added, How::Changed].map(count);
                let [moved, gone, new, other] = counts;
                let must = kept.as_ref().and_then(|kept| kept.musts.first());
                let group = if must.is_some() { &mut forced } else { &mut upset };
                group.push((
                    counts.iter().sum(),
                    format!(
                        "{name}, {} {what} from {from}: {moved} moved, {gone} dropped, {new} added, {other} otherwise; {must:?}",
                        run.id
                    ),
                ));
            }
        }
    }
    let told = |list: &[(usize, String)]| {
        list.iter().rev().take(25).map(|(_, told)| told.as_str()).collect::<Vec<_>>().join("\n")
    };
    let quantile = |list: &[(usize, String)], percent: usize| list[(list.len() - 1) * percent / 100].0;
    upset.sort();
    assert!(quantile(&upset, 95) <= 2, "one in twenty changes more than two other runs:\n{}", told(&upset));
    upset.append(&mut forced);
    upset.sort();
    assert_eq!(quantile(&upset, 50), 0, "half of what happens changes something else:\n{}", told(&upset));
    assert!(
        quantile(&upset, 95) <= 3,
        "with what a must forbids one in twenty changes more than three:\n{}",
        told(&upset)
    );
}

/// Short evenings beside four sessions: a run follows a session, and in some weeks another finds no place.
const SHORT_EVENINGS: &str = r#"{
    "athlete": { "goal": "endurance", "running_level": "advanced", "strength_level": "intermediate" },
    "block": { "start": "2027-01-04", "weeks": 9, "timezone": "Europe/Berlin" },
    "sessions": [
        { "name": "Judo", "day": "mon", "start": "18:30", "minutes": 60, "kind": "other", "focus": "lower", "effort": "heavy" },
        { "name": "Press", "day": "wed", "start": "17:30", "minutes": 75, "kind": "strength", "focus": "upper", "effort": "moderate" },
        { "name": "Legs", "day": "thu", "start": "17:30", "minutes": 75, "kind": "strength", "focus": "lower", "effort": "moderate" },
        { "name": "Whole", "day": "sun", "start": "09:00", "minutes": 75, "kind": "strength", "focus": "full_body", "effort": "moderate" }
    ],
    "running": { "current_weekly_minutes": 280, "longest_recent_minutes": 90, "runs_per_week": 5, "long_run_day": "sun" },
    "availability": {
        "mon": ["17:00-20:30"], "tue": ["17:00-20:30"], "wed": ["17:00-20:30"], "thu": ["17:00-20:30"], "fri": ["17:00-20:30"],
        "sat": ["08:00-19:00"], "sun": ["08:00-19:00"]
    }
}"#;

#[test]
fn a_run_that_follows_a_session_does_so_also_where_another_session_is_tried_without() {
    let plan = planned(SHORT_EVENINGS);
    let attached = plan.runs().any(|run| run.run.attached_to.is_some());
    assert!(attached && plan.weeks.iter().any(|week| !week.unplaced.is_empty()), "the example shows nothing");
    let moved = SHORT_EVENINGS.replace(r#""Whole", "day": "sun""#, r#""Whole", "day": "sat""#);
    let brief = Brief::parse(moved.as_bytes(), "the brief", Defaults { timezone: Zone::UTC }).unwrap();
    let again = replanned_as(&plan, Some(&brief), None, plan.weeks[2].start).plan;
    let found = runweave::plan::check(&again, &again.lay_out().unwrap());
    assert_eq!(found.score.must, 0, "{:?}", found.breaches);
}

#[test]
fn days_away_take_their_runs_and_no_others() {
    let plan = planned(FEW_WINDOWS);
    let away = r#""availability": { "exceptions": [{ "from": "2026-06-06", "to": "2026-06-09", "windows": [] }],"#;
    let brief = FEW_WINDOWS.replacen(r#""availability": {"#, away, 1);
    let brief = Brief::parse(brief.as_bytes(), "the brief", Defaults { timezone: Zone::UTC }).unwrap();
    let again = replanned_as(&plan, Some(&brief), None, "2026-06-01".parse().unwrap());
    let found = runweave::plan::check(&again.plan, &again.plan.lay_out().unwrap());
    assert!(found.score.must <= plan.score.must, "{:?}", found.breaches);
    let minutes = |plan: &Plan, number: u32| plan.weeks.iter().find(|week| week.number == number).unwrap().run_minutes;
    assert!(minutes(&again.plan, 5) < minutes(&plan, 5), "nothing was taken");
    let usual = minutes(&plan, 8);
    assert!(
        minutes(&again.plan, 8) * 10 >= usual * 9,
        "{} of {usual} min in the week after them",
        minutes(&again.plan, 8)
    );
}
