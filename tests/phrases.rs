//! What people write, each line with its reading: `tests/phrases/table.txt`. `UPDATE=1` writes the readings anew; a new
//! phrase is a line of its own there.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use runweave::intake::phrases::{self, Reading, Refusal, SaidSession, Toward, When};
use runweave::model::{Clock, Kind, WEEKDAYS};

/// The Wednesday on which everything is said.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
}

/// What a line of the table says with its first word.
fn reading(kind: &str, line: &str) -> String {
    match kind {
        "session" => told(line, phrases::read_session(line, today()), |found| sessions(found)),
        "free" => told(line, phrases::read_free(line, today()), free),
        "race" => told(line, phrases::read_race(line, today()), |race| {
            vec![format!("{} km in {} on {}", race.distance_km, race.time, race.date)]
        }),
        "event" => told(line, phrases::read_event(line, today()), |event| {
            vec![format!("{} km on {}: {}", event.distance_km, event.date, event.name)]
        }),
        "date" => told(line, phrases::date(line, today(), Toward::Future), |date| vec![date.to_string()]),
        "length" => told(line, phrases::read_minutes(line), |minutes| vec![format!("{minutes} min")]),
        "weeks" => phrases::weeks(line).map_or("    refused\n".to_owned(), |weeks| format!("    {weeks} weeks\n")),
        "day" => told(line, phrases::read_day(line), |day| vec![WEEKDAYS[*day].to_owned()]),
        other => panic!("{other} is no kind of phrase"),
    }
}

fn told<T>(line: &str, read: Result<Reading<T>, Refusal>, found: impl Fn(&T) -> Vec<String>) -> String {
    let mut text = String::new();
    match read {
        Err(refusal) => writeln!(text, "    refused: {refusal}").unwrap(),
        Ok(reading) => {
            for row in found(&reading.found) {
                writeln!(text, "    {row}").unwrap();
            }
            for remark in &reading.assumed {
                writeln!(text, "    assumed: {}", remark.text).unwrap();
            }
            for doubt in &reading.unsure {
                writeln!(text, "    unsure: {} ({})", doubt.question, doubt.taken).unwrap();
            }
            if let Some(sentence) = reading.left_over_sentence(line) {
                writeln!(text, "    {sentence}").unwrap();
            }
        }
    }
    text
}

fn sessions(found: &[SaidSession]) -> Vec<String> {
    let row = |session: &SaidSession| {
        let when = match session.when {
            When::Weekly(day) => WEEKDAYS[day].to_owned(),
            When::On(date) => date.to_string(),
        };
        let focus = session.focus.map_or(String::new(), |focus| format!(" {focus}"));
        let effort = match (session.rpe, session.effort) {
            (Some(rpe), _) => format!(" RPE {rpe}"),
            (None, Some(effort)) => format!(" {effort}"),
            (None, None) => String::new(),
        };
        let legs = if session.kind == Kind::Other && session.focus.is_none() { " spares-the-legs" } else { "" };
        let is_match = if session.is_match { " match" } else { "" };
        let cycle = if session.cycle.is_weekly() { String::new() } else { format!(" [{}]", session.cycle.words()) };
        let class = session.class.map_or(String::new(), |class| format!(" {class}"));
        let far = session.metres.map_or(String::new(), |metres| format!(" {metres} m"));
        let (start, minutes, kind, name) = (session.start, session.minutes, session.kind, &session.name);
        let among = session.among.as_ref().map_or(String::new(), |among| {
            let hours = among.hours.map_or(String::new(), |(from, to)| format!(" {}-{}", Clock(from), Clock(to)));
            format!(" among {}{hours}", among.day_words())
        });
        format!(
            "{when} {start} {minutes} min{among} | {name} | {kind}{class}{far}{focus}{effort}{legs}{is_match}{cycle}"
        )
    };
    found.iter().map(row).collect()
}

fn free(found: &phrases::SaidFree) -> Vec<String> {
    let mut week: [Vec<String>; 7] = Default::default();
    for window in &found.windows {
        let end = if window.to == 1440 { "24:00".to_owned() } else { Clock(window.to).to_string() };
        week[window.day].push(format!("{}-{end}", window.from));
    }
    let days = WEEKDAYS.iter().zip(week).filter(|(_, windows)| !windows.is_empty());
    let mut rows =
        vec![days.map(|(day, windows)| format!("{day} {}", windows.join(" "))).collect::<Vec<_>>().join(", ")];
    rows.retain(|row| !row.is_empty());
    rows.extend(found.away.iter().map(|away| format!("away {} to {}", away.from, away.to)));
    rows
}

/// The phrases of the table, each with its kind.
fn phrases_of(table: &str) -> Vec<(String, String)> {
    let said = table.lines().filter(|line| !line.starts_with([' ', '#']) && !line.is_empty());
    said.map(|line| {
        let (kind, phrase) = line.split_once(": ").unwrap_or((line.trim_end_matches(':'), ""));
        (kind.to_owned(), phrase.to_owned())
    })
    .collect()
}

#[test]
fn every_phrase_of_the_table_is_read_as_it_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/phrases/table.txt");
    let table = fs::read_to_string(&path).unwrap();
    let mut now = String::new();
    for line in table.lines() {
        if line.starts_with("    ") {
            continue;
        }
        writeln!(now, "{line}").unwrap();
        if !line.is_empty() && !line.starts_with('#') {
            let (kind, phrase) = line.split_once(": ").unwrap_or((line.trim_end_matches(':'), ""));
            now.push_str(&reading(kind, phrase));
        }
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &now).unwrap();
        return;
    }
    for (was, is) in table.lines().zip(now.lines()) {
        assert_eq!(was, is, "a reading has changed; UPDATE=1 writes the table anew");
    }
    assert_eq!(table, now);
    assert!(phrases_of(&table).len() >= 150);
}

#[test]
fn every_session_of_the_table_reads_back_as_itself() {
    let table = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/phrases/table.txt")).unwrap();
    for (kind, phrase) in phrases_of(&table) {
        let Some(reading) = (kind == "session").then(|| phrases::read_session(&phrase, today()).ok()).flatten() else {
            continue;
        };
        for session in reading.found {
            let line = session.line();
            let again =
                phrases::read_session(&line, today()).unwrap_or_else(|refusal| panic!("{phrase} -> {line}: {refusal}"));
            assert_eq!(again.found, [session], "{phrase} -> {line}");
        }
    }
}

#[test]
fn every_answer_to_a_doubt_of_the_table_can_be_read() {
    let table = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/phrases/table.txt")).unwrap();
    for (kind, phrase) in phrases_of(&table) {
        let doubts = match kind.as_str() {
            "session" => phrases::read_session(&phrase, today()).map(|reading| reading.unsure),
            "free" => phrases::read_free(&phrase, today()).map(|reading| reading.unsure),
            _ => continue,
        };
        let doubts = doubts.unwrap_or_default();
        for choice in doubts.iter().flat_map(|doubt| &doubt.choices) {
            let left = match kind.as_str() {
                "session" => phrases::read_session(&choice.line, today()).map(|reading| reading.unsure.len()),
                _ => phrases::read_free(&choice.line, today()).map(|reading| reading.unsure.len()),
            };
            assert_eq!(left, Ok(doubts.len() - 1), "{phrase} -> {}", choice.line);
        }
    }
}
