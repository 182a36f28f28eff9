//! The answers become a brief.

use chrono::{Datelike, Duration, NaiveDate};
use serde_json::{Map, Value, json};

use super::answers::Answers;
use crate::brief::said;
use crate::model::{Clock, WEEKDAYS, Zone, count};

/// Weeks of a block that no race ends.
const WEEKS: i64 = 8;

/// What the machine knows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Here {
    /// Today's date.
    pub today: NaiveDate,
    /// The time zone.
    pub zone: Zone,
}

/// A brief, and what was assumed for it in sentences.
pub(super) struct Composed {
    /// The brief.
    pub brief: Value,
    /// What was assumed.
    pub assumed: Vec<String>,
}

/// The brief of these answers. An answer that cannot be read is one that a flag or a question has refused already.
///
/// # Errors
/// What does not fit together, in a sentence.
pub(super) fn compose(answers: &Answers, here: Here) -> Result<Composed, String> {
    let mut assumed = Vec::new();
    let sessions = sessions(answers, &mut assumed)?;
    let block = block(answers, here, &mut assumed)?;
    let mut brief = Map::new();
    brief.insert("athlete".to_owned(), athlete(answers)?);
    brief.insert("block".to_owned(), block);
    brief.insert("sessions".to_owned(), sessions);
    brief.insert("running".to_owned(), running(answers));
    if !answers.free.is_empty() {
        brief.insert("availability".to_owned(), availability(answers, &mut assumed)?);
    }
    let display =
        some([("units", answers.units.clone().map(Value::from)), ("clock", answers.clock.clone().map(Value::from))]);
    if display.as_object().is_some_and(|display| !display.is_empty()) {
        brief.insert("display".to_owned(), display);
    }
    Ok(Composed { brief: Value::Object(brief), assumed })
}

/// A number that is written whole where it is whole.
fn number(value: f64) -> Value {
    if value.fract() == 0.0 && value.abs() < 1e9 { json!(value as i64) } else { json!(value) }
}

/// An object of what is there.
fn some<const N: usize>(entries: [(&str, Option<Value>); N]) -> Value {
    entries.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect::<Map<_, _>>().into()
}

fn sessions(answers: &Answers, assumed: &mut Vec<String>) -> Result<Value, String> {
    let mut sessions = Vec::new();
    for line in &answers.sessions {
        for said in said::sessions(line)? {
            let what = if said.name.is_empty() { WEEKDAYS[said.day] } else { said.name.as_str() };
            for sentence in said.assumed.iter().map(|sentence| format!("{what}: {sentence}")) {
                if !assumed.contains(&sentence) {
                    assumed.push(sentence);
                }
            }
            sessions.push(some([
                ("name", (!said.name.is_empty()).then(|| json!(said.name))),
                ("day", Some(json!(WEEKDAYS[said.day]))),
                ("start", Some(json!(said.start.to_string()))),
                ("minutes", Some(json!(said.minutes))),
                ("kind", Some(json!(said.kind))),
                ("focus", said.focus.map(|focus| json!(focus))),
                ("effort", said.effort.filter(|_| said.rpe.is_none()).map(|effort| json!(effort))),
                ("rpe", said.rpe.map(Value::from)),
            ]));
        }
    }
    Ok(sessions.into())
}

fn athlete(answers: &Answers) -> Result<Value, String> {
    let race = answers.recent_race.as_deref().map(said::race).transpose()?;
    let birth_year = answers.birth_year.as_ref().and_then(|text| text.parse::<i64>().ok());
    let level = |text: &Option<String>| text.as_deref().and_then(said::level).map(|level| json!(level));
    Ok(some([
        ("name", answers.name.clone().map(Value::from)),
        ("goal", answers.goal.as_deref().and_then(said::goal).map(|goal| json!(goal))),
        ("running_level", level(&answers.running_level)),
        ("strength_level", level(&answers.strength_level)),
        ("birth_year", birth_year.map(Value::from)),
        (
            "recent_race",
            race.map(|race| json!({ "distance_km": number(race.distance_km), "time": race.time, "date": race.date })),
        ),
    ]))
}

/// The Monday after a date.
pub(super) fn next_monday(today: NaiveDate) -> NaiveDate {
    today + Duration::days(7 - i64::from(today.weekday().num_days_from_monday()))
}

fn block(answers: &Answers, here: Here, assumed: &mut Vec<String>) -> Result<Value, String> {
    let start = answers.start.as_deref().and_then(said::date).unwrap_or_else(|| next_monday(here.today));
    let event = answers.event.as_deref().map(said::event).transpose()?;
    let weeks = match (answers.weeks.as_ref().and_then(|weeks| weeks.parse().ok()), &event) {
        (Some(weeks), _) => weeks,
        (None, Some(event)) => (event.date - start).num_days().div_euclid(7) + 1,
        (None, None) => WEEKS,
    };
    if let Some(event) = &event
        && !(1..=104).contains(&weeks)
    {
        return Err(format!(
            "the race on {} cannot be reached by a block of 1 to 104 weeks from {start}; is its year right?",
            event.date
        ));
    }
    if answers.start.is_none() {
        assumed.push(format!("The block starts next Monday, {start}."));
    }
    if answers.weeks.is_none() {
        let until = if event.is_some() { ", up to the race" } else { "" };
        assumed.push(format!("It has {}{until}.", count(weeks as usize, "week")));
    }
    if answers.timezone.is_none() {
        assumed.push(format!("Clock times are those of {}.", here.zone));
    }
    let event = event.map(|event| {
        let name = (!event.name.is_empty()).then(|| json!(event.name));
        some([("name", name), ("date", Some(json!(event.date))), ("distance_km", Some(number(event.distance_km)))])
    });
    let zone = answers.timezone.clone().unwrap_or_else(|| here.zone.to_string());
    Ok(some([
        ("start", Some(json!(start))),
        ("weeks", Some(json!(weeks))),
        ("timezone", Some(json!(zone))),
        ("event", event),
    ]))
}

fn running(answers: &Answers) -> Value {
    let minutes = |text: &Option<String>| text.as_deref().and_then(said::minutes).map(Value::from);
    some([
        ("current_weekly_minutes", minutes(&answers.weekly_minutes)),
        ("longest_recent_minutes", minutes(&answers.longest)),
        ("runs_per_week", answers.runs.as_ref().and_then(|runs| runs.parse::<u32>().ok()).map(Value::from)),
        ("long_run_day", answers.long_run_day.as_deref().and_then(said::day).map(|day| json!(WEEKDAYS[day]))),
        (
            "preferred_time",
            answers.preferred_time.as_deref().and_then(said::part_of_day).map(|part| json!(part.word())),
        ),
    ])
}

fn availability(answers: &Answers, assumed: &mut Vec<String>) -> Result<Value, String> {
    let mut week: [Vec<String>; 7] = Default::default();
    for line in &answers.free {
        let free = said::free(line)?;
        assumed.extend(free.assumed.iter().map(|sentence| format!("When you can run: {sentence}")));
        for said in free.windows {
            let window = format!("{}-{}", said.window.from, Clock(said.window.to));
            let day = &mut week[said.day];
            if !day.contains(&window) {
                day.push(window);
                day.sort();
            }
        }
    }
    let days = WEEKDAYS.iter().zip(week).filter(|(_, windows)| !windows.is_empty());
    Ok(days.map(|(day, windows)| ((*day).to_owned(), json!(windows))).collect::<Map<_, _>>().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::{Brief, Defaults};

    fn here() -> Here {
        Here { today: NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(), zone: "Europe/Berlin".parse().unwrap() }
    }

    fn answers() -> Answers {
        Answers {
            sessions: vec!["Mon/Thu 18:00 squats 75 min heavy".to_owned(), "sun 9:00 yoga".to_owned()],
            goal: Some("fitness".to_owned()),
            running_level: Some("intermediate".to_owned()),
            weekly_minutes: Some("1h20".to_owned()),
            ..Answers::default()
        }
    }

    #[test]
    fn the_brief_of_answers_is_a_brief() {
        let mut answers = answers();
        answers.event = Some("Spring 10K 2027-02-14 10".to_owned());
        answers.free = vec!["tue 6-8am".to_owned(), "tue 17:30-20:00".to_owned(), "sat 22:00-24:00".to_owned()];
        answers.recent_race = Some("10 km 48:30 2026-10-04".to_owned());
        answers.long_run_day = Some("Saturday".to_owned());
        let composed = compose(&answers, here()).unwrap();
        let text = composed.brief.to_string();
        let brief = Brief::parse(text.as_bytes(), "brief.json", Defaults { timezone: Zone::UTC }).unwrap();
        assert_eq!((brief.block.start.to_string().as_str(), brief.block.weeks), ("2026-11-30", 11));
        assert_eq!((brief.sessions.len(), brief.running.current_weekly_minutes), (3, 80));
        assert_eq!(composed.brief["availability"]["tue"], json!(["06:00-08:00", "17:30-20:00"]));
        assert_eq!(composed.brief["availability"]["sat"], json!(["22:00-24:00"]));
        assert!(composed.assumed.iter().any(|sentence| sentence == "It has 11 weeks, up to the race."));
    }

    #[test]
    fn a_race_that_is_over_cannot_end_a_block() {
        let mut answers = answers();
        answers.event = Some("Spring 10K 2026-02-14".to_owned());
        assert!(compose(&answers, here()).is_err_and(|error| error.contains("cannot be reached")));
    }

    #[test]
    fn next_monday_is_never_today() {
        let date = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        assert_eq!(
            [next_monday(date(22)), next_monday(date(23)), next_monday(date(29))],
            [date(23), date(30), date(30)]
        );
    }
}
