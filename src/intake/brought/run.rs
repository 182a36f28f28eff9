//! One run of a plan from elsewhere: "2 km warm-up, 6 x 800 m w/ 400 m jog, 2 km cool-down".

use crate::model::RunType;

/// How long something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// In metres.
    Metres(i32),
    /// In seconds.
    Seconds(i32),
}

/// How fast something is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speed {
    /// Warming up, cooling down, resting.
    Jog,
    /// Easy.
    Easy,
    /// The pace of a marathon.
    Marathon,
    /// The pace of a half marathon.
    Half,
    /// Threshold.
    Threshold,
    /// At maximal oxygen uptake.
    Interval,
    /// Fast and short.
    Repetition,
    /// Uphill.
    Uphill,
}

/// One stretch of a run, perhaps repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// How often.
    pub times: u32,
    /// How long each is.
    pub work: Size,
    /// How fast.
    pub speed: Speed,
    /// The rest after each.
    pub rest: Option<Size>,
}

/// A run.
#[derive(Clone, Debug, PartialEq)]
pub struct BroughtRun {
    /// The day it is written for, Monday 0.
    pub weekday: Option<usize>,
    /// As it is written.
    pub text: String,
    /// What kind it is.
    pub kind: RunType,
    /// What it consists of.
    pub parts: Vec<Part>,
}

impl BroughtRun {
    /// Whether hard repeats come without a word of warming up.
    pub fn lacks_warm_up(&self) -> bool {
        self.parts.first().is_some_and(|part| !matches!(part.speed, Speed::Jog | Speed::Easy | Speed::Marathon))
    }

    /// About how far it is, a minute counted as so many metres.
    pub(super) fn about_metres(&self, a_minute: i64) -> i64 {
        let size = |size: Size| match size {
            Size::Metres(metres) => i64::from(metres),
            Size::Seconds(seconds) => i64::from(seconds) * a_minute / 60,
        };
        self.parts.iter().map(|part| i64::from(part.times) * (size(part.work) + part.rest.map_or(0, size))).sum()
    }
}

/// Words that make an item something else than a run, and a race, which is said as one.
const OTHERS: [&str; 22] = [
    "bike",
    "cycling",
    "cycle",
    "ride",
    "swim",
    "swimming",
    "yoga",
    "strength",
    "gym",
    "weights",
    "lift",
    "lifting",
    "pilates",
    "row",
    "rowing",
    "cross",
    "crosstrain",
    "xt",
    "elliptical",
    "race",
    "hike",
    "mobility",
];
/// Words of a rest between repeats.
const RESTS: [&str; 14] = [
    "rest",
    "recovery",
    "rec",
    "recover",
    "recoveries",
    "jog",
    "jogging",
    "off",
    "walk",
    "float",
    "w",
    "with",
    "pause",
    "r",
];
/// A run is no longer than this.
const MOST_METRES: f64 = 200_000.0;
const MOST_SECONDS: f64 = 86_400.0;
const MOST_TIMES: f64 = 100.0;
const MILE: f64 = 1609.344;

/// A number or a word of a text.
#[derive(Clone, Debug, PartialEq)]
enum Token {
    Number(f64),
    Word(String),
    Sign(char),
}

/// Reads an item; nothing where it is no run.
///
/// # Errors
/// What is missing or cannot be, in a sentence.
pub(super) fn run(text: &str) -> Result<Option<BroughtRun>, String> {
    let tokens = tokens(text);
    let says = |words: &[&str]| {
        tokens.iter().any(|token| matches!(token, Token::Word(word) if words.contains(&word.as_str())))
    };
    if tokens.is_empty() || says(&OTHERS) && !says(&["pace", "tempo"]) {
        return Ok(None);
    }
    let mut parts: Vec<Part> = Vec::new();
    for chunk in tokens.split(|token| matches!(token, Token::Sign(',' | '+'))) {
        let found = chunk_parts(chunk).map_err(|what| format!("`{}`: {what}", text.trim()))?;
        // "6 x 800 m, 400 m jog": the rest of the repeats before it.
        match (parts.last_mut(), &found[..]) {
            (Some(before @ Part { rest: None, .. }), [Part { times: 1, work, .. }])
                if before.times > 1 && has_word(chunk, &RESTS) && is_short(*work) =>
            {
                before.rest = Some(*work);
            }
            _ => parts.extend(found),
        }
    }
    if parts.is_empty() {
        let is_run = says(&[
            "run",
            "easy",
            "long",
            "tempo",
            "intervals",
            "hills",
            "fartlek",
            "jog",
            "recovery",
            "steady",
            "strides",
        ]);
        return if is_run && !says(&["rest", "off"]) {
            Err(format!("`{}` does not say how long it is: add minutes or kilometres", text.trim()))
        } else {
            Ok(None)
        };
    }
    let kind = kind(&says, &parts);
    let run = BroughtRun { weekday: None, text: text.trim().to_owned(), kind, parts };
    if run.about_metres(160) > MOST_METRES as i64 {
        return Err(format!("`{}`: no run is that far", run.text));
    }
    Ok(Some(run))
}

fn kind(says: &dyn Fn(&[&str]) -> bool, parts: &[Part]) -> RunType {
    let has = |speed: Speed| parts.iter().any(|part| part.speed == speed);
    let repeats = |speed: Speed| parts.iter().any(|part| part.speed == speed && part.times > 1);
    let strides = says(&["strides", "stride", "striders"]);
    match () {
        () if says(&["long", "lr", "lang", "longrun"]) => RunType::Long,
        () if says(&["fartlek"]) => RunType::Fartlek,
        () if has(Speed::Uphill) => RunType::Hills,
        () if has(Speed::Interval) || has(Speed::Repetition) && !strides || repeats(Speed::Threshold) => {
            RunType::Intervals
        }
        () if has(Speed::Threshold) => RunType::Tempo,
        () if has(Speed::Marathon) || has(Speed::Half) => RunType::RacePace,
        () if says(&["recovery", "regeneration"]) => RunType::Recovery,
        () => RunType::Easy,
    }
}

fn has_word(tokens: &[Token], words: &[&str]) -> bool {
    tokens.iter().any(|token| matches!(token, Token::Word(word) if words.contains(&word.as_str())))
}

fn is_short(size: Size) -> bool {
    match size {
        Size::Metres(metres) => metres <= 1000,
        Size::Seconds(seconds) => seconds <= 600,
    }
}

/// What stands between two commas.
fn chunk_parts(tokens: &[Token]) -> Result<Vec<Part>, String> {
    let mut parts: Vec<Part> = Vec::new();
    let mut at = 0;
    let mut is_pace = false;
    while at < tokens.len() {
        match &tokens[at] {
            Token::Sign('@') => is_pace = true,
            Token::Word(word) if word == "at" => is_pace = true,
            Token::Word(word) if RESTS.contains(&word.as_str()) => is_pace = false,
            Token::Sign('(') => is_pace = false,
            Token::Number(times) => {
                let is_times = matches!(tokens.get(at + 1), Some(Token::Word(word)) if word == "x" || word == "times");
                if is_times && let Some((work, used)) = size(&tokens[at + 2..])? {
                    if !(1.0..=MOST_TIMES).contains(times) || times.fract() != 0.0 {
                        return Err(format!("nobody runs {times} repeats"));
                    }
                    let speed = speed(tokens, work, true);
                    parts.push(Part { times: *times as u32, work, speed, rest: None });
                    at += 2 + used;
                    continue;
                }
                if let Some((work, used)) = size(&tokens[at..])? {
                    let of_pace = is_pace
                        || matches!(tokens.get(at + used), Some(Token::Word(word)) if word == "pace" || word == "effort");
                    match parts.last_mut() {
                        _ if of_pace => {}
                        Some(before @ Part { rest: None, .. }) if before.times > 1 && is_short(work) => {
                            before.rest = Some(work);
                        }
                        _ => parts.push(Part { times: 1, work, speed: speed(tokens, work, false), rest: None }),
                    }
                    at += used;
                    continue;
                }
            }
            _ => {}
        }
        at += 1;
    }
    Ok(parts)
}

/// A number with its unit, and how many tokens it takes: `8 km`, `45 min`, `1h30`, `8-10 km` as the larger.
fn size(tokens: &[Token]) -> Result<Option<(Size, usize)>, String> {
    let Some(Token::Number(first)) = tokens.first() else { return Ok(None) };
    if let (Some(Token::Sign('-' | '–')), Some(Token::Number(_))) = (tokens.get(1), tokens.get(2)) {
        return Ok(size(&tokens[2..])?.map(|(size, used)| (size, used + 2)));
    }
    let unit = match tokens.get(1) {
        Some(Token::Word(word)) => word.as_str(),
        Some(Token::Sign('\'')) => "min",
        Some(Token::Sign('"')) => "s",
        _ => "",
    };
    let (size, used) = match unit {
        "km" | "k" | "kms" | "kilometer" | "kilometers" | "kilometres" | "kilometre" => {
            (Size::Metres(metres(first * 1000.0)?), 2)
        }
        "m" | "meter" | "meters" | "metres" | "metre" if *first >= 50.0 => (Size::Metres(metres(*first)?), 2),
        "mi" | "mile" | "miles" | "mls" => (Size::Metres(metres(first * MILE)?), 2),
        "h" | "hr" | "hrs" | "hour" | "hours" | "std" => {
            let more = match (tokens.get(2), tokens.get(3)) {
                (Some(Token::Number(minutes)), Some(Token::Word(word))) if word.starts_with("min") => {
                    Some((*minutes, 2))
                }
                (Some(Token::Number(minutes)), _) if *minutes < 60.0 => Some((*minutes, 1)),
                _ => None,
            };
            let (minutes, more) = more.unwrap_or((0.0, 0));
            (Size::Seconds(seconds(first * 3600.0 + minutes * 60.0)?), 2 + more)
        }
        "min" | "mins" | "minute" | "minutes" | "minuten" | "m" => (Size::Seconds(seconds(first * 60.0)?), 2),
        "s" | "sec" | "secs" | "second" | "seconds" => (Size::Seconds(seconds(*first)?), 2),
        // "6 x 800": who leaves the unit out means metres of a track.
        _ if *first >= 100.0 => (Size::Metres(metres(*first)?), 1),
        _ => return Ok(None),
    };
    Ok(Some((size, used)))
}

fn metres(metres: f64) -> Result<i32, String> {
    if (10.0..=MOST_METRES).contains(&metres) {
        Ok(metres.round() as i32)
    } else {
        Err("no run is that far".to_owned())
    }
}

fn seconds(seconds: f64) -> Result<i32, String> {
    if (5.0..=MOST_SECONDS).contains(&seconds) {
        Ok(seconds.round() as i32)
    } else {
        Err("no run takes that long".to_owned())
    }
}

/// How fast the words of a stretch say that it is run; else as its length says.
fn speed(tokens: &[Token], work: Size, repeated: bool) -> Speed {
    let says = |words: &[&str]| has_word(tokens, words);
    let about = match work {
        Size::Metres(metres) => metres / 4,
        Size::Seconds(seconds) => seconds,
    };
    match () {
        () if says(&["warm", "warmup", "wu", "cool", "cooldown", "cd", "einlaufen", "auslaufen"]) => Speed::Jog,
        () if says(&["hill", "hills", "uphill"]) => Speed::Uphill,
        () if says(&["tempo", "threshold", "lt", "cruise", "lactate"]) => Speed::Threshold,
        () if says(&["hmp", "hm"]) || says(&["half"]) && says(&["pace"]) => Speed::Half,
        () if says(&["mp", "marathon"]) => Speed::Marathon,
        () if says(&["interval", "intervals", "vo2", "vo2max", "5k", "3k"]) => Speed::Interval,
        () if says(&["strides", "stride", "striders", "sprint", "sprints", "fast", "reps"]) => Speed::Repetition,
        () if says(&["steady", "moderate"]) && !repeated => Speed::Marathon,
        () if !repeated || says(&["easy"]) => Speed::Easy,
        () if about <= 60 => Speed::Repetition,
        () if about <= 300 => Speed::Interval,
        () => Speed::Threshold,
    }
}

/// The text in numbers, words and signs, small letters.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let letters: Vec<char> = text.to_lowercase().replace(['×', '*'], "x").chars().take(2000).collect();
    let mut at = 0;
    while at < letters.len() {
        let letter = letters[at];
        let from = at;
        if letter.is_ascii_digit() {
            let within = |at: usize| {
                letters.get(at).is_some_and(|next| {
                    next.is_ascii_digit() || *next == '.' && letters.get(at + 1).is_some_and(char::is_ascii_digit)
                })
            };
            while within(at) {
                at += 1;
            }
            let number: String = letters[from..at].iter().collect();
            tokens.push(number.parse().map_or(Token::Sign('?'), Token::Number));
        } else if letter.is_alphabetic() {
            let within = |at: usize| {
                letters.get(at).is_some_and(|next| next.is_alphabetic() || (*next == '2' && letters[from] == 'v'))
            };
            // An x between numbers is a word of its own: "6x800".
            if letter == 'x' && letters.get(at + 1).is_none_or(|next| !next.is_alphabetic()) {
                at += 1;
            }
            while at == from || at > from && letter != 'x' && within(at) {
                at += 1;
            }
            tokens.push(Token::Word(letters[from..at].iter().collect()));
        } else {
            if !letter.is_whitespace() {
                tokens.push(Token::Sign(letter));
            }
            at += 1;
        }
    }
    tokens
}
