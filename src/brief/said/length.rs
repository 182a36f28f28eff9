//! Lengths of time: "75 min", "1h15", "an hour and a half".

use crate::model::Minutes;

/// Nothing that a person plans is longer, in minutes.
const LONGEST: Minutes = 24 * 60;

/// A length in minutes: `75`, `75 min`, `1h15`, `1 h 15 min`, `1.5 h`, `1:15`.
pub fn minutes(text: &str) -> Option<Minutes> {
    let text = text.trim().to_lowercase();
    let text = ["about ", "around ", "ca. ", "ca ", "~"]
        .iter()
        .fold(text.as_str(), |text, word| text.strip_prefix(word).unwrap_or(text).trim_start());
    if let Ok(bare) = text.parse::<Minutes>() {
        return Some(bare).filter(|minutes| (0..=LONGEST).contains(minutes));
    }
    if let Some((hours, minutes)) = text.split_once(':') {
        let two = minutes.len() == 2 && minutes.bytes().all(|byte| byte.is_ascii_digit());
        return two.then(|| sum(hours.parse().ok()?, minutes.parse().ok()?))?;
    }
    let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    let (minutes, used) = leading(&words)?;
    (used == words.len()).then_some(minutes)
}

/// A length that a line goes on with, with its unit, and how many words it takes.
pub(super) fn leading(words: &[String]) -> Option<(Minutes, usize)> {
    let about = usize::from(words.first().is_some_and(|word| matches!(word.as_str(), "about" | "around" | "roughly")));
    let words = &words[about..];
    let (minutes, used) = one(words)?;
    let hours = minutes % 60 == 0 && minutes > 0 && words[..used].concat().contains('h');
    let (more, rest) = if hours { rest_of_an_hour(&words[used..]) } else { (0, 0) };
    let total = minutes + more;
    (1..=LONGEST).contains(&total).then_some((total, about + used + rest))
}

/// What follows whole hours, "15 min", "15" or "and a half", and how many words that takes; nothing where something else does.
fn rest_of_an_hour(words: &[String]) -> (Minutes, usize) {
    let and = usize::from(words.first().is_some_and(|word| word == "and"));
    let rest = &words[and..];
    if let Some((minutes, used)) = one(rest).filter(|(minutes, _)| *minutes < 60) {
        return (minutes, and + used);
    }
    let bare = rest.first().and_then(|word| word.parse::<Minutes>().ok()).filter(|more| (1..60).contains(more));
    let words: Vec<&str> = rest.iter().take(2).map(String::as_str).collect();
    match (and, bare, words.as_slice()) {
        (0, Some(minutes), _) => (minutes, 1),
        (1, _, ["a", "half"]) => (30, 3),
        (1, _, ["a", "quarter"]) => (15, 3),
        _ => (0, 0),
    }
}

/// A number with its unit, in one word or two, or in words: "an hour", "half an hour", "one and a half hours".
fn one(words: &[String]) -> Option<(Minutes, usize)> {
    let first = words.first()?;
    let spelt: Vec<&str> = words.iter().take(5).map(String::as_str).collect();
    match spelt.as_slice() {
        ["half", "an", "hour", ..] => return Some((30, 3)),
        ["half", "hour", ..] => return Some((30, 2)),
        [number, "and", "a", "half", "hours"] => return Some((measured(count(number), "hours")? + 30, 5)),
        ["a" | "an", "hour", ..] => return Some((60, 2)),
        [number, unit, ..] if count(number) != *number => return Some((measured(count(number), unit)?, 2)),
        _ => {}
    }
    let at = first.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(first.len());
    let (number, unit) = first.split_at(at);
    if number.is_empty() {
        return None;
    }
    if unit.is_empty() {
        return Some((measured(number, words.get(1)?)?, 2));
    }
    if let Some((_, rest)) = unit.split_once('h').filter(|(before, rest)| before.is_empty() && rest.len() == 2)
        && let (Ok(hours), Ok(minutes)) = (number.parse(), rest.parse())
    {
        return Some((sum(hours, minutes)?, 1));
    }
    Some((measured(number, unit)?, 1))
}

/// A number in digits, where it is one that people write in words.
fn count(word: &str) -> &str {
    match word {
        "one" => "1",
        "two" => "2",
        "three" => "3",
        "ten" => "10",
        "fifteen" => "15",
        "twenty" => "20",
        "thirty" => "30",
        "forty" => "40",
        "forty-five" => "45",
        "fifty" => "50",
        "sixty" => "60",
        "seventy-five" => "75",
        "ninety" => "90",
        other => other,
    }
}

fn measured(number: &str, unit: &str) -> Option<Minutes> {
    let number: f64 = number.parse().ok()?;
    let minutes = match unit.trim_end_matches('.') {
        "min" | "mins" | "minute" | "minutes" | "m" | "'" | "′" => number,
        "h" | "hr" | "hrs" | "hour" | "hours" => number * 60.0,
        _ => return None,
    };
    (minutes <= f64::from(LONGEST)).then_some(minutes.round() as Minutes)
}

fn sum(hours: Minutes, minutes: Minutes) -> Option<Minutes> {
    ((0..=24).contains(&hours) && (0..60).contains(&minutes)).then_some(hours * 60 + minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_read_in_many_spellings() {
        for text in [
            "75",
            "75 min",
            "75min",
            "75m",
            "75'",
            "1h15",
            "1 h 15 min",
            "1h 15",
            "1:15",
            "1.25 h",
            "1 hour 15 minutes",
            "about 75",
            "~1h15",
        ] {
            assert_eq!(minutes(text), Some(75), "{text}");
        }
        for (text, expected) in [
            ("an hour", 60),
            ("one hour", 60),
            ("half an hour", 30),
            ("about half an hour", 30),
            ("forty-five minutes", 45),
            ("an hour and a half", 90),
            ("an hour and a quarter", 75),
            ("1 hour and 15 minutes", 75),
            ("one and a half hours", 90),
            ("two hours", 120),
        ] {
            assert_eq!(minutes(text), Some(expected), "{text}");
        }
        assert_eq!([minutes("0"), minutes("2h"), minutes("90 minutes")], [Some(0), Some(120), Some(90)]);
        for text in
            ["", "long", "-5", "99999", "1h99", "5x5", "75 kg", "1e9h", "NaN h", "75 min squats", "one", "an", "half"]
        {
            assert_eq!(minutes(text), None, "{text}");
        }
    }
}
