//! The fixed week as a small table.

use chrono::Duration;
use unicode_width::UnicodeWidthStr as _;

use crate::brief::{Brief, Window};
use crate::model::{Clock, Focus, Kind, Session};
use crate::render::{clean, words};

/// Wider names are cut.
const WIDEST: usize = 30;

/// A line a session, a dash for a day without one, and when runs may take place.
pub(super) fn table(brief: &Brief) -> String {
    let name = |session: &Session| cut(&clean(&session.name));
    let widest = brief.sessions.iter().map(|session| name(session).width()).max().unwrap_or(0);
    let mut text = String::new();
    for day in 0..7 {
        let weekday = words::weekday_short(brief.block.start + Duration::days(day as i64));
        let mut sessions: Vec<&Session> = brief.sessions.iter().filter(|session| session.weekday == day).collect();
        sessions.sort_by_key(|session| session.start);
        if sessions.is_empty() {
            text.extend(["  ", weekday, "  -\n"]);
        }
        for (index, session) in sessions.into_iter().enumerate() {
            let weekday = if index == 0 { weekday } else { "   " };
            let name = name(session);
            let pad = " ".repeat(widest - name.width());
            let line = format!(
                "  {weekday}  {}  {name}{pad}  {:>3} min  {}{}",
                session.start,
                session.minutes,
                what(session),
                moves(brief, session)
            );
            text.push_str(line.trim_end());
            text.push('\n');
        }
    }
    for sentence in [format!("Runs may take place {}.", free(brief)), wishes(brief)] {
        text.push_str(&crate::render::wrapped(&sentence, "", 80));
    }
    text
}

/// What the runs are for and where they start from.
fn wishes(brief: &Brief) -> String {
    let mut said = format!("The goal is {}", words::goal(brief.athlete.goal).to_lowercase());
    if let Some(event) = &brief.block.event {
        let (day, far) = (words::date_long(event.date), words::distance(event.distance_km, brief.display.miles));
        said = format!("{said}, and {} on {day}, {far}", clean(&event.name));
    }
    let running = &brief.running;
    let mut now = vec!["You do not run yet".to_owned()];
    if running.current_weekly_minutes > 0 {
        now = vec![format!("You run {} a week now", words::minutes(running.current_weekly_minutes))];
        now.extend(running.longest_recent_minutes.map(|longest| format!("{} at the longest", words::minutes(longest))));
    }
    now.extend(running.runs_per_week.map(|runs| format!("and want {}", words::count(runs as usize, "run"))));
    let weekday = |day: usize| words::weekday(brief.block.start + Duration::days(day as i64));
    now.extend(running.long_run_day.map(|day| format!("the long one on {}", weekday(day))));
    format!("{said}. {}.", now.join(", "))
}

fn cut(name: &str) -> String {
    let mut shown = String::new();
    for letter in name.chars() {
        if shown.width() >= WIDEST {
            shown.push('…');
            break;
        }
        shown.push(letter);
    }
    shown
}

/// Where else a session may stand.
fn moves(brief: &Brief, session: &Session) -> String {
    let own = |index: usize| brief.sessions.get(index).is_some_and(|one| std::ptr::eq(one, session));
    let Some(movable) = brief.movable.iter().find(|movable| own(movable.session)) else { return String::new() };
    let others = movable.places.iter().filter(|place| **place != session.week_time());
    let others: Vec<String> = others.map(ToString::to_string).collect();
    match others.len() {
        0 => String::new(),
        1..=3 => format!("; or {}", words::list(&others)),
        many => format!("; or at one of {many} other times"),
    }
}

/// What it is for the rules.
fn what(session: &Session) -> String {
    let kind = match (session.kind, session.focus) {
        (Kind::Strength, Some(focus)) => words::focus(focus),
        (Kind::Strength, None) => "strength",
        (Kind::Mobility, _) => "mobility",
        (Kind::Other, Some(Focus::Lower | Focus::FullBody)) => "other sport, legs",
        (Kind::Other, _) => "other sport",
        (Kind::Run, _) => "run",
    };
    let effort = match (session.rpe, session.effort) {
        (Some(rpe), _) => format!(", RPE {rpe}"),
        (None, Some(effort)) => format!(", {effort}"),
        (None, None) => String::new(),
    };
    format!("{kind}{effort}")
}

/// When runs may take place, neighbouring days with the same windows joined.
fn free(brief: &Brief) -> String {
    let week: Vec<(usize, &Vec<Window>)> = brief.availability.week.iter().enumerate().collect();
    let weekday = |day: usize| words::weekday_short(brief.block.start + Duration::days(day as i64));
    let mut said = Vec::new();
    for days in week.chunk_by(|a, b| a.1 == b.1) {
        let (Some((first, windows)), Some((last, _))) = (days.first(), days.last()) else { continue };
        let spans: Vec<String> = windows.iter().map(|window| format!("{}-{}", window.from, end(*window))).collect();
        let days = match days.len() {
            7 => "every day".to_owned(),
            1 => weekday(*first).to_owned(),
            _ => format!("{}-{}", weekday(*first), weekday(*last)),
        };
        if !spans.is_empty() {
            said.push(format!("{days} {}", words::list(&spans)));
        }
    }
    if said.is_empty() { "on no day".to_owned() } else { said.join(", ") }
}

fn end(window: Window) -> String {
    if window.to == 24 * 60 { "24:00".to_owned() } else { Clock(window.to).to_string() }
}
