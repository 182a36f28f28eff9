//! A whole draft becomes sessions: one for each day, and for each part of a split.

use super::super::classify::{Judged, Training, Word, judge};
use super::super::lexicon::Meaning;
use super::super::split_week::{Share, share};
use super::super::token::Line;
use super::super::{Choice, Doubt, Reading, Refusal, Remark, Span};
use super::draft::{Draft, named};
use super::name::title;
use super::{Among, SaidSession, When};
use crate::model::{Clock, Effort, Focus, Kind, Minutes, RunClass, list};

/// The sport that some words name, for a match that does not name it.
pub(super) fn sport(words: &[Word]) -> Option<Training> {
    match judge(words) {
        Judged::Session { training, .. } if training.kind == Kind::Other => Some(training),
        _ => None,
    }
}

/// The words that say plainly what a session is, where its name does not; empty where it does.
pub(super) fn plain_words(session: &SaidSession) -> &'static str {
    let line = Line::of(&session.name);
    let words = line.ok().and_then(|line| {
        let items = super::super::items::items(&line, chrono::NaiveDate::default()).ok()?;
        let mut draft = Draft::default();
        let mut naming = super::name::Naming::default();
        for placed in &items {
            naming.take(&line, placed);
        }
        naming.finish(&line, &mut draft, &mut Reading::plain(Vec::new()));
        Some(draft.words)
    });
    let same = words.as_ref().is_some_and(|words| match judge(words) {
        Judged::Session { training, unknown } => {
            (training.kind, training.focus, training.is_match) == (session.kind, session.focus, session.is_match)
                && unknown.is_empty()
        }
        _ => false,
    });
    if session.kind == Kind::Run {
        return match session.class {
            Some(RunClass::Quality | RunClass::Race) => "is a hard run",
            Some(RunClass::Long) => "is a long run",
            _ => "is an easy run",
        };
    }
    match (same, session.kind, session.focus, session.effort) {
        (true, ..) => "",
        (_, Kind::Strength, Some(Focus::Upper), _) => "trains the upper body",
        (_, Kind::Strength, Some(Focus::Core), _) => "trains the core",
        (_, Kind::Strength, Some(Focus::FullBody), _) => "trains the whole body",
        (_, Kind::Strength, ..) => "trains the legs",
        (_, Kind::Mobility, ..) => "is stretching",
        (_, Kind::Other, Some(Focus::Lower | Focus::FullBody), Some(Effort::Light)) => "easy on the legs",
        (_, Kind::Other, Some(Focus::Lower | Focus::FullBody), Some(Effort::Moderate)) => "moderate for the legs",
        (_, Kind::Other, Some(Focus::Lower | Focus::FullBody), _) => "hard for the legs",
        (_, Kind::Other, ..) => "spares the legs",
        (_, Kind::Run, ..) => "is a run",
    }
}

/// The sessions of a draft; `before` is the sport of an earlier clause, for a match that names none.
pub(super) fn sessions(
    line: &Line<'_>,
    draft: &Draft,
    before: Option<Training>,
    reading: &mut Reading<Vec<SaidSession>>,
) -> Result<(), Refusal> {
    let begun = reading.found.len();
    let parts =
        match share(&draft.words, &draft.slashes, if draft.any { draft.slashes.len() + 1 } else { draft.days.len() }) {
            Share::Together if draft.name.eq_ignore_ascii_case("ppl") && draft.days.len().is_multiple_of(3) => {
                let text = "push, pull and legs in turn, one a day.".to_owned();
                reading.assumed.push(Remark { at: draft.at, text: named(&draft.name, &text) });
                push_pull_legs(draft)
            }
            Share::Together => vec![(draft.words.clone(), draft.name.clone())],
            Share::Split(parts) => {
                let names: Vec<_> = parts.into_iter().map(|words| (words.clone(), part_name(line, &words))).collect();
                let told: Vec<String> = draft
                    .days
                    .iter()
                    .zip(names.iter().cycle())
                    .map(|(when, (_, name))| format!("{name} on {}", day(*when)))
                    .collect();
                let text = format!("one part a day: {}.", list(&told));
                if !draft.any {
                    reading.assumed.push(Remark { at: draft.at, text: named(&draft.name, &text) });
                }
                names
            }
            Share::Unclear(parts) => {
                reading.unsure.push(split_or_not(line, draft, &parts, before));
                vec![(draft.words.clone(), draft.name.clone())]
            }
        };
    for (place, (words, name)) in parts.iter().enumerate() {
        let days: Vec<When> = if draft.any {
            draft.days.clone()
        } else {
            draft.days.iter().copied().skip(place).step_by(parts.len()).collect()
        };
        one(line, draft, words, name, &days, before, reading)?;
    }
    let order = |session: &SaidSession| draft.days.iter().position(|when| *when == session.when);
    reading.found[begun..].sort_by_key(order);
    Ok(())
}

/// The three days of a split that goes by its letters.
fn push_pull_legs(draft: &Draft) -> Vec<(Vec<Word>, String)> {
    [("Push", Focus::Upper), ("Pull", Focus::Upper), ("Legs", Focus::Lower)]
        .map(|(name, focus)| {
            let meaning = Some(Meaning::Lift(focus));
            let word = draft.words.first().cloned().map(|word| Word { meaning, ..word });
            (word.into_iter().collect(), name.to_owned())
        })
        .to_vec()
}

fn day(when: When) -> String {
    match when {
        When::Weekly(day) => crate::model::WEEKDAY_NAMES[day][..3].to_owned(),
        When::On(date) => date.to_string(),
    }
}

fn part_name(line: &Line<'_>, words: &[Word]) -> String {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return String::new() };
    title(first.at.to(last.at).of(line.text))
}

/// Asks whether each day has one part or all of them.
fn split_or_not(line: &Line<'_>, draft: &Draft, parts: &[Vec<Word>], before: Option<Training>) -> Doubt {
    let names: Vec<String> = parts.iter().map(|words| part_name(line, words)).collect();
    let canonical = |words: &[Word], name: &str, days: &[When]| {
        let mut alone = Reading::plain(Vec::new());
        let _ = one(line, draft, words, name, days, before, &mut alone);
        alone.found.iter().map(SaidSession::line).collect::<Vec<_>>()
    };
    let mut each = Vec::new();
    for (place, (words, name)) in parts.iter().zip(&names).enumerate() {
        let days: Vec<When> = draft.days.iter().copied().skip(place).step_by(parts.len()).collect();
        each.extend(canonical(words, name, &days));
    }
    let all = canonical(&draft.words, &names.join(" + "), &draft.days);
    let told: Vec<String> =
        draft.days.iter().zip(names.iter().cycle()).map(|(when, name)| format!("{name} on {}", day(*when))).collect();
    Doubt {
        at: draft.at,
        question: format!("Is each of these days all of {}, or one part a day?", list(&names)),
        taken: "all of it counts on each day.".to_owned(),
        choices: vec![
            Choice { label: "All of it on each day".to_owned(), line: all.join("; ") },
            Choice { label: format!("One part a day: {}", list(&told)), line: each.join("; ") },
        ],
    }
}

fn one(
    line: &Line<'_>,
    draft: &Draft,
    words: &[Word],
    name: &str,
    days: &[When],
    before: Option<Training>,
    reading: &mut Reading<Vec<SaidSession>>,
) -> Result<(), Refusal> {
    let last = words.last().map_or(draft.at, |word| word.at);
    let (training, sure) = match judge(words) {
        Judged::Session { training, unknown } => {
            if !unknown.is_empty() {
                reading.unsure.push(beside(line, training, &unknown));
            }
            (training, true)
        }
        Judged::Run => {
            let text = format!(
                "runs are what gets planned: leave out `{name}`; a run with others stays where it is, such as `club run tue 19:00` \
                 or `run with Ana sun 9:00`"
            );
            return Err(Refusal { at: draft.at, text });
        }
        Judged::Work => {
            let text = "work is no training: leave it out here, and say when you can run instead".to_owned();
            return Err(Refusal { at: draft.at, text });
        }
        Judged::Match => {
            let sport = before.unwrap_or(Training {
                kind: Kind::Other,
                focus: Some(Focus::Lower),
                usual: None,
                is_match: true,
                class: None,
            });
            if before.is_none() {
                reading.unsure.push(unknown(line, name, last, "it counts as a match that is hard for the legs."));
            }
            (Training { usual: sport.focus.map(|_| Effort::Heavy), is_match: sport.focus.is_some(), ..sport }, true)
        }
        Judged::Unknown(_) => {
            reading.unsure.push(unknown(line, name, last, "it counts as hard for the legs, to be safe."));
            (
                Training {
                    kind: Kind::Other,
                    focus: Some(Focus::Lower),
                    usual: Some(Effort::Heavy),
                    is_match: false,
                    class: None,
                },
                false,
            )
        }
    };
    if words.iter().any(|word| word.joined && word.meaning == Some(Meaning::Run))
        || words.iter().zip(words.iter().skip(1)).any(|(word, next)| word.meaning == Some(Meaning::Run) && next.joined)
    {
        let text = named(name, "the run in it is left out: runs are what gets planned.");
        reading.assumed.push(Remark { at: draft.at, text });
    }
    let mut assume = |text: String| {
        let text = named(name, &text);
        if !reading.assumed.iter().any(|remark| remark.text == text) {
            reading.assumed.push(Remark { at: draft.at, text });
        }
    };
    let own = (training.kind == Kind::Run).then(|| own_run(line, draft, training.class, name));
    if let Some(OwnRun { assumed: Some(text), .. }) = &own {
        assume(text.clone());
    }
    let minutes = draft.minutes.or(own.as_ref().and_then(|own| own.minutes)).unwrap_or_else(|| {
        let usual: Minutes = if training.kind == Kind::Mobility { 30 } else { 60 };
        assume(format!("{usual} minutes, as no length is said."));
        usual
    });
    let mut effort = draft.effort.or(draft.rpe.map(Effort::from_rpe));
    if let (None, Some(usual)) = (effort, training.usual) {
        if sure {
            assume(format!("{}, as no effort is said.", how_hard(training.kind, usual)));
        }
        effort = Some(usual);
    }
    if training.kind == Kind::Strength && training.focus.is_none() {
        reading.unsure.push(focus(line, name, last));
    }
    let among = among(draft, days);
    if let Some(among) = &among {
        let hours =
            among.hours.map_or_else(String::new, |(from, to)| format!(" between {} and {}", Clock(from), Clock(to)));
        assume(format!("on {}{hours}, whichever serves the runs best.", among.day_words()));
    }
    let days = if among.is_some() { &days[..1] } else { days };
    reading.found.extend(days.iter().map(|when| SaidSession {
        among: among.clone(),
        name: name.to_owned(),
        when: *when,
        start: Clock(draft.start.unwrap_or_default()),
        minutes,
        kind: training.kind,
        focus: training.focus,
        effort: effort.filter(|_| own.is_none()),
        rpe: draft.rpe,
        is_match: training.is_match,
        class: own.as_ref().map(|own| own.class),
        metres: own.as_ref().and_then(|own| own.metres),
        cycle: draft.cycle.clone(),
    }));
    Ok(())
}

/// Of what planning chooses the place of a session, where the line leaves it open.
fn among(draft: &Draft, days: &[When]) -> Option<Among> {
    let weekly = |when: &When| if let When::Weekly(day) = when { Some(*day) } else { None };
    let weekdays: Vec<usize> = days.iter().filter_map(weekly).collect();
    let is_open = draft.any && weekdays.len() == days.len() && (days.len() > 1 || draft.hours.is_some());
    is_open.then_some(Among { days: weekdays, hours: draft.hours })
}

/// A run of the person's own, as far as the line tells it.
struct OwnRun {
    class: RunClass,
    metres: Option<u32>,
    minutes: Option<Minutes>,
    assumed: Option<String>,
}

/// Words that make a run with others a hard or a long one.
const HARD_RUNS: [&str; 10] =
    ["interval", "tempo", "track", "fartlek", "hill", "speed", "sprint", "bahn", "piste", "series"];
const LONG_RUNS: [&str; 5] = ["long", "lang", "longue", "larga", "largo"];
/// Minutes that a kilometre takes where only the distance is said.
const MINUTES_A_KM: u32 = 6;

fn own_run(line: &Line<'_>, draft: &Draft, said: Option<RunClass>, name: &str) -> OwnRun {
    let name = name.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let told = said.or(match draft.effort {
        _ if has(&LONG_RUNS) => Some(RunClass::Long),
        Some(Effort::Heavy) => Some(RunClass::Quality),
        Some(Effort::Light | Effort::Moderate) => Some(RunClass::Easy),
        None if has(&HARD_RUNS) => Some(RunClass::Quality),
        None => None,
    });
    let parkrun = (0..line.len()).any(|at| line.word(at) == "parkrun").then_some(5000);
    let metres = draft.metres.or(parkrun.filter(|_| name.contains("parkrun")));
    let by_distance = metres.map(|metres| ((metres * MINUTES_A_KM + 2500) / 5000 * 5) as Minutes);
    let minutes = draft.minutes.or(by_distance).or(Some(60));
    let how_long = match (draft.minutes, by_distance) {
        (Some(_), _) => None,
        (None, Some(minutes)) => Some(format!("about {minutes} minutes for the distance")),
        (None, None) => Some("60 minutes, as no length is said".to_owned()),
    };
    let how_hard =
        told.is_none().then(|| "an easy run, as nothing else is said: say `hard` or `long` if it is".to_owned());
    let assumed: Vec<String> = how_long.into_iter().chain(how_hard).collect();
    let assumed = (!assumed.is_empty()).then(|| format!("{}.", assumed.join("; ")));
    OwnRun { class: told.unwrap_or(RunClass::Easy), metres, minutes, assumed }
}

/// How hard a session is taken to be, in words.
fn how_hard(kind: Kind, effort: Effort) -> &'static str {
    match (kind, effort) {
        (Kind::Strength, Effort::Heavy) => "heavy",
        (Kind::Strength, Effort::Moderate) => "moderate",
        (_, Effort::Heavy) => "hard for the legs",
        (_, Effort::Moderate) => "moderate for the legs",
        (_, Effort::Light) => "light",
    }
}

/// The line with words in brackets behind a place.
fn noted(line: &Line<'_>, at: Span, words: &str) -> String {
    format!("{} ({words}){}", &line.text[..at.end], &line.text[at.end..])
}

fn choices(line: &Line<'_>, at: Span, ways: &[(&str, &str)]) -> Vec<Choice> {
    ways.iter().map(|(label, words)| Choice { label: (*label).to_owned(), line: noted(line, at, words) }).collect()
}

/// Asks what a session is that no known word names.
fn unknown(line: &Line<'_>, name: &str, at: Span, taken: &str) -> Doubt {
    let question = if name.is_empty() { "What is this session?".to_owned() } else { format!("What is `{name}`?") };
    let ways = [
        ("Sport, hard for the legs", "hard for the legs"),
        ("Sport, some work for the legs", "moderate for the legs"),
        ("Sport or an appointment that spares the legs", "spares the legs"),
        ("Lifting: legs", "trains the legs"),
        ("Lifting: upper body", "trains the upper body"),
        ("Lifting: the whole body", "trains the whole body"),
        ("Stretching, yoga and the like", "is stretching"),
    ];
    Doubt { at, question, taken: taken.to_owned(), choices: choices(line, at, &ways) }
}

/// Asks what an unknown word adds to a session that spares the legs as far as the known ones tell.
fn beside(line: &Line<'_>, training: Training, unknown: &[Span]) -> Doubt {
    let words: Vec<String> = unknown.iter().map(|span| format!("`{}`", span.of(line.text))).collect();
    let at = unknown.last().copied().unwrap_or_default();
    let so_far = match (training.kind, training.focus) {
        (Kind::Strength, Some(Focus::Core)) => ("core work", "trains the core"),
        (Kind::Strength, _) => ("upper-body work", "trains the upper body"),
        (Kind::Mobility, _) => ("stretching", "is stretching"),
        (Kind::Other, _) => ("sport that spares the legs", "spares the legs"),
        (Kind::Run, _) => ("a run", "is a run"),
    };
    let nothing = format!("No: {}", so_far.0);
    let ways =
        [(nothing.as_str(), so_far.1), ("Yes, hard", "hard for the legs"), ("Yes, a little", "moderate for the legs")];
    Doubt {
        at,
        question: format!("Does {} work the legs?", list(&words)),
        taken: format!("it counts as {}; {} is not known.", so_far.0, list(&words)),
        choices: choices(line, at, &ways),
    }
}

/// Asks what lifting trains that does not say it.
fn focus(line: &Line<'_>, name: &str, at: Span) -> Doubt {
    let ways = [
        ("The whole body", "trains the whole body"),
        ("Legs", "trains the legs"),
        ("Upper body", "trains the upper body"),
        ("Core", "trains the core"),
    ];
    let mut choices = choices(line, at, &ways);
    choices.push(Choice {
        label: "It varies: count it as legs, to be safe".to_owned(),
        line: noted(line, at, "trains the legs"),
    });
    Doubt {
        at,
        question: format!("What does `{name}` train?"),
        taken: "it counts as heavy legs, the safe reading.".to_owned(),
        choices,
    }
}
