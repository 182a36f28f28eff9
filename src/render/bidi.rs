//! Words that are read from right to left inside a sentence that is read from left to right.

use super::clean;

/// A sentence in which every stretch of Hebrew, Arabic and their like stands apart (U+2068 to U+2069), so that it turns
/// nothing around it: the numbers and signs after a name stay after it. What else could turn the direction is taken out.
pub(super) fn isolated(sentence: &str) -> String {
    let sentence = clean(sentence);
    let mut text = String::with_capacity(sentence.len());
    let mut rest = sentence.as_str();
    while let Some(from) = rest.find(leftward) {
        let stretch = stretch(&rest[from..]);
        text.extend([&rest[..from], "\u{2068}", stretch, "\u{2069}"]);
        rest = &rest[from + stretch.len()..];
    }
    text + rest
}

/// From a letter that is read leftward to the last one before a letter that is not.
fn stretch(text: &str) -> &str {
    let upto = text.find(|letter: char| letter.is_alphanumeric() && !leftward(letter)).unwrap_or(text.len());
    let last = text[..upto].char_indices().rev().find(|&(_, letter)| leftward(letter));
    last.map_or(text, |(at, letter)| &text[..at + letter.len_utf8()])
}

/// Whether a letter is one of a script that is read from right to left.
fn leftward(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_from_right_to_left_turns_nothing_around_it() {
        assert_eq!(
            isolated("36 h after חדר כושר; 48 h would do."),
            "36 h after \u{2068}חדר כושר\u{2069}; 48 h would do."
        );
        assert_eq!(isolated("After ריצה 5K, not שחייה."), "After \u{2068}ריצה\u{2069} 5K, not \u{2068}שחייה\u{2069}.");
    }

    #[test]
    fn other_sentences_stay_as_they_are_and_nothing_else_turns_them() {
        assert_eq!(isolated("After 深蹲 and Käsekuchen."), "After 深蹲 and Käsekuchen.");
        assert_eq!(isolated("After \u{202e}legs\u{2066}."), "After  legs .");
    }
}
