//! How hard a session is, in words or as an RPE.

use super::super::Refusal;
use super::super::token::Line;
use super::Item;
use crate::model::Effort;

/// An effort or an RPE that the line goes on with, and its tokens.
///
/// # Errors
/// One that is denied, or no RPE.
pub(super) fn effort(line: &Line<'_>, at: usize) -> Result<Option<(Item, usize)>, Refusal> {
    let known = how_hard(line.word(at));
    if let Some(effort) = known {
        if let Some(not) = denied(line, at) {
            let text =
                format!("`{}`: say how hard it is instead: light, moderate or heavy", line.own(not, at + 1 - not));
            return Err(Refusal { at: line.span(not, at + 1 - not), text });
        }
        return Ok(Some((Item::Effort(effort), 1)));
    }
    if line.word(at) != "rpe" {
        return Ok(None);
    }
    let sign = usize::from(matches!(line.word(at + 1), ":" | "=" | "-"));
    let first = at + 1 + sign;
    if line.number(first).is_none() {
        return Ok(None);
    }
    // "RPE 7-8" counts as 8.
    let range = line.word(first + 1) == "-" && line.number(first + 2).is_some();
    let last = if range { first + 2 } else { first };
    let half = usize::from(line.glued(last + 1, ".") && line.number(last + 2).is_some() && line.is_glued(last + 2)) * 2;
    let rpe = line.number(last).filter(|rpe| (1..=10).contains(rpe));
    let used = last + 1 + half - at;
    match rpe {
        Some(rpe) => Ok(Some((Item::Rpe(rpe as u8), used))),
        None => Err(Refusal {
            at: line.span(at, used),
            text: format!("RPE goes from 1 to 10, not `{}`", line.own(last, 1)),
        }),
    }
}

/// What a word says of how hard a session is, in four languages with their endings.
fn how_hard(word: &str) -> Option<Effort> {
    const STEMS: [(Effort, &[&str], &[&str]); 4] = [
        (Effort::Heavy, &["schwer", "hart", "intensiv"], &["", "e", "es", "er", "en", "em"]),
        (Effort::Moderate, &["mittel", "mittelschwer", "moderat", "massig"], &["", "e", "es", "er", "en", "em"]),
        (Effort::Light, &["leicht", "locker"], &["", "e", "es", "er", "en", "em"]),
        (Effort::Light, &["leger", "legere", "doux", "douce", "facile", "facil", "suave"], &["", "s", "es"]),
    ];
    const SPANISH: [(Effort, &[&str]); 3] =
        [(Effort::Heavy, &["pesad", "dur", "intens"]), (Effort::Moderate, &["moderad"]), (Effort::Light, &["liger"])];
    let plain = match word {
        "heavy" | "hard" | "intense" | "max" | "lourd" | "lourde" | "lourds" | "lourdes" | "dur" | "dure" => {
            Some(Effort::Heavy)
        }
        "moderate" | "medium" | "mod" | "modere" | "moderee" | "moyen" | "moyenne" => Some(Effort::Moderate),
        "light" | "easy" | "gentle" => Some(Effort::Light),
        _ => None,
    };
    let ends = |stem: &str, ends: &[&str]| word.strip_prefix(stem).is_some_and(|end| ends.contains(&end));
    let inflected = || STEMS.iter().find(|(_, stems, all)| stems.iter().any(|stem| ends(stem, all)));
    let spanish = || SPANISH.iter().find(|(_, stems)| stems.iter().any(|stem| ends(stem, &["o", "a", "os", "as"])));
    plain.or_else(|| inflected().map(|found| found.0)).or_else(|| spanish().map(|found| found.0))
}

/// Where "not", "nicht zu" or "pas trop" begins before a place.
fn denied(line: &Line<'_>, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let too = ["too", "very", "so", "that", "zu", "sehr", "trop", "tres", "muy", "tan", "super"];
    let not = if too.contains(&line.word(before)) { before.checked_sub(1)? } else { before };
    ["not", "nicht", "pas", "no", "never"].contains(&line.word(not)).then_some(not)
}
