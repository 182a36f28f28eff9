//! The steps that a person reads, on the page and in the calendar, come to the minutes of the run.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use runweave::app::{self, Now, PlanInput};
use runweave::brief::{Brief, Defaults};
use runweave::plan::Plan;
use runweave::render;

/// Seconds of "10 min", "30 s", "1 min 30 s" at the start of a step; what follows may be a distance.
fn length(text: &str) -> f64 {
    let words: Vec<&str> = text.split_whitespace().map(|word| word.trim_end_matches([',', ';', ')', '.'])).collect();
    let parts = words.chunks_exact(2).map_while(|part| {
        let unit = match part[1] {
            "h" => 3600.0,
            "min" => 60.0,
            "s" => 1.0,
            _ => return None,
        };
        part[0].parse::<f64>().ok().map(|number| number * unit)
    });
    parts.sum()
}

/// Seconds of a line: a step, or steps in brackets that are done so many times.
fn line(text: &str) -> f64 {
    let text = text.replace('\u{a0}', " ");
    match text.split_once(" × ") {
        Some((times, rest)) => {
            let steps = rest.trim_start_matches('(').split("; ").map(length).sum::<f64>();
            times.parse::<f64>().unwrap() * steps
        }
        None => text.split("; ").map(length).sum(),
    }
}

/// What the page says of each run: its minutes, and the lines of its steps. A run of one step has its length above it.
fn on_the_page(html: &str) -> Vec<(String, f64, Vec<String>)> {
    let runs = html.split("<article class=\"session r").skip(1);
    runs.map(|article| {
        let article = article.split("</article>").next().unwrap();
        let between = |text: &str, from: &str, to: &str| -> Option<String> {
            Some(text.split_once(from)?.1.split_once(to)?.0.to_owned())
        };
        let name = between(article, "<bdi>", "</bdi>").or_else(|| between(article, "screen\">", "</bdi>")).unwrap();
        let minutes = between(article, "<p class=\"length\">", "</p>").unwrap().replace('\u{a0}', " ");
        let steps = between(article, "<ol class=\"steps\">", "</ol>").unwrap_or_default();
        let steps = steps.split("<li>").skip(1).map(|step| step.replace("</li>", "").trim().to_owned()).collect();
        (name, line(&minutes), steps)
    })
    .collect()
}

/// What the calendar says of each run: how long the event is, and the lines of its description before what else it says.
fn in_the_calendar(ics: &str) -> Vec<(String, f64, Vec<String>)> {
    let unfolded = ics.replace("\r\n ", "").replace("\r\n", "\n");
    let events =
        unfolded.split("BEGIN:VEVENT").skip(1).filter(|event| event.contains("CATEGORIES:") && event.contains("Why: "));
    events
        .map(|event| {
            let value = |key: &str| {
                let line = event.lines().find(|line| line.split([':', ';']).next() == Some(key));
                line.and_then(|line| line.split_once(':')).map(|(_, value)| value.to_owned()).unwrap_or_default()
            };
            let moment = |key: &str| {
                chrono::NaiveDateTime::parse_from_str(value(key).trim_end_matches('Z'), "%Y%m%dT%H%M%S").unwrap()
            };
            let seconds = i32::try_from((moment("DTEND") - moment("DTSTART")).num_seconds()).map_or(0.0, f64::from);
            let text = value("DESCRIPTION").replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";");
            let is_step = |line: &&str| line.starts_with(|letter: char| letter.is_ascii_digit());
            (value("SUMMARY"), seconds, text.lines().take_while(is_step).map(str::to_owned).collect())
        })
        .collect()
}

fn sums(name: &str, plan: &Plan, display: &runweave::brief::Display) -> usize {
    let runs = plan.runs().count();
    let page = on_the_page(&render::html(plan, display).expect("a page"));
    assert_eq!(page.len(), runs, "{name}: runs on the page");
    for (run, seconds, steps) in &page {
        let told_above = steps.len() == 1 && !steps[0].starts_with(|letter: char| letter.is_ascii_digit());
        let sum = if told_above { *seconds } else { steps.iter().map(|step| line(step)).sum() };
        assert!((sum - seconds).abs() < 1.0, "{name}, page, {run}: {seconds} s, steps of {sum} s: {steps:?}");
    }
    let calendar = in_the_calendar(&render::ics(plan, display, true));
    assert_eq!(calendar.len(), runs, "{name}: runs in the calendar");
    for (run, seconds, steps) in &calendar {
        let sum: f64 = steps.iter().map(|step| line(step)).sum();
        assert!(
            !steps.is_empty() && (sum - seconds).abs() < 1.0,
            "{name}, calendar, {run}: {seconds} s, {sum} s: {steps:?}"
        );
    }
    runs
}

fn planned(brief: &Brief, seed: u64) -> Plan {
    app::plan(&PlanInput { brief, busy: &[], seed, earlier: None, now: Now::from_unix_seconds(1_795_363_200) }).unwrap()
}

#[test]
fn the_steps_of_every_example_come_to_its_runs() {
    let folders = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("plans")).unwrap();
    for folder in folders.map(|folder| folder.unwrap().path()) {
        let text = fs::read_to_string(folder.join("plan.json")).unwrap();
        let plan: Plan = serde_json::from_str(&text).unwrap();
        let brief =
            Brief::from_value(&plan.brief, "a brief", Defaults { timezone: runweave::model::Zone::UTC }).unwrap();
        assert!(sums(&folder.display().to_string(), &plan, &brief.display) > 0);
    }
}

#[test]
fn the_steps_of_any_workout_come_to_its_run_in_both_units() {
    for (goal, level, weekly, longest) in [
        ("endurance", "advanced", 330, 100),
        ("weight_loss", "intermediate", 130, 50),
        ("general_fitness", "beginner", 0, 0),
    ] {
        for (seed, units) in (1..=4).zip(["km", "mi"].into_iter().cycle()) {
            let known = if longest > 0 { format!(r#", "longest_recent_minutes": {longest}"#) } else { String::new() };
            let text = format!(
                r#"{{ "athlete": {{ "goal": "{goal}", "running_level": "{level}",
                        "recent_race": {{ "distance_km": 10, "time": "47:30", "date": "2026-10-04" }} }},
                    "block": {{ "start": "2026-11-30", "weeks": 10, "timezone": "UTC",
                        "event": {{ "name": "Race", "date": "2027-02-07", "distance_km": 10 }} }},
                    "sessions": [], "running": {{ "current_weekly_minutes": {weekly}{known} }},
                    "availability": {{ "tue": ["06:30-08:00"], "wed": ["06:30-08:00"], "thu": ["06:30-08:00"],
                        "fri": ["06:30-08:00"], "sun": ["08:00-10:30"] }},
                    "display": {{ "units": "{units}" }} }}"#
            );
            let brief =
                Brief::parse(text.as_bytes(), "brief.json", Defaults { timezone: runweave::model::Zone::UTC }).unwrap();
            assert!(sums(&format!("{goal} {level}, seed {seed}"), &planned(&brief, seed), &brief.display) > 0);
        }
    }
}

#[test]
fn the_race_is_paced_by_its_predicted_seconds() {
    let text = r#"{ "athlete": { "goal": "endurance", "running_level": "intermediate",
            "recent_race": { "distance_km": 5, "time": "17:31", "date": "2026-11-15" } },
        "block": { "start": "2026-11-30", "weeks": 2, "timezone": "UTC",
            "event": { "name": "Park race", "date": "2026-12-13", "distance_km": 5 } },
        "sessions": [], "running": { "current_weekly_minutes": 90 } }"#;
    let brief = Brief::parse(text.as_bytes(), "brief.json", Defaults { timezone: runweave::model::Zone::UTC }).unwrap();
    let plan = planned(&brief, 1);
    let race = plan.runs().find(|run| run.name == "Park race").unwrap();
    let paces: Vec<&str> = race.run.steps.iter().filter_map(|step| step.pace.as_deref()).collect();
    assert_eq!((race.minutes, paces), (18, vec!["3:30 /km"]), "17:31 over 5 km, in a calendar of whole minutes");
}
