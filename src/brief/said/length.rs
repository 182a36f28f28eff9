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
    let (minutes, mut used) = one(words)?;
    let mut total = minutes;
    // "1 h 15 min", "1h 15": the rest of an hour.
    if minutes % 60 == 0 && minutes > 0 && words[..used].concat().contains('h') {
        if let Some((more, rest)) = one(&words[used..]).filter(|(more, _)| *more < 60) {
            (total, used) = (total + more, used + rest);
        } else if let Some(more) =
            words.get(used).and_then(|word| word.parse::<Minutes>().ok()).filter(|more| (1..60).contains(more))
        {
            (total, used) = (total + more, used + 1);
        }
    }
    (1..=LONGEST).contains(&total).then_some((total, used))
}

/// A number with its unit, in one word or two.
fn one(words: &[String]) -> Option<(Minutes, usize)> {
    let first = words.first()?;
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
        assert_eq!([minutes("0"), minutes("2h"), minutes("90 minutes")], [Some(0), Some(120), Some(90)]);
        for text in ["", "long", "-5", "99999", "1h99", "5x5", "75 kg", "1e9h", "NaN h", "75 min squats"] {
            assert_eq!(minutes(text), None, "{text}");
        }
    }
}
