//! The known word that somebody probably meant.

/// How alike two words must be, from 0 to 1.
const ALIKE: f64 = 0.8;
/// Longer words are not compared: nobody mistypes that much.
const LONGEST: usize = 64;

/// The most similar of the known words, if one is similar enough; the first of equals.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > LONGEST {
        return None;
    }
    let word = word.to_lowercase();
    let mut best: Option<(&str, f64)> = None;
    for candidate in known {
        let alike = strsim::jaro_winkler(&word, &candidate.to_lowercase());
        if alike >= ALIKE && best.is_none_or(|(_, so_far)| alike > so_far) {
            best = Some((candidate, alike));
        }
    }
    best.map(|(candidate, _)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_finds_its_word_and_a_stranger_finds_none() {
        assert_eq!(nearest("focous", ["focus", "effort"]), Some("focus"));
        assert_eq!(nearest("monday", ["mon", "tue"]), Some("mon"));
        assert_eq!(nearest("europe/berlin", ["Europe/Bern", "Europe/Berlin"]), Some("Europe/Berlin"));
        assert_eq!(nearest("colour", ["focus", "effort"]), None);
    }
}
