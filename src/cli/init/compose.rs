//! The answers become a brief.

use chrono::{Datelike, Duration, NaiveDate};
use serde_json::{Map, Value, json};

use super::answers::Answers;
use super::reopen::Older;
use crate::app::{self, some};
use crate::intake::phrases::{self, Reading, Toward};
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
    /// What is taken until the person says otherwise, and what was not used.
    pub unsure: Vec<String>,
}

/// What readings tell beside what they found.
#[derive(Default)]
struct Told {
    assumed: Vec<String>,
    unsure: Vec<String>,
}

impl Told {
    /// Takes what a reading of a line tells.
    fn take<T>(&mut self, line: &str, reading: &Reading<T>) {
        let assumed = reading.assumed.iter().map(|remark| remark.text.clone());
        let doubts = reading.unsure.iter().map(|doubt| format!("{} {}", doubt.question, sentence(&doubt.taken)));
        for (list, new) in [
            (&mut self.assumed, assumed.collect::<Vec<_>>()),
            (&mut self.unsure, doubts.chain(reading.left_over_sentence(line)).collect()),
        ] {
            list.extend(new.into_iter().filter(|new| !list.contains(new)).collect::<Vec<_>>());
        }
    }
}

/// What is taken, told as a sentence of its own.
fn sentence(taken: &str) -> String {
    format!("Until you say, {taken}")
}

/// The brief of these answers. An answer that cannot be read is one that a flag or a question has refused already.
///
/// # Errors
/// What does not fit together, in a sentence.
pub(super) fn compose(answers: &Answers, here: Here, older: Option<&Older>) -> Result<Composed, String> {
    let mut told = Told::default();
    let span = span(answers, here)?;
    let sessions = sessions(answers, here, &span, older, &mut told)?;
    let athlete = athlete(answers, here, &mut told)?;
    let block = block(answers, here, &span, &mut told);
    let mut brief = Map::new();
    brief.insert("athlete".to_owned(), athlete);
    brief.insert("block".to_owned(), block);
    brief.insert("sessions".to_owned(), sessions);
    brief.insert("running".to_owned(), running(answers, &mut told));
    if !answers.free.is_empty() {
        brief.insert("availability".to_owned(), availability(answers, here, &mut told)?);
    }
    if let Some(sleep) = sleep(answers, here, &span, &mut told, &mut brief)? {
        brief.insert("sleep".to_owned(), sleep);
    }
    let display =
        some([("units", answers.units.clone().map(Value::from)), ("clock", answers.clock.clone().map(Value::from))]);
    if display.as_object().is_some_and(|display| !display.is_empty()) {
        brief.insert("display".to_owned(), display);
    }
    let brief = Value::Object(brief);
    let brief = older.map_or_else(|| brief.clone(), |older| older.kept_in(brief.clone(), answers));
    Ok(Composed { brief, assumed: told.assumed, unsure: told.unsure })
}

/// A number that is written whole where it is whole.
fn number(value: f64) -> Value {
    if value.fract() == 0.0 && value.abs() < 1e9 { json!(value as i64) } else { json!(value) }
}

fn sessions(
    answers: &Answers,
    here: Here,
    span: &Span,
    older: Option<&Older>,
    told: &mut Told,
) -> Result<Value, String> {
    let mut sessions = Vec::new();
    for line in &answers.sessions {
        if let Some(session) = older.and_then(|older| older.session(line)) {
            sessions.push(session.clone());
            continue;
        }
        let reading = phrases::read_session(line, here.today).map_err(|refusal| refusal.text)?;
        told.take(line, &reading);
        for said in &reading.found {
            sessions.push(app::written_session(said, span.start, span.weeks)?);
        }
    }
    Ok(sessions.into())
}

fn athlete(answers: &Answers, here: Here, told: &mut Told) -> Result<Value, String> {
    let race = match &answers.recent_race {
        Some(line) => {
            let reading = phrases::read_race(line, here.today).map_err(|refusal| refusal.text)?;
            told.take(line, &reading);
            Some(reading.found)
        }
        None => None,
    };
    let birth_year = answers.birth_year.as_ref().and_then(|text| text.parse::<i64>().ok());
    let level = |text: &Option<String>| text.as_deref().and_then(phrases::level).map(|level| json!(level));
    Ok(some([
        ("name", answers.name.clone().map(Value::from)),
        ("goal", answers.goal.as_deref().and_then(phrases::goal).map(|goal| json!(goal))),
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

/// From when on and how long the block is, and the race in it.
struct Span {
    start: NaiveDate,
    weeks: u32,
    event: Option<Reading<phrases::SaidEvent>>,
}

fn span(answers: &Answers, here: Here) -> Result<Span, String> {
    let date = |text: &str| phrases::date(text, here.today, Toward::Future).ok().map(|reading| reading.found);
    let start = answers.start.as_deref().and_then(date).unwrap_or_else(|| next_monday(here.today));
    let event = answers.event.as_deref().map(|line| phrases::read_event(line, here.today)).transpose();
    let event = event.map_err(|refusal| refusal.text)?;
    let weeks = match (answers.weeks.as_deref().and_then(phrases::weeks), &event) {
        (Some(weeks), _) => i64::from(weeks),
        (None, Some(event)) => (event.found.date - start).num_days().div_euclid(7) + 1,
        (None, None) => WEEKS,
    };
    if let Some(event) = &event
        && !(1..=104).contains(&weeks)
    {
        return Err(format!(
            "the race on {} cannot be reached by a block of 1 to 104 weeks from {start}; is its year right?",
            event.found.date
        ));
    }
    Ok(Span { start, weeks: weeks as u32, event })
}

fn block(answers: &Answers, here: Here, span: &Span, told: &mut Told) -> Value {
    let Span { start, weeks, event } = span;
    if answers.start.is_none() {
        told.assumed.push(format!("The block starts next Monday, {start}."));
    }
    if answers.weeks.is_none() {
        let until = if event.is_some() { ", up to the race" } else { "" };
        told.assumed.push(format!("It has {}{until}.", count(*weeks as usize, "week")));
    }
    if answers.timezone.is_none() {
        told.assumed.push(format!("Clock times are those of {}.", here.zone));
    }
    if let (Some(line), Some(reading)) = (&answers.event, event) {
        told.take(line, reading);
    }
    let event = event.as_ref().map(|reading| {
        let event = &reading.found;
        let name = (!event.name.is_empty()).then(|| json!(event.name));
        some([
            ("name", name),
            ("date", Some(json!(event.date))),
            ("distance_km", Some(number(event.distance_km))),
            ("target_time", event.target_time.clone().map(Value::from)),
            ("climb_m", event.climb_m.map(Value::from)),
        ])
    });
    let zone = answers.timezone.clone().unwrap_or_else(|| here.zone.to_string());
    some([
        ("start", Some(json!(start))),
        ("weeks", Some(json!(weeks))),
        ("timezone", Some(json!(zone))),
        ("event", event),
    ])
}

fn running(answers: &Answers, told: &mut Told) -> Value {
    let minutes = |text: &Option<String>| text.as_deref().and_then(phrases::minutes).map(Value::from);
    let day = answers.long_run_day.as_deref().and_then(|line| {
        let reading = phrases::read_day(line).ok()?;
        told.take(line, &reading);
        Some(reading.found)
    });
    let most = answers.most_minutes.as_deref().and_then(|line| phrases::read_most(line).ok()).map(|reading| {
        let most = reading.found;
        let days =
            WEEKDAYS.iter().zip(most.days).filter_map(|(day, minutes)| Some(((*day).to_owned(), json!(minutes?))));
        let week = most.week.map(|minutes| ("week".to_owned(), json!(minutes)));
        Value::Object(days.chain(week).collect())
    });
    let without = answers.no_run_days.as_deref().and_then(|line| phrases::read_days(line).ok());
    let without = without.map(|reading| reading.found.iter().map(|day| json!(WEEKDAYS[*day])).collect::<Vec<_>>());
    some([
        ("current_weekly_minutes", minutes(&answers.weekly_minutes)),
        ("longest_recent_minutes", minutes(&answers.longest)),
        ("runs_per_week", answers.runs.as_ref().and_then(|runs| runs.parse::<u32>().ok()).map(Value::from)),
        ("long_run_day", day.map(|day| json!(WEEKDAYS[day]))),
        (
            "preferred_time",
            answers.preferred_time.as_deref().and_then(phrases::part_of_day).map(|part| json!(part.word())),
        ),
        ("no_run_days", without.map(Value::from)),
        ("most_minutes", most),
    ])
}

/// The hours of sleep; nights of work become sessions.
fn sleep(
    answers: &Answers,
    here: Here,
    span: &Span,
    told: &mut Told,
    brief: &mut Map<String, Value>,
) -> Result<Option<Value>, String> {
    let Some(line) = &answers.sleep else { return Ok(None) };
    let reading = phrases::read_sleep(line, here.today).map_err(|refusal| refusal.text)?;
    told.take(line, &reading);
    for night in &reading.found.nights {
        let session = app::written_session(night, span.start, span.weeks)?;
        if let Some(sessions) = brief.get_mut("sessions").and_then(Value::as_array_mut) {
            sessions.push(session);
        }
    }
    let night = |day: Option<usize>| day.map_or("usual", |day| WEEKDAYS[day]).to_owned();
    let hours = reading.found.hours.iter();
    let hours: Map<_, _> = hours.map(|(day, from, to)| (night(*day), json!(format!("{from}-{to}")))).collect();
    Ok((!hours.is_empty()).then(|| hours.into()))
}

/// The windows of a day on which a person who names dates away, but no hours, can run.
const ANY_DAY: &str = "06:00-21:00";

fn availability(answers: &Answers, here: Here, told: &mut Told) -> Result<Value, String> {
    let mut week: [Vec<String>; 7] = Default::default();
    let mut away = Vec::new();
    for line in &answers.free {
        let reading = phrases::read_free(line, here.today).map_err(|refusal| refusal.text)?;
        let mut own = Told::default();
        own.take(line, &reading);
        told.assumed.extend(own.assumed.iter().map(|sentence| format!("When you can run: {sentence}")));
        told.unsure.extend(own.unsure.iter().map(|sentence| format!("When you can run: {sentence}")));
        for said in &reading.found.windows {
            let window = format!("{}-{}", said.from, Clock(said.to));
            let day = &mut week[said.day];
            if !day.contains(&window) {
                day.push(window);
                day.sort();
            }
        }
        away.extend(reading.found.away.iter().map(|away| json!({ "from": away.from, "to": away.to, "windows": [] })));
    }
    if week.iter().all(Vec::is_empty) {
        week = std::array::from_fn(|_| vec![ANY_DAY.to_owned()]);
    }
    let days = WEEKDAYS.iter().zip(week).filter(|(_, windows)| !windows.is_empty());
    let mut availability: Map<_, _> = days.map(|(day, windows)| ((*day).to_owned(), json!(windows))).collect();
    if !away.is_empty() {
        availability.insert("exceptions".to_owned(), away.into());
    }
    Ok(availability.into())
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
        let composed = compose(&answers, here(), None).unwrap();
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
        assert!(compose(&answers, here(), None).is_err_and(|error| error.contains("cannot be reached")));
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
