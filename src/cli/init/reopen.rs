//! A brief that is there already becomes answers, and keeps what no question asks for.

use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::answers::Answers;
use crate::intake::phrases::{Among, Cycle, SaidSession, When};
use crate::model::{Clock, Effort, Focus, Kind, RunClass, WEEKDAYS, weekday};

/// The keys that answers stand for; what else a brief says is kept.
const OWN: [(&str, &[&str]); 4] = [
    ("athlete", &["name", "goal", "running_level", "strength_level", "birth_year", "recent_race"]),
    ("block", &["start", "weeks", "timezone", "event"]),
    (
        "running",
        &[
            "current_weekly_minutes",
            "longest_recent_minutes",
            "runs_per_week",
            "long_run_day",
            "preferred_time",
            "no_run_days",
            "most_minutes",
        ],
    ),
    ("display", &["units", "clock"]),
];

/// A brief that is changed.
pub(super) struct Older {
    /// As it is.
    brief: Value,
    /// What it answers.
    pub answers: Answers,
}

impl Older {
    /// Reads a brief that was found to be sound.
    pub(super) fn of(brief: Value) -> Self {
        let text = |pointer: &str| brief.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
        let number = |pointer: &str| brief.pointer(pointer).filter(|value| value.is_number()).map(Value::to_string);
        let sessions: Vec<String> =
            list(&brief, "/sessions").iter().filter_map(session).map(|session| session.line()).collect();
        let answers = Answers {
            no_sessions: sessions.is_empty(),
            sessions,
            goal: text("/athlete/goal"),
            event: brief.pointer("/block/event").and_then(event),
            running_level: text("/athlete/running_level"),
            strength_level: text("/athlete/strength_level"),
            weekly_minutes: number("/running/current_weekly_minutes"),
            longest: number("/running/longest_recent_minutes"),
            runs: number("/running/runs_per_week"),
            recent_race: brief.pointer("/athlete/recent_race").and_then(race),
            free: free(&brief),
            long_run_day: text("/running/long_run_day"),
            preferred_time: text("/running/preferred_time"),
            most_minutes: brief.pointer("/running/most_minutes").and_then(most),
            no_run_days: brief.pointer("/running/no_run_days").and_then(days),
            sleep: brief.get("sleep").and_then(sleep),
            start: text("/block/start"),
            weeks: number("/block/weeks"),
            timezone: text("/block/timezone"),
            name: text("/athlete/name"),
            birth_year: number("/athlete/birth_year"),
            units: text("/display/units"),
            clock: text("/display/clock"),
        };
        Self { brief, answers }
    }

    /// The session as it is in the brief, where a line has not been changed.
    pub(super) fn session(&self, line: &str) -> Option<&Value> {
        let sessions = list(&self.brief, "/sessions").iter().filter(|value| session(value).is_some());
        sessions.zip(&self.answers.sessions).find(|(_, known)| *known == line).map(|(value, _)| value)
    }

    /// A new brief with what no question asks for taken from this one.
    pub(super) fn kept_in(&self, new: Value, answers: &Answers) -> Value {
        let (Value::Object(older), Value::Object(mut new)) = (self.brief.clone(), new) else { return Value::Null };
        let mut merged = Map::new();
        for (key, value) in older {
            let own = OWN.iter().find(|(section, _)| *section == key).map(|(_, keys)| *keys);
            let fresh = new.remove(&key);
            let value = match (own, key.as_str()) {
                (Some(keys), _) => section(value, fresh, keys, &self.unchanged(answers)),
                (None, "availability") if answers.free == self.answers.free => value,
                (None, "availability") => availability(&value, fresh),
                (None, "sleep") if answers.sleep == self.answers.sleep => value,
                (None, "sleep" | "sessions") => fresh.unwrap_or_default(),
                (None, _) => value,
            };
            if !value.is_null() {
                merged.insert(key, value);
            }
        }
        merged.extend(new);
        merged.into()
    }

    /// Keys whose answer is as it was, where the brief may say more than the answer.
    fn unchanged(&self, answers: &Answers) -> Vec<&'static str> {
        let mut keys = Vec::new();
        keys.extend((answers.event == self.answers.event).then_some("event"));
        keys.extend((answers.most_minutes == self.answers.most_minutes).then_some("most_minutes"));
        keys.extend((answers.no_run_days == self.answers.no_run_days).then_some("no_run_days"));
        keys.extend((answers.recent_race == self.answers.recent_race).then_some("recent_race"));
        keys
    }
}

/// A section with its own keys answered anew, in the order that they had.
fn section(older: Value, new: Option<Value>, own: &[&str], unchanged: &[&str]) -> Value {
    let (Value::Object(older), Some(Value::Object(mut new))) = (older.clone(), new) else { return older };
    let mut merged = Map::new();
    for (key, value) in older {
        let fresh = new.remove(&key);
        if !own.contains(&key.as_str()) || unchanged.contains(&key.as_str()) {
            merged.insert(key, value);
        } else if let Some(fresh) = fresh {
            merged.insert(key, fresh);
        }
    }
    merged.extend(new);
    merged.into()
}

/// New hours with the dates that the older brief excepts.
fn availability(older: &Value, new: Option<Value>) -> Value {
    let Some(Value::Object(mut new)) = new else { return Value::Null };
    if let Some(exceptions) = older.get("exceptions").filter(|_| !new.contains_key("exceptions")) {
        new.insert("exceptions".to_owned(), exceptions.clone());
    }
    new.into()
}

fn list<'a>(brief: &'a Value, pointer: &str) -> &'a [Value] {
    brief.pointer(pointer).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn date(value: &Value) -> Option<NaiveDate> {
    value.as_str()?.parse().ok()
}

fn session(value: &Value) -> Option<SaidSession> {
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    let among = value.get("movable").and_then(Value::as_object).and_then(among);
    let when = match (text("day"), &among) {
        (Some(day), _) => When::Weekly(weekday(day)?),
        (None, Some((among, _))) => When::Weekly(*among.days.first()?),
        (None, None) => When::On(value.get("date").and_then(date)?),
    };
    let rpe = value.get("rpe").and_then(Value::as_u64).and_then(|rpe| u8::try_from(rpe).ok());
    let every = value.get("every").cloned().unwrap_or_default();
    let number = |key: &str| every.get(key).and_then(Value::as_u64).and_then(|number| u32::try_from(number).ok());
    let word = every.get("weeks").and_then(Value::as_str);
    let on: Vec<u32> = list(&every, "/on").iter().filter_map(Value::as_u64).map(|week| week as u32).collect();
    let cycle = Cycle {
        every: if word.is_some() { 2 } else { 1 },
        first: if word == Some("even") { 2 } else { 1 },
        first_said: word.is_some(),
        turn: number("of").map(|of| (on, of)),
        days: number("days"),
        not_on: list(&every, "/skip_dates").iter().filter_map(date).collect(),
        not_in: list(&every, "/skip_weeks").iter().filter_map(Value::as_u64).map(|week| week as u32).collect(),
        ..Cycle::default()
    };
    let by_week: Vec<&str> = list(value, "/effort_by_week").iter().filter_map(Value::as_str).collect();
    let (full, last) = by_week.split_at(by_week.len().saturating_sub(1));
    let wave = last == ["deload"] && full.iter().all(|effort| effort == &full[0]);
    let cycle = Cycle { deload: (wave && !full.is_empty()).then_some(by_week.len() as u32), ..cycle };
    let effort_text = text("effort").or_else(|| full.first().copied().filter(|_| wave));
    Some(SaidSession {
        name: text("name").unwrap_or_default().to_owned(),
        when,
        start: among.as_ref().map_or_else(|| text("start").and_then(Clock::parse), |(_, start)| Some(*start))?,
        minutes: value.get("minutes").and_then(Value::as_i64)? as i32,
        kind: Kind::parse(text("kind")?)?,
        focus: text("focus").and_then(Focus::parse),
        effort: rpe.map(Effort::from_rpe).or_else(|| effort_text.and_then(Effort::parse)),
        rpe,
        is_match: value.get("match").and_then(Value::as_bool).unwrap_or(false),
        class: text("class").and_then(RunClass::parse),
        metres: value.get("distance_km").and_then(Value::as_f64).map(|km| (km * 1000.0).round() as u32),
        cycle,
        among: among.map(|(among, _)| among),
    })
}

/// The days that a session may stand on, and the start or the hours that are named first.
fn among(movable: &Map<String, Value>) -> Option<(Among, Clock)> {
    let days: Vec<usize> = movable.keys().filter_map(|day| weekday(day)).collect();
    let first = movable.values().find_map(|starts| starts.get(0)?.as_str())?;
    let (from, to) = first.split_once('-').map_or((first, None), |(from, to)| (from, Some(to)));
    let start = Clock::parse(from)?;
    let end = |to: &str| if to == "24:00" { Some(24 * 60) } else { Clock::parse(to).map(|to| to.0) };
    let hours = to.and_then(end).map(|to| (start.0, to));
    Some((Among { days, hours }, start))
}

fn event(value: &Value) -> Option<String> {
    let name = value.get("name").and_then(Value::as_str).unwrap_or_default();
    let (date, km) = (value.get("date")?.as_str()?, value.get("distance_km")?);
    let target = value.get("target_time").and_then(Value::as_str).map(|time| format!(" in {time}"));
    let climb = value.get("climb_m").and_then(Value::as_u64).filter(|metres| *metres > 0);
    let climb = climb.map(|metres| format!(" {metres} m climb"));
    let more = [target, climb].into_iter().flatten().collect::<String>();
    Some(format!("{name} {date} {km}{more}").trim().to_owned())
}

/// The most minutes by weekday as a line.
fn most(value: &Value) -> Option<String> {
    let minutes = |key: &str| value.get(key).and_then(Value::as_u64);
    let days = WEEKDAYS.iter().filter_map(|day| Some(format!("{day} {}", minutes(day)?)));
    let week = minutes("week").map(|minutes| format!("{minutes} a week"));
    let parts: Vec<String> = days.chain(week).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Weekdays as a line.
fn days(value: &Value) -> Option<String> {
    let days: Vec<&str> = value.as_array()?.iter().filter_map(Value::as_str).collect();
    (!days.is_empty()).then(|| days.join(", "))
}

/// The hours of sleep as a line.
fn sleep(value: &Value) -> Option<String> {
    let hours = |key: &str| value.get(key).and_then(Value::as_str);
    let usual = hours("usual").map(str::to_owned);
    let nights = WEEKDAYS.iter().filter_map(|day| Some(format!("{day} {}", hours(day)?)));
    let parts: Vec<String> = usual.into_iter().chain(nights).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn race(value: &Value) -> Option<String> {
    let (km, time) = (value.get("distance_km")?, value.get("time")?.as_str()?);
    Some(format!("{km} km {time} {}", value.get("date")?.as_str()?))
}

/// The hours of a brief as lines, days with the same hours in one.
fn free(brief: &Value) -> Vec<String> {
    let hours = |day: &str| {
        let windows = list(brief, &format!("/availability/{day}")).iter().filter_map(Value::as_str);
        windows.collect::<Vec<_>>().join(" ")
    };
    let mut lines: Vec<(String, String)> = Vec::new();
    for day in WEEKDAYS {
        let hours = hours(day);
        match lines.iter_mut().find(|(_, known)| *known == hours) {
            _ if hours.is_empty() => {}
            Some((days, _)) => *days = format!("{days}, {day}"),
            None => lines.push((day.to_owned(), hours)),
        }
    }
    lines.into_iter().map(|(days, hours)| format!("{days} {hours}")).collect()
}

#[cfg(test)]
mod tests {
    use super::super::compose::{Here, compose};
    use super::*;
    use crate::model::Zone;

    fn here() -> Here {
        Here { today: NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(), zone: Zone::UTC }
    }

    #[test]
    fn a_brief_that_is_opened_and_not_changed_stays_as_it_is() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("plans");
        let mut count = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let Ok(text) = std::fs::read_to_string(entry.unwrap().path().join("brief.json")) else { continue };
            let brief: Value = serde_json::from_str(&text).unwrap();
            let older = Older::of(brief.clone());
            let composed =
                compose(&older.answers, here(), Some(&older)).unwrap_or_else(|error| panic!("{error}: {text}"));
            assert_eq!(composed.brief, brief);
            count += 1;
        }
        assert!(count > 10);
    }

    #[test]
    fn what_no_question_asks_for_is_kept_when_a_session_changes() {
        let brief: Value = serde_json::json!({
            "athlete": { "goal": "strength", "running_level": "beginner", "sex": "female" },
            "block": { "start": "2026-11-30", "weeks": 4, "timezone": "UTC", "deload_every": 4 },
            "sessions": [{ "name": "Squats", "day": "mon", "start": "18:00", "minutes": 60, "kind": "strength", "focus": "lower", "effort": "heavy" }],
            "running": { "current_weekly_minutes": 0 },
            "rules": { "steady_weeks": "off" },
        });
        let older = Older::of(brief.clone());
        let mut answers = older.answers.clone();
        answers.sessions[0] = "Tue 19:00 squats 60 min heavy".to_owned();
        let new = compose(&answers, here(), Some(&older)).unwrap().brief;
        assert_eq!((&new["sessions"][0]["day"], &new["sessions"][0]["start"]), (&"tue".into(), &"19:00".into()));
        for kept in ["/athlete/sex", "/block/deload_every", "/rules", "/running"] {
            assert_eq!(new.pointer(kept), brief.pointer(kept), "{kept}");
        }
    }
}
