//! Mistakes of spelling: the known word that is one or two slips away.

use super::day_words::full_names;

/// The weekday that a misspelt name means: one slip away, or two in a long name.
pub(super) fn day(word: &str) -> Option<usize> {
    if !(5..=12).contains(&word.len()) {
        return None;
    }
    // "Mundane" is no Monday: the ends of the name must be those of a day.
    let shaped =
        ["day", "dya", "ady", "dy", "days", "tag", "di", "es", "dau", "dat"].iter().any(|end| word.ends_with(end));
    let limit = if shaped && word.len() >= 7 { 2 } else { 1 };
    let near =
        full_names().map(|(name, day)| (strsim::osa_distance(word.strip_suffix('s').unwrap_or(word), name), day));
    let best = near.filter(|(far, _)| *far <= limit).min()?;
    let others =
        full_names().filter(|&(name, day)| day != best.1 && strsim::osa_distance(word, name) == best.0).count();
    (others == 0).then_some(best.1)
}

/// The known word that a misspelt one means, if just one slip away, and the only such.
pub(super) fn word<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if !(5..=20).contains(&word.len()) {
        return None;
    }
    let one = word.strip_suffix('s').filter(|one| one.len() >= 5);
    let slip = |word: &str, candidate: &str| strsim::osa_distance(word, candidate) == 1;
    let close = |candidate: &&str| {
        candidate.len() >= 5 && (slip(word, candidate) || one.is_some_and(|one| slip(one, candidate)))
    };
    known.into_iter().find(close)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_in_a_weekday_is_understood() {
        for (word, expected) in [
            ("tusday", 1),
            ("wensday", 2),
            ("wendsday", 2),
            ("thurday", 3),
            ("firday", 4),
            ("satuday", 5),
            ("sundy", 6),
            ("mondya", 0),
            ("tuesdat", 1),
            ("wednesdays", 2),
            ("dienstga", 1),
            ("mercerdi", 2),
        ] {
            assert_eq!(day(word), Some(expected), "{word}");
        }
        for word in
            ["today", "holiday", "squats", "someday", "payday", "holidays", "birthday", "midday", "yoga", "mundane"]
        {
            assert_eq!(day(word), None, "{word}");
        }
    }
}
