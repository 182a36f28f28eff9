//! What a week may hold, worked out here from the published numbers and not by the rules' own functions.

use runweave::brief::{Brief, Defaults};
use runweave::prescribe::{Outcome, Week, block};

fn brief(goal: &str, level: &str, weekly: i32, longest: Option<i32>, extra: &str) -> Brief {
    let longest = longest.map_or(String::new(), |minutes| format!(r#", "longest_recent_minutes": {minutes}"#));
    let text = format!(
        r#"{{ "athlete": {{ "goal": "{goal}", "running_level": "{level}" }},
            "sessions": [], "running": {{ "current_weekly_minutes": {weekly}{longest} }},
            "block": {{ "start": "2026-11-30", "weeks": 13 {extra} }} }}"#
    );
    Brief::parse(text.as_bytes(), "brief.json", Defaults { timezone: chrono_tz::UTC }).unwrap()
}

fn minutes(week: &Week) -> i32 {
    week.runs.iter().map(|run| run.shape.minutes).sum()
}

#[test]
fn every_fourth_week_is_lighter() {
    let weeks = block(&brief("endurance", "intermediate", 150, Some(50), ""), &Outcome::default(), 1);
    for (full, light) in weeks.iter().zip(&weeks[1..]).filter(|(_, week)| week.deload) {
        let percent = minutes(light) * 100 / minutes(full);
        assert!((60..=80).contains(&percent), "week {}: {percent} %", light.number);
    }
    let deloads: Vec<u32> = weeks.iter().filter(|week| week.deload).map(|week| week.number).collect();
    assert_eq!(deloads, [4, 8, 12]);
}
